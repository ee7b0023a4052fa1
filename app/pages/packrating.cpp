#include "app/pages/packrating.h"

#include "app/session/background.h"
#include "engine/io/atomicfile.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace potstill {

namespace {

/// Where the answers to a pack are kept.
QString keptFile(const QString& pack) { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/packs/" + pack + ".json"; }

void writeVotes(const PackVotes& votes, const QString& file) { writeFileAtomically(file.toStdString(), toJson(votes).dump(1)); }

/// The answers so far; none where there are none. Throws where somebody else gave them.
PackVotes keptVotes(const OpenPack& pack, const QString& rater)
{
    const QString file = keptFile(pack.identity.id);
    if (!QFile::exists(file))
        return {pack.identity.id, pack.identity.sha256, rater, {}};
    PackVotes votes = packVotesFromJson(Json::parse(readFile(file.toStdString()), nullptr, false), file);
    if (votes.rater != rater)
        throw Error(ErrorCode::BadOption, PackRating::tr("%1 has begun to rate this pack: every rater needs a pack of their own.").arg(votes.rater).toStdString());
    return votes;
}

struct Opened {
    QString question;
    PackVotes votes;
    std::vector<VotingPair> pairs;
};

Opened readPack(const QString& path, const QString& rater)
{
    const OpenPack pack = openPack(path);
    Opened out{pack.question, keptVotes(pack, rater), {}};
    for (const OpenPack::Pair& p : pack.pairs) {
        VotingPair pair{qint64(out.pairs.size()), {}, {}, p.leftText, p.rightText, p.caption, {}};
        for (const auto& [bytes, image] : {std::pair{&p.left, &pair.left}, std::pair{&p.right, &pair.right}})
            if (!bytes->isEmpty() && (*image = QImage::fromData(*bytes, "PNG").convertToFormat(QImage::Format_RGB32)).isNull())
                throw Error(ErrorCode::BadFile, PackRating::tr("%1: an image in it is no PNG").arg(path).toStdString());
        out.pairs.push_back(std::move(pair));
    }
    for (const PackVotes::Vote& v : out.votes.votes)
        out.pairs.at(std::size_t(v.position)).answer = v.answer;
    return out;
}

}  // namespace

/// Every state is on its way to the disk at once, whatever becomes of the window; an earlier one never replaces a later one.
struct PackRating::Saving {
    std::mutex mutex;
    std::uint64_t done = 0;
};

void PackRating::open(const QString& path, const QString& rater)
{
    // It reads what is being written.
    whenWritten([this, path, rater] {
        runInBackground<Opened>(
            this, [path, rater] { return readPack(path, rater); },
            [this](const Opened& o) {
                m_votes = o.votes;
                m_isOpen = m_isKept = true;
                Q_EMIT opened(o.question, o.pairs);
            },
            [this](const QString& message) { Q_EMIT refused(message); });
    });
}

void PackRating::close(std::function<void(bool isKept)> then)
{
    m_isOpen = false;
    if (then)
        whenWritten([this, then = std::move(then)] { then(m_isKept); });
}

void PackRating::vote(qint64 pair, Answer answer, double responseMs)
{
    m_votes.votes.push_back({int(pair), answer, std::round(responseMs), QDateTime::currentMSecsSinceEpoch()});
    keep();
}

void PackRating::undo(qint64 pair)
{
    std::erase_if(m_votes.votes, [pair](const PackVotes::Vote& v) { return v.position == pair; });
    keep();
}

void PackRating::keep()
{
    if (!m_saving)
        m_saving = std::make_shared<Saving>();
    m_isKept = false;
    Q_EMIT writing(++m_writing);
    const std::uint64_t number = ++m_asked;
    runInBackground<bool>(
        this,
        [votes = m_votes, saving = m_saving, number] {
            const std::lock_guard lock(saving->mutex);
            if (number < saving->done)
                return true;
            const QString file = keptFile(votes.pack);
            makeFolders(std::filesystem::path(file.toStdString()).parent_path());
            writeVotes(votes, file);
            saving->done = number;
            return true;
        },
        [this, number](bool) { takeWritten(number, true); },
        [this, number](const QString& message) {
            Q_EMIT failed(message);
            takeWritten(number, false);
        });
}

void PackRating::takeWritten(std::uint64_t number, bool isKept)
{
    if (number == m_asked)
        m_isKept = isKept;
    Q_EMIT writing(--m_writing);
    if (m_writing > 0)
        return;
    for (const auto& then : std::exchange(m_afterWriting, {}))
        then();
}

void PackRating::whenWritten(std::function<void()> then)
{
    if (m_writing == 0)
        then();
    else
        m_afterWriting.push_back(std::move(then));
}

void PackRating::write(const QString& file)
{
    runInBackground<bool>(
        this,
        [votes = m_votes, file] {
            writeVotes(votes, file);
            return true;
        },
        [this, file](bool) { Q_EMIT written(file); }, [this](const QString& message) { Q_EMIT failed(message); });
}

}  // namespace potstill
