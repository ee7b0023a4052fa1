#include "engine/gallery/htmlgallery.h"

#include "engine/imaging/imageheader.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <optional>

namespace potstill {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --page: #F7F6F4; --text: #202124; --quiet: #5F6368; --line: #DEDCD8; --accent: #A65A28; --mat: #E4E3E1; }
@media (prefers-color-scheme: dark) { :root { --page: #1B1C1E; --text: #E8E6E3; --quiet: #9AA0A6; --line: #36393D; --accent: #E08A4F; --mat: #2C2E31; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
header, main, footer { padding: 24px; }
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding-bottom: 0; }
h1 { font-size: 1.35em; font-weight: 600; margin: 0; }
p, figcaption, summary, dl { color: var(--quiet); margin: 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
section { max-width: 100%; margin-right: 16px; }
section h2 { margin: 0 0 4px; font-size: 1em; font-weight: 600; }
section > div { display: flex; flex-wrap: wrap; gap: 8px; }
figure { margin: 0; width: 144px; }
figure > a { display: block; background: var(--mat); border-radius: 4px; padding: 8px; }
img { display: block; width: 128px; height: 128px; object-fit: contain; image-rendering: pixelated; }
figcaption { font-size: 0.85em; padding-top: 4px; overflow-wrap: anywhere; }
details { font-size: 0.85em; }
summary { cursor: pointer; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 8px; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
figure dl { display: block; }
figure nav { display: none; }
figure:target { position: fixed; inset: 0; z-index: 1; width: auto; padding: 24px; overflow: auto; background: var(--page); text-align: center; }
figure:target > a { display: inline-block; pointer-events: none; }
figure:target img { width: min(80vw, 72vh); height: min(80vw, 72vh); }
figure:target nav { display: flex; gap: 24px; justify-content: center; padding-top: 12px; }
figure:target details { display: inline-block; text-align: left; }
figure:target dl { display: grid; }
footer nav { display: flex; flex-wrap: wrap; gap: 8px 16px; border-top: 1px solid var(--line); padding-top: 12px; }
@media print { figure nav, footer, summary { display: none; } figure { break-inside: avoid; } }
)";

bool isControl(unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; }

/// Length of the whole UTF-8 character at `at`, 0 when there is none.
std::size_t characterLength(const std::string& text, std::size_t at)
{
    const auto c = static_cast<unsigned char>(text[at]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80)
            return 0;
    const auto second = length > 2 ? static_cast<unsigned char>(text[at + 1]) : 0;
    const bool isBad = (c == 0xe0 && second < 0xa0) || (c == 0xed && second > 0x9f) || (c == 0xf0 && second < 0x90) || (c == 0xf4 && second > 0x8f);
    return isBad ? 0 : length;
}

class Page {
public:
    Page(const Gallery& gallery, const ExportOptions& options, const PageTexts& texts, const fs::path& folder)
        : m_gallery(gallery), m_options(options), m_texts(texts), m_folder(folder)
    {
    }

    std::int64_t pages() const { return std::max<std::int64_t>(1, (std::int64_t(m_gallery.items.size()) + m_options.perPage - 1) / m_options.perPage); }
    static std::string nameOf(std::int64_t page) { return page == 0 ? "index.html" : fmt::format("page-{}.html", page + 1); }

    /// False when it was stopped.
    bool write(std::int64_t page, ExportRun& run)
    {
        m_page = page;
        const std::size_t first = std::size_t(page) * std::size_t(m_options.perPage), last = std::min(m_gallery.items.size(), first + std::size_t(m_options.perPage));
        m_file.emplace(m_folder / nameOf(page));
        head();
        m_group.clear();
        for (std::size_t i = first; i < last; ++i) {
            figure(i, run);
            if (!run.next())
                return false;
        }
        changeGroup({});
        foot();
        m_file->close();
        return true;
    }

private:
    void put(const std::string& text) { m_file->write(text); }

    void head()
    {
        const std::string title = htmlText(m_gallery.title);
        put(fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"generator\" content=\"Potstill\"/>\n<style>{}</style>\n</head>\n<body>\n<header id=\"top\">\n<h1>{}</h1>\n<p>{} {}</p>\n</header>\n<main>\n",
            htmlText(m_texts.language), title, kStyle, title, m_gallery.items.size(), htmlText(m_texts.images)));
    }
    void foot()
    {
        put("</main>\n");
        if (pages() > 1) {
            put(fmt::format("<footer>\n<nav aria-label=\"{}\">\n", htmlText(m_texts.pages)));
            if (m_page > 0)
                put(fmt::format("<a rel=\"prev\" href=\"{}\">{}</a>\n", nameOf(m_page - 1), htmlText(m_texts.previousPage)));
            for (std::int64_t p = 0; p < pages(); ++p)
                put(p == m_page ? fmt::format("<span aria-current=\"page\">{}</span>\n", p + 1) : fmt::format("<a href=\"{}\">{}</a>\n", nameOf(p), p + 1));
            if (m_page + 1 < pages())
                put(fmt::format("<a rel=\"next\" href=\"{}\">{}</a>\n", nameOf(m_page + 1), htmlText(m_texts.nextPage)));
            put("</nav>\n</footer>\n");
        }
        put("</body>\n</html>\n");
    }

    /// Members of a group that follow each other share a line.
    void changeGroup(const std::string& group, const std::string& heading = {})
    {
        if (group == m_group)
            return;
        if (!m_group.empty())
            put("</div>\n</section>\n");
        m_group = group;
        if (!group.empty())
            put("<section>\n" + (heading.empty() ? "" : "<h2>" + htmlText(heading) + "</h2>\n") + "<div>\n");
    }

    std::string anchor(std::size_t i) const
    {
        const auto page = std::int64_t(i) / m_options.perPage;
        return (page == m_page ? "" : nameOf(page)) + fmt::format("#i{}", i + 1);
    }

    void figure(std::size_t i, ExportRun& run)
    {
        const GalleryItem& item = *m_gallery.items[i];
        const std::string name = fmt::format("images/{:06}.png", i + 1);
        int width = 0, height = 0;
        if (!run.take([&] {
                copyImage(m_gallery, item, m_folder / name, m_options.recipes);
                const std::string bytes = readFile(m_folder / name);
                const ImageHeader header = readImageHeader({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, name);
                width = int(header.width);
                height = int(header.height);
            }))
            return;
        ++run.result.written;
        changeGroup(item.groupKind == GroupKind::None ? std::string() : groupKindName(item.groupKind) + ":" + item.group, item.row);
        // A row's heading stands above it: its members say the rest.
        const std::string said = displayCaption(item);
        const std::string caption = m_group.empty() || !item.caption.empty() || item.column.empty() ? said : item.column;
        const std::string alt = said.empty() ? fmt::format("{} {}", m_texts.image, i + 1) : said;
        put(fmt::format("<figure id=\"i{0}\">\n<a href=\"#i{0}\"><img src=\"{1}\" alt=\"{2}\" width=\"{3}\" height=\"{4}\" loading=\"lazy\"/></a>\n", i + 1, name, htmlText(alt),
                        width, height));
        if (m_options.captions && !caption.empty())
            put("<figcaption>" + htmlText(caption) + "</figcaption>\n");
        if (m_options.recipes && !item.recipe.empty())
            recipe(item.recipe);
        put("<nav>");
        if (i > 0)
            put(fmt::format("<a href=\"{}\">{}</a> ", anchor(i - 1), htmlText(m_texts.previous)));
        put(fmt::format("<a href=\"#top\">{}</a>", htmlText(m_texts.close)));
        if (i + 1 < m_gallery.items.size())
            put(fmt::format(" <a href=\"{}\">{}</a>", anchor(i + 1), htmlText(m_texts.next)));
        put("</nav>\n</figure>\n");
    }

    void recipe(const Json& recipe)
    {
        put("<details><summary>" + htmlText(m_texts.recipe) + "</summary><dl>");
        for (const auto& [key, value] : recipe.items()) {
            const std::string text = value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
            put("<dt>" + htmlText(key) + "</dt><dd>" + htmlText(text) + "</dd>");
        }
        put("</dl></details>\n");
    }

    const Gallery& m_gallery;
    const ExportOptions& m_options;
    const PageTexts& m_texts;
    fs::path m_folder;
    std::optional<PlainFile> m_file;
    std::int64_t m_page = 0;
    std::string m_group;
};

}  // namespace

std::string htmlText(const std::string& text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterLength(text, at);
        if (length == 0 || isControl(static_cast<unsigned char>(text[at]))) {
            out += "\xef\xbf\xbd";
            ++at;
            continue;
        }
        switch (text[at]) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out.append(text, at, length);
        }
        at += length;
    }
    return out;
}

ExportResult exportHtml(const Gallery& gallery, const ExportOptions& options, const PageTexts& texts, const fs::path& folder, RunControl& control, RunObserver& observer)
{
    NewFolder target(folder);
    makeFolders(target.path() / "images");
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    Page page(gallery, options, texts, target.path());
    for (std::int64_t p = 0; p < page.pages(); ++p)
        if (!page.write(p, run))
            return run.result;
    target.commit();
    run.result.files = {folder};
    return run.result;
}

}  // namespace potstill
