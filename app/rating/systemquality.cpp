#include "app/rating/systemquality.h"

#include "engine/io/jsonfile.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>

namespace fs = std::filesystem;

namespace potstill {

namespace {

/// The newest evaluation of that checkpoint (of any, where it is not known), at that many network calls.
std::map<std::string, double> figuresOf(const fs::path& run, std::int64_t imagesSeen, int nfe)
{
    std::map<std::string, double> out;
    fs::file_time_type newest = fs::file_time_type::min();
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(run / "evaluations", none)) {
        try {
            const Json file = readJsonFile(entry.path());
            if ((imagesSeen >= 0 && file.value("images_seen", std::int64_t(-1)) != imagesSeen) || entry.last_write_time() < newest)
                continue;
            for (const Json& column : file.at("columns"))
                if (column.value("nfe", 0) == nfe && column.value("column", "").rfind("teacher", 0) != 0) {
                    newest = entry.last_write_time();
                    out.clear();
                    for (const auto& [key, value] : column.items())
                        if (value.is_number() && key != "nfe" && key != "n" && key != "reference_n")
                            out[key] = value.get<double>();
                }
        } catch (const std::exception&) {
            // a damaged evaluation is one that is not there
        }
    }
    return out;
}

std::vector<double> ranksOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]])
            ++end;
        for (std::size_t j = i; j < end; ++j)
            ranks[order[j]] = double(i + end - 1) / 2;  // equal values share their mean rank
        i = end;
    }
    return ranks;
}

}  // namespace

std::vector<SystemQuality> qualityOf(const ComparisonData& data, const Analysis& analysis)
{
    const ComparisonDefinition& d = data.comparison.definition;
    std::vector<SystemQuality> out;
    for (std::size_t i = 0; i < d.systems.size(); ++i) {
        SystemQuality q;
        q.name = QString::fromStdString(d.systems[i].name);
        const Json key = Json::parse(d.systems[i].key, nullptr, false);  // the recipe that its images share; another text where votes were imported
        if (key.is_object()) {
            try {
                q.nfe = key.value("nfe", 0);
                q.steps = key.value("steps", q.nfe);
                q.imagesSeen = key.value("images_seen", std::int64_t(-1));
            } catch (const std::exception&) {
                // not written by this program
            }
        }
        if (i < data.comparison.plan.systems.size()) {
            fs::path run = data.comparison.plan.systems[i].model;
            std::error_code none;
            if (run.parent_path().filename() == "checkpoints")
                run = run.parent_path().parent_path();
            if (fs::is_directory(run, none)) {
                q.run = QString::fromStdString(run.string());
                q.figures = figuresOf(run, q.imagesSeen, q.nfe);
            }
        }
        if (analysis.fit.status == FitStatus::Ok && i < analysis.fit.theta.size()) {
            q.hasPreference = true;
            q.elo = eloFromTheta(analysis.fit.theta[i]);
            q.low = eloFromTheta(analysis.fit.low[i]);
            q.high = eloFromTheta(analysis.fit.high[i]);
        }
        out.push_back(std::move(q));
    }
    return out;
}

std::vector<std::size_t> paretoFront(const std::vector<std::pair<double, double>>& points, bool isHigherBetter)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto better = [&](double a, double b) { return isHigherBetter ? a > b : a < b; };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return points[a].first != points[b].first ? points[a].first < points[b].first : better(points[a].second, points[b].second); });
    std::vector<std::size_t> front;
    for (const std::size_t i : order)
        if (front.empty() || better(points[i].second, points[front.back()].second))
            front.push_back(i);
    return front;
}

bool isHigherBetter(const std::string& figure) { return figure != "fd_classifier" && figure != "kd_classifier" && figure != "milliseconds_per_image"; }

double spearman(const std::vector<std::pair<double, double>>& points)
{
    if (points.size() < 3)
        return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> x, y;
    for (const auto& [a, b] : points) {
        x.push_back(a);
        y.push_back(b);
    }
    const std::vector<double> rx = ranksOf(x), ry = ranksOf(y);
    const double mean = double(points.size() - 1) / 2;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < rx.size(); ++i) {
        xy += (rx[i] - mean) * (ry[i] - mean);
        xx += (rx[i] - mean) * (rx[i] - mean);
        yy += (ry[i] - mean) * (ry[i] - mean);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace potstill
