#pragma once

#include "widgets/chartpaper.h"

#include <QToolButton>

#include <map>

namespace potstill {

/// The small button that saves a chart: an entry for each kind of file. The chart itself opens the same menu with the right mouse button, with the menu key and with
/// Ctrl+E. How large charts are on paper is said once for all of them (ChartSizeDialog). Drawing and writing are work of a pool thread; a file that is there is replaced at once or not at all.
class ChartExportButton final : public QToolButton {
    Q_OBJECT
public:
    using Source = std::function<ChartPaper(const QSize& size)>;

    ChartExportButton(const QString& objectName, const QString& help, QWidget* parent = nullptr);

    /// A chart that it saves; of several the one that is current, at first the first.
    void add(QWidget* chart, Source source);
    void setCurrent(QWidget* chart) { m_current = chart; }

    /// Folders of the runs that the current chart shows: a PNG tells their settings.
    std::function<QStringList()> runs;
    /// Asks for the file; tests put their own answer here.
    std::function<QString(const QString& suggestion, const QString& filter)> askFile;

Q_SIGNALS:
    void problem(const QString& sentence);

private:
    void save(const QString& kind);
    void openMenu(QWidget* chart, const QPoint& globalPos);

    std::map<QWidget*, Source> m_sources;
    QWidget* m_current = nullptr;
    QMenu* m_kinds;
};

}  // namespace potstill
