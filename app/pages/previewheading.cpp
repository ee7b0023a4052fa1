#include "app/pages/previewheading.h"

#include <QRegularExpression>

#include <utility>

namespace potstill {

PreviewHeading previewHeading(const QString& english)
{
    using Kind = PreviewHeading::Kind;
    static const std::pair<Kind, QRegularExpression> patterns[] = {
        {Kind::Steps, QRegularExpression("^(\\d+) steps?$")},
        {Kind::Teacher, QRegularExpression("^teacher (\\d+) steps$")},
        {Kind::TeacherCalls, QRegularExpression("^teacher (\\d+) NFE$")},
        {Kind::Calls, QRegularExpression("^(\\d+) NFE$")},
        {Kind::Input, QRegularExpression("^input, t = (.+)$")},
        {Kind::Student, QRegularExpression("^student$")},
        {Kind::Judged, QRegularExpression("^student, (\\d+) % real$")},
        {Kind::Answer, QRegularExpression("^teacher's answer$")},
    };
    for (const auto& [kind, pattern] : patterns)
        if (const auto match = pattern.match(english); match.hasMatch())
            return {kind, match.captured(1)};
    return {};
}

}  // namespace potstill
