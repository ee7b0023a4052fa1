#pragma once

#include "app/window/formdialog.h"
#include "engine/jobs/jobs.h"

#include <functional>
#include <optional>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace potstill {

class NumberField;
class RunSession;

/// What shall be measured of a run's model: how many samples at which numbers of steps, beside which teacher and against which data, by which feature network. evaluateWanted() says what was chosen.
class EvaluateDialog final : public FormDialog {
    Q_OBJECT
public:
    /// While a run is on it says that the training waits meanwhile.
    EvaluateDialog(const QString& runFolder, const QString& name, RunSession& session, QWidget* parent = nullptr);

    std::function<QString()> askFile;  ///< for a feature network; "" = none. A dialog of the system by default

Q_SIGNALS:
    void evaluateWanted(const potstill::EvaluateRequest& request);

private:
    /// A row of a field with a button beside it that chooses what stands there.
    QPushButton* addChosen(const QString& label, QLineEdit* edit, const QString& name, const QString& browseName, const QString& help);
    void addData();
    void addExtractor();
    /// Looks at the file of the feature network, in the background.
    void lookAtExtractor();
    void check();
    QString extractorText() const;
    /// Empty when the text is no list of numbers.
    std::vector<int> steps() const;

    NumberField* m_count;
    QLineEdit *m_steps, *m_data, *m_extractor;
    QComboBox* m_weights;
    QSpinBox* m_teacherSteps;
    QLabel *m_problem, *m_isCode;
    std::optional<ExtractorProblem> m_extractorProblem = ExtractorProblem::None;  ///< none while it is being looked at
    QPushButton* m_start;
};

}  // namespace potstill
