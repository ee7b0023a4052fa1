#include "engine/io/jsonfile.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

namespace potstill {

namespace {
constexpr std::uint64_t kMaxBytes = 64ull << 20;
constexpr int kMaxDepth = 64;  // printing and comparing a document recurse

/// Looked at before parsing: a parser callback would walk over all earlier elements of a list at the end of each (40,000 of them took a minute).
bool isNestedTooDeep(const std::string& text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '{' || c == '[') && ++depth > kMaxDepth)
            return true;
        else if (!isInString && (c == '}' || c == ']'))
            --depth;
    }
    return false;
}

}  // namespace

Json readJsonFile(const std::filesystem::path& path)
{
    const std::string text = readFile(path, kMaxBytes);
    if (isNestedTooDeep(text))
        throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", path.string()}}, fmt::format("{}: nested deeper than {} levels", path.string(), kMaxDepth)});
    try {
        return Json::parse(text);
    } catch (const Json::exception& e) {
        // "[json.exception.parse_error.101] parse error at line 3, column 7: ..."
        std::string what = e.what();
        if (const std::size_t end = what.find("] "); end != std::string::npos)
            what = what.substr(end + 2);
        throw Error(ErrorCode::BadFile, {"damaged-file", 0, {{"file", path.string()}}, fmt::format("{}: not valid JSON: {}", path.string(), what)});
    }
}

void writeJsonFile(const std::filesystem::path& path, const Json& json)
{
    std::string text;
    try {
        text = json.dump(2) + "\n";
    } catch (const Json::exception& e) {
        throw Error(ErrorCode::Internal, fmt::format("{}: the document cannot be written as JSON: {}", path.string(), e.what()));
    }
    writeFileAtomically(path, text);
}

}  // namespace potstill
