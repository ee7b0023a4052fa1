#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/cli/verbsettings.h"

#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <memory>

namespace potstill {

namespace {

template <class Request>
struct Arguments {
    explicit Arguments(CLI::App& verb) : settings(verb, Request::table().schema()), checkpoint(verb) {}
    VerbSettings settings;
    CheckpointOption checkpoint;
    std::string out;
};

/// The settings of a verb with the steps that its model takes by itself.
template <class Request>
Json resolve(const Arguments<Request>& a)
{
    Json document = a.settings.document();
    a.settings.require(document, "model");
    a.checkpoint.apply(document);
    Json defaults = Request::table().toJson({});
    if (!document.contains("steps") && !isStudent(document["model"].template get<std::string>()))
        defaults["steps"] = {50};
    return merged(defaults, document);
}

int sampleVerb(const Arguments<SampleRequest>& a)
{
    const Json options = resolve(a);
    const SampleRequest request = SampleRequest::table().fromJson(options);
    if (a.settings.isDryRun())
        return a.settings.reportDryRun(options, estimateSampling(request));
    if (a.out.empty())
        throw Error(ErrorCode::BadOption, "--out: name the folder for the images");
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    SampleTable table;
    {
        ProgressLine progress(control, a.settings.wantsJson());
        table = sampleTable(request, control, progress);
    }
    writeSamples(table, a.out);
    for (const RunWarning& warning : table.warnings)
        std::fprintf(stderr, "warning: %s\n", warning.sentence.c_str());
    if (a.settings.wantsJson()) {
        Json columns = Json::array();
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            columns.push_back({{"column", table.columns[c]}, {"nfe", table.cells[c].nfe}, {"milliseconds_per_image", table.millisecondsPerImage(c)}});
        printJson({{"out", a.out}, {"rows", table.rows.size()}, {"columns", columns}, {"warnings", sentencesOf(table.warnings)}, {"complete", table.complete}});
    } else {
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            fmt::print("{:16} {:3} NFE  {:8.2f} ms per image\n", table.columns[c], table.cells[c].nfe, table.millisecondsPerImage(c));
        if (table.callsSaved > 0)
            fmt::print("{} of {} network calls saved: shorter columns are read off longer ones\n", table.callsSaved, table.calls + table.callsSaved);
        fmt::print("{} images in {}\n", table.cells.size(), a.out);
    }
    return table.complete ? kDone : kStopped;
}

void printFigures(const Json& column)
{
    const Json& intervals = column.at("intervals");
    fmt::print("{}\n", column.value("column", ""));
    for (const auto& [key, value] : column.items()) {
        if (key == "column" || key == "intervals" || value.is_null())
            continue;
        fmt::print("  {:24} {}", key, value.is_string() ? value.get<std::string>() : value.is_number_float() ? fmt::format("{:.4g}", value.get<double>()) : value.dump());
        if (intervals.contains(key))
            fmt::print("  [{:.4g}, {:.4g}]", intervals[key][0].get<double>(), intervals[key][1].get<double>());
        fmt::print("\n");
    }
}

int evaluateVerb(const Arguments<EvaluateRequest>& a)
{
    const Json options = resolve(a);
    const EvaluateRequest request = EvaluateRequest::table().fromJson(options);
    if (a.settings.isDryRun())
        return a.settings.reportDryRun(options, estimateEvaluation(request));
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    if (!request.scriptedExtractor.empty())
        std::fprintf(stderr, "%s is TorchScript, which is code: it runs with your rights. Its hash stands beside the figures.\n", request.scriptedExtractor.c_str());
    Json result;
    {
        ProgressLine progress(control, a.settings.wantsJson());
        result = evaluateModel(request, control, progress);
    }
    if (control.isStopping())
        return kStopped;
    if (!a.out.empty())
        writeJsonFile(a.out, result);
    if (a.settings.wantsJson()) {
        printJson(result);
    } else {
        for (const Json& column : result)
            printFigures(column);
    }
    return kDone;
}

}  // namespace

void addSampleVerbs(CLI::App& app, Chosen& chosen)
{
    CLI::App* sample = app.add_subcommand("sample", "Sample a model; several numbers of steps from the same noise make a ladder");
    auto s = std::make_shared<Arguments<SampleRequest>>(*sample);
    s->settings.nameAll();
    sample->add_option("--out", s->out, "Folder for the images, the grid and index.json");
    sample->callback([s, &chosen] { chosen = [s] { return sampleVerb(*s); }; });

    CLI::App* evaluate = app.add_subcommand("evaluate",
                                            "Figures of a model: Fréchet distance on a classifier's features, class accuracy, diversity, validity of sprites. Data without labels "
                                            "are judged on the features of the encoder of the model's teacher, a teacher on those of its own.");
    auto e = std::make_shared<Arguments<EvaluateRequest>>(*evaluate);
    e->settings.nameAll();
    evaluate->add_option("--out", e->out, "JSON file for the figures");
    evaluate->callback([e, &chosen] { chosen = [e] { return evaluateVerb(*e); }; });
}

}  // namespace potstill
