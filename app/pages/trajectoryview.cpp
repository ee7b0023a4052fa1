#include "app/pages/trajectoryview.h"

#include "engine/gallery/animationexport.h"
#include "engine/io/runfolder.h"
#include "widgets/icon.h"
#include "widgets/imagecompare.h"
#include "widgets/numbertext.h"
#include "widgets/scrubber.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kWidthOfAnimation = 512;  // at least so many pixels wide, by a whole magnification

}  // namespace

std::vector<GalleryItem> trajectoryItems(const Trajectory& trajectory, const QString& name)
{
    const std::string group = newUuid();
    std::vector<GalleryItem> out;
    for (const TrajectoryFrame& frame : trajectory.frames) {
        Json recipe = trajectory.recipe;
        recipe["t"] = frame.t;
        recipe["nfe"] = frame.nfe;
        recipe["trajectory_step"] = out.size() + 1;
        out.push_back({{},
                       {},
                       {},
                       std::move(recipe),
                       GroupKind::Trajectory,
                       group,
                       name.toStdString(),
                       TrajectoryView::tr("t = %1").arg(numberText(frame.t, 'f', 3)).toStdString(),
                       {},
                       std::make_shared<const Image>(frame.x0)});
    }
    return out;
}

void saveTrajectory(const Trajectory& trajectory, const QString& target, const QString& ending)
{
    if (ending.isEmpty()) {
        writeTrajectory(trajectory, target.toStdString());
        return;
    }
    Gallery frames;
    for (GalleryItem& item : trajectoryItems(trajectory, {}))
        frames.items.push_back(std::make_shared<const GalleryItem>(std::move(item)));
    ExportOptions options;
    options.magnify = std::max(1, kWidthOfAnimation / std::max(1, trajectory.image.width));
    options.frameMs = std::max(60, 3000 / std::max(1, int(frames.items.size())));
    RunControl control;
    RunObserver silent;
    const ExportFormat format = ending == "mp4" ? ExportFormat::Mp4 : ending == "webp" ? ExportFormat::WebP : ExportFormat::Gif;
    exportAnimation(frames, format, options, target.endsWith('.' + ending) ? target.toStdString() : (target + '.' + ending).toStdString(), control, silent);
}

TrajectoryView::TrajectoryView(QWidget* parent) : QWidget(parent)
{
    setObjectName("compare.trajectory");
    setAccessibleName(tr("Trajectory of one sample"));
    m_title = new QLabel;
    m_title->setObjectName("trajectory.title");
    m_facts = new QLabel;
    m_facts->setObjectName("trajectory.facts");
    m_facts->setProperty("role", "secondary");
    m_facts->setFont(Theme::instance().tabularFont());
    m_beside = new QComboBox;
    m_beside->setObjectName("trajectory.beside");
    m_beside->setAccessibleName(tr("Image beside the prediction"));
    m_beside->setToolTip(m_beside->accessibleName());
    m_beside->addItem(tr("beside the noisy state"));
    m_beside->addItem(tr("beside the finished sample"));
    m_export = new QToolButton;
    m_export->setObjectName("trajectory.export");
    m_export->setIcon(icon("export"));
    m_export->setText(tr("Save…"));
    m_export->setToolTip(tr("The trajectory as an animation"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("GIF animation…"), this, [this] { Q_EMIT exportRequested("gif"); });
    menu->addAction(tr("WebP animation…"), this, [this] { Q_EMIT exportRequested("webp"); });
    QAction* video = menu->addAction(tr("MP4 video…"), this, [this] { Q_EMIT exportRequested("mp4"); });
    connect(menu, &QMenu::aboutToShow, video, [video] {
        video->setEnabled(!findFfmpeg().empty());
        video->setText(video->isEnabled() ? tr("MP4 video…") : tr("MP4 video (needs the program ffmpeg)"));
    });
    menu->addAction(tr("Folder of PNGs…"), this, [this] { Q_EMIT exportRequested({}); });
    m_export->setMenu(menu);
    m_view = new ImageCompare;
    m_view->setObjectName("trajectory.view");
    m_view->setCloseButtonShown(true);
    m_scrubber = new Scrubber;
    m_scrubber->setObjectName("trajectory.scrubber");
    m_scrubber->setUnit(Scrubber::Unit::Steps);
    m_scrubber->setPlayIntervalMs(200);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_title);
    bar->addWidget(m_facts, 1);
    bar->addWidget(m_beside);
    bar->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_scrubber);
    setFocusProxy(m_scrubber);
    connect(m_scrubber, &Scrubber::currentChanged, this, &TrajectoryView::showStep);
    connect(m_beside, &QComboBox::activated, this, &TrajectoryView::showStep);
    connect(m_view, &ImageCompare::closeRequested, this, &TrajectoryView::closeRequested);
}

void TrajectoryView::setPending(const QString& name)
{
    m_name = name;
    m_trajectory = {};
    m_title->setText(name);
    m_facts->setText(tr("Sampling…"));
    m_export->setEnabled(false);
    m_scrubber->setPlaying(false);
    m_scrubber->setEvents({});
    m_view->clear();
}

void TrajectoryView::setFailure(const QString& message) { m_facts->setText(message); }

void TrajectoryView::setTrajectory(const Trajectory& trajectory)
{
    m_trajectory = trajectory;
    QList<ScrubberEvent> events;
    for (std::size_t i = 0; i < trajectory.frames.size(); ++i)
        events.append({qint64(i) + 1, tr("t = %1").arg(numberText(trajectory.frames[i].t, 'f', 3)), false});
    m_scrubber->setEvents(events);
    m_scrubber->setTotalImages(qint64(trajectory.frames.size()));
    m_export->setEnabled(!trajectory.frames.empty());
    showStep();
}

void TrajectoryView::showStep()
{
    const int at = m_scrubber->currentIndex();
    if (at < 0 || std::size_t(at) >= m_trajectory.frames.size())
        return;
    const TrajectoryFrame& frame = m_trajectory.frames[std::size_t(at)];
    const bool isState = m_beside->currentIndex() == 0;
    m_facts->setText(tr("step %1 of %2 · t = %3 · %4 NFE").arg(at + 1).arg(m_trajectory.frames.size()).arg(numberText(frame.t, 'f', 3)).arg(frame.nfe));
    m_view->setImages(frame.x0, tr("predicted clean image"), isState ? frame.xt : m_trajectory.image,
                      isState ? tr("state, t = %1").arg(numberText(frame.t, 'f', 3)) : tr("finished sample"));
}

}  // namespace potstill
