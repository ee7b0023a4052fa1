#pragma once

#include "widgets/theme.h"

#include <QByteArray>
#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <optional>

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
    /// Keys that a person gave a command; none = the default.
    std::optional<QKeySequence> shortcut(const QString& id) const;
    void setShortcut(const QString& id, const std::optional<QKeySequence>& keys);
    /// "de", "zh_CN", "en"; "" = as the system.
    QString language() const;
    void setLanguage(const QString& code);
    /// When a window of this program was last seen with a project (UTC, ISO 8601); "" = never.
    QString lastVisit(const QString& project) const;
    void setLastVisit(const QString& project, const QString& utc);
    /// On a full disk, while nobody watches: remove the trash and old checkpoints instead of waiting.
    bool makesRoomByItself() const;
    void setMakesRoomByItself(bool on);
    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void saveWindow(const QByteArray& geometry, const QByteArray& state);
};

}  // namespace potstill
