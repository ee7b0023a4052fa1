#include "engine/jobs/jobs.h"

#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <array>
#include <fstream>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Whether a file lies in a project, or beside the description of a run, a checkpoint or a model: what arrives as data and must stay that.
bool liesInData(const fs::path& file)
{
    for (const char* mark : {"config.json", "manifest.json", "model.json"})
        if (fs::exists(file.parent_path() / mark))
            return true;
    for (fs::path folder = file.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
        if (Project::isProject(folder) || fs::exists(folder / "model_index.json"))
            return true;
    return false;
}

/// A TorchScript module is a ZIP archive.
bool isArchive(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::array<char, 4> begin{};
    return in.read(begin.data(), begin.size()) && std::string_view(begin.data(), begin.size()) == "PK\x03\x04";
}

}  // namespace

ExtractorProblem extractorProblem(const fs::path& file)
{
    std::error_code failure;
    if (!fs::is_regular_file(file, failure))
        return ExtractorProblem::Missing;
    // A link does not lead out of a project.
    if (liesInData(fs::absolute(file)) || liesInData(fs::canonical(file, failure)))
        return ExtractorProblem::InsideData;
    return isArchive(file) ? ExtractorProblem::None : ExtractorProblem::NotTorchScript;
}

void requireExtractor(const fs::path& file)
{
    switch (extractorProblem(file)) {
    case ExtractorProblem::None: return;
    case ExtractorProblem::Missing:
        throw Error(ErrorCode::NotFound, fmt::format("extractor: there is no file '{}'; name a TorchScript feature network, for example inception-2015-12-05.pt", file.string()));
    case ExtractorProblem::InsideData:
        throw Error(ErrorCode::BadOption,
                    fmt::format("extractor: '{}' lies in a project or in the folder of a model, and nothing in them is run as code. If you trust the file, copy it to a "
                                "folder of its own and name that",
                                file.string()));
    case ExtractorProblem::NotTorchScript: throw Error(ErrorCode::BadFile, fmt::format("extractor: '{}' is no TorchScript module, which is a ZIP archive", file.string()));
    }
}

}  // namespace potstill
