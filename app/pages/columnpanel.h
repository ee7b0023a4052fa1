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
    const SampleColumn& column() const { return m_column; }
    void openAt(const QPoint& globalPos);

    /// Those that can be chosen: what people call them, and their name in the engine.
    static QList<std::pair<QString, QString>> samplers();

Q_SIGNALS:
    void changed(const potstill::SampleColumn& column);
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
    void showRow(QWidget* field, bool shown);
    void showRandomness();
    std::vector<double> grid() const;

    SampleColumn m_column;
    Json m_facts;
    Kind m_kind = Kind::Shared;
    QString m_listedRun;
    bool m_isFilling = false;

    QFormLayout* m_form;
    QLabel* m_title;
    ModelChoice* m_model;
    QComboBox *m_checkpoint, *m_weights, *m_sampler;
    QSpinBox* m_steps;
    QDoubleSpinBox *m_guidance, *m_eta, *m_churn;
    QCheckBox* m_correction;
    ColumnTimes* m_times;
    QPushButton *m_alone, *m_duplicate, *m_remove;
};

}  // namespace potstill
