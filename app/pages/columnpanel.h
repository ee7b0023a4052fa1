#pragma once

#include "engine/jobs/comparison.h"

#include <QFrame>
#include <QList>

#include <utility>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace potstill {

class ColumnTimes;
class ModelChoice;
struct RunSummary;

/// The live settings of a column, opened from its heading: each change is told at once, nothing is confirmed.
class ColumnPanel final : public QFrame {
    Q_OBJECT
public:
    enum class Kind {
        Shared,  ///< all columns of a pivot
        Teacher,
        Own,  ///< this column alone; model and steps are free
    };

    explicit ColumnPanel(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunSummary>& runs);
    /// `facts` as modelFacts() gives them; null until they are known.
    void setColumn(const SampleColumn& column, const Json& facts, Kind kind, const QString& title);
    /// How many steps the columns of a pivot have: a column for each number (a ladder), or all of them one. Shown for Kind::Shared.
    void setSteps(const QList<int>& steps, bool isLadder);
    const SampleColumn& column() const { return m_column; }
    void openAt(const QPoint& globalPos);

    /// Those that can be chosen: what people call them, and their name in the engine.
    static QList<std::pair<QString, QString>> samplers();

Q_SIGNALS:
    void changed(const potstill::SampleColumn& column);
    /// At least one, each once.
    void stepsChosen(const QList<int>& steps);
    void aloneRequested();
    void duplicateRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void fillTimes();
    void fillCheckpoints();
    void takeModel(const QString& path);
    void takeControls();
    void takeSteps();
    void showRow(QWidget* field, bool shown);
    void showRandomness();
    std::vector<double> grid() const;

    SampleColumn m_column;
    QList<int> m_pivotSteps;
    Json m_facts;
    Kind m_kind = Kind::Shared;
    QString m_listedRun;
    bool m_isFilling = false;

    QFormLayout* m_form;
    QLabel* m_title;
    ModelChoice* m_model;
    QComboBox *m_checkpoint, *m_weights, *m_sampler;
    QLineEdit* m_stepsOfAll;
    QSpinBox* m_steps;
    QDoubleSpinBox *m_guidance, *m_eta, *m_churn;
    QCheckBox* m_correction;
    ColumnTimes* m_times;
    QPushButton *m_alone, *m_duplicate, *m_remove;
};

}  // namespace potstill
