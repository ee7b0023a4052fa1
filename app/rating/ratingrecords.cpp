#include "app/rating/ratingrecords.h"

#include "engine/io/atomicfile.h"

#include <algorithm>

namespace potstill {

Json toJson(const PlannedSystem& s)
{
    Json json = {{"model", s.model}, {"ema", s.ema}, {"steps", s.steps}, {"sampler", s.sampler}, {"noise_correction", s.noiseCorrection ? Json(*s.noiseCorrection) : Json()}};
    if (s.guidance > 0)
        json["guidance"] = s.guidance;
    return json;
}

namespace {

Json systemsToJson(const std::vector<PlannedSystem>& systems)
{
    Json json = Json::array();
    for (const PlannedSystem& s : systems)
        json.push_back(toJson(s));
    return json;
}

std::vector<PlannedSystem> systemsFromJson(const Json& json)
{
    std::vector<PlannedSystem> systems;
    for (const Json& s : json) {
        PlannedSystem system{s.at("model").get<std::string>(), s.at("ema").get<bool>(), s.at("steps").get<int>(), s.at("sampler").get<std::string>(), {}, s.value("guidance", 0.0)};
        if (!s.at("noise_correction").is_null())
            system.noiseCorrection = s.at("noise_correction").get<bool>();
        systems.push_back(std::move(system));
    }
    return systems;
}

}  // namespace

Json toJson(const ComparisonPlan& plan)
{
    Json json = {{"systems", systemsToJson(plan.systems)}, {"check_seeds", plan.checkSeeds}};
    if (!plan.pinned.empty())
        json["pinned"] = plan.pinned;
    if (!plan.made.empty())
        json["made"] = systemsToJson(plan.made);
    return json;
}

ComparisonPlan planFromJson(const Json& json)
{
    ComparisonPlan plan;
    try {
        plan.systems = systemsFromJson(json.at("systems"));
        plan.made = systemsFromJson(json.value("made", Json::array()));
        plan.checkSeeds = json.at("check_seeds").get<std::vector<std::int64_t>>();
        plan.pinned = json.value("pinned", std::vector<std::string>());
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::BadFile, std::string("plan of a comparison: ") + e.what());
    }
    return plan;
}

std::vector<std::int64_t> reservedSeeds(const QString& comparisonId, int count, int offset)
{
    const std::uint64_t block = std::stoull(sha256OfText(comparisonId.toStdString()).substr(0, 8), nullptr, 16) >> 1;
    std::vector<std::int64_t> seeds;
    for (int i = 0; i < count; ++i)
        seeds.push_back((std::int64_t(1) << 43) + static_cast<std::int64_t>(block << 12) + offset + i);
    return seeds;
}

std::size_t SessionRecord::firstOpen() const
{
    return static_cast<std::size_t>(std::find_if(pairs.begin(), pairs.end(), [](const ShownPair& p) { return !p.answer; }) - pairs.begin());
}

}  // namespace potstill
