#include "app/window/runfiles.h"

#include "app/session/background.h"
#include "engine/io/runmeta.h"

#include <memory>
#include <utility>

namespace potstill {

namespace {

/// One step of the undo stack: what is done and how it is taken back. One that failed is over: the files are not as it supposes.
class Step final : public QUndoCommand {
public:
    Step(const QString& text, std::function<void()> redo, std::function<void()> undo, std::shared_ptr<const bool> hasFailed)
        : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo)), m_hasFailed(std::move(hasFailed))
    {
    }
    void redo() override { *m_hasFailed ? setObsolete(true) : m_redo(); }
    void undo() override { *m_hasFailed ? setObsolete(true) : m_undo(); }
    bool hasFailed() const { return *m_hasFailed; }

private:
    std::function<void()> m_redo, m_undo;
    std::shared_ptr<const bool> m_hasFailed;
};

}  // namespace

RunFiles::~RunFiles()
{
    finishBackgroundWork();
    for (const Work& work : m_waiting)
        try {
            work.act();
        } catch (const std::exception&) {
            // nobody is left to be told
        }
}

void RunFiles::setProject(const QString& folder)
{
    if (std::exchange(m_project, folder) != folder)
        m_undo.clear();
}

void RunFiles::setMeta(const QString& folder, const QString& what, const std::string& key, const Json& before, const Json& after)
{
    const auto put = [folder = folder.toStdString(), key](const Json& value) { return [folder, key, value] { setRunMeta(folder, key, value); }; };
    push(what, put(after), put(before));
}

void RunFiles::moveToTrash(const QStringList& paths, const QString& what)
{
    // Filled by redo on the pool thread and read by undo there; workOn() does one after the other.
    auto items = std::make_shared<std::vector<TrashedItem>>();
    const auto undo = [items, project = m_project.toStdString()] {
        for (; !items->empty(); items->pop_back())
            RunTrash(project).restore(items->back());
    };
    const auto redo = [paths, items, undo, project = m_project.toStdString()] {
        items->clear();
        try {
            for (const QString& path : paths)
                items->push_back(RunTrash(project).put(path.toStdString()));
        } catch (const std::exception&) {
            undo();  // all or none
            throw;
        }
    };
    push(what, redo, undo);
}

void RunFiles::bringBack(const std::vector<TrashedItem>& items)
{
    const auto redo = [items, project = m_project.toStdString()] {
        // Putting something back into the trash may give it another name there: it is found by where it came from.
        for (const TrashedItem& wanted : items)
            for (const TrashedItem& lying : RunTrash(project).items())
                if (lying.original == wanted.original) {
                    RunTrash(project).restore(lying);
                    break;
                }
    };
    const auto undo = [items, project = m_project.toStdString()] {
        for (const TrashedItem& item : items)
            RunTrash(project).put(item.original);
    };
    push(tr("Bring back from the trash"), redo, undo);
}

void RunFiles::push(const QString& what, const std::function<void()>& redo, const std::function<void()>& undo)
{
    const auto hasFailed = std::make_shared<bool>(false);
    const auto later = [this, hasFailed](const std::function<void()>& work) {
        return [this, hasFailed, work] {
            m_waiting.push_back({work, hasFailed});
            workOn();
        };
    };
    m_undo.push(new Step(what, later(redo), later(undo), hasFailed));
}

/// A step that has failed and is the next to be undone or done again leaves the stack.
void RunFiles::dropFailed()
{
    const auto hasFailed = [this](int index) {
        const auto* step = static_cast<const Step*>(m_undo.command(index));
        return step && step->hasFailed();
    };
    if (hasFailed(m_undo.index() - 1))
        m_undo.undo();
    if (hasFailed(m_undo.index()))
        m_undo.redo();
}

void RunFiles::workOn()
{
    if (m_waiting.empty() || std::exchange(m_isBusy, true))
        return;
    const Work next = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto goOn = [this] {
        m_isBusy = false;
        Q_EMIT changed();
        workOn();
    };
    runInBackground<bool>(
        this,
        [act = next.act] {
            act();
            return true;
        },
        [goOn](bool) { goOn(); },
        [this, goOn, hasFailed = next.hasFailed](const QString& message) {
            *hasFailed = true;
            dropFailed();
            Q_EMIT problem(message);
            goOn();
        });
}

}  // namespace potstill
