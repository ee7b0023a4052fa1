#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>

// Marks a text of the findings and reports; tools/update_translations.sh collects these.
#define FINDING_TEXT(context, text) text

namespace potstill::detail {

/// Texts in the reader's language: a marked English text with {0}, {1} ... for what is filled in.
class Texts final {
public:
    /// `translate` gives a text by its English form; empty = English. It must live as long as this.
    explicit Texts(const std::function<std::string(const char*)>& translate) : m_translate(translate) {}

    template <class... Args>
    std::string operator()(const char* english, const Args&... args) const
    {
        if (m_translate) {
            try {
                return fmt::format(fmt::runtime(m_translate(english)), args...);
            } catch (const fmt::format_error&) {
                // a translation with a wrong placeholder: English then
            }
        }
        return fmt::format(fmt::runtime(english), args...);
    }
    /// A figure with the decimal sign of the language, which is the translation of ".".
    std::string decimal(std::string figure) const
    {
        if (const std::size_t point = figure.find('.'); point != std::string::npos)
            figure.replace(point, 1, (*this)(FINDING_TEXT("Findings", ".")));
        return figure;
    }

private:
    const std::function<std::string(const char*)>& m_translate;
};

}  // namespace potstill::detail
