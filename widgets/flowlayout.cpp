#include "widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QWidget>

#include <algorithm>

namespace potstill {

FlowLayout::FlowLayout(QWidget* parent, int lineSpacing) : QLayout(parent), m_lineSpacing(lineSpacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(8);
}

FlowLayout::~FlowLayout() = default;

QHBoxLayout* FlowLayout::addGroup(std::initializer_list<QWidget*> widgets, int spacing)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (QWidget* w : widgets)
        row->addWidget(w);
    addWidget(box);
    return row;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const { return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr; }

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const { return layOut(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    QSize size(-spacing(), 0);
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = {size.width() + spacing() + item->sizeHint().width(), std::max(size.height(), item->sizeHint().height())};
    return size.expandedTo({0, 0});
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

int FlowLayout::layOut(const QRect& rect, bool isMoving) const
{
    int top = rect.top();
    for (std::size_t first = 0; first < m_items.size();) {
        // As many as fit, at least one.
        int used = -spacing(), height = 0, growing = 0;
        std::size_t end = first;
        for (bool isFirst = true; end < m_items.size(); ++end) {
            const QLayoutItem& item = *m_items[end];
            if (item.isEmpty())
                continue;
            const QSize hint = item.sizeHint();
            if (!isFirst && used + spacing() + hint.width() > rect.width())
                break;
            isFirst = false;
            used += spacing() + hint.width();
            height = std::max(height, hint.height());
            growing += (item.expandingDirections() & Qt::Horizontal) ? 1 : 0;
        }
        int x = rect.left(), left = std::max(0, rect.width() - used);
        for (; isMoving && first < end; ++first) {
            QLayoutItem& item = *m_items[first];
            if (item.isEmpty())
                continue;
            QSize size = item.sizeHint().boundedTo({rect.width(), height});
            if (item.expandingDirections() & Qt::Horizontal) {
                const int share = std::min(left / growing--, item.maximumSize().width() - size.width());
                size.rwidth() += std::max(0, share);
                left -= std::max(0, share);
            }
            item.setGeometry(QRect(QPoint(x, top + (height - size.height()) / 2), size));
            x += size.width() + spacing();
        }
        first = end;
        top += height > 0 ? height + m_lineSpacing : 0;
    }
    return std::max(0, top - m_lineSpacing - rect.top());
}

}  // namespace potstill
