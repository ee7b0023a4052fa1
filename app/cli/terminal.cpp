#include "app/cli/terminal.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>

namespace potstill {

namespace {

std::vector<std::string> partsOf(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

}  // namespace

std::vector<std::uint64_t> numbersFromText(const std::string& text, const std::string& option)
{
    constexpr std::uint64_t kMost = 1'000'000;
    std::vector<std::uint64_t> out;
    const auto fail = [&](const std::string& part, const char* why) { throw Error(ErrorCode::BadOption, fmt::format("{}: '{}' {}", option, part, why)); };
    const auto number = [&](const std::string& digits, const std::string& part) -> std::uint64_t {
        if (digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string::npos)
            fail(part, "is not a number or a range such as 0-63");
        return std::stoull(digits);
    };
    for (const std::string& part : partsOf(text)) {
        const std::size_t dash = part.find('-');
        const std::uint64_t first = number(part.substr(0, dash), part), last = dash == std::string::npos ? first : number(part.substr(dash + 1), part);
        if (last < first)
            fail(part, "runs backwards; the smaller number comes first");
        if (last - first >= kMost || out.size() + (last - first) >= kMost)
            fail(part, "makes more than a million");
        for (std::uint64_t n = first; n <= last; ++n)
            out.push_back(n);
    }
    return out;
}

std::vector<std::string> namesFromText(const std::string& text, const std::vector<std::string>& known, const std::string& option)
{
    std::vector<std::string> names = partsOf(text);
    for (const std::string& name : names)
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string near = nearestMatch(name, known);
            throw Error(ErrorCode::BadOption,
                        fmt::format("{}: there is no '{}'{}; there are {}", option, name, near.empty() ? "" : " (did you mean '" + near + "'?)", fmt::join(known, ", ")));
        }
    return names;
}

void printJson(const Json& json) { std::puts(json.dump(2, ' ', false, Json::error_handler_t::replace).c_str()); }

}  // namespace potstill
