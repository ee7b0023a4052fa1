#pragma once

#include "app/rating/ratingstore.h"
#include "app/rating/systemquality.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace potstill {

class ChartSection;
class EmptyState;
class LineChart;
class PairBars;
class QualityCharts;
class StrengthPlot;

/// What the votes of a comparison say: one sentence, then what proves it. Charts that need more than there is stay away; nothing is shown to a rater whose session
/// is still open. Quality over cost needs no votes, and follows evaluations as they are stored.
class ResultsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ResultsPage(RatingStore& store, QWidget* parent = nullptr);

    /// Who is looking: a rater with an open session sees no results of that comparison.
    void setRater(const QString& name) { m_rater = name; }
    void showComparison(const QString& id);
    void refresh();

    /// Asks for the file of the report; tests put their own answer here.
    std::function<QString()> askReportFile;

Q_SIGNALS:
    void rateRequested();
    void problem(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Shown {
        ComparisonData data;
        Analysis analysis;
    };
    /// What was measured beside the votes, and the mark of the evaluations that it was read from.
    struct Measured {
        QByteArray mark;
        std::vector<SystemQuality> systems;
    };
    /// Of the compared systems too, where `shown` is not null. Reads files: not for the window's thread.
    static Measured measuredOf(const Shown* shown, const QString& project);
    void load(const QString& id);
    void failLoading(const QString& message);
    void readMeasured();
    void showMeasured(const Measured& measured);
    void watchEvaluations();
    bool isClosedToRater() const;
    void showResults(const Shown& shown);
    void showEvidence(const Shown& shown, const std::vector<int>& colors);
    void showRaters(const Analysis& analysis);
    void exportReport();

    RatingStore& m_store;
    QString m_rater, m_current;
    std::shared_ptr<const Shown> m_shown;  // none where no comparison has votes
    QByteArray m_evaluations;              // the mark of those that were read last
    bool m_isWatching = false, m_isLoading = false;
    QTimer m_watch;
    int m_run = 0, m_measuredRun = 0;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QComboBox* m_choice;
    QPushButton* m_export;
    QLabel *m_finding, *m_note, *m_fit, *m_failures, *m_raterTitle, *m_agreement;
    ChartSection *m_barsPart, *m_evidencePart, *m_strengthsPart;
    PairBars* m_bars;
    LineChart* m_evidence;
    StrengthPlot* m_strengths;
    QualityCharts* m_quality;
    QTreeWidget* m_raters;
};

}  // namespace potstill
