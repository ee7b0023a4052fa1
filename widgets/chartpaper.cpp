#include "widgets/chartpaper.h"

#include "widgets/theme.h"

#include <QBuffer>
#include <QFontInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

/// Dots per inch at which a font of some points is as large as on the screen, by which the charts are laid out.
int screenDpi() { return QImage(1, 1, QImage::Format_RGB32).logicalDpiX(); }

constexpr double kMmPerInch = 25.4;
constexpr double kDotsPerInch = 600;  // what journals ask of line art
constexpr double kMostDots = 150e6;   // A2 and a little; its pixels take 600 MB
constexpr QSizeF kLeastLayout(120, 80);

QSizeF pageMm(const ChartPaper& paper)
{
    const double width = paper.widthMm > 0 ? paper.widthMm : paper.size.width() * kMmPerInch / screenDpi();
    return {width, width * paper.size.height() / paper.size.width()};
}

}  // namespace

QSize PaperSize::layout() const
{
    const double body = QFontInfo(Theme::instance().font(FontSize::Body)).pointSizeF();
    const QSizeF wanted = QSizeF(widthMm, heightMm) / kMmPerInch * screenDpi() * body / std::max(1.0, fontPt);
    return (wanted * std::max({1.0, kLeastLayout.width() / wanted.width(), kLeastLayout.height() / wanted.height()})).toSize();
}

QImage ChartPaper::toImage(double devicePixelRatio) const
{
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QByteArray ChartPaper::toPng() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSizeF inches = pageMm(*this) / kMmPerInch;
    const double dots = std::min(kDotsPerInch, std::sqrt(kMostDots / (inches.width() * inches.height())));
    QImage image = widthMm > 0 ? toImage(inches.width() * dots / size.width()) : toImage();
    if (widthMm > 0) {
        image.setDotsPerMeterX(qRound(dots * 1000 / kMmPerInch));
        image.setDotsPerMeterY(image.dotsPerMeterX());
    }
    if (texts)
        for (const auto& [key, text] : texts())
            image.setText(key, text);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray ChartPaper::toSvg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenDpi());
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(0, 0), size), Qt::white);
    paint(painter);
    painter.end();
    // The generator knows whole pixels alone.
    const QSizeF page = pageMm(*this);
    static const QRegularExpression kSize(R"(<svg width="[^"]*" height="[^"]*")");
    return QString::fromUtf8(bytes).replace(kSize, QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"").arg(page.width(), 0, 'f', 3).arg(page.height(), 0, 'f', 3)).toUtf8();
}

QByteArray ChartPaper::toPdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(screenDpi());
        writer.setPageSize(QPageSize(pageMm(*this), QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        writer.setCreator("Potstill");
        QPainter painter(&writer);
        const double scale = pageMm(*this).width() / kMmPerInch * screenDpi() / size.width();
        painter.scale(scale, scale);
        paint(painter);
    }
    return bytes;
}

QByteArray ChartPaper::contentOf(const QString& kind) const { return kind == "png" ? toPng() : kind == "svg" ? toSvg() : kind == "pdf" ? toPdf() : csv(); }

QByteArray csvField(const QString& text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n')))
        return text.toUtf8();
    return '"' + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray csvNumber(double value) { return std::isfinite(value) ? QByteArray::number(value, 'g', 17) : QByteArray(); }

}  // namespace potstill
