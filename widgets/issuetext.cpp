#include "widgets/issuetext.h"

#include "widgets/numberfield.h"
#include "widgets/optionform.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace potstill {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Issues)
};

bool isInside(double x, const FieldInfo& field) { return std::isfinite(x) && x >= field.min && x <= field.max && !(field.minIsExcluded && x == field.min); }

/// The first number that is out of range, in the field or in its list.
std::optional<Json> strayNumber(const FieldInfo& field, const Json& value)
{
    for (const Json& item : value.is_array() ? value : Json::array({value}))
        if (item.is_number() && !isInside(item.get<double>(), field))
            return item;
    return std::nullopt;
}

QString rangeText(const FieldInfo& field, NumberField::Kind kind)
{
    const auto number = [kind](double x) { return NumberField::textFromNumber(kind == NumberField::Kind::Integer ? Json(static_cast<std::int64_t>(x)) : Json(x), kind); };
    const bool hasMin = std::isfinite(field.min), hasMax = std::isfinite(field.max);
    if (hasMin && hasMax)
        return field.minIsExcluded ? Texts::tr("above %1 and at most %2").arg(number(field.min), number(field.max))
                                   : Texts::tr("from %1 to %2").arg(number(field.min), number(field.max));
    if (hasMin)
        return (field.minIsExcluded ? Texts::tr("above %1") : Texts::tr("at least %1")).arg(number(field.min));
    return Texts::tr("at most %1").arg(number(field.max));
}

QString kindText(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Bool: return Texts::tr("This must be on or off.");
    case FieldKind::Integer: return Texts::tr("A whole number is needed.");
    case FieldKind::Number: return Texts::tr("A number is needed.");
    case FieldKind::NumberList: return Texts::tr("Numbers are needed, separated by commas.");
    case FieldKind::IntegerList: return Texts::tr("Whole numbers are needed, separated by commas.");
    case FieldKind::Choice: return Texts::tr("This is not one of the choices.");
    default: return Texts::tr("A text is needed.");
    }
}

bool fits(const Json& value, const FieldInfo& field)
{
    const bool isWhole = field.kind == FieldKind::Integer || field.kind == FieldKind::IntegerList;
    const auto isNumber = [isWhole](const Json& v) { return v.is_number() && (!isWhole || std::floor(v.get<double>()) == v.get<double>()); };
    switch (field.kind) {
    case FieldKind::Bool: return value.is_boolean();
    case FieldKind::Integer:
    case FieldKind::Number: return isNumber(value);
    case FieldKind::NumberList:
    case FieldKind::IntegerList: return value.is_array() && std::all_of(value.begin(), value.end(), isNumber);
    case FieldKind::Choice:
        return value.is_string() && std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.value == value.get<std::string>(); });
    case FieldKind::TextList: return value.is_array();
    default: return value.is_string();
    }
}

}  // namespace

QString issueText(const Issue& issue, const FieldInfo* field, const Json& value)
{
    if (issue.severity == Issue::Severity::Error && !field && !issue.path.empty())
        return Texts::tr("'%1' is not a setting.").arg(QString::fromStdString(issue.path));
    if (issue.severity == Issue::Severity::Error && field && !value.is_null()) {
        if (!fits(value, *field))
            return kindText(field->kind);
        const auto kind = field->kind == FieldKind::Integer || field->kind == FieldKind::IntegerList ? NumberField::Kind::Integer : NumberField::Kind::Number;
        if (const auto stray = strayNumber(*field, value))
            return Texts::tr("%1 is out of range; it must be %2.").arg(NumberField::textFromNumber(*stray, kind), rangeText(*field, kind));
    }
    return optionText(issue.message);
}

}  // namespace potstill
