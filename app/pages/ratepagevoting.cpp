#include "app/pages/ratepage.h"

#include "app/rating/ratingfiles.h"
#include "app/rating/ratingpack.h"
#include "app/session/background.h"

#include <QApplication>
#include <QDateTime>
#include <QFileInfo>

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
    m_store.ask<bool>(
        this,
        [session](RatingDatabase& d) {
            d.release(session);
            return true;
        },
        [this](bool) { refresh(); }, [this](const QString& m) { fail(m); });
}

void RatePage::saveVote(qint64 pair, Answer answer, double responseMs)
{
    if (m_foreign.isOpen())
        return m_foreign.vote(pair, answer, responseMs);
    m_store.ask<bool>(
        this,
        [=, time = QDateTime::currentMSecsSinceEpoch()](RatingDatabase& d) {
            d.addVote(pair, answer, responseMs, time);
            return true;
        },
        [](bool) {},
        [this, session = m_session](const QString& message) {
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
    m_store.ask<bool>(
        this, [pair](RatingDatabase& d) { return d.undoVote(pair); }, [](bool) {}, [this](const QString& m) { fail(m); });
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
    say(isOver ? tr("The session is over. Thank you.") : tr("The session can be gone on with whenever you like."));
    m_beat.stop();
    const qint64 session = std::exchange(m_session, 0);
    if (!isOver)
        return release(session);
    m_store.ask<bool>(
        this,
        [session](RatingDatabase& d) {
            d.endSession(session);
            return true;
        },
        [this](bool) { refresh(); }, [this](const QString& m) { fail(m); });
}

void RatePage::makePack()
{
    const QString id = current();
    QString target = askFile(tr("Where to put the pack (a name ending in .zip, or a folder)"), tr("ZIP archive (*.zip);;Folder (*)"), true);
    if (target.isEmpty() || id.isEmpty())
        return;
    m_store.ask<SessionRecord>(
        this, [id](RatingDatabase& d) { return d.reserveSession(id); },
        [this, target](const SessionRecord& session) {
            runInBackground<PackIdentity>(
                this, [session, target, folder = m_store.imageFolder(session.comparison)] { return writePack(session, folder, target); },
                [this, target, session](const PackIdentity& pack) {
                    m_store.ask<bool>(
                        this,
                        [pack, session](RatingDatabase& d) {
                            d.addPack(pack.id, session.id, pack.sha256);
                            return true;
                        },
                        [this, target, n = int(session.pairs.size())](bool) {
                            say(tr("A pack of %1 pairs is in %2. Whoever rates it sends one file back: import that.").arg(n).arg(target));
                            refresh();
                        },
                        [this](const QString& m) { fail(m); });
                },
                [this, session](const QString& m) {
                    // Its pairs are free again.
                    m_store.ask<bool>(
                        this,
                        [session](RatingDatabase& d) {
                            d.endSession(session.id);
                            return true;
                        },
                        [](bool) {});
                    fail(m);
                });
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::openPack()
{
    if (m_view->isVisible() || m_isOpening)
        return;
    if (raterName().isEmpty()) {
        fail(tr("A rater needs a name."));
        m_raters->setFocus();
        return;
    }
    const QString file = askFile(tr("Rating pack: a ZIP, or the page or pack.json of its folder"), tr("Rating packs (*.zip *.html pack.json)"), false);
    // A session may have been opened meanwhile, by a quick look whose images are ready.
    if (!file.isEmpty() && !m_view->isVisible() && !std::exchange(m_isOpening, true))
        m_foreign.open(file, raterName());
}

void RatePage::writePackAnswers()
{
    const QString file = askFile(tr("File for your answers"), tr("Answers to a pack (*.json)"), true);
    if (!file.isEmpty())
        m_foreign.write(file);
}

void RatePage::importFile()
{
    const QString file = askFile(tr("Votes of a pack, a file of votes, or pairs of texts"), tr("Votes and pairs (*.json *.csv)"), false);
    if (file.isEmpty())
        return;
    m_store.ask<ImportResult>(
        this, [file](RatingDatabase& d) { return importRatingFile(d, file); },
        [this](const ImportResult& r) {
            say(r.kind == ImportResult::Kind::PackVotes ? tr("Votes of %1: %2 added, %3 ignored because these pairs had their answers.").arg(r.rater).arg(r.count).arg(r.ignored)
                : r.kind == ImportResult::Kind::Votes   ? tr("Votes imported as a comparison of their own: %1.").arg(r.count)
                : r.kind == ImportResult::Kind::Texts   ? tr("Pairs of texts that can be rated now: %1.").arg(r.count)
                                                        : tr("This file was imported before; nothing was added."));
            if (!r.comparison.isEmpty())
                m_selectNext = r.comparison;
            refresh();
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::exportVotes()
{
    const QString id = current();
    const QString file = askFile(tr("File for the votes"), tr("CSV (*.csv);;JSON (*.json)"), true);
    if (file.isEmpty() || id.isEmpty())
        return;
    m_store.ask<int>(
        this, [id, file](RatingDatabase& d) { return exportRatingFile(d, id, file); }, [this, file](int n) { say(tr("Votes in %1: %2.").arg(file).arg(n)); },
        [this](const QString& m) { fail(m); });
}

}  // namespace potstill
