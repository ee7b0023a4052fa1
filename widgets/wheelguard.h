#pragma once

class QWidget;

namespace potstill {

/// For an editor on a page that scrolls: the wheel scrolls the page, and turns the value only after a click has given the editor the focus.
void guardWheel(QWidget* editor);

}  // namespace potstill
