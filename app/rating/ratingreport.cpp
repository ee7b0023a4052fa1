#include "app/rating/ratingreport.h"

#include "engine/gallery/latextable.h"
#include "engine/io/atomicfile.h"
#include "engine/rating/report.h"
#include "widgets/numbertext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace potstill {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RatingReport)
};

/// A text of the engine's findings.
std::string inReadersLanguage(const char* english) { return QCoreApplication::translate("Findings", english).toStdString(); }

QString percent(double share) { return numberText(100 * share, 'f', 1) + " %"; }

QString intervalHeading(const ComparisonDefinition& d) { return Text::tr("%1 % interval").arg(numberText(100 * (1 - d.alpha), 'g', 6)); }

QString estimateText(const Estimate& e) { return e.n > 0 ? Text::tr("%1 (%2 to %3)").arg(percent(e.value), percent(e.low), percent(e.high)) : QStringLiteral("–"); }

QString intervalText(const DavidsonFit& fit, std::size_t system)
{
    return Text::tr("%1 to %2").arg(eloFromTheta(fit.low[system]), 0, 'f', 0).arg(eloFromTheta(fit.high[system]), 0, 'f', 0);
}

QString pageOf(const ComparisonData& data, const Analysis& analysis)
{
    return QString::fromStdString(reportHtml(data.comparison.definition, analysis, data.comparison.name.toStdString(), {QLocale().bcp47Name().toStdString(), inReadersLanguage}));
}

constexpr int kPictureWidth = 600, kPictureScale = 4;  // on A4 between its margins; finer than any printer

QImage pictureOf(QString svg)
{
    svg.replace("<svg ", R"(<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12" fill="#5f6368" )");
    QSvgRenderer drawing(svg.toUtf8());
    const QSizeF size = drawing.viewBoxF().size();
    QImage picture(kPictureWidth * kPictureScale, int(std::lround(kPictureWidth * kPictureScale * size.height() / std::max(1.0, size.width()))), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    drawing.render(&painter);
    return picture;
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

QString fitStatusText(FitStatus status) { return QString::fromStdString(inReadersLanguage(fitStatusSentence(status).c_str())); }

QString separationText() { return QString::fromStdString(inReadersLanguage(separationSentence().c_str())); }

std::unique_ptr<QTextDocument> reportForPaper(const ComparisonData& data, const Analysis& analysis)
{
    auto document = std::make_unique<QTextDocument>();
    document->setDefaultStyleSheet(
        "h1 { font-size: 16pt; } h2 { font-size: 12pt; } p, td, th, li { font-size: 9pt; } th { text-align: left; } pre { font-size: 7pt; white-space: pre-wrap; } "
        ".finding { font-size: 11pt; } .dim { color: #5f6368; }");
    QString html = pageOf(data, analysis);
    html.remove(QRegularExpression("<style>.*</style>", QRegularExpression::DotMatchesEverythingOption));
    html.replace("<table>", R"(<table cellspacing="0" cellpadding="3" border="1">)");
    html.replace("<figure>", "<div>").replace("</figure>", "</div>").replace("<figcaption>", "<p>").replace("</figcaption>", "</p>");
    html.replace("<summary>", "<p>").replace("</summary>", "</p>");
    // Qt's documents know no drawings: each becomes a picture.
    static const QRegularExpression kDrawing("<svg.*?</svg>", QRegularExpression::DotMatchesEverythingOption);
    for (int n = 0;; ++n) {
        const QRegularExpressionMatch found = kDrawing.match(html);
        if (!found.hasMatch())
            break;
        const QString name = QString("chart:%1").arg(n);
        const QImage picture = pictureOf(found.captured());
        document->addResource(QTextDocument::ImageResource, QUrl(name), picture);
        html.replace(found.capturedStart(), found.capturedLength(), QString(R"(<p><img src="%1" width="%2"/></p>)").arg(name).arg(kPictureWidth));
    }
    document->setHtml(html);
    return document;
}

AnalysisOptions analysisForReader(int bootstrapReplicates)
{
    AnalysisOptions out;
    out.bootstrapReplicates = bootstrapReplicates;
    out.translate = inReadersLanguage;
    return out;
}

void writeRatingReport(const ComparisonData& data, const Analysis& analysis, const QString& file)
{
    if (file.endsWith(".tex", Qt::CaseInsensitive)) {
        writeFileAtomically(file.toStdString(), latexOf(data, analysis));
        return;
    }
    if (!file.endsWith(".pdf", Qt::CaseInsensitive)) {
        writeFileAtomically(file.toStdString(), pageOf(data, analysis).toStdString());
        return;
    }
    QByteArray pdf;
    QBuffer buffer(&pdf);
    if (!buffer.open(QIODevice::WriteOnly))
        throw Error(ErrorCode::Internal, "no memory for the report");
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));  // QTextDocument leaves 2 cm by itself
        reportForPaper(data, analysis)->print(&writer);
    }
    writeFileAtomically(file.toStdString(), pdf.toStdString());
}

}  // namespace potstill
