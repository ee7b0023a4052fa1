#include "app/pages/comparestate.h"

#include "engine/io/jsonfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace potstill {

namespace {

constexpr std::array<const char*, 4> kPivots = {"ladder", "runs", "checkpoints", "own"};
constexpr const char* kFile = "/compare.json";

std::string relative(const QString& path, const QString& project) { return (path.startsWith(project + '/') ? path.mid(project.size() + 1) : path).toStdString(); }

QString absolute(const std::string& path, const QString& project)
{
    const QString text = QString::fromStdString(path);
    return text.isEmpty() || text.startsWith("bundled:") || QDir::isAbsolutePath(text) ? text : project + '/' + text;
}

Json jsonFromColumn(const SampleColumn& c, const QString& project)
{
    Json json = {{"model", relative(QString::fromStdString(c.model.string()), project)},
                 {"ema", c.ema},
                 {"role", c.role},
                 {"heading", c.heading},
                 {"steps", c.steps},
                 {"times", c.times},
                 {"sampler", c.sampler},
                 {"eta", c.eta},
                 {"churn", c.churn},
                 {"guidance", c.guidance}};
    if (c.noiseCorrection)
        json["noise_correction"] = *c.noiseCorrection;
    return json;
}

SampleColumn columnFromJson(const Json& json, const QString& project)
{
    SampleColumn c;
    c.model = absolute(json.value("model", ""), project).toStdString();
    c.ema = json.value("ema", c.ema);
    c.role = json.value("role", c.role);
    c.heading = json.value("heading", c.heading);
    c.steps = std::clamp(json.value("steps", c.steps), 0, 1000);
    c.times = json.value("times", c.times);
    c.sampler = json.value("sampler", c.sampler);
    c.eta = std::clamp(json.value("eta", c.eta), 0.0, 1.0);
    c.churn = std::max(0.0, json.value("churn", c.churn));
    c.guidance = json.value("guidance", c.guidance);
    if (json.contains("noise_correction"))
        c.noiseCorrection = json.at("noise_correction").get<bool>();
    return c;
}

Json jsonFromModels(const QList<NamedModel>& models, const QString& project)
{
    Json json = Json::array();
    for (const NamedModel& m : models)
        json.push_back({{"path", relative(m.path, project)}, {"name", m.name.toStdString()}});
    return json;
}

QList<NamedModel> modelsFromJson(const Json& json, const QString& project)
{
    QList<NamedModel> out;
    for (const Json& m : json)
        out.append({absolute(m.at("path").get<std::string>(), project), QString::fromStdString(m.at("name").get<std::string>())});
    return out;
}

}  // namespace

Json jsonFromState(const CompareState& s, const QString& project)
{
    const ComparePlan& p = s.plan;
    Json own = Json::array();
    for (const SampleColumn& c : p.own)
        own.push_back(jsonFromColumn(c, project));
    return {{"pivot", kPivots.at(std::size_t(p.pivot))},
            {"model", relative(p.model, project)},
            {"ladder", std::vector<int>(p.ladder.begin(), p.ladder.end())},
            {"steps", p.steps},
            {"runs", jsonFromModels(p.runs, project)},
            {"checkpoints", jsonFromModels(p.checkpoints, project)},
            {"student", jsonFromColumn(p.student, project)},
            {"teacher", jsonFromColumn(p.teacher, project)},
            {"teacher_guidance_chosen", p.isTeacherGuidanceChosen},
            {"own", own},
            {"first_noise", s.firstNoise},
            {"rows", s.rows},
            {"class", s.chosenClass},
            {"zoom", s.zoom},
            {"transposed", s.isTransposed},
            {"hint_dismissed", s.isHintDismissed}};
}

CompareState stateFromJson(const Json& json, const QString& project)
{
    CompareState s;
    ComparePlan& p = s.plan;
    const auto pivot = std::find(kPivots.begin(), kPivots.end(), json.value("pivot", "ladder"));
    p.pivot = pivot == kPivots.end() ? ComparePlan::Pivot::Ladder : ComparePlan::Pivot(pivot - kPivots.begin());
    p.model = absolute(json.value("model", ""), project);
    p.ladder.clear();
    for (int steps : json.value("ladder", std::vector<int>()))
        if (steps >= 1 && steps <= 1000 && !p.ladder.contains(steps))
            p.ladder.append(steps);
    if (p.ladder.isEmpty())
        p.ladder = ComparePlan().ladder;
    p.steps = std::clamp(json.value("steps", p.steps), 1, 1000);
    p.runs = modelsFromJson(json.value("runs", Json::array()), project);
    p.checkpoints = modelsFromJson(json.value("checkpoints", Json::array()), project);
    p.student = columnFromJson(json.value("student", Json::object()), project);
    p.teacher = columnFromJson(json.value("teacher", Json::object()), project);
    p.isTeacherGuidanceChosen = json.value("teacher_guidance_chosen", p.teacher.guidance > 0);
    for (const Json& c : json.value("own", Json::array()))
        p.own.push_back(columnFromJson(c, project));
    s.firstNoise = json.value("first_noise", s.firstNoise);
    s.rows = json.value("rows", s.rows);
    s.chosenClass = json.value("class", s.chosenClass);
    s.zoom = json.value("zoom", s.zoom);
    s.isTransposed = json.value("transposed", s.isTransposed);
    s.isHintDismissed = json.value("hint_dismissed", s.isHintDismissed);
    return s;
}

CompareState readCompareState(const QString& project)
{
    try {
        const QString file = project + kFile;
        if (!QFileInfo::exists(file))
            return {};
        CompareState s = stateFromJson(readJsonFile(file.toStdString()), project);
        s.gone = s.plan.forget(vanishedOf(s.plan.folders()));
        if (!vanishedOf({s.plan.model}).isEmpty()) {
            s.plan.model.clear();
            ++s.gone;
        }
        if (s.plan.pivot == ComparePlan::Pivot::Own && s.plan.own.empty())
            s.plan.pivot = ComparePlan::Pivot::Ladder;
        return s;
    } catch (const std::exception&) {
        return {};
    }
}

void writeCompareState(const CompareState& state, const QString& project) { writeJsonFile((project + kFile).toStdString(), jsonFromState(state, project)); }

}  // namespace potstill
