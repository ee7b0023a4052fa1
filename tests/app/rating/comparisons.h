#pragma once

#include "app/rating/ratingdatabase.h"

// Comparisons for tests: as if their images had been made.
namespace potstill {

inline ComparisonRecord draftOf(const QString& id, int systems, int seeds, int length, int checks = 0, int common = 0)
{
    ComparisonRecord c;
    c.id = id;
    c.name = "Comparison " + id;
    for (int s = 0; s < systems; ++s) {
        c.definition.systems.push_back({"key " + std::to_string(s), "System " + std::string(1, char('A' + s))});
        c.plan.systems.push_back({"bundled:sprites-v", true, s + 1, "", {}});
    }
    c.definition.seeds = reservedSeeds(id, seeds);
    c.definition.commonSeeds.assign(c.definition.seeds.begin(), c.definition.seeds.begin() + common);
    c.definition.sessionLength = length;
    c.definition.checksPerSession = checks;
    c.plan.checkSeeds = reservedSeeds(id, checks > 0 ? 4 : 0, kCheckSeedOffset);
    return c;
}

inline void addImages(RatingDatabase& database, const ComparisonRecord& c)
{
    std::vector<ImageRecord> images;
    const auto add = [&](int system, std::int64_t seed, bool isSpoilt) {
        ImageRecord i;
        i.system = system;
        i.seed = seed;
        i.isSpoilt = isSpoilt;
        i.file = QString("%1-%2%3.png").arg(system).arg(seed).arg(isSpoilt ? "-bad" : "");
        i.sha256 = "hash of " + i.file;
        images.push_back(i);
    };
    for (int s = 0; s < int(c.definition.systems.size()); ++s) {
        for (const std::int64_t seed : c.definition.seeds)
            add(s, seed, false);
        for (const std::int64_t seed : c.plan.checkSeeds) {
            add(s, seed, false);
            add(s, seed, true);
        }
        database.setSystemFacts(c.id, s, {{"weights_sha256", "weights " + std::to_string(s)}, {"times", {1.0, 0.5}}});
    }
    database.putImages(c.id, images);
}

inline ComparisonRecord lockedComparison(RatingDatabase& database, const ComparisonRecord& draft)
{
    database.saveDraft(draft);
    addImages(database, draft);
    return database.lock(draft.id);
}

}  // namespace potstill
