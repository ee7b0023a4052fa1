#include "app/rating/imagepreparation.h"

#include "app/rating/spoiling.h"
#include "app/session/background.h"
#include "engine/imaging/recipechunks.h"
#include "engine/io/atomicfile.h"
#include "engine/jobs/jobs.h"
#include "widgets/imagegrid.h"

#include <QBuffer>
#include <QDir>

#include <algorithm>
#include <map>
#include <set>

namespace potstill {

namespace {

constexpr std::size_t kMeasuredSeeds = 4, kSeedsAtOnce = 64;

struct Kept {
    std::vector<ImageRecord> images;
    std::vector<std::pair<int, Json>> facts;
};

/// What an image was asked for, in words; "" where the model was asked for nothing.
QString captionFrom(const Json& recipe)
{
    for (const char* key : {"prompt", "class_name"})
        if (recipe.contains(key))
            return QString::fromStdString(recipe[key].get<std::string>());
    return recipe.contains("class") ? ImagePreparation::tr("Class %1").arg(recipe["class"].get<int>()) : QString();
}

ImageRecord writeImage(const QString& folder, int system, std::int64_t seed, bool isSpoilt, QImage image, const Json& recipe)
{
    ImageRecord r;
    r.system = system;
    r.seed = seed;
    r.isSpoilt = isSpoilt;
    r.caption = captionFrom(recipe);
    r.file = QString("%1-%2%3.png").arg(system).arg(seed).arg(isSpoilt ? QStringLiteral("-spoilt") : QString());
    if (!isSpoilt)
        for (const auto& [key, text] : recipeChunks(recipe))
            image.setText(QString::fromStdString(key), QString::fromStdString(text));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        throw Error(ErrorCode::Internal, "a sampled image could not be encoded as PNG");
    r.sha256 = QString::fromStdString(writeFileAtomically((folder + '/' + r.file).toStdString(), {bytes.constData(), std::size_t(bytes.size())}));
    return r;
}

/// What a system is, exactly: the part of an image's recipe that does not depend on the noise.
Json factsFrom(const Json& recipe)
{
    Json facts = Json::object();
    for (const char* key : {"model", "weights_sha256", "weights", "images_seen", "sampler", "eta", "steps", "nfe", "times", "guidance", "baked_guidance", "noise_correction",
                            "noise_seed", "schedule", "parametrisation", "size"})
        if (recipe.contains(key))
            facts[key] = recipe[key];
    return facts;
}

Kept writeImages(const SampleTable& table, const std::vector<int>& systems, const std::vector<std::int64_t>& seeds, const std::vector<std::int64_t>& checkSeeds,
                 const QString& folder)
{
    makeFolders(folder.toStdString());
    Kept out;
    for (std::size_t c = 0; c < systems.size(); ++c) {
        for (std::size_t row = 0; row < seeds.size(); ++row) {
            const SampleCell& cell = table.cells.at(row * table.columns.size() + c);
            const QImage image = qimageFromImage(cell.image);
            out.images.push_back(writeImage(folder, systems[c], seeds[row], false, image, cell.recipe));
            if (std::find(checkSeeds.begin(), checkSeeds.end(), seeds[row]) != checkSeeds.end())
                out.images.push_back(writeImage(folder, systems[c], seeds[row], true, spoiltImage(image, seeds[row]), cell.recipe));
        }
        out.facts.emplace_back(systems[c], factsFrom(table.cells.at(c).recipe));
    }
    return out;
}

/// A draft as the store has it, with the images whose files are there.
struct Begun {
    ComparisonRecord draft;
    std::vector<ImageRecord> present;
};

/// Says which of the models that a draft's images are made with is gone; "" = none.
QString vanishedModel(const ComparisonRecord& draft)
{
    for (std::size_t s = 0; s < draft.plan.pinned.size(); ++s)
        if (const QString path = QString::fromStdString(draft.plan.pinned[s]); !path.startsWith("bundled:") && !QFile::exists(path))
            return ImagePreparation::tr("“%1” is gone: its images are made with %2, which is not there any more. Put it back, or choose another model for it.")
                .arg(QString::fromStdString(draft.definition.systems.at(s).name), path);
    return {};
}

/// The exact model of each system, and what was passed over to find it.
struct ExactModels {
    std::vector<std::string> models;
    std::vector<RunWarning> skipped;
};

/// As pinned, or of this moment where there is no image yet.
ExactModels exactModels(const Begun& begun)
{
    const ComparisonPlan& plan = begun.draft.plan;
    if (!begun.present.empty() && plan.pinned.size() == plan.systems.size()) {
        if (const QString vanished = vanishedModel(begun.draft); !vanished.isEmpty())
            throw Error(ErrorCode::NotFound, vanished.toStdString());
        return {plan.pinned, {}};
    }
    std::map<std::string, std::string> exact;  // of each model once, whatever its training does meanwhile
    ExactModels out;
    for (const PlannedSystem& system : plan.systems) {
        const auto [at, isNew] = exact.try_emplace(system.model);
        if (isNew)
            at->second = exactModel(system.model, &out.skipped).string();
        out.models.push_back(at->second);
    }
    return out;
}

}  // namespace

ImagePreparation::ImagePreparation(RunSession& runs, RatingStore& store, QObject* parent) : QObject(parent), m_store(store), m_sampling(runs)
{
    connect(&m_sampling, &TableSampler::sampled, this, &ImagePreparation::keep);
    connect(&m_sampling, &TableSampler::failed, this, [this](const QString& message) {
        // That a checkpoint went meanwhile says more than how the sampling failed.
        runInBackground<QString>(
            this,
            [message, draft = m_draft] {
                const QString vanished = vanishedModel(draft);
                return vanished.isEmpty() ? message : vanished;
            },
            failing());
    });
}

void ImagePreparation::begin(const ComparisonRecord& draft)
{
    // Nothing of one that may be on goes on.
    m_sampling.cancel();
    end();
    m_draft = draft;
    dismissWarnings(draft.id);
    m_isBusy = true;
    const QString folder = m_store.imageFolder(draft.id);
    m_store.ask<Begun>(
        this,
        [id = draft.id, folder](RatingDatabase& database) {
            database.dropOtherImages(id);
            Begun begun{database.comparison(id), database.images(id)};
            // What vanished from the folder is made again.
            std::erase_if(begun.present, [&](const ImageRecord& i) { return !QFile::exists(folder + '/' + i.file); });
            return begun;
        },
        [this, run = m_run](const Begun& begun) {
            if (run != m_run)
                return;
            m_draft = begun.draft;
            runInBackground<ExactModels>(
                this, [begun] { return exactModels(begun); },
                [this, run, begun](const ExactModels& exact) {
                    if (run != m_run)
                        return;
                    warn(exact.skipped);
                    pin(exact.models, begun.present);
                },
                failing());
        },
        failing());
}

void ImagePreparation::pin(const std::vector<std::string>& models, const std::vector<ImageRecord>& present)
{
    const bool isPinned = std::exchange(m_draft.plan.pinned, models) == models;
    m_store.ask<bool>(
        this,
        [models, isPinned, id = m_draft.id](RatingDatabase& database) {
            if (!isPinned)
                database.pinModels(id, models);
            return true;
        },
        [this, run = m_run, present](bool) {
            if (run == m_run)
                plan(present);
        },
        failing());
}

std::function<void(const QString&)> ImagePreparation::failing()
{
    return [this, run = m_run](const QString& message) {
        if (run == m_run)
            fail(message);
    };
}

void ImagePreparation::fail(const QString& message)
{
    end();
    Q_EMIT failed(message);
}

void ImagePreparation::warn(const std::vector<RunWarning>& warnings)
{
    for (const RunWarning& warning : warnings) {
        std::vector<RunWarning>& known = m_warnings[m_draft.id];
        if (std::find(known.begin(), known.end(), warning) != known.end())
            continue;
        known.push_back(warning);
        Q_EMIT warned(warning);
    }
}

void ImagePreparation::plan(const std::vector<ImageRecord>& present)
{
    std::set<std::pair<int, std::int64_t>> have;
    for (const ImageRecord& i : present)
        if (!i.isSpoilt)
            have.insert({i.system, i.seed});
    std::vector<std::int64_t> seeds = m_draft.definition.seeds;
    seeds.insert(seeds.end(), m_draft.plan.checkSeeds.begin(), m_draft.plan.checkSeeds.end());
    m_groups.clear();
    for (int s = 0; s < int(m_draft.plan.systems.size()); ++s) {
        PlannedSystem wanted = m_draft.plan.systems[std::size_t(s)];
        wanted.model = m_draft.plan.pinned[std::size_t(s)];
        const int steps = std::exchange(wanted.steps, 0);
        auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& g) {
            const auto& systems = m_draft.plan.systems;
            // A column for each number of steps; the same number twice would be the same system.
            return g.made == wanted && std::none_of(g.systems.begin(), g.systems.end(), [&](int other) { return systems[std::size_t(other)].steps == steps; });
        });
        if (group == m_groups.end())
            group = m_groups.insert(m_groups.end(), Group{wanted, {}, {}, 0});
        group->systems.push_back(s);
    }
    m_done = m_total = 0;
    for (Group& g : m_groups) {
        for (const std::int64_t seed : seeds)
            if (!std::all_of(g.systems.begin(), g.systems.end(), [&](int s) { return have.count({s, seed}) > 0; }))
                g.missing.push_back(seed);
        m_total += int(g.missing.size()) * imagesPerSeed(g);
    }
    m_isMeasured = false;
    m_group = 0;
    next();
}

void ImagePreparation::next()
{
    // First a few of every model, so that the time is known early.
    if (!m_isMeasured) {
        while (m_group < m_groups.size() && (m_groups[m_group].secondsPerSeed > 0 || m_groups[m_group].missing.empty()))
            ++m_group;
        if (m_group == m_groups.size()) {
            m_isMeasured = true;
            const bool waits = m_waits = secondsLeft() > kUnaskedSeconds;
            if (m_done < m_total)
                Q_EMIT estimated(m_total - m_done, secondsLeft(), waits);  // whoever hears it may confirm at once
            if (!waits)
                confirm();
            return;
        }
    } else {
        while (m_group < m_groups.size() && m_groups[m_group].missing.empty())
            ++m_group;
        if (m_group == m_groups.size()) {
            end();
            Q_EMIT finished();
            return;
        }
    }
    Group& group = m_groups[m_group];
    const std::size_t count = std::min(group.missing.size(), m_isMeasured ? kSeedsAtOnce : kMeasuredSeeds);
    m_seeds.assign(group.missing.begin(), group.missing.begin() + std::ptrdiff_t(count));
    SampleRequest request;
    request.model = group.made.model;
    request.ema = group.made.ema;
    request.sampler = group.made.sampler;
    request.noiseCorrection = group.made.noiseCorrection;
    request.guidance = group.made.guidance;
    request.steps.clear();
    for (const int s : group.systems)
        request.steps.push_back(m_draft.plan.systems[std::size_t(s)].steps);
    request.seeds.assign(m_seeds.begin(), m_seeds.end());
    m_clock.start();
    m_sampling.sample(request);
}

void ImagePreparation::keep(const SampleTable& table)
{
    if (!m_isBusy || !table.complete)
        return;
    warn(table.warnings);
    Group& group = m_groups[m_group];
    if (!m_isMeasured) {
        // Time per image as measured inside, so that opening the model does not count; later columns of one run of a student contain the earlier ones.
        double milliseconds = 0;
        for (std::size_t c = 0; c < group.systems.size(); ++c)
            milliseconds = std::max(milliseconds, table.cells.at(c).milliseconds * (table.cells.at(c).recipe.value("on_grid", true) ? 1.0 : double(group.systems.size())));
        group.secondsPerSeed = std::max(milliseconds / 1000, 1e-6);
    } else {
        group.secondsPerSeed = double(m_clock.elapsed()) / 1000 / double(m_seeds.size());
    }
    runInBackground<Kept>(
        this,
        [table, systems = group.systems, seeds = m_seeds, checks = m_draft.plan.checkSeeds, folder = m_store.imageFolder(m_draft.id)] {
            return writeImages(table, systems, seeds, checks, folder);
        },
        [this, run = m_run, id = m_draft.id](const Kept& kept) {
            m_store.ask<bool>(
                this,
                [kept, id](RatingDatabase& database) {
                    for (const auto& [system, facts] : kept.facts)
                        database.setSystemFacts(id, system, facts);
                    database.putImages(id, kept.images);
                    return true;
                },
                [this, run](bool) {
                    if (run != m_run)
                        return;
                    Group& g = m_groups[m_group];
                    g.missing.erase(g.missing.begin(), g.missing.begin() + std::ptrdiff_t(m_seeds.size()));
                    m_done += int(m_seeds.size()) * imagesPerSeed(g);
                    Q_EMIT progressed(m_done, m_total, m_isMeasured ? secondsLeft() : -1);
                    next();
                },
                failing());
        },
        failing());
}

void ImagePreparation::confirm()
{
    if (!m_isBusy || !m_isMeasured)
        return;
    m_waits = false;
    m_group = 0;
    next();
}

double ImagePreparation::secondsLeft() const
{
    double seconds = 0;
    for (const Group& g : m_groups)
        seconds += g.secondsPerSeed * double(g.missing.size());
    return seconds;
}

void ImagePreparation::announce()
{
    if (m_isBusy)
        Q_EMIT progressed(m_done, m_total, m_isMeasured && !m_waits ? secondsLeft() : -1);
    if (m_waits)
        Q_EMIT estimated(m_total - m_done, secondsLeft(), true);
}

void ImagePreparation::end()
{
    ++m_run;
    m_isBusy = m_isMeasured = m_waits = false;
    m_done = m_total = 0;
    m_groups.clear();
}

void ImagePreparation::stop()
{
    if (!m_isBusy)
        return;
    m_sampling.cancel();
    end();
    Q_EMIT stopped();
}

}  // namespace potstill
