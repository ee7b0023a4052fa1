#pragma once

#include <QString>

#include <vector>

namespace potstill {

struct AxisTitle {
    QString text;          ///< "Loss", "Seen"
    QString unit;          ///< "images", "s"; values get an SI prefix before it
    bool isWhole = false;  ///< counts of things: no ticks between them
    bool operator==(const AxisTitle&) const = default;
};

struct AxisTick {
    double at = 0;  ///< in axis coordinates: log10 of the value on a log axis
    QString label;  ///< "" = a tick without a word
};

/// Round ticks for [low, high] in axis coordinates, about `wanted` of them, labelled with SI prefixes (with a unit, or for large numbers).
std::vector<AxisTick> axisTicks(double low, double high, bool isLog, int wanted, const AxisTitle& title);

}  // namespace potstill
