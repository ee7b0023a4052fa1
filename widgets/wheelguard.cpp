#include "widgets/wheelguard.h"

#include <QEvent>
#include <QWidget>

namespace potstill {

namespace {

class WheelGuard final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();  // the page takes it
        return true;
    }
};

}  // namespace

void guardWheel(QWidget* editor)
{
    editor->setFocusPolicy(Qt::StrongFocus);  // the wheel alone gives no focus
    editor->installEventFilter(new WheelGuard(editor));
}

}  // namespace potstill
