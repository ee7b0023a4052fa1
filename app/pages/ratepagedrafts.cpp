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
constexpr int kMostCheckpoints = 6, kTeacherCalls = 50;
constexpr int kManySeeds = 60;  // where there are many pairs of systems

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

/// As far as the form shows it.
bool isSame(const ComparisonRecord& a, const ComparisonRecord& b) { return a.name == b.name && a.definition == b.definition && a.plan == b.plan; }

/// At which a model is compared: a student's own steps, a teacher's usual calls.
int usualSteps(const Json& facts) { return facts.value("is_student", false) ? std::max<int>(1, int(facts.value("grid", Json::array()).size())) : kTeacherCalls; }

}  // namespace

class RatePage::DraftEdit final : public QUndoCommand {
public:
    DraftEdit(RatePage& page, ComparisonRecord before, ComparisonRecord after, int step)
        : QUndoCommand(tr("Draft")), m_page(page), m_before(std::move(before)), m_after(std::move(after)), m_step(step)
    {
    }
    void undo() override { m_page.putDraft(m_before); }
    void redo() override
    {
        if (std::exchange(m_wasUndone, true))  // else the form shows it already
            m_page.putDraft(m_after);
    }
    int id() const override { return 0x0d0e; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const DraftEdit*>(other);
        if (next->m_step != m_step)
            return false;
        m_after = next->m_after;
        setObsolete(isSame(m_before, m_after));
        return true;
    }

private:
    RatePage& m_page;
    ComparisonRecord m_before, m_after;
    int m_step;
    bool m_wasUndone = false;
};

/// At once, while it is saved when the form settles.
void RatePage::takeEdit(const ComparisonRecord& draft, int step)
{
    if (isSame(draft, m_edited))
        return;
    m_undo.push(new DraftEdit(*this, m_edited, draft, step));
    m_edited = draft;
}

void RatePage::putDraft(const ComparisonRecord& draft)
{
    m_form->setComparison(draft);
    m_edited = draft;
    if (m_form->isValid())
        saveDraft(draft);
}

void RatePage::newDraft()
{
    withStudent({}, [this](const RatedStudent& student) {
        std::vector<PlannedSystem> systems = {{"bundled:sprites-v", true, 3, "", {}}, {"bundled:sprites-v", true, 50, "", {}}};
        if (!student.run.isEmpty())
            systems = {{student.run.toStdString(), true, student.steps, "", {}},
                       student.teacher.empty() ? PlannedSystem{student.run.toStdString(), true, 1, "", {}}
                                               : PlannedSystem{student.teacher, true, kTeacherCalls, "", {}, student.guidance}};
        addDraft(ComparisonForm::newDraft(tr("New comparison"), systems, {SystemRows::systemName(systems[0]), SystemRows::systemName(systems[1])}, kNewSeeds));
    });
}

void RatePage::addDraft(const ComparisonRecord& draft)
{
    say({});
    m_selectNext = draft.id;
    saveDraft(draft);
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
    if (!m_removed.isEmpty())
        bringBack(QString(m_removed.last()));
}

void RatePage::bringBack(const QString& comparison)
{
    m_removed.removeAll(comparison);
    m_selectNext = comparison;
    say({});
    change([comparison](RatingDatabase& d) { d.setTrashed(comparison, false); });
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
                  m_undo.clear();  // nothing is edited under it
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

/// Says so where nothing can be rated.
bool RatePage::canRate()
{
    if (m_store.state() == RatingStore::State::Ready)
        return true;
    fail(tr("Nothing can be rated in this project: its ratings could not be opened, or cannot be written."));
    return false;
}

void RatePage::startQuick(const QString& runFolder)
{
    if (!canRate() || !canMakeImages())
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
    if (!canRate())
        return;
    struct Found {
        QString name;
        std::vector<std::filesystem::path> checkpoints;
        int steps = kTeacherCalls;
    };
    say(tr("Looking at the checkpoints…"));
    runInBackground<Found>(
        this,
        [run = std::filesystem::path(runFolder.toStdString())] {
            Found out{QString::fromStdString(readRunSummary(run).name), spread(checkpointsOf(run)), kTeacherCalls};
            if (out.checkpoints.size() < 2)
                throw Error(ErrorCode::NotFound, tr("%1 has fewer than two checkpoints, so there is nothing to compare.").arg(out.name).toStdString());
            out.steps = usualSteps(modelFacts(out.checkpoints.back()));
            return out;
        },
        [this, project = m_project](const Found& found) {
            if (project != m_project)
                return;
            std::vector<PlannedSystem> systems;
            QStringList names;
            for (const auto& checkpoint : found.checkpoints) {
                systems.push_back({checkpoint.string(), true, found.steps, "", {}});
                names.append(tr("%L1 images").arg(imagesOf(checkpoint)));
            }
            ComparisonRecord draft = ComparisonForm::newDraft(tr("Checkpoints of %1").arg(found.name), systems, names, kManySeeds);
            draft.definition.kind = ComparisonKind::Exploratory;  // nothing is claimed of fifteen pairs
            addDraft(draft);
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::rateRuns(const QStringList& runFolders)
{
    if (!canRate())
        return;
    if (runFolders.size() > qsizetype(SystemRows::kMostSystems)) {
        fail(tr("%1 runs are selected; at most %2 can be compared at once.").arg(runFolders.size()).arg(SystemRows::kMostSystems));
        return;
    }
    struct Found {
        std::vector<PlannedSystem> systems;
        QStringList names;
    };
    say(tr("Opening the runs…"));
    runInBackground<Found>(
        this,
        [runFolders] {
            Found out;
            for (const QString& folder : runFolders) {
                const std::filesystem::path run = folder.toStdString();
                out.systems.push_back({run.string(), true, usualSteps(modelFacts(run)), "", {}});
                const QString name = QString::fromStdString(readRunSummary(run).name);
                out.names.append(out.names.contains(name) ? QString::fromStdString(run.filename().string()) : name);
            }
            return out;
        },
        [this, project = m_project](const Found& found) {
            if (project != m_project)
                return;
            const bool isOnePair = found.systems.size() == 2;
            const QString name =
                isOnePair ? tr("%1 beside %2").arg(found.names[0], found.names[1]) : tr("%1 and %n other run(s)", nullptr, int(found.names.size()) - 1).arg(found.names[0]);
            ComparisonRecord draft = ComparisonForm::newDraft(name, found.systems, found.names, isOnePair ? kNewSeeds : kManySeeds);
            if (!isOnePair)
                draft.definition.kind = ComparisonKind::Exploratory;
            addDraft(draft);
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
