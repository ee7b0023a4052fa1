#pragma once

#include "engine/rating/vote.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace potstill {

/// A pair ready to be shown: images in memory, or texts.
struct VotingPair {
    qint64 id = 0;
    QImage left, right;
    QString leftText, rightText;  ///< shown where there is no image
    QString caption;              ///< what both were asked for; "" = nothing
    std::optional<Answer> answer;
};

/// Blind pairs on the whole screen: two images, the question, a thin line of progress, and four key hints that fade after the first votes.
/// Keys (PageKeys, scope "rate"; a person may change them) pick, call a tie or both bad, take the last answer back, leave; a click on an image picks it.
/// Texts that are longer than their place are read on with keys or the wheel. Keys count once both images are painted; repeats of a held key never do, nor does the second press of a double
/// click. Every answer is told at once; the view keeps nothing.
class VotingView final : public QWidget {
    Q_OBJECT
public:
    explicit VotingView(QWidget* parent = nullptr);
    ~VotingView() override;

    /// Shows the first pair without an answer.
    void start(const QString& question, std::vector<VotingPair> pairs);
    /// Index of the pair that is shown; the number of pairs after the last.
    int currentIndex() const { return m_current; }
    int count() const { return int(m_pairs.size()); }
    /// The pair is painted, and an answer to it would be taken.
    bool isArmed() const { return m_isArmed && !m_isWaiting; }
    /// While an answer is still on its way to the disk: nothing is taken, and where that lasts the view says why.
    void setWaiting(bool waits);
    bool isDone() const { return m_current >= count(); }
    /// Pixels of the device for one pixel of the images, whatever the scale of the screen; below 1 where they are larger than the screen.
    double magnification() const;
    /// How far the texts are scrolled, and how far they can be; 0 where all is seen.
    double scrolled() const { return m_scroll; }
    double scrollRange() const;
    /// Below the pair: keys and what they do. What has no key is left out.
    struct Hint {
        QString keys, what;
    };
    std::vector<Hint> hints() const;
    /// 1 = the key hints are clear, 0 = gone.
    double hintStrength() const;

Q_SIGNALS:
    /// `responseMs`: from the moment both images were painted.
    void voted(qint64 pair, potstill::Answer answer, double responseMs);
    void undone(qint64 pair);
    void painted(int index);
    /// Esc before the end.
    void left();
    /// After the last pair, confirmed (an undo is possible until then).
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Layout {
        QRectF question, caption, left, right, hints;
    };
    class TextColumn;
    Layout layOut() const;
    void showPair(int index);
    void vote(Answer answer);
    void undo();
    void leave();
    QString farewell() const;
    void scrollTo(double y);
    double page() const;
    QString asked(const Layout& at) const;
    void paintPair(QPainter& painter, const Layout& at) const;
    void paintImage(QPainter& painter, const QRectF& place, const QImage& image) const;
    void paintText(QPainter& painter, const QRectF& place, const QString& text, TextColumn& column) const;
    void paintHints(QPainter& painter, const QRectF& place) const;

    QString m_question;
    std::vector<VotingPair> m_pairs;
    QSize m_largest;  // over all images, so that the magnification is the same for every pair
    int m_current = 0, m_votesHere = 0;
    bool m_isPainted = false, m_isArmed = false, m_isWaiting = false;
    double m_scroll = 0;  // of the texts, both at once
    std::unique_ptr<TextColumn> m_leftColumn, m_rightColumn;
    QElapsedTimer m_clock;
    QTimer m_patience;  // runs while waiting is not worth a word yet
};

}  // namespace potstill
