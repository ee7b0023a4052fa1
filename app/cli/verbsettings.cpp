#include "app/cli/verbsettings.h"

#include "app/cli/progressline.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/resources.h"
#include "engine/io/checkpointchoice.h"
#include "engine/io/jsonfile.h"

#include <fmt/format.h>

#include <algorithm>

namespace potstill {

namespace {

std::string helpOf(const FieldInfo& field)
{
    std::string help = field.help;
    if (!field.choices.empty()) {
        std::string values;
        for (const Choice& c : field.choices)
            values += (values.empty() ? "" : ", ") + c.value;
        help += " One of " + values + ".";
    }
    const bool isNone = field.defaultValue == "" || field.defaultValue == Json::array();
    return isNone ? help : fmt::format("{} Default: {}{}", help, field.defaultValue.dump(), field.unit.empty() ? "" : " " + field.unit);
}

}  // namespace

std::string VerbSettings::optionOf(const std::string& path)
{
    std::string name = path.substr(path.rfind('.') + 1);
    std::replace(name.begin(), name.end(), '_', '-');
    return "--" + name;
}

VerbSettings::VerbSettings(CLI::App& verb, OptionSchema schema) : m_verb(verb), m_schema(std::move(schema))
{
    verb.add_option("--config", m_config, "JSON file with settings, each under its key; what --dry-run --json prints under \"options\" works as it is");
    verb.add_option("--set", m_assignments, "path.to.option=value, as often as you like")->take_all()->allow_extra_args(false);
    verb.add_flag("--dry-run", m_isDryRun, "Print the resolved settings and an estimate of memory and disk, do nothing");
    verb.add_flag("--json", m_wantsJson, "Print the result as JSON, no progress");
}

void VerbSettings::name(const std::string& path, const std::string& option, const std::string& help)
{
    const FieldInfo* field = m_schema.find(path);
    if (!field)
        throw Error(ErrorCode::Internal, fmt::format("the verb '{}' has no setting '{}'", m_verb.get_name(), path));
    Name& name = m_names[path];
    name.option = option.empty() ? optionOf(path) : option;
    name.cli = m_verb.add_option(name.option, name.text, help.empty() ? helpOf(*field) : help);
    if (field->kind == FieldKind::Bool)
        name.cli->expected(0, 1);  // alone it means true
}

void VerbSettings::nameAll()
{
    for (const std::string& path : m_schema.paths())
        if (!m_names.contains(path))
            name(path);
}

Json VerbSettings::named() const
{
    Json document = Json::object();
    for (const auto& [path, name] : m_names)
        if (name.cli->count() > 0)
            set(document, name.option, path + "=" + (name.text.empty() && m_schema.find(path)->kind == FieldKind::Bool ? "true" : name.text));
    return document;
}

void VerbSettings::set(Json& document, const std::string& option, const std::string& assignment) const
{
    try {
        setFromText(document, m_schema, assignment);
    } catch (const Error& e) {
        throw Error(e.code(), fmt::format("{}: {}", option, e.what()));
    }
}

Json VerbSettings::document(const Json& base, const Json& fixed) const
{
    Json document = base;
    if (!m_config.empty()) {
        const Json file = readJsonFile(m_config);
        const Json& settings = file.is_object() && file.contains("options") ? file["options"] : file;
        if (const Issues issues = checkAgainstSchema(settings, m_schema); hasErrors(issues))
            throw Error(ErrorCode::BadOption, fmt::format("{}: {}", m_config, toText(issues)));
        document = merged(document, settings);
    }
    document = merged(merged(document, fixed), named());
    for (const std::string& assignment : m_assignments)
        set(document, "--set", assignment);
    return document;
}

void VerbSettings::require(const Json& document, const std::string& path) const
{
    if (const Json value = valueAt(document, path); value.is_string() && !value.get<std::string>().empty())
        return;
    const auto name = m_names.find(path);
    throw Error(ErrorCode::BadOption, fmt::format("{}: {}", name == m_names.end() ? path : name->second.option, m_schema.find(path)->help));
}

int VerbSettings::reportDryRun(const Json& options, const RunEstimate& e, double seconds) const
{
    if (m_wantsJson) {
        Json estimate = {{"parameters", e.parameters}, {"memory_bytes", e.memoryBytes}, {"disk_bytes", e.diskBytes}};
        if (seconds > 0)
            estimate["seconds"] = seconds;
        printJson({{"options", options}, {"estimate", estimate}});
        return kDone;
    }
    printJson(options);
    if (e.parameters > 0)
        fmt::print("{} parameters, ", e.parameters);
    fmt::print("about {:.0f} MB of memory, {:.1f} MB of disk{}\n", static_cast<double>(e.memoryBytes) / 1e6, static_cast<double>(e.diskBytes) / 1e6,
               seconds > 0 ? fmt::format(", {} on this machine's CPU", durationText(seconds)) : "");
    return kDone;
}

CheckpointOption::CheckpointOption(CLI::App& verb) { verb.add_option("--checkpoint", m_name, "Of a run: newest, best (as training.keep_best keeps it), or its number of images"); }

void CheckpointOption::apply(Json& document) const
{
    if (!m_name.empty())
        document["model"] = checkpointByName(resolveModelPath(document["model"].get<std::string>(), "."), m_name).string();
}

}  // namespace potstill
