#include "engine/core/runwarning.h"
#include "engine/data/packedset.h"
#include "engine/data/packing.h"
#include "engine/imaging/imagefile.h"
#include "engine/io/atomicfile.h"
#include "tests/imaging/encoded.h"

#include <torch/types.h>
#include <zip.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <set>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

class Recorder final : public RunObserver {
public:
    void onProgress(const Progress& p) override { progress.push_back(p); }
    void onLog(LogLevel, const std::string& text) override { log += text + "\n"; }
    std::vector<Progress> progress;
    std::string log;
};

Image solid(std::uint8_t value, int size = 16)
{
    Image image(size, size, 3);
    std::fill(image.pixels.begin(), image.pixels.end(), value);
    return image;
}

void addToZip(zip_t* zip, const std::string& name, const std::string& content)
{
    void* copy = std::malloc(content.size());
    std::memcpy(copy, content.data(), content.size());
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, copy, content.size(), 1), ZIP_FL_ENC_UTF_8);
}

std::string pngText(std::uint8_t value)
{
    const Encoded bytes = encoded(matrixOf(solid(value)), ".png");
    return {bytes.begin(), bytes.end()};
}

}  // namespace

class PackingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root, m_cache;
    DataOptions m_options;
    int m_number = 0;

    std::size_t cachedFiles() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_cache), fs::directory_iterator())); }
    std::shared_ptr<const Dataset> open(RunObserver* observer = nullptr, RunControl* control = nullptr) const { return openDataset(m_options, m_cache, control, observer); }
    /// What opening fails with, as Error::line().
    RunWarning cause() const
    {
        try {
            (void)open();
        } catch (const Error& e) {
            return RunWarning::fromText(e.line());
        }
        return RunWarning::fromText("no error");
    }
    QString failure() const { return QString::fromStdString(cause().sentence); }
    /// The source becomes a ZIP of 4200 images, of which 201 are broken: more than are listed in the set itself, fewer than are refused.
    void useZipWithManyBroken()
    {
        const std::string good = pngText(9);
        int failed = 0;
        m_options.source = (m_root / "many.zip").string();
        zip_t* zip = zip_open(m_options.source.c_str(), ZIP_CREATE, &failed);
        for (int i = 0; i < 4200; ++i)
            addToZip(zip, QString("%1.png").arg(i, 4, 10, QChar('0')).toStdString(), i % 20 == 0 && i < 4020 ? "broken" : good);
        QCOMPARE(zip_close(zip), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_root = fs::path(m_folder.path().toStdString()) / std::to_string(m_number);
        m_cache = fs::path(m_folder.path().toStdString()) / ("cache" + std::to_string(m_number++));
        fs::create_directories(m_root);
        fs::create_directories(m_cache);
        m_options = {};
        m_options.source = m_root.string();
        m_options.imageSize = 16;
    }
    void classFoldersGiveLabels()
    {
        for (int i = 0; i < 3; ++i) {
            writePng(m_root / ("a" + std::to_string(i) + ".png"), solid(1));
            fs::create_directories(m_root / "cat" / "indoors");
            fs::create_directories(m_root / "dog");
            writePng(m_root / "cat" / "indoors" / (std::to_string(i) + ".png"), solid(static_cast<std::uint8_t>(50 + i)));
        }
        save(m_root / "dog" / "x.jpg", encoded(matrixOf(solid(120)), ".jpg"));
        save(m_root / "dog" / "y.webp", encoded(matrixOf(solid(121)), ".webp"));
        save(m_root / "dog" / "notes.txt", {1});
        Recorder recorder;
        const auto data = open(&recorder);
        QCOMPARE(data->size(), std::int64_t(5));
        QCOMPARE(data->classNames(), (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(data->classCounts(), (std::vector<std::int64_t>{3, 2}));
        const auto [images, labels] = data->get({1, 4});
        QCOMPARE(images[0].max().item<int>(), 51);
        QCOMPARE(images[1].min().item<int>(), 121);
        QCOMPARE(labels[1].item<std::int64_t>(), std::int64_t(1));
        QVERIFY(recorder.log.find("3 images that lie beside the class folders") != std::string::npos);
        QVERIFY(recorder.log.find("notes.txt") != std::string::npos);
        const Json facts = data->facts();
        QCOMPARE(facts.at("notes").size(), std::size_t(2));
        const RunWarning files = RunWarning::fromText(facts.at("notes")[0].get<std::string>()), beside = RunWarning::fromText(facts.at("notes")[1].get<std::string>());
        QCOMPARE(files.code, std::string("no-image-files"));
        QCOMPARE(files.argument("example"), std::string("notes.txt"));
        QCOMPARE(beside.code, std::string("beside-classes"));
        QCOMPARE(beside.argument("count"), std::string("3"));
        const RunWarning logged = RunWarning::fromText(recorder.log.substr(0, recorder.log.find('\n')));
        QCOMPARE(logged.code, files.code);
        QCOMPARE(logged.sentence, m_options.source + ": " + files.sentence);
        QCOMPARE(factsInSentences(*data).at("notes"), Json::array({files.sentence, beside.sentence}));
        QCOMPARE(recorder.progress.back().stage, std::string("pack data"));
        QCOMPARE(recorder.progress.back().imagesSeen, std::int64_t(5));
        m_options.labels = false;
        QCOMPARE(open()->size(), std::int64_t(8));
        QCOMPARE(open()->classCount(), std::int64_t(0));
    }
    void aWrapperFolderIsNoClass()
    {
        for (const char* name : {"ant", "bee"}) {
            fs::create_directories(m_root / "train" / name);
            writePng(m_root / "train" / name / "1.png", solid(9));
        }
        QCOMPARE(open()->classNames(), (std::vector<std::string>{"ant", "bee"}));
    }
    void flatFoldersHaveNoClasses()
    {
        for (int i = 0; i < 20; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(static_cast<std::uint8_t>(i)));
        QCOMPARE(open()->classCount(), std::int64_t(0));
        QVERIFY(!open()->get({0}).second.defined());
        m_options.maxImages = 4;
        QCOMPARE(open()->size(), std::int64_t(4));
    }
    void secondOpeningReadsThePackedSet()
    {
        for (int i = 0; i < 5; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(static_cast<std::uint8_t>(i)));
        const auto first = open();
        QCOMPARE(cachedFiles(), std::size_t(1));
        Recorder recorder;
        const auto second = open(&recorder);
        QVERIFY(recorder.progress.empty());
        QVERIFY(torch::equal(first->get({0, 1, 2, 3, 4}).first, second->get({0, 1, 2, 3, 4}).first));
        QCOMPARE(first->fingerprint(), second->fingerprint());
        // The packed file is a source in its own right.
        DataOptions packed = m_options;
        packed.source = fs::directory_iterator(m_cache)->path().string();
        QCOMPARE(openDataset(packed, "unused")->fingerprint(), first->fingerprint());
    }
    void changedFilesAndSettingsRepack()
    {
        for (int i = 0; i < 3; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(static_cast<std::uint8_t>(i)));
        const auto before = open();
        writePng(m_root / "1.png", solid(200));
        fs::last_write_time(m_root / "1.png", fs::file_time_type::clock::now() + std::chrono::seconds(5));
        const auto after = open();
        QCOMPARE(after->get({1}).first.max().item<int>(), 200);
        QCOMPARE(before->get({1}).first.max().item<int>(), 1);  // the old mapping lives on
        QVERIFY(before->fingerprint() != after->fingerprint());
        m_options.channels = 1;
        QCOMPARE(open()->channels(), 1);
        QCOMPARE(cachedFiles(), std::size_t(3));
    }
    void aDamagedPackedSetIsMadeAnew()
    {
        for (int i = 0; i < 3; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(7));
        (void)open();
        const fs::path file = fs::directory_iterator(m_cache)->path();
        fs::resize_file(file, fs::file_size(file) - 100);
        writeFileAtomically(file.string() + ".skipped.txt", "of an older set\n");
        Recorder recorder;
        QCOMPARE(open(&recorder)->size(), std::int64_t(3));
        QVERIFY(recorder.log.find("made anew") != std::string::npos);
        QVERIFY(!open()->facts().contains("skipped_list"));
    }
    void unreadableImagesAreSkippedAndNamed()
    {
        for (int i = 0; i < 40; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(static_cast<std::uint8_t>(i)));
        Encoded cut = encoded(matrixOf(fields(32, 32)), ".jpg");
        cut.resize(cut.size() / 2);
        save(m_root / "cut.jpg", cut);
        fs::create_symlink(m_root / "vanished.png", m_root / "link.png");
        Recorder recorder;
        const auto data = open(&recorder);
        QCOMPARE(data->size(), std::int64_t(40));
        const Json facts = data->facts();
        QCOMPARE(facts["skipped_images"].get<int>(), 2);
        std::map<std::string, std::string> causes;
        for (const Json& line : facts["skipped"]) {
            const auto warning = RunWarning::parse(line.get<std::string>());
            QVERIFY2(warning && warning->code == "unreadable-image", line.dump().c_str());
            causes[fs::path(warning->argument("file")).filename().string()] = warning->argument("cause");
        }
        QCOMPARE(causes.size(), std::size_t(2));
        QCOMPARE(causes["cut.jpg"], std::string("bad_file"));
        QVERIFY2(causes["link.png"] == "not_found" || causes["link.png"] == "io", causes["link.png"].c_str());
        QVERIFY(recorder.log.find("cut.jpg") != std::string::npos);
        QCOMPARE(open()->facts(), facts);
    }
    void ofVeryManyUnreadableImagesThereIsAList()
    {
        useZipWithManyBroken();
        Recorder recorder;
        const auto data = open(&recorder);
        QCOMPARE(data->size(), std::int64_t(4200 - 201));
        const Json facts = data->facts();
        QCOMPARE(facts["skipped"].size(), std::size_t(200));
        const std::string list = facts.at("skipped_list").get<std::string>();
        QVERIFY2(recorder.log.find("201 images cannot be read") != std::string::npos && recorder.log.find(list) != std::string::npos, recorder.log.c_str());
        const QString text = QString::fromStdString(readFile(list));
        QCOMPARE(text.count('\n'), 201);
        QVERIFY2(text.contains("0000.png") && text.contains("4000.png"), qPrintable(text.right(200)));
    }
    void aSetThatCannotBeWrittenLeavesTheListOfTheOldOne()
    {
        useZipWithManyBroken();
        const fs::path target = packedFileFor(scanImageSource(m_options), m_options, m_cache), list = skippedListOf(target);
        fs::create_directories(target);  // a file cannot take the name of a folder
        writeFileAtomically(list, "of the old set\n");
        Recorder recorder;
        QVERIFY_THROWS_EXCEPTION(Error, open(&recorder));
        QCOMPARE(readFile(list), std::string("of the old set\n"));
        QVERIFY2(recorder.log.find("skipped 0000.png") != std::string::npos && recorder.log.find(list.string()) == std::string::npos, recorder.log.c_str());
        QCOMPARE(cachedFiles(), std::size_t(2));  // the folder and the list
    }
    void tooManyUnreadableImagesAreRefused()
    {
        for (int i = 0; i < 30; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(3));
        save(m_root / "bad1.png", {1, 2, 3});
        save(m_root / "bad2.png", {});
        const QString message = failure();
        QVERIFY2(message.contains("2 of 32 images cannot be read") && message.contains("bad1.png") && message.contains("bad2.png"), qPrintable(message));
        const RunWarning why = cause(), first = RunWarning::fromText(why.argument("first"));
        QCOMPARE(why.code, std::string("unreadable-images"));
        QCOMPARE(why.argument("source"), fs::canonical(m_root).string());
        QVERIFY(why.number("count") == 2 && why.number("total") == 32 && why.number("percent") == 5);
        QVERIFY2(first.code == "unreadable-image" && first.argument("file") == "bad1.png", why.argument("first").c_str());
        QCOMPARE(cachedFiles(), std::size_t(0));
    }
    void aSetWithoutAReadableImageIsRefused()
    {
        save(m_root / "only.png", {1, 2, 3});
        QCOMPARE(cause().code, std::string("unreadable-images"));
        QVERIFY(cause().argument("count") == "1" && cause().argument("total") == "1");
        QCOMPARE(cachedFiles(), std::size_t(0));
    }
    void whatDecodingDidIsSaid()
    {
        save(m_root / "a.jpg", withExif(encoded(matrixOf(fields(32, 32)), ".jpg"), 6));
        save(m_root / "b.png", encoded(cv::Mat(16, 16, CV_8UC4, cv::Scalar(0, 0, 255, 0)), ".png"));
        save(m_root / "c.png", encoded(cv::Mat(16, 16, CV_16UC1, cv::Scalar(257 * 40)), ".png"));
        m_options.background = "#102030";
        const auto data = open();
        const Json facts = data->facts();
        QCOMPARE(facts["turned_by_exif"].get<int>(), 1);
        QCOMPARE(facts["transparent"].get<int>(), 1);
        QCOMPARE(facts["from_16_bit"].get<int>(), 1);
        QCOMPARE(facts["from_grey"].get<int>(), 1);
        const torch::Tensor see = data->get({1}).first[0];
        QCOMPARE(see[0][3][3].item<int>(), 0x10);
        QCOMPARE(see[2][3][3].item<int>(), 0x30);
        m_options.background = "white";
        QVERIFY(failure().contains("#rrggbb"));
    }
    void emptySourcesSayWhatIsMissing()
    {
        QVERIFY(failure().contains("it is empty"));
        save(m_root / "set.zip", {1});
        QVERIFY(failure().contains("it holds 'set.zip'; name that file itself"));
        m_options.source = (m_root / "nowhere").string();
        QVERIFY(failure().contains("there is no such folder or file"));
        m_options.source = "";
        QVERIFY(failure().contains("is empty"));
        writePng(m_root / "one.png", solid(1));
        m_options.source = (m_root / "one.png").string();
        QVERIFY(failure().contains("name the folder"));
    }
    void aSingleImageIsPackedWithAWarning()
    {
        writePng(m_root / "one.png", solid(1));
        Recorder recorder;
        QCOMPARE(open(&recorder)->size(), std::int64_t(1));
        QVERIFY(recorder.log.find("one image only") != std::string::npos);
    }
    void namesThatAreNoUtf8AreShown()
    {
        for (int i = 0; i < 40; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(3));
        save(m_root / "caf\xe9.png", {1});
        const auto data = open();
        fs::remove(m_root / "caf\xe9.png");      // Qt could not
        QVERIFY(!data->facts().dump().empty());  // throws on text that is no UTF-8
    }
    void stopLeavesNothingBehind()
    {
        for (int i = 0; i < 40; ++i)
            writePng(m_root / (std::to_string(i) + ".png"), solid(3));
        RunControl control;
        control.requestStop(StopRequest::Abort);
        QVERIFY_THROWS_EXCEPTION(PackingStopped, open(nullptr, &control));
        QCOMPARE(cachedFiles(), std::size_t(0));
    }
    void zipsWithLabelsOpen()
    {
        const fs::path path = m_root / "set.zip";
        int code = 0;
        zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, &code);
        Json labels = Json::array();
        for (int i = 0; i < 6; ++i) {
            const std::string name = "00000/img" + std::to_string(i) + ".png";
            addToZip(zip, name, pngText(static_cast<std::uint8_t>(10 * i)));
            labels.push_back({name, i % 2 ? 4 : 0});
        }
        addToZip(zip, "dataset.json", Json{{"labels", labels}}.dump());
        QCOMPARE(zip_close(zip), 0);
        m_options.source = path.string();
        const auto data = open();
        QCOMPARE(data->size(), std::int64_t(6));
        QCOMPARE(data->classCounts(), (std::vector<std::int64_t>{3, 0, 0, 0, 3}));
        QCOMPARE(data->get({5}).first.max().item<int>(), 50);
        QCOMPARE(data->get({5}).second.item<std::int64_t>(), std::int64_t(4));
    }
    void zipsWithClassFoldersOpenAndDamagedOnesDoNot()
    {
        const fs::path path = m_root / "set.zip";
        int code = 0;
        zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, &code);
        addToZip(zip, "cat/1.png", pngText(1));
        addToZip(zip, "dog/1.png", pngText(2));
        QCOMPARE(zip_close(zip), 0);
        m_options.source = path.string();
        QCOMPARE(open()->classNames(), (std::vector<std::string>{"cat", "dog"}));
        fs::resize_file(path, 100);
        QVERIFY(failure().contains("set.zip"));
    }
    void realPhotographsArePacked()
    {
        const QString folder = qEnvironmentVariable("POTSTILL_DATA");
        const fs::path archive = fs::path(folder.toStdString()) / "cifar10-train.tar.gz";
        if (folder.isEmpty() || !fs::exists(archive))
            QSKIP("needs real data: set POTSTILL_DATA to a folder that holds cifar10-train.tar.gz");
        QProcess tar;
        tar.start("tar", {"xzf", QString::fromStdString(archive.string()), "-C", QString::fromStdString(m_root.string())});
        QVERIFY(tar.waitForFinished(120000) && tar.exitCode() == 0);
        m_options.imageSize = 32;
        QElapsedTimer timer;
        timer.start();
        const auto data = open();
        QVERIFY2(timer.elapsed() < 60000, "50,000 JPEGs pack within a minute on two cores");
        QCOMPARE(data->size(), std::int64_t(50000));
        QCOMPARE(data->classCount(), std::int64_t(10));
        QCOMPARE(data->classCounts(), std::vector<std::int64_t>(10, 5000));
        QVERIFY(data->facts()["skipped"].empty());
        timer.restart();
        QCOMPARE(open()->fingerprint(), data->fingerprint());
        QVERIFY(timer.elapsed() < 5000);
        // A known file through this road and straight.
        const Image straight = readImageFile(m_root / "train" / data->classNames()[3] / "0000.jpg");
        QVERIFY(imageFromTensor(data->get({15000}).first[0]) == straight);
    }
};

QTEST_GUILESS_MAIN(PackingTest)
#include "packing_test.moc"
