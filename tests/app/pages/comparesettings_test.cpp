#include "app/pages/columnpanel.h"
#include "tests/app/pages/comparestage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>

using namespace potstill;

namespace {

void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

/// A student of eight calls.
Json longGrid() { return {{"grid", {1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.2}}, {"is_student", true}, {"sampler", "ddim"}}; }

}  // namespace

/// The controls of the bar and of a column's panel: each is found by a person, and each changes what is sampled.
class CompareSettingsTest : public CompareStage {
    Q_OBJECT
private:
    fs::path m_guidable, m_pupil;

    QString path(const fs::path& run) const { return QString::fromStdString(run.string()); }

private Q_SLOTS:
    void initTestCase()
    {
        trainStudent();
        m_guidable = train(m_project.toStdString(), {{"diffusion", {{"label_dropout", 0.5}}}, {"training", {{"images", 32}}}});
        m_pupil = train(m_project.toStdString(), merged(studentOf(m_guidable, 3), {{"training", {{"images", 32}}}, {"imagine_flash", {{"teacher_guidance", 2.5}}}}));
    }
    void cleanup() { forget(m_project); }

    void theStepsThatAreShownStandInTheColumnsPanel()
    {
        auto page = shown();
        page->showModel(path(m_student));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        auto* steps = child<QLineEdit>(*panel, "compare.steps");
        child<QToolButton>(*page, "compare.columnSettings")->click();
        QTRY_VERIFY(panel->isVisible() && steps->isVisible());
        QCOMPARE(steps->text(), QString("1, 2, 3"));
        QCOMPARE(panel->focusWidget(), static_cast<QWidget*>(steps));  // the keyboard is there at once
        QVERIFY(!steps->accessibleName().isEmpty());
        const auto type = [steps](const char* text) {
            steps->selectAll();
            QTest::keyClicks(steps, text);
            QTest::keyClick(steps, Qt::Key_Return);
        };
        type("1,3 3");
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 3), 30000);
        QCOMPARE(field(*page, 1, "steps"), Json(3));
        QCOMPARE(steps->text(), QString("1, 3"));
        type("none");
        QCOMPARE(steps->text(), QString("1, 3"));
        QCOMPARE(page->plan().ladder, (QList<int>{1, 3}));
        panel->hide();
        // The teacher's column has a number of its own.
        child<ImageGrid>(*page, "compare.grid")->setCurrentCell(0, 2);
        page->findChild<QAction*>("compare.settings")->trigger();
        QVERIFY(panel->isVisible() && !steps->isVisible() && child<QSpinBox>(*panel, "compare.columnSteps")->isVisible());
        panel->hide();
    }
    void samplersShowTheirRandomness()
    {
        auto page = shown();
        page->showModel(path(m_teacher));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);  // 1, 2, 3, 10 and itself
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        child<QToolButton>(*page, "compare.columnSettings")->click();
        QTRY_VERIFY(panel->isVisible());
        auto* sampler = child<QComboBox>(*panel, "compare.sampler");
        auto* eta = child<QDoubleSpinBox>(*panel, "compare.eta");
        auto* churn = child<QDoubleSpinBox>(*panel, "compare.churn");
        choose(sampler, "ddim");
        QVERIFY(eta->isVisible() && !churn->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "sampler"), Json("ddim"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        const Image plain = page->table().cells[2].image;
        eta->setValue(0.75);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "eta"), Json(0.75), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        QVERIFY(!(page->table().cells[2].image == plain));
        QCOMPARE(field(*page, 4, "eta"), Json(0.0));  // the teacher has its own

        choose(sampler, "heun");
        QVERIFY(!eta->isVisible() && churn->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "sampler"), Json("heun"), 30000);
        QCOMPARE(field(*page, 2, "eta"), Json(0.0));  // it has none
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        const Image calm = page->table().cells[2].image;
        churn->setValue(5);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "churn"), Json(5.0), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 5), 30000);
        QVERIFY(!(page->table().cells[2].image == calm));

        choose(sampler, "euler");
        QVERIFY(!eta->isVisible() && !churn->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 2, "sampler"), Json("euler"), 30000);
        QCOMPARE(field(*page, 2, "churn"), Json());
        panel->hide();
        // Both are found again.
        CompareState state;
        state.plan.student.eta = 0.5;
        state.plan.student.churn = 7;
        const CompareState again = stateFromJson(jsonFromState(state, m_project), m_project);
        QCOMPARE(again.plan.student.eta, 0.5);
        QCOMPARE(again.plan.student.churn, 7.0);
    }
    void theTeacherStartsAtTheGuidanceThatWasDistilled()
    {
        auto page = shown();
        page->showModel(path(m_pupil));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QCOMPARE(field(*page, 3, "guidance"), Json(2.5));
        QCOMPARE(field(*page, 0, "guidance"), Json(0.0));  // it is baked in
        child<ImageGrid>(*page, "compare.grid")->setCurrentCell(0, 3);
        page->findChild<QAction*>("compare.settings")->trigger();
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        auto* guidance = child<QDoubleSpinBox>(*panel, "compare.guidance");
        QTRY_VERIFY_WITH_TIMEOUT(guidance->isEnabled(), 30000);
        QCOMPARE(guidance->value(), 2.5);
        // Another setting leaves it; a person's choice stays, also 0.
        choose(child<QComboBox>(*panel, "compare.weights"), false);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 3, "weights"), Json("raw"), 30000);
        QVERIFY(!page->plan().isTeacherGuidanceChosen);
        guidance->setValue(0);
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 3, "guidance"), Json(0.0), 30000);
        panel->hide();
        page.reset();
        finishBackgroundWork();
        ComparePage again(m_runs);
        again.resize(1100, 800);
        again.setProject(m_project);
        again.show();
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(again, 3, 4), 30000);
        QCOMPARE(field(again, 3, "guidance"), Json(0.0));
    }
    void aTeacherThatWasNotGuidedStartsWithoutGuidance()
    {
        auto page = shown();
        for (const auto& [student, guidance] : {std::pair{m_pupil, 2.5}, {m_student, 0.0}}) {
            page->showModel(path(student));
            QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(student).string(), 30000);
            QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
            QCOMPARE(field(*page, 3, "guidance"), Json(guidance));
        }
    }
    void onlyWhatLeavesTheGridIsMarked()
    {
        const std::vector<double> grid = {1.0, 0.6, 0.3};
        SampleColumn column;
        column.steps = 3;
        QVERIFY(!ComparePlan::isOffGrid(column, grid));
        column.times = {1.0};
        QVERIFY(!ComparePlan::isOffGrid(column, grid));  // the beginning of moved times is the grid's own
        column.times = {1.0, 0.6};
        QVERIFY(!ComparePlan::isOffGrid(column, grid));
        column.times = {1.0, 0.5};
        QVERIFY(ComparePlan::isOffGrid(column, grid));
        column.times = {1.0, 0.6, 0.3, 0.1};
        QVERIFY(ComparePlan::isOffGrid(column, grid));
        column.times.clear();
        column.steps = 5;
        QVERIFY(ComparePlan::isOffGrid(column, grid));
        QVERIFY(!ComparePlan::isOffGrid(column, {}));
        column.role = "teacher";
        QVERIFY(!ComparePlan::isOffGrid(column, grid));
        // On the page: the last of three times is moved, which the columns of one and two steps never reach.
        auto page = shown();
        page->showModel(path(m_student));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        auto* last = child<QDoubleSpinBox>(*panel, "compare.time3");
        panel->openAt({100, 100});
        last->setValue(last->value() - 0.05);
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 2, "on_grid") == false, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        panel->hide();
        auto* images = child<ImageGrid>(*page, "compare.grid");
        for (int c = 0; c < 4; ++c)
            QCOMPARE(images->columnSubheading(c).contains("off the grid"), c == 2);
    }
    void manyTimesStandInOneField()
    {
        ColumnPanel panel;
        SampleColumn column;
        column.steps = 8;
        panel.setColumn(column, longGrid(), ColumnPanel::Kind::Shared, "eight");
        panel.openAt({50, 50});
        auto* text = child<QLineEdit>(panel, "compare.timesText");
        auto* note = child<QLabel>(panel, "compare.offGrid");
        QVERIFY(text->isVisible() && !note->isVisible());
        QVERIFY(!panel.findChild<QDoubleSpinBox*>("compare.time2"));
        QCOMPARE(text->text(), QString("0.9; 0.8; 0.7; 0.6; 0.5; 0.4; 0.2"));
        QList<SampleColumn> told;
        connect(&panel, &ColumnPanel::changed, this, [&](const SampleColumn& c) { told.append(c); });
        const auto type = [&](const QString& times) {
            text->selectAll();
            QTest::keyClicks(text, times);
            QTest::keyClick(text, Qt::Key_Return);
        };
        type("0.9 0.8, 0.7; 0.6 0.5 0.35 0.2");
        QCOMPARE(told.size(), 1);
        QVERIFY((told.last().times == std::vector<double>{1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.35, 0.2}));
        QVERIFY(note->isVisible() && note->text().contains("weaker"));
        for (const char* wrong :
             {"0.9; 0.8", "0.9; 0.8; 0.7; 0.6; 0.5; 0.4; x", "0.8; 0.9; 0.7; 0.6; 0.5; 0.4; 0.2", "0.9; 0.8; 0.7; 0.6; 0.5; 0.4; 0", "1; 0.8; 0.7; 0.6; 0.5; 0.4; 0.2"}) {
            type(wrong);
            QVERIFY2(told.size() == 1 && note->isVisible() && note->text().contains("7 numbers"), wrong);
        }
        {
            // A point is no group separator, also where the comma is the decimal sign.
            const QLocale before;
            QLocale::setDefault(QLocale(QLocale::German));
            const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
            type("0,9; 0.875; 0,7; 0,6; 0,5; 0,35; 0,2");
            QVERIFY((told.size() == 2 && told.last().times == std::vector<double>{1.0, 0.9, 0.875, 0.7, 0.6, 0.5, 0.35, 0.2}));
        }
        child<QToolButton>(panel, "compare.resetTimes")->click();
        QVERIFY(told.last().times.empty());
        QVERIFY(!note->isVisible());
        // Few times have a box each.
        Json few = longGrid();
        few["grid"] = {1.0, 0.6, 0.3};
        column.steps = 3;
        panel.setColumn(column, few, ColumnPanel::Kind::Shared, "three");
        QTRY_VERIFY(!text->isVisible() && child<QDoubleSpinBox>(panel, "compare.time3")->isVisible());
    }
    void whatABoxOnlyRoundsStays()
    {
        ColumnPanel panel;
        SampleColumn column;
        column.steps = 3;
        column.sampler = "ddim";
        column.guidance = 2.5625;
        column.eta = 0.333;
        panel.setColumn(column, {{"can_be_guided", true}}, ColumnPanel::Kind::Teacher, "teacher");
        SampleColumn told;
        connect(&panel, &ColumnPanel::changed, this, [&](const SampleColumn& c) { told = c; });
        choose(child<QComboBox>(panel, "compare.weights"), false);
        QVERIFY(!told.ema);
        QCOMPARE(told.guidance, 2.5625);
        QCOMPARE(told.eta, 0.333);
        child<QDoubleSpinBox>(panel, "compare.eta")->setValue(0.5);
        QCOMPARE(told.eta, 0.5);
    }
    void theBarChoosesModelNoisesAndZoom()
    {
        auto page = shown();
        page->showModel(path(m_student));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* model = child<QComboBox>(*page, "compare.model");
        choose(model, path(m_pupil));
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(m_pupil).string(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        child<QToolButton>(*page, "compare.seedsForward")->click();
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "seed") == 3, 30000);
        child<QToolButton>(*page, "compare.seedsBack")->click();
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "seed") == 0, 30000);
        child<QToolButton>(*page, "compare.seedsBack")->click();  // there are none before the first
        QCOMPARE(child<QSpinBox>(*page, "compare.firstSeed")->value(), 0);
        auto* grid = child<ImageGrid>(*page, "compare.grid");
        auto* zoom = child<QComboBox>(*page, "compare.zoom");
        choose(zoom, 4);
        QCOMPARE(grid->zoom(), 4);
        grid->setZoom(2);
        QCOMPARE(zoom->currentData().toInt(), 2);  // it follows the keys and the wheel
        // The menu holds what has keys, each by a name.
        const auto actions = child<QToolButton>(*page, "compare.more")->menu()->actions();
        QStringList names;
        for (const QAction* a : actions)
            if (!a->isSeparator()) {
                QVERIFY2(!a->text().isEmpty() && !a->shortcut().isEmpty(), qPrintable(a->objectName()));
                names.append(a->objectName());
            }
        for (const char* name :
             {"compare.transpose", "compare.runs", "compare.follow", "compare.settings", "compare.seedsNext", "compare.seedsPrevious", "compare.keep", "compare.export"})
            QVERIFY2(names.contains(name), name);
        // Of several runs the ticked ones are columns; the button tells how many.
        choose(child<QComboBox>(*page, "compare.pivot"), int(ComparePlan::Pivot::Runs));
        auto* models = child<QToolButton>(*page, "compare.models");
        QTRY_VERIFY(models->isVisible());
        auto* list = child<QListWidget>(*page, "compare.modelList");
        QTRY_COMPARE(list->count(), 4);
        QTRY_COMPARE(models->text(), QString("4 of 4"));
        list->item(3)->setCheckState(Qt::Unchecked);
        QCOMPARE(models->text(), QString("3 of 4"));
    }
    void aColumnTakesAModelACheckpointAndWeights()
    {
        auto page = shown();
        page->showModel(path(m_student));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        child<QToolButton>(*page, "compare.columnSettings")->click();
        QTRY_VERIFY(panel->isVisible());
        choose(child<QComboBox>(*panel, "compare.weights"), false);
        for (const std::size_t cell : {0, 2})
            QTRY_COMPARE_WITH_TIMEOUT(field(*page, cell, "weights"), Json("raw"), 30000);
        // On its own the column has a model and checkpoints.
        child<QPushButton>(*panel, "compare.columnAlone")->click();
        QCOMPARE(page->plan().pivot, ComparePlan::Pivot::Own);
        page->findChild<QAction*>("compare.settings")->trigger();
        auto* checkpoint = child<QComboBox>(*panel, "compare.columnCheckpoint");
        QTRY_VERIFY_WITH_TIMEOUT(checkpoint->isVisible() && checkpoint->count() > 2, 30000);
        const fs::path first = listCheckpoints(m_student).front();
        choose(checkpoint, QString::fromStdString(first.string()));
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(first).string(), 30000);
        choose(child<QComboBox>(*panel, "compare.columnModel"), path(m_pupil));
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(m_pupil).string(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        QVERIFY(field(*page, 1, "model_path") == fs::weakly_canonical(m_student).string());  // the others stay
        panel->hide();
    }
    void theSwitchOfTheNoiseCorrectionIsLiveOrSaysWhyNot()
    {
        const fs::path eps = train(m_project.toStdString(), {{"diffusion", {{"parametrisation", "eps"}, {"schedule", "linear"}}}, {"training", {{"images", 32}}}});
        const fs::path live = train(m_project.toStdString(), merged(studentOf(eps, 4), {{"training", {{"images", 32}}}}));
        auto page = shown();
        page->showModel(path(m_student));  // of velocity and a cosine, where it changes nothing
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* panel = child<ColumnPanel>(*page, "compare.columnPanel");
        panel->openAt({100, 100});
        auto* correction = child<QCheckBox>(*panel, "compare.noiseCorrection");
        QTRY_VERIFY2(!correction->isEnabled() && correction->toolTip().contains("changes nothing"), qPrintable(correction->toolTip()));
        panel->hide();
        page->showModel(path(live));
        QTRY_VERIFY_WITH_TIMEOUT(field(*page, 0, "model_path") == fs::weakly_canonical(live).string(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        panel->openAt({100, 100});
        QTRY_VERIFY(correction->isEnabled());
        const bool before = correction->isChecked();
        QTest::mouseClick(correction, Qt::LeftButton, {}, QPoint(8, correction->height() / 2));
        QTRY_COMPARE_WITH_TIMEOUT(field(*page, 0, "noise_correction"), Json(!before), 30000);
        panel->hide();
    }
    void everyFieldOfThePanelHasANameAndAHelp()
    {
        ColumnPanel panel;
        SampleColumn column;
        column.steps = 8;
        panel.setColumn(column, longGrid(), ColumnPanel::Kind::Own, "own");
        QVERIFY(!panel.accessibleName().isEmpty());
        int controls = 0;
        for (const QWidget* w : panel.findChildren<QWidget*>(QRegularExpression("^compare\\.")))
            if (w->focusPolicy() != Qt::NoFocus && !qobject_cast<const QLabel*>(w)) {
                QVERIFY2(!w->accessibleName().isEmpty() && !w->toolTip().isEmpty(), qPrintable(w->objectName()));
                ++controls;
            }
        QVERIFY2(controls >= 13, qPrintable(QString::number(controls)));
    }
    void theTeacherIsLeftOutAndComesBackWithItsSteps()
    {
        auto page = shown([](const ComparisonRequest& r, RunControl&, const SampleProgress&, TrainingJob*) { return greyTable(r); });
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        auto* shows = child<QAction>(*page, "compare.teacher");
        QVERIFY(shows->isChecked() && shows->isEnabled() && shows->isVisible());
        shows->trigger();
        QTRY_VERIFY(isWhole(*page, 3, 3));
        QVERIFY(!shows->isChecked());
        shows->trigger();
        QTRY_VERIFY(isWhole(*page, 3, 4));
        QCOMPARE(page->plan().teacher.steps, 4);
        // Columns that were chosen one by one have no teacher of their own.
        page->setOwnColumns(page->plan().columns());
        QVERIFY(!shows->isVisible());
    }
};

QTEST_MAIN(CompareSettingsTest)
#include "comparesettings_test.moc"
