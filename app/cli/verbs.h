#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace potstill {

/// Exit codes of potstill-cli.
enum ExitCode { kDone = 0, kFailed = 1, kBadInput = 2, kStopped = 3 };

/// Adds a verb to the program; what the person chose is run afterwards through *chosen.
using Chosen = std::function<int()>;
void addRunVerbs(CLI::App& app, Chosen& chosen);       // train, distill
void addSampleVerbs(CLI::App& app, Chosen& chosen);    // sample, evaluate
void addModelVerbs(CLI::App& app, Chosen& chosen);     // describe, export, import, dataset, selftest, bench
void addGalleryVerb(CLI::App& app, Chosen& chosen);    // gallery
void addDemoVerb(CLI::App& app, Chosen& chosen);       // demo
void addQueueVerb(CLI::App& app, Chosen& chosen);      // queue
void addReproduceVerb(CLI::App& app, Chosen& chosen);  // reproduce
void addVoteVerb(CLI::App& app, Chosen& chosen);       // votes

}  // namespace potstill
