#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace potstill {

class RailButton;

/// The page switch at the left edge: icon and word, one checked.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    /// Returns its index.
    int addPage(const QString& iconName, const QString& text);
    QAbstractButton* pageButton(int index) const;
    /// A button at the foot that switches nothing (settings, help).
    QAbstractButton* addFootButton(const QString& iconName, const QString& text);
    QString pageText(int index) const;
    void setPageEnabled(int index, bool enabled);
    /// A short text on the icon ("3"); "" = none.
    void setBadge(int index, const QString& text);
    int count() const { return int(m_buttons.size()); }
    int currentIndex() const;
    void setCurrentIndex(int index);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_layout;
    QButtonGroup* m_group;
    QList<RailButton*> m_buttons;
};

}  // namespace potstill
