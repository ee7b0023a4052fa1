#include "app/pages/chartexport.h"
#include "app/pages/resultspage.h"
#include "app/pages/resulttexts.h"
#include "app/pages/strengthplot.h"
#include "app/pages/runcurves.h"
#include "app/session/background.h"
#include "app/window/settings.h"
#include "engine/io/jsonfile.h"
#include "tests/app/rating/comparisons.h"
#include "widgets/linechart.h"
#include "tests/app/support.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include <cmath>

using namespace potstill;

namespace {

/// Counts the events of one kind that a widget gets.
class EventCounter final : public QObject {
public:
    explicit EventCounter(QEvent::Type type) : m_type(type) {}
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
};

/// The Results page of a project, open and at one of its comparisons.
struct ResultsStage {
    RatingStore store;
    ResultsPage page{store};
    ResultsStage(const QString& project, const QString& comparison, int height = 900)
    {
        page.resize(1100, height);
        page.show();
        store.open(project);
        if (!comparison.isEmpty())
            page.showComparison(comparison);
    }
};

}  // namespace

class ResultsPageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", QFile::encodeName(m_dir.filePath("settings.ini"))); }
    void cleanup() { finishBackgroundWork(); }
    void theFindingIsSaidAndProved()
    {
        {
            RatingDatabase database(m_dir.filePath("ratings.sqlite"));
            lockedComparison(database, draftOf("clear", 2, 60, 20));
            rateSession(database, "clear", "Ada", 20, true);
            lockedComparison(database, draftOf("early", 3, 60, 20));
            rateSession(database, "early", "Ada", 3, false);
            lockedComparison(database, draftOf("none", 2, 60, 20));
        }
        ResultsStage stage(m_dir.path(), "clear", 800);
        ResultsPage& page = stage.page;
        page.setRater("Bo");
        auto* finding = child<QLabel>(page, "results.finding");
        QTRY_VERIFY2_WITH_TIMEOUT(finding->text().contains("“System A” is preferred to “System B”"), qPrintable(finding->text()), 30'000);
        QCOMPARE(child<QComboBox>(page, "results.comparison")->count(), 2);  // one has no votes
        auto* evidence = child<LineChart>(page, "results.evidence");
        QVERIFY(evidence->isVisible());
        QCOMPARE(evidence->points("0").size(), std::size_t(21));
        QVERIFY(evidence->points("0").back().y > 20);                      // past the stopping line
        QVERIFY(!child<QWidget>(page, "results.strengths")->isVisible());  // two systems need none
        const QTreeWidgetItem* ada = child<QTreeWidget>(page, "results.raters")->topLevelItem(0);
        QCOMPARE(ada->text(1), QString("20"));
        QVERIFY2(ada->toolTip(3).contains("Between") && ada->toolTip(3).endsWith("of 20"), qPrintable(ada->toolTip(3)));
        QVERIFY(ada->toolTip(6).isEmpty());  // nobody else has rated

        // Charts that need more votes stay away.
        page.showComparison("early");
        QTRY_VERIFY2(finding->text().contains("decided"), qPrintable(finding->text()));
        QTRY_VERIFY(!evidence->isVisible());
        // To the rater whose session is open nothing is told.
        page.setRater("Ada");
        page.refresh();
        QTRY_VERIFY2(finding->text().contains("closed until"), qPrintable(finding->text()));
        QVERIFY(!child<QWidget>(page, "results.bars")->isVisible());
        QVERIFY(!child<QPushButton>(page, "results.export")->isEnabled());
        // Nor under the name that they had before.
        page.setRater("Bo");
        page.refresh();
        QTRY_VERIFY2(!finding->text().contains("closed until"), qPrintable(finding->text()));
        stage.store.ask<bool>(
            &page,
            [](RatingDatabase& d) {
                d.renameRater(d.rater("Ada").id, "Ada L.");
                return true;
            },
            [](bool) {});
        page.setRater("Ada");
        page.refresh();
        QTRY_VERIFY2(finding->text().contains("closed until"), qPrintable(finding->text()));
    }
    void qualityStandsBesideItsCost()
    {
        // Checkpoints of a run that evaluate has seen, at two step counts.
        const QString run = m_dir.filePath("runs/00001-student");
        ComparisonRecord draft = draftOf("quality", 4, 80, 60);
        draft.definition.systems[3].name = "System_D & 50 %";
        std::vector<Json> facts;
        for (int s = 0; s < 4; ++s) {
            const int images = s < 2 ? 1000 : 2000, steps = s % 2 + 1;
            const QString checkpoint = QString("%1/checkpoints/%2").arg(run).arg(images);
            QVERIFY(QDir().mkpath(checkpoint));
            draft.plan.systems[std::size_t(s)].model = checkpoint.toStdString();
            facts.push_back({{"weights_sha256", "weights " + std::to_string(s)}, {"nfe", steps}, {"steps", steps}, {"images_seen", images}, {"model", s}});
        }
        QVERIFY(QDir().mkpath(run + "/evaluations"));
        for (const int images : {1000, 2000}) {
            Json columns = Json::array();
            for (const int nfe : {1, 2})
                columns.push_back({{"column", "student"}, {"nfe", nfe}, {"milliseconds_per_image", 2.0 * nfe}, {"fd_classifier", 10000.0 / images / nfe}, {"n", 500}});
            columns.push_back({{"column", "teacher 8 NFE"}, {"nfe", 8}, {"milliseconds_per_image", 16.0}, {"fd_classifier", 1.0}, {"n", 500}});
            writeJsonFile((run + QString("/evaluations/%1-500.json").arg(images)).toStdString(), {{"images_seen", images}, {"count", 500}, {"columns", columns}});
        }
        {
            RatingDatabase database(m_dir.filePath("ratings.sqlite"));
            database.saveDraft(draft);
            addImages(database, draft);
            for (int s = 0; s < 4; ++s)
                database.setSystemFacts("quality", s, facts[std::size_t(s)]);
            database.lock("quality");
            const SessionRecord session = database.startSession("quality", database.rater("Cy").id);
            for (int i = 0; i < 60; ++i) {
                const ShownPair& p = session.pairs[std::size_t(i)];
                const bool leftIsLater = p.left.system > p.right.system;  // later checkpoints and more steps win, but for a few
                database.addVote(p.id, leftIsLater == (i % 6 != 0) ? Answer::Left : Answer::Right, 1200, 1'700'000'000'000 + i);
            }
            database.endSession(session.id);
        }
        ResultsStage stage(m_dir.path(), "quality", 1400);
        ResultsPage& page = stage.page;
        auto* frontier = child<LineChart>(page, "results.frontier");
        QTRY_VERIFY_WITH_TIMEOUT(frontier->isVisible(), 30'000);
        QCOMPARE(frontier->seriesIds().size(), 5);  // four systems and the line
        auto* training = child<LineChart>(page, "results.training");
        QVERIFY(training->isVisible());
        QCOMPARE(training->seriesIds().size(), 2);  // one step and two steps
        QCOMPARE(training->points("0").size(), std::size_t(2));
        QVERIFY(training->points("0")[1].y > training->points("0")[0].y);
        auto* figure = child<QComboBox>(page, "results.figure");
        QCOMPARE(figure->currentData().toString(), QString("fd_classifier"));
        QVERIFY(child<LineChart>(page, "results.scatter")->isVisible());
        QVERIFY2(child<QLabel>(page, "results.correlation")->text().contains("-"), "a smaller distance is preferred");
        auto* quality = child<QComboBox>(page, "results.quality");
        quality->setCurrentIndex(quality->findData("fd_classifier"));
        // FD 10 and 5 at one step, 5 and 2.5 at two, and the teacher's 1 at eight, better than all of them.
        QCOMPARE(frontier->points("front").size(), std::size_t(3));
        QCOMPARE(frontier->points("front")[0].y, 5.0);
        QCOMPARE(frontier->points("front")[1].y, 2.5);
        QCOMPARE(frontier->points("front")[2].y, 1.0);
        // The teacher is a ring with its name.
        QCOMPARE(frontier->seriesIds().size(), 6);
        QVERIFY(frontier->seriesStyle("4")->isReference && !frontier->seriesStyle("3")->isReference);
        QCOMPARE(frontier->points("4")[0].x, 8.0);
        QCOMPARE(frontier->points("4")[0].y, 1.0);
        QVERIFY(frontier->paper().toSvg().contains("Teacher, 8 NFE"));
        const QString file = m_dir.filePath("table.tex");
        page.askReportFile = [file] { return file; };
        QTest::mouseClick(child<QPushButton>(page, "results.export"), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(file));
        QFile tex(file);
        QVERIFY(tex.open(QIODevice::ReadOnly));
        const QString tables = QString::fromUtf8(tex.readAll());
        QCOMPARE(tables.count("\\toprule"), 2);
        // The strengths, with their intervals and what LaTeX would take for its own escaped; the strongest first.
        const QString strengths = tables.section("\\begin{table}", 2);
        QVERIFY2(strengths.contains("System & Elo & 95 \\% interval & Both bad \\\\"), qPrintable(strengths));
        QCOMPARE(strengths.count(QRegularExpression(R"(\n  System.* & -?\d+ & -?\d+ to -?\d+ & )")), 4);
        QVERIFY2(strengths.indexOf("System\\_D \\&") > 0 && strengths.indexOf("System\\_D \\&") < strengths.indexOf("System A"), qPrintable(strengths));
        QVERIFY(strengths.contains("\\label{tab:quality-strengths}"));
    }
    void chartsAreFilledOnceAndInTheColoursOfTheirRuns()
    {
        QTemporaryDir project;
        {
            ComparisonRecord draft = draftOf("once", 2, 30, 20);
            for (std::size_t s = 0; s < 2; ++s) {
                const QString run = project.filePath(s == 0 ? "runs/00004-a" : "runs/00002-b");
                QVERIFY(QDir().mkpath(run));
                draft.plan.systems[s].model = run.toStdString();
            }
            RatingDatabase database(project.filePath("ratings.sqlite"));
            lockedComparison(database, draft);
            rateSession(database, "once", "Ada", 20, true);
        }
        ResultsStage stage(project.path(), "once");
        ResultsPage& page = stage.page;
        page.setRater("Bo");
        auto* evidence = child<LineChart>(page, "results.evidence");
        QTRY_VERIFY_WITH_TIMEOUT(evidence->isVisible() && !evidence->seriesIds().isEmpty(), 30'000);
        QCOMPARE(evidence->seriesStyle("0")->colorIndex, 4);
        EventCounter filled(QEvent::ToolTipChange);
        child<QWidget>(page, "results.bars")->installEventFilter(&filled);
        page.refresh();
        QTRY_VERIFY(filled.count > 0);
        // The next look at the evaluations finds those that were read with the votes.
        for (int look = 0; look < 2; ++look) {
            QMetaObject::invokeMethod(child<QTimer>(page, "results.watch"), "timeout");
            finishBackgroundWork();
            QCoreApplication::processEvents();
        }
        QCOMPARE(filled.count, 1);
    }
    void evaluatedStepsStandOnTheFrontierWithoutVotes()
    {
        QTemporaryDir project;
        const auto evaluate = [&](const QString& run, const QString& name, const Json& columns) {
            const std::string folder = project.filePath("runs/" + run).toStdString();
            QDir().mkpath(QString::fromStdString(folder) + "/evaluations");
            writeJsonFile(folder + "/evaluations/" + name.toStdString() + ".json", {{"images_seen", 1000}, {"columns", columns}});
        };
        const auto column = [](const char* heading, int nfe, double fd) {
            return Json{{"column", heading}, {"nfe", nfe}, {"milliseconds_per_image", 2.0 * nfe}, {"fd_classifier", fd}};
        };
        evaluate("00003-b", "first", Json::array({column("1 step", 1, 9), column("2 steps", 2, 10), column("teacher 8 NFE", 8, 1)}));
        ResultsStage stage(project.path(), "");
        ResultsPage& page = stage.page;
        auto* frontier = child<LineChart>(page, "results.frontier");
        QTRY_VERIFY_WITH_TIMEOUT(frontier->isVisible(), 30'000);
        QVERIFY(!child<QWidget>(page, "results.bars")->isVisible());
        QVERIFY(!child<QPushButton>(page, "results.export")->isEnabled());
        const QString run = QString::fromStdString(std::filesystem::weakly_canonical(project.filePath("runs/00003-b").toStdString()).string());
        QCOMPARE(frontier->points(run).size(), std::size_t(2));
        QCOMPARE(frontier->seriesStyle(run)->colorIndex, runColorIndex(run));  // that of the Train page
        QCOMPARE(frontier->points("front").size(), std::size_t(2));            // two steps are worse than one, the teacher is better
        QVERIFY(!frontier->isLogX());
        QVERIFY(frontier->paper().toSvg().contains("Teacher, 8 NFE"));
        // An evaluation that any program stores is there by itself.
        evaluate("00003-b", "second", Json::array({column("3 steps", 3, 4), column("teacher 50 NFE", 50, 0.5)}));
        QTRY_COMPARE_WITH_TIMEOUT(frontier->points(run).size(), std::size_t(3), 30'000);
        QCOMPARE(frontier->points("front").size(), std::size_t(4));
        QVERIFY(frontier->isLogX());  // from one call to fifty
        auto* cost = child<QComboBox>(page, "results.cost");
        cost->setCurrentIndex(cost->findData("milliseconds_per_image"));
        QCOMPARE(frontier->points(run).back().x, 6.0);
    }
    void whyThereAreNoStrengthsIsSaid()
    {
        {
            RatingDatabase database(m_dir.filePath("ratings.sqlite"));
            lockedComparison(database, draftOf("ties", 2, 60, 20));
            const SessionRecord session = database.startSession("ties", database.rater("Eve").id);
            for (int i = 0; i < 6; ++i)
                database.addVote(session.pairs[std::size_t(i)].id, i < 4 ? Answer::Tie : Answer::BothBad, 1200, 1'700'000'000'000 + i);
            database.endSession(session.id);
        }
        ResultsStage stage(m_dir.path(), "ties");
        ResultsPage& page = stage.page;
        auto* fit = child<QLabel>(page, "results.fit");
        QTRY_VERIFY_WITH_TIMEOUT(fit->isVisible() && fit->text().contains("Every vote so far is a tie"), 30'000);
        auto* failures = child<QLabel>(page, "results.failures");
        QVERIFY2(failures->isVisible() && failures->text().contains("System A") && failures->text().contains("33 %"), qPrintable(failures->text()));
        // One rater; how precise strengths can be.
        page.showComparison("quality");
        QTRY_VERIFY2_WITH_TIMEOUT(fit->text().contains("One person has rated") && fit->text().contains("points of Elo"), qPrintable(fit->text()), 30'000);
    }
    void whatEveryRaterPrefersIsSaid()
    {
        const ComparisonDefinition definition = draftOf("side", 2, 20, 5).definition;
        Analysis analysis;
        analysis.leftShare = {0.8, 0.7, 0.9, 40};
        QVERIFY(!fitText(definition, analysis).contains("prefer one side"));
        analysis.hasSideBias = true;
        const QString said = fitText(definition, analysis);
        QVERIFY2(said.contains("prefer one side: 80 %") && said.contains("70 to 90") && said.contains("There are no strengths"), qPrintable(said));
    }
    void strengthsTellTheirIntervalByTheBootstrapToo()
    {
        const ComparisonDefinition definition = draftOf("bootstrap", 2, 20, 5).definition;
        DavidsonFit fit;
        fit.status = FitStatus::Ok;
        fit.theta = {0.5, -0.5};
        fit.low = {0.1, -0.9};
        fit.high = {0.9, -0.1};
        BootstrapFit bootstrap;
        StrengthPlot plot;
        plot.setFit(definition, fit, bootstrap, {0, 1});
        QVERIFY(!plot.toolTip().contains("bootstrap"));
        QVERIFY(plot.paper().csv().split('\n').at(1).endsWith(",,"));
        bootstrap.status = FitStatus::Ok;
        bootstrap.low = {0.0, -1.0};
        bootstrap.high = {1.0, 0.0};
        plot.setFit(definition, fit, bootstrap, {0, 1});
        const QString high = QString::number(eloFromTheta(1.0), 'f', 0);
        QVERIFY2(plot.toolTip().contains("bootstrap between 1000 and " + high), qPrintable(plot.toolTip()));
        QCOMPARE(plot.paper().csv().split('\n').at(1).split(',').at(5).toDouble(), eloFromTheta(1.0));
    }
    void everyChartCanBeSaved()
    {
        ResultsStage stage(m_dir.path(), "quality", 1400);
        ResultsPage& page = stage.page;
        auto* frontier = child<LineChart>(page, "results.frontier");
        QTRY_VERIFY_WITH_TIMEOUT(frontier->isVisible(), 30'000);
        QStringList problems;
        connect(&page, &ResultsPage::problem, this, [&](const QString& m) { problems.append(m); });
        const QByteArray series = "series,x,y";
        for (const auto& [name, heading] : {std::pair("results.bars", QByteArray("first,second,wins,ties,losses,both_bad,")), std::pair("results.evidence", series),
                                            std::pair("results.strengths", QByteArray("system,elo,low,high,bootstrap_low,bootstrap_high\n")), std::pair("results.frontier", series),
                                            std::pair("results.training", QByteArray("series,x,y,low,high\n")), std::pair("results.scatter", series)}) {
            auto* save = child<ChartExportButton>(page, (QByteArray(name) + ".save").constData());
            QVERIFY2(save->isVisible() && (save->focusPolicy() & Qt::TabFocus) && save->accessibleName().startsWith("Save the chart"), name);
            for (const QString& kind : ChartPaper::kinds()) {
                const QString path = m_dir.filePath(QString(name) + '.' + kind);
                QString suggested;
                save->askFile = [&](const QString& suggestion, const QString&) {
                    suggested = suggestion;
                    return path;
                };
                child<QAction>(*save, qPrintable(save->objectName() + '.' + kind))->trigger();
                QCOMPARE(suggested, QString(name).section('.', -1) + '.' + kind);
                QTRY_VERIFY2(QFile::exists(path), qPrintable(path));
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray content = file.readAll(), start = kind == "png" ? "\x89PNG" : kind == "svg" ? "<?xml" : kind == "pdf" ? "%PDF-" : heading;
                QVERIFY2(content.startsWith(start), qPrintable(path + ": " + QString::fromUtf8(content.left(80))));
                QVERIFY2(kind != "svg" || content.contains("<text"), "no vector text");
                QVERIFY2(kind != "csv" || content.count('\n') > 1, "no values");
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
        // The chart opens the same menu itself: by the mouse, also over its curves, and by keys.
        const auto opens = [&](QWidget* at, const char* menuName) {
            auto* menu = child<QMenu>(page, menuName);
            QContextMenuEvent event(QContextMenuEvent::Mouse, {30, 30}, at->mapToGlobal(QPoint(30, 30)));
            QCoreApplication::sendEvent(at, &event);
            const bool isOpen = menu->isVisible();
            menu->hide();
            return isOpen;
        };
        QVERIFY(opens(child<QWidget>(page, "results.bars"), "results.bars.save.menu"));
        QVERIFY(opens(child<QWidget>(page, "results.strengths"), "results.strengths.save.menu"));
        QVERIFY(opens(frontier->findChild<QAbstractScrollArea*>("chart.view")->viewport(), "results.frontier.save.menu"));
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto* strengths = child<QWidget>(page, "results.strengths");
        strengths->setFocus();
        QTest::keyClick(strengths, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(child<QMenu>(page, "results.strengths.save.menu")->isVisible());
        child<QMenu>(page, "results.strengths.save.menu")->hide();
        // What cannot be written is said.
        auto* save = child<ChartExportButton>(page, "results.bars.save");
        save->askFile = [](const QString&, const QString&) { return QString("/dev/null/bars.csv"); };
        child<QAction>(*save, "results.bars.save.csv")->trigger();
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY2(problems[0].contains("/dev/null/bars.csv"), qPrintable(problems[0]));
    }
    void chartsHaveTheSizeOnPaperThatIsSet()
    {
        ResultsStage stage(m_dir.path(), "quality", 1400);
        ResultsPage& page = stage.page;
        auto* frontier = child<LineChart>(page, "results.frontier");
        QTRY_VERIFY_WITH_TIMEOUT(frontier->isVisible(), 30'000);
        auto* save = child<ChartExportButton>(page, "results.frontier.save");
        const auto saved = [&](const QString& kind) {
            const QString path = m_dir.filePath("sized." + kind);
            QFile::remove(path);
            save->askFile = [path](const QString&, const QString&) { return path; };
            child<QAction>(*save, qPrintable("results.frontier.save." + kind))->trigger();
            QFile file(path);
            const bool isThere = QTest::qWaitFor([&] { return file.exists(); }, 30'000) && file.open(QIODevice::ReadOnly);
            return isThere ? file.readAll() : QByteArray();
        };
        const auto svgSize = [&] {
            static const QRegularExpression kSize("<svg width=\"([\\d.]+)mm\" height=\"([\\d.]+)mm\"");
            const QRegularExpressionMatch m = kSize.match(QString::fromUtf8(saved("svg")));
            return QSizeF(m.captured(1).toDouble(), m.captured(2).toDouble());
        };
        QCOMPARE(svgSize().width(), 174.0);  // two columns, at first
        child<QAction>(*save, "results.frontier.save.size")->trigger();
        auto* dialog = child<QDialog>(page, "chartSize");
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const auto controls = dialog->findChildren<QWidget*>(QRegularExpression("^chartSize\\."));
        QVERIFY(controls.size() >= 4);
        for (const auto* w : controls)
            QVERIFY2(!w->accessibleName().isEmpty() && !w->toolTip().isEmpty(), qPrintable(w->objectName()));
        auto* column = child<QComboBox>(*dialog, "chartSize.column");
        column->setFocus();
        QTest::keyClick(column, Qt::Key_Home);
        QCOMPARE(child<QDoubleSpinBox>(*dialog, "chartSize.width")->value(), 84.0);
        child<QDoubleSpinBox>(*dialog, "chartSize.height")->setValue(50);
        QSizeF size = svgSize();
        QCOMPARE(size.width(), 84.0);
        QVERIFY2(std::abs(size.height() - 50) < 0.3, qPrintable(QString::number(size.height())));
        // A PDF's page is in points; its text is text.
        static const QRegularExpression kBox("/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]");
        const QByteArray pdf = saved("pdf");
        const QRegularExpressionMatch box = kBox.match(QString::fromLatin1(pdf));
        QVERIFY2(std::abs(box.captured(1).toDouble() - 84 / 25.4 * 72) < 1 && std::abs(box.captured(2).toDouble() - 50 / 25.4 * 72) < 1.5, qPrintable(box.captured()));
        QVERIFY(pdf.contains("/Type /Font") || pdf.contains("/Type/Font"));
        const QImage png = QImage::fromData(saved("png"));
        QVERIFY2(std::abs(png.width() - 84 / 25.4 * 600) < 2 && std::abs(png.dotsPerMeterX() - 600 / 0.0254) < 2, qPrintable(QString::number(png.width())));
        // Larger text on the same paper: less room in the layout, whose scale the text tells.
        const auto viewWidth = [&] { return QString::fromUtf8(saved("svg")).section("viewBox=\"0 0 ", 1).section(' ', 0, 0).toDouble(); };
        const double atEight = viewWidth();
        child<QDoubleSpinBox>(*dialog, "chartSize.font")->setValue(16);
        QVERIFY2(std::abs(viewWidth() * 2 - atEight) < 3, qPrintable(QString::number(atEight)));
        dialog->close();
        // It is remembered.
        QCOMPARE(Settings().chartSize(), (PaperSize{84, 50, 16}));
    }
    void reportsStateDefinitionAndHash()
    {
        ResultsStage stage(m_dir.path(), "clear", 800);
        ResultsPage& page = stage.page;
        auto* finding = child<QLabel>(page, "results.finding");
        QTRY_VERIFY_WITH_TIMEOUT(finding->text().contains("preferred"), 30'000);
        const QString hash = RatingDatabase(m_dir.filePath("ratings.sqlite")).comparison("clear").hash;
        for (const char* name : {"report.html", "report.pdf"}) {
            const QString file = m_dir.filePath(name);
            QFile::remove(file);  // of another test
            page.askReportFile = [file] { return file; };
            QTest::mouseClick(child<QPushButton>(page, "results.export"), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 30'000);
            QFile report(file);
            QVERIFY(report.open(QIODevice::ReadOnly));
            const QByteArray content = report.readAll();
            if (file.endsWith("pdf")) {
                QVERIFY(content.startsWith("%PDF-") && content.size() > 10'000);
                continue;
            }
            for (const QByteArray& part : {hash.toUtf8(), QByteArray("is preferred to"), QByteArray("Which image is better?")})
                QVERIFY2(content.contains(part), part.constData());
            QVERIFY(!content.contains("src=") && !content.contains("<script") && !content.contains("href=\"http"));  // nothing from outside
        }
    }
};

QTEST_MAIN(ResultsPageTest)
#include "resultspage_test.moc"
