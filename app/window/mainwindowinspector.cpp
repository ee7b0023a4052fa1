#include "app/pages/comparepage.h"
#include "app/pages/gallerypage.h"
#include "app/pages/recipedifference.h"
#include "app/pages/runtable.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/runsdock.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeWidget>

// The dock on the right: the recipe of an image, the differences of several runs, the figures of one.
namespace potstill {

namespace {

void addValues(QTreeWidget* tree, QTreeWidgetItem* parent, const Json& json)
{
    for (const auto& [key, value] : json.items()) {
        auto* item = new QTreeWidgetItem({recipeFieldName(key), value.is_object() ? QString() : recipeValueText(key, value)});
        item->setToolTip(1, item->text(1));
        parent ? parent->addChild(item) : tree->addTopLevelItem(item);
        if (value.is_object())
            addValues(tree, item, value);
    }
}

}  // namespace

void MainWindow::buildInspector()
{
    m_inspector = new QDockWidget(tr("Inspector"), this);
    m_inspector->setObjectName("inspectorDock");
    m_inspector->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    m_recipe = new QTreeWidget;
    m_recipe->setObjectName("inspector.recipe");
    m_recipe->setAccessibleName(tr("Recipe of the selected image"));
    m_recipe->setAccessibleDescription(tr("A row for each property"));
    m_recipe->setHeaderLabels({tr("Property"), tr("Value")});
    m_recipe->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_recipe->setRootIsDecorated(false);
    m_selectedRuns = new RunTable(nullptr, QStringLiteral("inspector"));
    m_inspectorPages = new QStackedWidget;
    m_inspectorPages->setObjectName("inspector.pages");
    m_nothingSelected = new QLabel(tr("No recipe to show. Click on an image for its recipe, or select runs for their figures and differences."));
    m_nothingSelected->setObjectName("inspector.nothing");
    m_nothingSelected->setProperty("role", "secondary");
    m_nothingSelected->setWordWrap(true);
    m_nothingSelected->setAlignment(Qt::AlignTop);
    m_nothingSelected->setMargin(16);
    for (QWidget* shown : std::initializer_list<QWidget*>{m_nothingSelected, m_recipe, m_selectedRuns})
        m_inspectorPages->addWidget(shown);
    m_inspector->setWidget(m_inspectorPages);
    connect(m_selectedRuns, &RunTable::closeRequested, this, &MainWindow::showSelected);
    connect(m_runs, &RunsDock::selectionChanged, this, &MainWindow::showSelectedRuns);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_inspector->hide();
}

/// "" = of nothing; an image that was made elsewhere has none.
void MainWindow::showRecipe(const QString& json)
{
    m_recipe->clear();
    const Json recipe = Json::parse(json.toStdString(), nullptr, false);
    const bool isThere = recipe.is_object() && !recipe.empty();
    m_inspectorPages->setCurrentWidget(isThere ? static_cast<QWidget*>(m_recipe) : m_nothingSelected);
    if (isThere)
        addValues(m_recipe, nullptr, recipe);
}

/// The recipe of the image that is current on the page in view.
void MainWindow::showSelected()
{
    const Json recipe = page() == Train ? m_train->currentRecipe() : page() == Compare ? m_compare->currentRecipe() : page() == Gallery ? m_gallery->currentRecipe() : Json();
    showRecipe(QString::fromStdString(recipe.dump()));
}

/// Several runs: the settings in which they differ and their figures.
void MainWindow::showSelectedRuns(const QStringList& folders)
{
    if (folders.size() < 2) {
        showSelected();
        if (!folders.isEmpty())
            showFigures(folders.front(), false);
        return;
    }
    QList<NamedModel> runs;
    for (const QString& folder : folders)
        runs.append({folder, m_runs->nameOf(folder)});
    runInBackground<std::vector<RunFacts>>(
        this,
        [runs] {
            std::vector<RunFacts> facts;
            for (const NamedModel& run : runs)
                facts.push_back(readRunFacts(run));
            return facts;
        },
        [this, folders](const std::vector<RunFacts>& facts) {
            if (folders != m_runs->selectedRuns())
                return;
            m_selectedRuns->setRuns(facts);
            m_inspectorPages->setCurrentWidget(m_selectedRuns);
            m_inspector->show();
        });
}

/// The newest evaluation of a run, a number of steps a row; without one the Inspector stays as it is.
void MainWindow::showFigures(const QString& run, bool opensInspector)
{
    runInBackground<std::vector<RunFacts>>(
        this, [model = NamedModel{run, m_runs->nameOf(run)}] { return readEvaluation(model); },
        [this, run, opensInspector, project = m_projectFolder](const std::vector<RunFacts>& columns) {
            if (columns.empty() || project != m_projectFolder || (!opensInspector && m_runs->selectedRuns() != QStringList(run)))
                return;
            m_selectedRuns->setRuns(columns);
            m_inspectorPages->setCurrentWidget(m_selectedRuns);
            if (opensInspector)
                m_inspector->show();
        });
}

}  // namespace potstill
