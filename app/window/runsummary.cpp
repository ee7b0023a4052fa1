#include "app/window/runsummary.h"

#include "engine/io/jsonfile.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace potstill {

namespace {

/// The figures of quality, the one that says most first.
constexpr const char* kFigures[] = {"teacher_distance", "held_out_loss", "loss"};

void readFigure(RunReport& report)
{
    std::map<std::string, std::pair<double, double>> found;  // {best, last}
    for (const StatPoint& point : StatsLog::read(report.summary.folder))
        for (const auto& [name, value] : point.values)
            if (std::isfinite(value) && std::find(std::begin(kFigures), std::end(kFigures), name) != std::end(kFigures)) {
                const auto it = found.try_emplace(name, value, value).first;
                it->second = {std::min(it->second.first, value), value};
            }
    for (const char* name : kFigures)
        if (const auto it = found.find(name); it != found.end()) {
            report.figure = name;
            std::tie(report.best, report.last) = it->second;
            return;
        }
}

QString outcomeOf(const RunSummary& s)
{
    switch (s.state) {
    case RunState::Finished: return RunSummaryDialog::tr("done");
    case RunState::Failed: return RunSummaryDialog::tr("failed: %1").arg(QString::fromStdString(s.failure));
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
    return RunSummaryDialog::tr("%1: %2 (best %3)").arg(name, siText(r.last), siText(r.best));
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
    list->setHeaderLabels({tr("Run"), tr("Images"), tr("Figure"), tr("What became of it")});
    list->setRootIsDecorated(false);
    for (const RunReport& r : reports) {
        auto* item = new QTreeWidgetItem(list, {QString::fromStdString(r.summary.name), siText(double(r.summary.imagesSeen)), figureText(r), outcomeOf(r.summary)});
        item->setData(0, Qt::UserRole, QString::fromStdString(r.summary.folder.string()));
        item->setIcon(3, r.summary.state == RunState::Failed     ? icon("error", IconTone::Danger)
                         : r.summary.state == RunState::Finished ? icon("done", IconTone::Success)
                                                                 : icon("run", IconTone::Secondary));
        item->setToolTip(3, item->text(3));
    }
    for (int column = 0; column < 3; ++column)
        list->resizeColumnToContents(column);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(sentence);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(820, 320);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        Q_EMIT runChosen(item->data(0, Qt::UserRole).toString());
        close();
    });
}

}  // namespace potstill
