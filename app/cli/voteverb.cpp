#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/rating/report.h"
#include "engine/rating/votefile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace potstill {

namespace {

struct Arguments {
    std::string file, definition, systems, report, claim = "better";
    double margin = 0.1, halfWidth = 0.1, alpha = 0.05, prior = 5;
    int bootstrap = 1000;
    std::uint64_t seed = 0;
    bool json = false;
};

/// What is asked of a file that came without a definition. It was not fixed before the votes, so the findings are exploratory.
ComparisonDefinition definitionFor(const Arguments& a, const VoteTable& table)
{
    ComparisonDefinition d;
    d.kind = ComparisonKind::Exploratory;
    const std::vector<std::string> order = a.systems.empty() ? table.systems : namesFromText(a.systems, table.systems, "--systems");
    for (const std::string& name : order)
        d.systems.push_back({name, name});
    d.claim = {a.claim == "not-worse" ? ClaimKind::NotWorse : a.claim == "estimate" ? ClaimKind::Estimate : ClaimKind::Better, a.margin, a.halfWidth};
    d.alpha = a.alpha;
    d.prior = a.prior;
    d.exclusion.minResponseMs = 0;
    std::set<std::int64_t> seeds;
    for (const RatedVote& v : table.votes)
        seeds.insert(v.vote.seed);
    d.seeds.assign(seeds.begin(), seeds.end());
    return d;
}

/// The votes with the systems' numbers of the definition, where models go by key or name. Votes on models that it does not hold are dropped where the person chose among them.
std::vector<RatedVote> renumbered(const VoteTable& table, const ComparisonDefinition& d, bool isChosen)
{
    std::vector<int> number;
    for (const std::string& model : table.systems) {
        const auto it = std::find_if(d.systems.begin(), d.systems.end(), [&](const ComparedSystem& s) { return s.key == model || s.name == model; });
        if (it == d.systems.end() && !isChosen)
            throw Error(ErrorCode::BadFile, fmt::format("the votes are on '{}', which is no key or name of a system in the definition", model));
        number.push_back(it == d.systems.end() ? -1 : static_cast<int>(it - d.systems.begin()));
    }
    std::vector<RatedVote> out;
    for (RatedVote v : table.votes) {
        v.vote.left = number[static_cast<std::size_t>(v.vote.left)];
        v.vote.right = number[static_cast<std::size_t>(v.vote.right)];
        if (v.vote.left >= 0 && v.vote.right >= 0)
            out.push_back(v);
    }
    return out;
}

std::string shareText(const Estimate& e) { return e.n == 0 ? "-" : fmt::format("{:.1f} % ({:.1f} to {:.1f})", 100 * e.value, 100 * e.low, 100 * e.high); }

void print(const ComparisonDefinition& d, const Analysis& a)
{
    fmt::print("{}\n\n{} votes: {} count for the test, {} are check pairs, {} are left out\n\n", a.finding, a.votes, a.counted, a.checks, a.excluded.size());
    for (const PairResult& p : a.pairs)
        fmt::print("{}\n  wins {}, ties {}, losses {}, both bad {}; E = {:.3g} (stopping line {:.0f})\n", p.sentence, p.counted.wins, p.counted.ties, p.counted.losses,
                   p.counted.bothBad, std::exp(std::min(p.correctedLogE, 700.0)), std::exp(p.threshold));
    fmt::print("\n");
    if (a.fit.status != FitStatus::Ok)
        fmt::print("{}\n", fitStatusSentence(a.fit.status));
    for (std::size_t s = 0; s < d.systems.size(); ++s) {
        fmt::print("{:32} ", d.systems[s].name);
        if (a.fit.status == FitStatus::Ok)
            fmt::print("Elo {:5.0f} ({:.0f} to {:.0f})  ", eloFromTheta(a.fit.theta[s]), eloFromTheta(a.fit.low[s]), eloFromTheta(a.fit.high[s]));
        fmt::print("shown {:5}  both bad {}\n", a.fit.shown[s], shareText(failureRate(a.fit, static_cast<int>(s))));
    }
    fmt::print("\n");
    if (a.agreement.status == AgreementStatus::Ok)
        fmt::print("Krippendorff's alpha {:.2f} ({:.2f} to {:.2f}) over {} pairs\n", a.agreement.value, a.agreement.low, a.agreement.high, a.agreement.units);
    else
        fmt::print("{}\n", agreementStatusSentence(a.agreement.status));
    fmt::print("left picks {}{}\n", shareText(a.leftShare), a.hasSideBias ? ": the raters prefer a side" : "");
    for (const RaterRow& r : a.raters)
        fmt::print("{:32} {:5} votes  repeated alike {}  checks failed {} of {}{}\n", r.name, r.votes, shareText(r.repeatRate), r.failedChecks, r.checks,
                   r.hasSideBias ? "  prefers a side" : "");
}

int votesVerb(const Arguments& a)
{
    const VoteTable table = voteTable(readVoteFile(a.file));
    const ComparisonDefinition d = a.definition.empty() ? definitionFor(a, table) : comparisonFromJson(readJsonFile(a.definition));
    AnalysisOptions options;
    options.bootstrapReplicates = a.bootstrap;
    options.seed = a.seed;
    const Analysis analysis = analyse(d, renumbered(table, d, !a.systems.empty()), table.raters, options);
    if (!a.report.empty())
        writeFileAtomically(a.report, reportHtml(d, analysis, ""));
    if (a.json)
        printJson(toJson(analysis, d));
    else
        print(d, analysis);
    return kDone;
}

}  // namespace

void addVoteVerb(CLI::App& app, Chosen& chosen)
{
    auto a = std::make_shared<Arguments>();
    CLI::App* votes = app.add_subcommand("votes", "Statistics of a file of preference votes in the columns of Pick-a-Pic: finding, strengths, agreement");
    votes->add_option("file", a->file, "CSV or JSON file with caption, image_0_uid, image_1_uid, label_0, label_1, model_0, model_1, user_id, created_at")->required();
    CLI::Option* definition =
        votes->add_option("--definition", a->definition, "JSON file with the comparison as it was fixed before the first vote; without it the findings are exploratory");
    for (CLI::Option* o : {votes->add_option("--systems", a->systems, "Models that are compared, the first of each pair first; all in the order of their names when left out"),
                           votes->add_option("--claim", a->claim, "better, not-worse or estimate")->check(CLI::IsMember({"better", "not-worse", "estimate"})),
                           votes->add_option("--margin", a->margin, "Of not-worse, as a share of wins: 0.1 is ten percentage points")->check(CLI::Range(0.001, 0.49)),
                           votes->add_option("--half-width", a->halfWidth, "Of estimate, as a share of wins")->check(CLI::Range(0.001, 0.49)),
                           votes->add_option("--alpha", a->alpha, "Risk of a false alarm over all pairs and moments")->check(CLI::Range(1e-6, 0.5)),
                           votes->add_option("--prior", a->prior, "a of the beta mixture")->check(CLI::Range(0.01, 1000.0))})
        o->excludes(definition);
    votes->add_option("--bootstrap", a->bootstrap, "Replicates of the bootstrap; 0 = none")->check(CLI::Range(0, 100000));
    votes->add_option("--seed", a->seed, "Of the bootstrap");
    votes->add_option("--report", a->report, "HTML file for the report");
    votes->add_flag("--json", a->json, "Print as JSON");
    votes->callback([a, &chosen] { chosen = [a] { return votesVerb(*a); }; });
}

}  // namespace potstill
