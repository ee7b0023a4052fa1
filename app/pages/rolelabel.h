#pragma once

#include <QLabel>

namespace potstill {

/// A label that looks as the theme has it for a role: "title", "secondary", "caption", "danger".
inline QLabel* roleLabel(const char* role, const char* objectName, const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setObjectName(objectName);
    label->setProperty("role", role);
    label->setWordWrap(qstrcmp(role, "title") != 0);
    return label;
}

}  // namespace potstill
