#include "app/rating/ratingfiles.h"
#include "app/session/background.h"
#include "engine/io/jsonfile.h"
#include "tests/app/pages/ratestage.h"
#include "tests/app/rating/comparisons.h"

#include <QLabel>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using namespace potstill;

namespace {

/// The program of somebody who was given a pack; its project has no comparison of its own.
struct Elsewhere : RateStage {
    Elsewhere(const QString& project, const QString& rater, const QString& pack = {}) : RateStage(project, rater)
    {
        if (!pack.isEmpty())
            open(pack);
    }
    void open(const QString& path)
    {
        opened = path;
        problem.clear();
        QVERIFY(child<QPushButton>(page, "rate.openPack")->isEnabled());  // at once
        click(page, "rate.openPack");
        QTRY_VERIFY(page.votingView().isVisible() || !problem.isEmpty());
    }
};

}  // namespace

class PackRatingTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<RatingDatabase> m_home;  // of whoever gives the packs

    struct Made {
        qint64 session;
        QString id;
        /// How many answers are on disk.
        int kept() const { return QFile::exists(file()) ? int(readJsonFile(file().toStdString()).at("votes").size()) : 0; }
        QString file() const { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/packs/" + id + ".json"; }
    };
    /// A pack of six pairs of a comparison in the project `home`.
    Made makePack(const QString& name) const
    {
        const SessionRecord session = m_home->reserveSession("a");
        const PackIdentity pack = writePack(session, m_dir.filePath("home/images"), m_dir.filePath(name));
        m_home->addPack(pack.id, session.id, pack.sha256);
        return {session.id, pack.id};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        QVERIFY(QDir().mkpath(m_dir.filePath("home")));
        m_home = std::make_unique<RatingDatabase>(m_dir.filePath("home/ratings.sqlite"));
        lockWithImages(*m_home, draftOf("a", 2, 60, 6), m_dir.filePath("home/images"));
        QVERIFY(QDir().mkpath(m_dir.filePath("home/comparisons")) && QFile::link(m_dir.filePath("home/images"), m_dir.filePath("home/comparisons/a")));
    }
    void cleanup() { finishBackgroundWork(); }
    void cleanupTestCase() { m_home.reset(); }

    void aPackIsRatedInTheProgramAndItsAnswersComeHomeOnce()
    {
        const Made made = makePack("given.zip");
        Elsewhere elsewhere(m_dir.filePath("elsewhere"), "Grace H.", m_dir.filePath("given.zip"));
        elsewhere.saved = m_dir.filePath("answers.json");
        QVERIFY2(elsewhere.problem.isEmpty(), qPrintable(elsewhere.problem));
        VotingView& view = elsewhere.page.votingView();
        QCOMPARE(view.count(), 6);
        QCOMPARE(view.accessibleName(), QString::fromStdString(m_home->comparison("a").definition.question));
        elsewhere.press({Qt::Key_Left, Qt::Key_Right, Qt::Key_Left, Qt::Key_Backspace, Qt::Key_Space, Qt::Key_Escape});
        QTRY_VERIFY(!view.isVisible());
        QVERIFY(!QFile::exists(elsewhere.saved));
        // Gone on with, also by another window of the program.
        QTRY_COMPARE(made.kept(), 3);
        Elsewhere again(m_dir.filePath("elsewhere"), "Grace H.", m_dir.filePath("given.zip"));
        again.saved = elsewhere.saved;
        QCOMPARE(again.page.votingView().currentIndex(), 3);
        again.press({Qt::Key_Up, Qt::Key_1, Qt::Key_2, Qt::Key_Return});
        QTRY_VERIFY(child<QLabel>(again.page, "rate.status")->text().contains(again.saved));
        QVERIFY(!again.page.votingView().isVisible());

        const ImportResult result = importRatingFile(*m_home, again.saved);
        QVERIFY(result.kind == ImportResult::Kind::PackVotes);
        QCOMPARE(result.rater, QString("Grace H."));
        QCOMPARE(result.count, 6);
        const std::vector<Answer> expected = {Answer::Left, Answer::Right, Answer::Tie, Answer::BothBad, Answer::Left, Answer::Right};
        const SessionRecord merged = m_home->session(made.session);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(merged.pairs[i].answer == expected[i], qPrintable(QString::number(i)));
        QVERIFY(importRatingFile(*m_home, again.saved).kind == ImportResult::Kind::Known);
        QCOMPARE(m_home->load("a").votes.size(), std::size_t(6));
        // An answer that was changed afterwards does not fit the hash.
        Json tampered = readJsonFile(again.saved.toStdString());
        tampered["votes"][0]["answer"] = "right";
        writeJsonFile(again.saved.toStdString(), tampered);
        QVERIFY_EXCEPTION_THROWN(importRatingFile(*m_home, again.saved), Error);
    }
    void theLastAnswersAreKeptWhateverBecomesOfTheWindow()
    {
        const Made made = makePack("quick");
        {
            Elsewhere elsewhere(m_dir.filePath("elsewhere"), "Ada", m_dir.filePath("quick"));
            elsewhere.press({Qt::Key_Left, Qt::Key_Right, Qt::Key_Left, Qt::Key_Right, Qt::Key_Left});
        }
        finishBackgroundWork();
        QCOMPARE(made.kept(), 5);
    }
    void answersThatCannotBeKeptAreNotSaidToBe()
    {
        const Made made = makePack("full");
        Elsewhere elsewhere(m_dir.filePath("elsewhere"), "Ada", m_dir.filePath("full"));
        QVERIFY(QDir().mkpath(made.file() + "/in the way"));
        elsewhere.press({Qt::Key_Left});
        QTRY_VERIFY(!elsewhere.page.votingView().isVisible());
        QTRY_VERIFY(!elsewhere.problem.isEmpty());
        QCOMPARE(child<QLabel>(elsewhere.page, "rate.status")->text(), elsewhere.problem);
        QVERIFY(QDir(made.file()).removeRecursively());
    }
    void aSessionDoesNotBeginWhileAPackIsOpened()
    {
        const Made made = makePack("first");
        Elsewhere studio(m_dir.filePath("home"), "Ada");
        auto* rate = child<QPushButton>(studio.page, "rate.rate");
        QTRY_VERIFY(rate->isVisible() && rate->isEnabled());
        const int sessions = m_home->comparison("a").sessions;
        const std::size_t votes = m_home->load("a").votes.size();
        studio.opened = m_dir.filePath("first");
        QTest::mouseClick(child<QPushButton>(studio.page, "rate.openPack"), Qt::LeftButton);
        QTest::mouseClick(rate, Qt::LeftButton);
        QTRY_VERIFY(studio.page.votingView().isVisible());
        studio.press({Qt::Key_Left, Qt::Key_Escape});
        QTRY_COMPARE(made.kept(), 1);
        QCOMPARE(m_home->comparison("a").sessions, sessions);
        QVERIFY2(studio.problem.isEmpty(), qPrintable(studio.problem));
        // The other way round.
        QTest::mouseClick(rate, Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>(studio.page, "rate.openPack"), Qt::LeftButton);
        QTRY_VERIFY(studio.page.votingView().isVisible());
        studio.press({Qt::Key_Left, Qt::Key_Escape});
        QTRY_COMPARE(m_home->load("a").votes.size(), votes + 1);
        QCOMPARE(made.kept(), 1);
    }
    void everyRaterNeedsAPackOfTheirOwn()
    {
        const Made made = makePack("shared");
        {
            Elsewhere first(m_dir.filePath("elsewhere"), "Ada", m_dir.filePath("shared/index.html"));
            first.press({Qt::Key_Left, Qt::Key_Escape});
            QTRY_COMPARE(made.kept(), 1);
        }
        Elsewhere second(m_dir.filePath("elsewhere"), "Bo", m_dir.filePath("shared"));
        QVERIFY(!second.page.votingView().isVisible());
        QVERIFY2(second.problem.contains("Ada"), qPrintable(second.problem));
        // Nobody is nobody.
        child<QComboBox>(second.page, "rate.rater")->setCurrentText({});
        second.open(m_dir.filePath("shared"));
        QVERIFY2(second.problem.contains("name"), qPrintable(second.problem));
    }
    void whatIsNoWholePackIsRefused()
    {
        makePack("broken");
        Elsewhere elsewhere(m_dir.filePath("elsewhere"), "Ada");
        const auto refused = [&](const char* path, const char* why) {
            elsewhere.open(m_dir.filePath(path));
            QVERIFY(!elsewhere.page.votingView().isVisible());
            QVERIFY2(elsewhere.problem.contains(why), qPrintable(elsewhere.problem));
        };
        const QStringList images = QDir(m_dir.filePath("broken/images")).entryList(QDir::Files, QDir::Name);
        QCOMPARE(images.size(), 12);
        const QString first = m_dir.filePath("broken/images/") + images[0], second = m_dir.filePath("broken/images/") + images[1];
        QVERIFY(QFile::rename(first, first + "-kept") && QFile::copy(second, first));  // another image under the name
        refused("broken", "was changed");
        QVERIFY(QFile::remove(first));
        refused("broken/pack.json", "0001-left.png");
        QVERIFY(QFile::rename(first + "-kept", first));
        const Json whole = readJsonFile(m_dir.filePath("broken/pack.json").toStdString());
        Json pack = whole;
        pack["pairs"][0]["left"] = "images/../../home/ratings.sqlite";
        writeJsonFile(m_dir.filePath("broken/pack.json").toStdString(), pack);
        refused("broken", "not of the pack");
        // The hash does not cover it.
        const std::string id = pack["id"].get<std::string>();
        pack = whole;
        for (const std::string& other : {id + "/../../../../x", id + ' ', '{' + id + '}', std::string("x")}) {
            pack["id"] = other;
            writeJsonFile(m_dir.filePath("broken/pack.json").toStdString(), pack);
            refused("broken", "is no rating pack");
        }
        pack = whole;
        pack.erase("question");
        writeJsonFile(m_dir.filePath("broken/pack.json").toStdString(), pack);
        refused("broken", "is no whole rating pack; ask for it again");
        QVERIFY(QFile::remove(m_dir.filePath("broken/pack.json")));
        refused("broken/index.html", "pack.json");
    }
};

QTEST_MAIN(PackRatingTest)
#include "packrating_test.moc"
