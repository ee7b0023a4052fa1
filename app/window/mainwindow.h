#pragma once

#include "app/session/runsession.h"
#include "app/session/sleepinhibitor.h"
#include "app/window/settings.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QUndoGroup;

namespace potstill {

class ComparePage;
class ConfigurePage;
class GalleryPage;
class Rail;
class RunsDock;
class TopBar;
class TrainPage;

/// The frame: top bar, page rail, Runs and Inspector docks, status bar.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    enum Page { Configure, Train, Compare, Gallery };

    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens or makes a project. False (and a message) when it cannot be.
    bool openProject(const QString& folder);
    QString project() const { return m_projectFolder; }
    void showPage(Page page);
    RunSession& session() { return m_session; }
    ConfigurePage& configurePage() { return *m_configure; }
    TrainPage& trainPage() { return *m_train; }
    ComparePage& comparePage() { return *m_compare; }
    GalleryPage& galleryPage() { return *m_gallery; }

    /// The project that the first launch opens: in the user's data folder.
    static QString demoProjectFolder();
    /// How a question is answered; tests put their own answer here. Returns the index of the chosen button, -1 = none.
    std::function<int(const QString& title, const QString& text, const QStringList& buttons)> askUser;

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildMenu();
    void buildDocks();
    void buildStatusBar();
    void connectSession();
    void startRun(const Json& document);
    void resumeRun(const QString& folder);
    void discardRun();
    void showRecipe(const QString& json);
    void showProblem(const QString& message);
    void showShortcuts();
    void followState(RunSession::State state);

    RunSession m_session;
    SleepInhibitor m_inhibitor;
    Settings m_settings;
    QString m_projectFolder, m_discardFolder;
    bool m_isClosing = false, m_wasNarrow = false, m_inspectorWasOffered = false;
    qint64 m_lastSavedMs = 0;
    QStringList m_warnings;

    TopBar* m_topBar;
    Rail* m_rail;
    QStackedWidget* m_pages;
    ConfigurePage* m_configure;
    TrainPage* m_train;
    ComparePage* m_compare;
    GalleryPage* m_gallery;
    QUndoGroup* m_undo;
    RunsDock* m_runs;
    QDockWidget* m_inspector;
    QTreeWidget* m_recipe;
    QMenu *m_menu, *m_recentMenu;
    QLabel *m_deviceLabel, *m_memoryLabel, *m_rateLabel, *m_savedLabel;
    QToolButton* m_warningsButton;
};

}  // namespace potstill
