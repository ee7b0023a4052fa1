#pragma once

#include "app/pages/comparepage.h"
#include "app/session/background.h"
#include "engine/io/checkpoint.h"
#include "tests/app/support.h"
#include "widgets/imagegrid.h"

#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

// A project with a tiny teacher and its student, and the Compare page upon it, for tests.
namespace potstill {

namespace fs = std::filesystem;

inline fs::path train(const fs::path& project, const Json& extra)
{
    Json d = Json::parse(R"({"kind":"teacher","method":"diffusion","threads":1,"device":"cpu","data":{"source":"sprites","image_size":16},
        "network":{"channels":8,"multipliers":[1,1],"layers_per_block":1,"norm_groups":4},
        "training":{"images":64,"stats_every":16,"batch":16,"preview_rows":1,"preview_steps":2,"min_free_disk_gb":0.001,"checkpoint_every":32,"keep_checkpoints":9}})");
    d = merged(d, extra);
    RunControl control;
    RunObserver observer;
    auto job = TrainingJob::create(project, d, "");
    job->run(control, observer);
    return job->runFolder();
}

inline Json studentOf(const fs::path& teacher, int seed)
{
    return {{"kind", "student"}, {"method", "imagine-flash"}, {"seed", seed}, {"teacher", teacher.string()}, {"imagine_flash", {{"teacher_steps", 2}, {"discriminator_width", 8}}}};
}

/// Grey images at once, for what does not depend on networks.
inline SampleTable greyTable(const ComparisonRequest& request)
{
    SampleTable t;
    for (const SampleColumn& c : request.columns)
        t.columns.push_back(c.heading);
    t.rows.resize(request.seeds.size());
    t.cells.resize(t.rows.size() * t.columns.size());
    for (std::size_t i = 0; i < t.cells.size(); ++i) {
        t.cells[i].image = Image(16, 16, 3);
        std::fill(t.cells[i].image.pixels.begin(), t.cells[i].image.pixels.end(), std::uint8_t(i % 200));
        t.cells[i].nfe = 1;
        t.cells[i].recipe = {{"seed", request.seeds[i / t.columns.size()]}};
    }
    return t;
}

/// A folder that stands elsewhere for a while.
class Moved {
public:
    Moved(fs::path from, const QTemporaryDir& to) : m_from(std::move(from)), m_to(to.filePath("moved").toStdString()) { fs::rename(m_from, m_to); }
    ~Moved() { fs::rename(m_to, m_from); }

private:
    fs::path m_from, m_to;
};

class CompareStage : public QObject {
protected:
    QTemporaryDir m_dir;
    QString m_project;
    fs::path m_teacher, m_student;
    RunSession m_runs;

    void trainStudent()
    {
        qputenv("POTSTILL_SETTINGS", m_dir.filePath("settings.ini").toUtf8());
        m_project = m_dir.filePath("project");
        m_teacher = train(m_project.toStdString(), {});
        m_student = train(m_project.toStdString(), studentOf(m_teacher, 1));
    }
    /// Nothing of one test is left for the next.
    static void forget(const QString& project)
    {
        finishBackgroundWork();
        QFile::remove(project + "/compare.json");
        fs::remove_all((project + "/cache/cells").toStdString());
    }

    /// As the list of runs brings them.
    static std::vector<RunSummary> runsOf(const QString& project)
    {
        std::vector<RunSummary> runs;
        if (Project::isProject(project.toStdString()))
            for (const fs::path& run : Project::open(project.toStdString()).runs())
                runs.push_back(readRunSummary(run));
        return runs;
    }

    std::unique_ptr<ComparePage> shown(SamplingSession::TableMaker maker = {}, const QString& project = {})
    {
        auto page = std::make_unique<ComparePage>(m_runs, nullptr, std::move(maker));
        page->resize(1100, 800);
        page->setProject(project.isEmpty() ? m_project : project);
        page->setRuns(runsOf(project.isEmpty() ? m_project : project));
        page->show();
        page->setTeacherSteps(4);
        child<QSpinBox>(*page, "compare.rows")->setValue(3);
        return page;
    }
    /// A field of a cell's recipe; null while there is none.
    static Json field(const ComparePage& page, std::size_t cell, const char* key)
    {
        if (cell >= page.table().cells.size() || !page.table().cells[cell].recipe.is_object())
            return {};
        return page.table().cells[cell].recipe.value(key, Json());
    }
    static bool isWhole(ComparePage& page, int rows, int columns)
    {
        auto* grid = child<ImageGrid>(page, "compare.grid");
        if (grid->rowCount() != rows || grid->columnCount() != columns || child<QToolButton>(page, "compare.stop")->isVisible())
            return false;
        return isFilled(*grid);
    }
};

}  // namespace potstill
