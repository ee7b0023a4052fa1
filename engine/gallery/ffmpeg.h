#pragma once

#include "engine/core/image.h"

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace potstill {

/// A running ffmpeg that takes RGB frames and writes an H.264 video in an MP4, beside its final name until finish(). Destroyed before, it is ended and leaves nothing.
class Ffmpeg {
public:
    /// Width and height in pixels (odd ones get a border of one pixel: H.264 wants even ones), frames per second. Throws Error(Unsupported) without an ffmpeg on PATH.
    Ffmpeg(const std::filesystem::path& file, int width, int height, double rate);
    ~Ffmpeg();
    Ffmpeg(const Ffmpeg&) = delete;
    Ffmpeg& operator=(const Ffmpeg&) = delete;
    /// An RGB image of the size given. Throws Error(Io) with what ffmpeg said when it has ended by itself.
    void add(const Image& frame);
    void finish();

private:
    [[noreturn]] void fail();

    std::filesystem::path m_file, m_temporary, m_log;
    pid_t m_process = -1;
    int m_input = -1;
};

}  // namespace potstill
