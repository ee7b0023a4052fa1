#include "app/pages/packlist.h"

#include "widgets/icon.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace potstill {

namespace {

constexpr int kShownRows = 4;

QString stateText(const PackRecord& p)
{
    if (p.isWithdrawn)
        return PackList::tr("withdrawn");
    return p.rater.isEmpty() ? PackList::tr("given out") : PackList::tr("answered by %1").arg(p.rater);
}

}  // namespace

PackList::PackList(QWidget* parent) : QWidget(parent)
{
    auto* title = new QLabel(tr("Packs that were given out"));
    title->setProperty("role", "secondary");
    m_list = new QTreeWidget;
    m_list->setObjectName("rate.packs");
    m_list->setAccessibleName(title->text());
    m_list->setAccessibleDescription(tr("When each was made, its pairs, how many answers came back, and where it was written"));
    m_list->setHeaderLabels({tr("Made"), tr("Pairs"), tr("Answers"), tr("State"), tr("Place")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setTextElideMode(Qt::ElideMiddle);
    title->setBuddy(m_list);
    m_withdraw = new QPushButton;
    m_withdraw->setObjectName("rate.withdraw");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_list);
    layout->addWidget(m_withdraw, 0, Qt::AlignLeft);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PackList::showCurrent);
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (const PackRecord* p = current())
            Q_EMIT withdrawalRequested(p->id, !p->isWithdrawn);
    });
    setPacks({}, false);
}

const PackRecord* PackList::current() const
{
    const QString id = m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole).toString() : QString();
    const auto it = std::find_if(m_packs.begin(), m_packs.end(), [&](const PackRecord& p) { return p.id == id; });
    return it == m_packs.end() ? nullptr : &*it;
}

void PackList::setPacks(const std::vector<PackRecord>& packs, bool canChange)
{
    const QString selected = current() ? current()->id : QString();
    m_packs = packs;
    m_canChange = canChange;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const PackRecord& p : packs) {
        auto* item = new QTreeWidgetItem(
            {QLocale().toString(QDateTime::fromMSecsSinceEpoch(p.madeMs), QLocale::ShortFormat), QString::number(p.pairs), QString::number(p.answers), stateText(p), p.place});
        item->setIcon(3, icon(p.isWithdrawn ? "remove" : p.answers > 0 ? "done" : "export"));
        item->setData(0, Qt::UserRole, p.id);
        item->setToolTip(4, p.place);
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        m_list->addTopLevelItem(item);
        if (p.id == selected || !m_list->currentItem())
            m_list->setCurrentItem(item);
    }
    m_list->setFixedHeight((std::clamp(int(packs.size()), 1, kShownRows) + 2) * m_list->fontMetrics().lineSpacing() * 3 / 2);
    setVisible(!packs.empty());
    showCurrent();
}

void PackList::showCurrent()
{
    const PackRecord* p = current();
    const bool isWithdrawn = p && p->isWithdrawn;
    m_withdraw->setText(isWithdrawn ? tr("Bring back") : tr("Withdraw"));
    m_withdraw->setIcon(icon(isWithdrawn ? "undo" : "remove"));
    m_withdraw->setToolTip(isWithdrawn ? tr("Answers to this pack are taken again")
                                       : tr("Answers to this pack are refused from now on, and its pairs go to others; it can be brought back"));
    m_withdraw->setEnabled(p && m_canChange);
}

}  // namespace potstill
