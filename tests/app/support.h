#pragma once

#include "app/session/runsession.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "widgets/imagegrid.h"

#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QStringList>
#include <QUrl>
#include <QWidget>
#include <QtTest>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

// What the tests of the studio share.
namespace potstill {

template <class T>
T* child(QObject& parent, const char* name)
{
    T* found = parent.findChild<T*>(name);
    if (!found)
        qFatal("no widget named %s", name);
    return found;
}

/// Whether every image of a grid is there.
inline bool isFilled(const ImageGrid& grid)
{
    for (int row = 0; row < grid.rowCount(); ++row)
        for (int column = 0; column < grid.columnCount(); ++column)
            if (grid.cellState(row, column) != ImageGrid::CellState::Filled)
                return false;
    return grid.rowCount() > 0;
}

/// Leaves a picture of the window in the folder POTSTILL_WALK_OUT, if that is set: number and name of the stop of a walk.
inline void takePicture(QWidget& window, int number, const char* name)
{
    const QString folder = qEnvironmentVariable("POTSTILL_WALK_OUT");
    if (folder.isEmpty())
        return;
    QTest::qWait(800);  // what is animated or delayed comes to rest
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(window.grab().save(QString("%1/%2-%3.png").arg(folder).arg(number, 2, 10, QChar('0')).arg(name)));
}

/// Drags files over a window and lets them go.
inline void drop(QWidget& window, const QStringList& files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& f : files)
        urls.append(QUrl::fromLocalFile(f));
    data.setUrls(urls);
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

/// "QWidget(body) > QLabel(name)": a widget and where it is.
inline QString placeOf(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* w = widget; w && path.size() < 4; w = w->parentWidget())
        path.prepend(QString("%1(%2)").arg(w->metaObject()->className(), w->objectName()));
    return path.join(" > ");
}

/// A run of the demo as its files describe it, stopped before its first image; its folder.
inline QString storedRun(const QString& project, const char* device)
{
    const Json options = merged(merged(defaultsOf(runSchema()), presetByName("demo").document), {{"device", device}});
    const auto run = Project::openOrCreate(project.toStdString()).createRun("a", {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    writeRunState(run, RunState::Stopped, 0);
    return QString::fromStdString(run.string());
}

/// A run of the demo as its files describe it, finished after 250 images with five lines of statistics; its folder.
inline QString finishedRun(const QString& project, const std::string& name)
{
    const Json options = merged(defaultsOf(runSchema()), presetByName("demo").document);
    const std::filesystem::path run = Project::openOrCreate(project.toStdString()).createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    StatsLog log(run, 0);
    for (int i = 1; i <= 5; ++i)
        log.append({50 * i, double(i), {{"loss", 1.0 / i}}});
    writeRunState(run, RunState::Finished, 250);
    return QString::fromStdString(run.string());
}

/// A job made of a function.
class FakeJob final : public RunJob {
public:
    using Body = std::function<JobOutcome(RunControl&, RunObserver&)>;
    explicit FakeJob(Body body) : m_body(std::move(body)) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override { return m_body(control, observer); }

private:
    Body m_body;
};

inline JobFactory fakeJob(FakeJob::Body body)
{
    return [body = std::move(body)] { return std::make_unique<FakeJob>(body); };
}

/// Tells its figures again and again until it is stopped.
class TellingJob final : public RunJob {
public:
    explicit TellingJob(const QString& folder) : m_folder(folder.toStdString()) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        observer.onRunFolder(m_folder);
        observer.onCheckpoint(m_folder + "/checkpoints/000000001");
        for (std::int64_t images = 1; !control.isStopping(); ++images) {
            observer.onStats({images, double(images), {{"memory_bytes", 1.2e9}, {"images_per_s", 312}, {"steps_per_s", 2.5}}});
            control.waitForChange(20);
        }
        return JobOutcome::Stopped;
    }

private:
    std::string m_folder;
};

}  // namespace potstill
