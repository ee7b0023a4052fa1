#pragma once

#include "engine/io/checkpointchoice.h"

#include <QString>

#include <vector>

class QComboBox;

namespace potstill {

/// As the engine's, of a path as widgets hold it.
QString runOfCheckpoint(const QString& model);
/// The checkpoint that a draft or an entry of the queue names relative to its project, which can be moved; "" = none.
QString checkpointIn(const QString& project, const std::string& stored);
/// "Best by distance to the teacher (500 images)", "1,000 images".
QString checkpointText(const CheckpointChoice& choice);
/// Adds them with their folders as data: the best one first, then from the newest on.
void addCheckpoints(QComboBox* box, const std::vector<CheckpointChoice>& choices);

}  // namespace potstill
