#include "app/window/runsummary.h"

#include "app/pages/warningtexts.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runlog.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace potstill {

namespace {

/// The figures of quality, the one that says most first.
constexpr const char* kFigures[] = {"teacher_distance", "held_out_loss", "loss"};

void readFigure(RunReport& report)
{
    struct Found {
        double best, last;
        std::int64_t bestImages;
    };
    std::map<std::string, Found> found;
    for (const StatPoint& point : StatsLog::read(report.summary.folder))
        for (const auto& [name, value] : point.values)
            if (std::isfinite(value) && std::find(std::begin(kFigures), std::end(kFigures), name) != std::end(kFigures)) {
                Found& f = found.try_emplace(name, Found{value, value, point.imagesSeen}).first->second;
                f.last = value;
                if (value < f.best) {
                    f.best = value;
                    f.bestImages = point.imagesSeen;
                }
            }
    for (const char* name : kFigures)
        if (const auto it = found.find(name); it != found.end()) {
            report.figure = name;
            report.best = it->second.best;
            report.last = it->second.last;
            report.bestImages = it->second.bestImages;
            std::error_code error;
            report.isBestSaved = std::filesystem::exists(report.summary.folder / "checkpoints" / fmt::format("{:09}", report.bestImages) / "manifest.json", error);
            return;
        }
}

void readWarning(RunReport& report, const std::string& utc)
{
    for (const LogLine& line : readLog(report.summary.folder)) {
        if (line.level != LogLevel::Warning || line.utc <= utc)
            continue;
        auto warning = RunWarning::parse(line.text);
        if (warning && (!report.warning || report.warning->code != "collapse" || warning->code == "collapse"))
            report.warning = std::move(warning);
    }
}

QString outcomeOf(const RunSummary& s)
{
    switch (s.state) {
    case RunState::Finished: return RunSummaryDialog::tr("done");
    case RunState::Failed: return RunSummaryDialog::tr("failed: %1").arg(WarningTexts::sentenceOfLine(QString::fromStdString(s.failure)));
    case RunState::Running: return RunSummaryDialog::tr("still running");
    case RunState::Interrupted: return RunSummaryDialog::tr("interrupted; it can be resumed");
    default: return RunSummaryDialog::tr("stopped; it can be resumed");
    }
}

QString figureText(const RunReport& r)
{
    if (r.figure.empty())
        return {};
    const QString name = r.figure == "teacher_distance" ? RunSummaryDialog::tr("distance to the teacher")
                         : r.figure == "held_out_loss"  ? RunSummaryDialog::tr("held-out loss")
                                                        : RunSummaryDialog::tr("loss");
    const QString text = r.isBestSaved ? RunSummaryDialog::tr("%1: %2 (best %3, checkpoint of %L4 images)") : RunSummaryDialog::tr("%1: %2 (best %3 at %L4 images)");
    return text.arg(name, siText(r.last), siText(r.best)).arg(r.bestImages);
}

bool isFinishedStudent(const RunReport& r) { return r.summary.state == RunState::Finished && r.summary.kind == "student"; }

/// What the button of a row says.
QString actionOf(const RunReport& r)
{
    return r.summary.state == RunState::Failed ? RunSummaryDialog::tr("Read its log")
           : r.warning                         ? RunSummaryDialog::tr("See the moment")
           : isFinishedStudent(r)              ? RunSummaryDialog::tr("See the ladder")
                                               : RunSummaryDialog::tr("Open");
}

}  // namespace

std::vector<RunReport> reportsSince(const std::filesystem::path& project, const std::string& utc)
{
    std::vector<RunReport> reports;
    for (const auto& folder : Project::open(project).runs()) {
        std::error_code error;
        if (!std::filesystem::exists(folder / "state.json", error))
            continue;
        RunReport report;
        try {
            report.changed = readJsonFile(folder / "state.json").value("utc", "");
        } catch (const std::exception&) {
            continue;  // shown as damaged in the list of runs
        }
        if (report.changed <= utc)
            continue;
        report.summary = readRunSummary(folder);
        readFigure(report);
        readWarning(report, utc);
        reports.push_back(std::move(report));
    }
    std::sort(reports.begin(), reports.end(), [](const RunReport& a, const RunReport& b) { return a.changed < b.changed; });
    return reports;
}

RunSummaryDialog::RunSummaryDialog(const std::vector<RunReport>& reports, QWidget* parent) : QDialog(parent)
{
    setObjectName("runSummary");
    setWindowTitle(tr("While you were away"));
    const auto failed = std::count_if(reports.begin(), reports.end(), [](const RunReport& r) { return r.summary.state == RunState::Failed; });
    auto* sentence = new QLabel(failed == 0 ? tr("%n run(s) went on without the window.", nullptr, int(reports.size()))
                                            : tr("%n run(s) went on without the window; %1 failed.", nullptr, int(reports.size())).arg(failed));
    sentence->setWordWrap(true);
    auto* list = new QTreeWidget;
    list->setObjectName("runSummary.list");
    list->setAccessibleName(tr("Runs that went on"));
    list->setHeaderLabels({tr("Run"), tr("Images"), tr("Figure"), tr("What became of it"), tr("To look at")});
    list->setRootIsDecorated(false);
    for (const RunReport& r : reports) {
        auto* item = new QTreeWidgetItem(list, {QString::fromStdString(r.summary.name), siText(double(r.summary.imagesSeen)), figureText(r), outcomeOf(r.summary)});
        item->setData(0, Qt::UserRole, QString::fromStdString(r.summary.folder.string()));
        item->setIcon(3, r.summary.state == RunState::Failed     ? icon("error", IconTone::Danger)
                         : r.summary.state == RunState::Finished ? icon("done", IconTone::Success)
                                                                 : icon("run", IconTone::Secondary));
        if (r.warning && r.summary.state != RunState::Failed) {
            item->setText(3, tr("%1; at %L2 images: %3").arg(outcomeOf(r.summary)).arg(r.warning->imagesSeen).arg(WarningTexts::sentence(*r.warning)));
            item->setIcon(3, icon("warning", IconTone::Warning));
        }
        item->setToolTip(3, item->text(3));
        auto* look = new QPushButton(actionOf(r));
        look->setObjectName("runSummary.look");
        look->setAccessibleName(tr("%1: %2").arg(QString::fromStdString(r.summary.name), actionOf(r)));
        look->setToolTip(item->text(3));
        look->setAutoDefault(false);
        list->setItemWidget(item, 4, look);
        connect(look, &QPushButton::clicked, this, [this, r] { lookAt(r); });
    }
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(3, QHeaderView::Stretch);
    for (const int column : {0, 1, 2, 4})
        list->resizeColumnToContents(column);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(sentence);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(1000, 320);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(list, &QTreeWidget::itemActivated, this, [this, list, reports](QTreeWidgetItem* item) { lookAt(reports[std::size_t(list->indexOfTopLevelItem(item))]); });
}

void RunSummaryDialog::lookAt(const RunReport& report)
{
    const QString folder = QString::fromStdString(report.summary.folder.string());
    close();
    if (report.summary.state == RunState::Failed)
        Q_EMIT logChosen(folder);
    else if (report.warning)
        Q_EMIT warningChosen(folder, *report.warning);
    else if (isFinishedStudent(report))
        Q_EMIT ladderChosen(folder);
    else
        Q_EMIT runChosen(folder);
}

}  // namespace potstill
