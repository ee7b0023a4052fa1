#include "app/pages/configurepage.h"

#include "app/pages/checkpointtexts.h"
#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "engine/io/jsonfile.h"

#include <QDir>

#include <filesystem>
#include <utility>

// How the draft is kept: PROJECT/draft.json holds its settings, and for a branch where it goes on from.
namespace potstill {

namespace {

constexpr const char* kBranchOf = "branch_of";

std::string draftOf(const QString& project) { return project.toStdString() + "/draft.json"; }

}  // namespace

void ConfigurePage::setRuns(const std::vector<RunSummary>& runs) { m_teacher->setRuns(runs); }

void ConfigurePage::setProject(const QString& folder)
{
    showDraft();
    keepDraft();
    if (std::exchange(m_project, folder) == folder)
        return;
    m_choice.reset();
    // Not what another project was about; nor is what was edited there brought back into this one.
    m_document = defaultsOf(runSchema());
    applyPreset("demo");
    m_left.clear();
    m_undo.clear();
    m_unread = state();
    const auto take = [this, reading = ++m_reading](const std::optional<State>& read) {
        if (reading == m_reading && m_unread)
            takeDraft(read);
    };
    // A damaged draft is replaced by the next one; nothing but unsent settings was in it.
    runInBackground<std::optional<State>>(
        this, [folder] { return readDraft(folder); }, take, [take](const QString&) { take({}); });
}

std::optional<ConfigurePage::State> ConfigurePage::readDraft(const QString& project)
{
    const std::string file = draftOf(project);
    if (!std::filesystem::exists(file))
        return std::nullopt;
    Json draft = readJsonFile(file);
    const Json branch = draft.value(kBranchOf, Json::object());
    draft.erase(kBranchOf);
    if (hasErrors(checkAgainstSchema(draft, runSchema())))
        return std::nullopt;  // of another version: what is shown stays, and no branch of it
    return State{merged(defaultsOf(runSchema()), draft), checkpointIn(project, branch.value("checkpoint", "")), QString::fromStdString(branch.value("run_name", ""))};
}

void ConfigurePage::takeDraft(const std::optional<State>& read)
{
    const State before = *std::exchange(m_unread, std::nullopt);
    m_delay.start();  // what stands here is kept from now on
    if (!read)
        return;
    if (!isDraftShown()) {
        if (m_draft == before)
            m_draft = *read;
        return;
    }
    // What was set up meanwhile stands, as a step from what was read.
    const State meanwhile = state();
    put(*read);
    m_undo.clear();
    if (meanwhile != before)
        changeTo(tr("change of all settings"), meanwhile);
}

/// As shown; a chosen teacher comes into it with its data.
Json ConfigurePage::keptDocument() const
{
    Json document = m_document;
    if (isReadingTeacher())
        document["teacher"] = m_choice->before;
    return document;
}

Json ConfigurePage::draft() const
{
    Json draft = keptDocument();
    if (!m_origin.isEmpty())
        draft[kBranchOf] = {{"checkpoint", storedOrigin()}, {"run_name", m_originName.toStdString()}};
    return draft;
}

std::string ConfigurePage::storedOrigin() const { return m_origin.isEmpty() ? std::string() : QDir(m_project).relativeFilePath(m_origin).toStdString(); }

QString ConfigurePage::originOf(const std::string& stored) const { return checkpointIn(m_project, stored); }

/// What stands in for a draft that is still being read is not written over it.
bool ConfigurePage::canKeepDraft() const { return !m_project.isEmpty() && isDraftShown() && m_unread != state(); }

void ConfigurePage::keepDraft()
{
    const Json document = keptDocument();
    const bool isEdited = document != merged(defaultsOf(runSchema()), m_queued.document) || m_origin != originOf(m_queued.branchOf);
    if (m_shown == Shown::Queued && isEdited && !hasErrors(validateRun(document)))
        saveQueued();
    if (!canKeepDraft() || !m_delay.isActive())
        return;
    try {
        writeJsonFile(draftOf(m_project), draft());
    } catch (const std::exception&) {
        // As with every draft: nothing but unsent settings is lost.
    }
}

void ConfigurePage::saveDraft()
{
    if (!canKeepDraft())
        return;
    runInBackground<bool>(
        this,
        [file = draftOf(m_project), draft = draft()] {
            writeJsonFile(file, draft);
            return true;
        },
        [](bool) {});
}

}  // namespace potstill
