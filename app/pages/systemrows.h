#pragma once

#include "app/rating/ratingrecords.h"
#include "engine/io/runfolder.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QPushButton;

namespace potstill {

/// The systems of a draft, a row each: name, model and steps; with all settings shown also sampler, noise correction and, where the model can be guided, guidance.
/// Of imported texts the names alone.
class SystemRows final : public QWidget {
    Q_OBJECT
public:
    explicit SystemRows(QWidget* parent = nullptr);
    ~SystemRows() override;

    /// So many at most are compared at once.
    static constexpr std::size_t kMostSystems = 12;

    void setProject(const QString& folder) { m_project = folder; }
    /// The project's runs, as the list of runs read them: models to choose from.
    void setRuns(const std::vector<RunSummary>& runs);
    /// Without plans (imported texts) only the names can be changed.
    void setSystems(const std::vector<PlannedSystem>& plans, const std::vector<ComparedSystem>& systems);
    std::vector<PlannedSystem> plans() const;
    std::vector<std::string> names() const;
    void showAll(bool all);
    void setReadOnly(bool readOnly);

    /// "00001-student, 3 steps": what a system is called until somebody names it.
    static QString systemName(const PlannedSystem& system);

Q_SIGNALS:
    /// editor: of the edit; nullptr where a system was added or left out.
    void edited(const QWidget* editor);

private:
    struct Row;
    void addRow(const PlannedSystem& system, const QString& name);
    void addLike(const Row& last);
    void nameRow(const Row& row, std::size_t place);
    void takeEdit(Row& row, const QWidget* editor);
    void rebuild();
    /// Whether the model of a row can be guided is read on a pool thread.
    void readFacts(Row& row);

    QString m_project;
    std::vector<RunSummary> m_runs;
    std::vector<std::unique_ptr<Row>> m_rows;
    QGridLayout* m_grid;
    QPushButton* m_add;
    bool m_showsAll = false, m_isReadOnly = false, m_isImported = false;
};

}  // namespace potstill
