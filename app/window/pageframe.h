#pragma once

#include <QScrollArea>

namespace potstill {

/// Holds a page, which fills it. In a window smaller than the page can become, on a small screen or with large text, the page is scrolled instead of cut.
class PageFrame final : public QScrollArea {
    Q_OBJECT
public:
    explicit PageFrame(QWidget* page);
    QSize sizeHint() const override { return widget()->sizeHint(); }
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
};

}  // namespace potstill
