#include "app/pages/comparisonform.h"
#include "app/pages/ratepage.h"
#include "app/pages/systemrows.h"
#include "app/session/background.h"
#include "engine/core/resources.h"
#include "engine/io/diskuse.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace potstill {

namespace {

constexpr int kQuickChecks = 2, kQuickSteps = 3, kNewSeeds = 300;
constexpr int kMostCheckpoints = 6, kManySeeds = 60, kTeacherCalls = 50;

std::int64_t imagesOf(const std::filesystem::path& checkpoint) { return std::stoll(checkpoint.filename().string()); }

/// At most kMostCheckpoints of them, as evenly spread over the images seen as they lie; the first and the last always.
std::vector<std::filesystem::path> spread(const std::vector<std::filesystem::path>& checkpoints)
{
    if (int(checkpoints.size()) <= kMostCheckpoints)
        return checkpoints;
    const double first = double(imagesOf(checkpoints.front())), last = double(imagesOf(checkpoints.back()));
    std::vector<std::filesystem::path> out;
    for (int i = 0; i < kMostCheckpoints; ++i) {
        const double wanted = first + (last - first) * i / (kMostCheckpoints - 1);
        const auto nearest = std::min_element(checkpoints.begin(), checkpoints.end(),
                                              [&](const auto& a, const auto& b) { return std::abs(double(imagesOf(a)) - wanted) < std::abs(double(imagesOf(b)) - wanted); });
        if (out.empty() || out.back() != *nearest)
            out.push_back(*nearest);
    }
    return out;
}

/// Those that a model is made for: the calls of a student's grid; of a teacher so many as make good images. Reads the model: not for the window's thread.
int stepsOf(const std::filesystem::path& model)
{
    const Json facts = modelFacts(model);
    return facts.value("is_student", false) ? std::max<int>(1, int(facts.value("grid", Json::array()).size())) : kTeacherCalls;
}

}  // namespace

void RatePage::newDraft()
{
    withStudent({}, [this](const RatedStudent& student) {
        std::vector<PlannedSystem> systems = {{"bundled:sprites-v", true, 3, "", {}}, {"bundled:sprites-v", true, 50, "", {}}};
        if (!student.run.isEmpty())
            systems = {{student.run.toStdString(), true, student.steps, "", {}},
                       student.teacher.empty() ? PlannedSystem{student.run.toStdString(), true, 1, "", {}}
                                               : PlannedSystem{student.teacher, true, kTeacherCalls, "", {}, student.guidance}};
        const ComparisonRecord draft = ComparisonForm::newDraft(tr("New comparison"), systems, {SystemRows::systemName(systems[0]), SystemRows::systemName(systems[1])}, kNewSeeds);
        m_selectNext = draft.id;
        saveDraft(draft);
    });
}

void RatePage::cloneCurrent()
{
    const Row* row = currentRow();
    if (!row)
        return;
    const ComparisonRecord& original = row->comparison;
    QStringList names;
    for (const ComparedSystem& s : original.definition.systems)
        names.append(QString::fromStdString(s.name));
    ComparisonRecord draft = ComparisonForm::newDraft(tr("%1, again").arg(original.name), original.plan.systems, names, int(original.definition.seeds.size()));
    ComparisonDefinition d = original.definition;
    if (!original.isImported)
        d.systems = draft.definition.systems;
    d.seeds = draft.definition.seeds;
    d.commonSeeds.assign(d.seeds.begin(), d.seeds.begin() + std::ptrdiff_t(std::min(d.commonSeeds.size(), d.seeds.size())));
    draft.definition = d;
    draft.plan.checkSeeds = reservedSeeds(draft.id, int(original.plan.checkSeeds.size()), kCheckSeedOffset);
    draft.isImported = original.isImported;
    m_selectNext = draft.id;
    if (draft.isImported)
        change([draft, id = original.id](RatingDatabase& database) { database.cloneTexts(id, draft); });
    else
        saveDraft(draft);
}

void RatePage::removeCurrent()
{
    change([id = current()](RatingDatabase& d) { d.setTrashed(id, true); }, tr("The draft was removed."));
}

void RatePage::undoRemove()
{
    if (m_removed.isEmpty())
        return;
    m_selectNext = m_removed.takeLast();
    say({});
    change([id = m_selectNext](RatingDatabase& d) { d.setTrashed(id, false); });
}

void RatePage::saveDraft(const ComparisonRecord& draft)
{
    // Whoever comes back to it before the rows are read again finds it as it is.
    for (Row& row : m_rows)
        if (ComparisonRecord& known = row.comparison; known.id == draft.id) {
            known.name = draft.name;
            known.definition = draft.definition;
            known.plan.systems = draft.plan.systems;
            known.plan.checkSeeds = draft.plan.checkSeeds;
        }
    change([draft](RatingDatabase& d) { d.saveDraft(draft); });
}

void RatePage::withDraft(std::function<ComparisonRecord(RatingDatabase&, const QString&)> work, std::function<void(const ComparisonRecord&)> done)
{
    if (!m_form->settle())
        return;  // the form says what is wrong
    m_store.ask<ComparisonRecord>(
        this,
        [draft = m_form->comparison(), work = std::move(work)](RatingDatabase& d) {
            d.saveDraft(draft);
            return work(d, draft.id);
        },
        std::move(done),
        [this](const QString& m) {
            fail(m);
            refresh();
        });
}

void RatePage::prepare()
{
    withDraft([](RatingDatabase& d, const QString& id) { return d.comparison(id); },
              [this](const ComparisonRecord& draft) {
                  if (m_preparation.isBusy())
                      return;
                  say({});
                  m_preparation.begin(draft);
                  if (draft.id == current())
                      showDraft(draft);
              });
}

void RatePage::lock()
{
    withDraft([](RatingDatabase& d, const QString& id) { return d.lock(id); }, [this](const ComparisonRecord& c) { locked(c); });
}

void RatePage::locked(const ComparisonRecord& c)
{
    say(tr("Locked: question, systems, claim and rules are fixed from now on."));
    m_selectNext = c.id;
    refresh();
}

void RatePage::closeCurrent()
{
    change([id = current()](RatingDatabase& d) { d.close(id); });
}

/// Says so where others are being made, or are about to be for a quick look.
bool RatePage::canMakeImages()
{
    if (!m_preparation.isBusy() && m_quick.isEmpty())
        return true;
    fail(tr("Images are being made already; stop that first."));
    return false;
}

void RatePage::startQuick(const QString& runFolder)
{
    if (m_store.state() != RatingStore::State::Ready) {
        fail(tr("Ratings are off in this project."));
        return;
    }
    if (!canMakeImages())
        return;
    say(tr("Opening the student…"));
    withStudent(runFolder, [this, project = m_project](const RatedStudent& student) {
        if (!canMakeImages())
            return;
        if (student.teacher.empty()) {
            fail(tr("Only a distilled student can be rated against its teacher."));
            return;
        }
        const int steps = std::min(kQuickSteps, student.steps);
        ComparisonRecord draft = ComparisonForm::newDraft(
            tr("Quick look: %1").arg(student.name), {{student.run.toStdString(), true, steps, "", {}}, {student.teacher, true, steps, "", {}, student.guidance}},
            steps == 1 ? QStringList{tr("Student, 1 step"), tr("Teacher, 1 step")} : QStringList{tr("Student, %1 steps").arg(steps), tr("Teacher, %1 steps").arg(steps)},
            2 * kQuickPairs);
        draft.definition.sessionLength = kQuickPairs;
        draft.definition.checksPerSession = kQuickChecks;
        draft.plan.checkSeeds = reservedSeeds(draft.id, 2 * kQuickChecks, kCheckSeedOffset);
        m_quick = m_selectNext = draft.id;
        m_store.ask<ComparisonRecord>(
            this,
            [draft](RatingDatabase& d) {
                d.saveDraft(draft);
                return d.comparison(draft.id);
            },
            [this, project](const ComparisonRecord& saved) {
                const QString quick = std::exchange(m_quick, {});
                if (project != m_project || !canMakeImages())
                    return refresh();
                m_quick = quick;
                say({});
                m_preparation.begin(saved);
                refresh();
            },
            [this](const QString& m) {
                m_quick.clear();
                fail(m);
            });
    });
}

void RatePage::startQuickWithNewest()
{
    withStudent({}, [this](const RatedStudent& student) {
        if (student.run.isEmpty())
            fail(tr("There is no student in this project yet: distil one first."));
        else
            startQuick(student.run);
    });
}

void RatePage::rateCheckpoints(const QString& runFolder)
{
    say(tr("Looking at the checkpoints…"));
    draftOf([run = std::filesystem::path(runFolder.toStdString())] {
        const QString name = QString::fromStdString(readRunSummary(run).name);
        const std::vector<std::filesystem::path> checkpoints = spread(checkpointsOf(run));
        if (checkpoints.size() < 2)
            throw Error(ErrorCode::NotFound, tr("%1 has fewer than two checkpoints, so there is nothing to compare.").arg(name).toStdString());
        DraftParts parts{tr("Checkpoints of %1").arg(name), {}, {}};
        const int steps = stepsOf(checkpoints.back());
        for (const auto& checkpoint : checkpoints) {
            parts.systems.push_back({checkpoint.string(), true, steps, "", {}});
            parts.systemNames.append(tr("%L1 images").arg(imagesOf(checkpoint)));
        }
        return parts;
    });
}

void RatePage::rateRuns(const QStringList& runFolders)
{
    say(tr("Looking at the runs…"));
    draftOf([runFolders] {
        DraftParts parts;
        for (const QString& folder : runFolders) {
            const std::filesystem::path run = folder.toStdString();
            if (checkpointsOf(run).empty())
                continue;
            const QString name = QString::fromStdString(readRunSummary(run).name);
            parts.systems.push_back({run.string(), true, stepsOf(run), "", {}});
            parts.systemNames.append(parts.systemNames.contains(name) ? QString::fromStdString(run.filename().string()) : name);  // no two have one name
        }
        if (parts.systems.size() < 2)
            throw Error(ErrorCode::NotFound, tr("Fewer than two of these runs have a checkpoint, so there is nothing to compare.").toStdString());
        parts.name = tr("Runs: %1").arg(parts.systemNames.join(", "));
        return parts;
    });
}

void RatePage::draftOf(std::function<DraftParts()> look)
{
    if (m_store.state() != RatingStore::State::Ready) {
        fail(tr("Ratings are off in this project."));
        return;
    }
    runInBackground<DraftParts>(
        this, std::move(look),
        [this, project = m_project](const DraftParts& parts) {
            if (project != m_project)
                return;
            ComparisonRecord draft = ComparisonForm::newDraft(parts.name, parts.systems, parts.systemNames, kManySeeds);
            draft.definition.kind = ComparisonKind::Exploratory;  // nothing is claimed of up to fifteen pairs
            m_selectNext = draft.id;
            say({});
            saveDraft(draft);
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::withStudent(const QString& runFolder, std::function<void(const RatedStudent&)> then)
{
    runInBackground<RatedStudent>(
        this,
        [run = runFolder.toStdString(), project = m_project.toStdString()]() mutable {
            if (run.empty() && Project::isProject(project))
                for (const auto& candidate : Project::open(project).runs())
                    if (const RunSummary s = readRunSummary(candidate); s.kind == "student" && s.imagesSeen > 0)
                        run = candidate.string();
            if (run.empty())
                return RatedStudent{};
            const Json facts = modelFacts(run);
            RatedStudent out{QString::fromStdString(run), QString::fromStdString(facts.value("name", "")), {}, std::max<int>(1, int(facts.value("grid", Json::array()).size()))};
            if (const std::string teacher = facts.value("teacher", ""); facts.value("is_student", false) && !teacher.empty()) {
                out.teacher = teacher.rfind("bundled:", 0) == 0 ? teacher : resolveModelPath(teacher, project).string();
                out.guidance = facts.value("baked_guidance", 0.0);
            }
            return out;
        },
        [this, project = m_project, then = std::move(then)](const RatedStudent& student) {
            if (project == m_project)  // else another one was opened meanwhile
                then(student);
        },
        [this](const QString& m) { fail(m); });
}

}  // namespace potstill
