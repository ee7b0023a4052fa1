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

void requireKnown(const std::string& name, const std::vector<std::string>& known, const std::string& option)
{
    if (std::find(known.begin(), known.end(), name) != known.end())
        return;
    const std::string near = nearestMatch(name, known);
    throw Error(ErrorCode::BadOption,
                fmt::format("{}: there is no '{}'{}; there are {}", option, name, near.empty() ? "" : " (did you mean '" + near + "'?)", fmt::join(known, ", ")));
}

std::vector<std::string> namesFromText(const std::string& text, const std::vector<std::string>& known, const std::string& option)
{
    std::vector<std::string> names = partsOf(text);
    for (const std::string& name : names)
        requireKnown(name, known, option);
    return names;
}

void printJson(const Json& json) { std::puts(json.dump(2, ' ', false, Json::error_handler_t::replace).c_str()); }

}  // namespace potstill
