#pragma once

#include "widgets/chartpaper.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;

namespace potstill {

/// How large charts are on paper: the column of a paper or a size of one's own, and the size of the text. Holds for all charts and is remembered. Not modal.
class ChartSizeDialog final : public QDialog {
    Q_OBJECT
public:
    /// Opens the one dialog of a window, or brings it to the front.
    static void open(QWidget* window);

private:
    explicit ChartSizeDialog(QWidget* window);
    PaperSize size() const;
    void showSize(const PaperSize& size);
    void takeEdit();

    QComboBox* m_column;
    QDoubleSpinBox *m_width, *m_height, *m_font;
};

}  // namespace potstill
