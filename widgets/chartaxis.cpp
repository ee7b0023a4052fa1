#include "widgets/chartaxis.h"

#include "widgets/linechart.h"
#include "widgets/numbertext.h"

#include <algorithm>
#include <cmath>

namespace potstill {
namespace {

// SI prefix for a power of 1000; values below one keep plain digits where there is no unit to carry a prefix ("0.02", "3e-4").
int exponentFor(double magnitude, bool hasUnit)
{
    if (!(magnitude > 0))
        return 0;
    const int exponent = int(std::floor(std::log10(magnitude) / 3 + 1e-9)) * 3;
    if (exponent < 0 && !hasUnit)
        return 0;
    return std::clamp(exponent, -12, 15);
}

QString prefixOf(int exponent)
{
    switch (exponent) {
    case -12: return QStringLiteral("p");
    case -9: return QStringLiteral("n");
    case -6: return QStringLiteral("µ");
    case -3: return QStringLiteral("m");
    case 3: return QStringLiteral("k");
    case 6: return QStringLiteral("M");
    case 9: return QStringLiteral("G");
    case 12: return QStringLiteral("T");
    case 15: return QStringLiteral("P");
    default: return {};
    }
}

QString plainText(double value, int digits)
{
    QString text = numberText(value, 'g', digits);
    text.replace(QLatin1String("e-0"), QLatin1String("e-"));
    text.replace(QLatin1String("e+0"), QLatin1String("e"));
    text.replace(QLatin1String("e+"), QLatin1String("e"));
    text.replace(QLatin1Char('-'), QChar(0x2212));
    return text;
}

QString joined(const QString& number, const QString& prefix) { return prefix.isEmpty() ? number : number + QChar(0x202F) + prefix; }

std::vector<AxisTick> logTicks(double low, double high, int wanted, const AxisTitle& title)
{
    std::vector<AxisTick> ticks;
    const int first = int(std::floor(low));
    const int last = int(std::ceil(high));
    const int stride = std::max(1, int(std::ceil((high - low) / std::max(wanted, 1))));
    const bool isShort = high - low < 2.2;
    for (int decade = first; decade <= last; ++decade) {
        if (((decade % stride) + stride) % stride != 0 || (title.isWhole && decade < 0))
            continue;
        for (const int factor : {1, 2, 5}) {
            if (factor > 1 && !isShort)
                break;
            const double at = decade + std::log10(double(factor));
            if (at >= low - 1e-9 && at <= high + 1e-9)
                ticks.push_back({at, siText(factor * std::pow(10.0, decade), title.unit.isEmpty() ? QString() : QStringLiteral(" "))});
        }
    }
    for (AxisTick& tick : ticks)
        tick.label = tick.label.trimmed();
    return ticks;
}

}  // namespace

QString siText(double value, const QString& unit)
{
    const bool hasUnit = !unit.isEmpty();
    const auto withUnit = [&](const QString& number, const QString& prefix) {
        const QString shown = joined(number, prefix);
        if (unit.trimmed().isEmpty())
            return shown;
        // "12 ms", but "535 k images".
        return prefix.isEmpty() || unit.size() > 2 ? shown + QChar(0x202F) + unit : shown + unit;
    };
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    int exponent = exponentFor(size, hasUnit);
    // 999.7 k would round to 1e+03 k.
    if (size > 0 && exponent < 15 && size / std::pow(10.0, exponent) >= 999.5)
        exponent += 3;
    const double scaled = value / std::pow(10.0, exponent);
    return withUnit(plainText(scaled, 3), prefixOf(exponent));
}

std::vector<AxisTick> axisTicks(double low, double high, bool isLog, int wanted, const AxisTitle& title)
{
    if (!(high > low) || wanted < 1)
        return {};
    if (isLog && high - low >= 0.8)
        return logTicks(low, high, wanted, title);
    // A log axis over less than a decade is labelled at round values all the same.
    const double a = isLog ? std::pow(10.0, low) : low;
    const double b = isLog ? std::pow(10.0, high) : high;
    const double rough = (b - a) / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double share = rough / power;
    const double step = std::max(title.isWhole ? 1.0 : 0.0, (share <= 1.0001 ? 1 : share <= 2.0001 ? 2 : share <= 5.0001 ? 5 : 10) * power);
    const double largest = std::max(std::abs(a), std::abs(b));
    int exponent = exponentFor(largest, !title.unit.isEmpty());
    const bool isTiny = exponent == 0 && largest < 1e-3;
    const double scale = std::pow(10.0, exponent);
    const int decimals = std::clamp(int(std::ceil(-std::log10(step / scale) - 1e-9)), 0, 8);
    std::vector<AxisTick> ticks;
    for (double n = std::ceil(a / step - 1e-9); n * step <= b + step * 1e-9 && ticks.size() < 100; n += 1) {
        const double value = n * step;
        QString label = value == 0 ? QStringLiteral("0") : isTiny ? plainText(value, 3) : numberText(value / scale, 'f', decimals);
        label.replace(QLatin1Char('-'), QChar(0x2212));
        if (value != 0 && !isTiny)
            label = joined(label, prefixOf(exponent));
        ticks.push_back({isLog ? std::log10(value) : value, label});
    }
    return ticks;
}

}  // namespace potstill
