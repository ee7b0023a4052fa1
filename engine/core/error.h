#pragma once

#include "engine/core/runwarning.h"

#include <stdexcept>
#include <string>
#include <string_view>

namespace potstill {

/// What kind of thing went wrong; decides the exit code of the CLI and the icon in the studio.
enum class ErrorCode {
    BadOption,    ///< a setting is unknown, has the wrong type or is out of range
    BadFile,      ///< a file exists but its content is not what it should be
    NotFound,     ///< a file, folder, run or tensor that was named does not exist
    Io,           ///< the operating system refused to read or write
    DiskFull,     ///< there is not enough room on the disk
    Locked,       ///< another program is using the run
    Unsupported,  ///< understood, but not something this program does
    NonFinite,    ///< training produced NaN or infinity several times in a row
    OutOfMemory,  ///< the device or the host has not enough memory
    Internal,     ///< a defect of this program
};

/// Name of a code as it is written in JSON output, for example "bad_file".
std::string_view errorCodeName(ErrorCode code);

/// The one exception type of the engine. The message is English, one sentence or two, and names the file, field or tensor, the value
/// that was found and what would be right. Foreign exceptions are translated into it where the foreign library is called.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), m_code(code) {}
    /// One that a person may well meet: its cause has a name, by which a reader in another language goes. The message is the sentence.
    Error(ErrorCode code, const RunWarning& cause) : std::runtime_error(cause.sentence), m_code(code), m_line(cause.text()) {}
    ErrorCode code() const { return m_code; }
    /// The message as a line that a RunWarning can be read from again, where the cause has a name; else the message.
    std::string line() const { return m_line.empty() ? what() : m_line; }
    /// True where the person who gave the input can mend it (exit code 2), false for failures of the machine or the program (1).
    bool isBadInput() const;

private:
    ErrorCode m_code;
    std::string m_line;
};

}  // namespace potstill
