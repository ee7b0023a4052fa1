#pragma once

#include "app/pages/compareplan.h"

namespace potstill {

/// What a person set on the Compare page of a project and finds again there: PROJECT/compare.json.
struct CompareState {
    ComparePlan plan;
    int firstNoise = 0, rows = 8;
    std::int64_t chosenClass = -1;
    int zoom = 0;
    bool isTransposed = false, isHintDismissed = false;
    int gone = 0;  ///< models that were left out because they are gone; not stored

    bool isEmpty() const { return plan.model.isEmpty() && plan.own.empty(); }
};

/// Folders within the project are written relative to it, so that it can be moved.
Json jsonFromState(const CompareState& state, const QString& project);
CompareState stateFromJson(const Json& json, const QString& project);

// These read and write files: not for the window's thread.
/// As it was left, without what is gone; the beginning of all things where there is none or it is damaged.
CompareState readCompareState(const QString& project);
/// Throws Error where the project cannot be written to.
void writeCompareState(const CompareState& state, const QString& project);

}  // namespace potstill
