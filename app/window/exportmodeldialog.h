#pragma once

#include "app/window/formdialog.h"
#include "engine/jobs/jobs.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace potstill {

/// How a run's model leaves the house: its form, which weights of which checkpoint, and where to. exportWanted() says what was chosen.
class ExportModelDialog final : public FormDialog {
    Q_OBJECT
public:
    ExportModelDialog(const QString& runFolder, const QString& name, QWidget* parent = nullptr);

    /// Asks for a folder; tests put their own answer here. "" = none.
    std::function<QString(const QString& suggestion)> askFolder;

Q_SIGNALS:
    void exportWanted(const potstill::ExportRequest& request, const QString& folder);

private:
    void suggestFolder();
    ExportRequest request() const;

    QString m_name, m_suggested;
    QComboBox *m_format, *m_weights, *m_checkpoint;
    QLineEdit *m_licence, *m_folder;
    QCheckBox* m_half;
};

}  // namespace potstill
