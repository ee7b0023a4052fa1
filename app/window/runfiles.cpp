#include "app/window/runfiles.h"

#include "app/session/background.h"
#include "engine/io/runmeta.h"

#include <memory>
#include <utility>

namespace potstill {

namespace {

/// One step of the undo stack: what is done and how it is taken back.
class Step final : public QUndoCommand {
public:
    Step(const QString& text, std::function<void()> redo, std::function<void()> undo) : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo)) {}
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo, m_undo;
};

}  // namespace

void RunFiles::setProject(const QString& folder)
{
    if (std::exchange(m_project, folder) != folder)
        m_undo.clear();
}

void RunFiles::setMeta(const QString& folder, const QString& what, const std::string& key, const Json& before, const Json& after)
{
    const auto put = [this, folder = folder.toStdString(), key](const Json& value) { later([folder, key, value] { setRunMeta(folder, key, value); }); };
    m_undo.push(new Step(
        what, [put, after] { put(after); }, [put, before] { put(before); }));
}

void RunFiles::moveToTrash(const QStringList& paths, const QString& what)
{
    // Filled by redo on the pool thread and read by undo there; later() does one after the other.
    auto items = std::make_shared<std::vector<TrashedItem>>();
    const auto redo = [this, paths, items, project = m_project.toStdString()] {
        later([paths, items, project] {
            items->clear();
            for (const QString& path : paths)
                items->push_back(RunTrash(project).put(path.toStdString()));
        });
    };
    const auto undo = [this, items, project = m_project.toStdString()] {
        later([items, project] {
            for (; !items->empty(); items->pop_back())
                RunTrash(project).restore(items->back());
        });
    };
    m_undo.push(new Step(what, redo, undo));
}

void RunFiles::bringBack(const std::vector<TrashedItem>& items)
{
    const auto redo = [this, items, project = m_project.toStdString()] {
        later([items, project] {
            // Putting something back into the trash may give it another name there: it is found by where it came from.
            for (const TrashedItem& wanted : items)
                for (const TrashedItem& lying : RunTrash(project).items())
                    if (lying.original == wanted.original) {
                        RunTrash(project).restore(lying);
                        break;
                    }
        });
    };
    const auto undo = [this, items, project = m_project.toStdString()] {
        later([items, project] {
            for (const TrashedItem& item : items)
                RunTrash(project).put(item.original);
        });
    };
    m_undo.push(new Step(tr("Bring back from the trash"), redo, undo));
}

void RunFiles::later(std::function<void()> work)
{
    m_waiting.push_back(std::move(work));
    workOn();
}

void RunFiles::workOn()
{
    if (m_waiting.empty() || std::exchange(m_isBusy, true))
        return;
    const std::function<void()> work = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto next = [this] {
        m_isBusy = false;
        Q_EMIT changed();
        workOn();
    };
    runInBackground<bool>(
        this,
        [work] {
            work();
            return true;
        },
        [next](bool) { next(); },
        [this, next](const QString& message) {
            Q_EMIT problem(message);
            next();
        });
}

}  // namespace potstill
