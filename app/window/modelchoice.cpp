#include "app/window/modelchoice.h"

#include "engine/core/resources.h"
#include "widgets/icon.h"

#include <QDir>
#include <QFileDialog>
#include <QSignalBlocker>

#include <algorithm>

namespace potstill {

namespace {

const char* const kBrowse = "browse:";

}  // namespace

ModelChoice::ModelChoice(Kind kind, QWidget* parent) : QComboBox(parent), m_kind(kind)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(28);
    fill();
    connect(this, &QComboBox::activated, this, [this] {
        if (model() == kBrowse) {
            const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a diffusers folder, run or checkpoint"));
            setModel(folder.isEmpty() ? m_last : folder);
        }
        if (model() != m_last) {
            m_last = model();
            Q_EMIT modelChanged(m_last);
        }
    });
}

void ModelChoice::setRuns(const std::vector<RunSummary>& runs)
{
    const auto isAlike = [](const RunSummary& a, const RunSummary& b) { return a.folder == b.folder && a.name == b.name && a.kind == b.kind; };
    if (std::equal(runs.begin(), runs.end(), m_runs.begin(), m_runs.end(), isAlike))
        return;  // an open list stays open
    m_runs = runs;
    fill();
    if (!m_last.isEmpty())
        setModel(m_last);  // also where its run has gone
}

void ModelChoice::setModel(const QString& path)
{
    if (!path.isEmpty() && findData(path) < 0) {
        m_named.append(path);
        fill();
    }
    const QSignalBlocker blocker(this);
    setCurrentIndex(std::max(0, findData(path)));
    m_last = model();
}

void ModelChoice::fill()
{
    const QSignalBlocker blocker(this);
    const QString before = model();
    clear();
    for (const RunSummary& s : m_runs) {
        const bool isStudent = s.kind == "student";
        if (m_kind == Kind::All || !isStudent)
            addItem(icon(isStudent ? "student" : "teacher"), QString::fromStdString(s.name), QString::fromStdString(s.folder.string()));
    }
    try {
        const QDir models(QString::fromStdString((resourceFolder() / "models").string()));
        for (const QString& name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            addItem(icon("teacher"), tr("Bundled: %1").arg(name), "bundled:" + name);
    } catch (const std::exception&) {
        // A program without its resources says so where it needs them.
    }
    for (const QString& path : std::as_const(m_named))
        if (findData(path) < 0)  // not a run by now
            addItem(icon("folder"), QDir(path).dirName(), path);
    addItem(icon("folder"), tr("Open a folder…"), kBrowse);
    setCurrentIndex(std::max(0, findData(before)));
}

}  // namespace potstill
