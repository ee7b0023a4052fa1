#include "widgets/studiostyle.h"

#include "widgets/icon.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace potstill {
namespace {

bool isKeyboardFocused(const QStyleOption& option) { return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange); }

QColor fieldBorder(const QStyleOption& option, const QWidget* widget)
{
    const ThemeColors& c = Theme::instance().colors();
    const QString issue = widget ? widget->property("issue").toString() : QString();
    if (issue == QLatin1String("error"))
        return c.danger;
    if (issue == QLatin1String("warning"))
        return c.warning;
    return option.state & QStyle::State_HasFocus ? c.accent : c.line;
}

void drawField(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const ThemeColors& c = Theme::instance().colors();
    const bool isQuiet = !(option.state & QStyle::State_Enabled) || (option.state & QStyle::State_ReadOnly);
    const bool isFocused = option.state & QStyle::State_HasFocus;
    drawRounded(painter, option.rect, isQuiet ? c.page : c.panel, fieldBorder(option, widget), isFocused ? 1.5 : 0);
}

void drawButton(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const ThemeColors& c = Theme::instance().colors();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isHovered = isEnabled && (option.state & QStyle::State_MouseOver);
    const bool isDown = option.state & QStyle::State_Sunken;
    const bool isOn = option.state & QStyle::State_On;
    const bool isPrimary = widget && widget->property("primary").toBool();
    const bool isFlat = widget && widget->property("flat").toBool();
    const bool isDanger = widget && widget->property("danger").toBool();
    if (isPrimary) {
        const QColor towards = Theme::instance().isDark() ? QColor(Qt::white) : QColor(Qt::black);
        const QColor fill = !isEnabled ? c.line : blended(c.accent, towards, isDown ? 0.18 : isHovered ? 0.09 : 0);
        drawRounded(painter, option.rect, fill, {});
        if (isKeyboardFocused(option))
            drawRounded(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), {}, c.accentText, 1.5, kCornerRadius - 1.5);
        return;
    }
    QColor fill = isDown ? c.line : isOn ? c.selection : isHovered ? c.hover : isFlat ? QColor() : c.panel;
    if (!isEnabled && !isFlat)
        fill = c.page;
    const QColor border = isFlat ? QColor() : isOn ? c.accent : isDanger && isEnabled ? c.danger : c.line;
    drawRounded(painter, option.rect, fill, border);
    if (isKeyboardFocused(option))
        drawFocusRing(painter, option.rect);
}

void drawCheckMark(QPainter& painter, const QRectF& box, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path(box.topLeft() + QPointF(0.24 * box.width(), 0.52 * box.height()));
    path.lineTo(box.topLeft() + QPointF(0.43 * box.width(), 0.71 * box.height()));
    path.lineTo(box.topLeft() + QPointF(0.77 * box.width(), 0.32 * box.height()));
    painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

QRectF centredSquare(const QRect& rect, double side) { return {rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side}; }

void drawIndicator(QPainter& painter, const QStyleOption& option, bool isRound)
{
    const ThemeColors& c = Theme::instance().colors();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const bool isPartial = option.state & QStyle::State_NoChange;
    const QRectF box = centredSquare(option.rect, 16);
    const double radius = isRound ? 8 : 3;
    if (isOn || isPartial) {
        drawRounded(painter, box, isEnabled ? c.accent : c.disabled, {}, 0, radius);
        const QColor mark = isEnabled ? c.accentText : c.page;
        if (isRound)
            drawRounded(painter, box.adjusted(5, 5, -5, -5), mark, {}, 0, 3);
        else if (isOn)
            drawCheckMark(painter, box, mark);
        else
            drawRounded(painter, QRectF(box.x() + 4, box.center().y() - 0.85, box.width() - 8, 1.7), mark, {}, 0, 0.8);
    } else {
        const QColor border = option.state & QStyle::State_MouseOver && isEnabled ? c.secondary : blended(c.line, c.secondary, isEnabled ? 0.55 : 0);
        drawRounded(painter, box, isEnabled ? c.panel : c.page, border, 0, radius);
    }
}

}  // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void StudioStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->property("ground").isValid())
        widget->setAttribute(Qt::WA_StyledBackground);
    // A style sheet on the program makes Qt ask itself, not us, for the size of a spin box.
    if (qobject_cast<QAbstractSpinBox*>(widget))
        widget->setMinimumHeight(std::max(28, (widget->fontMetrics().height() + 11) / 2 * 2));
    if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonMargin: return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_DockWidgetFrameWidth: return 0;
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth: return 1;
    case PM_MenuHMargin: return 0;
    case PM_MenuVMargin: return 4;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return 16;
    case PM_ToolBarIconSize: return 20;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 28;
    case PM_SplitterWidth: return 5;
    case PM_DockWidgetSeparatorExtent: return 5;
    case PM_DockWidgetTitleMargin: return 8;
    case PM_DockWidgetTitleBarButtonMargin: return 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 14;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength: return 16;
    case PM_ToolBarItemSpacing: return 4;
    case PM_ToolBarItemMargin: return 4;
    case PM_ToolBarSeparatorExtent: return 17;
    case PM_HeaderMargin: return 8;
    case PM_TreeViewIndentation: return 16;
    case PM_ToolTipLabelFrameWidth: return 8;
    case PM_FocusFrameHMargin: return 6;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
    case SH_TabBar_PreferNoArrows:
    case SH_Table_GridLineColor:
        if (hint == SH_Table_GridLineColor)
            return static_cast<int>(Theme::instance().colors().line.rgb());
        return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_FormLayoutLabelAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_FormLayoutFormAlignment: return Qt::AlignLeft | Qt::AlignTop;
    case SH_GroupBox_TextLabelColor: return static_cast<int>(Theme::instance().colors().text.rgb());
    case SH_Header_ArrowAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int lineHeight = option ? option->fontMetrics.height() : 16;
    const int controlHeight = std::max(28, (lineHeight + 11) / 2 * 2);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool isIconOnly = button && button->text.isEmpty();
        return {isIconOnly ? controlHeight : std::max(size.width() + 28, 72), controlHeight};
    }
    case CT_LineEdit: out.setHeight(controlHeight); return out;
    case CT_ComboBox: return {size.width() + 14 + 24, controlHeight};
    case CT_SpinBox: return {size.width() + 10 + 20, controlHeight};
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button || button->toolButtonStyle == Qt::ToolButtonIconOnly)
            return size + QSize(8, 8);
        return {size.width() + 20, std::max(size.height() + 8, controlHeight)};
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const bool hasShortcut = item && item->text.contains(QLatin1Char('\t'));
        return {size.width() + 36 + 28 + (hasShortcut ? 24 : 0), std::max(28, lineHeight + 12)};
    }
    case CT_MenuBarItem: return size + QSize(16, 10);
    case CT_ItemViewItem: out.setHeight(std::max(out.height() + 4, 26)); return out;
    case CT_HeaderSection: return {out.width() + 12, std::max(out.height(), 28)};  // its label stands in by 4 on either side of what Qt leaves it
    case CT_CheckBox:
    case CT_RadioButton: out.setHeight(std::max(out.height(), 24)); return out + QSize(4, 0);
    default: return out;
    }
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth > 0 ? rect.adjusted(4, 0, -4, 0) : rect;
    }
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect: return option->rect;
    default: return rect;
    }
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    const QRectF rect = option->rect;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel: drawButton(*painter, *option, widget); return;
    case PE_FrameDefaultButton:
    case PE_PanelToolBar:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_FrameDockWidget:
    case PE_FrameTabWidget:
    case PE_FrameGroupBox: return;
    case PE_FrameTabBarBase: drawHorizontalLine(*painter, rect.left(), rect.right(), rect.bottom() - hairline(*painter), c.line); return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*painter, *option, widget);
        return;
    }
    case PE_FrameLineEdit: drawRounded(*painter, rect, {}, fieldBorder(*option, widget)); return;
    case PE_Frame: {
        // A view that has the keyboard says so with its frame.
        const bool isFocused = (option->state & State_HasFocus) && qobject_cast<const QAbstractScrollArea*>(widget);
        drawRounded(*painter, rect, {}, isFocused && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange) ? c.accent : c.line, 0, 0);
        return;
    }
    case PE_FrameWindow:
    case PE_FrameMenu: drawRounded(*painter, rect, {}, c.line, 0, 0); return;
    case PE_PanelMenu: painter->fillRect(rect, c.panel); return;
    case PE_PanelTipLabel: drawRounded(*painter, rect, c.panel, c.line, 0, 0); return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            if (option->state & State_KeyboardFocusChange)
                drawRounded(*painter, rect, {}, c.accent, 0, 2);
            return;
        }
        if (option->state & State_KeyboardFocusChange)
            drawFocusRing(*painter, rect);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawIndicator(*painter, *option, false); return;
    case PE_IndicatorRadioButton: drawIndicator(*painter, *option, true); return;
    case PE_IndicatorArrowDown: drawChevron(*painter, rect, ChevronDirection::Down, c.secondary); return;
    case PE_IndicatorArrowUp: drawChevron(*painter, rect, ChevronDirection::Up, c.secondary); return;
    case PE_IndicatorArrowLeft: drawChevron(*painter, rect, ChevronDirection::Left, c.secondary); return;
    case PE_IndicatorArrowRight: drawChevron(*painter, rect, ChevronDirection::Right, c.secondary); return;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(*painter, rect, header->sortIndicator == QStyleOptionHeader::SortUp ? ChevronDirection::Up : ChevronDirection::Down, c.secondary);
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            drawChevron(*painter, rect, option->state & State_Open ? ChevronDirection::Down : ChevronDirection::Right, c.secondary);
        return;
    case PE_PanelButtonTool: {
        const bool isOn = option->state & State_On;
        const bool isDown = option->state & State_Sunken;
        const bool isHovered = (option->state & State_MouseOver) && (option->state & State_Enabled);
        if (isOn || isDown || isHovered)
            drawRounded(*painter, rect, isDown && !isOn ? c.line : isOn ? c.selection : c.hover, {});
        if (isKeyboardFocused(*option))
            drawFocusRing(*painter, rect);
        return;
    }
    case PE_IndicatorToolBarSeparator:
        if (option->state & State_Horizontal)
            drawVerticalLine(*painter, rect.center().x(), rect.top() + 4, rect.bottom() - 4, c.line);
        else
            drawHorizontalLine(*painter, rect.left() + 4, rect.right() - 4, rect.center().y(), c.line);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        if (option->rect.width() < option->rect.height())
            drawVerticalLine(*painter, option->rect.center().x(), rect.top(), rect.bottom(), c.line);
        else
            drawHorizontalLine(*painter, rect.left(), rect.right(), option->rect.center().y(), c.line);
        return;
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(rect, item->backgroundBrush);
        if (option->state & State_Selected)
            painter->fillRect(rect, c.selection);
        else if ((option->state & State_MouseOver) && (option->state & State_Enabled))
            painter->fillRect(rect, c.hover);
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int StudioStyle::layoutSpacing(QSizePolicy::ControlType, QSizePolicy::ControlType, Qt::Orientation, const QStyleOption*, const QWidget*) const { return 8; }

QIcon StudioStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_DialogCloseButton: return icon(QStringLiteral("close"), IconTone::Secondary);
    case SP_LineEditClearButton: return icon(QStringLiteral("close"), IconTone::Secondary);
    case SP_TitleBarNormalButton: return icon(QStringLiteral("copy"), IconTone::Secondary);
    case SP_MessageBoxCritical: return icon(QStringLiteral("error"), IconTone::Danger);
    case SP_MessageBoxWarning: return icon(QStringLiteral("warning"), IconTone::Warning);
    case SP_MessageBoxInformation: return icon(QStringLiteral("info"), IconTone::Accent);
    case SP_MessageBoxQuestion: return icon(QStringLiteral("help"), IconTone::Accent);
    case SP_ToolBarHorizontalExtensionButton: return icon(QStringLiteral("more"));
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

}  // namespace potstill
