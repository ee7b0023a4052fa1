#pragma once

#include "engine/rating/analysis.h"
#include "widgets/chartpaper.h"

#include <QWidget>

#include <optional>
#include <utility>

namespace potstill {

/// Strength of each system with its interval, in points of Elo, the strongest on top, in the colour of its run.
class StrengthPlot final : public QWidget {
    Q_OBJECT
public:
    explicit StrengthPlot(QWidget* parent = nullptr);
    /// Nothing is drawn where the fit is not Ok. `colors`: Theme's index of each system. The tool tip tells the interval of the bootstrap too.
    void setFit(const ComparisonDefinition& definition, const DavidsonFit& fit, const BootstrapFit& bootstrap, const std::vector<int>& colors);
    /// Columns of its values: system,elo,low,high,bootstrap_low,bootstrap_high; the last two are empty where there was no bootstrap.
    ChartPaper paper(const QSize& size = ChartPaper().size) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString name;
        double value, low, high;
        int color;
        std::optional<std::pair<double, double>> bootstrap;
    };
    static void paint(QPainter& painter, const QSizeF& size, const std::vector<Line>& lines, bool isDark);

    std::vector<Line> m_lines;
};

}  // namespace potstill
