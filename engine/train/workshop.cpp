#include "engine/train/workshop.h"

#include "engine/core/resources.h"
#include "engine/data/noimages.h"
#include "engine/tensor/device.h"
#include "engine/train/methods.h"

#include <fmt/format.h>

namespace potstill {
namespace {

Model newTeacher(const RunOptions& options, const Dataset& data)
{
    Model model;
    const bool isConditional = options.data.labels && data.classCount() > 0;
    model.parametrisation = options.diffusion.parametrisation;
    model.schedule = options.diffusion.makeSchedule();
    if (model.schedule.kind() == NoiseSchedule::Kind::Edm) {
        model.sampler.kind = SamplerKind::Heun;
        model.spacing = GridSpacing::Karras;
    }
    model.hasNoClass = isConditional && options.diffusion.labelDropout > 0;
    model.imageSize = options.data.imageSize;
    if (isConditional)
        model.classNames = data.classNames();
    const UNetConfig config = options.network.unetConfig(options.data, isConditional ? data.classCount() : 0, model.hasNoClass);
    model.network = std::make_shared<UNet>(config);
    model.network->init(Rng(static_cast<std::uint64_t>(options.seed)).fork("init"));
    return model;
}

void checkThatDataFits(const Model& teacher, const RunOptions& options, const Dataset& data)
{
    if (teacher.imageSize != 0 && teacher.imageSize != data.imageSize())
        throw Error(ErrorCode::BadOption, fmt::format("data.image_size: {} pixels, but the teacher '{}' was made for {}", data.imageSize(), options.teacher, teacher.imageSize));
    if (teacher.network->config().inChannels != data.channels())
        throw Error(ErrorCode::BadOption, fmt::format("data.channels: {}, but the teacher '{}' takes {}", data.channels(), options.teacher, teacher.network->config().inChannels));
    if (teacher.classCount() > 0 && methodByName(options.method).usesImages(options) && data.classCount() != teacher.classCount())
        throw Error(ErrorCode::BadOption, fmt::format("data.source: '{}' has {} classes, but the teacher '{}' knows {}; give the data it was trained on", options.data.source,
                                                      data.classCount(), options.teacher, teacher.classCount()));
}

}  // namespace

std::filesystem::path cacheFolderOf(const std::filesystem::path& project) { return project / "cache"; }

Workshop buildWorkshop(const RunOptions& options, const std::filesystem::path& project, RunControl& control, RunObserver& observer)
{
    if (const Issues issues = options.validate(); hasErrors(issues))
        throw Error(ErrorCode::BadOption, toText(issues));
    Workshop shop;
    shop.options = options;
    shop.device = deviceFromName(options.device);
    if (options.training.precision == Precision::BFloat16 && !hasBFloat16(shop.device))
        throw Error(ErrorCode::BadOption, fmt::format("training.precision: {} has no bfloat16 (compute capability 8.0 and later have); choose float32", shop.device.str()));
    if (options.kind == "student")
        shop.teacher = loadModel(resolveModelPath(options.teacher, project), shop.device);
    if (options.kind == "student" && options.data.source.empty())
        shop.data = std::make_shared<NoImages>(options.data.imageSize, options.data.channels, shop.teacher->classCount());
    else
        shop.data = openDataset(options.data, cacheFolderOf(project), &control, &observer);
    if (options.kind == "student") {
        checkThatDataFits(*shop.teacher, options, *shop.data);
        shop.model = *shop.teacher;
        shop.model.network = shop.teacher->network->copy(true);
        // The student is sampled as it is trained: plain DDIM steps on its own grid. What an import says about sampling its teacher holds for the teacher alone.
        shop.model.sampler = {};
        shop.model.spacing = GridSpacing::Time;
        shop.model.stepsOffset = 0;
        shop.model.samplerNote.reset();
        shop.model.notes.clear();
    } else {
        shop.model = newTeacher(options, *shop.data);
        shop.model.network->to(shop.device);
    }
    shop.method = methodByName(options.method).make(options, shop.teacher ? &*shop.teacher : nullptr, shop.model, Rng(static_cast<std::uint64_t>(options.seed)).fork("init"));
    return shop;
}

}  // namespace potstill
