#include "app/pages/systemrows.h"

#include "app/pages/checkpointtexts.h"
#include "app/pages/columnpanel.h"
#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "engine/core/resources.h"
#include "engine/jobs/jobs.h"
#include "widgets/icon.h"
#include "widgets/named.h"
#include "widgets/numbertext.h"
#include "widgets/wheelguard.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace potstill {

struct SystemRows::Row {
    QLineEdit* name;
    ModelChoice* model;
    QSpinBox* steps;
    QComboBox *sampler, *correction;
    QDoubleSpinBox* guidance;
    QToolButton* remove;
    bool ema = true, canBeGuided = false;
    QString automaticName;  ///< what it would be called; a name that is another one was given by somebody and stays
    std::vector<QWidget*> widgets() const { return {name, model, steps, sampler, correction, guidance, remove}; }
    PlannedSystem plan() const
    {
        PlannedSystem s{model->model().toStdString(), ema, steps->value(), sampler->currentData().toString().toStdString(), {}, guidance->value()};
        if (correction->currentData().toInt() >= 0)
            s.noiseCorrection = correction->currentData().toInt() == 1;
        return s;
    }
};

SystemRows::SystemRows(QWidget* parent) : QWidget(parent)
{
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 2);
    m_add = new QPushButton(icon("add"), tr("Add a system"));
    m_add->setObjectName("rate.addSystem");
    m_add->setToolTip(tr("Another model that is compared with those above"));
    m_add->setProperty("flat", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_grid);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { addLike(*m_rows.back()); });
}

SystemRows::~SystemRows() = default;

void SystemRows::setRuns(const std::vector<RunSummary>& runs)
{
    m_runs = runs;
    for (const auto& row : m_rows)
        row->model->setRuns(m_runs);
}

void SystemRows::setSystems(const std::vector<PlannedSystem>& plans, const std::vector<ComparedSystem>& systems)
{
    for (const auto& row : m_rows)
        for (QWidget* w : row->widgets())
            delete w;
    m_rows.clear();
    m_isImported = plans.empty();
    for (std::size_t i = 0; i < systems.size(); ++i)
        addRow(m_isImported ? PlannedSystem() : plans.at(i), QString::fromStdString(systems[i].name));
    rebuild();
}

std::vector<PlannedSystem> SystemRows::plans() const
{
    std::vector<PlannedSystem> out;
    if (!m_isImported)
        for (const auto& row : m_rows)
            out.push_back(row->plan());
    return out;
}

std::vector<std::string> SystemRows::names() const
{
    std::vector<std::string> out;
    for (const auto& row : m_rows)
        out.push_back(row->name->text().simplified().toStdString());
    return out;
}

void SystemRows::addLike(const Row& last)
{
    PlannedSystem system = last.plan();
    ++system.steps;
    addRow(system, systemName(system));
    rebuild();
    Q_EMIT edited(nullptr);
}

void SystemRows::addRow(const PlannedSystem& system, const QString& name)
{
    auto row = std::make_unique<Row>();
    row->ema = system.ema;
    row->name = new QLineEdit(name);
    row->model = new ModelChoice(ModelChoice::Kind::All);
    row->model->setMinimumContentsLength(14);
    row->model->setRuns(m_runs);
    row->model->setModel(QString::fromStdString(system.model));
    row->steps = new QSpinBox;
    row->steps->setRange(1, 1000);
    row->steps->setKeyboardTracking(false);
    row->steps->setValue(system.steps);
    row->sampler = new QComboBox;
    row->sampler->addItem(tr("Its own sampler"), QString());
    for (const auto& [text, sampler] : ColumnPanel::samplers())
        row->sampler->addItem(text, sampler);
    row->sampler->setCurrentIndex(std::max(0, row->sampler->findData(QString::fromStdString(system.sampler))));
    row->correction = new QComboBox;
    row->correction->addItem(tr("Correction as stored"), -1);
    row->correction->addItem(tr("Corrected"), 1);
    row->correction->addItem(tr("Not corrected"), 0);
    row->correction->setCurrentIndex(!system.noiseCorrection ? 0 : *system.noiseCorrection ? 1 : 2);
    row->guidance = new QDoubleSpinBox;
    row->guidance->setRange(0, 30);
    row->guidance->setSingleStep(0.5);
    row->guidance->setDecimals(2);
    row->guidance->setPrefix(tr("guidance "));
    row->guidance->setSpecialValueText(tr("not guided"));
    row->guidance->setKeyboardTracking(false);
    row->guidance->setValue(system.guidance);
    row->remove = new QToolButton;
    row->remove->setIcon(icon("remove"));
    for (QWidget* editor : std::initializer_list<QWidget*>{row->model, row->steps, row->sampler, row->correction, row->guidance})
        guardWheel(editor);
    Row* raw = row.get();
    row->automaticName = systemName(system);
    const auto edits = [this, raw](const QWidget* editor) { return [this, raw, editor] { takeEdit(*raw, editor); }; };
    connect(row->name, &QLineEdit::textEdited, this, edits(row->name));
    connect(row->model, &ModelChoice::modelChanged, this, [this, raw] {
        readFacts(*raw);
        takeEdit(*raw, raw->model);
    });
    connect(row->steps, &QSpinBox::valueChanged, this, edits(row->steps));
    connect(row->guidance, &QDoubleSpinBox::valueChanged, this, edits(row->guidance));
    connect(row->sampler, &QComboBox::activated, this, edits(row->sampler));
    connect(row->correction, &QComboBox::activated, this, edits(row->correction));
    connect(row->remove, &QToolButton::clicked, this, [this, raw] {
        for (QWidget* w : raw->widgets())
            w->deleteLater();
        std::erase_if(m_rows, [raw](const auto& r) { return r.get() == raw; });
        rebuild();
        Q_EMIT edited(nullptr);
    });
    m_rows.push_back(std::move(row));
    readFacts(*raw);
}

/// By the place that it has now.
void SystemRows::nameRow(const Row& row, std::size_t place)
{
    const auto part = [place](const char* name) { return QString("rate.system%1.%2").arg(place).arg(name); };
    const QString number = QString::number(place + 1);
    named(row.name, part("name"), tr("Name of system %1").arg(number));
    named(row.model, part("model"), tr("Model of system %1").arg(number));
    named(row.steps, part("steps"), tr("Steps of system %1").arg(number), tr("Steps of a student, network calls of a teacher"));
    named(row.sampler, part("sampler"), tr("Sampler of system %1").arg(number));
    named(row.correction, part("correction"), tr("Noise correction of system %1").arg(number));
    named(row.guidance, part("guidance"), tr("Guidance of system %1").arg(number), tr("Classifier-free guidance scale; twice the network calls"));
    named(row.remove, part("remove"), tr("Leave system %1 out").arg(number));
}

void SystemRows::takeEdit(Row& row, const QWidget* editor)
{
    const QString before = std::exchange(row.automaticName, systemName(row.plan()));
    if (row.name->text() == before)
        row.name->setText(row.automaticName);
    Q_EMIT edited(editor);
}

void SystemRows::readFacts(Row& row)
{
    if (!m_showsAll || m_isImported)
        return;
    runInBackground<bool>(
        this, [model = row.model->model().toStdString(), project = m_project.toStdString()] { return modelFacts(resolveModelPath(model, project)).value("can_be_guided", false); },
        [this, guidance = row.guidance, model = row.model->model()](bool canBeGuided) {
            const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& r) { return r->guidance == guidance && r->model->model() == model; });
            if (at == m_rows.end())
                return;  // the row is gone, or about another model
            (*at)->canBeGuided = canBeGuided;
            if (!canBeGuided)
                guidance->setValue(0);
            rebuild();
        });
}

void SystemRows::showAll(bool all)
{
    m_showsAll = all;
    for (const auto& row : m_rows)
        readFacts(*row);
    rebuild();
}

void SystemRows::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    rebuild();
}

void SystemRows::rebuild()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = *m_rows[i];
        nameRow(row, i);
        const auto widgets = row.widgets();
        for (std::size_t c = 0; c < widgets.size(); ++c)
            m_grid->addWidget(widgets[c], int(i), int(c));
        for (QWidget* w : std::initializer_list<QWidget*>{row.model, row.steps, row.remove})
            w->setVisible(!m_isImported);
        for (QWidget* w : {row.sampler, row.correction})
            w->setVisible(m_showsAll && !m_isImported);
        row.guidance->setVisible(m_showsAll && !m_isImported && (row.canBeGuided || row.guidance->value() > 0));
        row.remove->setEnabled(m_rows.size() > 2 && !m_isReadOnly);
    }
    m_add->setVisible(!m_isImported);
    m_add->setEnabled(m_rows.size() < kMostSystems && !m_isReadOnly);
}

QString SystemRows::systemName(const PlannedSystem& system)
{
    const QString path = QDir::cleanPath(QString::fromStdString(system.model)), run = runOfCheckpoint(path), folder = path.section('/', -1);
    const QString model = run == path ? folder : run.section('/', -1) + '/' + folder;
    const QString name = tr("%1, %n step(s)", nullptr, system.steps).arg(model.startsWith("bundled:") ? model.mid(8) : model);
    return system.guidance > 0 ? tr("%1, guidance %2").arg(name, numberText(system.guidance, 'g', 4)) : name;
}

}  // namespace potstill
