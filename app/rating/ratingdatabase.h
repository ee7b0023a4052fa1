#pragma once

#include "app/rating/ratingrecords.h"
#include "app/rating/sqlite.h"

#include <memory>

namespace potstill {

/// PROJECT/ratings.sqlite: comparisons, raters, sessions, pairs and votes. Votes are only ever added; an undo is a row of its own. Belongs to one thread
/// (RatingStore gives it one); several programs may have the same file open. Everything throws Error.
class RatingDatabase final {
public:
    explicit RatingDatabase(const QString& file, Sqlite::Access access = Sqlite::Access::ReadWrite);
    /// Leaves its sessions to others.
    ~RatingDatabase();
    RatingDatabase(const RatingDatabase&) = delete;
    RatingDatabase& operator=(const RatingDatabase&) = delete;

    bool isReadOnly() const { return m_access == Sqlite::Access::ReadOnly; }
    const Sqlite& sqlite() const { return *m_sqlite; }

    /// Those that stand for themselves, in the order in which they came.
    std::vector<RaterRecord> raters() const;
    /// Every profile, merged ones too.
    std::vector<RaterRecord> profiles() const;
    /// The rater of that name, made where there is none yet. A name that a rater had before, or that of a merged profile, leads to the rater.
    RaterRecord rater(const QString& name);
    /// The same, but none is made.
    std::optional<RaterRecord> knownRater(const QString& name) const;
    /// What a comparison calls a rater: by a name that its rule of whose vote counts knows them by, else as they are called now.
    QString nameIn(const ComparisonDefinition& definition, qint64 rater) const;
    /// What somebody is called from now on; Error(BadOption) where another rater has or had that name.
    void renameRater(qint64 profile, const QString& name);
    /// The votes of a profile are those of the rater `into` from now on. Votes stay as they are: separateRater takes it back.
    void mergeRaters(qint64 profile, qint64 into);
    void separateRater(qint64 profile);

    /// Newest first, without trashed ones.
    std::vector<ComparisonRecord> comparisons(qint64 rater = 0) const;
    ComparisonRecord comparison(const QString& id, qint64 rater = 0) const;
    /// A new draft, or a draft as it was edited. Images of other systems than it has now count as missing and stay, in case the edit is taken back (ComparisonPlan::made).
    /// Error(BadOption) for a locked one.
    void saveDraft(const ComparisonRecord& draft);
    /// For a preparation that begins: images of other systems than the draft has now go, with their pin.
    void dropOtherImages(const QString& id);
    /// Fixes the exact models that the images of a draft are made with (ComparisonPlan::pinned); saveDraft keeps them.
    void pinModels(const QString& id, const std::vector<std::string>& models);
    void setTrashed(const QString& id, bool trashed);
    /// Ids of the drafts that can be brought back, the one that was removed last at the end.
    QStringList trashed() const;
    /// Fixes a draft whose images are there: keys of the systems, reserved seeds and hash. Error(BadOption) says what is missing.
    ComparisonRecord lock(const QString& id);
    void close(const QString& id);

    /// Replaces images of a draft that have the same system, seed and kind.
    void putImages(const QString& comparison, const std::vector<ImageRecord>& images);
    std::vector<ImageRecord> images(const QString& comparison) const;
    /// What a system of a draft turned out to be when its images were made: {"weights_sha256", "times", ...}. Error(BadFile) where
    /// earlier images were made with other weights.
    void setSystemFacts(const QString& comparison, int system, const Json& facts);

    /// The rater's open session, or a new one, which belongs to this database from now on. Error(BadOption) where nothing is left to judge or the comparison takes no
    /// votes, Error(Locked) where the session belongs to another living program, unless it is to be taken over.
    enum class Claim { IfFree, TakeOver };
    SessionRecord startSession(const QString& comparison, qint64 rater, Claim claim = Claim::IfFree);
    /// The other program that rates this rater's open session; none where there is no session or nobody living has it (no sign of life for kLeaseMs, or its process is gone).
    std::optional<SessionHolder> holderOf(const QString& comparison, qint64 rater) const;
    /// A sign of life, which every vote is too. Error(Locked) where the session belongs to this database no more.
    void beat(qint64 session);
    /// Leaves a session open for any program.
    void release(qint64 session);
    /// Like startSession for somebody who is not known yet, with units of its own: for a pack.
    SessionRecord reserveSession(const QString& comparison);
    SessionRecord session(qint64 id) const;
    /// Only after this are results open to the rater.
    void endSession(qint64 id);
    /// Error(BadOption) where the comparison is closed (undoVote and importPackVotes too), Error(Locked) where the session belongs to another program (undoVote too).
    void addVote(qint64 pair, Answer answer, double responseMs, qint64 timeMs);
    /// Takes the vote on this pair back; false where there is none.
    bool undoVote(qint64 pair);

    ComparisonData load(const QString& comparison) const;

    /// A draft of the same texts, on seeds of its own: `draft` names them in the order of the original's.
    void cloneTexts(const QString& comparison, const ComparisonRecord& draft);

    /// Newest first.
    std::vector<PackRecord> packs(const QString& comparison) const;
    /// Answers to a withdrawn pack are refused, and its pairs that have no answer are free for others; what came back before stays. Can be taken back.
    void setPackWithdrawn(const QString& pack, bool withdrawn);

    // Used by the imports and packs of this folder.
    struct ForeignVote {
        qint64 pair;
        Answer answer;
        double responseMs;
        qint64 timeMs;
    };
    void addPack(const QString& pack, qint64 session, const QString& sha256, const QString& place = {});
    std::optional<qint64> sessionOfPack(const QString& pack, const QString& sha256) const;
    /// How many votes were added: a pair that has its answer keeps it. Null (and nothing is added) where the file with this hash was imported before.
    std::optional<int> importPackVotes(qint64 session, const QString& rater, const std::vector<ForeignVote>& votes, const QString& sha256, const QString& source);
    /// A new closed comparison of votes, or a draft of pairs without votes; one that was made of this file and removed comes back. Null where it was imported and is there.
    struct ForeignPair {
        ImageRecord left, right;
        CheckKind check = CheckKind::None;
        Answer expected = Answer::Tie;
        std::optional<ForeignVote> vote;
        QString rater;
        std::int64_t session = 0;
    };
    std::optional<ComparisonRecord> importPairs(ComparisonRecord comparison, const std::vector<ForeignPair>& pairs, const QString& sha256, const QString& source);

private:
    ComparisonRecord recordOf(const QSqlQuery& query) const;
    std::vector<ShownPair> pairsOf(qint64 session) const;
    qint64 insertSession(const ComparisonRecord& comparison, std::optional<qint64> rater, const char* origin);
    qint64 planSession(const ComparisonRecord& comparison, std::optional<qint64> rater, const char* origin);
    int missingImages(const ComparisonRecord& draft) const;
    void forgetImages(const QString& comparison);
    void putPlan(const QString& id, const ComparisonPlan& plan);
    void insertDraft(const ComparisonRecord& draft, const ComparisonPlan& plan);
    void insertImage(const QString& comparison, const ImageRecord& image);
    void insertSystem(const QString& comparison, int number, const ComparedSystem& system);
    /// The person behind a profile, under their name.
    RaterRecord identityOf(qint64 profile) const;
    /// The profile that has or had that name.
    std::optional<qint64> profileOf(const QString& name) const;
    void insertAlias(qint64 profile, const QString& name, std::optional<qint64> sameAs);
    void insertPackChange(const QString& pack, const char* change, const QString& place);
    void requireWritable() const;
    void requireOpen(const QString& comparison) const;
    /// For a vote on this pair: its comparison is open and its session belongs to this database.
    void requireVotable(qint64 pair);
    std::optional<SessionHolder> otherHolder(qint64 session) const;
    void takeLease(qint64 session, Claim claim);
    /// Without a look at the comparison, whose votes may be those of a file.
    void insertVote(qint64 pair, const QString& answer, double responseMs, qint64 timeMs);

    const QString m_owner;  // of the leases of sessions
    Sqlite::Access m_access;
    std::unique_ptr<Sqlite> m_sqlite;
};

}  // namespace potstill
