#pragma once

#include "app/rating/ratingrecords.h"

#include <QByteArray>

#include <vector>

namespace potstill {

struct PackIdentity {
    QString id;      ///< UUID
    QString sha256;  ///< over the question, the pairs and the hash of every image
};

/// Writes the pairs of a session as a page that anybody can rate in a browser, offline and without installing anything: into `target`, a ZIP where the name ends
/// in .zip, else a folder, which must be new or empty. Nothing in it tells which system an image is of. Throws Error.
PackIdentity writePack(const SessionRecord& session, const QString& imageFolder, const QString& target);

/// PackIdentity::sha256; `imageHashes`: a line "NAME SHA256" for every image, left before right.
QString packHash(const std::string& question, const Json& pairs, const std::string& imageHashes);

/// What a rater of a pack sends back.
struct PackVotes {
    struct Vote {
        int position;  ///< of the pair in its session
        Answer answer;
        double responseMs;  ///< whole milliseconds
        qint64 timeMs;
    };
    QString pack, packSha256, rater;
    std::vector<Vote> votes;
};
Json toJson(const PackVotes& votes);
bool isPackVotes(const Json& json);
/// Throws Error(BadFile) naming `source` for a file that was changed after it was saved (its hash does not fit), or is not whole.
PackVotes packVotesFromJson(const Json& json, const QString& source);

}  // namespace potstill
