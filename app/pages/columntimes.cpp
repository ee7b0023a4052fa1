#include "app/pages/columntimes.h"

#include "widgets/icon.h"
#include "widgets/numbertext.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <optional>
#include <utility>

namespace potstill {

namespace {

constexpr std::size_t kMostBoxes = 6;     // grids of more calls stand in one field of text
constexpr double kShownExactly = 0.0006;  // boxes and text show three decimals

/// "0.75; 0.5": also where the comma is the decimal sign.
QString textOf(const std::vector<double>& times)
{
    QStringList out;
    for (const double t : times)
        out.append(numberText(t, 'g', 3));
    return out.join("; ");
}

/// None where something in it is no number.
std::optional<std::vector<double>> timesFromText(const QString& text)
{
    static const QRegularExpression kBetween(R"([;\s]+)");
    QLocale locale;
    locale.setNumberOptions(QLocale::RejectGroupSeparator);  // "0.875" is no thousand anywhere
    std::vector<double> out;
    for (QString part : text.split(kBetween, Qt::SkipEmptyParts)) {
        while (part.endsWith(','))
            part.chop(1);
        bool isNumber = false;
        double value = locale.toDouble(part, &isNumber);
        if (!isNumber)
            value = part.toDouble(&isNumber);
        if (!isNumber)
            return std::nullopt;
        out.push_back(value);
    }
    return out;
}

}  // namespace

ColumnTimes::ColumnTimes(QWidget* parent) : QWidget(parent)
{
    m_text = new QLineEdit;
    m_text->setObjectName("compare.timesText");
    m_text->setAccessibleName(tr("Times of the calls after the first"));
    m_text->setToolTip(tr("Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1, the others follow here, falling."));
    m_reset = new QToolButton;
    m_reset->setObjectName("compare.resetTimes");
    m_reset->setIcon(icon("reset"));
    m_reset->setAccessibleName(tr("Back to the student's own times"));
    m_reset->setToolTip(m_reset->accessibleName());
    m_note = new QLabel;
    m_note->setObjectName("compare.offGrid");
    m_note->setProperty("role", "warning");
    m_row = new QHBoxLayout;
    m_row->setSpacing(4);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_reset);
    m_row->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_row);
    layout->addWidget(m_note);
    connect(m_text, &QLineEdit::editingFinished, this, &ColumnTimes::takeText);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        showTimes(m_grid);
        Q_EMIT changed({});
    });
}

void ColumnTimes::setTimes(const std::vector<double>& grid, const std::vector<double>& times)
{
    m_grid = grid;
    showTimes(times.size() == grid.size() ? times : grid);
}

void ColumnTimes::showTimes(const std::vector<double>& times)
{
    const bool isOff = times != m_grid, isText = m_grid.size() > kMostBoxes;
    m_note->setText(tr("Off the student's grid: expect weaker images."));
    m_note->setVisible(isOff);
    m_reset->setVisible(isOff);
    m_text->setVisible(isText);
    m_text->setText(isText ? textOf({times.begin() + 1, times.end()}) : QString());
    addBoxes(m_grid.size() > 1 && !isText ? m_grid.size() - 1 : 0);
    const bool wasFilling = std::exchange(m_isFilling, true);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const auto at = std::size_t(i) + 1;
        m_boxes[i]->setRange(at + 1 < times.size() ? times[at + 1] + 0.001 : 0.001, times[at - 1] - 0.001);
        m_boxes[i]->setValue(times[at]);
    }
    m_isFilling = wasFilling;
}

void ColumnTimes::addBoxes(std::size_t count)
{
    while (std::size_t(m_boxes.size()) > count)
        delete m_boxes.takeLast();
    while (std::size_t(m_boxes.size()) < count) {
        auto* box = new QDoubleSpinBox;
        box->setObjectName(QString("compare.time%1").arg(m_boxes.size() + 2));
        box->setAccessibleName(tr("Time of call %1").arg(m_boxes.size() + 2));
        box->setToolTip(tr("Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1."));
        box->setDecimals(3);
        box->setSingleStep(0.02);
        box->setMinimumWidth(box->fontMetrics().horizontalAdvance("0.0000") + 40);
        box->setKeyboardTracking(false);
        m_row->insertWidget(int(m_boxes.size()), box);
        m_boxes.append(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ColumnTimes::takeBoxes);
    }
}

void ColumnTimes::takeBoxes()
{
    if (m_isFilling)
        return;
    std::vector<double> middle;
    for (const QDoubleSpinBox* box : std::as_const(m_boxes))
        middle.push_back(box->value());
    take(middle);
}

void ColumnTimes::takeText()
{
    if (m_grid.size() <= kMostBoxes || !m_text->isModified())
        return;
    const std::optional<std::vector<double>> middle = timesFromText(m_text->text());
    bool isFine = middle && middle->size() + 1 == m_grid.size();
    for (std::size_t i = 0; isFine && i < middle->size(); ++i)
        isFine = middle->at(i) > 0 && middle->at(i) < (i == 0 ? m_grid.front() : middle->at(i - 1));
    if (isFine) {
        take(*middle);
        return;
    }
    m_note->setText(tr("%1 numbers are needed, falling, between %2 and 0.").arg(m_grid.size() - 1).arg(numberText(m_grid.front(), 'g', 3)));
    m_note->show();
    Q_EMIT refused();
}

/// Times as they are shown; those that say what the grid says are the grid's own.
void ColumnTimes::take(const std::vector<double>& middle)
{
    std::vector<double> times = {m_grid.front()};
    for (std::size_t i = 0; i < middle.size(); ++i)
        times.push_back(std::abs(m_grid[i + 1] - middle[i]) < kShownExactly ? m_grid[i + 1] : middle[i]);
    showTimes(times);
    Q_EMIT changed(times == m_grid ? std::vector<double>() : times);
}

}  // namespace potstill
