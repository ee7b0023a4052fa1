#pragma once

#include "engine/jobs/jobs.h"

#include <QLabel>
#include <QTimer>

namespace potstill {

/// Parameters, memory, disk and time that a run needs, from a few measured steps; nothing is measured while a run is on.
class EstimateLine final : public QLabel {
    Q_OBJECT
public:
    explicit EstimateLine(QWidget* parent = nullptr);
    ~EstimateLine() override;

    /// After a moment without another change.
    void show(const Json& document, const QString& project);
    /// Something is wrong with the document: what is shown stays.
    void setValid(bool isValid) { m_isValid = isValid; }
    /// A run is on: measuring would slow it down, and it the measurement.
    void setRunOn(bool isOn);

private:
    void refresh();
    void stop();

    Json m_document;
    QString m_project, m_key, m_last;
    bool m_isRunOn = false, m_isValid = false;
    QTimer m_delay;
    std::shared_ptr<RunControl> m_control;
};

}  // namespace potstill
