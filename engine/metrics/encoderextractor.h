#pragma once

#include "engine/diffusion/denoiser.h"

#include <torch/types.h>

#include <memory>
#include <string>

namespace potstill {

/// Noise over image, s/a, of the level at which an encoder looks: ten grey values. It is near t = 0.05 of the cosine schedule, where heads on a teacher's encoder tell images well; given as a ratio it is
/// the same level under every schedule.
inline constexpr double kEncoderNoise = 0.08;
/// Width of a feature vector of an encoder, at most.
inline constexpr std::int64_t kEncoderFeatures = 128;

/// The projection of wider features: [width, kEncoderFeatures], independent normal numbers of variance 1/kEncoderFeatures, the same for every network of that width. The ratio of a squared distance
/// after it to that before is chi-squared with kEncoderFeatures degrees of freedom over their number: 1, with a standard deviation of 0.125.
torch::Tensor encoderProjection(std::int64_t width);

/// The encoder of a diffusion network as a feature network, for data without labels. An image x0 is given as a(t) x0 at the fixed level kEncoderNoise: the mean of what the network saw there in
/// training, without noise, so that the features depend on the image alone. They are the means over space of the deepest level and of the middle block (where there is one), which see most of the image;
/// more than kEncoderFeatures of them are brought to as many by encoderProjection(), which about keeps distances, so that as few images suffice as for the classifier. A network that knows
/// classes is asked for "no class".
class EncoderExtractor {
public:
    /// `model` names the network in name(); `weightsHash` is the SHA-256 of its weight file, "" = that of the weights is made here.
    EncoderExtractor(std::shared_ptr<NetworkDenoiser> denoiser, std::string model, std::string weightsHash);
    /// Features [N, D] (float32, CPU) of images [N, C, H, W] in [-1, 1], in batches, on the network's device.
    torch::Tensor features(const torch::Tensor& images) const;
    /// "teacher's encoder MODEL 1a2b3c4d5e6f"
    std::string name() const;
    const std::string& hash() const { return m_hash; }

private:
    std::shared_ptr<NetworkDenoiser> m_denoiser;
    std::string m_model, m_hash;
    torch::Tensor m_projection;  // [D of the network, kEncoderFeatures], on the CPU; undefined = none is needed
};

}  // namespace potstill
