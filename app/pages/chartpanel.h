#pragma once

#include "app/pages/runseries.h"

#include <QStringList>
#include <QWidget>

#include <set>

class QComboBox;
class QMenu;
class QTabWidget;
class QToolButton;

namespace potstill {

class HeatMap;
class LineChart;

/// A run whose curves lie over those of the run that is shown.
struct OverlaidRun {
    QString folder, name;
    RunSeries series;
};

/// The curves of a run and the controls that belong to them: loss, loss by noise level over the training, speed, gradients.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Loss, NoiseLevels, Speed, Gradients };

    explicit ChartPanel(QWidget* parent = nullptr);

    void clear();
    /// Draws what has changed; the series are read here and not kept.
    void show(const RunSeries& series, const QString& runName);
    void setOverlays(std::vector<OverlaidRun> overlays);
    const std::vector<OverlaidRun>& overlays() const { return m_overlays; }
    /// Opens what a warning speaks of.
    void openFor(const QString& warning);

Q_SIGNALS:
    /// Another tab or quantity: show() is wanted.
    void refreshWanted();
    void problem(const QString& sentence);

private:
    void buildTools();
    void showLoss(const RunSeries& series, const QString& runName);
    void showLevels(const RunSeries& series);
    void put(LineChart* chart, const QString& id, const QString& label, const std::vector<SeriesPoint>& points, int color, bool smooth = true);
    void setQuantities(const RunSeries& series);
    void fillScaleMenu();
    void exportChart(const QString& kind);
    LineChart* currentChart() const;
    void takeTools();

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
    std::set<QString> m_onRight;  // ids of series that a person put on the right scale
    QTabWidget* m_tabs;
    LineChart *m_loss, *m_speed, *m_gradients;
    HeatMap* m_levels;
    QWidget* m_tools;
    QComboBox *m_quantity, *m_smoothing, *m_clip;
    QToolButton *m_logX, *m_logY, *m_fit, *m_scales, *m_export;
    QMenu* m_scaleMenu;
};

}  // namespace potstill
