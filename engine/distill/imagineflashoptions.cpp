#include "engine/distill/imagineflash.h"

#include "engine/core/issuecodes.h"

#include <fmt/format.h>

#include <cmath>

namespace potstill {

const FieldTable<ImagineFlashOptions>& ImagineFlashOptions::table()
{
    static const FieldTable<ImagineFlashOptions> fields = [] {
        using I = ImagineFlashOptions;
        const std::string paper = "https://arxiv.org/abs/2405.05224";
        FieldTable<I> t("Imagine Flash", "Backward distillation with a shifted reconstruction loss and an adversarial term: a student of 1 to 3 steps.");
        t.integer("steps", &I::steps)
            .label("Student steps")
            .symbol("N")
            .range(1, 8)
            .link(paper)
            .help("Calls of the student on its full time grid. Fewer steps are read off after fewer calls, so one student serves 1 to N steps.");
        t.list("grid", &I::grid)
            .label("Time grid")
            .symbol("τ")
            .range(0, 1)
            .advanced()
            .help("Times of the student's calls, beginning with 1 and decreasing. Empty = evenly spaced. It is stored with the student.");
        t.flag("bd", &I::backwardDistillation)
            .label("Backward distillation")
            .link(paper)
            .help("Train the student on its own path from pure noise, as it will be used. Off: on noised data images (forward distillation).");
        t.flag("srl", &I::srl)
            .label("Shifted reconstruction")
            .link(paper)
            .help("The teacher starts from the student's own prediction, noised again at a shifted time. Off: it starts from the student's input.");
        t.choice("renoise", &I::renoise, {{Renoise::Own, "own", "Own noise"}, {Renoise::Fresh, "fresh", "Fresh noise"}})
            .label("Noise for the shift")
            .usedWhen("imagine_flash.srl", {true})
            .help(
                "Which noise is put on the student's prediction: its own predicted noise keeps every mode on small budgets; fresh noise, as published, needs the adversarial "
                "term.");
        t.number("gamma_min", &I::gammaMin)
            .label("Shift at t = 0")
            .symbol("γ min")
            .range(0, 1)
            .usedWhen("imagine_flash.srl", {true})
            .advanced()
            .help("The noise level of the shift at the end of sampling.");
        t.number("gamma_max", &I::gammaMax)
            .label("Shift at t = 1")
            .symbol("γ max")
            .range(0, 1)
            .usedWhen("imagine_flash.srl", {true})
            .help("The noise level of the shift at the start of sampling: high keeps only the layout of the student's image and lets the teacher redo the rest.");
        t.number("gamma_exponent", &I::gammaExponent)
            .label("Shift exponent")
            .range(0.1, 10)
            .usedWhen("imagine_flash.srl", {true})
            .advanced()
            .help("Bends the curve between both ends: 1 is a straight line. The published curve is not public.");
        t.flag("gamma_identity", &I::gammaIdentity).label("No shift (γ = t)").usedWhen("imagine_flash.srl", {true}).advanced().help("Put the noise back at the time it came from.");
        t.integer("teacher_steps", &I::teacherSteps)
            .label("Teacher steps")
            .symbol("k")
            .range(1, 100)
            .help("Solver steps of the teacher from the shifted time to its clean image. Too few give noisy targets, each costs time. Not public; 8 works on small images.");
        t.choice("teacher_solver", &I::teacherSolver, {{SamplerKind::Dpm2M, "dpmpp_2m", "DPM-Solver++ (2M)"}, {SamplerKind::Ddim, "ddim", "DDIM"}})
            .label("Teacher solver")
            .advanced()
            .help("How the teacher gets to its clean image. The second-order solver reaches in half the steps what DDIM reaches.");
        t.choice("reconstruction", &I::reconstruction, {{Reconstruction::Squared, "squared", "Squared error"}, {Reconstruction::PseudoHuber, "pseudo_huber", "Pseudo-Huber"}})
            .label("Reconstruction loss")
            .link("https://arxiv.org/abs/2310.14189")
            .advanced()
            .help(
                "How the student's image is held against the teacher's. The squared error (as published) is led by the first step, where errors are large; Pseudo-Huber lets every "
                "image weigh "
                "alike, so the last step's detail is learned, too.");
        t.number("teacher_guidance", &I::teacherGuidance)
            .label("Teacher guidance")
            .range(0, 30)
            .advanced()
            .help("Classifier-free guidance of the teacher, which the student learns to give in a single call. 0 = off.");
        t.flag("adversarial", &I::adversarial)
            .label("Adversarial term")
            .link(paper)
            .help("Small heads on the frozen teacher's own features tell real images from the student's and sharpen them.");
        t.number("adversarial_weight", &I::adversarialWeight)
            .label("Adversarial weight")
            .range(0, 10)
            .usedWhen("imagine_flash.adversarial", {true})
            .advanced()
            .help("Weight of the adversarial term beside the reconstruction.");
        t.number("adversarial_time_min", &I::adversarialTimeMin)
            .label("Noise of the heads, from")
            .range(0.001, 1)
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help("Least noise level at which the heads see images.");
        t.number("adversarial_time_max", &I::adversarialTimeMax)
            .label("Noise of the heads, to")
            .range(0.001, 1)
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help("Largest noise level at which the heads see images.");
        t.number("discriminator_lr_factor", &I::discriminatorLrFactor)
            .label("Learning rate of the heads")
            .unit("x")
            .range(0.01, 100)
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help("In units of the run's learning rate.");
        t.integer("discriminator_width", &I::discriminatorWidth)
            .label("Width of the heads")
            .unit("channels")
            .range(8, 1024)
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help("Channels inside each head.");
        t.flag("discriminator_spectral_norm", &I::discriminatorSpectralNorm)
            .label("Spectral norm of the heads")
            .link("https://arxiv.org/abs/1802.05957")
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help(
                "Divides each convolution of the heads by its largest singular value, so that they cannot grow steep. Projected discriminators have it; the paper does not say "
                "what its "
                "heads have.");
        t.choice(
             "discriminator_mixing", &I::discriminatorMixing,
             {{FeatureMixing::Kind::None, "none", "None"}, {FeatureMixing::Kind::Channels, "channels", "Channels"}, {FeatureMixing::Kind::Scales, "scales", "Channels and scales"}})
            .label("Mixing of the features")
            .link("https://arxiv.org/abs/2111.01007")
            .usedWhen("imagine_flash.adversarial", {true})
            .expert()
            .help(
                "Frozen random convolutions between the teacher's features and the heads, which keep the heads from settling on a few channels. Projected discriminators mix "
                "channels "
                "and scales; the paper does not say what its heads see.");
        t.flag("clip_x0", &I::clipX0)
            .label("Clip the student's images")
            .advanced()
            .help(
                "Keeps the student's image within the range of pixels before the next step and before the teacher looks at it, in training and in sampling. For ε teachers on a "
                "schedule that does not end in pure noise: there the first step divides by a small signal, and small errors become huge. The paper does not mention it.");
        t.flag("noise_correction", &I::noiseCorrection)
            .label("Noise correction")
            .link(paper)
            .help("When sampling: use the true noise at the first step. Changes nothing for velocity prediction with a schedule that ends in pure noise.");
        return t;
    }();
    return fields;
}

double ImagineFlashOptions::gamma(double t) const { return gammaIdentity ? t : gammaMin + (gammaMax - gammaMin) * std::pow(t, gammaExponent); }

TimeGrid ImagineFlashOptions::timeGrid() const
{
    if (!grid.empty())
        return grid;
    TimeGrid even;
    for (int i = 0; i < steps; ++i)
        even.push_back(static_cast<double>(steps - i) / steps);
    return even;
}

DiscriminatorOptions ImagineFlashOptions::discriminator() const
{
    using Norm = DiscriminatorHead::WeightNorm;
    return {discriminatorWidth, discriminatorSpectralNorm ? Norm::Spectral : Norm::None, discriminatorMixing};
}

Issues ImagineFlashOptions::validate() const
{
    Issues issues;
    using Arguments = decltype(Issue::arguments);
    const auto fail = [&](const char* path, IssueCode code, std::string message, Arguments arguments = {}) {
        issues.push_back({Issue::Severity::Error, path, std::move(message), code.name(), std::move(arguments)});
    };
    const auto text = [](double value) { return fmt::format("{}", value); };
    if (!grid.empty()) {
        if (static_cast<int>(grid.size()) != steps)
            fail("imagine_flash.grid", "grid-length", fmt::format("it has {} times for {} steps; give one time per step, or none", grid.size(), steps),
                 {{"times", fmt::format("{}", grid.size())}, {"steps", fmt::format("{}", steps)}});
        if (grid.front() != 1.0)
            fail("imagine_flash.grid", "grid-begin", fmt::format("it begins with {}; sampling starts from pure noise, so it must begin with 1", grid.front()),
                 {{"first", text(grid.front())}});
        for (std::size_t i = 1; i < grid.size(); ++i)
            if (grid[i] >= grid[i - 1] || grid[i] <= 0)
                fail("imagine_flash.grid", "grid-order", fmt::format("{} after {}; times must decrease and stay above 0", grid[i], grid[i - 1]),
                     {{"time", text(grid[i])}, {"before", text(grid[i - 1])}});
    }
    if (gammaMin > gammaMax)
        fail("imagine_flash.gamma_min", "shift-order", fmt::format("{} is above gamma_max = {}; the shift must grow with the noise", gammaMin, gammaMax),
             {{"min", text(gammaMin)}, {"max", text(gammaMax)}});
    if (srl && !gammaIdentity && gammaMax <= 0)
        fail("imagine_flash.gamma_max", "shift-of-nothing", "with 0 the teacher is shown the student's own image without noise and has nothing to repair; choose up to 1");
    if (adversarial && adversarialTimeMin > adversarialTimeMax)
        fail("imagine_flash.adversarial_time_min", "heads-order", fmt::format("{} is above adversarial_time_max = {}", adversarialTimeMin, adversarialTimeMax),
             {{"min", text(adversarialTimeMin)}, {"max", text(adversarialTimeMax)}});
    if (srl && renoise == Renoise::Fresh && !adversarial)
        issues.push_back({Issue::Severity::Warning, "imagine_flash.renoise",
                          "fresh noise without the adversarial term tends to collapse to one picture; use own noise or switch the term on", IssueCode("fresh-alone").name()});
    return issues;
}

}  // namespace potstill
