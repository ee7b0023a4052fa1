#pragma once

#include "engine/io/checkpointchoice.h"

#include <QString>

#include <vector>

class QComboBox;

namespace potstill {

/// As the engine's, of a path as widgets hold it.
QString runOfCheckpoint(const QString& model);
/// "Best by distance to the teacher (500 images)", "1,000 images".
QString checkpointText(const CheckpointChoice& choice);
/// Adds them with their folders as data: the best one first, then from the newest on.
void addCheckpoints(QComboBox* box, const std::vector<CheckpointChoice>& choices);

}  // namespace potstill
