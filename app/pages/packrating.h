#pragma once

#include "app/pages/votingview.h"
#include "app/rating/packreader.h"

#include <QObject>

#include <functional>

namespace potstill {

/// A rater at a pack of somebody else's comparison. The answers are kept on disk from answer to answer, so that they can be gone on with, until a file of them is
/// written for whoever gave the pack.
class PackRating final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by opened() or failed().
    void open(const QString& path, const QString& rater);
    bool isOpen() const { return m_isOpen; }
    /// `pair`: its position in the pack.
    void vote(qint64 pair, Answer answer, double responseMs);
    void undo(qint64 pair);
    /// Answered by written() or failed().
    void write(const QString& file);
    void close() { m_isOpen = false; }

Q_SIGNALS:
    void opened(const QString& question, const std::vector<potstill::VotingPair>& pairs);
    void written(const QString& file);
    void failed(const QString& message);

private:
    void keep();

    PackVotes m_votes;
    std::function<void()> m_afterKeeping;
    bool m_isOpen = false, m_isKeeping = false, m_isChanged = false;
};

}  // namespace potstill
