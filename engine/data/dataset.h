#pragma once

#include "engine/core/options.h"
#include "engine/core/runcontrol.h"
#include "engine/core/runobserver.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

/// Where training images come from and how they are prepared.
struct DataOptions {
    std::string source = "sprites";  ///< "sprites", or a folder of images, a packed set (.safetensors), an EDM-style ZIP
    int imageSize = 32;
    int channels = 3;
    bool labels = true;                  ///< class folders (or dataset.json) give labels
    bool flip = false;                   ///< random horizontal flip while training
    double holdOut = 0;                  ///< share of the images kept out of training, in [0, 0.5]
    std::string background = "#ffffff";  ///< colour behind transparent pixels
    std::int64_t maxImages = 0;          ///< 0 = all
    static const FieldTable<DataOptions>& table();
    bool operator==(const DataOptions&) const = default;
};

/// Images in memory or mapped: uint8 [N, C, H, W] and labels [N].
class Dataset {
public:
    virtual ~Dataset() = default;
    virtual std::int64_t size() const = 0;  ///< number of images; the sprites are endless and report 1 << 40
    virtual bool isEndless() const { return false; }
    virtual std::int64_t classCount() const = 0;  ///< 0 = no labels
    virtual const std::vector<std::string>& classNames() const = 0;
    virtual int imageSize() const = 0;
    virtual int channels() const = 0;
    /// uint8 [n, C, H, W] and int64 labels [n] (undefined without classes) of the given indices. Thread-safe.
    virtual std::pair<torch::Tensor, torch::Tensor> get(const std::vector<std::int64_t>& indices) const = 0;
    /// Images of each class (empty for endless sets).
    virtual std::vector<std::int64_t> classCounts() const { return {}; }
    /// SHA-256 that identifies content and preparation; part of every figure that is reported.
    virtual std::string fingerprint() const = 0;
    /// Facts for people: number of images, skipped files, rotated, alpha, ... as JSON.
    virtual Json facts() const = 0;
};

/// Facts whose "notes" and "skipped", which a set keeps as lines of RunWarning, are English sentences.
Json factsInSentences(const Dataset& data);

/// Leaves openDataset when the control asks to stop while it packs; nothing is kept.
class PackingStopped final : public Error {
public:
    explicit PackingStopped(const std::string& source);
};

/// Opens what options.source names. A folder or ZIP is packed on first use into cacheFolder (one safetensors file of uint8 images and labels with provenance), memory-mapped from then on, and
/// repacked when files or settings changed. Unreadable files are listed by name and skipped; above 5 % the set is refused. Progress and stop through observer and control (both may be null).
std::shared_ptr<const Dataset> openDataset(const DataOptions& options, const std::filesystem::path& cacheFolder, RunControl* control = nullptr, RunObserver* observer = nullptr);

/// uint8 [N,C,H,W] to float32 in [-1, 1].
torch::Tensor toModelRange(const torch::Tensor& bytes);
/// float [N,C,H,W] in [-1, 1] (clamped) to uint8, rounded to nearest.
torch::Tensor toBytes(const torch::Tensor& images);
/// One image of a uint8 [C,H,W] or float [-1,1] [C,H,W] tensor.
Image imageFromTensor(const torch::Tensor& chw);
std::vector<Image> imagesFromTensor(const torch::Tensor& nchw);

}  // namespace potstill
