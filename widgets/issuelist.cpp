#include "widgets/issuelist.h"

#include "widgets/icon.h"
#include "widgets/optionform.h"

#include <algorithm>

namespace potstill {

IssueList::IssueList(QWidget* parent) : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    viewport()->setAutoFillBackground(false);
    setUniformItemSizes(false);
    setWordWrap(true);
    setAccessibleName(tr("Problems"));
    const auto jump = [this](QListWidgetItem* item) { Q_EMIT issueActivated(item->data(Qt::UserRole).toString()); };
    connect(this, &QListWidget::itemActivated, this, jump);
    connect(this, &QListWidget::itemClicked, this, jump);
}

void IssueList::setIssues(const Issues& issues, const OptionSchema* schema)
{
    m_issues = issues;
    std::stable_sort(m_issues.begin(), m_issues.end(), [](const Issue& a, const Issue& b) { return a.severity < b.severity; });
    clear();
    for (const Issue& issue : m_issues) {
        const FieldInfo* info = schema && !issue.path.empty() ? schema->find(issue.path) : nullptr;
        const QString where = info ? optionText(info->label) : QString::fromStdString(issue.path);
        const QString message = QString::fromStdString(issue.message);
        const bool isError = issue.severity == Issue::Severity::Error;
        auto* item = new QListWidgetItem(icon(isError ? QStringLiteral("error") : QStringLiteral("warning"), isError ? IconTone::Danger : IconTone::Warning),
                                         where.isEmpty() ? message : QStringLiteral("%1: %2").arg(where, message), this);
        item->setData(Qt::UserRole, QString::fromStdString(issue.path));
        item->setData(Qt::AccessibleTextRole, (isError ? tr("Error: %1") : tr("Warning: %1")).arg(item->text()));
        item->setToolTip(issue.path.empty() ? QString() : tr("Go to %1").arg(where));
    }
    updateGeometry();
}

QSize IssueList::sizeHint() const
{
    int height = 2;
    for (int i = 0; i < std::min(count(), 6); ++i)
        height += sizeHintForRow(i);
    return {320, std::max(height, 28)};
}

}  // namespace potstill
