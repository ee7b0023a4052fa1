#include "app/pages/comparebar.h"
#include "app/pages/comparepage.h"
#include "app/pages/sampletableview.h"
#include "app/session/background.h"
#include "widgets/imagegrid.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>
#include <mutex>

// What the Compare page remembers of a project, and the hint for those who have not rated anything in it.
namespace potstill {

CompareState ComparePage::state() const { return {m_plan, m_bar->firstNoise(), m_bar->rows(), m_bar->chosenClass(), m_grid->zoom(), m_view->isTransposed(), m_isHintDismissed}; }

void ComparePage::restore()
{
    if (m_project.isEmpty())
        return;
    runInBackground<CompareState>(
        this, [project = m_project] { return readCompareState(project); },
        [this, project = m_project](const CompareState& state) {
            if (project != m_project)
                return;
            takeState(state);
            listModels();
        });
}

void ComparePage::takeState(const CompareState& state)
{
    m_isHintDismissed = state.isHintDismissed;
    if (m_isTouched || state.isEmpty())
        return;
    m_plan = state.plan;
    m_ladderOf = m_checkpointsOf = m_plan.model;
    m_bar->restoreRows(state.firstNoise, state.rows, state.chosenClass);
    m_grid->setZoom(state.zoom);
    findChild<QAction*>("compare.transpose")->setChecked(state.isTransposed);
    noteGone(state.gone);
    showPlan();
    m_isRestored = true;
    showRestored();
}

void ComparePage::showRestored()
{
    if (!isVisible() || !std::exchange(m_isRestored, false))
        return;
    m_stack->setCurrentIndex(1);
    takeFacts();
}

void ComparePage::noteChange()
{
    if (!m_project.isEmpty())
        m_saveDelay.start();
}

/// Two savings may run at once; the later one stands.
struct ComparePage::Saving {
    std::mutex mutex;
    std::uint64_t asked = 0, done = 0;
};

void ComparePage::saveState()
{
    m_saveDelay.stop();
    if (!m_saving)
        m_saving = std::make_shared<Saving>();
    // A project that cannot be written to keeps none.
    runInBackground<bool>(
        this,
        [state = state(), project = m_project, saving = m_saving, number = ++m_saving->asked] {
            std::lock_guard lock(saving->mutex);
            if (number > saving->done)
                writeCompareState(state, project);
            saving->done = std::max(saving->done, number);
            return true;
        },
        [](bool) {});
}

void ComparePage::keepState()
{
    if (m_saveDelay.isActive())
        saveState();
}

void ComparePage::setComparisonCount(int count)
{
    m_comparisons = count;
    showHint();
}

void ComparePage::showHint()
{
    const auto facts = m_facts.constFind(m_plan.model);
    const bool isStudent = facts != m_facts.constEnd() && facts->value("is_student", false) && !facts->value("teacher_path", "").empty();
    const bool isLadder = m_plan.pivot == ComparePlan::Pivot::Ladder || m_plan.pivot == ComparePlan::Pivot::Checkpoints;
    m_hint->setVisible(m_comparisons == 0 && !m_isHintDismissed && isStudent && isLadder && !table().cells.empty());
}

}  // namespace potstill
