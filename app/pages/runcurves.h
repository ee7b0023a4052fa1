#pragma once

#include "widgets/linechart.h"

#include <QList>
#include <QString>

#include <optional>

namespace potstill {

/// A statistic of a run as a curve. Curves whose axes measure the same share a side of the chart.
struct RunCurve {
    QString id;    ///< as in stats.jsonl
    QString name;  ///< for people
    AxisTitle axis;
    bool isSmoothed = true;  ///< false: measured now and then, or smooth by itself
};

/// What the loss chart can show, and what stands on the charts of speed and of gradients.
QList<RunCurve> lossCurves();
QList<RunCurve> speedCurves();
QList<RunCurve> gradientCurves();

/// The number that the folder of a run begins with; none = a model that is no run of a project.
std::optional<int> runNumber(const QString& folder);
/// Theme's index of a run's colour: by its number, so that a run looks the same on every chart.
int runColorIndex(const QString& runFolder);

}  // namespace potstill
