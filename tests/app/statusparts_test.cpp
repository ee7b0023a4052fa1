#include "app/session/background.h"
#include "app/session/queuerunner.h"
#include "app/window/mainwindow.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "app/window/statusparts.h"
#include "tests/app/support.h"

#include <QRegularExpression>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace potstill;

class StatusPartsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        qputenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    }
    void cleanup()
    {
        finishBackgroundWork();
        qunsetenv("CUDA_VISIBLE_DEVICES");
    }

    void theDeviceOfTheRunIsTheOneThatIsRead_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("resumedOn");
        QTest::newRow("from the start") << "cuda:1"
                                        << "";
        QTest::newRow("resumed there") << "cpu"
                                       << "cuda:1";
    }
    void theDeviceOfTheRunIsTheOneThatIsRead()
    {
        QFETCH(QString, device);
        QFETCH(QString, resumedOn);
        qputenv("CUDA_VISIBLE_DEVICES", "0,2");
        const QString run = storedRun(m_dir.filePath("cuda"), qPrintable(device));
        if (!resumedOn.isEmpty())
            writeJsonFile(run.toStdString() + "/extend.json", {{"device", resumedOn.toStdString()}});
        RunSession session;
        QueueRunner queue(session);
        StatusParts parts(session, queue, FAKE_NVML);
        parts.resize(1200, 40);
        parts.show();
        auto *load = child<QToolButton>(parts, "status.utilisation"), *memory = child<QToolButton>(parts, "status.memory");
        QTRY_COMPARE(load->text(), QString("GPU 0: 10 %"));
        QVERIFY(memory->isHidden());
        QVERIFY(session.start([run] { return std::make_unique<TellingJob>(run); }));
        QTRY_COMPARE_WITH_TIMEOUT(load->text(), QString("GPU 1: 30 %"), 10'000);
        QTRY_COMPARE(memory->text(), QString("1.2\u202fGB of 24\u202fGB"));
        QVERIFY2(memory->accessibleName().contains("Memory") && memory->accessibleName().contains("of 24"), qPrintable(memory->accessibleName()));
        QCOMPARE(child<QToolButton>(parts, "status.rate")->text(), QString("312 images/s, 2.5 steps/s"));
        // It counts on without any news of the run.
        QTRY_COMPARE(child<QToolButton>(parts, "status.saved")->text(), QString("saved 2 s ago"));
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        QVERIFY(memory->isHidden() && child<QToolButton>(parts, "status.rate")->isHidden());
    }
    void onTheCpuTheMemoryIsThatOfTheMachine()
    {
        const QString run = storedRun(m_dir.filePath("cpu"), "cpu");
        RunSession session;
        QueueRunner queue(session);
        StatusParts parts(session, queue, FAKE_NVML);
        parts.resize(1200, 40);
        parts.show();
        auto *load = child<QToolButton>(parts, "status.utilisation"), *memory = child<QToolButton>(parts, "status.memory");
        QTRY_COMPARE(load->text(), QString("GPU 0: 10 %"));
        QVERIFY(session.start([run] { return std::make_unique<TellingJob>(run); }));
        QTRY_VERIFY(memory->isVisible());
        QVERIFY2(QRegularExpression("^1\\.2.GB of [0-9.]+.[GT]B$").match(memory->text()).hasMatch(), qPrintable(memory->text()));
        QTRY_VERIFY(load->isHidden());
        QTRY_COMPARE(child<QToolButton>(parts, "status.saved")->text(), QString("saved 3 s ago"));  // long enough for another reading
        QVERIFY(load->isHidden());
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
        QTRY_COMPARE(load->text(), QString("GPU 0: 10 %"));
    }
    void withoutTheDriversLibraryThereIsNoLoad()
    {
        RunSession session;
        QueueRunner queue(session);
        StatusParts parts(session, queue, "/nowhere/libnvidia-ml.so.1");
        parts.resize(1200, 40);
        parts.show();
        finishBackgroundWork();
        QCoreApplication::processEvents();
        QVERIFY(child<QToolButton>(parts, "status.utilisation")->isHidden());
    }
    void whatHasNoRoomIsHidden()
    {
        const QString run = storedRun(m_dir.filePath("narrow"), "cpu");
        RunSession session;
        QueueRunner queue(session);
        QWidget frame;
        auto* parts = new StatusParts(session, queue, FAKE_NVML, &frame);
        QVERIFY(session.start([run] { return std::make_unique<TellingJob>(run); }));
        frame.show();
        auto *device = child<QToolButton>(*parts, "status.device"), *memory = child<QToolButton>(*parts, "status.memory"), *saved = child<QToolButton>(*parts, "status.saved");
        parts->resize(2000, 40);
        QTRY_VERIFY(device->isVisible() && memory->isVisible() && saved->isVisible());
        parts->resize(saved->sizeHint().width() + memory->sizeHint().width(), 40);
        QVERIFY(device->isHidden() && saved->isVisible());
        parts->resize(0, 40);
        QVERIFY(saved->isHidden());
        parts->resize(2000, 40);
        QVERIFY(device->isVisible() && memory->isVisible() && saved->isVisible());
        session.finish();
        QTRY_COMPARE(session.state(), RunSession::State::Idle);
    }
    void everyPartLeadsToWhatItNames()
    {
        const QString project = m_dir.filePath("window"), run = storedRun(project, "cpu");
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        const auto press = [&](const char* name) {
            auto* part = child<QToolButton>(window, name);
            QVERIFY2(part->isVisible() && (part->focusPolicy() & Qt::TabFocus) && !part->toolTip().isEmpty() && part->accessibleName().endsWith(part->text()), name);
            QTest::keyClick(part, Qt::Key_Space);
        };
        const auto focused = [&] { return window.focusWidget() ? window.focusWidget()->objectName() : QString(); };
        QTRY_VERIFY(child<QToolButton>(window, "status.device")->isVisible());
        press("status.device");
        QCOMPARE(window.page(), MainWindow::Configure);
        QTRY_COMPARE(focused(), QString("field.device"));

        QVERIFY(window.session().start([run] { return std::make_unique<TellingJob>(run); }));
        QTRY_VERIFY(child<QToolButton>(window, "status.memory")->isVisible());
        press("status.rate");
        QCOMPARE(window.page(), MainWindow::Train);
        QCOMPARE(child<QTabWidget>(window, "train.tabs")->currentWidget()->objectName(), QString("train.rateChart"));
        press("status.memory");
        QCOMPARE(window.page(), MainWindow::Configure);
        QTRY_COMPARE(focused(), QString("field.training.batch"));
        auto* dock = child<RunsDock>(window, "runsDock");
        QTRY_VERIFY(!dock->runs().empty());
        dock->hide();
        press("status.saved");
        QTRY_VERIFY(dock->isVisible());
        QCOMPARE(focused(), QString("runs.tree"));
        QTRY_COMPARE(dock->currentRun(), run);

        QVERIFY(child<QToolButton>(window, "status.queue")->isHidden());
        QueueEntry entry;
        entry.id = newUuid();
        entry.document = presetByName("demo").document;
        window.desk().queue().add(entry);
        QTRY_COMPARE(child<QToolButton>(window, "status.queue")->text(), QString("1 in the queue"));
        press("status.queue");
        QTRY_COMPARE(focused(), QString("queue.list"));
        window.session().finish();
        QTRY_COMPARE(window.session().state(), RunSession::State::Idle);
    }
};

QTEST_MAIN(StatusPartsTest)
#include "statusparts_test.moc"
