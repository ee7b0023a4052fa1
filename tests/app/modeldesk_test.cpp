#include "app/pages/qualitycharts.h"
#include "app/session/background.h"
#include "app/session/sidejob.h"
#include "app/window/evaluatedialog.h"
#include "app/window/exportmodeldialog.h"
#include "app/window/mainwindow.h"
#include "app/window/modeldesk.h"
#include "app/window/noticebar.h"
#include "app/window/runsdock.h"
#include "app/window/sourcemenu.h"
#include "engine/io/diskuse.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runqueue.h"
#include "tests/app/support.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include <atomic>
#include <optional>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

/// The dialog of that name that is open; null = none.
QDialog* dialog(MainWindow& window, const char* name)
{
    for (QDialog* d : window.findChildren<QDialog*>(name))
        if (d->isVisible())
            return d;
    return nullptr;
}

/// As a person types it.
void type(QLineEdit* field, const QString& text)
{
    field->setText(text);
    Q_EMIT field->textEdited(text);
}

/// A job that does what is posted until it is stopped.
class Serving final : public RunJob {
public:
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        observer.onProgress(Progress{});
        while (!control.isStopping()) {
            control.runPostedTasks();
            control.waitForChange(5);
        }
        return JobOutcome::Stopped;
    }
};

/// A job that does nothing that is posted, and ends when it may.
class Deaf final : public RunJob {
public:
    explicit Deaf(std::atomic<bool>& mayEnd) : m_mayEnd(mayEnd) {}
    JobOutcome run(RunControl&, RunObserver& observer) override
    {
        observer.onProgress(Progress{});
        while (!m_mayEnd)
            QThread::msleep(5);
        return JobOutcome::Finished;
    }

private:
    std::atomic<bool>& m_mayEnd;
};

/// A job that takes its time to end, and does what is posted meanwhile.
class Lingering final : public RunJob {
public:
    explicit Lingering(std::atomic<bool>& mayEnd) : m_mayEnd(mayEnd) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        observer.onProgress(Progress{});
        while (!control.isStopping() || !m_mayEnd) {
            control.runPostedTasks();
            control.waitForChange(5);
        }
        return JobOutcome::Stopped;
    }

private:
    std::atomic<bool>& m_mayEnd;
};

}  // namespace

class ModelDeskTest final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_project, m_run;

    /// A window in which the run is selected.
    std::unique_ptr<MainWindow> opened()
    {
        auto window = std::make_unique<MainWindow>();
        if (!window->openProject(m_project))
            qFatal("the project cannot be opened");
        window->show();
        auto* runs = window->findChild<RunsDock*>();
        if (!QTest::qWaitFor([&] { return !runs->runs().empty(); }))
            qFatal("the run is not listed");
        runs->selectRun(m_run);
        return window;
    }

    /// A long evaluation, and a run that waits beside it.
    void evaluateBesideARun(MainWindow& window)
    {
        window.findChild<QAction*>("action.run.evaluate")->trigger();
        QDialog* d = dialog(window, "evaluate");
        auto* steps = child<QLineEdit>(*d, "evaluate.steps");
        QTRY_VERIFY(!steps->text().isEmpty());
        steps->setText("1000");
        child<QPushButton>(*d, "evaluate.start")->click();
        QVERIFY(window.modelDesk().isBusy());
        QVERIFY(window.session().start([] { return std::make_unique<Serving>(); }));
        QTRY_COMPARE(window.session().state(), RunSession::State::Running);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        // Two kinds of small images, easy to tell apart, and a teacher that saw a few of them.
        for (int i = 0; i < 200; ++i) {
            QImage image(16, 16, QImage::Format_RGB888);
            image.fill(QColor::fromHsv((37 * i) % 360, 200, i % 2 == 0 ? 220 : 60));
            image.setPixelColor(i % 16, i / 16, Qt::white);
            const QString folder = m_dir.filePath(i % 2 == 0 ? "data/bright" : "data/dark");
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(image.save(QString("%1/%2.png").arg(folder).arg(i)));
        }
        Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu","data":{"image_size":16},
            "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
            "training":{"images":64,"batch":16,"warmup_images":64,"checkpoint_every":32,
                "preview_every":100000,"preview_rows":2,"preview_steps":2,"stats_every":16,"min_free_disk_gb":0.001}})");
        d["data"]["source"] = m_dir.filePath("data").toStdString();
        m_project = m_dir.filePath("project");
        RunControl control;
        RunObserver silent;
        auto job = TrainingJob::create(m_project.toStdString(), d, "teacher");
        QVERIFY(job->run(control, silent) == JobOutcome::Finished);
        m_run = QString::fromStdString(job->runFolder().string());
    }
    void cleanup() { finishBackgroundWork(); }

    void aModelLeavesTheHouseAndItsFolderOpens()
    {
        const auto window = opened();
        QString shown;
        window->modelDesk().openFolder = [&](const QString& folder) { shown = folder; };
        QStringList asked;
        int answer = -1;
        window->askUser = [&](const QString&, const QString&, const QStringList& buttons) {
            asked = buttons;
            return answer;
        };
        auto* notice = child<NoticeBar>(*window, "notice");
        const QString target = m_dir.filePath("exported");
        const auto exportTo = [&](const QString& folder, const char* format, const char* weights) {
            window->findChild<QAction*>("action.run.export")->trigger();
            QDialog* d = dialog(*window, "exportModel");
            QVERIFY(d);
            auto* box = child<QComboBox>(*d, "exportModel.format");
            box->setCurrentIndex(box->findData(format));
            box = child<QComboBox>(*d, "exportModel.weights");
            box->setCurrentIndex(box->findData(weights));
            auto* checkpoints = child<QComboBox>(*d, "exportModel.checkpoint");
            QTRY_COMPARE(checkpoints->count(), int(checkpointsOf(m_run.toStdString()).size()) + 1);
            checkpoints->setCurrentIndex(checkpoints->count() - 1);
            child<QLineEdit>(*d, "exportModel.folder")->setText(folder);
            child<QPushButton>(*d, "exportModel.start")->click();
            QVERIFY(!d->isVisible());
        };
        exportTo(target, "diffusers", "ema");
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains("exported"), 60000);
        QVERIFY(fs::exists(target.toStdString() + "/model_index.json"));
        QVERIFY(asked.isEmpty());
        child<QPushButton>(*window, "notice.action")->click();
        QCOMPARE(shown, target);
        QVERIFY(notice->isHidden());

        // What is there is asked about: left alone, replaced, or written beside.
        exportTo(target, "potstill", "raw");
        QTRY_COMPARE(asked.size(), 3);
        QVERIFY(!window->modelDesk().isBusy());
        answer = 1;
        exportTo(target, "potstill", "raw");
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(target.toStdString() + "/model.json"), 60000);
        QVERIFY(!fs::exists(target.toStdString() + "/model_index.json"));
        QTRY_VERIFY(!window->modelDesk().isBusy());
        answer = 0;
        exportTo(m_dir.filePath("data"), "potstill", "ema");  // holds something else: it cannot be replaced
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_dir.filePath("data-2").toStdString() + "/model.json"), 60000);
        QCOMPARE(asked.size(), 2);
        QTRY_VERIFY(!window->modelDesk().isBusy());
    }
    void anEvaluationLiesWithItsRunAndIsShown()
    {
        const auto window = opened();
        window->findChild<QAction*>("action.run.evaluate")->trigger();
        QDialog* d = dialog(*window, "evaluate");
        QVERIFY(d);
        auto* steps = child<QLineEdit>(*d, "evaluate.steps");
        auto* start = child<QPushButton>(*d, "evaluate.start");
        QTRY_COMPARE(steps->text(), QString("50"));  // a teacher
        steps->setText("one");
        QVERIFY(!start->isEnabled());
        steps->setText("1, 2");
        auto* count = child<QWidget>(*d, "evaluate.count")->findChild<QLineEdit*>();
        type(count, "1");
        QVERIFY(!start->isEnabled());
        type(count, "160");
        QVERIFY(start->isEnabled());
        QStringList problems;
        connect(&window->modelDesk(), &ModelDesk::problem, this, [&](const QString& message) { problems.append(message); });
        start->click();
        QVERIFY(window->modelDesk().isBusy());
        QVERIFY(!child<NoticeBar>(*window, "job")->isHidden());
        auto* notice = child<NoticeBar>(*window, "notice");
        QTRY_VERIFY_WITH_TIMEOUT(!notice->isHidden() || !problems.isEmpty(), 240000);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
        QVERIFY(child<NoticeBar>(*window, "job")->isHidden());
        const QStringList files = QDir(m_run + "/evaluations").entryList({"*.json"});
        QCOMPARE(files.size(), 1);
        const Json stored = readJsonFile((m_run + "/evaluations/" + files[0]).toStdString());
        QCOMPARE(stored.at("count").get<int>(), 160);
        QCOMPARE(stored.at("columns").size(), std::size_t(2));
        child<QPushButton>(*window, "notice.action")->click();
        auto* table = child<QTreeWidget>(*window, "inspector.runTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 2);
        QStringList headings;
        for (int c = 0; c < table->columnCount(); ++c)
            headings.append(table->headerItem()->text(c));
        QVERIFY2(headings.contains(QualityCharts::figureText("fd_classifier")), qPrintable(headings.join(", ")));
    }
    void aFeatureNetworkIsCheckedAndSaidToBeCode()
    {
        const auto window = opened();
        window->findChild<QAction*>("action.run.evaluate")->trigger();
        auto* d = qobject_cast<EvaluateDialog*>(dialog(*window, "evaluate"));
        QVERIFY(d);
        QTRY_COMPARE(child<QLineEdit>(*d, "evaluate.steps")->text(), QString("50"));
        auto* sources = child<SourceMenu>(*d, "sourceMenu");
        QCOMPARE(child<QPushButton>(*d, "evaluate.browseData")->menu(), sources);
        sources->askFile = [] { return QString("/data/held-out.safetensors"); };
        child<QAction>(*sources, "source.file")->trigger();
        QCOMPARE(child<QLineEdit>(*d, "evaluate.data")->text(), QString("/data/held-out.safetensors"));
        auto* file = child<QLineEdit>(*d, "evaluate.extractor");
        auto* start = child<QPushButton>(*d, "evaluate.start");
        auto* problem = child<QLabel>(*d, "evaluate.problem");
        auto* isCode = child<QLabel>(*d, "evaluate.isCode");
        QVERIFY(!isCode->isVisible() && start->isEnabled());
        const auto put = [](const QString& path, const QByteArray& content) {
            QFile out(path);
            return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
        };
        file->setText(m_dir.filePath("absent.pt"));
        QVERIFY(isCode->isVisible());
        QVERIFY(!start->isEnabled());  // until it has been looked at, too
        QTRY_VERIFY2(problem->text().contains("no such file"), qPrintable(problem->text()));
        QVERIFY(put(m_dir.filePath("pickle.pt"), "\x80\x02 a pickle"));
        file->setText(m_dir.filePath("pickle.pt"));
        QTRY_VERIFY2(problem->text().contains("TorchScript"), qPrintable(problem->text()));
        QVERIFY(put(m_run + "/net.pt", "PK\x03\x04"));
        file->setText(m_run + "/net.pt");
        QTRY_VERIFY2(problem->text().contains("copy it elsewhere"), qPrintable(problem->text()));
        QVERIFY(!start->isEnabled());
        QVERIFY(put(m_dir.filePath("net.pt"), "PK\x03\x04"));
        d->askFile = [&] { return m_dir.filePath("net.pt"); };
        child<QPushButton>(*d, "evaluate.browse")->click();
        QCOMPARE(file->text(), m_dir.filePath("net.pt"));
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(problem->text().isEmpty());
        EvaluateRequest wanted;
        d->disconnect(&window->modelDesk());  // it is no module, so it is not to be opened
        connect(d, &EvaluateDialog::evaluateWanted, this, [&](const EvaluateRequest& request) { wanted = request; });
        start->click();
        QCOMPARE(QString::fromStdString(wanted.scriptedExtractor.string()), m_dir.filePath("net.pt"));
        QVERIFY(QFile::remove(m_run + "/net.pt"));
    }
    void whatIsStoppedLeavesNothing()
    {
        const auto window = opened();
        const QStringList before = QDir(m_run + "/evaluations").entryList({"*.json"});
        window->findChild<QAction*>("action.run.evaluate")->trigger();
        QDialog* d = dialog(*window, "evaluate");
        auto* steps = child<QLineEdit>(*d, "evaluate.steps");
        QTRY_VERIFY(!steps->text().isEmpty());
        steps->setText("1000");
        type(child<QWidget>(*d, "evaluate.count")->findChild<QLineEdit*>(), "2000");
        child<QPushButton>(*d, "evaluate.start")->click();
        QVERIFY(window->modelDesk().isBusy());
        // One thing at a time.
        window->findChild<QAction*>("action.run.export")->trigger();
        QVERIFY(!dialog(*window, "exportModel"));
        auto* stop = child<QPushButton>(*window, "job.action");
        auto* job = child<NoticeBar>(*window, "job");
        stop->click();
        // Not offered anew by what it still tells.
        QTRY_VERIFY_WITH_TIMEOUT(!window->modelDesk().isBusy() || !stop->isHidden() || !job->text().contains("being stopped"), 60000);
        QVERIFY(!window->modelDesk().isBusy());
        QCOMPARE(QDir(m_run + "/evaluations").entryList({"*.json"}), before);
        QVERIFY(!child<NoticeBar>(*window, "notice")->isHidden());
    }
    void closingAsksForTheEvaluationBeforeTheRun()
    {
        const auto window = opened();
        QStringList asked;
        int answer = 1;
        window->askUser = [&](const QString& title, const QString&, const QStringList&) {
            asked.append(title);
            return answer;
        };
        evaluateBesideARun(*window);
        if (QTest::currentTestFailed())
            return;
        window->close();
        QCOMPARE(asked, QStringList("An export or evaluation is going on"));
        QVERIFY(window->isVisible() && window->modelDesk().isBusy() && window->session().isActive());  // "Stay"
        answer = 0;
        window->close();
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked[2], QString("A run is on"));
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 60000);
        QCOMPARE(asked.size(), 3);
    }
    void closingAsksOnceForTheEvaluationWhereTheRunEndsBehindTheQuestion()
    {
        const auto window = opened();
        QStringList asked;
        window->askUser = [&](const QString& title, const QString&, const QStringList&) {
            asked.append(title);
            if (title == "A run is on") {
                window->session().finish();
                if (!QTest::qWaitFor([&] { return !window->session().isActive(); }, 60000))
                    qFatal("the run did not end");
            }
            return 0;
        };
        evaluateBesideARun(*window);
        if (QTest::currentTestFailed())
            return;
        window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), 60000);
        QCOMPARE(asked, QStringList({"An export or evaluation is going on", "A run is on"}));
    }
    void aFinishedRunIsExtendedAtOnceOrInItsTurn()
    {
        const auto window = opened();
        const auto extendBy = [&](const QString& images) {
            window->findChild<QAction*>("action.run.extend")->trigger();
            QDialog* d = dialog(*window, "extendRun");
            QVERIFY(d);
            auto* field = child<QWidget>(*d, "extendRun.images")->findChild<QLineEdit*>();
            auto* go = child<QPushButton>(*d, "extendRun.go");
            type(field, "0");
            QVERIFY(!go->isEnabled());
            type(field, images);
            QVERIFY(go->isEnabled());
            go->click();
        };
        extendBy("32");
        QTRY_COMPARE_WITH_TIMEOUT(readRunSummary(m_run.toStdString()).imagesSeen, std::int64_t(96), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), RunSession::State::Idle, 60000);
        QVERIFY(readRunSummary(m_run.toStdString()).state == RunState::Finished);

        // Another run is on: it waits for its turn.
        auto* runs = window->findChild<RunsDock*>();
        QTRY_COMPARE(runs->runs().at(0).imagesSeen, std::int64_t(96));
        runs->selectRun(m_run);
        QTRY_VERIFY(window->findChild<QAction*>("action.run.extend")->isEnabled());
        QVERIFY(window->session().start([] { return std::make_unique<Serving>(); }));
        QTRY_COMPARE(window->session().state(), RunSession::State::Running);
        extendBy("16");
        RunQueue queue(m_project.toStdString());
        QTRY_COMPARE(queue.entries().size(), std::size_t(1));
        QCOMPARE(queue.entries()[0].extendTo, std::int64_t(112));
        window->session().finish();
        QTRY_COMPARE_WITH_TIMEOUT(readRunSummary(m_run.toStdString()).imagesSeen, std::int64_t(112), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), RunSession::State::Idle, 60000);
    }
    void dialogsStandBesideTheWindowAndStayTrue()
    {
        const auto window = opened();
        auto* runs = window->findChild<RunsDock*>();
        const auto ask = [&](const char* action, const char* name) {
            window->findChild<QAction*>(action)->trigger();
            QDialog* d = dialog(*window, name);
            if (!d || d->isModal())
                qFatal("no dialog beside the window");
            return d;
        };
        QTRY_VERIFY(window->findChild<QAction*>("action.run.extend")->isEnabled());
        QDialog *evaluate = ask("action.run.evaluate", "evaluate"), *extend = ask("action.run.extend", "extendRun"), *exported = ask("action.run.export", "exportModel");
        // One of a kind.
        QCOMPARE(ask("action.run.evaluate", "evaluate"), evaluate);
        QCOMPARE(ask("action.run.extend", "extendRun"), extend);
        QCOMPARE(ask("action.run.export", "exportModel"), exported);
        auto *note = child<QLabel>(*evaluate, "evaluate.note"), *said = child<QLabel>(*extend, "extendRun.said");
        auto* go = child<QPushButton>(*extend, "extendRun.go");
        QVERIFY(!note->isVisible());
        const QString before = go->text();
        QVERIFY(window->session().start([] { return std::make_unique<Serving>(); }));
        QTRY_COMPARE(window->session().state(), RunSession::State::Running);
        QVERIFY(note->isVisible());
        QVERIFY(go->text() != before);
        window->session().finish();
        QTRY_COMPARE(window->session().state(), RunSession::State::Idle);
        QVERIFY(!note->isVisible());
        QCOMPARE(go->text(), before);
        // One about another run gives way; one about a run that is gone, too.
        window->modelDesk().evaluate(m_project);
        QVERIFY(!evaluate->isVisible());
        QVERIFY(dialog(*window, "evaluate"));
        QVERIFY(said->isVisible());
        runs->moveToTrash({m_run}, "Away");
        QTRY_VERIFY(!dialog(*window, "extendRun"));
        runs->undoStack()->undo();
        QTRY_VERIFY(QFile::exists(m_run + "/config.json"));
    }
    void besideATrainingTheWorkIsDoneBetweenItsSteps()
    {
        RunSession runs;
        SideJob job(runs);
        std::atomic<bool> wasBeside{false}, isIn{false};
        const SideJob::Work untilStopped = [&](RunControl& control, RunObserver&, bool isBesideTraining) {
            wasBeside = isBesideTraining;
            isIn = true;
            while (!control.isStopping())
                control.waitForChange(5);
            return Json();
        };
        QSignalSpy stopped(&job, &SideJob::stopped);
        QVERIFY(runs.start([] { return std::make_unique<Serving>(); }));
        QTRY_COMPARE(runs.state(), RunSession::State::Running);
        QVERIFY(job.start(untilStopped));
        QVERIFY(!job.start(untilStopped));
        QTRY_VERIFY(isIn);
        QVERIFY(wasBeside);
        // A run that is asked to end does not wait for it.
        runs.finish();
        QTRY_COMPARE(runs.state(), RunSession::State::Idle);
        QTRY_COMPARE(stopped.size(), 1);

        // One that ends before it came to it leaves it to a thread of its own.
        std::atomic<bool> mayEnd{false};
        std::optional<bool> beside;
        connect(&job, &SideJob::done, this, [&](const Json& result) { beside = result.get<bool>(); });
        QVERIFY(runs.start([&] { return std::make_unique<Deaf>(mayEnd); }));
        QTRY_COMPARE(runs.state(), RunSession::State::Running);
        QVERIFY(job.start([](RunControl&, RunObserver&, bool isBesideTraining) { return Json(isBesideTraining); }));
        mayEnd = true;
        QTRY_VERIFY(beside.has_value());
        QVERIFY(!*beside);

        QSignalSpy failed(&job, &SideJob::failed);
        QVERIFY(job.start([](RunControl&, RunObserver&, bool) -> Json { throw std::runtime_error("no room"); }));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), QString("no room"));
        QVERIFY(!job.isBusy());
    }
    void workBegunWhileARunBeginsOrEndsWaitsForIt()
    {
        std::atomic<bool> mayBegin{false}, mayEnd{false};
        RunSession runs;
        SideJob job(runs);
        std::optional<bool> beside;
        connect(&job, &SideJob::done, this, [&](const Json& result) { beside = result.get<bool>(); });
        const SideJob::Work work = [](RunControl&, RunObserver&, bool isBesideTraining) { return Json(isBesideTraining); };

        QVERIFY(runs.start([&] {
            while (!mayBegin)
                QThread::msleep(5);
            return std::make_unique<Lingering>(mayEnd);
        }));
        QCOMPARE(runs.state(), RunSession::State::Starting);
        QSignalSpy stopped(&job, &SideJob::stopped);
        QVERIFY(job.start(work));
        job.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(runs.state(), RunSession::State::Starting);
        QVERIFY(job.start(work));
        mayBegin = true;
        QTRY_VERIFY(beside.has_value());
        QVERIFY(*beside);

        beside.reset();
        runs.finish();
        QCOMPARE(runs.state(), RunSession::State::Stopping);
        QVERIFY(job.start(work));
        mayEnd = true;
        QTRY_VERIFY(beside.has_value());
        QVERIFY(!*beside);
        QCOMPARE(stopped.size(), 1);
    }
};

QTEST_MAIN(ModelDeskTest)
#include "modeldesk_test.moc"
