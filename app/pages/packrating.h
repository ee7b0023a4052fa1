#pragma once

#include "app/pages/votingview.h"
#include "app/rating/packreader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace potstill {

/// A rater at a pack of somebody else's comparison. The answers are kept on disk from answer to answer, so that they can be gone on with, until a file of them is
/// written for whoever gave the pack.
class PackRating final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by opened() or refused().
    void open(const QString& path, const QString& rater);
    bool isOpen() const { return m_isOpen; }
    /// `pair`: its position in the pack.
    void vote(qint64 pair, Answer answer, double responseMs);
    void undo(qint64 pair);
    /// Answered by written() or failed().
    void write(const QString& file);
    /// `then` is told, once no answer is being written any more, whether all of them are kept; failed() has said why where they are not.
    void close(std::function<void(bool isKept)> then = {});

Q_SIGNALS:
    void opened(const QString& question, const std::vector<potstill::VotingPair>& pairs);
    void refused(const QString& message);
    void written(const QString& file);
    void failed(const QString& message);
    /// How many states of the answers are on their way to the disk.
    void writing(int states);

private:
    struct Saving;
    void keep();
    void whenWritten(std::function<void()> then);
    void takeWritten(std::uint64_t number, bool isKept);

    PackVotes m_votes;
    std::shared_ptr<Saving> m_saving;
    std::vector<std::function<void()>> m_afterWriting;
    std::uint64_t m_asked = 0;
    int m_writing = 0;  // states that are on their way to the disk
    bool m_isOpen = false, m_isKept = true;
};

}  // namespace potstill
