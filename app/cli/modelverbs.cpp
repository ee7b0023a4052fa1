#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/cli/verbsettings.h"

#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace potstill {

namespace {

void printFacts(const Json& json, int indent)
{
    for (const auto& [key, value] : json.items()) {
        if (value.is_object() && !value.empty()) {
            fmt::print("{:{}}{}:\n", "", indent, key);
            printFacts(value, indent + 2);
        } else if (value.is_array() && value.size() > 12) {
            fmt::print("{:{}}{}: {} entries (--json lists them)\n", "", indent, key, value.size());
        } else {
            fmt::print("{:{}}{}: {}\n", "", indent, key, value.is_string() ? value.get<std::string>() : value.dump());
        }
    }
}

struct Arguments {
    std::string path, project, name, device;
    bool json = false;
};

struct BenchArguments {
    explicit BenchArguments(CLI::App& verb) : settings(verb, BenchRequest::table().schema()) {}
    VerbSettings settings;
};

struct ExportArguments {
    explicit ExportArguments(CLI::App& verb) : settings(verb, ExportRequest::table().schema()), checkpoint(verb) {}
    VerbSettings settings;
    CheckpointOption checkpoint;
    std::string out;
};

struct DatasetArguments {
    explicit DatasetArguments(CLI::App& verb) : settings(verb, {"", "Data set", "", {}, {dataSchema()}}) {}
    static OptionSchema dataSchema()
    {
        const auto& sections = runSchema().sections;
        return *std::find_if(sections.begin(), sections.end(), [](const OptionSchema& s) { return s.key == "data"; });
    }
    VerbSettings settings;
    std::string out, preset;
};

/// Every device that is there, unless one was named.
int selftestVerb(const Arguments& a)
{
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    Json devices = Json::array();
    bool passed = true;
    for (const std::string& device : a.device.empty() ? computeDevices() : std::vector<std::string>{a.device}) {
        devices.push_back(selftest(device, &control));
        if (control.isStopping())
            return kStopped;
        passed &= devices.back().value("passed", false);
        if (a.json)
            continue;
        fmt::print("{}\n", device);
        for (const Json& check : devices.back().at("checks"))
            fmt::print("  {:7} {:66} error {:.1e}, tolerance {:.0e}\n", check.value("passed", false) ? "ok" : "FAILED", check.value("name", ""), check.value("error", 0.0),
                       check.value("tolerance", 0.0));
    }
    if (a.json)
        printJson({{"passed", passed}, {"devices", devices}});
    else
        fmt::print("{}\n", passed ? "all checks passed" : "some checks failed");
    return passed ? kDone : kFailed;
}

int benchVerb(const BenchArguments& a)
{
    const Json options = merged(BenchRequest::table().toJson({}), a.settings.document());
    const BenchRequest request = BenchRequest::table().fromJson(options);
    if (a.settings.isDryRun())
        return a.settings.reportDryRun(options, estimateBench(request), 2.0 * request.rounds * request.seconds * static_cast<double>(request.networks.size()));
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    const Json result = bench(request, &control);
    if (control.isStopping())
        return kStopped;
    if (a.settings.wantsJson()) {
        printJson(result);
        return kDone;
    }
    for (const Json& n : result.at("networks"))
        fmt::print("{}  {:>10} parameters  train {:8.1f} images/s  sample {:8.1f} images/s\n", n.value("name", ""), n.value("parameters", std::int64_t(0)),
                   n.value("train_images_per_s", 0.0), n.value("sample_images_per_s", 0.0));
    return kDone;
}

int exportVerb(const ExportArguments& a)
{
    Json options = merged(ExportRequest::table().toJson({}), a.settings.document());
    a.settings.require(options, "model");
    a.checkpoint.apply(options);
    const ExportRequest request = ExportRequest::table().fromJson(options);
    if (a.settings.isDryRun())
        return a.settings.reportDryRun(options, estimateExport(request));
    if (a.out.empty())
        throw Error(ErrorCode::BadOption, "--out: name a new folder for the model");
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    ProgressLine progress(control, true);  // for its warnings alone
    if (!exportModel(request, a.out, &control, &progress))
        return kStopped;
    if (a.settings.wantsJson())
        printJson({{"out", a.out}, {"format", request.format}});
    else
        fmt::print("written: {}\n", a.out);
    return kDone;
}

int importVerb(const Arguments& a)
{
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    const std::filesystem::path run = importModel(a.path, a.project, a.name, &control);
    if (run.empty())
        return kStopped;
    const std::string note = modelFacts(run).value("sampler_note", "");
    if (a.json) {
        printJson({{"run", run.string()}, {"sampler_note", note}});
        return kDone;
    }
    if (!note.empty())
        std::fprintf(stderr, "warning: %s\n", note.c_str());
    fmt::print("imported: {}\n", run.string());
    return kDone;
}

int datasetVerb(const DatasetArguments& a)
{
    Json base = Json::object();
    if (!a.preset.empty())
        base["data"] = presetByName(a.preset).document.value("data", Json::object());
    const Json document = a.settings.document(base), data = merged(defaultsOf(DatasetArguments::dataSchema()), document.value("data", Json::object()));
    a.settings.require(document, "data.source");
    if (a.settings.isDryRun())
        return a.settings.reportDryRun({{"data", data}}, estimatePacking(data));
    if (a.out.empty())
        throw Error(ErrorCode::BadOption, "--out: name the folder for the packed set");
    RunControl control;
    const Interrupts interrupts(control, WhenStopped::Ends);
    Json facts;
    {
        ProgressLine progress(control, a.settings.wantsJson());
        facts = packDataset(data, a.out, control, progress);
    }
    if (a.settings.wantsJson())
        printJson(facts);
    else
        printFacts(facts, 0);
    return control.isStopping() ? kStopped : kDone;
}

}  // namespace

void addModelVerbs(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<Arguments>();

    CLI::App* describe_ = app.add_subcommand("describe", "Say what a data set, run, checkpoint, safetensors file or diffusers folder holds");
    describe_->add_option("path", a->path, "What to describe")->required();
    describe_->add_flag("--json", a->json, "Print as JSON");
    describe_->callback([a, &chosen] {
        chosen = [a] {
            const Json facts = describe(a->path);
            if (a->json)
                printJson(facts);
            else
                printFacts(facts, 0);
            return kDone;
        };
    });

    CLI::App* export_ = app.add_subcommand("export", "Write a model for other programs");
    auto x = std::make_shared<ExportArguments>(*export_);
    x->settings.nameAll();
    export_->add_option("--out", x->out, "New folder");
    export_->callback([x, &chosen] { chosen = [x] { return exportVerb(*x); }; });

    CLI::App* import_ = app.add_subcommand("import", "Take a diffusers folder into a project as a teacher");
    import_->add_option("folder", a->path, "Diffusers folder")->required();
    import_->add_option("--project", a->project, "Folder of the project")->required();
    import_->add_option("--name", a->name, "Name of the run's folder");
    import_->add_flag("--json", a->json, "Print as JSON");
    import_->callback([a, &chosen] { chosen = [a] { return importVerb(*a); }; });

    CLI::App* dataset = app.add_subcommand("dataset", "Pack a folder or ZIP of images and say what is in it");
    auto d = std::make_shared<DatasetArguments>(*dataset);
    d->settings.name("data.source", "--data", "Folder of images, ZIP, packed set, or 'sprites'");
    d->settings.nameAll();
    dataset->add_option("--preset", d->preset, "Prepare the images as this preset of a run does");
    dataset->add_option("--out", d->out, "Folder for the packed set");
    dataset->callback([d, &chosen] { chosen = [d] { return datasetVerb(*d); }; });

    CLI::App* selftest_ = app.add_subcommand("selftest", "Check layers, samplers and gradients of a device against the CPU in 64 bit");
    selftest_->add_option("--device", a->device, "cpu or cuda:N; every device that is there when left out");
    selftest_->add_flag("--json", a->json, "Print as JSON");
    selftest_->callback([a, &chosen] { chosen = [a] { return selftestVerb(*a); }; });

    CLI::App* bench_ = app.add_subcommand("bench", "Measure the speed of training and sampling on three networks");
    auto b = std::make_shared<BenchArguments>(*bench_);
    b->settings.nameAll();
    bench_->callback([b, &chosen] { chosen = [b] { return benchVerb(*b); }; });
}

}  // namespace potstill
