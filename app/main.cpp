#include "app/pages/trainpage.h"
#include "app/window/gapmonitor.h"
#include "app/window/language.h"
#include "app/window/mainwindow.h"
#include "app/window/problemreport.h"
#include "app/window/rundesk.h"
#include "app/window/systemtheme.h"
#include "engine/core/process.h"
#include "engine/io/runfolder.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTimer>

#include <functional>
#include <memory>

int main(int argc, char** argv)
{
    using namespace potstill;
    settleProcess(argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName("potstill");
    QApplication::setApplicationDisplayName("Potstill");
    QApplication::setApplicationVersion(QString::fromStdString(programVersion()));
    QApplication::setDesktopFileName("org.potstill.Potstill");
    QApplication::setWindowIcon(QIcon::fromTheme("org.potstill.Potstill"));

    ProblemReport::start();

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Studio for distilling diffusion models and sampling them."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo("demo", QCoreApplication::translate("main", "Open the demo project."));
    const QCommandLineOption project("project", QCoreApplication::translate("main", "Open or make the project in FOLDER."), "FOLDER");
    const QCommandLineOption gaps("measure-gaps", QCoreApplication::translate("main", "Write the gaps of the event loop after the first paint to FILE at the end."), "FILE");
    parser.addOptions({demo, project, gaps});
    parser.process(app);

    Settings settings;
    applyLanguage(app, settings.language());
    applyTheme(app, settings.theme(), settings.fontScale());
    const SystemTheme systemTheme;
    // Texts are set where a widget is made: another language means another window on the same work.
    const auto work = std::make_shared<StudioWork>();
    std::unique_ptr<MainWindow> window;
    const std::function<void(const QString&)> open = [&](const QString& folder) {
        auto old = std::move(window);
        window = std::make_unique<MainWindow>(work);
        QObject::connect(
            window.get(), &MainWindow::languageChosen, &app,
            [&](const QString& code, bool queueGoesOn) {
                const int page = window->page();
                const QString project = window->project(), run = window->trainPage().runFolder();
                window->saveLayout();
                applyLanguage(app, code);
                open(project);
                window->trainPage().showRun(run);
                window->showPage(MainWindow::Page(page));
                if (queueGoesOn)
                    window->desk().queue().start();
            },
            Qt::QueuedConnection);
        if (!window->openProject(folder))
            window->openProject(MainWindow::demoProjectFolder());
        window->show();
    };
    const QString last = settings.lastProject();
    const bool isLastWanted = !parser.isSet(project) && !parser.isSet(demo) && !last.isEmpty();
    const bool isLastThere = isLastWanted && Project::isProject(last.toStdString());
    open(parser.isSet(project) ? parser.value(project) : isLastThere ? last : MainWindow::demoProjectFolder());
    if (isLastWanted && !isLastThere && last != MainWindow::demoProjectFolder())
        window->openRecentProject(last);
    if (const QString crash = ProblemReport::takeLastCrash(); !crash.isEmpty())
        window->reportCrash(crash);

    GapMonitor monitor;
    if (parser.isSet(gaps))
        QTimer::singleShot(0, &app, [&] { QTimer::singleShot(500, &monitor, [&] { monitor.start(); }); });
    const int code = QApplication::exec();
    if (parser.isSet(gaps))
        monitor.write(parser.value(gaps));
    return code;
}
