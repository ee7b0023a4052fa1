#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/core/process.h"
#include "engine/jobs/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace {

/// Names of options of the verb that was used, for "did you mean".
std::vector<std::string> optionNames(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands())
        for (const CLI::Option* option : verb->get_options())
            for (const std::string& name : option->get_lnames())
                names.push_back("--" + name);
    if (names.empty())
        for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(verb->get_name());
    return names;
}

int usageError(const CLI::App& app, const CLI::ParseError& e, int argc, char** argv)
{
    std::fprintf(stderr, "%s\n", e.what());
    const std::vector<std::string> known = optionNames(app);
    for (int i = 1; i < argc; ++i) {
        const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
        if ((word.rfind("--", 0) == 0 || i == 1) && std::find(known.begin(), known.end(), word) == known.end())
            if (const std::string near = potstill::nearestMatch(word, known); !near.empty() && word != "--help")
                std::fprintf(stderr, "did you mean '%s' instead of '%s'?\n", near.c_str(), word.c_str());
    }
    std::fputs("see potstill-cli --help, or potstill-cli VERB --help\n", stderr);
    return potstill::kBadInput;
}

/// The sentence for people, and for programs that asked for JSON an object in place of the result.
void reportError(const char* message, const char* code, int argc, char** argv)
{
    std::fprintf(stderr, "potstill-cli: %s\n", message);
    if (std::any_of(argv, argv + argc, [](const char* word) { return std::string(word) == "--json"; }))
        potstill::printJson({{"error", {{"code", code}, {"message", message}}}});
}

}  // namespace

int main(int argc, char** argv)
{
    using namespace potstill;
    settleProcess(argv);
    CLI::App app("Distils diffusion models and samples them, without a window.", "potstill-cli");
    app.require_subcommand(1);
    app.set_version_flag("--version", "potstill-cli " + programVersion());
    app.footer("Exit codes: 0 done, 1 failed, 2 bad usage or bad input, 3 stopped.");
    Chosen chosen;
    try {
        addRunVerbs(app, chosen);
        addSampleVerbs(app, chosen);
        addModelVerbs(app, chosen);
        addGalleryVerb(app, chosen);
        addDemoVerb(app, chosen);
        addQueueVerb(app, chosen);
        addReproduceVerb(app, chosen);
        addVoteVerb(app, chosen);
        app.parse(argc, argv);
        return chosen();
    } catch (const CLI::Success& e) {
        return app.exit(e);
    } catch (const CLI::ParseError& e) {
        return usageError(app, e, argc, argv);
    } catch (const Error& e) {
        reportError(e.what(), std::string(errorCodeName(e.code())).c_str(), argc, argv);
        return e.isBadInput() ? kBadInput : kFailed;
    } catch (const std::exception& e) {
        reportError(e.what(), "internal", argc, argv);
        return kFailed;
    }
}
