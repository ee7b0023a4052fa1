#include "app/pages/compareplan.h"

#include "app/pages/checkpointtexts.h"
#include "engine/io/runfolder.h"
#include "widgets/linechart.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace potstill {

QString stepsText(int steps) { return steps == 1 ? ComparePlan::tr("1 step") : ComparePlan::tr("%1 steps").arg(steps); }

SampleColumn ComparePlan::shared(const QString& path, int count, const QString& heading) const
{
    SampleColumn column = student;
    column.model = path.toStdString();
    column.steps = count;
    column.heading = heading.toStdString();
    if (std::size_t(count) <= student.times.size())
        column.times.resize(std::size_t(count));
    else
        column.times.clear();
    return column;
}

std::vector<SampleColumn> ComparePlan::columns() const
{
    if (pivot == Pivot::Own)
        return own;
    std::vector<SampleColumn> out;
    if (pivot == Pivot::Ladder)
        for (int s : ladder)
            out.push_back(shared(model, s, stepsText(s)));
    else
        for (const NamedModel& m : pivot == Pivot::Runs ? runs : checkpoints)
            out.push_back(shared(m.path, steps, m.name));
    if (teacher.steps > 0)
        for (const NamedModel& t : teachers) {
            out.push_back(teacher);
            out.back().model = t.path.toStdString();
            out.back().role = "teacher";
            if (!isTeacherGuidanceChosen)
                out.back().guidance = bakedGuidance.value(t.path, 0);
            out.back().heading = (teachers.size() > 1 ? tr("Teacher · %1").arg(t.name) : tr("Teacher")).toStdString();
        }
    return out;
}

bool ComparePlan::isTeacher(std::size_t column) const
{
    const std::vector<SampleColumn> all = columns();
    return column < all.size() && all[column].role == "teacher";
}

void ComparePlan::setColumn(std::size_t column, const SampleColumn& settings)
{
    if (pivot == Pivot::Own) {
        if (column < own.size())
            own[column] = settings;
    } else if (isTeacher(column)) {
        isTeacherGuidanceChosen = isTeacherGuidanceChosen || settings.guidance != columns()[column].guidance;
        teacher = settings;
    } else {
        student = settings;
        student.heading.clear();
    }
}

void ComparePlan::makeOwn()
{
    own = columns();
    pivot = Pivot::Own;
}

bool ComparePlan::isOffGrid(const SampleColumn& column, const std::vector<double>& grid)
{
    if (grid.empty() || column.role == "teacher")
        return false;
    if (column.times.empty())
        return std::size_t(column.steps) > grid.size();
    return column.times.size() > grid.size() || !std::equal(column.times.begin(), column.times.end(), grid.begin());
}

QStringList ComparePlan::folders() const
{
    QStringList out;
    if (pivot == Pivot::Own)
        for (const SampleColumn& c : own)
            out.append(QString::fromStdString(c.model.string()));
    else if (pivot != Pivot::Ladder)
        for (const NamedModel& m : pivot == Pivot::Runs ? runs : checkpoints)
            out.append(m.path);
    return out;
}

int ComparePlan::forget(const QStringList& gone)
{
    const auto isGone = [&](const NamedModel& m) { return gone.contains(m.path); };
    return int(runs.removeIf(isGone) + checkpoints.removeIf(isGone))
           + int(std::erase_if(own, [&](const SampleColumn& c) { return gone.contains(QString::fromStdString(c.model.string())); }));
}

QStringList vanishedOf(const QStringList& folders)
{
    QStringList out;
    for (const QString& f : folders)
        if (QDir::isAbsolutePath(f) && !QFileInfo::exists(f) && !out.contains(f))
            out.append(f);
    return out;
}

QList<NamedModel> runsToCompare(const QString& project)
{
    QList<NamedModel> students, others;
    if (project.isEmpty() || !Project::isProject(project.toStdString()))
        return {};
    for (const auto& folder : Project::open(project.toStdString()).runs()) {
        if (checkpointChoices(folder).empty())
            continue;
        const RunSummary s = readRunSummary(folder);
        (s.kind == "student" ? students : others).append({QString::fromStdString(folder.string()), QString::fromStdString(s.name)});
    }
    return students + others;
}

QList<NamedModel> checkpointsOf(const QString& run)
{
    QList<NamedModel> out;
    std::vector<CheckpointChoice> choices = checkpointChoices(run.toStdString());
    std::reverse(choices.begin(), choices.end());
    for (const CheckpointChoice& c : choices)
        out.append({QString::fromStdString(c.folder.string()), c.bestBy.empty() ? ComparePlan::tr("%1 images").arg(siText(double(c.images))) : checkpointText(c)});
    return out;
}

QList<NamedModel> evenly(const QList<NamedModel>& all, int count)
{
    if (all.size() <= count || count < 2)
        return all;
    QList<NamedModel> out;
    for (int i = 0; i < count; ++i)
        out.append(all.at(qsizetype(std::lround(double(i) * double(all.size() - 1) / (count - 1)))));
    return out;
}

}  // namespace potstill
