#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace potstill {

/// What takes seconds or minutes has threads of its own, so that nothing short waits for it.
enum class Duration { Short, Long };

/// Runs `work` on a pool thread, then `done(result)` or `failed(message)` on the thread of `context`; neither when the context is gone by then.
/// `work` must not touch anything of the window: it gets copies and returns a value.
template <class T>
void runInBackground(QObject* context, std::function<T()> work, std::function<void(T)> done, std::function<void(QString)> failed = {}, Duration duration = Duration::Short);

namespace detail {
void runOnPool(std::function<void()> work, Duration duration);
/// Within a handler, on any thread: what failed, in the reader's language.
QString messageOfCurrentException();
}  // namespace detail

template <class T>
void runInBackground(QObject* context, std::function<T()> work, std::function<void(T)> done, std::function<void(QString)> failed, Duration duration)
{
    QPointer<QObject> guard(context);
    auto task = [guard, work = std::move(work), done = std::move(done), failed = std::move(failed)] {
        std::shared_ptr<T> result;
        QString message;
        try {
            result = std::make_shared<T>(work());
        } catch (...) {
            message = detail::messageOfCurrentException();
        }
        // The application object outlives every window; the guard is looked at on the GUI thread, where the context would be deleted.
        QMetaObject::invokeMethod(
            qApp,
            [guard, result, message, done, failed] {
                if (!guard)
                    return;
                if (result)
                    done(std::move(*result));
                else if (failed)
                    failed(message);
            },
            Qt::QueuedConnection);
    };
    detail::runOnPool(std::move(task), duration);
}

/// Waits until no background work is left (at the end of the program).
void finishBackgroundWork();
/// No background work is left; what it tells may still be on its way.
bool isBackgroundIdle();

}  // namespace potstill
