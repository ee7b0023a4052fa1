#include "app/pages/configurepage.h"
#include "app/pages/exportpanel.h"
#include "app/pages/gallerydocument.h"
#include "app/pages/gallerypage.h"
#include "app/pages/ratepage.h"
#include "app/pages/votingview.h"
#include "app/session/background.h"
#include "app/window/language.h"
#include "app/window/mainwindow.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"
#include "tests/app/support.h"
#include "widgets/emptystate.h"
#include "widgets/imagegrid.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include <cmath>

using namespace potstill;

/// One person's way through the whole studio: first launch, a student, its ladder, a gallery that is exported, a comparison with 60 votes. With POTSTILL_WALK_OUT=FOLDER
/// every stop leaves a picture (tests/claims/walk.sh makes them in all languages and both themes); POTSTILL_WALK_LANGUAGE, _THEME, _IMAGES and _SIZE (1920x1080) set the rest.
class WalkTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    int m_picture = 0;

    template <class T>
    T* child(const char* name)
    {
        return potstill::child<T>(*m_window, name);
    }
    void click(const char* name, int timeout = 60'000)
    {
        auto* button = child<QAbstractButton>(name);
        QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), name, timeout);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void picture(const char* name) { takePicture(*m_window, ++m_picture, name); }

    /// A rater who judges by eye, blind as any: the side with less speckle, equal where that is close.
    static Qt::Key smootherSide(const QImage& screen)
    {
        double rough[2] = {};
        const int half = screen.width() / 2;
        for (int y = screen.height() / 4; y < screen.height() * 3 / 4; y += 2)
            for (int x = 1; x < screen.width(); ++x)
                rough[x >= half] += std::abs(qGray(screen.pixel(x, y)) - qGray(screen.pixel(x - 1, y)));
        const double ratio = rough[0] / std::max(1.0, rough[1]);
        return ratio < 0.97 ? Qt::Key_Left : ratio > 1.03 ? Qt::Key_Right : Qt::Key_Down;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        const QString theme = qEnvironmentVariable("POTSTILL_WALK_THEME", "light");
        applyLanguage(*qApp, qEnvironmentVariable("POTSTILL_WALK_LANGUAGE", "en"));
        applyTheme(*qApp, theme == "dark" ? ThemeChoice::Dark : ThemeChoice::Light, 1.0);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        finishBackgroundWork();
    }

    void firstLaunch()
    {
        m_window = std::make_unique<MainWindow>();
        QVERIFY(m_window->openProject(m_dir.filePath("demo")));
        const QStringList size = qEnvironmentVariable("POTSTILL_WALK_SIZE", "1600x1000").split('x');
        m_window->resize(size.value(0).toInt(), size.value(1).toInt());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        Json demo = m_window->configurePage().document();
        QCOMPARE(demo["kind"].get<std::string>(), std::string("student"));  // the first launch is ready to go
        const int images = qEnvironmentVariableIntValue("POTSTILL_WALK_IMAGES");
        if (images == 0)
            demo["imagine_flash"]["teacher_steps"] = 2;
        demo["training"]["images"] = images > 0 ? images : 256;
        demo["training"]["preview_every"] = images > 0 ? images / 6 : 64;
        demo["training"]["min_free_disk_gb"] = 0.001;
        m_window->configurePage().setDocument(demo);
        auto* estimate = child<QLabel>("configure.estimate");
        QTRY_VERIFY_WITH_TIMEOUT(estimate->text().contains(QChar(0x00B7)), 60'000);  // between its figures, in every language
        picture("configure");
    }
    void aStudentIsTrained()
    {
        click("configure.start");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().state(), RunSession::State::Running, 60'000);
        auto* grid = child<ImageGrid>("train.grid");
        QTRY_VERIFY_WITH_TIMEOUT(grid->rowCount() > 0 && !grid->image(0, 0).isNull(), 120'000);
        auto* moment = child<QLabel>("train.moment");
        QTRY_VERIFY_WITH_TIMEOUT(!moment->text().startsWith("0 "), 600'000);
        picture("training");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().state(), RunSession::State::Idle, 3'600'000);
        picture("trained");
    }
    void itsLadderIsLookedAt()
    {
        click("train.seeLadder");
        auto* grid = child<ImageGrid>("compare.grid");
        QTRY_COMPARE_WITH_TIMEOUT(grid->columnCount(), 4, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isFilled(*grid), 120'000);
        picture("compare-ladder");
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        grid->setFocus();
        grid->setCurrentCell(1, 2);
        QTest::keyClick(grid, Qt::Key_T);
        QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("compare.trajectory")->isVisible(), 60'000);
        QTest::qWait(500);
        picture("compare-trajectory");
    }
    void imagesAreKept()
    {
        auto* grid = child<ImageGrid>("compare.grid");
        const auto& kept = m_window->galleryPage().document().gallery().items;
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column) {
                const std::size_t before = kept.size();
                grid->setFocus();
                grid->clearSelection();
                grid->setCurrentCell(row, column);
                QTest::keyClick(grid, Qt::Key_G);
                QTRY_COMPARE(kept.size(), before + 1);
            }
        m_window->showPage(MainWindow::Gallery);
        picture("gallery");
        const QString target = m_dir.filePath("page");
        m_window->galleryPage().exportPanel().askTarget = [&](const QString&, const QString&, bool) { return target; };
        auto* formats = child<QComboBox>("gallery.format");
        formats->setCurrentIndex(formats->findData("html"));
        click("gallery.export");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target + "/index.html"), 30'000);
        QTRY_VERIFY(child<QAbstractButton>("gallery.open")->isVisible());
        picture("gallery-exported");
    }
    void aComparisonIsRated()
    {
        m_window->showPage(MainWindow::Rate);
        RatePage& page = m_window->ratePage();
        child<QComboBox>("rate.rater")->setCurrentText("Ada");
        auto* empty = child<EmptyState>("rate.empty");
        QTRY_VERIFY(empty->isVisible());
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QTRY_COMPARE(child<QTreeWidget>("rate.comparisons")->topLevelItemCount(), 1);
        child<QSpinBox>("rate.seeds")->setValue(60);
        child<QSpinBox>("rate.sessionLength")->setValue(60);
        child<QSpinBox>("rate.checks")->setValue(2);
        QTest::qWait(800);
        picture("rate-definition");
        click("rate.prepare");
        // Where the images take long, the page says how long and asks before it goes on.
        auto *lock = child<QAbstractButton>("rate.lock"), *goOn = child<QAbstractButton>("rate.confirm");
        QTRY_VERIFY_WITH_TIMEOUT(lock->isVisible() || goOn->isVisible(), 120'000);
        if (goOn->isVisible())
            click("rate.confirm");
        click("rate.lock", 600'000);
        click("rate.rate");
        VotingView& view = page.votingView();
        QTRY_VERIFY_WITH_TIMEOUT(view.isVisible() && view.isArmed(), 60'000);
        view.resize(m_window->size());
        for (int vote = 0; vote < 62; ++vote) {
            QTRY_VERIFY(view.isArmed());
            QTest::qWait(320);  // an answer in less time would be left out
            if (const QString folder = qEnvironmentVariable("POTSTILL_WALK_OUT"); vote == 3 && !folder.isEmpty())
                QVERIFY(view.grab().save(QString("%1/%2-voting.png").arg(folder).arg(++m_picture, 2, 10, QChar('0'))));
            QTest::keyClick(&view, smootherSide(view.grab().toImage()));
        }
        QTRY_VERIFY(view.isDone() && view.isArmed());
        QTest::keyClick(&view, Qt::Key_Return);
        QTRY_VERIFY(!view.isVisible());
        QTRY_COMPARE(child<QTreeWidget>("rate.comparisons")->topLevelItem(0)->text(2), QString("60"));
        picture("rate-done");
    }
    void resultsAreRead()
    {
        m_window->showPage(MainWindow::Results);
        QTRY_VERIFY_WITH_TIMEOUT(!child<QLabel>("results.finding")->text().isEmpty() && child<QWidget>("results.bars")->isVisible(), 30'000);
        picture("results");
    }
};

QTEST_MAIN(WalkTest)
#include "walk_test.moc"
