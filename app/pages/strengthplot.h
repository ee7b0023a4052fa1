#pragma once

#include "engine/rating/analysis.h"

#include <QWidget>

namespace potstill {

/// Strength of each system with its interval, in points of Elo, the strongest on top.
class StrengthPlot final : public QWidget {
    Q_OBJECT
public:
    explicit StrengthPlot(QWidget* parent = nullptr);
    /// Nothing is drawn where the fit is not Ok.
    void setFit(const ComparisonDefinition& definition, const DavidsonFit& fit);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString name;
        double value, low, high;
    };
    std::vector<Line> m_lines;
};

}  // namespace potstill
