#pragma once

#include "engine/data/dataset.h"

namespace potstill {

/// Stands in where a method takes nothing from images but their number and shape (backward distillation without an adversarial term): grey squares, without end.
class NoImages final : public Dataset {
public:
    NoImages(int imageSize, int channels, std::int64_t classes) : m_size(imageSize), m_channels(channels), m_classNames(static_cast<std::size_t>(classes)) {}
    std::int64_t size() const override { return std::int64_t{1} << 40; }
    bool isEndless() const override { return true; }
    std::int64_t classCount() const override { return static_cast<std::int64_t>(m_classNames.size()); }
    const std::vector<std::string>& classNames() const override { return m_classNames; }
    int imageSize() const override { return m_size; }
    int channels() const override { return m_channels; }
    std::pair<torch::Tensor, torch::Tensor> get(const std::vector<std::int64_t>& indices) const override;
    std::string fingerprint() const override { return "no images"; }
    Json facts() const override { return {{"source", "none"}, {"channels", m_channels}, {"classes", classCount()}}; }

private:
    int m_size;
    int m_channels;
    std::vector<std::string> m_classNames;
};

}  // namespace potstill
