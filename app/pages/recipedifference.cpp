#include "app/pages/recipedifference.h"

#include "app/pages/columnpanel.h"
#include "engine/jobs/jobs.h"
#include "widgets/numbertext.h"
#include "widgets/optionform.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>

#include <array>

namespace potstill {

namespace {

struct Field {
    const char* key;
    const char* name;
};
constexpr std::array<Field, 22> kFields = {{
    {"model", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Model")},
    {"role", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Role")},
    {"images_seen", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Images seen")},
    {"weights", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Weights")},
    {"weights_sha256", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Hash")},
    {"seed", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Noise")},
    {"class", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Class")},
    {"class_name", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Name of the class")},
    {"steps", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Steps")},
    {"nfe", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "NFE")},
    {"times", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Times")},
    {"on_grid", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "On the student's grid")},
    {"sampler", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Sampler")},
    {"eta", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Eta")},
    {"churn", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Churn")},
    {"guidance", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Guidance")},
    {"baked_guidance", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Guidance distilled in")},
    {"noise_correction", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Noise correction")},
    {"noise_seed", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Seed of the noise")},
    {"schedule", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Schedule")},
    {"parametrisation", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Parametrisation")},
    {"size", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Size")},
}};

/// "" for what is in no closed set.
QString choiceName(const std::string& key, const std::string& value)
{
    if (key == "sampler")
        for (const auto& [name, sampler] : ColumnPanel::samplers())
            if (sampler.toStdString() == value)
                return name;
    if (key == "parametrisation" || key == "schedule")
        for (const Choice& choice : runSchema().find("diffusion." + key)->choices)
            if (choice.value == value)
                return optionText(choice.label);
    // What no form sets.
    static constexpr std::array<std::array<const char*, 3>, 9> kWords = {{
        {"parametrisation", "score", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Score")},
        {"schedule", "table", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Table of betas")},
        {"schedule", "table, zero terminal SNR", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Table of betas, zero terminal SNR")},
        {"schedule", "consistency", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Consistency")},
        {"schedule", "score-sde", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Score SDE")},
        {"weights", "ema", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Averaged")},
        {"weights", "raw", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Raw")},
        {"role", "model", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Model")},
        {"role", "teacher", QT_TRANSLATE_NOOP("potstill::RecipeDifference", "Teacher")},
    }};
    for (const auto& [field, word, name] : kWords)
        if (key == field && value == word)
            return RecipeDifference::tr(name);
    return {};
}

}  // namespace

QString recipeFieldName(const std::string& key)
{
    for (const Field& f : kFields)
        if (key == f.key)
            return QCoreApplication::translate("potstill::RecipeDifference", f.name);
    // Of one image alone: these do not say how it was made.
    if (key == "program")
        return QCoreApplication::translate("potstill::RecipeDifference", "Program");
    if (key == "model_path")
        return QCoreApplication::translate("potstill::RecipeDifference", "Folder");
    if (key == "milliseconds")
        return QCoreApplication::translate("potstill::RecipeDifference", "Milliseconds per image");
    return QString::fromStdString(key).replace('_', ' ');
}

QString recipeValueText(const Json& value)
{
    if (value.is_null())
        return QString(QChar(0x2013));
    if (value.is_boolean())
        return value.get<bool>() ? RecipeDifference::tr("on") : RecipeDifference::tr("off");
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number_float())
        return numberText(value.get<double>(), 'g', 4);
    if (value.is_array()) {
        QStringList parts;
        for (std::size_t i = 0; i < std::min<std::size_t>(value.size(), 5); ++i)
            parts.append(recipeValueText(value[i]));
        const QString all = parts.join(QLocale().decimalPoint() == "," ? "; " : ", ");
        return value.size() > 5 ? RecipeDifference::tr("%1 … (%2 values)").arg(all).arg(value.size()) : all;
    }
    return QString::fromStdString(value.dump());
}

QString recipeValueText(const std::string& key, const Json& value)
{
    const QString name = value.is_string() ? choiceName(key, value.get<std::string>()) : QString();
    return name.isEmpty() ? recipeValueText(value) : name;
}

QList<RecipeField> differencesOf(const Json& left, const Json& right)
{
    const auto valueOf = [](const Json& recipe, const char* key) { return recipe.is_object() && recipe.contains(key) ? recipe.at(key) : Json(); };
    QList<RecipeField> out;
    for (const Field& f : kFields)
        if (const Json a = valueOf(left, f.key), b = valueOf(right, f.key); a != b)
            out.append({recipeFieldName(f.key), recipeValueText(f.key, a), recipeValueText(f.key, b)});
    return out;
}

RecipeDifference::RecipeDifference(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName("compare.difference");
    setAccessibleName(tr("Settings in which the two images differ"));
    setAccessibleDescription(tr("A row for each setting: its value for the first and the second image"));
    setHeaderLabels({tr("Setting"), tr("A"), tr("B")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setSectionResizeMode(2, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(56);
    setMinimumWidth(240);
}

void RecipeDifference::setRecipes(const Json& left, const Json& right)
{
    clear();
    for (const RecipeField& f : differencesOf(left, right)) {
        auto* item = new QTreeWidgetItem(this, {f.name, f.left, f.right});
        item->setToolTip(1, f.left);
        item->setToolTip(2, f.right);
    }
    if (topLevelItemCount() == 0)
        new QTreeWidgetItem(this, {tr("No difference"), QString(), QString()});
}

}  // namespace potstill
