#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>

class QPainter;

namespace potstill {

/// How large a chart is on paper.
struct PaperSize {
    static constexpr double kLeastMm = 30, kMostMm = 1000, kLeastPt = 3, kMostPt = 48;

    double widthMm = 174, heightMm = 100;  ///< of charts whose height their content decides, that counts
    double fontPt = 8;                     ///< of its names; figures at the axes are a little smaller
    bool operator==(const PaperSize&) const = default;

    /// Logical pixels in which the chart is laid out, so that its text comes out in that size; smaller where there is no room for it.
    QSize layout() const;
};

/// A chart as it was at one moment, to be saved: how it is drawn on paper, always light, and its values. It holds copies of all that it needs, so that another thread may
/// draw and write it while the chart goes on.
struct ChartPaper {
    QString title;
    QSize size{1200, 700};                              ///< logical pixels
    double widthMm = 0;                                 ///< of the page, whose height follows from size; 0 = as on the screen
    std::function<void(QPainter&)> paint;               ///< on white ground, from (0, 0) to size
    std::function<QByteArray()> csv;                    ///< with a line of headings
    std::function<std::map<QString, QString>()> texts;  ///< text chunks of its PNG, which tell how it was made; asked by the thread that draws

    QImage toImage(double devicePixelRatio = 2) const;
    /// One page with vector text, as PDF or SVG; a PNG has 600 dots to the inch of that page, a poster fewer. Empty where there is no memory for it.
    QByteArray toPdf() const;
    QByteArray toSvg() const;
    QByteArray toPng() const;

    static QStringList kinds() { return {"png", "svg", "pdf", "csv"}; }
    /// What a file of one of these kinds holds.
    QByteArray contentOf(const QString& kind) const;
};

/// A field of comma-separated values: quoted where it has to be.
QByteArray csvField(const QString& text);
/// With all its digits; empty where it is not finite.
QByteArray csvNumber(double value);

}  // namespace potstill
