#include "widgets/numbertext.h"

#include <QLocale>

namespace potstill {

QString numberText(double value, char format, int precision) { return QString::number(value, format, precision).replace(QLatin1Char('.'), QLocale().decimalPoint()); }

}  // namespace potstill
