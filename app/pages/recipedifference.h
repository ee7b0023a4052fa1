#pragma once

#include "engine/core/options.h"

#include <QString>
#include <QTreeWidget>

namespace potstill {

struct RecipeField {
    QString name, left, right;
    bool operator==(const RecipeField&) const = default;
};
/// The fields in which two recipes differ, in the order in which a person reads them.
QList<RecipeField> differencesOf(const Json& left, const Json& right);
/// A recipe's field and value for people: "Noise correction", "off".
QString recipeFieldName(const std::string& key);
QString recipeValueText(const Json& value);
/// The value of a field; what is one of a closed set has the name that it has in forms: "Velocity v".
QString recipeValueText(const std::string& key, const Json& value);

/// A small list of the fields in which two images differ.
class RecipeDifference final : public QTreeWidget {
    Q_OBJECT
public:
    explicit RecipeDifference(QWidget* parent = nullptr);
    void setRecipes(const Json& left, const Json& right);
};

}  // namespace potstill
