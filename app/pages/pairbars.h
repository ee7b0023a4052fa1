#pragma once

#include "engine/rating/analysis.h"
#include "widgets/chartpaper.h"

#include <QWidget>

namespace potstill {

/// A bar for every pair of systems: wins, ties and losses of the first beside the second with their counts; "both bad" stands apart. Ties and "both bad" are hatched, so
/// that no colour need be told from another; the two sides have the colours of their runs. Above it the names, then the share of the untied votes on a line of its own.
class PairBars final : public QWidget {
    Q_OBJECT
public:
    explicit PairBars(QWidget* parent = nullptr);
    /// `colors`: Theme's index of each system.
    void setResults(const ComparisonDefinition& definition, const std::vector<PairResult>& pairs, const std::vector<int>& colors);
    /// Columns of its values: first,second,wins,ties,losses,both_bad and the share of the untied votes with its interval.
    ChartPaper paper(const QSize& size = ChartPaper().size) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        QString first, second;
        PairCounts counts;
        Estimate share;
        int firstColor = 0, secondColor = 1;
    };
    static int rowHeight();
    static void paint(QPainter& painter, int width, const std::vector<Bar>& bars, bool isDark);

    std::vector<Bar> m_bars;
};

}  // namespace potstill
