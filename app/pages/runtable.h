#pragma once

#include "app/pages/compareplan.h"

#include <QWidget>

#include <map>

class QComboBox;
class QToolButton;
class QTreeWidget;

namespace potstill {

/// What a run's files say about it.
struct RunFacts {
    QString name, folder;
    Json options;  ///< config.json
    std::int64_t imagesSeen = 0;
    std::vector<StatPoint> points;  ///< figures of quality alone, in order
    Json evaluation;                ///< of its most steps, from the newest of evaluations/; null = none
    std::int64_t evaluatedAt = 0;   ///< images that the evaluated checkpoint had seen
};
/// Reads files: not for the window's thread. A damaged run has what could be read.
RunFacts readRunFacts(const NamedModel& run);

/// The newest evaluation of a run, one entry for each of its columns; empty without one. As above.
std::vector<RunFacts> readEvaluation(const NamedModel& run);

/// When the figures of runs are read.
enum class FiguresAt { End, EqualImages, EqualTime };
/// The last value of each series up to that moment: the least that all runs have reached of images or of time.
std::map<std::string, double> figuresOf(const std::vector<RunFacts>& runs, std::size_t run, FiguresAt at);

/// Runs as rows; the settings in which they differ and their figures as columns. An evaluation stands where it is of the moment that was chosen.
class RunTable final : public QWidget {
    Q_OBJECT
public:
    /// Object names begin with `name`.
    explicit RunTable(QWidget* parent = nullptr, const QString& name = QStringLiteral("compare"));
    void setRuns(const std::vector<RunFacts>& runs);

Q_SIGNALS:
    void closeRequested();

private:
    void fill();

    std::vector<RunFacts> m_runs;
    QComboBox* m_at;
    QToolButton* m_close;
    QTreeWidget* m_tree;
};

}  // namespace potstill
