#include "app/pages/configurepage.h"

#include "app/pages/estimateline.h"
#include "app/pages/sweepbar.h"
#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "app/window/pagekeys.h"
#include "engine/core/resources.h"
#include "widgets/issuetext.h"
#include "widgets/linechart.h"
#include "widgets/optionform.h"
#include "widgets/sectioncard.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace potstill {

namespace {

constexpr const char* kBranch = "branch";  // an issue that is of no field

QString text(const Json& document, const char* path)
{
    const Json v = valueAt(document, path);
    return v.is_null() ? QString() : v.is_string() ? QString::fromStdString(v.get<std::string>()) : QString::fromStdString(v.dump());
}

/// Kind, teacher and data are the same.
bool isOfSameImages(const Json& a, const Json& b)
{
    const auto isSame = [&](const char* path) { return valueAt(a, path) == valueAt(b, path); };
    return isSame("kind") && isSame("teacher") && isSame("data");
}

}  // namespace

/// A change of the whole document at once.
class ConfigurePage::Change final : public QUndoCommand {
public:
    enum class Is { Step, EndOfTheLastStep };
    Change(ConfigurePage& page, const QString& what, State before, State after, Is is = Is::Step)
        : QUndoCommand(what), m_page(page), m_before(std::move(before)), m_after(std::move(after)), m_is(is)
    {
    }
    void undo() override { m_page.put(m_before); }
    void redo() override { m_page.put(m_after); }
    int id() const override { return 0x0c0f; }
    /// The checkpoint of a branch belongs to the settings that came with it.
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Change*>(other);
        if (next->m_is == Is::EndOfTheLastStep && next->m_before == m_after) {
            m_after = next->m_after;
            return true;
        }
        if (!m_after.origin.isEmpty() || next->m_after.origin.isEmpty() || next->m_after.document != m_after.document)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    ConfigurePage& m_page;
    State m_before, m_after;
    Is m_is;
};

bool ConfigurePage::isStudent() const { return m_document.value("kind", "") == "student"; }

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

void ConfigurePage::takeTeacher(const QString& path)
{
    const Json before = isReadingTeacher() ? m_choice->before : m_document["teacher"];
    State next = state();
    next.document["teacher"] = path.toStdString();
    changeTo(tr("choice of the teacher"), next);
    // Beside its teacher's images, unless others are chosen; nothing starts before they are known.
    const int reading = ++m_readingTeacher;
    m_choice = TeacherChoice{reading, before, m_document, {}};
    validate();
    const auto take = [this, reading](const Json& data) {
        for (std::optional<TeacherChoice>* choice : {&m_choice, &m_draftChoice})
            if (*choice && (*choice)->reading == reading)
                (*choice)->data.emplace(data);
        takeTeachersData();
        validate();
    };
    runInBackground<Json>(
        this, [teacher = path.toStdString(), project = m_project.toStdString()] { return merged(defaultsOf(runSchema())["data"], dataOfTeacher(teacher, project)); }, take,
        [take, data = m_document["data"]](const QString&) { take(data); });  // a teacher that is not there is named when the run is checked
}

bool ConfigurePage::isReadingTeacher() const { return m_choice && isOfSameImages(m_document, m_choice->chosen); }

/// A part of the step in which the teacher was chosen, as long as nothing else was done.
void ConfigurePage::takeTeachersData()
{
    if (!m_choice || !m_choice->data)
        return;
    const TeacherChoice choice = *std::exchange(m_choice, std::nullopt);
    if (!isOfSameImages(m_document, choice.chosen))
        return;
    State next = state();
    next.document["data"] = *choice.data;
    if (next != state())
        undoStack()->push(new Change(*this, tr("choice of the teacher"), state(), next, Change::Is::EndOfTheLastStep));
    m_delay.start();  // the teacher is kept from now on
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
    const auto textOf = [this](const Issue& i) {
        return i.path == kBranch ? QString::fromStdString(i.message) : issueText(i, runSchema().find(i.path), valueAt(m_document, i.path));
    };
    QStringList ofTeacher;
    for (const Issue& issue : m_issues)
        if (isStudent() && issue.path == "teacher")
            ofTeacher.append(textOf(issue));
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
    m_problems->setText(errors > 0           ? tr("%n setting(s) must be mended first: %1", nullptr, int(errors)).arg(tr("%1: %2").arg(labelOf(first->path), textOf(*first)))
                        : isReadingTeacher() ? tr("Reading what the teacher was trained on…")
                                             : QString());
    m_estimate->setValid(errors == 0);
    enableStart();
}

void ConfigurePage::enableStart()
{
    const bool isReady = !hasErrors(m_issues) && !isReadingTeacher();
    m_start->setEnabled(isReady && m_isStartEnabled && isDraftShown());
    m_sweep->setReady(isReady && isDraftShown());
    m_guestAction->setEnabled(isReady || m_shown != Shown::Queued);
}

QString ConfigurePage::labelOf(const std::string& path) const
{
    if (path == kBranch)
        return tr("Branch");
    const FieldInfo* field = runSchema().find(path);
    return field && !field->label.empty() ? optionText(field->label) : QString::fromStdString(path);
}

QString ConfigurePage::pathsKey() const
{
    return text(m_document, "data.source") + '\n' + (isStudent() ? text(m_document, "teacher") : QString()) + '\n' + m_project + '\n' + m_origin;
}

/// Whether data, teacher and the checkpoint of a branch are there; a network drive may take its time over the answer.
void ConfigurePage::checkPaths()
{
    const QString key = pathsKey();
    if (key == m_pathsAsked && key != m_missingOf)
        return;  // asked, not yet answered
    m_pathsAsked = key;
    struct Found {
        bool data = true, teacher = true, origin = true;
    };
    runInBackground<Found>(
        this,
        [source = text(m_document, "data.source").toStdString(), teacher = isStudent() ? text(m_document, "teacher").toStdString() : std::string(),
         project = m_project.toStdString(), origin = m_origin.toStdString()] {
            Found found;
            found.origin = origin.empty() || std::filesystem::exists(origin);
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
            if (!found.origin)
                missing(kBranch, tr("There is no checkpoint at '%1'; choose another one, or start from the beginning.").arg(m_origin));
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
    m_estimate->setRunOn(!enabled);
    enableStart();
    explainStart();
}

void ConfigurePage::explainStart()
{
    m_start->setToolTip(m_isStartEnabled ? PageKeys::withKeys(tr("Start this run"), "run.start") : tr("A run is on; finish or discard it first"));
}

void ConfigurePage::setOrigin(const QString& checkpoint, const QString& runName) { changeTo(tr("change of where the run begins"), {m_document, checkpoint, runName}); }

void ConfigurePage::start()
{
    validate();
    if (m_start->isEnabled())
        Q_EMIT startRequested(m_document);
}

}  // namespace potstill
