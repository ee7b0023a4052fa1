#include "app/pages/ratepage.h"

#include "app/pages/comparisonform.h"
#include "app/pages/comparisontexts.h"
#include "app/pages/packlist.h"
#include "app/pages/raterpanel.h"
#include "app/pages/warningtexts.h"
#include "app/rating/ratingreport.h"
#include "app/window/settings.h"
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

namespace potstill {

namespace {

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
    connect(&m_foreign, &PackRating::writing, this, [this](int states) { m_view->setWaiting(states > 0); });
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
                // Whoever has gone on to something else is not torn out of it.
                if (isVisible() && isActiveWindow())
                    rate(c.id);
                else
                    Q_EMIT quickReady(c.id, c.name);
            },
            [this](const QString& m) { fail(m); });
    });
    connect(&m_preparation, &ImagePreparation::stopped, this, [this] {
        m_quick.clear();
        refresh();
    });
    connect(&m_preparation, &ImagePreparation::warned, this, [this](const RunWarning& warning) {
        Q_EMIT problem(WarningTexts::sentence(warning));
        showWarnings();
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
    const bool isOpen = m_store.project() == folder && m_store.canRead();
    if (isOpen && m_project == folder) {
        m_form->settle();
    } else {
        keepDraft();
        m_undo.clear();
        m_project = folder;
        m_form->setProject(folder);
    }
    if (isOpen)
        return refresh();  // what goes on goes on
    m_preparation.stop();
    leaveSession(false);
    m_rows.clear();
    m_removed.clear();
    m_profiles->forget();
    // Who rated there need not be who rates here.
    const QSignalBlocker quiet(m_raters), quietToo(m_raters->lineEdit());
    m_raters->clear();
    m_raters->clearEditText();
    m_store.open(folder);
}

void RatePage::setRuns(const std::vector<RunSummary>& runs) { m_form->setRuns(runs); }

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
    if (!m_store.canRead())
        return;
    QHash<QString, Row> known;
    for (const Row& r : m_rows)
        known.insert(r.comparison.id, r);
    const QString typed = raterName(), name = typed.isEmpty() ? Settings().rater(m_project) : typed;
    m_store.ask<Lobby>(
        this, [name, known](RatingDatabase& database) { return readLobby(database, name, known); },
        [this](const Lobby& lobby) {
            takeRaters(lobby);
            m_removed = lobby.removed;
            takeRows(lobby.rows);
        },
        [this](const QString& message) { fail(message); });
}

RatePage::Lobby RatePage::readLobby(RatingDatabase& database, const QString& name, const QHash<QString, Row>& known)
{
    Lobby lobby{{}, database.raters(), database.profiles(), name, name, database.trashed()};
    if (name.isEmpty())
        lobby.rater = lobby.raters.empty() ? qEnvironmentVariable("USER", tr("Rater 1")) : lobby.raters.back().name;
    const auto own = database.knownRater(lobby.rater);
    if (own)
        lobby.rater = own->name;
    for (ComparisonRecord& c : database.comparisons(own ? own->id : 0)) {
        Row row{std::move(c), {}, false, {}};
        const QString id = row.comparison.id;
        if (row.comparison.state != ComparisonState::Draft)
            row.packs = database.packs(id);
        const auto before = known.constFind(id);
        if (before != known.constEnd() && before->comparison.revision == row.comparison.revision) {
            row.finding = before->finding;
            row.isSettled = before->isSettled;
        } else if (row.comparison.votes > 0) {
            const ComparisonData data = database.load(id);
            const Analysis analysis = analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(0));
            row.finding = QString::fromStdString(analysis.finding);
            row.isSettled = std::all_of(analysis.pairs.begin(), analysis.pairs.end(), [](const PairResult& p) { return p.verdict != Verdict::Undecided; });
        }
        lobby.rows.push_back(std::move(row));
    }
    return lobby;
}

void RatePage::takeRaters(const Lobby& lobby)
{
    const QString typed = m_raters->currentText();
    const QSignalBlocker blocker(m_raters);
    m_raters->clear();
    for (const RaterRecord& r : lobby.raters)
        m_raters->addItem(r.name);
    const bool isMeant = typed.isEmpty() ? !m_raters->hasFocus() : typed.simplified() == lobby.asked;
    m_raters->setCurrentText(isMeant ? lobby.rater : typed);
    m_profiles->setProfiles(lobby.profiles, m_store.state() == RatingStore::State::Ready);
    if (lobby.profiles.empty())
        m_manageRaters->setChecked(false);
    m_manageRaters->setEnabled(!lobby.profiles.empty());
}

void RatePage::takeRows(const std::vector<Row>& rows)
{
    // Rows that were asked for before it was made know nothing of it yet.
    const bool isMade = std::any_of(rows.begin(), rows.end(), [&](const Row& r) { return r.comparison.id == m_selectNext; });
    const QString selected = isMade ? std::exchange(m_selectNext, {}) : current();
    m_rows = rows;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Row& r : rows) {
        auto* item = new QTreeWidgetItem({r.comparison.name, ComparisonTexts::state(r.comparison, r.isDecided()), QString::number(r.comparison.votes)});
        item->setIcon(1, icon(ComparisonTexts::icon(r.comparison, r.isDecided())));
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
    QSet<QString> decided;
    for (const Row& r : rows) {
        comparisons.push_back(r.comparison);
        if (r.isDecided())
            decided.insert(r.comparison.id);
    }
    Q_EMIT comparisonsRead(comparisons, decided);
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
    showWarnings();
    if (!row || row->comparison.state != ComparisonState::Draft)
        m_undo.clear();
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
        m_undo.clear();
        m_edited = m_form->comparison();
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
        m_preparing->setText(c.isImported                           ? tr("The texts are there. Locking fixes the definition before the first vote.")
                             : hasImages                            ? tr("All images are there.")
                             : c.images > 0 && !c.plan.made.empty() ? tr("The images that are there are of other systems; preparing makes new ones in their place.")
                                                                    : tr("%1 of %2 images are there.").arg(needed - c.missingImages).arg(needed));
    }
}

/// They stand over their comparison, locked or not: its votes are of these images.
void RatePage::showWarnings()
{
    QStringList sentences;
    for (const RunWarning& warning : m_preparation.warnings(current()))
        sentences.append(WarningTexts::sentence(warning));
    m_warnings->setText(sentences.join('\n'));
    m_warningStrip->setVisible(!sentences.isEmpty());
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
    m_summary->setText("<h3>" + c.name.toHtmlEscaped() + "</h3><table cellpadding=\"3\">" + line(tr("Question"), QString::fromStdString(d.question).toHtmlEscaped())
                       + line(tr("Systems"), systems.join("<br>")) + line(tr("Claim"), claimText(d.claim))
                       + line(tr("Kind"), d.kind == ComparisonKind::Confirmatory ? tr("confirmatory") : tr("exploratory"))
                       + line(tr("Noise seeds"), QString::number(d.seeds.size()))
                       + line(tr("A session"), tr("%1 pairs and %2 hidden checks").arg(d.sessionLength).arg(d.checksPerSession))
                       + line(tr("Error rate, prior, ridge"), tr("%1 %, %2, %3").arg(numberText(100 * d.alpha, 'g', 6), numberText(d.prior, 'g', 6), numberText(d.ridge, 'g', 6)))
                       + line(tr("Votes so far"), QString::number(c.votes)) + line(tr("Sessions"), QString::number(c.sessions))
                       + line(tr("Definition"), tr("fixed, SHA-256 %1").arg("<code>" + c.hash.left(16) + "…</code>")) + "</table>");
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
    m_clone->setVisible(!c.isImported || c.hasTexts);
    m_clone->setEnabled(isReady);
    m_packs->setPacks(row.packs, isReady);
}

void RatePage::change(std::function<void(RatingDatabase&)> work, const QString& done)
{
    m_store.ask<bool>(
        this,
        [work = std::move(work)](RatingDatabase& d) {
            work(d);
            return true;
        },
        [this, done](bool) {
            if (!done.isEmpty())
                say(done);
            refresh();
        },
        [this](const QString& m) {
            fail(m);
            refresh();
        });
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

}  // namespace potstill
