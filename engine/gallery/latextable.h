#pragma once

#include <string>
#include <vector>

namespace potstill {

struct LatexTable {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;  ///< each as long as the headings
    std::string caption, label;                  ///< plain text; "" = none
    std::string alignment;                       ///< "lrr"; "" = first column left, the others right
};
/// A table for LaTeX's booktabs package. Every text is escaped. Throws Error(BadOption) for a row or alignment of another length.
std::string latexFromTable(const LatexTable& table);
/// "50 % of A_1" -> "50 \% of A\_1"; signs that the program's texts use (±, ×, ≤, ≥, −, –, ·) become their commands.
std::string latexText(const std::string& text);

}  // namespace potstill
