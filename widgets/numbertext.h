#pragma once

#include <QString>

namespace potstill {

/// QString::number with the decimal sign of the language in use.
QString numberText(double value, char format, int precision);

}  // namespace potstill
