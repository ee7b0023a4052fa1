#pragma once

#include <QString>
#include <QWidget>

namespace potstill {

/// A thin line of progress with a text under or beside it.
class ProgressLine final : public QWidget {
    Q_OBJECT
public:
    enum class State { Running, Paused, Done, Failed };

    explicit ProgressLine(QWidget* parent = nullptr);

    /// 0 to 1; below 0 = unknown, drawn as a short resting segment (nothing moves that does not progress).
    void setProgress(double progress);
    double progress() const { return m_progress; }
    /// Beside the line, for example "62 %  1:20 left"; "" = the line alone.
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setState(State state);
    State state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    double m_progress = 0;
    QString m_text;
    State m_state = State::Running;
};

}  // namespace potstill
