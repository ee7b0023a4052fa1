#pragma once

#include "engine/core/options.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace potstill {

/// One line of an option form: label, editor, unit and symbol, link to the paper, reset; under it what is wrong with the value.
class FieldRow final : public QWidget {
    Q_OBJECT
public:
    FieldRow(const FieldInfo& info, const QString& path, QWidget* parent);

    const FieldInfo& info() const { return m_info; }
    const QString& path() const { return m_path; }
    QWidget* editor() const { return m_editor; }
    int labelWidth() const;
    void setLabelWidth(int width);
    void setValue(const Json& value);
    void setIssues(const Issues& issues);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const Json& value);
    void resetRequested();
    void browseRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditor(QHBoxLayout* layout);
    void emitText(const QString& text);
    void refreshReset();
    void showIssues();
    QString toolTipText() const;

    FieldInfo m_info;
    QString m_path;
    QLabel* m_label;
    QWidget* m_editor = nullptr;
    QToolButton* m_browse = nullptr;
    QToolButton* m_reset;
    QWidget* m_issueLine;
    QLabel* m_issueIcon;
    QLabel* m_issueText;
    Json m_value;
    Issues m_issues;
    QString m_textProblem;
    bool m_readOnly = false;
};

}  // namespace potstill
