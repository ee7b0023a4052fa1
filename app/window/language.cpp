#include "app/window/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace potstill {

const QList<Language>& languages()
{
    static const QList<Language> all = {{"en", "English"}, {"de", "Deutsch"}, {"zh_CN", QString::fromUtf8("简体中文")}};
    return all;
}

void applyLanguage(QApplication& app, const QString& code)
{
    initTranslations();
    static const QLocale system = QLocale::system();
    static QTranslator ours, qts;
    for (QTranslator* translator : {&ours, &qts})
        app.removeTranslator(translator);
    const QLocale locale = code.isEmpty() ? system : QLocale(code);
    QLocale::setDefault(locale);
    // English has a file of its own for its plural forms, which also serves where a language is missing.
    if (ours.load(locale, "potstill", "_", ":/i18n") || ours.load(QLocale(QLocale::English), "potstill", "_", ":/i18n"))
        app.installTranslator(&ours);
    if (locale.language() != QLocale::English && qts.load(locale, "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(&qts);
}

}  // namespace potstill
