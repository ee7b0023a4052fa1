#include "engine/jobs/jobs.h"

#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/sha256.h"
#include "engine/jobs/jobstopped.h"
#include "engine/jobs/sampling.h"
#include "engine/metrics/features.h"
#include "engine/tensor/device.h"
#include "engine/train/runoptions.h"
#include "engine/train/workshop.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// The data a model was trained on, as its run states it; sprites for bundled models. Nothing is guessed for others.
DataOptions dataOf(const fs::path& model, const Model& loaded, const std::string& named)
{
    DataOptions options;
    options.imageSize = loaded.imageSize;
    options.source = model.parent_path() == resourceFolder() / "models" ? "sprites" : "";
    if (const fs::path run = runAround(model); !run.empty())
        if (const Json section = valueAt(readJsonFile(run / "config.json"), "options.data"); section.is_object())
            options = DataOptions::table().fromJson(section);
    if (!named.empty())
        options.source = named;
    if (options.source.empty())
        throw Error(ErrorCode::BadOption,
                    fmt::format("--data: nothing says what images '{}' was trained on; name them (a folder, a packed set, a ZIP, or 'sprites')", model.string()));
    return options;
}

/// What the samples were made with, beside every figure.
Json howMade(const SampleRequest& samples, const std::vector<PlannedColumn>& columns)
{
    Json made = {{"noise_seed", samples.noiseSeed},        {"samples", fmt::format("0-{}", samples.seeds.size() - 1)},
                 {"weights", samples.ema ? "ema" : "raw"}, {"sampler", samples.sampler.empty() ? "model's own" : samples.sampler},
                 {"guidance", samples.guidance},           {"noise_correction", columns.front().options.noiseCorrection}};
    if (samples.eta > 0)
        made["eta"] = samples.eta;
    if (samples.churn > 0)
        made["churn"] = samples.churn;
    for (const PlannedColumn& column : columns)
        if (column.asked.role == "teacher")
            made["teacher_guidance"] = column.asked.guidance;
    return made;
}

/// Figures of a run stay with it: evaluations/IMAGES-COUNT-HASH.json, where the studio finds them; another seed, sampler, guidance or data set has another file. A folder that cannot be written loses
/// nothing but that.
void keepWithRun(const fs::path& run, std::int64_t imagesSeen, std::int64_t count, const Json& made, const Json& columns)
{
    Json recipe = {{"made", made}, {"steps", Json::array()}, {"reference", columns[0].value("reference_hash", "")}, {"extractor", columns[0].value("extractor", "")}};
    for (const Json& column : columns)
        recipe["steps"].push_back(column.at("column"));
    try {
        fs::create_directories(run / "evaluations");
        writeJsonFile(run / "evaluations" / fmt::format("{:09}-{}-{}.json", imagesSeen, count, sha256OfText(recipe.dump()).substr(0, 8)),
                      {{"images_seen", imagesSeen}, {"count", count}, {"columns", columns}});
    } catch (const std::exception&) {
    }
}

/// The network whose encoder judges a model on data without labels: the teacher that its run was distilled from; of a run without one the run itself, so that all its checkpoints and its students are
/// judged alike; otherwise the model. Empty for a student whose teacher nobody names.
fs::path judgingModel(const fs::path& path, const Model& model)
{
    if (const std::string teacher = teacherPathOf(path); !teacher.empty())
        return resolveModelPath(teacher, projectOf(path));
    if (model.isStudent())
        return {};
    const fs::path run = runAround(path);
    return run.empty() ? path : run;
}

/// A classifier of quarter turns judges in the place of the teacher's encoder. `cause` is "unknown", "failure" (with the line of an Error), "shape" (with both shapes) or "classes".
RunWarning quarterTurns(const std::string& cause, const std::string& sentence, const std::vector<std::pair<std::string, std::string>>& more = {})
{
    RunWarning warning{"quarter-turns", 0, {{"cause", cause}}, fmt::format("the teacher's encoder cannot judge, a classifier of quarter turns does: {}", sentence)};
    warning.arguments.insert(warning.arguments.end(), more.begin(), more.end());
    return warning;
}

/// Why a network cannot look at the images of a data set without labels; nothing when it can.
std::optional<RunWarning> whyUnfit(const Model& model, const Dataset& data)
{
    const UNetConfig& c = model.network->config();
    if (c.inChannels != data.channels() || model.imageSize != data.imageSize()) {
        const auto shape = [](std::int64_t size, std::int64_t channels) { return fmt::format("{}x{}x{}", size, size, channels); };
        const std::string takes = shape(model.imageSize, c.inChannels), has = shape(data.imageSize(), data.channels());
        return quarterTurns("shape", fmt::format("it takes {} (width, height, channels), and the data set has {}", takes, has), {{"takes", takes}, {"has", has}});
    }
    if ((c.numClassEmbeds || !c.classEmbedType.empty()) && !model.hasNoClass)
        return quarterTurns("classes", "it answers for a class alone, and the data set has none");
    return std::nullopt;
}

/// The last images of a run at which figures were kept that another encoder measured; nothing where there are none.
std::optional<std::int64_t> figuresOfAnotherEncoder(const fs::path& run, const std::string& hash)
{
    std::optional<std::int64_t> last;
    std::error_code failure;
    if (run.empty())
        return last;
    for (const fs::directory_entry& entry : fs::directory_iterator(run / "evaluations", failure)) {
        try {
            const Json kept = readJsonFile(entry.path());
            for (const Json& column : kept.at("columns"))
                if (const std::string other = column.value("encoder_hash", hash); other != hash)
                    last = std::max(last.value_or(0), kept.at("images_seen").get<std::int64_t>());
        } catch (const std::exception&) {  // a damaged file keeps no figures
        }
    }
    return last;
}

/// Figures of two encoders do not compare. Says where the encoder of a run that is still trained judges, which changes with it, and where the model's run has figures of another one.
void warnOfOtherEncoders(const fs::path& judging, const fs::path& path, const std::string& hash, RunObserver& observer)
{
    const auto warn = [&observer](const RunWarning& warning) { observer.onLog(LogLevel::Warning, warning.text()); };
    if (const fs::path teacher = runAround(judging); !teacher.empty() && teacher == fs::weakly_canonical(judging))  // a checkpoint that is named does not change
        if (const RunSummary summary = readRunSummary(teacher); summary.state != RunState::Finished)
            warn({"teacher-unfinished",
                  0,
                  {{"run", summary.name}},
                  fmt::format("the run '{}', whose encoder judges, is not finished: figures that are measured after it went on do not compare with these", summary.name)});
    if (const auto images = figuresOfAnotherEncoder(runAround(path), hash))
        warn({"other-encoder",
              0,
              {{"at", std::to_string(*images)}},
              fmt::format("the figures of this run at {} images were measured with another encoder or another state of it; they do not compare with these", *images)});
}

/// With its averaged weights, whichever the samples are of. Null, with the reason in the log, where no teacher is known, found or fit: a classifier of quarter turns judges then, as its name says.
std::shared_ptr<const EncoderExtractor> encoderFor(const fs::path& path, const OpenModels& open, const Dataset& data, RunObserver& observer)
{
    std::optional<RunWarning> why = quarterTurns("unknown", "it is not known");
    std::shared_ptr<const EncoderExtractor> encoder;
    fs::path judging;
    try {
        judging = judgingModel(path, open.model);
        if (!judging.empty()) {
            const Model teacher = loadModel(judging, open.device);
            why = whyUnfit(teacher, data);
            if (!why)
                encoder = std::make_shared<const EncoderExtractor>(teacher.denoiser(), teacher.name, teacher.weightsHash);
        }
    } catch (const Error& e) {
        why = quarterTurns("failure", e.what(), {{"failure", e.line()}});
    }
    if (!encoder) {
        observer.onLog(LogLevel::Warning, why->text());
        return nullptr;
    }
    try {
        warnOfOtherEncoders(judging, path, encoder->hash(), observer);
    } catch (const std::exception&) {  // a folder that cannot be read hides what would be warned of; the figures are as good without
    }
    return encoder;
}

}  // namespace

Json evaluateModel(const EvaluateRequest& request, RunControl& control, RunObserver& observer)
{
    static_assert(EvaluateRequest::kLeastCount - (EvaluateRequest::kLeastCount + 9) / 10 > std::max(kClassifierFeatures, kEncoderFeatures));
    if (request.count < EvaluateRequest::kLeastCount)
        throw Error(ErrorCode::BadOption, fmt::format("count: {} samples are too few to judge a model; name at least {}", request.count, EvaluateRequest::kLeastCount));
    if (!request.scriptedExtractor.empty())
        requireExtractor(request.scriptedExtractor);
    Json out = Json::array();
    translatingTorchErrors([&] {
        SampleRequest samples = request.samples;
        samples.seeds.resize(static_cast<std::size_t>(request.count));
        std::iota(samples.seeds.begin(), samples.seeds.end(), 0u);
        OpenModels open = openModels(samples);
        const std::vector<PlannedColumn> columns = plannedColumns(samples, open);
        std::set<std::string> said;
        for (const PlannedColumn& column : columns)
            for (const RunWarning& warning : warningsOf(column))
                if (said.insert(warning.text()).second)
                    observer.onLog(LogLevel::Warning, warning.text());
        const fs::path path = resolveModelPath(samples.model.string(), ".");
        const DataOptions dataOptions = dataOf(path, open.model, request.data);
        fs::path cache = request.cacheFolder;
        if (cache.empty())
            cache = projectOf(path).empty() ? fs::temp_directory_path() / "potstill-preview" : cacheFolderOf(projectOf(path));
        std::shared_ptr<const Dataset> data;
        try {
            data = openDataset(dataOptions, cache, &control, &observer);
        } catch (const PackingStopped&) {
            return;
        }
        Judge judge;
        if (!hasClasses(*data))
            judge.encoder = encoderFor(path, open, *data, observer);
        if (!judge.encoder)
            judge.classifier = classifierFor(data, cache, open.device, &control, &observer);
        judge.referenceCount = std::max<std::int64_t>(request.count, 5000);
        judge.device = open.device;
        if (control.isStopping())
            return;
        if (!request.scriptedExtractor.empty())
            judge.scripted = std::make_shared<ScriptedExtractor>(request.scriptedExtractor, open.device);
        const SampleTensors made = sampleTensors(samples, columns, open.device, control, observer);
        if (made.images.empty())
            return;
        const Json how = howMade(samples, columns);
        judge.onSearched = [&](std::int64_t done, std::int64_t total) {
            leaveIfStopping(&control);
            Progress news;
            news.stage = "search training images";
            news.imagesSeen = done;
            news.imagesTotal = total;
            observer.onProgress(news);
        };
        try {
            const std::vector<Evaluation> figures = evaluateSamples(made.images, made.labels, data, judge);
            for (std::size_t c = 0; c < figures.size(); ++c) {
                Json entry = {{"column", made.columns[c]}, {"nfe", made.nfe[c]}, {"milliseconds_per_image", made.milliseconds[c]}};
                entry.update(figures[c]);
                entry["made"] = how;
                out.push_back(std::move(entry));
            }
        } catch (const JobStopped&) {
            out = Json::array();
            return;
        }
        if (const fs::path run = runAround(path); !out.empty() && !run.empty())
            keepWithRun(run, open.model.imagesSeen, request.count, how, out);
    });
    return out;
}

}  // namespace potstill
