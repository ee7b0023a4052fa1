#include "widgets/scrubber.h"

#include "widgets/accessible.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace potstill {

class ScrubberTrack final : public QWidget {
public:
    explicit ScrubberTrack(Scrubber* scrubber) : QWidget(scrubber), m_scrubber(scrubber)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMouseTracking(true);
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override { return {240, 28}; }
    QSize minimumSizeHint() const override { return {96, 28}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ThemeColors& c = Theme::instance().colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double middle = height() / 2.0;
        drawRounded(painter, QRectF(kMargin, middle - 1, width() - 2 * kMargin, 2), blended(c.line, c.secondary, 0.15), {}, 0, 1);
        const QList<ScrubberEvent>& events = m_scrubber->events();
        if (events.isEmpty())
            return;
        const int current = m_scrubber->currentIndex();
        const double seen = xOf(events.last().images);
        drawRounded(painter, QRectF(kMargin, middle - 1, seen - kMargin, 2), blended(c.panel, c.secondary, 0.6), {}, 0, 1);
        double lastTick = -10;
        for (qsizetype i = 0; i < events.size(); ++i) {
            const double x = xOf(events[i].images);
            const double half = events[i].emphasised ? 7 : 4;
            // Ticks nearer than two pixels would run into a bar.
            if (!events[i].emphasised && x - lastTick < 3)
                continue;
            lastTick = x;
            painter.fillRect(QRectF(std::round(x), middle - half, 1, 2 * half), events[i].emphasised ? c.text : c.secondary);
        }
        if (current >= 0) {
            const double x = xOf(events[current].images);
            drawRounded(painter, QRectF(x - 6, middle - 6, 12, 12), c.accent, c.panel, 2, 6);
            if (m_scrubber->hasFocus())
                drawRounded(painter, QRectF(x - 9, middle - 9, 18, 18), {}, c.accent, 1.5, 9);
        }
    }
    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() != Qt::LeftButton)
            return;
        m_scrubber->setFocus(Qt::MouseFocusReason);
        m_scrubber->setCurrentIndex(nearest(event->position().x()));
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        if (event->buttons() & Qt::LeftButton)
            m_scrubber->setCurrentIndex(nearest(event->position().x()));
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip && !m_scrubber->events().isEmpty()) {
            auto* help = static_cast<QHelpEvent*>(event);
            const ScrubberEvent& at = m_scrubber->events().at(nearest(help->pos().x()));
            const QString position = m_scrubber->positionText(at.images);
            QToolTip::showText(help->globalPos(), at.label.isEmpty() ? position : QStringLiteral("%1\n%2").arg(position, at.label), this);
            return true;
        }
        return QWidget::event(event);
    }

private:
    static constexpr double kMargin = 10;

    double end() const { return std::max({double(m_scrubber->m_total), double(m_scrubber->events().last().images), 1.0}); }
    double xOf(qint64 images) const { return kMargin + double(images) / end() * (width() - 2 * kMargin); }
    int nearest(double x) const
    {
        const QList<ScrubberEvent>& events = m_scrubber->events();
        int best = -1;
        for (qsizetype i = 0; i < events.size(); ++i)
            if (best < 0 || std::abs(xOf(events[i].images) - x) < std::abs(xOf(events[best].images) - x))
                best = int(i);
        return best;
    }

    Scrubber* m_scrubber;
};

qint64 imagesFromText(const QString& text)
{
    QString plain = text.simplified();
    plain.remove(QLatin1Char(' ')).remove(QChar(0x202F)).remove(QChar(0xA0));
    double factor = 1;
    if (plain.endsWith(QLatin1Char('k'), Qt::CaseInsensitive))
        factor = 1e3;
    else if (plain.endsWith(QLatin1Char('M'), Qt::CaseInsensitive))
        factor = 1e6;
    if (factor > 1)
        plain.chop(1);
    bool ok = false;
    const double value = plain.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok) * factor;
    return ok && value >= 0 && value < 9e18 ? qint64(std::llround(value)) : -1;
}

Scrubber::Scrubber(QWidget* parent)
    : QWidget(parent),
      m_play(new QToolButton(this)),
      m_back(new QToolButton(this)),
      m_forward(new QToolButton(this)),
      m_track(new ScrubberTrack(this)),
      m_position(new QLineEdit(this)),
      m_timer(new QTimer(this))
{
    setAccessibleRole(this, QAccessible::Slider);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_play);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addWidget(m_track, 1);
    layout->addSpacing(4);
    layout->addWidget(m_position);
    m_play->setObjectName(QStringLiteral("play"));
    m_back->setObjectName(QStringLiteral("back"));
    m_forward->setObjectName(QStringLiteral("forward"));
    m_position->setObjectName(QStringLiteral("position"));
    for (QToolButton* button : {m_play, m_back, m_forward}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
    }
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_forward->setIcon(icon(QStringLiteral("chevron-right")));
    m_position->setAlignment(Qt::AlignRight);
    m_position->setFont(Theme::instance().tabularFont());
    m_position->setFixedWidth(m_position->fontMetrics().horizontalAdvance(QStringLiteral("000.0 k images")) + 24);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_timer->setInterval(250);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_current + 1 < m_events.size())
            setCurrentIndex(m_current + 1);
        else
            setPlaying(false);
    });
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(m_back, &QToolButton::clicked, this, [this] { setCurrentIndex(m_current - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { setCurrentIndex(m_current + 1); });
    connect(m_position, &QLineEdit::returnPressed, this, &Scrubber::takeTypedText);
    connect(m_position, &QLineEdit::editingFinished, this, &Scrubber::refresh);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
    refresh();
}

void Scrubber::setUnit(Unit unit)
{
    m_unit = unit;
    retranslate();
    refresh();
}

QString Scrubber::positionText(qint64 position) const { return m_unit == Unit::Steps ? tr("step %1").arg(position) : tr("%1 images").arg(siText(double(position))); }

void Scrubber::setEvents(const QList<ScrubberEvent>& events)
{
    const bool wasFollowing = isFollowing();
    const qint64 before = currentImages();
    const int indexBefore = m_current;
    m_events = events;
    std::stable_sort(m_events.begin(), m_events.end(), [](const ScrubberEvent& a, const ScrubberEvent& b) { return a.images < b.images; });
    m_current = -1;
    if (!m_events.isEmpty()) {
        m_current = int(m_events.size()) - 1;
        if (!wasFollowing)
            for (qsizetype i = 0; i < m_events.size(); ++i)
                if (std::abs(m_events[i].images - before) < std::abs(m_events[m_current].images - before))
                    m_current = int(i);
    }
    refresh();
    if (m_current != indexBefore || currentImages() != before)
        Q_EMIT currentChanged(m_current);
}

void Scrubber::setTotalImages(qint64 images)
{
    m_total = images;
    m_track->update();
}

qint64 Scrubber::currentImages() const { return m_current >= 0 ? m_events[m_current].images : 0; }

void Scrubber::setCurrentIndex(int index)
{
    if (m_events.isEmpty())
        return;
    const int clamped = std::clamp(index, 0, int(m_events.size()) - 1);
    if (clamped == m_current)
        return;
    m_current = clamped;
    refresh();
    Q_EMIT currentChanged(m_current);
}

void Scrubber::goToImages(qint64 images)
{
    int best = -1;
    for (qsizetype i = 0; i < m_events.size(); ++i)
        if (best < 0 || std::abs(m_events[i].images - images) < std::abs(m_events[best].images - images))
            best = int(i);
    setCurrentIndex(best);
}

bool Scrubber::isFollowing() const { return m_events.isEmpty() || m_current == m_events.size() - 1; }

bool Scrubber::isPlaying() const { return m_timer->isActive(); }

void Scrubber::setPlaying(bool playing)
{
    if (playing == isPlaying() || (playing && m_events.size() < 2))
        return;
    if (playing) {
        if (m_current == m_events.size() - 1)
            setCurrentIndex(0);
        m_timer->start();
    } else {
        m_timer->stop();
    }
    retranslate();
    Q_EMIT playingChanged(playing);
}

void Scrubber::setPlayIntervalMs(int ms) { m_timer->setInterval(std::max(ms, 16)); }

void Scrubber::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: setCurrentIndex(m_current - 1); return;
    case Qt::Key_Right: setCurrentIndex(m_current + 1); return;
    case Qt::Key_PageUp: setCurrentIndex(m_current - 10); return;
    case Qt::Key_PageDown: setCurrentIndex(m_current + 10); return;
    case Qt::Key_Home: setCurrentIndex(0); return;
    case Qt::Key_End: setCurrentIndex(int(m_events.size()) - 1); return;
    case Qt::Key_Space: setPlaying(!isPlaying()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_position->setFocus();
        m_position->selectAll();
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void Scrubber::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

void Scrubber::refresh()
{
    const bool hasEvents = !m_events.isEmpty();
    m_play->setEnabled(m_events.size() > 1);
    m_back->setEnabled(m_current > 0);
    m_forward->setEnabled(hasEvents && m_current < m_events.size() - 1);
    m_position->setEnabled(hasEvents);
    const QString position = hasEvents ? positionText(currentImages()) : QString();
    m_position->setText(position);
    setAccessibleDescription(hasEvents ? tr("Event %1 of %2, %3").arg(m_current + 1).arg(m_events.size()).arg(position) : tr("No events yet"));
    QAccessibleValueChangeEvent event(this, std::max(0, m_current));
    tellAccessible(event);
    m_track->update();
}

void Scrubber::retranslate()
{
    setAccessibleName(tr("Time line"));
    m_play->setIcon(icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("run")));
    const QString play = isPlaying() ? tr("Stop playing") : tr("Play");
    m_play->setToolTip(tr("%1  (Space)").arg(play));
    m_play->setAccessibleName(play);
    m_back->setToolTip(tr("Earlier  (Left)"));
    m_back->setAccessibleName(tr("Earlier"));
    m_forward->setToolTip(tr("Later  (Right)"));
    m_forward->setAccessibleName(tr("Later"));
    m_position->setAccessibleName(m_unit == Unit::Steps ? tr("Step") : tr("Images seen"));
    m_position->setToolTip(m_unit == Unit::Steps ? tr("Step; type a number to go there") : tr("Images seen; type a number such as 12k to go there"));
}

void Scrubber::takeTypedText()
{
    QString text = m_position->text();
    // The unit that we wrote beside the number ourselves.
    while (!text.isEmpty() && !text.front().isDigit())
        text.remove(0, 1);
    qsizetype end = 0;
    while (end < text.size() && (!text[end].isLetter() || text[end] == QLatin1Char('k') || text[end] == QLatin1Char('M')))
        ++end;
    const qint64 images = imagesFromText(text.left(end));
    if (images >= 0)
        goToImages(images);
    setFocus();
    refresh();
}

}  // namespace potstill
