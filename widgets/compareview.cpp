#include "widgets/compareview.h"

#include "widgets/accessible.h"
#include "widgets/numbertext.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace potstill {
namespace {

constexpr double kPaneGap = 8;

int pixelDifference(QRgb a, QRgb b) { return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))}); }

// Dark to light with steadily growing lightness, so that it can be read in grey print.
QRgb heatColor(double share)
{
    static constexpr std::array<std::array<double, 3>, 5> stops = {{{18, 16, 28}, {82, 28, 88}, {176, 54, 74}, {236, 132, 52}, {252, 238, 178}}};
    const double at = std::clamp(share, 0.0, 1.0) * (stops.size() - 1);
    const auto i = std::min(std::size_t(at), stops.size() - 2);
    const double t = at - double(i);
    const auto mix = [&](std::size_t channel) { return int(std::lround(stops[i][channel] + t * (stops[i + 1][channel] - stops[i][channel]))); };
    return qRgb(mix(0), mix(1), mix(2));
}

}  // namespace

QImage differenceImage(const QImage& a, const QImage& b)
{
    if (a.isNull() || a.size() != b.size())
        return {};
    const QImage left = a.convertToFormat(QImage::Format_RGB32);
    const QImage right = b.convertToFormat(QImage::Format_RGB32);
    int largest = 8;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            largest = std::max(largest, pixelDifference(left.pixel(x, y), right.pixel(x, y)));
    QImage out(left.size(), QImage::Format_RGB32);
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            out.setPixel(x, y, heatColor(double(pixelDifference(left.pixel(x, y), right.pixel(x, y))) / largest));
    return out;
}

CompareView::CompareView(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    describe();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CompareView::setImages(const QImage& left, const QString& leftName, const QImage& right, const QString& rightName)
{
    m_left = left;
    m_right = right;
    m_leftName = leftName;
    m_rightName = rightName;
    m_difference = differenceImage(left, right);
    m_meanDifference = m_largestDifference = -1;
    if (!m_difference.isNull()) {
        const QImage a = left.convertToFormat(QImage::Format_RGB32);
        const QImage b = right.convertToFormat(QImage::Format_RGB32);
        double sum = 0;
        m_largestDifference = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                sum += (std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q))) / 3.0;
                m_largestDifference = std::max(m_largestDifference, pixelDifference(p, q));
            }
        m_meanDifference = sum / (double(a.width()) * a.height());
    }
    clampPan();
    update();
    describe();
    Q_EMIT changed();
}

void CompareView::setMode(ImageCompare::Mode mode)
{
    m_mode = mode;
    m_flipped = false;
    clampPan();
    update();
    describe();
}

void CompareView::setZoom(int zoom)
{
    m_zoom = std::clamp(zoom, 0, 64);
    clampPan();
    update();
    Q_EMIT changed();
}

void CompareView::setWipe(double position)
{
    m_wipe = std::clamp(position, 0.0, 1.0);
    update();
    describe();
}

void CompareView::setFlipped(bool flipped)
{
    m_flipped = flipped;
    update();
    describe();
}

void CompareView::describe()
{
    QString text = tr("No images yet");
    if (!m_left.isNull() || !m_right.isNull())
        switch (m_mode) {
        case ImageCompare::Mode::SideBySide: text = tr("%1 beside %2").arg(m_leftName, m_rightName); break;
        case ImageCompare::Mode::Wipe: text = tr("%1 left of %3 %, %2 right of it").arg(m_leftName, m_rightName).arg(std::lround(100 * m_wipe)); break;
        case ImageCompare::Mode::Flip: text = tr("%1 is shown, %2 is behind it").arg(m_flipped ? m_rightName : m_leftName, m_flipped ? m_leftName : m_rightName); break;
        case ImageCompare::Mode::Difference: text = tr("Difference of %1 and %2").arg(m_leftName, m_rightName); break;
        }
    if (m_largestDifference >= 0)
        text += QStringLiteral(". ") + tr("Mean difference %1, largest %2 of 255").arg(numberText(m_meanDifference, 'f', 1)).arg(m_largestDifference);
    setAccessibleDescription(text);
}

void CompareView::swap()
{
    std::swap(m_left, m_right);
    std::swap(m_leftName, m_rightName);
    update();
    describe();
    Q_EMIT changed();
}

void CompareView::fit()
{
    m_pan = {};
    setZoom(0);
}

void CompareView::zoomBy(int steps) { setZoom(std::clamp(int(std::lround(scale())) + steps, 1, 64)); }

QRectF CompareView::pane(int index) const
{
    if (m_mode != ImageCompare::Mode::SideBySide)
        return rect();
    const double width = (this->width() - kPaneGap) / 2;
    return {index * (width + kPaneGap), 0, width, double(height())};
}

double CompareView::scale() const
{
    const double ratio = devicePixelRatioF();
    if (m_zoom > 0)
        return std::max(1.0, std::round(m_zoom * ratio)) / ratio;
    const QSize size = m_left.isNull() ? m_right.size() : m_left.size();
    if (size.isEmpty())
        return 1;
    const double room = std::min((pane(0).width() - 16) / size.width(), (pane(0).height() - 16) / size.height());
    // Whole device pixels for small images; only images larger than the view are scaled smoothly.
    return room * ratio >= 1 ? std::floor(room * ratio) / ratio : std::max(room, 0.01);
}

QRectF CompareView::imageRect(const QRectF& pane, const QImage& image) const
{
    const double k = scale();
    const QSizeF size(image.width() * k, image.height() * k);
    const QPointF topLeft = pane.center() + m_pan * k - QPointF(size.width() / 2, size.height() / 2);
    const double ratio = devicePixelRatioF();
    const QPointF origin = mapTo(window(), QPointF(0, 0));
    return {std::round((topLeft.x() + origin.x()) * ratio) / ratio - origin.x(), std::round((topLeft.y() + origin.y()) * ratio) / ratio - origin.y(), size.width(), size.height()};
}

void CompareView::clampPan()
{
    const QSize size = m_left.isNull() ? m_right.size() : m_left.size();
    m_pan.setX(std::clamp(m_pan.x(), -size.width() / 2.0, size.width() / 2.0));
    m_pan.setY(std::clamp(m_pan.y(), -size.height() / 2.0, size.height() / 2.0));
}

void CompareView::paintImage(QPainter& painter, const QRectF& pane, const QRectF& clip, const QImage& image, const QString& name, Qt::Alignment side)
{
    if (image.isNull())
        return;
    painter.save();
    painter.setClipRect(clip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 1);
    painter.drawImage(imageRect(pane, image), image);
    const Theme& theme = Theme::instance();
    const QFont font = theme.font(FontSize::Caption);
    const QFontMetrics metrics(font);
    if (!name.isEmpty()) {
        const QString text = metrics.elidedText(name, Qt::ElideRight, int(pane.width() / 2) - 32);
        const double width = metrics.horizontalAdvance(text) + 12;
        const QRectF tag(side & Qt::AlignRight ? pane.right() - width - 8 : pane.left() + 8, pane.top() + 8, width, metrics.height() + 6);
        drawRounded(painter, tag, theme.colors().panel, theme.colors().line);
        painter.setFont(font);
        painter.setPen(theme.colors().text);
        painter.drawText(tag, Qt::AlignCenter, text);
    }
    painter.restore();
}

void CompareView::paintEvent(QPaintEvent*)
{
    const ThemeColors& c = Theme::instance().colors();
    QPainter painter(this);
    const QRectF first = pane(0);
    drawRounded(painter, first, c.mat, {});
    switch (m_mode) {
    case ImageCompare::Mode::SideBySide:
        drawRounded(painter, pane(1), c.mat, {});
        paintImage(painter, first, first, m_left, m_leftName, Qt::AlignLeft);
        paintImage(painter, pane(1), pane(1), m_right, m_rightName, Qt::AlignLeft);
        break;
    case ImageCompare::Mode::Flip: paintImage(painter, first, first, m_flipped ? m_right : m_left, m_flipped ? m_rightName : m_leftName, Qt::AlignLeft); break;
    case ImageCompare::Mode::Difference:
        if (m_difference.isNull() && !m_left.isNull()) {
            painter.setPen(c.secondary);
            painter.drawText(first, Qt::AlignCenter, tr("The images differ in size."));
        }
        paintImage(painter, first, first, m_difference, m_leftName + QStringLiteral(" − ") + m_rightName, Qt::AlignLeft);
        break;
    case ImageCompare::Mode::Wipe: {
        const QRectF image = imageRect(first, m_left);
        const double x = std::clamp(image.left() + m_wipe * image.width(), first.left() + 1, first.right() - 1);
        paintImage(painter, first, QRectF(first.left(), first.top(), x - first.left(), first.height()), m_left, m_leftName, Qt::AlignLeft);
        paintImage(painter, first, QRectF(x, first.top(), first.right() - x, first.height()), m_right, m_rightName, Qt::AlignRight);
        painter.fillRect(QRectF(x - 1, first.top(), 2, first.height()), c.accent);
        const QRectF knob(x - 11, first.center().y() - 11, 22, 22);
        drawRounded(painter, knob, c.panel, c.accent, 1.5, 11);
        drawChevron(painter, QRectF(knob.left() + 3, knob.center().y() - 4, 6, 8), ChevronDirection::Left, c.accent);
        drawChevron(painter, QRectF(knob.right() - 9, knob.center().y() - 4, 6, 8), ChevronDirection::Right, c.accent);
        break;
    }
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect());
}

void CompareView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void CompareView::mousePressEvent(QMouseEvent* event)
{
    m_last = event->position();
    m_dragsWipe = false;
    if (m_mode == ImageCompare::Mode::Wipe && event->button() == Qt::LeftButton) {
        const QRectF image = imageRect(pane(0), m_left);
        m_dragsWipe = std::abs(event->position().x() - (image.left() + m_wipe * image.width())) < 14;
    }
}

void CompareView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF image = imageRect(pane(0), m_left);
    const bool isOnWipe = m_mode == ImageCompare::Mode::Wipe && std::abs(event->position().x() - (image.left() + m_wipe * image.width())) < 14;
    setCursor(m_dragsWipe || isOnWipe ? Qt::SplitHCursor : Qt::OpenHandCursor);
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return;
    if (m_dragsWipe) {
        if (image.width() > 0)
            setWipe((event->position().x() - image.left()) / image.width());
        return;
    }
    m_pan += (event->position() - m_last) / scale();
    m_last = event->position();
    clampPan();
    update();
}

void CompareView::mouseReleaseEvent(QMouseEvent*) { m_dragsWipe = false; }

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const double step = 16 / scale();
    switch (event->key()) {
    case Qt::Key_0: fit(); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(1); return;
    case Qt::Key_Minus: zoomBy(-1); return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            if (m_mode != ImageCompare::Mode::Flip)
                Q_EMIT modeRequested(ImageCompare::Mode::Flip);
            setFlipped(true);
        }
        return;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const double sign = event->key() == Qt::Key_Left ? -1 : 1;
        if (m_mode == ImageCompare::Mode::Wipe)
            setWipe(m_wipe + sign * 0.02);
        else
            m_pan.rx() -= sign * step;
        break;
    }
    case Qt::Key_Up: m_pan.ry() += step; break;
    case Qt::Key_Down: m_pan.ry() -= step; break;
    default: QWidget::keyPressEvent(event); return;
    }
    clampPan();
    update();
}

void CompareView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            setFlipped(false);
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void CompareView::focusOutEvent(QFocusEvent* event)
{
    setFlipped(false);
    QWidget::focusOutEvent(event);
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT changed();
}

}  // namespace potstill
