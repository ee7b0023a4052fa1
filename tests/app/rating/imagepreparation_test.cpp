#include "app/rating/imagepreparation.h"
#include "app/session/background.h"
#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/jobs/jobs.h"
#include "tests/app/rating/comparisons.h"
#include "widgets/imagegrid.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <map>

using namespace potstill;

namespace fs = std::filesystem;

namespace {

/// A store with an image preparation, and what the last preparation said.
struct Workshop {
    RunSession runs;
    RatingStore store;
    ImagePreparation preparation{runs, store};
    bool isFinished = false;
    QString failure;
    explicit Workshop(const QString& project)
    {
        store.open(project);
        QTRY_COMPARE(store.state(), RatingStore::State::Ready);
        QObject::connect(&preparation, &ImagePreparation::finished, &preparation, [this] { isFinished = true; });
        QObject::connect(&preparation, &ImagePreparation::failed, &preparation, [this](const QString& message) { failure = message; });
    }
    template <class T>
    T ask(std::function<T(RatingDatabase&)> work)
    {
        std::optional<T> answer;
        QString problem;
        store.ask<T>(
            &preparation, work, [&](T value) { answer = std::move(value); }, [&](const QString& p) { problem = p; });
        if (!QTest::qWaitFor([&] { return answer || !problem.isEmpty(); }, 30'000) || !answer)
            qFatal("the store said: %s", qPrintable(problem));
        return *answer;
    }
    ComparisonRecord save(const ComparisonRecord& draft)
    {
        return ask<ComparisonRecord>([draft](RatingDatabase& d) {
            d.saveDraft(draft);
            return d.comparison(draft.id);
        });
    }
    void prepare(const ComparisonRecord& draft)
    {
        isFinished = false;
        failure.clear();
        preparation.begin(draft);
        QTRY_VERIFY_WITH_TIMEOUT(isFinished || !failure.isEmpty(), 120'000);
    }
};

}  // namespace

class ImagePreparationTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path m_project, m_run, m_other;

    fs::path checkpoint(const fs::path& run, const char* name) const { return run / "checkpoints" / name; }
    std::string hashOf(const fs::path& checkpoint) const { return sha256OfFile(checkpoint / "ema.safetensors"); }
    /// Another checkpoint under that name in the run: its training went on.
    void train(const char* name) const { fs::copy(checkpoint(m_other, "000000000"), checkpoint(m_run, name), fs::copy_options::recursive); }
    ComparisonRecord draft(const char* id, int seeds) const
    {
        ComparisonRecord c = draftOf(id, 2, seeds, 2);
        c.plan.systems = {{m_run.string(), true, 1, "", {}}, {"bundled:sprites-eps", true, 2, "", {}}};
        return c;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_project = m_dir.filePath("project").toStdString();
        m_run = importModel(resourceFolder() / "models/sprites-v", m_project, "teacher");
        m_other = importModel(resourceFolder() / "models/sprites-eps", m_project, "other");
    }
    void cleanup() { finishBackgroundWork(); }

    void allImagesOfARunAreOfOneCheckpointWhateverItsTrainingDoes()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        shop.prepare(shop.save(draft("a", 2)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        train("000000064");
        QVERIFY(hashOf(checkpoint(m_run, "000000064")) != hashOf(checkpoint(m_run, "000000000")));
        shop.prepare(shop.save(draft("a", 5)));  // three more seeds
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const auto locked = shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.lock("a"); });
        QCOMPARE(locked.images, 10);
        QCOMPARE(locked.plan.pinned.size(), std::size_t(2));
        QCOMPARE(locked.plan.pinned[0], checkpoint(m_run, "000000000").string());
        QCOMPARE(locked.plan.pinned[1], std::string("bundled:sprites-eps"));
        QCOMPARE(locked.plan.systems[0].model, m_run.string());  // what was asked for stays readable
        QCOMPARE(Json::parse(locked.definition.systems[0].key)["weights_sha256"].get<std::string>(), hashOf(checkpoint(m_run, "000000000")));
        // Another comparison takes what is newest when it begins.
        shop.prepare(shop.save(draft("b", 1)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QCOMPARE(shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("b"); }).plan.pinned[0], checkpoint(m_run, "000000064").string());
    }
    void aPreparationMakesOtherSystemsAnewAndThoseThatCameBackNotAtAll()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        const ComparisonRecord first = draft("edited", 2);
        ComparisonRecord other = first;
        other.plan.systems[1].steps = 3;
        const auto images = [&] {
            std::vector<qint64> ids;
            for (const ImageRecord& i : shop.ask<std::vector<ImageRecord>>([](RatingDatabase& d) { return d.images("edited"); }))
                ids.push_back(i.id);
            return ids;
        };
        const auto factsOf = [&](int system) {
            return shop.ask<QString>(
                [system](RatingDatabase& d) { return d.sqlite().value("SELECT key FROM systems WHERE comparison = 'edited' AND number = ?", {system}).toString(); });
        };
        shop.prepare(shop.save(first));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const std::vector<qint64> made = images();
        QCOMPARE(made.size(), std::size_t(4));
        shop.save(other);
        shop.prepare(shop.save(first));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QCOMPARE(images(), made);
        shop.prepare(shop.save(other));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QCOMPARE(shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("edited"); }).missingImages, 0);
        QCOMPARE(images().size(), std::size_t(4));
        QCOMPARE(Json::parse(factsOf(1).toStdString())["steps"].get<int>(), 3);
    }
    void anOlderCheckpointInThePlaceOfADamagedOneIsSaid()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        train("000000128");
        fs::resize_file(checkpoint(m_run, "000000128") / "ema.safetensors", 100);
        QSignalSpy warned(&shop.preparation, &ImagePreparation::warned);
        shop.prepare(shop.save(draft("damaged", 1)));
        fs::remove_all(checkpoint(m_run, "000000128"));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QCOMPARE(warned.size(), 1);
        const RunWarning warning = warned[0][0].value<RunWarning>();
        QCOMPARE(warning.code, std::string("damaged-checkpoint"));
        QCOMPARE(warning.argument("run"), m_run.filename().string());
        QCOMPARE(warning.argument("checkpoint"), std::string("000000128"));
        QVERIFY(shop.preparation.warnings("damaged") == std::vector<RunWarning>{warning});
        // The next comparison's are its own.
        shop.prepare(shop.save(draft("whole", 1)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QVERIFY(shop.preparation.warnings("whole").empty());
        QCOMPARE(shop.preparation.warnings("damaged").size(), std::size_t(1));
        shop.preparation.dismissWarnings("damaged");
        QVERIFY(shop.preparation.warnings("damaged").empty());
    }
    void whatIsBegunAnewDoesNotEndAsTheOneBefore()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        shop.prepare(shop.save(draft("before", 1)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const ComparisonRecord next = shop.save(draft("next", 40)), last = shop.save(draft("last", 2));
        shop.isFinished = false;
        QSignalSpy progress(&shop.preparation, &ImagePreparation::progressed);
        shop.preparation.begin(next);
        shop.preparation.confirm();  // there is nothing to confirm yet
        QVERIFY(!shop.isFinished && shop.preparation.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 60'000);
        shop.prepare(last);
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const auto images = [&](const char* id) { return shop.ask<ComparisonRecord>([id](RatingDatabase& d) { return d.comparison(id); }).images; };
        QCOMPARE(images("last"), 4);
        QVERIFY(images("next") < 80);
    }
    void aGuidedTeacherIsMadeWithItsGuidance()
    {
        constexpr double kGuidance = 3;
        Workshop shop(QString::fromStdString(m_project.string()));
        ComparisonRecord c = draftOf("guided", 2, 3, 2);
        c.plan.systems = {{"bundled:sprites-eps", true, 4, "", {}}, {"bundled:sprites-eps", true, 4, "", {}, kGuidance}};
        shop.prepare(shop.save(c));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const auto stored = shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("guided"); });
        QCOMPARE(stored.plan.systems[1].guidance, kGuidance);
        std::map<std::pair<int, std::int64_t>, QImage> images;
        for (const ImageRecord& i : shop.ask<std::vector<ImageRecord>>([](RatingDatabase& d) { return d.images("guided"); }))
            images[{i.system, i.seed}] = QImage(shop.store.imageFolder("guided") + '/' + i.file).convertToFormat(QImage::Format_RGB32);
        SampleRequest request;
        request.model = "bundled:sprites-eps";
        request.steps = {4};
        request.guidance = kGuidance;
        request.seeds.assign(c.definition.seeds.begin(), c.definition.seeds.end());
        RunControl control;
        RunObserver quiet;
        const SampleTable guided = sampleTable(request, control, quiet);
        for (std::size_t row = 0; row < c.definition.seeds.size(); ++row) {
            const std::int64_t seed = c.definition.seeds[row];
            const QImage expected = qimageFromImage(guided.cells.at(row).image).convertToFormat(QImage::Format_RGB32);
            QVERIFY(!expected.isNull());
            QVERIFY(images.at({1, seed}) == expected);
            QVERIFY(images.at({0, seed}) != expected);
        }
        const auto locked = shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.lock("guided"); });
        QCOMPARE(Json::parse(locked.definition.systems[1].key)["guidance"].get<double>(), kGuidance);
    }
    void imagesKnowWhatTheyWereAskedFor()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        shop.prepare(shop.save(draft("captions", 6)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        const QStringList shapes = {"disc", "square", "triangle", "star", "ring", "cross", "crescent", "heart"};
        const auto session = shop.ask<SessionRecord>([](RatingDatabase& d) {
            d.lock("captions");
            return d.startSession("captions", d.rater("Ada").id);
        });
        QVERIFY(!session.pairs.empty());
        for (const ShownPair& p : session.pairs) {
            QCOMPARE(p.left.caption, shapes[int(p.left.seed % 8)]);
            QCOMPARE(p.caption(), p.left.caption);
            ShownPair other = p;
            other.right.caption = "something else";
            QCOMPARE(other.caption(), QString());  // it would tell the systems apart
        }
    }
    void aVanishedCheckpointIsNamedAndNothingIsMixed()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        fs::remove_all(checkpoint(m_run, "000000064"));
        shop.prepare(shop.save(draft("b", 3)));
        QVERIFY(!shop.isFinished);
        QVERIFY2(shop.failure.contains("System A") && shop.failure.contains("checkpoints/000000064"), qPrintable(shop.failure));
        QCOMPARE(shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("b"); }).images, 2);
        // The choice that is left: another model, with which all images are made anew.
        ComparisonRecord other = draft("b", 3);
        other.plan.systems[0].model = checkpoint(m_run, "000000000").string();
        shop.prepare(shop.save(other));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        QCOMPARE(shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("b"); }).images, 6);
    }
    void weightsThatWereExchangedUnderTheirNameAreNotTaken()
    {
        Workshop shop(QString::fromStdString(m_project.string()));
        shop.prepare(shop.save(draft("c", 1)));
        QVERIFY2(shop.isFinished, qPrintable(shop.failure));
        fs::remove_all(checkpoint(m_run, "000000000"));
        train("000000000");
        shop.prepare(shop.save(draft("c", 3)));
        QVERIFY(!shop.isFinished);
        QVERIFY2(shop.failure.contains("weights of system 1"), qPrintable(shop.failure));
        QCOMPARE(shop.ask<ComparisonRecord>([](RatingDatabase& d) { return d.comparison("c"); }).images, 2);
    }
};

QTEST_MAIN(ImagePreparationTest)
#include "imagepreparation_test.moc"
