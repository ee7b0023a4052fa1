#include "widgets/icon.h"

#include "widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

static void initIconResources() { Q_INIT_RESOURCE(widgets); }

namespace potstill {
namespace {

constexpr double kGrid = 20;          // the icons are drawn on 20 x 20
constexpr double kStrokeWidth = 1.5;  // logical pixels at every size

QByteArray sourceOf(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    auto it = sources.constFind(name);
    if (it != sources.constEnd())
        return *it;
    initIconResources();
    QFile file(QStringLiteral(":/potstill/icons/%1.svg").arg(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    sources.insert(name, source);
    return source;
}

class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QString name, IconTone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : qApp->devicePixelRatio();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        painter->drawPixmap(rect, scaledPixmap(pixels, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        if (size.isEmpty())
            return {};
        const QColor color = colorFor(mode, state);
        const QString key = QStringLiteral("potstill/%1/%2/%3x%4@%5").arg(m_name, color.name(QColor::HexArgb)).arg(size.width()).arg(size.height()).arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        const double side = std::min(size.width(), size.height());
        const double stroke = std::min(kStrokeWidth * scale * kGrid / side, 2.2);
        QByteArray svg = sourceOf(m_name);
        svg.replace("currentColor", color.name().toUtf8());
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(stroke, 'f', 3) + "\"");
        QSvgRenderer renderer(svg);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter, QRectF(std::floor((size.width() - side) / 2), std::floor((size.height() - side) / 2), side, side));
        painter.end();
        pixmap = QPixmap::fromImage(image);
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("PotstillLineIcon"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return sourceOf(m_name).isEmpty(); }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {{16, 16}, {20, 20}, {24, 24}}; }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const ThemeColors& colors = Theme::instance().colors();
        if (mode == QIcon::Disabled)
            return colors.disabled;
        switch (m_tone) {
        case IconTone::Normal: return state == QIcon::On ? colors.accent : colors.text;
        case IconTone::Secondary: return state == QIcon::On ? colors.accent : colors.secondary;
        case IconTone::Accent: return colors.accent;
        case IconTone::OnAccent: return colors.accentText;
        case IconTone::Success: return colors.success;
        case IconTone::Warning: return colors.warning;
        case IconTone::Danger: return colors.danger;
        }
        return colors.text;
    }

    QString m_name;
    IconTone m_tone;
};

}  // namespace

QIcon icon(const QString& name, IconTone tone)
{
    if (sourceOf(name).isEmpty())
        return {};
    return QIcon(new LineIconEngine(name, tone));
}

QStringList iconNames()
{
    initIconResources();
    QStringList names = QDir(QStringLiteral(":/potstill/icons")).entryList({QStringLiteral("*.svg")});
    for (QString& name : names)
        name.chop(4);
    return names;
}

}  // namespace potstill
