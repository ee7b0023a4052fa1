#include "app/pages/chartsizedialog.h"

#include "app/window/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace potstill {

namespace {

// Width and height; the first two of most journals' three.
constexpr std::array<QSizeF, 2> kColumns = {QSizeF(84, 60), QSizeF(174, 100)};

QDoubleSpinBox* field(const char* objectName, const QString& name, const QString& help, const QString& unit, double low, double high)
{
    auto* box = new QDoubleSpinBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(help);
    box->setRange(low, high);
    box->setDecimals(1);
    box->setSuffix(' ' + unit);
    return box;
}

}  // namespace

void ChartSizeDialog::open(QWidget* window)
{
    auto* dialog = window->findChild<ChartSizeDialog*>();
    if (!dialog)
        dialog = new ChartSizeDialog(window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

ChartSizeDialog::ChartSizeDialog(QWidget* window) : QDialog(window)
{
    setObjectName("chartSize");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Size of charts on paper"));
    setAccessibleName(windowTitle());
    m_column = new QComboBox;
    m_column->setObjectName("chartSize.column");
    m_column->setAccessibleName(tr("Column"));
    m_column->setToolTip(tr("The usual sizes of journals, or one of your own"));
    m_column->addItem(tr("Single column, 84 mm"));
    m_column->addItem(tr("Double column, 174 mm"));
    m_column->addItem(tr("Own size"));
    m_width = field("chartSize.width", tr("Width"), tr("Width of the page that the chart fills"), tr("mm"), PaperSize::kLeastMm, PaperSize::kMostMm);
    m_height = field("chartSize.height", tr("Height"), tr("Height of the page; charts of one bar for each system or pair are as high as these need"), tr("mm"), PaperSize::kLeastMm,
                     PaperSize::kMostMm);
    m_font = field("chartSize.font", tr("Text size"), tr("Size of names in points; figures at the axes are a little smaller"), tr("pt"), PaperSize::kLeastPt, PaperSize::kMostPt);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(24, 16, 24, 16);
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignRight);
    for (QWidget* w : std::initializer_list<QWidget*>{m_column, m_width, m_height, m_font})
        form->addRow(w->accessibleName(), w);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_column, &QComboBox::activated, this, [this](int index) {
        if (index >= int(kColumns.size()))
            return m_width->setFocus();
        showSize({kColumns[std::size_t(index)].width(), kColumns[std::size_t(index)].height(), m_font->value()});
        takeEdit();
    });
    for (QDoubleSpinBox* box : {m_width, m_height, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ChartSizeDialog::takeEdit);
    showSize(Settings().chartSize());
}

PaperSize ChartSizeDialog::size() const { return {m_width->value(), m_height->value(), m_font->value()}; }

void ChartSizeDialog::showSize(const PaperSize& size)
{
    for (const auto& [box, value] : {std::pair(m_width, size.widthMm), std::pair(m_height, size.heightMm), std::pair(m_font, size.fontPt)}) {
        const QSignalBlocker blocker(box);
        box->setValue(value);
    }
    const auto column = std::find_if(kColumns.begin(), kColumns.end(), [&](const QSizeF& c) { return c.width() == size.widthMm; });
    m_column->setCurrentIndex(int(column - kColumns.begin()));
}

void ChartSizeDialog::takeEdit()
{
    const PaperSize now = size();
    showSize(now);
    Settings().setChartSize(now);
}

}  // namespace potstill
