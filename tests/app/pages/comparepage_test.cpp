#include "app/pages/columnpanel.h"
#include "app/pages/comparepage.h"
#include "app/pages/recipedifference.h"
#include "app/pages/runtable.h"
#include "app/pages/trajectoryview.h"
#include "app/session/background.h"
#include "engine/io/checkpoint.h"
#include "engine/io/jsonfile.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/scrubber.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

template <class T>
T* child(QWidget& parent, const char* name)
{
    T* found = parent.findChild<T*>(name);
    if (!found)
        qFatal("no widget named %s", name);
    return found;
}

class Silent : public RunObserver {};

fs::path train(const fs::path& project, const Json& extra)
{
    Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu","data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"images":64,"stats_every":16,"batch":16,"preview_rows":1,"preview_steps":2,"min_free_disk_gb":0.001,"checkpoint_every":32,"keep_checkpoints":9}})");
    d = merged(d, extra);
    RunControl control;
    Silent observer;
    auto job = TrainingJob::create(project, d, "");
    job->run(control, observer);
    return job->runFolder();
}

Json studentOf(const fs::path& teacher, int seed)
{
    return {{"kind", "student"}, {"method", "imagine-flash"}, {"seed", seed}, {"teacher", teacher.string()}, {"imagine_flash", {{"teacher_steps", 2}, {"discriminator_width", 8}}}};
}

/// Grey images at once, for what does not depend on networks.
SampleTable greyTable(const ComparisonRequest& request)
{
    SampleTable t;
    for (const SampleColumn& c : request.columns)
        t.columns.push_back(c.heading);
    t.rows.resize(request.seeds.size());
    t.cells.resize(t.rows.size() * t.columns.size());
    for (std::size_t i = 0; i < t.cells.size(); ++i) {
        t.cells[i].image = Image(16, 16, 3);
        std::fill(t.cells[i].image.pixels.begin(), t.cells[i].image.pixels.end(), std::uint8_t(i % 200));
        t.cells[i].nfe = 1;
        t.cells[i].recipe = {{"seed", request.seeds[i / t.columns.size()]}};
    }
    return t;
}

void choosePivot(QWidget& page, ComparePlan::Pivot pivot)
{
    auto* box = child<QComboBox>(page, "compare.pivot");
    box->setCurrentIndex(box->findData(int(pivot)));
    Q_EMIT box->activated(box->currentIndex());
}

/// A folder that stands elsewhere for a while.
class Moved {
public:
    Moved(fs::path from, const QTemporaryDir& to) : m_from(std::move(from)), m_to(to.filePath("moved").toStdString()) { fs::rename(m_from, m_to); }
    ~Moved() { fs::rename(m_to, m_from); }

private:
    fs::path m_from, m_to;
};

}  // namespace

class ComparePageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_project, m_second;
    fs::path m_teacher, m_student, m_other, m_guidable, m_pupil;
    RunSession m_runs;

    std::unique_ptr<ComparePage> shown(SamplingSession::TableMaker maker = {}, const QString& project = {})
    {
        auto page = std::make_unique<ComparePage>(m_runs, nullptr, std::move(maker));
        page->resize(1100, 800);
        page->setProject(project.isEmpty() ? m_project : project);
        page->show();
        child<QSpinBox>(*page, "compare.teacherSteps")->setValue(4);
        child<QSpinBox>(*page, "compare.rows")->setValue(3);
        return page;
    }
    /// A field of a cell's recipe; null while there is none.
    static Json field(const ComparePage& page, std::size_t cell, const char* key)
    {
        if (cell >= page.table().cells.size() || !page.table().cells[cell].recipe.is_object())
            return {};
        return page.table().cells[cell].recipe.value(key, Json());
    }
    static bool isWhole(ComparePage& page, int rows, int columns)
    {
        auto* grid = child<ImageGrid>(page, "compare.grid");
        if (grid->rowCount() != rows || grid->columnCount() != columns || child<QToolButton>(page, "compare.stop")->isVisible())
            return false;
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < columns; ++c)
                if (grid->cellState(r, c) != ImageGrid::CellState::Filled)
                    return false;
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_project = m_dir.filePath("project");
        const fs::path project = m_project.toStdString();
        m_teacher = train(project, {});
        m_student = train(project, studentOf(m_teacher, 1));
        m_other = train(project, merged(studentOf(m_teacher, 2), {{"training", {{"images", 32}}}}));
        // Beside each other: a student of a teacher elsewhere and one of a teacher that can be guided.
        m_second = m_dir.filePath("second");
        const fs::path second = m_second.toStdString();
        m_guidable = train(second, {{"diffusion", {{"label_dropout", 0.5}}}, {"training", {{"images", 32}}}});
        m_pupil = train(second, merged(studentOf(m_guidable, 3), {{"training", {{"images", 32}}}}));
        train(second, merged(studentOf(m_teacher, 4), {{"training", {{"images", 32}}}}));
    }
    void cleanup()
    {
        finishBackgroundWork();
        for (const QString& project : {m_project, m_second}) {
            QFile::remove(project + "/compare.json");
            fs::remove_all((project + "/cache/cells").toStdString());
        }
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
        auto* steps = child<QLineEdit>(*page, "compare.steps");
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
    void runsStandInATableWithTheirDifferences()
    {
        auto page = shown();
        page->showModel(QString::fromStdString(m_student.string()));
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(*page, 3, 4), 30000);
        page->findChild<QAction*>("compare.runs")->trigger();
        auto* table = child<QTreeWidget>(*page, "compare.runTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 3);
        QStringList headings;
        for (int c = 0; c < table->columnCount(); ++c)
            headings.append(table->headerItem()->text(c));
        QVERIFY2(headings.contains("Seed") && headings.contains("Loss"), qPrintable(headings.join(", ")));
        QVERIFY(!headings.contains("Threads"));  // the same in all
        auto* at = child<QComboBox>(*page, "compare.figuresAt");
        at->setCurrentIndex(at->findData(int(FiguresAt::EqualImages)));
        QCOMPARE(table->topLevelItemCount(), 3);
        child<QToolButton>(*page, "compare.closeRuns")->click();
        QVERIFY(!table->isVisible());
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
