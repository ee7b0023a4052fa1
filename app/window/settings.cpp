#include "app/window/settings.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace potstill {

namespace {

constexpr int kMostRecent = 10;

// QSettings cannot be copied; the prvalue is built in place.
QSettings store()
{
    const QString named = qEnvironmentVariable("POTSTILL_SETTINGS");
    if (named.isEmpty())
        return QSettings(QSettings::IniFormat, QSettings::UserScope, "potstill", "studio");
    return QSettings(named, QSettings::IniFormat);
}

// A slash would make a group of each folder.
QString projectKey(const QString& project) { return QString::fromLatin1(QUrl::toPercentEncoding(project)); }

}  // namespace

QString wordOf(FullDiskPolicy policy) { return policy == FullDiskPolicy::Prune ? "prune" : policy == FullDiskPolicy::Next ? "next" : "wait"; }

ThemeChoice Settings::theme() const
{
    const QString name = store().value("theme", "system").toString();
    return name == "light" ? ThemeChoice::Light : name == "dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) { store().setValue("theme", choice == ThemeChoice::Light ? "light" : choice == ThemeChoice::Dark ? "dark" : "system"); }
double Settings::fontScale() const { return std::clamp(store().value("font_scale", 1.0).toDouble(), 0.8, 1.6); }
void Settings::setFontScale(double scale) { store().setValue("font_scale", scale); }
QString Settings::lastProject() const { return recentProjects().value(0); }
QStringList Settings::recentProjects() const { return store().value("recent_projects").toStringList(); }

void Settings::addRecentProject(const QString& folder)
{
    QStringList recent = recentProjects();
    recent.removeAll(folder);
    recent.prepend(folder);
    store().setValue("recent_projects", QStringList(recent.mid(0, kMostRecent)));
}

void Settings::removeRecentProject(const QString& folder)
{
    QStringList recent = recentProjects();
    recent.removeAll(folder);
    store().setValue("recent_projects", recent);
}

std::optional<QKeySequence> Settings::shortcut(const QString& id) const
{
    const QSettings s = store();
    const QString key = "shortcuts/" + id;
    return s.contains(key) ? std::optional(QKeySequence(s.value(key).toString(), QKeySequence::PortableText)) : std::nullopt;
}

void Settings::setShortcut(const QString& id, const std::optional<QKeySequence>& keys)
{
    QSettings s = store();
    keys ? s.setValue("shortcuts/" + id, keys->toString(QKeySequence::PortableText)) : s.remove("shortcuts/" + id);
}

QString Settings::language() const { return store().value("language").toString(); }
void Settings::setLanguage(const QString& code) { store().setValue("language", code); }

QString Settings::lastVisit(const QString& project) const { return store().value("last_visit/" + projectKey(project)).toString(); }
void Settings::setLastVisit(const QString& project, const QString& utc) { store().setValue("last_visit/" + projectKey(project), utc); }

QString Settings::rater(const QString& project) const { return store().value("rater/" + projectKey(project)).toString(); }
void Settings::setRater(const QString& project, const QString& name) { store().setValue("rater/" + projectKey(project), name); }

FullDiskPolicy Settings::fullDiskPolicy() const
{
    const QString word = store().value("on_full_disk").toString();
    for (const FullDiskPolicy policy : {FullDiskPolicy::Prune, FullDiskPolicy::Next})
        if (word == wordOf(policy))
            return policy;
    return FullDiskPolicy::Wait;
}

void Settings::setFullDiskPolicy(FullDiskPolicy policy) { store().setValue("on_full_disk", wordOf(policy)); }

PaperSize Settings::chartSize() const
{
    const QSettings s = store();
    const PaperSize usual;
    return {std::clamp(s.value("chart/width_mm", usual.widthMm).toDouble(), PaperSize::kLeastMm, PaperSize::kMostMm),
            std::clamp(s.value("chart/height_mm", usual.heightMm).toDouble(), PaperSize::kLeastMm, PaperSize::kMostMm),
            std::clamp(s.value("chart/font_pt", usual.fontPt).toDouble(), PaperSize::kLeastPt, PaperSize::kMostPt)};
}

void Settings::setChartSize(const PaperSize& size)
{
    QSettings s = store();
    s.setValue("chart/width_mm", size.widthMm);
    s.setValue("chart/height_mm", size.heightMm);
    s.setValue("chart/font_pt", size.fontPt);
}

std::optional<Settings::ChartTools> Settings::chartTools(const QString& chart) const
{
    const QSettings s = store();
    const QString key = "charts/" + chart + '/';
    if (!s.contains(key + "smoothing"))
        return std::nullopt;
    return ChartTools{s.value(key + "smoothing").toDouble(), s.value(key + "outlier_clip").toDouble(), s.value(key + "log_x").toBool(), s.value(key + "log_y").toBool(),
                      s.value(key + "log_right").toBool()};
}

void Settings::setChartTools(const QString& chart, const ChartTools& tools)
{
    QSettings s = store();
    const QString key = "charts/" + chart + '/';
    s.setValue(key + "smoothing", tools.smoothing);
    s.setValue(key + "outlier_clip", tools.outlierClip);
    s.setValue(key + "log_x", tools.isLogX);
    s.setValue(key + "log_y", tools.isLogY);
    s.setValue(key + "log_right", tools.isLogRight);
}

QString Settings::exportFormat() const { return store().value("export/format").toString(); }
void Settings::setExportFormat(const QString& id) { store().setValue("export/format", id); }
QByteArray Settings::exportOptions() const { return store().value("export/options").toByteArray(); }
void Settings::setExportOptions(const QByteArray& json) { store().setValue("export/options", json); }

QString Settings::lastGallery(const QString& project) const { return store().value("last_gallery/" + projectKey(project)).toString(); }
void Settings::setLastGallery(const QString& project, const QString& folder) { store().setValue("last_gallery/" + projectKey(project), folder); }

bool Settings::isHintClosed(const QString& hint, const QString& project) const { return store().value("closed_hints/" + hint + '/' + projectKey(project)).toBool(); }
void Settings::closeHint(const QString& hint, const QString& project) { store().setValue("closed_hints/" + hint + '/' + projectKey(project), true); }

QByteArray Settings::windowGeometry() const { return store().value("window/geometry").toByteArray(); }
QByteArray Settings::windowState() const { return store().value("window/state").toByteArray(); }

void Settings::saveWindow(const QByteArray& geometry, const QByteArray& state)
{
    QSettings s = store();
    s.setValue("window/geometry", geometry);
    s.setValue("window/state", state);
}

}  // namespace potstill
