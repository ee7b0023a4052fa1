#pragma once

#include <QWidget>

#include <vector>

class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace potstill {

/// The times at which a student is called: the first stands, each later one has a box, or all of them a field of text where they are many. What leaves the student's
/// own grid is marked and comes back by one click.
class ColumnTimes final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnTimes(QWidget* parent = nullptr);
    /// `times` of another number than the grid's are the grid's own.
    void setTimes(const std::vector<double>& grid, const std::vector<double>& times);

Q_SIGNALS:
    /// Empty = those of the grid.
    void changed(const std::vector<double>& times);
    /// What was typed cannot be; it is said which times can.
    void refused();

private:
    void showTimes(const std::vector<double>& times);
    void addBoxes(std::size_t count);
    void takeBoxes();
    void takeText();
    void take(const std::vector<double>& middle);

    std::vector<double> m_grid;
    bool m_isFilling = false;

    QHBoxLayout* m_row;
    QList<QDoubleSpinBox*> m_boxes;
    QLineEdit* m_text;
    QToolButton* m_reset;
    QLabel* m_note;
};

}  // namespace potstill
