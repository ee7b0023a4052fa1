#include "app/window/pageframe.h"

#include <QEvent>

namespace potstill {

PageFrame::PageFrame(QWidget* page)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);  // it follows the focus of what is in it
    setWidget(page);
}

// Not setWidgetResizable(): that gives a page with wrapped texts the height it would like, where its smallest one is meant.
void PageFrame::fit() { widget()->resize(viewport()->size().expandedTo(widget()->minimumSizeHint())); }

void PageFrame::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageFrame::eventFilter(QObject* watched, QEvent* event)
{
    const bool result = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return result;
}

}  // namespace potstill
