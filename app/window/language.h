#pragma once

#include <QList>
#include <QString>

class QApplication;

namespace potstill {

struct Language {
    QString code;  ///< "en", "de", "zh_CN"
    QString name;  ///< in its own words
};

const QList<Language>& languages();
/// Puts the texts of a language in force ("" = the system's, English where that is not there). Windows made afterwards speak it.
void applyLanguage(QApplication& app, const QString& code);

}  // namespace potstill
