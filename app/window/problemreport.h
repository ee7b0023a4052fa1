#pragma once

#include <QString>

namespace potstill {

/// Log of the program in the user's data folder, kept locally: messages of Qt, and the place of a crash. Nothing is ever sent.
class ProblemReport final {
public:
    /// From now on messages go to studio.log, and a crash leaves crash.txt. Call once, first thing.
    static void start();
    static QString folder();
    /// Text of the last crash that nobody was told of yet; "" = none. Asking takes it off the list.
    static QString takeLastCrash();
    /// Writes a ZIP with log, crashes, facts about machine and program, and log and settings of the run (no images, no weights). Throws Error.
    static void write(const QString& zipFile, const QString& runFolder);
};

}  // namespace potstill
