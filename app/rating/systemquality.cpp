#include "app/rating/systemquality.h"

#include "engine/core/options.h"
#include "engine/core/resources.h"
#include "engine/io/checkpointchoice.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "widgets/numbertext.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace fs = std::filesystem;

namespace potstill {

namespace {

using Figures = std::map<std::string, double>;

constexpr const char* kHow[] = {"weights", "sampler", "guidance"};  // of an evaluation and of a recipe

constexpr double kUnknownGuidance = -1;  // of an evaluation that was written before it was recorded

struct Measured {
    Figures figures;
    std::int64_t imagesSeen = -1;
    double guidance = kUnknownGuidance;
};

/// Figures of one evaluated model by its network calls, and of the teacher beside it by calls and guidance, each from the newest evaluation.
struct Evaluated {
    std::map<int, Measured> own;
    std::map<std::pair<int, double>, Measured> teacher;
};

/// Whether the samples of an evaluation were made as those of a system, as far as both tell: equally many network calls may be three guided steps or six others.
bool isMadeLike(const Json& column, const Json& system)
{
    const Json made = column.value("made", Json::object());
    return std::all_of(std::begin(kHow), std::end(kHow), [&](const char* how) {
        return !made.contains(how) || !system.is_object() || !system.contains(how) || made[how] == system[how] || made[how] == "model's own";
    });
}

/// Whether a teacher's figures at that guidance may be those of a system.
bool isGuidedLike(double guidance, const Json& system)
{
    return guidance == kUnknownGuidance || !system.is_object() || !system.contains("guidance") || system["guidance"] == guidance;
}

/// What the evaluations of a system's checkpoint say, by its key; of any checkpoint where it is not known.
Evaluated evaluationsOf(const fs::path& run, const Json& system = {}, std::int64_t imagesSeen = -1)
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
            const auto seen = file.value("images_seen", std::int64_t(-1));
            if (imagesSeen >= 0 && seen != imagesSeen)
                continue;
            for (const Json& column : file.at("columns")) {
                Figures figures;
                for (const auto& [key, value] : column.items())
                    if (value.is_number() && key != "nfe" && key != "n" && key != "reference_n")
                        figures[figureKey(column, key)] = value.get<double>();
                const bool isTeacher = column.value("column", "").rfind("teacher", 0) == 0;
                if (!isTeacher && !isMadeLike(column, system))
                    continue;
                const int nfe = column.value("nfe", 0);
                const double guidance = column.value("made", Json::object()).value(isTeacher ? "teacher_guidance" : "guidance", kUnknownGuidance);
                (isTeacher ? out.teacher[{nfe, guidance}] : out.own[nfe]) = Measured{std::move(figures), seen, guidance};
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
        return runOfCheckpoint(fs::weakly_canonical(resolveModelPath(model, base)));
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

std::vector<fs::path> runsOf(const QString& project)
{
    std::vector<fs::path> out;
    std::error_code none;
    if (!project.isEmpty())
        for (const fs::directory_entry& entry : fs::directory_iterator(fs::weakly_canonical(project.toStdString(), none) / "runs", none))
            out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// Collects what is known, in the order in which charts show it.
class Collector {
public:
    void addCompared(const ComparisonData& data, const Analysis& analysis)
    {
        const ComparisonDefinition& d = data.comparison.definition;
        std::vector<Json> keys;
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
            const fs::path run = i < data.comparison.plan.systems.size() ? folderOf(data.comparison.plan.systems[i].model) : fs::path();
            if (!run.empty()) {
                q.run = QString::fromStdString(run.string());
                const Evaluated evaluated = evaluationsOf(run, key, q.imagesSeen);
                if (const auto found = evaluated.own.find(q.nfe); found != evaluated.own.end())
                    q.figures = found->second.figures;
                const fs::path teacher = teacherOf(run);
                m_comparedTeachers.insert(teacher);
                addTeacher(teacher, run, evaluated);
                if (!q.figures.empty())
                    m_compared.insert({run, q.nfe, q.imagesSeen});
                m_comparedAt.push_back({run, q.nfe, key});
            }
            keys.push_back(key);
            addPreference(q, analysis.fit, int(i), d.systems.size());
            m_out.push_back(std::move(q));
        }
        for (std::size_t i = 0; i < m_out.size(); ++i) {
            SystemQuality& q = m_out[i];
            const fs::path run = q.run.toStdString();
            q.isTeacher = !run.empty() && m_comparedTeachers.count(run) > 0;
            if (!q.isTeacher || !q.figures.empty())
                continue;
            for (const auto& [measured, figures] : m_measured)  // of unknown guidance first: what is known wins
                if (measured.folder == run && measured.nfe == q.nfe && isGuidedLike(measured.guidance, keys[i]))
                    q.figures = figures;
        }
    }

    void addEvaluated(const fs::path& run)
    {
        const Evaluated evaluated = evaluationsOf(run);
        if (evaluated.own.empty() && evaluated.teacher.empty())
            return;
        const RunSummary summary = readRunSummary(run);
        addTeacher(teacherOf(run), run, evaluated);
        for (const auto& [nfe, measured] : evaluated.own) {
            if (m_compared.count({run, nfe, measured.imagesSeen}) > 0 || m_compared.count({run, nfe, -1}) > 0)
                continue;
            if (summary.kind == "teacher") {
                m_teachers.insert(run);
                m_measured.insert({{run, nfe, measured.guidance}, measured.figures});
                continue;
            }
            SystemQuality q;
            q.name = QString::fromStdString(summary.name);
            q.run = QString::fromStdString(run.string());
            q.isCompared = false;
            q.nfe = q.steps = nfe;
            q.imagesSeen = measured.imagesSeen;
            q.figures = measured.figures;
            m_out.push_back(std::move(q));
        }
    }

    std::vector<SystemQuality> take()
    {
        std::set<fs::path> named;
        for (const auto& [key, figures] : m_measured)
            named.insert(key.folder);
        for (auto& [key, figures] : m_measured) {
            const auto& [folder, nfe, guidance] = key;
            const bool isItself = m_teachers.count(folder) > 0;
            if (isItself && isCompared(key))
                continue;
            const char* name = named.size() < 2 ? QT_TRANSLATE_NOOP("SystemQuality", "Teacher, %1 NFE")
                               : isItself       ? QT_TRANSLATE_NOOP("SystemQuality", "Teacher %2, %1 NFE")
                                                : QT_TRANSLATE_NOOP("SystemQuality", "Teacher of %2, %1 NFE");
            SystemQuality q;
            q.name = QCoreApplication::translate("SystemQuality", name).arg(nfe);
            if (named.size() > 1)
                q.name = q.name.arg(QString::fromStdString(folder.filename().string()));
            if (guidance > 0)
                q.name = QCoreApplication::translate("SystemQuality", "%1, guidance %2").arg(q.name, numberText(guidance, 'g', 4));
            if (isItself)
                q.run = QString::fromStdString(folder.string());
            q.nfe = q.steps = nfe;
            q.isTeacher = true;
            q.isCompared = false;
            q.figures = std::move(figures);
            m_out.push_back(std::move(q));
        }
        return std::move(m_out);
    }

private:
    /// A teacher (its student, where it is not known) at a number of network calls and a guidance.
    struct TeacherAt {
        fs::path folder;
        int nfe = 0;
        double guidance = kUnknownGuidance;
        auto operator<=>(const TeacherAt&) const = default;
    };
    struct Compared {
        fs::path run;
        int nfe = 0;
        Json key;
    };

    static void addPreference(SystemQuality& q, const DavidsonFit& fit, int system, std::size_t systems)
    {
        if (fit.status != FitStatus::Ok || std::size_t(system) >= fit.theta.size())
            return;
        q.hasPreference = true;
        if (systems == 2) {
            const Estimate share = winShare(fit, system, 1 - system);
            q.preference = 100 * share.value;
            q.low = 100 * share.low;
            q.high = 100 * share.high;
            return;
        }
        q.preference = eloFromTheta(fit.theta[std::size_t(system)]);
        q.low = eloFromTheta(fit.low[std::size_t(system)]);
        q.high = eloFromTheta(fit.high[std::size_t(system)]);
    }

    void addTeacher(const fs::path& teacher, const fs::path& student, const Evaluated& evaluated)
    {
        if (!teacher.empty())
            m_teachers.insert(teacher);
        for (const auto& [at, measured] : evaluated.teacher)
            m_measured.insert({{teacher.empty() ? student : teacher, at.first, at.second}, measured.figures});
    }

    bool isCompared(const TeacherAt& at) const
    {
        return std::any_of(m_comparedAt.begin(), m_comparedAt.end(), [&](const Compared& c) { return c.run == at.folder && c.nfe == at.nfe && isGuidedLike(at.guidance, c.key); });
    }

    std::vector<SystemQuality> m_out;
    std::set<fs::path> m_teachers, m_comparedTeachers;
    std::map<TeacherAt, Figures> m_measured;
    std::set<std::tuple<fs::path, int, std::int64_t>> m_compared;  // with figures of their own
    std::vector<Compared> m_comparedAt;
};

}  // namespace

std::vector<SystemQuality> qualityOf(const ComparisonData& data, const Analysis& analysis, const QString& project)
{
    Collector collector;
    collector.addCompared(data, analysis);
    for (const fs::path& run : runsOf(project))
        collector.addEvaluated(run);
    return collector.take();
}

QByteArray evaluationsMark(const QString& project)
{
    std::vector<std::string> files;
    std::error_code none;
    for (const fs::path& run : runsOf(project))
        for (const fs::directory_entry& entry : fs::directory_iterator(run / "evaluations", none))
            files.push_back(entry.path().string() + ' ' + std::to_string(entry.last_write_time(none).time_since_epoch().count()));
    std::sort(files.begin(), files.end());
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string& file : files)
        hash.addData(QByteArray::fromStdString(file + '\n'));
    return hash.result();
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
    static const std::set<std::string> lower = {"fd_classifier", "fd_encoder", "fd_scripted", "fid", "kd_classifier", "kd_encoder", "milliseconds_per_image"};
    return lower.count(figureOf(figure)) == 0;
}

std::string figureKey(const Json& column, const std::string& figure)
{
    static const std::set<std::string> ofFeatures = {"fd_encoder", "kd_encoder", "precision", "recall", "diversity", "nearest_training"};
    const auto hash = column.find("encoder_hash");
    return hash == column.end() || !hash->is_string() || ofFeatures.count(figure) == 0 ? figure : figure + '@' + hash->get<std::string>().substr(0, 12);
}

std::string figureOf(const std::string& key) { return key.substr(0, key.find('@')); }

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
