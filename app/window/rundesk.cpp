#include "app/window/rundesk.h"

#include "app/pages/checkpointtexts.h"
#include "app/pages/configurepage.h"
#include "app/pages/runtable.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/diskdialog.h"
#include "app/window/formdialog.h"
#include "app/window/queuepanel.h"
#include "app/window/runlogdialog.h"
#include "app/window/runsdock.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runmeta.h"
#include "engine/jobs/jobs.h"
#include "widgets/numberfield.h"

#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kVisitEveryMs = 60'000;

}  // namespace

RunDesk::RunDesk(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_window(window), m_queue(parts.session)
{
    startWorker = startHeadless;
    auto* panel = new QueuePanel(m_queue);
    m_parts.runs.addBelow(panel);
    connect(panel, &QueuePanel::editRequested, this, &RunDesk::editQueued);
    connect(&m_parts.configure, &ConfigurePage::queuedSaved, this, &RunDesk::keepQueued);
    connect(&m_queue, &QueueRunner::problem, this, &RunDesk::problem);
    connect(&m_parts.configure, &ConfigurePage::queueRequested, this, [this](const QueueEntry& entry) {
        m_queue.add(entry);
        m_queue.start();
    });
    connect(&m_parts.train, &TrainPage::takeBackRequested, this, &RunDesk::takeBack);
    connect(&m_parts.train, &TrainPage::problem, this, &RunDesk::problem);
    connect(&m_parts.train, &TrainPage::logRequested, this, &RunDesk::showLog);
    connect(&m_parts.session, &RunSession::pausedByItself, this, &RunDesk::settleFullDisk);
    connect(&m_parts.session, &RunSession::runFolderKnown, this, [this](const QString& folder) { m_own.insert(folder); });
    m_own.insert(m_parts.session.runFolder());  // it goes on from another window
    // What happens under a person's eyes is not told the next morning, however this program ends.
    connect(&m_parts.session, &RunSession::stateChanged, this, &RunDesk::noteVisit);
    connect(&m_parts.session, &RunSession::checkpointSaved, this, &RunDesk::noteVisit);
    auto* visits = new QTimer(this);
    visits->setObjectName("desk.visits");
    visits->setInterval(kVisitEveryMs);
    connect(visits, &QTimer::timeout, this, &RunDesk::noteVisit);
    visits->start();
    connectRuns();
}

void RunDesk::connectRuns()
{
    RunsDock& runs = m_parts.runs;
    connect(&runs, &RunsDock::problem, this, &RunDesk::problem);
    connect(&runs, &RunsDock::cloneRequested, this, &RunDesk::clone);
    connect(&runs, &RunsDock::branchRequested, this, &RunDesk::branch);
    connect(&runs, &RunsDock::differenceRequested, this, &RunDesk::showDifference);
    connect(&runs, &RunsDock::commandRequested, this, &RunDesk::copyCommand);
    connect(&runs, &RunsDock::notesRequested, this, &RunDesk::editNotes);
    connect(&runs, &RunsDock::extendRequested, this, &RunDesk::extend);
    connect(&runs, &RunsDock::settingsRequested, this, &RunDesk::showSettings);
    connect(&runs, &RunsDock::diskUseRequested, this, [this] {
        auto* dialog = new DiskDialog(m_project, m_parts.runs, m_parts.rate, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    const auto overlay = [this] {
        QList<std::pair<QString, QString>> checked;
        for (const QString& folder : m_parts.runs.checkedRuns())
            checked.append({folder, m_parts.runs.nameOf(folder)});
        m_parts.train.setOverlays(checked);
    };
    connect(&runs, &RunsDock::checkedChanged, this, overlay);
    // The queue may be changed by the command line, or by a worker that was left behind.
    connect(&runs, &RunsDock::changed, this, [this] {
        if (!m_queue.isWorking())
            m_queue.refresh();
        for (const RunSummary& s : m_parts.runs.runs())
            if (const QString folder = QString::fromStdString(s.folder.string()); s.state == RunState::Running && folder != m_parts.session.runFolder())
                m_parts.train.readAgain(folder);
        watchForeignRuns();
    });
}

void RunDesk::setProject(const QString& folder)
{
    m_project = folder;
    m_foreign.clear();
    m_queue.setProject(folder);
    summarise();
}

void RunDesk::withSettings(const QString& runFolder, std::function<void(const Json& options)> then)
{
    runInBackground<Json>(
        this, [run = runFolder.toStdString()] { return readJsonFile(run + "/config.json").at("options"); },
        [this, project = m_project, then = std::move(then)](const Json& options) {
            if (project == m_project)
                then(options);
        },
        [this](const QString& message) { Q_EMIT problem(message); });
}

void RunDesk::clone(const QString& runFolder)
{
    withSettings(runFolder, [this](const Json& options) {
        m_parts.configure.setDocument(options);
        Q_EMIT configureWanted();
    });
}

void RunDesk::branch(const QString& checkpoint)
{
    const QString run = runOfCheckpoint(checkpoint);
    withSettings(run, [this, run, checkpoint](const Json& options) {
        m_parts.configure.setDocument(options);
        m_parts.configure.setOrigin(checkpoint, m_parts.runs.nameOf(run));
        Q_EMIT configureWanted();
    });
}

void RunDesk::showDifference(const QStringList& folders)
{
    std::vector<NamedModel> models;
    for (const QString& folder : folders)
        models.push_back({folder, m_parts.runs.nameOf(folder)});
    runInBackground<std::vector<RunFacts>>(
        this,
        [models] {
            std::vector<RunFacts> facts;
            for (const NamedModel& model : models)
                facts.push_back(readRunFacts(model));
            return facts;
        },
        [this](const std::vector<RunFacts>& facts) {
            auto* dialog = new QDialog(m_window);
            dialog->setObjectName("runDifference");
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(tr("Settings in which the runs differ"));
            auto* table = new RunTable;
            table->setRuns(facts);
            auto* layout = new QVBoxLayout(dialog);
            layout->addWidget(table);
            dialog->resize(900, 360);
            connect(table, &RunTable::closeRequested, dialog, &QDialog::close);
            dialog->show();
        },
        [this](const QString& message) { Q_EMIT problem(message); });
}

void RunDesk::showLog(const QString& folder)
{
    auto* log = new RunLogDialog(folder, m_parts.runs.nameOf(folder), m_window);
    log->setAttribute(Qt::WA_DeleteOnClose);
    log->show();
}

void RunDesk::copyCommand(const QString& folder)
{
    runInBackground<std::string>(
        this, [run = folder.toStdString()] { return commandOfRun(run, runSchema()); },
        [](const std::string& command) { QGuiApplication::clipboard()->setText(QString::fromStdString(command)); }, [this](const QString& message) { Q_EMIT problem(message); });
}

void RunDesk::editNotes(const QString& folder)
{
    QString before;
    for (const RunSummary& s : m_parts.runs.runs())
        if (QString::fromStdString(s.folder.string()) == folder)
            before = QString::fromStdString(s.notes);
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName("runNotes");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Notes"));
    dialog->setLabelText(tr("Notes on %1").arg(m_parts.runs.nameOf(folder)));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(before);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, folder](const QString& notes) { m_parts.runs.setNotes(folder, notes); });
    if (auto* editor = dialog->findChild<QPlainTextEdit*>())  // made with the text
        editor->setAccessibleName(tr("Notes"));
    dialog->show();
}

void RunDesk::showSettings(const QString& folder)
{
    withSettings(folder, [this, folder](const Json& options) {
        if (m_parts.configure.showStarted(options, m_parts.runs.nameOf(folder)))
            Q_EMIT configureWanted();
        else
            Q_EMIT problem(tr("The settings of %1 are those of another version of this program and cannot be shown.").arg(m_parts.runs.nameOf(folder)));
    });
}

void RunDesk::editQueued(const QString& id)
{
    for (const QueueEntry& e : m_queue.entries())
        if (e.id == id.toStdString()) {
            m_parts.configure.editQueued(QueueEntry(e), originNameOf(e));
            Q_EMIT configureWanted();
            return;
        }
}

QString RunDesk::originNameOf(const QueueEntry& entry) const
{
    return entry.branchOf.empty() ? QString() : m_parts.runs.nameOf(runOfCheckpoint(checkpointIn(m_project, entry.branchOf)));
}

void RunDesk::keepQueued(const QueueEntry& entry)
{
    m_queue.replace(entry, [this, entry](bool isKept) {
        const bool isShown = m_parts.configure.queuedId() == entry.id;
        if (isKept) {
            if (isShown)
                m_parts.configure.showDraft();
            return;
        }
        if (isShown)
            m_parts.configure.cloneShown();
        else
            m_parts.configure.takeAsDraft(entry, originNameOf(entry));
        Q_EMIT problem(tr("It is no longer in the queue: it was started or removed. What you changed is the draft now."));
    });
}

void RunDesk::extend(const QString& folder)
{
    // 0 = it cannot be extended (any more).
    const auto seen = [this, folder]() -> std::int64_t {
        const RunSummary* s = m_parts.runs.summaryOf(folder);
        return s && RunsDock::canExtend(*s) ? s->imagesSeen : 0;
    };
    if (seen() == 0 || FormDialog::raiseOpen(m_window, "extendRun", folder))
        return;
    auto* dialog = new FormDialog("extendRun", folder, tr("Extend %1").arg(m_parts.runs.nameOf(folder)), m_window);
    auto* further = new NumberField(NumberField::Kind::Integer);
    further->setBounds(1, 1e12);
    further->setValue(seen());
    dialog->addRow(tr("Further images"), further, "extendRun.images", tr("Images that it sees beyond those that it has seen, for example 20k"));
    QLabel* said = dialog->addText("extendRun.said", "secondary");
    QPushButton* go = dialog->addButtons("extendRun.go", {});
    const auto target = [further, seen] {
        const std::optional<Json> more = further->value();
        return more && more->get<std::int64_t>() > 0 ? seen() + more->get<std::int64_t>() : 0;
    };
    const auto say = [this, said, go, target, seen] {
        said->setText(target() > 0 ? tr("It has seen %L1 images and goes on to %L2, with the settings that it was started with.").arg(seen()).arg(target())
                                   : tr("A number of images, 1 or more."));
        go->setText(m_parts.session.isActive() ? tr("Add to queue") : tr("Go on training"));
        go->setEnabled(target() > 0);
    };
    connect(further, &NumberField::edited, dialog, say);
    connect(&m_parts.session, &RunSession::stateChanged, dialog, say);
    connect(&m_parts.runs, &RunsDock::changed, dialog, [dialog, say, seen] { seen() > 0 ? say() : dialog->reject(); });
    say();
    connect(dialog, &QDialog::accepted, this, [this, folder, target] {
        const std::int64_t images = target();
        if (!m_parts.session.isActive()) {
            Q_EMIT resumeWanted(folder, images);
            return;
        }
        QueueEntry entry;
        entry.resume = "runs/" + QDir(folder).dirName().toStdString();
        entry.extendTo = images;
        m_queue.add(entry);
        m_queue.start();
    });
    dialog->show();
}

}  // namespace potstill
