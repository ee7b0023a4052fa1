#include "app/window/problemreport.h"

#include "engine/core/error.h"
#include "engine/jobs/jobs.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QStandardPaths>
#include <QSysInfo>
#include <QThread>

#include <csignal>
#include <cstdlib>
#include <exception>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

namespace potstill {

namespace {

constexpr qint64 kMostLogBytes = 1 << 20;
constexpr int kMostFrames = 64;

char crashPath[4096];  // filled in advance: a signal handler may not make it
QtMessageHandler previousHandler = nullptr;

QString logFile() { return ProblemReport::folder() + "/studio.log"; }
QString crashFile() { return ProblemReport::folder() + "/crash.txt"; }

void logMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    static QMutex mutex;
    {
        const QMutexLocker lock(&mutex);
        QFile file(logFile());
        if (file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            constexpr const char* kNames[] = {"debug", "warning", "critical", "fatal", "info"};
            file.write(QStringLiteral("%1 %2 %3\n").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate), QLatin1String(kNames[type]), text).toUtf8());
        }
    }
    if (previousHandler)
        previousHandler(type, context, text);
}

void writeText(int file, const char* text)
{
    std::size_t length = 0;
    while (text[length])
        ++length;
    [[maybe_unused]] const auto ignored = ::write(file, text, length);
}

/// Only what is allowed inside a signal handler; then the signal takes its usual course.
void noteCrash(int signal)
{
    if (const int file = ::open(crashPath, O_WRONLY | O_CREAT | O_APPEND, 0600); file >= 0) {
        writeText(file, signal == SIGSEGV   ? "segmentation fault\n"
                        : signal == SIGABRT ? "aborted\n"
                        : signal == SIGFPE  ? "arithmetic fault\n"
                                            : "illegal instruction or bus error\n");
        void* frames[kMostFrames];
        backtrace_symbols_fd(frames, backtrace(frames, kMostFrames), file);
        ::close(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

[[noreturn]] void noteUncaught()
{
    try {
        if (const std::exception_ptr thrown = std::current_exception())
            std::rethrow_exception(thrown);
    } catch (const std::exception& e) {
        if (const int file = ::open(crashPath, O_WRONLY | O_CREAT | O_APPEND, 0600); file >= 0) {
            writeText(file, e.what());
            writeText(file, "\n");
            ::close(file);
        }
    } catch (...) {
        // Nothing to say of it; the abort below is noted.
    }
    std::abort();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray facts()
{
    QString text = QStringLiteral("%1\nQt %2\n%3, %4\nprocessors %5\n")
                       .arg(QString::fromStdString(programVersion()), QLatin1String(qVersion()), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
                       .arg(QThread::idealThreadCount());
    for (const std::string& device : computeDevices())
        text += QStringLiteral("device %1\n").arg(QString::fromStdString(device));
    return text.toUtf8();
}

}  // namespace

QString ProblemReport::folder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/log"; }

void ProblemReport::start()
{
    QDir().mkpath(folder());
    if (QFile(logFile()).size() > kMostLogBytes) {
        QFile::remove(logFile() + ".old");
        QFile::rename(logFile(), logFile() + ".old");
    }
    const QByteArray path = QFile::encodeName(crashFile());
    qstrncpy(crashPath, path.constData(), sizeof crashPath);
    void* frames[1];
    backtrace(frames, 1);  // loads what it needs now, not in the handler
    previousHandler = qInstallMessageHandler(logMessage);
    std::set_terminate(noteUncaught);
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS})
        std::signal(signal, noteCrash);
}

QString ProblemReport::takeLastCrash()
{
    const QByteArray text = contentOf(crashFile());
    if (text.isEmpty())
        return {};
    QFile::remove(crashFile() + ".seen");
    QFile::rename(crashFile(), crashFile() + ".seen");
    return QString::fromUtf8(text);
}

void ProblemReport::write(const QString& zipFile, const QString& runFolder)
{
    QList<std::pair<QByteArray, QByteArray>> entries = {{"facts.txt", facts()}};
    for (const QString& path : {logFile(), logFile() + ".old", crashFile(), crashFile() + ".seen"})
        entries.append({path.section('/', -1).toUtf8(), contentOf(path)});
    if (!runFolder.isEmpty())
        for (const char* name : {"config.json", "state.json", "log.txt", "stats.jsonl"})
            entries.append({QByteArray("run/") + name, contentOf(runFolder + '/' + QLatin1String(name))});

    int code = 0;
    zip_t* archive = zip_open(QFile::encodeName(zipFile).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive)
        throw Error(ErrorCode::Io, "the problem report cannot be written to " + zipFile.toStdString());
    for (const auto& [name, content] : std::as_const(entries))
        if (!content.isEmpty())
            zip_file_add(archive, name.constData(), zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0), ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0) {
        const std::string reason = zip_error_strerror(zip_get_error(archive));
        zip_discard(archive);
        throw Error(ErrorCode::Io, "the problem report cannot be written to " + zipFile.toStdString() + ": " + reason);
    }
}

}  // namespace potstill
