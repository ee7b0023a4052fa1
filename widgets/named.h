#pragma once

#include <QString>

namespace potstill {

/// Gives a control its object name, by which tests find it, its accessible name and its help (the same as its name where there is no other); returns it.
template <class W>
W* named(W* widget, const QString& objectName, const QString& accessible, const QString& help = {})
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessible);
    widget->setToolTip(help.isEmpty() ? accessible : help);
    return widget;
}

}  // namespace potstill
