#include "app/pages/votingview.h"

#include "app/window/pagekeys.h"
#include "widgets/accessible.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QTextOption>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>
#include <utility>

namespace potstill {

namespace {

constexpr int kLargestSide = 640;  // small images are not blown up beyond this, so that both are seen at a glance
constexpr int kGap = 48, kMargin = 24, kLineHeight = 3;
constexpr int kPatienceMs = 300;
constexpr int kClearHints = 4, kFadingHints = 4;  // votes
constexpr int kTextWidth = 560, kTextHeight = 480, kTextPad = 24, kThumbWidth = 4;

QRectF textPlace(const QRectF& side) { return side.adjusted(kTextPad, kTextPad, -kTextPad, -kTextPad); }

/// The keys as short as a cap of a keyboard has them.
QString capText(const QString& id)
{
    QStringList caps;
    for (const QKeySequence& keys : PageKeys::keysOf(id)) {
        const QString arrow = keys == QKeySequence(Qt::Key_Left)    ? QStringLiteral("←")
                              : keys == QKeySequence(Qt::Key_Right) ? QStringLiteral("→")
                              : keys == QKeySequence(Qt::Key_Up)    ? QStringLiteral("↑")
                              : keys == QKeySequence(Qt::Key_Down)  ? QStringLiteral("↓")
                                                                    : QString();
        caps.append(arrow.isEmpty() ? keys.toString(QKeySequence::NativeText) : arrow);
    }
    return caps.join(QStringLiteral("  "));
}

}  // namespace

/// A text as it is set in a column; even a word that is wider is seen whole. It is set anew only where text, width or font are others.
class VotingView::TextColumn {
public:
    explicit TextColumn(QObject* parent) : m_document(new QTextDocument(parent))
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_document->setDefaultTextOption(option);
        m_document->setDocumentMargin(0);
    }

    QTextDocument& set(const QString& text, double width)
    {
        const QFont font = Theme::instance().font(FontSize::Body);
        if (text == m_text && width == m_document->textWidth() && font == m_document->defaultFont())
            return *m_document;
        m_text = text;
        m_document->setDefaultFont(font);
        m_document->setPlainText(text);
        m_document->setTextWidth(width);
        return *m_document;
    }

private:
    QTextDocument* m_document;
    QString m_text;
};

VotingView::VotingView(QWidget* parent) : QWidget(parent, Qt::Window), m_leftColumn(std::make_unique<TextColumn>(this)), m_rightColumn(std::make_unique<TextColumn>(this))
{
    setAccessibleRole(this, QAccessible::Window);
    setObjectName("votingView");
    setWindowTitle(tr("Rating – Potstill"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // What assistive technology offers to somebody who presses no keys.
    addAction(tr("Left"), this, [this] { vote(Answer::Left); });
    addAction(tr("Right"), this, [this] { vote(Answer::Right); });
    addAction(tr("Equal"), this, [this] { vote(Answer::Tie); });
    addAction(tr("Both bad"), this, [this] { vote(Answer::BothBad); });
    addAction(tr("Take back"), this, &VotingView::undo);
    addAction(tr("Read on"), this, [this] { scrollTo(m_scroll + page()); });
    addAction(tr("Read back"), this, [this] { scrollTo(m_scroll - page()); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&PageKeys::instance(), &PageKeys::changed, this, qOverload<>(&QWidget::update));
}

VotingView::~VotingView() = default;

void VotingView::start(const QString& question, std::vector<VotingPair> pairs)
{
    m_question = question;
    m_pairs = std::move(pairs);
    m_votesHere = 0;
    m_isWaiting = false;
    m_largest = {};
    for (const VotingPair& p : m_pairs)
        m_largest = m_largest.expandedTo(p.left.size()).expandedTo(p.right.size());
    setAccessibleName(question);
    showPair(int(std::find_if(m_pairs.begin(), m_pairs.end(), [](const VotingPair& p) { return !p.answer; }) - m_pairs.begin()));
}

void VotingView::showPair(int index)
{
    m_current = index;
    m_isPainted = m_isArmed = false;
    m_scroll = 0;
    QStringList spoken = {isDone() ? tr("All pairs are answered") + QStringLiteral(". ") + farewell() : tr("Pair %1 of %2").arg(m_current + 1).arg(count())};
    if (const VotingPair* pair = isDone() ? nullptr : &m_pairs[std::size_t(m_current)]) {
        if (!pair->caption.isEmpty())
            spoken.append(pair->caption);
        if (pair->left.isNull())
            spoken.append({tr("Left: %1").arg(pair->leftText), tr("Right: %1").arg(pair->rightText)});
    }
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    announceDescription(this);
    update();
}

double VotingView::magnification() const
{
    if (m_largest.isEmpty())
        return 1;
    const double ratio = devicePixelRatioF();
    const double room = ratio * std::min((width() - 2 * kMargin - kGap) / 2.0 / m_largest.width(), (height() - 220.0) / m_largest.height());
    if (room < 1)
        return 1 / std::ceil(1 / std::max(room, 0.01));
    return std::max(1.0, std::floor(std::min(room, ratio * kLargestSide / std::max(m_largest.width(), m_largest.height()))));
}

void VotingView::setWaiting(bool waits)
{
    if (std::exchange(m_isWaiting, waits) == waits)
        return;
    if (waits) {
        m_patience.start();
        return;
    }
    if (!m_patience.isActive())
        update();
    m_patience.stop();
}

/// What both texts were asked for, where that is longer than its line: it heads both of them.
QString VotingView::asked(const Layout& at) const
{
    const VotingPair& pair = m_pairs[std::size_t(m_current)];
    const bool isLong = pair.caption.contains('\n') || QFontMetricsF(Theme::instance().font(FontSize::Body)).horizontalAdvance(pair.caption) > at.caption.width();
    return isLong && pair.left.isNull() ? pair.caption + "\n\n" : QString();
}

double VotingView::scrollRange() const
{
    double range = 0;
    if (isDone())
        return range;
    const VotingPair& pair = m_pairs[std::size_t(m_current)];
    const Layout at = layOut();
    for (const auto& [image, text, side, column] :
         {std::tuple(&pair.left, &pair.leftText, at.left, m_leftColumn.get()), std::tuple(&pair.right, &pair.rightText, at.right, m_rightColumn.get())})
        if (image->isNull())
            range = std::max(range, column->set(asked(at) + *text, textPlace(side).width()).size().height() - textPlace(side).height());
    return range;
}

/// What a press of Page Down moves; a line stays in sight.
double VotingView::page() const { return textPlace(layOut().left).height() - QFontMetricsF(Theme::instance().font(FontSize::Body)).lineSpacing(); }

void VotingView::scrollTo(double y)
{
    const double to = std::clamp(y, 0.0, scrollRange());
    if (std::exchange(m_scroll, to) != to)
        update();
}

std::vector<VotingView::Hint> VotingView::hints() const
{
    std::vector<Hint> all = {
        {capText("rate.left"), tr("Left")}, {capText("rate.tie"), tr("Equal")}, {capText("rate.bothBad"), tr("Both bad")}, {capText("rate.right"), tr("Right")}};
    if (scrollRange() > 0)
        all.push_back({capText("rate.readOn"), tr("Read on")});
    std::erase_if(all, [](const Hint& h) { return h.keys.isEmpty(); });
    return all;
}

/// What is left to do after the last pair.
QString VotingView::farewell() const
{
    QStringList ways;
    if (const QString keys = capText("rate.finish"); !keys.isEmpty())
        ways.append(tr("%1 ends the session").arg(keys));
    if (const QString keys = capText("rate.undo"); !keys.isEmpty())
        ways.append(tr("%1 takes the last answer back").arg(keys));
    return ways.join(QStringLiteral(" · "));
}

double VotingView::hintStrength() const { return std::clamp(1.0 - double(m_votesHere - kClearHints + 1) / kFadingHints, 0.0, 1.0); }

VotingView::Layout VotingView::layOut() const
{
    const double ratio = devicePixelRatioF();
    const QSizeF side = m_largest.isEmpty() ? QSizeF(std::min(kTextWidth, (width() - 2 * kMargin - kGap) / 2), std::max(3 * kTextPad, std::min(kTextHeight, height() - 260)))
                                            : QSizeF(m_largest) * magnification() / ratio;
    const auto onPixel = [ratio](double v) { return std::floor(v * ratio) / ratio; };
    Layout at;
    const double top = std::max(96.0, (height() - side.height()) / 2 - 8), middle = width() / 2.0;
    at.left = QRectF(QPointF(onPixel(middle - kGap / 2.0 - side.width()), onPixel(top)), side);
    at.right = QRectF(QPointF(onPixel(middle + kGap / 2.0), onPixel(top)), side);
    at.question = QRectF(kMargin, std::max(12.0, top - 84), width() - 2 * kMargin, 40);
    at.caption = QRectF(kMargin, at.question.bottom(), width() - 2 * kMargin, 28);
    at.hints = QRectF(kMargin, std::min(at.left.bottom() + 32, height() - 48.0), width() - 2 * kMargin, 32);
    return at;
}

void VotingView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ThemeColors& colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.mat);
    const Layout at = layOut();
    painter.setPen(colors.text);
    painter.setFont(Theme::instance().font(FontSize::Title));
    if (isDone()) {
        painter.drawText(rect().adjusted(0, 0, 0, -48), Qt::AlignCenter, tr("That was the last pair. Thank you."));
        painter.setFont(Theme::instance().font(FontSize::Body));
        painter.setPen(colors.secondary);
        painter.drawText(rect().adjusted(0, 48, 0, 0), Qt::AlignCenter, farewell());
    } else {
        painter.drawText(at.question, Qt::AlignCenter, m_question);
        paintPair(painter, at);
        if (m_isWaiting && !m_patience.isActive()) {
            painter.setFont(Theme::instance().font(FontSize::Body));
            painter.setPen(colors.secondary);
            painter.drawText(at.hints, Qt::AlignCenter, tr("Your last answer is being written; the next one is taken in a moment."));
        } else if (hintStrength() > 0) {
            paintHints(painter, at.hints);
        }
    }
    painter.fillRect(QRect(0, height() - kLineHeight, width(), kLineHeight), colors.line);
    if (count() > 0)
        painter.fillRect(QRect(0, height() - kLineHeight, width() * m_current / count(), kLineHeight), colors.accent);
    if (m_isPainted)
        return;
    m_isPainted = true;
    // When this event has been worked off both images are on the screen's buffer.
    QTimer::singleShot(0, this, [this, index = m_current] {
        if (index != m_current)
            return;
        m_isArmed = true;
        m_clock.start();
        Q_EMIT painted(index);
    });
}

void VotingView::paintPair(QPainter& painter, const Layout& at) const
{
    const VotingPair& pair = m_pairs[std::size_t(m_current)];
    if (!pair.caption.isEmpty() && asked(at).isEmpty()) {
        painter.setFont(Theme::instance().font(FontSize::Body));
        painter.setPen(Theme::instance().colors().secondary);
        painter.drawText(at.caption, Qt::AlignCenter, painter.fontMetrics().elidedText(pair.caption, Qt::ElideRight, int(at.caption.width())));
    }
    for (const auto& [place, image, text, column] :
         {std::tuple(at.left, &pair.left, &pair.leftText, m_leftColumn.get()), std::tuple(at.right, &pair.right, &pair.rightText, m_rightColumn.get())})
        image->isNull() ? paintText(painter, place, asked(at) + *text, *column) : paintImage(painter, place, *image);
}

void VotingView::paintText(QPainter& painter, const QRectF& place, const QString& text, TextColumn& column) const
{
    const ThemeColors& colors = Theme::instance().colors();
    painter.setPen(colors.line);
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRectF inner = textPlace(place);
    QTextDocument& document = column.set(text, inner.width());
    const double hidden = document.size().height() - inner.height(), at = std::min(m_scroll, std::max(0.0, hidden));
    painter.save();
    painter.setClipRect(inner);
    painter.translate(inner.left(), hidden > 0 ? inner.top() - at : inner.top() - hidden / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, colors.text);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    if (hidden <= 0)
        return;
    const double length = inner.height() * inner.height() / document.size().height();
    const QRectF thumb(place.right() - kTextPad / 2.0, inner.top() + at / hidden * (inner.height() - length), kThumbWidth, length);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.secondary);
    painter.drawRoundedRect(thumb, kThumbWidth / 2.0, kThumbWidth / 2.0);
}

void VotingView::paintImage(QPainter& painter, const QRectF& place, const QImage& image) const
{
    const double scale = magnification(), ratio = devicePixelRatioF();
    QRectF target(QPointF(), QSizeF(image.size()) * scale / ratio);
    target.moveCenter(place.center());
    target.moveTopLeft(QPointF((target.topLeft() * ratio).toPoint()) / ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < 1);
    painter.drawImage(target, image);
}

void VotingView::paintHints(QPainter& painter, const QRectF& place) const
{
    const std::vector<Hint> hints = this->hints();
    const ThemeColors& colors = Theme::instance().colors();
    painter.save();
    painter.setOpacity(hintStrength());
    painter.setFont(Theme::instance().font(FontSize::Body));
    const QFontMetricsF metrics(painter.font());
    constexpr double kPad = 10, kBetween = 40, kInner = 8;
    double total = -kBetween;
    for (const auto& [key, word] : hints)
        total += metrics.horizontalAdvance(key) + 2 * kPad + kInner + metrics.horizontalAdvance(word) + kBetween;
    double x = place.center().x() - total / 2;
    for (const auto& [key, word] : hints) {
        const QRectF cap(x, place.top() + 2, metrics.horizontalAdvance(key) + 2 * kPad, place.height() - 4);
        painter.setPen(colors.secondary);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colors.text);
        painter.drawText(cap, Qt::AlignCenter, key);
        const QRectF label(cap.right() + kInner, place.top(), metrics.horizontalAdvance(word) + 2, place.height());
        painter.drawText(label, int(Qt::AlignVCenter) | int(Qt::AlignLeft), word);
        x = label.right() - 2 + kBetween;
    }
    painter.restore();
}

void VotingView::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    const QString id = PageKeys::idOf("rate", *event);
    if (event->isAutoRepeat() && id != "rate.readOn" && id != "rate.readBack")
        return;
    const std::pair<const char*, Answer> answers[] = {{"rate.left", Answer::Left}, {"rate.right", Answer::Right}, {"rate.tie", Answer::Tie}, {"rate.bothBad", Answer::BothBad}};
    for (const auto& [key, answer] : answers)
        if (id == key)
            return vote(answer);
    if (id == "rate.undo")
        return undo();
    if (id == "rate.readOn")
        return scrollTo(m_scroll + page());
    if (id == "rate.readBack")
        return scrollTo(m_scroll - page());
    if (id == "rate.beginning")
        return scrollTo(0);
    if (id == "rate.end")
        return scrollTo(scrollRange());
    if (id == "rate.leave")
        return leave();
    if (id == "rate.finish") {
        if (isDone() && m_isArmed)
            Q_EMIT finished();
        return;
    }
    if (!PageKeys::pressed(*event).isEmpty()) {
        m_votesHere = 0;  // somebody looks for the right key
        update();
    }
}

void VotingView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || isDone())
        return;
    const Layout at = layOut();
    if (at.left.contains(event->position()))
        vote(Answer::Left);
    else if (at.right.contains(event->position()))
        vote(Answer::Right);
}

/// Its first press has voted: the second one would answer a pair that nobody has looked at.
void VotingView::mouseDoubleClickEvent(QMouseEvent* event) { event->accept(); }

void VotingView::wheelEvent(QWheelEvent* event)
{
    const double lines = event->angleDelta().y() / 120.0 * 3;
    scrollTo(m_scroll - (event->pixelDelta().isNull() ? lines * QFontMetricsF(Theme::instance().font(FontSize::Body)).lineSpacing() : event->pixelDelta().y()));
    event->accept();
}

void VotingView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    scrollTo(m_scroll);
}

void VotingView::closeEvent(QCloseEvent* event)
{
    event->ignore();
    leave();
}

void VotingView::leave()
{
    if (isDone())
        Q_EMIT finished();
    else
        Q_EMIT left();
}

void VotingView::vote(Answer answer)
{
    if (!isArmed() || isDone())
        return;
    const double milliseconds = double(m_clock.nsecsElapsed()) / 1e6;
    VotingPair& pair = m_pairs[std::size_t(m_current)];
    pair.answer = answer;
    ++m_votesHere;
    showPair(m_current + 1);
    Q_EMIT voted(pair.id, answer, milliseconds);
}

void VotingView::undo()
{
    if (m_current == 0 || m_isWaiting)
        return;
    VotingPair& pair = m_pairs[std::size_t(m_current - 1)];
    pair.answer.reset();
    showPair(m_current - 1);
    Q_EMIT undone(pair.id);
}

}  // namespace potstill
