#include "app/pages/columnpanel.h"

#include "app/pages/checkpointtexts.h"
#include "app/pages/columntimes.h"
#include "app/pages/compareplan.h"
#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "widgets/icon.h"
#include "widgets/named.h"
#include "widgets/stylepainting.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

constexpr int kMostSteps = 1000;

/// What a box says; what it only rounds stays as it was.
double valueOf(const QDoubleSpinBox* box, double before) { return std::abs(box->value() - before) < 0.5 * std::pow(10, -box->decimals()) ? before : box->value(); }

}  // namespace

ColumnPanel::ColumnPanel(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setObjectName("compare.columnPanel");
    setAccessibleName(tr("Settings of the column"));
    build();
    connect(m_model, &ModelChoice::modelChanged, this, [this](const QString& path) { takeModel(path); });
    connect(m_checkpoint, &QComboBox::activated, this, [this] { takeModel(m_checkpoint->currentData().toString()); });
    for (QComboBox* box : {m_weights, m_sampler})
        connect(box, &QComboBox::activated, this, &ColumnPanel::takeControls);
    connect(m_steps, &QSpinBox::valueChanged, this, &ColumnPanel::takeControls);
    connect(m_stepsOfAll, &QLineEdit::editingFinished, this, &ColumnPanel::takeSteps);
    for (QDoubleSpinBox* box : {m_guidance, m_eta, m_churn})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ColumnPanel::takeControls);
    connect(m_correction, &QCheckBox::clicked, this, &ColumnPanel::takeControls);
    connect(m_times, &ColumnTimes::changed, this, [this](const std::vector<double>& times) {
        m_column.times = times;
        adjustSize();
        Q_EMIT changed(m_column);
    });
    connect(m_times, &ColumnTimes::refused, this, &QWidget::adjustSize);
    connect(m_alone, &QPushButton::clicked, this, &ColumnPanel::aloneRequested);
    connect(m_duplicate, &QPushButton::clicked, this, &ColumnPanel::duplicateRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT removeRequested();
    });
}

void ColumnPanel::build()
{
    m_title = new QLabel;
    m_title->setObjectName("compare.columnTitle");
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_model = named(new ModelChoice(ModelChoice::Kind::All), "compare.columnModel", tr("Model of the column"));
    m_checkpoint = named(new QComboBox, "compare.columnCheckpoint", tr("Checkpoint"), tr("A point of the run's training"));
    m_steps = named(new QSpinBox, "compare.columnSteps", tr("Steps"));
    m_steps->setRange(1, kMostSteps);
    m_stepsOfAll = named(new QLineEdit, "compare.steps", tr("Steps of the columns"));
    m_weights = named(new QComboBox, "compare.weights", tr("Weights"), tr("Averaged weights are what is exported; raw weights are those of the last step"));
    m_weights->addItem(tr("Averaged"), true);
    m_weights->addItem(tr("Raw"), false);
    m_sampler = named(new QComboBox, "compare.sampler", tr("Sampler"));
    m_sampler->addItem(tr("The model's own"), QString());
    for (const auto& [text, name] : samplers())
        m_sampler->addItem(text, name);
    m_guidance = named(new QDoubleSpinBox, "compare.guidance", tr("Guidance"));
    m_guidance->setRange(0, 30);
    m_guidance->setSingleStep(0.5);
    m_guidance->setDecimals(2);
    m_guidance->setSpecialValueText(tr("off"));
    m_eta = named(new QDoubleSpinBox, "compare.eta", tr("Eta"), tr("Randomness of DDIM: 0 is deterministic, 1 is as random as DDPM"));
    m_eta->setRange(0, 1);
    m_eta->setSingleStep(0.1);
    m_churn = named(new QDoubleSpinBox, "compare.churn", tr("Churn"), tr("Noise that Heun's sampler adds on its way, EDM's S_churn: 0 is deterministic"));
    m_churn->setRange(0, 1000);
    m_churn->setSingleStep(5);
    m_correction = named(new QCheckBox(tr("Noise correction")), "compare.noiseCorrection", tr("Noise correction"));
    for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_steps, m_guidance, m_eta, m_churn})
        box->setKeyboardTracking(false);
    m_times = new ColumnTimes;
    m_alone = named(new QPushButton(icon("edit"), tr("Change this column alone")), "compare.columnAlone", tr("Change this column alone"),
                    tr("The columns stay as they are and can be set one by one from here on"));
    m_duplicate = named(new QPushButton(icon("copy"), tr("Duplicate")), "compare.columnDuplicate", tr("Duplicate this column"));
    m_remove = named(new QPushButton(icon("delete"), tr("Remove")), "compare.columnRemove", tr("Remove this column"));

    m_form = new QFormLayout;
    m_form->setLabelAlignment(Qt::AlignRight);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(8);
    m_form->addRow(tr("Model"), m_model);
    m_form->addRow(tr("Checkpoint"), m_checkpoint);
    m_form->addRow(tr("Steps"), m_stepsOfAll);
    m_form->addRow(tr("Steps"), m_steps);
    m_form->addRow(tr("Weights"), m_weights);
    m_form->addRow(tr("Sampler"), m_sampler);
    m_form->addRow(tr("Eta"), m_eta);
    m_form->addRow(tr("Churn"), m_churn);
    m_form->addRow(tr("Guidance"), m_guidance);
    m_form->addRow(QString(), m_correction);
    m_form->addRow(tr("Times"), m_times);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* b : {m_alone, m_duplicate, m_remove})
        buttons->addWidget(b);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addLayout(buttons);
}

QList<std::pair<QString, QString>> ColumnPanel::samplers()
{
    return {{"DDIM", "ddim"},
            {"DDPM", "ddpm"},
            {"Euler", "euler"},
            {"Heun", "heun"},
            {"DPM-Solver++ 2M", "dpmpp_2m"},
            {"DPM-Solver++ 3M", "dpmpp_3m"},
            {tr("DPM-Solver++ 3M, full order"), "dpmpp_3m_o3"},
            {tr("Consistency, multistep"), "consistency"}};
}

void ColumnPanel::setRuns(const std::vector<RunSummary>& runs) { m_model->setRuns(runs); }

void ColumnPanel::setColumn(const SampleColumn& column, const Json& facts, Kind kind, const QString& title)
{
    m_isFilling = true;
    m_column = column;
    m_facts = facts;
    m_kind = kind;
    m_title->setText(title);
    const bool isOwn = kind == Kind::Own, isTeacher = kind == Kind::Teacher;
    const QString path = QString::fromStdString(column.model.string());
    if (isOwn)
        m_model->setModel(runOfCheckpoint(path));
    fillCheckpoints();
    m_steps->setValue(column.steps);
    m_weights->setCurrentIndex(m_weights->findData(column.ema));
    m_sampler->setCurrentIndex(std::max(0, m_sampler->findData(QString::fromStdString(column.sampler))));
    m_guidance->setValue(column.guidance);
    m_eta->setValue(column.eta);
    m_churn->setValue(column.churn);
    showRandomness();
    const bool canBeGuided = facts.is_object() && facts.value("can_be_guided", false);
    m_guidance->setEnabled(canBeGuided);
    m_guidance->setToolTip(canBeGuided ? tr("Classifier-free guidance scale; twice the network calls")
                                       : tr("This model was trained without dropped labels, so it cannot be guided."));
    const bool corrects = facts.is_object() && facts.value("noise_correction_applies", false);
    m_correction->setEnabled(corrects);
    m_correction->setChecked(column.noiseCorrection.value_or(facts.is_object() && facts.value("noise_correction", false)));
    m_correction->setToolTip(corrects || !facts.is_object()
                                 ? tr("Use the true noise in the first step (Imagine Flash, section 3.3)")
                                 : tr("This model starts from pure noise, where its prediction already gives the true noise: the correction changes nothing."));
    showRow(m_model, isOwn);
    showRow(m_checkpoint, isOwn && m_checkpoint->count() > 1);
    showRow(m_stepsOfAll, kind == Kind::Shared);
    showRow(m_steps, isOwn || isTeacher);
    m_alone->setVisible(!isOwn);
    m_duplicate->setVisible(isOwn);
    m_remove->setVisible(isOwn);
    fillTimes();
    m_isFilling = false;
    adjustSize();
}

void ColumnPanel::setSteps(const QList<int>& steps, bool isLadder)
{
    m_pivotSteps = steps;
    QStringList numbers;
    for (int s : steps)
        numbers.append(QString::number(s));
    m_stepsOfAll->setText(numbers.join(", "));
    m_stepsOfAll->setToolTip(isLadder ? tr("Numbers of steps, a column each, for example 1, 2, 3") : tr("Steps of every column"));
}

void ColumnPanel::fillCheckpoints()
{
    if (m_kind != Kind::Own)
        return;
    const QString path = QString::fromStdString(m_column.model.string()), run = runOfCheckpoint(path);
    const auto choose = [this, path] { m_checkpoint->setCurrentIndex(std::max(0, m_checkpoint->findData(path))); };
    if (run == m_listedRun) {
        choose();
        return;
    }
    m_listedRun = run;
    m_checkpoint->clear();
    m_checkpoint->addItem(tr("Newest"), run);
    if (path != run)
        m_checkpoint->addItem(QDir(path).dirName(), path);
    choose();
    runInBackground<std::vector<CheckpointChoice>>(
        this, [run] { return checkpointChoices(run.toStdString()); },
        [this, run](const std::vector<CheckpointChoice>& all) {
            if (run != m_listedRun)
                return;
            while (m_checkpoint->count() > 1)
                m_checkpoint->removeItem(1);
            addCheckpoints(m_checkpoint, all);
            m_checkpoint->setCurrentIndex(std::max(0, m_checkpoint->findData(QString::fromStdString(m_column.model.string()))));
            const bool isShown = m_kind == Kind::Own && !all.empty();
            showRow(m_checkpoint, isShown);
        });
}

void ColumnPanel::showRow(QWidget* field, bool shown) { m_form->setRowVisible(field, shown); }

/// What the sampler in force can be told about its randomness.
void ColumnPanel::showRandomness()
{
    const QString chosen = m_sampler->currentData().toString();
    const QString sampler = chosen.isEmpty() && m_facts.is_object() ? QString::fromStdString(m_facts.value("sampler", "")) : chosen;
    showRow(m_eta, sampler == "ddim");
    showRow(m_churn, sampler == "heun");
}

/// The times of the student's calls; empty for models that have no grid.
std::vector<double> ColumnPanel::grid() const
{
    std::vector<double> out;
    if (m_facts.is_object() && m_kind != Kind::Teacher)
        out = m_facts.value("grid", std::vector<double>());
    if (m_kind == Kind::Own && std::size_t(m_column.steps) <= out.size())
        out.resize(std::size_t(m_column.steps));
    return out;
}

void ColumnPanel::fillTimes()
{
    const std::vector<double> grid = this->grid();
    m_times->setTimes(grid, m_column.times);
    showRow(m_times, grid.size() > 1);
}

void ColumnPanel::takeModel(const QString& path)
{
    m_column.model = path.toStdString();
    m_column.times.clear();
    m_column.heading.clear();
    Q_EMIT changed(m_column);
}

void ColumnPanel::takeControls()
{
    if (m_isFilling)
        return;
    if (m_column.steps != m_steps->value() && m_column.role != "teacher")
        m_column.heading.clear();  // it named the steps
    m_column.steps = m_steps->value();
    m_column.ema = m_weights->currentData().toBool();
    m_column.sampler = m_sampler->currentData().toString().toStdString();
    m_column.guidance = valueOf(m_guidance, m_column.guidance);
    showRandomness();
    m_column.eta = m_eta->isHidden() ? 0 : valueOf(m_eta, m_column.eta);
    m_column.churn = m_churn->isHidden() ? 0 : valueOf(m_churn, m_column.churn);
    if (m_correction->isEnabled())
        m_column.noiseCorrection = m_correction->isChecked();
    if (m_column.times.size() != std::size_t(m_column.steps) && m_kind == Kind::Own)
        m_column.times.clear();
    fillTimes();
    Q_EMIT changed(m_column);
}

void ColumnPanel::takeSteps()
{
    QList<int> steps;
    for (const QString& part : m_stepsOfAll->text().split(QRegularExpression("[^0-9]+"), Qt::SkipEmptyParts))
        if (const int n = part.toInt(); n >= 1 && n <= kMostSteps && !steps.contains(n))
            steps.append(n);
    if (steps != m_pivotSteps)
        Q_EMIT stepsChosen(steps.isEmpty() ? m_pivotSteps : steps);
}

void ColumnPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().colors().panel);
    drawRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {}, Theme::instance().colors().secondary, 1, 0);
}

void ColumnPanel::openAt(const QPoint& globalPos)
{
    adjustSize();
    const QRect room = screen() ? screen()->availableGeometry() : QRect(globalPos, size());
    move(std::clamp(globalPos.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(globalPos.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    (m_kind == Kind::Shared ? static_cast<QWidget*>(m_stepsOfAll) : m_kind == Kind::Teacher ? static_cast<QWidget*>(m_steps) : m_model)->setFocus();
}

}  // namespace potstill
