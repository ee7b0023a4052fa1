#include "app/session/background.h"
#include "tests/app/pages/ratestage.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>

#include <cstdio>

#include <unistd.h>

using namespace potstill;

namespace {

/// Somebody at the window: answers as fast as the window takes it, and says before each key how many that makes.
int rateOnTheWindow(const QString& project)
{
    RateStage stage(project);
    auto* rate = child<QPushButton>(stage.page, "rate.rate");
    if (!QTest::qWaitFor([&] { return rate->isVisible() && rate->isEnabled(); }, 30'000))
        return 1;
    QTest::mouseClick(rate, Qt::LeftButton);
    VotingView& view = stage.page.votingView();
    for (int keys = 1; QTest::qWaitFor([&] { return view.isArmed(); }, 30'000) && !view.isDone(); ++keys) {
        std::printf("%d\n", keys);
        std::fflush(stdout);
        QTest::keyClick(&view, Qt::Key_Left);
    }
    return 0;
}

/// Nobody in particular, who cannot write what root has made.
class AsNobody final {
public:
    AsNobody() : m_isRoot(::geteuid() == 0)
    {
        constexpr uid_t kNobody = 65534;
        if (m_isRoot && ::setresuid(kNobody, kNobody, 0) != 0)
            qFatal("cannot become nobody");
    }
    ~AsNobody()
    {
        if (m_isRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_isRoot;
};

}  // namespace

class RateFaultsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void aReadOnlyProjectSaysSoOnceAndDoesNothing()
    {
        const QString project = ratedProject(m_dir, "readonly", {"Ada"});
        QFile::setPermissions(m_dir.path(), QFile::permissions(m_dir.path()) | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
        const auto allowed = QFile::permissions(project);
        const auto none = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadUser | QFile::ExeUser | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(project, none));
        const auto restore = qScopeGuard([&] { QFile::setPermissions(project, allowed); });
        const AsNobody nobody;
        if (::access(project.toUtf8().constData(), W_OK) == 0 || ::access(project.toUtf8().constData(), R_OK | X_OK) != 0)
            QSKIP("this user can write everywhere, or cannot read the folder of the test");
        RunSession runs;
        RatePage page(runs);
        QStringList problems;
        connect(&page, &RatePage::problem, this, [&](const QString& p) { problems.append(p); });
        page.resize(1366, 768);
        page.show();
        page.setProject(project);
        QTRY_COMPARE(page.store().state(), RatingStore::State::ReadOnly);
        QTRY_COMPARE(page.current(), QString("a"));
        QVERIFY2(child<QLabel>(page, "rate.status")->text().contains("cannot be written"), qPrintable(child<QLabel>(page, "rate.status")->text()));
        for (const char* name : {"rate.rate", "rate.new", "rate.import", "rate.pack", "rate.clone", "rate.close", "rate.quick"}) {
            QVERIFY2(!child<QPushButton>(page, name)->isEnabled(), name);
            QTest::mouseClick(child<QPushButton>(page, name), Qt::LeftButton);
        }
        child<QComboBox>(page, "rate.rater")->setCurrentText("Somebody new");
        page.refresh();
        QTRY_COMPARE(child<QLabel>(page, "rate.finding")->text().isEmpty(), false);  // it can be looked at
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
        QVERIFY(!page.votingView().isVisible());
    }
    void aVoteWaitsUntilTheOneBeforeIsWritten()
    {
        RateStage stage(ratedProject(m_dir, "slow", {}, 40, 20));
        click(stage.page, "rate.rate");
        VotingView& view = stage.page.votingView();
        QTRY_VERIFY(view.isArmed());
        QSemaphore disk;  // which does not answer for a while
        bool isOver = false;
        const auto release = qScopeGuard([&] { disk.release(); });
        stage.page.store().ask<bool>(
            &stage.page,
            [&](RatingDatabase&) {
                disk.acquire();
                return true;
            },
            [&](bool) { isOver = true; });
        QSignalSpy painted(&view, &VotingView::painted);
        stage.press({Qt::Key_Left});
        QTRY_COMPARE(painted.size(), 1);  // the next pair is there at once
        QVERIFY(!isOver);
        QVERIFY(!view.isArmed());
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Backspace);
        QCOMPARE(view.currentIndex(), 1);
        disk.release();
        QTRY_VERIFY(view.isArmed());
        stage.press({Qt::Key_Left, Qt::Key_Escape});
        QTRY_COMPARE(stage.load("a").votes.size(), std::size_t(2));
    }
    void aWindowThatIsKilledLosesTheVoteInFlightAtMost()
    {
        const QString project = ratedProject(m_dir, "killed", {}, 240, 230);
        int before = 0;
        for (const int afterLines : {1, 12, 40}) {
            QProcess studio;
            studio.start(QCoreApplication::applicationFilePath(), {"--rate", project});
            QVERIFY(studio.waitForStarted());
            QByteArray said;
            while (said.count('\n') < afterLines && studio.waitForReadyRead(60'000))
                said += studio.readAllStandardOutput();
            studio.kill();
            studio.waitForFinished();
            said += studio.readAllStandardOutput();
            QCOMPARE(studio.exitStatus(), QProcess::CrashExit);
            QVERIFY2(said.count('\n') >= afterLines, studio.readAllStandardError().constData());
            const int keys = said.left(said.lastIndexOf('\n')).split('\n').back().toInt();
            RatingDatabase database(project + "/ratings.sqlite");
            QCOMPARE(database.sqlite().value("PRAGMA integrity_check").toString(), QString("ok"));
            const int stored = database.sqlite().value("SELECT COUNT(*) FROM votes").toInt();
            QVERIFY2(stored - before == keys || stored - before == keys - 1, qPrintable(QString("%1 keys, %2 stored").arg(keys).arg(stored - before)));
            QCOMPARE(int(database.load("a").votes.size()), stored);  // each on a pair of its own
            before = stored;
        }
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (app.arguments().value(1) == "--rate")
        return rateOnTheWindow(app.arguments().value(2));
    RateFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ratefaults_test.moc"
