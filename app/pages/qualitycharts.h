#pragma once

#include "app/rating/systemquality.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace potstill {

class ChartSection;
class LineChart;

/// Quality beside what it costs and beside what is measured: the frontier of network calls (or latency) against preference (or a figure of `evaluate`), preference
/// over a run's training, figures against people. On the frontier stand the compared systems and every run at every step count that `evaluate` measured; the teacher
/// for reference, not on its line. Preference is the strength, of two systems the share of wins. A chart for which there is too little stays away.
class QualityCharts final : public QWidget {
    Q_OBJECT
public:
    explicit QualityCharts(QWidget* parent = nullptr);
    void setSystems(std::vector<SystemQuality> systems, double alpha);
    /// Folders of the runs of the compared systems, or of all that are shown.
    enum class Of { Compared, All };
    QStringList runs(Of which) const;
    /// Every chart stays away.
    bool isEmpty() const;
    /// A number of `evaluate` for people: "FID" of "fid"; what is not known stays as it is.
    static QString figureText(const std::string& figure);

Q_SIGNALS:
    void problem(const QString& sentence);

private:
    void showFrontier();
    void showTraining();
    void showScatter();
    bool isShareOfWins() const;
    QString textOf(const std::string& figure) const;

    std::vector<SystemQuality> m_systems;
    std::vector<int> m_colors;  ///< of the systems
    ChartSection *m_frontierPart, *m_trainingPart, *m_scatterPart;
    QComboBox *m_cost, *m_quality, *m_figure;
    LineChart *m_frontier, *m_training, *m_scatter;
    QLabel* m_correlation;
};

}  // namespace potstill
