#include "app/window/gapmonitor.h"
#include "app/window/mainwindow.h"
#include "app/window/problemreport.h"
#include "app/window/systemtheme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace potstill;
    // Compute threads that wait must not take the processor from the window; read when the first parallel loop starts.
    setenv("OMP_WAIT_POLICY", "passive", 0);
    QApplication app(argc, argv);
    QApplication::setApplicationName("potstill");
    QApplication::setApplicationDisplayName("Potstill");
    QApplication::setApplicationVersion(QString::fromStdString(programVersion()));
    QApplication::setDesktopFileName("org.potstill.Potstill");

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
    applyTheme(app, settings.theme(), settings.fontScale());
    const SystemTheme systemTheme;
    MainWindow window;
    QString folder = parser.isSet(project) ? parser.value(project) : parser.isSet(demo) || settings.lastProject().isEmpty() ? MainWindow::demoProjectFolder() : settings.lastProject();
    if (!window.openProject(folder))
        window.openProject(MainWindow::demoProjectFolder());
    window.show();
    if (const QString crash = ProblemReport::takeLastCrash(); !crash.isEmpty())
        window.reportCrash(crash);

    GapMonitor monitor;
    if (parser.isSet(gaps))
        QTimer::singleShot(0, &window, [&] { QTimer::singleShot(500, &monitor, [&] { monitor.start(); }); });
    const int code = QApplication::exec();
    if (parser.isSet(gaps))
        monitor.write(parser.value(gaps));
    return code;
}
