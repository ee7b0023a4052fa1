#pragma once

#include "engine/distill/method.h"
#include "engine/model/model.h"

#include <memory>
#include <string>
#include <vector>

namespace potstill {

struct RunOptions;

/// What the program knows of a method of training. A new one: its pair of files in distill/, its section in RunOptions and its line in methods.cpp.
struct MethodEntry {
    std::string name;     ///< as in config.json, "imagine-flash"
    std::string title;    ///< "Imagine Flash"
    std::string kind;     ///< what it makes: teacher | student
    std::string section;  ///< its own settings in config.json, "imagine_flash"
    /// Rules of its own settings.
    Issues (*validate)(const RunOptions& options);
    /// Whether real images take part.
    bool (*usesImages)(const RunOptions& options);
    /// Whether the first phase's loss is that of given images, so that held-out ones have a loss of their own.
    bool (*hasLossOfImages)(const RunOptions& options);
    /// Roughly, how many forward passes an image costs; a backward pass counts two.
    double (*passes)(const RunOptions& options);
    /// `model` has the network to be trained, on the device: a new one, or a copy of the teacher's; the method adds what it decides about sampling. `teacher` is null where `kind` is teacher.
    /// Error(BadOption) for a teacher that it cannot learn from.
    std::unique_ptr<Method> (*make)(const RunOptions& options, const Model* teacher, Model& model, Rng init);
};

const std::vector<MethodEntry>& methods();
/// Null where there is none of that name.
const MethodEntry* findMethod(const std::string& name);
/// Error(BadOption) where there is none of that name.
const MethodEntry& methodByName(const std::string& name);

}  // namespace potstill
