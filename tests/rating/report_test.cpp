#include "engine/rating/report.h"

#include "tests/rating/reference.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace potstill;

namespace {

ComparisonDefinition hostile()
{
    ComparisonDefinition d;
    d.question = "Which <b>one</b> & \"why\"?";
    d.systems = {{"a", "<script>alert(1)</script>"}, {"b", "Teacher's \"own\" & only"}, {"c", "蒸留 3"}};
    for (int i = 0; i < 300; ++i)
        d.seeds.push_back(i);
    return d;
}

std::vector<RatedVote> votes(int count)
{
    std::vector<RatedVote> out;
    for (int i = 0; i < count; ++i) {
        RatedVote v;
        const int left = i % 3, right = (i + 1 + i / 3 % 2) % 3;
        v.vote = {left, right, i % 7 == 0 ? Answer::Tie : i % 11 == 0 ? Answer::BothBad : (i % 5 < 3) == (left < right) ? Answer::Left : Answer::Right, i % 2, i / 6, 0};
        v.responseMs = i % 13 == 0 ? 100 : 900;
        v.timeMs = i;
        out.push_back(v);
    }
    return out;
}

QString page(const ComparisonDefinition& d, const std::vector<RatedVote>& list) { return QString::fromStdString(reportHtml(d, analyse(d, list, {"anna <a>", "ben"}), "")); }

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The page is written so that it is XML too: a missing end or an unescaped name is found by any parser.
    void pagesAreWellFormedAndNeedNothingElse()
    {
        for (const int count : {0, 1, 200, 900}) {
            const QString html = page(hostile(), votes(count));
            QXmlStreamReader reader(html);
            int elements = 0;
            while (!reader.atEnd())
                elements += reader.readNext() == QXmlStreamReader::StartElement;
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString() + " in line " + QString::number(reader.lineNumber())));
            QVERIFY(elements > 40);
            QVERIFY(!html.contains("<script") && !html.contains("http") && !html.contains("nan"));
        }
    }
    void itStatesFindingDefinitionAndWhatWasLeftOut()
    {
        const ComparisonDefinition d = hostile();
        const QString html = page(d, votes(200));
        QVERIFY(html.contains(QString::fromStdString(comparisonHash(d))));
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(html.contains("answered after 100 ms; 300 are the least"));
        QVERIFY(html.contains("anna &lt;a&gt;"));
        QCOMPARE(html.count("class=\"stop\""), 3);  // a stopping line for each pair
        QVERIFY(html.contains("Krippendorff's alpha is") || html.contains("Krippendorff&#39;s alpha is"));
        QVERIFY(html.contains("<html lang=\"en\">"));
    }
    void theEvidenceThatIsSaidIsTheOneThatIsDrawn()
    {
        const ComparisonDefinition d = hostile();
        const Analysis analysis = analyse(d, votes(200), {"anna <a>", "ben"});
        QVERIFY(std::any_of(analysis.pairs.begin(), analysis.pairs.end(), [](const PairResult& p) { return std::abs(p.logE - p.correctedLogE) > 0.1; }));
        static const QRegularExpression spoken("Evidence over votes: it ends at ([^;]+);");
        auto found = spoken.globalMatch(page(d, votes(200)));
        for (const PairResult& p : analysis.pairs) {
            QVERIFY(found.hasNext());
            const double said = found.next().captured(1).toDouble(), drawn = std::exp(p.curve.back().correctedLogE);
            QVERIFY2(std::abs(said / drawn - 1) < 0.006, qPrintable(QString("%1 is said, %2 is drawn").arg(said).arg(drawn)));  // three digits are said
        }
    }
    // Every text that is not a name, a number or the definition itself goes through the translation.
    void nothingStaysEnglishForAnotherReader()
    {
        const ComparisonDefinition clear = hostile();
        ComparisonDefinition margin = hostile();
        margin.claim = {ClaimKind::NotWorse, 0.1, 0.1};
        margin.kind = ComparisonKind::Exploratory;
        QSet<QString> own;  // what people called things
        for (const ComparedSystem& s : clear.systems)
            own.unite({QString::fromStdString(s.name), QString::fromStdString(s.key), '(' + QString::fromStdString(s.key) + ')'});
        own.unite({QString::fromStdString(clear.question), "anna <a>", "ben"});
        AnalysisOptions options;
        options.translate = [](const char* english) { return "«" + std::string(english) + "»"; };
        for (const ComparisonDefinition& d : {clear, margin})
            for (const int count : {0, 1, 200, 900}) {
                const Analysis analysis = analyse(d, votes(count), {"anna <a>", "ben"}, options);
                const QString html = QString::fromStdString(reportHtml(d, analysis, "", {"zh-CN", options.translate}));
                QVERIFY(html.contains("<html lang=\"zh-CN\">"));
                QXmlStreamReader reader(html);
                QStringList within;
                const QRegularExpression word("[A-Za-z]{3,}");
                const auto check = [&](const QString& text) {
                    const QString t = text.trimmed();
                    QVERIFY2(!t.contains(word) || own.contains(t) || t.startsWith("SHA-256") || t.contains("«"), qPrintable(t));
                };
                while (!reader.atEnd()) {
                    switch (reader.readNext()) {
                    case QXmlStreamReader::StartElement:
                        within.append(reader.name().toString());
                        check(reader.attributes().value("aria-label").toString());
                        break;
                    case QXmlStreamReader::EndElement: within.removeLast(); break;
                    case QXmlStreamReader::Characters:
                        if (!within.contains("style") && !within.contains("pre") && !within.contains("code"))
                            check(reader.text().toString());
                        break;
                    default: break;
                    }
                }
                QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            }
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
