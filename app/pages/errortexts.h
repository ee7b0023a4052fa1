#pragma once

#include "engine/core/runwarning.h"

#include <QCoreApplication>
#include <QString>

namespace potstill {

/// Why something failed, in the reader's language, by the name of the cause (Error::line()). From any thread.
class ErrorTexts final {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
public:
    /// A whole sentence; "" for a cause that is not known here.
    static QString sentence(const RunWarning& cause);
};

}  // namespace potstill
