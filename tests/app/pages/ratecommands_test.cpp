#include "app/rating/packreader.h"
#include "app/session/background.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "tests/app/pages/ratestage.h"

#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>

#include <set>

using namespace potstill;

namespace {

/// What somebody who rated a pack sends back.
void writeAnswers(const QString& pack, const QString& rater, int votes, const QString& file)
{
    const OpenPack open = openPack(pack);
    PackVotes answers{open.identity.id, open.identity.sha256, rater, {}};
    for (int i = 0; i < votes; ++i)
        answers.votes.push_back({i, Answer::Left, 900, 1'700'000'000'000 + i});
    writeFileAtomically(file.toStdString(), toJson(answers).dump());
}

}  // namespace

class RateCommandsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    QString textFile(const char* name, int rows, const QString& second) const
    {
        std::string csv = "caption,text_0,text_1,model_0,model_1\n";
        for (int i = 0; i < rows; ++i)
            csv += "a sum," + std::to_string(i) + "+1=," + second.toStdString() + std::to_string(i) + ",student,teacher\n";
        const QString file = m_dir.filePath(QString(name) + ".csv");
        writeFileAtomically(file.toStdString(), csv);
        return file;
    }
    static QString status(RateStage& stage) { return child<QLabel>(stage.page, "rate.status")->text(); }

private Q_SLOTS:
    void initTestCase() { qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void aPackIsListedAndCanBeWithdrawn()
    {
        RateStage stage(ratedProject(m_dir, "packs"));
        auto* packs = child<QTreeWidget>(stage.page, "rate.packs");
        QTRY_COMPARE(stage.page.current(), QString("a"));
        QVERIFY(!packs->isVisible());
        stage.saved = m_dir.filePath("given.zip");
        click(stage.page, "rate.pack");
        QTRY_COMPARE(packs->topLevelItemCount(), 1);
        QVERIFY(packs->isVisible());
        const auto cell = [&](int column) { return packs->topLevelItem(0)->text(column); };
        QCOMPARE(cell(1), QString("6"));
        QCOMPARE(cell(2), QString("0"));
        QCOMPARE(cell(3), QString("given out"));
        QCOMPARE(cell(4), stage.saved);
        // Withdrawn: its answers are refused, and say why.
        auto* withdraw = child<QPushButton>(stage.page, "rate.withdraw");
        QCOMPARE(withdraw->text(), QString("Withdraw"));
        click(stage.page, "rate.withdraw");
        QTRY_COMPARE(cell(3), QString("withdrawn"));
        stage.opened = m_dir.filePath("answers.json");
        writeAnswers(stage.saved, "Grace", 5, stage.opened);
        click(stage.page, "rate.import");
        QTRY_VERIFY2(stage.problem.contains("withdrawn"), qPrintable(stage.problem));
        QCOMPARE(stage.load("a").votes.size(), std::size_t(0));
        // Brought back: they are taken, and counted in the list.
        QCOMPARE(withdraw->text(), QString("Bring back"));
        click(stage.page, "rate.withdraw");
        QTRY_COMPARE(cell(3), QString("given out"));
        click(stage.page, "rate.import");
        QTRY_COMPARE(cell(3), QString("answered by Grace"));
        QCOMPARE(cell(2), QString("5"));
        QVERIFY2(status(stage).contains("5 added"), qPrintable(status(stage)));
        QCOMPARE(stage.load("a").votes.size(), std::size_t(5));
        click(stage.page, "rate.import");
        QTRY_VERIFY2(status(stage).contains("imported before"), qPrintable(status(stage)));
    }
    void thePairsOfAWithdrawnPackGoToOthers()
    {
        const QString project = ratedProject(m_dir, "freed", {}, 12, 6);
        RateStage stage(project);
        QTRY_COMPARE(stage.page.current(), QString("a"));
        stage.saved = m_dir.filePath("freed.zip");
        click(stage.page, "rate.pack");
        QTRY_COMPARE(child<QTreeWidget>(stage.page, "rate.packs")->topLevelItemCount(), 1);
        click(stage.page, "rate.withdraw");
        QTRY_COMPARE(child<QPushButton>(stage.page, "rate.withdraw")->text(), QString("Bring back"));
        std::set<std::int64_t> seeds;
        for (const char* rater : {"Ada", "Bo"})
            for (const ShownPair& p : stage.ask<SessionRecord>([rater](RatingDatabase& d) { return d.startSession("a", d.rater(rater).id); }).pairs)
                QVERIFY(seeds.insert(p.left.seed).second);  // nobody need judge what another one judges
        QCOMPARE(seeds.size(), std::size_t(12));
    }
    void aPackThatCannotBeWrittenTakesNoPairs()
    {
        RateStage stage(ratedProject(m_dir, "unwritten"));
        QTRY_COMPARE(stage.page.current(), QString("a"));
        stage.saved = m_dir.filePath("unwritten");  // the folder of the project: there are other files in it
        click(stage.page, "rate.pack");
        QTRY_VERIFY2(stage.problem.contains("other files"), qPrintable(stage.problem));
        QCOMPARE(stage.ask<int>([](RatingDatabase& d) { return d.sqlite().value("SELECT COUNT(*) FROM sessions WHERE ended_ms IS NULL").toInt(); }), 0);
        QVERIFY(stage.ask<std::vector<PackRecord>>([](RatingDatabase& d) { return d.packs("a"); }).empty());
    }
    void votesAreExportedAndImported()
    {
        RateStage stage(ratedProject(m_dir, "exported", {"Ada", "Bo", "Cem"}));
        QTRY_COMPARE(stage.page.current(), QString("a"));
        stage.saved = m_dir.filePath("votes.csv");
        click(stage.page, "rate.export");
        QTRY_VERIFY2(status(stage).contains(stage.saved + ": 3."), qPrintable(status(stage)));
        RateStage other(m_dir.filePath("imported"));
        other.opened = stage.saved;
        click(other.page, "rate.import");
        QTRY_COMPARE(other.list()->topLevelItemCount(), 1);
        QCOMPARE(other.list()->topLevelItem(0)->text(1), QString("closed"));
        QCOMPARE(other.load(other.page.current()).votes.size(), std::size_t(3));
        QVERIFY(!child<QPushButton>(other.page, "rate.clone")->isVisible());  // there is nothing to show of them
        click(other.page, "rate.import");
        QTRY_VERIFY2(status(other).contains("imported before"), qPrintable(status(other)));
        QCOMPARE(other.list()->topLevelItemCount(), 1);
        // A file that is none.
        other.opened = m_dir.filePath("none.csv");
        writeFileAtomically(other.opened.toStdString(), "what,is\nthis,file\n");
        click(other.page, "rate.import");
        QTRY_VERIFY2(other.problem.contains("none.csv"), qPrintable(other.problem));
    }
    void aLockedComparisonIsClonedWithSeedsOfItsOwn()
    {
        RateStage stage(ratedProject(m_dir, "cloned"));
        QTRY_COMPARE(stage.page.current(), QString("a"));
        stage.page.refresh();  // what this brings knows nothing of the clone
        click(stage.page, "rate.clone");
        QTRY_COMPARE(stage.list()->topLevelItemCount(), 2);
        QVERIFY(stage.page.current() != "a");
        const ComparisonRecord clone = stage.load(stage.page.current()).comparison, original = stage.load("a").comparison;
        QVERIFY(clone.state == ComparisonState::Draft);
        QCOMPARE(clone.plan.systems, original.plan.systems);
        QCOMPARE(clone.definition.seeds.size(), original.definition.seeds.size());
        QVERIFY(clone.definition.seeds != original.definition.seeds);
    }
    void aFinishedComparisonTakesNoMoreVotes()
    {
        RateStage stage(ratedProject(m_dir, "finished"));
        QTRY_COMPARE(stage.page.current(), QString("a"));
        click(stage.page, "rate.close");
        QTRY_COMPARE(stage.list()->topLevelItem(0)->text(1), QString("closed"));
        QVERIFY(!child<QPushButton>(stage.page, "rate.rate")->isVisible());
        QVERIFY(!child<QPushButton>(stage.page, "rate.pack")->isVisible());
    }
    void theNextRaterGivesTheirOwnName()
    {
        RateStage stage(ratedProject(m_dir, "next"));
        auto* rater = child<QComboBox>(stage.page, "rate.rater");
        click(stage.page, "rate.rate");
        stage.press({Qt::Key_Left, Qt::Key_Escape});
        QTRY_VERIFY(!stage.page.votingView().isVisible());
        stage.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.page));
        click(stage.page, "rate.nextRater");
        QVERIFY(rater->currentText().isEmpty());
        QVERIFY(stage.page.focusWidget() == rater || stage.page.focusWidget() == rater->lineEdit());
        QTest::keyClicks(rater, "Bo");
        QCOMPARE(stage.page.raterName(), QString("Bo"));
        click(stage.page, "rate.rate");
        stage.press({Qt::Key_Right, Qt::Key_Escape});
        QTRY_COMPARE(stage.load("a").raters, (std::vector<std::string>{"Ada", "Bo"}));
    }
    void textsStayADraftUntilTheyAreLockedAndCanBeCloned()
    {
        RateStage stage(m_dir.filePath("texts"));
        stage.opened = textFile("sums", 8, QString("long ").repeated(2000));
        click(stage.page, "rate.import");
        QTRY_COMPARE(stage.list()->topLevelItemCount(), 1);
        const QString id = stage.page.current();
        QCOMPARE(stage.list()->topLevelItem(0)->text(1), QString("draft"));
        QTRY_VERIFY(child<QLineEdit>(stage.page, "rate.system0.name")->isVisible());
        QVERIFY(!child<QSpinBox>(stage.page, "rate.system0.steps")->isVisible());
        QVERIFY(!child<QSpinBox>(stage.page, "rate.seeds")->isEnabled());  // a pair of texts each
        QVERIFY(!child<QPushButton>(stage.page, "rate.prepare")->isVisible());
        auto* question = child<QLineEdit>(stage.page, "rate.question");
        question->setFocus();
        question->selectAll();
        QTest::keyClicks(question, "Which sum is right?");
        click(stage.page, "rate.lock");
        QTRY_COMPARE(stage.list()->topLevelItem(0)->text(1), QString("locked"));
        const ComparisonRecord locked = stage.load(id).comparison;
        QCOMPARE(locked.definition.question, std::string("Which sum is right?"));
        QCOMPARE(locked.definition.systems[0].key, std::string("student"));
        QCOMPARE(locked.definition.seeds.size(), std::size_t(8));
        click(stage.page, "rate.rate");
        QTRY_VERIFY(stage.page.votingView().isArmed());
        QVERIFY(stage.page.votingView().scrollRange() > 0);
        stage.press({Qt::Key_PageDown, Qt::Key_Left});
        QTest::keyClick(&stage.page.votingView(), Qt::Key_Escape);
        QTRY_COMPARE(stage.load(id).votes.size(), std::size_t(1));
        // A clone has the same texts under seeds of its own.
        click(stage.page, "rate.clone");
        QTRY_COMPARE(stage.list()->topLevelItemCount(), 2);
        const QString clone = stage.page.current();
        QVERIFY(clone != id && stage.load(clone).comparison.state == ComparisonState::Draft);
        const auto texts = [&](const QString& comparison) {
            std::multiset<QString> out;
            for (const ImageRecord& i : stage.ask<std::vector<ImageRecord>>([comparison](RatingDatabase& d) { return d.images(comparison); }))
                out.insert(QString::number(i.system) + i.text);
            return out;
        };
        QCOMPARE(texts(clone).size(), std::size_t(16));
        QVERIFY(texts(clone) == texts(id));
        click(stage.page, "rate.lock");
        click(stage.page, "rate.rate");
        stage.press({Qt::Key_Left, Qt::Key_Escape});
        QTRY_COMPARE(stage.load(clone).votes.size(), std::size_t(1));
    }
    void ratersAreRenamedMergedAndTakenApart()
    {
        RateStage stage(ratedProject(m_dir, "raters", {"Ada", "ada l", "Bo"}));
        RatePage& page = stage.page;
        QTRY_COMPARE(page.current(), QString("a"));
        auto* raters = child<QTreeWidget>(page, "rate.raters");
        QVERIFY(!raters->isVisible());
        click(page, "rate.manageRaters");
        QVERIFY(raters->isVisible());
        QCOMPARE(raters->topLevelItemCount(), 3);
        const auto people = [&] { return stage.load("a").raters; };
        raters->setCurrentItem(raters->topLevelItem(1));
        auto* into = child<QComboBox>(page, "rate.mergeInto");
        into->setCurrentIndex(into->findText("Ada"));
        click(page, "rate.mergeRater");
        QTRY_COMPARE(raters->topLevelItemCount(), 2);
        QCOMPARE(raters->topLevelItem(0)->child(0)->text(0), QString("ada l"));
        QCOMPARE(people(), (std::vector<std::string>{"Ada", "Bo"}));
        // Whoever types the merged name is that rater.
        auto* rater = child<QComboBox>(page, "rate.rater");
        rater->setCurrentText("ada l");
        page.refresh();
        QTRY_COMPARE(rater->currentText(), QString("Ada"));
        click(page, "rate.undoRater");
        QTRY_COMPARE(raters->topLevelItemCount(), 3);
        QCOMPARE(people().size(), std::size_t(3));
        QVERIFY(!child<QPushButton>(page, "rate.undoRater")->isEnabled());
        // A new name.
        raters->setCurrentItem(raters->topLevelItem(2));
        auto* name = child<QLineEdit>(page, "rate.raterName");
        QCOMPARE(name->text(), QString("Bo"));
        name->setText("Bo B.");
        click(page, "rate.renameRater");
        QTRY_COMPARE(raters->topLevelItem(2)->text(0), QString("Bo B."));
        QCOMPARE(people().back(), std::string("Bo B."));
        name->setText("Ada");
        click(page, "rate.renameRater");
        QTRY_VERIFY2(stage.problem.contains("merge"), qPrintable(stage.problem));
        QCOMPARE(people().back(), std::string("Bo B."));
        // What was refused is not what is undone.
        click(page, "rate.undoRater");
        QTRY_COMPARE(raters->topLevelItem(2)->text(0), QString("Bo"));
        QVERIFY(!child<QPushButton>(page, "rate.undoRater")->isEnabled());
    }
    void theFindingFollowsWhoSomebodyIs()
    {
        const QString project = m_dir.filePath("counted");
        QDir().mkpath(project);
        {
            RatingDatabase database(project + "/ratings.sqlite");
            ComparisonRecord draft = draftOf("a", 2, 40, 6);
            draft.definition.countedRaters = {"Ada"};
            lockWithImages(database, draft, project + "/comparisons/a");
            // Who does not count is shown what somebody who does was shown.
            const SessionRecord ada = database.startSession("a", database.rater("Ada").id), other = database.startSession("a", database.rater("ada l").id);
            database.addVote(other.pairs[0].id, Answer::Left, 900, 1);
            for (const SessionRecord* s : {&ada, &other})
                database.endSession(s->id);
        }
        RateStage stage(project);
        auto* finding = child<QLabel>(stage.page, "rate.finding");
        QTRY_VERIFY2(finding->text().contains("no votes that count"), qPrintable(finding->text()));
        click(stage.page, "rate.manageRaters");
        auto* raters = child<QTreeWidget>(stage.page, "rate.raters");
        QTRY_COMPARE(raters->topLevelItemCount(), 2);
        raters->setCurrentItem(raters->topLevelItem(1));
        click(stage.page, "rate.mergeRater");
        QTRY_VERIFY2(finding->text().contains("1 untied vote"), qPrintable(finding->text()));
    }
};

QTEST_MAIN(RateCommandsTest)
#include "ratecommands_test.moc"
