#pragma once

#include "app/window/formdialog.h"
#include "engine/jobs/jobs.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace potstill {

class NumberField;
class RunSession;

/// What shall be measured of a run's model: how many samples at which numbers of steps, beside which teacher and against which data. evaluateWanted() says what was chosen.
class EvaluateDialog final : public FormDialog {
    Q_OBJECT
public:
    /// While a run is on it says that the training waits meanwhile.
    EvaluateDialog(const QString& runFolder, const QString& name, RunSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void evaluateWanted(const potstill::EvaluateRequest& request);

private:
    void check();
    /// Empty when the text is no list of numbers.
    std::vector<int> steps() const;

    NumberField* m_count;
    QLineEdit *m_steps, *m_data;
    QComboBox* m_weights;
    QSpinBox* m_teacherSteps;
    QLabel* m_problem;
    QPushButton* m_start;
};

}  // namespace potstill
