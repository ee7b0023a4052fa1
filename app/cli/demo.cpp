#include "app/cli/awake.h"
#include "app/cli/interrupts.h"
#include "app/cli/knownrun.h"
#include "app/cli/progressline.h"
#include "app/cli/verbs.h"

#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <thread>

namespace potstill {

namespace fs = std::filesystem;

namespace {

struct Arguments {
    std::string out, project;
    std::int64_t images = 6000;
    double seconds = 0;
};

std::string base64(const std::string& bytes)
{
    constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k > bytes.size() ? '=' : kLetters[group >> (18 - 6 * k) & 63u];
    }
    return out;
}

/// One file with everything in it: rows of one noise, columns of step counts.
std::string page(const SampleTable& table, const fs::path& samples, std::int64_t images)
{
    std::string head, body;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        head += fmt::format("<th scope=\"col\">{}<small>{:.1f} ms per image</small></th>", table.columns[c], table.millisecondsPerImage(c));
    std::vector<std::string> sources(table.cells.size());
    const Json index = readJsonFile(samples / "index.json");
    for (const Json& entry : index.at("images")) {
        const fs::path file = samples / entry.value("file", "");
        if (fs::exists(file))  // a build without imaging writes no pictures
            sources.at(entry.at("row").get<std::size_t>() * table.columns.size() + entry.at("column").get<std::size_t>()) = base64(readFile(file));
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        body += fmt::format("<tr><th scope=\"row\">{}</th>", table.rows[row]);
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            body += fmt::format("<td><img src=\"data:image/png;base64,{}\" width=\"96\" height=\"96\" alt=\"{}, {}\"></td>", sources[row * table.columns.size() + c],
                                table.rows[row], table.columns[c]);
        body += "</tr>\n";
    }
    return fmt::format(R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Potstill demo</title><style>
:root{{color-scheme:light dark;--page:#f7f6f4;--text:#202124;--dim:#5f6368;--line:#dedcd8}}
@media(prefers-color-scheme:dark){{:root{{--page:#1b1c1e;--text:#e8e6e3;--dim:#a5a9ae;--line:#36393d}}}}
body{{font:16px/1.5 system-ui,sans-serif;background:var(--page);color:var(--text);max-width:48rem;margin:48px auto;padding:0 24px}}
h1{{font-size:1.5rem;font-weight:600}} .wide{{overflow-x:auto}}
table{{border-collapse:collapse}} th{{font-weight:500;text-align:left;padding:8px 16px 8px 0}} td{{padding:4px 16px 4px 0}}
tbody tr{{border-top:1px solid var(--line)}} small{{display:block;color:var(--dim);font-weight:400}} img{{image-rendering:pixelated;display:block}}
</style></head><body><h1>From noise to shapes in one, two or three steps</h1>
<p>A student distilled on this machine from the bundled shapes teacher, for {} images. Every row starts from one noise; the last column is the teacher.</p>
<div class="wide"><table><thead><tr><td></td>{}</tr></thead><tbody>
{}</tbody></table></div></body></html>
)",
                       images, head, body);
}

/// Asks the job to stop and save when its time is over.
std::jthread timeLimit(RunControl& control, double seconds)
{
    return std::jthread([&control, seconds](const std::stop_token& stop) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
        while (!stop.stop_requested()) {
            if (std::chrono::steady_clock::now() >= end)
                return control.requestStop(StopRequest::Finish);
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    });
}

int demoVerb(const Arguments& a)
{
    const fs::path out = a.out, project = a.project.empty() ? out / "project" : fs::path(a.project);
    makeFolders(out);
    Json document = presetByName("demo").document;
    document["training"]["images"] = a.images;
    KnownRun run;
    bool wasInterrupted = false;
    {
        RunControl control;
        const Interrupts interrupts(control, WhenStopped::Saves);
        const Awake awake;
        ProgressLine progress(control, false);
        const std::jthread limit = a.seconds > 0 ? timeLimit(control, a.seconds) : std::jthread();
        run = runOnce(project, "demo", document, control, progress);
        wasInterrupted = interrupts.wereSeen();
    }
    if (wasInterrupted) {
        fmt::print("stopped; the same command goes on from {}\n", run.folder.string());
        return kStopped;
    }
    SampleRequest request;
    request.model = run.folder;
    request.teacherSteps = 25;
    SampleTable table;
    {
        RunControl control;
        const Interrupts interrupts(control, WhenStopped::Ends);
        ProgressLine progress(control, false);
        table = sampleTable(request, control, progress);
    }
    if (!table.complete)
        return kStopped;
    writeSamples(table, out / "samples");
    writeFileAtomically(out / "index.html", page(table, out / "samples", modelFacts(run.folder).value("images_seen", a.images)));
    fmt::print("\nThe ladder of the demo is in {}\n  contact sheet  samples/grid.png\n  page           index.html\n", fs::weakly_canonical(out).string());
    return kDone;
}

}  // namespace

void addDemoVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<Arguments>();
    CLI::App* demo = app.add_subcommand("demo", "Distil the bundled shapes teacher for a few minutes and show the ladder; repeated, it takes the run that is there");
    demo->add_option("--out", a->out, "Folder for the images and the page")->required();
    demo->add_option("--project", a->project, "Project for the run; inside the folder when left out");
    demo->add_option("--images", a->images, "Length of the distillation")->check(CLI::PositiveNumber);
    demo->add_option("--seconds", a->seconds, "Stop the distillation after this time, even before its length; a repetition goes on")->check(CLI::PositiveNumber);
    demo->callback([a, &chosen] { chosen = [a] { return demoVerb(*a); }; });
}

}  // namespace potstill
