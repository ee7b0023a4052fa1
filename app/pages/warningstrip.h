#pragma once

#include "engine/core/runwarning.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace potstill {

/// One line over a run: why it failed, else the newest warning; with what can be done, a way to the cause, and a button (or Escape) that puts it away. Hidden while there is nothing to say.
class WarningStrip final : public QWidget {
    Q_OBJECT
public:
    explicit WarningStrip(QWidget* parent = nullptr);

    /// Nothing shown and nothing put away: another run.
    void clear();
    /// One that was put away does not come back.
    void setWarning(const RunWarning& warning);
    /// "" = the run has not failed.
    void setFailure(const QString& sentence);

Q_SIGNALS:
    /// The view that shows the cause.
    void causeWanted(const potstill::RunWarning& warning);
    void logWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void dismiss();
    bool isFailureShown() const { return !m_failure.isEmpty() && m_failure != m_dismissedFailure; }

    std::optional<RunWarning> m_warning;
    QString m_failure, m_dismissedFailure;
    std::string m_dismissedWarning;
    QLabel *m_sign, *m_text;
    QPushButton *m_cause, *m_log;
    QToolButton* m_close;
};

}  // namespace potstill
