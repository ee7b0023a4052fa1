#pragma once

#include "app/pages/runseries.h"
#include "app/session/runsession.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace potstill {

class EmptyState;
class ImageGrid;
class LineChart;
class Scrubber;

/// A run over time: the grid of fixed noise with its time line, and the curves. Live for the running one, from its folder for any other.
class TrainPage final : public QWidget {
    Q_OBJECT
public:
    explicit TrainPage(RunSession& session, QWidget* parent = nullptr);

    /// Shows a run; "" = none.
    void showRun(const QString& runFolder);
    QString runFolder() const { return m_runFolder; }

Q_SIGNALS:
    /// The hint's button: compare the steps of this student.
    void ladderRequested(const QString& runFolder);
    void configureRequested();

private:
    void takeStats(const std::vector<StatPoint>& points);
    void takePreview(const PreviewGrid& grid);
    void showPreview(int index);
    void refreshCharts();
    void refreshHint();

    RunSession& m_session;
    QString m_runFolder;
    RunSeries m_series;
    QList<StoredPreview> m_previews;
    bool m_hasStudent = false;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ImageGrid* m_grid;
    Scrubber* m_scrubber;
    QTabWidget* m_tabs;
    LineChart *m_lossChart, *m_levelChart, *m_rateChart, *m_gradientChart;
    QWidget* m_hint;
    QLabel* m_hintText;
    QPushButton* m_hintButton;
};

}  // namespace potstill
