#include "engine/gallery/sheetlayout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

SheetLayout::SheetLayout(const ExportOptions& options, double aspect)
    : m_columns(options.columns), m_margin(options.marginMm), m_gap(options.gapMm), m_font(options.fontPt * kMmPerPoint)
{
    m_captionHeight = options.captions ? m_font * 1.5 : 0;
    const double width = options.pageWidthMm - 2 * m_margin, height = options.pageHeightMm - 2 * m_margin;
    m_cellWidth = (width + m_gap) / m_columns - m_gap;
    m_cellHeight = m_cellWidth * aspect;
    m_rows = static_cast<int>(std::floor((height + m_gap + 1e-9) / (m_cellHeight + m_captionHeight + m_gap)));
    if (m_cellWidth < 1 || m_rows < 1)
        throw Error(ErrorCode::BadOption,
                    fmt::format("{} columns with margins of {} mm do not fit on paper of {} x {} mm", m_columns, m_margin, options.pageWidthMm, options.pageHeightMm));
}

RectMm SheetLayout::image(int index) const
{
    return {m_margin + index % m_columns * (m_cellWidth + m_gap), m_margin + index / m_columns * (m_cellHeight + m_captionHeight + m_gap), m_cellWidth, m_cellHeight};
}

RectMm SheetLayout::caption(int index) const
{
    const RectMm above = image(index);
    return {above.x, above.y + above.height, above.width, m_captionHeight};
}

}  // namespace potstill
