#pragma once

#include "app/rating/ratingrecords.h"

#include <QWidget>

#include <optional>
#include <utility>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace potstill {

/// The raters of a project with their votes. A name can be changed, profiles of one person are merged and separated again; what was done last can be undone.
class RaterPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RaterPanel(QWidget* parent = nullptr);

    /// The selection stays where it is still there.
    void setProfiles(const std::vector<RaterRecord>& profiles, bool canChange);
    /// Another project: nothing to undo.
    void forget();

Q_SIGNALS:
    void renameRequested(qint64 profile, const QString& name);
    void mergeRequested(qint64 profile, qint64 into);
    void separateRequested(qint64 profile);

private:
    void showCurrent();
    const RaterRecord* current() const;
    const RaterRecord* profile(qint64 id) const;
    void rename();
    void mergeOrSeparate();
    void undo();

    std::vector<RaterRecord> m_profiles;
    std::pair<qint64, QString> m_shown;  // profile and name
    bool m_canChange = false;
    // A profile as it was before what was asked for last, and before what was done last.
    std::optional<RaterRecord> m_asked, m_changed;
    QTreeWidget* m_list;
    QLineEdit* m_name;
    QComboBox* m_into;
    QLabel* m_intoLabel;
    QPushButton *m_rename, *m_merge, *m_undo;
};

}  // namespace potstill
