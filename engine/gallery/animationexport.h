#pragma once

#include "engine/gallery/exportoptions.h"
#include "engine/gallery/exportrun.h"

namespace potstill {

/// The images in order as GIF, WebP or MP4, all of one size (else Error(BadOption) naming the image). MP4 is encoded by the ffmpeg program that PATH names; without one
/// Error(Unsupported) says so.
ExportResult exportAnimation(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const std::filesystem::path& file, RunControl& control,
                             RunObserver& observer);

/// The ffmpeg program of PATH, "" without one.
std::filesystem::path findFfmpeg();

}  // namespace potstill
