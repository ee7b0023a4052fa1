#include "app/pages/columnpanel.h"
#include "app/pages/comparebar.h"
#include "app/pages/comparepage.h"
#include "app/pages/recipedifference.h"
#include "app/pages/runtable.h"
#include "app/pages/sampletableview.h"
#include "app/pages/trajectoryview.h"
#include "app/session/background.h"
#include "app/window/pagekeys.h"
#include "engine/io/runfolder.h"
#include "widgets/icon.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/progressline.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMetaMethod>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <numeric>

// What a person does on the Compare page: menus, keys, selection, the pane below, saving.
namespace potstill {

void ComparePage::buildMenu()
{
    QMenu* menu = m_bar->moreMenu();
    const auto add = [&](const char* objectName, const char* iconName, const QString& text, auto&& slot, const char* keys = nullptr) {
        QAction* action = menu->addAction(icon(iconName), text, this, slot);
        action->setObjectName(objectName);
        PageKeys::bind(action, keys ? keys : objectName);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_showsTeacher = add("compare.teacher", "teacher", tr("Show the teacher"), [] {});
    m_showsTeacher->setCheckable(true);
    // Its steps are set in its own column, and come back with it.
    connect(m_showsTeacher, &QAction::triggered, this, [this](bool on) { setTeacherSteps(on ? m_hiddenTeacherSteps : 0); });
    QAction* transpose = add("compare.transpose", "swap", tr("Exchange rows and columns"), [this] {});
    transpose->setCheckable(true);
    connect(transpose, &QAction::toggled, m_view, &SampleTableView::setTransposed);
    connect(transpose, &QAction::toggled, this, &ComparePage::noteChange);
    add("compare.runs", "configure", tr("Runs as a table"), [this] { showRuns(); });
    add("compare.follow", "still", tr("Trajectory of the image"), [this] { followCurrent(); });
    add("compare.settings", "settings", tr("Settings of the column"), [this] {
        openColumn(currentColumn(), m_grid->viewport()->mapToGlobal(m_grid->cellRect(std::max(0, m_grid->currentRow()), std::max(0, m_grid->currentColumn())).topLeft().toPoint()));
    });
    menu->addSeparator();
    add("compare.seedsNext", "chevron-right", tr("The next noises"), [this] { m_bar->walkSeeds(1); });
    add("compare.seedsPrevious", "chevron-left", tr("Noises before these"), [this] { m_bar->walkSeeds(-1); });
    // The pane below answers to the same keys as when it has the focus.
    const QStringList modes = {"compare.sideBySide", "compare.wipe", "compare.flip", "compare.difference"};
    for (int mode = 0; mode < modes.size(); ++mode) {
        auto* shortcut = new QShortcut(this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        PageKeys::bind(shortcut, modes[mode]);
        connect(shortcut, &QShortcut::activated, this, [this, mode] {
            if (m_below->isVisible() && m_below->currentWidget() != m_runTable)
                m_below->currentWidget()->findChild<ImageCompare*>()->setMode(ImageCompare::Mode(mode));
        });
    }
    PageKeys::follow(this, [this, modes] {
        QStringList keys;
        for (const QString& mode : modes)
            keys.append(PageKeys::textOf(PageKeys::keysOf(mode)));
        for (ImageCompare* view : findChildren<ImageCompare*>())
            view->setModeKeys(keys);
    });
    menu->addSeparator();
    QAction* keeps = add(
        "compare.keep", "gallery", tr("Add the image to the gallery"), [this] { keepSelected(); }, "images.keep");
    QAction* keepsNoise = add(
        "compare.keepNoise", "gallery", tr("Add all images of this noise"), [this] { keepNoise(); }, "images.keepNoise");
    connect(menu, &QMenu::aboutToShow, this, [this, keeps, keepsNoise] {
        for (QAction* action : {keeps, keepsNoise})
            action->setVisible(hasGallery());
    });
    add("compare.export", "export", tr("Save images…"), [this] { exportImages(); });
}

void ComparePage::connectBar()
{
    connect(m_bar, &CompareBar::pivotChosen, this, &ComparePage::setPivot);
    connect(m_bar, &CompareBar::modelChosen, this, [this](const QString& path) {
        if (m_plan.pivot == ComparePlan::Pivot::Checkpoints) {
            m_plan.model = path;
            m_plan.student.times.clear();
            m_isTouched = true;
            m_facts.remove(path);
            m_factsFailed.remove(path);
            listModels();
        } else {
            showModel(path);
        }
    });
    connect(m_bar, &CompareBar::modelsChosen, this, [this](const QList<NamedModel>& models) {
        (m_plan.pivot == ComparePlan::Pivot::Runs ? m_plan.runs : m_plan.checkpoints) = models;
        m_isTouched = true;
        m_delay.start();
    });
    connect(m_bar, &CompareBar::rowsChanged, this, [this] {
        m_isTouched = true;
        m_delay.start();
    });
    connect(m_bar, &CompareBar::zoomChosen, m_grid, &ImageGrid::setZoom);
    connect(m_grid, &ImageGrid::zoomChanged, this, [this] {
        m_bar->setZoom(m_grid->zoom());
        noteChange();
    });
    connect(m_bar, &CompareBar::columnSettingsRequested, this, [this](const QPoint& pos) { openColumn(currentColumn(), pos); });
}

void ComparePage::setTeacherSteps(int steps)
{
    if (steps == m_plan.teacher.steps)
        return;
    if (steps == 0)
        m_hiddenTeacherSteps = m_plan.teacher.steps;
    m_plan.teacher.steps = steps;
    m_isTouched = true;
    showPlan();
    m_delay.start();
}

void ComparePage::connectGrid()
{
    connect(m_grid, &ImageGrid::selectionChanged, this, &ComparePage::showSelection);
    connect(m_grid, &ImageGrid::cellActivated, this, [this](int row, int column) {
        QList<QPoint> cells = m_grid->selectedCells();
        if (cells.contains(QPoint(column, row)))
            return;
        while (cells.size() > 1)
            cells.removeFirst();
        m_grid->setSelectedCells(cells << QPoint(column, row));
    });
    connect(m_grid, &ImageGrid::cellSelected, this, [this] { Q_EMIT recipeChanged(QString::fromStdString(currentRecipe().dump())); });
    connect(m_grid, &ImageGrid::columnMenuRequested, this, [this](int column, const QPoint& pos) { openColumn(m_view->isTransposed() ? currentColumn() : column, pos); });
    connect(m_grid, &ImageGrid::contextMenuRequested, this, &ComparePage::cellMenu);
    connect(m_compare, &ImageCompare::closeRequested, this, [this] { m_grid->clearSelection(); });
    connect(m_trajectory, &TrajectoryView::closeRequested, this, [this] {
        m_following.cancel();
        showBelow(Below::Nothing);
        m_grid->setFocus();
    });
    connect(m_runTable, &RunTable::closeRequested, this, [this] { showBelow(Below::Nothing); });
    connect(m_trajectory, &TrajectoryView::exportRequested, this, &ComparePage::exportTrajectory);
}

void ComparePage::connectPanel()
{
    connect(m_panel, &ColumnPanel::changed, this, [this](const SampleColumn& column) {
        const bool isOtherModel =
            m_plan.pivot == ComparePlan::Pivot::Own && std::size_t(m_panelColumn) < m_plan.own.size() && m_plan.own[std::size_t(m_panelColumn)].model != column.model;
        m_plan.setColumn(std::size_t(m_panelColumn), column);
        showPlan();
        if (isOtherModel)
            needFacts(QString::fromStdString(column.model.string()));
        else
            m_delay.start();
    });
    connect(m_panel, &ColumnPanel::stepsChosen, this, [this](const QList<int>& steps) {
        if (m_plan.pivot == ComparePlan::Pivot::Ladder) {
            m_plan.ladder = steps;
            m_panelColumn = std::min(m_panelColumn, int(steps.size()) - 1);  // still one of the student's
        } else {
            m_plan.steps = steps.back();
        }
        showColumn();
        m_delay.start();
    });
    connect(m_panel, &ColumnPanel::aloneRequested, this, [this] {
        m_plan.makeOwn();
        showPlan();
        takeFacts();
    });
    connect(m_panel, &ColumnPanel::duplicateRequested, this, [this] {
        const auto at = m_plan.own.begin() + m_panelColumn;
        m_plan.own.insert(at + 1, *at);
        ++m_panelColumn;
        takeFacts();
    });
    connect(m_panel, &ColumnPanel::removeRequested, this, [this] {
        if (m_plan.own.size() < 2)
            return;
        m_plan.own.erase(m_plan.own.begin() + m_panelColumn);
        m_panelColumn = std::min(m_panelColumn, int(m_plan.own.size()) - 1);
        takeFacts();
    });
}

void ComparePage::connectSampling()
{
    connect(&m_sampling, &SamplingSession::progressed, this, &ComparePage::takeNews);
    connect(&m_sampling, &SamplingSession::sampled, this, &ComparePage::takeTable);
    connect(&m_sampling, &SamplingSession::failed, this, [this](const QString& message) {
        m_view->end();
        m_status->setText(message);
        Q_EMIT problem(message);
    });
    connect(&m_sampling, &SamplingSession::busyChanged, this, [this](bool busy) {
        m_progress->setVisible(busy);
        m_stop->setVisible(busy);
        m_progress->setProgress(-1);
        m_saved->setVisible(!busy);
        if (busy)
            m_status->setText(tr("Sampling…"));
    });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_sampling.cancel();
        m_view->end();
        m_status->setText(tr("Stopped. What was ready stays."));
    });
    connect(&m_following, &SamplingSession::followed, this, [this](const Trajectory& t) { m_trajectory->setTrajectory(t); });
    connect(&m_following, &SamplingSession::failed, m_trajectory, &TrajectoryView::setFailure);
}

int ComparePage::currentColumn() const
{
    const int at = currentCell();
    return at < 0 ? 0 : at % int(m_view->columnCount());
}

int ComparePage::currentCell() const { return m_view->indexAt(m_grid->currentRow(), m_grid->currentColumn()); }

Json ComparePage::currentRecipe() const
{
    const int at = m_grid->isVisibleTo(this) ? currentCell() : -1;
    return at >= 0 ? table().cells[std::size_t(at)].recipe : Json();
}

void ComparePage::openColumn(int column, const QPoint& globalPos)
{
    if (std::size_t(column) >= m_plan.columns().size())
        return;
    m_panelColumn = column;
    showColumn();  // before its model is open; a change would reach another column otherwise
    needFacts(factsPath(m_plan.columns()[std::size_t(column)]));
    m_panel->openAt(globalPos);
}

void ComparePage::showBelow(Below what)
{
    m_below->setVisible(what != Below::Nothing);
    if (what != Below::Nothing)
        m_below->setCurrentIndex(int(what) - 1);
}

void ComparePage::showSelection()
{
    const QList<int> cells = m_view->selected();
    const bool isPair = cells.size() == 2;
    const bool isStrip = m_below->isVisibleTo(this) && m_below->currentWidget() == m_strip;
    if (!isPair) {
        if (isStrip)
            showBelow(Below::Nothing);
        return;
    }
    const auto image = [&](int at) { return table().cells[std::size_t(at)].image; };
    m_compare->setImages(image(cells[0]), m_view->nameOf(std::size_t(cells[0])), image(cells[1]), m_view->nameOf(std::size_t(cells[1])));
    m_difference->setRecipes(table().cells[std::size_t(cells[0])].recipe, table().cells[std::size_t(cells[1])].recipe);
    showBelow(Below::Strip);
}

void ComparePage::followCurrent()
{
    const int at = currentCell();
    if (at < 0 || std::size_t(at) % m_view->columnCount() >= m_askedColumns.size() || table().cells[std::size_t(at)].image.isEmpty())
        return;
    const Json& recipe = table().cells[std::size_t(at)].recipe;
    m_trajectory->setPending(m_view->nameOf(std::size_t(at)));
    showBelow(Below::Trajectory);
    m_trajectory->setFocus();
    m_following.follow(m_askedColumns[std::size_t(at) % m_view->columnCount()], recipe.value("noise_seed", std::uint64_t(0)), recipe.value("seed", std::uint64_t(0)),
                       recipe.value("class", std::int64_t(-1)));
}

void ComparePage::showRuns()
{
    if (m_below->isVisibleTo(this) && m_below->currentWidget() == m_runTable) {
        showBelow(Below::Nothing);
        return;
    }
    runInBackground<std::vector<RunFacts>>(
        this,
        [runs = m_plan.runs] {
            std::vector<RunFacts> facts;
            for (const NamedModel& run : runs)
                facts.push_back(readRunFacts(run));
            return facts;
        },
        [this](const std::vector<RunFacts>& facts) {
            m_runTable->setRuns(facts);
            showBelow(Below::Runs);
        });
}

void ComparePage::cellMenu(int row, int column, const QPoint& globalPos)
{
    const int at = m_view->indexAt(row, column);
    if (at < 0)
        return;
    const std::size_t width = m_view->columnCount(), noise = std::size_t(at) / width, of = std::size_t(at) % width;
    auto* menu = new QMenu(this);
    menu->setObjectName("compare.cellMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_view, &SampleTableView::begun, menu, &QMenu::close);  // what it was opened for is gone
    menu->addAction(icon("still"), tr("Trajectory of the image"), this, &ComparePage::followCurrent);
    menu->addAction(icon("settings"), tr("Settings of the column"), this, [this, of, globalPos] { openColumn(int(of), globalPos); });
    if (hasGallery()) {
        menu->addSeparator();
        menu->addAction(icon("gallery"), tr("Add the image to the gallery"), this, [this, at] { keep(takeCells(GroupKind::None, {std::size_t(at)})); });
        menu->addAction(tr("Add all images of this noise"), this, [this, noise] { keep(takeRow(noise)); });
        menu->addAction(tr("Add all images of this column"), this, [this, of, width] {
            std::vector<std::size_t> cells;
            for (std::size_t i = of; i < table().cells.size(); i += width)
                cells.push_back(i);
            keep(takeCells(GroupKind::None, cells));
        });
        menu->addAction(tr("Add all images"), this, [this] {
            std::vector<GalleryItem> all;
            for (std::size_t row = 0; row < table().rows.size(); ++row)
                for (GalleryItem& item : takeRow(row))
                    all.push_back(std::move(item));
            keep(all);
        });
    }
    menu->popup(globalPos);
}

bool ComparePage::hasGallery() const { return isSignalConnected(QMetaMethod::fromSignal(&ComparePage::addToGallery)); }

std::vector<GalleryItem> ComparePage::takeCells(GroupKind kind, const std::vector<std::size_t>& cells)
{
    const std::string group = kind == GroupKind::None ? std::string() : newUuid();
    std::vector<GalleryItem> out;
    for (std::size_t at : cells)
        if (const SampleCell& cell = table().cells[at]; !cell.image.isEmpty()) {
            out.push_back({{},
                           {},
                           {},
                           cell.recipe,
                           kind,
                           group,
                           table().rows[at / m_view->columnCount()],
                           table().columns[at % m_view->columnCount()],
                           {},
                           std::make_shared<const Image>(cell.image)});
            m_view->mark(at);
        }
    return out;
}

std::vector<GalleryItem> ComparePage::takeRow(std::size_t row)
{
    std::vector<std::size_t> cells(m_view->columnCount());
    std::iota(cells.begin(), cells.end(), row * cells.size());
    return takeCells(m_plan.pivot == ComparePlan::Pivot::Ladder ? GroupKind::Ladder : GroupKind::Row, cells);
}

void ComparePage::keepSelected()
{
    if (!hasGallery())
        return;
    if (m_trajectory->isVisible() && m_trajectory->isAncestorOf(QApplication::focusWidget())) {
        keep(trajectoryItems(m_trajectory->trajectory(), m_trajectory->name()));
        return;
    }
    std::vector<std::size_t> cells;
    for (int at : m_view->selected())
        cells.push_back(std::size_t(at));
    if (cells.empty() && currentCell() >= 0)
        cells.push_back(std::size_t(currentCell()));
    keep(takeCells(GroupKind::None, cells));
}

void ComparePage::keepNoise()
{
    if (hasGallery() && currentCell() >= 0)
        keep(takeRow(std::size_t(currentCell()) / m_view->columnCount()));
}

void ComparePage::keep(const std::vector<GalleryItem>& items)
{
    if (items.empty()) {
        m_status->setText(tr("This image is not there yet."));
        return;
    }
    Q_EMIT addToGallery(items);
    m_status->setText(items.size() == 1 ? tr("The image is in the gallery now.") : tr("%1 images are in the gallery now.").arg(items.size()));
}

void ComparePage::inBackground(std::function<void()> work, const QString& done)
{
    runInBackground<bool>(
        this,
        [work = std::move(work)] {
            work();
            return true;
        },
        [this, done](bool) { m_status->setText(done); },
        [this](const QString& message) {
            m_status->setText(message);
            Q_EMIT problem(message);
        });
}

void ComparePage::exportImages()
{
    if (table().cells.empty())
        return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the images"));
    if (!folder.isEmpty())
        inBackground([table = m_view->arranged(), folder = folder.toStdString()] { writeSamples(table, folder); }, tr("Saved in %1").arg(folder));
}

void ComparePage::exportTrajectory(const QString& ending)
{
    const QString target = ending.isEmpty() ? QFileDialog::getExistingDirectory(this, tr("Folder for the images"))
                                            : QFileDialog::getSaveFileName(this, tr("File of the animation"), "trajectory." + ending, "*." + ending);
    if (!target.isEmpty())
        inBackground([trajectory = m_trajectory->trajectory(), target, ending] { saveTrajectory(trajectory, target, ending); }, tr("Saved in %1").arg(target));
}

}  // namespace potstill
