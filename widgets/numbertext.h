#pragma once

#include <QString>

namespace potstill {

/// QString::number with the decimal sign of the language in use.
QString numberText(double value, char format, int precision);
/// About how long, in one unit: "45 s", "12 min", "2.5 h".
QString durationText(double seconds);

}  // namespace potstill
