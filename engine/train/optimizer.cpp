#include "engine/train/optimizer.h"

#include "engine/core/error.h"

#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_norm.h>
#include <ATen/ops/_fused_adam.h>
#include <ATen/ops/_fused_adamw.h>

namespace potstill {

Adam::Adam(Named parameters, const Options& options) : m_parameters(std::move(parameters)), m_options(options)
{
    torch::NoGradGuard noGrad;
    for (const auto& [name, p] : m_parameters) {
        m_expAvg.push_back(torch::zeros_like(p));
        m_expAvgSq.push_back(torch::zeros_like(p));
        m_steps.push_back(torch::zeros({}, p.options().dtype(torch::kFloat32).requires_grad(false)));
    }
}

void Adam::zeroGrad()
{
    for (auto& [name, p] : m_parameters)
        p.mutable_grad().reset();
}

std::vector<torch::Tensor> Adam::gradients() const
{
    std::vector<torch::Tensor> grads;
    for (const auto& [name, p] : m_parameters)
        if (p.grad().defined())
            grads.push_back(p.grad());
    return grads;
}

torch::Tensor Adam::clipGradients(double maxNorm)
{
    torch::NoGradGuard noGrad;
    const std::vector<torch::Tensor> grads = gradients();
    if (grads.empty())
        return torch::zeros({});
    const torch::Tensor norm = torch::stack(at::_foreach_norm(grads, 2)).norm();
    if (maxNorm > 0)
        at::_foreach_mul_(grads, (maxNorm / (norm + 1e-6)).clamp_max(1.0));
    return norm;
}

void Adam::step(double learningRate)
{
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> p, g, m, v, s;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (!m_parameters[i].second.grad().defined())
            continue;
        p.push_back(m_parameters[i].second);
        g.push_back(p.back().grad());
        m.push_back(m_expAvg[i]);
        v.push_back(m_expAvgSq[i]);
        m_steps[i] += 1;
        s.push_back(m_steps[i]);
    }
    if (p.empty())
        return;
    const auto& o = m_options;
    if (o.decoupled)
        at::_fused_adamw_(p, g, m, v, {}, s, learningRate, o.beta1, o.beta2, o.weightDecay, o.eps, false, false);
    else
        at::_fused_adam_(p, g, m, v, {}, s, learningRate, o.beta1, o.beta2, o.weightDecay, o.eps, false, false);
}

void Adam::save(TensorMap& out, const std::string& prefix) const
{
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const std::string& name = m_parameters[i].first;
        out[prefix + ".exp_avg." + name] = m_expAvg[i];
        out[prefix + ".exp_avg_sq." + name] = m_expAvgSq[i];
        out[prefix + ".step." + name] = m_steps[i];
    }
}

void Adam::load(const TensorMap& in, const std::string& prefix)
{
    torch::NoGradGuard noGrad;
    const auto take = [&](const std::string& key, torch::Tensor& to) {
        const auto it = in.find(key);
        if (it == in.end() || it->second.sizes() != to.sizes())
            throw Error(ErrorCode::BadFile, "optimizer.safetensors: tensor '" + key + "' is missing or has another shape than the network's");
        to.copy_(it->second);
    };
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const std::string& name = m_parameters[i].first;
        take(prefix + ".exp_avg." + name, m_expAvg[i]);
        take(prefix + ".exp_avg_sq." + name, m_expAvgSq[i]);
        take(prefix + ".step." + name, m_steps[i]);
    }
}

}  // namespace potstill
