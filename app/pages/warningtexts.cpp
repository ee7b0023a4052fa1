#include "app/pages/warningtexts.h"

#include "app/pages/errortexts.h"
#include "engine/core/error.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"

#include <QLocale>

namespace potstill {

namespace {

QString percent(double share) { return numberText(100 * share, 'g', 3); }

/// Why a teacher's encoder does not judge unlabelled data.
QString quarterTurns(const RunWarning& w)
{
    const auto text = [&w](const char* name) { return QString::fromStdString(w.argument(name)); };
    const auto is = [&w](const char* cause) { return w.argument("cause") == cause; };
    const QString why = is("failure")   ? WarningTexts::sentenceOfLine(text("failure"))
                        : is("shape")   ? WarningTexts::tr("It takes images of %1 (width, height, channels); those of the data are %2.").arg(text("takes"), text("has"))
                        : is("classes") ? WarningTexts::tr("It answers for a class alone, and the data have none.")
                                        : WarningTexts::tr("It is not known.");
    return WarningTexts::tr("A classifier of quarter turns judges, because the teacher's encoder cannot. %1").arg(why);
}

}  // namespace

QString WarningTexts::unreadableImage(const QString& file, const std::string& cause)
{
    if (cause == errorCodeName(ErrorCode::Unsupported))
        return tr("%1: no image of a kind that is read (JPEG, PNG, WebP, BMP and TIFF are, but neither CMYK nor animations, fractions or huge ones)").arg(file);
    if (cause == errorCodeName(ErrorCode::OutOfMemory))
        return tr("%1: not enough memory to decode it").arg(file);
    if (cause == errorCodeName(ErrorCode::NotFound) || cause == errorCodeName(ErrorCode::Io))
        return tr("%1: the file is not there or cannot be read").arg(file);
    return tr("%1: damaged, or no image").arg(file);
}

QString WarningTexts::sentence(const RunWarning& w)
{
    const auto text = [&w](const char* name) { return QString::fromStdString(w.argument(name)); };
    const auto seconds = [&w](const char* name) { return QLocale().toString(w.number(name), 'f', 1); };
    const int count = text("count").toInt();
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
        return tr("The student's pictures of a class are alike: their spread over noises is %1 of the teacher's (%2 at best).")
            .arg(siText(w.number("now")), siText(w.number("best")));
    if (w.code == "slow-data")
        return tr("Training waits for data: %1 of the last %2 seconds.").arg(seconds("wait"), seconds("of"));
    if (w.code == "slow-disk")
        return tr("The disk is slow: training stood still for %1 of the last %2 seconds while a checkpoint was written.").arg(seconds("seconds"), seconds("of"));
    if (w.code == "low-disk")
        return tr("%1 GB are free on the disk of this project, less than the %2 GB that were set.").arg(text("free"), text("wanted"));
    if (w.code == "damaged-checkpoint")
        return tr("Checkpoint %1 of “%2” is damaged (%3) and was passed over for an older one.").arg(text("checkpoint"), text("run"), text("file"));
    if (w.code == "unreadable-image")
        return unreadableImage(text("file"), w.argument("cause"));
    if (w.code == "quarter-turns")
        return quarterTurns(w);
    if (w.code == "teacher-unfinished")
        return tr("“%1”, whose encoder judges, is not finished: figures that are measured after it went on do not compare with these.").arg(text("run"));
    if (w.code == "other-encoder")
        return tr("The figures of this run at %1 images were measured with another encoder, or another state of it: they do not compare with these.").arg(siText(w.number("at")));
    if (w.code == "no-image-files")
        return tr("%n file(s) that are no images were passed over, for example “%1”", nullptr, count).arg(text("example"));
    if (w.code == "deep-folders")
        return tr("%n folder(s) that lie deeper than class/folder were passed over", nullptr, count);
    if (w.code == "beside-classes")
        return tr("%n image(s) beside the folders of the classes have no class and were passed over; without classes they are used", nullptr, count);
    if (w.code == "without-label")
        return tr("%n image(s) without a label in dataset.json were passed over", nullptr, count);
    if (w.code == "off-grid")
        return tr("%1 steps are not on the time grid that this student was distilled on (%2 calls): expect weaker images.").arg(text("steps"), text("calls"));
    if (w.code == "off-grid-times")
        return tr("The times of the column with %1 steps are not those that this student was distilled on (%2 calls): expect weaker images.").arg(text("steps"), text("calls"));
    if (w.code == "other-size")
        return tr("“%1” makes images of another size than “%2”, so their noise is not the same.").arg(text("column"), text("first"));
    if (w.code == "nearest-sampler")
        return tr("%1 of diffusers has no counterpart here: its noise levels, prediction and spacing are kept, the steps are those of “%2”.")
            .arg(text("scheduler"), text("sampler"));
    if (w.code == "score-sampler")
        return tr(
            "ScoreSdeVeScheduler of diffusers takes two or more calls for each of some 2000 steps: its noise levels are kept, the steps are those of “heun” at the levels of "
            "Karras "
            "et al.");
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

RunWarning WarningTexts::fromLine(const QString& line) { return RunWarning::fromText(line.toStdString()); }

}  // namespace potstill
