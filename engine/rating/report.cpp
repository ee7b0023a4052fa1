#include "engine/rating/report.h"

#include "engine/rating/reportcharts.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <map>

namespace potstill {

using detail::escaped;
using detail::Texts;

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
    Report(const ComparisonDefinition& definition, const Analysis& analysis, const Texts& texts) : m_d(definition), m_a(analysis), m_texts(texts) {}

    std::string body(const std::string& title) const
    {
        return fmt::format("<h1>{}</h1>\n<p class=\"finding\">{}</p>\n<p class=\"dim\">{} SHA-256: <code>{}</code></p>\n", escaped(title.empty() ? m_d.question : title),
                           escaped(m_a.finding),
                           text(FINDING_TEXT("Findings", "{0} votes, of which {1} were check pairs and {2} were left out; {3} count for the test."), m_a.votes, m_a.checks,
                                m_a.excluded.size(), m_a.counted),
                           m_a.definitionHash)
               + pairs() + strengths() + raters() + excluded() + methods() + definition();
    }

private:
    /// In the reader's language, as HTML.
    template <class... Args>
    std::string text(const char* english, const Args&... args) const
    {
        return escaped(m_texts(english, args...));
    }
    std::string heading(const char* english) const { return "<h2>" + text(english) + "</h2>\n"; }
    std::vector<std::string> headings(std::initializer_list<const char*> english) const
    {
        std::vector<std::string> out;
        for (const char* e : english)
            out.push_back(text(e));
        return out;
    }
    std::string percent(double share) const { return m_texts.decimal(fmt::format("{:.1f}\u00a0%", 100 * share)); }
    std::string interval(const Estimate& e) const { return e.n == 0 ? "–" : text(FINDING_TEXT("Findings", "{0} ({1} to {2})"), percent(e.value), percent(e.low), percent(e.high)); }
    const std::string& nameOf(int system) const { return m_d.systems.at(static_cast<std::size_t>(system)).name; }

    std::string pairs() const
    {
        std::string out = heading(FINDING_TEXT("Findings", "Pairs"));
        Table table(headings({FINDING_TEXT("Findings", "Pair"), FINDING_TEXT("Findings", "Wins"), FINDING_TEXT("Findings", "Ties"), FINDING_TEXT("Findings", "Losses"),
                              FINDING_TEXT("Findings", "Both bad"), FINDING_TEXT("Findings", "Share of wins"), FINDING_TEXT("Findings", "Evidence (E)"),
                              FINDING_TEXT("Findings", "Verdict")}));
        for (const PairResult& p : m_a.pairs)
            table.add({text(FINDING_TEXT("Findings", "{0} against {1}"), nameOf(p.first), nameOf(p.second)), fmt::format("{}", p.counted.wins), fmt::format("{}", p.counted.ties),
                       fmt::format("{}", p.counted.losses), fmt::format("{}", p.counted.bothBad), interval(p.share), detail::evidenceText(p.correctedLogE), verdict(p)});
        out += table.html();
        for (const PairResult& p : m_a.pairs)
            if (p.curve.size() > 1)
                out += fmt::format("<figure><figcaption>{}</figcaption>\n{}{}</figure>\n", escaped(p.sentence),
                                   detail::evidenceChart(p, m_d.claim.kind != ClaimKind::Estimate, m_texts), detail::shareChart(p, m_texts));
        return out;
    }

    std::string verdict(const PairResult& p) const
    {
        static const std::map<Verdict, const char*> kWords = {{Verdict::Undecided, FINDING_TEXT("Findings", "not decided")},
                                                              {Verdict::FirstBetter, FINDING_TEXT("Findings", "first is preferred")},
                                                              {Verdict::SecondBetter, FINDING_TEXT("Findings", "second is preferred")},
                                                              {Verdict::NotWorse, FINDING_TEXT("Findings", "not worse by the margin")},
                                                              {Verdict::Worse, FINDING_TEXT("Findings", "worse by more than the margin")},
                                                              {Verdict::PreciseEnough, FINDING_TEXT("Findings", "known precisely enough")}};
        const char* word = kWords.at(p.verdict);
        return p.decidedAt > 0 ? text(FINDING_TEXT("Findings", "{0} after {1} untied votes"), m_texts(word), p.decidedAt) : text(word);
    }

    std::string strengths() const
    {
        std::string out = heading(FINDING_TEXT("Findings", "Strengths"));
        const DavidsonFit& fit = m_a.fit;
        const bool isFitted = fit.status == FitStatus::Ok;
        if (!isFitted)
            out += fmt::format("<p>{}</p>\n", text(fitStatusSentence(fit.status).c_str()));
        const bool isShare = m_d.systems.size() == 2;  // of two systems the share of wins says all
        if (isFitted && !isShare)
            out += detail::strengthChart(m_d, fit, m_texts);
        Table table(headings({FINDING_TEXT("Findings", "System"), isShare ? FINDING_TEXT("Findings", "Share of wins") : FINDING_TEXT("Findings", "Elo"),
                              FINDING_TEXT("Findings", "Bootstrap"), FINDING_TEXT("Findings", "Shown"), FINDING_TEXT("Findings", "Wins"), FINDING_TEXT("Findings", "Ties"),
                              FINDING_TEXT("Findings", "Losses"), FINDING_TEXT("Findings", "Both bad")}));
        const auto strength = [&](double theta) {
            return isShare ? percent(1 / (1 + std::exp(-2 * theta))) : fmt::format("{:.0f}", eloFromTheta(theta));
        };  // the other one's is -theta
        for (std::size_t s = 0; s < m_d.systems.size(); ++s)
            table.add({escaped(m_d.systems[s].name),
                       isFitted ? text(FINDING_TEXT("Findings", "{0} ({1} to {2})"), strength(fit.theta[s]), strength(fit.low[s]), strength(fit.high[s])) : "–",
                       m_a.bootstrap.status == FitStatus::Ok ? text(FINDING_TEXT("Findings", "{0} to {1}"), strength(m_a.bootstrap.low[s]), strength(m_a.bootstrap.high[s])) : "–",
                       fmt::format("{}", fit.shown[s]), fmt::format("{}", fit.wins[s]), fmt::format("{}", fit.ties[s]), fmt::format("{}", fit.losses[s]),
                       interval(failureRate(fit, static_cast<int>(s)))});
        out += table.html();
        if (isFitted)
            out += fmt::format("<p class=\"dim\">{} {}</p>\n",
                               text(FINDING_TEXT("Findings", "Davidson's model with a side effect of {0} ± {1} logits for the left, ridge {2}."),
                                    m_texts.decimal(fmt::format("{:+.2f}", fit.side)), m_texts.decimal(fmt::format("{:.2f}", fit.quantile * fit.sideError)),
                                    m_texts.decimal(fmt::format("{}", m_d.ridge))),
                               clusterSentence());
        return out;
    }

    std::string clusterSentence() const
    {
        const DavidsonFit& fit = m_a.fit;
        if (fit.isSeparated)
            return text(separationSentence().c_str());
        const char* english = fit.clusterKind == "rater"        ? FINDING_TEXT("Findings", "Intervals at {0} from the sandwich covariance, clustered by rater ({1} clusters).")
                              : fit.clusterKind == "noise seed" ? FINDING_TEXT("Findings", "Intervals at {0} from the sandwich covariance, clustered by noise seed ({1} clusters).")
                                                                : FINDING_TEXT("Findings", "Intervals at {0} from the sandwich covariance, each vote for itself ({1} votes).");
        return text(english, percent(1 - m_d.alpha), fit.clusters);
    }

    std::string raters() const
    {
        std::string out = heading(FINDING_TEXT("Findings", "Raters"));
        const Agreement& a = m_a.agreement;
        const auto number = [this](double value) { return m_texts.decimal(fmt::format("{:.2f}", value)); };
        out += "<p>"
               + (a.status == AgreementStatus::Ok ? text(FINDING_TEXT("Findings", "Krippendorff's alpha is {0} ({1} to {2}) over {3} pairs that were judged more than once."),
                                                         number(a.value), number(a.low), number(a.high), a.units)
                                                  : text(agreementStatusSentence(a.status).c_str()))
               + "</p>\n";
        for (const RaterPair& p : m_a.raterPairs)
            if (p.kappa.status == AgreementStatus::Ok)
                out += "<p>"
                       + text(FINDING_TEXT("Findings", "Cohen's kappa of {0} and {1} is {2} ({3} to {4}) over {5} pairs."), m_a.raters[std::size_t(p.first)].name,
                              m_a.raters[std::size_t(p.second)].name, number(p.kappa.value), number(p.kappa.low), number(p.kappa.high), p.kappa.units)
                       + "</p>\n";
        Table table(headings({FINDING_TEXT("Findings", "Rater"), FINDING_TEXT("Findings", "Votes"), FINDING_TEXT("Findings", "Ties"), FINDING_TEXT("Findings", "Both bad"),
                              FINDING_TEXT("Findings", "Left picks"), FINDING_TEXT("Findings", "Repeated alike"), FINDING_TEXT("Findings", "Checks failed"),
                              FINDING_TEXT("Findings", "As others"), FINDING_TEXT("Findings", "Median time"), FINDING_TEXT("Findings", "Left out")}));
        for (const RaterRow& r : m_a.raters)
            table.add({escaped(r.name), fmt::format("{}", r.votes), fmt::format("{}", r.ties), fmt::format("{}", r.bothBad),
                       r.hasSideBias ? interval(r.leftShare) + "<br/>" + text(FINDING_TEXT("Findings", "prefers a side")) : interval(r.leftShare), interval(r.repeatRate),
                       text(FINDING_TEXT("Findings", "{0} of {1}"), r.failedChecks, r.checks), interval(r.agreement),
                       r.medianResponseMs > 0 ? text(FINDING_TEXT("Findings", "{0} s"), m_texts.decimal(fmt::format("{:.1f}", r.medianResponseMs / 1000))) : "–",
                       fmt::format("{}", r.excluded)});
        return out + table.html();
    }

    std::string excluded() const
    {
        if (m_a.excluded.empty())
            return {};
        std::map<std::string, std::int64_t> reasons;
        for (const ExcludedVote& e : m_a.excluded)
            ++reasons[e.reason];
        Table table(headings({FINDING_TEXT("Findings", "Reason"), FINDING_TEXT("Findings", "Votes")}));
        for (const auto& [reason, n] : reasons)
            table.add({escaped(reason), fmt::format("{}", n)});
        return heading(FINDING_TEXT("Findings", "Left out")) + table.html();
    }

    std::string methods() const
    {
        const std::string boundary = m_d.claim.kind == ClaimKind::NotWorse ? fmt::format("1/2 - {}", m_d.claim.margin) : "1/2";
        const std::string several = m_a.pairs.size() > 1
                                        ? text(FINDING_TEXT("Findings", "Several pairs are corrected with e-Holm, their confidence sequences with Bonferroni's factor.")) + ' '
                                        : std::string();
        return heading(FINDING_TEXT("Findings", "How it was tested")) + "<p>"
               + text(FINDING_TEXT("Findings", "Each noise seed counts once for a pair of systems; further votes on it serve the agreement alone.")) + ' '
               + text(FINDING_TEXT("Findings", "The evidence E is the likelihood of the untied votes under a beta mixture (a = {0}) over that under a share of wins of {1}."),
                      m_d.prior, boundary)
               + ' '
               + text(FINDING_TEXT("Findings",
                                   "It may be looked at after every vote: whatever the moment of stopping, the risk that it reaches 1/alpha = {0} without cause is at most {1}."),
                      std::lround(1 / m_d.alpha), percent(m_d.alpha))
               + ' ' + several + text(FINDING_TEXT("Findings", "Confidence sequences hold at all moments together.")) + "</p>\n";
    }

    std::string claim() const
    {
        switch (m_d.claim.kind) {
        case ClaimKind::Better: return text(FINDING_TEXT("Findings", "the first of a pair is preferred to the second, or the second to the first"));
        case ClaimKind::NotWorse: return text(FINDING_TEXT("Findings", "the first of a pair wins more than {0} of the untied votes"), percent(0.5 - m_d.claim.margin));
        case ClaimKind::Estimate: return text(FINDING_TEXT("Findings", "the share of wins is estimated to ± {0}"), percent(m_d.claim.halfWidth));
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
        Table table({text(FINDING_TEXT("Findings", "Fixed before the first vote")), ""});
        const auto row = [&](const char* english, const std::string& value) { table.add({text(english), value}); };
        row(FINDING_TEXT("Findings", "Question"), escaped(m_d.question));
        row(FINDING_TEXT("Findings", "Kind"),
            m_d.kind == ComparisonKind::Confirmatory ? text(FINDING_TEXT("Findings", "confirmatory")) : text(FINDING_TEXT("Findings", "exploratory")));
        row(FINDING_TEXT("Findings", "Systems"), systems);
        row(FINDING_TEXT("Findings", "Claim"), claim());
        row(FINDING_TEXT("Findings", "Prior a, alpha, ridge"), fmt::format("{}, {}, {}", m_d.prior, m_d.alpha, m_d.ridge));
        row(FINDING_TEXT("Findings", "Left out"), text(FINDING_TEXT("Findings", "answers faster than {0} ms; sessions with more than {1} failed check pairs"),
                                                       std::lround(m_d.exclusion.minResponseMs), m_d.exclusion.maxFailedChecks));
        row(FINDING_TEXT("Findings", "Whose votes count"), raters.empty() ? text(FINDING_TEXT("Findings", "everyone's")) : raters);
        row(FINDING_TEXT("Findings", "Noise seeds"), text(FINDING_TEXT("Findings", "{0}, of which {1} are shown to every rater"), m_d.seeds.size(), m_d.commonSeeds.size()));
        row(FINDING_TEXT("Findings", "Session"), text(FINDING_TEXT("Findings", "{0} pairs and {1} check pairs"), m_d.sessionLength, m_d.checksPerSession));
        return heading(FINDING_TEXT("Findings", "Definition"))
               + fmt::format("{}<p>{} <code>{}</code></p>\n<details><summary>{}</summary><pre>{}</pre></details>\n", table.html(),
                             text(FINDING_TEXT("Findings", "SHA-256 of its canonical text:")), m_a.definitionHash, text(FINDING_TEXT("Findings", "Canonical text")),
                             escaped(canonicalText(m_d)));
    }

    const ComparisonDefinition& m_d;
    const Analysis& m_a;
    const Texts& m_texts;
};

}  // namespace

std::string reportHtml(const ComparisonDefinition& definition, const Analysis& analysis, const std::string& title, const ReportLanguage& language)
{
    const std::string shown = escaped(title.empty() ? definition.question : title);
    const Texts texts(language.translate);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" "
        "content=\"width=device-width\"/><title>{}</title><style>\n{}\n</style></head><body>\n{}</body></html>\n",
        escaped(language.code), shown, kStyle, Report(definition, analysis, texts).body(title));
}

}  // namespace potstill
