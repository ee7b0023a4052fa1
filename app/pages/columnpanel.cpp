#include "app/pages/columnpanel.h"

#include "app/pages/compareplan.h"
#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "widgets/icon.h"
#include "widgets/numbertext.h"
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
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <optional>

namespace potstill {

namespace {

constexpr std::size_t kMostTimeBoxes = 6;  // more times stand in one field of text
constexpr double kShownExactly = 0.0006;   // boxes and text show three decimals

/// The run of a checkpoint; a run itself stays.
QString runOf(const QString& path)
{
    const QDir folder(path);
    return folder.path().contains("/checkpoints/") ? QDir::cleanPath(folder.path() + "/../..") : path;
}

template <class W>
W* named(W* widget, const char* objectName, const QString& accessible, const QString& help = {})
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessible);
    widget->setToolTip(help.isEmpty() ? accessible : help);
    return widget;
}

/// "0.75; 0.5": also where the comma is the decimal sign.
QString textOf(const std::vector<double>& times)
{
    QStringList out;
    for (const double t : times)
        out.append(numberText(t, 'g', 3));
    return out.join("; ");
}

/// None where something in it is no number.
std::optional<std::vector<double>> timesFromText(const QString& text)
{
    static const QRegularExpression kBetween(R"([;\s]+)");
    std::vector<double> out;
    for (QString part : text.split(kBetween, Qt::SkipEmptyParts)) {
        while (part.endsWith(','))
            part.chop(1);
        bool isNumber = false;
        double value = QLocale().toDouble(part, &isNumber);
        if (!isNumber)
            value = part.toDouble(&isNumber);
        if (!isNumber)
            return std::nullopt;
        out.push_back(value);
    }
    return out;
}

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
    for (QDoubleSpinBox* box : {m_guidance, m_eta, m_churn})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ColumnPanel::takeControls);
    connect(m_timesText, &QLineEdit::editingFinished, this, &ColumnPanel::takeTimesText);
    connect(m_correction, &QCheckBox::clicked, this, &ColumnPanel::takeControls);
    connect(m_resetTimes, &QToolButton::clicked, this, [this] {
        m_column.times.clear();
        fillTimes();
        Q_EMIT changed(m_column);
    });
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
    m_steps->setRange(1, 1000);
    m_weights = named(new QComboBox, "compare.weights", tr("Weights"), tr("Averaged weights are what is exported; raw weights are those of the last step"));
    m_weights->addItem(tr("Averaged"), true);
    m_weights->addItem(tr("Raw"), false);
    m_sampler = named(new QComboBox, "compare.sampler", tr("Sampler"));
    m_sampler->addItem(tr("The model's own"), QString());
    const QList<std::pair<QString, QString>> samplers = {{"DDIM", "ddim"},
                                                         {"DDPM", "ddpm"},
                                                         {"Euler", "euler"},
                                                         {"Heun", "heun"},
                                                         {"DPM-Solver++ 2M", "dpmpp_2m"},
                                                         {"DPM-Solver++ 3M", "dpmpp_3m"},
                                                         {tr("DPM-Solver++ 3M, full order"), "dpmpp_3m_o3"},
                                                         {tr("Consistency, multistep"), "consistency"}};
    for (const auto& [text, name] : samplers)
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
    m_times = new QWidget;
    m_timesRow = new QHBoxLayout(m_times);
    m_timesRow->setContentsMargins(0, 0, 0, 0);
    m_timesRow->setSpacing(4);
    m_resetTimes = named(new QToolButton, "compare.resetTimes", tr("Back to the student's own times"), tr("Back to the student's own times"));
    m_resetTimes->setIcon(icon("reset"));
    m_timesText = named(new QLineEdit, "compare.timesText", tr("Times of the calls after the first"),
                        tr("Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1, the others follow here, falling."));
    m_timesRow->addWidget(m_timesText, 1);
    m_timesRow->addWidget(m_resetTimes);
    m_timesRow->addStretch(1);
    m_timesNote = new QLabel;
    m_timesNote->setObjectName("compare.offGrid");
    m_timesNote->setProperty("role", "warning");
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
    m_form->addRow(tr("Steps"), m_steps);
    m_form->addRow(tr("Weights"), m_weights);
    m_form->addRow(tr("Sampler"), m_sampler);
    m_form->addRow(tr("Eta"), m_eta);
    m_form->addRow(tr("Churn"), m_churn);
    m_form->addRow(tr("Guidance"), m_guidance);
    m_form->addRow(QString(), m_correction);
    m_form->addRow(tr("Times"), m_times);
    m_form->addRow(QString(), m_timesNote);
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

void ColumnPanel::setProject(const QString& folder) { m_model->setProject(folder); }

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
        m_model->setModel(runOf(path));
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
    m_correction->setToolTip(corrects || !facts.is_object() ? tr("Use the true noise in the first step (Imagine Flash, section 3.3)")
                                                            : QString::fromStdString(facts.value("noise_correction_note", "")));
    showRow(m_model, isOwn);
    showRow(m_checkpoint, isOwn && m_checkpoint->count() > 1);
    showRow(m_steps, isOwn || isTeacher);
    m_alone->setVisible(!isOwn);
    m_duplicate->setVisible(isOwn);
    m_remove->setVisible(isOwn);
    fillTimes();
    m_isFilling = false;
    adjustSize();
}

void ColumnPanel::fillCheckpoints()
{
    if (m_kind != Kind::Own)
        return;
    const QString path = QString::fromStdString(m_column.model.string()), run = runOf(path);
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
    runInBackground<QList<NamedModel>>(
        this, [run] { return checkpointsOf(run); },
        [this, run](const QList<NamedModel>& all) {
            if (run != m_listedRun)
                return;
            while (m_checkpoint->count() > 1)
                m_checkpoint->removeItem(1);
            for (auto it = all.rbegin(); it != all.rend(); ++it)
                m_checkpoint->addItem(it->name, it->path);
            m_checkpoint->setCurrentIndex(std::max(0, m_checkpoint->findData(QString::fromStdString(m_column.model.string()))));
            const bool isShown = m_kind == Kind::Own && !all.isEmpty();
            showRow(m_checkpoint, isShown);
        });
}

void ColumnPanel::showRow(QWidget* field, bool shown)
{
    field->setVisible(shown);
    if (QWidget* label = m_form->labelForField(field))
        label->setVisible(shown);
}

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
    const bool isShown = grid.size() > 1, isText = grid.size() > kMostTimeBoxes;
    showRow(m_times, isShown);
    const std::vector<double> times = m_column.times.size() == grid.size() ? m_column.times : grid;
    m_timesNote->setText(tr("Off the student's grid: expect weaker images."));
    m_timesNote->setVisible(isShown && times != grid);
    m_resetTimes->setVisible(isShown && times != grid);
    m_timesText->setVisible(isText);
    if (isText)
        m_timesText->setText(textOf({times.begin() + 1, times.end()}));
    const std::size_t boxes = isShown && !isText ? grid.size() - 1 : 0;
    while (std::size_t(m_timeBoxes.size()) > boxes)
        delete m_timeBoxes.takeLast();
    while (std::size_t(m_timeBoxes.size()) < boxes) {
        auto* box = named(new QDoubleSpinBox, "", tr("Time of call %1").arg(m_timeBoxes.size() + 2),
                          tr("Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1."));
        box->setObjectName(QString("compare.time%1").arg(m_timeBoxes.size() + 2));
        box->setDecimals(3);
        box->setSingleStep(0.02);
        box->setMinimumWidth(box->fontMetrics().horizontalAdvance("0.0000") + 40);
        box->setKeyboardTracking(false);
        m_timesRow->insertWidget(int(m_timeBoxes.size()), box);
        m_timeBoxes.append(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ColumnPanel::takeControls);
    }
    const bool wasFilling = std::exchange(m_isFilling, true);
    for (qsizetype i = 0; i < m_timeBoxes.size(); ++i) {
        const auto at = std::size_t(i) + 1;
        m_timeBoxes[i]->setRange(at + 1 < times.size() ? times[at + 1] + 0.001 : 0.001, times[at - 1] - 0.001);
        m_timeBoxes[i]->setValue(times[at]);
    }
    m_isFilling = wasFilling;
}

/// Times as they are shown; those that say what the grid says are the grid's own.
void ColumnPanel::takeTimes(const std::vector<double>& middle)
{
    const std::vector<double> grid = this->grid();
    std::vector<double> times = {grid.front()};
    bool isOwn = true;
    for (std::size_t i = 0; i < middle.size(); ++i) {
        const bool isSame = std::abs(grid[i + 1] - middle[i]) < kShownExactly;
        times.push_back(isSame ? grid[i + 1] : middle[i]);
        isOwn = isOwn && isSame;
    }
    m_column.times = isOwn ? std::vector<double>() : times;
}

void ColumnPanel::takeTimesText()
{
    const std::vector<double> grid = this->grid();
    if (m_isFilling || !m_timesText->isVisibleTo(this) || grid.size() <= kMostTimeBoxes)
        return;
    const std::optional<std::vector<double>> middle = timesFromText(m_timesText->text());
    bool isFine = middle && middle->size() + 1 == grid.size();
    for (std::size_t i = 0; isFine && i < middle->size(); ++i)
        isFine = middle->at(i) > 0 && middle->at(i) < (i == 0 ? grid.front() : middle->at(i - 1));
    if (!isFine) {
        m_timesNote->setText(tr("%1 numbers are needed, falling, between %2 and 0.").arg(grid.size() - 1).arg(numberText(grid.front(), 'g', 3)));
        m_timesNote->show();
        adjustSize();
        return;
    }
    const std::vector<double> before = m_column.times;
    takeTimes(*middle);
    fillTimes();
    if (m_column.times != before)
        Q_EMIT changed(m_column);
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
    m_column.guidance = m_guidance->value();
    showRandomness();
    m_column.eta = m_eta->isHidden() ? 0 : m_eta->value();
    m_column.churn = m_churn->isHidden() ? 0 : m_churn->value();
    if (m_correction->isEnabled())
        m_column.noiseCorrection = m_correction->isChecked();
    if (m_timeBoxes.contains(qobject_cast<QDoubleSpinBox*>(sender()))) {
        std::vector<double> middle;
        for (const QDoubleSpinBox* box : std::as_const(m_timeBoxes))
            middle.push_back(box->value());
        takeTimes(middle);
    } else if (m_column.times.size() != std::size_t(m_column.steps) && m_kind == Kind::Own) {
        m_column.times.clear();
    }
    fillTimes();
    Q_EMIT changed(m_column);
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
    (m_kind == Kind::Shared ? static_cast<QWidget*>(m_weights) : m_kind == Kind::Teacher ? static_cast<QWidget*>(m_steps) : m_model)->setFocus();
}

}  // namespace potstill
