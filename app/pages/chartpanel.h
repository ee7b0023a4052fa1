#pragma once

#include "app/pages/levelfeed.h"
#include "app/pages/runcurves.h"
#include "app/window/settings.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <set>

class QComboBox;
class QMenu;
class QTabWidget;
class QToolButton;

namespace potstill {

class ChartExportButton;
class LineChart;

struct ShownRun {
    QString folder, name;
};

/// A run whose curves lie over those of the run that is shown; its series may grow.
struct OverlaidRun {
    QString folder, name;
    std::shared_ptr<const RunSeries> series;
};

/// The curves of a run and the controls that belong to them: loss, loss by noise level over the training, speed, gradients.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Loss, NoiseLevels, Speed, Gradients };

    explicit ChartPanel(QWidget* parent = nullptr);

    void clear();
    /// Draws what has come since the last call, of this run and of those over it: that costs what is new, however long the runs are.
    void show(const RunSeries& series, const ShownRun& run);
    void setOverlays(std::vector<OverlaidRun> overlays);
    const std::vector<OverlaidRun>& overlays() const { return m_overlays; }
    /// Shows a tab and gives it the keyboard.
    void openTab(Tab tab);
    /// Where the cause of a warning (RunWarning::code) is seen; none = in no curve.
    static std::optional<Tab> tabFor(const QString& code);
    /// Opens that and marks its moment.
    void openFor(const QString& code, qint64 images);

Q_SIGNALS:
    /// Another tab or quantity: show() is wanted.
    void refreshWanted();
    void problem(const QString& sentence);

private:
    void buildTools();
    void showLoss(const RunSeries& series, const ShownRun& run);
    void showCurves(LineChart* chart, const QList<RunCurve>& curves, const RunSeries& series, int runColor);
    void showTime(LineChart* chart);
    QString timeText(double images) const;
    struct Line {
        QString id, label;
        int color = 0;
        bool isOnRight = false, isSmoothed = true;
    };
    void put(LineChart* chart, const Line& line, const std::vector<SeriesPoint>& points);
    QString quantityFor(const RunSeries& series);
    void fillScaleMenu();
    LineChart* currentChart() const;
    QStringList shownRuns() const;
    /// The controls as the chart in view is drawn, and the other way round, kept for the next time.
    void showTools();
    void takeTools();
    static void setTools(LineChart* chart, const Settings::ChartTools& tools);

    /// What a chart was given last of a series: one that has only grown is continued, not handed over anew.
    struct Drawn {
        QString label;
        std::size_t count = 0;
        SeriesPoint last;
        int color = 0;
        bool isOnRight = false, hasPoints = false;
    };
    void clearChart(LineChart* chart);

    std::vector<OverlaidRun> m_overlays;
    std::map<std::pair<LineChart*, QString>, Drawn> m_drawn;
    std::vector<SeriesPoint> m_wall;      // training time over images, read by the charts' top axes
    std::set<LineChart*> m_timed;         // charts that have one
    std::map<QString, bool> m_isOnRight;  // series that a person moved to a scale
    QString m_folder;                     // of the run that is shown
    QString m_wantedQuantity;             // that a person chose; "" = the headline of the run
    QString m_drawnQuantity;
    QTabWidget* m_tabs;
    LineChart *m_loss, *m_speed, *m_gradients;
    HeatMap* m_levels;
    LevelFeed m_levelFeed;
    QWidget* m_tools;
    QComboBox *m_quantity, *m_smoothing, *m_clip;
    QToolButton *m_logX, *m_logY, *m_logRight, *m_fit, *m_scales;
    ChartExportButton* m_export;
    QMenu* m_scaleMenu;
};

}  // namespace potstill
