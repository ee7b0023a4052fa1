#include "engine/train/runoptions.h"

#include "engine/core/issuecodes.h"
#include "engine/train/methods.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace potstill {

namespace {

std::vector<Choice> methodChoices()
{
    std::vector<Choice> choices;
    for (const MethodEntry& m : methods())
        choices.push_back({m.name, m.title});
    return choices;
}

}  // namespace

const FieldTable<NetworkOptions>& NetworkOptions::table()
{
    static const FieldTable<NetworkOptions> fields = [] {
        using N = NetworkOptions;
        FieldTable<N> t("Network", "The U-Net of a new teacher. A student takes its teacher's network.");
        t.integer("channels", &N::channels).label("Channels").range(4, 1024).help("Width of the first level. Cost grows with its square.");
        t.list("multipliers", &N::multipliers)
            .label("Levels")
            .range(1, 64)
            .help("Width of each level in units of the channels, from full resolution down; each level halves the resolution.");
        t.integer("layers_per_block", &N::layersPerBlock)
            .label("Layers per level")
            .range(1, 8)
            .advanced()
            .help("Residual layers in each level on the way down; one more on the way up.");
        t.list("attention_sizes", &N::attentionSizes)
            .label("Attention at")
            .unit("pixels")
            .range(1, 1024)
            .advanced()
            .help("Resolutions at which self-attention is used, for example 16. Empty = none.");
        t.integer("attention_head_dim", &N::attentionHeadDim).label("Head width").unit("channels").range(4, 512).expert().help("Channels of one attention head.");
        t.integer("norm_groups", &N::normGroups).label("Norm groups").range(1, 64).expert().help("Groups of the group norms; must divide the width of every level.");
        t.number("dropout", &N::dropout).label("Dropout").range(0, 0.9).expert().help("Share of activations set to zero while training.");
        return t;
    }();
    return fields;
}

UNetConfig NetworkOptions::unetConfig(const DataOptions& data, std::int64_t classes, bool noClass) const
{
    UNetConfig c;
    c.sampleSize = data.imageSize;
    c.inChannels = c.outChannels = data.channels;
    c.downBlockTypes.clear();
    c.upBlockTypes.clear();
    c.blockOutChannels.clear();
    bool attends = false;
    int size = data.imageSize;
    for (std::size_t level = 0; level < multipliers.size(); ++level) {
        const bool here = std::find(attentionSizes.begin(), attentionSizes.end(), size) != attentionSizes.end();
        attends |= here;
        c.blockOutChannels.push_back(channels * multipliers[level]);
        c.downBlockTypes.push_back(here ? "AttnDownBlock2D" : "DownBlock2D");
        c.upBlockTypes.insert(c.upBlockTypes.begin(), here ? "AttnUpBlock2D" : "UpBlock2D");
        if (level + 1 < multipliers.size())
            size /= 2;
    }
    c.layersPerBlock = layersPerBlock;
    c.normNumGroups = normGroups;
    c.attentionHeadDim = attentionHeadDim;
    c.addAttention = attends;
    c.dropout = dropout;
    if (classes > 0)
        c.numClassEmbeds = classes + (noClass ? 1 : 0);
    return c;
}

const FieldTable<TrainingOptions>& TrainingOptions::table()
{
    static const FieldTable<TrainingOptions> fields = [] {
        using T = TrainingOptions;
        FieldTable<T> t("Training", "Length, optimiser, averaging, checkpoints and previews.");
        t.integer("images", &T::images).label("Images").unit("images").range(1, 1e12).help("Length of the run, counted in images that the network has seen.");
        t.integer("batch", &T::batch).label("Batch").unit("images").range(1, 65536).help("Images of one optimiser step on the device.");
        t.integer("accumulate", &T::accumulate).label("Accumulate").unit("batches").range(1, 1024).advanced().help("Batches whose gradients are added up before a step.");
        t.choice("optimizer", &T::optimizer, {{OptimizerKind::Adam, "adam", "Adam"}, {OptimizerKind::AdamW, "adamw", "AdamW"}})
            .label("Optimiser")
            .advanced()
            .help("AdamW separates weight decay from the gradient.");
        t.number("learning_rate", &T::learningRate).label("Learning rate").above(0).help("Step size of the optimiser after warm-up.");
        t.number("beta1", &T::beta1).label("Adam beta 1").symbol("β₁").range(0, 0.9999).expert().help("Memory of the gradient's mean.");
        t.number("beta2", &T::beta2).label("Adam beta 2").symbol("β₂").range(0, 0.99999).expert().help("Memory of the gradient's square.");
        t.number("eps", &T::eps).label("Adam epsilon").above(0).expert().help("Keeps the division finite.");
        t.number("weight_decay", &T::weightDecay).label("Weight decay").range(0, 10).advanced().help("Pull of the weights towards zero.");
        t.integer("warmup_images", &T::warmupImages).label("Warm-up").unit("images").atLeast(0).advanced().help("The learning rate rises from zero over this many images.");
        t.choice("lr_schedule", &T::lrSchedule,
                 {{LrSchedule::Constant, "constant", "Constant"}, {LrSchedule::Cosine, "cosine", "Cosine"}, {LrSchedule::InverseSqrt, "inverse-sqrt", "Inverse square root"}})
            .label("Learning-rate schedule")
            .advanced()
            .help("How the learning rate goes on after warm-up.");
        t.number("lr_final_factor", &T::lrFinalFactor)
            .label("Final learning rate")
            .unit("x")
            .range(0, 1)
            .advanced()
            .usedWhen("training.lr_schedule", {"cosine"})
            .help("Share of the learning rate that the cosine ends with.");
        t.number("clip_norm", &T::clipNorm).label("Gradient clip").range(0, 1e6).advanced().help("Gradients are scaled down to this norm. 0 = off.");
        t.number("ema_half_life", &T::emaHalfLife)
            .label("EMA half-life")
            .unit("images")
            .above(0)
            .advanced()
            .help("Half-life of the averaged weights, which are what is sampled and exported.");
        t.number("ema_ramp_up", &T::emaRampUp).label("EMA ramp-up").range(0, 1).expert().help("Early on the half-life is at most this share of the images seen. 0 = no ramp.");
        t.choice("precision", &T::precision, {{Precision::Float32, "float32", "32 bit"}, {Precision::BFloat16, "bfloat16", "16 bit (bfloat16)"}})
            .label("Precision")
            .advanced()
            .help("Mixed precision is faster on devices that have it; weights and moments stay 32 bit.");
        t.integer("max_non_finite", &T::maxNonFinite)
            .label("Non-finite steps")
            .unit("in a row")
            .range(1, 1000)
            .expert()
            .help("Steps with a NaN or infinite loss are skipped; after this many in a row the run stops.");
        t.integer("checkpoint_every", &T::checkpointEvery).label("Checkpoint every").unit("images").atLeast(1).advanced().help("How often everything is saved.");
        t.integer("keep_checkpoints", &T::keepCheckpoints).label("Keep").unit("checkpoints").range(1, 10000).advanced().help("Older checkpoints are removed.");
        t.integer("keep_every", &T::keepEvery)
            .label("Keep every")
            .unit("images")
            .atLeast(0)
            .expert()
            .help("The first checkpoint at or after each multiple of this stays for good. 0 = none.");
        t.textChoice("keep_best", &T::keepBest, {{"none", "None"}, {"loss", "Training loss"}, {"held_out_loss", "Held-out loss"}, {"teacher_distance", "Distance to the teacher"}})
            .label("Keep the best by")
            .advanced()
            .help("The checkpoint with the best value of this figure stays for good. The held-out loss needs a held-out part of the data, the distance a student.");
        t.integer("preview_every", &T::previewEvery).label("Preview every").unit("images").atLeast(1).advanced().help("How often a grid of fixed noise is sampled.");
        t.integer("preview_rows", &T::previewRows).label("Preview rows").range(1, 64).advanced().help("Noises in the grid.");
        t.integer("preview_steps", &T::previewSteps)
            .label("Preview steps")
            .unit("steps")
            .range(1, 1000)
            .advanced()
            .help("Sampler steps of the teacher in the grid; each costs two network calls (NFE) where it is guided.");
        t.integer("stats_every", &T::statsEvery).label("Statistics every").unit("images").atLeast(1).expert().help("How often a line of statistics is written.");
        t.number("min_free_disk_gb", &T::minFreeDiskGb).label("Least free disk").unit("GB").range(0, 1e6).expert().help("Below this the run pauses and asks.");
        return t;
    }();
    return fields;
}

const FieldTable<RunOptions>& RunOptions::table()
{
    static const FieldTable<RunOptions> fields = [] {
        using R = RunOptions;
        FieldTable<R> t("Run", "Everything about one run.");
        t.textChoice("kind", &R::kind, {{"teacher", "Teacher"}, {"student", "Student"}}).label("Kind").help("A teacher is trained on data; a student is distilled from a teacher.");
        t.textChoice("method", &R::method, methodChoices()).label("Method").help("How the network is trained.");
        t.path("teacher", &R::teacher).label("Teacher").usedWhen("kind", {"student"}).help("A run, a checkpoint, a diffusers folder, or a bundled model (\"bundled:sprites-v\").");
        t.integer("seed", &R::seed).label("Seed").atLeast(0).help("The same seed, settings and number of threads give the same numbers on the CPU.");
        t.text("device", &R::device).label("Device").advanced().help("auto, cpu or cuda:N.");
        t.integer("threads", &R::threads).label("Threads").range(0, 1024).advanced().help("Compute threads on the CPU. 0 = one per core.");
        t.section("data", &R::data);
        t.section("network", &R::network);
        t.section("diffusion", &R::diffusion);
        t.section("imagine_flash", &R::imagineFlash);
        t.section("training", &R::training);
        return t;
    }();
    return fields;
}

Issues RunOptions::validate() const
{
    Issues issues;
    using Arguments = decltype(Issue::arguments);
    const auto fail = [&](std::string path, IssueCode code, std::string message, Arguments arguments = {}) {
        issues.push_back({Issue::Severity::Error, std::move(path), std::move(message), code.name(), std::move(arguments)});
    };
    const bool isStudent = kind == "student";
    const MethodEntry* entry = findMethod(method);
    if (!entry || entry->kind != kind) {
        std::vector<std::string> fitting;
        for (const MethodEntry& m : methods())
            if (m.kind == kind)
                fitting.push_back(m.name);
        fail("method", isStudent ? IssueCode("method-of-student") : IssueCode("method-of-teacher"),
             fmt::format("'{}' does not make a {}; choose {}", method, kind, fmt::join(fitting, " or ")),
             {{"method", method}, {"fitting", fmt::format("{}", fmt::join(fitting, ", "))}});
    }
    if (data.source.empty() && (!isStudent || !entry || entry->usesImages(*this))) {
        if (isStudent)
            fail("data.source", "student-without-data",
                 "the adversarial term and forward distillation need real images, and the data that the teacher was trained on are not known; name them with --data "
                 "(data.source)");
        else
            fail("data.source", "teacher-without-data", "a teacher needs images: name a folder, a packed set, a ZIP or 'sprites' with --data (data.source)");
    }
    if (isStudent && teacher.empty())
        fail("teacher", "student-without-teacher", "a student needs a teacher: a run, a checkpoint, a diffusers folder or a bundled model");
    if (data.source == "sprites" && data.imageSize != 16 && data.imageSize != 32 && data.imageSize != 64)
        fail("data.image_size", "sprites-size", fmt::format("sprites are drawn at 16, 32 or 64 pixels, not {}", data.imageSize), {{"size", fmt::format("{}", data.imageSize)}});
    if (data.source == "sprites" && data.channels != 3)
        fail("data.channels", "sprites-channels", fmt::format("sprites have 3 channels, not {}", data.channels), {{"channels", fmt::format("{}", data.channels)}});
    const bool hasHeldOutLoss = !entry || entry->hasLossOfImages(*this);
    if (training.keepBest == "held_out_loss" && !hasHeldOutLoss)
        fail("training.keep_best", "student-held-out", "under backward distillation the student is shown no images and has no held-out loss; choose the distance to the teacher");
    else if (training.keepBest == "held_out_loss" && data.holdOut <= 0)
        fail("training.keep_best", "nothing-held-out", "the held-out loss needs a held-out part of the data (data.hold_out above 0)");
    if (data.holdOut > 0 && !hasHeldOutLoss)
        issues.push_back({Issue::Severity::Warning, "data.hold_out",
                          "under backward distillation the student is shown no images, so there is no held-out loss; held-out images are only kept from the discriminator",
                          IssueCode("held-out-unseen").name()});
    if (training.keepBest == "teacher_distance" && !isStudent)
        fail("training.keep_best", "teacher-of-none", "only a student has a distance to its teacher");
    if (training.lrSchedule == LrSchedule::InverseSqrt && training.warmupImages <= 0)
        fail("training.warmup_images", "root-without-warm-up",
             "the inverse square root falls from the end of the warm-up on: without one the learning rate vanishes at once; set a warm-up (training.warmup_images), or another "
             "schedule");
    if (entry)
        for (Issue& i : entry->validate(*this))
            issues.push_back(std::move(i));
    if (isStudent)
        return issues;
    const int levels = static_cast<int>(network.multipliers.size());
    if (levels == 0)
        fail("network.multipliers", "no-levels", "a network needs at least one level, for example 1,2");
    else if (data.imageSize % (1 << std::min(levels - 1, 20)) != 0)
        fail("network.multipliers", "levels-halve",
             fmt::format("{} levels halve the image {} times, but {} pixels cannot be halved that often", levels, levels - 1, data.imageSize),
             {{"levels", fmt::format("{}", levels)}, {"times", fmt::format("{}", levels - 1)}, {"size", fmt::format("{}", data.imageSize)}});
    for (std::int64_t m : network.multipliers)
        if ((network.channels * m) % network.normGroups != 0)
            fail("network.norm_groups", "groups-divide", fmt::format("{} groups do not divide a level of {} channels", network.normGroups, network.channels * m),
                 {{"groups", fmt::format("{}", network.normGroups)}, {"channels", fmt::format("{}", network.channels * m)}});
    int size = data.imageSize;
    for (std::size_t level = 0; level < network.multipliers.size(); ++level, size /= 2) {
        const std::int64_t width = network.channels * network.multipliers[level];
        if (std::find(network.attentionSizes.begin(), network.attentionSizes.end(), size) != network.attentionSizes.end() && width % network.attentionHeadDim != 0)
            fail("network.attention_head_dim", "heads-divide", fmt::format("heads of {} channels do not divide a level of {} channels", network.attentionHeadDim, width),
                 {{"width", fmt::format("{}", network.attentionHeadDim)}, {"channels", fmt::format("{}", width)}});
    }
    return issues;
}

}  // namespace potstill
