#include "engine/train/methods.h"

#include "engine/train/runoptions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace potstill {

namespace {

std::unique_ptr<Method> diffusion(const RunOptions& options, const Model* /*teacher*/, Model& model, Rng /*init*/)
{
    return makeDiffusionTraining(options.diffusion, model.network, model.hasNoClass ? model.classCount() : -1);
}

std::unique_ptr<Method> imagineFlash(const RunOptions& options, const Model* teacher, Model& student, Rng init)
{
    student.studentGrid = options.imagineFlash.timeGrid();
    student.sampler.noiseCorrection = options.imagineFlash.noiseCorrection;
    student.bakedGuidance = options.imagineFlash.teacherGuidance;
    return makeImagineFlash(options.imagineFlash, *teacher, student.network, init);
}

}  // namespace

const std::vector<MethodEntry>& methods()
{
    static const std::vector<MethodEntry> all = {
        {"diffusion", "Diffusion", "teacher", [](const RunOptions& o) { return o.diffusion.validate(); }, diffusion},
        {"imagine-flash", "Imagine Flash", "student", [](const RunOptions& o) { return o.imagineFlash.validate(); }, imagineFlash},
    };
    return all;
}

const MethodEntry* findMethod(const std::string& name)
{
    const auto it = std::find_if(methods().begin(), methods().end(), [&](const MethodEntry& m) { return m.name == name; });
    return it == methods().end() ? nullptr : &*it;
}

const MethodEntry& methodByName(const std::string& name)
{
    if (const MethodEntry* method = findMethod(name))
        return *method;
    std::vector<std::string> names;
    for (const MethodEntry& m : methods())
        names.push_back(m.name);
    throw Error(ErrorCode::BadOption, fmt::format("method: there is no '{}'; there are {}", name, fmt::join(names, ", ")));
}

}  // namespace potstill
