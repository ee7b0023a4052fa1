#include "app/pages/chartsection.h"

#include <QHBoxLayout>
#include <QLabel>

namespace potstill {

ChartSection::ChartSection(const QString& title, QWidget* chart, ChartExportButton::Source source, const std::initializer_list<QWidget*>& choices) : m_title(new QLabel(title))
{
    m_title->setProperty("role", "secondary");
    m_save = new ChartExportButton(chart->objectName() + ".save", tr("Save the chart “%1”").arg(chart->accessibleName()));
    m_save->add(chart, std::move(source));
    connect(m_save, &ChartExportButton::problem, this, &ChartSection::problem);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_title);
    for (QWidget* w : choices)
        line->addWidget(w);
    line->addStretch(1);
    line->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(chart);
}

void ChartSection::setTitle(const QString& title) { m_title->setText(title); }

}  // namespace potstill
