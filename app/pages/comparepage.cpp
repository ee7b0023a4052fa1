#include "app/pages/comparepage.h"

#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

QSpinBox* spin(const char* objectName, const QString& name, const QString& help, int low, int high, int value)
{
    auto* box = new QSpinBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(help);
    box->setRange(low, high);
    box->setValue(value);
    box->setKeyboardTracking(false);
    return box;
}

QLabel* caption(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "secondary");
    label->setBuddy(buddy);
    return label;
}

}  // namespace

ComparePage::ComparePage(RunSession& runs, QWidget* parent) : QWidget(parent), m_sampling(runs)
{
    setObjectName("comparePage");
    m_model = new ModelChoice(ModelChoice::Kind::All);
    m_model->setObjectName("compare.model");
    m_model->setAccessibleName(tr("Model"));
    m_model->setToolTip(tr("The student or teacher whose samples are shown"));
    m_weights = new QComboBox;
    m_weights->setObjectName("compare.weights");
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setToolTip(tr("Averaged weights are what is exported; raw weights are those of the last step"));
    m_weights->addItem(tr("Averaged"), true);
    m_weights->addItem(tr("Raw"), false);
    m_class = new QComboBox;
    m_class->setObjectName("compare.class");
    m_class->setAccessibleName(tr("Class"));
    m_class->setToolTip(tr("One class for every row, or all of them in turn"));
    m_firstSeed = spin("compare.firstSeed", tr("First noise"), tr("Number of the noise of the first row"), 0, 1'000'000, 0);
    m_rows = spin("compare.rows", tr("Rows"), tr("Number of noises"), 1, 1000, 8);
    m_teacherSteps = spin("compare.teacherSteps", tr("Teacher steps"), tr("Steps of the teacher in the last column; 0 leaves it out"), 0, 1000, 50);
    m_correction = new QCheckBox(tr("Noise correction"));
    m_correction->setObjectName("compare.noiseCorrection");
    m_export = new QPushButton(icon("export"), tr("Save images…"));
    m_export->setObjectName("compare.export");
    m_export->setToolTip(tr("One PNG per image with its recipe inside, a grid and an index"));
    m_export->setEnabled(false);
    m_status = new QLabel;
    m_status->setObjectName("compare.status");
    m_status->setProperty("role", "secondary");
    m_status->setWordWrap(true);

    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    const auto group = [&](const QString& text, QWidget* widget) {
        line->addWidget(caption(text, widget));
        line->addWidget(widget);
        line->addSpacing(8);
    };
    group(tr("Model"), m_model);
    group(tr("Weights"), m_weights);
    group(tr("Noise"), m_firstSeed);
    group(tr("Rows"), m_rows);
    group(tr("Class"), m_class);
    group(tr("Teacher steps"), m_teacherSteps);
    line->addWidget(m_correction);
    line->addStretch(1);
    line->addWidget(m_export);

    m_grid = new ImageGrid;
    m_grid->setObjectName("compare.grid");
    m_grid->setAccessibleName(tr("Ladder: rows are noises, columns are numbers of steps"));
    m_grid->setSelectionLimit(2);
    m_strip = new ImageCompare;
    m_strip->setObjectName("compare.strip");
    m_strip->setCloseButtonShown(true);
    m_strip->hide();
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_grid);
    splitter->addWidget(m_strip);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addWidget(m_status);
    layout->addWidget(splitter, 1);

    m_empty = new EmptyState("compare", tr("Nothing to compare yet"), tr("Distil a student first, or choose a bundled model."), tr("Show a bundled model"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    m_delay.setSingleShot(true);
    m_delay.setInterval(200);
    connect(&m_delay, &QTimer::timeout, this, &ComparePage::refresh);
    connect(m_model, &ModelChoice::modelChanged, this, &ComparePage::loadFacts);
    for (QSpinBox* box : {m_firstSeed, m_rows, m_teacherSteps})
        connect(box, &QSpinBox::valueChanged, this, [this] { scheduleRefresh(); });
    for (QComboBox* box : {m_weights, m_class})
        connect(box, &QComboBox::activated, this, [this] { scheduleRefresh(); });
    connect(m_correction, &QCheckBox::clicked, this, [this] { scheduleRefresh(); });
    connect(m_export, &QPushButton::clicked, this, &ComparePage::exportImages);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { showModel("bundled:sprites-v"); });
    connect(&m_sampling, &SamplingSession::progressed, this, [this](const SampleTable& t) { showTable(t, false); });
    connect(&m_sampling, &SamplingSession::sampled, this, [this](const SampleTable& t) { showTable(t, true); });
    connect(&m_sampling, &SamplingSession::failed, this, [this](const QString& message) {
        m_status->setText(message);
        Q_EMIT problem(message);
    });
    connect(&m_sampling, &SamplingSession::busyChanged, this, [this](bool busy) {
        if (busy)
            m_status->setText(tr("Sampling…"));
    });
    connect(m_grid, &ImageGrid::selectionChanged, this, &ComparePage::showSelection);
    connect(m_grid, &ImageGrid::cellSelected, this, [this](int row, int column) {
        const std::size_t at = std::size_t(row) * m_table.columns.size() + std::size_t(column);
        if (row >= 0 && column >= 0 && at < m_table.cells.size())
            Q_EMIT recipeChanged(QString::fromStdString(m_table.cells[at].recipe.dump()));
    });
    connect(m_strip, &ImageCompare::closeRequested, this, [this] { m_grid->clearSelection(); });
}

void ComparePage::setProject(const QString& folder) { m_model->setProject(folder); }

void ComparePage::showModel(const QString& path)
{
    m_model->setModel(path);
    m_stack->setCurrentIndex(1);
    loadFacts();
}

void ComparePage::loadFacts()
{
    const QString model = m_model->model();
    m_factsOf = model;
    m_status->setText(tr("Opening %1…").arg(m_model->currentText()));
    runInBackground<Json>(
        this, [path = model.toStdString()] { return modelFacts(path); },
        [this, model](Json facts) {
            if (model == m_factsOf)
                takeFacts(facts);
        },
        [this, model](const QString& message) {
            if (model == m_factsOf)
                m_status->setText(message);
        });
}

void ComparePage::takeFacts(const Json& facts)
{
    m_facts = facts;
    m_class->clear();
    const int classes = facts.value("classes", 0);
    m_class->addItem(classes > 0 ? tr("All in turn") : tr("None"), -1);
    for (int i = 0; i < classes; ++i) {
        const Json& names = facts["class_names"];
        m_class->addItem(std::size_t(i) < names.size() ? QString::fromStdString(names[std::size_t(i)].get<std::string>()) : tr("Class %1").arg(i), i);
    }
    m_class->setEnabled(classes > 0);
    const bool applies = facts.value("noise_correction_applies", false);
    m_correction->setEnabled(applies);
    m_correction->setChecked(facts.value("noise_correction", false));
    m_correction->setToolTip(applies ? tr("Use the true noise in the first step (Imagine Flash, section 3.3)") : QString::fromStdString(facts.value("noise_correction_note", "")));
    refresh();
}

SampleRequest ComparePage::request() const
{
    SampleRequest r;
    r.model = m_model->model().toStdString();
    r.ema = m_weights->currentData().toBool();
    const Json grid = m_facts.value("grid", Json::array());
    r.steps.clear();
    if (m_facts.value("is_student", false))
        for (std::size_t i = 1; i <= grid.size(); ++i)
            r.steps.push_back(int(i));
    else
        r.steps = {1, 2, 3, 10};
    r.teacherSteps = m_teacherSteps->value();
    r.seeds.clear();
    for (int i = 0; i < m_rows->value(); ++i)
        r.seeds.push_back(std::uint64_t(m_firstSeed->value() + i));
    if (m_class->currentData().toInt() >= 0 && m_class->isEnabled())
        r.classes = {m_class->currentData().toLongLong()};
    if (m_correction->isEnabled())
        r.noiseCorrection = m_correction->isChecked();
    return r;
}

void ComparePage::refresh()
{
    if (m_facts.is_null() || m_model->model().isEmpty())
        return;
    m_sampling.sample(request());
}

void ComparePage::showTable(const SampleTable& table, bool isFinal)
{
    m_table = table;
    const int rows = int(table.rows.size()), columns = int(table.columns.size());
    m_grid->setShape(rows, columns);
    QStringList rowHeadings;
    for (const std::string& r : table.rows)
        rowHeadings.append(QString::fromStdString(r));
    m_grid->setRowHeadings(rowHeadings);
    QList<GridColumn> headings;
    for (int c = 0; c < columns; ++c) {
        const SampleCell& first = table.cells[std::size_t(c)];
        headings.append({QString::fromStdString(table.columns[std::size_t(c)]),
                         first.nfe > 0 ? tr("%1 NFE · %2 ms per image").arg(first.nfe).arg(first.milliseconds, 0, 'f', first.milliseconds < 10 ? 1 : 0) : QString()});
    }
    m_grid->setColumns(headings);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const SampleCell& cell = table.cells[std::size_t(r) * std::size_t(columns) + std::size_t(c)];
            if (cell.image.isEmpty())
                m_grid->setPending(r, c);
            else
                m_grid->setImage(r, c, cell.image);
        }
    if (!isFinal)
        return;
    QString note;
    for (const std::string& w : table.warnings)
        note += QString::fromStdString(w) + ' ';
    m_status->setText(note.isEmpty() ? tr("Select two images to lay them side by side, wipe, flip or see their difference.") : note);
    m_export->setEnabled(true);
    showSelection();
}

void ComparePage::showSelection()
{
    const QList<QPoint> cells = m_grid->selectedCells();
    m_strip->setVisible(cells.size() == 2);
    if (cells.size() != 2)
        return;
    const auto name = [&](const QPoint& p) { return QString::fromStdString(m_table.columns.at(std::size_t(p.x()))) + " · " + QString::fromStdString(m_table.rows.at(std::size_t(p.y()))); };
    m_strip->setImages(m_grid->image(cells[0].y(), cells[0].x()), name(cells[0]), m_grid->image(cells[1].y(), cells[1].x()), name(cells[1]));
}

void ComparePage::exportImages()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the images"));
    if (folder.isEmpty())
        return;
    runInBackground<bool>(
        this, [table = m_table, folder = folder.toStdString()] { writeSamples(table, folder); return true; },
        [this, folder](bool) { m_status->setText(tr("Saved in %1").arg(folder)); }, [this](const QString& message) { m_status->setText(message); });
}

}  // namespace potstill
