#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace fs = std::filesystem;

namespace {

struct Arguments {
    std::string out, project;
    std::int64_t images = 6000;
};

std::string page(const SampleTable& table, const Arguments& a)
{
    std::string head, body;
    for (const std::string& c : table.columns)
        head += fmt::format("<th scope=\"col\">{}</th>", c);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        body += fmt::format("<tr><th scope=\"row\">{}</th>", table.rows[row]);
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const SampleCell& cell = table.cells[row * table.columns.size() + c];
            const std::string file = fmt::format("{}-seed{:06}.png", cell.recipe.value("role", "") == "teacher" ? fmt::format("teacher{}nfe", cell.nfe) : fmt::format("step{}", cell.recipe.value("steps", 0)),
                                                 cell.recipe.value("seed", std::uint64_t(0)));
            body += fmt::format("<td><img src=\"samples/{}\" width=\"96\" height=\"96\" alt=\"{}, {}\"></td>", file, table.rows[row], table.columns[c]);
        }
        body += "</tr>\n";
    }
    return fmt::format("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Potstill demo</title><style>"
                       ":root{{color-scheme:light dark;--page:#f7f6f4;--text:#202124;--line:#dedcd8}}@media(prefers-color-scheme:dark){{:root{{--page:#1b1c1e;--text:#e8e6e3;--line:#36393d}}}}"
                       "body{{font:16px/1.5 system-ui,sans-serif;background:var(--page);color:var(--text);max-width:46rem;margin:48px auto;padding:0 24px}}"
                       "table{{border-collapse:collapse}}th{{font-weight:500;text-align:left;padding:4px 16px 4px 0}}td{{padding:4px}}tr{{border-top:1px solid var(--line)}}img{{image-rendering:pixelated;display:block}}"
                       "</style></head><body><h1>From noise to shapes in one, two or three steps</h1><p>A student distilled from the bundled shapes teacher for {} images. Every row starts from one noise; "
                       "the last column is the teacher.</p><table><thead><tr><td></td>{}</tr></thead><tbody>\n{}</tbody></table></body></html>\n", a.images, head, body);
}

int demoVerb(const Arguments& a)
{
    const fs::path out = a.out, project = a.project.empty() ? out / "project" : fs::path(a.project);
    makeFolders(out);
    Json document = presetByName("demo").document;
    document["training"]["images"] = a.images;
    RunControl control;
    const Interrupts interrupts(control);
    ProgressLine progress(control, false);
    auto job = TrainingJob::create(project, document, "");
    if (job->run(control, progress) == JobOutcome::Aborted)
        return kStopped;
    SampleRequest request;
    request.model = job->runFolder();
    request.teacherSteps = 25;
    RunControl sampling;
    const SampleTable table = sampleTable(request, sampling, progress);
    writeSamples(table, out / "samples");
    writeFileAtomically(out / "index.html", page(table, a));
    fmt::print("\nThe ladder of the demo is in {}\n  contact sheet  samples/grid.png\n  page           index.html\n", fs::weakly_canonical(out).string());
    return control.isStopping() ? kStopped : kDone;
}

}  // namespace

void addDemoVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<Arguments>();
    CLI::App* demo = app.add_subcommand("demo", "Distil the bundled shapes teacher for a few minutes and show the ladder");
    demo->add_option("--out", a->out, "Folder for the images and the page")->required();
    demo->add_option("--project", a->project, "Project for the run; inside the folder when left out");
    demo->add_option("--images", a->images, "Length of the distillation")->check(CLI::PositiveNumber);
    demo->callback([a, &chosen] { chosen = [a] { return demoVerb(*a); }; });
}

}  // namespace potstill
