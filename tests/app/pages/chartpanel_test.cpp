#include "app/pages/chartexport.h"
#include "app/pages/chartpanel.h"
#include "app/session/background.h"
#include "engine/io/jsonfile.h"
#include "widgets/heatmap.h"
#include "widgets/linechart.h"
#include "tests/app/support.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace potstill;

namespace {

const ShownRun kStudent{"/p/runs/00003-student", "student"};

StatPoint tick(int i, bool isStudent = true)
{
    StatPoint p{100 * i, 0.5 * i, {{"loss", 1.0 / i}, {"images_per_s", 200}, {"data_wait_s", 0.01}, {"grad_norm", 2}, {"learning_rate", 1e-4}}};
    for (const char* level : {"loss/t0.1", "loss/t0.5", "loss/t0.9"})
        p.values.emplace_back(level, 1.0 / i);
    if (isStudent)
        p.values.emplace_back("teacher_distance", 0.3 / i);
    return p;
}

RunSeries seriesOf(int ticks, bool isStudent = true)
{
    RunSeries series;
    for (int i = 1; i <= ticks; ++i)
        series.add({tick(i, isStudent)});
    return series;
}

}  // namespace

class ChartPanelTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_settings;
    int m_file = 0;

private Q_SLOTS:
    void init() { qputenv("POTSTILL_SETTINGS", m_settings.filePath(QString("%1.ini").arg(++m_file)).toUtf8()); }
    void chartsAreDrawnAsTheyWereLastTime()
    {
        {
            ChartPanel panel;
            QCOMPARE(child<QComboBox>(panel, "train.smoothing")->currentData().toDouble(), 0.9);
            child<QComboBox>(panel, "train.smoothing")->setCurrentIndex(1);
            child<QComboBox>(panel, "train.clip")->setCurrentIndex(2);
            child<QToolButton>(panel, "train.logX")->setChecked(true);
            child<QToolButton>(panel, "train.logY")->setChecked(false);
        }
        ChartPanel panel;
        auto* loss = child<LineChart>(panel, "train.lossChart");
        QVERIFY(loss->isLogX() && !loss->isLogY() && loss->isLogRight());
        QCOMPARE(loss->smoothing(), 0.6);
        QCOMPARE(loss->outlierClip(), 0.05);
        QCOMPARE(child<QComboBox>(panel, "train.clip")->currentIndex(), 2);
        QVERIFY(child<QToolButton>(panel, "train.logX")->isChecked());
        // Each chart has its own.
        QVERIFY(!child<LineChart>(panel, "train.rateChart")->isLogX());
    }
    void theTrainingTimeIsThatOfItsTick()
    {
        ChartPanel panel;
        RunSeries series;  // two statistics, far apart
        series.add({{1000, 100, {{"loss", 1.0}}}, {5000, 4100, {{"loss", 0.5}}}});
        panel.show(series, {"/p/runs/00001-teacher", "teacher"});
        const QString drawn = QString::fromUtf8(child<LineChart>(panel, "train.lossChart")->paper({1000, 400}).toSvg());
        for (const char* time : {">1:40<", ">18:20<", ">35:00<", ">51:40<", ">1:08 h<"})
            QVERIFY2(drawn.contains(time), time);
    }
    void theHeadlineOfAStudentIsItsDistanceToTheTeacher()
    {
        ChartPanel panel;
        auto* chart = child<LineChart>(panel, "train.lossChart");
        auto* quantity = child<QComboBox>(panel, "train.quantity");
        panel.show(seriesOf(5), kStudent);
        QCOMPARE(chart->seriesIds(), QStringList{"teacher_distance"});
        QCOMPARE(chart->yAxis().text, QString("Distance to the teacher"));
        QCOMPARE(quantity->currentText(), QString("Distance to the teacher"));
        panel.clear();
        panel.show(seriesOf(5, false), {"/p/runs/00001-teacher", "teacher"});
        QCOMPARE(chart->seriesIds(), QStringList{"loss"});
        QCOMPARE(quantity->currentText(), QString("Loss"));
        // What a person chose stays.
        panel.clear();
        panel.show(seriesOf(5), kStudent);
        const int loss = quantity->findData("loss");
        quantity->setCurrentIndex(loss);
        Q_EMIT quantity->activated(loss);
        panel.show(seriesOf(6), kStudent);
        QCOMPARE(chart->seriesIds(), QStringList{"loss"});
    }
    void theQuantityHasRoomForItsName()
    {
        ChartPanel panel;
        panel.resize(1400, 400);
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.show(seriesOf(5), kStudent);  // the choice was empty when it was first shown
        auto* quantity = child<QComboBox>(panel, "train.quantity");
        const auto room = [quantity] {
            QStyleOptionComboBox option;
            option.initFrom(quantity);
            return quantity->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, quantity).width();
        };
        QTRY_VERIFY(room() >= quantity->fontMetrics().horizontalAdvance("Distance to the teacher"));
        QCOMPARE(quantity->currentText(), QString("Distance to the teacher"));
    }
    void whatMeasuresSomethingElseHasAnAxisOfItsOwn()
    {
        ChartPanel panel;
        auto* tabs = child<QTabWidget>(panel, "train.tabs");
        auto* logRight = child<QToolButton>(panel, "train.logRight");
        panel.show(seriesOf(5), kStudent);
        QVERIFY(logRight->isHidden());
        auto* quantity = child<QComboBox>(panel, "train.quantity");
        Q_EMIT quantity->activated((quantity->setCurrentIndex(quantity->findText("All curves")), quantity->currentIndex()));
        panel.show(seriesOf(5), kStudent);
        auto* loss = child<LineChart>(panel, "train.lossChart");
        QVERIFY(!loss->seriesStyle("loss")->rightAxis && loss->seriesStyle("teacher_distance")->rightAxis);
        QCOMPARE(loss->yAxis().text, QString("Loss"));
        QCOMPARE(loss->rightAxis().text, QString("Distance to the teacher"));

        tabs->setCurrentIndex(ChartPanel::Speed);
        panel.show(seriesOf(5), kStudent);
        auto* speed = child<LineChart>(panel, "train.rateChart");
        QVERIFY(!speed->seriesStyle("images_per_s")->rightAxis && speed->seriesStyle("data_wait_s")->rightAxis);
        QCOMPARE(speed->yAxis().unit, QString("images/s"));
        QCOMPARE(speed->rightAxis().unit, QString("s"));
        // Each side has a scale of its own.
        QVERIFY(!logRight->isHidden() && !speed->isLogRight() && !logRight->isChecked());
        logRight->click();
        QVERIFY(speed->isLogRight() && !speed->isLogY());
    }
    void aRunHasItsColourOnEveryChart()
    {
        ChartPanel panel;
        auto* loss = child<LineChart>(panel, "train.lossChart");
        const auto other = std::make_shared<RunSeries>(seriesOf(5)), third = std::make_shared<RunSeries>(seriesOf(5));
        const OverlaidRun a{"/p/runs/00007-a", "a", other}, b{"/p/runs/00005-b", "b", third};
        for (const auto& overlays : {std::vector<OverlaidRun>{a, b}, std::vector<OverlaidRun>{b, a}}) {
            panel.setOverlays(overlays);
            panel.show(seriesOf(5), kStudent);
            QCOMPARE(loss->seriesStyle("this")->colorIndex, 3);
            QCOMPARE(loss->seriesStyle(a.folder)->colorIndex, 7);
            QCOMPARE(loss->seriesStyle(b.folder)->colorIndex, 5);
        }
        panel.setOverlays({});
        panel.show(seriesOf(5), kStudent);
        QCOMPARE(loss->seriesStyle("teacher_distance")->colorIndex, 3);
        child<QTabWidget>(panel, "train.tabs")->setCurrentIndex(ChartPanel::Speed);
        panel.show(seriesOf(5), kStudent);
        QCOMPARE(child<LineChart>(panel, "train.rateChart")->seriesStyle("images_per_s")->colorIndex, 3);
    }
    void theChartMovesUnderAStreamOfDeliveries()
    {
        ChartPanel panel;
        panel.resize(800, 400);
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        RunSeries series = seriesOf(2);
        panel.show(series, kStudent);
        auto* chart = child<LineChart>(panel, "train.lossChart");
        chart->flush();
        const double before = chart->visibleRange().right();
        QTimer deliveries;
        int i = 2;
        connect(&deliveries, &QTimer::timeout, this, [&] {
            series.add({tick(++i)});
            panel.show(series, kStudent);
        });
        deliveries.start(15);
        QTRY_VERIFY(chart->visibleRange().right() > before);
        QVERIFY(deliveries.isActive());
    }
    void theChartInViewIsSaved()
    {
        const QTemporaryDir folder;
        ChartPanel panel;
        auto* tabs = child<QTabWidget>(panel, "train.tabs");
        auto* save = child<ChartExportButton>(panel, "train.exportChart");
        const auto saved = [&](ChartPanel::Tab tab, const QString& name) {
            tabs->setCurrentIndex(tab);
            panel.show(seriesOf(5), kStudent);
            const QString path = folder.filePath(name);
            QString suggested;
            save->askFile = [&](const QString& suggestion, const QString&) {
                suggested = suggestion;
                return path;
            };
            child<QAction>(*save, "train.exportChart.csv")->trigger();
            finishBackgroundWork();
            QFile file(path);
            return suggested + '\n' + (file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : file.errorString());
        };
        const QString loss = saved(ChartPanel::Loss, "loss.csv"), speed = saved(ChartPanel::Speed, "speed.csv");
        QVERIFY2(loss.startsWith("lossChart.csv\nseries,x,y\nDistance to the teacher,100,"), qPrintable(loss));
        const QString levels = saved(ChartPanel::NoiseLevels, "levels.csv");
        QVERIFY2(levels.startsWith("levelMap.csv\nx,t 0.1,t 0.5,t 0.9\n100,1,1,1\n200,0.5,0.5,0.5\n"), qPrintable(levels));
        QVERIFY(save->isEnabled() && !child<QToolButton>(panel, "train.logY")->isEnabled());
        QVERIFY2(speed.startsWith("rateChart.csv\nseries,x,y\nImages per second,100,200\n"), qPrintable(speed));
    }
    void aSavedPictureTellsTheSettingsOfItsRuns()
    {
        const QTemporaryDir folder;
        QStringList runs;
        for (const int images : {64, 128}) {
            runs.append(folder.filePath(QString("%1-run").arg(images)));
            QVERIFY(QDir().mkpath(runs.last()));
            writeJsonFile((runs.last() + "/config.json").toStdString(), {{"options", {{"training", {{"images", images}}}, {"network", {{"channels", 8}}}}}});
        }
        ChartPanel panel;
        auto* save = child<ChartExportButton>(panel, "train.exportChart");
        const auto told = [&](ChartPanel::Tab tab) {
            child<QTabWidget>(panel, "train.tabs")->setCurrentIndex(tab);
            panel.show(seriesOf(5), {runs[0], "first"});
            const QString path = folder.filePath("chart.png");
            save->askFile = [path](const QString&, const QString&) { return path; };
            child<QAction>(*save, "train.exportChart.png")->trigger();
            finishBackgroundWork();
            return Json::parse(QImage(path).text("potstill").toStdString(), nullptr, false);
        };
        panel.setOverlays({{runs[1], "second", std::make_shared<RunSeries>(seriesOf(5))}});
        const Json loss = told(ChartPanel::Loss), speed = told(ChartPanel::Speed);
        QVERIFY2(loss.is_object() && speed.is_object(), loss.dump().c_str());
        QCOMPARE(loss.at("chart").get<std::string>(), std::string("Loss over images seen"));
        QCOMPARE(loss.at("runs").size(), std::size_t(2));
        QCOMPARE(loss.at("shared").at("network").at("channels").get<int>(), 8);
        QCOMPARE(loss.at("runs").at(1).at("training").at("images").get<int>(), 128);
        QCOMPARE(loss.at("runs").at(1).at("model").get<std::string>(), std::string("128-run"));
        QCOMPARE(speed.at("runs").size(), std::size_t(1));  // the others lie over the loss alone
    }
    void theMapThatGrewIsTheOneMadeAtOnce()
    {
        ChartPanel grown, atOnce;
        for (ChartPanel* panel : {&grown, &atOnce})
            child<QTabWidget>(*panel, "train.tabs")->setCurrentIndex(ChartPanel::NoiseLevels);
        RunSeries series;
        const auto compare = [&] {
            grown.show(series, kStudent);
            atOnce.clear();
            atOnce.show(series, kStudent);
            const auto &a = child<HeatMap>(grown, "train.levelMap")->columns(), &b = child<HeatMap>(atOnce, "train.levelMap")->columns();
            QCOMPARE(a.size(), b.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(a[i].x, b[i].x);
                QCOMPARE(a[i].values.size(), b[i].values.size());
                for (std::size_t row = 0; row < a[i].values.size(); ++row)
                    QVERIFY(a[i].values[row] == b[i].values[row] || (std::isnan(a[i].values[row]) && std::isnan(b[i].values[row])));
            }
            QCOMPARE(child<HeatMap>(grown, "train.levelMap")->range(), child<HeatMap>(atOnce, "train.levelMap")->range());
        };
        for (int i = 1; i <= 20; ++i) {
            series.add({tick(i)});
            compare();
        }
        // A value that was not finite, a level that comes late, and a run that goes on from before.
        series.add({{2100, 0, {{"loss/t0.5", std::nan("")}}}});
        compare();
        series.add({{2200, 0, {{"loss/t0.99", 4.0}}}});
        compare();
        series.add({{1500, 0, {{"loss/t0.1", 0.5}, {"loss/t0.5", 0.5}, {"loss/t0.9", 0.5}}}});
        compare();
    }
    void aDeliveryCostsWhatIsNewInIt()
    {
        ChartPanel panel;
        auto* tabs = child<QTabWidget>(panel, "train.tabs");
        RunSeries series = seriesOf(200'000);
        for (const ChartPanel::Tab tab : {ChartPanel::NoiseLevels, ChartPanel::Loss}) {
            tabs->setCurrentIndex(tab);
            panel.show(series, kStudent);
            QElapsedTimer timer;
            timer.start();
            for (int i = 1; i <= 50; ++i) {
                series.add({tick(int(series.of("loss").size()) + 1)});
                panel.show(series, kStudent);
            }
            qInfo("50 deliveries to a run of 200,000 ticks: %lld ms", static_cast<long long>(timer.elapsed()));
            QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));  // all made anew: seconds
        }
    }
};

QTEST_MAIN(ChartPanelTest)
#include "chartpanel_test.moc"
