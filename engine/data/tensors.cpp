#include "engine/data/dataset.h"

#include <fmt/format.h>

namespace potstill {

torch::Tensor toModelRange(const torch::Tensor& bytes)
{
    if (bytes.scalar_type() != torch::kUInt8)
        throw Error(ErrorCode::Internal, fmt::format("toModelRange: images are {}, not uint8", c10::toString(bytes.scalar_type())));
    return bytes.to(torch::kFloat32).mul_(1.0f / 127.5f).sub_(1.0f);
}

torch::Tensor toBytes(const torch::Tensor& images) { return images.detach().to(torch::kFloat32).clamp(-1, 1).add_(1.0f).mul_(127.5f).round_().to(torch::kUInt8); }

Image imageFromTensor(const torch::Tensor& chw)
{
    if (chw.dim() != 3 || (chw.size(0) != 1 && chw.size(0) != 3 && chw.size(0) != 4))
        throw Error(ErrorCode::Internal, fmt::format("imageFromTensor: the shape is [{}], not [1, 3 or 4, H, W]", fmt::join(chw.sizes(), ", ")));
    const torch::Tensor bytes = (chw.scalar_type() == torch::kUInt8 ? chw : toBytes(chw)).to(torch::kCPU).permute({1, 2, 0}).contiguous();  // [H, W, C]
    Image image(static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)), static_cast<int>(bytes.size(2)));
    std::copy_n(bytes.data_ptr<std::uint8_t>(), image.pixels.size(), image.pixels.begin());
    return image;
}

std::vector<Image> imagesFromTensor(const torch::Tensor& nchw)
{
    const torch::Tensor bytes = (nchw.scalar_type() == torch::kUInt8 ? nchw : toBytes(nchw)).to(torch::kCPU);
    std::vector<Image> images;
    for (std::int64_t i = 0; i < bytes.size(0); ++i)
        images.push_back(imageFromTensor(bytes[i]));
    return images;
}

}  // namespace potstill
