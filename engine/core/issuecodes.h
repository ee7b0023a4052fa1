#pragma once

#include "engine/core/options.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace potstill {

/// The rules across fields, of runs and of comparisons: the studio has a text for each.
inline constexpr auto kIssueCodes = std::to_array<std::string_view>(
    {// of a run
     "method-of-teacher", "method-of-student", "teacher-without-data", "student-without-data", "student-without-teacher", "sprites-size", "sprites-channels", "student-held-out",
     "nothing-held-out", "held-out-unseen", "teacher-of-none", "root-without-warm-up", "no-levels", "levels-halve", "groups-divide", "heads-divide",
     // of diffusion
     "edm-alone", "flow-alone", "own-weights", "eps-without-signal",
     // of Imagine Flash
     "grid-length", "grid-begin", "grid-order", "shift-order", "shift-of-nothing", "heads-order", "fresh-alone",
     // of a comparison
     "empty", "few-systems", "system-without-key", "system-without-name", "same-system", "same-name", "wrong-pair", "pair-twice", "outside", "no-seeds", "seed-twice",
     "foreign-seed", "rater-twice", "few-seeds"});

/// The name of a rule. One that is not in kIssueCodes does not compile.
class IssueCode final {
public:
    consteval IssueCode(const char* name) : m_name(name)
    {
        if (std::find(kIssueCodes.begin(), kIssueCodes.end(), m_name) == kIssueCodes.end())
            throw "kIssueCodes does not hold this name";
    }
    std::string name() const { return std::string(m_name); }

private:
    std::string_view m_name;
};

}  // namespace potstill
