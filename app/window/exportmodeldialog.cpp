#include "app/window/exportmodeldialog.h"

#include "app/pages/checkpointtexts.h"
#include "app/session/background.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace potstill {

ExportModelDialog::ExportModelDialog(const QString& runFolder, const QString& name, QWidget* parent)
    : FormDialog("exportModel", runFolder, tr("Export %1").arg(name), parent), m_name(name)
{
    askFolder = [this](const QString& suggestion) {
        return QFileDialog::getSaveFileName(this, tr("New folder for the model"), suggestion, {}, nullptr, QFileDialog::ShowDirsOnly);
    };
    m_format = new QComboBox;
    m_format->addItem(tr("diffusers (Python)"), "diffusers");
    m_format->addItem(tr("Potstill"), "potstill");
    addRow(tr("Form"), m_format, "exportModel.format", tr("diffusers opens as a pipeline in Python; Potstill's own form is one weight file and its description"));
    m_weights = new QComboBox;
    m_weights->addItem(tr("Averaged (EMA)"), "ema");
    m_weights->addItem(tr("Raw"), "raw");
    addRow(tr("Weights"), m_weights, "exportModel.weights", tr("The averaged weights are those that are shown and rated; the raw ones are those of the last step"));
    m_checkpoint = new QComboBox;
    m_checkpoint->addItem(tr("The newest"), run());
    addRow(tr("Checkpoint"), m_checkpoint, "exportModel.checkpoint", tr("The moment of the training whose model is written"));
    m_half = new QCheckBox(tr("16-bit weights"));
    addRow(QString(), m_half, "exportModel.half", tr("Half the size; the images change hardly"));
    m_half->setAccessibleName(m_half->text());
    m_licence = new QLineEdit("unknown");
    addRow(tr("Licence"), m_licence, "exportModel.licence", tr("Named in the model card, for example cc0-1.0"));
    m_folder = new QLineEdit;
    m_folder->setMinimumWidth(360);
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setObjectName("exportModel.browse");
    browse->setToolTip(tr("Choose a new folder"));
    auto* place = new QWidget;
    auto* placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addWidget(m_folder, 1);
    placeRow->addWidget(browse);
    addRow(tr("Folder"), place, "exportModel.place", {});
    m_folder->setObjectName("exportModel.folder");
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setToolTip(tr("A new folder; an earlier export there is replaced only when you say so"));
    QPushButton* start = addButtons("exportModel.start", tr("Export"));

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportModelDialog::suggestFolder);
    connect(m_folder, &QLineEdit::textChanged, this, [start](const QString& text) { start->setEnabled(!text.trimmed().isEmpty()); });
    connect(browse, &QPushButton::clicked, this, [this] {
        if (const QString folder = askFolder(m_folder->text()); !folder.isEmpty())
            m_folder->setText(folder);
    });
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT exportWanted(request(), QDir(m_folder->text().trimmed()).absolutePath()); });
    suggestFolder();
    runInBackground<std::vector<CheckpointChoice>>(
        this, [run = run().toStdString()] { return checkpointChoices(run); }, [this](const std::vector<CheckpointChoice>& choices) { addCheckpoints(m_checkpoint, choices); });
}

/// Follows the form until a person names a folder.
void ExportModelDialog::suggestFolder()
{
    if (m_folder->text() != m_suggested)
        return;
    const QString name = QString(m_name).replace(QRegularExpression("[^\\w.-]+"), "-") + '-' + m_format->currentData().toString();
    m_suggested = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
    m_folder->setText(m_suggested);
}

ExportRequest ExportModelDialog::request() const
{
    ExportRequest request;
    request.model = m_checkpoint->currentData().toString().toStdString();
    request.format = m_format->currentData().toString().toStdString();
    request.weights = m_weights->currentData().toString().toStdString();
    if (const QString licence = m_licence->text().trimmed(); !licence.isEmpty())
        request.licence = licence.toStdString();
    request.halfPrecision = m_half->isChecked();
    return request;
}

}  // namespace potstill
