#include "app/rating/systemquality.h"

#include "engine/core/options.h"
#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>
#include <set>

namespace fs = std::filesystem;

namespace potstill {

namespace {

using Figures = std::map<std::string, double>;

/// Figures of one evaluated model by its network calls, each from the newest evaluation.
struct Evaluated {
    std::map<int, Figures> student, teacher;
};

/// What the evaluations of that checkpoint say (of any, where it is not known).
Evaluated evaluationsOf(const fs::path& run, std::int64_t imagesSeen)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(run / "evaluations", none))
        files.emplace_back(entry.last_write_time(none), entry.path());
    std::sort(files.begin(), files.end());
    Evaluated out;
    for (const auto& [time, path] : files) {
        try {
            const Json file = readJsonFile(path);
            if (imagesSeen >= 0 && file.value("images_seen", std::int64_t(-1)) != imagesSeen)
                continue;
            for (const Json& column : file.at("columns")) {
                Figures figures;
                for (const auto& [key, value] : column.items())
                    if (value.is_number() && key != "nfe" && key != "n" && key != "reference_n")
                        figures[key] = value.get<double>();
                auto& of = column.value("column", "").rfind("teacher", 0) == 0 ? out.teacher : out.student;
                of[column.value("nfe", 0)] = std::move(figures);
            }
        } catch (const std::exception&) {
            // a damaged evaluation is one that is not there
        }
    }
    return out;
}

/// The folder that the name of a model leads to, of a checkpoint its run; "" where nothing is there.
fs::path folderOf(const std::string& model, const fs::path& base = {})
{
    try {
        const fs::path path = fs::weakly_canonical(resolveModelPath(model, base));
        return path.parent_path().filename() == "checkpoints" ? path.parent_path().parent_path() : path;
    } catch (const std::exception&) {
        return {};
    }
}

/// The folder of the teacher that a run was distilled from; "" for others.
fs::path teacherOf(const fs::path& run)
{
    try {
        const Json teacher = valueAt(readJsonFile(run / "config.json"), "options.teacher");
        return teacher.is_string() && !teacher.get<std::string>().empty() ? folderOf(teacher.get<std::string>(), run.parent_path().parent_path()) : fs::path();
    } catch (const std::exception&) {
        return {};
    }
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
    std::vector<fs::path> folders;
    std::set<fs::path> teachers;
    std::map<std::pair<fs::path, int>, Figures> measured;  // of teachers, by their folder (their student's, where they are not known) and network calls
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
        folders.push_back(i < data.comparison.plan.systems.size() ? folderOf(data.comparison.plan.systems[i].model) : fs::path());
        if (const fs::path& run = folders.back(); !run.empty()) {
            q.run = QString::fromStdString(run.string());
            const Evaluated evaluated = evaluationsOf(run, q.imagesSeen);
            if (const auto found = evaluated.student.find(q.nfe); found != evaluated.student.end())
                q.figures = found->second;
            const fs::path teacher = teacherOf(run);
            teachers.insert(teacher);
            for (const auto& [nfe, figures] : evaluated.teacher)
                measured.insert({{teacher.empty() ? run : teacher, nfe}, figures});
        }
        if (analysis.fit.status == FitStatus::Ok && i < analysis.fit.theta.size()) {
            q.hasPreference = true;
            q.elo = eloFromTheta(analysis.fit.theta[i]);
            q.low = eloFromTheta(analysis.fit.low[i]);
            q.high = eloFromTheta(analysis.fit.high[i]);
        }
        out.push_back(std::move(q));
    }
    std::set<std::pair<fs::path, int>> compared;
    for (std::size_t i = 0; i < out.size(); ++i) {
        SystemQuality& q = out[i];
        q.isTeacher = !folders[i].empty() && teachers.count(folders[i]) > 0;
        if (!q.isTeacher)
            continue;
        compared.insert({folders[i], q.nfe});
        if (const auto found = measured.find({folders[i], q.nfe}); found != measured.end() && q.figures.empty())
            q.figures = found->second;
    }
    std::set<fs::path> named;
    for (const auto& [key, figures] : measured)
        named.insert(key.first);
    for (auto& [key, figures] : measured) {
        if (compared.count(key) > 0)
            continue;
        const auto& [folder, nfe] = key;
        const char* name = named.size() < 2             ? QT_TRANSLATE_NOOP("SystemQuality", "Teacher, %1 NFE")
                           : teachers.count(folder) > 0 ? QT_TRANSLATE_NOOP("SystemQuality", "Teacher %2, %1 NFE")
                                                        : QT_TRANSLATE_NOOP("SystemQuality", "Teacher of %2, %1 NFE");
        SystemQuality q;
        q.name = QCoreApplication::translate("SystemQuality", name).arg(nfe);
        if (named.size() > 1)
            q.name = q.name.arg(QString::fromStdString(folder.filename().string()));
        q.nfe = q.steps = nfe;
        q.isTeacher = true;
        q.figures = std::move(figures);
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

bool isHigherBetter(const std::string& figure)
{
    static const std::set<std::string> lower = {"fd_classifier", "fd_scripted", "fid", "kd_classifier", "milliseconds_per_image"};
    return lower.count(figure) == 0;
}

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
