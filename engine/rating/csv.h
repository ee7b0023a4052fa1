#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace potstill {

struct CsvRow {
    std::size_t line = 0;  ///< line of the text that it begins on, from 1
    std::vector<std::string> fields;
};

/// Rows of RFC 4180: commas, double quotes around fields that need them and doubled within, LF or CRLF; a byte order mark is passed over, and so are empty
/// lines. Throws Error(BadFile) naming `source` and line for a quote where none may stand and for one that is not closed.
std::vector<CsvRow> csvRows(std::string_view text, const std::string& source);

/// One line with its end; fields are quoted where they must be.
std::string csvLine(const std::vector<std::string>& fields);

}  // namespace potstill
