#pragma once

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
    ErrorCode code() const { return m_code; }
    /// True where the person who gave the input can mend it (exit code 2), false for failures of the machine or the program (1).
    bool isBadInput() const;

private:
    ErrorCode m_code;
};

}  // namespace potstill
