#include "app/pages/packrating.h"

#include "app/session/background.h"
#include "engine/io/atomicfile.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

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
                throw Error(ErrorCode::BadFile, (path + ": an image in it is no PNG").toStdString());
        out.pairs.push_back(std::move(pair));
    }
    for (const PackVotes::Vote& v : out.votes.votes)
        out.pairs.at(std::size_t(v.position)).answer = v.answer;
    return out;
}

}  // namespace

void PackRating::open(const QString& path, const QString& rater)
{
    if (m_isKeeping) {
        m_afterKeeping = [this, path, rater] { open(path, rater); };  // it reads what is being written
        return;
    }
    runInBackground<Opened>(
        this, [path, rater] { return readPack(path, rater); },
        [this](const Opened& o) {
            m_votes = o.votes;
            m_isOpen = true;
            Q_EMIT opened(o.question, o.pairs);
        },
        [this](const QString& message) { Q_EMIT failed(message); });
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
    m_isChanged = true;
    if (std::exchange(m_isKeeping, true))
        return;
    m_isChanged = false;
    const auto next = [this] {
        m_isKeeping = false;
        if (m_isChanged)
            keep();
        else if (const auto then = std::exchange(m_afterKeeping, {}))
            then();
    };
    runInBackground<bool>(
        this,
        [votes = m_votes] {
            const QString file = keptFile(votes.pack);
            makeFolders(std::filesystem::path(file.toStdString()).parent_path());
            writeVotes(votes, file);
            return true;
        },
        [next](bool) { next(); },
        [this, next](const QString& message) {
            Q_EMIT failed(message);
            next();
        });
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
