#include "engine/rating/report.h"

#include "engine/rating/reportcharts.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace potstill {

using detail::escaped;

namespace {

constexpr const char* kStyle = R"(:root{color-scheme:light dark;--page:#f7f6f4;--text:#202124;--dim:#5f6368;--line:#dedcd8;--accent:#a65a28}
@media(prefers-color-scheme:dark){:root{--page:#1b1c1e;--text:#e8e6e3;--dim:#9aa0a6;--line:#36393d;--accent:#e08a4f}}
body{font:16px/1.5 system-ui,sans-serif;background:var(--page);color:var(--text);max-width:60rem;margin:48px auto;padding:0 24px}
h1{font-size:1.5rem;font-weight:600} h2{font-size:1.1rem;font-weight:600;margin-top:40px} .finding{font-size:1.15rem} .dim{color:var(--dim)}
.wide{overflow-x:auto} table{border-collapse:collapse;font-variant-numeric:tabular-nums} th,td{padding:4px 16px 4px 0;text-align:left;vertical-align:top} th{font-weight:500}
tbody tr{border-top:1px solid var(--line)} code{overflow-wrap:anywhere} pre{white-space:pre-wrap;overflow-wrap:anywhere}
svg{max-width:100%;height:auto;display:block} svg text{font:12px system-ui,sans-serif;fill:var(--dim)} .axis{stroke:var(--line)} .stop{stroke:var(--text);}
.curve,.bar{stroke:var(--accent)} .band,.dot{fill:var(--accent)} figure{margin:24px 0} figcaption{margin-bottom:8px}
@media print{body{margin:0;max-width:none}})";

std::string percent(double share) { return fmt::format("{:.1f}\u00a0%", 100 * share); }
std::string interval(const Estimate& e) { return e.n == 0 ? "–" : fmt::format("{} ({}\u00a0to\u00a0{})", percent(e.value), percent(e.low), percent(e.high)); }

/// A table with a heading row; cells are HTML already.
class Table {
public:
    explicit Table(const std::vector<std::string>& headings)
    {
        m_html = "<div class=\"wide\"><table><thead><tr>";
        for (const std::string& h : headings)
            m_html += fmt::format("<th scope=\"col\">{}</th>", h);
        m_html += "</tr></thead><tbody>\n";
    }
    void add(const std::vector<std::string>& cells)
    {
        m_html += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            m_html += i == 0 ? fmt::format("<th scope=\"row\">{}</th>", cells[i]) : fmt::format("<td>{}</td>", cells[i]);
        m_html += "</tr>\n";
    }
    std::string html() const { return m_html + "</tbody></table></div>\n"; }

private:
    std::string m_html;
};

class Report {
public:
    Report(const ComparisonDefinition& definition, const Analysis& analysis) : m_d(definition), m_a(analysis) {}

    std::string body(const std::string& title) const
    {
        return fmt::format(
                   "<h1>{}</h1>\n<p class=\"finding\">{}</p>\n<p class=\"dim\">{} votes, of which {} were check pairs and {} were left out; {} count for the test. "
                   "Definition <code>{}</code>.</p>\n",
                   escaped(title.empty() ? m_d.question : title), escaped(m_a.finding), m_a.votes, m_a.checks, m_a.excluded.size(), m_a.counted, m_a.definitionHash)
               + pairs() + strengths() + raters() + excluded() + methods() + definition();
    }

private:
    std::string name(int system) const { return escaped(m_d.systems.at(static_cast<std::size_t>(system)).name); }

    std::string pairs() const
    {
        std::string out = "<h2>Pairs</h2>\n";
        Table table({"Pair", "Wins", "Ties", "Losses", "Both bad", "Share of wins", "Evidence (E)", "Verdict"});
        for (const PairResult& p : m_a.pairs)
            table.add({fmt::format("{} against {}", name(p.first), name(p.second)), fmt::format("{}", p.counted.wins), fmt::format("{}", p.counted.ties),
                       fmt::format("{}", p.counted.losses), fmt::format("{}", p.counted.bothBad), interval(p.share), detail::evidenceText(p.correctedLogE), escaped(verdict(p))});
        out += table.html();
        for (const PairResult& p : m_a.pairs)
            if (p.curve.size() > 1)
                out += fmt::format("<figure><figcaption>{}</figcaption>\n{}{}</figure>\n", escaped(p.sentence), detail::evidenceChart(p, m_d.claim.kind != ClaimKind::Estimate),
                                   detail::shareChart(p));
        return out;
    }

    static std::string verdict(const PairResult& p)
    {
        static const std::map<Verdict, const char*> kWords = {{Verdict::Undecided, "not decided"},
                                                              {Verdict::FirstBetter, "first is preferred"},
                                                              {Verdict::SecondBetter, "second is preferred"},
                                                              {Verdict::NotWorse, "not worse by the margin"},
                                                              {Verdict::Worse, "worse by more than the margin"},
                                                              {Verdict::PreciseEnough, "known precisely enough"}};
        return p.decidedAt > 0 ? fmt::format("{} after {} untied votes", kWords.at(p.verdict), p.decidedAt) : kWords.at(p.verdict);
    }

    std::string strengths() const
    {
        std::string out = "<h2>Strengths</h2>\n";
        const DavidsonFit& fit = m_a.fit;
        const bool isFitted = fit.status == FitStatus::Ok;
        if (!isFitted)
            out += fmt::format("<p>{}</p>\n", escaped(fitStatusSentence(fit.status)));
        if (isFitted)
            out += detail::strengthChart(m_d, fit);
        Table table({"System", "Elo", "Bootstrap", "Shown", "Wins", "Ties", "Losses", "Both bad"});
        for (std::size_t s = 0; s < m_d.systems.size(); ++s) {
            const auto elo = [](double low, double high) { return fmt::format("{:.0f}\u00a0to\u00a0{:.0f}", eloFromTheta(low), eloFromTheta(high)); };
            table.add({name(static_cast<int>(s)), isFitted ? fmt::format("{:.0f} ({})", eloFromTheta(fit.theta[s]), elo(fit.low[s], fit.high[s])) : "–",
                       m_a.bootstrap.status == FitStatus::Ok ? elo(m_a.bootstrap.low[s], m_a.bootstrap.high[s]) : "–", fmt::format("{}", fit.shown[s]),
                       fmt::format("{}", fit.wins[s]), fmt::format("{}", fit.ties[s]), fmt::format("{}", fit.losses[s]), interval(failureRate(fit, static_cast<int>(s)))});
        }
        out += table.html();
        if (isFitted)
            out += fmt::format("<p class=\"dim\">Davidson's model with a side effect of {:+.2f} ± {:.2f} logits for the left, ridge {}. {}</p>\n", fit.side,
                               fit.quantile * fit.sideError, m_d.ridge, clusterSentence());
        return out;
    }

    std::string clusterSentence() const
    {
        const DavidsonFit& fit = m_a.fit;
        if (fit.isSeparated)
            return "Some systems, or one side, won every vote, so that the strengths are bounded by the ridge alone.";
        return fmt::format("Intervals at {} from the sandwich covariance, clustered by {} ({} clusters).", percent(1 - m_d.alpha), fit.clusterKind, fit.clusters);
    }

    std::string raters() const
    {
        std::string out = "<h2>Raters</h2>\n";
        const Agreement& a = m_a.agreement;
        out += a.status == AgreementStatus::Ok
                   ? fmt::format("<p>Krippendorff's alpha is {:.2f} ({:.2f} to {:.2f}) over {} pairs that were judged more than once.</p>\n", a.value, a.low, a.high, a.units)
                   : fmt::format("<p>{}</p>\n", escaped(agreementStatusSentence(a.status)));
        for (const RaterPair& p : m_a.raterPairs)
            if (p.kappa.status == AgreementStatus::Ok)
                out += fmt::format("<p>Cohen's kappa of {} and {} is {:.2f} ({:.2f} to {:.2f}) over {} pairs.</p>\n", escaped(m_a.raters[std::size_t(p.first)].name),
                                   escaped(m_a.raters[std::size_t(p.second)].name), p.kappa.value, p.kappa.low, p.kappa.high, p.kappa.units);
        Table table({"Rater", "Votes", "Ties", "Both bad", "Left picks", "Repeated alike", "Checks failed", "As others", "Median time", "Left out"});
        for (const RaterRow& r : m_a.raters)
            table.add({escaped(r.name), fmt::format("{}", r.votes), fmt::format("{}", r.ties), fmt::format("{}", r.bothBad),
                       interval(r.leftShare) + (r.hasSideBias ? ", prefers a side" : ""), interval(r.repeatRate), fmt::format("{} of {}", r.failedChecks, r.checks),
                       interval(r.agreement), r.medianResponseMs > 0 ? fmt::format("{:.1f} s", r.medianResponseMs / 1000) : "–", fmt::format("{}", r.excluded)});
        return out + table.html();
    }

    std::string excluded() const
    {
        if (m_a.excluded.empty())
            return {};
        std::map<std::string, std::int64_t> reasons;
        for (const ExcludedVote& e : m_a.excluded)
            ++reasons[e.reason];
        Table table({"Reason", "Votes"});
        for (const auto& [reason, n] : reasons)
            table.add({escaped(reason), fmt::format("{}", n)});
        return "<h2>Left out</h2>\n" + table.html();
    }

    std::string methods() const
    {
        const std::string boundary = m_d.claim.kind == ClaimKind::NotWorse ? fmt::format("1/2 - {}", m_d.claim.margin) : "1/2";
        return fmt::format(
            "<h2>How it was tested</h2>\n<p>Each noise seed counts once for a pair of systems; further votes on it serve the agreement alone. The evidence E is the likelihood of "
            "the untied "
            "votes under a beta mixture (a = {}) over that under a share of wins of {}. It may be looked at after every vote: whatever the moment of stopping, the risk that it "
            "reaches 1/alpha = {:.0f} "
            "without cause is at most {}. {}Confidence sequences hold at all moments together.</p>\n",
            m_d.prior, boundary, 1 / m_d.alpha, percent(m_d.alpha),
            m_a.pairs.size() > 1 ? "Several pairs are corrected with e-Holm, their confidence sequences with Bonferroni's factor. " : "");
    }

    std::string claim() const
    {
        switch (m_d.claim.kind) {
        case ClaimKind::Better: return "the first of a pair is preferred to the second, or the second to the first";
        case ClaimKind::NotWorse: return fmt::format("the first of a pair wins more than {} of the untied votes", percent(0.5 - m_d.claim.margin));
        case ClaimKind::Estimate: return fmt::format("the share of wins is estimated to ± {}", percent(m_d.claim.halfWidth));
        }
        return {};
    }

    std::string definition() const
    {
        std::string systems, raters;
        for (const ComparedSystem& s : m_d.systems)
            systems += fmt::format("{}{} <span class=\"dim\">({})</span>", systems.empty() ? "" : "<br/>", escaped(s.name), escaped(s.key));
        for (const std::string& r : m_d.countedRaters)
            raters += (raters.empty() ? "" : ", ") + escaped(r);
        Table table({"Fixed before the first vote", ""});
        table.add({"Question", escaped(m_d.question)});
        table.add({"Kind", m_d.kind == ComparisonKind::Confirmatory ? "confirmatory" : "exploratory"});
        table.add({"Systems", systems});
        table.add({"Claim", claim()});
        table.add({"Prior a, alpha, ridge", fmt::format("{}, {}, {}", m_d.prior, m_d.alpha, m_d.ridge)});
        table.add(
            {"Left out", fmt::format("answers faster than {:.0f} ms; sessions with more than {} failed check pairs", m_d.exclusion.minResponseMs, m_d.exclusion.maxFailedChecks)});
        table.add({"Whose votes count", raters.empty() ? "everyone's" : raters});
        table.add({"Noise seeds", fmt::format("{}, of which {} are shown to every rater", m_d.seeds.size(), m_d.commonSeeds.size())});
        table.add({"Session", fmt::format("{} pairs and {} check pairs", m_d.sessionLength, m_d.checksPerSession)});
        return fmt::format("<h2>Definition</h2>\n{}<p>SHA-256 of its canonical text: <code>{}</code></p>\n<details><summary>Canonical text</summary><pre>{}</pre></details>\n",
                           table.html(), m_a.definitionHash, escaped(canonicalText(m_d)));
    }

    const ComparisonDefinition& m_d;
    const Analysis& m_a;
};

}  // namespace

std::string reportHtml(const ComparisonDefinition& definition, const Analysis& analysis, const std::string& title)
{
    const std::string shown = escaped(title.empty() ? definition.question : title);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" "
        "content=\"width=device-width\"/><title>{}</title><style>\n{}\n</style></head><body>\n{}</body></html>\n",
        shown, kStyle, Report(definition, analysis).body(title));
}

}  // namespace potstill
