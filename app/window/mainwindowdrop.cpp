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
#include <utility>
#include <vector>

// What is dragged onto the window.
namespace potstill {

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& u) { return u.isLocalFile(); }))
        event->acceptProposedAction();
}

/// Whatever comes with a project or a run is taken in there.
void MainWindow::dropEvent(QDropEvent* event)
{
    QString project, run;
    QStringList images;
    std::vector<std::pair<DroppedKind, QString>> others;
    for (const QUrl& url : event->mimeData()->urls()) {
        const QString file = QDir::cleanPath(url.toLocalFile());
        if (file.isEmpty())
            continue;
        switch (const DroppedKind kind = droppedKind(file.toStdString())) {
        case DroppedKind::Project:
            project = file;
            run.clear();
            break;
        case DroppedKind::Run:
            project = QDir::cleanPath(file + "/../..");
            run = file;
            break;
        case DroppedKind::Image: images.append(file); break;
        default: others.emplace_back(kind, file); break;
        }
    }
    const auto takeRest = [this, images, others] {
        for (const auto& [kind, file] : others) {
            if (kind == DroppedKind::Model) {
                m_compare->showModel(file);
                showPage(Compare);
            } else if (kind == DroppedKind::Data) {
                m_configure->useData(file);
                showPage(Configure);
            } else {
                showProblem(tr("%1 is neither a project, a run, a model's folder, an image nor a folder or ZIP file of images.").arg(QFileInfo(file).fileName()));
            }
        }
        if (!images.isEmpty())
            takeImages(images);
    };
    if (project.isEmpty())
        takeRest();
    else
        changeProject(project, [this, run, takeRest] {
            if (!run.isEmpty()) {
                m_train->showRun(run);
                showPage(Train);
            }
            takeRest();
        });
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
        [this, project = m_projectFolder](Taken taken) {
            if (project != m_projectFolder)
                return;
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
