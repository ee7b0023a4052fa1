#pragma once

#include "engine/jobs/jobs.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace potstill {

class ImageGrid;

/// Some images of a data set with the counts of its classes, and by name what of it cannot be read. A folder or ZIP is packed for it in the background.
class DataPreview final : public QWidget {
    Q_OBJECT
public:
    explicit DataPreview(QWidget* parent = nullptr);
    ~DataPreview() override;

    /// The section "data" of a document; nothing happens while it is the same.
    void show(const Json& data);

private:
    void take(const DatasetPreview& preview);
    void showSkipped(const DatasetPreview& preview);
    void stop();

    QString m_shown;
    std::shared_ptr<RunControl> m_control;
    ImageGrid* m_images;
    QLabel *m_facts, *m_skippedTitle;
    QListWidget* m_skipped;
};

}  // namespace potstill
