#pragma once

#include "app/pages/chartexport.h"

class QLabel;

namespace potstill {

/// A chart under a line with its title, what chooses its content, and the button that saves it.
class ChartSection final : public QWidget {
    Q_OBJECT
public:
    ChartSection(const QString& title, QWidget* chart, ChartExportButton::Source source, const std::initializer_list<QWidget*>& choices = {});
    void setTitle(const QString& title);
    /// As ChartExportButton::runs.
    void setRuns(std::function<QStringList()> runs) { m_save->runs = std::move(runs); }

Q_SIGNALS:
    void problem(const QString& sentence);

private:
    QLabel* m_title;
    ChartExportButton* m_save;
};

}  // namespace potstill
