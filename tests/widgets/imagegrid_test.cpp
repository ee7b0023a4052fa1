#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

using namespace potstill;

namespace {

Image filled(int size, std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    Image image(size, size, 3);
    for (std::size_t i = 0; i < image.pixels.size(); i += 3) {
        image.pixels[i] = red;
        image.pixels[i + 1] = green;
        image.pixels[i + 2] = blue;
    }
    return image;
}

Image checkered(int size)
{
    Image image(size, size, 1);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            image.row(y)[x] = (x + y) % 2 ? 255 : 0;
    return image;
}

}  // namespace

class ImageGridTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ImageGrid> m_grid;

    void fill(int rows, int columns, int size = 16)
    {
        m_grid->setShape(rows, columns);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                m_grid->setImage(row, column, filled(size, std::uint8_t(row * 40), std::uint8_t(column * 40), 200));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init()
    {
        m_grid = std::make_unique<ImageGrid>();
        m_grid->resize(640, 480);
        m_grid->show();
        m_grid->activateWindow();
        m_grid->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
    }
    void aPredictionIsShownButStaysPending()
    {
        m_grid->setShape(1, 2);
        m_grid->setColumns({{"a", ""}, {"b", ""}});
        Image image(8, 8, 3);
        m_grid->setPrediction(0, 1, image);
        QCOMPARE(m_grid->cellState(0, 1), ImageGrid::CellState::Pending);
        QVERIFY(!m_grid->image(0, 1).isNull());
        m_grid->setColumnProgress(1, 0.5);
        const QImage half = m_grid->viewport()->grab().toImage();
        m_grid->setColumnProgress(1, -1);
        QVERIFY(m_grid->viewport()->grab().toImage() != half);  // the line under the heading
        m_grid->setImage(0, 1, image);
        QCOMPARE(m_grid->cellState(0, 1), ImageGrid::CellState::Filled);
        m_grid->setToolTip(0, 1, "50 NFE\n12 ms");
        m_grid->setCurrentCell(0, 1);
        QVERIFY2(m_grid->accessibleDescription().endsWith("50 NFE, 12 ms"), qPrintable(m_grid->accessibleDescription()));
        QCOMPARE(m_grid->toolTipOf(0, 1), QString("50 NFE\n12 ms"));
    }
    void imagesSurviveTheTripToQtAndBack()
    {
        Image image(5, 3, 3);
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            image.pixels[i] = std::uint8_t(i * 5);
        QVERIFY(imageFromQImage(qimageFromImage(image)) == image);
        QVERIFY(qimageFromImage(Image()).isNull());
        QCOMPARE(qimageFromImage(checkered(4)).pixelColor(1, 0), QColor(Qt::white));
    }
    void cellsShowTheirPixelsUnblurred()
    {
        m_grid->setShape(1, 1);
        m_grid->setImage(0, 0, checkered(8));
        m_grid->setZoom(7);
        const QImage shot = m_grid->grab().toImage();
        const QRectF rect = m_grid->cellRect(0, 0);
        const QPoint first(int(rect.left()) + 4, int(rect.top()) + 4);
        for (int y = 0; y < 8; ++y)
            for (int x = 0; x < 8; ++x)
                for (const int inside : {0, 3, 6}) {
                    const QColor color = shot.pixelColor(first + QPoint(x * 7 + inside, y * 7 + inside));
                    QCOMPARE(color, (x + y) % 2 ? QColor(Qt::white) : QColor(Qt::black));
                }
    }
    void onlyVisibleCellsArePainted()
    {
        fill(100, 10);
        m_grid->setZoom(4);
        m_grid->grab();
        QVERIFY(m_grid->paintedCells() > 0);
        QVERIFY2(m_grid->paintedCells() < 150, qPrintable(QString::number(m_grid->paintedCells())));
        QElapsedTimer timer;
        timer.start();
        for (int step = 0; step < 50; ++step) {
            m_grid->verticalScrollBar()->setValue(step * 40);
            m_grid->grab();
        }
        qInfo("%lld ms for 50 frames", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 2500);
    }
    void arrowsMoveAndShiftExtends()
    {
        fill(4, 4);
        QSignalSpy selected(m_grid.get(), &ImageGrid::cellSelected);
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
        QCOMPARE(m_grid->currentRow(), 0);
        QCOMPARE(m_grid->currentColumn(), 0);
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
        QTest::keyClick(m_grid.get(), Qt::Key_Down);
        QCOMPARE(m_grid->currentRow(), 1);
        QCOMPARE(m_grid->currentColumn(), 1);
        QCOMPARE(selected.size(), 3);
        QTest::keyClick(m_grid.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_grid->selectedCells().size(), 4);
        QTest::keyClick(m_grid.get(), Qt::Key_Escape);
        QVERIFY(m_grid->selectedCells().isEmpty());
        QTest::keyClick(m_grid.get(), Qt::Key_Space);
        QCOMPARE(m_grid->selectedCells(), QList<QPoint>{QPoint(2, 2)});
        QSignalSpy activated(m_grid.get(), &ImageGrid::cellActivated);
        QTest::keyClick(m_grid.get(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }
    void mouseSelectsAndTwoCellsAreTheLimit()
    {
        fill(3, 3);
        m_grid->setZoom(3);
        const auto click = [this](int row, int column, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, modifiers, m_grid->cellRect(row, column).center().toPoint());
        };
        click(0, 0);
        click(1, 2);
        QCOMPARE(m_grid->selectedCells(), QList<QPoint>{QPoint(2, 1)});
        click(2, 2, Qt::ControlModifier);
        QCOMPARE(m_grid->selectedCells().size(), 2);
        m_grid->setSelectionLimit(2);
        click(0, 1);
        QCOMPARE(m_grid->selectedCells(), (QList<QPoint>{QPoint(2, 2), QPoint(1, 0)}));
        QSignalSpy activated(m_grid.get(), &ImageGrid::cellActivated);
        QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->cellRect(1, 1).center().toPoint());
        QCOMPARE(activated.at(0), (QVariantList{1, 1}));
    }
    void zoomIsWholeAndFits()
    {
        fill(2, 4);
        m_grid->setZoom(0);
        const int fitting = m_grid->effectiveZoom();
        QVERIFY(fitting >= 2);
        QVERIFY(m_grid->cellRect(0, 3).right() <= m_grid->viewport()->width());
        QSignalSpy zoomed(m_grid.get(), &ImageGrid::zoomChanged);
        QTest::keyClick(m_grid.get(), Qt::Key_Plus);
        QCOMPARE(m_grid->zoom(), fitting + 1);
        QWheelEvent wheel(QPointF(50, 50), m_grid->mapToGlobal(QPointF(50, 50)), {}, QPoint(0, -240), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_grid->viewport(), &wheel);
        QCOMPARE(m_grid->zoom(), fitting - 1);
        QCOMPARE(zoomed.size(), 3);
        QTest::keyClick(m_grid.get(), Qt::Key_0);
        QCOMPARE(m_grid->effectiveZoom(), fitting);
    }
    void headingsStayAndColumnsHaveMenus()
    {
        fill(60, 3);
        m_grid->setRowHeadings(QStringList(60, QStringLiteral("noise")));
        m_grid->setColumns(
            {{QStringLiteral("1 step"), QStringLiteral("1 NFE")}, {QStringLiteral("2 steps"), QStringLiteral("2 NFE")}, {QStringLiteral("teacher"), QStringLiteral("50 NFE")}});
        m_grid->setZoom(3);
        const QImage before = m_grid->grab(QRect(0, 0, 640, 40)).toImage();
        m_grid->verticalScrollBar()->setValue(500);
        const QImage after = m_grid->grab(QRect(0, 0, 640, 20)).toImage();
        QCOMPARE(after.copy(0, 0, 600, 18), before.copy(0, 0, 600, 18));
        QSignalSpy menu(m_grid.get(), &ImageGrid::columnMenuRequested);
        const QPoint heading(int(m_grid->cellRect(0, 1).center().x()), 8);
        QContextMenuEvent event(QContextMenuEvent::Mouse, heading, m_grid->viewport()->mapToGlobal(heading));
        QApplication::sendEvent(m_grid->viewport(), &event);
        QCOMPARE(menu.at(0).at(0).toInt(), 1);
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, QPoint(int(m_grid->cellRect(0, 1).center().x()), 6));
        QCOMPARE(menu.last().at(0).toInt(), 1);
        QSignalSpy cellMenu(m_grid.get(), &ImageGrid::contextMenuRequested);
        m_grid->verticalScrollBar()->setValue(0);
        const QPoint inside = m_grid->cellRect(1, 2).center().toPoint();
        QContextMenuEvent second(QContextMenuEvent::Mouse, inside, m_grid->viewport()->mapToGlobal(inside));
        QApplication::sendEvent(m_grid->viewport(), &second);
        QCOMPARE(cellMenu.at(0).at(0).toInt(), 1);
        QCOMPARE(cellMenu.at(0).at(1).toInt(), 2);
    }
    void hoverMarksTheRow()
    {
        fill(3, 3);
        m_grid->setZoom(3);
        QSignalSpy hovered(m_grid.get(), &ImageGrid::cellHovered);
        const QPointF between(m_grid->cellRect(1, 0).right() + 2, m_grid->cellRect(1, 0).center().y());
        const QColor quiet = m_grid->grab().toImage().pixelColor(between.toPoint());
        const QPointF inside = m_grid->cellRect(1, 1).center();
        QMouseEvent move(QEvent::MouseMove, inside, m_grid->viewport()->mapToGlobal(inside), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(m_grid->viewport(), &move);
        QCOMPARE(hovered.last(), (QVariantList{1, 1}));
        QVERIFY(m_grid->grab().toImage().pixelColor(between.toPoint()) != quiet);
    }
    void cellsKnowTheirState()
    {
        fill(2, 2);
        m_grid->setPending(0, 1);
        m_grid->clearCell(1, 1);
        m_grid->setText(1, 0, QStringLiteral("not computed"));
        m_grid->setMarked(0, 0, true);
        m_grid->grab();
        QVERIFY(m_grid->cellState(0, 0) == ImageGrid::CellState::Filled);
        QVERIFY(m_grid->cellState(0, 1) == ImageGrid::CellState::Pending);
        QVERIFY(m_grid->cellState(1, 1) == ImageGrid::CellState::Empty);
        m_grid->setShape(3, 3);
        QVERIFY(m_grid->cellState(0, 0) == ImageGrid::CellState::Filled);
        QVERIFY(m_grid->cellState(2, 2) == ImageGrid::CellState::Empty);
        m_grid->setCurrentCell(1, 0);
        QVERIFY(m_grid->accessibleDescription().contains(QStringLiteral("not computed")));
    }
    void comparisonMeasuresAndSwitches()
    {
        ImageCompare compare;
        compare.resize(600, 320);
        compare.show();
        compare.setImages(filled(8, 100, 100, 100), QStringLiteral("student"), filled(8, 110, 100, 100), QStringLiteral("teacher"));
        QCOMPARE(compare.largestDifference(), 10);
        QVERIFY(std::abs(compare.meanDifference() - 10.0 / 3) < 1e-9);
        auto* view = compare.findChild<QWidget*>(QStringLiteral("compare.view"));
        QSignalSpy modes(&compare, &ImageCompare::modeChanged);
        compare.setMode(ImageCompare::Mode::Wipe);
        QCOMPARE(compare.mode(), ImageCompare::Mode::Wipe);
        compare.setModeKeys({QStringLiteral("1"), QStringLiteral("W"), QString(), QStringLiteral("4")});  // the page's
        const auto said = [&](const char* button) { return compare.findChild<QToolButton*>(button)->toolTip(); };
        QCOMPARE(said("compare.wipe"), QStringLiteral("Wipe  (W)"));
        QCOMPARE(said("compare.flip"), QStringLiteral("Flip  (hold Space)"));
        QTest::mouseClick(compare.findChild<QToolButton*>(QStringLiteral("compare.flip")), Qt::LeftButton);
        QCOMPARE(compare.mode(), ImageCompare::Mode::Flip);
        const QColor before = compare.grab().toImage().pixelColor(view->geometry().center());
        QTest::keyPress(view, Qt::Key_Space);
        QVERIFY(compare.isFlipped());
        const QColor flipped = compare.grab().toImage().pixelColor(view->geometry().center());
        QCOMPARE(flipped.red() - before.red(), 10);
        QTest::keyRelease(view, Qt::Key_Space);
        QVERIFY(!compare.isFlipped());
        QCOMPARE(modes.size(), 2);
        QTest::keyClick(view, Qt::Key_Plus);
        const int zoom = compare.zoom();
        QVERIFY(zoom > 1);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(compare.zoom(), 0);
        compare.setImages(filled(8, 1, 1, 1), {}, filled(9, 1, 1, 1), {});
        QCOMPARE(compare.meanDifference(), -1.0);
    }
    void heatMapIsDarkWhereImagesAgree()
    {
        QImage a(4, 1, QImage::Format_RGB32);
        a.fill(Qt::gray);
        QImage b = a;
        b.setPixelColor(3, 0, Qt::white);
        const QImage heat = differenceImage(a, b);
        QVERIFY(qGray(heat.pixel(0, 0)) < 30);
        QVERIFY(qGray(heat.pixel(3, 0)) > 200);
        QVERIFY(differenceImage(a, QImage(5, 1, QImage::Format_RGB32)).isNull());
    }
};

QTEST_MAIN(ImageGridTest)
#include "imagegrid_test.moc"
