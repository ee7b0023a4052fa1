#pragma once

#include "app/session/sidejob.h"
#include "app/window/exportmodeldialog.h"
#include "engine/jobs/jobs.h"

#include <QElapsedTimer>

#include <functional>

namespace potstill {

class NoticeBar;
class RunsDock;

/// What is done with a run's model beside training it: it is exported for other programs and evaluated, one thing at a time. Progress stands in one line above the pages,
/// what came of it in another.
class ModelDesk final : public QObject {
    Q_OBJECT
public:
    /// As MainWindow::askUser.
    using Question = std::function<int(const QString& title, const QString& text, const QStringList& buttons)>;
    struct Parts {
        RunSession& session;
        RunsDock& runs;
        NoticeBar& progress;
        NoticeBar& notice;
        const Question& ask;
    };
    ModelDesk(const Parts& parts, QWidget* window);

    /// Progress::stage for people; the first stage, before a job has told of any, is that a model is opened.
    static QString stageText(const std::string& stage);
    bool isBusy() const { return m_job.isBusy(); }
    /// Opens the dialogs.
    void exportModel(const QString& runFolder);
    void evaluate(const QString& runFolder);

    /// Shows a folder in the system's file manager; tests put their own here.
    std::function<void(const QString& folder)> openFolder;

Q_SIGNALS:
    void problem(const QString& sentence);
    void busyChanged(bool isBusy);
    /// New figures lie in the run's folder.
    void evaluated(const QString& runFolder);
    void figuresWanted(const QString& runFolder);

private:
    bool isFree();
    void settlePlace(ExportRequest request, const QString& folder);
    void writeExport(const ExportRequest& request, const QString& target);
    void measure(const EvaluateRequest& request);
    void start(const QString& what, SideJob::Work work, std::function<void(const Json& result)> done);
    void showProgress(const Progress& progress);

    Parts m_parts;
    QWidget* m_window;
    SideJob m_job;
    QString m_what;
    std::function<void(const Json& result)> m_done;
    std::string m_stage;
    QElapsedTimer m_sinceStage;
};

}  // namespace potstill
