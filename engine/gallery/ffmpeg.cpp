#include "engine/gallery/ffmpeg.h"

#include "engine/core/error.h"
#include "engine/gallery/animationexport.h"
#include "engine/io/atomicfile.h"
#include "engine/io/posix.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace potstill {

namespace fs = std::filesystem;

fs::path findFfmpeg()
{
    const char* path = std::getenv("PATH");
    std::string folders = path ? path : "";
    for (std::size_t at = 0; at <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', at), folders.size());
        const fs::path program = fs::path(folders.substr(at, end - at)) / "ffmpeg";
        if (end > at && ::access(program.c_str(), X_OK) == 0 && fs::is_regular_file(program))
            return program;
        at = end + 1;
    }
    return {};
}

Ffmpeg::Ffmpeg(const fs::path& file, int width, int height, double rate) : m_file(file)
{
    const fs::path program = findFfmpeg();
    if (program.empty())
        throw Error(ErrorCode::Unsupported, "MP4 needs the program ffmpeg, and PATH names none");
    m_temporary = fs::absolute(file).parent_path() / fmt::format(".{}.tmp-{}.mp4", file.filename().string(), ::getpid());
    m_log = m_temporary.string() + ".log";
    const std::string size = fmt::format("{}x{}", width, height), speed = fmt::format("{:.6f}", rate), out = m_temporary.string(), name = program.string();
    std::vector<const char*> arguments = {name.c_str(), "-y",         "-loglevel", "error",       "-f",   "rawvideo", "-pix_fmt",  "rgb24",
                                          "-s",         size.c_str(), "-r",        speed.c_str(), "-i",   "-",        "-vf",       "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                                          "-c:v",       "libx264",    "-pix_fmt",  "yuv420p",     "-crf", "12",       "-movflags", "+faststart",
                                          out.c_str(),  nullptr};
    // A socket rather than a pipe: writing to a program that has ended gives an error then (MSG_NOSIGNAL), not a signal that ends this one.
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throwSystemError(errno, "open a channel to ffmpeg for", file);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, m_log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int failed = ::posix_spawn(&m_process, name.c_str(), &actions, nullptr, const_cast<char**>(arguments.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    m_input = ends[0];
    if (failed) {
        m_process = -1;
        ::close(m_input);
        throwSystemError(failed, "start ffmpeg for", file);
    }
}

Ffmpeg::~Ffmpeg()
{
    if (m_input >= 0)
        ::close(m_input);
    if (m_process > 0) {
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }
    std::error_code error;
    fs::remove(m_temporary, error);
    fs::remove(m_log, error);
}

void Ffmpeg::add(const Image& frame)
{
    const std::uint8_t* data = frame.pixels.data();
    for (std::size_t left = frame.pixels.size(); left > 0;) {
        const ssize_t n = ::send(m_input, data, left, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            fail();
        data += n;
        left -= static_cast<std::size_t>(n);
    }
}

void Ffmpeg::finish()
{
    ::close(std::exchange(m_input, -1));
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {}
    m_process = -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail();
    std::error_code error;
    fs::rename(m_temporary, m_file, error);
    if (error)
        throwSystemError(error.value(), "give the finished video its name", m_file);
}

void Ffmpeg::fail()
{
    std::string said;
    try {
        said = readFile(m_log, 1 << 20).substr(0, 400);
    } catch (const Error&) {  // it said nothing
    }
    throw Error(ErrorCode::Io, fmt::format("{}: ffmpeg could not make the video: {}", m_file.string(), said.empty() ? "it ended without a word" : said));
}

}  // namespace potstill
