#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/resources.h"
#include "engine/io/checkpointchoice.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

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
    std::string path, checkpoint, out, format = "diffusers", licence = "unknown", weights = "ema", project, name, data, device, networks = "S,M,L";
    std::vector<std::string> settings;
    bool json = false, half = false;
    int threads = 0, rounds = 5;
    double seconds = 4;
};

/// Every device that is there, unless one was named.
int selftestVerb(const Arguments& a)
{
    Json devices = Json::array();
    bool passed = true;
    for (const std::string& device : a.device.empty() ? computeDevices() : std::vector<std::string>{a.device}) {
        devices.push_back(selftest(device));
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

int benchVerb(const Arguments& a)
{
    const Json result = bench(a.device.empty() ? "cpu" : a.device, a.threads, a.seconds, a.rounds, namesFromText(a.networks, {"S", "M", "L"}, "--networks"));
    if (a.json) {
        printJson(result);
        return kDone;
    }
    for (const Json& n : result.at("networks"))
        fmt::print("{}  {:>10} parameters  train {:8.1f} images/s  sample {:8.1f} images/s\n", n.value("name", ""), n.value("parameters", std::int64_t(0)),
                   n.value("train_images_per_s", 0.0), n.value("sample_images_per_s", 0.0));
    return kDone;
}

int datasetVerb(const Arguments& a)
{
    Json section = {{"source", a.data}};
    Json document = {{"data", section}};
    for (const std::string& s : a.settings)
        setFromText(document, runSchema(), s);
    RunControl control;
    const Interrupts interrupts(control);
    Json facts;
    {
        ProgressLine progress(control, a.json);
        facts = packDataset(document["data"], a.out, control, progress);
    }
    if (a.json)
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
    export_->add_option("--model", a->path, "Run, checkpoint or bundled:NAME")->required();
    export_->add_option("--checkpoint", a->checkpoint, "Of a run: newest, best (as training.keep_best keeps it), or its number of images");
    export_->add_option("--to", a->format, "diffusers or potstill")->check(CLI::IsMember({"diffusers", "potstill"}));
    export_->add_option("--out", a->out, "New folder")->required();
    export_->add_option("--licence", a->licence, "Licence named in the model card");
    export_->add_option("--weights", a->weights, "ema or raw")->check(CLI::IsMember({"ema", "raw"}));
    export_->add_flag("--half", a->half, "16-bit weights");
    export_->callback([a, &chosen] {
        chosen = [a] {
            const std::string model = a->checkpoint.empty() ? a->path : checkpointByName(resolveModelPath(a->path, "."), a->checkpoint).string();
            RunControl control;
            ProgressLine progress(control, true);  // for its warnings alone
            exportModel(model, a->format, a->out, {{"licence", a->licence}, {"half_precision", a->half}, {"weights", a->weights}}, &control, &progress);
            fmt::print("written: {}\n", a->out);
            return kDone;
        };
    });

    CLI::App* import_ = app.add_subcommand("import", "Take a diffusers folder into a project as a teacher");
    import_->add_option("folder", a->path, "Diffusers folder")->required();
    import_->add_option("--project", a->project, "Folder of the project")->required();
    import_->add_option("--name", a->name, "Name of the run's folder");
    import_->callback([a, &chosen] {
        chosen = [a] {
            fmt::print("imported: {}\n", importModel(a->path, a->project, a->name).string());
            return kDone;
        };
    });

    CLI::App* dataset = app.add_subcommand("dataset", "Pack a folder or ZIP of images and say what is in it");
    dataset->add_option("--data", a->data, "Folder of images, ZIP, packed set, or 'sprites'")->required();
    dataset->add_option("--out", a->out, "Folder for the packed set")->required();
    dataset->add_option("--set", a->settings, "data.option=value, as often as you like")->take_all()->allow_extra_args(false);
    dataset->add_flag("--json", a->json, "Print as JSON");
    dataset->callback([a, &chosen] { chosen = [a] { return datasetVerb(*a); }; });

    CLI::App* selftest_ = app.add_subcommand("selftest", "Check layers, samplers and gradients of a device against the CPU in 64 bit");
    selftest_->add_option("--device", a->device, "cpu or cuda:N; every device that is there when left out");
    selftest_->add_flag("--json", a->json, "Print as JSON");
    selftest_->callback([a, &chosen] { chosen = [a] { return selftestVerb(*a); }; });

    CLI::App* bench_ = app.add_subcommand("bench", "Measure the speed of training and sampling on three networks");
    bench_->add_option("--device", a->device, "cpu or cuda:N; the CPU when left out");
    bench_->add_option("--threads", a->threads, "Compute threads on the CPU; 0 = one per core")->check(CLI::NonNegativeNumber);
    bench_->add_option("--networks", a->networks, "Which of S, M, L");
    bench_->add_option("--seconds", a->seconds, "Length of one measurement")->check(CLI::PositiveNumber);
    bench_->add_option("--rounds", a->rounds, "Measurements of each, of which the median counts")->check(CLI::PositiveNumber);
    bench_->add_flag("--json", a->json, "Print as JSON");
    bench_->callback([a, &chosen] { chosen = [a] { return benchVerb(*a); }; });
}

}  // namespace potstill
