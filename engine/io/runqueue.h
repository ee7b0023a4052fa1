#pragma once

#include "engine/core/options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace potstill {

/// One setting of a sweep and the values that it takes in turn.
struct SweepAxis {
    std::string path;  ///< "seed", "imagine_flash.srl"
    std::vector<Json> values;
    bool operator==(const SweepAxis&) const = default;
};

/// Reads "seed=0,1,2 imagine_flash.srl=true,false": axes parted by spaces or semicolons, values by commas (those of list settings by '|').
/// Throws Error(BadOption) naming the setting and the value.
std::vector<SweepAxis> sweepFromText(std::string_view text, const OptionSchema& schema);
std::string textFromSweep(const std::vector<SweepAxis>& sweep);

/// What waits in a queue: new runs (one, or all combinations of a sweep), or a run to go on with.
struct QueueEntry {
    std::string id;                  ///< UUID
    std::string name;                ///< of the run folders that it makes; "" = made from the settings
    Json document = Json::object();  ///< settings; ignored when `resume` is set
    std::vector<SweepAxis> sweep;
    std::string resume;         ///< run folder, relative to the project ("runs/00003-x"); "" = new runs
    std::int64_t extendTo = 0;  ///< with `resume`: the run goes on to this many images, past its end too; 0 = as it was set up
    std::int64_t begun = 0;     ///< combinations that were taken already
    std::string branchOf;       ///< checkpoint that new runs go on from, relative to the project ("runs/00003-x/checkpoints/000000500"); "" = from their beginning
    bool operator==(const QueueEntry&) const = default;

    /// Number of combinations; 1 without a sweep.
    std::int64_t count() const;
    /// Settings of combination i; the last axis runs fastest.
    Json documentOf(std::int64_t i) const;
    /// "seed 1, srl true"; "" without a sweep.
    std::string labelOf(std::int64_t i) const;
    /// Name of the run folder of combination i; "" when there is neither a name nor a sweep.
    std::string nameOf(std::int64_t i) const;
};

/// What a worker does next.
struct QueuedRun {
    std::string entryId;
    std::int64_t index = 0;
    std::string name;
    Json document;
    std::filesystem::path resume;    ///< absolute run folder to go on with; "" = a new run
    std::int64_t extendTo = 0;       ///< as in the entry
    std::filesystem::path branchOf;  ///< absolute checkpoint that a new run goes on from; "" = from its beginning
};

/// PROJECT/queue.json: runs that are done one after the other. Several programs may use it at once: each change reads, changes and replaces the file under a lock of its own.
/// Functions that name an entry which is no longer there do nothing.
class RunQueue {
public:
    explicit RunQueue(std::filesystem::path project) : m_project(std::move(project)) {}

    /// Throws Error(BadFile) for a damaged file, which stays as it is.
    std::vector<QueueEntry> entries() const;
    bool continuesAfterFailure() const;
    void setContinuesAfterFailure(bool on);

    /// Adds at a position (-1 = the end); gives the entry an id when it has none and returns it.
    std::string add(QueueEntry entry, int position = -1);
    /// The removed entry and where it stood, for undo.
    std::optional<std::pair<QueueEntry, int>> remove(const std::string& id);
    void move(const std::string& id, int position);
    /// Puts the entry in the place of the one with its id, of which as many combinations stay taken as were. False when that one is no longer there.
    bool replace(const QueueEntry& entry);
    /// Takes the next run; an entry whose last combination was taken leaves the queue. Entries that resume a vanished run are dropped.
    std::optional<QueuedRun> take();

private:
    template <class F>
    auto changed(F&& change);

    std::filesystem::path m_project;
};

/// Checkpoints of a run of a project that entries of its queue go on from: whatever makes room leaves them. Throws Error(BadFile) for a damaged queue, of which nobody knows.
std::vector<std::filesystem::path> queuedOrigins(const std::filesystem::path& runFolder);

}  // namespace potstill
