#include "app/pages/comparepage.h"
#include "app/pages/configurepage.h"
#include "app/pages/exportpanel.h"
#include "app/pages/gallerydocument.h"
#include "app/pages/gallerypage.h"
#include "app/pages/trainpage.h"
#include "app/session/background.h"
#include "app/window/gapmonitor.h"
#include "app/window/mainwindow.h"
#include "engine/gallery/gallery.h"
#include "engine/io/runfolder.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QThread>
#include <QWheelEvent>

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

// How the real window bears load: gaps of its event loop in several situations beside an idle control, and its memory over eight hours' worth of messages.
//   claims_studio_load [SECONDS of each situation, default 20]
using namespace potstill;

namespace {

double residentMb()
{
    malloc_trim(0);
    QFile file("/proc/self/status");
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (line.startsWith("VmRSS"))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

/// Runs the event loop for so long, `act` every `periodMs`.
void live(double seconds, int periodMs = 0, const std::function<void()>& act = {})
{
    QEventLoop loop;
    QTimer ticker;
    if (act) {
        QObject::connect(&ticker, &QTimer::timeout, &loop, act);
        ticker.start(periodMs);
    }
    QTimer::singleShot(int(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitFor(const std::function<bool()>& isDone, double seconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone()) {
        if (clock.elapsed() > seconds * 1000)
            return false;
        live(0.05);
    }
    return true;
}

template <class T>
T* child(QWidget& parent, const char* name)
{
    T* found = parent.findChild<T*>(name);
    if (!found) {
        std::fprintf(stderr, "no widget named %s\n", name);
        std::exit(1);
    }
    return found;
}

void measured(const char* name, const std::function<void()>& situation)
{
    GapMonitor monitor;
    monitor.start();
    situation();
    std::printf("%-40s %7zu ticks   99.9 %% within %6.1f ms   longest %6.1f ms\n", name, monitor.count(), monitor.quantileMs(0.999), monitor.longestMs());
    std::fflush(stdout);
}

/// Paintings of a widget and what lies in it.
class PaintCount final : public QObject {
public:
    explicit PaintCount(QWidget& widget)
    {
        widget.installEventFilter(this);
        for (QWidget* part : widget.findChildren<QWidget*>())
            part->installEventFilter(this);
    }
    int mostOfAnyPart() const { return m_counts.isEmpty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_counts[watched];
        return false;
    }

private:
    QHash<QObject*, int> m_counts;
};

/// Hours of a run's messages, with the names of a real one, as fast as they are taken.
class Soak final : public RunJob {
public:
    Soak(std::string run, std::string preview, int hours) : m_run(std::move(run)), m_preview(std::move(preview)), m_hours(hours) {}
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        observer.onRunFolder(m_run);
        PreviewGrid grid;
        grid.columns = {"1 step", "2 steps", "3 steps", "teacher 25 steps"};
        for (int row = 0; row < 8; ++row)
            grid.rows.push_back(std::to_string(row));
        grid.cells.assign(32, Image(16, 16, 3));
        grid.file = m_preview;
        for (std::int64_t second = 0; second < m_hours * 3600 && !control.isStopping(); ++second) {
            StatPoint p{second * 100, double(second), {}};
            for (const char* value : {"loss", "reconstruction", "adversarial", "discriminator", "grad_norm", "images_per_s", "update_ratio", "diversity", "data_wait_s"})
                p.values.emplace_back(value, 1 + 0.1 * std::sin(double(second)));
            for (const char* level : {"loss/t0.05", "loss/t0.15", "loss/t0.25", "loss/t0.35", "loss/t0.45", "loss/t0.55", "loss/t0.65", "loss/t0.75", "loss/t0.85", "loss/t0.95"})
                p.values.emplace_back(level, 1 + 0.1 * std::cos(double(second)));
            observer.onStats(p);
            for (int tick = 0; tick < 10; ++tick)
                observer.onProgress({"train", second * 100 + tick * 10, m_hours * 360000, 100, double(m_hours * 3600 - second)});
            if (second % 10 == 0) {
                grid.imagesSeen = second * 100;
                observer.onPreview(grid);
            }
            if (second % 60 == 0)
                observer.onLog(LogLevel::Info, "saved");
            if (second % 20 == 0)
                QThread::msleep(2);  // an hour in half a second or so
        }
        return JobOutcome::Finished;
    }

private:
    std::string m_run, m_preview;
    int m_hours;
};

}  // namespace

int main(int argc, char** argv)
{
    const QTemporaryDir here;
    qputenv("POTSTILL_SETTINGS", here.filePath("settings.ini").toUtf8());
    QApplication app(argc, argv);
    applyTheme(app, ThemeChoice::Light);
    const double seconds = argc > 1 ? std::atof(argv[1]) : 20;
    const auto folder = [&](const char* name) { return here.filePath(name); };

    MainWindow window;
    window.openProject(folder("project"));
    window.resize(1920, 1080);
    window.show();
    live(2);
    measured("idle", [&] { live(seconds); });

    window.showPage(MainWindow::Train);
    measured("a million points, zoomed and panned", [&] {
        auto* chart = child<LineChart>(window, "train.lossChart");
        window.trainPage().findChild<QStackedWidget*>()->setCurrentIndex(1);  // as if a run were shown
        std::vector<SeriesPoint> points(1'000'000);
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = {double(i), 1 + 0.2 * std::sin(double(i) / 5000) + 0.05 * std::cos(double(i) * 1.7)};
        chart->setSeries("load", "load", std::move(points));
        int step = 0;
        double at = 1'000'000;
        chart->setXRange(200'000, 700'000);
        live(0.2);
        QWidget* view = child<QAbstractScrollArea>(*chart, "chart.view")->viewport();
        const QPointF middle = view->rect().center();
        const auto mouse = [&](QEvent::Type type, const QPointF& position, Qt::MouseButton button) {
            QMouseEvent event(type, position, view->mapToGlobal(position), button, Qt::MiddleButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view, &event);
        };
        mouse(QEvent::MouseButtonPress, middle, Qt::MiddleButton);
        const PaintCount paints(*chart);
        live(seconds, 16, [&] {
            ++step;
            // A person drags to and fro and turns the wheel now and then: 60 events a second.
            const QPointF position = middle + QPointF(400 * std::sin(step / 30.0), 0);
            mouse(QEvent::MouseMove, position, Qt::NoButton);
            if (step % 10 == 0) {
                QWheelEvent wheel(position, view->mapToGlobal(position), {}, {0, step % 20 == 0 ? 120 : -120}, Qt::MiddleButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(view, &wheel);
            }
            if (step % 6 == 0) {
                std::vector<SeriesPoint> more;
                for (int i = 0; i < 100; ++i)
                    more.push_back({at++, 1});
                chart->appendPoints("load", more);
            }
        });
        std::printf("   (%.0f frames a second for %.0f asked for)\n", paints.mostOfAnyPart() / seconds, step / seconds);
        chart->clear();
    });

    window.showPage(MainWindow::Compare);
    measured("a ladder of 1,000 cells, sampled, scrolled", [&] {
        window.comparePage().setTeacherSteps(4);
        child<QSpinBox>(window, "compare.rows")->setValue(250);
        window.comparePage().showModel("bundled:sprites-v");
        auto* grid = child<ImageGrid>(window, "compare.grid");
        int step = 0;
        live(seconds, 30, [&] {
            QScrollBar* bar = grid->verticalScrollBar();
            bar->setValue(bar->maximum() * (step++ % 200) / 200);
        });
        std::printf("   (%d rows of %d columns)\n", grid->rowCount(), grid->columnCount());
    });

    Gallery gallery = createGallery(folder("project").toStdString(), "Many");
    for (int i = 0; i < 10'000; ++i) {
        auto item = std::make_shared<GalleryItem>();
        item->image = std::make_shared<const Image>(16, 16, 3);
        const_cast<Image&>(*item->image).pixels[0] = std::uint8_t(i);
        const_cast<Image&>(*item->image).pixels[1] = std::uint8_t(i / 256);
        gallery.items.push_back(storeImage(gallery.folder, *item));
    }
    saveGallery(gallery);
    window.galleryPage().setProject(folder("project"));
    window.showPage(MainWindow::Gallery);
    if (!waitFor([&] { return window.galleryPage().document().gallery().items.size() == 10'000; }, 120)) {
        std::fprintf(stderr, "the gallery did not open\n");
        return 1;
    }
    live(2);
    measured("10,000 images exported as a page", [&] {
        window.galleryPage().exportPanel().askTarget = [&](const QString&, const QString&, bool) { return folder("page"); };
        auto* formats = child<QComboBox>(window, "gallery.format");
        formats->setCurrentIndex(formats->findData("html"));
        auto* button = child<QAbstractButton>(window, "gallery.export");
        waitFor([&] { return button->isEnabled(); }, 30);
        button->click();
        if (!waitFor([&] { return QFile::exists(folder("page/index.html")) && child<QAbstractButton>(window, "gallery.open")->isVisible(); }, 300))
            std::printf("   (not finished in 300 s)\n");
    });

    measured("training, sampled each 1 s, saved each 5 s", [&] {
        Json demo = window.configurePage().document();
        window.session().startNew(folder("project"), demo);
        window.showPage(MainWindow::Train);
        live(3);
        int second = 0;
        live(seconds, 1000, [&] {
            window.session().sampleNow();
            if (++second % 5 == 0)
                window.session().saveNow();
        });
        window.session().finish();
        waitFor([&] { return window.session().state() == RunSession::State::Idle; }, 60);
    });

    const auto runs = Project::open(folder("project").toStdString()).runs();
    std::string preview;
    for (const auto& entry : std::filesystem::directory_iterator(runs.front() / "samples"))
        if (entry.path().extension() == ".png")
            preview = entry.path().string();
    window.showPage(MainWindow::Train);
    measured("8 hours of messages", [&] {
        for (const int hours : {1, 8}) {
            window.session().start([&, hours] { return std::make_unique<Soak>(runs.front().string(), preview, hours); });
            waitFor([&] { return window.session().state() == RunSession::State::Idle; }, 600);
            live(1);
            const double now = residentMb();
            std::printf("   (resident after %d h of messages: %.0f MB; %d curves on the chart)\n", hours, now,
                        int(child<LineChart>(window, "train.lossChart")->seriesIds().size()));
        }
    });
    finishBackgroundWork();
    return 0;
}
