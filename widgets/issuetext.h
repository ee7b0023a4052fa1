#pragma once

#include "engine/core/options.h"

#include <QString>

namespace potstill {

/// What is wrong with a field, in the reader's language: rules across fields by their code, ranges, types and unknown settings from the field and its value; what has no code is
/// said as it was written. `field` = nullptr for a path that is no setting.
QString issueText(const Issue& issue, const FieldInfo* field, const Json& value);
/// What is wrong with a whole (a comparison), a line for each.
QString issuesText(const Issues& issues);

}  // namespace potstill
