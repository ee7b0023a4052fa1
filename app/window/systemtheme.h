#pragma once

#include <QDBusVariant>
#include <QObject>

namespace potstill {

/// Follows the desktop's light or dark wish while the program runs (the settings portal of freedesktop.org). Without a portal nothing happens.
class SystemTheme final : public QObject {
    Q_OBJECT
public:
    explicit SystemTheme(QObject* parent = nullptr);

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

}  // namespace potstill
