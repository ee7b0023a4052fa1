#include "engine/train/preview.h"

#include "engine/data/dataset.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"
#endif

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace potstill {
namespace {

Condition classesInTurn(const Model& model, int rows, const torch::Device& device)
{
    if (model.classCount() == 0)
        return {};
    return {torch::arange(rows, torch::kInt64).remainder(model.classCount()).to(device)};
}

TimeGrid gridOf(const Model& model, int steps) { return makeTimeGrid(model.schedule, model.spacing, steps, model.trainSteps, model.stepsOffset); }

Json columnRecipe(const char* role, const SamplerOptions& sampler, const TimeGrid& times, std::int64_t nfe, double guidance)
{
    return {{"role", role},         {"sampler", samplerName(sampler.kind)},       {"eta", sampler.eta}, {"steps", times.size()}, {"nfe", nfe}, {"times", times},
            {"guidance", guidance}, {"noise_correction", sampler.noiseCorrection}};
}

}  // namespace

torch::Tensor Previewer::noises(const Model& model, std::uint64_t stage) const
{
    std::vector<torch::Tensor> out;
    for (int row = 0; row < m_rows; ++row)
        out.push_back(sampleNoise(0, static_cast<std::uint64_t>(row), stage, {model.network->config().inChannels, model.imageSize, model.imageSize}));
    return torch::stack(out).to(m_device);
}

void Previewer::addCells(PreviewSheet& sheet, const Model& model, const std::vector<torch::Tensor>& columns) const
{
    for (int row = 0; row < m_rows; ++row) {
        Json recipe = {{"seed", row}};
        std::string heading = fmt::format("{}", row);
        if (model.classCount() > 0) {
            const auto label = static_cast<std::size_t>(row % model.classCount());
            recipe["class"] = label;
            if (label < model.classNames.size()) {
                recipe["class_name"] = model.classNames[label];
                heading += " · " + model.classNames[label];
            }
        }
        sheet.rows.push_back(std::move(heading));
        sheet.ofRows.push_back(std::move(recipe));
        for (const torch::Tensor& column : columns)
            sheet.cells.push_back(imageFromTensor(column[row].cpu()));
    }
}

PreviewSheet Previewer::networks(Method& method, const Model& model, std::int64_t imagesSeen, const std::function<void()>& poll) const
{
    torch::NoGradGuard noGrad;
    Rng rng = Rng(0).fork("views");
    const NetworkViews views = method.views(noises(model, 0), classesInTurn(model, m_rows, m_device).classes, rng, poll);
    PreviewSheet sheet;
    sheet.imagesSeen = imagesSeen;
    sheet.ema = false;
    sheet.columns = views.columns;
    if (!views.columns.empty())
        addCells(sheet, model, views.images);
    return sheet;
}

PreviewSheet Previewer::sample(Model& model, Model* teacher, std::int64_t imagesSeen, Weights weights, const std::function<void()>& poll)
{
    torch::NoGradGuard noGrad;
    const torch::Tensor noise = noises(model, 0);
    const Condition condition = classesInTurn(model, m_rows, m_device);
    const auto stepNoise = [&](int stage) { return noises(model, static_cast<std::uint64_t>(stage)); };

    PreviewSheet sheet;
    sheet.imagesSeen = imagesSeen;
    sheet.ema = weights == Weights::Ema;
    std::vector<torch::Tensor> columns;
    const auto denoiser = model.denoiser();
    if (model.isStudent()) {
        const auto observer = [&](const SamplerStep& step) {
            poll();
            columns.push_back(step.x0.detach());
            const TimeGrid times(model.studentGrid.begin(), model.studentGrid.begin() + step.index + 1);
            sheet.columns.push_back(step.index == 0 ? "1 step" : fmt::format("{} steps", step.index + 1));
            sheet.ofColumns.push_back(columnRecipe("model", model.sampler, times, denoiser->nfe(), 0));
            return true;
        };
        potstill::sample(*denoiser, noise, condition, model.studentGrid, model.sampler, stepNoise, observer);
        if (teacher) {
            const TimeGrid times = gridOf(*teacher, m_steps);
            if (!m_teacherImages.defined()) {
                const auto watched = [&](const SamplerStep&) {
                    poll();
                    return true;
                };
                // Guided as the student was taught: its target is the guided teacher.
                const auto plain = teacher->denoiser();
                GuidedDenoiser guided(*plain, model.bakedGuidance, teacher->classCount());
                Denoiser& answer = model.bakedGuidance > 0 ? static_cast<Denoiser&>(guided) : *plain;
                m_teacherImages = potstill::sample(answer, noise, condition, times, teacher->sampler, stepNoise, watched);
                m_teacherNfe = answer.nfe();
            }
            m_teacherDistance = (columns.back() - m_teacherImages).square().mean().item<double>();
            columns.push_back(m_teacherImages);
            sheet.columns.push_back(fmt::format("teacher {} NFE", m_teacherNfe));
            sheet.ofColumns.push_back(columnRecipe("teacher", teacher->sampler, times, m_teacherNfe, model.bakedGuidance));
        }
    } else {
        const auto watched = [&](const SamplerStep&) {
            poll();
            return true;
        };
        const TimeGrid times = gridOf(model, m_steps);
        columns.push_back(potstill::sample(*denoiser, noise, condition, times, model.sampler, stepNoise, watched));
        sheet.columns.push_back(fmt::format("{} NFE", denoiser->nfe()));
        sheet.ofColumns.push_back(columnRecipe("model", model.sampler, times, denoiser->nfe(), 0));
    }
    addCells(sheet, model, columns);
    return sheet;
}

std::string writePreview([[maybe_unused]] const PreviewSheet& sheet, [[maybe_unused]] std::string_view kind, [[maybe_unused]] const Json& model,
                         [[maybe_unused]] const std::filesystem::path& runFolder)
{
#ifdef POTSTILL_HAS_IMAGING
    const std::filesystem::path folder = runFolder / "samples";
    makeFolders(folder);
    const std::string stem = fmt::format("{:09}-{}", sheet.imagesSeen, kind);
    // Plain cells without gap or headings: the studio cuts them out again by rows and columns of the .json.
    SheetOptions layout;
    layout.columns = static_cast<int>(sheet.columns.size());
    layout.gap = 0;
    const Json facts = {{"images_seen", sheet.imagesSeen}, {"ema", sheet.ema}, {"columns", sheet.columns}, {"rows", sheet.rows}, {"made", sheet.ofColumns}, {"recipe", model}};
    Json common = {{"model", runFolder.filename().string()},
                   {"images_seen", sheet.imagesSeen},
                   {"weights", sheet.ema ? "ema" : "raw"},
                   {"size", sheet.cells.front().width},
                   {"noise_seed", 0}};
    std::map<std::string, std::string> chunks;
    if (sheet.ofColumns.empty()) {
        common.update(facts);
        common["column"] = fmt::format("{}", fmt::join(sheet.columns, " / "));
        chunks = recipeChunks(common);
    } else {
        std::vector<Json> recipes;
        for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
            Json& recipe = recipes.emplace_back(common);
            recipe["column"] = sheet.columns[i % sheet.columns.size()];
            recipe.update(sheet.ofColumns[i % sheet.columns.size()]);
            recipe.update(sheet.ofRows[i / sheet.columns.size()]);
        }
        chunks = sheetChunks(recipes, facts);
    }
    writePng(folder / (stem + ".png"), contactSheet(sheet.cells, layout), chunks);
    writeJsonFile(folder / (stem + ".json"), facts);
    return (folder / (stem + ".png")).string();
#else
    return {};
#endif
}

}  // namespace potstill
