#include "engine/core/error.h"

namespace potstill {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadOption: return "bad_option";
    case ErrorCode::BadFile: return "bad_file";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Io: return "io";
    case ErrorCode::DiskFull: return "disk_full";
    case ErrorCode::Locked: return "locked";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::NonFinite: return "non_finite";
    case ErrorCode::OutOfMemory: return "out_of_memory";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

bool Error::isBadInput() const
{
    return m_code == ErrorCode::BadOption || m_code == ErrorCode::BadFile || m_code == ErrorCode::NotFound || m_code == ErrorCode::Unsupported || m_code == ErrorCode::Locked;
}

}  // namespace potstill
