#include "widgets/accessible.h"
#include "widgets/heatmap.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"
#include "widgets/meterlabel.h"
#include "widgets/progressline.h"
#include "widgets/rail.h"
#include "widgets/scrubber.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QtTest>

using namespace potstill;

namespace {

struct Said {
    QAccessible::Event type;
    QObject* object;
    QString name, description;
};

QList<Said> said;

/// Stands between Qt and the assistive technology and writes down what it is told.
void listen(QAccessibleEvent* event)
{
    QAccessibleInterface* at = event->accessibleInterface();
    said.append({event->type(), event->object(), at ? at->text(QAccessible::Name) : QString(), at ? at->text(QAccessible::Description) : QString()});
}

bool isSaid(QAccessible::Event type, const QString& name)
{
    return std::any_of(said.cbegin(), said.cend(), [&](const Said& s) { return s.type == type && s.name == name; });
}

QAccessibleInterface* of(QObject* object) { return QAccessible::queryAccessibleInterface(object); }

QImage plain(int size)
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

}  // namespace

/// What the widgets that paint themselves are to assistive technology.
class AccessibleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        accessibleListener = &listen;
    }
    void cleanupTestCase() { accessibleListener = nullptr; }
    void init() { said.clear(); }

    void aGridIsATableOfNamedCells()
    {
        ImageGrid grid;
        grid.resize(400, 300);
        grid.setShape(3, 2);
        grid.setColumns({{"1 step", ""}, {"2 steps", ""}});
        grid.setRowHeadings({"seed 15", "seed 16", "seed 17"});
        grid.setQImage(2, 1, plain(8));
        grid.setToolTip(2, 1, "2 NFE\n12 ms");
        grid.setPending(0, 0);
        grid.setText(0, 1, "refused");
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));

        QAccessibleInterface* at = of(&grid);
        QVERIFY(at);
        QCOMPARE(at->role(), QAccessible::Table);
        QVERIFY(!at->text(QAccessible::Name).isEmpty());
        QAccessibleTableInterface* table = at->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->columnCount(), 2);
        QCOMPARE(table->columnDescription(1), QString("2 steps"));
        QCOMPARE(table->rowDescription(2), QString("seed 17"));
        QCOMPARE(at->childCount(), 6);

        QAccessibleInterface* cell = table->cellAt(2, 1);
        QVERIFY(cell && cell->isValid());
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->text(QAccessible::Name), QString("row 3, 2 steps, seed 17, filled"));
        QCOMPARE(cell->text(QAccessible::Description), QString("2 NFE, 12 ms"));
        QCOMPARE(table->cellAt(0, 0)->text(QAccessible::Name), QString("row 1, 1 step, seed 15, being made"));
        QCOMPARE(table->cellAt(0, 1)->text(QAccessible::Name), QString("row 1, 2 steps, seed 15, refused"));
        QCOMPARE(table->cellAt(1, 0)->text(QAccessible::Name), QString("row 2, 1 step, seed 16, empty"));
        QVERIFY(!table->cellAt(3, 0) && !table->cellAt(0, 2) && !table->cellAt(-1, 0));

        // Up and down the tree, and by place.
        QCOMPARE(cell->parent(), at);
        QCOMPARE(at->indexOfChild(cell), 5);
        QCOMPARE(at->child(5), cell);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 2);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 1);
        const QPoint first = grid.viewport()->mapToGlobal(grid.cellRect(0, 0).center().toPoint());
        QCOMPARE(at->childAt(first.x(), first.y()), table->cellAt(0, 0));
        QVERIFY(table->cellAt(0, 0)->rect().contains(first));
    }

    void aGridTellsWhereTheKeysAreAndWhatCame()
    {
        ImageGrid grid;
        grid.resize(400, 300);
        grid.setShape(2, 2);
        grid.show();
        grid.activateWindow();
        grid.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&grid));
        QAccessibleInterface* at = of(&grid);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Down);
        QVERIFY(isSaid(QAccessible::Focus, "row 2, column 1, empty"));
        QCOMPARE(at->focusChild(), at->tableInterface()->cellAt(1, 0));
        QVERIFY(at->focusChild()->state().focused);
        grid.setQImage(1, 0, plain(8));
        QVERIFY(isSaid(QAccessible::NameChanged, "row 2, column 1, filled"));
        QVERIFY(grid.accessibleDescription().contains("filled"));

        QAccessibleActionInterface* action = at->tableInterface()->cellAt(0, 1)->actionInterface();
        QVERIFY(action);
        action->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(grid.selectedCells(), QList<QPoint>{QPoint(1, 0)});
        QVERIFY(at->tableInterface()->cellAt(0, 1)->state().selected);
        QCOMPARE(at->tableInterface()->selectedCells(), QList<QAccessibleInterface*>{at->tableInterface()->cellAt(0, 1)});
        QVERIFY(isSaid(QAccessible::SelectionWithin, at->text(QAccessible::Name)));
        QSignalSpy activated(&grid, &ImageGrid::cellActivated);
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
    }

    void cellsThatAreGoneAreNotValid()
    {
        auto grid = std::make_unique<ImageGrid>();
        grid->setShape(4, 4);
        QAccessibleInterface* cell = of(grid.get())->tableInterface()->cellAt(3, 3);
        QVERIFY(cell->isValid());
        const QAccessible::Id id = QAccessible::uniqueId(cell);
        said.clear();
        grid->setShape(2, 2);
        QVERIFY(std::any_of(said.cbegin(), said.cend(), [](const Said& s) { return s.type == QAccessible::TableModelChanged; }));
        QVERIFY(!cell->isValid());
        QVERIFY(cell->text(QAccessible::Name).isEmpty());
        QCOMPARE(of(grid.get())->indexOfChild(cell), -1);
        grid->setShape(4, 4);
        QVERIFY(cell->isValid());
        grid.reset();
        QVERIFY(!QAccessible::accessibleInterface(id));
    }

    void aChartTellsItsSeries()
    {
        LineChart chart;
        chart.resize(500, 300);
        chart.setTitle("Loss");
        chart.setSeries("a", "Student", {{0, 3}, {1000, 5}, {2000, 0.125}});
        chart.setSeries("b", "Teacher", {{0, 0.01}, {2000, 100}});
        chart.setLogY(true);
        chart.show();
        chart.flush();
        auto* view = chart.findChild<QWidget*>("chart.view");
        QAccessibleInterface* at = of(view);
        QCOMPARE(at->role(), QAccessible::Chart);
        QCOMPARE(at->text(QAccessible::Name), QString("Loss"));
        const QStringList series = at->text(QAccessible::Description).split("; ");
        QCOMPARE(series.size(), 2);
        QVERIFY2(series[0].startsWith("Student: 0.125 at 2") && series[0].endsWith("from 0.125 to 5"), qPrintable(series[0]));
        QVERIFY2(series[1].startsWith("Teacher: 100 at 2") && series[1].endsWith("from 0.01 to 100"), qPrintable(series[1]));
        QVERIFY(of(&chart)->role() != QAccessible::Client);
        QVERIFY(at->state().focusable);
        QVERIFY(!of(qobject_cast<QAbstractScrollArea*>(view)->viewport())->state().focusable);  // one control, not two
        chart.appendPoints("a", {{3000, 0.0625}});
        chart.flush();
        QVERIFY(at->text(QAccessible::Description).contains("0.0625"));
    }

    void aHeatMapTellsItsRangeThenItsCell()
    {
        HeatMap map;
        map.resize(400, 300);
        map.setTitles("images", "noise level", "Loss");
        map.setEmptyText("Nothing yet");
        QCOMPARE(of(&map)->role(), QAccessible::Chart);
        QCOMPARE(of(&map)->text(QAccessible::Description), QString("Nothing yet"));
        map.setData({"low", "high"}, {{0, {0.5, 1.0}}, {100, {0.25, 2.0}}});
        QCOMPARE(of(&map)->text(QAccessible::Description), QString("Loss from %1 to %2 in 2 rows, images from %3 to %4").arg(siText(0.25), siText(2), siText(0), siText(100)));
        QTest::keyClick(&map, Qt::Key_End);
        QCOMPARE(of(&map)->text(QAccessible::Description), map.readOut());
        QVERIFY(!of(&map)->text(QAccessible::Name).isEmpty());
    }

    void aComparisonTellsWhatIsShown()
    {
        ImageCompare compare;
        compare.setImages(plain(8), "A", plain(8), "B");
        auto* view = compare.findChild<QWidget*>("compare.view");
        const auto told = [&] { return of(view)->text(QAccessible::Description); };
        QCOMPARE(of(view)->role(), QAccessible::Graphic);
        QVERIFY2(told().startsWith("A beside B") && told().contains("largest 0"), qPrintable(told()));
        compare.findChild<QAbstractButton*>("compare.swap")->click();
        QVERIFY2(told().startsWith("B beside A"), qPrintable(told()));
        compare.setMode(ImageCompare::Mode::Wipe);
        compare.setWipe(0.25);
        QVERIFY2(told().startsWith("B left of 25 %, A right of it"), qPrintable(told()));
        compare.setMode(ImageCompare::Mode::Flip);
        compare.setFlipped(true);
        QVERIFY2(told().startsWith("A is shown"), qPrintable(told()));
    }

    void progressAndTimeLineHaveValues()
    {
        ProgressLine line;
        said.clear();
        line.setProgress(0.5);
        QCOMPARE(of(&line)->role(), QAccessible::ProgressBar);
        QCOMPARE(of(&line)->valueInterface()->currentValue().toDouble(), 50.0);
        QCOMPARE(of(&line)->valueInterface()->maximumValue().toDouble(), 100.0);
        QVERIFY(isSaid(QAccessible::ValueChanged, line.accessibleName()));

        Scrubber scrubber;
        scrubber.setEvents({{0, {}, false}, {1000, {}, false}, {2000, {}, false}});
        QAccessibleValueInterface* value = of(&scrubber)->valueInterface();
        QCOMPARE(of(&scrubber)->role(), QAccessible::Slider);
        QCOMPARE(value->currentValue().toInt(), 2);
        QCOMPARE(value->maximumValue().toInt(), 2);
        said.clear();
        value->setCurrentValue(0);
        QCOMPARE(scrubber.currentIndex(), 0);
        QVERIFY(isSaid(QAccessible::ValueChanged, scrubber.accessibleName()));
    }

    void pagesOfTheRailAreOneOfSeveral()
    {
        Rail rail;
        rail.addPage("train", "Train");
        rail.addPage("compare", "Compare");
        QCOMPARE(of(rail.findChild<QAbstractButton*>("rail.compare"))->role(), QAccessible::RadioButton);
        QVERIFY(of(rail.findChild<QAbstractButton*>("rail.train"))->state().checked);
        QCOMPARE(of(&rail)->role(), QAccessible::Grouping);
        MeterLabel meter("Speed", "images/s");
        meter.setText("312");
        QCOMPARE(of(&meter)->role(), QAccessible::StaticText);
        QCOMPARE(of(&meter)->text(QAccessible::Description), QString("312 images/s"));
    }

    void actionsOfAPaintedWidgetCanBePressed()
    {
        QWidget widget;
        setAccessibleRole(&widget, QAccessible::Canvas);
        int pressed = 0;
        widget.addAction("Left", &widget, [&] { ++pressed; });
        QAccessibleActionInterface* action = of(&widget)->actionInterface();
        QVERIFY(action && action->actionNames().contains("Left"));
        action->doAction("Left");
        action->doAction("Right");
        QCOMPARE(pressed, 1);
    }
};

QTEST_MAIN(AccessibleTest)
#include "accessible_test.moc"
