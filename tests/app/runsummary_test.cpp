#include "app/window/runsummary.h"
#include "engine/io/jsonfile.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class RunSummaryTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    fs::path stored(const std::string& name, const char* kind, RunState state) const
    {
        const fs::path run =
            Project::openOrCreate(m_dir.filePath("p").toStdString())
                .createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", {{"kind", kind}, {"method", "imagine-flash"}, {"training", {{"images", 300}}}}}});
        StatsLog log(run, 0);
        for (int i = 1; i <= 3; ++i)
            log.append({100 * i, double(i), {{"teacher_distance", i == 2 ? 0.1 : 0.5}}});
        writeRunState(run, state, 300, state == RunState::Failed ? "no room" : "");
        return run;
    }
    static void warn(const fs::path& run, const char* code, std::int64_t images) { appendLog(run, LogLevel::Warning, RunWarning{code, images, {}, "said"}.text()); }

private Q_SLOTS:
    void eachRunSaysWhatToLookAt()
    {
        const fs::path failed = stored("failed", "student", RunState::Failed), collapsed = stored("collapsed", "student", RunState::Finished),
                       good = stored("good", "student", RunState::Finished), teacher = stored("teacher", "teacher", RunState::Finished);
        warn(failed, "collapse", 50);
        warn(collapsed, "collapse", 100);
        warn(collapsed, "slow-data", 200);
        fs::create_directories(good / "checkpoints" / "000000200");
        writeJsonFile(good / "checkpoints" / "000000200" / "manifest.json", Json::object());
        std::vector<RunReport> reports = reportsSince(m_dir.filePath("p").toStdString(), "2000-01-01T00:00:00Z");
        QCOMPARE(reports.size(), std::size_t(4));
        std::sort(reports.begin(), reports.end(), [](const RunReport& a, const RunReport& b) { return a.summary.folder < b.summary.folder; });
        QVERIFY(reports[1].warning && reports[1].warning->code == "collapse" && reports[1].warning->imagesSeen == 100);
        QVERIFY(!reports[2].warning);
        QCOMPARE(reports[2].bestImages, std::int64_t(200));
        QVERIFY(reports[2].isBestSaved && !reports[3].isBestSaved);

        RunSummaryDialog dialog(reports);
        QSignalSpy log(&dialog, &RunSummaryDialog::logChosen), ladder(&dialog, &RunSummaryDialog::ladderChosen), run(&dialog, &RunSummaryDialog::runChosen);
        QString of;
        std::int64_t moment = 0;
        connect(&dialog, &RunSummaryDialog::warningChosen, this, [&](const QString& folder, const RunWarning& w) {
            of = folder;
            moment = w.imagesSeen;
        });
        dialog.show();
        auto* list = dialog.findChild<QTreeWidget*>("runSummary.list");
        QVERIFY(list->topLevelItem(2)->text(2).contains("checkpoint of 200"));
        QVERIFY(list->topLevelItem(1)->text(3).contains("alike"));
        const auto look = [list](int row) { return qobject_cast<QPushButton*>(list->itemWidget(list->topLevelItem(row), 4)); };
        for (int row = 0; row < 4; ++row)
            QVERIFY(look(row) && (look(row)->focusPolicy() & Qt::TabFocus) && !look(row)->accessibleName().isEmpty());
        look(0)->click();
        QCOMPARE(log.value(0).value(0).toString().toStdString(), failed.string());
        dialog.show();
        look(1)->click();
        QCOMPARE(of.toStdString(), collapsed.string());
        QCOMPARE(moment, std::int64_t(100));
        dialog.show();
        look(3)->click();
        QCOMPARE(run.value(0).value(0).toString().toStdString(), teacher.string());
        // By the keyboard alone.
        dialog.show();
        list->setCurrentItem(list->topLevelItem(2));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(ladder.value(0).value(0).toString().toStdString(), good.string());
    }
    void whatWasWarnedOfBeforeIsNotNews()
    {
        const fs::path run = stored("old", "student", RunState::Stopped);
        warn(run, "collapse", 100);
        writeJsonFile(run / "state.json", {{"state", "stopped"}, {"images_seen", 300}, {"utc", "2999-01-02T00:00:00Z"}});
        const auto reports = reportsSince(m_dir.filePath("p").toStdString(), "2999-01-01T00:00:00Z");
        QCOMPARE(reports.size(), std::size_t(1));
        QVERIFY(!reports[0].warning);
    }
};

QTEST_MAIN(RunSummaryTest)
#include "runsummary_test.moc"
