// What stands in for OpenCV and libpng in a program that was built without them.
#include "engine/imaging/imagefile.h"

#include "engine/core/error.h"
#include "engine/imaging/animation.h"
#include "engine/imaging/text.h"

namespace potstill {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::Unsupported, what + ": this program was built without image files (POTSTILL_IMAGING=OFF)"); }

}  // namespace

Image decodeImage(std::span<const std::uint8_t>, const DecodeOptions&, const std::string& fileName, DecodeNotes*) { refuse(fileName); }
Image readImageFile(const std::filesystem::path& path, const DecodeOptions&, DecodeNotes*) { refuse(path.string()); }
Image cropAndResize(const Image&, int) { refuse("resizing"); }
std::vector<std::uint8_t> encodedPng(const Image&, const std::map<std::string, std::string>&, int) { refuse("a PNG"); }
void writePng(const std::filesystem::path& path, const Image&, const std::map<std::string, std::string>&, int) { refuse(path.string()); }
std::map<std::string, std::string> readPngText(const std::filesystem::path& path) { refuse(path.string()); }

TextSize textSize(const std::string&, double) { return {}; }
void drawText(Image&, const std::string&, int, int, const std::array<std::uint8_t, 3>&, double) {}

class AnimationEncoder::Format {};
AnimationEncoder::AnimationEncoder(AnimationFormat, int width, int height, const AnimationOptions&, Sink) : m_width(width), m_height(height) { refuse("an animation"); }
AnimationEncoder::~AnimationEncoder() = default;
void AnimationEncoder::add(const Image&, int) {}
void AnimationEncoder::finish() {}

}  // namespace potstill
