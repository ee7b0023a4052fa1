#pragma once

#include "engine/rating/analysis.h"

#include <QWidget>

namespace potstill {

/// A bar for every pair of systems: wins, ties and losses of the first beside the second with their counts; "both bad" stands apart. Ties and "both bad" are hatched, so
/// that no colour need be told from another. Above it the names, then the share of the untied votes on a line of its own.
class PairBars final : public QWidget {
    Q_OBJECT
public:
    explicit PairBars(QWidget* parent = nullptr);
    void setResults(const ComparisonDefinition& definition, const std::vector<PairResult>& pairs);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        QString first, second;
        PairCounts counts;
        Estimate share;
    };
    int rowHeight() const;
    std::vector<Bar> m_bars;
};

}  // namespace potstill
