#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace potstill {

/// A cause that has a name, found while a run trains, with the figures that show it. It travels as one line of text, to observers and in log.txt: an English sentence, then code and arguments in brackets
/// ("... may be too small. [hardly-changes images=5120 ratio=3.2e-09]"). So a log that is read again says the same as the run did, and a reader in another language goes by the code.
struct RunWarning {
    std::string code;             ///< "non-finite", "hardly-changes", "discriminator-wins", "collapse", "slow-data", "slow-disk" or "low-disk"
    std::int64_t imagesSeen = 0;  ///< the moment
    std::vector<std::pair<std::string, std::string>> arguments;
    std::string sentence;

    /// "" where there is none of this name.
    std::string argument(std::string_view name) const;
    /// NaN where there is none of this name or it is no number.
    double number(std::string_view name) const;
    std::string text() const;
    /// Nothing where the text names no code.
    static std::optional<RunWarning> parse(std::string_view text);
};

}  // namespace potstill
