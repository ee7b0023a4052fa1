#include "app/pages/recipedifference.h"
#include "app/pages/trajectoryview.h"
#include "engine/io/jsonfile.h"
#include "tests/app/pages/comparestage.h"
#include "tests/app/shortcutkeys.h"
#include "widgets/imagecompare.h"
#include "widgets/scrubber.h"

#include <QAction>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QScopeGuard>

using namespace potstill;

/// What is done with the images of the table: looked at, laid beside each other, followed step by step, kept.
class CompareImagesTest : public CompareStage {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { trainStudent(); }
    void cleanup() { forget(m_project); }

    void everyCellTellsItsFigures()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        const QString text = grid->toolTipOf(2, 3);
        QVERIFY2(text.contains("4 NFE") && text.contains("ms per image") && text.contains("noise 2 · "), qPrintable(text));
        grid->setCurrentCell(1, 0);
        QVERIFY2(grid->accessibleDescription().contains("1 NFE"), qPrintable(grid->accessibleDescription()));
        QVERIFY(std::abs(field(*page, 5, "milliseconds").get<double>() - page->table().cells[5].milliseconds) < 0.001);
        QCOMPARE(recipeFieldName("milliseconds"), QString("Milliseconds per image"));
    }
    void theMenuOfACellGoesWithItsTable()
    {
        auto page = shown([](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) { return greyTable(r); });
        std::vector<GalleryItem> kept;
        connect(page.get(), &ComparePage::addToGallery, this, [&](const std::vector<GalleryItem>& items) { kept = items; });
        page->showModel(QString::fromStdString(m_student.string()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        const auto open = [&](int row, int column) {
            Q_EMIT grid->contextMenuRequested(row, column, grid->mapToGlobal(QPoint(20, 20)));
            return QPointer<QMenu>(page->findChild<QMenu*>("compare.cellMenu"));
        };
        QPointer<QMenu> menu = open(2, 3);
        QVERIFY(menu && menu->isVisible());
        child<QSpinBox>(*page, "compare.rows")->setValue(1);  // the row that it is about is no more
        QTRY_VERIFY_WITH_TIMEOUT(!menu, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 1, 4), 30000);
        QVERIFY(kept.empty());
        menu = open(0, 3);
        QVERIFY(menu && menu->isVisible());
        for (QAction* action : menu->actions())
            if (action->text() == "Add all images of this column")
                action->trigger();
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0].column, page->table().columns[3]);
        menu->close();
    }
    void aLongSamplingShowsWhereItIsAndNothingOfThatIsKept()
    {
        auto page = shown([](const ComparisonRequest& r, RunControl& control, const SampleProgress& progress, TrainingJob*) {
            SampleTable t = greyTable(r);
            const Image onTheWay = t.cells[3].image;
            for (SampleCell& cell : t.cells)
                cell = {};
            progress(t, {});
            r.preview({{3, 7}, {onTheWay, onTheWay}, 10, 50});
            while (!control.isStopping())
                QThread::msleep(2);
            return t;
        });
        std::vector<GalleryItem> kept;
        connect(page.get(), &ComparePage::addToGallery, this, [&](const std::vector<GalleryItem>& items) { kept = items; });
        page->showModel(QString::fromStdString(m_student.string()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        QTRY_VERIFY_WITH_TIMEOUT(grid->rowCount() == 3 && !grid->image(0, 3).isNull(), 30000);
        QCOMPARE(grid->cellState(0, 3), ImageGrid::CellState::Pending);
        QCOMPARE(grid->columnProgress(3), 0.2);
        QCOMPARE(grid->columnProgress(0), -1.0);
        QCOMPARE(grid->columnSubheading(3), QString("step 10 of 50"));
        QVERIFY(page->table().cells[3].image.isEmpty());
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        grid->setFocus();
        grid->setCurrentCell(0, 3);
        QTest::keyClick(grid, Qt::Key_G);
        QVERIFY(kept.empty());
        child<QToolButton>(*page, "compare.stop")->click();
        QTRY_COMPARE(grid->cellState(0, 3), ImageGrid::CellState::Empty);
        QVERIFY(grid->image(0, 3).isNull());
        QCOMPARE(grid->columnProgress(3), -1.0);
    }
    void aTrajectoryTakesTheNetworkOfTheTable()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        grid->setFocus();
        grid->setCurrentCell(1, 2);
        const Moved moved(listCheckpoints(m_student).back() / "ema.safetensors", m_dir);  // it could not be opened once more
        QTest::keyClick(grid, Qt::Key_T);
        auto* view = child<TrajectoryView>(*page, "compare.trajectory");
        QTRY_COMPARE_WITH_TIMEOUT(view->trajectory().frames.size(), std::size_t(3), 30000);
    }
    void theSeedWalkKeepsWhatItKnows()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        child<ImageGrid>(*page, "compare.grid")->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(child<ImageGrid>(*page, "compare.grid"), Qt::Key_N);
        QCOMPARE(child<QSpinBox>(*page, "compare.firstSeed")->value(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "seed") == 3, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QTest::keyClick(child<ImageGrid>(*page, "compare.grid"), Qt::Key_P);
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "seed") == 0, 30000);
    }
    void twoClicksLayTwoImagesSideBySideWithTheirDifference()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        auto* strip = child<ImageCompare>(*page, "compare.strip");
        QVERIFY(!strip->isVisible());
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->cellRect(0, 0).center().toPoint());
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->cellRect(0, 3).center().toPoint());
        QTRY_VERIFY(strip->isVisible());
        auto* difference = child<RecipeDifference>(*page, "compare.difference");
        QStringList fields;
        for (int i = 0; i < difference->topLevelItemCount(); ++i)
            fields.append(difference->topLevelItem(i)->text(0));
        QVERIFY2(fields.contains("Steps") && fields.contains("Role") && !fields.contains("Noise"), qPrintable(fields.join(", ")));
        QTest::keyClick(grid, Qt::Key_4);  // the grid still has the focus
        QCOMPARE(strip->mode(), ImageCompare::Mode::Difference);
        QTest::keyClick(grid, Qt::Key_2);
        QCOMPARE(strip->mode(), ImageCompare::Mode::Wipe);
        QVERIFY(strip->largestDifference() > 0);
        // Other keys, at once: in the grid, in the pane, and in what the buttons say.
        Shortcuts shortcuts;
        ShortcutsDialog dialog(shortcuts);
        const auto reset = qScopeGuard([] { PageKeys::instance().resetAll(); });
        auto* button = child<QToolButton>(*strip, "compare.difference");
        QVERIFY2(button->toolTip().endsWith("(4)"), qPrintable(button->toolTip()));
        pressIn(dialog, "Two images: Difference", Qt::Key_V);
        pressIn(dialog, "Two images: Flip", Qt::Key_4);
        QVERIFY2(button->toolTip().endsWith("(V)"), qPrintable(button->toolTip()));
        for (QWidget* has : {static_cast<QWidget*>(grid), child<QWidget>(*strip, "compare.view")}) {
            has->setFocus();
            QTest::keyClick(has, Qt::Key_V);
            QCOMPARE(strip->mode(), ImageCompare::Mode::Difference);
            QTest::keyClick(has, Qt::Key_3);  // nobody's now
            QCOMPARE(strip->mode(), ImageCompare::Mode::Difference);
            QTest::keyClick(has, Qt::Key_4);
            QCOMPARE(strip->mode(), ImageCompare::Mode::Flip);
        }
        // Enter takes the current cell as the second of the pair.
        grid->setFocus();
        grid->setCurrentCell(1, 1);
        QTest::keyClick(grid, Qt::Key_Return);
        QTRY_COMPARE(grid->selectedCells().last(), QPoint(1, 1));
        QTest::keyClick(grid, Qt::Key_Escape);
        QTRY_VERIFY(!strip->isVisible());
    }
    void aTrajectoryIsScrubbed()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        grid->setFocus();
        grid->setCurrentCell(1, 3);
        QTest::keyClick(grid, Qt::Key_T);
        auto* view = child<TrajectoryView>(*page, "compare.trajectory");
        QTRY_VERIFY(view->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(view->trajectory().frames.size(), std::size_t(4), 30000);
        QVERIFY(view->trajectory().image == page->table().cells[7].image);
        QCOMPARE(view->scrubber().currentIndex(), 3);
        view->scrubber().setFocus();
        QTest::keyClick(&view->scrubber(), Qt::Key_Home);
        QTRY_COMPARE(view->scrubber().currentIndex(), 0);
        QVERIFY(child<QLabel>(*view, "trajectory.facts")->text().startsWith("step 1 of 4"));
        const fs::path out = m_dir.filePath("trajectory").toStdString();
        writeTrajectory(view->trajectory(), out);
        QVERIFY(fs::exists(out / "step-004.png"));
        QCOMPARE(readJsonFile(out / "index.json").at("frames").size(), std::size_t(4));
        for (const char* ending : {"gif", "webp"}) {
            const QString file = m_dir.filePath(QString("trajectory.") + ending);
            saveTrajectory(view->trajectory(), file, ending);
            QImageReader reader(file);
            QVERIFY2(QFileInfo(file).size() > 200, qPrintable(file));
            if (QImageReader::supportedImageFormats().contains(ending))
                QCOMPARE(reader.size(), QSize(512, 512));
        }
    }
    void exchangingRowsAndColumnsSamplesNothing()
    {
        std::atomic<int> asked{0};
        auto page = shown([&](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) {
            ++asked;
            return greyTable(r);
        });
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        const int before = asked;
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        const QImage image = grid->image(2, 1);
        page->findChild<QAction*>("compare.transpose")->trigger();
        QCOMPARE(grid->rowCount(), 4);
        QCOMPARE(grid->columnCount(), 3);
        QCOMPARE(grid->image(1, 2), image);
        QCOMPARE(asked.load(), before);
    }
    void imagesGoToTheGallery()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(child<ImageGrid>(*page, "compare.grid"), Qt::Key_G);  // without a gallery nothing happens
        std::vector<GalleryItem> kept;
        connect(page.get(), &ComparePage::addToGallery, this, [&](const std::vector<GalleryItem>& items) { kept = items; });
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        grid->setFocus();
        grid->setSelectedCells({{0, 0}, {3, 2}});
        QTest::keyClick(grid, Qt::Key_G);
        QTRY_COMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[1].recipe.at("seed").get<int>(), 2);
        QCOMPARE(kept[1].column, std::string("Teacher"));
        QVERIFY(kept[0].groupKind == GroupKind::None);
        // All images of the noise.
        grid->setCurrentCell(1, 2);
        QTest::keyClick(grid, Qt::Key_G, Qt::ShiftModifier);
        QTRY_COMPARE(kept.size(), std::size_t(4));
        for (const GalleryItem& item : kept) {
            QCOMPARE(item.recipe.at("seed").get<int>(), 1);
            QVERIFY(item.groupKind == GroupKind::Ladder && item.group == kept[0].group);
        }
        // The whole way of an image while its inspector has the focus.
        grid->setCurrentCell(0, 2);
        QTest::keyClick(grid, Qt::Key_T);
        auto* view = child<TrajectoryView>(*page, "compare.trajectory");
        QTRY_COMPARE_WITH_TIMEOUT(view->trajectory().frames.size(), std::size_t(3), 30000);
        QTest::keyClick(&view->scrubber(), Qt::Key_G);
        QTRY_COMPARE(kept.size(), std::size_t(3));
        QVERIFY(kept[0].groupKind == GroupKind::Trajectory && kept[0].group == kept[2].group);
    }
    void aStopKeepsThePageAndSaysSo()
    {
        auto page = shown([](const ComparisonRequest& r, RunControl& control, const SampleProgress& progress, TrainingJob*) {
            const SampleTable t = greyTable(r);
            progress(t, {0, 1});
            while (!control.isStopping())
                QThread::msleep(2);
            return t;
        });
        page->showModel(QString::fromStdString(m_student.string()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        auto* stop = child<QToolButton>(*page, "compare.stop");
        QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible() && grid->rowCount() == 3 && grid->cellState(0, 1) == ImageGrid::CellState::Filled, 30000);
        QCOMPARE(grid->cellState(1, 0), ImageGrid::CellState::Pending);
        stop->click();
        QTRY_VERIFY(!stop->isVisible());
        QCOMPARE(grid->cellState(1, 0), ImageGrid::CellState::Empty);
        QVERIFY(child<QLabel>(*page, "compare.status")->text().contains("Stopped"));
    }
    void aFailureIsShown()
    {
        auto page = shown([](const ComparisonRequest&, RunControl&, const SampleProgress&, TrainingJob*) -> SampleTable { throw std::runtime_error("no memory left"); });
        QStringList problems;
        connect(page.get(), &ComparePage::problem, this, [&](const QString& m) { problems.append(m); });
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_COMPARE_WITH_TIMEOUT(problems, QStringList("no memory left"), 30000);
        QCOMPARE(child<QLabel>(*page, "compare.status")->text(), QString("no memory left"));
    }
    void aThousandCellsScrollSmoothly()
    {
        auto page = shown([](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) { return greyTable(r); });
        child<QSpinBox>(*page, "compare.rows")->setValue(250);
        page->showModel(QString::fromStdString(m_student.string()));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        QTRY_VERIFY_WITH_TIMEOUT(grid->rowCount() == 250 && grid->cellState(249, 3) == ImageGrid::CellState::Filled, 30000);
        grid->setZoom(2);
        QElapsedTimer clock;
        std::vector<qint64> times;
        int painted = 0;
        for (int row = 0; row < 250; row += 5) {
            clock.start();
            grid->setCurrentCell(row, row % 4);
            grid->viewport()->repaint();
            times.push_back(clock.elapsed());
            painted = std::max(painted, grid->paintedCells());
        }
        std::sort(times.begin(), times.end());
        QVERIFY2(times[times.size() * 9 / 10] < 16, qPrintable(QString("%1 ms").arg(times[times.size() * 9 / 10])));  // the rest is left to other programs
        QVERIFY2(painted < 400, qPrintable(QString::number(painted)));                                                // what is in sight, not all of it
    }
};

QTEST_MAIN(CompareImagesTest)
#include "compareimages_test.moc"
