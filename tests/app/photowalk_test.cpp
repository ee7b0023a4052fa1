#include "app/pages/configurepage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/modelchoice.h"
#include "tests/app/support.h"
#include "widgets/imagegrid.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;

/// The way from a folder of photographs to a student's ladder, through the window: CIFAR-10 is dropped onto it, a teacher is trained, distilled and compared.
/// POTSTILL_WALK_OUT=FOLDER leaves a picture of every stop; POTSTILL_WALK_TEACHER and _STUDENT are the images of the two runs (a few, unless said).
class PhotoWalkTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    int m_picture = 0;

    void picture(const char* name) { takePicture(*m_window, ++m_picture, name); }
    /// Starts what is set up, with this many images (a few at a small batch when 0), and waits for its end.
    void train(int images, const char* name)
    {
        Json d = m_window->configurePage().document();
        if (images == 0)
            d["training"] = merged(d["training"], {{"batch", 8}, {"preview_rows", 1}, {"preview_steps", 2}});
        d["training"]["images"] = images > 0 ? images : 32;
        d["training"]["preview_every"] = images > 0 ? images / 8 : 16;
        d["training"]["min_free_disk_gb"] = 0.001;
        m_window->configurePage().setDocument(d);
        auto* start = child<QAbstractButton>(*m_window, "configure.start");
        QTRY_VERIFY_WITH_TIMEOUT(start->isVisible() && start->isEnabled(), 60'000);
        picture((QByteArray(name) + "-configured").constData());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().state(), RunSession::State::Running, 60'000);
        auto* moment = child<QLabel>(*m_window, "train.moment");
        QTRY_VERIFY_WITH_TIMEOUT(moment->isVisible() && !moment->text().isEmpty() && !moment->text().startsWith("0 "), 3'600'000);
        picture((QByteArray(name) + "-training").constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().state(), RunSession::State::Idle, 7'200'000);
        QCOMPARE(readRunSummary(m_window->trainPage().runFolder().toStdString()).state, RunState::Finished);
        picture((QByteArray(name) + "-trained").constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = qEnvironmentVariable("POTSTILL_DATA");
        const QString archive = folder + "/cifar10-train.tar.gz";
        if (folder.isEmpty() || !QFile::exists(archive))
            QSKIP("needs real data: set POTSTILL_DATA to a folder that holds cifar10-train.tar.gz");
        QCOMPARE(QProcess::execute("tar", {"xzf", archive, "-C", m_dir.path()}), 0);
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        applyTheme(*qApp, ThemeChoice::Light, 1.0);
        m_window = std::make_unique<MainWindow>();
        QVERIFY(m_window->openProject(m_dir.filePath("photographs")));
        m_window->resize(1920, 1080);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        finishBackgroundWork();
    }

    void aFolderOfPhotographsIsDropped()
    {
        drop(*m_window, {m_dir.filePath("train")});
        QCOMPARE(m_window->configurePage().document()["kind"].get<std::string>(), std::string("teacher"));
        auto* facts = child<QLabel>(*m_window, "configure.dataFacts");
        QTRY_VERIFY2_WITH_TIMEOUT(facts->text().contains("50,000") && facts->text().contains("10"), qPrintable(facts->text()), 120'000);
    }
    void aTeacherIsTrained() { train(qEnvironmentVariableIntValue("POTSTILL_WALK_TEACHER"), "teacher"); }
    void itIsDistilled()
    {
        ConfigurePage& page = m_window->configurePage();
        const QString teacher = QDir(m_dir.filePath("photographs/runs")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).value(0).filePath();
        page.applyPreset("demo");
        page.setDocument(merged(page.document(), {{"data", {{"source", m_dir.filePath("train").toStdString()}, {"image_size", 32}, {"flip", true}}}}));
        m_window->showPage(MainWindow::Configure);
        auto* choice = child<ModelChoice>(page, "configure.teacherModel");
        QTRY_VERIFY2(choice->findData(teacher) >= 0, "a run that has just ended can be a teacher");
        choice->setCurrentIndex(choice->findData(teacher));
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_COMPARE(page.document()["teacher"].get<std::string>(), teacher.toStdString());
        train(qEnvironmentVariableIntValue("POTSTILL_WALK_STUDENT"), "student");
    }
    void itsLadderIsLookedAt()
    {
        auto* ladder = child<QAbstractButton>(*m_window, "train.seeLadder");
        QTRY_VERIFY_WITH_TIMEOUT(ladder->isVisible() && ladder->isEnabled(), 60'000);
        QTest::mouseClick(ladder, Qt::LeftButton);
        auto* grid = child<ImageGrid>(*m_window, "compare.grid");
        QTRY_COMPARE_WITH_TIMEOUT(grid->columnCount(), 4, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isFilled(*grid), 600'000);
        QCOMPARE(grid->image(0, 0).size(), QSize(32, 32));
        picture("ladder");
    }
};

QTEST_MAIN(PhotoWalkTest)
#include "photowalk_test.moc"
