#include "app/cli/ablation.h"

#include "engine/core/series.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFd = "fd_classifier";

/// Figures of an arm: column, figure, seed.
using BySeed = std::map<int, double>;
using Figures = std::map<std::string, std::map<std::string, BySeed>>;

/// What all figures of a table must share, and the file that said so first.
struct Measure {
    std::string extractor, referenceHash, file;
};

void requireSame(Measure& measure, const Json& column, const fs::path& file)
{
    Measure own{column.value("extractor", ""), column.value("reference_hash", ""), file.string()};
    if (measure.file.empty())
        measure = std::move(own);
    else if (own.extractor != measure.extractor || own.referenceHash != measure.referenceHash)
        throw Error(ErrorCode::BadFile, fmt::format("{}: its figures are of '{}' against the reference {}, those of {} of '{}' against {}; one table cannot hold both. Move one of "
                                                    "them away, or make it again.",
                                                    own.file, own.extractor, own.referenceHash, measure.file, measure.extractor, measure.referenceHash));
}

Figures readFigures(const StudyPlan& plan, const Arm& arm, Measure& measure)
{
    Figures out;
    for (int seed = 0; seed < plan.seeds; ++seed) {
        const fs::path file = figureFile(plan, arm, seed);
        if (!fs::exists(file))
            continue;
        const Json content = readJsonFile(file);
        for (const Json& column : content.at("columns")) {
            requireSame(measure, column, file);
            for (const auto& [key, value] : column.items())
                if (value.is_number())
                    out[column.at("column").get<std::string>()][key][seed] = value.get<double>();
        }
    }
    return out;
}

std::vector<double> valuesOf(const BySeed& figures)
{
    std::vector<double> values;
    for (const auto& [seed, value] : figures)
        values.push_back(value);
    return values;
}

std::string withInterval(const std::vector<double>& values, int digits, bool isSigned)
{
    if (values.empty())
        return "–";
    const MeanInterval m = meanInterval(values);
    std::string text = isSigned ? fmt::format("{:+.{}f}", m.mean, digits) : fmt::format("{:.{}f}", m.mean, digits);
    if (m.n > 1)
        text += fmt::format(" ± {:.{}f}", m.high - m.mean, digits);
    return text;
}

std::string cell(const std::map<std::string, BySeed>& figures, const char* key, int digits)
{
    const auto it = figures.find(key);
    return it == figures.end() ? "–" : withInterval(valuesOf(it->second), digits, false);
}

/// The column that stands beside the paper's: three steps of a student, or the only one of a teacher.
const std::map<std::string, BySeed>* paperColumn(const Arm& arm, const Figures& figures)
{
    const auto it = arm.settings.is_null() ? figures.begin() : figures.find("3 steps");
    return it == figures.end() ? nullptr : &it->second;
}

/// Paired by seed, which share data order, noise and judging samples.
std::vector<double> differences(const BySeed& a, const BySeed& b)
{
    std::vector<double> out;
    for (const auto& [seed, value] : a)
        if (const auto it = b.find(seed); it != b.end())
            out.push_back(value - it->second);
    return out;
}

std::string paperCell(const Arm& arm, const std::string& column, bool isBeside)
{
    const auto it = arm.paper.find(column);
    if (it == arm.paper.end())
        return arm.paper.empty() && isBeside ? "not in the paper" : "";
    return it->second.clip > 0 ? fmt::format("{:.1f} / {:.1f}", it->second.fid, it->second.clip) : fmt::format("{:.1f} / –", it->second.fid);
}

struct Ranked {
    std::string title;
    double ours, paper;
};

std::string orderText(std::vector<Ranked> rows)
{
    if (rows.size() < 2)
        return {};
    const auto names = [&](auto by) {
        std::stable_sort(rows.begin(), rows.end(), [&](const Ranked& a, const Ranked& b) { return a.*by < b.*by; });
        std::string text;
        for (const Ranked& r : rows)
            text += (text.empty() ? "" : " < ") + r.title;
        return text;
    };
    const std::string ours = names(&Ranked::ours), paper = names(&Ranked::paper);
    return fmt::format("\nOrder at 3 steps, best first, of the rows that the paper has too:\n\n- ours by FD: {}\n- the paper by FID: {}\n", ours, paper);
}

}  // namespace

fs::path figureFile(const StudyPlan& plan, const Arm& arm, int seed)
{
    // A teacher's row does not depend on the length of an arm.
    const std::string length = arm.settings.is_null() ? "" : fmt::format("-{}", plan.images);
    return plan.folder / "figures" / fmt::format("{}{}-seed{}-n{}.json", arm.name, length, seed, plan.samples);
}

std::string writeAblationReport(const StudyPlan& plan)
{
    const std::vector<Arm> arms = imagineFlashArms();
    std::map<std::string, Figures> all;
    Measure measure;
    for (const Arm& arm : arms)
        all[arm.name] = readFigures(plan, arm, measure);

    std::string text = fmt::format(
        "# Imagine Flash: ablation on sprites\n\n{} images an arm, n = {} samples a figure; mean ± half width of the 95 % t-interval over seeds.\n"
        "FD is the Fréchet distance on the features of a classifier trained on sprites (not FID, so its size cannot be set beside the paper's, its order can).\n"
        "Extractor: {}. Reference: {}.\n"
        "The difference is that of FD to the full method with own noise on the same teacher, paired by seed.\n\n"
        "| arm | steps | seeds | FD | difference | validity | class accuracy | diversity | recall | paper: FID / CLIP |\n|---|---|---|---|---|---|---|---|---|---|\n",
        plan.images, plan.samples, measure.file.empty() ? "–" : measure.extractor, measure.file.empty() ? "–" : measure.referenceHash);
    Json table = Json::array();
    std::vector<Ranked> ranked;
    for (const Arm& arm : arms) {
        const Figures& figures = all[arm.name];
        const auto* beside = paperColumn(arm, figures);
        for (const auto& [column, values] : figures) {
            const auto fd = values.find(kFd);
            std::vector<double> difference;
            if (fd != values.end() && !arm.comparedWith.empty()) {
                const Figures& other = all[arm.comparedWith];
                if (const auto there = other.find(column); there != other.end() && there->second.count(kFd))
                    difference = differences(fd->second, there->second.at(kFd));
            }
            const bool isBeside = &values == beside;
            text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", arm.title, column, values.begin()->second.size(), cell(values, kFd, 2),
                                withInterval(difference, 2, true), cell(values, "validity", 3), cell(values, "class_accuracy", 3), cell(values, "diversity", 3),
                                cell(values, "recall", 3), paperCell(arm, column, isBeside));
            Json row = {{"arm", arm.name}, {"column", column}, {"figures", Json::object()}, {"fd_difference", difference}};
            for (const auto& [key, bySeed] : values) {
                const MeanInterval m = meanInterval(valuesOf(bySeed));
                row["figures"][key] = {{"mean", m.mean}, {"low", m.low}, {"high", m.high}, {"n_seeds", m.n}, {"values", valuesOf(bySeed)}};
            }
            const auto paper = arm.paper.find(column);
            if (paper != arm.paper.end()) {
                row["paper"] = {{"fid", paper->second.fid}};
                if (paper->second.clip > 0)
                    row["paper"]["clip"] = paper->second.clip;
            }
            table.push_back(std::move(row));
            // Rows of the second teacher have a scale of their own.
            if (isBeside && paper != arm.paper.end() && arm.teacher == "bundled:sprites-v" && fd != values.end())
                ranked.push_back({arm.title, meanInterval(valuesOf(fd->second)).mean, paper->second.fid});
        }
    }
    text += orderText(std::move(ranked));
    writeFileAtomically(plan.folder / "table.md", text);
    writeJsonFile(plan.folder / "table.json", {{"study", "imagine-flash-ablation"},
                                               {"images", plan.images},
                                               {"samples", plan.samples},
                                               {"extractor", measure.extractor},
                                               {"reference_hash", measure.referenceHash},
                                               {"rows", table}});
    return text;
}

}  // namespace potstill
