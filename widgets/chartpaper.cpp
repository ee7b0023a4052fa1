#include "widgets/chartpaper.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace potstill {

namespace {

/// Dots per inch at which a font of some points is as large as on the screen, by which the charts are laid out.
int screenDpi() { return QImage(1, 1, QImage::Format_RGB32).logicalDpiX(); }

}  // namespace

QImage ChartPaper::toImage(double devicePixelRatio) const
{
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_RGB32);
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
    toImage().save(&buffer, "PNG");
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
    return bytes;
}

QByteArray ChartPaper::toPdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        constexpr double kPointsPerInch = 72;
        QPdfWriter writer(&buffer);
        writer.setResolution(screenDpi());
        writer.setPageSize(QPageSize(QSizeF(size) * kPointsPerInch / screenDpi(), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        writer.setCreator("Potstill");
        QPainter painter(&writer);
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
