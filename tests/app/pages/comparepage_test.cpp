#include "app/pages/columnpanel.h"
#include "app/pages/recipedifference.h"
#include "app/pages/runtable.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"
#include "tests/app/pages/comparestage.h"
#include "widgets/optionform.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QTranslator>
#include <QTreeWidget>

using namespace potstill;

namespace {

void choosePivot(QWidget& page, ComparePlan::Pivot pivot)
{
    auto* box = child<QComboBox>(page, "compare.pivot");
    box->setCurrentIndex(box->findData(int(pivot)));
    Q_EMIT box->activated(box->currentIndex());
}

QStringList headingsOf(const QTreeWidget& tree)
{
    QStringList out;
    for (int c = 0; c < tree.columnCount(); ++c)
        out.append(tree.headerItem()->text(c));
    return out;
}

}  // namespace

/// What stands beside what: the columns, their settings, and that they are found again.
class ComparePageTest : public CompareStage {
    Q_OBJECT
private:
    QString m_second;
    fs::path m_other, m_guidable, m_pupil;

private Q_SLOTS:
    void initTestCase()
    {
        trainStudent();
        m_other = train(m_project.toStdString(), merged(studentOf(m_teacher, 2), {{"training", {{"images", 32}}}}));
        // Beside each other: a student of a teacher elsewhere and one of a teacher that can be guided.
        m_second = m_dir.filePath("second");
        const fs::path second = m_second.toStdString();
        m_guidable = train(second, {{"diffusion", {{"label_dropout", 0.5}}}, {"training", {{"images", 32}}}});
        m_pupil = train(second, merged(studentOf(m_guidable, 3), {{"training", {{"images", 32}}}}));
        train(second, merged(studentOf(m_teacher, 4), {{"training", {{"images", 32}}}}));
    }
    void cleanup()
    {
        forget(m_project);
        forget(m_second);
    }

    void shorterColumnsTakeTheBeginningOfMovedTimes()
    {
        ComparePlan plan;
        plan.model = "student";
        plan.ladder = {1, 2, 3, 5};
        plan.student.times = {1.0, 0.5, 0.2};
        plan.teachers = {{"teacher", "a"}};
        plan.teacher.steps = 20;
        const auto columns = plan.columns();
        QCOMPARE(columns.size(), std::size_t(5));
        QVERIFY((columns[1].times == std::vector<double>{1.0, 0.5}));
        QVERIFY(columns[3].times.empty());  // more than were moved: the model's own
        QVERIFY(plan.isTeacher(4) && !plan.isTeacher(3));
        SampleColumn changed = columns[4];
        changed.guidance = 2;
        plan.setColumn(4, changed);
        QCOMPARE(plan.columns()[4].guidance, 2.0);
        QCOMPARE(plan.columns()[0].guidance, 0.0);
        plan.makeOwn();
        QCOMPARE(plan.columns().size(), std::size_t(5));
        plan.setColumn(0, plan.own[1]);
        QVERIFY(plan.columns()[0].times == plan.columns()[1].times);
        plan.pivot = ComparePlan::Pivot::Ladder;
        plan.teacher.steps = 0;
        QCOMPARE(plan.columns().size(), std::size_t(4));
    }
    void fewOfManyAreChosenEvenly()
    {
        QList<NamedModel> all;
        for (int i = 0; i < 10; ++i)
            all.append({QString::number(i), {}});
        const QList<NamedModel> few = evenly(all, 4);
        QCOMPARE(few.size(), 4);
        QCOMPARE(few.first().path, QString("0"));
        QCOMPARE(few.last().path, QString("9"));
        QCOMPARE(evenly(all, 20).size(), 10);
    }
    void recipesDifferOnlyWhereTheyDiffer()
    {
        const Json a = {{"seed", 1}, {"steps", 3}, {"guidance", 0.0}, {"noise_correction", true}},
                   b = {{"seed", 1}, {"steps", 2}, {"guidance", 0.0}, {"noise_correction", false}, {"class", 4}};
        QVERIFY((differencesOf(a, b) == QList<RecipeField>{{"Class", QString(QChar(0x2013)), "4"}, {"Steps", "3", "2"}, {"Noise correction", "on", "off"}}));
        QVERIFY(differencesOf(a, a).isEmpty());
    }
    void choicesInRecipesHaveTheirNameInForms()
    {
        QCOMPARE(recipeValueText("sampler", "dpmpp_3m_o3"), QString("DPM-Solver++ 3M, full order"));
        QCOMPARE(recipeValueText("parametrisation", "v"), QString("Velocity v"));
        QCOMPARE(recipeValueText("schedule", "linear"), QString("Linear beta"));
        QCOMPARE(recipeValueText("schedule", "of another program"), QString("of another program"));
        QCOMPARE(recipeValueText("model", "teacher"), QString("teacher"));  // a run may be called so
        struct Marking : QTranslator {
            bool isEmpty() const override { return false; }
            QString translate(const char*, const char* english, const char*, int) const override { return "«" + QString::fromUtf8(english) + "»"; }
        } marking;
        QCoreApplication::installTranslator(&marking);
        const QList<RecipeField> found = differencesOf({{"role", "model"}, {"weights", "ema"}, {"parametrisation", "v"}, {"schedule", "cosine"}},
                                                       {{"role", "teacher"}, {"weights", "raw"}, {"parametrisation", "eps"}, {"schedule", "table"}});
        QCoreApplication::removeTranslator(&marking);
        QVERIFY((found
                 == QList<RecipeField>{{"«Role»", "«Model»", "«Teacher»"},
                                       {"«Weights»", "«Averaged»", "«Raw»"},
                                       {"«Schedule»", "«Cosine»", "«Table of betas»"},
                                       {"«Parametrisation»", "«Velocity v»", "«Noise»"}}));
    }
    void theLadderStandsBesideItsTeacher()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QCOMPARE(page->table().cells[0].nfe, 1);
        QCOMPARE(page->table().cells[3].nfe, 4);
        QCOMPARE(page->table().cells[3].recipe.at("role").get<std::string>(), std::string("teacher"));
        QTRY_COMPARE(child<QLabel>(*page, "compare.saved")->text(), QString("9 of 30 network calls saved"));
    }
    void severalRunsStandBesideEachOther()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* pivot = child<QComboBox>(*page, "compare.pivot");
        pivot->setCurrentIndex(pivot->findData(int(ComparePlan::Pivot::Runs)));
        Q_EMIT pivot->activated(pivot->currentIndex());
        // Two students, the teacher as a run, and the teacher beside them.
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 1, "model_path") == fs::weakly_canonical(m_other).string(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(field(*page, 0, "model_path") == fs::weakly_canonical(m_student).string());
        auto* list = child<QListWidget>(*page, "compare.modelList");
        QCOMPARE(list->count(), 3);
        list->item(2)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 3), 30000);
    }
    void checkpointsOfOneRunStandBesideEachOther()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* pivot = child<QComboBox>(*page, "compare.pivot");
        pivot->setCurrentIndex(pivot->findData(int(ComparePlan::Pivot::Checkpoints)));
        Q_EMIT pivot->activated(pivot->currentIndex());
        const int checkpoints = int(listCheckpoints(m_student).size());
        QVERIFY(checkpoints >= 2);
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(listCheckpoints(m_student).front()).string(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, checkpoints + 1), 30000);
        QVERIFY(page->table().cells[0].recipe.at("images_seen").get<int>() < page->table().cells[std::size_t(checkpoints) - 1].recipe.at("images_seen").get<int>());
        QCOMPARE(page->table().cells[std::size_t(checkpoints)].recipe.at("role").get<std::string>(), std::string("teacher"));
    }
    void theBestCheckpointSaysSo()
    {
        const QString run = m_dir.filePath("choice");
        for (const char* images : {"000000500", "000001000", "000001500"}) {
            const QString folder = run + "/checkpoints/" + images;
            fs::create_directories(folder.toStdString());
            writeJsonFile((folder + "/state.json").toStdString(), {{"best", {{"figure", "teacher_distance"}, {"checkpoint", "checkpoints/000001000"}}}});
            writeJsonFile((folder + "/manifest.json").toStdString(), Json::object());
        }
        const QList<NamedModel> offered = checkpointsOf(run);
        QCOMPARE(offered.size(), 3);
        QVERIFY2(offered[1].name.contains("Best by") && offered[1].name.contains("Distance to the teacher"), qPrintable(offered[1].name));
        QVERIFY(!offered[0].name.contains("Best") && !offered[2].name.contains("Best"));
        QVERIFY(offered[0].path.endsWith("000000500") && offered[2].path.endsWith("000001500"));
    }
    void checkpointsThatAreGoneAreLeftOutAndThatIsSaid()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        choosePivot(*page, ComparePlan::Pivot::Checkpoints);
        const int checkpoints = int(listCheckpoints(m_student).size());
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, checkpoints + 1) && field(*page, 0, "role") == "model", 30000);
        QStringList problems;
        connect(page.get(), &ComparePage::problem, this, [&](const QString& m) { problems.append(m); });
        const fs::path first = listCheckpoints(m_student).front();
        const Moved moved(first, m_dir);
        child<QSpinBox>(*page, "compare.rows")->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 2, checkpoints), 30000);
        QCOMPARE(page->plan().checkpoints.size(), checkpoints - 1);
        QVERIFY(field(*page, 0, "model_path") != fs::weakly_canonical(first).string());
        QVERIFY2(child<QLabel>(*page, "compare.status")->text().contains("no longer on the disk"), qPrintable(child<QLabel>(*page, "compare.status")->text()));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join('\n')));
    }
    void everyRunStandsBesideItsOwnTeacher()
    {
        auto page = shown({}, m_second);
        page->showModel(QString::fromStdString(m_pupil.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        QCOMPARE(grid->columnHeading(3), QString("Teacher"));
        choosePivot(*page, ComparePlan::Pivot::Runs);
        // Two students, the teacher as a run, and the teachers of both.
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        QVERIFY(field(*page, 3, "model_path") == fs::weakly_canonical(m_guidable).string());
        QVERIFY(field(*page, 4, "model_path") == fs::weakly_canonical(m_teacher).string());
        QVERIFY(field(*page, 3, "role") == "teacher" && field(*page, 4, "role") == "teacher");
        QCOMPARE(grid->columnHeading(3), QString("Teacher · %1").arg(QString::fromStdString(m_guidable.filename().string())));
        QCOMPARE(grid->columnHeading(4), QString("Teacher · %1").arg(QString::fromStdString(m_teacher.filename().string())));
        // More steps than either was distilled on: both say so, the teacher does not.
        auto* steps = child<QLineEdit>(*child<ColumnPanel>(*page, "compare.columnPanel"), "compare.steps");
        steps->setText("5");
        Q_EMIT steps->editingFinished();
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 0, "steps"), Json(5), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        for (int column = 0; column < 5; ++column)
            QCOMPARE(grid->columnSubheading(column).contains("off the grid"), column < 2);
        // Without the second student its teacher goes too.
        auto* list = child<QListWidget>(*page, "compare.modelList");
        list->item(1)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 3), 30000);
        QCOMPARE(grid->columnHeading(2), QString("Teacher"));
    }
    void guidanceSamplerAndClassAreLive()
    {
        auto page = shown({}, m_second);
        page->showModel(QString::fromStdString(m_guidable.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);  // 1, 2, 3, 10 and itself
        const Image plain = page->table().cells[2].image;
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        panel->openAt({100, 100});
        auto* guidance = child<QDoubleSpinBox>(*panel, "compare.guidance");
        QTRY_VERIFY(guidance->isEnabled());
        guidance->setValue(2.5);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "guidance"), Json(2.5), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        QCOMPARE(page->table().cells[2].nfe, 6);  // each step with and without the class
        QVERIFY(!(page->table().cells[2].image == plain));
        QCOMPARE(field(*page, 4, "guidance"), Json(0.0));  // the teacher has its own
        guidance->setValue(0);
        QTRY_VERIFY_WITH_TIMEOUT(page->table().cells.size() > 2 && page->table().cells[2].image == plain, 30000);

        auto* sampler = child<QComboBox>(*panel, "compare.sampler");
        sampler->setCurrentIndex(sampler->findData("heun"));
        Q_EMIT sampler->activated(sampler->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "sampler"), Json("heun"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        QVERIFY(field(*page, 4, "sampler") != "heun");
        QVERIFY(!(page->table().cells[2].image == plain));
        panel->hide();

        auto* label = child<QComboBox>(*page, "compare.class");
        QVERIFY(label->isEnabled());
        label->setCurrentIndex(3);  // behind "all"
        Q_EMIT label->activated(3);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 0, "class"), Json(2), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        for (std::size_t i = 0; i < page->table().cells.size(); ++i)
            QCOMPARE(field(*page, i, "class"), Json(2));
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        QVERIFY2(grid->rowHeading(0).endsWith(label->currentText()), qPrintable(grid->rowHeading(0)));
    }
    void theTeacherIsGuidedByItself()
    {
        auto page = shown({}, m_second);
        page->showModel(QString::fromStdString(m_pupil.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        grid->setCurrentCell(0, 3);
        page->findChild<QAction*>("compare.settings")->trigger();
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        auto* guidance = child<QDoubleSpinBox>(*panel, "compare.guidance");
        QTRY_VERIFY_WITH_TIMEOUT(guidance->isEnabled(), 30000);
        guidance->setValue(1.5);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 3, "guidance"), Json(1.5), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QCOMPARE(field(*page, 0, "guidance"), Json(0.0));
        panel->hide();
    }
    void aNewcomerIsLedOnToTheFirstRating()
    {
        auto page = shown();
        auto* hint = child<QWidget>(*page, "compare.hint");
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(!hint->isVisible());  // nobody has counted yet
        page->setComparisonCount(0);
        QVERIFY(hint->isVisible());
        QStringList asked;
        connect(page.get(), &ComparePage::quickRatingRequested, this, [&](const QString& run) { asked.append(run); });
        child<QPushButton>(*page, "compare.rateQuick")->click();
        QCOMPARE(asked, QStringList(QString::fromStdString(m_student.string())));
        page->setComparisonCount(1);
        QVERIFY(!hint->isVisible());
        page->setComparisonCount(0);
        QVERIFY(hint->isVisible());
        // A teacher has nobody to be rated against.
        page->showModel(QString::fromStdString(m_teacher.string()));
        QTRY_VERIFY_WITH_TIMEOUT(!hint->isVisible(), 30000);
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(hint->isVisible(), 30000);
        child<QToolButton>(*page, "compare.dismissHint")->click();
        QVERIFY(!hint->isVisible());
        page.reset();
        finishBackgroundWork();
        QVERIFY(readCompareState(m_project).isHintDismissed);
        auto again = shown();
        again->showModel(QString::fromStdString(m_student.string()));
        again->setComparisonCount(0);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*again, 3, 4), 30000);
        QVERIFY(!child<QWidget>(*again, "compare.hint")->isVisible());
    }
    void thePlanIsFoundAgain()
    {
        CompareState state;
        state.plan.pivot = ComparePlan::Pivot::Own;
        state.plan.model = m_project + "/runs/a";
        state.plan.ladder = {1, 7};
        state.plan.runs = {{m_project + "/runs/a", "A"}, {"/elsewhere/b", "B"}};
        state.plan.student.guidance = 1.5;
        state.plan.student.noiseCorrection = true;
        state.plan.student.times = {1.0, 0.4};
        state.plan.own.resize(2);
        state.plan.own[1].model = "bundled:sprites-v";
        state.plan.own[1].sampler = "heun";
        state.firstNoise = 5;
        state.chosenClass = 2;
        state.zoom = 4;
        const Json json = jsonFromState(state, m_project);
        QCOMPARE(json.at("model").get<std::string>(), std::string("runs/a"));  // a project can be moved
        QVERIFY(jsonFromState(stateFromJson(json, m_project), m_project) == json);
        QVERIFY(stateFromJson(json, "/moved").plan.runs.first().path == "/moved/runs/a");
        QVERIFY(stateFromJson(json, "/moved").plan.runs.last().path == "/elsewhere/b");
    }
    void aRestartShowsWhatWasShown()
    {
        const int checkpoints = int(listCheckpoints(m_student).size());
        {
            auto page = shown();
            page->showModel(QString::fromStdString(m_student.string()));
            QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
            child<QSpinBox>(*page, "compare.rows")->setValue(2);
            child<QSpinBox>(*page, "compare.firstSeed")->setValue(6);
            choosePivot(*page, ComparePlan::Pivot::Checkpoints);
            QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 2, checkpoints + 1), 30000);
            auto* label = child<QComboBox>(*page, "compare.class");
            label->setCurrentIndex(2);
            Q_EMIT label->activated(2);
            QTRY_COMPARE_WITH_TIMEOUT(field(*page, 0, "class"), Json(1), 30000);
            QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 2, checkpoints + 1), 30000);
            child<ImageGrid>(*page, "compare.grid")->setZoom(3);
        }
        finishBackgroundWork();
        const Moved moved(listCheckpoints(m_student).front(), m_dir);
        ComparePage page(m_runs);
        page.resize(1100, 800);
        page.setProject(m_project);
        page.show();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(page, 2, checkpoints), 30000);
        QCOMPARE(page.plan().pivot, ComparePlan::Pivot::Checkpoints);
        QCOMPARE(page.plan().model, QString::fromStdString(m_student.string()));
        QCOMPARE(page.plan().teacher.steps, 4);
        QVERIFY(field(page, 0, "seed") == 6 && field(page, 0, "class") == 1);
        QCOMPARE(child<QComboBox>(page, "compare.class")->currentIndex(), 2);
        QCOMPARE(child<ImageGrid>(page, "compare.grid")->zoom(), 3);
        QVERIFY(child<QLabel>(page, "compare.status")->text().contains("no longer on the disk"));
        // And nothing was sampled for it: the images were kept.
        QCOMPARE(child<QLabel>(page, "compare.saved")->text(), QString());
        QVERIFY(!QDir(m_project + "/cache/cells").isEmpty());
    }
    void anyCheckpointStandsAgainstAnyOther()
    {
        auto page = shown();
        std::vector<SampleColumn> columns(2);
        columns[0].model = listCheckpoints(m_student).front();
        columns[0].steps = 3;
        columns[1].model = listCheckpoints(m_other).back();
        columns[1].steps = 1;
        columns[1].ema = false;
        page->setOwnColumns(columns);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 2), 30000);
        QCOMPARE(page->table().cells[1].recipe.at("weights").get<std::string>(), std::string("raw"));
        // The same column once more, then with other steps, through its panel.
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        child<QPushButton>(*panel, "compare.columnDuplicate")->click();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 3), 30000);
        child<QSpinBox>(*panel, "compare.columnSteps")->setValue(2);
        QTRY_COMPARE_WITH_TIMEOUT(page->table().cells[1].nfe, 2, 30000);
        child<QPushButton>(*panel, "compare.columnRemove")->click();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 2), 30000);
    }
    void middleTimesAreMarkedOffTheGridAndComeBack()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        const Image before = page->table().cells[2].image;
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        auto* middle = child<QDoubleSpinBox>(*panel, "compare.time2");
        panel->openAt({100, 100});
        middle->setValue(middle->value() - 0.15);
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 2, "on_grid") == false, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(!(page->table().cells[2].image == before));
        QVERIFY(child<QLabel>(*panel, "compare.offGrid")->isVisible());
        QVERIFY(child<QLabel>(*page, "compare.status")->text().contains("expect weaker images"));
        child<QToolButton>(*panel, "compare.resetTimes")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page->table().cells[2].image == before, 30000);
        panel->hide();
    }
    void runsStandInATableWithTheirDifferences()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        page->findChild<QAction*>("compare.runs")->trigger();
        auto* table = child<QTreeWidget>(*page, "compare.runTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 3);
        const QStringList headings = headingsOf(*table);
        QVERIFY2(headings.contains("Seed") && headings.contains("Loss"), qPrintable(headings.join(", ")));
        QVERIFY(!headings.contains("Threads"));  // the same in all
        auto* at = child<QComboBox>(*page, "compare.figuresAt");
        at->setCurrentIndex(at->findData(int(FiguresAt::EqualImages)));
        QCOMPARE(table->topLevelItemCount(), 3);
        child<QToolButton>(*page, "compare.closeRuns")->click();
        QVERIFY(!table->isVisible());
    }
    void theTableNamesSettingsAsTheFormAndFiguresAsTheCharts()
    {
        RunTable table;
        std::vector<RunFacts> runs(2);
        for (int i = 0; i < 2; ++i)
            runs[i].options = {{"network", {{"channels", 32 + i}}}, {"data", {{"channels", 1 + 2 * i}}}, {"of_an_earlier_version", i}};
        runs[0].evaluation = {{"fd_classifier", 1.5}, {"class_accuracy", 0.5}};
        table.setRuns(runs);
        QStringList headings = headingsOf(*child<QTreeWidget>(table, "compare.runTable"));
        for (const char* heading : {"Channels", "Colour channels", "of_an_earlier_version", "Fréchet distance (classifier)", "Class accuracy"})
            QVERIFY2(headings.contains(heading), qPrintable(headings.join(", ")));
        // What the encoders of two teachers measured does not stand in one column.
        for (int i = 0; i < 2; ++i)
            runs[std::size_t(i)].evaluation = {{"fd_encoder", 1.5}, {"encoder_hash", std::string(64, char('a' + i))}};
        table.setRuns(runs);
        headings = headingsOf(*child<QTreeWidget>(table, "compare.runTable"));
        for (const char* heading : {"Fréchet distance (teacher's encoder aaaaaaaaaaaa)", "Fréchet distance (teacher's encoder bbbbbbbbbbbb)"})
            QVERIFY2(headings.contains(heading), qPrintable(headings.join(", ")));
    }
    void settingsAreShownAsTheFormsShowThemAndNumbersSortAsNumbers()
    {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German));
        RunTable table;
        std::vector<RunFacts> runs(3);
        const int images[] = {9000, 120'000, 50'000};
        for (std::size_t i = 0; i < 3; ++i) {
            runs[i].name = QString(QChar('a' + int(i)));
            runs[i].options = {{"training", {{"images", images[i]}, {"learning_rate", 1e-4 * double(i + 1)}, {"lr_schedule", i == 0 ? "inverse-sqrt" : "cosine"}}},
                               {"imagine_flash", {{"adversarial", i == 0}, {"grid", {1, 0.5 + 0.125 * double(i)}}}},
                               {"of_an_earlier_version", i}};
        }
        table.setRuns(runs);
        auto* tree = child<QTreeWidget>(table, "compare.runTable");
        const auto text = [&](int row, const char* heading) {
            const auto column = int(headingsOf(*tree).indexOf(heading));
            return column < 0 ? QString("no such column") : tree->topLevelItem(row)->text(column);
        };
        const auto labelOf = [](const char* path) { return optionText(runSchema().find(path)->label); };
        QCOMPARE(text(1, "Images"), QString("120.000 images"));
        QCOMPARE(text(0, "Learning rate"), QString("1e-4"));
        QCOMPARE(text(0, "Learning-rate schedule"), QString("Inverse square root"));
        QCOMPARE(text(0, qPrintable(labelOf("imagine_flash.adversarial"))), QString("on"));
        QCOMPARE(text(1, qPrintable(labelOf("imagine_flash.adversarial"))), QString("off"));
        QCOMPARE(text(1, qPrintable(labelOf("imagine_flash.grid"))), QString("1; 0,625"));
        QCOMPARE(text(2, "of_an_earlier_version"), QString("2"));
        tree->sortByColumn(int(headingsOf(*tree).indexOf("Images")), Qt::AscendingOrder);
        QCOMPARE(text(0, "Run") + text(1, "Run") + text(2, "Run"), QString("acb"));
    }
    void anEvaluationStandsWhereItIsOfTheMomentThatWasChosen()
    {
        RunTable table;
        table.show();
        auto* at = child<QComboBox>(table, "compare.figuresAt");
        const auto shows = [&](FiguresAt moment, const char* heading) {
            at->setCurrentIndex(at->findData(int(moment)));
            return headingsOf(*child<QTreeWidget>(table, "compare.runTable")).contains(heading);
        };
        std::vector<RunFacts> runs(2);
        for (RunFacts& r : runs) {
            r.imagesSeen = 40;
            r.points = {{10, 1, {{"loss", 3.0}}}, {40, 4, {{"loss", 1.0}}}};
            r.evaluation = {{"fid", 1.5}};
            r.evaluatedAt = 40;
        }
        table.setRuns(runs);
        QVERIFY(at->isVisible());
        QVERIFY(shows(FiguresAt::End, "FID") && shows(FiguresAt::EqualImages, "FID") && !shows(FiguresAt::EqualTime, "FID"));
        QVERIFY(!shows(FiguresAt::End, "Evaluated after images"));
        // One was evaluated earlier: that is said, and they do not stand beside figures after equally many images.
        runs[1].evaluatedAt = 20;
        table.setRuns(runs);
        QVERIFY(shows(FiguresAt::End, "FID") && shows(FiguresAt::End, "Evaluated after images") && !shows(FiguresAt::EqualImages, "FID"));
        // Of evaluations alone there is nothing to choose.
        for (RunFacts& r : runs)
            r.points.clear();
        table.setRuns(runs);
        QVERIFY(at->isHidden());
        QVERIFY(headingsOf(*child<QTreeWidget>(table, "compare.runTable")).contains("FID"));
    }
    void figuresAreReadAtEqualImagesOrTime()
    {
        std::vector<RunFacts> runs(2);
        runs[0].points = {{10, 1, {{"loss", 3.0}}}, {20, 2, {{"loss", 2.0}}}, {40, 4, {{"loss", 1.0}}}};
        runs[1].points = {{10, 2, {{"loss", 9.0}}}, {20, 8, {{"loss", 8.0}}}};
        QCOMPARE(figuresOf(runs, 0, FiguresAt::End).at("loss"), 1.0);
        QCOMPARE(figuresOf(runs, 0, FiguresAt::EqualImages).at("loss"), 2.0);
        QCOMPARE(figuresOf(runs, 1, FiguresAt::EqualTime).at("loss"), 9.0);
    }
    void everyControlHasANameForPeople()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        for (QWidget* w : page->findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QAbstractButton*>(w) || qobject_cast<QAbstractSpinBox*>(w) || qobject_cast<QComboBox*>(w);
            if (!isControl || w->objectName().startsWith("qt_") || w->focusPolicy() == Qt::NoFocus || w->parentWidget()->inherits("QAbstractSpinBox")
                || w->parentWidget()->inherits("QComboBox"))
                continue;
            if (!w->isVisibleTo(page.get()) && !child<ColumnPanel>(*page, "compare.columnPanel")->isAncestorOf(w))
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(w);
            QVERIFY2(!w->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(QString("%1 '%2'").arg(w->metaObject()->className(), w->objectName())));
            QVERIFY2(!w->objectName().isEmpty(), w->metaObject()->className());
        }
    }
};

QTEST_MAIN(ComparePageTest)
#include "comparepage_test.moc"
