#pragma once

#include <QAbstractButton>
#include <QPen>

namespace potstill {

/// One entry of a chart's legend: a piece of its line and the name; unchecked = the series is hidden.
class LegendEntry final : public QAbstractButton {
    Q_OBJECT
public:
    LegendEntry(const QString& id, QWidget* parent);

    const QString& id() const { return m_id; }
    void setLine(const QString& name, const QPen& pen);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    QPen m_pen;
};

}  // namespace potstill
