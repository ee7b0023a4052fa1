#pragma once

#include <QString>

#include <vector>

namespace potstill {

struct AxisTick {
    double at = 0;  ///< in axis coordinates: log10 of the value on a log axis
    QString label;  ///< "" = a tick without a word
};

/// Round ticks for [low, high] in axis coordinates, about `wanted` of them, labelled with SI prefixes (with a unit, or for large numbers).
std::vector<AxisTick> axisTicks(double low, double high, bool isLog, int wanted, const QString& unit);

}  // namespace potstill
