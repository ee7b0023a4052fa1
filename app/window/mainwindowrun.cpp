#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/ratepage.h"
#include "app/pages/trainpage.h"
#include "app/pages/warningtexts.h"
#include "app/window/mainwindow.h"
#include "app/window/noticebar.h"
#include "app/window/rundesk.h"
#include "app/window/runsdock.h"
#include "app/window/topbar.h"
#include "engine/io/runfolder.h"

#include <QAction>
#include <QApplication>
#include <QDir>

// What the window does for the run that is on: it starts, continues and discards it, follows its state and tells how it ended.
namespace potstill {

void MainWindow::connectSession()
{
    connect(&m_session, &RunSession::stateChanged, this, &MainWindow::followState);
    connect(&m_session, &RunSession::runFolderKnown, this, [this](const QString& folder) {
        m_train->showRun(folder);
        m_runs->setActiveRun(folder, TopBar::stateText(m_session.state()), -1);
        m_runs->refresh();
        m_runs->selectRun(folder);
    });
    connect(&m_session, &RunSession::progressed, this, [this, last = -1](const Progress& p) mutable {
        const int percent = p.imagesTotal > 0 ? int(100 * p.imagesSeen / p.imagesTotal) : -1;
        if (percent != last)
            m_runs->setActiveRun(m_session.runFolder(), TopBar::stateText(m_session.state()), percent / 100.0);
        last = percent;
    });
    connect(&m_session, &RunSession::logged, this, [this](LogLevel level, const QString& text) {
        if (level == LogLevel::Info)
            return;
        const RunWarning warning = WarningTexts::fromLine(text);
        m_warnings->add({WarningTexts::sentence(warning), m_session.runFolder(), warning, Train});
    });
    connect(&m_session, &RunSession::pausedByItself, this, &MainWindow::showProblem);
    connect(&m_session, &RunSession::pausedByItself, this, [this](const QString& reason) { notifyWhenAway(tr("The run has paused"), WarningTexts::sentenceOfLine(reason)); });
    connect(&m_session, &RunSession::failed, this, &MainWindow::showProblem);
    connect(&m_session, &RunSession::failed, this, &MainWindow::trashDiscarded);
    connect(&m_session, &RunSession::failed, this, [this](const QString& message) { notifyWhenAway(tr("The run has failed"), WarningTexts::sentenceOfLine(message)); });
    connect(&m_session, &RunSession::ended, this, [this](JobOutcome outcome) {
        m_runs->setActiveRun({}, {}, -1);
        m_runs->refresh();
        m_compare->setProject(m_projectFolder);
        m_rate->setProject(m_projectFolder);
        trashDiscarded();
        if (outcome == JobOutcome::Finished)
            notifyWhenAway(tr("The run has finished"), placeOfRun(QDir(m_session.runFolder()).dirName()));
        closeAfter(outcome == JobOutcome::Stopped ? m_session.runFolder() : QString());
    });
}

void MainWindow::startRun(const Json& document)
{
    if (m_projectFolder.isEmpty() || !m_session.startNew(m_projectFolder, document, {}, m_configure->origin()))
        return;
    showPage(Train);
}

void MainWindow::resumeRun(const QString& folder, qint64 extendTo)
{
    if (!m_session.resumeRun(folder, extendTo)) {
        showProblem(tr("A run is on; finish or discard it first."));
        return;
    }
    m_train->showRun(folder);
    showPage(Train);
}

void MainWindow::discardRun()
{
    if (!m_session.isActive())
        return;
    m_isDiscarding = true;
    // Saved first, so that all of it can be brought back; who does not want to wait for that presses again.
    m_session.canStop() ? m_session.finish() : m_session.discard();
}

void MainWindow::trashDiscarded()
{
    if (std::exchange(m_isDiscarding, false))
        trashRun(m_session.runFolder());
}

void MainWindow::trashRun(const QString& run)
{
    if (run.isEmpty())
        return;
    m_notice->tell(tr("%1 was discarded and lies in the trash of the project.").arg(m_runs->nameOf(run)), tr("Bring it back"), [this, run, project = m_projectFolder] {
        if (project == m_projectFolder)
            m_runs->bringBack({{{}, run.toStdString(), {}}});
    });
    m_runs->moveToTrash({run}, tr("Discard the run"));
    if (m_train->runFolder() == run)
        m_train->showRun({});
    m_runs->refresh();
}

void MainWindow::followState(RunSession::State state)
{
    m_configure->setStartEnabled(m_session.canStart());
    changeWaitingLanguage();
    const bool canCommand = state == RunSession::State::Running || state == RunSession::State::Paused;
    for (const auto& [id, isEnabled] : {std::pair("run.sample", canCommand), std::pair("run.save", canCommand), std::pair("run.finish", m_session.canStop())})
        findChild<QAction*>(QStringLiteral("action.%1").arg(QLatin1String(id)))->setEnabled(isEnabled);
    if (m_session.isActive())
        m_inhibitor.hold(tr("A model is being trained"));
    else
        m_inhibitor.release();
    if (!m_session.runFolder().isEmpty() && m_session.isActive())
        m_runs->setActiveRun(m_session.runFolder(), TopBar::stateText(state), -1);
    if (state == RunSession::State::Failed) {
        m_runs->setActiveRun({}, {}, -1);
        m_runs->refresh();
        m_isHandingOver = m_isHandingOver && m_desk->queue().continuesAfterFailure();
        closeAfter({});
    }
}

void MainWindow::notifyWhenAway(const QString& title, const QString& text)
{
    if (isActiveWindow())
        return;
    QApplication::alert(this);
    notifyUser(title, text);
}

QString MainWindow::placeOfRun(const QString& name) const { return tr("%1 in %2").arg(name, QDir(m_projectFolder).dirName()); }

/// Of a run that another program trained.
void MainWindow::tellEnd(const RunSummary& run)
{
    const QString place = placeOfRun(QString::fromStdString(run.name));
    if (run.state == RunState::Failed)
        notifyWhenAway(tr("The run has failed"), tr("%1: %2").arg(place, WarningTexts::sentenceOfLine(QString::fromStdString(run.failure))));
    else if (run.state == RunState::Finished)
        notifyWhenAway(tr("The run has finished"), place);
    else if (run.state == RunState::Paused)
        notifyWhenAway(tr("The run has paused"), place);
    else
        notifyWhenAway(tr("The run has stopped"), place);
}

}  // namespace potstill
