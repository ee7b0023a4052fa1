#pragma once

#include "engine/tensor/rng.h"

#include <torch/types.h>

#include <filesystem>
#include <memory>
#include <string>

namespace potstill {

/// A feature network from a TorchScript file, called as inception-2015-12-05.pt wants it: forward(images in 0..255 [N, 3, H, W], return_features=True) gives [N, D].
/// Such a file is code. It is opened only from a path that a person named for this purpose, never from a project or a model's folder.
class ScriptedExtractor {
public:
    /// Error(NotFound | BadFile) where the file is no TorchScript module.
    ScriptedExtractor(const std::filesystem::path& file, const torch::Device& device);
    ~ScriptedExtractor();
    /// Features [N, D] (float32, CPU) of images [N, C, H, W] in [-1, 1], in batches; one channel is repeated to three.
    torch::Tensor features(const torch::Tensor& images) const;
    /// "NAME.pt 1a2b3c4d5e6f"
    std::string name() const;
    const std::string& hash() const { return m_hash; }
    /// The network that the Fréchet inception distance is defined with, told by its file's name.
    bool isInception() const { return m_file == "inception-2015-12-05.pt"; }

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    std::string m_file, m_hash;
};

}  // namespace potstill
