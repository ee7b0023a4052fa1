#include "app/pages/chartrecipe.h"

#include "engine/core/options.h"
#include "engine/imaging/recipechunks.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

namespace potstill {

namespace {

Json recipeOf(const std::filesystem::path& run)
{
    Json recipe = Json::object();
    try {
        if (const Json settings = valueAt(readJsonFile(run / "config.json"), "options"); settings.is_object())
            recipe = settings;
    } catch (const std::exception&) {
        // a model from elsewhere, or it is gone
    }
    const RunSummary summary = readRunSummary(run);
    recipe["model"] = summary.name;
    if (summary.imagesSeen > 0)
        recipe["images_seen"] = summary.imagesSeen;
    return recipe;
}

}  // namespace

std::map<QString, QString> chartRecipe(const QString& title, const QStringList& runFolders)
{
    std::vector<Json> recipes;
    for (const QString& folder : runFolders)
        recipes.push_back(recipeOf(folder.toStdString()));
    std::map<QString, QString> out;
    for (const auto& [key, text] : sheetChunks(recipes, {{"chart", title.toStdString()}}, "runs"))
        out[QString::fromStdString(key)] = QString::fromStdString(text);
    return out;
}

}  // namespace potstill
