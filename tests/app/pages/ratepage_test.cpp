#include "app/rating/ratingfiles.h"
#include "app/session/background.h"
#include "engine/core/resources.h"
#include "engine/io/diskuse.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "tests/app/pages/ratestage.h"
#include "widgets/emptystate.h"

#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

#include <filesystem>

using namespace potstill;

using Studio = RateStage;

class RatePageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_comparison;

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void aDraftIsPreparedLockedAndRated()
    {
        Studio studio(m_dir.filePath("first"));
        RatePage& page = studio.page;
        QTRY_VERIFY(child<EmptyState>(page, "rate.empty")->isVisible());
        QTest::mouseClick(child<EmptyState>(page, "rate.empty")->button(), Qt::LeftButton);
        auto* list = child<QTreeWidget>(page, "rate.comparisons");
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(1), QString("draft"));
        m_comparison = page.current();
        QVERIFY2(page.minimumSizeHint().width() <= 1366 - 320 && page.minimumSizeHint().height() <= 600,
                 qPrintable(QString::number(page.minimumSizeHint().width())));  // fits a small screen beside the runs
        auto* forecast = child<QLabel>(page, "rate.forecast");
        QTRY_VERIFY_WITH_TIMEOUT(forecast->text().contains("60 %"), 60'000);  // how many votes it is likely to take
        child<QSpinBox>(page, "rate.seeds")->setValue(12);
        child<QSpinBox>(page, "rate.sessionLength")->setValue(6);
        child<QSpinBox>(page, "rate.checks")->setValue(1);
        child<QSpinBox>(page, "rate.system0.steps")->setValue(1);
        child<QSpinBox>(page, "rate.system1.steps")->setValue(2);
        auto* preparing = child<QLabel>(page, "rate.preparing");
        QTRY_COMPARE(preparing->text(), QString("0 of 40 images are there."));  // 2 systems, 12 seeds, 4 checks plain and spoilt
        for (QWidget* w : page.findChildren<QWidget*>()) {
            const auto* b = qobject_cast<QAbstractButton*>(w);
            const bool isControl = b || qobject_cast<QAbstractSpinBox*>(w) || qobject_cast<QComboBox*>(w);
            if (isControl && w->isVisible() && w->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!w->objectName().isEmpty() && (!w->accessibleName().isEmpty() || (b && !b->text().isEmpty())), qPrintable(w->objectName()));
        }
        click(page, "rate.prepare");
        click(page, "rate.lock");
        click(page, "rate.rate");
        studio.answer(7);  // six pairs and a check
        QVERIFY(page.votingView().isDone());
        QTRY_VERIFY(page.votingView().isArmed());
        // Results stay closed until the session ends.
        auto* finding = child<QLabel>(page, "rate.finding");
        QTRY_VERIFY2(finding->text().contains("closed until"), qPrintable(finding->text()));
        QTest::keyClick(&page.votingView(), Qt::Key_Return);
        QTRY_VERIFY(!page.votingView().isVisible());
        QTRY_COMPARE(list->topLevelItem(0)->text(2), QString("6"));
        QTRY_VERIFY2(!finding->text().isEmpty() && !finding->text().contains("closed until"), qPrintable(finding->text()));

        const ComparisonData data = studio.load(m_comparison);
        QCOMPARE(data.votes.size(), std::size_t(7));
        QCOMPARE(data.raters, std::vector<std::string>{"Ada"});
        QCOMPARE(data.comparison.hash.toStdString(), comparisonHash(data.comparison.definition));
        const Json key = Json::parse(data.comparison.definition.systems[0].key);
        QCOMPARE(key["weights_sha256"].get<std::string>().size(), std::size_t(64));
        QCOMPARE(key["times"].size(), std::size_t(1));
        for (const RatedVote& v : data.votes)
            QVERIFY(v.responseMs > 0);
        const auto images = studio.ask<std::vector<ImageRecord>>([this](RatingDatabase& d) { return d.images(m_comparison); });
        QCOMPARE(images.size(), std::size_t(40));
        for (const ImageRecord& i : images)
            QVERIFY2(!verifiedImage(page.store().imageFolder(m_comparison), i).isEmpty(), qPrintable(i.file));
    }
    void aSessionIsLeftAndGoneOnWithInAnotherStudio()
    {
        {
            Studio studio(m_dir.filePath("first"));
            QTRY_COMPARE(studio.page.current(), m_comparison);
            click(studio.page, "rate.rate");
            studio.answer(2);
            QTRY_VERIFY(studio.page.votingView().isArmed());
            QTest::keyClick(&studio.page.votingView(), Qt::Key_Z, Qt::ControlModifier);
            QTest::keyClick(&studio.page.votingView(), Qt::Key_Escape);
            QTRY_VERIFY(!studio.page.votingView().isVisible());
        }
        Studio studio(m_dir.filePath("first"));
        QTRY_COMPARE(studio.load(m_comparison).votes.size(), std::size_t(8));
        auto* rate = child<QPushButton>(studio.page, "rate.rate");
        QTRY_COMPARE(rate->text(), QString("Go on rating"));
        click(studio.page, "rate.rate");
        QTRY_VERIFY(studio.page.votingView().isVisible());
        QCOMPARE(studio.page.votingView().currentIndex(), 1);
        QTest::keyClick(&studio.page.votingView(), Qt::Key_Escape);
    }
    void whoeverSatThereSitsThereAfterARestart()
    {
        const QString project = ratedProject(m_dir, "seat", {"Ada", "Bo"});
        {
            Studio studio(project);
            auto* rater = child<QComboBox>(studio.page, "rate.rater");
            Q_EMIT rater->lineEdit()->editingFinished();
        }
        const auto found = [](const QString& folder) {
            RunSession runs;
            RatePage page(runs);
            page.setProject(folder);
            return QTest::qWaitFor([&] { return !page.raterName().isEmpty(); }, 30'000) ? page.raterName() : QString();
        };
        QCOMPARE(found(project), QString("Ada"));  // not the newest profile
        QCOMPARE(found(ratedProject(m_dir, "other-seat", {"Ada", "Bo"})), QString("Bo"));
    }
    void theListShowsItsColumnsWhole()
    {
        RateStage stage(ratedProject(m_dir, "columns"));
        stage.page.resize(1000, 700);
        QTRY_COMPARE(stage.list()->topLevelItemCount(), 1);
        stage.ask<bool>([](RatingDatabase&) { return true; });  // no further reading of the list is on its way
        // As long as in German.
        QTreeWidgetItem* item = stage.list()->topLevelItem(0);
        item->setText(0, "Neuer Vergleich");
        item->setText(1, "entschieden");
        const QAbstractItemView* view = stage.list();
        QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
        for (int column = 0; column < 3; ++column)
            QTRY_VERIFY2(stage.list()->columnWidth(column) >= view->sizeHintForColumn(column), qPrintable(item->text(column)));
    }
    void aSecondStudioMayTakeTheSessionOver()
    {
        Studio first(m_dir.filePath("first")), second(m_dir.filePath("first"));
        click(first.page, "rate.rate");
        QTRY_VERIFY(first.page.votingView().isArmed());
        const int at = first.page.votingView().currentIndex();
        click(second.page, "rate.rate");
        auto* takeOver = child<QPushButton>(second.page, "rate.takeOver");
        QTRY_VERIFY(takeOver->isVisible());
        QVERIFY(!second.page.votingView().isVisible());
        const QString status = child<QLabel>(second.page, "rate.status")->text();
        QVERIFY2(status.contains("Ada") && status.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(status));
        // It is an offer to this rater alone.
        auto* rater = child<QComboBox>(second.page, "rate.rater");
        rater->setCurrentText("Bo");
        QVERIFY(!takeOver->isVisible());
        rater->setCurrentText("Ada");
        click(second.page, "rate.rate");
        QTRY_VERIFY(takeOver->isVisible());
        QTest::mouseClick(takeOver, Qt::LeftButton);
        QTRY_VERIFY(second.page.votingView().isArmed());
        QVERIFY(!takeOver->isVisible());
        QCOMPARE(second.page.votingView().currentIndex(), at);
        // The first one is told at its next answer, which is not stored.
        const auto votes = [&] { return second.ask<int>([](RatingDatabase& d) { return d.sqlite().value("SELECT COUNT(*) FROM votes").toInt(); }); };
        const int before = votes();
        QString problem;
        connect(&first.page, &RatePage::problem, this, [&](const QString& p) { problem = p; });
        QTest::keyClick(&first.page.votingView(), Qt::Key_Left);
        QTRY_VERIFY(!first.page.votingView().isVisible());
        QVERIFY2(problem.contains("taken over"), qPrintable(problem));
        QCOMPARE(votes(), before);
        QTest::keyClick(&second.page.votingView(), Qt::Key_Escape);
        QTRY_VERIFY(!second.page.votingView().isVisible());
    }
    void aSecondSessionDoesNotBeginWhileOneIsOpened()
    {
        const QString project = m_dir.filePath("two");
        QVERIFY(QDir().mkpath(project));
        {
            RatingDatabase database(project + "/ratings.sqlite");
            for (const char* id : {"a", "b"})
                lockWithImages(database, draftOf(id, 2, 20, 4), project + "/comparisons/" + id);
        }
        Studio studio(project);
        auto* list = child<QTreeWidget>(studio.page, "rate.comparisons");
        auto* rate = child<QPushButton>(studio.page, "rate.rate");
        QTRY_VERIFY(list->topLevelItemCount() == 2 && rate->isVisible() && rate->isEnabled());
        const QString first = studio.page.current();
        QTest::mouseClick(rate, Qt::LeftButton);
        list->setCurrentItem(list->topLevelItem(1));
        QTest::mouseClick(rate, Qt::LeftButton);
        studio.answer(1);
        QTest::keyClick(&studio.page.votingView(), Qt::Key_Escape);
        QTRY_VERIFY(!studio.page.votingView().isVisible());
        QCOMPARE(studio.load(first).votes.size(), std::size_t(1));
        const auto count = [&](const char* table) {
            return studio.ask<int>([table](RatingDatabase& d) { return d.sqlite().value(QString("SELECT COUNT(*) FROM ") + table).toInt(); });
        };
        QCOMPARE(count("sessions"), 1);
        QCOMPARE(count("session_leases"), 0);
    }
    void vanishedImagesAreNamed()
    {
        const QString folder = m_dir.filePath("first/comparisons/") + m_comparison;
        QVERIFY(QFile::rename(folder, folder + "-away"));
        Studio studio(m_dir.filePath("first"));
        QString problem;
        connect(&studio.page, &RatePage::problem, this, [&](const QString& p) { problem = p; });
        click(studio.page, "rate.rate");
        QTRY_VERIFY(!problem.isEmpty());
        QVERIFY2(problem.contains(".png") && problem.contains(m_comparison), qPrintable(problem));
        QVERIFY(!studio.page.votingView().isVisible());
        QVERIFY(QFile::rename(folder + "-away", folder));
    }
    void aDatabaseThatCannotBeUsedLeavesAChoice()
    {
        const QString project = m_dir.filePath("broken");
        QDir().mkpath(project);
        QFile file(project + "/ratings.sqlite");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        RunSession runs;
        RatePage page(runs);
        page.show();
        page.setProject(project);
        auto* refused = child<EmptyState>(page, "rate.refused");
        QTRY_VERIFY(refused->isVisible());
        QTest::mouseClick(refused->button(), Qt::LeftButton);
        QTRY_COMPARE(page.store().state(), RatingStore::State::Ready);
        QTRY_VERIFY(child<EmptyState>(page, "rate.empty")->isVisible());
        QCOMPARE(QDir(project).entryList({"ratings-aside-*"}).size(), 1);
    }
    void rate20PairsIsOneStepFromAStudent()
    {
        const QString project = m_dir.filePath("quick");
        Json document = presetByName("demo").document;
        for (const auto& [key, value] : std::vector<std::pair<std::string, Json>>{
                 {"images", 64}, {"batch", 16}, {"preview_every", 64}, {"preview_rows", 2}, {"preview_steps", 2}, {"stats_every", 32}, {"min_free_disk_gb", 0.001}})
            document["training"][key] = value;
        document["imagine_flash"]["teacher_steps"] = 2;
        document["threads"] = 1;
        Project::openOrCreate(project.toStdString());
        const auto job = TrainingJob::create(project.toStdString(), document, "student");
        RunControl control;
        RunObserver quiet;
        QVERIFY(job->run(control, quiet) == JobOutcome::Finished);
        // The newest checkpoint is damaged: the one before it takes its place, which is said.
        namespace fs = std::filesystem;
        const fs::path whole = checkpointsOf(job->runFolder()).back(), damaged = whole.parent_path() / "000000128";
        fs::copy(whole, damaged, fs::copy_options::recursive);
        fs::resize_file(damaged / "ema.safetensors", 100);
        Studio studio(project);
        QVERIFY(QTest::qWaitForWindowActive(&studio.page));
        QStringList problems;
        connect(&studio.page, &RatePage::problem, this, [&](const QString& p) { problems.append(p); });
        for (int i = 0; i < 2; ++i)  // a double click
            studio.page.startQuick(QString::fromStdString(job->runFolder().string()));
        QTRY_VERIFY(!problems.isEmpty());
        QVERIFY2(problems.first().contains("already"), qPrintable(problems.first()));
        studio.page.activateWindow();  // rated at once only under a person's eyes
        QVERIFY(QTest::qWaitForWindowActive(&studio.page));
        QTRY_VERIFY_WITH_TIMEOUT(studio.page.votingView().isVisible(), 300'000);
        QCOMPARE(studio.page.votingView().count(), 22);  // two of them check the rater
        studio.answer(22);
        QTRY_VERIFY(studio.page.votingView().isArmed());
        QTest::keyClick(&studio.page.votingView(), Qt::Key_Return);
        auto* finding = child<QLabel>(studio.page, "rate.finding");
        QTRY_VERIFY2(finding->text().contains("Student"), qPrintable(finding->text()));
        QCOMPARE(studio.load(studio.page.current()).comparison.votes, 20);
        QCOMPARE(child<QTreeWidget>(studio.page, "rate.comparisons")->topLevelItemCount(), 1);
        // Beside the comparison, until it is put away.
        QCOMPARE(problems.size(), 2);
        const auto* warnings = child<QLabel>(studio.page, "rate.warnings");
        QVERIFY(warnings->isVisible());
        QCOMPARE(warnings->text(), problems.last());
        QTest::mouseClick(child<QToolButton>(studio.page, "rate.closeWarnings"), Qt::LeftButton);
        QVERIFY(!warnings->isVisible());
    }
    void whatTheVotesDecideIsTold()
    {
        const QString project = ratedProject(m_dir, "decided", {}, 40, 40);
        {
            RatingDatabase database(project + "/ratings.sqlite");
            rateSession(database, "a", "Ada", 40, true);
        }
        RunSession runs;
        RatePage page(runs);
        QSet<QString> told;
        connect(&page, &RatePage::comparisonsRead, this, [&](const std::vector<ComparisonRecord>&, const QSet<QString>& decided) { told = decided; });
        page.setProject(project);
        QTRY_VERIFY(told.contains("a"));
        QCOMPARE(child<QTreeWidget>(page, "rate.comparisons")->topLevelItem(0)->text(1), QString("decided"));
    }
};

QTEST_MAIN(RatePageTest)
#include "ratepage_test.moc"
