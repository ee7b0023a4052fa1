#include "engine/core/runwarning.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace potstill {

namespace {

bool isCode(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// Spaces and line ends would end an argument: written %20 and so on, as in an address.
std::string escaped(std::string_view value)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && c != '%')
            out += c;
        else
            out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
    return out;
}

std::string unescaped(std::string_view value)
{
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        unsigned byte = 0;
        const char *begin = value.data() + i + 1, *end = value.data() + std::min(value.size(), i + 3);
        if (value[i] == '%' && end - begin == 2 && std::from_chars(begin, end, byte, 16).ptr == end) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += value[i];
        }
    }
    return out;
}

std::string_view takeWord(std::string_view& rest)
{
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

}  // namespace

std::string RunWarning::argument(std::string_view name) const
{
    const auto it = std::find_if(arguments.begin(), arguments.end(), [name](const auto& a) { return a.first == name; });
    return it == arguments.end() ? std::string() : it->second;
}

double RunWarning::number(std::string_view name) const
{
    const std::string text = argument(name);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? value : std::nan("");
}

std::string RunWarning::text() const
{
    if (code.empty())
        return sentence;
    std::string line = sentence + " [" + code + " images=" + std::to_string(imagesSeen);
    for (const auto& [name, value] : arguments)
        line += ' ' + name + '=' + escaped(value);
    return line + ']';
}

std::optional<RunWarning> RunWarning::parse(std::string_view text)
{
    const std::size_t open = text.rfind(" [");
    if (open == std::string_view::npos || text.back() != ']')
        return std::nullopt;
    RunWarning warning;
    warning.sentence = text.substr(0, open);
    std::string_view rest = text.substr(open + 2, text.size() - open - 3);
    warning.code = takeWord(rest);
    if (!isCode(warning.code) || rest.substr(0, 7) != "images=")
        return std::nullopt;
    while (!rest.empty()) {
        const std::string_view word = takeWord(rest);
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos)
            return std::nullopt;
        warning.arguments.emplace_back(word.substr(0, equals), unescaped(word.substr(equals + 1)));
    }
    const double images = warning.number("images");
    if (!(images >= 0 && images < 9e15))
        return std::nullopt;
    warning.imagesSeen = static_cast<std::int64_t>(images);
    warning.arguments.erase(warning.arguments.begin());
    return warning;
}

RunWarning RunWarning::fromText(std::string_view text)
{
    if (auto warning = parse(text))
        return *warning;
    return {{}, 0, {}, std::string(text)};
}

std::vector<std::string> sentencesOf(const std::vector<RunWarning>& warnings)
{
    std::vector<std::string> out;
    out.reserve(warnings.size());
    for (const RunWarning& w : warnings)
        out.push_back(w.sentence);
    return out;
}

}  // namespace potstill
