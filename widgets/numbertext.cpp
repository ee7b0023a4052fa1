#include "widgets/numbertext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace potstill {

namespace {

struct DurationText {
    Q_DECLARE_TR_FUNCTIONS(potstill::DurationText)
};

}  // namespace

QString numberText(double value, char format, int precision) { return QString::number(value, format, precision).replace(QLatin1Char('.'), QLocale().decimalPoint()); }

QString durationText(double seconds)
{
    if (seconds < 90)
        return DurationText::tr("%1 s").arg(std::max(1.0, seconds), 0, 'f', 0);
    return seconds < 5400 ? DurationText::tr("%1 min").arg(seconds / 60, 0, 'f', 0) : DurationText::tr("%1 h").arg(numberText(seconds / 3600, 'f', 1));
}

}  // namespace potstill
