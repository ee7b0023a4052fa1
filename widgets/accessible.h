#pragma once

#include <QAccessible>

class QWidget;

namespace potstill {

/// What a widget that paints itself is to assistive technology; called in its constructor. Name and description stay the widget's own (setAccessibleName,
/// setAccessibleDescription), its QWidget::actions() are what can be done with it, and grid, time line and progress show cells and values of their own.
/// The first call also has all combo boxes tell their names.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

/// Sends an event to assistive technology. Where no client is connected Qt hands it to nobody; `accessibleListener`, where a test has set it, gets it all the same.
void tellAccessible(QAccessibleEvent& event);
inline void (*accessibleListener)(QAccessibleEvent* event) = nullptr;

/// Has a screen reader say the widget's description now, wherever the focus is.
void announceDescription(QWidget* widget);

}  // namespace potstill
