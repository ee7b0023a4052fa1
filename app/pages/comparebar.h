#pragma once

#include "app/pages/compareplan.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QMenu;
class QSpinBox;
class QToolButton;

namespace potstill {

class ModelChoice;
struct RunSummary;

/// The line of controls above the comparison: what the columns are, which noises and classes the rows, and the zoom.
class CompareBar final : public QWidget {
    Q_OBJECT
public:
    explicit CompareBar(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunSummary>& runs);
    /// Shows a plan; `offered` are the runs or checkpoints to choose from.
    void showPlan(const ComparePlan& plan, const QList<NamedModel>& offered);
    /// Names of the classes; empty = the model knows none.
    void setClasses(const QStringList& names);
    void setZoom(int zoom);

    /// As they were left. A class is chosen once the classes are known.
    void restoreRows(int firstNoise, int rows, std::int64_t chosenClass);
    int firstNoise() const;
    int rows() const;

    std::vector<std::uint64_t> seeds() const;
    /// -1 = all in turn.
    std::int64_t chosenClass() const;
    const QStringList& classes() const { return m_classes; }
    /// To the noises after (or before) those shown.
    void walkSeeds(int direction);
    QMenu* moreMenu() const { return m_moreMenu; }

Q_SIGNALS:
    void pivotChosen(potstill::ComparePlan::Pivot pivot);
    void modelChosen(const QString& path);
    void modelsChosen(const QList<potstill::NamedModel>& models);
    void rowsChanged();
    void zoomChosen(int zoom);
    void columnSettingsRequested(const QPoint& globalPos);

private:
    void buildModelMenu();
    void showModels(const QList<NamedModel>& offered, const QList<NamedModel>& chosen);
    void takeModels();

    QStringList m_classes;
    bool m_isFilling = false;
    std::int64_t m_classToCome = -1;

    QComboBox *m_pivotBox, *m_class, *m_zoom;
    ModelChoice* m_model;
    QToolButton *m_models, *m_back, *m_forward, *m_column, *m_more;
    QListWidget* m_modelList;
    QSpinBox *m_firstSeed, *m_rows;
    QMenu* m_moreMenu;
};

}  // namespace potstill
