#include "app/window/mainwindow.h"

#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/gallerypage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/dropped.h"
#include "engine/imaging/imagefile.h"

#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

#include <algorithm>

// What is dragged onto the window.
namespace potstill {

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& u) { return u.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList images;
    for (const QUrl& url : event->mimeData()->urls()) {
        const QString file = QDir::cleanPath(url.toLocalFile());
        if (file.isEmpty())
            continue;
        switch (droppedKind(file.toStdString())) {
        case DroppedKind::Project: changeProject(file); break;
        case DroppedKind::Run:
            changeProject(QDir::cleanPath(file + "/../.."), [this, file] {
                m_train->showRun(file);
                showPage(Train);
            });
            break;
        case DroppedKind::Model:
            m_compare->showModel(file);
            showPage(Compare);
            break;
        case DroppedKind::Data:
            m_configure->useData(file);
            showPage(Configure);
            break;
        case DroppedKind::Image: images.append(file); break;
        case DroppedKind::Unknown:
            showProblem(tr("%1 is neither a project, a run, a model's folder, an image nor a folder or ZIP file of images.").arg(QFileInfo(file).fileName()));
            break;
        }
    }
    if (!images.isEmpty())
        takeImages(images);
    event->acceptProposedAction();
}

void MainWindow::takeImages(const QStringList& files)
{
    struct Taken {
        std::vector<GalleryItem> items;
        QStringList skipped;  // names
        QString problem;      // of the first of them
    };
    runInBackground<Taken>(
        this,
        [files] {
            Taken taken;
            for (const QString& file : files) {
                GalleryItem item;
                try {
                    item.image = std::make_shared<const Image>(readImageFile(file.toStdString()));
                } catch (...) {
                    if (taken.skipped.isEmpty())
                        taken.problem = detail::messageOfCurrentException();
                    taken.skipped.append(QFileInfo(file).fileName());
                    continue;
                }
                const Json recipe = Json::parse(QImage(file).text("potstill").toStdString(), nullptr, false);  // an image of ours tells how it was made
                if (recipe.is_object())
                    item.recipe = recipe;
                item.caption = QFileInfo(file).completeBaseName().toStdString();
                taken.items.push_back(std::move(item));
            }
            return taken;
        },
        [this](Taken taken) {
            if (!taken.skipped.isEmpty())
                showProblem(tr("%n image(s) cannot be read and were left out: %1. %2", nullptr, int(taken.skipped.size())).arg(taken.skipped.join(", "), taken.problem));
            if (taken.items.empty())
                return;
            showPage(Gallery);
            if (taken.items.size() == 1 && !taken.items.front().recipe.empty()) {
                showRecipe(QString::fromStdString(taken.items.front().recipe.dump()));
                m_inspector->show();
            }
            m_gallery->add(std::move(taken.items));
        },
        [this](const QString& message) { showProblem(message); });
}

}  // namespace potstill
