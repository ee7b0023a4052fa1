#include "engine/rating/csv.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace potstill {

namespace {

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& source) : m_text(text), m_source(source)
    {
        if (m_text.substr(0, 3) == "\xef\xbb\xbf")
            m_text.remove_prefix(3);
    }

    std::vector<CsvRow> rows()
    {
        std::vector<CsvRow> out;
        while (m_at < m_text.size()) {
            CsvRow row{m_line, {}};
            do
                row.fields.push_back(field());
            while (skip(','));
            skip('\r');
            if (m_at < m_text.size() && !skip('\n'))
                fail("a line break must be LF or CR LF");
            ++m_line;
            if (row.fields.size() > 1 || !row.fields.front().empty())
                out.push_back(std::move(row));
        }
        return out;
    }

private:
    bool skip(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::string field()
    {
        if (skip('"'))
            return quoted();
        const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
        const std::string_view plain = m_text.substr(m_at, end - m_at);
        if (plain.find('"') != std::string_view::npos)
            fail("a double quote stands inside a field that does not begin with one");
        m_at = end;
        return std::string(plain);
    }

    std::string quoted()
    {
        const std::size_t began = m_line;
        std::string out;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"' && m_text.substr(m_at + 1, 1) != "\"") {
                ++m_at;
                if (m_at < m_text.size() && std::string_view(",\r\n").find(m_text[m_at]) == std::string_view::npos)
                    fail("after a closing quote only a comma or the line's end may stand");
                return out;
            }
            m_at += c == '"';  // a doubled one
            m_line += c == '\n';
            out += c;
        }
        m_line = began;
        fail("a field is quoted, but the quote is not closed");
    }

    [[noreturn]] void fail(const char* what) const { throw Error(ErrorCode::BadFile, fmt::format("{}, line {}: {}", m_source, m_line, what)); }

    std::string_view m_text;
    const std::string& m_source;
    std::size_t m_at = 0, m_line = 1;
};

}  // namespace

std::vector<CsvRow> csvRows(std::string_view text, const std::string& source) { return CsvReader(text, source).rows(); }

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string out;
    for (const std::string& f : fields) {
        if (&f != &fields.front())
            out += ',';
        if (f.find_first_of(",\"\r\n") == std::string::npos) {
            out += f;
            continue;
        }
        out += '"';
        for (const char c : f)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    return out + "\r\n";
}

}  // namespace potstill
