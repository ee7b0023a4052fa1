#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace potstill {

/// An empty page: what belongs here in two lines, and the next step as a button.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    EmptyState(const QString& iconName, const QString& title, const QString& text, const QString& action = {}, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    void setTitle(const QString& title);
    void setText(const QString& text);
    /// "" = no button.
    void setAction(const QString& action);
    /// A quiet second button.
    void setSecondAction(const QString& action);
    QPushButton* button() const { return m_button; }
    QPushButton* secondButton() const { return m_secondButton; }

Q_SIGNALS:
    void actionTriggered();
    void secondActionTriggered();

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
    QPushButton* m_secondButton;
};

}  // namespace potstill
