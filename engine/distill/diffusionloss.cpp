#include "engine/distill/diffusionloss.h"

#include "engine/core/issuecodes.h"

#include <fmt/format.h>

namespace potstill {
namespace {

/// Weight of each image's squared error. Min-SNR-gamma: Hang et al. 2023 (arXiv 2303.09556), for the three targets of a variance-preserving schedule.
torch::Tensor lossWeights(const DiffusionOptions& options, const torch::Tensor& t, const NoiseSchedule& schedule)
{
    if (options.weighting != "min-snr")
        return {};
    const torch::Tensor alpha = schedule.alpha(t).flatten(), sigma = schedule.sigma(t).flatten();
    const torch::Tensor snr = (alpha / sigma).square().clamp(1e-8, 1e8);
    const torch::Tensor capped = snr.clamp_max(options.minSnrGamma);
    switch (options.parametrisation) {
    case Parametrisation::Eps: return capped / snr;
    case Parametrisation::X0: return capped;
    default: return capped / (snr + 1);
    }
}

class DiffusionTraining final : public Method {
public:
    DiffusionTraining(const DiffusionOptions& options, std::shared_ptr<UNet> network, std::int64_t noClass)
        : m_options(options), m_denoiser(std::move(network), options.parametrisation, options.makeSchedule()), m_noClass(noClass)
    {
    }
    UNet& result() override { return m_denoiser.network(); }
    std::vector<Phase> phases() override
    {
        Phase phase;
        phase.name = "network";
        for (const auto& [name, weight] : result().namedWeights())
            phase.parameters.push_back(weight);
        phase.loss = [this](const StepContext& context) { return loss(context); };
        return {std::move(phase)};
    }

private:
    torch::Tensor drawTimes(std::int64_t n, Rng& rng) const
    {
        const NoiseSchedule& schedule = m_denoiser.schedule();
        if (schedule.kind() != NoiseSchedule::Kind::Edm)
            return schedule.tMin() + (1 - schedule.tMin()) * (1 - rng.uniform({n}));  // (tMin, 1]
        // ln sigma ~ N(-1.2, 1.2^2) (Karras et al. 2022, table 1); a = 1, so log-SNR = -2 ln sigma. What is drawn below sigmaMin stays at it: t = 0 would be the clean image, where
        // the target is 0/0.
        constexpr double kAboveZero = 1e-9;
        torch::Tensor t = torch::empty({n});
        for (std::int64_t i = 0; i < n; ++i)
            t[i] = std::max(schedule.timeFromLogSnr(-2 * (-1.2 + 1.2 * rng.normal())), kAboveZero);
        return t;
    }

    LossResult loss(const StepContext& context)
    {
        context.poll();
        const torch::Tensor& x0 = context.batch.images;
        const std::int64_t n = x0.size(0);
        const torch::Tensor t = drawTimes(n, context.rng).to(x0.device());
        const torch::Tensor eps = context.rng.normal(x0.sizes(), x0.options());
        Condition condition{context.batch.labels};
        if (condition.classes.defined() && m_noClass >= 0 && m_options.labelDropout > 0) {
            const torch::Tensor dropped = (context.rng.uniform({n}) < m_options.labelDropout).to(x0.device());
            condition.classes = condition.classes.masked_fill(dropped, m_noClass);
        }
        const NoiseSchedule& schedule = m_denoiser.schedule();
        const torch::Tensor target = trainingTarget(m_options.parametrisation, x0, eps, t, schedule);
        const torch::Tensor output = m_denoiser.output(addNoise(x0, eps, t, schedule), t, condition);
        torch::Tensor perSample = (output - target).square().flatten(1).mean(1);  // [N]
        LossResult result;
        result.perSample = perSample.detach();
        if (const torch::Tensor weights = lossWeights(m_options, t, schedule); weights.defined())
            perSample = perSample * weights;
        result.loss = perSample.mean();
        result.times = t;
        return result;
    }

    DiffusionOptions m_options;
    NetworkDenoiser m_denoiser;
    std::int64_t m_noClass;
};

}  // namespace

const FieldTable<DiffusionOptions>& DiffusionOptions::table()
{
    static const FieldTable<DiffusionOptions> fields = [] {
        using D = DiffusionOptions;
        FieldTable<D> t("Diffusion", "What the teacher's network predicts and how much noise it sees.");
        t.choice("parametrisation", &D::parametrisation,
                 {{Parametrisation::V, "v", "Velocity v"},
                  {Parametrisation::Eps, "eps", "Noise"},
                  {Parametrisation::X0, "x0", "Clean image"},
                  {Parametrisation::Flow, "flow", "Rectified flow"},
                  {Parametrisation::Edm, "edm", "EDM"}})
            .label("Prediction")
            .help("What the network's output means. Velocity is stable at every noise level and suits one-step students.");
        t.textChoice("schedule", &D::schedule,
                     {{"cosine", "Cosine"}, {"linear", "Linear beta"}, {"linear-zsnr", "Linear beta, zero terminal SNR"}, {"flow", "Straight line"}, {"edm", "EDM"}})
            .label("Noise schedule")
            .help("How signal and noise are mixed over time. Rectified flow and EDM have schedules of their own.");
        t.number("label_dropout", &D::labelDropout)
            .label("Label dropout")
            .range(0, 0.9)
            .help("Share of the labels that are replaced by \"no class\" while training, so that guidance can be used later. 0 = no guidance.");
        t.textChoice("weighting", &D::weighting, {{"uniform", "Uniform"}, {"min-snr", "Min-SNR"}})
            .label("Loss weighting")
            .advanced()
            .help("How noise levels are weighted against each other.")
            .link("https://arxiv.org/abs/2303.09556");
        t.number("min_snr_gamma", &D::minSnrGamma)
            .label("Min-SNR cap")
            .symbol("γ")
            .above(0)
            .advanced()
            .usedWhen("diffusion.weighting", {"min-snr"})
            .help("The signal-to-noise ratio at which the weight is capped.");
        return t;
    }();
    return fields;
}

NoiseSchedule DiffusionOptions::makeSchedule() const
{
    if (schedule == "linear")
        return NoiseSchedule::linear();
    if (schedule == "linear-zsnr")
        return NoiseSchedule::fromBetas(NoiseSchedule::linear().betas(1000), true);
    if (schedule == "flow")
        return NoiseSchedule::rectifiedFlow();
    if (schedule == "edm")
        return NoiseSchedule::edm();
    return NoiseSchedule::cosine();
}

Issues DiffusionOptions::validate() const
{
    Issues issues;
    const auto fail = [&](const char* path, IssueCode code, const char* message) { issues.push_back({Issue::Severity::Error, path, message, code.name()}); };
    if ((parametrisation == Parametrisation::Edm) != (schedule == "edm"))
        fail("diffusion.schedule", "edm-alone", "the EDM prediction and the EDM schedule belong together; choose both or neither");
    if ((parametrisation == Parametrisation::Flow) != (schedule == "flow"))
        fail("diffusion.schedule", "flow-alone", "rectified flow and the straight-line schedule belong together; choose both or neither");
    if (weighting == "min-snr" && (parametrisation == Parametrisation::Flow || parametrisation == Parametrisation::Edm))
        fail("diffusion.weighting", "own-weights",
             "min-SNR weights noise, clean-image and velocity prediction; rectified flow and EDM have weights of their own, so choose 'uniform'");
    if (parametrisation == Parametrisation::Eps && (schedule == "cosine" || schedule == "linear-zsnr"))
        fail("diffusion.parametrisation", "eps-without-signal",
             "noise prediction says nothing where no signal is left (a(1) = 0 in this schedule); choose velocity, or the linear beta schedule");
    return issues;
}

std::unique_ptr<Method> makeDiffusionTraining(const DiffusionOptions& options, std::shared_ptr<UNet> network, std::int64_t noClass)
{
    return std::make_unique<DiffusionTraining>(options, std::move(network), noClass);
}

}  // namespace potstill
