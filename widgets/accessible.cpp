#include "widgets/accessible.h"

#include "widgets/imagegridaccessible.h"
#include "widgets/progressline.h"
#include "widgets/scrubber.h"

#include <QAccessibleWidget>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <functional>

namespace potstill {
namespace {

constexpr const char* kRole = "accessibleRole";

class PaintedInterface : public QAccessibleWidget {
public:
    PaintedInterface(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        for (const QAction* action : widget()->actions())
            names.append(action->text());
        return names;
    }
    void doAction(const QString& name) override
    {
        for (QAction* action : widget()->actions())
            if (action->text() == name)
                return action->trigger();
        QAccessibleWidget::doAction(name);
    }
};

struct Value {
    std::function<double()> now, largest;
    std::function<void(double)> set;  // empty = it can only be read
};

class ValueInterface final : public PaintedInterface, public QAccessibleValueInterface {
public:
    ValueInterface(QWidget* widget, QAccessible::Role role, Value value) : PaintedInterface(widget, role), m_value(std::move(value)) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this) : PaintedInterface::interface_cast(type);
    }
    QVariant currentValue() const override { return m_value.now(); }
    void setCurrentValue(const QVariant& value) override
    {
        if (m_value.set)
            m_value.set(value.toDouble());
    }
    QVariant maximumValue() const override { return m_value.largest(); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 1.0; }

private:
    Value m_value;
};

/// A combo box by its name: Qt calls one by its current text on Linux and tells no name that is set, so that nobody hears what is being chosen.
class ComboInterface final : public QAccessibleWidget {
public:
    explicit ComboInterface(QComboBox* combo) : QAccessibleWidget(combo, QAccessible::ComboBox), m_combo(combo) {}

    QString text(QAccessible::Text kind) const override
    {
        const QString text = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value || (kind == QAccessible::Name && text.isEmpty()))
            return m_combo->currentText();
        return kind == QAccessible::Name && !m_combo->currentText().isEmpty() ? QStringLiteral("%1: %2").arg(text, m_combo->currentText()) : text;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = state.hasPopup = true;
        state.expanded = m_combo->view()->isVisible();
        state.editable = m_combo->isEditable();
        return state;
    }
    int childCount() const override { return m_combo->isEditable() ? 2 : 1; }
    QAccessibleInterface* child(int index) const override
    {
        QWidget* part = index == 0 ? static_cast<QWidget*>(m_combo->view()) : index == 1 ? m_combo->lineEdit() : nullptr;
        return part ? QAccessible::queryAccessibleInterface(part) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        return child->object() == m_combo->view() ? 0 : m_combo->isEditable() && child->object() == m_combo->lineEdit() ? 1 : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        return m_combo->isEditable() && m_combo->lineEdit()->rect().contains(m_combo->lineEdit()->mapFromGlobal(QPoint(x, y))) ? child(1) : nullptr;
    }
    QStringList actionNames() const override { return {showMenuAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (name == showMenuAction() && m_combo->isEnabled())
            m_combo->view()->isVisible() ? m_combo->hidePopup() : m_combo->showPopup();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QComboBox* m_combo;
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    if (auto* combo = qobject_cast<QComboBox*>(object))
        return new ComboInterface(combo);
    auto* widget = qobject_cast<QWidget*>(object);
    const QVariant property = widget ? widget->property(kRole) : QVariant();
    if (!property.isValid())
        return nullptr;
    const auto role = QAccessible::Role(property.toInt());
    if (auto* grid = qobject_cast<ImageGrid*>(widget))
        return new ImageGridAccessible(grid);
    if (auto* line = qobject_cast<ProgressLine*>(widget))
        return new ValueInterface(widget, role, {[line] { return 100 * std::max(0.0, line->progress()); }, [] { return 100.0; }, {}});
    if (auto* scrubber = qobject_cast<Scrubber*>(widget))
        return new ValueInterface(
            widget, role,
            {[scrubber] { return double(std::max(0, scrubber->currentIndex())); }, [scrubber] { return double(std::max<qsizetype>(1, scrubber->events().size()) - 1); },
             [scrubber](double value) { scrubber->setCurrentIndex(int(value)); }});
    return new PaintedInterface(widget, role);
}

}  // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(&interfaceOf);
        return true;
    }();
    widget->setProperty(kRole, int(role));
}

void tellAccessible(QAccessibleEvent& event)
{
    if (accessibleListener)
        accessibleListener(&event);
    QAccessible::updateAccessibility(&event);
}

void announceDescription(QWidget* widget)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, widget->accessibleDescription());
#else
    QAccessibleEvent event(widget, QAccessible::Alert);
#endif
    tellAccessible(event);
}

}  // namespace potstill
