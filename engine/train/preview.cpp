#include "engine/train/preview.h"

#include "engine/data/dataset.h"
#include "engine/io/jsonfile.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"
#endif

#include <fmt/format.h>

namespace potstill {
namespace {

Condition classesInTurn(const Model& model, int rows, const torch::Device& device)
{
    if (model.classCount() == 0)
        return {};
    return {torch::arange(rows, torch::kInt64).remainder(model.classCount()).to(device)};
}

TimeGrid gridOf(const Model& model, int steps) { return makeTimeGrid(model.schedule, model.spacing, steps, model.trainSteps, model.stepsOffset); }

}  // namespace

torch::Tensor Previewer::noises(const Model& model, std::uint64_t stage) const
{
    std::vector<torch::Tensor> out;
    for (int row = 0; row < m_rows; ++row)
        out.push_back(sampleNoise(0, static_cast<std::uint64_t>(row), stage, {model.network->config().inChannels, model.imageSize, model.imageSize}));
    return torch::stack(out).to(m_device);
}

void Previewer::addCells(PreviewGrid& grid, const Model& model, const std::vector<torch::Tensor>& columns) const
{
    for (int row = 0; row < m_rows; ++row) {
        const auto label = model.classCount() > 0 ? static_cast<std::size_t>(row % model.classCount()) : model.classNames.size();
        grid.rows.push_back(label < model.classNames.size() ? fmt::format("{} · {}", row, model.classNames[label]) : fmt::format("{}", row));
        for (const torch::Tensor& column : columns)
            grid.cells.push_back(imageFromTensor(column[row].cpu()));
    }
}

PreviewGrid Previewer::networks(Method& method, const Model& model, std::int64_t imagesSeen, const std::function<void()>& poll) const
{
    torch::NoGradGuard noGrad;
    Rng rng = Rng(0).fork("views");
    const NetworkViews views = method.views(noises(model, 0), classesInTurn(model, m_rows, m_device).classes, rng, poll);
    PreviewGrid grid;
    grid.imagesSeen = imagesSeen;
    grid.ema = false;
    grid.columns = views.columns;
    if (!views.columns.empty())
        addCells(grid, model, views.images);
    return grid;
}

PreviewGrid Previewer::sample(Model& model, Model* teacher, std::int64_t imagesSeen, Weights weights, const std::function<void()>& poll)
{
    torch::NoGradGuard noGrad;
    const torch::Tensor noise = noises(model, 0);
    const Condition condition = classesInTurn(model, m_rows, m_device);
    const auto stepNoise = [&](int stage) { return noises(model, static_cast<std::uint64_t>(stage)); };

    PreviewGrid grid;
    grid.imagesSeen = imagesSeen;
    grid.ema = weights == Weights::Ema;
    std::vector<torch::Tensor> columns;
    const auto denoiser = model.denoiser();
    if (model.isStudent()) {
        const auto observer = [&](const SamplerStep& step) {
            poll();
            columns.push_back(step.x0.detach());
            grid.columns.push_back(step.index == 0 ? "1 step" : fmt::format("{} steps", step.index + 1));
            return true;
        };
        potstill::sample(*denoiser, noise, condition, model.studentGrid, model.sampler, stepNoise, observer);
        if (teacher) {
            if (!m_teacherImages.defined()) {
                const auto watched = [&](const SamplerStep&) {
                    poll();
                    return true;
                };
                // Guided as the student was taught: its target is the guided teacher.
                const auto plain = teacher->denoiser();
                GuidedDenoiser guided(*plain, model.bakedGuidance, teacher->classCount());
                Denoiser& answer = model.bakedGuidance > 0 ? static_cast<Denoiser&>(guided) : *plain;
                m_teacherImages = potstill::sample(answer, noise, condition, gridOf(*teacher, m_steps), teacher->sampler, stepNoise, watched);
            }
            m_teacherDistance = (columns.back() - m_teacherImages).square().mean().item<double>();
            columns.push_back(m_teacherImages);
            grid.columns.push_back(fmt::format("teacher {} steps", m_steps));
        }
    } else {
        const auto watched = [&](const SamplerStep&) {
            poll();
            return true;
        };
        columns.push_back(potstill::sample(*denoiser, noise, condition, gridOf(model, m_steps), model.sampler, stepNoise, watched));
        grid.columns.push_back(fmt::format("{} NFE", denoiser->nfe()));
    }
    addCells(grid, model, columns);
    return grid;
}

std::string writePreview([[maybe_unused]] const PreviewGrid& grid, [[maybe_unused]] std::string_view kind, [[maybe_unused]] const Json& recipe,
                         [[maybe_unused]] const std::filesystem::path& runFolder)
{
#ifdef POTSTILL_HAS_IMAGING
    const std::filesystem::path folder = runFolder / "samples";
    std::filesystem::create_directories(folder);
    const std::string stem = fmt::format("{:09}-{}", grid.imagesSeen, kind);
    // Plain cells without gap or headings: the studio cuts them out again by rows and columns of the .json.
    SheetOptions sheet;
    sheet.columns = static_cast<int>(grid.columns.size());
    sheet.gap = 0;
    const Json facts = {{"images_seen", grid.imagesSeen}, {"ema", grid.ema}, {"columns", grid.columns}, {"rows", grid.rows}, {"recipe", recipe}};
    std::vector<Json> recipes;  // of samples; what the networks say to one another has none
    for (std::size_t i = 0; kind != "networks" && i < grid.cells.size(); ++i)
        recipes.push_back({{"model", runFolder.filename().string()},
                           {"images_seen", grid.imagesSeen},
                           {"weights", grid.ema ? "ema" : "raw"},
                           {"size", grid.cells[i].width},
                           {"noise_seed", 0},
                           {"seed", i / grid.columns.size()},
                           {"column", grid.columns[i % grid.columns.size()]}});
    writePng(folder / (stem + ".png"), contactSheet(grid.cells, sheet), sheetChunks(recipes, facts));
    writeJsonFile(folder / (stem + ".json"), facts);
    return (folder / (stem + ".png")).string();
#else
    return {};
#endif
}

}  // namespace potstill
