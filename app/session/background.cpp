#include "app/session/background.h"

#include "app/pages/warningtexts.h"
#include "engine/core/options.h"

#include <QThreadPool>

namespace potstill {

namespace {

struct BackgroundTexts {
    Q_DECLARE_TR_FUNCTIONS(potstill::BackgroundTexts)
};

QThreadPool& pool(Duration duration)
{
    const auto make = [] {
        auto* p = new QThreadPool(qApp);
        p->setMaxThreadCount(2);
        p->setThreadPriority(QThread::LowPriority);
        return p;
    };
    static QThreadPool *const ofShort = make(), *const ofLong = make();
    return duration == Duration::Short ? *ofShort : *ofLong;
}

}  // namespace

void detail::runOnPool(std::function<void()> work, Duration duration) { pool(duration).start(std::move(work)); }

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
        return BackgroundTexts::tr("It failed for an unknown reason.");
    }
}

void finishBackgroundWork()
{
    for (const Duration duration : {Duration::Short, Duration::Long})
        pool(duration).waitForDone();
}

bool isBackgroundIdle() { return pool(Duration::Short).waitForDone(0) && pool(Duration::Long).waitForDone(0); }

}  // namespace potstill
