#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "tests/io/smalldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/types.h>

#include <csignal>
#include <fstream>
#include <memory>

#include <sys/wait.h>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

CheckpointContent contentOf(std::int64_t images, std::int64_t size = 100)
{
    CheckpointContent content;
    const auto value = static_cast<double>(images);
    content.model = {{"w", torch::full({size}, value)}};
    content.ema = {{"w", torch::full({size}, value / 2)}};
    content.optimizer = {{"w.m", torch::full({size}, value * 2)}};
    content.state = {{"images_seen", images}};
    return content;
}

void flipByte(const fs::path& file)
{
    std::string bytes = readFile(file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
}

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

class CheckpointTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        writeJsonFile(folder() / "config.json", {{"id", "x"}});
    }
    void roundTrip()
    {
        (void)writeCheckpoint(folder(), 64, contentOf(64));
        const fs::path at = writeCheckpoint(folder(), 128, contentOf(128));
        QCOMPARE(at.filename().string(), std::string("000000128"));
        QCOMPARE(verifyCheckpoint(at), std::string());
        const CheckpointContent read = readCheckpoint(at);
        QCOMPARE(read.model.at("w")[3].item<double>(), 128.0);
        QCOMPARE(read.ema.at("w")[3].item<double>(), 64.0);
        QCOMPARE(read.optimizer.at("w.m")[3].item<double>(), 256.0);
        QVERIFY(read.state == Json({{"images_seen", 128}}));
        const Json manifest = readJsonFile(at / "manifest.json");
        QCOMPARE(manifest["parent"].get<std::string>(), std::string("000000064"));
        QCOMPARE(manifest["config_sha256"].get<std::string>(), sha256OfFile(folder() / "config.json"));
        QVERIFY((namesIn(folder() / "checkpoints") == std::vector<std::string>{"000000064", "000000128"}));
    }
    void filesThatAreNotNeededAreLeftOut()
    {
        CheckpointContent content = contentOf(1);
        content.ema.clear();
        content.optimizer.clear();
        const fs::path at = writeCheckpoint(folder(), 1, content);
        QVERIFY((namesIn(at) == std::vector<std::string>{"manifest.json", "model.safetensors", "state.json"}));
        QVERIFY(readCheckpoint(at).ema.empty());
    }
    void damagedOnesArePassedOverAndSaid_data()
    {
        QTest::addColumn<QString>("defect");
        QTest::addColumn<QString>("sentence");
        for (const auto& [defect, sentence] : std::vector<std::pair<QString, QString>>{{"truncated", "model.safetensors: "},
                                                                                       {"flipped", "model.safetensors: hash differs"},
                                                                                       {"flipped state", "state.json: hash differs"},
                                                                                       {"no manifest", "manifest.json: missing"},
                                                                                       {"cut manifest", "manifest.json"},
                                                                                       {"odd manifest", "of the wrong type"},
                                                                                       {"missing file", "ema.safetensors: missing"}})
            QTest::newRow(qPrintable(defect)) << defect << sentence;
    }
    void damagedOnesArePassedOverAndSaid()
    {
        QFETCH(QString, defect);
        QFETCH(QString, sentence);
        const fs::path good = writeCheckpoint(folder(), 64, contentOf(64));
        const fs::path bad = writeCheckpoint(folder(), 128, contentOf(128));
        if (defect == "truncated")
            fs::resize_file(bad / "model.safetensors", fs::file_size(bad / "model.safetensors") - 1);
        else if (defect == "flipped")
            flipByte(bad / "model.safetensors");
        else if (defect == "flipped state")
            flipByte(bad / "state.json");
        else if (defect == "no manifest")
            fs::remove(bad / "manifest.json");
        else if (defect == "cut manifest")
            fs::resize_file(bad / "manifest.json", 20);
        else if (defect == "odd manifest")
            writeJsonFile(bad / "manifest.json", {{"format", 1}, {"files", {{{"name", 3}}}}});
        else
            fs::remove(bad / "ema.safetensors");
        std::vector<RunWarning> skipped;
        const auto newest = newestGoodCheckpoint(folder(), &skipped);
        QVERIFY(newest && *newest == good);
        QCOMPARE(skipped.size(), std::size_t(1));
        const QString said = QString::fromStdString(skipped[0].sentence);
        QVERIFY2(said.contains(sentence) && said.contains("000000128"), qPrintable(said));
        QCOMPARE(skipped[0].code, std::string("damaged-checkpoint"));
        QCOMPARE(skipped[0].argument("run"), fs::weakly_canonical(folder()).filename().string());
        QVERIFY2(said.contains(QString::fromStdString(skipped[0].argument("file"))) && !skipped[0].argument("file").empty(), qPrintable(said));
        QCOMPARE(skipped[0].imagesSeen, std::int64_t(128));
        // Trained on to the same place, the damaged one is replaced.
        QVERIFY(writeCheckpoint(folder(), 128, contentOf(128)) == bad);
        skipped.clear();
        QVERIFY(newestGoodCheckpoint(folder(), &skipped) == bad);
        QVERIFY(skipped.empty());
        QVERIFY((namesIn(folder() / "checkpoints") == std::vector<std::string>{"000000064", "000000128"}));
    }
    void aKilledWriterLeavesTheOldOnesOrAWholeNewOne()
    {
        (void)writeCheckpoint(folder(), 64, contentOf(64, 10000));  // on a slow machine the first kill comes before the first writer has begun
        for (int round = 0; round < 25; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                // Many threads of the parent do not exist here: content is made without parallel loops.
                for (int k = 0;; ++k) {
                    (void)writeCheckpoint(folder(), 64 * (1 + k % 3), contentOf(64 * (1 + k % 3), 10000));
                    pruneCheckpoints(folder(), 2, 0);
                }
            }
            ::usleep(static_cast<useconds_t>(10000 + 3777 * round));
            int status = 0;
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);  // it was still writing
            for (const auto& name : namesIn(folder() / "checkpoints"))
                if (name.front() != '.')
                    QCOMPARE(verifyCheckpoint(folder() / "checkpoints" / name), std::string());
        }
        QVERIFY(newestGoodCheckpoint(folder()).has_value());
        pruneCheckpoints(folder(), 3, 0);
        for (const auto& name : namesIn(folder() / "checkpoints"))
            QVERIFY2(name.front() != '.', name.c_str());
    }
    void aFullDiskLeavesNothingBehind()
    {
        const fs::path small = folder() / "small";
        const SmallDisk disk(small, 256 << 10);
        const fs::path good = writeCheckpoint(small, 64, contentOf(64));
        try {
            (void)writeCheckpoint(small, 128, contentOf(128, 1 << 18));
            QFAIL("there was room");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::DiskFull);
        }
        QVERIFY((namesIn(small / "checkpoints") == std::vector<std::string>{"000000064"}));
        QVERIFY(newestGoodCheckpoint(small) == good);
        QCOMPARE(verifyCheckpoint(writeCheckpoint(small, 128, contentOf(128))), std::string());
    }
    void pruningKeepsWhatItShould()
    {
        for (int i = 1; i <= 8; ++i)
            (void)writeCheckpoint(folder(), 100 * i, contentOf(100 * i));
        fs::create_directories(folder() / "checkpoints" / ".tmp-000000900-1");
        std::ofstream(folder() / "checkpoints" / ".tmp-000000900-1" / "model.safetensors") << "half";
        pruneCheckpoints(folder(), 2, 300, {folder() / "checkpoints" / "000000100"});
        QVERIFY((namesIn(folder() / "checkpoints") == std::vector<std::string>{"000000100", "000000300", "000000600", "000000700", "000000800"}));
        pruneCheckpoints(folder(), 0, 0);
        QVERIFY((namesIn(folder() / "checkpoints") == std::vector<std::string>{"000000800"}));
    }
    void theFirstCheckpointAfterEachMultipleStays()
    {
        // As a run with batches of 64 writes them, each pruned at once; one more was asked for by hand.
        for (int images : {0, 25024, 50048, 60032, 75008, 100032, 125056, 150016}) {
            (void)writeCheckpoint(folder(), images, contentOf(images));
            pruneCheckpoints(folder(), 1, 50000);
        }
        QVERIFY((namesIn(folder() / "checkpoints") == std::vector<std::string>{"000050048", "000100032", "000150016"}));
    }

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(CheckpointTest)
#include "checkpoint_test.moc"
