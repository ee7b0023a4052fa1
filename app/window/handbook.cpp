#include "app/window/handbook.h"

#include "engine/core/resources.h"
#include "engine/gallery/exportoptions.h"
#include "engine/jobs/jobs.h"
#include "widgets/optionform.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

QString valueText(const Json& value)
{
    if (value.is_string())
        return value.get_ref<const std::string&>().empty() ? QStringLiteral("–") : QString::fromStdString(value.get<std::string>());
    if (value.is_boolean())
        return value.get<bool>() ? Handbook::tr("on") : Handbook::tr("off");
    return value.is_array() && value.empty() ? QStringLiteral("–") : QString::fromStdString(value.dump());
}

QString rangeText(const FieldInfo& field)
{
    if (!field.choices.empty()) {
        QStringList names;
        for (const Choice& choice : field.choices)
            names << QStringLiteral("%1 (%2)").arg(QString::fromStdString(choice.value), optionText(choice.label));
        return names.join(QStringLiteral(", "));
    }
    const QLocale locale;
    const QString low = locale.toString(field.min, 'g', 6), high = locale.toString(field.max, 'g', 6);
    if (std::isfinite(field.min) && std::isfinite(field.max))
        return Handbook::tr("%1 to %2").arg(low, high);
    if (std::isfinite(field.min))
        return field.minIsExcluded ? Handbook::tr("above %1").arg(low) : Handbook::tr("at least %1").arg(low);
    return std::isfinite(field.max) ? Handbook::tr("at most %1").arg(high) : QString();
}

void addSection(QString& html, const OptionSchema& section, const QString& path)
{
    if (!section.label.empty())
        html += QStringLiteral("<h2>%1</h2><p>%2</p>").arg(optionText(section.label).toHtmlEscaped(), optionText(section.help).toHtmlEscaped());
    for (const FieldInfo& field : section.fields) {
        const QString key = path + QString::fromStdString(field.key);
        QString title = optionText(field.label.empty() ? field.key : field.label).toHtmlEscaped();
        if (!field.symbol.empty())
            title += QStringLiteral(" (%1)").arg(QString::fromStdString(field.symbol).toHtmlEscaped());
        html += QStringLiteral("<h4>%1</h4><p><code>%2</code>").arg(title, key);
        QStringList facts;
        if (const QString range = rangeText(field); !range.isEmpty())
            facts << range;
        if (!field.unit.empty())
            facts << optionText(field.unit);
        facts << Handbook::tr("default: %1").arg(valueText(field.defaultValue));
        html += QStringLiteral(" · %1<br/>%2").arg(facts.join(QStringLiteral(" · ")).toHtmlEscaped(), optionText(field.help).toHtmlEscaped());
        if (!field.link.empty())
            html += QStringLiteral(" <a href=\"%1\">%2</a>").arg(QString::fromStdString(field.link).toHtmlEscaped(), Handbook::tr("Paper"));
        html += QStringLiteral("</p>");
    }
    for (const OptionSchema& inner : section.sections)
        addSection(html, inner, path + QString::fromStdString(inner.key) + QLatin1Char('.'));
}

/// resources/handbook/LANGUAGE, English where a language has no handbook.
QDir handbookFolder()
{
    const QDir all(QString::fromStdString((resourceFolder() / "handbook").string()));
    const QString name = QLocale().name();
    for (const QString& language : {name, name.section(QLatin1Char('_'), 0, 0)})
        if (all.exists(language))
            return QDir(all.filePath(language));
    return QDir(all.filePath(QStringLiteral("en")));
}

}  // namespace

Handbook::Handbook(QWidget* parent) : QDialog(parent)
{
    setObjectName("handbook");
    setWindowTitle(tr("Handbook"));
    resize(980, 720);
    m_search = new QLineEdit;
    m_search->setObjectName("handbook.search");
    m_search->setPlaceholderText(tr("Search the handbook"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_contents = new QListWidget;
    m_contents->setObjectName("handbook.contents");
    m_contents->setAccessibleName(tr("Pages of the handbook"));
    m_text = new QTextBrowser;
    m_text->setObjectName("handbook.text");
    m_text->setAccessibleName(tr("Text of the page"));
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(24);

    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_contents);
    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 740});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    const QDir folder = handbookFolder();
    for (const QString& file : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile in(folder.filePath(file));
        if (!in.open(QIODevice::ReadOnly))
            continue;
        QTextDocument document;
        document.setMarkdown(QString::fromUtf8(in.readAll()));
        addPage({file.section(QLatin1Char('-'), 1).section(QLatin1Char('.'), 0, 0), document.firstBlock().text(), document.toHtml(), document.toPlainText()});
    }
    addPage({QStringLiteral("settings"), tr("All settings"), settingsReference(), {}});
    addPage({QStringLiteral("exports"), tr("All settings of exports"), exportReference(), {}});
    connect(m_contents, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_text->setHtml(m_list[m_contents->item(row)->data(Qt::UserRole).toInt()].html);
    });
    connect(m_search, &QLineEdit::textChanged, this, &Handbook::filter);
    m_contents->setCurrentRow(0);
}

QString Handbook::settingsReference()
{
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(tr("All settings"), tr("As the forms show them, with the path under which files and the command line know them: --set path=value."));
    addSection(html, runSchema(), {});
    return html;
}

QString Handbook::exportReference()
{
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(tr("All settings of exports"), tr("As the Gallery page shows them, with the name under which files know them; the command line writes --width-mm for "
                                                              "width_mm. Each kind of export uses some of them."));
    addSection(html, ExportOptions::table().schema(), {});
    return html;
}

void Handbook::addPage(Page page)
{
    auto* item = new QListWidgetItem(page.title, m_contents);
    item->setData(Qt::UserRole, int(m_list.size()));
    m_list.append(std::move(page));
}

void Handbook::showPage(const QString& name)
{
    m_search->clear();
    for (int i = 0; i < m_list.size(); ++i)
        if (m_list[i].name == name)
            m_contents->setCurrentRow(i);
}

const QString& Handbook::plainText(int page)
{
    Page& p = m_list[page];
    if (p.plain.isEmpty()) {
        QTextDocument document;
        document.setHtml(p.html);
        p.plain = document.toPlainText();
    }
    return p.plain;
}

/// Leaves the pages that hold every word, and goes to the first place on the page in view.
void Handbook::filter(const QString& words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_contents->count(); ++row) {
        const QString& text = plainText(row);
        const bool isThere = std::all_of(wanted.begin(), wanted.end(), [&](const QString& w) { return text.contains(w, Qt::CaseInsensitive); });
        m_contents->item(row)->setHidden(!isThere);
        if (isThere && first < 0)
            first = row;
    }
    if (m_contents->currentRow() < 0 || m_contents->currentItem()->isHidden())
        m_contents->setCurrentRow(first);
    m_text->moveCursor(QTextCursor::Start);
    if (!wanted.isEmpty())
        m_text->find(wanted.first());
}

}  // namespace potstill
