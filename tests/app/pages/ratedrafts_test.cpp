#include "app/pages/comparisonform.h"
#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "engine/rating/planning.h"
#include "tests/app/pages/ratestage.h"
#include "widgets/emptystate.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

#include <filesystem>
#include <set>

using namespace potstill;

using Studio = RateStage;

class RateDraftsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void preparingAndLockingWorkOnWhatTheFormShows()
    {
        Studio studio(m_dir.filePath("third"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        QTRY_VERIFY(child<QSpinBox>(page, "rate.seeds")->isVisible());
        const QString id = page.current();
        child<QSpinBox>(page, "rate.checks")->setValue(0);
        child<QSpinBox>(page, "rate.system0.steps")->setValue(1);
        child<QSpinBox>(page, "rate.system1.steps")->setValue(2);
        // Typed, and prepared at once: nothing of it was saved yet.
        auto* seeds = child<QSpinBox>(page, "rate.seeds");
        seeds->setFocus();
        seeds->selectAll();
        QTest::keyClicks(seeds, "3");
        QTest::mouseClick(child<QPushButton>(page, "rate.prepare"), Qt::LeftButton);
        auto* lock = child<QPushButton>(page, "rate.lock");
        QTRY_VERIFY_WITH_TIMEOUT(lock->isVisible() && lock->isEnabled(), 120'000);
        const auto images = studio.ask<std::vector<ImageRecord>>([id](RatingDatabase& d) { return d.images(id); });
        QCOMPARE(images.size(), std::size_t(6));  // two systems, three seeds
        auto* question = child<QLineEdit>(page, "rate.question");
        question->setFocus();
        question->selectAll();
        QTest::keyClicks(question, "Which is sharper?");
        child<QDoubleSpinBox>(page, "rate.ridge")->setValue(0.01);
        QTest::mouseClick(lock, Qt::LeftButton);
        QTRY_VERIFY(child<QPushButton>(page, "rate.rate")->isVisible());
        const ComparisonRecord locked = studio.load(id).comparison;
        QCOMPARE(locked.definition.question, std::string("Which is sharper?"));
        QCOMPARE(locked.definition.seeds.size(), std::size_t(3));
        QCOMPARE(locked.definition.ridge, 0.01);
        QVERIFY2(child<QLabel>(page, "rate.summary")->text().contains("0.01"), qPrintable(child<QLabel>(page, "rate.summary")->text()));
        QCOMPARE(locked.plan.systems[1].steps, 2);
    }
    void guidanceIsOfferedWhereTheModelCanBeGuided()
    {
        namespace fs = std::filesystem;
        const fs::path unguided = m_dir.filePath("unguided").toStdString();  // as if trained without dropped labels: the row of "no class" is a class
        fs::copy(resourceFolder() / "models/sprites-v", unguided, fs::copy_options::recursive);
        Json model = readJsonFile(unguided / "model.json");
        model["model"]["has_no_class"] = false;
        model["model"]["class_names"].push_back("blob");
        writeJsonFile(unguided / "model.json", model);
        Studio studio(m_dir.filePath("guided"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        QTRY_VERIFY(child<QSpinBox>(page, "rate.seeds")->isVisible());
        const QString id = page.current();
        auto* guidance = child<QDoubleSpinBox>(page, "rate.system1.guidance");
        QVERIFY(!guidance->isVisible());
        child<QCheckBox>(page, "rate.more")->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(guidance->isVisible(), 30'000);
        QVERIFY(!guidance->accessibleName().isEmpty());
        guidance->setValue(2.5);
        QVERIFY2(child<QLineEdit>(page, "rate.system1.name")->text().contains("2.5"), qPrintable(child<QLineEdit>(page, "rate.system1.name")->text()));
        QTRY_COMPARE(studio.load(id).comparison.plan.systems[1].guidance, 2.5);
        QCOMPARE(studio.load(id).comparison.plan.systems[0].guidance, 0.0);
        // Another model, which cannot.
        auto* choice = child<QComboBox>(page, "rate.system1.model");
        choice->addItem("unguided", QString::fromStdString(unguided.string()));
        choice->setCurrentIndex(choice->count() - 1);
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(!guidance->isVisible(), 30'000);
        QTRY_COMPARE(studio.load(id).comparison.plan.systems[1].guidance, 0.0);
    }
    void aForecastGivesNoFigureThatItCutOff()
    {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(ComparisonForm::forecastText({193, 1334, 0.99}, 0.6),
                 QString("If the first truly wins 60 % of the untied votes, the claim takes about 193 untied votes (four times of five no more than 1,334)."));
        QCOMPARE(ComparisonForm::forecastText({18'000, 20'000, 0.6}, 0.5),
                 QString("If both are equally good, this takes about 18,000 untied votes (one time of five more than 20,000)."));
        QCOMPARE(ComparisonForm::forecastText({20'000, 20'000, 0.1}, 0.5), QString("If both are equally good, this takes more than 20,000 untied votes."));
    }
    void problemsStandBesideTheirField()
    {
        const PlannedSystem three{"bundled:sprites-v", true, 3, "", {}, 0}, two{"bundled:sprites-v", true, 2, "", {}, 0};
        ComparisonForm form;
        form.setComparison(ComparisonForm::newDraft("d", {three, two}, {"A", "B"}, 200));
        form.show();
        const auto problem = [&form](const char* path) { return child<QLabel>(form, qPrintable(QString("rate.problem.") + path)); };
        auto* below = child<QLabel>(form, "rate.problems");
        QVERIFY(form.isValid() && below->isHidden() && problem("name")->isHidden() && problem("systems")->isHidden());
        child<QLineEdit>(form, "rate.name")->clear();
        child<QLineEdit>(form, "rate.question")->clear();
        child<QLineEdit>(form, "rate.system1.name")->setText("A");
        QVERIFY(!form.settle());
        for (const char* path : {"name", "question"})
            QCOMPARE(problem(path)->text(), QString("A text is needed."));
        QVERIFY2(problem("systems")->isVisible() && problem("systems")->text().contains("are called 'A'"), qPrintable(problem("systems")->text()));
        QVERIFY(below->isHidden());
        child<QLineEdit>(form, "rate.name")->setText("d");
        child<QLineEdit>(form, "rate.question")->setText("Which?");
        child<QLineEdit>(form, "rate.system1.name")->setText("B");
        // The field is not in view: said below, with its label.
        auto* raters = child<QLineEdit>(form, "rate.countedRaters");
        raters->setText("Ada, Ada");
        QVERIFY(!form.settle());
        QVERIFY2(below->isVisible() && below->text().contains("Raters who count: 'Ada'"), qPrintable(below->text()));
        child<QCheckBox>(form, "rate.more")->setChecked(true);
        QVERIFY(below->isHidden() && problem("counted_raters")->isVisible());
        raters->clear();
        // Unwise, but lawful.
        child<QSpinBox>(form, "rate.seeds")->setValue(2);
        QVERIFY(form.settle());
        QVERIFY(problem("counted_raters")->isHidden());
        QVERIFY2(problem("seeds")->isVisible() && problem("seeds")->text().contains("these are 2"), qPrintable(problem("seeds")->text()));
        QCOMPARE(problem("seeds")->property("role").toString(), QString("warning"));
    }
    void everyWarningOfTheImagesIsShownInTheReadersWords()
    {
        const std::string project = m_dir.filePath("warned").toStdString();
        // One model is sampled otherwise than where it comes from; the other is a student of two calls, and is asked for three.
        const auto changed = [&](const char* name, const char* key, const Json& value) {
            const std::filesystem::path folder = m_dir.filePath(name).toStdString();
            std::filesystem::copy(resourceFolder() / "models/sprites-v", folder, std::filesystem::copy_options::recursive);
            Json model = readJsonFile(folder / "model.json");
            model["model"][key] = value;
            writeJsonFile(folder / "model.json", model);
            return importModel(folder, project, name).string();
        };
        const RunWarning nearest{"nearest-sampler", 0, {{"scheduler", "UniPC"}, {"sampler", "ddim"}}, "as the engine says"};
        ComparisonRecord draft = draftOf("w", 2, 3, 2);
        draft.plan.systems[0].model = changed("imported", "sampler_note", nearest.text());
        draft.plan.systems[1].model = changed("pupil", "student_grid", {1.0, 0.5});
        draft.plan.systems[1].steps = 3;
        Studio studio(QString::fromStdString(project));
        RatePage& page = studio.page;
        QStringList told;
        connect(&page, &RatePage::problem, this, [&](const QString& sentence) { told.append(sentence); });
        studio.ask<bool>([draft](RatingDatabase& d) {
            d.saveDraft(draft);
            return true;
        });
        page.showComparison("w");
        QTRY_COMPARE(page.current(), QString("w"));
        auto* warnings = child<QLabel>(page, "rate.warnings");
        QVERIFY(!warnings->isVisible());
        click(page, "rate.prepare");
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(page, "rate.lock")->isVisible(), 120'000);
        QVERIFY(warnings->isVisible());
        const QStringList shown = warnings->text().split('\n');
        QCOMPARE(shown.size(), 2);
        const RunWarning offGrid{"off-grid", 0, {{"steps", "3"}, {"calls", "2"}}, "as the engine says"};
        for (const RunWarning& warning : {nearest, offGrid}) {
            QVERIFY2(shown.contains(WarningTexts::sentence(warning)), qPrintable(warnings->text()));
            QVERIFY(told.contains(WarningTexts::sentence(warning)));
        }
        QVERIFY2(!warnings->text().contains("as the engine says"), qPrintable(warnings->text()));
        // They stay while it is rated, and are gone for good once they are put away.
        click(page, "rate.lock");
        QTRY_VERIFY(child<QPushButton>(page, "rate.rate")->isVisible());
        QVERIFY(warnings->isVisible());
        QCOMPARE(warnings->text().split('\n'), shown);
        QTest::mouseClick(child<QToolButton>(page, "rate.closeWarnings"), Qt::LeftButton);
        QVERIFY(!warnings->isVisible());
        int reads = 0;
        connect(&page, &RatePage::comparisonsRead, this, [&reads] { ++reads; });
        page.showComparison("w");
        QTRY_VERIFY(reads > 0);
        QVERIFY(!warnings->isVisible());
    }
    void aPreparationIsConfirmedUnderItsOwnDraft()
    {
        RunSession runs;
        const auto work = std::make_shared<RatingWork>(runs);
        RatePage page(work);
        page.resize(1366, 768);
        page.show();
        QVERIFY(QDir().mkpath(m_dir.filePath("waits")));
        page.setProject(m_dir.filePath("waits"));
        QTRY_VERIFY(child<EmptyState>(page, "rate.empty")->isVisible());
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        auto* list = child<QTreeWidget>(page, "rate.comparisons");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        click(page, "rate.new");
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        const QString prepared = page.current();
        const auto show = [&](bool isPrepared) {
            for (int i = 0; i < 2; ++i)
                if ((list->topLevelItem(i)->data(0, Qt::UserRole).toString() == prepared) == isPrepared)
                    list->setCurrentItem(list->topLevelItem(i));
        };
        auto* seeds = child<QSpinBox>(page, "rate.seeds");
        seeds->setValue(seeds->maximum());
        child<QSpinBox>(page, "rate.system1.steps")->setValue(100);
        QSignalSpy estimated(&work->preparation, &ImagePreparation::estimated);
        click(page, "rate.prepare");
        QTRY_VERIFY(work->preparation.isBusy());
        show(false);
        auto* confirm = child<QPushButton>(page, "rate.confirm");
        auto* preparing = child<QLabel>(page, "rate.preparing");
        QTRY_COMPARE_WITH_TIMEOUT(estimated.size(), 1, 120'000);
        QVERIFY(!confirm->isVisible());
        QVERIFY2(preparing->text().contains("are there"), qPrintable(preparing->text()));
        show(true);
        QVERIFY(confirm->isVisible());
        QVERIFY2(preparing->text().contains("will take about"), qPrintable(preparing->text()));
        show(false);
        QVERIFY(!confirm->isVisible());
        work->preparation.stop();
    }
    void whatIsTypedIsKeptWhenSomethingElseIsShown()
    {
        Studio studio(m_dir.filePath("edits"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        auto* list = child<QTreeWidget>(page, "rate.comparisons");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        const QString first = page.current();
        click(page, "rate.new");
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        const QString second = page.current();
        auto* question = child<QLineEdit>(page, "rate.question");
        auto* seeds = child<QSpinBox>(page, "rate.seeds");
        const QString asked = question->text();
        const auto type = [&](const QString& sentence, const QString& number) {
            question->setFocus();
            question->selectAll();
            QTest::keyClicks(question, sentence);
            seeds->setFocus();
            seeds->selectAll();
            QTest::keyClicks(seeds, number);
        };
        type("Which is sharper?", "7");
        studio.select(first);
        QCOMPARE(question->text(), asked);
        const ComparisonDefinition saved = studio.load(second).comparison.definition;
        QCOMPARE(saved.question, std::string("Which is sharper?"));
        QCOMPARE(saved.seeds.size(), std::size_t(7));
        QCOMPARE(studio.load(first).comparison.definition.question, asked.toStdString());
        studio.select(second);
        QCOMPARE(question->text(), QString("Which is sharper?"));
        QCOMPARE(seeds->value(), 7);
        // Another project.
        type("Which is rounder?", "9");
        QDir().mkpath(m_dir.filePath("other"));
        for (const char* project : {"other", "edits"}) {
            page.setProject(m_dir.filePath(project));
            QTRY_COMPARE(page.store().state(), RatingStore::State::Ready);
        }
        const ComparisonDefinition kept = studio.load(second).comparison.definition;
        QCOMPARE(kept.question, std::string("Which is rounder?"));
        QCOMPARE(kept.seeds.size(), std::size_t(9));
    }
    void everyDraftHasACommonBlock()
    {
        Studio studio(m_dir.filePath("common"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        QTRY_VERIFY(child<QSpinBox>(page, "rate.seeds")->isVisible());
        const auto saved = [&] { return studio.load(page.current()).comparison.definition; };
        const ComparisonDefinition fresh = saved();
        QCOMPARE(fresh.seeds.size(), std::size_t(300));
        QCOMPARE(fresh.commonSeeds, std::vector<std::int64_t>(fresh.seeds.begin(), fresh.seeds.begin() + 30));
        // It follows the seeds until somebody chooses another number.
        auto *seeds = child<QSpinBox>(page, "rate.seeds"), *common = child<QSpinBox>(page, "rate.common");
        seeds->setValue(120);
        QCOMPARE(common->value(), 12);
        common->setValue(20);
        seeds->setValue(200);
        QCOMPARE(common->value(), 20);
        QTRY_COMPARE(saved().commonSeeds.size(), std::size_t(20));
        QCOMPARE(ComparisonForm::newDraft("quick", {}, {}, 40).definition.commonSeeds.size(), std::size_t(4));
    }
    void everyEditIsAStepAtOnceAndWhatIsInvalidIsNotSaved()
    {
        Studio studio(m_dir.filePath("steps"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        auto *length = child<QSpinBox>(page, "rate.sessionLength"), *checks = child<QSpinBox>(page, "rate.checks");
        QTRY_VERIFY(length->isVisible());
        auto* name = child<QLineEdit>(page, "rate.name");
        auto* prepare = child<QPushButton>(page, "rate.prepare");
        const QString id = page.current(), called = name->text();
        const int pairs = length->value(), hidden = checks->value();
        // Two fields right after one another, then a name letter by letter, then none.
        length->setValue(pairs + 1);
        length->setValue(pairs + 2);
        checks->setValue(hidden + 1);
        QCOMPARE(page.undoStack()->count(), 2);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, "Rounder");
        QCOMPARE(page.undoStack()->count(), 3);
        QTRY_COMPARE(studio.load(id).comparison.name, QString("Rounder"));
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QCOMPARE(page.undoStack()->count(), 4);
        QTRY_VERIFY(!prepare->isEnabled());
        QCOMPARE(studio.load(id).comparison.name, QString("Rounder"));
        page.undoStack()->undo();
        QCOMPARE(name->text(), QString("Rounder"));
        QTRY_VERIFY(prepare->isEnabled());
        page.undoStack()->undo();
        QCOMPARE(name->text(), called);
        page.undoStack()->undo();
        QCOMPARE(checks->value(), hidden);
        QCOMPARE(length->value(), pairs + 2);
        page.undoStack()->undo();
        QCOMPARE(length->value(), pairs);
        QVERIFY(!page.undoStack()->canUndo());
        QTRY_COMPARE(studio.load(id).comparison.definition.sessionLength, pairs);
        QCOMPARE(studio.load(id).comparison.name, called);
        // An invalid step that is brought back is shown, not saved.
        while (page.undoStack()->canRedo())
            page.undoStack()->redo();
        QVERIFY(name->text().isEmpty() && !prepare->isEnabled());
        QTRY_COMPARE(studio.load(id).comparison.name, QString("Rounder"));
    }
    void anEditThatChangesNothingAtFirstIsAStepOfItsOwn()
    {
        Studio studio(m_dir.filePath("own-step"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        auto* checks = child<QSpinBox>(page, "rate.checks");
        QTRY_VERIFY(checks->isVisible());
        auto* name = child<QLineEdit>(page, "rate.name");
        const QString id = page.current(), called = name->text();
        const int hidden = checks->value();
        checks->setValue(hidden + 1);
        QTRY_COMPARE(studio.load(id).comparison.definition.checksPerSession, hidden + 1);
        name->setFocus();
        name->end(false);
        QTest::keyClicks(name, " x");
        QCOMPARE(page.undoStack()->count(), 2);
        page.undoStack()->undo();
        QCOMPARE(name->text(), called);
        QCOMPARE(checks->value(), hidden + 1);
    }
    void anEditOfTheSystemsIsTakenBackWithItsImages()
    {
        const QString project = m_dir.filePath("taken-back");
        QDir().mkpath(project);
        {
            RatingDatabase database(project + "/ratings.sqlite");
            const ComparisonRecord draft = draftOf("a", 2, 4, 2);
            database.saveDraft(draft);
            addImages(database, draft);
        }
        Studio studio(project);
        RatePage& page = studio.page;
        auto *lock = child<QPushButton>(page, "rate.lock"), *prepare = child<QPushButton>(page, "rate.prepare");
        QTRY_VERIFY(lock->isVisible());
        const auto steps = [&] { return child<QSpinBox>(page, "rate.system0.steps"); };
        // The wheel scrolls the page as long as nobody clicked on the field.
        QVERIFY(!steps()->hasFocus());
        const auto turn = [&] {
            QWheelEvent wheel(QPointF(5, 5), steps()->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(steps(), &wheel);
        };
        turn();
        QCOMPARE(steps()->value(), 1);
        QVERIFY(!page.undoStack()->canUndo());
        page.activateWindow();
        steps()->setFocus();
        QTRY_VERIFY(steps()->hasFocus());
        turn();
        QCOMPARE(steps()->value(), 2);
        steps()->setValue(9);
        QTRY_VERIFY(prepare->isVisible());
        QVERIFY(!lock->isVisible());
        QCOMPARE(studio.load("a").comparison.plan.systems[0].steps, 9);
        const auto text = [&] { return child<QLabel>(page, "rate.preparing")->text(); };
        QVERIFY2(text().contains("other systems"), qPrintable(text()));
        page.undoStack()->undo();
        QCOMPARE(steps()->value(), 1);
        QTRY_VERIFY(lock->isVisible());
        QCOMPARE(studio.load("a").comparison.missingImages, 0);
        page.undoStack()->redo();
        QCOMPARE(steps()->value(), 9);
        QTRY_VERIFY(prepare->isVisible());
        page.undoStack()->undo();
        QTRY_VERIFY(lock->isVisible());
        QTest::mouseClick(lock, Qt::LeftButton);
        QTRY_VERIFY(child<QPushButton>(page, "rate.rate")->isVisible());
        QVERIFY(!page.undoStack()->canUndo() && !page.undoStack()->canRedo());  // a definition is fixed
    }
    void aRemovedDraftComesBack()
    {
        Studio studio(m_dir.filePath("second"));
        QTest::mouseClick(child<EmptyState>(studio.page, "rate.empty")->button(), Qt::LeftButton);
        auto* list = child<QTreeWidget>(studio.page, "rate.comparisons");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        click(studio.page, "rate.new");
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        click(studio.page, "rate.remove");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        click(studio.page, "rate.undoRemove");
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        // The last one too, although the page is empty without it.
        for (int left = 2; left > 0; --left) {
            click(studio.page, "rate.remove");
            QTRY_COMPARE(list->topLevelItemCount(), left - 1);
        }
        for (int back = 1; back <= 2; ++back) {  // one by one
            click(studio.page, "rate.undoRemove");
            QTRY_COMPARE(list->topLevelItemCount(), back);
        }
        QVERIFY(!child<QPushButton>(studio.page, "rate.undoRemove")->isVisible());
    }
    void aRemovedDraftComesBackOnAPageThatIsBuiltAnew()  // as in another language
    {
        RunSession runs;
        const auto work = std::make_shared<RatingWork>(runs);
        const QString project = m_dir.filePath("anew");
        QVERIFY(QDir().mkpath(project));
        {
            RatePage page(work);
            page.resize(1366, 768);
            page.show();
            page.setProject(project);
            QTRY_VERIFY(child<EmptyState>(page, "rate.empty")->isVisible());
            QTRY_COMPARE(work->store.state(), RatingStore::State::Ready);
            QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
            click(page, "rate.remove");
            QTRY_COMPARE(child<QTreeWidget>(page, "rate.comparisons")->topLevelItemCount(), 0);
        }
        RatePage page(work);
        page.resize(1366, 768);
        page.show();
        page.setProject(project);
        click(page, "rate.undoRemove");
        QTRY_COMPARE(child<QTreeWidget>(page, "rate.comparisons")->topLevelItemCount(), 1);
    }
    void aRemovedDraftComesBackAfterARestart()
    {
        const QString project = m_dir.filePath("restarted");
        {
            Studio studio(project);
            QTest::mouseClick(child<EmptyState>(studio.page, "rate.empty")->button(), Qt::LeftButton);
            QTRY_COMPARE(studio.list()->topLevelItemCount(), 1);
            click(studio.page, "rate.new");
            QTRY_COMPARE(studio.list()->topLevelItemCount(), 2);
            for (int left = 1; left >= 0; --left) {
                click(studio.page, "rate.remove");
                QTRY_COMPARE(studio.list()->topLevelItemCount(), left);
            }
        }
        Studio studio(project);
        const QStringList removed = studio.ask<QStringList>([](RatingDatabase& d) { return d.trashed(); });
        QCOMPARE(removed.size(), 2);
        click(studio.page, "rate.undoRemove");  // the one that was removed last
        QTRY_COMPARE(studio.list()->topLevelItemCount(), 1);
        QCOMPARE(studio.page.current(), removed[1]);
        click(studio.page, "rate.undoRemove");
        QTRY_COMPARE(studio.list()->topLevelItemCount(), 2);
        QTRY_VERIFY(!child<QPushButton>(studio.page, "rate.undoRemove")->isVisible());
    }
    void everySystemHasItsNumberWhateverWasLeftOut()
    {
        Studio studio(m_dir.filePath("numbers"));
        RatePage& page = studio.page;
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        QTRY_VERIFY(child<QSpinBox>(page, "rate.seeds")->isVisible());
        click(page, "rate.addSystem");
        QTest::mouseClick(child<QToolButton>(page, "rate.system0.remove"), Qt::LeftButton);
        click(page, "rate.addSystem");
        const auto names = [&] { return page.findChildren<QLineEdit*>(QRegularExpression("^rate\\.system\\d+\\.name$")); };
        QTRY_COMPARE(names().size(), 3);  // those of the one that was left out are gone
        std::set<QString> numbers;
        for (const QLineEdit* name : names())
            numbers.insert(name->accessibleName());
        QVERIFY(numbers == (std::set<QString>{"Name of system 1", "Name of system 2", "Name of system 3"}));
    }
    void selectedRunsBecomeADraft()
    {
        const QString project = m_dir.filePath("runs");
        QStringList runs;
        for (const char* model : {"sprites-v", "sprites-eps", "sprites-v"})
            runs.append(QString::fromStdString(importModel(resourceFolder() / "models" / model, project.toStdString(), "one").string()));
        Studio studio(project);
        studio.page.rateRuns(runs.mid(0, 2));
        QTRY_VERIFY_WITH_TIMEOUT(!studio.page.current().isEmpty(), 30'000);
        const QString pair = studio.page.current();
        const ComparisonRecord two = studio.load(pair).comparison;
        QVERIFY(two.definition.kind == ComparisonKind::Confirmatory);
        QCOMPARE(two.plan.systems.size(), std::size_t(2));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(QString::fromStdString(two.plan.systems[std::size_t(i)].model), runs[i]);
            QCOMPARE(two.plan.systems[std::size_t(i)].steps, 50);
        }
        // Runs of the same name are told apart.
        QVERIFY(two.definition.systems[0].name != two.definition.systems[1].name);
        QVERIFY(!hasErrors(validate(two.definition)));
        studio.page.rateRuns(runs);
        QTRY_VERIFY_WITH_TIMEOUT(studio.page.current() != pair, 30'000);
        const ComparisonRecord three = studio.load(studio.page.current()).comparison;
        QVERIFY(three.definition.kind == ComparisonKind::Exploratory);
        QCOMPARE(three.plan.systems.size(), std::size_t(3));
        studio.page.rateRuns(QStringList(13, runs[0]));
        QVERIFY2(studio.problem.contains("12"), qPrintable(studio.problem));
        studio.page.rateRuns({runs[0], project + "/runs/gone"});
        QTRY_VERIFY2(studio.problem.contains("gone"), qPrintable(studio.problem));
    }
    void theCheckpointsOfARunBecomeADraft()
    {
        namespace fs = std::filesystem;
        const QString project = m_dir.filePath("checkpoints");
        const fs::path run = importModel(resourceFolder() / "models/sprites-v", project.toStdString(), "teacher"), first = run / "checkpoints/000000000";
        Studio studio(project);
        QString problem;
        connect(&studio.page, &RatePage::problem, this, [&](const QString& p) { problem = p; });
        studio.page.rateCheckpoints(QString::fromStdString(run.string()));
        QTRY_VERIFY2(problem.contains("fewer than two"), qPrintable(problem));
        for (int images = 100; images <= 1000; images += 100)
            fs::copy(first, run / "checkpoints" / QString("%1").arg(images, 9, 10, QChar('0')).toStdString(), fs::copy_options::recursive);
        studio.page.rateCheckpoints(QString::fromStdString(run.string()));
        QTRY_VERIFY_WITH_TIMEOUT(!studio.page.current().isEmpty(), 30'000);
        const ComparisonRecord draft = studio.load(studio.page.current()).comparison;
        QVERIFY(draft.state == ComparisonState::Draft);
        QVERIFY(draft.definition.kind == ComparisonKind::Exploratory);
        QCOMPARE(draft.plan.systems.size(), std::size_t(6));
        for (int i = 0; i < 6; ++i) {
            const PlannedSystem& system = draft.plan.systems[std::size_t(i)];
            QCOMPARE(QString::fromStdString(fs::path(system.model).filename().string()).toInt(), 200 * i);  // evenly, the last one too
            QCOMPARE(system.steps, 50);
            QCOMPARE(child<QLineEdit>(studio.page, qPrintable(QString("rate.system%1.name").arg(i)))->text(), QLocale().toString(200 * i) + " images");
        }
    }
};

QTEST_MAIN(RateDraftsTest)
#include "ratedrafts_test.moc"
