#include "app/rating/ratingreport.h"
#include "engine/rating/report.h"
#include "tests/app/rating/comparisons.h"

#include <QImage>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTranslator>
#include <QtTest>

using namespace potstill;

class RatingReportTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void theReportSpeaksTheReadersLanguage()
    {
        struct Marking : QTranslator {
            bool isEmpty() const override { return false; }
            QString translate(const char*, const char* english, const char*, int) const override { return "«" + QString::fromUtf8(english) + "»"; }
        } marking;
        RatingDatabase database(m_dir.filePath("language.sqlite"));
        lockedComparison(database, draftOf("words", 3, 60, 20));
        rateSession(database, "words", "Ada", 20, true);
        const ComparisonData data = database.load("words");
        const QLocale before;
        QLocale::setDefault(QLocale("de"));
        QCoreApplication::installTranslator(&marking);
        const auto restore = qScopeGuard([&] {
            QCoreApplication::removeTranslator(&marking);
            QLocale::setDefault(before);
        });
        const QString file = m_dir.filePath("report.html");
        writeRatingReport(data, analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(0)), file);
        QFile page(file);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(page.readAll());
        QVERIFY(html.contains("<html lang=\"de\">"));
        for (const char* text : {"<h2>«Pairs»</h2>", "<th scope=\"col\">«Verdict»</th>", "<h2>«How it was tested»</h2>", "«untied votes»", "<p class=\"finding\">«"})
            QVERIFY2(html.contains(text), text);
        const QString table = m_dir.filePath("report.tex");
        writeRatingReport(data, analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(0)), table);
        QFile tex(table);
        QVERIFY(tex.open(QIODevice::ReadOnly));
        const QString rows = QString::fromUtf8(tex.readAll()).section("\\midrule", 1).section("\\bottomrule", 0, 0);
        QVERIFY2(rows.contains(QRegularExpression(R"(\d,\d \\%)")) && !rows.contains(QRegularExpression(R"(\d\.\d)")), qPrintable(rows));
    }
    void thePdfHoldsWhatThePageHolds()
    {
        RatingDatabase database(m_dir.filePath("paper.sqlite"));
        lockedComparison(database, draftOf("paper", 3, 60, 20));
        rateSession(database, "paper", "Ada", 20, true);
        rateSession(database, "paper", "Bo", 20, true);
        const ComparisonData data = database.load("paper");
        const Analysis analysis = analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(20));
        const QString html = QString::fromStdString(reportHtml(data.comparison.definition, analysis, "paper"));
        const std::unique_ptr<QTextDocument> document = reportForPaper(data, analysis);
        const QString paper = document->toPlainText().simplified();
        static const QRegularExpression kText("<(h2|th|td|figcaption)[^>]*>([^<]+)</");
        int texts = 0;
        for (auto it = kText.globalMatch(html); it.hasNext(); ++texts) {
            QTextDocument text;
            text.setHtml(it.next().captured(2));
            QVERIFY2(paper.contains(text.toPlainText().simplified()), qPrintable(text.toPlainText()));
        }
        QVERIFY(texts > 40);
        QVERIFY(html.contains(QString::fromUtf8(">10\u2070</text>")) && !html.contains("<tspan"));  // Qt draws no raised text
        // Every drawing is a picture with something in it.
        const int drawings = int(html.count("<svg"));
        QVERIFY(drawings > 0);
        QCOMPARE(document->toHtml().count("<img"), drawings);
        for (int n = 0; n < drawings; ++n) {
            const auto picture = document->resource(QTextDocument::ImageResource, QUrl(QString("chart:%1").arg(n))).value<QImage>();
            QVERIFY(!picture.isNull());
            bool isDrawn = false;
            for (int y = 0; y < picture.height() && !isDrawn; ++y)
                for (int x = 0; x < picture.width() && !isDrawn; ++x)
                    isDrawn = picture.pixelColor(x, y) == QColor("#a65a28");  // the curve
            QVERIFY2(isDrawn, qPrintable(QString::number(n)));
        }
    }
};

QTEST_MAIN(RatingReportTest)
#include "ratingreport_test.moc"
