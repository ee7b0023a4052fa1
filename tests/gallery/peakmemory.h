#pragma once

#include <QFile>

#include <malloc.h>

namespace potstill {

/// Bytes of a line of /proc/self/status, for example "VmHWM" (peak of the resident memory).
inline qint64 status(const char* name)
{
    QFile file("/proc/self/status");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}

/// Makes the peak that of now.
inline bool resetPeak()
{
    QFile file("/proc/self/clear_refs");
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

/// Peak of the memory during `work` above what was in use before, in bytes; -1 where this kernel does not tell it.
template <class Work>
qint64 peakDuring(const Work& work)
{
    malloc_trim(0);
    if (!resetPeak())
        return -1;
    const qint64 before = status("VmRSS");
    work();
    return status("VmHWM") - before;
}

}  // namespace potstill
