#pragma once

#include "engine/core/series.h"
#include "widgets/chartaxis.h"
#include "widgets/chartpaper.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace potstill {

struct SeriesStyle {
    int colorIndex = 0;        ///< Theme::seriesColor; give a run the same index on every chart
    bool dashed = true;        ///< with the dash pattern of its colour (none for index 0)
    bool rightAxis = false;    ///< measured on the second y axis
    bool smoothable = true;    ///< setSmoothing applies
    bool pointsShown = false;  ///< a dot at each point (few points only)
    bool lineShown = true;
    bool isReference = false;  ///< what the others are held against: its dots are rings, its name stands beside the last one
    bool inLegend = true;
    double width = 1.6;  ///< logical pixels
};

/// An interval around a curve.
struct BandPoint {
    double x = 0, low = 0, high = 0;
};

/// A vertical line, for example a step of the student's grid or a sampling event.
struct ChartMarker {
    double x = 0;
    QString label;
    int colorIndex = -1;  ///< -1 = neutral
};

/// Curves over a common x axis. QtCharts draws the lines; axes, legend, markers and read-out are ours (SI prefixes, log axes that
/// drop what they cannot show, equal look on screen and on paper). All points of a series must be sorted by x; non-finite ones are left out.
/// New data is drawn at most every 60 ms. Keys: + - zoom, 0 resets, arrows pan, Tab leaves; wheel zooms x, with Shift y; dragging zooms into a rectangle,
/// with the middle button or Space held pans.
class LineChart final : public QWidget {
    Q_OBJECT
public:
    explicit LineChart(QWidget* parent = nullptr);
    ~LineChart() override;

    void setTitle(const QString& title);
    QString title() const;
    void setXAxis(const AxisTitle& title);
    void setYAxis(const AxisTitle& title);
    void setRightAxis(const AxisTitle& title);
    AxisTitle yAxis() const;
    AxisTitle rightAxis() const;
    /// A second labelling of the x axis along the top, for example wall clock over images seen; an empty function removes it.
    void setTopAxis(const QString& title, std::function<QString(double x)> label);

    void setSeries(const QString& id, const QString& name, std::vector<SeriesPoint> points, const SeriesStyle& style = {});
    /// Adds points with x at or after the last one's.
    void appendPoints(const QString& id, const std::vector<SeriesPoint>& points);
    /// Drawn pale in the colour of series `id`, which must exist.
    void setBand(const QString& id, std::vector<BandPoint> band);
    void removeSeries(const QString& id);
    void clear();
    QStringList seriesIds() const;
    /// None without such a series.
    std::optional<SeriesStyle> seriesStyle(const QString& id) const;
    std::vector<SeriesPoint> points(const QString& id) const;
    bool isSeriesVisible(const QString& id) const;
    void setSeriesVisible(const QString& id, bool visible);
    void setMarkers(std::vector<ChartMarker> markers);
    /// A horizontal line, for example the stopping line of a test.
    void setThreshold(std::optional<double> y, const QString& label = {});

    /// 0 = off, below 1; the raw trace stays pale behind.
    void setSmoothing(double smoothing);
    double smoothing() const;
    void setLogX(bool on);
    bool isLogX() const;
    void setLogY(bool on);
    bool isLogY() const;
    /// The right y axis has a scale of its own.
    void setLogRight(bool on);
    bool isLogRight() const;
    /// Share of the values at each end that may leave the picture, 0 to 0.25; 0 = all are shown.
    void setOutlierClip(double share);
    double outlierClip() const;
    void setLegendShown(bool shown);
    /// The legend stands in a line over the plot, where it covers nothing, rather than in its corner. For a chart with a left axis alone and short names.
    void setLegendAbove(bool above);
    /// Less room for labels and no legend: plots of about 240 x 140.
    void setCompact(bool compact);
    /// Shown while there is nothing to draw.
    void setEmptyText(const QString& text);

    /// Fixes an axis; resetZoom() returns to these.
    void setXRange(std::optional<double> low, std::optional<double> high);
    void setYRange(std::optional<double> low, std::optional<double> high);
    void resetZoom();
    void zoomBy(double factor);
    bool isZoomed() const;
    /// Data coordinates, after decimation and log: what can be seen. For tests and for linked charts.
    QRectF visibleRange() const;

    /// For a file, as it is now. Columns of its values: series,x,y of what is visible, at full resolution; beside them low,high where a series has a band.
    ChartPaper paper(const QSize& size = ChartPaper().size) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Draws pending data now instead of at the next tick.
    void flush();

Q_SIGNALS:
    void seriesVisibilityChanged(const QString& id, bool visible);
    void markerActivated(int index);
    void visibleRangeChanged();
    /// The data position under the cursor, for linked charts; NaN when it leaves.
    void cursorMoved(double x);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Private;
    enum class Detail { Moving, Full };
    void draw(Detail detail);
    std::unique_ptr<Private> d;
};

/// "1.2 M", "350", "12 m": at most three significant digits with an SI prefix.
QString siText(double value, const QString& unit = {});

}  // namespace potstill
