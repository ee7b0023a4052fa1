#pragma once

#include <QString>

namespace potstill {

/// Shows a notice of the desktop (org.freedesktop.Notifications), for somebody who looks elsewhere. Does not wait; nothing happens where there is no such service.
void notify(const QString& title, const QString& text);

}  // namespace potstill
