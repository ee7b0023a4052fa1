#pragma once

#include "engine/core/options.h"

#include <QAbstractSpinBox>

#include <optional>

namespace potstill {

/// A spin box for any whole number of 64 bits or any double: takes "12k", "1.5M", "3e-4", shows digits in groups, steps by a tenth of the value.
/// It accepts values out of range, so that the form can say what is wrong instead of changing them in silence.
class NumberField final : public QAbstractSpinBox {
    Q_OBJECT
public:
    enum class Kind { Integer, Number };

    explicit NumberField(Kind kind, QWidget* parent = nullptr);

    void setBounds(double low, double high);
    void setValue(const Json& value);
    /// The number in the field, or nothing if the text is none.
    std::optional<Json> value() const;

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static std::optional<Json> numberFromText(const QString& text, Kind kind);
    static QString textFromNumber(const Json& value, Kind kind);

Q_SIGNALS:
    /// While typing and stepping; value() may be empty.
    void edited();

protected:
    StepEnabled stepEnabled() const override;
    void focusInEvent(QFocusEvent* event) override;

private:
    Kind m_kind;
    double m_low;
    double m_high;
};

}  // namespace potstill
