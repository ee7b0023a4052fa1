#pragma once

#include "engine/jobs/jobs.h"

#include <QWidget>

namespace potstill {

class LineChart;

/// What a document plans, as curves over time: the noise schedule (a student's is its teacher's), the student's steps in it, and the shift of the noise level.
class PlanPlots final : public QWidget {
    Q_OBJECT
public:
    explicit PlanPlots(QWidget* parent = nullptr);

    /// Names of teachers are read from the project. A document with errors keeps the last good picture.
    void show(const Json& document, const QString& project);

private:
    QWidget* plot(LineChart*& chart, const char* objectName, const QString& title, const QString& y);
    void draw(const std::vector<Curve>& curves);

    QString m_wanted;
    LineChart *m_schedule, *m_gamma;
    QWidget* m_gammaBox;
};

}  // namespace potstill
