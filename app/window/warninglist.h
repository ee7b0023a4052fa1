#pragma once

#include "engine/core/runwarning.h"

#include <QList>
#include <QToolButton>

class QMenu;

namespace potstill {

/// The warnings of this session in the status bar: a button with their number and a menu of the last ones, the newest on top. Hidden while there are none.
class WarningList final : public QToolButton {
    Q_OBJECT
public:
    struct Entry {
        QString text;       ///< as it is shown
        QString runFolder;  ///< "" = of no run
        RunWarning warning;
        int page = 0;  ///< where it happened, for one that is of no run
    };
    static constexpr int kMostEntries = 20;

    explicit WarningList(QWidget* parent = nullptr);

    /// One that says the same as an earlier one, or is of the same run and cause, takes its place.
    void add(const Entry& entry);
    void clear();
    const QList<Entry>& entries() const { return m_entries; }

Q_SIGNALS:
    void chosen(const potstill::WarningList::Entry& entry);

private:
    void refresh();

    QList<Entry> m_entries;
    QMenu* m_list;
};

}  // namespace potstill
