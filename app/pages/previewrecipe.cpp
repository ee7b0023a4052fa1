#include "app/pages/previewrecipe.h"

#include "app/pages/previewheading.h"

#include <QDir>

namespace potstill {

namespace {

/// An entry of a list of texts; "" where there is none.
std::string textAt(const Json& sheet, const char* list, int i)
{
    const Json texts = sheet.value(list, Json::array());
    return texts.is_array() && i >= 0 && std::size_t(i) < texts.size() && texts[std::size_t(i)].is_string() ? texts[std::size_t(i)].get<std::string>() : std::string();
}

void addSteps(Json& recipe, const QString& heading, const Json& model)
{
    using Kind = PreviewHeading::Kind;
    const auto [kind, value] = previewHeading(heading);
    recipe["role"] = "model";
    if (kind == Kind::Steps) {
        const int n = value.toInt();
        recipe["steps"] = recipe["nfe"] = n;
        if (Json times = model.value("student_grid", Json::array()); times.is_array() && times.size() >= std::size_t(n)) {
            times.erase(times.begin() + n, times.end());
            recipe["times"] = times;
            recipe["on_grid"] = true;
        }
    } else if (kind == Kind::Teacher || kind == Kind::TeacherCalls) {
        recipe["role"] = "teacher";
        recipe[kind == Kind::TeacherCalls ? "nfe" : "steps"] = value.toInt();
        if (const Json guidance = model.value("baked_guidance", Json()); guidance.is_number())
            recipe["guidance"] = guidance;  // as the student was taught
    } else if (kind == Kind::Calls) {
        recipe["nfe"] = value.toInt();
    } else {
        recipe["view"] = heading.toStdString();
    }
}

}  // namespace

Json previewRecipe(const Json& sheet, const QPoint& cell, const QString& runFolder)
{
    Json recipe = {{"model", QDir(runFolder).dirName().toStdString()}, {"model_path", runFolder.toStdString()}};
    if (!sheet.is_object())
        return recipe;
    const Json model = sheet.value("recipe", Json::object());
    const auto copy = [&](const char* from, const char* to) {
        if (const Json value = valueAt(model, from); !value.is_null())
            recipe[to] = value;
    };
    recipe["images_seen"] = sheet.value("images_seen", 0);
    recipe["weights"] = sheet.value("ema", true) ? "ema" : "raw";
    copy("parametrisation", "parametrisation");
    copy("schedule.kind", "schedule");
    copy("image_size", "size");
    addSteps(recipe, QString::fromStdString(textAt(sheet, "columns", cell.y())), model);
    if (const Json made = sheet.value("made", Json::array()); made.is_array() && cell.y() >= 0 && std::size_t(cell.y()) < made.size() && made[std::size_t(cell.y())].is_object())
        recipe.update(made[std::size_t(cell.y())]);
    if (recipe["role"] == "model") {
        copy("sampler.kind", "sampler");
        copy("sampler.noise_correction", "noise_correction");
        copy("baked_guidance", "baked_guidance");
    }
    recipe["noise_seed"] = 0;  // previews are made of the first noises of this seed
    const QString row = QString::fromStdString(textAt(sheet, "rows", cell.x()));
    recipe["seed"] = row.section(QStringLiteral(" · "), 0, 0).toInt();
    if (const std::string name = row.section(QStringLiteral(" · "), 1).toStdString(); !name.empty()) {
        recipe["class_name"] = name;
        const Json names = model.value("class_names", Json::array());
        for (std::size_t i = 0; names.is_array() && i < names.size(); ++i)
            if (names[i] == name)
                recipe["class"] = i;
    }
    return recipe;
}

}  // namespace potstill
