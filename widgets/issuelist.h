#pragma once

#include "engine/core/options.h"

#include <QListWidget>

namespace potstill {

/// What is wrong, errors first; Enter or a click jumps to the field.
class IssueList final : public QListWidget {
    Q_OBJECT
public:
    explicit IssueList(QWidget* parent = nullptr);

    /// With a schema the labels of the fields are shown instead of their paths.
    void setIssues(const Issues& issues, const OptionSchema* schema = nullptr);
    const Issues& issues() const { return m_issues; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// `path` is Issue::path; "" for an issue of the whole.
    void issueActivated(const QString& path);

private:
    Issues m_issues;
};

}  // namespace potstill
