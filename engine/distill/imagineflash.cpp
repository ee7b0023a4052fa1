#include "engine/distill/imagineflash.h"

#include "engine/distill/diversity.h"

#include <torch/nn/functional/activation.h>

#include <fmt/format.h>

namespace potstill {
namespace {

namespace F = torch::nn::functional;

/// c of the pseudo-Huber distance for a mean over values: arXiv 2310.14189 has 0.00054 sqrt(values) for a sum.
constexpr double kHuberScale = 0.00054;
/// Images of the teacher that say what full diversity is: a few of each of some classes, in enough steps to be no blur.
constexpr std::int64_t kReferenceClasses = 16, kReferenceOfClass = 4, kReferenceImages = kReferenceClasses * kReferenceOfClass;
constexpr int kLeastReferenceSteps = 8;

/// Imagine Flash (Kohler et al. 2024, arXiv 2405.05224).
class ImagineFlash final : public Method {
public:
    ImagineFlash(const ImagineFlashOptions& options, const Model& teacher, std::shared_ptr<UNet> student, Rng init)
        : m_options(options),
          m_grid(options.timeGrid()),
          m_teacher(teacher.denoiser()),
          m_student(std::move(student), teacher.parametrisation, teacher.schedule),
          m_classes(teacher.classCount()),
          m_referenceRng(init.fork("diversity"))
    {
        for (const auto& [name, weight] : teacher.network->namedWeights())
            weight.requires_grad_(false);
        if (options.teacherGuidance > 0)
            m_guided = std::make_unique<GuidedDenoiser>(*m_teacher, options.teacherGuidance, m_classes);
        m_walk.clipX0 = options.clipX0;
        // The target is what the teacher's own sampler would show: clipped or thresholded where that is.
        SamplerOptions limits = teacher.sampler;
        limits.kind = options.teacherSolver;
        m_target = std::make_unique<LimitedDenoiser>(m_guided ? static_cast<Denoiser&>(*m_guided) : *m_teacher, limits);
        if (options.adversarial) {
            m_heads = std::make_shared<EncoderDiscriminator>(teacher.network, options.discriminator());
            m_heads->init(init.fork("discriminator"));
            m_heads->to(teacher.network->parameters().front().device());
        }
    }

    UNet& result() override { return m_student.network(); }
    std::vector<double> studentGrid() const override { return m_grid; }
    std::vector<std::pair<std::string, torch::nn::Module*>> auxiliaries() override
    {
        if (!m_heads)
            return {};
        return {{"discriminator", m_heads.get()}};
    }

    NetworkViews views(const torch::Tensor& noise, const torch::Tensor& classes, Rng& rng, const std::function<void()>& poll) override
    {
        torch::NoGradGuard noGrad;
        NetworkViews out;
        const auto add = [&](std::string column, const torch::Tensor& images) {
            out.columns.push_back(std::move(column));
            out.images.push_back(images);
        };
        const Batch batch{noise, classes};
        const StepContext context{batch, rng, 0, 0, poll};
        Start start{m_student.schedule().startScale() * noise, {}, {classes}};
        for (std::size_t stage = 0; stage < m_grid.size(); ++stage) {
            start.t = torch::full({noise.size(0)}, m_grid[stage], noise.options());
            poll();
            const Prediction student = m_student.predict(start.xt, start.t, start.condition);
            add(fmt::format("input, t = {:.2g}", m_grid[stage]), start.xt);
            add(m_heads ? fmt::format("student, {:.0f} % real", 100 * logitsOf(context, student.x0, classes, Heads::Frozen).sigmoid().mean().item<double>()) : "student",
                student.x0);
            add("teacher's answer", teacherTarget(context, start, student));
            if (stage + 1 < m_grid.size())
                start.xt = ddimStep(walked(student, start), m_grid[stage + 1], m_student.schedule());
        }
        return out;
    }

    /// The spread of the teacher's own images, with which that of the student's is compared: the same with and without data, guided where the student's target is, and the same after a resume.
    void prepare(at::IntArrayRef batch, const std::function<void()>& poll) override
    {
        torch::NoGradGuard noGrad;
        const torch::TensorOptions like = torch::TensorOptions(torch::kFloat32).device(result().parameters().front().device());
        Rng rng = m_referenceRng;
        torch::Tensor classes = torch::zeros({kReferenceImages}, torch::kInt64);
        if (m_classes > 0)
            classes = rng.integers(m_classes, {kReferenceClasses}).repeat_interleave(kReferenceOfClass);
        classes = classes.to(like.device());
        std::vector<torch::Tensor> images;
        for (std::int64_t begin = 0; begin < kReferenceImages; begin += batch[0]) {
            const std::int64_t n = std::min(batch[0], kReferenceImages - begin);
            const torch::Tensor noise = m_student.schedule().startScale() * rng.normal({n, batch[1], batch[2], batch[3]}, like);
            Condition condition;
            if (m_classes > 0)
                condition.classes = classes.slice(0, begin, begin + n);
            images.push_back(solveToClean(*m_target, noise, torch::full({n}, m_grid.front(), like), condition, std::max(kLeastReferenceSteps, m_options.teacherSteps),
                                          m_options.teacherSolver, poll));
        }
        m_fullSpread = spreadWithin(torch::cat(images), classes).item<double>();
    }

    std::vector<Phase> phases() override
    {
        std::vector<Phase> phases;
        Phase& student = phases.emplace_back();
        student.name = "student";
        for (const auto& [name, weight] : result().namedWeights())
            student.parameters.push_back(weight);
        student.loss = [this](const StepContext& context) { return studentLoss(context); };
        if (m_heads) {
            Phase& heads = phases.emplace_back();
            heads.name = "discriminator";
            heads.parameters = m_heads->parameters();
            heads.learningRateFactor = m_options.discriminatorLrFactor;
            heads.loss = [this](const StepContext& context) { return discriminatorLoss(context); };
        }
        return phases;
    }

private:
    struct Start {
        torch::Tensor xt;  // [N, C, H, W], detached
        torch::Tensor t;   // [N]
        Condition condition;
    };
    /// What the student made of a micro-batch, kept for the discriminator's turn.
    struct Made {
        torch::Tensor x0;  // [N, C, H, W], detached
        torch::Tensor classes;
    };

    /// What the student's path and the teacher go on from: the prediction, limited as the student's sampler limits it.
    Prediction walked(const Prediction& student, const Start& start) const { return limitedPrediction(student, start.xt, start.t, m_student.schedule(), m_walk); }

    /// Grid index of every image: drawn with equal chances.
    static std::vector<std::int64_t> toVector(const torch::Tensor& t) { return {t.data_ptr<std::int64_t>(), t.data_ptr<std::int64_t>() + t.numel()}; }

    torch::Tensor timesAt(const std::vector<std::int64_t>& index, const torch::Device& device) const
    {
        std::vector<float> times;
        for (std::int64_t i : index)
            times.push_back(static_cast<float>(m_grid[static_cast<std::size_t>(i)]));
        return torch::tensor(times).to(device);
    }

    /// Backward distillation, section 3.1: x_T ~ N(0, I), then the student's own steps down to the drawn time, without gradient. Nothing here comes from the data.
    Start startFromNoise(const StepContext& context, const std::vector<std::int64_t>& index)
    {
        torch::NoGradGuard noGrad;
        const torch::TensorOptions like = context.batch.images.options();
        const auto n = static_cast<std::int64_t>(index.size());
        const auto shape = context.batch.images.sizes();
        Start start;
        start.t = timesAt(index, like.device());
        if (m_classes > 0)
            start.condition.classes = context.rng.integers(m_classes, {n}).to(like.device());
        start.xt = m_student.schedule().startScale() * context.rng.normal(shape, like);
        for (std::size_t stage = 0; stage + 1 < m_grid.size(); ++stage) {
            std::vector<std::int64_t> going;
            for (std::int64_t i = 0; i < n; ++i)
                if (index[static_cast<std::size_t>(i)] > static_cast<std::int64_t>(stage))
                    going.push_back(i);
            if (going.empty())
                break;
            context.poll();
            const torch::Tensor rows = torch::tensor(going).to(like.device());
            Condition condition;
            if (start.condition.classes.defined())
                condition.classes = start.condition.classes.index_select(0, rows);
            const torch::Tensor t = torch::full({static_cast<std::int64_t>(going.size())}, m_grid[stage], like);
            const Start here{start.xt.index_select(0, rows), t, condition};
            const Prediction p = walked(m_student.predict(here.xt, t, condition), here);
            start.xt.index_copy_(0, rows, ddimStep(p, m_grid[stage + 1], m_student.schedule()));
        }
        return start;
    }

    /// Forward distillation, the ablation of 3.1: a noised data image.
    Start startFromData(const StepContext& context, const std::vector<std::int64_t>& index)
    {
        const torch::Tensor& images = context.batch.images;
        Start start;
        start.t = timesAt(index, images.device());
        start.condition.classes = m_classes > 0 ? context.batch.labels : torch::Tensor();
        start.xt = addNoise(images, context.rng.normal(images.sizes(), images.options()), start.t, m_student.schedule());
        return start;
    }

    /// Shifted reconstruction, section 3.2: the teacher's clean image, k steps from the student's prediction noised to gamma(t); with SRL off from x_t itself.
    torch::Tensor teacherTarget(const StepContext& context, const Start& start, const Prediction& student)
    {
        torch::NoGradGuard noGrad;
        Denoiser& teacher = *m_target;
        if (!m_options.srl)
            return solveToClean(teacher, start.xt, start.t, start.condition, m_options.teacherSteps, m_options.teacherSolver, context.poll);
        const Prediction shown = walked({student.x0.detach(), student.eps.detach()}, start);
        const torch::Tensor& x0 = shown.x0;
        const torch::Tensor times = start.t.cpu();
        torch::Tensor shifted = torch::empty_like(times);
        for (std::int64_t i = 0; i < times.numel(); ++i)
            shifted[i] = std::max(m_options.gamma(times[i].item<double>()), m_student.schedule().tMin());
        shifted = shifted.to(x0.device());
        const torch::Tensor noise = m_options.renoise == Renoise::Own ? shown.eps : context.rng.normal(x0.sizes(), x0.options());
        return solveToClean(teacher, addNoise(x0, noise, shifted, m_student.schedule()), shifted, start.condition, m_options.teacherSteps, m_options.teacherSolver, context.poll);
    }

    LossResult studentLoss(const StepContext& context)
    {
        const std::int64_t n = context.batch.images.size(0);
        const std::vector<std::int64_t> index = toVector(context.rng.integers(static_cast<std::int64_t>(m_grid.size()), {n}));
        const Start start = m_options.backwardDistillation ? startFromNoise(context, index) : startFromData(context, index);
        context.poll();
        const Prediction student = m_student.predict(start.xt, start.t, start.condition);
        const torch::Tensor target = teacherTarget(context, start, student);
        torch::Tensor perSample = (target - student.x0).square().flatten(1).mean(1);  // [N]
        if (m_options.reconstruction == Reconstruction::PseudoHuber)
            perSample = (perSample + kHuberScale * kHuberScale).sqrt() - kHuberScale;

        LossResult result;
        result.loss = perSample.mean();
        result.times = start.t;
        result.perSample = perSample.detach();
        result.scalars.emplace_back("reconstruction", result.loss.detach());
        if (m_fullSpread > 0)
            result.scalars.emplace_back("diversity", diversity(student.x0, index, start.condition.classes));
        if (m_heads) {
            const torch::Tensor adversarial = F::softplus(-logitsOf(context, student.x0, start.condition.classes, Heads::Frozen)).mean();
            result.scalars.emplace_back("adversarial", adversarial.detach());
            result.loss = result.loss + m_options.adversarialWeight * adversarial;
        }
        m_made.resize(std::max<std::size_t>(m_made.size(), static_cast<std::size_t>(context.microBatch) + 1));
        m_made[static_cast<std::size_t>(context.microBatch)] = {student.x0.detach(), start.condition.classes};
        return result;
    }

    /// Spread of the student's images of one class at one stage, where nothing but the noise tells them apart, over that of the teacher's: 1 = as diverse, 0 = one picture for each class. NaN, which
    /// no statistics count, in a batch without such a pair.
    torch::Tensor diversity(const torch::Tensor& x0, const std::vector<std::int64_t>& index, const torch::Tensor& classes) const
    {
        torch::Tensor groups = torch::tensor(index).to(x0.device());
        if (classes.defined())
            groups = groups * m_classes + classes;
        return spreadWithin(x0, groups) / m_fullSpread;
    }

    enum class Heads { Frozen, Trained };
    /// Logits of all heads for images put to a random noise level of the set range.
    torch::Tensor logitsOf(const StepContext& context, const torch::Tensor& x0, const torch::Tensor& classes, Heads heads)
    {
        context.poll();
        for (torch::Tensor& parameter : m_heads->parameters())
            parameter.requires_grad_(heads == Heads::Trained);
        const double low = m_options.adversarialTimeMin, high = m_options.adversarialTimeMax;
        const torch::Tensor t = (low + (high - low) * context.rng.uniform({x0.size(0)})).to(x0.device());
        const NoiseSchedule& schedule = m_student.schedule();
        const torch::Tensor noised = addNoise(x0, context.rng.normal(x0.sizes(), x0.options()), t, schedule);
        return m_heads->forward(m_teacher->input(noised, t), schedule.networkTime(t), classes);
    }

    LossResult discriminatorLoss(const StepContext& context)
    {
        const Made& made = m_made[static_cast<std::size_t>(context.microBatch)];
        const torch::Tensor fake = logitsOf(context, made.x0, made.classes, Heads::Trained);
        const torch::Tensor real = logitsOf(context, context.batch.images, m_classes > 0 ? context.batch.labels : torch::Tensor(), Heads::Trained);
        LossResult result;
        result.loss = F::softplus(fake).mean() + F::softplus(-real).mean();
        result.scalars.emplace_back("discriminator", result.loss.detach());
        result.scalars.emplace_back("discriminator_accuracy", ((real > 0).to(torch::kFloat32).mean() + (fake < 0).to(torch::kFloat32).mean()).detach() / 2);
        return result;
    }

    ImagineFlashOptions m_options;
    TimeGrid m_grid;
    std::unique_ptr<NetworkDenoiser> m_teacher;
    std::unique_ptr<GuidedDenoiser> m_guided;
    std::unique_ptr<LimitedDenoiser> m_target;
    NetworkDenoiser m_student;
    SamplerOptions m_walk;
    std::shared_ptr<EncoderDiscriminator> m_heads;
    std::int64_t m_classes;
    Rng m_referenceRng;
    double m_fullSpread = 0;  // 0 until prepared
    std::vector<Made> m_made;
};

}  // namespace

std::unique_ptr<Method> makeImagineFlash(const ImagineFlashOptions& options, const Model& teacher, std::shared_ptr<UNet> student, Rng init)
{
    return std::make_unique<ImagineFlash>(options, teacher, std::move(student), init);
}

}  // namespace potstill
