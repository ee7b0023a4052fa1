#include "app/pages/trainpage.h"
#include "app/pages/warningstrip.h"
#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "engine/io/jsonfile.h"
#include "tests/app/support.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <atomic>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

RunWarning warning(const char* code, std::int64_t images = 128)
{
    return {code, images, {{"ratio", "3e-09"}, {"best", "1"}, {"now", "0.2"}, {"share", "0.995"}}, "said by the engine"};
}

}  // namespace

class WarningStripTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void cleanup() { finishBackgroundWork(); }

    void everyCauseIsToldInTheReadersWords_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"non-finite", "hardly-changes", "discriminator-wins", "collapse", "slow-data", "slow-disk", "low-disk"})
            QTest::newRow(code) << QString(code);
    }
    void everyCauseIsToldInTheReadersWords()
    {
        QFETCH(QString, code);
        const RunWarning w = warning(code.toLatin1().constData());
        QVERIFY(WarningTexts::sentence(w) != "said by the engine");
        QVERIFY(!WarningTexts::advice(w).isEmpty());
        QCOMPARE(WarningTexts::sentenceOfLine(QString::fromStdString(w.text())), WarningTexts::sentence(w));
        QCOMPARE(WarningTexts::sentenceOfLine("skipped a.png"), QString("skipped a.png"));
    }
    void whatIsSaidOfModelsAndSamplesIsToldInTheReadersWords_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"damaged-checkpoint", "nearest-sampler", "score-sampler", "off-grid", "off-grid-times", "other-size", "unreadable-image"})
            QTest::newRow(code) << QString(code);
    }
    void whatIsSaidOfModelsAndSamplesIsToldInTheReadersWords()
    {
        QFETCH(QString, code);
        const RunWarning w{code.toStdString(),
                           0,
                           {{"run", "a run"},
                            {"checkpoint", "000000128"},
                            {"file", "ema.safetensors"},
                            {"steps", "5"},
                            {"calls", "3"},
                            {"column", "a"},
                            {"first", "b"},
                            {"scheduler", "UniPC"},
                            {"sampler", "ddim"},
                            {"cause", "unsupported"}},
                           "said by the engine"};
        const QString sentence = WarningTexts::sentence(w);
        QVERIFY(sentence != "said by the engine");
        QVERIFY2(!sentence.contains('%'), qPrintable(sentence));
        QCOMPARE(WarningTexts::sentenceOfLine(QString::fromStdString(w.text())), sentence);
        // No curve shows it.
        WarningStrip strip;
        strip.setWarning(w);
        QVERIFY(child<QPushButton>(strip, "train.warningCause")->isHidden());
    }
    void theNewestIsShownUntilItIsPutAway()
    {
        WarningStrip strip;
        QVERIFY(strip.isHidden());
        strip.setWarning(warning("hardly-changes"));
        strip.setWarning(warning("collapse"));
        QVERIFY(!strip.isHidden());
        auto* text = child<QLabel>(strip, "train.warningText");
        QVERIFY(text->text().contains("alike") && text->text().contains("128"));
        QCOMPARE(strip.accessibleDescription(), text->text());
        child<QToolButton>(strip, "train.warningClose")->click();
        QVERIFY(strip.isHidden());
        strip.setWarning(warning("collapse"));
        QVERIFY(strip.isHidden());
        strip.setWarning(warning("collapse", 256));
        QVERIFY(!strip.isHidden());
        strip.show();
        QTest::keyClick(child<QPushButton>(strip, "train.warningCause"), Qt::Key_Escape);
        QVERIFY(strip.isHidden());
    }
    void aFailureComesFirst()
    {
        WarningStrip strip;
        QSignalSpy log(&strip, &WarningStrip::logWanted);
        strip.setFailure("no room");
        strip.setWarning(warning("collapse"));
        QVERIFY(child<QLabel>(strip, "train.warningText")->text().contains("no room"));
        QVERIFY(child<QPushButton>(strip, "train.warningCause")->isHidden());
        child<QPushButton>(strip, "train.warningLog")->click();
        QCOMPARE(log.size(), 1);
        child<QToolButton>(strip, "train.warningClose")->click();
        QVERIFY(child<QLabel>(strip, "train.warningText")->text().contains("alike"));
    }
    void aReopenedRunShowsItsWarningAndAnotherRunDoesNot()
    {
        const QString a = finishedRun(m_dir.filePath("reopened"), "a"), b = finishedRun(m_dir.filePath("reopened"), "b"), c = finishedRun(m_dir.filePath("reopened"), "c");
        appendLog(a.toStdString(), LogLevel::Warning, warning("collapse").text());
        appendLog(a.toStdString(), LogLevel::Info, "finished");
        writeRunState(c.toStdString(), RunState::Failed, 250, "no room");
        RunSession session;
        TrainPage page(session);
        auto* strip = child<WarningStrip>(page, "train.warning");
        page.showRun(a);
        QTRY_VERIFY(!strip->isHidden());
        child<QPushButton>(page, "train.warningCause")->click();
        QCOMPARE(child<QTabWidget>(page, "train.tabs")->currentIndex(), int(ChartPanel::Gradients));
        page.showRun(b);
        QVERIFY(strip->isHidden());
        page.showRun(c);
        QTRY_VERIFY(!strip->isHidden());
        QVERIFY(child<QLabel>(page, "train.warningText")->text().contains("no room"));
        page.showRun({});
        QVERIFY(strip->isHidden());
    }
    void aFollowedRunWarnsWhileAnotherProgramTrainsIt()
    {
        const QString run = finishedRun(m_dir.filePath("followed"), "a");
        writeJsonFile(run.toStdString() + "/lock", {{"pid", 7}, {"host", "elsewhere"}, {"heartbeat_ms", QDateTime::currentMSecsSinceEpoch()}});
        RunSession session;
        TrainPage page(session);
        auto* strip = child<WarningStrip>(page, "train.warning");
        page.showRun(run);
        QTRY_VERIFY(!child<QWidget>(page, "train.owner")->isHidden());
        QVERIFY(strip->isHidden());
        appendLog(run.toStdString(), LogLevel::Warning, warning("discriminator-wins").text());
        QTRY_VERIFY(!strip->isHidden());
    }
    void aLiveWarningOpensItsViewByItsCodeAndOnce()
    {
        const QString run = finishedRun(m_dir.filePath("live"), "a");
        RunSession session;
        TrainPage page(session);
        auto* tabs = child<QTabWidget>(page, "train.tabs");
        auto* strip = child<WarningStrip>(page, "train.warning");
        page.showRun(run);
        std::atomic<int> stage{0};
        QVERIFY(session.start(fakeJob([&stage, run](RunControl& control, RunObserver& observer) -> JobOutcome {
            observer.onRunFolder(run.toStdString());
            observer.onLog(LogLevel::Warning, warning("slow-disk").text());
            for (int said = 0; !control.isStopping(); control.waitForChange(5))
                if (stage > said) {
                    ++said;
                    observer.onLog(LogLevel::Warning, warning("slow-disk", 128 + said).text());
                }
            throw Error(ErrorCode::Io, "the disk is gone");
        })));
        QTRY_COMPARE(tabs->currentIndex(), int(ChartPanel::Speed));
        QVERIFY(!strip->isHidden());
        tabs->setCurrentIndex(ChartPanel::Loss);
        stage = 1;
        QTRY_VERIFY(child<QLabel>(page, "train.warningText")->text().contains("129"));
        QCOMPARE(tabs->currentIndex(), int(ChartPanel::Loss));
        session.finish();
        QTRY_VERIFY(child<QLabel>(page, "train.warningText")->text().contains("the disk is gone"));
    }
    void aLiveWarningOfTheNetworksOpensThem()
    {
        const QString run = finishedRun(m_dir.filePath("networks"), "a");
        QVERIFY(QDir(run).mkpath("samples"));
        for (const char* kind : {"ema", "networks"}) {
            const QString file = QString("%1/samples/000000064-%2.png").arg(run, kind);
            QImage image(8, 16, QImage::Format_RGB888);
            image.fill(Qt::red);
            QVERIFY(image.save(file));
            writeJsonFile(file.chopped(4).toStdString() + ".json", {{"columns", {"1 step", "2 steps"}}, {"rows", {"1"}}});
        }
        RunSession session;
        TrainPage page(session);
        auto* networks = child<QToolButton>(page, "train.networks");
        page.showRun(run);
        QTRY_COMPARE(child<ImageGrid>(page, "train.grid")->rowCount(), 2);
        QVERIFY(!networks->isChecked());
        QVERIFY(session.start([run] {
            return std::make_unique<FakeJob>([run](RunControl& control, RunObserver& observer) {
                observer.onRunFolder(run.toStdString());
                observer.onLog(LogLevel::Warning, warning("collapse").text());
                while (!control.isStopping())
                    control.waitForChange(5);
                return JobOutcome::Stopped;
            });
        }));
        QTRY_VERIFY(networks->isChecked());
        QCOMPARE(child<QTabWidget>(page, "train.tabs")->currentIndex(), int(ChartPanel::Gradients));
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
};

QTEST_MAIN(WarningStripTest)
#include "warningstrip_test.moc"
