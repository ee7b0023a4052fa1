#pragma once

#include "engine/io/runqueue.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace potstill {

/// Adds the settings to the queue: as one run, or with a sweep ("seed=0,1,2 imagine_flash.srl=true,false") as all combinations, which it counts.
class SweepBar final : public QWidget {
    Q_OBJECT
public:
    explicit SweepBar(QWidget* parent = nullptr);

    /// Whether the settings can be run at all.
    void setReady(bool ready);

Q_SIGNALS:
    void addRequested(const std::vector<potstill::SweepAxis>& sweep);

private:
    void read();

    QLineEdit* m_text;
    QLabel* m_count;
    QPushButton* m_add;
    std::vector<SweepAxis> m_sweep;
    bool m_isReady = false, m_isRight = true;
};

}  // namespace potstill
