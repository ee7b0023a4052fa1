#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace potstill {

class ProgressLine;

/// A line above the pages with one button: what has happened and can be acted on at once, or what goes on and can be stopped. Hidden while there is nothing to say.
class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    /// Object names begin with `name`.
    explicit NoticeBar(const QString& name, QWidget* parent = nullptr);

    /// Said by a screen reader, too. The notice goes when its button (`action`, "" = none) or the cross is pressed, or another one comes.
    void tell(const QString& text, const QString& action = {}, std::function<void()> act = {});
    /// Something goes on until it is told otherwise. progress: 0 to 1, below 0 = unknown; `left`: beside the line.
    void follow(const QString& text, double progress, const QString& left, const QString& action, std::function<void()> act);
    QString text() const;

private:
    void put(const QString& text, const QString& action, std::function<void()> act, bool goesOn);

    QLabel* m_text;
    ProgressLine* m_progress;
    QPushButton* m_button;
    QToolButton* m_close;
    std::function<void()> m_act;
    bool m_goesOn = false;
};

}  // namespace potstill
