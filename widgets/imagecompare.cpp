#include "widgets/imagecompare.h"

#include "widgets/accessible.h"
#include "widgets/compareview.h"
#include "widgets/elidedlabel.h"
#include "widgets/icon.h"
#include "widgets/imagegrid.h"
#include "widgets/numbertext.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {
namespace {

QToolButton* toolButton(const QString& name, const QString& iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace

ImageCompare::ImageCompare(QWidget* parent) : QWidget(parent), m_view(new CompareView(this)), m_figures(new ElidedLabel(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(4);
    auto* group = new QButtonGroup(this);
    group->setExclusive(true);
    const QStringList names = {QStringLiteral("side-by-side"), QStringLiteral("wipe"), QStringLiteral("flip"), QStringLiteral("difference")};
    for (int i = 0; i < names.size(); ++i) {
        QToolButton* button = toolButton(QStringLiteral("compare.") + names[i], names[i], this);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setChecked(i == 0);
        group->addButton(button, i);
        bar->addWidget(button);
        m_modeButtons.append(button);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { setMode(Mode(id)); });
    bar->addSpacing(12);
    m_figures->setProperty("role", "secondary");
    m_figures->setFont(Theme::instance().tabularFont());
    bar->addWidget(m_figures, 1);
    m_swap = toolButton(QStringLiteral("compare.swap"), QStringLiteral("swap"), this);
    m_zoomOut = toolButton(QStringLiteral("compare.zoomOut"), QStringLiteral("zoom-out"), this);
    m_zoomIn = toolButton(QStringLiteral("compare.zoomIn"), QStringLiteral("zoom-in"), this);
    m_fit = toolButton(QStringLiteral("compare.fit"), QStringLiteral("fit"), this);
    m_close = toolButton(QStringLiteral("compare.close"), QStringLiteral("close"), this);
    for (QAbstractButton* button : {m_swap, m_zoomOut, m_zoomIn, m_fit, m_close})
        bar->addWidget(button);
    m_close->hide();
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    m_view->setObjectName(QStringLiteral("compare.view"));
    setFocusProxy(m_view);
    connect(m_swap, &QAbstractButton::clicked, m_view, &CompareView::swap);
    connect(m_zoomOut, &QAbstractButton::clicked, m_view, [this] { m_view->zoomBy(-1); });
    connect(m_zoomIn, &QAbstractButton::clicked, m_view, [this] { m_view->zoomBy(1); });
    connect(m_fit, &QAbstractButton::clicked, m_view, &CompareView::fit);
    connect(m_close, &QAbstractButton::clicked, this, &ImageCompare::closeRequested);
    connect(m_view, &CompareView::modeRequested, this, &ImageCompare::setMode);
    connect(m_view, &CompareView::changed, this, &ImageCompare::refresh);
    retranslate();
}

void ImageCompare::setImages(const Image& left, const QString& leftName, const Image& right, const QString& rightName)
{
    setImages(qimageFromImage(left), leftName, qimageFromImage(right), rightName);
}

void ImageCompare::setImages(const QImage& left, const QString& leftName, const QImage& right, const QString& rightName)
{
    m_view->setImages(left, leftName, right, rightName);
    refresh();
}

void ImageCompare::clear() { m_view->setImages({}, {}, {}, {}); }

void ImageCompare::setMode(Mode mode)
{
    m_modeButtons[int(mode)]->setChecked(true);
    if (m_view->mode() == mode)
        return;
    m_view->setMode(mode);
    refresh();
    Q_EMIT modeChanged(mode);
}

void ImageCompare::setModeKeys(const QStringList& keys)
{
    m_modeKeys = keys;
    retranslate();
}

ImageCompare::Mode ImageCompare::mode() const { return m_view->mode(); }

void ImageCompare::setZoom(int zoom) { m_view->setZoom(zoom); }

int ImageCompare::zoom() const { return m_view->zoom(); }

void ImageCompare::setWipe(double position) { m_view->setWipe(position); }

double ImageCompare::wipe() const { return m_view->wipe(); }

bool ImageCompare::isFlipped() const { return m_view->isFlipped(); }

void ImageCompare::setFlipped(bool flipped) { m_view->setFlipped(flipped); }

double ImageCompare::meanDifference() const { return m_view->meanDifference(); }

int ImageCompare::largestDifference() const { return m_view->largestDifference(); }

void ImageCompare::setCloseButtonShown(bool shown) { m_close->setVisible(shown); }

void ImageCompare::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImageCompare::retranslate()
{
    setAccessibleName(tr("Comparison of two images"));
    m_view->setAccessibleName(tr("Two images"));
    const QStringList words = {tr("Side by side"), tr("Wipe"), tr("Flip"), tr("Difference")};
    for (int i = 0; i < words.size(); ++i) {
        const QString key = m_modeKeys.value(i);
        const QString keys = Mode(i) != Mode::Flip ? key : key.isEmpty() ? tr("hold Space") : tr("%1, or hold Space").arg(key);
        m_modeButtons[i]->setText(words[i]);
        m_modeButtons[i]->setToolTip(keys.isEmpty() ? words[i] : QStringLiteral("%1  (%2)").arg(words[i], keys));
    }
    const auto name = [](QAbstractButton* button, const QString& text, const QString& key) {
        button->setAccessibleName(text);
        button->setToolTip(key.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, key));
    };
    name(m_swap, tr("Swap sides"), {});
    name(m_zoomOut, tr("Zoom out"), QStringLiteral("-"));
    name(m_zoomIn, tr("Zoom in"), QStringLiteral("+"));
    name(m_fit, tr("Fit"), QStringLiteral("0"));
    name(m_close, tr("Close the comparison"), {});
    refresh();
}

void ImageCompare::refresh()
{
    const double k = m_view->scale();
    QString text = k >= 1 ? tr("%1 ×").arg(numberText(k, 'g', 3)) : tr("%1 %").arg(int(k * 100));
    if (m_view->largestDifference() >= 0)
        text += tr("   difference: mean %1, largest %2 of 255").arg(numberText(m_view->meanDifference(), 'f', 1)).arg(m_view->largestDifference());
    m_figures->setText(text);
}

}  // namespace potstill
