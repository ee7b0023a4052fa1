#pragma once

#include "engine/core/options.h"
#include "engine/jobs/jobs.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>
#include <vector>

namespace potstill {

/// The settings of a verb as one document that fits its field table: from --config FILE, from named options (--noise-seed for noise_seed) and from --set path=value, of which later ones win.
/// Every verb that has settings takes them through this, and has --dry-run and --json beside them.
class VerbSettings {
public:
    VerbSettings(CLI::App& verb, OptionSchema schema);
    // CLI11 keeps pointers into it.
    VerbSettings(const VerbSettings&) = delete;
    VerbSettings& operator=(const VerbSettings&) = delete;

    /// "section.noise_seed" -> "--noise-seed"
    static std::string optionOf(const std::string& path);
    /// A named option for the field at `path`; name and help are the field's own when left out.
    void name(const std::string& path, const std::string& option = "", const std::string& help = "");
    /// A named option for every field that has none yet.
    void nameAll();

    /// What the named options alone say.
    Json named() const;
    /// `base` overlaid with the file of --config (config.json of a run works as it is), then `fixed`, then the named options, then --set. It fits the schema; missing keys are the defaults.
    /// Throws Error(BadOption) that names the option, the setting and the value.
    Json document(const Json& base = Json::object(), const Json& fixed = Json::object()) const;

    /// Throws Error(BadOption) unless the text at `path` is there and not empty.
    void require(const Json& document, const std::string& path) const;
    bool isDryRun() const { return m_isDryRun; }
    bool wantsJson() const { return m_wantsJson; }
    /// What --dry-run prints: every setting, defaults too, and what the job would need. seconds: 0 = not known.
    int reportDryRun(const Json& options, const RunEstimate& estimate, double seconds = 0) const;

private:
    struct Name {
        std::string option;  ///< "--noise-seed"
        std::string text;    ///< as given
        CLI::Option* cli = nullptr;
    };
    void set(Json& document, const std::string& option, const std::string& assignment) const;

    CLI::App& m_verb;
    const OptionSchema m_schema;
    std::map<std::string, Name> m_names;  ///< by path
    std::string m_config;
    std::vector<std::string> m_assignments;
    bool m_isDryRun = false, m_wantsJson = false;
};

/// --checkpoint of a verb that takes a model: which checkpoint of a run stands for it.
class CheckpointOption {
public:
    explicit CheckpointOption(CLI::App& verb);
    CheckpointOption(const CheckpointOption&) = delete;
    CheckpointOption& operator=(const CheckpointOption&) = delete;
    /// Puts the chosen checkpoint in the place of document["model"]. Throws Error(NotFound) saying what there is.
    void apply(Json& document) const;

private:
    std::string m_name;
};

}  // namespace potstill
