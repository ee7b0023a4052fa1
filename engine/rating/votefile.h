#pragma once

#include "engine/rating/analysis.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace potstill {

/// One row of a vote file. Columns of Pick-a-Pic (Kirstain et al., NeurIPS 2023): caption, image_0_uid, image_1_uid, label_0, label_1, model_0, model_1,
/// user_id, created_at. Image 0 stood on the left. label_0/label_1 are 1/0, 0/1, or 0.5/0.5 for a tie.
/// Columns of our own, which may be missing: both_bad (true or false; the labels are then 0.5/0.5), seed, session, response_ms, check, expected.
struct VoteRecord {
    std::string caption, image0, image1, model0, model1, user;
    std::string createdAt;  ///< ISO 8601, UTC: 2026-01-31T12:00:00.000Z (a space for the T, missing fraction and Z are read too)
    Answer answer = Answer::Tie;
    std::optional<std::int64_t> seed;  ///< noise seed
    std::int64_t session = 0;
    double responseMs = 0;  ///< 0 = not known
    CheckKind check = CheckKind::None;
    Answer expected = Answer::Tie;  ///< of a known-bad pair
    bool operator==(const VoteRecord&) const = default;
};

/// RFC 4180 CSV with a heading line, or a JSON array of objects with the same keys. Other columns of Pick-a-Pic are passed over; unknown ones are refused, so that
/// a misspelt name is noticed. Throws Error(BadFile) naming `source`, line (CSV) or row (JSON) and column, the value and what would be right.
std::vector<VoteRecord> votesFromCsv(std::string_view text, const std::string& source);
std::vector<VoteRecord> votesFromJson(std::string_view text, const std::string& source);
/// By the file's ending, .csv or .json. Throws Error(NotFound) or Error(BadFile).
std::vector<VoteRecord> readVoteFile(const std::filesystem::path& path);

std::string votesToCsv(const std::vector<VoteRecord>& records);
std::string votesToJson(const std::vector<VoteRecord>& records);
/// By the file's ending, atomically.
void writeVoteFile(const std::filesystem::path& path, const std::vector<VoteRecord>& records);

/// Milliseconds since 1970 of an ISO 8601 time in UTC, nothing where it is none; and the other way.
std::optional<std::int64_t> millisecondsFromTime(std::string_view time);
std::string timeFromMilliseconds(std::int64_t milliseconds);

/// Records with names turned into numbers. Models and raters are numbered in the order of their names; where seeds are missing, every different pair of
/// caption and images is a seed of its own.
struct VoteTable {
    std::vector<std::string> systems, raters;
    std::vector<RatedVote> votes;  ///< one for each record
};
VoteTable voteTable(const std::vector<VoteRecord>& records);

}  // namespace potstill
