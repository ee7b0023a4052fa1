#include "widgets/heatmappainting.h"

#include "widgets/linechart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr double kTop = 28, kRight = 16, kBottom = 44, kLegendWidth = 120;

QFont captionFont() { return Theme::instance().font(FontSize::Caption); }

}  // namespace

void HeatMapModel::widenRange(const HeatColumn& column)
{
    for (const double v : column.values)
        if (std::isfinite(v) && v > 0) {
            low = low > 0 ? std::min(low, v) : v;
            high = std::max(high, v);
        }
}

QRectF HeatMapPainting::plotRect(const QSizeF& size) const
{
    const QFontMetricsF metrics(captionFont());
    double widest = 0;
    for (const QString& row : m_model.rows)
        widest = std::max(widest, metrics.horizontalAdvance(row));
    return QRectF(QPointF(0, 0), size).adjusted(widest + metrics.height() + 20, kTop, -kRight, -kBottom);
}

QColor HeatMapPainting::colorOf(double value) const
{
    if (!std::isfinite(value) || value <= 0)
        return m_colors.page;
    const double span = std::log(m_model.high / m_model.low);
    const double share = span > 0 ? std::log(value / m_model.low) / span : 0.5;
    // From nearly the ground to the accent: readable in grey print, and one hue for every theme.
    return blended(m_colors.panel, m_colors.accent, 0.08 + 0.92 * share);
}

void HeatMapPainting::paint(QPainter& painter, const QRectF& plot) const
{
    paintCells(painter, plot);
    painter.setFont(captionFont());
    const QFontMetricsF metrics(painter.font());
    const double rowHeight = plot.height() / double(m_model.rows.size());
    painter.setPen(m_colors.secondary);
    const int every = std::max(1, int(std::ceil(metrics.height() / rowHeight)));
    for (int row = 0; row < m_model.rows.size(); row += every)
        painter.drawText(QRectF(0, plot.bottom() - (row + 1) * rowHeight, plot.left() - 6, rowHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.rows[row]);
    const double x0 = m_model.columns.front().x, x1 = m_model.columns.back().x;
    for (int i = 0; i <= 4; ++i) {
        const double x = plot.left() + plot.width() * i / 4;
        const int align = i == 0 ? Qt::AlignLeft : i == 4 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(QRectF(i == 0 ? x : i == 4 ? x - 100 : x - 50, plot.bottom() + 4, 100, metrics.height()), align, siText(x0 + (x1 - x0) * i / 4));
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 6 + metrics.height(), plot.width(), metrics.height()), Qt::AlignHCenter, m_model.xTitle);
    painter.save();
    painter.translate(metrics.height() / 2 + 2, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, -metrics.height() / 2, plot.height(), metrics.height()), Qt::AlignCenter, m_model.yTitle);
    painter.restore();
    paintScale(painter, plot);
}

void HeatMapPainting::paintCells(QPainter& painter, const QRectF& plot) const
{
    const int width = std::max(1, int(plot.width())), rows = int(m_model.rows.size());
    const double x0 = m_model.columns.front().x, x1 = std::max(m_model.columns.back().x, x0 + 1);
    QImage cells(width, rows, QImage::Format_RGB32);
    std::size_t first = 0;
    for (int px = 0; px < width; ++px) {
        // Columns of this pixel, or the last one before it.
        const double until = x0 + (x1 - x0) * (px + 1) / width;
        while (first + 1 < m_model.columns.size() && m_model.columns[first + 1].x <= x0 + (x1 - x0) * px / width)
            ++first;
        std::size_t last = first;
        while (last + 1 < m_model.columns.size() && m_model.columns[last + 1].x < until)
            ++last;
        for (int row = 0; row < rows; ++row) {
            double sum = 0;
            int n = 0;
            for (std::size_t c = first; c <= last; ++c)
                if (const double v = m_model.columns[c].values[std::size_t(row)]; std::isfinite(v)) {
                    sum += v;
                    ++n;
                }
            cells.setPixelColor(px, rows - 1 - row, colorOf(n > 0 ? sum / n : std::nan("")));
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::LosslessImageRendering);  // of a PDF
    // As high as it is drawn: programs that show SVG and PDF would blur the rows into each other.
    painter.drawImage(plot, cells.scaled(width, std::max(rows, int(plot.height())), Qt::IgnoreAspectRatio, Qt::FastTransformation));
}

void HeatMapPainting::paintScale(QPainter& painter, const QRectF& plot) const
{
    const QFontMetricsF metrics(painter.font());
    const QString low = siText(m_model.low), high = siText(m_model.high);
    const double right = plot.right(), barLeft = right - kLegendWidth - metrics.horizontalAdvance(high) - 6;
    painter.drawText(QRectF(right - metrics.horizontalAdvance(high), 4, 200, metrics.height()), Qt::AlignLeft, high);
    for (int i = 0; i < int(kLegendWidth); ++i)
        painter.fillRect(QRectF(barLeft + i, 6, 1, metrics.height() - 4), colorOf(m_model.low * std::pow(m_model.high / m_model.low, i / (kLegendWidth - 1))));
    painter.drawText(QRectF(barLeft - 206, 4, 200, metrics.height()), Qt::AlignRight, QStringLiteral("%1  %2").arg(m_model.valueTitle, low));
}

}  // namespace potstill
