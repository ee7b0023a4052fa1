#include "engine/rating/sequential.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace potstill {

namespace {

double logBeta(double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

/// x ln(y), 0 where x is 0.
double timesLog(std::int64_t x, double y) { return x == 0 ? 0 : static_cast<double>(x) * std::log(y); }

/// ln of the mixture's probability of these votes in this order.
double logMixture(std::int64_t wins, std::int64_t losses, double a) { return logBeta(a + static_cast<double>(wins), a + static_cast<double>(losses)) - logBeta(a, a); }

/// Where the evidence falls to `threshold` between `inside`, where it is smaller, and `outside`.
double crossing(std::int64_t wins, std::int64_t losses, double mixture, double threshold, double inside, double outside)
{
    for (int i = 0; i < 60; ++i) {
        const double p = (inside + outside) / 2;
        (mixture - timesLog(wins, p) - timesLog(losses, 1 - p) < threshold ? inside : outside) = p;
    }
    return outside;
}

void check(bool isRight, const char* name, double value, const char* range)
{
    if (!isRight)
        throw Error(ErrorCode::BadOption, fmt::format("{} is {}, but must be {}", name, value, range));
}

}  // namespace

double logEvidence(std::int64_t wins, std::int64_t losses, double p0, double a) { return logMixture(wins, losses, a) - timesLog(wins, p0) - timesLog(losses, 1 - p0); }

Estimate shareSequence(std::int64_t wins, std::int64_t losses, double alpha, double a)
{
    const std::int64_t n = wins + losses;
    if (n == 0)
        return {0.5, 0, 1, 0};
    const double share = static_cast<double>(wins) / static_cast<double>(n), mixture = logMixture(wins, losses, a), threshold = -std::log(alpha);
    // The evidence is convex in p0, least at the observed share, where it is under 1; without wins it stays so down to 0.
    const double low = wins == 0 ? 0 : crossing(wins, losses, mixture, threshold, share, 0);
    const double high = losses == 0 ? 1 : crossing(wins, losses, mixture, threshold, share, 1);
    return {share, low, high, n};
}

double naiveZ(std::int64_t wins, std::int64_t losses)
{
    return wins + losses == 0 ? 0 : static_cast<double>(std::abs(wins - losses)) / std::sqrt(static_cast<double>(wins + losses));
}

std::vector<double> eHolm(const std::vector<double>& logE)
{
    std::vector<double> sorted = logE, out;
    std::sort(sorted.begin(), sorted.end());
    for (const double own : logE) {
        double smallest = own, sum = 1;  // of e-values in units of this one
        std::int64_t count = 1;
        for (const double other : sorted) {
            if (other >= own)
                break;  // the rest would only raise the mean
            sum += std::exp(other - own);
            smallest = std::min(smallest, own + std::log(sum / static_cast<double>(++count)));
        }
        out.push_back(smallest);
    }
    return out;
}

std::string_view verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Undecided: return "undecided";
    case Verdict::FirstBetter: return "first_better";
    case Verdict::SecondBetter: return "second_better";
    case Verdict::NotWorse: return "not_worse";
    case Verdict::Worse: return "worse";
    case Verdict::PreciseEnough: return "precise_enough";
    }
    return "undecided";
}

SequentialTest::SequentialTest(const SequentialOptions& options) : m_options(options)
{
    const auto isInside = [](double v, double high) { return v > 0 && v < high; };
    check(isInside(options.alpha, 1), "alpha", options.alpha, "between 0 and 1");
    check(isInside(options.prior, 1e6), "prior", options.prior, "above 0 and below 1000000");
    if (options.claim.kind == ClaimKind::NotWorse) {
        check(isInside(options.claim.margin, 0.5), "claim.margin", options.claim.margin, "between 0 and 0.5");
        m_p0 = 0.5 - options.claim.margin;
    }
    if (options.claim.kind == ClaimKind::Estimate)
        check(isInside(options.claim.halfWidth, 0.5), "claim.half_width", options.claim.halfWidth, "between 0 and 0.5");
    m_threshold = -std::log(options.alpha);
    m_logWin = -std::log(m_p0);
    m_logLoss = -std::log(1 - m_p0);
}

void SequentialTest::add(bool firstWon)
{
    const double a = m_options.prior, n = static_cast<double>(votes()), same = static_cast<double>(firstWon ? m_wins : m_losses);
    m_logE += std::log((a + same) / (2 * a + n)) + (firstWon ? m_logWin : m_logLoss);
    ++(firstWon ? m_wins : m_losses);
    m_history.push_back(firstWon);
    if (m_verdict != Verdict::Undecided)
        return;
    if (m_options.claim.kind == ClaimKind::Estimate ? isPrecise() : m_logE >= m_threshold) {
        m_verdict = direction();
        m_decidedAt = votes();
    }
}

/// The confidence sequence reaches no farther than the half width to either side: what lies that far is ruled out, or is no share.
bool SequentialTest::isPrecise() const
{
    const double share = static_cast<double>(m_wins) / static_cast<double>(votes()), h = m_options.claim.halfWidth;
    const auto isOut = [&](double p0) { return p0 <= 0 || p0 >= 1 || logEvidence(m_wins, m_losses, p0, m_options.prior) >= m_threshold; };
    return isOut(share - h) && isOut(share + h);
}

Verdict SequentialTest::direction() const
{
    const double surplus = static_cast<double>(m_wins) - m_p0 * static_cast<double>(votes());
    switch (m_options.claim.kind) {
    case ClaimKind::Better: return surplus > 0 ? Verdict::FirstBetter : surplus < 0 ? Verdict::SecondBetter : Verdict::Undecided;
    case ClaimKind::NotWorse: return surplus > 0 ? Verdict::NotWorse : surplus < 0 ? Verdict::Worse : Verdict::Undecided;
    case ClaimKind::Estimate: return Verdict::PreciseEnough;
    }
    return Verdict::Undecided;
}

Estimate SequentialTest::share() const { return shareSequence(m_wins, m_losses, m_options.alpha, m_options.prior); }

std::vector<EvidencePoint> SequentialTest::curve() const
{
    std::vector<EvidencePoint> out = {{}};
    SequentialTest replay(m_options);
    for (const bool firstWon : m_history) {
        replay.add(firstWon);
        const Estimate share = replay.share();
        out.push_back({replay.votes(), replay.logE(), share.value, share.low, share.high, replay.logE()});
    }
    return out;
}

}  // namespace potstill
