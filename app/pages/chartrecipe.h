#pragma once

#include <QString>
#include <QStringList>

#include <map>

namespace potstill {

/// The text chunks by which the PNG of a chart tells of its runs (engine/imaging/recipechunks.h): its title, the settings that all of them share and those that are each
/// one's own. Reads the runs' folders: not for the GUI thread. Of a run that is gone the name stands alone.
std::map<QString, QString> chartRecipe(const QString& title, const QStringList& runFolders);

}  // namespace potstill
