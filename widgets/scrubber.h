#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLineEdit;
class QTimer;
class QToolButton;

namespace potstill {

struct ScrubberEvent {
    qint64 images = 0;        ///< images seen
    QString label;            ///< tool tip; "" = none
    bool emphasised = false;  ///< checkpoint, star: a taller tick
};

class ScrubberTrack;

/// One time line for all images of a page: stands on one of its events. Left and Right step, Page keys jump ten, Home and End go to the ends,
/// Space plays; a number of images seen can be typed in ("12k", "1.5M") and goes to the nearest event.
class Scrubber final : public QWidget {
    Q_OBJECT
public:
    /// What the positions of the events count.
    enum class Unit { Images, Steps };

    explicit Scrubber(QWidget* parent = nullptr);
    void setUnit(Unit unit);

    /// Sorted by images. Stays at the newest event if it was there (following), else at the same position.
    void setEvents(const QList<ScrubberEvent>& events);
    const QList<ScrubberEvent>& events() const { return m_events; }
    /// End of the time line where it is known (budget of the run); 0 = last event.
    void setTotalImages(qint64 images);
    int currentIndex() const { return m_current; }
    qint64 currentImages() const;
    void setCurrentIndex(int index);
    /// The event nearest to a number of images.
    void goToImages(qint64 images);
    bool isFollowing() const;
    bool isPlaying() const;
    void setPlaying(bool playing);
    void setPlayIntervalMs(int ms);

Q_SIGNALS:
    void currentChanged(int index);
    void playingChanged(bool playing);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class ScrubberTrack;
    void refresh();
    void retranslate();
    void takeTypedText();
    QString positionText(qint64 position) const;

    Unit m_unit = Unit::Images;
    QList<ScrubberEvent> m_events;
    qint64 m_total = 0;
    int m_current = -1;
    QToolButton* m_play;
    QToolButton* m_back;
    QToolButton* m_forward;
    ScrubberTrack* m_track;
    QLineEdit* m_position;
    QTimer* m_timer;
};

/// 12000, "12k", "1.5 M" -> images; -1 if it is not a number.
qint64 imagesFromText(const QString& text);

}  // namespace potstill
