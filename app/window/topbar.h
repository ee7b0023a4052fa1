#pragma once

#include "app/session/runsession.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace potstill {

class ElidedLabel;
class ProgressLine;

/// Project, the running job and its controls. Buttons follow the session's state.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(RunSession& session, QWidget* parent = nullptr);

    void setProjectName(const QString& name);
    /// What the session's run is called, where a person gave it another name than its folder has.
    void setRunName(const QString& name);
    QToolButton* projectButton() const { return m_project; }
    /// Words for a state, in the language of the studio.
    static QString stateText(RunSession::State state);
    /// "1:05:09", "0:12".
    static QString timeText(double seconds);

Q_SIGNALS:
    void discardRequested();

private:
    void follow(RunSession::State state);
    void showTitle();
    QToolButton* button(const char* objectName, const char* iconName, const QString& name, const QString& help);

    RunSession& m_session;
    QString m_runName;
    QToolButton* m_project;
    QLabel* m_failed;
    ElidedLabel* m_title;
    ProgressLine* m_progress;
    QToolButton *m_pause, *m_finish, *m_save, *m_sample, *m_discard;
};

}  // namespace potstill
