#pragma once

#include "app/session/sleepinhibitor.h"
#include "app/window/settings.h"
#include "app/window/shortcuts.h"
#include "app/window/studiowork.h"
#include "app/window/warninglist.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QStackedWidget;
class QTreeWidget;
class QUndoGroup;

namespace potstill {

class ComparePage;
class ConfigurePage;
class GalleryPage;
class ModelDesk;
class NoticeBar;
class Rail;
class RatePage;
class ResultsPage;
class RunDesk;
class RunTable;
class RunsDock;
class TopBar;
class TrainPage;
struct RunSummary;

/// The frame: top bar, page rail, Runs and Inspector docks, status bar.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    enum Page { Configure, Train, Compare, Rate, Results, Gallery };

    /// Work that another window leaves behind (its language was changed), or its own.
    explicit MainWindow(std::shared_ptr<StudioWork> work = std::make_shared<StudioWork>(), QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens or makes a project and waits for its disk: for a window that nobody uses yet. False (and a message) when it cannot be.
    bool openProject(const QString& folder);
    /// The same for a window in use: the disk is asked on a pool thread. Then `entered`, unless the project cannot be opened or another one was asked for meanwhile.
    void changeProject(const QString& folder, const std::function<void()>& entered = {});
    /// Opens a project of the list of recent ones, which is not made anew where it is gone: that is said, and it may leave the list.
    void openRecentProject(const QString& folder);
    QString project() const { return m_projectFolder; }
    void showPage(Page page);
    Page page() const;
    void saveLayout();
    /// Says that the last session ended by a defect, and offers a problem report by one click.
    void reportCrash(const QString& trace);
    RunSession& session() { return m_session; }
    ConfigurePage& configurePage() { return *m_configure; }
    TrainPage& trainPage() { return *m_train; }
    RunDesk& desk() { return *m_desk; }
    ModelDesk& modelDesk() { return *m_modelDesk; }
    ComparePage& comparePage() { return *m_compare; }
    RatePage& ratePage() { return *m_rate; }
    ResultsPage& resultsPage() { return *m_results; }
    GalleryPage& galleryPage() { return *m_gallery; }

    /// The project that the first launch opens: in the user's data folder.
    static QString demoProjectFolder();
    /// How a question is answered; tests put their own answer here. Returns the index of the chosen button, -1 = none.
    std::function<int(const QString& title, const QString& text, const QStringList& buttons)> askUser;
    /// Where a problem report goes, "" = nowhere; tests put their own here.
    std::function<QString()> askReportFile;
    /// Tells a person who looks elsewhere; tests put their own here.
    std::function<void(const QString& title, const QString& text)> notifyUser;

Q_SIGNALS:
    /// The owner makes a new window, which speaks it.
    /// `queueGoesOn`: the queue was being worked off and was held for the change.
    void languageChosen(const QString& code, bool queueGoesOn);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenu();
    void buildDocks();
    void buildInspector();
    void buildStatusBar();
    void connectSession();
    void startRun(const Json& document);
    void resumeRun(const QString& folder, qint64 extendTo = 0);
    void discardRun();
    void trashDiscarded();
    /// Another project can be opened; else that is said.
    bool canChangeProject(const QString& folder);
    enum class IfNone { Make, Tell };
    /// Opens a project, which is looked for on a pool thread; then `entered`.
    void openAside(const QString& folder, IfNone ifNone, const std::function<void()>& entered = {});
    /// Of a project of the list.
    void tellGone(const QString& folder);
    void enterProject(const QString& folder);
    /// A run that was discarded; "" = none.
    void trashRun(const QString& run);
    void showDraft();
    void showRecipe(const QString& json);
    void showSelected();
    void showSelectedRuns(const QStringList& folders);
    void showFigures(const QString& run, bool opensInspector);
    void followRun();
    void takeImages(const QStringList& files);
    void showProblem(const QString& message);
    /// An entry of the list of warnings leads to its run and what shows its cause.
    void followWarning(const WarningList::Entry& entry);
    void chooseLanguage(const QString& code);
    void changeWaitingLanguage();
    void waitForBackground();
    void notifyWhenAway(const QString& title, const QString& text);
    QString placeOfRun(const QString& name) const;
    void tellEnd(const RunSummary& run);
    void followUndo();
    void addCommand(const QString& id, QAction* action);
    void showShortcuts();
    void showHandbook();
    void writeProblemReport();
    void followState(RunSession::State state);
    void closeAfter(const QString& runThatGoesOn);
    void closeAfterEnd(const QString& discarded, bool handsOver);

    std::shared_ptr<StudioWork> m_work;
    RunSession& m_session;
    SleepInhibitor m_inhibitor;
    Settings m_settings;
    Shortcuts m_shortcuts;
    QString m_projectFolder;
    bool m_isDiscarding = false, m_isClosing = false, m_isHandingOver = false, m_wasNarrow = false, m_inspectorWasOffered = false;
    std::optional<QString> m_waitingLanguage;
    bool m_queueGoesOn = false;
    int m_opening = 0;  // counts the projects that were asked for: an answer to an earlier question is none

    TopBar* m_topBar;
    Rail* m_rail;
    QStackedWidget* m_pages;
    ConfigurePage* m_configure;
    TrainPage* m_train;
    ComparePage* m_compare;
    RatePage* m_rate;
    ResultsPage* m_results;
    GalleryPage* m_gallery;
    QUndoGroup* m_undo;
    RunsDock* m_runs;
    RunDesk* m_desk;
    ModelDesk* m_modelDesk;
    NoticeBar *m_jobBar, *m_notice;
    QDockWidget* m_inspector;
    QTreeWidget* m_recipe;
    QLabel* m_nothingSelected;
    RunTable* m_selectedRuns;
    QStackedWidget* m_inspectorPages;
    QMenu *m_menu, *m_recentMenu;
    WarningList* m_warnings;
};

}  // namespace potstill
