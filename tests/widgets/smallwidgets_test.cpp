#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/meterlabel.h"
#include "widgets/numberfield.h"
#include "widgets/numbertext.h"
#include "widgets/progressline.h"
#include "widgets/rail.h"
#include "widgets/scrubber.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace potstill;

class SmallWidgetsTest : public QObject {
    Q_OBJECT
private:
    static QList<ScrubberEvent> events(int count)
    {
        QList<ScrubberEvent> out;
        for (int i = 0; i < count; ++i)
            out.append({i * 1000, {}, i % 5 == 0});
        return out;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void scrubberCountsSteps()
    {
        Scrubber scrubber;
        scrubber.setUnit(Scrubber::Unit::Steps);
        scrubber.setEvents({{1, {}, false}, {2, {}, false}, {3, {}, false}});
        auto* position = scrubber.findChild<QLineEdit*>("position");
        QCOMPARE(position->text(), QString("step 3"));
        position->setText("step 2");
        Q_EMIT position->returnPressed();
        QCOMPARE(scrubber.currentIndex(), 1);
    }
    void scrubberFollowsTheNewestUntilMoved()
    {
        Scrubber scrubber;
        scrubber.resize(600, 40);
        scrubber.show();
        scrubber.setEvents(events(10));
        QCOMPARE(scrubber.currentIndex(), 9);
        scrubber.setEvents(events(12));
        QCOMPARE(scrubber.currentIndex(), 11);
        QTest::keyClick(&scrubber, Qt::Key_Left);
        QTest::keyClick(&scrubber, Qt::Key_Left);
        QCOMPARE(scrubber.currentImages(), 9000);
        scrubber.setEvents(events(20));
        QCOMPARE(scrubber.currentImages(), 9000);
        QTest::keyClick(&scrubber, Qt::Key_Home);
        QCOMPARE(scrubber.currentIndex(), 0);
        QTest::keyClick(&scrubber, Qt::Key_PageDown);
        QCOMPARE(scrubber.currentIndex(), 10);
    }
    void scrubberTakesTypedPositions()
    {
        Scrubber scrubber;
        scrubber.setEvents(events(50));
        scrubber.show();
        auto* position = scrubber.findChild<QLineEdit*>(QStringLiteral("position"));
        position->setFocus();
        position->selectAll();
        QTest::keyClicks(position, QStringLiteral("12.4k"));
        QTest::keyClick(position, Qt::Key_Return);
        QCOMPARE(scrubber.currentImages(), 12000);
        QCOMPARE(imagesFromText(QStringLiteral("1.5 M")), 1500000);
        QCOMPARE(imagesFromText(QStringLiteral("abc")), -1);
    }
    void scrubberPlaysToTheEnd()
    {
        Scrubber scrubber;
        scrubber.setEvents(events(5));
        scrubber.setPlayIntervalMs(16);
        QSignalSpy spy(&scrubber, &Scrubber::playingChanged);
        scrubber.setPlaying(true);
        QCOMPARE(scrubber.currentIndex(), 0);
        QTRY_COMPARE(spy.size(), 2);
        QCOMPARE(scrubber.currentIndex(), 4);
    }
    void railSwitchesByMouseAndKeys()
    {
        Rail rail;
        for (const char* name : {"configure", "train", "compare"})
            rail.addPage(QString::fromLatin1(name), QString::fromLatin1(name));
        rail.resize(72, 400);
        rail.show();
        QCOMPARE(rail.currentIndex(), 0);
        QSignalSpy spy(&rail, &Rail::currentChanged);
        QTest::mouseClick(rail.findChild<QAbstractButton*>(QStringLiteral("rail.compare")), Qt::LeftButton);
        QCOMPARE(spy.last().at(0).toInt(), 2);
        QTest::keyClick(&rail, Qt::Key_Up);
        QCOMPARE(rail.currentIndex(), 1);
        rail.setPageEnabled(2, false);
        QTest::keyClick(&rail, Qt::Key_Down);
        QCOMPARE(rail.currentIndex(), 1);
    }
    void longTextsAreCut()
    {
        ElidedLabel label(QStringLiteral("a text that is much too long for this label"));
        label.resize(80, 20);
        label.show();
        QVERIFY(label.QLabel::text().endsWith(QStringLiteral("…")));
        QCOMPARE(label.toolTip(), label.text());
        label.resize(800, 20);
        QTRY_COMPARE(label.QLabel::text(), label.text());
        QVERIFY(label.toolTip().isEmpty());
    }
    void meterKeepsItsWidth()
    {
        MeterLabel meter(QStringLiteral("Rate"), QStringLiteral("images/s"));
        meter.setValue(312);
        const int width = meter.sizeHint().width();
        for (const double value : {1.0, 99.9, 1234.0, 123456.0}) {
            meter.setValue(value);
            QCOMPARE(meter.sizeHint().width(), width);
        }
        meter.setValue(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(meter.text(), QStringLiteral("–"));
    }
    void progressIsDrawnAndTold()
    {
        ProgressLine line;
        line.resize(200, 20);
        line.setProgress(0.5);
        line.setState(ProgressLine::State::Paused);
        QVERIFY(line.accessibleDescription().contains(QStringLiteral("paused, 50")));
        line.setState(ProgressLine::State::Running);
        const QImage shot = line.grab().toImage();
        QCOMPARE(shot.pixelColor(50, 10), Theme::instance().colors().accent);
        QVERIFY(shot.pixelColor(150, 10) != Theme::instance().colors().accent);
        line.setProgress(-1);
        line.grab();
    }
    void emptyPageOffersTheNextStep()
    {
        EmptyState page(QStringLiteral("train"), QStringLiteral("No run yet"), QStringLiteral("Start one."), QStringLiteral("Configure"));
        page.resize(500, 400);
        page.show();
        QSignalSpy spy(&page, &EmptyState::actionTriggered);
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
        QVERIFY(!page.secondButton()->isVisible());
    }
    void numbersAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        QTest::newRow("prefix") << "1.5M" << 1.5e6;
        QTest::newRow("groups") << QStringLiteral("9 000\u202f000") << 9e6;
        QTest::newRow("scientific") << "3e-4" << 3e-4;
        QTest::newRow("comma") << "0,25" << 0.25;
        QTest::newRow("minus") << QStringLiteral("\u22122") << -2.0;
    }
    void numbersAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        const auto value = NumberField::numberFromText(text, NumberField::Kind::Number);
        QVERIFY(value.has_value());
        QCOMPARE(value->get<double>(), number);
    }
    void durationsAreToldInOneUnit()
    {
        QCOMPARE(durationText(0), QString("1 s"));
        QCOMPARE(durationText(89), QString("89 s"));
        QCOMPARE(durationText(90), QString("2 min"));
        QCOMPARE(durationText(5399), QString("90 min"));
        QCOMPARE(durationText(5400), numberText(1.5, 'f', 1) + " h");
    }
    void stepsAreTenthsAndReversible()
    {
        NumberField field(NumberField::Kind::Number);
        field.setBounds(0, 1);
        field.setValue(Json(1e-4));
        field.stepBy(1);
        QCOMPARE(field.value()->get<double>(), 1.1e-4);
        field.stepBy(-1);
        QCOMPARE(field.value()->get<double>(), 1e-4);
        field.stepBy(-1);
        QCOMPARE(field.value()->get<double>(), 9.9e-5);
        QVERIFY(!NumberField::numberFromText(QStringLiteral("1.5"), NumberField::Kind::Integer));
        QCOMPARE(NumberField::numberFromText(QStringLiteral("9223372036854775807"), NumberField::Kind::Integer)->get<std::int64_t>(), std::numeric_limits<std::int64_t>::max());
    }
};

QTEST_MAIN(SmallWidgetsTest)
#include "smallwidgets_test.moc"
