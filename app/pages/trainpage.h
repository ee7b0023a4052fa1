#pragma once

#include "app/pages/chartpanel.h"
#include "app/pages/runseries.h"
#include "app/session/runfollower.h"
#include "app/session/runsession.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace potstill {

class EmptyState;
class SamplePanel;

/// A run over time: the grid of fixed noise with its time line, and the curves. Live for the running one, from its folder for any other; one that another program
/// writes is followed, read-only.
class TrainPage final : public QWidget {
    Q_OBJECT
public:
    explicit TrainPage(RunSession& session, QWidget* parent = nullptr);

    /// Shows a run; "" = none.
    void showRun(const QString& runFolder);
    QString runFolder() const { return m_runFolder; }
    /// Another program began to write the shown run.
    void readAgain() { m_follower.readAgain(); }
    /// Runs whose curves lie over those of the shown one: {folder, name}.
    void setOverlays(const QList<std::pair<QString, QString>>& runs);

Q_SIGNALS:
    /// The hint's button: compare the steps of this student.
    void ladderRequested(const QString& runFolder);
    void configureRequested();
    /// Another program shall stop and save this run, which then goes on here.
    void takeBackRequested(const QString& runFolder);
    void problem(const QString& sentence);

private:
    void takeNews(const RunFollower::News& news);
    void takePreview(const PreviewGrid& grid);
    void showOwner(const RunFollower::News& news);
    void refreshCharts() { m_charts->show(m_series, m_runName); }
    bool isLive() const { return !m_runFolder.isEmpty() && m_session.runFolder() == m_runFolder && m_session.isActive(); }

    RunSession& m_session;
    QString m_runFolder, m_runName;
    RunSeries m_series;
    RunFollower m_follower;
    qint64 m_imagesTotal = 0;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SamplePanel* m_samples;
    ChartPanel* m_charts;
    QWidget *m_hint, *m_ownerBar;
    QLabel *m_hintText, *m_ownerText;
    QPushButton *m_hintButton, *m_takeBack;
};

}  // namespace potstill
