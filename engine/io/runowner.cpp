#include "engine/io/runowner.h"

#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"

#include <fmt/format.h>

#include <csignal>
#include <fstream>

#include <unistd.h>

namespace potstill {

namespace {

constexpr const char* kHeadlessProgram = "potstill-cli";

}  // namespace

std::optional<RunOwner> ownerOf(const std::filesystem::path& folder)
{
    if (!RunLock::isHeldByLivingProcess(folder))
        return std::nullopt;
    RunOwner owner;
    try {
        const Json json = readJsonFile(folder / "lock");
        owner.pid = json.value("pid", 0L);
        owner.host = json.value("host", "");
        owner.heartbeatMs = json.value("heartbeat_ms", std::int64_t(0));
    } catch (const std::exception&) {
        return owner;  // held, but its writer is just writing it
    }
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    if (owner.host == host) {
        owner.isThisProcess = owner.pid == ::getpid();
        std::ifstream in(fmt::format("/proc/{}/comm", owner.pid));
        std::getline(in, owner.program);
    }
    return owner;
}

bool askToFinish(const RunOwner& owner)
{
    return owner.pid > 1 && !owner.isThisProcess && owner.program == kHeadlessProgram && ::kill(static_cast<pid_t>(owner.pid), SIGTERM) == 0;
}

}  // namespace potstill
