#include "app/window/warninglist.h"

#include "widgets/icon.h"

#include <QMenu>

#include <algorithm>
#include <utility>

namespace potstill {

namespace {

constexpr int kMostCharacters = 120;

}  // namespace

WarningList::WarningList(QWidget* parent) : QToolButton(parent), m_list(new QMenu(this))
{
    setObjectName("status.warnings");
    setIcon(potstill::icon("warning", IconTone::Warning));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Warnings of this session; each leads to its run"));
    setAccessibleName(tr("Warnings"));
    setFocusPolicy(Qt::StrongFocus);
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    m_list->setObjectName("status.warningList");
    m_list->setToolTipsVisible(true);
    setMenu(m_list);
    connect(m_list, &QMenu::aboutToShow, this, &WarningList::refresh);
    hide();
}

void WarningList::add(const Entry& entry)
{
    if (entry.runFolder.isEmpty() && std::any_of(m_entries.begin(), m_entries.end(), [&entry](const Entry& e) { return e.text == entry.text && !e.runFolder.isEmpty(); }))
        return;  // the run has said so itself
    m_entries.removeIf(
        [&entry](const Entry& e) { return e.runFolder == entry.runFolder && (e.text == entry.text || (!e.warning.code.empty() && e.warning.code == entry.warning.code)); });
    m_entries.prepend(entry);
    if (m_entries.size() > kMostEntries)
        m_entries.removeLast();
    setText(tr("%n warning(s)", nullptr, int(m_entries.size())));
    setAccessibleName(text());
    show();
}

void WarningList::clear()
{
    m_entries.clear();
    hide();
}

void WarningList::refresh()
{
    m_list->clear();
    for (const Entry& e : std::as_const(m_entries)) {
        QString line = e.text.size() > kMostCharacters ? e.text.left(kMostCharacters - 1) + QChar(0x2026) : e.text;
        QAction* action = m_list->addAction(potstill::icon("warning", IconTone::Warning), line.replace('&', "&&"));
        action->setToolTip(e.text);
        connect(action, &QAction::triggered, this, [this, e] { Q_EMIT chosen(e); });
    }
}

}  // namespace potstill
