#pragma once

#include "engine/jobs/jobs.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace potstill {

class ElidedLabel;
class ImageGrid;

/// Some images of a data set with the counts of its classes, what was done to its images or passed over, and by name what of it cannot be read. A folder or ZIP is packed for it in the background.
class DataPreview final : public QWidget {
    Q_OBJECT
public:
    explicit DataPreview(QWidget* parent = nullptr);
    ~DataPreview() override;

    /// The section "data" of a document; nothing happens while it is the same.
    void show(const Json& data);

private:
    void take(const DatasetPreview& preview);
    void showNotes(const QString& notes);
    void showSkipped(const DatasetPreview& preview);
    void stop();

    QString m_shown;
    std::shared_ptr<RunControl> m_control;
    ImageGrid* m_images;
    QLabel *m_facts, *m_skippedTitle;
    ElidedLabel* m_notes;
    QListWidget* m_skipped;
};

}  // namespace potstill
