#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

namespace potstill {

enum class IconTone { Normal, Secondary, Accent, OnAccent, Success, Warning, Danger };

/// A line icon of ours (widgets/icons/<name>.svg in resources/icons), coloured from the theme in force each time it is painted: it follows
/// a change of theme by itself, is pale when disabled and sharp at every device pixel ratio. An unknown name gives a null icon.
QIcon icon(const QString& name, IconTone tone = IconTone::Normal);
QStringList iconNames();

}  // namespace potstill
