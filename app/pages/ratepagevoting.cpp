#include "app/pages/ratepage.h"

#include "app/rating/ratingfiles.h"
#include "app/session/background.h"
#include "app/window/settings.h"

#include <QDateTime>
#include <QComboBox>

namespace potstill {

namespace {

/// Reads the images of a session into memory, so that no disk stands between a vote and the next pair. Throws Error naming what vanished or was changed.
std::vector<VotingPair> loadPairs(const SessionRecord& session, const QString& folder)
{
    std::vector<VotingPair> out;
    QHash<qint64, QImage> images;
    QStringList missing;
    const auto load = [&](const ImageRecord& i) {
        if (i.file.isEmpty() || images.contains(i.id))
            return images.value(i.id);
        QImage image;
        if (const QByteArray bytes = verifiedImage(folder, i); !bytes.isEmpty())
            image = QImage::fromData(bytes, "PNG").convertToFormat(QImage::Format_RGB32);
        if (image.isNull())
            missing.append(i.file);
        images.insert(i.id, image);
        return image;
    };
    for (const ShownPair& p : session.pairs)
        out.push_back({p.id, load(p.left), load(p.right), p.left.text, p.right.text, p.caption(), p.answer});
    if (!missing.isEmpty())
        throw Error(ErrorCode::NotFound,
                    RatePage::tr("Images of this session vanished or were changed in %1: %2 (%3 in all). Put them back; votes on other images cannot be compared.")
                        .arg(folder, missing.first())
                        .arg(missing.size())
                        .toStdString());
    return out;
}

}  // namespace

void RatePage::keepRater()
{
    if (!m_project.isEmpty())
        Settings().setRater(m_project, raterName());
}

void RatePage::withRater(std::function<void(const RaterRecord&)> then)
{
    keepRater();
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
    say(tr("%1 is rating this comparison in another program (on %2, process %3). Two cannot share a session: choose another rater, or take the session over if nobody is rating "
           "there.")
            .arg(raterName(), holder.host)
            .arg(holder.pid));
    m_takenElsewhere = comparison;
    m_takeOver->show();
}

void RatePage::openSession(const SessionRecord& session)
{
    say({});
    runInBackground<std::vector<VotingPair>>(
        this, [session, folder = m_store.imageFolder(session.comparison)] { return loadPairs(session, folder); },
        [this, session, project = m_project](const std::vector<VotingPair>& pairs) {
            if (project != m_project)
                return failOpening({});
            m_session = session.id;
            m_beat.start();
            showPairs(session.question, pairs);
            refresh();
        },
        [this, session, project = m_project](const QString& message) {
            if (project == m_project)
                release(session.id);
            failOpening(message);
        });
}

void RatePage::showPairs(const QString& question, const std::vector<VotingPair>& pairs)
{
    m_isOpening = false;
    m_view->start(question, pairs);
    m_view->showFullScreen();
    m_view->activateWindow();
    m_view->setFocus();
}

void RatePage::beat()
{
    m_store.ask<bool>(
        this,
        [session = m_session](RatingDatabase& d) {
            d.beat(session);
            return true;
        },
        [](bool) {},
        [this, session = m_session](const QString& message) {
            if (session != m_session)
                return;  // left already
            leaveSession(false);
            fail(tr("The session was left: %1").arg(message));
        });
}

void RatePage::release(qint64 session)
{
    change([session](RatingDatabase& d) { d.release(session); });
}

/// The next answer is taken once this one is written, so that a crash loses one at most.
void RatePage::countWriting(int change)
{
    m_writing += change;
    m_view->setWaiting(m_writing > 0);
}

void RatePage::saveVote(qint64 pair, Answer answer, double responseMs)
{
    if (m_foreign.isOpen())
        return m_foreign.vote(pair, answer, responseMs);
    countWriting(1);
    m_store.ask<bool>(
        this,
        [=, time = QDateTime::currentMSecsSinceEpoch()](RatingDatabase& d) {
            d.addVote(pair, answer, responseMs, time);
            return true;
        },
        [this](bool) { countWriting(-1); },
        [this, session = m_session](const QString& message) {
            countWriting(-1);
            // Rating on would lose votes in silence.
            if (session == m_session)
                leaveSession(false);
            fail(tr("A vote could not be stored, so the session was left: %1").arg(message));
        });
}

void RatePage::undoVote(qint64 pair)
{
    if (m_foreign.isOpen())
        return m_foreign.undo(pair);
    countWriting(1);
    m_store.ask<bool>(
        this, [pair](RatingDatabase& d) { return d.undoVote(pair); }, [this](bool) { countWriting(-1); },
        [this](const QString& m) {
            countWriting(-1);
            fail(m);
        });
}

void RatePage::leaveSession(bool isOver)
{
    if (!m_view->isVisible())
        return;
    m_view->hide();
    if (m_foreign.isOpen()) {
        m_foreign.close([this, isOver](bool isKept) {
            if (isKept)
                say(tr("Your answers are kept: open the pack again to go on."));
            if (isOver)
                writePackAnswers();
        });
        return;
    }
    say(isOver ? tr("The session is over. Thank you.") : tr("The session was left; it can be continued at any time."));
    m_beat.stop();
    const qint64 session = std::exchange(m_session, 0);
    if (!isOver)
        return release(session);
    change([session](RatingDatabase& d) { d.endSession(session); });
}

}  // namespace potstill
