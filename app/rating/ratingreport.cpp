#include "app/rating/ratingreport.h"

#include "engine/gallery/latextable.h"
#include "engine/io/atomicfile.h"
#include "engine/rating/report.h"
#include "widgets/numbertext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace potstill {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RatingReport)
};

/// A text of the engine's findings.
std::string inReadersLanguage(const char* english) { return QCoreApplication::translate("Findings", english).toStdString(); }

QString html(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString percent(double share) { return numberText(100 * share, 'f', 1) + " %"; }

QString intervalHeading(const ComparisonDefinition& d) { return Text::tr("%1 % interval").arg(numberText(100 * (1 - d.alpha), 'g', 6)); }

QString row(const QStringList& cells, const char* tag = "td")
{
    QString out = "<tr>";
    for (const QString& c : cells)
        out += QString("<%1>%2</%1>").arg(tag, c);
    return out + "</tr>";
}

QString estimateText(const Estimate& e) { return e.n > 0 ? Text::tr("%1 (%2 to %3)").arg(percent(e.value), percent(e.low), percent(e.high)) : QStringLiteral("–"); }

QString intervalText(const DavidsonFit& fit, std::size_t system)
{
    return Text::tr("%1 to %2").arg(eloFromTheta(fit.low[system]), 0, 'f', 0).arg(eloFromTheta(fit.high[system]), 0, 'f', 0);
}

QString pairTable(const ComparisonDefinition& d, const Analysis& a)
{
    QString out = "<table cellspacing=\"0\" cellpadding=\"4\" border=\"1\">"
                  + row({Text::tr("First"), Text::tr("Second"), Text::tr("Wins"), Text::tr("Ties"), Text::tr("Losses"), Text::tr("Both bad"), Text::tr("Share of wins"),
                         Text::tr("E-value"), Text::tr("Needed")},
                        "th");
    for (const PairResult& p : a.pairs)
        out += row({html(d.systems[std::size_t(p.first)].name), html(d.systems[std::size_t(p.second)].name), QString::number(p.counted.wins), QString::number(p.counted.ties),
                    QString::number(p.counted.losses), QString::number(p.counted.bothBad), estimateText(p.share), numberText(std::exp(p.correctedLogE), 'g', 3),
                    numberText(std::exp(p.threshold), 'g', 3)});
    return out + "</table>";
}

QString strengthTable(const ComparisonDefinition& d, const DavidsonFit& fit)
{
    if (fit.status != FitStatus::Ok)
        return "<p>" + html(inReadersLanguage(fitStatusSentence(fit.status).c_str())) + "</p>";
    QString out = "<table cellspacing=\"0\" cellpadding=\"4\" border=\"1\">" + row({Text::tr("System"), Text::tr("Elo"), intervalHeading(d), Text::tr("Both bad")}, "th");
    for (std::size_t i = 0; i < d.systems.size(); ++i)
        out += row({html(d.systems[i].name), QString::number(eloFromTheta(fit.theta[i]), 'f', 0), intervalText(fit, i), estimateText(failureRate(fit, int(i)))});
    return out + "</table>";
}

QString raterTable(const Analysis& a)
{
    QString out =
        "<table cellspacing=\"0\" cellpadding=\"4\" border=\"1\">"
        + row({Text::tr("Rater"), Text::tr("Votes"), Text::tr("Median time"), Text::tr("Left picks"), Text::tr("Repeated alike"), Text::tr("Checks failed"), Text::tr("Agreement")},
              "th");
    for (const RaterRow& r : a.raters)
        out += row({html(r.name), QString::number(r.votes), Text::tr("%1 s").arg(numberText(r.medianResponseMs / 1000, 'f', 1)), estimateText(r.leftShare),
                    estimateText(r.repeatRate), Text::tr("%1 of %2").arg(r.failedChecks).arg(r.checks), estimateText(r.agreement)});
    return out + "</table>";
}

/// What QTextDocument can set: tables and pictures.
QString documentOf(const ComparisonData& data, const Analysis& a, const QImage& evidence)
{
    const ComparisonDefinition& d = data.comparison.definition;
    QString out = "<h1>" + data.comparison.name.toHtmlEscaped() + "</h1><p>" + html(d.question) + "</p><h2>" + html(a.finding) + "</h2>";
    out += "<h3>" + Text::tr("Pairs") + "</h3>" + pairTable(d, a);
    if (!evidence.isNull()) {
        QByteArray png;
        QBuffer buffer(&png);
        if (buffer.open(QIODevice::WriteOnly) && evidence.save(&buffer, "PNG"))
            out += "<h3>" + Text::tr("Evidence over votes") + "</h3><p><img width=\"640\" alt=\"" + Text::tr("Evidence over votes") + "\" src=\"data:image/png;base64,"
                   + QString::fromLatin1(png.toBase64()) + "\"></p>";
    }
    if (d.systems.size() > 2)
        out += "<h3>" + Text::tr("Strengths") + "</h3>" + strengthTable(d, a.fit);
    out += "<h3>" + Text::tr("Raters") + "</h3>" + raterTable(a);
    if (a.agreement.status == AgreementStatus::Ok)
        out += "<p>"
               + Text::tr("Krippendorff's alpha %1 (%2 to %3) over %4 pairs that two raters judged.")
                     .arg(numberText(a.agreement.value, 'f', 2), numberText(a.agreement.low, 'f', 2), numberText(a.agreement.high, 'f', 2))
                     .arg(a.agreement.units)
               + "</p>";
    out += "<h3>" + Text::tr("Left out") + "</h3>";
    std::map<std::string, int> reasons;
    for (const ExcludedVote& v : a.excluded)
        ++reasons[v.reason];
    if (reasons.empty())
        out += "<p>" + Text::tr("No vote was left out.") + "</p>";
    else
        out += "<ul>";
    for (const auto& [reason, n] : reasons)
        out += "<li>" + Text::tr("%1 × %2").arg(n).arg(html(reason)) + "</li>";
    out += reasons.empty() ? "" : "</ul>";
    Json definition = toJson(d);
    out +=
        "<h3>" + Text::tr("Definition, fixed before the first vote") + "</h3><p>SHA-256: <code>" + data.comparison.hash + "</code></p><pre>" + html(definition.dump(1)) + "</pre>";
    return out;
}

LatexTable pairsForLatex(const ComparisonData& data, const Analysis& a)
{
    const ComparisonDefinition& d = data.comparison.definition;
    LatexTable table;
    for (const QString& heading :
         {Text::tr("First"), Text::tr("Second"), Text::tr("Wins"), Text::tr("Ties"), Text::tr("Losses"), Text::tr("Both bad"), Text::tr("Share of wins"), Text::tr("E-value")})
        table.headings.push_back(heading.toStdString());
    table.alignment = "llrrrrrr";
    for (const PairResult& p : a.pairs)
        table.rows.push_back({d.systems[std::size_t(p.first)].name, d.systems[std::size_t(p.second)].name, std::to_string(p.counted.wins), std::to_string(p.counted.ties),
                              std::to_string(p.counted.losses), std::to_string(p.counted.bothBad), estimateText(p.share).toStdString(),
                              numberText(std::exp(std::min(p.correctedLogE, 700.0)), 'g', 3).toStdString()});
    table.caption = a.finding;
    table.label = "pairs";
    return table;
}

/// The strongest first, as on the Results page.
LatexTable strengthsForLatex(const ComparisonDefinition& d, const DavidsonFit& fit)
{
    LatexTable table;
    for (const QString& heading : {Text::tr("System"), Text::tr("Elo"), intervalHeading(d), Text::tr("Both bad")})
        table.headings.push_back(heading.toStdString());
    std::vector<std::size_t> order(d.systems.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return fit.theta[x] > fit.theta[y]; });
    for (const std::size_t i : order)
        table.rows.push_back({d.systems[i].name, QString::number(eloFromTheta(fit.theta[i]), 'f', 0).toStdString(), intervalText(fit, i).toStdString(),
                              estimateText(failureRate(fit, int(i))).toStdString()});
    table.caption = Text::tr("Strengths in points of Elo.").toStdString();
    table.label = "strengths";
    return table;
}

QString definitionSentence(const ComparisonData& data) { return Text::tr("Definition %1.").arg(data.comparison.hash.left(16)); }

/// The tables of the pairs and, from three systems on, of the strengths.
std::string latexOf(const ComparisonData& data, const Analysis& a)
{
    std::vector<LatexTable> tables = {pairsForLatex(data, a)};
    if (data.comparison.definition.systems.size() > 2 && a.fit.status == FitStatus::Ok)
        tables.push_back(strengthsForLatex(data.comparison.definition, a.fit));
    std::string out;
    for (LatexTable& table : tables) {
        table.caption += " " + definitionSentence(data).toStdString();
        table.label = "tab:" + data.comparison.id.left(8).toStdString() + "-" + table.label;
        out += (out.empty() ? "" : "\n") + latexFromTable(table);
    }
    return out;
}

}  // namespace

AnalysisOptions analysisForReader(int bootstrapReplicates)
{
    AnalysisOptions out;
    out.bootstrapReplicates = bootstrapReplicates;
    out.translate = inReadersLanguage;
    return out;
}

void writeRatingReport(const ComparisonData& data, const Analysis& analysis, const QImage& evidence, const QString& file)
{
    if (file.endsWith(".tex", Qt::CaseInsensitive)) {
        writeFileAtomically(file.toStdString(), latexOf(data, analysis));
        return;
    }
    if (!file.endsWith(".pdf", Qt::CaseInsensitive)) {
        writeFileAtomically(file.toStdString(),
                            reportHtml(data.comparison.definition, analysis, data.comparison.name.toStdString(), {QLocale().bcp47Name().toStdString(), inReadersLanguage}));
        return;
    }
    QByteArray pdf;
    QBuffer buffer(&pdf);
    if (!buffer.open(QIODevice::WriteOnly))
        throw Error(ErrorCode::Internal, "no memory for the report");
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
        QTextDocument document;
        document.setDefaultStyleSheet(
            "h1 { font-size: 16pt; } h2 { font-size: 12pt; } h3 { font-size: 11pt; } p, td, th, li { font-size: 9pt; } pre { font-size: 7pt; white-space: pre-wrap; }");
        document.setHtml(documentOf(data, analysis, evidence));
        document.print(&writer);
    }
    writeFileAtomically(file.toStdString(), pdf.toStdString());
}

}  // namespace potstill
