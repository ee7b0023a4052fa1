#pragma once

#include "engine/jobs/comparison.h"

#include <QCoreApplication>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace potstill {

struct NamedModel {
    QString path, name;
    bool operator==(const NamedModel&) const = default;
};

/// What stands in the columns of the Compare page.
class ComparePlan {
    Q_DECLARE_TR_FUNCTIONS(potstill::ComparePlan)
public:
    enum class Pivot {
        Ladder,       ///< one model at several numbers of steps
        Runs,         ///< several runs at one number of steps
        Checkpoints,  ///< one run at several points of its training
        Own,          ///< columns chosen one by one
    };

    Pivot pivot = Pivot::Ladder;
    QString model;  ///< of the ladder
    QList<int> ladder = {1, 2, 3};
    int steps = 3;  ///< of runs and checkpoints
    QList<NamedModel> runs, checkpoints;
    SampleColumn student;                  ///< what all columns but the teacher's share: weights, sampler, guidance, correction, times
    SampleColumn teacher;                  ///< settings of all teachers' columns; 0 steps = left out
    QList<NamedModel> teachers;            ///< of the models in the columns, each once; empty = there is none
    QMap<QString, double> bakedGuidance;   ///< by the teacher's path: the guidance that its students were distilled with, which it starts at
    bool isTeacherGuidanceChosen = false;  ///< a person has set teacher.guidance: it holds for all teachers
    std::vector<SampleColumn> own;

    /// With headings in the language of the program.
    std::vector<SampleColumn> columns() const;
    bool isTeacher(std::size_t column) const;
    /// Takes the settings of a column; outside Own they hold for all columns of its kind.
    void setColumn(std::size_t column, const SampleColumn& settings);
    /// The columns as they are, to be changed one by one from here on.
    void makeOwn();
    /// It is sampled at other times than the beginning of the grid that its student was distilled on; never of models without one.
    static bool isOffGrid(const SampleColumn& column, const std::vector<double>& grid);
    /// Folders of the columns of several runs or checkpoints and of own columns: what may vanish from the disk.
    QStringList folders() const;
    /// Leaves columns of these folders out; returns how many there were.
    int forget(const QStringList& gone);

private:
    SampleColumn shared(const QString& path, int count, const QString& heading) const;
};

/// "3 steps".
QString stepsText(int steps);

/// Models that a project offers, read without weights: its runs with a checkpoint, students first; and the checkpoints of a run, oldest first. They read files: not for the window's thread.
QList<NamedModel> runsToCompare(const QString& project);
QList<NamedModel> checkpointsOf(const QString& run);
/// Those of some folders that are not on the disk. Reads the disk: not for the window's thread.
QStringList vanishedOf(const QStringList& folders);
/// At most `count` of them, evenly, with the first and the last.
QList<NamedModel> evenly(const QList<NamedModel>& all, int count);

}  // namespace potstill
