#pragma once

#include "app/pages/packrating.h"
#include "app/rating/ratingwork.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QUndoStack>
#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace potstill {

class ComparisonForm;
class EmptyState;
class PackList;
class ProgressLine;
class RaterPanel;
struct RunSummary;

/// The lobby of the ratings: comparisons with their state, the definition of a draft, preparing its images, locking, raters, packs. "Rate" opens the voting view.
class RatePage final : public QWidget {
    Q_OBJECT
public:
    /// Work that another page leaves behind, which may be going on.
    explicit RatePage(std::shared_ptr<RatingWork> work, QWidget* parent = nullptr);
    explicit RatePage(RunSession& runs, QWidget* parent = nullptr) : RatePage(std::make_shared<RatingWork>(runs), parent) {}
    ~RatePage() override;

    void setProject(const QString& folder);
    /// The project's runs, as the list of runs read them: models to choose from.
    void setRuns(const std::vector<RunSummary>& runs);
    /// Saves what was edited a moment ago at once.
    void keepDraft();
    /// Ends the full-screen view, if it is shown; its session can be gone on with.
    void leave() { leaveSession(false); }
    RatingStore& store() { return m_store; }
    VotingView& votingView() { return *m_view; }
    /// Comparison that is selected; "" = none.
    QString current() const;
    QString raterName() const;
    /// Edits of the draft that is shown.
    QUndoStack* undoStack() { return &m_undo; }
    /// Selects a comparison.
    void showComparison(const QString& id);

    /// Asks for a file: save or open. Tests put their own answer here. "" = none.
    std::function<QString(const QString& title, const QString& filter, bool saves)> askFile;

public Q_SLOTS:
    /// "Rate 20 pairs": the student of a run at 3 steps against its teacher's own 3 steps; prepares, locks and begins by itself.
    void startQuick(const QString& runFolder);
    /// The same with the newest student of the project.
    void startQuickWithNewest();
    /// The pairs of a locked comparison, on the whole screen.
    void beginRating(const QString& comparison) { rate(comparison); }
    /// A draft that compares checkpoints of one run: at most six, evenly spread over its training, the last one always.
    void rateCheckpoints(const QString& runFolder);
    /// A draft that compares runs as they are now, students at their own steps.
    void rateRuns(const QStringList& runFolders);
    /// A draft that was removed, whenever that was.
    void bringBack(const QString& comparison);
    void refresh();

Q_SIGNALS:
    void problem(const QString& message);
    /// The images of "Rate 20 pairs" are there, and nobody looks at this page.
    void quickReady(const QString& comparison, const QString& name);
    /// For the Results page.
    void comparisonChanged(const QString& id);
    /// Those of the project, whenever they were read; `decided`: ids of those whose votes settle their claim, as far as the rater may know.
    void comparisonsRead(const std::vector<potstill::ComparisonRecord>& comparisons, const QSet<QString>& decided);

protected:
    /// Another studio or the command line may have written meanwhile.
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int kQuickPairs = 20;  // of a quick look
    struct Row {
        ComparisonRecord comparison;
        QString finding;         ///< "" without votes
        bool isSettled = false;  ///< the claim, by the votes
        std::vector<PackRecord> packs;
        /// While the rater's own session is open nothing tells how the votes stand.
        bool isDecided() const { return isSettled && !comparison.openSession; }
    };
    /// What the store tells of the project.
    struct Lobby {
        std::vector<Row> rows;
        std::vector<RaterRecord> raters, profiles;
        QString asked, rater;  ///< the rater that was asked for, and how they are called
        QStringList removed;   ///< drafts that can be brought back, the one that was removed last at the end
    };
    void buildPage();
    QWidget* buildTop();
    QWidget* buildList();
    QWidget* buildWarnings();
    QWidget* buildDraft();
    QWidget* buildLocked();
    static Lobby readLobby(RatingDatabase& database, const QString& rater, const QHash<QString, Row>& known);
    void takeRaters(const Lobby& lobby);
    void takeRows(const std::vector<Row>& rows);
    const Row* currentRow() const;
    void showCurrent();
    void showDraft(const ComparisonRecord& c);
    void showWarnings();
    void showLocked(const Row& row);
    void followStore(RatingStore::State state);
    void fail(const QString& message);
    void say(const QString& message);

    /// A student beside its teacher, as a quick look or a new draft compares them. `run` is "" where the project has no student, `teacher` where none is known.
    struct RatedStudent {
        QString run, name;
        std::string teacher;
        int steps = 0;
        double guidance = 0;  ///< of the teacher that it was made to follow; 0 = off
    };
    /// Opens a student ("" = the newest of the project) on a pool thread.
    void withStudent(const QString& runFolder, std::function<void(const RatedStudent&)> then);
    void newDraft();
    /// Saves and selects it.
    void addDraft(const ComparisonRecord& draft);
    void cloneCurrent();
    void removeCurrent();
    void undoRemove();
    class DraftEdit;
    void takeEdit(const ComparisonRecord& draft, int step);
    /// A draft as it was before or after an edit.
    void putDraft(const ComparisonRecord& draft);
    void saveDraft(const ComparisonRecord& draft);
    /// Saves the draft as its form shows it, then `work`, on the store's thread; `done` with what came of it.
    void withDraft(std::function<ComparisonRecord(RatingDatabase&, const QString& id)> work, std::function<void(const ComparisonRecord&)> done);
    void prepare();
    bool canRate();
    bool canMakeImages();
    void lock();
    void locked(const ComparisonRecord& c);
    void closeCurrent();
    void rate(const QString& id, RatingDatabase::Claim claim = RatingDatabase::Claim::IfFree);
    void offerTakeOver(const QString& comparison, const SessionHolder& holder);
    void beat();
    void release(qint64 session);
    void failOpening(const QString& message);
    void openSession(const SessionRecord& session);
    void showPairs(const QString& question, const std::vector<VotingPair>& pairs);
    void leaveSession(bool isOver);
    void undoVote(qint64 pair);
    void saveVote(qint64 pair, Answer answer, double responseMs);
    void countWriting(int change);
    void makePack();
    void openPack();
    void withdrawPack(const QString& pack, bool withdrawn);
    void writePackAnswers();
    void importFile();
    void exportVotes();
    /// For the next window on this project.
    void keepRater();
    void withRater(std::function<void(const RaterRecord&)> then);
    /// Does `work` on the store's thread, says `done` ("" = nothing) and reads the lobby anew.
    void change(std::function<void(RatingDatabase&)> work, const QString& done = {});

    static int imagesNeeded(const ComparisonRecord& c);

    std::shared_ptr<RatingWork> m_work;
    RatingStore& m_store;
    ImagePreparation& m_preparation;
    QString& m_quick;
    QStringList m_removed;
    std::unique_ptr<VotingView> m_view;
    PackRating m_foreign;
    std::vector<Row> m_rows;
    QUndoStack m_undo;
    ComparisonRecord m_edited;  // the draft in the form, as the undo stack knows it
    QString m_project, m_selectNext, m_takenElsewhere;
    qint64 m_session = 0;      // that is being rated; 0 = none
    bool m_isOpening = false;  // a session or a pack, until its pairs are shown
    int m_writing = 0;         // votes and undos on their way to the store
    QTimer m_beat;

    QStackedWidget *m_stack, *m_detail;
    EmptyState *m_empty, *m_refused;
    QTreeWidget* m_list;
    QComboBox* m_raters;
    QWidget* m_warningStrip;
    ComparisonForm* m_form;
    PackList* m_packs;
    RaterPanel* m_profiles;
    QLabel *m_status, *m_summary, *m_finding, *m_preparing, *m_warnings;
    ProgressLine* m_progress;
    QPushButton *m_new, *m_quickButton, *m_import, *m_nextRater, *m_manageRaters, *m_undoRemove, *m_prepare, *m_lock, *m_remove, *m_confirm, *m_stop, *m_rate, *m_pack, *m_export,
        *m_clone, *m_close, *m_takeOver, *m_openPack;
};

}  // namespace potstill
