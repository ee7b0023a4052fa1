#include "app/cli/knownrun.h"

#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// Whether `options` holds every setting of `wanted` with the same value.
bool agrees(const Json& options, const Json& wanted)
{
    if (wanted.is_object()) {
        if (!options.is_object())
            return false;
        for (const auto& [key, value] : wanted.items())
            if (!options.contains(key) || !agrees(options[key], value))
                return false;
        return true;
    }
    if (wanted.is_number() && options.is_number())
        return wanted.get<double>() == options.get<double>();
    return options == wanted;
}

/// "00012-NAME" without its number.
std::string nameOf(const fs::path& run)
{
    const std::string folder = run.filename().string();
    const std::size_t dash = folder.find('-');
    return dash == std::string::npos ? "" : folder.substr(dash + 1);
}

}  // namespace

KnownRun findRun(const fs::path& project, const std::string& name, const Json& document)
{
    if (!Project::isProject(project))
        return {};
    KnownRun found;
    for (const fs::path& run : Project::open(project).runs()) {
        if (nameOf(run) != name || !fs::exists(run / "config.json"))
            continue;
        const RunSummary summary = readRunSummary(run);
        if (summary.state == RunState::Failed || !agrees(readJsonFile(run / "config.json").value("options", Json()), document))
            continue;
        // A run that was killed after its last checkpoint has nothing left to do.
        if (summary.state == RunState::Finished || (summary.imagesTotal > 0 && summary.imagesSeen >= summary.imagesTotal && summary.state != RunState::Running))
            return {run, true};
        found.folder = run;
    }
    return found;
}

KnownRun runOnce(const fs::path& project, const std::string& name, const Json& document, RunControl& control, RunObserver& observer)
{
    KnownRun run = findRun(project, name, document);
    if (run.isFinished)
        return run;
    const auto job = run.folder.empty() ? TrainingJob::create(project, document, name) : TrainingJob::resume(run.folder);
    run.folder = job->runFolder();
    run.isFinished = job->run(control, observer) == JobOutcome::Finished;
    return run;
}

}  // namespace potstill
