#include "app/pages/resultspage.h"
#include "app/session/background.h"
#include "tests/app/rating/comparisons.h"
#include "widgets/emptystate.h"
#include "widgets/linechart.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace potstill;

namespace {

template <class T>
T* child(QWidget& parent, const char* name)
{
    T* found = parent.findChild<T*>(name);
    if (!found)
        qFatal("no widget named %s", name);
    return found;
}

/// Rates a session; System A wins wherever it stands.
void rateSession(RatingDatabase& database, const QString& comparison, const QString& rater, int votes, bool ends)
{
    const SessionRecord session = database.startSession(comparison, database.rater(rater).id);
    for (int i = 0; i < votes; ++i) {
        const ShownPair& p = session.pairs[std::size_t(i)];
        database.addVote(p.id, p.left.system < p.right.system ? Answer::Left : Answer::Right, 1200, 1'700'000'000'000 + i);
    }
    if (ends)
        database.endSession(session.id);
}

}  // namespace

class ResultsPageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
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
        RatingStore store;
        ResultsPage page(store);
        page.resize(1100, 800);
        page.setRater("Bo");
        page.show();
        store.open(m_dir.path());
        page.showComparison("clear");
        auto* finding = child<QLabel>(page, "results.finding");
        QTRY_VERIFY2_WITH_TIMEOUT(finding->text().contains("“System A” is preferred to “System B”"), qPrintable(finding->text()), 30'000);
        QCOMPARE(child<QComboBox>(page, "results.comparison")->count(), 2);  // one has no votes
        auto* evidence = child<LineChart>(page, "results.evidence");
        QVERIFY(evidence->isVisible());
        QCOMPARE(evidence->points("0").size(), std::size_t(21));
        QVERIFY(evidence->points("0").back().y > 20);                      // past the stopping line
        QVERIFY(!child<QWidget>(page, "results.strengths")->isVisible());  // two systems need none
        QCOMPARE(child<QTreeWidget>(page, "results.raters")->topLevelItem(0)->text(1), QString("20"));

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
    }
    void reportsStateDefinitionAndHash()
    {
        RatingStore store;
        ResultsPage page(store);
        page.resize(1100, 800);
        page.show();
        store.open(m_dir.path());
        page.showComparison("clear");
        auto* finding = child<QLabel>(page, "results.finding");
        QTRY_VERIFY_WITH_TIMEOUT(finding->text().contains("preferred"), 30'000);
        const QString hash = RatingDatabase(m_dir.filePath("ratings.sqlite")).comparison("clear").hash;
        for (const char* name : {"report.html", "report.pdf"}) {
            const QString file = m_dir.filePath(name);
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
