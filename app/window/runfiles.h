#pragma once

#include "engine/core/options.h"
#include "engine/io/runtrash.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace potstill {

/// What a person does to the files of a project's runs: names, stars and notes, the trash. One after the other on a pool thread; each is a step that can be undone.
class RunFiles final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Does what still waits.
    ~RunFiles() override;

    /// The steps of another project are forgotten.
    void setProject(const QString& folder);
    QUndoStack* undoStack() { return &m_undo; }
    /// One value of a run's meta.json; `what` is what the step is called.
    void setMeta(const QString& run, const QString& what, const std::string& key, const Json& before, const Json& after);
    /// Files or folders of the project go to its trash.
    void moveToTrash(const QStringList& paths, const QString& what);
    /// What lies in the trash, also since an earlier session, goes back to its place.
    void bringBack(const std::vector<TrashedItem>& items);

Q_SIGNALS:
    void changed();
    void problem(const QString& sentence);

private:
    struct Work {
        std::function<void()> act;
        std::shared_ptr<bool> hasFailed;  ///< of its step
    };
    void push(const QString& what, const std::function<void()>& redo, const std::function<void()>& undo);
    void workOn();
    void dropFailed();

    QString m_project;
    QUndoStack m_undo;
    std::deque<Work> m_waiting;
    bool m_isBusy = false;
};

}  // namespace potstill
