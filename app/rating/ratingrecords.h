#pragma once

#include "engine/rating/analysis.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the rating store takes and gives: plain values, so that they may cross threads.
namespace potstill {

/// How the images of one system are made.
struct PlannedSystem {
    std::string model;  ///< run, checkpoint, bundled or diffusers folder
    bool ema = true;
    int steps = 3;                        ///< steps of a student, NFE of a teacher
    std::string sampler;                  ///< "" = the model's own
    std::optional<bool> noiseCorrection;  ///< none = as stored with the model
    double guidance = 0;                  ///< scale of classifier-free guidance; 0 = off
    bool operator==(const PlannedSystem&) const = default;
};

/// What a comparison needs beside its definition: where its images come from.
struct ComparisonPlan {
    std::vector<PlannedSystem> systems;    ///< as in the definition; empty for imported pairs
    std::vector<std::int64_t> checkSeeds;  ///< reserved seeds of the hidden check pairs
    /// The exact model of each system (a checkpoint where `systems` names a run), fixed when its first image is made; empty before. Kept by the database alone.
    std::vector<std::string> pinned;
    /// The systems that images and pin are of, where `systems` was edited since; they stay until others are prepared. Kept by the database alone.
    std::vector<PlannedSystem> made;
    bool operator==(const ComparisonPlan&) const = default;
};
/// Without a key for what is off, so that what was written before there was such a setting keeps its text and hash.
Json toJson(const PlannedSystem& system);
Json toJson(const ComparisonPlan& plan);
/// Throws Error(BadFile) naming the key.
ComparisonPlan planFromJson(const Json& json);

/// `count` noise seeds that no other page draws: 2^43 and above, a block of 4096 for each comparison id.
std::vector<std::int64_t> reservedSeeds(const QString& comparisonId, int count, int offset = 0);
constexpr int kMaxSeeds = 4000, kCheckSeedOffset = 4000, kMaxCheckSeeds = 96;

enum class ComparisonState { Draft, Locked, Closed };

struct ComparisonRecord {
    QString id;  ///< UUID; also the folder under PROJECT/comparisons
    QString name;
    ComparisonState state = ComparisonState::Draft;
    ComparisonDefinition definition;
    ComparisonPlan plan;
    QString hash;  ///< of the definition; "" before locking
    qint64 createdMs = 0, lockedMs = 0;
    // What a lobby shows:
    int images = 0, votes = 0, sessions = 0;  ///< votes: answered pairs without checks, undone ones left out
    int missingImages = 0;                    ///< of a draft: those that its definition needs and that are not made
    std::optional<qint64> openSession;        ///< of the rater that was asked for
    qint64 revision = 0;                      ///< grows with every vote and undo, and whenever a rater is renamed, merged or separated
    bool isImported = false;                  ///< votes or texts of a file: nothing to prepare
    bool hasTexts = false;                    ///< the pairs are texts
};

struct RaterRecord {
    qint64 id = 0;
    QString name;
    int votes = 0;      ///< answered pairs without checks, of this profile alone
    qint64 sameAs = 0;  ///< the rater that this profile was merged into; 0 = it stands for itself
};

/// A rating pack that was given out.
struct PackRecord {
    QString id;
    qint64 madeMs = 0;
    int pairs = 0, answers = 0;  ///< answers: those that came back
    QString place;               ///< where it was written; "" where that is not known
    QString rater;               ///< who sent answers back; "" = nobody yet
    bool isWithdrawn = false;    ///< its answers are taken no more
};

/// One image (or text) of a comparison.
struct ImageRecord {
    qint64 id = 0;
    int system = 0;
    std::int64_t seed = 0;
    bool isSpoilt = false;  ///< made worse on purpose, for known-bad checks
    QString file;           ///< relative to the comparison's folder; "" for texts and imported votes
    QString sha256;         ///< of the file or text; the uid where votes were imported
    QString text;
    QString caption;  ///< what both images of a pair were asked for
};

/// A pair as it is shown: left and right are decided, and so is what it checks.
struct ShownPair {
    qint64 id = 0;
    int position = 0;
    ImageRecord left, right;
    CheckKind check = CheckKind::None;
    Answer expected = Answer::Tie;
    std::optional<Answer> answer;  ///< the one in force
    /// What both images were asked for; "" where that is nothing, or not the same: it would tell the systems apart.
    QString caption() const { return left.caption == right.caption ? left.caption : QString(); }
};

struct SessionRecord {
    qint64 id = 0;
    QString comparison, question;
    qint64 rater = 0;
    std::vector<ShownPair> pairs;
    /// Index of the first pair without an answer; pairs.size() when all have one.
    std::size_t firstOpen() const;
};

/// The program in which a session is rated at the moment.
struct SessionHolder {
    QString host;
    qint64 pid = 0, beatMs = 0;  ///< its last sign of life, since 1970, UTC
};
constexpr qint64 kLeaseMs = 60'000, kBeatMs = 15'000;  ///< without a sign of life for so long the session is free; how often it is given

/// Everything that results need.
struct ComparisonData {
    ComparisonRecord comparison;
    std::vector<RatedVote> votes;     ///< in force, checks included, in the order in which they arrived here
    std::vector<std::string> raters;  ///< indexed by Vote::rater
};

}  // namespace potstill
