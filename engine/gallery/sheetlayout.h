#pragma once

#include "engine/gallery/exportoptions.h"

#include <cstdint>

namespace potstill {

struct RectMm {
    double x = 0, y = 0, width = 0, height = 0;
};

/// Where images and captions stand on the pages of a contact sheet, in millimetres from the upper left corner of the paper. The PNG is drawn by the engine, the PDF by the studio.
class SheetLayout {
public:
    /// aspect = height / width of the images. Throws Error(BadOption) when not a single image fits on the paper.
    SheetLayout(const ExportOptions& options, double aspect);
    int columns() const { return m_columns; }
    int perPage() const { return m_columns * m_rows; }
    std::int64_t pages(std::int64_t images) const { return (images + perPage() - 1) / perPage(); }
    /// index in [0, perPage()).
    RectMm image(int index) const;
    RectMm caption(int index) const;
    double fontMm() const { return m_font; }

private:
    int m_columns, m_rows;
    double m_margin, m_gap, m_cellWidth, m_cellHeight, m_captionHeight, m_font;
};

constexpr double kMmPerInch = 25.4, kMmPerPoint = kMmPerInch / 72;

}  // namespace potstill
