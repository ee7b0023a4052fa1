#include "engine/model/model.h"

#include <fmt/format.h>

#include <map>

namespace potstill {

namespace {

const std::pair<GridSpacing, const char*> kSpacings[] = {{GridSpacing::Time, "time"},
                                                         {GridSpacing::LogSnr, "log_snr"},
                                                         {GridSpacing::Karras, "karras"},
                                                         {GridSpacing::Leading, "leading"},
                                                         {GridSpacing::Linspace, "linspace"},
                                                         {GridSpacing::Trailing, "trailing"},
                                                         {GridSpacing::LinspaceExact, "linspace_exact"},
                                                         {GridSpacing::LeadingInner, "leading_inner"},
                                                         {GridSpacing::LinspaceInner, "linspace_inner"},
                                                         {GridSpacing::Consistency, "consistency"}};

}  // namespace

std::int64_t Model::classCount() const
{
    const std::int64_t rows = network ? network->config().numClassEmbeds.value_or(0) : 0;
    return rows - (hasNoClass && rows > 0 ? 1 : 0);
}

std::unique_ptr<NetworkDenoiser> Model::denoiser() const { return std::make_unique<NetworkDenoiser>(network, parametrisation, schedule); }

Json Model::toJson() const
{
    std::string spacingName;
    for (const auto& [value, text] : kSpacings)
        if (value == spacing)
            spacingName = text;
    return {{"parametrisation", parametrisationName(parametrisation)},
            {"schedule", schedule.toJson()},
            {"sampler",
             {{"kind", samplerName(sampler.kind)},
              {"clip_x0", sampler.clipX0},
              {"clip_range", sampler.clipRange},
              {"dynamic_threshold", sampler.dynamicThreshold},
              {"threshold_ratio", sampler.thresholdRatio},
              {"threshold_max", sampler.thresholdMax},
              {"noise_correction", sampler.noiseCorrection},
              {"variance_type", sampler.varianceType},
              {"final_alpha", sampler.finalAlpha},
              {"start_scale", sampler.startScale},
              {"rederive_eps", sampler.rederiveEps},
              {"lower_order_final", sampler.lowerOrderFinal},
              {"ddim_table", sampler.ddimTable}}},
            {"spacing", spacingName},
            {"train_steps", trainSteps},
            {"steps_offset", stepsOffset},
            {"sampler_note", samplerNote ? samplerNote->text() : ""},
            {"student_grid", studentGrid},
            {"baked_guidance", bakedGuidance},
            {"has_no_class", hasNoClass},
            {"image_size", imageSize},
            {"class_names", classNames},
            {"images_seen", imagesSeen}};
}

Model Model::fromJson(const Json& json)
{
    Model m;
    try {
        m.parametrisation = parametrisationFromName(json.at("parametrisation").get<std::string>());
        m.schedule = NoiseSchedule::fromJson(json.at("schedule"));
        const Json& s = json.at("sampler");
        m.sampler.kind = samplerFromName(s.at("kind").get<std::string>());
        m.sampler.clipX0 = s.value("clip_x0", false);
        m.sampler.clipRange = s.value("clip_range", 1.0);
        m.sampler.dynamicThreshold = s.value("dynamic_threshold", false);
        m.sampler.thresholdRatio = s.value("threshold_ratio", 0.995);
        m.sampler.thresholdMax = s.value("threshold_max", 1.0);
        m.sampler.noiseCorrection = s.value("noise_correction", false);
        m.sampler.varianceType = s.value("variance_type", "fixed_small");
        m.sampler.finalAlpha = s.value("final_alpha", 1.0);
        m.sampler.startScale = s.value("start_scale", 0.0);
        m.sampler.rederiveEps = s.value("rederive_eps", true);
        m.sampler.lowerOrderFinal = s.value("lower_order_final", true);
        m.sampler.ddimTable = s.value("ddim_table", 0);
        bool known = false;
        for (const auto& [value, text] : kSpacings)
            if (json.at("spacing").get<std::string>() == text) {
                m.spacing = value;
                known = true;
            }
        if (!known)
            throw Error(ErrorCode::BadFile, fmt::format("model: spacing '{}' is not known", json.at("spacing").get<std::string>()));
        m.trainSteps = json.value("train_steps", 1000);
        m.stepsOffset = json.value("steps_offset", 0);
        if (const std::string note = json.value("sampler_note", ""); !note.empty())
            m.samplerNote = RunWarning::fromText(note);
        m.studentGrid = json.at("student_grid").get<TimeGrid>();
        for (std::size_t i = 0; i < m.studentGrid.size(); ++i)
            if (!(m.studentGrid[i] > 0 && m.studentGrid[i] <= 1) || (i > 0 && m.studentGrid[i] >= m.studentGrid[i - 1]))
                throw Error(ErrorCode::BadFile, fmt::format("model: student_grid holds {}; times must decrease within (0, 1]", m.studentGrid[i]));
        m.bakedGuidance = json.value("baked_guidance", 0.0);
        m.hasNoClass = json.value("has_no_class", false);
        m.imageSize = json.at("image_size").get<int>();
        m.classNames = json.value("class_names", std::vector<std::string>{});
        m.imagesSeen = json.value("images_seen", std::int64_t(0));
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::BadFile, fmt::format("model description: {}", e.what()));
    }
    return m;
}

}  // namespace potstill
