#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

/// The program as a person starts it.
namespace cli {

struct Result {
    int code = -1;
    QString out, err;
};

inline Result run(const QStringList& arguments, int timeoutMs = 240000, const QString& folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(POTSTILL_CLI, arguments);
    Result r;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        r.err = "timed out";
        return r;
    }
    r.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    r.out = QString::fromUtf8(process.readAllStandardOutput());
    r.err = QString::fromUtf8(process.readAllStandardError());
    return r;
}

}  // namespace cli
