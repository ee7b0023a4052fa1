#include "app/session/devicemeter.h"

#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "engine/io/jsonfile.h"
#include "tests/app/support.h"

#include <QDateTime>
#include <QLabel>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace potstill;

class DeviceMeterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qunsetenv("CUDA_VISIBLE_DEVICES");
        qputenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    }

    void cleanup() { finishBackgroundWork(); }

    void aRunOfAnotherProgramHereTellsTheLoadOfItsDevice()
    {
        QTemporaryDir dir;
        const QString run = storedRun(dir.filePath("project"), "cuda:1");
        StatsLog(run.toStdString(), 0).append({100, 1, {{"images_per_s", 10}}});
        const auto owned = [&run](qint64 pid, const QString& host) {
            writeJsonFile(run.toStdString() + "/lock", {{"pid", pid}, {"host", host.toStdString()}, {"heartbeat_ms", QDateTime::currentMSecsSinceEpoch()}});
        };
        RunSession session;
        TrainPage page(session, FAKE_NVML);
        auto* meters = child<QLabel>(page, "train.meters");
        owned(7, "elsewhere");
        page.showRun(run);
        QTRY_VERIFY2(meters->text().contains("10 images/s"), qPrintable(meters->text()));
        QVERIFY2(!meters->text().contains("busy"), qPrintable(meters->text()));  // a device of another machine cannot be asked
        owned(getppid(), QSysInfo::machineHostName());
        page.readAgain(run);
        QTRY_VERIFY2(meters->text().contains("device 20 % busy"), qPrintable(meters->text()));
    }
    void theSettingOfARunTellsItsDevice()
    {
        const std::vector<std::string> cpu = {"cpu"}, two = {"cpu", "cuda:0", "cuda:1"};
        QCOMPARE(cudaIndexOf("cuda:1", two), 1);
        QCOMPARE(cudaIndexOf("cuda:12", cpu), 12);
        QCOMPARE(cudaIndexOf("cuda", two), 0);
        QCOMPARE(cudaIndexOf("auto", two), 0);
        QCOMPARE(cudaIndexOf("auto", cpu), -1);
        QCOMPARE(cudaIndexOf("auto", {}), -1);  // not known yet
        QCOMPARE(cudaIndexOf("cpu", two), -1);
        QCOMPARE(cudaIndexOf("", two), -1);  // of a run that cannot be read
    }
    void withoutTheLibraryThereIsNothingToRead()
    {
        const DeviceMeter meter("/nowhere/libnvidia-ml.so.1");
        QVERIFY(!meter.isThere());
        QVERIFY(!meter.read());
    }
    void aDeviceTellsItsLoadAndMemory()
    {
        const DeviceMeter meter(FAKE_NVML);
        QVERIFY(meter.isThere());
        const auto reading = meter.read(1);
        QVERIFY(reading);
        QCOMPARE(reading->busyPercent, 20);
        QCOMPARE(reading->usedBytes, std::uint64_t(2'000'000'000));
        QCOMPARE(reading->totalBytes, std::uint64_t(16'000'000'000));
    }
    void theDeviceIsTheOneThatCudaMeans_data()
    {
        QTest::addColumn<QByteArray>("visible");
        QTest::addColumn<QList<int>>("busy");  // of cuda:0, cuda:1, cuda:2; 0 = no such device
        QTest::newRow("numbers") << QByteArray("2,0") << QList<int>{30, 10, 0};
        QTest::newRow("spaces") << QByteArray("1, 2") << QList<int>{20, 30, 0};
        QTest::newRow("a UUID") << QByteArray("GPU-aabb0000-1111-2222-3333-444444444444") << QList<int>{20, 0, 0};
        QTest::newRow("beginnings of UUIDs") << QByteArray("GPU-cc,GPU-aaaa") << QList<int>{30, 10, 0};
        QTest::newRow("both") << QByteArray("GPU-cc,1") << QList<int>{30, 20, 0};
        QTest::newRow("a beginning of two") << QByteArray("GPU-aa") << QList<int>{0, 0, 0};
        QTest::newRow("ended by what is no device") << QByteArray("1,-1,0") << QList<int>{20, 0, 0};
        QTest::newRow("one that is not there") << QByteArray("7,0") << QList<int>{0, 0, 0};
        QTest::newRow("a part of a device") << QByteArray("MIG-aabb0000-1111-2222-3333-444444444444") << QList<int>{0, 0, 0};
        QTest::newRow("none") << QByteArray("") << QList<int>{0, 0, 0};
    }
    void theDeviceIsTheOneThatCudaMeans()
    {
        QFETCH(QByteArray, visible);
        QFETCH(QList<int>, busy);
        const DeviceMeter meter(FAKE_NVML);
        QCOMPARE(meter.read(3).has_value(), false);
        qputenv("CUDA_VISIBLE_DEVICES", visible);
        for (int i = 0; i < busy.size(); ++i) {
            const auto reading = meter.read(unsigned(i));
            QCOMPARE(reading ? reading->busyPercent : 0, busy[i]);
        }
    }
    void whereCudaCountsOtherwiseOnlyAUuidTells()
    {
        const DeviceMeter meter(FAKE_NVML);
        for (const char* order : {"", "FASTEST_FIRST"}) {
            qputenv("CUDA_DEVICE_ORDER", order);
            qunsetenv("CUDA_VISIBLE_DEVICES");
            QVERIFY(!meter.read(0));
            qputenv("CUDA_VISIBLE_DEVICES", "2,0");
            QVERIFY(!meter.read(0));
            qputenv("CUDA_VISIBLE_DEVICES", "GPU-cc");
            QVERIFY(meter.read(0));
            QCOMPARE(meter.read(0)->busyPercent, 30);
        }
    }
};

QTEST_MAIN(DeviceMeterTest)
#include "devicemeter_test.moc"
