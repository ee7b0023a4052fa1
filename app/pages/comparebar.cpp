#include "app/pages/comparebar.h"

#include "app/window/modelchoice.h"
#include "app/window/pagekeys.h"
#include "widgets/flowlayout.h"
#include "widgets/icon.h"
#include "widgets/named.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

namespace potstill {

namespace {

QSpinBox* spin(const char* objectName, const QString& name, const QString& prefix, const QString& help, int low, int high, int value)
{
    auto* box = named(new QSpinBox, objectName, name, help);
    box->setPrefix(prefix);
    box->setRange(low, high);
    box->setValue(value);
    box->setKeyboardTracking(false);
    return box;
}

QToolButton* button(const char* objectName, const QString& iconName, const QString& name, const QString& help)
{
    auto* b = named(new QToolButton, objectName, name, help);
    b->setIcon(icon(iconName));
    return b;
}

}  // namespace

CompareBar::CompareBar(QWidget* parent) : QWidget(parent)
{
    setObjectName("compare.bar");
    m_pivotBox = new QComboBox;
    m_pivotBox->setObjectName("compare.pivot");
    m_pivotBox->setAccessibleName(tr("Columns"));
    m_pivotBox->setToolTip(tr("What stands in the columns"));
    m_pivotBox->addItem(tr("Ladder"), int(ComparePlan::Pivot::Ladder));
    m_pivotBox->addItem(tr("Runs"), int(ComparePlan::Pivot::Runs));
    m_pivotBox->addItem(tr("Checkpoints"), int(ComparePlan::Pivot::Checkpoints));
    m_pivotBox->addItem(tr("Own columns"), int(ComparePlan::Pivot::Own));
    m_model = new ModelChoice(ModelChoice::Kind::All);
    m_model->setObjectName("compare.model");
    m_model->setAccessibleName(tr("Model"));
    m_model->setToolTip(tr("The student or teacher whose samples are shown"));
    m_model->setMinimumContentsLength(16);
    m_model->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_model->setMaximumWidth(340);
    buildModelMenu();
    m_back = button("compare.seedsBack", "chevron-left", tr("Noises before these"), QString());
    m_firstSeed = spin("compare.firstSeed", tr("First noise"), tr("Noise "), tr("Number of the noise of the first row"), 0, 1'000'000, 0);
    m_forward = button("compare.seedsForward", "chevron-right", tr("The next noises"), QString());
    PageKeys::explain(m_back, m_back->accessibleName(), "compare.seedsPrevious");
    PageKeys::explain(m_forward, m_forward->accessibleName(), "compare.seedsNext");
    m_rows = spin("compare.rows", tr("Rows"), tr("Rows "), tr("Number of noises"), 1, 1000, 8);
    m_class = new QComboBox;
    m_class->setObjectName("compare.class");
    m_class->setAccessibleName(tr("Class"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_class->setToolTip(tr("One class for every row, or all of them in turn"));
    m_zoom = new QComboBox;
    m_zoom->setObjectName("compare.zoom");
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_zoom->setMinimumContentsLength(int(tr("Fit").size()));
    m_zoom->setToolTip(tr("Screen pixels of an image pixel  (+, -, 0 fits)"));
    m_zoom->addItem(tr("Fit"), 0);
    for (int z : {1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32})
        m_zoom->addItem(tr("%1 ×").arg(z), z);
    m_column = button("compare.columnSettings", "settings", tr("Settings of the column"), {});
    PageKeys::explain(m_column, tr("Steps, sampler, guidance, noise correction, times of the current column; a click on its heading opens them too"), "compare.settings");
    m_more = button("compare.more", "more", tr("More"), tr("The teacher, transpose, save, runs as a table"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_moreMenu = new QMenu(this);
    m_more->setMenu(m_moreMenu);

    // Two lines where the window is narrow; what belongs together stays in one.
    auto* line = new FlowLayout(this);
    QHBoxLayout* columns = line->addGroup({m_pivotBox, m_model, m_models});
    columns->setStretchFactor(m_model, 1);
    columns->addStretch(0);
    line->addGroup({m_back, m_firstSeed, m_forward, m_rows});
    line->addGroup({m_class});
    line->addGroup({m_zoom, m_column, m_more});

    connect(m_pivotBox, &QComboBox::activated, this, [this] { Q_EMIT pivotChosen(ComparePlan::Pivot(m_pivotBox->currentData().toInt())); });
    connect(m_model, &ModelChoice::modelChanged, this, &CompareBar::modelChosen);
    connect(m_back, &QToolButton::clicked, this, [this] { walkSeeds(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { walkSeeds(1); });
    for (QSpinBox* box : {m_firstSeed, m_rows})
        connect(box, &QSpinBox::valueChanged, this, &CompareBar::rowsChanged);
    connect(m_class, &QComboBox::activated, this, &CompareBar::rowsChanged);
    connect(m_zoom, &QComboBox::activated, this, [this] { Q_EMIT zoomChosen(m_zoom->currentData().toInt()); });
    connect(m_column, &QToolButton::clicked, this, [this] { Q_EMIT columnSettingsRequested(m_column->mapToGlobal(QPoint(m_column->width() - 380, m_column->height() + 4))); });
}

void CompareBar::buildModelMenu()
{
    m_models = new QToolButton;
    m_models->setObjectName("compare.models");
    m_models->setPopupMode(QToolButton::InstantPopup);
    m_models->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_models->setIcon(icon("filter"));
    m_modelList = new QListWidget;
    m_modelList->setObjectName("compare.modelList");
    m_modelList->setAccessibleName(tr("Models in the columns"));
    m_modelList->setAccessibleDescription(tr("Each ticked model is a column"));
    m_modelList->setMinimumWidth(320);
    auto* menu = new QMenu(m_models);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(m_modelList);
    menu->addAction(action);
    m_models->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, m_modelList, [this] { m_modelList->setFocus(); });
    connect(m_modelList, &QListWidget::itemChanged, this, &CompareBar::takeModels);
}

void CompareBar::setRuns(const std::vector<RunSummary>& runs) { m_model->setRuns(runs); }

void CompareBar::showPlan(const ComparePlan& plan, const QList<NamedModel>& offered)
{
    using Pivot = ComparePlan::Pivot;
    m_isFilling = true;
    m_pivotBox->setCurrentIndex(m_pivotBox->findData(int(plan.pivot)));
    if (m_model->model() != plan.model)
        m_model->setModel(plan.model);
    m_model->setVisible(plan.pivot == Pivot::Ladder || plan.pivot == Pivot::Checkpoints);
    const bool isList = plan.pivot == Pivot::Runs || plan.pivot == Pivot::Checkpoints;
    const QList<NamedModel>& chosen = plan.pivot == Pivot::Runs ? plan.runs : plan.checkpoints;
    m_models->setVisible(isList);
    const QString text = tr("%1 of %2").arg(chosen.size()).arg(offered.size());
    m_models->setText(text);
    m_models->setAccessibleName(tr("Models in the columns"));
    m_models->setToolTip(plan.pivot == Pivot::Runs ? tr("Choose the runs") : tr("Choose the checkpoints"));
    showModels(isList ? offered : QList<NamedModel>(), chosen);
    m_isFilling = false;
}

void CompareBar::showModels(const QList<NamedModel>& offered, const QList<NamedModel>& chosen)
{
    QList<NamedModel> shown;
    for (int i = 0; i < m_modelList->count(); ++i)
        shown.append({m_modelList->item(i)->data(Qt::UserRole).toString(), m_modelList->item(i)->text()});
    // Somebody may have the list open: rows that are right stay.
    if (shown != offered) {
        m_modelList->clear();
        for (const NamedModel& m : offered) {
            auto* item = new QListWidgetItem(m.name, m_modelList);
            item->setData(Qt::UserRole, m.path);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        }
    }
    for (int i = 0; i < m_modelList->count(); ++i)
        m_modelList->item(i)->setCheckState(chosen.contains(offered[i]) ? Qt::Checked : Qt::Unchecked);
}

void CompareBar::setClasses(const QStringList& names)
{
    if (names == m_classes && m_class->count() > 0)
        return;
    const std::int64_t before = chosenClass();
    m_classes = names;
    m_class->clear();
    m_class->addItem(names.isEmpty() ? tr("No classes") : tr("All classes"), -1);
    for (qsizetype i = 0; i < names.size(); ++i)
        m_class->addItem(names[i], int(i));
    m_class->setEnabled(!names.isEmpty());
    m_class->setCurrentIndex(before < names.size() ? int(before) + 1 : 0);
}

void CompareBar::setZoom(int zoom) { m_zoom->setCurrentIndex(std::max(0, m_zoom->findData(zoom))); }

void CompareBar::restoreRows(int firstNoise, int rows, std::int64_t chosenClass)
{
    const QSignalBlocker first(m_firstSeed), number(m_rows);
    m_firstSeed->setValue(firstNoise);
    m_rows->setValue(rows);
    m_class->clear();
    m_classToCome = chosenClass;
}

int CompareBar::firstNoise() const { return m_firstSeed->value(); }
int CompareBar::rows() const { return m_rows->value(); }

std::vector<std::uint64_t> CompareBar::seeds() const
{
    std::vector<std::uint64_t> out;
    for (int i = 0; i < m_rows->value(); ++i)
        out.push_back(std::uint64_t(m_firstSeed->value() + i));
    return out;
}

std::int64_t CompareBar::chosenClass() const
{
    if (m_class->count() == 0)
        return m_classToCome;
    return m_class->currentIndex() > 0 ? m_class->currentData().toLongLong() : -1;
}

void CompareBar::walkSeeds(int direction) { m_firstSeed->setValue(std::max(0, m_firstSeed->value() + direction * m_rows->value())); }

void CompareBar::takeModels()
{
    if (m_isFilling)
        return;
    QList<NamedModel> chosen;
    for (int i = 0; i < m_modelList->count(); ++i)
        if (const QListWidgetItem* item = m_modelList->item(i); item->checkState() == Qt::Checked)
            chosen.append({item->data(Qt::UserRole).toString(), item->text()});
    m_models->setText(tr("%1 of %2").arg(chosen.size()).arg(m_modelList->count()));
    Q_EMIT modelsChosen(chosen);
}

}  // namespace potstill
