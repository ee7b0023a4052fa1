#pragma once

#include "engine/core/options.h"

#include <QPoint>
#include <QString>

namespace potstill {

/// The recipe of one cell of a run's preview, in the words of every other recipe, from the description that lies beside its sheet. `cell`: x = noise, y = step. What the sheet does not
/// say (a networks' view has no steps) is not in it.
Json previewRecipe(const Json& sheet, const QPoint& cell, const QString& runFolder);

}  // namespace potstill
