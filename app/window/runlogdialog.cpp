#include "app/window/runlogdialog.h"

#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "engine/io/runlog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace potstill {

RunLogDialog::RunLogDialog(const QString& runFolder, const QString& name, QWidget* parent) : QDialog(parent)
{
    setObjectName("runLog");
    setWindowTitle(tr("Log of %1").arg(name));
    auto* text = new QPlainTextEdit;
    text->setObjectName("runLog.text");
    text->setAccessibleName(windowTitle());
    text->setReadOnly(true);
    text->setPlaceholderText(tr("This run wrote nothing."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(820, 420);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    runInBackground<std::vector<LogLine>>(
        this, [folder = runFolder.toStdString()] { return readLog(folder); },
        [text](const std::vector<LogLine>& lines) {
            QStringList shown;
            for (const LogLine& line : lines) {
                const QString said = WarningTexts::sentenceOfLine(QString::fromStdString(line.text));
                const QString when = QLocale().toString(QDateTime::fromString(QString::fromStdString(line.utc), Qt::ISODate).toLocalTime(), QLocale::ShortFormat);
                shown.append(when + "   " + (line.level == LogLevel::Info ? said : line.level == LogLevel::Warning ? tr("Warning: %1").arg(said) : tr("Error: %1").arg(said)));
            }
            text->setPlainText(shown.join('\n'));
            text->moveCursor(QTextCursor::End);
        });
}

}  // namespace potstill
