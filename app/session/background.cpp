#include "app/session/background.h"

#include "app/pages/warningtexts.h"
#include "engine/core/error.h"

#include <QThreadPool>

namespace potstill {

namespace {

QThreadPool& pool()
{
    static QThreadPool* const own = [] {
        auto* p = new QThreadPool(qApp);
        p->setMaxThreadCount(2);
        p->setThreadPriority(QThread::LowPriority);
        return p;
    }();
    return *own;
}

}  // namespace

void detail::runOnPool(std::function<void()> work) { pool().start(std::move(work)); }

QString detail::messageOfCurrentException()
{
    try {
        throw;
    } catch (const Error& e) {
        return WarningTexts::sentenceOfLine(QString::fromStdString(e.line()));
    } catch (const std::exception& e) {
        return QString::fromUtf8(e.what());
    } catch (...) {
        return QStringLiteral("unknown failure");
    }
}

void finishBackgroundWork() { pool().waitForDone(); }
bool isBackgroundIdle() { return pool().waitForDone(0); }

}  // namespace potstill
