#pragma once

#include "app/rating/ratingrecords.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace potstill {

class SystemRows;
struct RunSummary;
struct VoteForecast;

/// The definition of a comparison as long as it is a draft, with what is wrong beside its field and how many votes its claim is likely to take.
class ComparisonForm final : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonForm(QWidget* parent = nullptr);

    void setProject(const QString& folder);
    void setRuns(const std::vector<RunSummary>& runs);
    void setComparison(const ComparisonRecord& draft);
    /// As edited, seeds reserved.
    ComparisonRecord comparison() const;
    bool isValid() const { return m_isValid; }
    /// Takes what was typed or chosen a moment ago, and tells of it by settled() at once; whether all is valid then.
    bool settle();
    /// The draft with what settled() has not told of yet; nothing where there is none or it is not valid. For a form that is about to show something else.
    std::optional<ComparisonRecord> takePending();
    /// How many votes a claim is likely to take where the first system truly wins this share of the untied ones.
    static QString forecastText(const VoteForecast& forecast, double share);
    void setReadOnly(bool readOnly);

    /// A draft to begin with: these systems, under these names; a tenth of the seeds, at most 30, is the common block.
    static ComparisonRecord newDraft(const QString& name, const std::vector<PlannedSystem>& systems, const QStringList& systemNames, int seeds);

Q_SIGNALS:
    /// A change, valid or not. Changes of the same field right after one another, which to a person are one, have the same step.
    void edited(const potstill::ComparisonRecord& comparison, int step);
    /// Valid, and nothing was edited for a moment.
    void settled(const potstill::ComparisonRecord& comparison);
    void validityChanged(bool isValid);

private:
    bool takeTyped();
    void takeEdit(const QWidget* editor);
    void conclude();
    void check();
    void showProblems();
    void forecast();
    void addRow(QFormLayout* form, const std::string& path, const QString& label, QWidget* field);

    struct Field {
        std::string path;  ///< of Issue, without what is inside
        QString label;
        QLabel* problem;
    };

    ComparisonRecord m_base;
    Issues m_issues;
    std::vector<Field> m_fields;
    QTimer m_delay;
    const QWidget* m_editor = nullptr;  // of the last edit; compared, never followed
    int m_step = 0;
    int m_forecastRun = 0;
    bool m_isValid = false, m_isFilling = false;

    QLineEdit *m_name, *m_question, *m_counted;
    SystemRows* m_systems;
    QComboBox *m_claim, *m_kind;
    QDoubleSpinBox *m_width, *m_alpha, *m_prior, *m_ridge;
    QLabel* m_widthLabel;
    QSpinBox *m_seeds, *m_length, *m_checks, *m_common, *m_minResponse, *m_maxFailed;
    QCheckBox* m_more;
    QWidget* m_advanced;
    QLabel *m_forecast, *m_problems;
};

}  // namespace potstill
