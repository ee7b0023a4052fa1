#include "app/window/sourcemenu.h"

#include "widgets/icon.h"

#include <QFileDialog>

namespace potstill {

SourceMenu::SourceMenu(QWidget* parent) : QMenu(parent)
{
    setObjectName("sourceMenu");
    askFolder = [this] { return QFileDialog::getExistingDirectory(parentWidget(), tr("Folder of images"), from); };
    askFile = [this] { return QFileDialog::getOpenFileName(parentWidget(), tr("ZIP or packed set"), from, tr("ZIP and packed sets (*.zip *.safetensors);;All files (*)")); };
    addAction(potstill::icon("folder"), tr("Folder…"), this, [this] { take(askFolder()); })->setObjectName("source.folder");
    addAction(potstill::icon("dataset"), tr("ZIP or packed set…"), this, [this] { take(askFile()); })->setObjectName("source.file");
}

void SourceMenu::take(const QString& path)
{
    if (!path.isEmpty())
        Q_EMIT chosen(path);
}

}  // namespace potstill
