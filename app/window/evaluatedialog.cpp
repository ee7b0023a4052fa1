#include "app/window/evaluatedialog.h"

#include "app/session/background.h"
#include "app/session/runsession.h"
#include "app/window/sourcemenu.h"
#include "engine/io/jsonfile.h"
#include "widgets/numberfield.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

namespace potstill {

namespace {

constexpr int kCount = 1000, kMostCount = 1'000'000, kMostSteps = 1000, kTeacherSteps = 50;

}  // namespace

EvaluateDialog::EvaluateDialog(const QString& runFolder, const QString& name, RunSession& session, QWidget* parent)
    : FormDialog("evaluate", runFolder, tr("Evaluate %1").arg(name), parent)
{
    m_count = new NumberField(NumberField::Kind::Integer);
    m_count->setBounds(EvaluateRequest::kLeastCount, kMostCount);
    m_count->setValue(kCount);
    addRow(tr("Samples"), m_count, "evaluate.count", tr("Samples at each number of steps; the more, the narrower the intervals"));
    m_steps = new QLineEdit;
    addRow(tr("Steps"), m_steps, "evaluate.steps", tr("Numbers of steps, parted by commas, for example 1, 2, 3"));
    m_weights = new QComboBox;
    m_weights->addItem(tr("Averaged (EMA)"), true);
    m_weights->addItem(tr("Raw"), false);
    addRow(tr("Weights"), m_weights, "evaluate.weights", tr("The averaged weights are those that are shown and rated; the raw ones are those of the last step"));
    m_teacherSteps = new QSpinBox;
    m_teacherSteps->setRange(0, kMostSteps);
    m_teacherSteps->setSpecialValueText(tr("not beside it"));
    addRow(tr("Teacher steps"), m_teacherSteps, "evaluate.teacherSteps", tr("The teacher is measured too, at this many steps"));
    addData();
    addExtractor();
    m_isCode = addText("evaluate.isCode", "warning");
    m_isCode->setText(tr("This file is code: it runs with your rights. Name only one that you trust. Its hash stands beside the figures."));
    m_isCode->hide();
    QLabel* note = addText("evaluate.note", "warning");
    note->setText(tr("A run is on: its training waits while this model is measured."));
    const auto follow = [note, &session] { note->setVisible(session.isActive()); };
    connect(&session, &RunSession::stateChanged, this, follow);
    follow();
    m_problem = addText("evaluate.problem", "danger");
    m_start = addButtons("evaluate.start", tr("Evaluate"));

    connect(m_steps, &QLineEdit::textChanged, this, &EvaluateDialog::check);
    connect(m_count, &NumberField::edited, this, &EvaluateDialog::check);
    connect(this, &QDialog::accepted, this, [this] {
        EvaluateRequest wanted;
        wanted.samples.model = run().toStdString();
        wanted.samples.ema = m_weights->currentData().toBool();
        wanted.samples.steps = steps();
        wanted.samples.teacherSteps = m_teacherSteps->value();
        wanted.count = m_count->value()->get<std::int64_t>();
        wanted.data = m_data->text().trimmed().toStdString();
        wanted.scriptedExtractor = m_extractor->text().trimmed().toStdString();
        Q_EMIT evaluateWanted(wanted);
    });
    check();
    // A student at each of its steps; a teacher as the command line has it.
    runInBackground<QString>(
        this,
        [run = run().toStdString()] {
            const Json options = readJsonFile(run + "/config.json").at("options");
            QStringList steps;
            if (options.value("kind", "") == "student")
                for (int n = 1, most = valueAt(options, "imagine_flash.steps").get<int>(); n <= most; ++n)
                    steps.append(QString::number(n));
            return steps.isEmpty() ? QString::number(kTeacherSteps) : steps.join(", ");
        },
        [this](const QString& steps) {
            if (m_steps->text().isEmpty())
                m_steps->setText(steps);
        },
        [this](const QString& message) { m_problem->setText(message); });
}

std::vector<int> EvaluateDialog::steps() const
{
    std::vector<int> out;
    for (const QString& part : m_steps->text().split(QRegularExpression("[,;\\s]+"), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int n = part.toInt(&isNumber);
        if (!isNumber || n < 1 || n > kMostSteps)
            return {};
        out.push_back(n);
    }
    return out;
}

QPushButton* EvaluateDialog::addChosen(const QString& label, QLineEdit* edit, const QString& name, const QString& browseName, const QString& help)
{
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setObjectName(browseName);
    browse->setAutoDefault(false);
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(edit, 1);
    row->addWidget(browse);
    addRow(label, place, name + "Place", {});
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setToolTip(help);
    return browse;
}

void EvaluateDialog::addData()
{
    m_data = new QLineEdit;
    m_data->setMinimumWidth(320);
    m_data->setPlaceholderText(tr("Those that it was trained on"));
    QPushButton* browse = addChosen(tr("Images to compare with"), m_data, "evaluate.data", "evaluate.browseData", tr("A folder of images, a packed set, a ZIP file, or sprites"));
    browse->setToolTip(tr("Choose a folder, a ZIP or a packed set"));
    browse->setAccessibleName(tr("Choose the images to compare with"));
    auto* menu = new SourceMenu(this);
    browse->setMenu(menu);
    connect(menu, &SourceMenu::chosen, m_data, &QLineEdit::setText);
}

void EvaluateDialog::addExtractor()
{
    askFile = [this] { return QFileDialog::getOpenFileName(this, tr("Feature network"), {}, tr("TorchScript (*.pt *.pth *.ts);;All files (*)")); };
    m_extractor = new QLineEdit;
    m_extractor->setPlaceholderText(tr("The classifier of the studio alone"));
    QPushButton* browse = addChosen(
        tr("Feature network"), m_extractor, "evaluate.extractor", "evaluate.browse",
        tr("A TorchScript file that gives a distance beside that of the studio's classifier, for example inception-2015-12-05.pt, with which it is FID from 50,000 samples on"));
    browse->setToolTip(tr("Choose a TorchScript file"));
    browse->setAccessibleName(tr("Choose a feature network"));
    connect(browse, &QPushButton::clicked, this, [this] {
        if (const QString file = askFile(); !file.isEmpty())
            m_extractor->setText(file);
    });
    connect(m_extractor, &QLineEdit::textChanged, this, &EvaluateDialog::lookAtExtractor);
}

void EvaluateDialog::lookAtExtractor()
{
    const QString file = m_extractor->text().trimmed();
    m_isCode->setVisible(!file.isEmpty());
    m_extractorProblem = file.isEmpty() ? std::optional(ExtractorProblem::None) : std::nullopt;
    check();
    if (file.isEmpty())
        return;
    runInBackground<ExtractorProblem>(
        this, [path = file.toStdString()] { return extractorProblem(path); },
        [this, file](ExtractorProblem problem) {
            if (m_extractor->text().trimmed() != file)
                return;
            m_extractorProblem = problem;
            check();
        },
        [this](const QString& message) { m_problem->setText(message); });
}

QString EvaluateDialog::extractorText() const
{
    switch (m_extractorProblem.value_or(ExtractorProblem::None)) {
    case ExtractorProblem::None: break;
    case ExtractorProblem::Missing: return tr("Feature network: there is no such file.");
    case ExtractorProblem::InsideData: return tr("Feature network: nothing in a project or a model's folder is run as code. If you trust the file, copy it elsewhere.");
    case ExtractorProblem::NotTorchScript: return tr("Feature network: this is no TorchScript file.");
    }
    return {};
}

void EvaluateDialog::check()
{
    const std::optional<Json> count = m_count->value();
    const bool isCountRight = count && count->get<std::int64_t>() >= EvaluateRequest::kLeastCount && count->get<std::int64_t>() <= kMostCount;
    m_problem->setText(!isCountRight                                   ? tr("Samples: a number from %L1 to %L2.").arg(EvaluateRequest::kLeastCount).arg(kMostCount)
                       : steps().empty() && !m_steps->text().isEmpty() ? tr("Steps: numbers from 1 to %1, parted by commas.").arg(kMostSteps)
                                                                       : extractorText());
    m_start->setEnabled(isCountRight && !steps().empty() && m_extractorProblem == ExtractorProblem::None);
}

}  // namespace potstill
