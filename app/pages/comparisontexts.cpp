#include "app/pages/comparisontexts.h"

namespace potstill {

QString ComparisonTexts::state(const ComparisonRecord& comparison, bool isDecided)
{
    switch (comparison.state) {
    case ComparisonState::Draft: return tr("draft");
    case ComparisonState::Closed: return tr("closed");
    case ComparisonState::Locked: break;
    }
    return isDecided ? tr("decided") : tr("locked");
}

const char* ComparisonTexts::icon(const ComparisonRecord& comparison, bool isDecided) { return comparison.state == ComparisonState::Draft ? "draft" : isDecided ? "done" : "lock"; }

}  // namespace potstill
