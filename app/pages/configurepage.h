#pragma once

#include "engine/io/runfolder.h"
#include "engine/io/runqueue.h"
#include "engine/jobs/jobs.h"

#include <QHash>
#include <QTimer>
#include <QUndoStack>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;

namespace potstill {

class DataPreview;
class EstimateLine;
class ModelChoice;
class OptionForm;
class PlanPlots;
class SectionCard;
class SweepBar;

/// Sets up a run: on the left what is chosen, on the right what follows from it. The draft saves itself in the project.
class ConfigurePage final : public QWidget {
    Q_OBJECT
public:
    explicit ConfigurePage(QWidget* parent = nullptr);

    /// The project's draft is read on a pool thread; what is set up until it comes stands, as a step that can be undone.
    void setProject(const QString& folder);
    /// The project's runs, as the list of runs read them: teachers to choose from.
    void setRuns(const std::vector<RunSummary>& runs);
    /// Writes edits that wait to be written, at once; those of an entry of the queue too.
    void keepDraft();
    /// Replaces the draft by a preset.
    void applyPreset(const QString& name);
    /// Replaces the draft by other settings (clone and edit). A step of the undo stack, as presets, the kind of run and the teacher are.
    void setDocument(const Json& document);
    const Json& document() const { return m_document; }
    /// Sets up a teacher of these images; other settings of a teacher stay.
    void useData(const QString& source);
    const Issues& issues() const { return m_issues; }
    /// The checkpoint that the next run goes on from (a branch); cleared by any other document. "" = a run from its beginning.
    void setOrigin(const QString& checkpoint, const QString& runName);
    QString origin() const { return m_origin; }
    /// Steps of what is shown: the draft's own wait while something else is.
    QUndoStack* undoStack() { return isDraftShown() ? &m_undo : &m_guestUndo; }
    QList<QUndoStack*> undoStacks() { return {&m_undo, &m_guestUndo}; }
    /// Unfolds the training settings of the draft and gives the keyboard to one of them.
    void showTrainingField(const QString& path);

    // What is shown instead of the draft, which waits meanwhile and comes back. Both say in a line above the page what they are.
    /// Settings of a run that was started: to be read, or cloned. False when they are none.
    bool showStarted(const Json& document, const QString& runName);
    /// An entry of the queue: to be edited; queuedSaved() brings it back changed.
    /// originName: of the run that it branches from.
    void editQueued(const QueueEntry& entry, const QString& originName = {});
    bool isDraftShown() const { return m_shown == Shown::Draft; }
    /// The entry that is shown; "" = none.
    std::string queuedId() const { return m_shown == Shown::Queued ? m_queued.id : std::string(); }
    /// What was edited of an entry of the queue is saved.
    void showDraft();
    /// What is shown becomes the draft.
    void cloneShown();
    /// As if it had been shown and cloned.
    void takeAsDraft(const QueueEntry& entry, const QString& originName);

    /// A run is on: another cannot be started.
    void setStartEnabled(bool enabled);

public Q_SLOTS:
    /// As the Start button: does nothing while something is wrong.
    void start();

Q_SIGNALS:
    void undoStackChanged();
    void startRequested(const potstill::Json& document);
    /// Whoever hears it calls showDraft() when it is kept, cloneShown() when the entry is no longer there; by then something else may be shown.
    void queuedSaved(const potstill::QueueEntry& entry);
    void queueRequested(const potstill::QueueEntry& entry);

private:
    class Change;
    /// All that one step of the undo stack brings back.
    struct State {
        Json document;
        QString origin, originName;
        bool operator==(const State&) const = default;
    };
    enum class Shown { Draft, Started, Queued };
    /// A teacher that was chosen and whose data have not been taken yet.
    struct TeacherChoice {
        int reading;               ///< which answer is its own
        Json before;               ///< the teacher that the data are of until then
        Json chosen;               ///< the document with the new one
        std::optional<Json> data;  ///< its answer, where something else was shown when it came
    };
    QWidget* buildChoices();
    QWidget* buildOriginLine();
    QWidget* buildConsequences();
    QWidget* buildGuestLine();
    void connectParts();
    /// Its tool tip.
    void explainStart();
    void setShown(Shown shown);
    void showGuest(Shown shown, const State& guest, const QString& text, const QString& action);
    void saveQueued();
    void changeDocument(const Json& document);
    State state() const { return {m_document, m_origin, m_originName}; }
    void put(const State& state);
    void changeTo(const QString& what, const State& state);
    void changeKind(bool toStudent);
    void checkPaths();
    QString pathsKey() const;
    QString labelOf(const std::string& path) const;
    void addCard(SectionCard*& card, const QString& title, const char* iconName, QWidget* content, QWidget* column);
    void takeTeacher(const QString& path);
    bool isReadingTeacher() const;
    void takeTeachersData();
    void takeFrom(OptionForm* form);
    void shown();
    void validate();
    void enableStart();
    /// None where there is no draft that this version can use. Reads files: not for the window's thread. Throws for a damaged one.
    static std::optional<State> readDraft(const QString& project);
    void takeDraft(const std::optional<State>& read);
    bool canKeepDraft() const;
    Json keptDocument() const;
    Json draft() const;
    /// The checkpoint of a branch relative to the project, which can be moved; and back.
    std::string storedOrigin() const;
    QString originOf(const std::string& stored) const;
    void saveDraft();
    void refreshSummaries();
    bool isStudent() const;

    Json m_document;
    Issues m_issues, m_missing;  // m_missing: paths at which there is nothing, as found for m_missingOf
    QString m_project, m_origin, m_originName, m_missingOf, m_pathsAsked;
    Shown m_shown = Shown::Draft;
    QHash<QString, Json> m_left;            // the settings of the kind of run that is not shown
    std::optional<State> m_unread;          // what stands here until the project's draft is read
    int m_reading = 0;                      // counts the drafts that were asked for: an answer to an earlier question is none
    int m_readingTeacher = 0;               // counts the teachers whose data were asked for
    std::optional<TeacherChoice> m_choice;  // of what is shown
    State m_draft;                          // this and the next two while something else is shown
    QHash<QString, Json> m_draftLeft;
    std::optional<TeacherChoice> m_draftChoice;
    QueueEntry m_queued;
    QUndoStack m_undo, m_guestUndo;
    QTimer m_delay;
    bool m_isStartEnabled = true;

    QButtonGroup* m_kind;
    QComboBox* m_preset;
    ModelChoice* m_teacher;
    SectionCard *m_dataCard = nullptr, *m_teacherCard = nullptr, *m_networkCard = nullptr, *m_methodCard = nullptr, *m_trainingCard = nullptr;
    OptionForm *m_dataForm, *m_networkForm, *m_diffusionForm, *m_flashForm, *m_trainingForm;
    SweepBar* m_sweep;
    QWidget *m_originLine, *m_guestLine;
    QLabel *m_originText, *m_guestText;
    QPushButton *m_start, *m_guestAction;
    QLabel *m_problems, *m_teacherIssue;
    DataPreview* m_data;
    PlanPlots* m_plots;
    EstimateLine* m_estimate;
};

}  // namespace potstill
