#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace potstill {

/// Something that a person should know and that has a name, with the figures that show it: found while a run trains, when a model is opened or when its samples are made. It travels as one line of text, to
/// observers and in log.txt: an English sentence, then code and arguments in brackets ("... may be too small. [hardly-changes images=5120 ratio=3.2e-09]"). So a log that is read again says the same as the run
/// did, and a reader in another language goes by the code.
struct RunWarning {
    /// Of a run: "non-finite", "hardly-changes", "discriminator-wins", "collapse", "slow-data", "slow-disk" or "low-disk". Of a model: "damaged-checkpoint", "nearest-sampler" or "score-sampler".
    /// Of samples: "off-grid", "off-grid-times" or "other-size". Of figures: "quarter-turns", "teacher-unfinished" or "other-encoder". Of data: "unreadable-image", or what was passed
    /// over: "no-image-files", "deep-folders", "beside-classes" or "without-label". "" = a sentence alone.
    std::string code;
    std::int64_t imagesSeen = 0;  ///< the moment; of a damaged checkpoint its own
    std::vector<std::pair<std::string, std::string>> arguments;
    std::string sentence;

    /// "" where there is none of this name.
    std::string argument(std::string_view name) const;
    /// NaN where there is none of this name or it is no number.
    double number(std::string_view name) const;
    std::string text() const;
    /// Nothing where the text names no code.
    static std::optional<RunWarning> parse(std::string_view text);
    /// The same, but a text that names no code is a sentence alone.
    static RunWarning fromText(std::string_view text);
    bool operator==(const RunWarning&) const = default;
};

/// The English sentences alone.
std::vector<std::string> sentencesOf(const std::vector<RunWarning>& warnings);

}  // namespace potstill
