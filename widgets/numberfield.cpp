#include "widgets/numberfield.h"

#include "widgets/theme.h"

#include <QFocusEvent>
#include <QLineEdit>
#include <QLocale>

#include <cmath>
#include <limits>

namespace potstill {
namespace {

constexpr QChar kGroupSpace(0x202F);  // narrow no-break space

// A tenth of the value's leading digit, so that one step is felt and many reach far.
double stepOf(double value, bool isInteger)
{
    const double size = std::abs(value);
    const double step = size > 0 ? std::pow(10.0, std::floor(std::log10(size) + 1e-9) - 1) : (isInteger ? 1 : 0.01);
    return isInteger ? std::max(1.0, step) : step;
}

}  // namespace

NumberField::NumberField(Kind kind, QWidget* parent)
    : QAbstractSpinBox(parent), m_kind(kind), m_low(-std::numeric_limits<double>::infinity()), m_high(std::numeric_limits<double>::infinity())
{
    setFocusPolicy(Qt::StrongFocus);
    setFont(Theme::instance().tabularFont());
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFont(Theme::instance().tabularFont()); });
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberField::edited);
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] {
        if (const auto number = value())
            setValue(*number);
    });
}

void NumberField::setBounds(double low, double high)
{
    m_low = low;
    m_high = high;
}

std::optional<Json> NumberField::numberFromText(const QString& text, Kind kind)
{
    QString plain;
    for (const QChar ch : text)
        if (!ch.isSpace() && ch != QLatin1Char('_') && ch != QLatin1Char('\''))
            plain += ch == QChar(0x2212) ? QLatin1Char('-') : ch;
    // A decimal comma is taken where it cannot be anything else.
    if (plain.count(QLatin1Char(',')) == 1 && !plain.contains(QLatin1Char('.')))
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    double factor = 1;
    if (plain.endsWith(QLatin1Char('k'), Qt::CaseInsensitive))
        factor = 1e3;
    else if (plain.endsWith(QLatin1Char('M')))
        factor = 1e6;
    else if (plain.endsWith(QLatin1Char('G')))
        factor = 1e9;
    if (factor > 1)
        plain.chop(1);
    bool ok = false;
    if (kind == Kind::Integer && factor == 1) {
        const qlonglong whole = plain.toLongLong(&ok);
        if (ok)
            return Json(static_cast<std::int64_t>(whole));
    }
    const double number = plain.toDouble(&ok) * factor;
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    if (kind == Kind::Number)
        return Json(number);
    if (number != std::floor(number) || std::abs(number) > 9e15)
        return std::nullopt;
    return Json(static_cast<std::int64_t>(number));
}

QString NumberField::textFromNumber(const Json& value, Kind kind)
{
    if (!value.is_number())
        return {};
    if (kind == Kind::Integer && value.is_number_integer()) {
        QString digits = value.is_number_unsigned() ? QString::number(value.get<std::uint64_t>()) : QString::number(value.get<std::int64_t>());
        const qsizetype sign = digits.startsWith(QLatin1Char('-')) ? 1 : 0;
        if (digits.size() - sign > 4)
            for (qsizetype at = digits.size() - 3; at > sign; at -= 3)
                digits.insert(at, kGroupSpace);
        return digits;
    }
    QString text = QString::number(value.get<double>(), 'g', QLocale::FloatingPointShortest);
    text.replace(QLatin1String("e-0"), QLatin1String("e-"));
    text.replace(QLatin1String("e+0"), QLatin1String("e"));
    text.replace(QLatin1String("e+"), QLatin1String("e"));
    return text;
}

void NumberField::setValue(const Json& value)
{
    const QString text = textFromNumber(value, m_kind);
    if (lineEdit()->text() != text)
        lineEdit()->setText(text);
}

std::optional<Json> NumberField::value() const { return numberFromText(lineEdit()->text(), m_kind); }

void NumberField::stepBy(int steps)
{
    const std::optional<Json> now = value();
    double number = now ? now->get<double>() : 0;
    const bool isInteger = m_kind == Kind::Integer;
    for (int i = 0; i < std::abs(steps); ++i) {
        double step = stepOf(number, isInteger);
        // Stepping down from a power of ten uses the smaller step, so that up and down are inverse.
        if ((steps < 0) == (number > 0) && number != 0 && std::abs(std::abs(number) - step * 10) < step * 1e-6)
            step = isInteger ? std::max(1.0, step / 10) : step / 10;
        number = std::round(number / step + (steps > 0 ? 1 : -1)) * step;
        // Round off what binary fractions leave behind: 0.30000000000000004.
        number = QString::number(number, 'g', 12).toDouble();
    }
    number = std::clamp(number, m_low, m_high);
    setValue(isInteger ? Json(static_cast<std::int64_t>(number)) : Json(number));
    lineEdit()->selectAll();
    Q_EMIT edited();
}

QValidator::State NumberField::validate(QString&, int&) const { return QValidator::Acceptable; }

QAbstractSpinBox::StepEnabled NumberField::stepEnabled() const
{
    const std::optional<Json> now = value();
    if (isReadOnly())
        return StepNone;
    if (!now)
        return StepUpEnabled | StepDownEnabled;
    StepEnabled out = StepNone;
    if (now->get<double>() < m_high)
        out |= StepUpEnabled;
    if (now->get<double>() > m_low)
        out |= StepDownEnabled;
    return out;
}

void NumberField::focusInEvent(QFocusEvent* event)
{
    QAbstractSpinBox::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

QSize NumberField::sizeHint() const
{
    const QSize base = QAbstractSpinBox::sizeHint();
    return {std::max(fontMetrics().horizontalAdvance(QStringLiteral("0 000 000 000")) + 32, 132), base.height()};
}

QSize NumberField::minimumSizeHint() const { return {96, QAbstractSpinBox::minimumSizeHint().height()}; }

}  // namespace potstill
