#pragma once

#include "app/rating/ratingrecords.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace potstill {

/// The packs of a comparison that were given out, with what came back of each. One can be withdrawn, and brought back.
class PackList final : public QWidget {
    Q_OBJECT
public:
    explicit PackList(QWidget* parent = nullptr);

    /// The selection stays where it is still there.
    void setPacks(const std::vector<PackRecord>& packs, bool canChange);

Q_SIGNALS:
    void withdrawalRequested(const QString& pack, bool withdrawn);

private:
    void showCurrent();
    const PackRecord* current() const;

    std::vector<PackRecord> m_packs;
    bool m_canChange = false;
    QTreeWidget* m_list;
    QPushButton* m_withdraw;
};

}  // namespace potstill
