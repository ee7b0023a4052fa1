#include "app/pages/configurepage.h"

#include "app/session/background.h"
#include "app/window/modelchoice.h"
#include "engine/io/jsonfile.h"

#include <QDir>
#include <QFile>

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
    m_project = folder;
    m_teacher->setProject(folder);
    try {
        if (const std::string draft = draftOf(folder); QFile::exists(QString::fromStdString(draft)))
            readDraft(readJsonFile(draft));
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

void ConfigurePage::readDraft(Json draft)
{
    const Json branch = draft.value(kBranchOf, Json::object());
    draft.erase(kBranchOf);
    if (hasErrors(checkAgainstSchema(draft, runSchema())))
        return;  // of another version: what is shown stays, and no branch of it
    setDocument(draft);
    if (const std::string checkpoint = branch.value("checkpoint", ""); !checkpoint.empty())
        setOrigin(originOf(checkpoint), QString::fromStdString(branch.value("run_name", "")));
}

Json ConfigurePage::draft() const
{
    Json draft = m_document;
    if (!m_origin.isEmpty())
        draft[kBranchOf] = {{"checkpoint", storedOrigin()}, {"run_name", m_originName.toStdString()}};
    return draft;
}

std::string ConfigurePage::storedOrigin() const { return m_origin.isEmpty() ? std::string() : QDir(m_project).relativeFilePath(m_origin).toStdString(); }

QString ConfigurePage::originOf(const std::string& stored) const
{
    return stored.empty() ? QString() : QDir::cleanPath(QDir(m_project).absoluteFilePath(QString::fromStdString(stored)));
}

void ConfigurePage::keepDraft()
{
    const bool isEdited = m_document != merged(defaultsOf(runSchema()), m_queued.document) || m_origin != originOf(m_queued.branchOf);
    if (m_shown == Shown::Queued && isEdited && !hasErrors(validateRun(m_document)))
        saveQueued();
    if (m_project.isEmpty() || !m_delay.isActive() || !isDraftShown())
        return;
    try {
        writeJsonFile(draftOf(m_project), draft());
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
        [file = draftOf(m_project), draft = draft()] {
            writeJsonFile(file, draft);
            return true;
        },
        [](bool) {});
}

}  // namespace potstill
