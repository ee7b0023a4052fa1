#pragma once

#include "app/rating/ratingdatabase.h"
#include "engine/rating/votefile.h"

#include <QByteArray>

namespace potstill {

/// Content of an image's file; empty where it vanished or is not what its hash says.
QByteArray verifiedImage(const QString& folder, const ImageRecord& image);

struct ImportResult {
    enum class Kind {
        PackVotes,  ///< merged into their comparison
        Votes,      ///< a closed comparison of its own
        Texts,      ///< a draft of its own, to be locked and rated
        Known,      ///< imported before: nothing was added
    };
    Kind kind = Kind::Known;
    int count = 0;  ///< votes or pairs that were added
    QString rater, comparison;
    int ignored = 0;  ///< votes of a pack on pairs that had their answers
};

/// Recognises what a file holds by its content: votes of a pack (JSON), votes in the columns of Pick-a-Pic (CSV or JSON), or pairs of texts: caption, text_0,
/// text_1, model_0, model_1 (CSV or a JSON array of objects). Throws Error naming file, row and column.
ImportResult importRatingFile(RatingDatabase& database, const QString& file);

/// Votes in force, in the columns of Pick-a-Pic.
std::vector<VoteRecord> voteRecords(const RatingDatabase& database, const QString& comparison);
/// By the file's ending, .csv or .json. Returns the number of votes.
int exportRatingFile(RatingDatabase& database, const QString& comparison, const QString& file);

}  // namespace potstill
