#pragma once

#include "widgets/chartpaper.h"
#include "widgets/theme.h"

#include <QByteArray>
#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <optional>

namespace potstill {

/// What becomes of a run that pauses because the disk is full, in this window and in a program that goes on without it.
enum class FullDiskPolicy {
    Wait,   ///< and ask
    Prune,  ///< remove the trash and old checkpoints; where that frees nothing, as Next
    Next,   ///< save the run and go on with the next one of the queue
};
/// "wait", "prune", "next": as `potstill-cli queue --on-full-disk` takes them.
QString wordOf(FullDiskPolicy policy);

/// What a person set once and wants to find again; saves by itself (an INI file of the user, or the one that POTSTILL_SETTINGS names).
class Settings {
public:
    /// How a chart of the Train page is drawn.
    struct ChartTools {
        double smoothing = 0, outlierClip = 0;
        bool isLogX = false, isLogY = false, isLogRight = false;
    };
    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// 0.8 to 1.6.
    double fontScale() const;
    void setFontScale(double scale);
    QString lastProject() const;
    QStringList recentProjects() const;
    void addRecentProject(const QString& folder);
    void removeRecentProject(const QString& folder);
    /// Keys that a person gave a command; none = the default.
    std::optional<QKeySequence> shortcut(const QString& id) const;
    void setShortcut(const QString& id, const std::optional<QKeySequence>& keys);
    /// "de", "zh_CN", "en"; "" = as the system.
    QString language() const;
    void setLanguage(const QString& code);
    /// When a window of this program was last seen with a project (UTC, ISO 8601); "" = never.
    QString lastVisit(const QString& project) const;
    void setLastVisit(const QString& project, const QString& utc);
    /// Who rated in a project last on this machine; "" = nobody yet.
    QString rater(const QString& project) const;
    void setRater(const QString& project, const QString& name);
    FullDiskPolicy fullDiskPolicy() const;
    void setFullDiskPolicy(FullDiskPolicy policy);
    /// How large charts are on paper, within what can be set.
    PaperSize chartSize() const;
    void setChartSize(const PaperSize& size);
    /// By the chart's object name; none = as it is at first.
    std::optional<ChartTools> chartTools(const QString& chart) const;
    void setChartTools(const QString& chart, const ChartTools& tools);
    /// What an export of images writes ("html"; "" = the first of the list), and its options (JSON text; "" = the defaults).
    QString exportFormat() const;
    void setExportFormat(const QString& id);
    QByteArray exportOptions() const;
    void setExportOptions(const QByteArray& json);
    /// Folder of the gallery of a project that was opened last; "" = none.
    QString lastGallery(const QString& project) const;
    void setLastGallery(const QString& project, const QString& folder);
    /// A hint of a page that a person closed in a project.
    bool isHintClosed(const QString& hint, const QString& project) const;
    void closeHint(const QString& hint, const QString& project);
    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void saveWindow(const QByteArray& geometry, const QByteArray& state);
};

}  // namespace potstill
