#include "app/pages/ratepage.h"

#include "app/pages/comparisonform.h"
#include "app/rating/ratingreport.h"
#include "app/session/background.h"
#include "engine/core/resources.h"
#include "engine/io/diskuse.h"
#include "engine/io/runfolder.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/numbertext.h"
#include "widgets/progressline.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace potstill {

namespace {

constexpr int kQuickPairs = 20, kQuickChecks = 2, kQuickSteps = 3, kNewSeeds = 300;
constexpr int kMostCheckpoints = 6, kCheckpointSeeds = 60, kTeacherCalls = 50;

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

QString durationText(double seconds)
{
    if (seconds < 90)
        return RatePage::tr("%1 s").arg(std::max(1.0, seconds), 0, 'f', 0);
    return seconds < 5400 ? RatePage::tr("%1 min").arg(seconds / 60, 0, 'f', 0) : RatePage::tr("%1 h").arg(numberText(seconds / 3600, 'f', 1));
}

QString stateText(const ComparisonRecord& c, bool isDecided)
{
    switch (c.state) {
    case ComparisonState::Draft: return RatePage::tr("draft");
    case ComparisonState::Closed: return RatePage::tr("closed");
    case ComparisonState::Locked: break;
    }
    // While the rater's own session is open nothing tells how the votes stand.
    return isDecided && !c.openSession ? RatePage::tr("decided") : RatePage::tr("locked");
}

QString claimText(const Claim& claim)
{
    switch (claim.kind) {
    case ClaimKind::Better: return RatePage::tr("the first is better");
    case ClaimKind::NotWorse: return RatePage::tr("the first is not worse by %1 points").arg(100 * claim.margin);
    case ClaimKind::Estimate: return RatePage::tr("estimate to %1 points").arg(100 * claim.halfWidth);
    }
    return {};
}

}  // namespace

RatePage::RatePage(std::shared_ptr<RatingWork> work, QWidget* parent)
    : QWidget(parent), m_work(std::move(work)), m_store(m_work->store), m_preparation(m_work->preparation), m_quick(m_work->quick), m_view(std::make_unique<VotingView>())
{
    setObjectName("ratePage");
    askFile = [this](const QString& title, const QString& filter, bool saves) {
        return saves ? QFileDialog::getSaveFileName(this, title, m_project, filter) : QFileDialog::getOpenFileName(this, title, m_project, filter);
    };
    buildPage();
    connect(&m_store, &RatingStore::stateChanged, this, &RatePage::followStore);
    connect(m_view.get(), &VotingView::voted, this, &RatePage::saveVote);
    connect(m_view.get(), &VotingView::undone, this, &RatePage::undoVote);
    connect(m_view.get(), &VotingView::left, this, [this] { leaveSession(false); });
    connect(m_view.get(), &VotingView::finished, this, [this] { leaveSession(true); });
    connect(&m_foreign, &PackRating::opened, this, [this](const QString& question, const std::vector<VotingPair>& pairs) {
        say({});
        showPairs(question, pairs);
    });
    connect(&m_foreign, &PackRating::refused, this, &RatePage::failOpening);
    connect(&m_foreign, &PackRating::written, this, [this](const QString& file) { say(tr("Your answers are in %1. Send that file to whoever gave you the pack.").arg(file)); });
    connect(&m_foreign, &PackRating::failed, this, [this](const QString& message) {
        if (m_foreign.isOpen())
            leaveSession(false);  // rating on would lose answers in silence
        fail(message);
    });
    m_beat.setInterval(int(kBeatMs));
    connect(&m_beat, &QTimer::timeout, this, &RatePage::beat);
    connect(&m_preparation, &ImagePreparation::estimated, this, [this](int images, double seconds, bool waits) {
        if (m_preparation.comparison() == current()) {
            m_preparing->setText(waits ? tr("%1 images will take about %2.").arg(images).arg(durationText(seconds)) : tr("Making %1 images…").arg(images));
            m_confirm->setVisible(waits && m_quick.isEmpty());
        }
        if (waits && !m_quick.isEmpty())
            m_preparation.confirm();
    });
    connect(&m_preparation, &ImagePreparation::progressed, this, [this](int done, int total, double left) {
        if (m_preparation.comparison() != current())
            return;
        m_progress->setProgress(total > 0 ? double(done) / total : 0);
        if (left >= 0)
            m_preparing->setText(tr("%1 of %2 images, %3 left").arg(done).arg(total).arg(durationText(left)));
    });
    connect(&m_preparation, &ImagePreparation::finished, this, [this] {
        const QString quick = std::exchange(m_quick, {});
        say(tr("The images are ready. Locking fixes the definition before the first vote."));
        if (quick.isEmpty())
            return refresh();
        m_store.ask<ComparisonRecord>(
            this, [quick](RatingDatabase& d) { return d.lock(quick); },
            [this](const ComparisonRecord& c) {
                locked(c);
                rate(c.id);
            },
            [this](const QString& m) { fail(m); });
    });
    connect(&m_preparation, &ImagePreparation::stopped, this, [this] {
        m_quick.clear();
        refresh();
    });
    connect(&m_preparation, &ImagePreparation::failed, this, [this](const QString& message) {
        m_quick.clear();
        fail(message);
        refresh();
    });
    if (m_preparation.isBusy())
        m_selectNext = m_preparation.comparison();
    else
        m_quick.clear();  // it was about to begin on a page that is gone
    followStore(m_store.state());
}

RatePage::~RatePage()
{
    // A field that loses its focus while the page goes would still ask for the store.
    m_raters->lineEdit()->disconnect(this);
}

void RatePage::keepDraft()
{
    if (const auto pending = m_form->takePending())
        saveDraft(*pending);
}

void RatePage::setProject(const QString& folder)
{
    keepDraft();
    m_project = folder;
    m_form->setProject(folder);
    if (m_store.project() == folder && (m_store.state() == RatingStore::State::Ready || m_store.state() == RatingStore::State::ReadOnly)) {
        refresh();  // what goes on goes on
        return;
    }
    m_preparation.stop();
    leaveSession(false);
    m_rows.clear();
    m_store.open(folder);
}

void RatePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void RatePage::followStore(RatingStore::State state)
{
    const bool isReady = state == RatingStore::State::Ready;
    for (QWidget* w : std::initializer_list<QWidget*>{m_new, m_quickButton, m_import, m_prepare, m_lock, m_rate, m_pack})
        w->setEnabled(isReady);
    m_form->setReadOnly(!isReady);
    if (state == RatingStore::State::Refused) {
        m_refused->setText(m_store.problem());
        m_stack->setCurrentWidget(m_refused);
        return;
    }
    if (state == RatingStore::State::ReadOnly)
        say(tr("This project cannot be written to: its ratings can be looked at, but nothing can be rated."));
    if (state != RatingStore::State::Closed)
        refresh();
}

void RatePage::refresh()
{
    if (m_store.state() != RatingStore::State::Ready && m_store.state() != RatingStore::State::ReadOnly)
        return;
    struct Lobby {
        std::vector<Row> rows;
        std::vector<RaterRecord> raters;
        QString rater;
    };
    QHash<QString, Row> known;
    for (const Row& r : m_rows)
        known.insert(r.comparison.id, r);
    m_store.ask<Lobby>(
        this,
        [name = m_raters->currentText().simplified(), known](RatingDatabase& database) {
            Lobby lobby{{}, database.raters(), name};
            if (name.isEmpty())
                lobby.rater = lobby.raters.empty() ? qEnvironmentVariable("USER", tr("Rater 1")) : lobby.raters.back().name;
            const auto own = std::find_if(lobby.raters.begin(), lobby.raters.end(), [&](const RaterRecord& r) { return r.name == lobby.rater; });
            const qint64 rater = own == lobby.raters.end() ? 0 : own->id;
            for (ComparisonRecord& c : database.comparisons(rater)) {
                Row row{std::move(c), {}, false};
                const auto before = known.constFind(row.comparison.id);
                if (before != known.constEnd() && before->comparison.lastVote == row.comparison.lastVote) {
                    row.finding = before->finding;
                    row.isDecided = before->isDecided;
                } else if (row.comparison.votes > 0) {
                    const ComparisonData data = database.load(row.comparison.id);
                    const Analysis analysis = analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(0));
                    row.finding = QString::fromStdString(analysis.finding);
                    row.isDecided = std::all_of(analysis.pairs.begin(), analysis.pairs.end(), [](const PairResult& p) { return p.verdict != Verdict::Undecided; });
                }
                lobby.rows.push_back(std::move(row));
            }
            return lobby;
        },
        [this](const Lobby& lobby) {
            const QString typed = m_raters->currentText();
            const QSignalBlocker blocker(m_raters);
            m_raters->clear();
            for (const RaterRecord& r : lobby.raters)
                m_raters->addItem(r.name);
            m_raters->setCurrentText(typed.isEmpty() && !m_raters->hasFocus() ? lobby.rater : typed);
            takeRows(lobby.rows);
        },
        [this](const QString& message) { fail(message); });
}

void RatePage::takeRows(const std::vector<Row>& rows)
{
    const QString selected = m_selectNext.isEmpty() ? current() : std::exchange(m_selectNext, {});
    m_rows = rows;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Row& r : rows) {
        const bool isDecided = r.isDecided && !r.comparison.openSession;
        auto* item = new QTreeWidgetItem({r.comparison.name, stateText(r.comparison, r.isDecided), QString::number(r.comparison.votes)});
        item->setIcon(1, icon(r.comparison.state == ComparisonState::Draft ? "draft" : isDecided ? "done" : "lock"));
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, r.comparison.name);
        item->setData(0, Qt::UserRole, r.comparison.id);
        m_list->addTopLevelItem(item);
        if (r.comparison.id == selected)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !rows.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_stack->setCurrentIndex(rows.empty() ? 0 : 1);
    m_quickButton->setVisible(!rows.empty());
    m_new->setVisible(!rows.empty());
    m_undoRemove->setVisible(!m_removed.isEmpty());
    showCurrent();
    std::vector<ComparisonRecord> comparisons;
    for (const Row& r : rows)
        comparisons.push_back(r.comparison);
    Q_EMIT comparisonsRead(comparisons);
}

QString RatePage::current() const { return m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole).toString() : QString(); }

QString RatePage::raterName() const { return m_raters->currentText().simplified(); }

void RatePage::showComparison(const QString& id)
{
    m_selectNext = id;
    refresh();
}

const RatePage::Row* RatePage::currentRow() const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [id = current()](const Row& r) { return r.comparison.id == id; });
    return it == m_rows.end() ? nullptr : &*it;
}

void RatePage::showCurrent()
{
    const Row* row = currentRow();
    m_detail->setVisible(row != nullptr);
    if (!row)
        return;
    row->comparison.state == ComparisonState::Draft ? showDraft(row->comparison) : showLocked(*row);
    Q_EMIT comparisonChanged(row->comparison.id);
}

int RatePage::imagesNeeded(const ComparisonRecord& c) { return int(c.definition.systems.size() * (c.definition.seeds.size() + 2 * c.plan.checkSeeds.size())); }

void RatePage::showDraft(const ComparisonRecord& c)
{
    m_detail->setCurrentIndex(0);
    const bool isBusy = m_preparation.isBusy() && m_preparation.comparison() == c.id, isReady = m_store.state() == RatingStore::State::Ready;
    if (m_form->comparison().id != c.id) {  // else what is being typed stays
        keepDraft();
        m_form->setComparison(c);
    }
    m_form->setReadOnly(isBusy || !isReady);
    const int needed = imagesNeeded(c);
    const bool hasImages = c.missingImages == 0;
    m_prepare->setVisible(!isBusy && !hasImages);
    m_prepare->setEnabled(isReady && m_form->isValid() && !m_preparation.isBusy());
    m_lock->setVisible(!isBusy && hasImages);
    m_lock->setEnabled(isReady && m_form->isValid());
    m_remove->setVisible(!isBusy);
    m_remove->setEnabled(isReady);
    m_stop->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_confirm->hide();
    if (isBusy) {
        m_progress->setProgress(0);
        m_preparing->setText(m_quick.isEmpty() ? tr("Making the first images, to see how long all will take…") : tr("Making the images of %1 pairs…").arg(kQuickPairs));
        m_preparation.announce();
    } else {
        m_preparing->setText(hasImages ? tr("All images are there.") : tr("%1 of %2 images are there.").arg(needed - c.missingImages).arg(needed));
    }
}

void RatePage::showLocked(const Row& row)
{
    m_detail->setCurrentIndex(1);
    const ComparisonRecord& c = row.comparison;
    const ComparisonDefinition& d = c.definition;
    QStringList systems;
    for (const ComparedSystem& s : d.systems)
        systems.append(QString::fromStdString(s.name).toHtmlEscaped());
    const auto line = [](const QString& name, const QString& value) {
        return QString("<tr><td align=\"right\" style=\"padding-right:12px\">%1</td><td>%2</td></tr>").arg(name, value);
    };
    m_summary->setText(
        "<h3>" + c.name.toHtmlEscaped() + "</h3><table cellpadding=\"3\">" + line(tr("Question"), QString::fromStdString(d.question).toHtmlEscaped())
        + line(tr("Systems"), systems.join("<br>")) + line(tr("Claim"), claimText(d.claim))
        + line(tr("Kind"), d.kind == ComparisonKind::Confirmatory ? tr("confirmatory") : tr("exploratory")) + line(tr("Noise seeds"), QString::number(d.seeds.size()))
        + line(tr("A session"), tr("%1 pairs and %2 hidden checks").arg(d.sessionLength).arg(d.checksPerSession)) + line(tr("Votes so far"), QString::number(c.votes))
        + line(tr("Sessions"), QString::number(c.sessions)) + line(tr("Definition"), tr("fixed, SHA-256 %1").arg("<code>" + c.hash.left(16) + "…</code>")) + "</table>");
    m_summary->setToolTip(c.hash);
    m_finding->setText(c.openSession ? tr("The results stay closed until your session ends.") : row.finding);
    const bool isOpen = c.state == ComparisonState::Locked, isReady = m_store.state() == RatingStore::State::Ready;
    m_rate->setText(c.openSession ? tr("Go on rating") : tr("Rate"));
    m_rate->setVisible(isOpen);
    m_rate->setEnabled(isReady);
    m_pack->setVisible(isOpen);
    m_pack->setEnabled(isReady);
    m_close->setVisible(isOpen);
    m_close->setEnabled(isReady && !c.openSession);
    m_export->setEnabled(c.votes > 0 && !c.openSession);
    m_clone->setVisible(!c.isImported);
    m_clone->setEnabled(isReady);
}

void RatePage::say(const QString& message)
{
    m_status->setText(message);
    m_status->setVisible(!message.isEmpty());
    m_takeOver->hide();
}

void RatePage::fail(const QString& message)
{
    say(message);
    Q_EMIT problem(message);
}

void RatePage::newDraft()
{
    withStudent({}, [this](const RatedStudent& student) {
        std::vector<PlannedSystem> systems = {{"bundled:sprites-v", true, 3, "", {}}, {"bundled:sprites-v", true, 50, "", {}}};
        if (!student.run.isEmpty())
            systems = {{student.run.toStdString(), true, student.steps, "", {}},
                       student.teacher.empty() ? PlannedSystem{student.run.toStdString(), true, 1, "", {}} : PlannedSystem{student.teacher, true, 50, "", {}}};
        const ComparisonRecord draft =
            ComparisonForm::newDraft(tr("New comparison"), systems, {ComparisonForm::systemName(systems[0]), ComparisonForm::systemName(systems[1])}, kNewSeeds);
        m_selectNext = draft.id;
        saveDraft(draft);
    });
}

void RatePage::cloneCurrent()
{
    const Row* row = currentRow();
    if (!row)
        return;
    QStringList names;
    for (const ComparedSystem& s : row->comparison.definition.systems)
        names.append(QString::fromStdString(s.name));
    ComparisonRecord draft = ComparisonForm::newDraft(tr("%1, again").arg(row->comparison.name), row->comparison.plan.systems, names, int(row->comparison.definition.seeds.size()));
    ComparisonDefinition d = row->comparison.definition;
    d.systems = draft.definition.systems;
    d.seeds = draft.definition.seeds;
    d.commonSeeds.assign(d.seeds.begin(), d.seeds.begin() + std::ptrdiff_t(std::min(d.commonSeeds.size(), d.seeds.size())));
    draft.definition = d;
    draft.plan.checkSeeds = reservedSeeds(draft.id, int(row->comparison.plan.checkSeeds.size()), kCheckSeedOffset);
    m_selectNext = draft.id;
    saveDraft(draft);
}

void RatePage::removeCurrent()
{
    m_removed = current();
    m_store.ask<bool>(
        this,
        [id = m_removed](RatingDatabase& d) {
            d.setTrashed(id, true);
            return true;
        },
        [this](bool) {
            say(tr("The draft was removed."));
            refresh();
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::undoRemove()
{
    m_selectNext = std::exchange(m_removed, {});
    say({});
    m_store.ask<bool>(
        this,
        [id = m_selectNext](RatingDatabase& d) {
            d.setTrashed(id, false);
            return true;
        },
        [this](bool) { refresh(); }, [this](const QString& m) { fail(m); });
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
    m_store.ask<bool>(
        this,
        [draft](RatingDatabase& d) {
            d.saveDraft(draft);
            return true;
        },
        [this](bool) { refresh(); }, [this](const QString& m) { fail(m); });
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
    m_store.ask<bool>(
        this,
        [id = current()](RatingDatabase& d) {
            d.close(id);
            return true;
        },
        [this](bool) { refresh(); }, [this](const QString& m) { fail(m); });
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
        if (project != m_project || !canMakeImages())
            return;
        if (student.teacher.empty()) {
            fail(tr("Only a distilled student can be rated against its teacher."));
            return;
        }
        const int steps = std::min(kQuickSteps, student.steps);
        ComparisonRecord draft = ComparisonForm::newDraft(
            tr("Quick look: %1").arg(student.name), {{student.run.toStdString(), true, steps, "", {}}, {student.teacher, true, steps, "", {}}},
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
    if (m_store.state() != RatingStore::State::Ready) {
        fail(tr("Ratings are off in this project."));
        return;
    }
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
            if (const Json facts = modelFacts(out.checkpoints.back()); facts.value("is_student", false))
                out.steps = std::max<int>(1, int(facts.value("grid", Json::array()).size()));
            return out;
        },
        [this](const Found& found) {
            std::vector<PlannedSystem> systems;
            QStringList names;
            for (const auto& checkpoint : found.checkpoints) {
                systems.push_back({checkpoint.string(), true, found.steps, "", {}});
                names.append(tr("%L1 images").arg(imagesOf(checkpoint)));
            }
            ComparisonRecord draft = ComparisonForm::newDraft(tr("Checkpoints of %1").arg(found.name), systems, names, kCheckpointSeeds);
            draft.definition.kind = ComparisonKind::Exploratory;  // nothing is claimed of fifteen pairs
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
            if (const std::string teacher = facts.value("teacher", ""); facts.value("is_student", false) && !teacher.empty())
                out.teacher = teacher.rfind("bundled:", 0) == 0 ? teacher : resolveModelPath(teacher, project).string();
            return out;
        },
        std::move(then), [this](const QString& m) { fail(m); });
}

void RatePage::withRater(std::function<void(const RaterRecord&)> then)
{
    m_store.ask<RaterRecord>(
        this, [name = m_raters->currentText()](RatingDatabase& d) { return d.rater(name); }, [this, then = std::move(then)](const RaterRecord& rater) { then(rater); },
        [this](const QString& m) {
            failOpening(m);
            m_raters->setFocus();
        });
}

void RatePage::rate(const QString& id, RatingDatabase::Claim claim)
{
    if (m_view->isVisible() || std::exchange(m_isOpening, true))
        return;
    struct Opening {
        std::optional<SessionHolder> holder;
        SessionRecord session;
    };
    withRater([this, id, claim, project = m_project](const RaterRecord& rater) {
        if (project != m_project)
            return failOpening({});
        m_store.ask<Opening>(
            this,
            [id, rater, claim](RatingDatabase& d) {
                Opening out;
                if (claim == RatingDatabase::Claim::IfFree)
                    out.holder = d.holderOf(id, rater.id);
                if (!out.holder)
                    out.session = d.startSession(id, rater.id, claim);
                return out;
            },
            [this, id, project](const Opening& o) {
                if (project != m_project)
                    failOpening({});
                else
                    o.holder ? offerTakeOver(id, *o.holder) : openSession(o.session);
            },
            [this](const QString& m) { failOpening(m); });
    });
}

/// "" = nothing to tell: another project was opened meanwhile.
void RatePage::failOpening(const QString& message)
{
    m_isOpening = false;
    if (!message.isEmpty())
        fail(message);
}

void RatePage::offerTakeOver(const QString& comparison, const SessionHolder& holder)
{
    m_isOpening = false;
    say(tr("%1 is rating this comparison in another program (on %2, process %3). Two cannot share a session: choose another rater, or take it over if nobody sits there.")
            .arg(raterName(), holder.host)
            .arg(holder.pid));
    m_takenElsewhere = comparison;
    m_takeOver->show();
}

}  // namespace potstill
