#pragma once

#include <QLayout>

#include <initializer_list>
#include <memory>
#include <vector>

class QHBoxLayout;

namespace potstill {

/// Lays its items out in a line, and in further lines where the width does not suffice. Items that want to grow share what is left of their line.
class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr, int lineSpacing = 8);
    ~FlowLayout() override;

    /// Widgets that stay beside one another.
    QHBoxLayout* addGroup(std::initializer_list<QWidget*> widgets, int spacing = 4);

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Height of the lines; moves the items if `isMoving`.
    int layOut(const QRect& rect, bool isMoving) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_lineSpacing;
};

}  // namespace potstill
