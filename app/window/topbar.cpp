#include "app/window/topbar.h"

#include "app/window/modeldesk.h"
#include "app/window/pagekeys.h"
#include "widgets/elidedlabel.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"
#include "widgets/progressline.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>

namespace potstill {

TopBar::TopBar(RunSession& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName("topBar");
    setProperty("ground", "panel");
    m_project = new QToolButton;
    m_project->setObjectName("top.project");
    m_project->setIcon(icon("menu"));
    m_project->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_project->setPopupMode(QToolButton::InstantPopup);
    m_project->setAccessibleName(tr("Menu"));
    m_project->setToolTip(tr("Projects, settings, help"));
    m_title = new ElidedLabel;
    m_title->setObjectName("top.title");
    m_failed = new QLabel;
    m_failed->setObjectName("top.failed");
    m_failed->setPixmap(icon("error", IconTone::Danger).pixmap(16, 16));
    m_failed->setAccessibleName(tr("Failed"));
    m_failed->hide();
    m_progress = new ProgressLine;
    m_progress->setObjectName("top.progress");
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_pause = button("top.pause", "pause", tr("Pause"), tr("Pause; the weights stay loaded and can be sampled"));
    m_finish = button("top.finish", "stop", tr("Finish"), tr("Stop after this step and save"));
    m_save = button("top.save", "save", tr("Save now"), tr("Write a checkpoint now"));
    m_sample = button("top.sample", "sample", tr("Sample now"), tr("Sample the fixed noise now"));
    m_discard = button("top.discard", "delete", tr("Discard"), tr("Stop after this step, save and move the run to the trash; pressed again, stop at once"));
    for (const auto& [b, command] : {std::pair(m_finish, "run.finish"), std::pair(m_save, "run.save"), std::pair(m_sample, "run.sample")})
        PageKeys::explain(b, b->toolTip(), command);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_project);
    layout->addSpacing(8);
    layout->addWidget(m_failed);
    layout->addWidget(m_title, 2);
    layout->addWidget(m_progress, 3);
    layout->addSpacing(8);
    for (QToolButton* b : {m_pause, m_finish, m_save, m_sample, m_discard})
        layout->addWidget(b);

    connect(m_pause, &QToolButton::clicked, this, [this] { m_session.canResume() ? m_session.resume() : m_session.pause(); });
    connect(m_finish, &QToolButton::clicked, &m_session, &RunSession::finish);
    connect(m_save, &QToolButton::clicked, &m_session, &RunSession::saveNow);
    connect(m_sample, &QToolButton::clicked, &m_session, &RunSession::sampleNow);
    connect(m_discard, &QToolButton::clicked, this, &TopBar::discardRequested);
    connect(&m_session, &RunSession::stateChanged, this, &TopBar::follow);
    connect(&m_session, &RunSession::runFolderKnown, this, [this](const QString& folder) { setRunName(QDir(folder).dirName()); });
    connect(&m_session, &RunSession::progressed, this, [this](const Progress& p) {
        const double share = p.imagesTotal > 0 ? double(p.imagesSeen) / double(p.imagesTotal) : -1;
        m_progress->setProgress(share);
        QString text = share >= 0 ? QString("%1 %").arg(int(100 * share)) : ModelDesk::stageText(p.stage);
        if (p.secondsLeft >= 0)
            text += "  " + tr("%1 left").arg(timeText(p.secondsLeft));
        if (p.imagesPerSecond > 0)
            text += "  " + tr("%1 images/s").arg(siText(p.imagesPerSecond));
        if (m_session.state() == RunSession::State::Running)
            m_progress->setText(text);
    });
    m_runName = QDir(m_session.runFolder()).dirName();  // it goes on from another window
    follow(m_session.state());
}

QToolButton* TopBar::button(const char* objectName, const char* iconName, const QString& name, const QString& help)
{
    auto* b = new QToolButton;
    b->setObjectName(objectName);
    b->setIcon(icon(iconName));
    b->setIconSize({20, 20});
    b->setAccessibleName(name);
    b->setToolTip(help);
    return b;
}

QString TopBar::timeText(double seconds)
{
    const auto s = qint64(seconds + 0.5);
    return s >= 3600 ? QString("%1:%2:%3").arg(s / 3600).arg(s / 60 % 60, 2, 10, QChar('0')).arg(s % 60, 2, 10, QChar('0'))
                     : QString("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QChar('0'));
}

void TopBar::setProjectName(const QString& name) { m_project->setText(name); }

void TopBar::setRunName(const QString& name)
{
    m_runName = name;
    showTitle();
}

void TopBar::showTitle()
{
    const bool isKnown = !m_session.runFolder().isEmpty();
    if (m_session.state() == RunSession::State::Failed)
        m_title->setText(isKnown ? tr("The run %1 has failed").arg(m_runName) : tr("The run has failed"));
    else if (!m_session.isActive())
        m_title->setText(tr("Nothing is running"));
    else if (isKnown)
        m_title->setText(m_runName);
}

QString TopBar::stateText(RunSession::State state)
{
    switch (state) {
    case RunSession::State::Idle: return tr("idle");
    case RunSession::State::Starting: return tr("starting");
    case RunSession::State::Running: return tr("running");
    case RunSession::State::Paused: return tr("paused");
    case RunSession::State::Stopping: return tr("stopping");
    case RunSession::State::Failed: return tr("failed");
    }
    return {};
}

void TopBar::follow(RunSession::State state)
{
    const bool isActive = m_session.isActive();
    m_progress->setVisible(isActive);
    m_failed->setVisible(state == RunSession::State::Failed);
    showTitle();
    m_progress->setState(state == RunSession::State::Paused ? ProgressLine::State::Paused : ProgressLine::State::Running);
    if (state != RunSession::State::Running)
        m_progress->setText(stateText(state));
    if (state == RunSession::State::Starting)
        m_progress->setProgress(-1);
    m_pause->setEnabled(m_session.canPause() || m_session.canResume());
    m_pause->setIcon(icon(m_session.canResume() ? "run" : "pause"));
    m_pause->setAccessibleName(m_session.canResume() ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_session.canResume() ? tr("Go on") : tr("Pause; the weights stay loaded and can be sampled"));
    const bool canCommand = state == RunSession::State::Running || state == RunSession::State::Paused;
    m_finish->setEnabled(m_session.canStop());
    m_save->setEnabled(canCommand);
    m_sample->setEnabled(canCommand);
    m_discard->setEnabled(isActive);
    for (QToolButton* b : {m_pause, m_finish, m_save, m_sample, m_discard})
        b->setVisible(isActive);
}

}  // namespace potstill
