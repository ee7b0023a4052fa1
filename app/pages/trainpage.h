#pragma once

#include "app/pages/chartpanel.h"
#include "app/pages/runseries.h"
#include "app/session/runfollower.h"
#include "app/session/runsession.h"
#include "engine/core/runwarning.h"
#include "engine/gallery/gallery.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace potstill {

class EmptyState;
class ImageGrid;
class SamplePanel;
class WarningStrip;

/// A run over time: the grid of fixed noise with its time line, and the curves. Live for the running one, from its folder for any other; one that another program
/// writes is followed, read-only.
class TrainPage final : public QWidget {
    Q_OBJECT
public:
    /// `nvml`: the library that tells how busy a device is.
    explicit TrainPage(RunSession& session, const std::string& nvml = DeviceMeter::kDriverLibrary, QWidget* parent = nullptr);

    /// Shows a run; "" = none.
    void showRun(const QString& runFolder);
    QString runFolder() const { return m_runFolder; }
    /// Of a cell of the samples that are shown.
    Json recipeAt(const QPoint& cell) const;
    /// Of the cell that is current, first of the samples that are shown; null without one.
    Json currentRecipe() const;
    /// Another program began to write a run: where it is shown, or lies over the shown one, it is followed.
    void readAgain(const QString& runFolder);
    /// The view and the moment of the shown run that a warning speaks of.
    void showCause(const RunWarning& warning);
    /// The curves of speed have the view and the keyboard.
    void showSpeed();
    /// How many rated comparisons the project has; a newcomer without any is led on to the ladder.
    void setComparisonCount(int count);
    /// Runs whose curves lie over those of the shown one, which may be among them: {folder, name}.
    void setOverlays(const QList<std::pair<QString, QString>>& runs);

Q_SIGNALS:
    /// The hint's button: compare the steps of this student.
    void ladderRequested(const QString& runFolder);
    void configureRequested();
    /// Another program shall stop and save this run, which then goes on here.
    void takeBackRequested(const QString& runFolder);
    void logRequested(const QString& runFolder);
    /// Recipe of the cell that was selected, as JSON; for the inspector.
    void recipeChanged(const QString& json);
    void addToGallery(const std::vector<potstill::GalleryItem>& items);
    void problem(const QString& sentence);

private:
    /// A grid and what tells the recipe of its cells.
    struct Grid {
        ImageGrid* grid;
        Json (TrainPage::*recipeOf)(const QPoint& cell) const;
    };
    /// Of the samples that are shown, and of those of the pinned moment.
    std::array<Grid, 2> grids() const;
    Json pinnedRecipeAt(const QPoint& cell) const;
    void takeWarnings(const RunFollower::News& news);
    void takeNews(const RunFollower::News& news);
    void takePreview(const PreviewGrid& grid);
    void showOwner(const RunFollower::News& news);
    void showHint();
    /// Speed, time left and memory, as the followed run's statistics say, and the load of its device where that can be asked.
    QString metersText(const RunFollower::News& news) const;
    void refreshCharts() { m_charts->show(m_series, {m_runFolder, m_runName}); }
    bool isLive() const { return isLive(m_runFolder); }
    bool isLive(const QString& folder) const { return !folder.isEmpty() && m_session.runFolder() == folder && m_session.isActive(); }
    /// A run over the shown one: read from its folder, followed while another program trains it, live while this one does.
    struct Overlay {
        QString folder, name;
        RunFollower follower;
        std::shared_ptr<RunSeries> series = std::make_shared<RunSeries>();
    };
    void drawOverlays();

    RunSession& m_session;
    QString m_runFolder, m_runName;
    RunSeries m_series;
    RunFollower m_follower;
    std::vector<std::unique_ptr<Overlay>> m_overlays;
    qint64 m_imagesTotal = 0;
    int m_comparisons = -1;  // not known

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SamplePanel* m_samples;
    WarningStrip* m_warning;
    QString m_openedFor;       // code of the warning that opened its view last: the same one does not do so again
    bool m_hasWarned = false;  // live, so that what the log says is older
    bool m_isRead = false;     // the shown run's folder
    std::optional<RunWarning> m_wantedCause;
    ChartPanel* m_charts;
    QWidget *m_hint, *m_ownerBar;
    QLabel *m_hintText, *m_ownerText, *m_meters;
    QPushButton *m_hintButton, *m_takeBack;
};

}  // namespace potstill
