#include "app/pages/galleryprint.h"

#include "widgets/imagegrid.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace potstill {

namespace {

constexpr int kPdfDpi = 1200;
const QColor kInk(0x20, 0x21, 0x24);

QFont printFont(double pixels)
{
    QFont font;
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(1, int(pixels + 0.5)));
    return font;
}

QRectF scaled(const RectMm& r, double scale) { return {r.x * scale, r.y * scale, r.width * scale, r.height * scale}; }

/// The image keeps its shape in the middle of the rectangle.
void drawFitted(QPainter& painter, const QRectF& rect, const QImage& image)
{
    QRectF target(QPointF(), QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio));
    target.moveCenter(rect.center());
    painter.drawImage(target, image);
}

void drawShortened(QPainter& painter, const QRectF& rect, const QString& text)
{
    const QString line = text.section('\n', 0, 0);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, QFontMetricsF(painter.font()).elidedText(line, Qt::ElideRight, rect.width()));
}

/// `pixelsPerMm` of the device; false when it was stopped.
bool paintSheetPage(QPainter& painter, const Gallery& gallery, const ExportOptions& options, std::int64_t page, double pixelsPerMm, ExportRun& run)
{
    const SheetLayout layout(options, aspectOf(gallery));
    painter.setFont(printFont(layout.fontMm() * pixelsPerMm));
    painter.setPen(kInk);
    const auto first = std::size_t(page) * std::size_t(layout.perPage());
    for (std::size_t i = first; i < std::min(gallery.items.size(), first + std::size_t(layout.perPage())); ++i) {
        const int place = int(i - first);
        const RectMm cell = layout.image(place);
        Image image;
        if (run.take([&] { image = readImage(gallery, *gallery.items[i]); })) {
            const auto room = [&](double mm) { return std::max(1, int(mm / kMmPerInch * options.dpi)); };
            drawFitted(painter, scaled(cell, pixelsPerMm), qimageFromImage(fitted(image, room(cell.width), room(cell.height))));
            if (options.captions)
                drawShortened(painter, scaled(layout.caption(place), pixelsPerMm), QString::fromStdString(displayCaption(*gallery.items[i])));
            ++run.result.written;
        }
        if (!run.next())
            return false;
    }
    return true;
}

bool paintFigure(QPainter& painter, const Gallery& gallery, const Figure& figure, double pixelsPerMm, ExportRun& run)
{
    painter.setFont(printFont(figure.fontMm * pixelsPerMm));
    painter.setPen(kInk);
    for (const Figure::Text& text : figure.texts) {
        const QString line = QString::fromStdString(text.text);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(line);
        painter.drawText(QPointF(text.x * pixelsPerMm - (text.anchor == Figure::Text::Anchor::End ? width : width / 2), text.baseline * pixelsPerMm), line);
    }
    for (const Figure::Cell& cell : figure.cells) {
        Image image;
        if (run.take([&] { image = figureImage(gallery, figure, cell); })) {
            painter.drawImage(scaled(cell.rect, pixelsPerMm), qimageFromImage(image));
            ++run.result.written;
        }
        if (!run.next())
            return false;
    }
    return true;
}

/// Opens the writer with one paper size, lets `paint` draw (false = stopped), and gives the file its name.
ExportResult writePdf(const std::filesystem::path& file, const std::string& title, const QSizeF& paperMm, ExportRun& run,
                      const std::function<bool(QPdfWriter&, QPainter&, double)>& paint)
{
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly))
        throw Error(ErrorCode::Io, file.string() + ": could not write the file: " + out.errorString().toStdString());
    {
        QPdfWriter writer(&out);
        writer.setResolution(kPdfDpi);
        writer.setPageSize(QPageSize(paperMm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(QString::fromStdString(title));
        writer.setCreator("Potstill");
        QPainter painter(&writer);
        if (!paint(writer, painter, kPdfDpi / kMmPerInch)) {
            painter.end();
            out.cancelWriting();
            return run.result;
        }
    }
    if (!out.commit())
        throw Error(ErrorCode::Io, file.string() + ": could not write the file: " + out.errorString().toStdString());
    run.result.files = {file};
    return run.result;
}

/// The exported page in miniature.
void paintPage(QPainter& painter, const Gallery& gallery, const ExportOptions& options, const QSize& size, bool isDark, ExportRun& run)
{
    const ThemeColors& c = Theme::colorsOf(isDark);
    painter.fillRect(QRect(QPoint(), size), c.page);
    painter.setPen(c.text);
    QFont font = printFont(13);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(QRect(12, 8, size.width() - 24, 20), Qt::AlignVCenter | Qt::AlignLeft, QString::fromStdString(gallery.title));
    painter.setFont(printFont(9));
    const int cell = 56, gap = 8, caption = options.captions ? 14 : 0, columns = std::max(1, (size.width() - 24 + gap) / (cell + gap));
    for (std::size_t i = 0; i < gallery.items.size(); ++i) {
        const QRect rect(12 + int(i) % columns * (cell + gap), 36 + int(i) / columns * (cell + gap + caption), cell, cell);
        if (rect.top() > size.height())
            break;
        painter.fillRect(rect, blended(c.page, c.mat, 0.6));
        Image image;
        if (run.take([&] { image = readImage(gallery, *gallery.items[i]); }))
            drawFitted(painter, QRectF(rect).adjusted(4, 4, -4, -4), qimageFromImage(image));
        painter.setPen(c.secondary);
        if (options.captions)
            drawShortened(painter, QRectF(rect.left(), rect.bottom() + 1, cell, caption), QString::fromStdString(displayCaption(*gallery.items[i])));
    }
}

}  // namespace

ExportResult exportSheetPdf(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer)
{
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    const std::int64_t pages = SheetLayout(options, aspectOf(gallery)).pages(std::int64_t(gallery.items.size()));
    return writePdf(file, gallery.title, {options.pageWidthMm, options.pageHeightMm}, run, [&](QPdfWriter& writer, QPainter& painter, double scale) {
        for (std::int64_t p = 0; p < pages; ++p) {
            if (p > 0)
                writer.newPage();
            if (!paintSheetPage(painter, gallery, options, p, scale, run))
                return false;
        }
        return true;
    });
}

ExportResult exportFigurePdf(const Gallery& gallery, const ExportOptions& options, const std::filesystem::path& file, RunControl& control, RunObserver& observer)
{
    const Figure figure = makeFigure(gallery, options);
    ExportRun run("export", std::int64_t(gallery.items.size()), control, observer);
    return writePdf(file, gallery.title, {figure.width, figure.height}, run,
                    [&](QPdfWriter&, QPainter& painter, double scale) { return paintFigure(painter, gallery, figure, scale, run); });
}

ExportHelpers exportHelpers()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("potstill::GalleryPrint", text).toStdString(); };
    ExportHelpers helpers;
    PageTexts& t = helpers.texts;
    t.language = QLocale().bcp47Name().toStdString();
    t.previous = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Previous"));
    t.next = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Next"));
    t.close = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Back to all"));
    t.recipe = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Recipe"));
    t.previousPage = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Previous page"));
    t.nextPage = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Next page"));
    t.pages = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Pages"));
    t.images = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "images"));
    t.image = tr(QT_TRANSLATE_NOOP("potstill::GalleryPrint", "Image"));
    helpers.paintText = [](Image& page, const std::string& text, const TextBox& box) {
        QImage canvas(page.pixels.data(), page.width, page.height, page.width * 3, QImage::Format_RGB888);
        QPainter painter(&canvas);
        painter.setFont(printFont(box.height / 1.5));
        painter.setPen(kInk);
        drawShortened(painter, QRectF(box.x, box.y, box.width, box.height), QString::fromStdString(text));
    };
    return helpers;
}

QImage exportPreview(const Gallery& gallery, ExportFormat format, const ExportOptions& options, const QSize& size, bool isDark)
{
    RunControl control;
    RunObserver observer;
    ExportRun run("preview", 0, control, observer);
    if (gallery.items.empty() || size.isEmpty())
        return {};
    const auto paper = [&](double width, double height) {
        const double scale = std::min(size.width() / width, size.height() / height);
        QImage image(QSize(std::max(1, int(width * scale)), std::max(1, int(height * scale))), QImage::Format_RGB32);
        image.fill(Qt::white);
        return std::pair(image, scale);
    };
    if (format == ExportFormat::Sheet) {
        auto [image, scale] = paper(options.pageWidthMm, options.pageHeightMm);
        ExportOptions coarse = options;
        coarse.dpi = std::max(36, int(scale * kMmPerInch));
        QPainter painter(&image);
        paintSheetPage(painter, gallery, coarse, 0, scale, run);
        return image;
    }
    if (format == ExportFormat::Figure) {
        ExportOptions coarse = options;
        coarse.dpi = 36;
        const Figure figure = makeFigure(gallery, coarse);
        auto [image, scale] = paper(figure.width, figure.height);
        QPainter painter(&image);
        paintFigure(painter, gallery, figure, scale, run);
        return image;
    }
    if (format == ExportFormat::Html || format == ExportFormat::Folder) {
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        paintPage(painter, gallery, options, size, isDark, run);
        return image;
    }
    return qimageFromImage(fitted(readImage(gallery, *gallery.items.front()), size.width(), size.height()));
}

}  // namespace potstill
