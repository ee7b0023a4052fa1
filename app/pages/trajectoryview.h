#pragma once

#include "engine/gallery/gallery.h"
#include "engine/jobs/comparison.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace potstill {

class ImageCompare;
class Scrubber;

/// The predictions of a trajectory as one group of a gallery.
std::vector<GalleryItem> trajectoryItems(const Trajectory& trajectory, const QString& name);
/// As a folder of PNGs (ending "") or an animation: "gif", "webp", "mp4". Not for the window's thread. Throws Error.
void saveTrajectory(const Trajectory& trajectory, const QString& target, const QString& ending);

/// The way of one sample: the clean image that is predicted at every step, beside the state there or the finished sample. Arrow keys scrub, Space plays.
class TrajectoryView final : public QWidget {
    Q_OBJECT
public:
    explicit TrajectoryView(QWidget* parent = nullptr);

    /// While it is sampled.
    void setPending(const QString& name);
    void setTrajectory(const Trajectory& trajectory);
    void setFailure(const QString& message);
    const QString& name() const { return m_name; }
    const Trajectory& trajectory() const { return m_trajectory; }
    Scrubber& scrubber() { return *m_scrubber; }

Q_SIGNALS:
    void closeRequested();
    /// "" = a folder of PNGs, else the ending of an animation's file.
    void exportRequested(const QString& ending);

private:
    void showStep();

    Trajectory m_trajectory;
    QString m_name;
    QLabel *m_title, *m_facts;
    QComboBox* m_beside;
    QToolButton* m_export;
    ImageCompare* m_view;
    Scrubber* m_scrubber;
};

}  // namespace potstill
