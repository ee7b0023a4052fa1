#include "engine/train/preview.h"

#include "engine/data/dataset.h"
#include "engine/io/jsonfile.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
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

}  // namespace

PreviewGrid Previewer::sample(Model& model, Model* teacher, std::int64_t imagesSeen, Weights weights, const std::function<void()>& poll)
{
    torch::NoGradGuard noGrad;
    const std::int64_t size = model.imageSize, channels = model.network->config().inChannels;
    std::vector<torch::Tensor> noises;
    for (int row = 0; row < m_rows; ++row)
        noises.push_back(sampleNoise(0, static_cast<std::uint64_t>(row), 0, {channels, size, size}));
    const torch::Tensor noise = torch::stack(noises).to(m_device);  // [rows, C, H, W]
    const Condition condition = classesInTurn(model, m_rows, m_device);
    const auto stepNoise = [&](int stage) {
        std::vector<torch::Tensor> fresh;
        for (int row = 0; row < m_rows; ++row)
            fresh.push_back(sampleNoise(0, static_cast<std::uint64_t>(row), static_cast<std::uint64_t>(stage), {channels, size, size}));
        return torch::stack(fresh).to(m_device);
    };

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
                m_teacherImages =
                    potstill::sample(*teacher->denoiser(), noise, condition, makeTimeGrid(teacher->schedule, teacher->spacing, m_steps), teacher->sampler, stepNoise, watched);
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
        columns.push_back(potstill::sample(*denoiser, noise, condition, makeTimeGrid(model.schedule, model.spacing, m_steps), model.sampler, stepNoise, watched));
        grid.columns.push_back(fmt::format("{} NFE", denoiser->nfe()));
    }
    for (int row = 0; row < m_rows; ++row) {
        const auto label = condition.classes.defined() ? static_cast<std::size_t>(row % model.classCount()) : 0;
        grid.rows.push_back(label < model.classNames.size() && condition.classes.defined() ? fmt::format("{} · {}", row, model.classNames[label]) : fmt::format("{}", row));
        for (const torch::Tensor& column : columns)
            grid.cells.push_back(imageFromTensor(column[row].cpu()));
    }
    return grid;
}

std::string writePreview([[maybe_unused]] const PreviewGrid& grid, [[maybe_unused]] const Json& recipe, [[maybe_unused]] const std::filesystem::path& runFolder)
{
#ifdef POTSTILL_HAS_IMAGING
    const std::filesystem::path folder = runFolder / "samples";
    std::filesystem::create_directories(folder);
    const std::string stem = fmt::format("{:09}-{}", grid.imagesSeen, grid.ema ? "ema" : "raw");
    // Plain cells without gap or headings: the studio cuts them out again by rows and columns of the .json.
    SheetOptions sheet;
    sheet.columns = static_cast<int>(grid.columns.size());
    sheet.gap = 0;
    const Json facts = {{"images_seen", grid.imagesSeen}, {"ema", grid.ema}, {"columns", grid.columns}, {"rows", grid.rows}, {"recipe", recipe}};
    writePng(folder / (stem + ".png"), contactSheet(grid.cells, sheet), {{"potstill", facts.dump()}});
    writeJsonFile(folder / (stem + ".json"), facts);
    return (folder / (stem + ".png")).string();
#else
    return {};
#endif
}

}  // namespace potstill
