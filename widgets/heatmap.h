#pragma once

#include "widgets/chartpaper.h"
#include "widgets/heatmappainting.h"

#include <QWidget>

namespace potstill {

/// Values over x and a few named rows as shades on a logarithmic scale, for example the loss by noise level over a training. A column reaches to the next one's x; columns that
/// share a pixel are averaged. The value under the mouse, or under the cursor that the arrow keys move, stands in the corner.
class HeatMap final : public QWidget {
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent = nullptr);

    /// Sorted by x; each column has as many values as there are rows. Row 0 is at the bottom.
    void setData(const QStringList& rows, std::vector<HeatColumn> columns);
    /// More columns at the end, with the rows that there are: costs what they cost, however many are there.
    void append(const std::vector<HeatColumn>& columns);
    void clear() { setData({}, {}); }
    const std::vector<HeatColumn>& columns() const { return m_model.columns; }
    void setTitles(const QString& x, const QString& y, const QString& value);
    void setEmptyText(const QString& text);
    bool isEmpty() const { return m_model.isEmpty(); }
    /// The read-out as text; "" without a cursor.
    QString readOut() const;
    /// For a file, as it is now. Columns of its values: x and one for each row.
    ChartPaper paper(const QSize& size = ChartPaper().size) const;
    /// Lowest and highest finite positive value; {0, 0} without any.
    std::pair<double, double> range() const { return {m_model.low, m_model.high}; }

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF plot() const;
    void setCursorCell(int column, int row);
    void describe();

    HeatMapModel m_model;
    QString m_emptyText;
    int m_cursorColumn = -1, m_cursorRow = -1;
};

}  // namespace potstill
