#pragma once

#include "app/session/samplingsession.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace potstill {

class EmptyState;
class ImageCompare;
class ImageGrid;
class ModelChoice;

/// The ladder: rows = noise (and class), columns = 1 ... N steps of a student and its teacher, all from the same noise.
class ComparePage final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePage(RunSession& runs, QWidget* parent = nullptr);

    void setProject(const QString& folder);
    void showModel(const QString& path);
    /// Samples with the settings shown.
    void refresh();
    const SampleTable& table() const { return m_table; }

Q_SIGNALS:
    /// The recipe of the cell that is current, as JSON text.
    void recipeChanged(const QString& json);
    void problem(const QString& message);

private:
    void loadFacts();
    void takeFacts(const Json& facts);
    void scheduleRefresh() { m_delay.start(); }
    void showTable(const SampleTable& table, bool isFinal);
    void showSelection();
    void exportImages();
    SampleRequest request() const;

    SamplingSession m_sampling;
    Json m_facts;
    SampleTable m_table;
    QTimer m_delay;
    QString m_factsOf;

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ModelChoice* m_model;
    QComboBox *m_weights, *m_class;
    QSpinBox *m_firstSeed, *m_rows, *m_teacherSteps;
    QCheckBox* m_correction;
    QLabel* m_status;
    QPushButton* m_export;
    ImageGrid* m_grid;
    ImageCompare* m_strip;
};

}  // namespace potstill
