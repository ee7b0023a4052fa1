#include "app/pages/warningtexts.h"

#include "app/pages/errortexts.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"

#include <QLocale>

namespace potstill {

namespace {

QString percent(double share) { return numberText(100 * share, 'g', 3); }

}  // namespace

QString WarningTexts::sentence(const RunWarning& w)
{
    const auto text = [&w](const char* name) { return QString::fromStdString(w.argument(name)); };
    const auto seconds = [&w](const char* name) { return QLocale().toString(w.number(name), 'f', 1); };
    if (const QString failure = ErrorTexts::sentence(w); !failure.isEmpty())
        return failure;
    if (w.code == "non-finite") {
        const QString step = text("step"), phase = text("phase"), t = text("t"), row = text("row"), limit = text("limit");
        return w.argument("what") == "gradient"
                   ? tr("Step %1 of '%2' was left out: its gradient is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.")
                         .arg(step, phase, t, row, limit)
                   : tr("Step %1 of '%2' was left out: its loss is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.")
                         .arg(step, phase, t, row, limit);
    }
    if (w.code == "hardly-changes")
        return tr("The network hardly changes: a step moves its weights by %1 of their size.").arg(text("ratio"));
    if (w.code == "discriminator-wins")
        return tr("The discriminator wins: it is right for %1 % of the images, so its gradient says little.").arg(percent(w.number("share")));
    if (w.code == "collapse")
        return tr("The student's pictures grow alike: their spread over noises fell from %1 to %2 of the data's.").arg(siText(w.number("best")), siText(w.number("now")));
    if (w.code == "slow-data")
        return tr("Training waits for data: %1 of the last %2 seconds.").arg(seconds("wait"), seconds("of"));
    if (w.code == "slow-disk")
        return tr("The disk is slow: training stood still for %1 of the last %2 seconds while a checkpoint was written.").arg(seconds("seconds"), seconds("of"));
    if (w.code == "low-disk")
        return tr("%1 GB are free on the disk of this project, less than the %2 GB that were set.").arg(text("free"), text("wanted"));
    return QString::fromStdString(w.sentence);
}

QString WarningTexts::advice(const RunWarning& w)
{
    if (w.code == "non-finite")
        return tr("A smaller learning rate, clipped gradients or 32-bit precision help.");
    if (w.code == "hardly-changes")
        return tr("Try a larger learning rate.");
    if (w.code == "discriminator-wins")
        return tr("Lower the learning rate of the heads, or put more noise on their inputs.");
    if (w.code == "collapse")
        return tr("Own noise for the shift, a gamma nearer to t, or the adversarial term help.");
    if (w.code == "slow-data")
        return tr("The disk or the decoding is too slow: pack the data, or put it on a faster disk.");
    if (w.code == "slow-disk")
        return tr("Save fewer checkpoints, or put the project on a faster disk.");
    if (w.code == "low-disk")
        return tr("Make room, then resume.");
    return {};
}

RunWarning WarningTexts::fromLine(const QString& line)
{
    const std::string text = line.toStdString();
    if (auto warning = RunWarning::parse(text))
        return *warning;
    RunWarning plain;
    plain.sentence = text;
    return plain;
}

}  // namespace potstill
