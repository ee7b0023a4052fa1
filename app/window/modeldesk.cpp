#include "app/window/modeldesk.h"

#include "app/session/background.h"
#include "app/window/evaluatedialog.h"
#include "app/window/noticebar.h"
#include "app/window/runsdock.h"
#include "app/window/topbar.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace potstill {

namespace {

/// What lies at the place of an export.
enum class Place { Free, Export, Other };

Place placeOf(const QString& folder)
{
    const QDir dir(folder);
    if (!QFileInfo::exists(folder) || (QFileInfo(folder).isDir() && dir.isEmpty()))
        return Place::Free;
    return isExportedModel(folder.toStdString()) ? Place::Export : Place::Other;
}

/// "NAME-2", "NAME-3" ...: the first that is not there.
QString freeBeside(const QString& folder)
{
    for (int n = 2;; ++n)
        if (const QString beside = QStringLiteral("%1-%2").arg(folder).arg(n); !QFileInfo::exists(beside))
            return beside;
}

}  // namespace

QString ModelDesk::stageText(const std::string& stage)
{
    if (stage == "train")
        return tr("training");
    if (stage == "sample")
        return tr("sampling");
    if (stage == "train classifier")
        return tr("training the classifier that judges");
    if (stage == "search training images")
        return tr("searching the training images for copies");
    if (stage == "pack data")
        return tr("reading the images");
    if (stage == "preview")
        return tr("drawing the preview");
    if (stage == "write model" || stage == "export")
        return tr("writing");
    return tr("opening the model");
}

ModelDesk::ModelDesk(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_window(window), m_job(parts.session)
{
    openFolder = [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); };
    connect(&m_job, &SideJob::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            m_parts.progress.hide();
        Q_EMIT busyChanged(isBusy);
    });
    connect(&m_job, &SideJob::progressed, this, &ModelDesk::showProgress);
    connect(&m_job, &SideJob::warned, this, &ModelDesk::problem);
    connect(&m_job, &SideJob::done, this, [this](const Json& result) { std::exchange(m_done, {})(result); });
    connect(&m_job, &SideJob::stopped, this, [this] { m_parts.notice.tell(tr("%1 was stopped; nothing was written.").arg(m_what)); });
    connect(&m_job, &SideJob::failed, this, [this](const QString& message) { Q_EMIT problem(message); });
}

bool ModelDesk::isFree()
{
    if (m_job.isBusy())
        Q_EMIT problem(tr("%1 is going on; wait for its end or stop it first.").arg(m_what));
    return !m_job.isBusy();
}

void ModelDesk::exportModel(const QString& runFolder)
{
    if (FormDialog::raiseOpen(m_window, "exportModel", runFolder) || !isFree())
        return;
    auto* dialog = new ExportModelDialog(runFolder, m_parts.runs.nameOf(runFolder), m_window);
    connect(dialog, &ExportModelDialog::exportWanted, this, &ModelDesk::settlePlace);
    dialog->show();
}

void ModelDesk::settlePlace(ExportRequest request, const QString& folder)
{
    struct Found {
        Place place = Place::Free;
        QString beside;
    };
    runInBackground<Found>(
        this,
        [target = folder] {
            const Place place = placeOf(target);
            return Found{place, place == Place::Free ? QString() : freeBeside(target)};
        },
        [this, request, target = folder](const Found& found) mutable {
            if (found.place != Place::Free) {
                QStringList answers = {tr("Write into %1").arg(QDir(found.beside).dirName())};
                if (found.place == Place::Export)
                    answers.append(tr("Replace the earlier export"));
                answers.append(tr("Cancel"));
                const QString question = found.place == Place::Export ? tr("%1 holds an earlier export.") : tr("%1 is there already and holds something else, which stays.");
                const int answer = m_parts.ask(tr("The folder is there already"), question.arg(target), answers);
                if (answer < 0 || answer + 1 >= answers.size())
                    return;
                if (answer == 0)
                    target = found.beside;
                else
                    request.replaces = true;
            }
            writeExport(request, target);
        });
}

void ModelDesk::writeExport(const ExportRequest& request, const QString& target)
{
    start(
        tr("The export"),
        [request, out = target.toStdString()](RunControl& control, RunObserver& observer, bool) {
            return potstill::exportModel(request, out, &control, &observer) ? Json(true) : Json();
        },
        [this, target](const Json&) {
            m_parts.notice.tell(tr("The model is in %1.").arg(QDir::toNativeSeparators(target)), tr("Open folder"), [this, target] { openFolder(target); });
        });
}

void ModelDesk::evaluate(const QString& runFolder)
{
    if (FormDialog::raiseOpen(m_window, "evaluate", runFolder) || !isFree())
        return;
    auto* dialog = new EvaluateDialog(runFolder, m_parts.runs.nameOf(runFolder), m_parts.session, m_window);
    connect(dialog, &EvaluateDialog::evaluateWanted, this, &ModelDesk::measure);
    dialog->show();
}

void ModelDesk::measure(const EvaluateRequest& request)
{
    const QString run = QString::fromStdString(request.samples.model.string());
    start(
        tr("The evaluation of %1").arg(m_parts.runs.nameOf(run)),
        [request](RunControl& control, RunObserver& observer, bool isBesideTraining) {
            EvaluateRequest own = request;
            own.samples.threads = isBesideTraining ? -1 : 0;
            const Json columns = evaluateModel(own, control, observer);
            return columns.empty() ? Json() : columns;
        },
        [this, run](const Json&) {
            m_parts.notice.tell(tr("%1 is evaluated; its figures lie with the run.").arg(m_parts.runs.nameOf(run)), tr("Show the figures"),
                                [this, run] { Q_EMIT figuresWanted(run); });
            Q_EMIT evaluated(run);
        });
}

void ModelDesk::start(const QString& what, SideJob::Work work, std::function<void(const Json& result)> done)
{
    if (!isFree())
        return;
    m_what = what;
    m_done = std::move(done);
    m_stage.clear();
    m_job.start(std::move(work));
    showProgress({});
}

void ModelDesk::showProgress(const Progress& p)
{
    if (m_job.isStopping()) {
        m_parts.progress.follow(tr("%1 is being stopped").arg(m_what), -1, {}, {}, {});
        return;
    }
    if (m_stage != p.stage || !m_sinceStage.isValid()) {
        m_stage = p.stage;
        m_sinceStage.start();
    }
    const double share = p.imagesTotal > 0 ? double(p.imagesSeen) / double(p.imagesTotal) : -1;
    const double left = p.secondsLeft >= 0 ? p.secondsLeft : share > 0 && m_stage == "sample" ? double(m_sinceStage.elapsed()) / 1000 * (1 - share) / share : -1;
    m_parts.progress.follow(tr("%1: %2").arg(m_what, stageText(m_stage)), share, left >= 0 ? tr("%1 left").arg(TopBar::timeText(left)) : QString(), tr("Stop"), [this] {
        m_job.stop();
        showProgress({});
    });
}

}  // namespace potstill
