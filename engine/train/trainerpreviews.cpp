#include "engine/train/methods.h"
#include "engine/train/trainerimpl.h"

namespace potstill {

namespace {

/// The network works with its averages while this lives.
class WithAverages {
public:
    WithAverages(UNet& network, const UNet& averages)
    {
        const auto own = network.namedWeights(), other = averages.namedWeights();
        for (std::size_t i = 0; i < own.size(); ++i) {
            m_weights.emplace_back(own[i].second, own[i].second.detach());
            m_weights.back().first.set_data(other[i].second.detach());
        }
    }
    ~WithAverages()
    {
        for (auto& [weight, raw] : m_weights)
            weight.set_data(raw);
    }
    WithAverages(const WithAverages&) = delete;
    WithAverages& operator=(const WithAverages&) = delete;

private:
    std::vector<std::pair<torch::Tensor, torch::Tensor>> m_weights;  // of the network, and what they held
};

}  // namespace

void Trainer::Impl::preview(Weights weights)
{
#ifdef POTSTILL_HAS_IMAGING
    // The raw weights of the same moment lie beside the averages; first, so that the distance below is that of the averages.
    Model raw = modelWith(Weights::Raw);
    const PreviewSheet rawSheet = previewer->sample(raw, shop.teacher ? &*shop.teacher : nullptr, imagesSeen, Weights::Raw, [this] { poll(); });
    writing([&] { writePreview(rawSheet, "raw", shop.model.toJson(), runFolder); });
    if (const PreviewSheet networks = previewer->networks(*shop.method, shop.model, imagesSeen, [this] { poll(); }); !networks.columns.empty())
        writing([&] { writePreview(networks, "networks", shop.model.toJson(), runFolder); });
#endif
    Model model = modelWith(weights);
    PreviewSheet sheet = previewer->sample(model, shop.teacher ? &*shop.teacher : nullptr, imagesSeen, weights, [this] { poll(); });
    StatPoint point{imagesSeen, wallBefore + secondsSince(sessionStart), {}};
    if (figuresAt != imagesSeen)
        figures.clear();
    figuresAt = imagesSeen;
    if (previewer->teacherDistance() >= 0)
        point.values.emplace_back("teacher_distance", figures["teacher_distance"] = previewer->teacherDistance());
    if (shop.options.data.holdOut > 0 && methodByName(shop.options.method).hasLossOfImages(shop.options))
        point.values.emplace_back("held_out_loss", figures["held_out_loss"] = averagedLoss(BatchLoader::Part::HeldOut));
    if (!point.values.empty()) {
        writing([&] { stats->append(point); });
        observer.onStats(point);
    }
    writing([&] { sheet.file = writePreview(sheet, weights == Weights::Ema ? "ema" : "raw", shop.model.toJson(), runFolder); });
    observer.onPreview(sheet);
}

/// Loss of the averages, which are what is kept and sampled.
double Trainer::Impl::averagedLoss(BatchLoader::Part which)
{
    torch::NoGradGuard noGrad;
    const WithAverages averages(*shop.model.network, *emaNetwork);
    const auto seed = static_cast<std::uint64_t>(shop.options.seed);
    // The same images and the same noise each time, so that the curve shows the network alone.
    BatchLoader part(shop.data, shop.options.training.batch, false, shop.options.data.holdOut, which, seed, 0);
    double sum = 0;
    const std::int64_t count = std::clamp<std::int64_t>(part.partSize() / shop.options.training.batch, 1, 8);
    for (std::int64_t i = 0; i < count; ++i) {
        const Batch batch = onDevice(part.next());
        Rng rng = Rng(seed).fork("held-out", static_cast<std::uint64_t>(i));
        sum += phases[0].loss({batch, rng, imagesSeen, 0, [this] { poll(); }}).loss.item<double>();
    }
    return sum / static_cast<double>(count);
}

}  // namespace potstill
