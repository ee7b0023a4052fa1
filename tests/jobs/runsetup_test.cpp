#include "engine/core/resources.h"
#include "engine/data/packing.h"
#include "engine/model/model.h"
#include "tests/train/tinyruns.h"

#include <zip.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

std::string failureOf(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

bool has(const std::string& text, const std::string& word) { return text.find(word) != std::string::npos; }

void put(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

std::string textOf(const fs::path& file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeSet(const fs::path& file, std::map<std::string, std::string> metadata = {})
{
    fs::create_directories(file.parent_path());
    metadata.insert({{"class_names", R"(["cat","dog","owl"])"}, {"fingerprint", "abc"}});
    writeSafetensors(file, {{"images", Rng(1).integers(256, {12, 3, 16, 16}).to(torch::kUInt8)}, {"labels", torch::arange(12, torch::kInt64).remainder(3)}}, metadata);
}

Json studentOf(const std::string& teacher, bool isAdversarial)
{
    Json d = tiny::student(teacher, 32);
    d.erase("data");
    d["imagine_flash"]["adversarial"] = isAdversarial;
    return d;
}

}  // namespace

class RunSetupTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path at(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }
    fs::path m_trained;  // a teacher that knows cats, dogs and owls

private Q_SLOTS:
    void initTestCase()
    {
        writeSet(at("animals.safetensors"));
        Json d = tiny::teacher(64);
        d["data"]["source"] = at("animals.safetensors").string();
        m_trained = tiny::run(at("project"), d);
    }
    void aStudentLearnsBesideItsTeachersData()
    {
        const std::string animals = fs::canonical(at("animals.safetensors")).string();
        const fs::path checkpoint = *newestGoodCheckpoint(m_trained);
        for (const fs::path& teacher : {m_trained, checkpoint, fs::path("runs") / m_trained.filename()}) {
            Json d = studentOf(teacher.string(), true);
            QCOMPARE(resolvedRun(d, at("project"))["data"]["source"].get<std::string>(), animals);
            d["data"] = {{"flip", true}};
            const Json resolved = resolvedRun(d, at("project"));
            QCOMPARE(resolved["data"]["source"].get<std::string>(), animals);
            QCOMPARE(resolved["data"]["flip"].get<bool>(), true);
            d["data"] = {{"source", "sprites"}};
            QCOMPARE(resolvedRun(d, at("project"))["data"]["source"].get<std::string>(), std::string("sprites"));
        }
    }
    void aResolvedStudentHasItsTeachersShape()
    {
        const Json resolved = resolvedRun(studentOf(m_trained.string(), true), at("project"));
        QCOMPARE(resolved["data"]["image_size"].get<int>(), 16);  // 32 by default
        QCOMPARE(resolved["data"]["labels"].get<bool>(), true);
        QCOMPARE(resolved["teacher"].get<std::string>(), (fs::path("runs") / m_trained.filename()).string());
        QCOMPARE(resolvedRun(studentOf(m_trained.string(), true), {})["teacher"].get<std::string>(), fs::canonical(m_trained).string());
    }
    void imagesAreNeverGuessedForAnImport()
    {
        exportModel({"bundled:sprites-v"}, at("foreign"));
        const fs::path imported = importModel(at("foreign"), at("project"), "imported");
        QCOMPARE(valueAt(readJsonFile(imported / "config.json"), "options.data.source").get<std::string>(), std::string());
        for (const fs::path& teacher : {imported, *newestGoodCheckpoint(imported), at("foreign")}) {
            Json d = studentOf(teacher.string(), true);
            const std::string failure = failureOf([&] { TrainingJob::create(at("project"), d, ""); });
            QVERIFY2(has(failure, "--data"), failure.c_str());
            d["imagine_flash"] = {{"adversarial", false}, {"bd", false}};
            QVERIFY(has(failureOf([&] { resolvedRun(d, at("project")); }), "--data"));
            d["data"] = {{"source", "sprites"}};
            QCOMPARE(resolvedRun(d, at("project"))["data"]["source"].get<std::string>(), std::string("sprites"));
        }
        QCOMPARE(resolvedRun(studentOf("bundled:sprites-v", true), at("project"))["data"]["source"].get<std::string>(), std::string("sprites"));
        Json teacher = tiny::teacher(32);
        teacher["data"]["source"] = "";
        QVERIFY(has(failureOf([&] { resolvedRun(teacher, {}); }), "--data"));
    }
    void shortJobsStopWhenTheyAreAsked()
    {
        exportModel({"bundled:sprites-v"}, at("stopped"));
        RunControl control;
        control.requestStop(StopRequest::Finish);
        QVERIFY(importModel(at("stopped"), at("no-project"), "imported", &control).empty());
        QVERIFY(!fs::exists(at("no-project")));
        QCOMPARE(selftest("cpu", &control).at("checks").size(), std::size_t(1));
        BenchRequest request;
        request.seconds = 1000;
        QVERIFY(bench(request, &control).at("networks").empty());
    }
    void aDataFreeStudentTrainsWithoutImages()
    {
        exportModel({"bundled:sprites-v"}, at("blind"));
        const fs::path run = tiny::run(at("project"), studentOf(at("blind").string(), false));
        QVERIFY(readRunSummary(run).state == RunState::Finished);
        QVERIFY2(has(run.filename().string(), "data-free"), run.filename().c_str());
    }
    void whatOfTheDataCannotBeReadIsInTheLog()
    {
        writeSet(at("partly.safetensors"), {{"facts", R"({"skipped":["broken.png: not an image"],"skipped_images":3})"}});
        Json d = tiny::teacher(32);
        d["data"]["source"] = at("partly.safetensors").string();
        const std::string log = textOf(tiny::run(at("project"), d) / "log.txt");
        QVERIFY2(has(log, "skipped broken.png: not an image"), log.c_str());
        QVERIFY2(has(log, "3 images of the data cannot be read"), log.c_str());
    }
    void aDamagedCheckpointIsRefusedWhereItWasNamedAndSaidWhereItWasNot()
    {
        const fs::path teacher = tiny::run(at("damaged"), tiny::teacher(128)), newest = teacher / "checkpoints/000000128", older = teacher / "checkpoints/000000064";
        QVERIFY(fs::exists(older));
        fs::resize_file(newest / "ema.safetensors", fs::file_size(newest / "ema.safetensors") - 1);
        // Named: an error that names it, and no run is left behind.
        QVERIFY2(has(failureOf([&] { loadModel(newest, torch::kCPU); }), "000000128"), "no name");
        const std::size_t runs = Project::open(at("damaged")).runs().size();
        const std::string failure = failureOf([&] { TrainingJob::create(at("damaged"), tiny::teacher(256), "", newest); });
        QVERIFY2(has(failure, "000000128") && has(failure, "ema.safetensors"), failure.c_str());
        QCOMPARE(Project::open(at("damaged")).runs().size(), runs);
        QVERIFY(!TrainingJob::create(at("damaged"), tiny::teacher(256), "", older)->runFolder().empty());
        // The newest: the one before it, and that is said.
        const Model model = loadModel(teacher, torch::kCPU);
        QCOMPARE(model.imagesSeen, std::int64_t(64));
        QCOMPARE(model.notes.size(), std::size_t(1));
        QVERIFY2(has(model.notes[0].sentence, "000000128"), model.notes[0].sentence.c_str());
        std::vector<RunWarning> skipped;
        QCOMPARE(exactModel(teacher, &skipped), older);
        QCOMPARE(skipped.size(), std::size_t(1));
        const std::string log = textOf(tiny::run(at("damaged"), tiny::student(teacher, 32)) / "log.txt");
        QVERIFY2(has(log, "000000128 is damaged and was passed over"), log.c_str());
        // What describes a run without its weights goes back as far.
        fs::resize_file(newest / "state.json", 3);
        QCOMPARE(describeModel(teacher).imagesSeen, std::int64_t(64));
    }
    void howATeacherIsSampledInsteadIsInTheLog()
    {
        const fs::path teacher = at("imported");
        fs::copy(resourceFolder() / "models/sprites-eps", teacher);
        Json json = readJsonFile(teacher / "model.json");
        json["model"]["sampler_note"] = "the steps are those of 'ddim'";
        writeJsonFile(teacher / "model.json", json);
        const std::string log = textOf(tiny::run(at("of-imported"), tiny::student(teacher, 32)) / "log.txt");
        QVERIFY2(has(log, "the steps are those of 'ddim'"), log.c_str());
    }
    void aRunThatTheDiskCannotHoldIsRefusedWithFigures()
    {
        Json d = tiny::teacher(1'000'000'000'000);
        d["training"]["preview_every"] = 1;
        const std::string failure = failureOf([&] { TrainingJob::create(at("big"), d, ""); });
        QVERIFY2(has(failure, "GB") && has(failure, "are free") && has(failure, "keep_checkpoints"), failure.c_str());
        QVERIFY(!fs::exists(at("big")));
        // Every checkpoint that stays for good counts.
        d = tiny::teacher(64'000);
        const auto few = estimateRun(d, false).diskBytes;
        d["training"]["keep_every"] = 64;
        QVERIFY(estimateRun(d, false).diskBytes > 100 * few);
    }
    void theEstimateCountsDataThatAreYetToBePackedAndEveryPreview()
    {
        for (const char* name : {"cat/1.jpg", "cat/2.jpg", "dog/1.jpg"})
            put(at("to-pack") / name, "not read");
        Json d = tiny::teacher(64);
        const auto without = estimateRun(d, false).diskBytes;
        d["data"]["source"] = at("to-pack").string();
        QCOMPARE(estimateRun(d, false, at("packs")).diskBytes - without, std::int64_t(3 * (3 * 16 * 16 + 8)));
        DataOptions data;
        data.source = at("to-pack").string();
        data.imageSize = 16;
        put(packedFileFor(scanImageSource(data), data, at("packs") / "cache"), "packed");
        QCOMPARE(estimateRun(d, false, at("packs")).diskBytes, without);
        d["data"]["source"] = at("nowhere").string();  // told where it is opened
        QCOMPARE(estimateRun(d, false, at("packs")).diskBytes, without);
        // Two grids of a teacher, at the beginning and at the end.
        d = tiny::teacher(64);
        d["training"]["preview_rows"] = 12;
        QCOMPARE(estimateRun(d, false).diskBytes - without, std::int64_t(2 * 2 * 10 * 3 * 16 * 16));
    }
    void aFolderOfImagesIsDescribed()
    {
        for (const char* name : {"cat/1.jpg", "cat/2.jpg", "dog/1.JPEG", "dog/notes.txt"})
            put(at("photos") / name, "not read");
        const Json facts = describe(at("photos"));
        QCOMPARE(facts.at("kind").get<std::string>(), std::string("dataset"));
        QCOMPARE(facts.at("images").get<int>(), 3);
        QCOMPARE(facts.at("class_names"), Json({"cat", "dog"}));
        QCOMPARE(facts.at("class_counts"), Json({2, 1}));
        QCOMPARE(facts.at("notes").size(), std::size_t(1));
        QVERIFY(has(facts.at("notes")[0].get<std::string>(), "notes.txt"));
        fs::create_directories(at("nothing"));
        QVERIFY(has(failureOf([&] { describe(at("nothing")); }), "no set of images"));
    }
    void aZipIsDescribed()
    {
        int failed = 0;
        zip_t* zip = zip_open(at("set.zip").c_str(), ZIP_CREATE, &failed);
        for (const char* name : {"owl/1.jpg", "owl/2.jpg", "cat/1.jpg"})
            zip_file_add(zip, name, zip_source_buffer(zip, "x", 1, 0), ZIP_FL_ENC_UTF_8);
        QCOMPARE(zip_close(zip), 0);
        const Json facts = describe(at("set.zip"));
        QCOMPARE(facts.at("kind").get<std::string>(), std::string("dataset"));
        QCOMPARE(facts.at("form").get<std::string>(), std::string("zip"));
        QCOMPARE(facts.at("class_counts"), Json({1, 2}));
    }
    void aPackedSetIsDescribedByItselfAndByItsFolder()
    {
        const RunWarning note{"no-image-files", 0, {{"count", "1"}, {"example", "notes.txt"}}, "1 file is no image: notes.txt"};
        const RunWarning broken{"unreadable-image", 0, {{"file", "broken.png"}, {"cause", "bad_file"}}, "broken.png: not an image"};
        const Json kept = {{"notes", Json::array({note.text()})}, {"skipped", Json::array({broken.text()})}};
        writeSet(at("packed/set.safetensors"), {{"facts", kept.dump()}});
        for (const fs::path& path : {at("packed"), at("packed/set.safetensors")}) {
            const Json facts = describe(path);
            QCOMPARE(facts.at("kind").get<std::string>(), std::string("dataset"));
            QCOMPARE(facts.at("form").get<std::string>(), std::string("packed"));
            QCOMPARE(facts.at("image_size").get<int>(), 16);
            QCOMPARE(facts.at("class_names"), Json({"cat", "dog", "owl"}));
            QCOMPARE(facts.at("class_counts"), Json({4, 4, 4}));
            QCOMPARE(facts.at("fingerprint").get<std::string>(), std::string("abc"));
            QCOMPARE(facts.at("notes"), Json::array({note.sentence}));
            QCOMPARE(facts.at("facts").at("notes"), facts.at("notes"));
            QCOMPARE(facts.at("facts").at("skipped"), Json::array({broken.sentence}));
        }
        RunControl control;
        tiny::Watcher watcher(control);
        const Json packed = packDataset({{"source", at("packed/set.safetensors").string()}, {"image_size", 16}}, at("packed"), control, watcher);
        QCOMPARE(packed.at("notes"), Json::array({note.sentence}));
        writeSet(at("packed/other.safetensors"));
        QCOMPARE(describe(at("packed")).at("sets").size(), std::size_t(2));
        QCOMPARE(describe(m_trained).at("kind").get<std::string>(), std::string("run"));
    }
    void bothExportsSayWhatTheModelWasMadeFrom()
    {
        const fs::path student = tiny::run(at("project"), studentOf(m_trained.string(), true));
        const fs::path checkpoint = *newestGoodCheckpoint(student);
        const Json state = readJsonFile(checkpoint / "state.json"), manifest = readJsonFile(checkpoint / "manifest.json");
        const std::string facts[] = {state.at("data_fingerprint"), state.at("teacher_hash"), manifest.at("config_sha256"), checkpoint.filename().string()};
        for (const char* format : {"diffusers", "potstill"})
            for (const fs::path& model : {student, checkpoint}) {
                const fs::path out = at(format) / (model == student ? "run" : "checkpoint");
                exportModel({model, format, "ema", "cc0-1.0"}, out);
                const std::string card = textOf(out / "README.md");
                for (const std::string& fact : facts)
                    QVERIFY2(has(card, "| " + fact + " |"), (fact + " in\n" + card).c_str());
                QVERIFY(has(card, "license: cc0-1.0") && has(card, "| weights | ema |"));
                QCOMPARE(has(card, "from_pretrained"), std::string(format) == "diffusers");
                QVERIFY(loadModel(out, torch::kCPU).isStudent());
            }
    }
    void anExportIsWholeOrNotThere()
    {
        const fs::path out = at("whole/model");
        const auto entries = [&] { return fs::exists(at("whole")) ? std::distance(fs::directory_iterator(at("whole")), fs::directory_iterator()) : 0; };
        // Stopped at its beginning, when the model is about to be written, and when it stands there under another name.
        struct Stopper final : RunObserver {
            RunControl control;
            std::int64_t at = 0;
            void onProgress(const Progress& p) override
            {
                if (p.imagesSeen == at)
                    control.requestStop(StopRequest::Abort);
            }
        };
        for (const std::int64_t moment : {0, 1, 2}) {
            Stopper stopper;
            stopper.at = moment;
            QVERIFY(!exportModel({m_trained, "potstill"}, out, &stopper.control, &stopper));
            QCOMPARE(entries(), std::ptrdiff_t(0));
        }
        QVERIFY(exportModel({m_trained, "potstill"}, out));
        QCOMPARE(entries(), std::ptrdiff_t(1));
        QVERIFY(isExportedModel(out));
        const std::string averaged = loadModel(out, torch::kCPU).weightsHash;
        QVERIFY(has(failureOf([&] { exportModel({m_trained, "potstill"}, out); }), "not empty"));
        // An earlier export gives way, to the other weights here; what is no export stays.
        ExportRequest again{m_trained, "potstill", "raw"};
        again.replaces = true;
        QVERIFY(exportModel(again, out));
        QVERIFY(loadModel(out, torch::kCPU).weightsHash != averaged);
        QVERIFY(has(textOf(out / "README.md"), "| weights | raw |"));
        QVERIFY(has(failureOf([&] { exportModel(again, m_trained); }), "not empty"));
        QVERIFY(fs::exists(m_trained / "config.json"));
        QCOMPARE(entries(), std::ptrdiff_t(1));
    }
    void anExportWithAnythingElseInItIsNotReplaced()
    {
        for (const char* format : {"diffusers", "potstill"}) {
            const fs::path out = at("mixed") / format;
            ExportRequest request{m_trained, format};
            QVERIFY(exportModel(request, out));
            request.replaces = true;
            QVERIFY(isExportedModel(out));
            for (const char* name : {"notes.txt", "images/1.png"}) {
                put(out / name, "mine");
                QVERIFY(!isExportedModel(out));
                QVERIFY(has(failureOf([&] { exportModel(request, out); }), "not empty"));
                QVERIFY(fs::exists(out / name));
                fs::remove_all(out / *fs::path(name).begin());
            }
            QVERIFY(isExportedModel(out));
        }
        // Files of the same names that another program wrote.
        put(at("foreign/README.md"), "a model");
        put(at("foreign/model.json"), R"({"weights": "model.safetensors"})");
        QVERIFY(!isExportedModel(at("foreign")));
    }
    void picklesAreRefusedWithACommandThatWorksFromAnywhere()
    {
        const std::string converter = "'" + (resourceFolder() / "tools/convert_pickle.py").string() + "'";
        QVERIFY(fs::path(converter.substr(1)).is_absolute());
        put(at("it's here/model.ckpt"), "a pickle");
        const std::string quoted = "'" + m_dir.path().toStdString() + "/it'\\''s here/model.ckpt'";
        for (const fs::path& path : {at("it's here"), at("it's here/model.ckpt")}) {
            for (const std::string& failure : {failureOf([&] { describe(path); }), failureOf([&] { loadModel(path, torch::kCPU); })})
                QVERIFY2(has(failure, "pickle") && has(failure, converter) && has(failure, quoted), failure.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(RunSetupTest)
#include "runsetup_test.moc"
