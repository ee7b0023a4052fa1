#include "app/window/problemreport.h"

#include "engine/core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <cstring>

#include <zip.h>

using namespace potstill;

class ProblemReportTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_dir.path().toUtf8()); }
    void aCrashIsToldOnce_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("signal") << "segv"
                                << "segmentation fault";
        QTest::newRow("uncaught error") << "throw"
                                        << "the reason of it";
    }
    void aCrashIsToldOnce()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {"--crash", kind});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const QString crash = ProblemReport::takeLastCrash();
        QVERIFY2(crash.contains(said), qPrintable(crash));
        QVERIFY(crash.count('\n') > 2);  // a trace of where it was
        QVERIFY(ProblemReport::takeLastCrash().isEmpty());
    }
    void theReportHoldsFactsAndTheRunButNoImages()
    {
        const QString run = m_dir.filePath("run");
        QDir().mkpath(run + "/samples");
        for (const char* name : {"config.json", "log.txt", "samples/secret.png"}) {
            QFile file(run + '/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("content");
        }
        const QString path = m_dir.filePath("report.zip");
        ProblemReport::write(path, run);
        zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr);
        QVERIFY(archive);
        QStringList names;
        for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i)
            names << zip_get_name(archive, zip_uint64_t(i), 0);
        zip_discard(archive);
        QVERIFY(names.contains("facts.txt"));
        QVERIFY(names.contains("run/config.json"));
        QVERIFY(names.filter("secret").isEmpty());
        QVERIFY_THROWS_EXCEPTION(Error, ProblemReport::write(m_dir.filePath("no/such/folder.zip"), {}));
    }

private:
    QTemporaryDir m_dir;
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--crash") == 0) {
        ProblemReport::start();
        if (std::strcmp(argv[2], "throw") == 0)
            throw std::runtime_error("the reason of it");
        std::raise(SIGSEGV);
    }
    ProblemReportTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "problemreport_test.moc"
