#include "engine/gallery/latextable.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace potstill {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 20> kSigns = {{
    {"\\", "\\textbackslash{}"},
    {"%", "\\%"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"$", "\\$"},
    {"_", "\\_"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"~", "\\textasciitilde{}"},
    {"^", "\\textasciicircum{}"},
    {"<", "\\textless{}"},
    {">", "\\textgreater{}"},
    {"±", "$\\pm$"},
    {"×", "$\\times$"},
    {"≤", "$\\le$"},
    {"≥", "$\\ge$"},
    {"−", "$-$"},
    {"–", "--"},
    {"·", "$\\cdot$"},
    {"\n", " "},
}};

std::string line(const std::vector<std::string>& cells)
{
    std::string out = "  ";
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += (i > 0 ? " & " : "") + latexText(cells[i]);
    return out + " \\\\\n";
}

}  // namespace

std::string latexText(const std::string& text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& s) { return text.compare(at, std::char_traits<char>::length(s.first), s.first) == 0; });
        if (sign == kSigns.end()) {
            out += text[at++];
        } else {
            out += sign->second;
            at += std::char_traits<char>::length(sign->first);
        }
    }
    return out;
}

std::string latexFromTable(const LatexTable& table)
{
    const std::string alignment = !table.alignment.empty() ? table.alignment : "l" + std::string(std::max<std::size_t>(1, table.headings.size()) - 1, 'r');
    if (table.headings.empty() || alignment.size() != table.headings.size())
        throw Error(ErrorCode::BadOption, fmt::format("the table's alignment '{}' has {} letters for {} headings", alignment, alignment.size(), table.headings.size()));
    std::string out = "% needs \\usepackage{booktabs}\n\\begin{table}\n  \\centering\n";
    if (!table.caption.empty())
        out += "  \\caption{" + latexText(table.caption) + "}\n";
    if (!table.label.empty())
        out += "  \\label{" + table.label + "}\n";
    out += "  \\begin{tabular}{" + alignment + "}\n  \\toprule\n" + line(table.headings) + "  \\midrule\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.rows[r].size() != table.headings.size())
            throw Error(ErrorCode::BadOption, fmt::format("row {} of the table has {} cells for {} headings", r + 1, table.rows[r].size(), table.headings.size()));
        out += line(table.rows[r]);
    }
    return out + "  \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

}  // namespace potstill
