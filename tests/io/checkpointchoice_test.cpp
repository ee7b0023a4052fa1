#include "engine/core/error.h"
#include "engine/io/checkpointchoice.h"
#include "engine/io/jsonfile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class CheckpointChoiceTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path run() const { return m_dir->path().toStdString(); }
    void write(const std::string& name, const Json& state) const
    {
        fs::create_directories(run() / "checkpoints" / name);
        writeJsonFile(run() / "checkpoints" / name / "manifest.json", Json::object());
        writeJsonFile(run() / "checkpoints" / name / "state.json", state);
    }
    QString refusal(const std::string& name) const
    {
        try {
            (void)checkpointByName(run(), name);
        } catch (const Error& e) {
            return QString::fromStdString(e.what());
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theBestIsThatOfTheNewest()
    {
        write("000000100", {{"best", {{"figure", "loss"}, {"checkpoint", "checkpoints/000000100"}}}});
        write("000000200", {{"best", {{"figure", "loss"}, {"checkpoint", "checkpoints/000000200"}}}});
        write("000000300", {{"best", {{"figure", "loss"}, {"checkpoint", "checkpoints/000000200"}}}});
        const auto choices = checkpointChoices(run());
        QCOMPARE(choices.size(), std::size_t(3));
        QCOMPARE(choices[0].images, std::int64_t(300));
        QVERIFY(choices[0].bestBy.empty() && choices[2].bestBy.empty());
        QCOMPARE(choices[1].bestBy, std::string("loss"));
        QCOMPARE(checkpointByName(run(), "best"), run() / "checkpoints" / "000000200");
        QCOMPARE(checkpointByName(run(), "newest"), run());
        for (const char* name : {"100", "000000100"})
            QCOMPARE(checkpointByName(run(), name), run() / "checkpoints" / "000000100");
    }
    void theRunOfACheckpointIsToldByItsPath()
    {
        for (const char* checkpoint : {"/p/runs/00001-a/checkpoints/000000500", "/p/runs/00001-a/checkpoints/000000500/"})
            QCOMPARE(runOfCheckpoint(checkpoint), fs::path("/p/runs/00001-a"));
        QCOMPARE(runOfCheckpoint("runs/00001-a/checkpoints/000000500"), fs::path("runs/00001-a"));
        for (const char* other : {"/p/runs/00001-a", "/p/runs/00001-a/checkpoints", "bundled:sprites-v", ""})
            QCOMPARE(runOfCheckpoint(other), fs::path(other));
    }
    void aDamagedNewestLeavesTheOneBeforeToTell()
    {
        write("000000100", {{"best", {{"figure", "loss"}, {"checkpoint", "checkpoints/000000100"}}}});
        write("000000200", Json::object());
        fs::resize_file(run() / "checkpoints/000000200/state.json", 1);
        QCOMPARE(checkpointByName(run(), "best").filename().string(), std::string("000000100"));
    }
    void whatIsNotThereIsAnsweredWithWhatIs()
    {
        QVERIFY(refusal("best").contains("no checkpoints"));
        write("000000100", {{"best", {{"figure", "none"}, {"checkpoint", ""}}}});
        QVERIFY2(refusal("best").contains("keeps no best") && refusal("best").contains("100"), qPrintable(refusal("best")));
        QVERIFY2(refusal("250").contains("'250'") && refusal("250").contains("100"), qPrintable(refusal("250")));
    }
};

QTEST_GUILESS_MAIN(CheckpointChoiceTest)
#include "checkpointchoice_test.moc"
