#pragma once

#include "app/rating/ratingdatabase.h"
#include "engine/io/atomicfile.h"

#include <QBuffer>
#include <QDir>
#include <QImage>

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

/// The same with small images on disk, which carry a recipe.
inline void saveWithImages(RatingDatabase& database, const ComparisonRecord& draft, const QString& folder)
{
    database.saveDraft(draft);
    addImages(database, draft);
    QDir().mkpath(folder);
    std::vector<ImageRecord> images = database.images(draft.id);
    int n = 0;
    for (ImageRecord& i : images) {
        QImage image(32, 32, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(n++ * 7 % 360, 200, 220));
        image.setText("potstill", "the recipe, which tells all");
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        i.sha256 = QString::fromStdString(writeFileAtomically((folder + '/' + i.file).toStdString(), {bytes.constData(), std::size_t(bytes.size())}));
    }
    database.putImages(draft.id, images);
}

inline void lockWithImages(RatingDatabase& database, const ComparisonRecord& draft, const QString& folder)
{
    saveWithImages(database, draft, folder);
    database.lock(draft.id);
}

inline ComparisonRecord lockedComparison(RatingDatabase& database, const ComparisonRecord& draft)
{
    database.saveDraft(draft);
    addImages(database, draft);
    return database.lock(draft.id);
}

/// Rates a session; System A wins wherever it stands.
inline void rateSession(RatingDatabase& database, const QString& comparison, const QString& rater, int votes, bool ends)
{
    const SessionRecord session = database.startSession(comparison, database.rater(rater).id);
    for (int i = 0; i < votes; ++i) {
        const ShownPair& p = session.pairs[std::size_t(i)];
        database.addVote(p.id, p.left.system < p.right.system ? Answer::Left : Answer::Right, 1200, 1'700'000'000'000 + i);
    }
    if (ends)
        database.endSession(session.id);
}

}  // namespace potstill
