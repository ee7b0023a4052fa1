#include "app/pages/columnpanel.h"
#include "app/pages/comparebar.h"
#include "app/pages/comparepage.h"
#include "app/pages/sampletableview.h"
#include "app/session/background.h"
#include "engine/io/runfolder.h"

#include <QLabel>

#include <algorithm>

// What the Compare page knows about the models in its columns: which there are, what each can do, who taught it, which are gone.
namespace potstill {

namespace {

constexpr int kMostAtFirst = 6;  // runs or checkpoints shown before a person chooses

QString pathOf(const SampleColumn& column) { return QString::fromStdString(column.model.string()); }

/// Those that were chosen are called as they are offered now.
void nameAnew(QList<NamedModel>& chosen, const QList<NamedModel>& offered)
{
    for (NamedModel& model : chosen)
        for (const NamedModel& now : offered)
            if (now.path == model.path)
                model.name = now.name;
}

}  // namespace

void ComparePage::listModels()
{
    runInBackground<QList<NamedModel>>(
        this, [project = m_project] { return runsToCompare(project); },
        [this](const QList<NamedModel>& all) {
            m_offeredRuns = all;
            showFirstRun();
            if (m_plan.runs.isEmpty())
                m_plan.runs = all.mid(0, kMostAtFirst);
            else
                nameAnew(m_plan.runs, all);  // they may have been renamed
            showPlan();
            if (m_plan.pivot == ComparePlan::Pivot::Runs)
                m_delay.start();
        });
    if (m_plan.model.isEmpty())
        return;
    runInBackground<QList<NamedModel>>(
        this, [run = m_plan.model] { return checkpointsOf(run); },
        [this, run = m_plan.model](const QList<NamedModel>& all) {
            if (run != m_plan.model)
                return;
            const bool isOther = std::exchange(m_checkpointsOf, run) != run;
            m_offeredCheckpoints = all;
            if (isOther || m_plan.checkpoints.isEmpty())
                m_plan.checkpoints = evenly(all, kMostAtFirst);
            nameAnew(m_plan.checkpoints, all);  // another may be the best by now
            showPlan();
            if (m_plan.pivot == ComparePlan::Pivot::Checkpoints)
                m_delay.start();
        });
}

void ComparePage::needFacts(const QString& path)
{
    if (path.isEmpty())
        return;
    if (m_facts.contains(path)) {
        takeFacts();
        return;
    }
    if (m_factsPending.contains(path))
        return;
    m_factsPending.insert(path);
    m_status->setText(tr("Opening the model…"));
    runInBackground<Json>(
        this,
        [path = path.toStdString()] {
            Json facts = modelFacts(path);
            if (const std::string teacher = facts.value("teacher_path", ""); !teacher.empty()) {
                // One name for one folder, however a run refers to it.
                facts["teacher_path"] = std::filesystem::weakly_canonical(teacher).string();
                facts["teacher_name"] =
                    std::filesystem::exists(std::filesystem::path(teacher) / "config.json") ? readRunSummary(teacher).name : std::filesystem::path(teacher).filename().string();
            }
            return facts;
        },
        [this, path](const Json& facts) {
            m_factsPending.remove(path);
            m_facts[path] = facts;
            if (path == m_plan.model && std::exchange(m_ladderOf, path) != path) {
                const auto grid = int(facts.value("grid", Json::array()).size());
                m_plan.ladder.clear();
                for (int s = 1; s <= grid; ++s)
                    m_plan.ladder.append(s);
                if (grid == 0)
                    m_plan.ladder = {1, 2, 3, 10};
                m_plan.steps = grid > 0 ? grid : 10;
            }
            takeFacts();
        },
        [this, path](const QString& message) {
            m_factsPending.remove(path);
            m_factsFailed.insert(path);
            withoutVanished([this, message] {
                m_status->setText(message);
                Q_EMIT problem(message);
                takeFacts();
            });
        });
}

const Json& ComparePage::factsOf(const SampleColumn& column) const
{
    static const Json none;
    const auto found = m_facts.constFind(factsPath(column));
    return found == m_facts.constEnd() ? none : *found;
}

void ComparePage::takeFacts()
{
    const std::vector<SampleColumn> columns = m_plan.columns();
    if (columns.empty() || (columns.front().role == "teacher" && m_plan.pivot != ComparePlan::Pivot::Own)) {
        m_sampling.cancel();
        m_view->begin({}, {}, {});
        m_status->setText(m_plan.pivot == ComparePlan::Pivot::Runs ? tr("No run of this project has a checkpoint yet.") : tr("This model has no checkpoints to choose from."));
        return;
    }
    // All of them: marks in the headings and the teachers depend on each.
    bool isWaiting = false;
    const SampleColumn* first = nullptr;
    for (const SampleColumn& c : columns) {
        if (c.role == "teacher" && m_plan.pivot != ComparePlan::Pivot::Own)
            continue;
        const QString path = factsPath(c);
        if (!m_facts.contains(path) && !m_factsFailed.contains(path)) {
            needFacts(path);
            isWaiting = true;
        }
        if (!first && m_facts.contains(path))
            first = &c;
    }
    if (isWaiting || !first)
        return;
    const Json& facts = factsOf(*first);
    QStringList classes;
    const Json& names = facts.at("class_names");
    for (int i = 0; i < facts.value("classes", 0); ++i)
        classes.append(std::size_t(i) < names.size() ? QString::fromStdString(names[std::size_t(i)].get<std::string>()) : tr("Class %1").arg(i));
    m_bar->setClasses(classes);
    if (m_plan.pivot != ComparePlan::Pivot::Own)
        takeTeachers();
    showPlan();
    showHint();
    showColumn();
    m_delay.start();
}

void ComparePage::showColumn()
{
    const std::vector<SampleColumn> columns = m_plan.columns();
    if (columns.empty())
        return;
    const auto at = std::size_t(std::clamp(m_panelColumn, 0, int(columns.size()) - 1));
    const ColumnPanel::Kind kind = m_plan.pivot == ComparePlan::Pivot::Own ? ColumnPanel::Kind::Own : m_plan.isTeacher(at) ? ColumnPanel::Kind::Teacher : ColumnPanel::Kind::Shared;
    m_panel->setSteps(m_plan.pivot == ComparePlan::Pivot::Ladder ? m_plan.ladder : QList<int>{m_plan.steps}, m_plan.pivot == ComparePlan::Pivot::Ladder);
    m_panel->setColumn(columns[at], factsOf(columns[at]), kind, kind == ColumnPanel::Kind::Shared ? tr("All columns of the student") : headingOf(columns[at]));
}

void ComparePage::takeTeachers()
{
    QList<NamedModel> students, others;
    const auto add = [](QList<NamedModel>& to, const NamedModel& m) {
        if (!m.path.isEmpty() && std::none_of(to.begin(), to.end(), [&](const NamedModel& t) { return t.path == m.path; }))
            to.append(m);
    };
    m_plan.bakedGuidance.clear();
    for (const SampleColumn& c : m_plan.columns()) {
        const Json& facts = factsOf(c);
        if (c.role == "teacher" || !facts.is_object())
            continue;
        if (const QString teacher = QString::fromStdString(facts.value("teacher_path", "")); !teacher.isEmpty()) {
            add(students, {teacher, QString::fromStdString(facts.value("teacher_name", ""))});
            m_plan.bakedGuidance[teacher] = std::max(m_plan.bakedGuidance.value(teacher, 0), facts.value("baked_guidance", 0.0));
        } else if (!facts.value("is_student", false))
            add(others, {factsPath(c), QString::fromStdString(facts.value("name", ""))});
    }
    // A model that nobody was distilled from stands beside itself with more steps, but only among its like.
    m_plan.teachers = students.isEmpty() ? others : students;
    m_showsTeacher->setEnabled(!m_plan.teachers.isEmpty());
}

QString ComparePage::factsPath(const SampleColumn& column) const
{
    return m_plan.pivot == ComparePlan::Pivot::Checkpoints && column.role != "teacher" ? m_plan.model : pathOf(column);
}

void ComparePage::withoutVanished(std::function<void()> then)
{
    runInBackground<QStringList>(
        this, [folders = m_plan.folders()] { return vanishedOf(folders); },
        [this, then = std::move(then)](const QStringList& gone) {
            if (gone.isEmpty()) {
                then();
                return;
            }
            const auto isGone = [&](const NamedModel& m) { return gone.contains(m.path); };
            m_offeredRuns.removeIf(isGone);
            m_offeredCheckpoints.removeIf(isGone);
            noteGone(m_plan.forget(gone));
            if (m_plan.runs.isEmpty())
                m_plan.runs = m_offeredRuns.mid(0, kMostAtFirst);
            if (m_plan.checkpoints.isEmpty())
                m_plan.checkpoints = evenly(m_offeredCheckpoints, kMostAtFirst);
            if (m_plan.pivot == ComparePlan::Pivot::Own && m_plan.own.empty())
                m_plan.pivot = ComparePlan::Pivot::Ladder;
            showPlan();
            takeFacts();
        });
}

void ComparePage::noteGone(int count)
{
    if (count == 0)
        return;
    m_notes.append(tr("%n model(s) that stood in the columns are no longer on the disk and were left out.", nullptr, count));
    m_status->setText(m_notes.join(' '));
}

}  // namespace potstill
