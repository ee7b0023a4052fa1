#include "app/pages/ratepage.h"

#include "app/rating/ratingfiles.h"
#include "app/rating/ratingpack.h"

#include <QComboBox>

namespace potstill {

void RatePage::makePack()
{
    const QString id = current();
    const QString target = askFile(tr("Where to put the pack (a name ending in .zip, or a folder)"), tr("ZIP archive (*.zip);;Folder (*)"), true);
    if (target.isEmpty() || id.isEmpty())
        return;
    m_store.ask<int>(
        this,
        [id, target, folder = m_store.imageFolder(id)](RatingDatabase& d) {
            const SessionRecord session = d.reserveSession(id);
            try {
                const PackIdentity pack = writePack(session, folder, target);
                d.addPack(pack.id, session.id, pack.sha256, target);
            } catch (...) {
                d.endSession(session.id);  // its pairs are free again
                throw;
            }
            return int(session.pairs.size());
        },
        [this, target](int pairs) {
            say(tr("A pack of %1 pairs is in %2. Whoever rates it sends one file back: import that.").arg(pairs).arg(target));
            refresh();
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::withdrawPack(const QString& pack, bool withdrawn)
{
    change([pack, withdrawn](RatingDatabase& d) { d.setPackWithdrawn(pack, withdrawn); },
           withdrawn ? tr("The pack was withdrawn: its answers are refused. It can be brought back.") : tr("The pack counts again: its answers are taken."));
}

void RatePage::openPack()
{
    if (m_view->isVisible() || m_isOpening)
        return;
    if (raterName().isEmpty()) {
        fail(tr("A rater needs a name."));
        m_raters->setFocus();
        return;
    }
    const QString file = askFile(tr("Rating pack: a ZIP, or the page or pack.json of its folder"), tr("Rating packs (*.zip *.html pack.json)"), false);
    // A session may have been opened meanwhile, by a quick look whose images are ready.
    if (!file.isEmpty() && !m_view->isVisible() && !std::exchange(m_isOpening, true))
        m_foreign.open(file, raterName());
}

void RatePage::writePackAnswers()
{
    const QString file = askFile(tr("File for your answers"), tr("Answers to a pack (*.json)"), true);
    if (!file.isEmpty())
        m_foreign.write(file);
}

void RatePage::importFile()
{
    const QString file = askFile(tr("Votes of a pack, a file of votes, or pairs of texts"), tr("Votes and pairs (*.json *.csv)"), false);
    if (file.isEmpty())
        return;
    m_store.ask<ImportResult>(
        this, [file](RatingDatabase& d) { return importRatingFile(d, file); },
        [this](const ImportResult& r) {
            say(r.kind == ImportResult::Kind::PackVotes ? tr("Votes of %1: %2 added, %3 ignored because these pairs had their answers.").arg(r.rater).arg(r.count).arg(r.ignored)
                : r.kind == ImportResult::Kind::Votes   ? tr("Votes imported as a comparison of their own: %1.").arg(r.count)
                : r.kind == ImportResult::Kind::Texts   ? tr("A draft of %1 pairs of texts: look at its question and rules, then lock it.").arg(r.count)
                                                        : tr("This file was imported before; nothing was added."));
            if (!r.comparison.isEmpty())
                m_selectNext = r.comparison;
            refresh();
        },
        [this](const QString& m) { fail(m); });
}

void RatePage::exportVotes()
{
    const QString id = current();
    const QString file = askFile(tr("File for the votes"), tr("CSV (*.csv);;JSON (*.json)"), true);
    if (file.isEmpty() || id.isEmpty())
        return;
    m_store.ask<int>(
        this, [id, file](RatingDatabase& d) { return exportRatingFile(d, id, file); }, [this, file](int n) { say(tr("Votes in %1: %2.").arg(file).arg(n)); },
        [this](const QString& m) { fail(m); });
}

}  // namespace potstill
