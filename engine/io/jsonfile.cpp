#include "engine/io/jsonfile.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

namespace potstill {

namespace {
constexpr std::uint64_t kMaxBytes = 64ull << 20;
constexpr int kMaxDepth = 64;  // printing and comparing a document recurse
}  // namespace

Json readJsonFile(const std::filesystem::path& path)
{
    const std::string text = readFile(path, kMaxBytes);
    try {
        return Json::parse(text, [&](int depth, Json::parse_event_t event, Json&) {
            if (depth > kMaxDepth && (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start))
                throw Error(ErrorCode::BadFile, fmt::format("{}: nested deeper than {} levels", path.string(), kMaxDepth));
            return true;
        });
    } catch (const Json::exception& e) {
        // "[json.exception.parse_error.101] parse error at line 3, column 7: ..."
        std::string what = e.what();
        if (const std::size_t end = what.find("] "); end != std::string::npos)
            what = what.substr(end + 2);
        throw Error(ErrorCode::BadFile, fmt::format("{}: not valid JSON: {}", path.string(), what));
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
