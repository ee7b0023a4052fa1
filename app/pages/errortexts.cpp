#include "app/pages/errortexts.h"

#include "app/pages/warningtexts.h"
#include "widgets/issuetext.h"

#include <QDir>

namespace potstill {

namespace {

/// A folder has no images.
QString withoutImages(const QString& folder, const QString& holds, const std::string& advice)
{
    if (holds.isEmpty())
        return ErrorTexts::tr("There is no image in %1: the folder is empty.").arg(folder);
    if (advice == "name")
        return ErrorTexts::tr("There is no image in %1, but “%2”: choose that file itself.").arg(folder, holds);
    if (advice == "unpack")
        return ErrorTexts::tr("There is no image in %1, but “%2”: unpack that first.").arg(folder, holds);
    return ErrorTexts::tr("There is no JPEG, PNG, WebP, BMP or TIFF in %1 or the folders in it, only other files such as “%2”.").arg(folder, holds);
}

/// Too many images of a data set cannot be read.
QString unreadableImages(const QString& source, const RunWarning& c)
{
    const auto text = [&c](const char* name) { return QString::fromStdString(c.argument(name)); };
    const QString first = WarningTexts::sentenceOfLine(text("first"));
    if (c.argument("count") == c.argument("total"))
        return ErrorTexts::tr("None of the %1 images in %2 can be read. The first: %3").arg(text("total"), source, first);
    return ErrorTexts::tr("At least %1 of the %2 images in %3 cannot be read; up to %4 % of them would be left out. The first: %5")
        .arg(text("count"), text("total"), source, text("percent"), first);
}

/// A definition of a comparison does not hold; its first problem is told.
QString unusableComparison(const RunWarning& c)
{
    const std::string rule = c.argument("rule"), field = c.argument("field");
    if (!rule.empty())
        return ErrorTexts::tr("The definition of this comparison does not hold: %1")
            .arg(issueText({Issue::Severity::Error, field, c.sentence, rule, c.arguments}, nullptr, Json()));
    return ErrorTexts::tr("The definition of this comparison cannot be read: “%1” is missing, not known, or not what it should be.").arg(QString::fromStdString(field));
}

}  // namespace

QString ErrorTexts::sentence(const RunWarning& c)
{
    const auto is = [&c](const char* code) { return c.code == code; };
    const auto text = [&c](const char* name) { return QString::fromStdString(c.argument(name)); };
    const auto path = [&text](const char* name) { return QDir::toNativeSeparators(text(name)); };
    if (is("disk-full"))
        return tr("The disk is full: %1 could not be written. Make room on that disk.").arg(path("path"));
    if (is("file-missing"))
        return tr("%1 is not there.").arg(path("path"));
    if (is("file-refused"))
        return tr("%1 cannot be read or written: the system says “%2”.").arg(path("path"), text("reason"));
    if (is("damaged-file"))
        return tr("%1 is damaged, or it is no file of the kind that it should be.").arg(path("file"));
    if (is("folder-without-images"))
        return withoutImages(path("folder"), text("holds"), c.argument("do"));
    if (is("zip-without-images"))
        return tr("There is no JPEG, PNG, WebP, BMP or TIFF in %1.").arg(path("file"));
    if (is("no-data-there"))
        return tr("There is nothing at '%1'; name a folder of images, a packed set, a ZIP file, or 'sprites'.").arg(path("source"));
    if (is("one-image"))
        return tr("%1 is one image; choose the folder that it lies in.").arg(path("source"));
    if (is("no-data-file"))
        return tr("%1 is not of a kind that is read. Unpack an archive and choose the folder, or choose a ZIP file or a packed set.").arg(path("source"));
    if (is("unreadable-images"))
        return unreadableImages(path("source"), c);
    if (is("unknown-setting"))
        return text("near").isEmpty() ? tr("“%1” is not a setting.").arg(text("setting")) : tr("“%1” is not a setting. Did you mean “%2”?").arg(text("setting"), text("near"));
    if (is("unfit-value"))
        return tr("“%1” cannot be “%2”.").arg(text("setting"), text("value"));
    if (is("setting-without-values"))
        return tr("“%1” has no values; write %1=first,second.").arg(text("setting"));
    if (is("setting-twice"))
        return tr("“%1” is named twice.").arg(text("setting"));
    if (is("many-combinations"))
        return tr("The sweep has more than %1 combinations.").arg(text("most"));
    if (is("unusable-comparison"))
        return unusableComparison(c);
    if (is("no-room-to-pack"))
        return tr("Reading the images once needs %1 MB at %3, but %2 MB are free.").arg(text("needed"), text("free"), path("path"));
    if (is("no-room-for-run"))
        return tr("The run needs about %1 GB for its checkpoints, samples and packed data, but %2 GB are free in %3. Make room, keep fewer checkpoints or sample less often.")
            .arg(text("needed"), text("free"), path("path"));
    if (is("no-model-there"))
        return tr("There is no model at '%1'; choose a run, a bundled model or a folder.").arg(path("path"));
    if (is("not-a-model"))
        return tr("%1 holds no model; choose a run, a checkpoint, a bundled model or a folder of diffusers.").arg(path("path"));
    if (is("no-checkpoint-yet"))
        return tr("“%1” has no whole checkpoint yet.").arg(text("run"));
    if (is("broken-checkpoint"))
        return tr("The checkpoint %1 is damaged; choose another one.").arg(path("path"));
    if (is("run-in-use"))
        return text("pid").isEmpty() ? tr("“%1” is in use by another program. End that first, or wait until it is done.").arg(text("run"))
                                     : tr("“%1” is in use by process %2 on %3. End that first, or wait until it is done.").arg(text("run"), text("pid"), text("host"));
    if (is("run-is-trained"))
        return tr("“%1” is being trained; stop it first.").arg(text("run"));
    if (is("gone-already"))
        return tr("“%1” is gone already.").arg(text("name"));
    if (is("not-in-trash"))
        return tr("“%1” is no longer in the trash.").arg(text("name"));
    if (is("place-taken"))
        return tr("“%1” cannot be brought back: something else is in its place.").arg(text("name"));
    if (is("not-a-project"))
        return tr("%1 is no project.").arg(path("folder"));
    if (is("newer-project"))
        return tr("The project %1 was written by a newer version of this program.").arg(path("folder"));
    if (is("project-is-file"))
        return tr("%1 is a file; a project is a folder.").arg(path("path"));
    if (is("folder-not-empty"))
        return tr("%1 is no project and not empty: it holds “%2”. Choose an empty or new folder.").arg(path("folder"), text("holds"));
    if (is("non-finite-run"))
        return tr("“%1” gave %2 steps in a row that are not finite (mean noise level t = %3). A smaller learning rate or 32-bit precision helps.")
            .arg(text("phase"), text("row"), text("t"));
    if (is("stopped-for-room"))
        return tr("The disk is full, and the run was stopped before there was room; the last checkpoint holds %1 images.").arg(text("saved"));
    if (is("no-device-memory"))
        return tr("The device has not enough memory for this; a smaller batch or network needs less.");
    if (is("no-memory"))
        return tr("The machine has not enough memory for this; a smaller batch or network needs less.");
    return {};
}

}  // namespace potstill
