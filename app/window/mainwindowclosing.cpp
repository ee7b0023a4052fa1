#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/ratepage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/modeldesk.h"
#include "app/window/rundesk.h"
#include "engine/io/runfolder.h"

#include <QCloseEvent>
#include <QStatusBar>
#include <QTimer>

#include <optional>

// How a window ends: it is closed, or another language makes another window. What goes on is handed over or brought to an end first.
namespace potstill {

namespace {

constexpr int kIdleEveryMs = 100;

}  // namespace

/// The run is over: closes the window if that was wanted, after the run and the queue were handed over if that was.
void MainWindow::closeAfter(const QString& runThatGoesOn)
{
    if (m_isHandingOver)
        m_desk->handOver(runThatGoesOn, [this] { close(); });
    else if (m_isClosing)
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);  // inside closeEvent() a window does not close
}

/// The run ended behind the question what shall become of it: its folder goes to the trash ("" = it stays), then the window closes.
/// A run that has begun meanwhile is asked about anew.
void MainWindow::closeAfterEnd(const QString& discarded, bool handsOver)
{
    trashRun(discarded);
    const bool isHeldUp = m_session.state() == RunSession::State::Failed && !m_desk->queue().continuesAfterFailure();
    m_desk->queue().holdThen([this, handsOver = handsOver && !isHeldUp] {
        m_isClosing = !m_session.isActive();
        m_isHandingOver = handsOver && m_isClosing;
        if (m_isClosing)
            closeAfter({});
        else
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);  // inside closeEvent() a window does not close
    });
}

/// Another window takes over what goes on. What only this one knows is brought to an end first: a run that begins or is being stopped, a run being taken from the queue, background
/// work, whose result would be told to nobody.
void MainWindow::chooseLanguage(const QString& code)
{
    m_settings.setLanguage(code);
    m_waitingLanguage = code;
    const RunSession::State state = m_session.state();
    if (state == RunSession::State::Starting || state == RunSession::State::Stopping || m_modelDesk->isBusy()) {
        statusBar()->showMessage(
            m_modelDesk->isBusy() ? tr("The language changes as soon as the export or evaluation is over.") : tr("The language changes as soon as the run has started or stopped."),
            15000);
        return;
    }
    if (!isBackgroundIdle()) {
        waitForBackground();
        return;
    }
    m_configure->keepDraft();
    m_queueGoesOn = m_queueGoesOn || m_desk->queue().isWorking();
    m_desk->queue().holdThen([this] {
        // The run may have begun meanwhile; followState() tries again.
        if (m_session.state() == RunSession::State::Starting || m_session.state() == RunSession::State::Stopping || !m_waitingLanguage)
            return;
        m_compare->keepState();
        m_rate->keepDraft();
        // The next window reads what this one writes.
        if (!isBackgroundIdle()) {
            waitForBackground();
            return;
        }
        const QString wanted = *std::exchange(m_waitingLanguage, std::nullopt);
        Q_EMIT languageChosen(wanted, std::exchange(m_queueGoesOn, false));
    });
}

void MainWindow::waitForBackground()
{
    statusBar()->showMessage(tr("The language changes as soon as what is being read, written or measured is done."), 15000);
    QTimer::singleShot(kIdleEveryMs, this, &MainWindow::changeWaitingLanguage);
}

/// Tries again what had to wait, once whoever told of a change is done with it.
void MainWindow::changeWaitingLanguage()
{
    if (m_waitingLanguage)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_waitingLanguage && m_session.state() != RunSession::State::Starting && m_session.state() != RunSession::State::Stopping && !m_modelDesk->isBusy())
                    chooseLanguage(QString(*m_waitingLanguage));
            },
            Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Asked before the run is: once that is being stopped the window closes by itself.
    if (m_modelDesk->isBusy() && !m_isClosing
        && askUser(tr("An export or evaluation is going on"), tr("It writes nothing when it is stopped."), {tr("Stop it and close"), tr("Stay")}) != 0) {
        event->ignore();
        return;
    }
    if (m_session.isActive()) {
        event->ignore();
        if (m_isClosing)
            return;  // it closes by itself when the run has ended
        // The last button is what Escape means; keeping it alive without the window is offered where that program is installed.
        QStringList answers = {tr("Finish this step, save and close"), tr("Discard and close")};
        if (m_desk->canHandOver())
            answers.append(tr("Keep running without the window"));
        answers.append(tr("Keep training"));
        // The run may end behind the question, and the queue may begin the next one: the answer is about the run that was on.
        std::optional<QString> ended;
        QObject question;
        connect(&m_session, &RunSession::stateChanged, &question, [this, &ended] {
            if (!m_session.isActive() && !ended)
                ended = m_session.runFolder();
        });
        const bool isTrashedAtItsEnd = m_isDiscarding;
        const int answer = askUser(tr("A run is on"), tr("What shall become of it?"), answers);
        const bool staysOpen = answer < 0 || answer + 1 == answers.size(), discards = answer == 1, handsOver = answer == 2 && !staysOpen;
        if (ended) {
            if (!staysOpen)
                closeAfterEnd(discards && !isTrashedAtItsEnd ? *ended : QString(), handsOver);
            return;
        }
        m_isHandingOver = handsOver;
        if (staysOpen)
            return;
        m_desk->queue().hold();
        m_isClosing = true;
        if (discards) {
            discardRun();
        } else {
            m_isDiscarding = false;  // what was answered last holds
            m_session.finish();
        }
        return;
    }
    if (!m_isClosing && m_desk->queue().isWorking()) {
        event->ignore();
        QStringList answers = {tr("Close; the queue waits")};
        if (m_desk->canHandOver())
            answers.append(tr("Work it off without the window"));
        answers.append(tr("Stay"));
        const int answer = askUser(tr("The queue is being worked off"), tr("Its next run is about to start. What shall become of it?"), answers);
        if (answer < 0 || answer + 1 >= answers.size())
            return;
        m_isClosing = true;
        m_isHandingOver = answer == 1;
        m_desk->queue().holdThen([this] {
            // The run may have started while the question stood there.
            if (m_session.isActive())
                m_session.finish();
            else
                closeAfter({});
        });
        return;
    }
    m_waitingLanguage.reset();
    m_configure->keepDraft();
    m_rate->leave();  // the voting view is a window of its own
    m_rate->keepDraft();
    saveLayout();
    m_settings.setLastVisit(m_projectFolder, QString::fromStdString(utcNow()));
    event->accept();
}

}  // namespace potstill
