#include "app/pages/configurepage.h"

#include "app/pages/sweepbar.h"
#include "app/session/background.h"
#include "app/session/runmailbox.h"
#include "app/window/modelchoice.h"
#include "engine/core/resources.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/estimate.h"
#include "widgets/flowlayout.h"
#include "widgets/icon.h"
#include "widgets/imagegrid.h"
#include "widgets/issuetext.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"
#include "widgets/optionform.h"
#include "widgets/sectioncard.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <fmt/format.h>

namespace potstill {

namespace {

constexpr int kPreviewImages = 40, kEstimateDelayMs = 700;

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "title");
    return label;
}

QLabel* secondary()
{
    auto* label = new QLabel;
    label->setProperty("role", "secondary");
    label->setWordWrap(true);
    return label;
}

QString text(const Json& document, const char* path)
{
    const Json v = valueAt(document, path);
    return v.is_null() ? QString() : v.is_string() ? QString::fromStdString(v.get<std::string>()) : QString::fromStdString(v.dump());
}

QString durationText(double seconds)
{
    const auto s = static_cast<qint64>(seconds);
    if (s < 120)
        return ConfigurePage::tr("%1 s").arg(s);
    if (s < 7200)
        return ConfigurePage::tr("%1 min").arg(s / 60);
    return ConfigurePage::tr("%1 h").arg(numberText(static_cast<double>(s) / 3600, 'f', 1));
}

}  // namespace

/// A change of the whole document at once.
class ConfigurePage::Change final : public QUndoCommand {
public:
    Change(ConfigurePage& page, const QString& what, State before, State after) : QUndoCommand(what), m_page(page), m_before(std::move(before)), m_after(std::move(after)) {}
    void undo() override { m_page.put(m_before); }
    void redo() override { m_page.put(m_after); }
    int id() const override { return 0x0c0f; }
    /// The checkpoint of a branch belongs to the settings that came with it.
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Change*>(other);
        if (!m_after.origin.isEmpty() || next->m_after.origin.isEmpty() || next->m_after.document != m_after.document)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    ConfigurePage& m_page;
    State m_before, m_after;
};

ConfigurePage::ConfigurePage(QWidget* parent) : QWidget(parent), m_document(defaultsOf(runSchema()))
{
    setObjectName("configurePage");
    auto* column = new QWidget;
    column->setMinimumWidth(440);
    auto* left = new QVBoxLayout(column);
    left->setContentsMargins(24, 16, 12, 16);
    left->setSpacing(12);

    m_kind = new QButtonGroup(this);
    auto* student = new QRadioButton(tr("Distil a student"));
    student->setObjectName("configure.student");
    student->setToolTip(tr("A student learns to do in a few steps what its teacher does in many"));
    auto* teacher = new QRadioButton(tr("Train a teacher"));
    teacher->setObjectName("configure.teacher");
    teacher->setToolTip(tr("A diffusion model from images, which students can then learn from"));
    m_kind->addButton(student, 1);
    m_kind->addButton(teacher, 0);
    m_preset = new QComboBox;
    m_preset->setObjectName("configure.preset");
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setToolTip(tr("Settings to start from"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(20);
    m_preset->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* top = new FlowLayout;
    top->addWidget(student);
    top->addWidget(teacher);
    auto* presetLabel = new QLabel(tr("Preset"));
    presetLabel->setBuddy(m_preset);
    presetLabel->setProperty("role", "secondary");
    top->addGroup({presetLabel, m_preset}, 8);
    left->addLayout(top);

    m_originLine = new QWidget;
    auto* originRow = new QHBoxLayout(m_originLine);
    originRow->setContentsMargins(0, 0, 0, 0);
    m_originText = secondary();
    m_originText->setObjectName("configure.origin");
    auto* forget = new QToolButton;
    forget->setObjectName("configure.forgetOrigin");
    forget->setIcon(icon("close"));
    forget->setToolTip(tr("Start from the beginning instead"));
    forget->setAccessibleName(forget->toolTip());
    originRow->addWidget(m_originText, 1);
    originRow->addWidget(forget);
    m_originLine->hide();
    left->addWidget(m_originLine);
    connect(forget, &QToolButton::clicked, this, [this] { setOrigin({}, {}); });

    const auto form = [&](const char* objectName, const QStringList& shown, const QStringList& hidden = {}) {
        auto* f = new OptionForm;
        f->setObjectName(objectName);
        f->setSchema(runSchema(), hidden, shown);
        f->setUndoStack(&m_undo);
        connect(f, &OptionForm::documentChanged, this, [this, f] { takeFrom(f); });
        return f;
    };
    m_dataForm = form("configure.dataForm", {"data"});
    m_networkForm = form("configure.networkForm", {"network"});
    m_diffusionForm = form("configure.diffusionForm", {"diffusion"});
    m_flashForm = form("configure.flashForm", {"imagine_flash"});
    m_trainingForm = form("configure.trainingForm", {"training", "seed", "device", "threads"});
    auto* teacherBox = new QWidget;
    auto* teacherLayout = new QVBoxLayout(teacherBox);
    teacherLayout->setContentsMargins(0, 0, 0, 0);
    m_teacher = new ModelChoice(ModelChoice::Kind::Teachers);
    m_teacher->setObjectName("configure.teacherModel");
    m_teacher->setAccessibleName(tr("Teacher"));
    m_teacher->setToolTip(tr("The model that the student learns from; it stays as it is"));
    teacherLayout->addWidget(m_teacher);
    m_teacherIssue = new QLabel;
    m_teacherIssue->setObjectName("issue.teacher");
    m_teacherIssue->setProperty("role", "danger");
    m_teacherIssue->setWordWrap(true);
    m_teacherIssue->hide();
    teacherLayout->addWidget(m_teacherIssue);
    addCard(m_dataCard, tr("Data"), "dataset", m_dataForm, column);
    addCard(m_teacherCard, tr("Teacher"), "teacher", teacherBox, column);
    addCard(m_networkCard, tr("Network"), "teacher", m_networkForm, column);
    auto* methodBox = new QWidget;
    auto* methodLayout = new QVBoxLayout(methodBox);
    methodLayout->setContentsMargins(0, 0, 0, 0);
    methodLayout->addWidget(m_diffusionForm);
    methodLayout->addWidget(m_flashForm);
    addCard(m_methodCard, tr("Method"), "student", methodBox, column);
    addCard(m_trainingCard, tr("Training"), "run", m_trainingForm, column);
    left->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);  // follows the focus of what is in it

    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(12, 16, 24, 16);
    rightLayout->setSpacing(8);
    rightLayout->addWidget(heading(tr("What it learns from")));
    m_images = new ImageGrid;
    m_images->setObjectName("configure.images");
    m_images->setAccessibleName(tr("Images of the data set"));
    m_images->setMinimumHeight(180);
    rightLayout->addWidget(m_images, 3);
    m_dataFacts = secondary();
    m_dataFacts->setObjectName("configure.dataFacts");
    rightLayout->addWidget(m_dataFacts);
    rightLayout->addSpacing(8);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(16);
    const auto plot = [&](LineChart*& chart, const char* objectName, const QString& title, const QString& y) {
        auto* box = new QWidget;
        auto* layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(heading(title));
        chart = new LineChart;
        chart->setObjectName(objectName);
        chart->setAccessibleName(title);
        chart->setXAxis({tr("Time t"), {}});
        chart->setYAxis({y, {}});
        chart->setXRange(0, 1);
        chart->setMinimumHeight(170);
        layout->addWidget(chart, 1);
        charts->addWidget(box, 1);
        return box;
    };
    plot(m_schedule, "configure.schedule", tr("Noise schedule"), tr("Share"));
    m_gammaBox = plot(m_gamma, "configure.gamma", tr("Shift γ(t)"), tr("Noise level"));
    m_gamma->setYRange(0, 1);
    m_gamma->setLegendShown(false);
    rightLayout->addLayout(charts, 3);
    rightLayout->addSpacing(8);
    m_estimate = secondary();
    m_estimate->setObjectName("configure.estimate");
    rightLayout->addWidget(m_estimate);
    m_sweep = new SweepBar;
    connect(m_sweep, &SweepBar::addRequested, this, [this](const std::vector<SweepAxis>& sweep) { Q_EMIT queueRequested(m_document, sweep); });
    rightLayout->addWidget(m_sweep);
    auto* foot = new QHBoxLayout;
    m_problems = secondary();
    m_problems->setObjectName("configure.problems");
    m_start = new QPushButton(icon("run", IconTone::OnAccent), tr("Start"));
    m_start->setObjectName("configure.start");
    m_start->setProperty("primary", true);
    m_start->setToolTip(tr("Start this run (Ctrl+Enter)"));
    m_start->setMinimumWidth(120);
    foot->addWidget(m_problems, 1);
    foot->addWidget(m_start);
    rightLayout->addLayout(foot);

    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(scroll, 1);
    halves->addWidget(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildGuestLine());
    layout->addLayout(halves, 1);

    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        validate();
        refreshCurves();
        refreshData();
        checkPaths();
        saveDraft();
        m_estimateDelay.start();
    });
    m_estimateDelay.setSingleShot(true);
    m_estimateDelay.setInterval(kEstimateDelayMs);
    connect(&m_estimateDelay, &QTimer::timeout, this, &ConfigurePage::refreshEstimate);
    connect(m_kind, &QButtonGroup::idClicked, this, [this](int id) { changeKind(id == 1); });
    connect(m_preset, &QComboBox::activated, this, [this] { applyPreset(m_preset->currentData().toString()); });
    connect(m_teacher, &ModelChoice::modelChanged, this, [this](const QString& path) {
        State next = state();
        next.document["teacher"] = path.toStdString();
        try {
            // Beside its teacher's images, unless others are chosen afterwards.
            next.document["data"] = merged(defaultsOf(runSchema())["data"], dataOfTeacher(path.toStdString(), m_project.toStdString()));
        } catch (const std::exception&) {
            // A teacher that is not there is named when the run is checked.
        }
        changeTo(tr("choice of the teacher"), next);
    });
    connect(m_start, &QPushButton::clicked, this, &ConfigurePage::start);
    applyPreset("demo");
    m_undo.clear();
}

void ConfigurePage::addCard(SectionCard*& card, const QString& title, const char* iconName, QWidget* content, QWidget* column)
{
    card = new SectionCard(title);
    card->setIconName(iconName);
    card->setContent(content);
    static_cast<QVBoxLayout*>(column->layout())->addWidget(card);
}

bool ConfigurePage::isStudent() const { return m_document.value("kind", "") == "student"; }

void ConfigurePage::setProject(const QString& folder)
{
    showDraft();
    keepDraft();
    m_project = folder;
    m_teacher->setProject(folder);
    try {
        const auto draft = folder.toStdString() + "/draft.json";
        if (QFile::exists(QString::fromStdString(draft)))
            setDocument(readJsonFile(draft));
        else {
            // Not what another project was about.
            m_document = defaultsOf(runSchema());
            applyPreset("demo");
        }
    } catch (const std::exception&) {
        // A damaged draft is replaced by the next one; nothing but unsent settings was in it.
    }
    // What was edited in another project is not brought back into this one.
    m_left.clear();
    m_undo.clear();
}

void ConfigurePage::applyPreset(const QString& name)
{
    Json document = presetByName(name.toStdString()).document;
    document["data"]["source"] =
        document["data"].value("source", valueAt(m_document, "data.source").is_string() ? valueAt(m_document, "data.source").get<std::string>() : "sprites");
    if (name == "cifar10-small" || name == "cifar10-ddpm")
        m_dataCard->setUnfolded(true);
    changeDocument(document);
    const int at = m_preset->findData(name);
    if (at >= 0)
        m_preset->setCurrentIndex(at);
}

void ConfigurePage::useData(const QString& source)
{
    showDraft();
    if (isStudent())
        applyPreset("cifar10-small");
    Json document = m_document;
    document["data"]["source"] = source.toStdString();
    m_dataCard->setUnfolded(true);
    setDocument(document);
}

void ConfigurePage::setDocument(const Json& document)
{
    showDraft();
    changeDocument(document);
}

void ConfigurePage::changeDocument(const Json& document)
{
    if (hasErrors(checkAgainstSchema(document, runSchema())))
        return;
    changeTo(tr("change of all settings"), {merged(defaultsOf(runSchema()), document), {}, {}});
}

void ConfigurePage::changeTo(const QString& what, const State& next)
{
    if (next.document == m_document && next.origin == m_origin)
        put(next);
    else
        undoStack()->push(new Change(*this, what, state(), next));
}

void ConfigurePage::put(const State& state)
{
    m_document = state.document;
    m_origin = state.origin;
    m_originName = state.originName;
    m_originLine->setVisible(!m_origin.isEmpty());
    m_originText->setText(tr("A branch of %1: it goes on from %L2 images with the settings below. Network and method must stay as they are.")
                              .arg(m_originName)
                              .arg(m_origin.section('/', -1).toLongLong()));
    shown();
}

/// Back to what was set up for a run of that kind before, or to its first preset.
void ConfigurePage::changeKind(bool toStudent)
{
    if (toStudent == isStudent())
        return;
    m_left[isStudent() ? "student" : "teacher"] = m_document;
    const auto left = m_left.constFind(toStudent ? "student" : "teacher");
    if (left != m_left.constEnd())
        changeDocument(Json(*left));
    else
        applyPreset(toStudent ? "demo" : "sprites-v");
}

void ConfigurePage::takeFrom(OptionForm* form)
{
    m_document = form->document();
    shown();
}

/// Brings every view of the document up to date.
void ConfigurePage::shown()
{
    for (OptionForm* form : {m_dataForm, m_networkForm, m_diffusionForm, m_flashForm, m_trainingForm})
        form->setDocument(m_document);
    const bool student = isStudent();
    m_kind->button(student ? 1 : 0)->setChecked(true);
    const QString wanted = student ? "student" : "teacher";
    if (m_preset->property("kind").toString() != wanted) {
        m_preset->setProperty("kind", wanted);
        m_preset->clear();
        for (const Preset& p : presets())
            if (p.kind == wanted.toStdString())
                m_preset->addItem(optionText(p.title), QString::fromStdString(p.name));
    }
    m_teacherCard->setVisible(student);
    m_networkCard->setVisible(!student);
    m_diffusionForm->setVisible(!student);
    m_flashForm->setVisible(student);
    if (student)
        m_teacher->setModel(text(m_document, "teacher"));
    refreshSummaries();
    m_delay.start();
}

void ConfigurePage::refreshSummaries()
{
    const QString source = text(m_document, "data.source");
    m_dataCard->setSummary(tr("%1, %2 × %2").arg(source == "sprites" ? tr("built-in shapes") : source, text(m_document, "data.image_size")));
    m_teacherCard->setSummary(m_teacher->currentText());
    m_networkCard->setSummary(tr("%1 channels, levels %2").arg(text(m_document, "network.channels"), text(m_document, "network.multipliers")));
    m_methodCard->setSummary(isStudent() ? tr("Imagine Flash, %1 steps").arg(text(m_document, "imagine_flash.steps"))
                                         : tr("%1, %2").arg(text(m_document, "diffusion.parametrisation"), text(m_document, "diffusion.schedule")));
    m_trainingCard->setSummary(tr("%1 images, batch %2").arg(siText(valueAt(m_document, "training.images").get<double>()), text(m_document, "training.batch")));
}

void ConfigurePage::validate()
{
    m_issues = validateRun(m_document);
    if (m_missingOf == pathsKey())
        m_issues.insert(m_issues.end(), m_missing.begin(), m_missing.end());
    QStringList ofTeacher;
    for (const Issue& issue : m_issues)
        if (isStudent() && issue.path == "teacher")
            ofTeacher.append(issueText(issue, runSchema().find(issue.path), valueAt(m_document, issue.path)));
    m_teacherIssue->setText(ofTeacher.join('\n'));
    m_teacherIssue->setVisible(!ofTeacher.isEmpty());
    m_teacherCard->setIssueCount(int(ofTeacher.size()), 0);
    for (OptionForm* form : {m_dataForm, m_networkForm, m_diffusionForm, m_flashForm, m_trainingForm})
        form->setIssues(m_issues);
    m_dataCard->setIssueCount(m_dataForm->errorCount(), m_dataForm->warningCount());
    m_networkCard->setIssueCount(m_networkForm->errorCount(), m_networkForm->warningCount());
    m_methodCard->setIssueCount(m_diffusionForm->errorCount() + m_flashForm->errorCount(), m_flashForm->warningCount());
    m_trainingCard->setIssueCount(m_trainingForm->errorCount(), m_trainingForm->warningCount());
    const auto errors = std::count_if(m_issues.begin(), m_issues.end(), [](const Issue& i) { return i.severity == Issue::Severity::Error; });
    const auto first = std::find_if(m_issues.begin(), m_issues.end(), [](const Issue& i) { return i.severity == Issue::Severity::Error; });
    m_problems->setText(errors == 0 ? QString()
                                    : tr("%n setting(s) must be mended first: %1", nullptr, int(errors))
                                          .arg(tr("%1: %2").arg(labelOf(first->path), issueText(*first, runSchema().find(first->path), valueAt(m_document, first->path)))));
    m_start->setEnabled(errors == 0 && m_isStartEnabled && isDraftShown());
    m_sweep->setReady(errors == 0 && m_origin.isEmpty() && isDraftShown());
    m_guestAction->setEnabled(errors == 0 || m_shown != Shown::Queued);
}

QString ConfigurePage::labelOf(const std::string& path) const
{
    const FieldInfo* field = runSchema().find(path);
    return field && !field->label.empty() ? optionText(field->label) : QString::fromStdString(path);
}

QString ConfigurePage::pathsKey() const { return text(m_document, "data.source") + '\n' + (isStudent() ? text(m_document, "teacher") : QString()) + '\n' + m_project; }

/// Whether data and teacher are there; a network drive may take its time over the answer.
void ConfigurePage::checkPaths()
{
    const QString key = pathsKey();
    if (key == m_pathsAsked && key != m_missingOf)
        return;  // asked, not yet answered
    m_pathsAsked = key;
    struct Found {
        bool data = true, teacher = true;
    };
    runInBackground<Found>(
        this,
        [source = text(m_document, "data.source").toStdString(), teacher = isStudent() ? text(m_document, "teacher").toStdString() : std::string(),
         project = m_project.toStdString()] {
            Found found;
            found.data = source.empty() || source == "sprites" || std::filesystem::exists(source);
            try {
                if (!teacher.empty())
                    (void)resolveModelPath(teacher, project);
            } catch (const std::exception&) {
                found.teacher = false;
            }
            return found;
        },
        [this, key](Found found) {
            if (key != pathsKey())
                return;
            m_missing.clear();
            const auto missing = [this](const char* path, const QString& sentence) { m_missing.push_back({Issue::Severity::Error, path, sentence.toStdString()}); };
            if (!found.data)
                missing("data.source", tr("There is nothing at '%1'; name a folder of images, a packed set, a ZIP file, or 'sprites'.").arg(text(m_document, "data.source")));
            if (!found.teacher)
                missing("teacher", tr("There is no model at '%1'; choose a run, a bundled model or a folder.").arg(text(m_document, "teacher")));
            m_missingOf = key;
            validate();
        });
}

void ConfigurePage::showTrainingField(const QString& path)
{
    showDraft();
    m_trainingCard->setUnfolded(true);
    m_trainingForm->focusField(path);
}

void ConfigurePage::setStartEnabled(bool enabled)
{
    m_isStartEnabled = enabled;
    if (!enabled && m_estimateControl)
        m_estimateControl->requestStop(StopRequest::Abort);
    m_estimateKey.clear();
    m_estimateDelay.start();
    m_start->setEnabled(enabled && !hasErrors(m_issues) && isDraftShown());
    m_start->setToolTip(enabled ? tr("Start this run (Ctrl+Enter)") : tr("A run is on; finish or discard it first"));
}

void ConfigurePage::setOrigin(const QString& checkpoint, const QString& runName) { changeTo(tr("change of where the run begins"), {m_document, checkpoint, runName}); }

void ConfigurePage::start()
{
    validate();
    if (m_start->isEnabled())
        Q_EMIT startRequested(m_document);
}

void ConfigurePage::refreshCurves()
{
    std::vector<Curve> curves;
    try {
        curves = planCurves(m_document);
    } catch (const std::exception&) {
        return;  // a document with errors keeps the last good picture
    }
    m_schedule->clear();
    bool hasGamma = false;
    std::vector<ChartMarker> markers;
    for (const Curve& c : curves) {
        std::vector<SeriesPoint> points;
        for (std::size_t i = 0; i < c.y.size(); ++i)
            points.push_back({c.x[i], c.y[i]});
        SeriesStyle style;
        style.smoothable = false;
        if (c.name == "alpha" || c.name == "sigma") {
            style.colorIndex = c.name == "alpha" ? 0 : 1;
            m_schedule->setSeries(QString::fromStdString(c.name), c.name == "alpha" ? tr("signal a(t)") : tr("noise s(t)"), points, style);
        } else if (c.name == "gamma") {
            hasGamma = true;
            m_gamma->setSeries("gamma", tr("γ(t)"), points, style);
        } else if (c.name == "grid") {
            for (std::size_t i = 0; i < c.x.size(); ++i)
                markers.push_back({c.x[i], QString::fromUtf8("τ%1").arg(i + 1), -1});
        }
    }
    m_schedule->setMarkers(markers);
    m_gamma->setMarkers(markers);
    m_gammaBox->setVisible(hasGamma);
}

void ConfigurePage::refreshData()
{
    const Json data = m_document["data"];
    const QString key = QString::fromStdString(data.dump());
    if (key == m_dataShown)
        return;
    m_dataShown = key;
    if (m_previewControl)
        m_previewControl->requestStop(StopRequest::Abort);
    m_previewControl = std::make_shared<RunControl>();
    m_dataFacts->setText(tr("Looking at the data…"));
    runInBackground<DatasetPreview>(
        this,
        [data, control = m_previewControl] {
            RunMailbox quiet;
            return previewDataset(data, kPreviewImages, 0, *control, quiet);
        },
        [this, key](DatasetPreview preview) {
            if (key != m_dataShown)
                return;
            const int columns = 10, rows = (int(preview.images.size()) + columns - 1) / columns;
            m_images->setShape(rows, columns);
            for (int i = 0; i < int(preview.images.size()); ++i) {
                m_images->setImage(i / columns, i % columns, preview.images[std::size_t(i)]);
                m_images->setToolTip(i / columns, i % columns, QString::fromStdString(preview.labels[std::size_t(i)]));
            }
            QStringList classes;
            for (std::size_t c = 0; c < preview.classNames.size(); ++c)
                classes.append(QString::fromStdString(preview.classNames[c]) + (c < preview.classCounts.size() ? QString(" %1").arg(preview.classCounts[c]) : QString()));
            const QString count = preview.size < 0 ? tr("Endless, drawn by the program") : tr("%L1 images").arg(preview.size);
            m_dataFacts->setText(classes.isEmpty() ? count : tr("%1. %n class(es): %2", nullptr, int(classes.size())).arg(count, classes.join(", ")));
            m_dataFacts->setToolTip(QString::fromStdString(preview.facts));
        },
        [this, key](const QString& message) {
            if (key != m_dataShown)
                return;
            m_images->setShape(0, 0);
            m_dataFacts->setText(message);
        });
}

void ConfigurePage::refreshEstimate()
{
    if (hasErrors(m_issues))
        return;
    const QString key = QString::fromStdString(m_document.dump()) + m_project;
    if (key == m_estimateKey)
        return;
    if (m_estimateControl)
        m_estimateControl->requestStop(StopRequest::Abort);
    if (!m_isStartEnabled) {
        // Measuring would slow the run down, and the run the measurement.
        m_estimate->setText(m_lastEstimate.isEmpty() ? tr("Nothing is measured while a run is on.") : tr("%1 · not measured anew while a run is on").arg(m_lastEstimate));
        return;
    }
    m_estimateKey = key;
    m_estimateControl = std::make_shared<RunControl>();
    runInBackground<RunEstimate>(
        this, [document = m_document, project = m_project.toStdString(), control = m_estimateControl] { return estimateRun(document, project, *control); },
        [this, key, document = m_document](const RunEstimate& e) {
            if (key != m_estimateKey)
                return;
            const double images = valueAt(document, "training.images").get<double>();
            m_lastEstimate = tr("%1 parameters · about %2 memory · %3 on disk · %4 at the measured speed")
                                 .arg(siText(double(e.parameters)), siText(double(e.memoryBytes), "B"), siText(double(e.diskBytes), "B"), durationText(e.secondsPerImage * images));
            m_estimate->setText(m_lastEstimate);
        },
        [this, key](const QString& message) {
            if (key == m_estimateKey)
                m_estimate->setText(message);
        });
}

void ConfigurePage::keepDraft()
{
    if (m_shown == Shown::Queued && m_document != merged(defaultsOf(runSchema()), m_queued.document) && !hasErrors(validateRun(m_document)))
        saveQueued();
    if (m_project.isEmpty() || !m_delay.isActive() || !isDraftShown())
        return;
    try {
        writeJsonFile(m_project.toStdString() + "/draft.json", m_document);
    } catch (const std::exception&) {
        // As with every draft: nothing but unsent settings is lost.
    }
}

void ConfigurePage::saveDraft()
{
    if (m_project.isEmpty() || !isDraftShown())
        return;
    runInBackground<bool>(
        this,
        [file = m_project.toStdString() + "/draft.json", document = m_document] {
            writeJsonFile(file, document);
            return true;
        },
        [](bool) {});
}

}  // namespace potstill
