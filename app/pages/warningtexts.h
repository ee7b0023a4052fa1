#pragma once

#include "engine/core/runwarning.h"

#include <QCoreApplication>
#include <QString>

namespace potstill {

/// Warnings of runs, models, samples and data in the reader's language, by their code. What names no code is shown as the engine wrote it.
class WarningTexts final {
    Q_DECLARE_TR_FUNCTIONS(WarningTexts)
public:
    /// What was seen, as a whole sentence.
    static QString sentence(const RunWarning& warning);
    /// What can be done about it; "" where nothing is known.
    static QString advice(const RunWarning& warning);
    /// A line of a log as a warning: with code and arguments where it names them, else with its text alone.
    static RunWarning fromLine(const QString& line);
    static QString sentenceOfLine(const QString& line) { return sentence(fromLine(line)); }

private:
    /// `cause` is the name of an ErrorCode.
    static QString unreadableImage(const QString& file, const std::string& cause);
};

}  // namespace potstill
