#pragma once

#include "widgets/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace potstill {

/// What a person set once and wants to find again; saves by itself (an INI file of the user, or the one that POTSTILL_SETTINGS names).
class Settings {
public:
    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// 0.8 to 1.6.
    double fontScale() const;
    void setFontScale(double scale);
    QString lastProject() const;
    QStringList recentProjects() const;
    void addRecentProject(const QString& folder);
    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void saveWindow(const QByteArray& geometry, const QByteArray& state);
};

}  // namespace potstill
