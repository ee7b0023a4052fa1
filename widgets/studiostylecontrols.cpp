#include "widgets/icon.h"
#include "widgets/studiostyle.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTabBar>

namespace potstill {

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    const QRect rect = option->rect;
    switch (control) {
    case CC_ComboBox:
        switch (part) {
        case SC_ComboBoxEditField: return visualRect(option->direction, rect, rect.adjusted(8, 1, -24, -1));
        case SC_ComboBoxArrow: return visualRect(option->direction, rect, QRect(rect.right() - 23, rect.top(), 24, rect.height()));
        case SC_ComboBoxListBoxPopup: return rect;
        default: return rect;
        }
    case CC_SpinBox: {
        const int width = 18;
        const QRect buttons(rect.right() - width, rect.top() + 1, width, rect.height() - 2);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool hasButtons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        switch (part) {
        case SC_SpinBoxUp: return hasButtons ? visualRect(option->direction, rect, QRect(buttons.left(), buttons.top(), width, buttons.height() / 2)) : QRect();
        case SC_SpinBoxDown:
            return hasButtons ? visualRect(option->direction, rect, QRect(buttons.left(), buttons.top() + buttons.height() / 2, width, buttons.height() / 2)) : QRect();
        case SC_SpinBoxEditField: return visualRect(option->direction, rect, rect.adjusted(5, 1, hasButtons ? -width - 1 : -5, -1));
        default: return rect;
        }
    }
    case CC_ScrollBar: {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!slider)
            break;
        const bool isHorizontal = slider->orientation == Qt::Horizontal;
        const int length = isHorizontal ? rect.width() : rect.height();
        const int range = slider->maximum - slider->minimum;
        int size = length;
        if (range > 0)
            size = std::clamp(int(double(slider->pageStep) * length / (double(range) + slider->pageStep)), std::min(28, length), length);
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - size, slider->upsideDown);
        const auto along = [&](int from, int extent) {
            return isHorizontal ? QRect(rect.x() + from, rect.y(), extent, rect.height()) : QRect(rect.x(), rect.y() + from, rect.width(), extent);
        };
        switch (part) {
        case SC_ScrollBarGroove: return rect;
        case SC_ScrollBarSlider: return along(start, size);
        case SC_ScrollBarSubPage: return along(0, start);
        case SC_ScrollBarAddPage: return along(start + size, length - start - size);
        default: return {};
        }
    }
    case CC_GroupBox:
        if (part == SC_GroupBoxContents)
            return rect.adjusted(0, option->fontMetrics.height() + 8, 0, 0);
        break;
    default: break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void StudioStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool isActive = (option->activeSubControls & SC_ScrollBarSlider) && (option->state & (State_MouseOver | State_Sunken));
    const QColor color = blended(c.panel, c.secondary, isActive ? 0.75 : 0.38);
    drawRounded(*painter, handle.adjusted(3, 3, -3, -3), color, {}, 0, 3);
}

void StudioStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (!spin)
        return;
    if (spin->frame) {
        QStyleOptionFrame frame;
        frame.QStyleOption::operator=(*option);
        frame.lineWidth = 1;
        drawPrimitive(PE_PanelLineEdit, &frame, painter, widget);
    }
    const bool isActive = option->state & (State_MouseOver | State_HasFocus);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons || !(option->state & State_Enabled) || (option->state & State_ReadOnly) || !isActive)
        return;
    const auto chevron = [&](SubControl part, ChevronDirection direction, QAbstractSpinBox::StepEnabledFlag flag) {
        QRectF rect = subControlRect(CC_SpinBox, option, part, widget);
        rect = QRectF(rect.center().x() - 3, rect.center().y() - 3 + (direction == ChevronDirection::Up ? 1 : -1), 6, 6);
        const bool isHot = option->activeSubControls == part && (option->state & State_MouseOver);
        drawChevron(*painter, rect, direction, !(spin->stepEnabled & flag) ? c.disabled : isHot ? c.text : c.secondary);
    };
    chevron(SC_SpinBoxUp, ChevronDirection::Up, QAbstractSpinBox::StepUpEnabled);
    chevron(SC_SpinBoxDown, ChevronDirection::Down, QAbstractSpinBox::StepDownEnabled);
}

void StudioStyle::drawSlider(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider)
        return;
    const QRectF rect = option->rect;
    const QRectF handle = QProxyStyle::subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const bool isHorizontal = slider->orientation == Qt::Horizontal;
    const bool isEnabled = option->state & State_Enabled;
    QRectF groove = isHorizontal ? QRectF(rect.left() + 2, rect.center().y() - 1, rect.width() - 4, 2) : QRectF(rect.center().x() - 1, rect.top() + 2, 2, rect.height() - 4);
    drawRounded(*painter, groove, blended(c.line, c.secondary, 0.25), {}, 0, 1);
    if (isHorizontal && !slider->upsideDown)
        groove.setRight(handle.center().x());
    else if (isHorizontal)
        groove.setLeft(handle.center().x());
    else
        groove.setTop(handle.center().y());
    drawRounded(*painter, groove, isEnabled ? c.accent : c.disabled, {}, 0, 1);
    const QRectF knob(handle.center().x() - 7, handle.center().y() - 7, 14, 14);
    drawRounded(*painter, knob, c.panel, isEnabled ? c.accent : c.disabled, 1.5, 7);
    if ((option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange))
        drawRounded(*painter, knob.adjusted(3.5, 3.5, -3.5, -3.5), c.accent, {}, 0, 3.5);
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    switch (control) {
    case CC_ScrollBar: drawScrollBar(option, painter, widget); return;
    case CC_SpinBox: drawSpinBox(option, painter, widget); return;
    case CC_Slider: drawSlider(option, painter, widget); return;
    case CC_ComboBox: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo && combo->frame) {
            QStyleOptionFrame frame;
            frame.QStyleOption::operator=(*option);
            frame.lineWidth = 1;
            if (!combo->editable && !(option->state & State_KeyboardFocusChange))
                frame.state &= ~State_HasFocus;
            drawPrimitive(PE_PanelLineEdit, &frame, painter, widget);
        }
        const QRectF arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const bool isEnabled = option->state & State_Enabled;
        drawChevron(*painter, QRectF(arrow.center().x() - 4, arrow.center().y() - 4, 8, 8), ChevronDirection::Down, isEnabled ? c.secondary : c.disabled);
        return;
    }
    case CC_GroupBox: {
        const auto* box = qstyleoption_cast<const QStyleOptionGroupBox*>(option);
        if (!box)
            break;
        QFont font = painter->font();
        painter->save();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(c.text);
        QRect title = QRect(option->rect.x(), option->rect.y(), option->rect.width(), option->fontMetrics.height());
        if (box->subControls & SC_GroupBoxCheckBox) {
            QStyleOptionButton check;
            check.QStyleOption::operator=(*option);
            check.rect = QProxyStyle::subControlRect(CC_GroupBox, option, SC_GroupBoxCheckBox, widget);
            drawPrimitive(PE_IndicatorCheckBox, &check, painter, widget);
            title.setLeft(check.rect.right() + 8);
        }
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, box->text);
        painter->restore();
        return;
    }
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void StudioStyle::drawMenuItem(const QStyleOption* option, QPainter* painter) const
{
    const ThemeColors& c = Theme::instance().colors();
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (!item)
        return;
    const QRect rect = option->rect;
    painter->fillRect(rect, c.panel);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        drawHorizontalLine(*painter, rect.left(), rect.right() + 1, rect.center().y(), c.line);
        return;
    }
    const bool isEnabled = option->state & State_Enabled;
    if ((option->state & State_Selected) && isEnabled)
        drawRounded(*painter, QRectF(rect).adjusted(4, 1, -4, -1), c.selection, {});
    painter->save();
    const QRect iconRect = visualRect(option->direction, rect, QRect(rect.left() + 12, rect.center().y() - 7, 16, 16));
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked) {
            const QIcon mark = icon(QStringLiteral("check"), IconTone::Accent);
            mark.paint(painter, iconRect, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        }
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, iconRect, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    }
    const int tab = int(item->text.indexOf(QLatin1Char('\t')));
    const QString text = tab < 0 ? item->text : item->text.left(tab);
    const QRect textRect = visualRect(option->direction, rect, rect.adjusted(36, 0, -28, 0));
    painter->setFont(item->font);
    painter->setPen(isEnabled ? c.text : c.disabled);
    painter->drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, text);
    if (tab >= 0) {
        painter->setPen(isEnabled ? c.secondary : c.disabled);
        painter->drawText(textRect.adjusted(0, 0, 16, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, item->text.mid(tab + 1));
    }
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = visualRect(option->direction, rect, QRect(rect.right() - 20, rect.center().y() - 3, 8, 8));
        drawChevron(*painter, arrow, option->direction == Qt::RightToLeft ? ChevronDirection::Left : ChevronDirection::Right, c.secondary);
    }
}

// Icon and word with even air around them; Qt's own leaves two pixels between.
void StudioStyle::drawToolButtonLabel(const QStyleOption* option, QPainter* painter) const
{
    const ThemeColors& c = Theme::instance().colors();
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (!button)
        return;
    const bool isEnabled = option->state & State_Enabled;
    const int side = button->iconSize.width();
    QRect text = option->rect.adjusted(8, 0, -8, 0);
    if (!button->icon.isNull()) {
        const QRect at = visualRect(option->direction, option->rect, QRect(option->rect.left() + 8, option->rect.center().y() - side / 2 + 1, side, side));
        button->icon.paint(painter, at, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled, option->state & State_On ? QIcon::On : QIcon::Off);
        text.setLeft(text.left() + side + 6);
    }
    painter->setFont(button->font);
    painter->setPen(isEnabled ? c.text : c.disabled);
    painter->drawText(visualRect(option->direction, option->rect, text), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, button->text);
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColors& c = Theme::instance().colors();
    const QRectF rect = option->rect;
    const bool isEnabled = option->state & State_Enabled;
    switch (element) {
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            break;
        QStyleOptionButton copy(*button);
        if (isEnabled && widget && widget->property("primary").toBool())
            copy.palette.setColor(QPalette::ButtonText, c.accentText);
        else if (isEnabled && widget && widget->property("danger").toBool())
            copy.palette.setColor(QPalette::ButtonText, c.danger);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_ComboBoxLabel: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (!combo)
            break;
        QStyleOptionComboBox copy(*combo);
        const int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - (combo->currentIcon.isNull() ? 2 : combo->iconSize.width() + 6);
        copy.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_ToolButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button || button->toolButtonStyle != Qt::ToolButtonTextBesideIcon || button->text.isEmpty())
            break;
        drawToolButtonLabel(option, painter);
        return;
    }
    case CE_TabBarTabShape: {
        if (option->state & State_Selected) {
            const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
            const bool isVertical = tab && (tab->shape == QTabBar::RoundedWest || tab->shape == QTabBar::RoundedEast);
            painter->fillRect(isVertical ? QRectF(rect.right() - 2, rect.top() + 4, 2, rect.height() - 8) : QRectF(rect.left() + 12, rect.bottom() - 2, rect.width() - 24, 2),
                              c.accent);
        }
        return;
    }
    case CE_TabBarTabLabel: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (!tab)
            break;
        QStyleOptionTab copy(*tab);
        const QColor text = !isEnabled ? c.disabled : option->state & (State_Selected | State_MouseOver) ? c.text : c.secondary;
        copy.palette.setColor(QPalette::WindowText, text);
        copy.palette.setColor(QPalette::ButtonText, text);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(rect, c.panel);
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        drawHorizontalLine(*painter, rect.left(), rect.right(), rect.bottom() - hairline(*painter), c.line);
        if (header && header->orientation == Qt::Vertical)
            drawVerticalLine(*painter, rect.right() - hairline(*painter), rect.top(), rect.bottom(), c.line);
        return;
    }
    case CE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header)
            break;
        painter->save();
        painter->setPen(isEnabled ? c.secondary : c.disabled);
        const QFontMetrics metrics(painter->font());
        // Qt centres headings unless told otherwise; ours begin where their column begins.
        const Qt::Alignment side = header->textAlignment & Qt::AlignRight ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(option->rect.adjusted(4, 0, -4, 0), int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          metrics.elidedText(header->text, Qt::ElideRight, option->rect.width() - 8));
        painter->restore();
        return;
    }
    case CE_MenuItem: drawMenuItem(option, painter); return;
    case CE_MenuEmptyArea: painter->fillRect(rect, c.panel); return;
    case CE_MenuBarEmptyArea: return;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (!item)
            break;
        painter->fillRect(rect, c.page);
        if ((option->state & State_Selected) && isEnabled)
            drawRounded(*painter, rect.adjusted(1, 2, -1, -2), c.hover, {});
        painter->setPen(isEnabled ? c.text : c.disabled);
        painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
        return;
    }
    case CE_Splitter:
        if (option->state & State_Horizontal)
            drawVerticalLine(*painter, option->rect.center().x(), rect.top(), rect.bottom(), c.line);
        else
            drawHorizontalLine(*painter, rect.left(), rect.right(), option->rect.center().y(), c.line);
        return;
    case CE_ToolBar: return;
    case CE_DockWidgetTitle: {
        const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option);
        if (!dock)
            break;
        painter->save();
        QFont font = Theme::instance().font(FontSize::Caption);
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        painter->setFont(font);
        painter->setPen(c.secondary);
        const QRect text = subElementRect(SE_DockWidgetTitleBarText, option, widget).adjusted(4, 0, 0, 0);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(dock->title, Qt::ElideRight, text.width()));
        painter->restore();
        return;
    }
    case CE_ProgressBarGroove: {
        const QRectF groove(rect.left(), rect.center().y() - 2, rect.width(), 4);
        drawRounded(*painter, groove, c.line, {}, 0, 2);
        return;
    }
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (!bar || bar->maximum <= bar->minimum)
            return;
        const double share = std::clamp(double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum), 0.0, 1.0);
        drawRounded(*painter, QRectF(rect.left(), rect.center().y() - 2, rect.width() * share, 4), c.accent, {}, 0, 2);
        return;
    }
    case CE_RubberBand: drawRounded(*painter, rect, QColor(c.accent.red(), c.accent.green(), c.accent.blue(), 40), c.accent, 0, 0); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

}  // namespace potstill
