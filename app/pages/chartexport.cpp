#include "app/pages/chartexport.h"

#include "app/pages/chartrecipe.h"
#include "app/pages/chartsizedialog.h"
#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "app/window/settings.h"
#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "widgets/icon.h"

#include <QFileDialog>
#include <QMenu>
#include <QShortcut>

namespace potstill {

ChartExportButton::ChartExportButton(const QString& objectName, const QString& help, QWidget* parent) : QToolButton(parent), m_kinds(new QMenu(this))
{
    setObjectName(objectName);
    setIcon(potstill::icon("export"));
    setAccessibleName(help);
    PageKeys::explain(this, help, "charts.save");
    setPopupMode(InstantPopup);
    m_kinds->setObjectName(objectName + ".menu");
    m_kinds->setAccessibleName(help);
    for (const QString& kind : ChartPaper::kinds())
        m_kinds->addAction(tr("Save as %1…").arg(kind.toUpper()), this, [this, kind] { save(kind); })->setObjectName(objectName + '.' + kind);
    m_kinds->addSeparator();
    m_kinds->addAction(tr("Size on paper…"), this, [this] { ChartSizeDialog::open(window()); })->setObjectName(objectName + ".size");
    setMenu(m_kinds);
    askFile = [this](const QString& suggestion, const QString& filter) { return QFileDialog::getSaveFileName(this, tr("Save the chart"), suggestion, filter); };
}

void ChartExportButton::add(QWidget* chart, Source source)
{
    m_sources[chart] = std::move(source);
    if (!m_current)
        m_current = chart;
    chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chart, &QWidget::customContextMenuRequested, this, [this, chart](const QPoint& at) { openMenu(chart, chart->mapToGlobal(at)); });
    auto* shortcut = new QShortcut(chart);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    PageKeys::bind(shortcut, "charts.save");
    connect(shortcut, &QShortcut::activated, this, [this, chart] { openMenu(chart, chart->mapToGlobal(chart->rect().center())); });
}

void ChartExportButton::openMenu(QWidget* chart, const QPoint& globalPos)
{
    m_current = chart;
    m_kinds->popup(globalPos);
}

void ChartExportButton::save(const QString& kind)
{
    const auto source = m_sources.find(m_current);
    const QString file = source != m_sources.end() ? askFile(m_current->objectName().section('.', -1) + '.' + kind, QString("*.%1").arg(kind)) : QString();
    if (file.isEmpty())
        return;
    const PaperSize size = Settings().chartSize();
    ChartPaper paper = source->second(size.layout());
    paper.widthMm = size.widthMm;
    if (const QStringList folders = runs ? runs() : QStringList(); !folders.isEmpty())
        paper.texts = [title = m_current->accessibleName(), folders] { return chartRecipe(title, folders); };
    runInBackground<bool>(
        this,
        [paper, kind, file] {
            const QByteArray content = paper.contentOf(kind);
            if (content.isEmpty())
                throw Error(ErrorCode::OutOfMemory, tr("There is no memory for a picture of this size; choose a smaller one, SVG or PDF.").toStdString());
            writeFileAtomically(file.toStdString(), content.toStdString());
            return true;
        },
        [](bool) {}, [this](const QString& m) { Q_EMIT problem(m); });
}

}  // namespace potstill
