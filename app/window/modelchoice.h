#pragma once

#include "engine/io/runfolder.h"

#include <QComboBox>

#include <vector>

namespace potstill {

/// Chooses a model: the runs of a project, the bundled models, or a folder that was named. Data of an entry = path as the engine takes it.
class ModelChoice final : public QComboBox {
    Q_OBJECT
public:
    enum class Kind { Teachers, All };
    explicit ModelChoice(Kind kind, QWidget* parent = nullptr);

    /// The project's runs, as the list of runs read them; the choice stays.
    void setRuns(const std::vector<RunSummary>& runs);
    QString model() const { return currentData().toString(); }
    /// Chooses a path, adding it when it is not listed.
    void setModel(const QString& path);

Q_SIGNALS:
    void modelChanged(const QString& path);

private:
    void fill();

    Kind m_kind;
    std::vector<RunSummary> m_runs;
    QStringList m_named;
    QString m_last;
};

}  // namespace potstill
