#pragma once

#include <QLabel>

namespace potstill {

/// One line of text that is cut with "…" where it does not fit; the whole text is its tool tip then.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    void setText(const QString& text);
    QString text() const { return m_fullText; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QString m_fullText;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

}  // namespace potstill
