#pragma once

#include "app/window/mainwindow.h"
#include "tests/app/support.h"

#include <QTreeWidget>

// Runs for the tests of what is done with them.
namespace potstill {

/// The demo, short enough for a test.
inline Json shortDemo(std::int64_t images = 64)
{
    Json d = presetByName("demo").document;
    d["training"]["images"] = images;
    d["training"]["batch"] = 16;
    d["training"]["preview_every"] = 32;
    d["training"]["preview_rows"] = 2;
    d["training"]["preview_steps"] = 2;
    d["training"]["stats_every"] = 16;
    d["training"]["checkpoint_every"] = 32;
    d["training"]["min_free_disk_gb"] = 0.001;
    d["imagine_flash"]["teacher_steps"] = 2;
    d["threads"] = 1;
    return d;
}

/// A student as its files describe it, without training: state, statistics with noise levels, checkpoints.
inline std::filesystem::path storedStudent(const QString& project, const std::string& name, double loss)
{
    Json options = merged(defaultsOf(runSchema()), shortDemo(1000));
    const std::filesystem::path run = Project::openOrCreate(project.toStdString()).createRun(name, {{"id", newUuid()}, {"created", utcNow()}, {"options", options}});
    StatsLog log(run, 0);
    for (int i = 1; i <= 20; ++i)
        log.append({50 * i, double(i), {{"loss", loss / i}, {"teacher_distance", loss / (2 * i)}, {"loss/t0.25", loss}, {"loss/t0.75", 2 * loss}, {"images_per_s", 10}}});
    for (const char* images : {"000000500", "000001000"}) {
        std::filesystem::create_directories(run / "checkpoints" / images);
        writeJsonFile(run / "checkpoints" / images / "state.json", Json::object());
        writeJsonFile(run / "checkpoints" / images / "manifest.json", Json::object());
    }
    writeRunState(run, RunState::Finished, 1000);
    return run;
}

inline QString path(const std::filesystem::path& p) { return QString::fromStdString(p.string()); }

inline QTreeWidgetItem* student(MainWindow& window, int index)
{
    auto* tree = child<QTreeWidget>(window, "runs.tree");
    return tree->topLevelItem(1)->child(index);
}

}  // namespace potstill
