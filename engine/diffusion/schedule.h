#pragma once

#include "engine/core/options.h"

#include <torch/types.h>

#include <string>
#include <vector>

namespace potstill {

/// Noise schedule x_t = a(t) x0 + s(t) e over continuous time t in (0, 1]. A value type, cheap to copy.
/// Time convention: the network receives 1000 t - 1, so that t = (i+1)/N is the integer timestep i of an N-step table.
class NoiseSchedule {
public:
    enum class Kind {
        Cosine,         ///< a = cos(pi t/2), s = sin(pi t/2), with a(1) = 0 and s(1) = 1 exactly
        Table,          ///< variance preserving, from a table of betas (linear, scaled linear, imported ...), interpolated in log-SNR
        RectifiedFlow,  ///< a = 1 - t, s = t
        Edm,            ///< a = 1, s = sigma: t is mapped to sigma by the rho = 7 curve (or a geometric one), t = 1 is sigmaMax; the network receives ln(sigma)/4
    };

    static NoiseSchedule cosine();
    /// betas linear from 1e-4 to 0.02 over 1000 steps.
    static NoiseSchedule linear();
    /// Any table; zeroTerminalSnr rescales sqrt(alpha-bar) so that the last is exactly 0 (Lin et al. 2024).
    /// terminalAlphaBar > 0 takes the place of the last alpha-bar afterwards (some samplers of diffusers divide by it), even where it lies above the one before.
    static NoiseSchedule fromBetas(std::vector<double> betas, bool zeroTerminalSnr = false, double terminalAlphaBar = 0);
    static NoiseSchedule rectifiedFlow();
    static NoiseSchedule edm(double sigmaMin = 0.002, double sigmaMax = 80, double sigmaData = 0.5, double rho = 7);
    /// EDM's levels for consistency models (Song et al. 2023): the network receives 250 ln(sigma), and the scalings make x0 = x at sigmaMin.
    static NoiseSchedule consistency(double sigmaMin = 0.002, double sigmaMax = 80, double sigmaData = 0.5, double rho = 7);
    /// The variance-exploding process of score models (Song et al. 2021, arXiv 2011.13456, equation 30): sigma = sigmaMin (sigmaMax/sigmaMin)^t. The levels are those of images in [-1, 1]; such
    /// networks take images in [0, 1], where noise is half as large, and receive that sigma/2.
    static NoiseSchedule scoreSde(double sigmaMin = 0.02, double sigmaMax = 2696);

    Kind kind() const { return m_kind; }
    /// Human name: "cosine", "linear", ...; a table that is not one of ours is "table".
    const std::string& name() const { return m_name; }

    /// Share of the clean image, in [0, 1]; t <= 0 is the clean image itself (1).
    double alpha(double t) const;
    /// Standard deviation of the noise, >= 0; 0 for the clean image.
    double sigma(double t) const;
    /// ln(a^2/s^2); +-infinity at the ends where they are exact.
    double logSnr(double t) const;
    /// Inverse of logSnr, clamped to [tMin, 1].
    double timeFromLogSnr(double logSnr) const;
    /// The same for tensors of times [N], float64 inside, returned in float32 with shape [N, 1, 1, 1], on the device of t.
    torch::Tensor alpha(const torch::Tensor& t) const;
    torch::Tensor sigma(const torch::Tensor& t) const;
    /// What the network is given for times [N]: 1000 t - 1 (N t - 1 for a table of N steps), ln(sigma)/4 for EDM, sigma/2 for score models. float32.
    torch::Tensor networkTime(const torch::Tensor& t) const;
    double networkTime(double t) const;

    /// The least time a sampler goes to before the last step to the clean image: 1/N for tables, 1e-3 for continuous schedules, 0 for EDM's sigmaMin.
    double tMin() const;
    /// Standard deviation of the start: x_T = startScale() z.
    double startScale() const { return sigma(1.0); }
    /// True when a(1) == 0 exactly.
    bool hasZeroTerminalSnr() const { return alpha(1.0) == 0.0; }

    double sigmaMin() const { return m_sigmaMin; }
    double sigmaMax() const { return m_sigmaMax; }
    double sigmaData() const { return m_sigmaData; }
    double rho() const { return m_rho; }
    /// The sigma at which the EDM scalings pass x through: 0, or sigmaMin for consistency models.
    double boundary() const { return m_isConsistency ? m_sigmaMin : 0; }
    /// Integer time steps: the length of a table, 1000 for the continuous schedules.
    int steps() const { return m_kind == Kind::Table ? static_cast<int>(m_logSnr.size()) : 1000; }
    /// Betas of an N-step table that reproduce this schedule at t = (i+1)/N (for diffusers' trained_betas). Throws Error(Unsupported) for EDM and flow.
    std::vector<double> betas(int steps = 1000) const;

    Json toJson() const;
    static NoiseSchedule fromJson(const Json& json);

private:
    Kind m_kind = Kind::Cosine;
    std::string m_name = "cosine";
    std::vector<double> m_betas;
    std::vector<double> m_logSnr;  // at t = (i+1)/N
    bool m_zeroTerminalSnr = false;
    double m_terminalAlphaBar = 0;
    bool m_isConsistency = false;
    bool m_isGeometric = false;
    double m_sigmaMin = 0.002, m_sigmaMax = 80, m_sigmaData = 0.5, m_rho = 7;
};

}  // namespace potstill
