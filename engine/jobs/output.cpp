#include "engine/jobs/comparison.h"

#include "engine/io/jsonfile.h"
#ifdef POTSTILL_HAS_IMAGING
#include "engine/imaging/imagefile.h"
#include "engine/imaging/recipechunks.h"
#else
#include "engine/io/safetensors.h"
#endif

#include <fmt/format.h>

#include <set>

namespace potstill {

namespace fs = std::filesystem;

void writeSamples(const SampleTable& table, const fs::path& folder)
{
    fs::create_directories(folder);
    Json index = {{"columns", table.columns}, {"rows", table.rows}, {"warnings", sentencesOf(table.warnings)}, {"images", Json::array()}};
    const std::size_t columns = table.columns.size();
    std::vector<Image> cells;
    [[maybe_unused]] std::vector<Json> recipes;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const SampleCell& cell = table.cells[i];
        if (cell.image.isEmpty())
            continue;
        std::string name = fmt::format(
            "{}-seed{:06}.png", cell.recipe.value("role", "model") == "teacher" ? fmt::format("teacher{}nfe", cell.nfe) : fmt::format("step{}", cell.recipe.value("steps", 0)),
            cell.recipe.value("seed", std::uint64_t(0)));
        if (!taken.insert(name).second)  // several runs at the same number of steps
            taken.insert(name = fmt::format("column{}-{}", i % columns + 1, name));
        Json entry = cell.recipe;
        entry["file"] = name;
        entry["row"] = i / columns;
        entry["column"] = i % columns;
        entry["milliseconds"] = cell.milliseconds;
        index["images"].push_back(std::move(entry));
        cells.push_back(cell.image);
        recipes.push_back(cell.recipe);
#ifdef POTSTILL_HAS_IMAGING
        writePng(folder / name, cell.image, recipeChunks(cell.recipe));
#endif
    }
#ifdef POTSTILL_HAS_IMAGING
    if (cells.size() == table.cells.size() && !cells.empty()) {
        SheetOptions sheet;
        sheet.columns = static_cast<int>(columns);
        sheet.magnify = std::max(1, 64 / std::max(1, cells.front().width));
        sheet.gap = 4;
        sheet.columnHeadings = table.columns;
        writePng(folder / "grid.png", contactSheet(cells, sheet),
                 sheetChunks(recipes, {{"columns", table.columns}, {"rows", table.rows}, {"warnings", sentencesOf(table.warnings)}}));
    }
#else
    std::vector<torch::Tensor> pixels;
    for (const Image& image : cells)
        pixels.push_back(torch::tensor(image.pixels).view({image.height, image.width, image.channels}));
    if (!pixels.empty())
        writeSafetensors(folder / "samples.safetensors", {{"images", torch::stack(pixels)}});
#endif
    writeJsonFile(folder / "index.json", index);
}

void writeTrajectory(const Trajectory& trajectory, const fs::path& target)
{
#ifdef POTSTILL_HAS_IMAGING
    fs::create_directories(target);
    Json index = {{"recipe", trajectory.recipe}, {"frames", Json::array()}};
    for (std::size_t i = 0; i < trajectory.frames.size(); ++i) {
        const TrajectoryFrame& frame = trajectory.frames[i];
        Json recipe = trajectory.recipe;
        recipe["trajectory_step"] = i + 1;
        recipe["t"] = frame.t;
        recipe["nfe"] = frame.nfe;
        const std::string name = fmt::format("step-{:03}.png", i + 1), state = fmt::format("state-{:03}.png", i + 1);
        writePng(target / name, frame.x0, recipeChunks(recipe));
        writePng(target / state, frame.xt, recipeChunks(recipe));
        index["frames"].push_back({{"file", name}, {"state", state}, {"t", frame.t}, {"nfe", frame.nfe}});
    }
    writeJsonFile(target / "index.json", index);
#else
    throw Error(ErrorCode::Unsupported, fmt::format("{}: this program was built without image files (POTSTILL_IMAGING=OFF), so a trajectory cannot be saved", target.string()));
#endif
}

}  // namespace potstill
