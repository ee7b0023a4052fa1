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
    if (options.imagineFlash.teacherGuidance > 0 && !teacher->hasNoClass)
        throw Error(ErrorCode::BadOption,
                    fmt::format("imagine_flash.teacher_guidance: the teacher '{}' was trained without dropped labels, so it cannot be guided; set it to 0", options.teacher));
    student.studentGrid = options.imagineFlash.timeGrid();
    student.sampler.clipX0 = options.imagineFlash.clipX0;
    student.sampler.noiseCorrection = options.imagineFlash.noiseCorrection;
    student.bakedGuidance = options.imagineFlash.teacherGuidance;
    return makeImagineFlash(options.imagineFlash, *teacher, student.network, init);
}

double imagineFlashPasses(const RunOptions& options)
{
    const ImagineFlashOptions& f = options.imagineFlash;
    return 3 + f.teacherSteps * (f.teacherGuidance > 0 ? 2 : 1) + (f.backwardDistillation ? (f.steps - 1) / 2.0 : 0) + (f.adversarial ? 3 : 0);
}

}  // namespace

const std::vector<MethodEntry>& methods()
{
    static const std::vector<MethodEntry> all = {
        {"diffusion", "Diffusion", "teacher", "diffusion", [](const RunOptions& o) { return o.diffusion.validate(); }, [](const RunOptions&) { return true; },
         [](const RunOptions&) { return true; }, [](const RunOptions&) { return 3.0; }, diffusion},
        {"imagine-flash", "Imagine Flash", "student", "imagine_flash", [](const RunOptions& o) { return o.imagineFlash.validate(); },
         [](const RunOptions& o) { return o.imagineFlash.usesImages(); }, [](const RunOptions& o) { return !o.imagineFlash.backwardDistillation; }, imagineFlashPasses,
         imagineFlash},
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
