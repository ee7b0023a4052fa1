#include "app/pages/raterpanel.h"

#include "widgets/icon.h"
#include "widgets/named.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace potstill {

namespace {

constexpr int kShownRows = 5;

QHBoxLayout* line(std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QWidget* w : widgets)
        layout->addWidget(w);
    return layout;
}

}  // namespace

RaterPanel::RaterPanel(QWidget* parent) : QWidget(parent)
{
    auto* title = new QLabel(tr("Raters"));
    title->setProperty("role", "secondary");
    m_list = new QTreeWidget;
    m_list->setObjectName("rate.raters");
    m_list->setAccessibleName(tr("Raters"));
    m_list->setAccessibleDescription(tr("Everybody who rated here, with their votes; merged profiles stand under their rater"));
    m_list->setHeaderLabels({tr("Name"), tr("Votes")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setMaximumHeight((kShownRows + 2) * m_list->fontMetrics().lineSpacing() * 3 / 2);
    title->setBuddy(m_list);
    m_name = named(new QLineEdit, "rate.raterName", tr("Name of the rater"), tr("What this rater is called in lists and reports"));
    m_rename = named(new QPushButton(icon("edit"), tr("Rename")), "rate.renameRater", tr("Rename"), tr("The votes stay theirs; the old name still leads to them"));
    m_into = named(new QComboBox, "rate.mergeInto", tr("Same person as"), tr("The rater whose votes these are too"));
    m_into->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_into->setMinimumContentsLength(10);
    m_intoLabel = new QLabel(m_into->accessibleName());
    m_intoLabel->setBuddy(m_into);
    m_merge = named(new QPushButton, "rate.mergeRater", {});
    m_undo = named(new QPushButton(icon("undo"), tr("Undo")), "rate.undoRater", tr("Undo"), tr("Takes the last change of a rater back"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_list);
    layout->addLayout(line({m_name, m_rename}));
    layout->addWidget(m_intoLabel);
    layout->addLayout(line({m_into, m_merge}));
    layout->addWidget(m_undo, 0, Qt::AlignLeft);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &RaterPanel::showCurrent);
    connect(m_name, &QLineEdit::returnPressed, this, &RaterPanel::rename);
    connect(m_rename, &QPushButton::clicked, this, &RaterPanel::rename);
    connect(m_merge, &QPushButton::clicked, this, &RaterPanel::mergeOrSeparate);
    connect(m_undo, &QPushButton::clicked, this, &RaterPanel::undo);
    setProfiles({}, false);
}

const RaterRecord* RaterPanel::profile(qint64 id) const
{
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(), [id](const RaterRecord& r) { return r.id == id; });
    return it == m_profiles.end() ? nullptr : &*it;
}

const RaterRecord* RaterPanel::current() const { return m_list->currentItem() ? profile(m_list->currentItem()->data(0, Qt::UserRole).toLongLong()) : nullptr; }

void RaterPanel::forget()
{
    m_asked.reset();
    m_changed.reset();
}

void RaterPanel::setProfiles(const std::vector<RaterRecord>& profiles, bool canChange)
{
    const qint64 selected = current() ? current()->id : 0;
    m_profiles = profiles;
    m_canChange = canChange;
    if (const RaterRecord* now = m_asked ? profile(m_asked->id) : nullptr; now && (now->name != m_asked->name || now->sameAs != m_asked->sameAs))
        m_changed = std::exchange(m_asked, std::nullopt);
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    std::map<qint64, QTreeWidgetItem*> items;
    // Those that stand for themselves first, so that the others find theirs.
    for (const bool isMerged : {false, true})
        for (const RaterRecord& r : profiles) {
            if ((r.sameAs > 0) != isMerged)
                continue;
            auto* item = new QTreeWidgetItem({r.name, QString::number(r.votes)});
            item->setData(0, Qt::UserRole, r.id);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            items[r.id] = item;
            isMerged ? items.at(r.sameAs)->addChild(item) : m_list->addTopLevelItem(item);
        }
    m_list->expandAll();
    if (const auto it = items.find(selected); it != items.end())
        m_list->setCurrentItem(it->second);
    else if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showCurrent();
}

void RaterPanel::showCurrent()
{
    const RaterRecord* r = current();
    const bool isMerged = r && r->sameAs > 0;
    // What is being typed or chosen stays while the same rater is shown.
    if (const auto shown = r ? std::pair(r->id, r->name) : std::pair(qint64(0), QString()); std::exchange(m_shown, shown) != shown)
        m_name->setText(shown.second);
    const QVariant into = m_into->currentData();
    m_into->clear();
    for (const RaterRecord& other : m_profiles)
        if (r && other.id != r->id && other.sameAs == 0)
            m_into->addItem(other.name, other.id);
    m_into->setCurrentIndex(std::max(0, m_into->findData(into)));
    m_merge->setText(isMerged ? tr("Separate") : tr("Merge"));
    m_merge->setAccessibleName(m_merge->text());
    m_merge->setIcon(icon(isMerged ? "remove" : "add"));
    m_merge->setToolTip(isMerged ? tr("The votes of this profile are a rater's of their own again")
                                 : tr("The votes of the selected rater count as those of the one beside; this can be taken back"));
    m_into->setVisible(!isMerged);
    m_intoLabel->setVisible(!isMerged);
    for (QWidget* w : std::initializer_list<QWidget*>{m_name, m_rename})
        w->setEnabled(r && m_canChange);
    m_into->setEnabled(m_canChange && m_into->count() > 0);
    m_merge->setEnabled(m_canChange && (isMerged || m_into->count() > 0));
    m_undo->setEnabled(m_canChange && m_changed);
}

void RaterPanel::rename()
{
    const RaterRecord* r = current();
    const QString name = m_name->text().simplified();
    if (!r || name == r->name)
        return;
    m_asked = *r;
    Q_EMIT renameRequested(r->id, name);
}

void RaterPanel::mergeOrSeparate()
{
    const RaterRecord* r = current();
    if (!r)
        return;
    m_asked = *r;
    if (r->sameAs > 0)
        Q_EMIT separateRequested(r->id);
    else if (const qint64 into = m_into->currentData().toLongLong(); into > 0)
        Q_EMIT mergeRequested(r->id, into);
}

void RaterPanel::undo()
{
    m_asked.reset();  // what the undo does is not undone
    const auto before = std::exchange(m_changed, std::nullopt);
    const RaterRecord* now = before ? profile(before->id) : nullptr;
    if (!now)
        return;
    if (now->name != before->name)
        Q_EMIT renameRequested(before->id, before->name);
    else if (before->sameAs > 0)
        Q_EMIT mergeRequested(before->id, before->sameAs);
    else
        Q_EMIT separateRequested(before->id);
}

}  // namespace potstill
