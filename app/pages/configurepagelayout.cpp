#include "app/pages/configurepage.h"

#include "app/pages/datapreview.h"
#include "app/pages/estimateline.h"
#include "app/pages/planplots.h"
#include "app/pages/rolelabel.h"
#include "app/pages/sweepbar.h"
#include "app/window/modelchoice.h"
#include "app/window/pagekeys.h"
#include "app/window/sourcemenu.h"
#include "widgets/flowlayout.h"
#include "widgets/icon.h"
#include "widgets/optionform.h"
#include "widgets/sectioncard.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>

// What the page is made of.
namespace potstill {

ConfigurePage::ConfigurePage(QWidget* parent) : QWidget(parent), m_document(defaultsOf(runSchema()))
{
    setObjectName("configurePage");
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(buildChoices(), 1);
    halves->addWidget(buildConsequences(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildGuestLine());
    layout->addLayout(halves, 1);
    connectParts();
    applyPreset("demo");
    m_undo.clear();
}

/// The left half.
QWidget* ConfigurePage::buildChoices()
{
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

    left->addWidget(buildOriginLine());

    const auto form = [&](const char* objectName, const QStringList& shown, const QStringList& hidden = {}) {
        auto* f = new OptionForm;
        f->setObjectName(objectName);
        f->setSchema(runSchema(), hidden, shown);
        f->setUndoStack(&m_undo);
        connect(f, &OptionForm::documentChanged, this, [this, f] { takeFrom(f); });
        return f;
    };
    m_dataForm = form("configure.dataForm", {"data"});
    auto* sources = new SourceMenu(this);
    connect(sources, &SourceMenu::chosen, this, [this](const QString& place) { m_dataForm->setValue("data.source", place.toStdString()); });
    m_dataForm->setPathChooser([this, sources](const QString& path, const QString& current) {
        sources->from = current;
        const QWidget* field = m_dataForm->editor(path);
        sources->popup(field->mapToGlobal(field->rect().bottomLeft()));
        return QString();  // what is chosen comes from the menu
    });
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
    m_teacherIssue = roleLabel("danger", "issue.teacher");
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

    return scroll;
}

/// Says from which checkpoint a branch goes on.
QWidget* ConfigurePage::buildOriginLine()
{
    m_originLine = new QWidget;
    auto* row = new QHBoxLayout(m_originLine);
    row->setContentsMargins(0, 0, 0, 0);
    m_originText = roleLabel("secondary", "configure.origin");
    auto* forget = new QToolButton;
    forget->setObjectName("configure.forgetOrigin");
    forget->setIcon(icon("close"));
    forget->setToolTip(tr("Start from the beginning instead"));
    forget->setAccessibleName(forget->toolTip());
    row->addWidget(m_originText, 1);
    row->addWidget(forget);
    m_originLine->hide();
    connect(forget, &QToolButton::clicked, this, [this] { setOrigin({}, {}); });
    return m_originLine;
}

/// The right half: what follows from the choices.
QWidget* ConfigurePage::buildConsequences()
{
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(12, 16, 24, 16);
    column->setSpacing(8);
    m_data = new DataPreview;
    column->addWidget(m_data, 3);
    column->addSpacing(8);
    m_plots = new PlanPlots;
    column->addWidget(m_plots, 3);
    column->addSpacing(8);
    m_estimate = new EstimateLine;
    column->addWidget(m_estimate);
    m_sweep = new SweepBar;
    column->addWidget(m_sweep);
    m_problems = roleLabel("secondary", "configure.problems");
    m_start = new QPushButton(icon("run", IconTone::OnAccent), tr("Start"));
    m_start->setObjectName("configure.start");
    m_start->setProperty("primary", true);
    PageKeys::follow(m_start, [this] { explainStart(); });
    m_start->setMinimumWidth(120);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_problems, 1);
    foot->addWidget(m_start);
    column->addLayout(foot);
    return right;
}

void ConfigurePage::connectParts()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        validate();
        m_plots->show(m_document, m_project);
        m_data->show(m_document["data"]);
        m_estimate->show(m_document, m_project);
        checkPaths();
        saveDraft();
    });
    connect(m_kind, &QButtonGroup::idClicked, this, [this](int id) { changeKind(id == 1); });
    connect(m_preset, &QComboBox::activated, this, [this] { applyPreset(m_preset->currentData().toString()); });
    connect(m_teacher, &ModelChoice::modelChanged, this, &ConfigurePage::takeTeacher);
    connect(m_sweep, &SweepBar::addRequested, this, [this](const std::vector<SweepAxis>& sweep) {
        QueueEntry entry;
        entry.document = m_document;
        entry.sweep = sweep;
        entry.branchOf = storedOrigin();
        Q_EMIT queueRequested(entry);
    });
    connect(m_start, &QPushButton::clicked, this, &ConfigurePage::start);
}

void ConfigurePage::addCard(SectionCard*& card, const QString& title, const char* iconName, QWidget* content, QWidget* column)
{
    card = new SectionCard(title);
    card->setIconName(iconName);
    card->setContent(content);
    static_cast<QVBoxLayout*>(column->layout())->addWidget(card);
}

}  // namespace potstill
