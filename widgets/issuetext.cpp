#include "widgets/issuetext.h"

#include "engine/core/runwarning.h"
#include "widgets/numberfield.h"
#include "widgets/numbertext.h"

#include <QCoreApplication>
#include <QStringList>

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

/// A rule across fields by its code; "" for one that is not known here.
QString ruleText(const Issue& issue)
{
    const RunWarning rule{issue.code, 0, issue.arguments, issue.message};
    const auto is = [&rule](const char* code) { return rule.code == code; };
    const auto text = [&rule](const char* name) { return QString::fromStdString(rule.argument(name)); };
    const auto number = [&rule](const char* name) { return numberText(rule.number(name), 'g', 6); };
    if (is("method-of-teacher"))
        return Texts::tr("'%1' does not make a teacher; choose one of: %2.").arg(text("method"), text("fitting"));
    if (is("method-of-student"))
        return Texts::tr("'%1' does not make a student; choose one of: %2.").arg(text("method"), text("fitting"));
    if (is("teacher-without-data"))
        return Texts::tr("A teacher needs images: name a folder, a packed set, a ZIP file, or 'sprites'.");
    if (is("student-without-data"))
        return Texts::tr("The adversarial term and forward distillation need real images, and the data that the teacher was trained on are not known. Name them here.");
    if (is("student-without-teacher"))
        return Texts::tr("A student needs a teacher: a run, a checkpoint, a diffusers folder or a bundled model.");
    if (is("sprites-size"))
        return Texts::tr("The built-in shapes are drawn at 16, 32 or 64 pixels, not %1.").arg(text("size"));
    if (is("sprites-channels"))
        return Texts::tr("The built-in shapes have 3 channels, not %1.").arg(text("channels"));
    if (is("student-held-out"))
        return Texts::tr("Under backward distillation a student is shown no images and has no held-out loss; choose the distance to the teacher.");
    if (is("nothing-held-out"))
        return Texts::tr("The held-out loss needs a part of the data that is held out.");
    if (is("held-out-unseen"))
        return Texts::tr("Under backward distillation the student is shown no images, so there is no held-out loss; held-out images are only kept from the discriminator.");
    if (is("teacher-of-none"))
        return Texts::tr("Only a student has a distance to its teacher.");
    if (is("root-without-warm-up"))
        return Texts::tr("The inverse square root needs a warm-up: it falls from its end on, and without one the learning rate vanishes at once.");
    if (is("no-levels"))
        return Texts::tr("A network needs one level at least, for example 1, 2.");
    if (is("levels-halve"))
        return Texts::tr("%1 levels halve the image %2 times, but %3 pixels cannot be halved that often.").arg(text("levels"), text("times"), text("size"));
    if (is("groups-divide"))
        return Texts::tr("%1 groups do not divide a level of %2 channels.").arg(text("groups"), text("channels"));
    if (is("heads-divide"))
        return Texts::tr("Heads of %1 channels do not divide a level of %2 channels.").arg(text("width"), text("channels"));
    if (is("edm-alone"))
        return Texts::tr("The EDM prediction and the EDM schedule belong together; choose both or neither.");
    if (is("flow-alone"))
        return Texts::tr("Rectified flow and the straight-line schedule belong together; choose both or neither.");
    if (is("own-weights"))
        return Texts::tr("Min-SNR weights noise, clean-image and velocity prediction; rectified flow and EDM have weights of their own.");
    if (is("eps-without-signal"))
        return Texts::tr("Noise prediction says nothing where no signal is left, as at the end of this schedule; choose velocity, or the linear beta schedule.");
    if (is("grid-length"))
        return Texts::tr("%1 times for %2 steps; give one time for each step, or none.").arg(text("times"), text("steps"));
    if (is("grid-begin"))
        return Texts::tr("It begins with %1; sampling starts from pure noise, so it must begin with 1.").arg(number("first"));
    if (is("grid-order"))
        return Texts::tr("%1 after %2; times must decrease and stay above 0.").arg(number("time"), number("before"));
    if (is("shift-order"))
        return Texts::tr("%1 is above the shift at t = 1, %2; the shift must grow with the noise.").arg(number("min"), number("max"));
    if (is("shift-of-nothing"))
        return Texts::tr("With 0 the teacher is shown the student's own image without noise and has nothing to repair; choose up to 1.");
    if (is("heads-order"))
        return Texts::tr("%1 is above %2, where the noise of the heads ends.").arg(number("min"), number("max"));
    if (is("fresh-alone"))
        return Texts::tr("Fresh noise without the adversarial term tends to collapse to one picture; use own noise or switch the term on.");
    if (is("empty"))
        return Texts::tr("A text is needed.");
    if (is("few-systems"))
        return Texts::tr("A comparison needs two systems at least.");
    if (is("system-without-key"))
        return Texts::tr("System %1 has no model.").arg(text("number"));
    if (is("system-without-name"))
        return Texts::tr("System %1 needs a name.").arg(text("number"));
    if (is("same-system"))
        return Texts::tr("'%1' is the same as another system; model or settings must differ.").arg(text("which"));
    if (is("same-name"))
        return Texts::tr("Two systems are called '%1'; each needs a name of its own.").arg(text("which"));
    if (is("wrong-pair"))
        return Texts::tr("A pair must be two different systems of the comparison.");
    if (is("pair-twice"))
        return Texts::tr("The pair %1 is there twice.").arg(text("which"));
    if (is("outside"))
        return (rule.argument("above").empty() ? Texts::tr("%1 is out of range; it must be from %2 to %3.").arg(number("value"), number("least"), number("most"))
                                               : Texts::tr("%1 is out of range; it must be above %2 and at most %3.").arg(number("value"), number("above"), number("most")));
    if (is("no-seeds"))
        return Texts::tr("A comparison needs noise seeds of its own.");
    if (is("seed-twice"))
        return Texts::tr("Noise seed %1 is there twice.").arg(text("which"));
    if (is("foreign-seed"))
        return Texts::tr("Noise seed %1 of the common block is none of the comparison's.").arg(text("which"));
    if (is("rater-twice"))
        return Texts::tr("'%1' is there twice.").arg(text("which"));
    if (is("few-seeds"))
        return Texts::tr("Even if every vote agreed, the claim would take %1 noise seeds; these are %2.").arg(text("fewest"), text("seeds"));
    return {};
}

}  // namespace

QString issueText(const Issue& issue, const FieldInfo* field, const Json& value)
{
    if (const QString text = ruleText(issue); !text.isEmpty())
        return text;
    if (issue.severity == Issue::Severity::Error && !field && !issue.path.empty())
        return Texts::tr("'%1' is not a setting.").arg(QString::fromStdString(issue.path));
    if (issue.severity == Issue::Severity::Error && field && !value.is_null()) {
        if (!fits(value, *field))
            return kindText(field->kind);
        const auto kind = field->kind == FieldKind::Integer || field->kind == FieldKind::IntegerList ? NumberField::Kind::Integer : NumberField::Kind::Number;
        if (const auto stray = strayNumber(*field, value))
            return Texts::tr("%1 is out of range; it must be %2.").arg(NumberField::textFromNumber(*stray, kind), rangeText(*field, kind));
    }
    return QString::fromStdString(issue.message);
}

QString issuesText(const Issues& issues)
{
    QStringList lines;
    for (const Issue& issue : issues)
        lines.append(issueText(issue, nullptr, {}));
    return lines.join('\n');
}

}  // namespace potstill
