#include "app/pages/runcurves.h"

#include "app/pages/chartpanel.h"

#include <QDir>

namespace potstill {

QList<RunCurve> lossCurves()
{
    const AxisTitle loss{ChartPanel::tr("Loss"), {}}, distance{ChartPanel::tr("Distance to the teacher"), {}};
    return {
        {"loss", ChartPanel::tr("Loss"), loss},
        {"teacher_distance", ChartPanel::tr("Distance to the teacher"), distance, false},
        {"held_out_loss", ChartPanel::tr("Held-out loss"), loss, false},
        {"reconstruction", ChartPanel::tr("Reconstruction"), loss},
        {"adversarial", ChartPanel::tr("Adversarial term"), loss},
        {"discriminator", ChartPanel::tr("Discriminator"), loss},
    };
}

QList<RunCurve> speedCurves()
{
    return {
        {"images_per_s", ChartPanel::tr("Images per second"), {ChartPanel::tr("Speed"), ChartPanel::tr("images/s")}},
        {"data_wait_s", ChartPanel::tr("Waiting for data"), {ChartPanel::tr("Waiting for data"), "s"}},
        {"checkpoint_s", ChartPanel::tr("Writing a checkpoint"), {ChartPanel::tr("Writing a checkpoint"), "s"}, false},
    };
}

QList<RunCurve> gradientCurves()
{
    const AxisTitle norm{ChartPanel::tr("Norm"), {}}, ratio{ChartPanel::tr("Ratio"), {}};
    return {
        {"grad_norm", ChartPanel::tr("Gradient norm"), norm},
        {"update_ratio", ChartPanel::tr("Update to weight"), ratio},
        {"diversity", ChartPanel::tr("Diversity"), ratio},
        {"grad_norm/discriminator", ChartPanel::tr("Gradient norm of the discriminator"), norm},
        {"learning_rate", ChartPanel::tr("Learning rate"), ratio, false},
        {"discriminator_accuracy", ChartPanel::tr("Discriminator is right"), ratio},
    };
}

std::optional<int> runNumber(const QString& folder)
{
    bool isNumbered = false;
    const int number = QDir(folder).dirName().section('-', 0, 0).toInt(&isNumbered);
    return isNumbered ? std::optional(number) : std::nullopt;
}

int runColorIndex(const QString& runFolder) { return runNumber(runFolder).value_or(0); }

}  // namespace potstill
