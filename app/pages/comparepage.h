#pragma once

#include "app/pages/comparestate.h"
#include "app/session/samplingsession.h"
#include "engine/gallery/gallery.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace potstill {

class ColumnPanel;
class CompareBar;
class EmptyState;
class ImageCompare;
class ImageGrid;
class ProgressLine;
class RecipeDifference;
class RunTable;
class SampleTableView;
class TrajectoryView;
struct RunSummary;

/// A pivot of samples from shared noise: rows = noises (and classes), columns = the ladder of one student, several runs, several checkpoints, or columns chosen one by one, always beside
/// the teacher. Settings are live; only what they change is sampled again.
class ComparePage final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePage(RunSession& runs, QWidget* parent = nullptr, SamplingSession::TableMaker maker = {});
    ~ComparePage() override;

    void setProject(const QString& folder);
    /// The project's runs, as the list of runs read them: models to choose from.
    void setRuns(const std::vector<RunSummary>& runs);
    /// The ladder of a model.
    void showModel(const QString& path);
    /// Samples with the settings shown.
    void refresh();
    const SampleTable& table() const;
    /// Of the cell that is current; null without one.
    Json currentRecipe() const;
    const ComparePlan& plan() const { return m_plan; }
    /// Writes at once what waits to be written of what was set.
    void keepState();
    /// Of the teacher's column; 0 leaves it out.
    void setTeacherSteps(int steps);
    /// Columns chosen one by one.
    void setOwnColumns(const std::vector<SampleColumn>& columns);
    /// How many rated comparisons the project has; a newcomer without any is led on to the first.
    void setComparisonCount(int count);

Q_SIGNALS:
    /// The recipe of the cell that is current, as JSON text.
    void recipeChanged(const QString& json);
    void problem(const QString& message);
    /// The hint's button: twenty pairs of this student and its teacher, to be judged blind.
    void quickRatingRequested(const QString& run);
    /// Images that a person wants to keep.
    void addToGallery(const std::vector<potstill::GalleryItem>& items);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Below { Nothing, Strip, Trajectory, Runs };

    QWidget* buildContent();
    QWidget* buildHint();
    void buildMenu();
    void connectBar();
    void connectGrid();
    void connectPanel();
    void connectSampling();

    void setPivot(ComparePlan::Pivot pivot);
    void listModels();
    void showFirstRun();
    void showPlan();
    void restore();
    void takeState(const CompareState& state);
    void showRestored();
    /// Something was set that is to be found again.
    void noteChange();
    void saveState();
    /// Looks whether the folders of the columns are still there; drops those that are not, says so and plans anew, else goes on.
    void withoutVanished(std::function<void()> then);
    void noteGone(int count);
    CompareState state() const;
    void showHint();

    void needFacts(const QString& path);
    void takeFacts();
    void takeTeachers();
    /// The panel's column with what is known of it.
    void showColumn();
    /// The model that tells about a column: checkpoints of one run share its facts.
    QString factsPath(const SampleColumn& column) const;
    QString headingOf(const SampleColumn& column) const;
    const Json& factsOf(const SampleColumn& column) const;
    ComparisonRequest request() const;
    QStringList rowHeadings() const;

    void takeNews(const SampleNews& news);
    void takeTable(const SampleTable& table);
    void beginTable();
    void showStatus(const SampleTable& table);

    void openColumn(int column, const QPoint& globalPos);
    int currentColumn() const;
    int currentCell() const;
    void showBelow(Below what);
    void showSelection();
    void followCurrent();
    void showRuns();
    void cellMenu(int row, int column, const QPoint& globalPos);
    /// Somebody listens to addToGallery().
    bool hasGallery() const;
    /// Those cells for the gallery; they get a star.
    std::vector<GalleryItem> takeCells(GroupKind kind, const std::vector<std::size_t>& cells);
    std::vector<GalleryItem> takeRow(std::size_t row);
    void keep(const std::vector<GalleryItem>& items);
    void keepSelected();
    void keepNoise();
    void exportImages();
    void exportTrajectory(const QString& ending);
    void inBackground(std::function<void()> work, const QString& done);

    ComparePlan m_plan;
    QString m_project;
    QList<NamedModel> m_offeredRuns, m_offeredCheckpoints;
    QString m_checkpointsOf, m_ladderOf;
    QHash<QString, Json> m_facts;
    QSet<QString> m_factsPending, m_factsFailed;
    SamplingSession m_sampling, m_following;
    QTimer m_delay, m_saveDelay;
    QStringList m_notes;  // of models that are gone, in the status line until something else is asked for
    bool m_areNotesShown = false;
    struct Saving;
    std::shared_ptr<Saving> m_saving;
    bool m_isTouched = false, m_isRestored = false, m_isHintDismissed = false;
    int m_comparisons = -1;  // not known
    std::vector<SampleColumn> m_askedColumns;
    QStringList m_askedRows, m_askedModels;
    bool m_isFirstNews = false;
    int m_panelColumn = 0;
    int m_hiddenTeacherSteps = 50;  // that the teacher's column begins with, or had when it was left out

    QStackedWidget *m_stack, *m_below;
    EmptyState* m_empty;
    CompareBar* m_bar;
    QAction* m_showsTeacher;
    ColumnPanel* m_panel;
    QLabel *m_status, *m_saved;
    QWidget* m_hint;
    ProgressLine* m_progress;
    QToolButton* m_stop;
    ImageGrid* m_grid;
    SampleTableView* m_view;
    QSplitter* m_strip;
    ImageCompare* m_compare;
    RecipeDifference* m_difference;
    TrajectoryView* m_trajectory;
    RunTable* m_runTable;
};

}  // namespace potstill
