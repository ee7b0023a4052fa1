#pragma once

#include "app/session/runfollower.h"
#include "engine/core/options.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace potstill {

class ImageGrid;
class Scrubber;

/// The samples of fixed noise at every sampling event, with one time line for all. A moment can be pinned: it stays on the left while the time line moves the other.
class SamplePanel final : public QWidget {
    Q_OBJECT
public:
    explicit SamplePanel(QWidget* parent = nullptr);

    void clear();
    void setPreviews(const QList<StoredPreview>& previews, qint64 totalImages);
    const QList<StoredPreview>& previews() const { return m_previews; }
    bool isOfStudent() const { return m_isOfStudent; }
    /// What lies beside the sheet that is shown; null without one.
    const Json& shownSheet() const { return m_sheet; }
    const Json& pinnedSheet() const { return m_pinnedSheet; }
    enum class Side { Samples, Networks };
    /// The moment nearest to a number of images; its networks where that is wanted and they were drawn.
    void showMoment(qint64 images, Side side);

Q_SIGNALS:
    void shown();

private:
    /// A sheet, cut into its cells on a pool thread.
    struct Sheet {
        QString file;
        Json description;
        QStringList steps, noises;
        QList<QImage> cells;  // steps * noises, step by step
        QString problem;
    };
    static Sheet readSheet(const QString& file);
    static QString headingText(const QString& english);
    /// The sheet of a moment that the two switches ask for, as far as there is one.
    QString fileOf(const StoredPreview& preview) const;
    /// -1 = none, or no longer there.
    int pinnedIndex() const;
    void requestBoth();
    void request(int index, bool isPinned);
    void fill(ImageGrid* grid, const Sheet& sheet);
    void pin();
    void unpin();
    void refreshTitles();

    QList<StoredPreview> m_previews;
    qint64 m_pinned = -1;
    bool m_isOfStudent = false;
    Json m_sheet, m_pinnedSheet;
    QString m_wanted, m_wantedPinned;
    QWidget* m_pinnedSide;
    QLabel *m_title, *m_pinnedTitle;
    ImageGrid *m_grid, *m_pinnedGrid;
    Scrubber* m_scrubber;
    QToolButton *m_networks, *m_raw, *m_pin, *m_unpin;
};

}  // namespace potstill
