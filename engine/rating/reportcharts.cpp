#include "engine/rating/reportcharts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill::detail {

namespace {

constexpr double kWidth = 720, kLeft = 64, kRight = 16, kTop = 12, kBottom = 40;

// Attributes for paper and for readers without CSS in drawings; the report's style sheet goes by the classes and knows the dark theme.
constexpr const char* kAxis = R"(class="axis" stroke="#dedcd8")";
constexpr const char* kStop = R"(class="stop" stroke="#202124" stroke-dasharray="5 4")";
constexpr const char* kCurve = R"(class="curve" fill="none" stroke="#a65a28" stroke-width="2")";
constexpr const char* kBand = R"(class="band" fill="#a65a28" fill-opacity="0.18")";
constexpr const char* kBar = R"(class="bar" stroke="#a65a28" stroke-width="3")";
constexpr const char* kDot = R"(class="dot" fill="#a65a28")";

/// Axes of a chart over votes.
class Plot {
public:
    Plot(double height, double maxX, double minY, double maxY) : m_height(height), m_maxX(maxX), m_minY(minY), m_maxY(maxY) {}

    double x(double value) const { return kLeft + value / m_maxX * (kWidth - kLeft - kRight); }
    double y(double value) const { return kTop + (m_maxY - value) / (m_maxY - m_minY) * (m_height - kTop - kBottom); }
    std::string point(double px, double py) const { return fmt::format("{:.1f},{:.1f} ", x(px), y(py)); }

    void level(double value, const std::string& label, const char* style = kAxis)
    {
        m_body += fmt::format("<line {} x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/><text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", style, kLeft,
                              kWidth - kRight, y(value), y(value), kLeft - 8, y(value) + 4, label);
    }
    void add(const std::string& element) { m_body += element + "\n"; }

    std::string svg(const std::string& label, const std::string& below) const
    {
        std::string ticks;
        for (const double share : {0.0, 0.5, 1.0})
            ticks += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{:.0f}</text>", x(share * m_maxX), m_height - kBottom + 18, share * m_maxX);
        ticks += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", x(m_maxX / 2), m_height - 4, escaped(below));
        return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" role=\"img\" aria-label=\"{}\">\n{}{}</svg>\n", kWidth, m_height, kWidth, escaped(label), m_body,
                           ticks);
    }

private:
    double m_height, m_maxX, m_minY, m_maxY;
    std::string m_body;
};

/// In raised digits: not every drawing program, nor Qt's, knows raised text.
std::string raised(int number)
{
    static constexpr const char* kDigits[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    std::string out;
    for (const char c : std::to_string(number))
        out += c == '-' ? "\u207b" : kDigits[c - '0'];
    return out;
}

/// At most about a thousand points: enough for any screen, and the page stays small.
std::vector<EvidencePoint> thinned(const std::vector<EvidencePoint>& curve)
{
    const std::size_t step = curve.size() / 1000 + 1;
    std::vector<EvidencePoint> out;
    for (std::size_t i = 0; i < curve.size(); i += step)
        out.push_back(curve[i]);
    if (out.back().votes != curve.back().votes)
        out.push_back(curve.back());
    return out;
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    return out;
}

std::string evidenceText(double logE)
{
    const double decades = logE / std::log(10.0);
    if (std::abs(decades) >= 4)
        return fmt::format("10<sup>{:.0f}</sup>", decades);
    return fmt::format("{:.3g}", std::exp(logE));
}

std::string evidenceChart(const PairResult& pair, bool isDecidedByEvidence, const Texts& text)
{
    const double unit = std::log(10.0), stop = pair.threshold / unit;
    double low = -1, high = stop + 0.5;
    for (const EvidencePoint& p : pair.curve) {
        low = std::min(low, p.correctedLogE / unit);
        high = std::max(high, p.correctedLogE / unit);
    }
    Plot plot(260, static_cast<double>(pair.curve.back().votes), low, high);
    const double step = std::max(1.0, std::ceil((high - low) / 5));
    for (double decade = step * std::ceil(low / step); decade <= high; decade += step)
        if (!isDecidedByEvidence || std::abs(decade - stop) > (high - low) / 14)
            plot.level(decade, "10" + raised(static_cast<int>(decade)));
    if (isDecidedByEvidence)
        plot.level(stop, fmt::format("{:.0f}", std::exp(pair.threshold)), kStop);
    std::string points;
    for (const EvidencePoint& p : thinned(pair.curve))
        points += plot.point(static_cast<double>(p.votes), p.correctedLogE / unit);
    plot.add(fmt::format("<polyline {} points=\"{}\"/>", kCurve, points));
    return plot.svg(text(FINDING_TEXT("Findings", "Evidence over votes: it ends at {0}; the stopping line is at {1}."),
                         text.decimal(fmt::format("{:.3g}", std::exp(std::min(pair.curve.back().correctedLogE, 600.0)))), std::lround(std::exp(pair.threshold))),
                    text(FINDING_TEXT("Findings", "untied votes")));
}

std::string shareChart(const PairResult& pair, const Texts& text)
{
    Plot plot(220, static_cast<double>(pair.curve.back().votes), 0, 1);
    const std::vector<EvidencePoint> curve = thinned(pair.curve);
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        plot.level(share, fmt::format("{:.0f} %", 100 * share));
    std::string above, below, line;
    for (const EvidencePoint& p : curve) {
        above += plot.point(static_cast<double>(p.votes), p.high);
        line += plot.point(static_cast<double>(p.votes), p.share);
    }
    for (auto p = curve.rbegin(); p != curve.rend(); ++p)
        below += plot.point(static_cast<double>(p->votes), p->low);
    plot.add(fmt::format("<polygon {} points=\"{}{}\"/><polyline {} points=\"{}\"/>", kBand, above, below, kCurve, line));
    const auto percent = [&](double share) { return text.decimal(fmt::format("{:.1f}", 100 * share)); };
    return plot.svg(text(FINDING_TEXT("Findings", "Share of wins over votes: it ends at {0} %, between {1} and {2} %."), percent(pair.share.value), percent(pair.share.low),
                         percent(pair.share.high)),
                    text(FINDING_TEXT("Findings", "untied votes")));
}

std::string strengthChart(const ComparisonDefinition& definition, const DavidsonFit& fit, const Texts& text)
{
    constexpr double kNames = 220, kRow = 28;
    const double low = eloFromTheta(*std::min_element(fit.low.begin(), fit.low.end())), high = eloFromTheta(*std::max_element(fit.high.begin(), fit.high.end()));
    const double height = kRow * static_cast<double>(fit.theta.size()) + 24;
    const auto x = [&](double elo) { return kNames + (elo - low) / std::max(high - low, 1e-9) * (kWidth - kNames - 24); };
    std::vector<std::size_t> order(fit.theta.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return fit.theta[a] > fit.theta[b]; });
    std::string body, label = text(FINDING_TEXT("Findings", "Strengths in Elo points:"));
    for (std::size_t row = 0; row < order.size(); ++row) {
        const std::size_t s = order[row];
        const double y = kRow * (static_cast<double>(row) + 0.5);
        const double elo = eloFromTheta(fit.theta[s]);
        body += fmt::format(
            "<text x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text><line {} x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/><circle {} cx=\"{:.1f}\" cy=\"{:.1f}\" "
            "r=\"5\"/>\n",
            kNames - 12, y + 4, escaped(definition.systems.at(s).name), kBar, x(eloFromTheta(fit.low[s])), x(eloFromTheta(fit.high[s])), y, y, kDot, x(elo), y);
        label += fmt::format(" {} {:.0f};", definition.systems.at(s).name, elo);
    }
    for (const double elo : {low, high})
        body += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{:.0f}</text>\n", x(elo), height - 4, elo);
    return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" role=\"img\" aria-label=\"{}\">\n{}</svg>\n", kWidth, height, kWidth, escaped(label), body);
}

}  // namespace potstill::detail
