#include "app/session/background.h"

#include "app/pages/warningtexts.h"
#include "engine/core/options.h"

#include <QThreadPool>

namespace potstill {

namespace {

struct BackgroundTexts {
    Q_DECLARE_TR_FUNCTIONS(potstill::BackgroundTexts)
};

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
    } catch (const Json::exception& e) {
        return BackgroundTexts::tr("A file is damaged, or of another version of this program (%1).").arg(QString::fromUtf8(e.what()));
    } catch (const std::exception& e) {
        return QString::fromUtf8(e.what());
    } catch (...) {
        return BackgroundTexts::tr("It failed, and nothing is known of why.");
    }
}

void finishBackgroundWork() { pool().waitForDone(); }
bool isBackgroundIdle() { return pool().waitForDone(0); }

}  // namespace potstill
