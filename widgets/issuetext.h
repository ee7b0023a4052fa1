#pragma once

#include "engine/core/options.h"

#include <QString>

namespace potstill {

/// What is wrong with a field, in the reader's language: ranges, types and unknown settings are said anew from the field and its value; rules across fields keep the engine's
/// sentence where it has no translation. `field` = nullptr for a path that is no setting.
QString issueText(const Issue& issue, const FieldInfo* field, const Json& value);

}  // namespace potstill
