#include "app/pages/planplots.h"

#include "app/pages/rolelabel.h"
#include "app/session/background.h"
#include "widgets/linechart.h"

#include <QHBoxLayout>

#include <algorithm>

namespace potstill {

namespace {

std::vector<SeriesPoint> pointsOf(const Curve& curve)
{
    std::vector<SeriesPoint> points;
    for (std::size_t i = 0; i < curve.y.size(); ++i)
        points.push_back({curve.x[i], curve.y[i]});
    return points;
}

SeriesStyle styleOf(int colorIndex)
{
    SeriesStyle style;
    style.smoothable = false;
    style.colorIndex = colorIndex;
    return style;
}

}  // namespace

PlanPlots::PlanPlots(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(plot(m_schedule, "configure.schedule", tr("Noise schedule"), tr("Share")), 1);
    m_schedule->setEmptyText(tr("The noise schedule is the teacher's, which is not there."));
    m_schedule->setLegendAbove(true);  // the markers of the steps stand in the plot, the first at its right edge
    m_gammaBox = plot(m_gamma, "configure.gamma", tr("Shift γ(t)"), tr("Noise level"));
    m_gamma->setYRange(0, 1);
    m_gamma->setLegendShown(false);
    layout->addWidget(m_gammaBox, 1);
}

QWidget* PlanPlots::plot(LineChart*& chart, const char* objectName, const QString& title, const QString& y)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(roleLabel("title", "", title));
    chart = new LineChart;
    chart->setObjectName(objectName);
    chart->setAccessibleName(title);
    chart->setXAxis({tr("Time t"), {}});
    chart->setYAxis({y, {}});
    chart->setXRange(0, 1);
    chart->setMinimumHeight(170);
    layout->addWidget(chart, 1);
    return box;
}

void PlanPlots::show(const Json& document, const QString& project)
{
    m_wanted = QString::fromStdString(document.dump()) + project;
    runInBackground<std::vector<Curve>>(
        this, [document, project = project.toStdString()] { return planCurves(document, project); },
        [this, wanted = m_wanted](const std::vector<Curve>& curves) {
            if (wanted == m_wanted)
                draw(curves);
        });
}

void PlanPlots::draw(const std::vector<Curve>& curves)
{
    const auto curve = [&](const char* name) {
        const auto found = std::find_if(curves.begin(), curves.end(), [&](const Curve& c) { return c.name == name; });
        return found == curves.end() ? nullptr : &*found;
    };
    const Curve *signal = curve("alpha"), *noise = curve("sigma"), *gamma = curve("gamma"), *grid = curve("grid");
    // Where the signal keeps its size (EDM) the noise alone grows, over decades.
    m_schedule->clear();
    const bool isOfDecades = noise && !signal;
    m_schedule->setLogY(isOfDecades);
    m_schedule->setYAxis({isOfDecades ? tr("Noise level σ") : tr("Share"), {}});
    if (signal)
        m_schedule->setSeries("alpha", tr("signal a(t)"), pointsOf(*signal), styleOf(0));
    if (noise)
        m_schedule->setSeries("sigma", isOfDecades ? tr("σ(t)") : tr("noise s(t)"), pointsOf(*noise), styleOf(1));
    if (gamma)
        m_gamma->setSeries("gamma", tr("γ(t)"), pointsOf(*gamma), styleOf(0));
    std::vector<ChartMarker> markers;
    for (std::size_t i = 0; grid && i < grid->x.size(); ++i)
        markers.push_back({grid->x[i], QString::fromUtf8("τ%1").arg(i + 1), -1});
    m_schedule->setMarkers(markers);
    m_gamma->setMarkers(markers);
    m_gammaBox->setVisible(gamma != nullptr);
}

}  // namespace potstill
