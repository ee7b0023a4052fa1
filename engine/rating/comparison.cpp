#include "engine/rating/comparison.h"

#include "engine/core/issuecodes.h"
#include "engine/io/atomicfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace potstill {

namespace {

constexpr int kFormat = 1;

template <class E>
using Names = std::vector<std::pair<E, const char*>>;
const Names<ClaimKind> kClaims = {{ClaimKind::Better, "better"}, {ClaimKind::NotWorse, "not_worse"}, {ClaimKind::Estimate, "estimate"}};
const Names<ComparisonKind> kKinds = {{ComparisonKind::Confirmatory, "confirmatory"}, {ComparisonKind::Exploratory, "exploratory"}};

template <class E>
std::string nameOf(const Names<E>& names, E value)
{
    for (const auto& [v, name] : names)
        if (v == value)
            return name;
    throw Error(ErrorCode::Internal, "an enum value without a name in a comparison");
}

/// Reads an object and notes what is wrong with it, so that all of it can be said at once.
class Reader {
public:
    Reader(const Json& object, std::string path, Issues& issues) : m_object(object), m_path(std::move(path)), m_issues(issues)
    {
        if (!m_object.is_object())
            problem("", fmt::format("is {}, but must be an object", m_object.type_name()));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader()
    {
        if (m_object.is_object())
            for (const auto& [key, value] : m_object.items())
                if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) {
                    const std::string near = nearestMatch(key, m_known);
                    problem(key, near.empty() ? "is not known" : fmt::format("is not known; did you mean '{}'?", near));
                }
    }

    const Json* child(const std::string& key)
    {
        m_known.push_back(key);
        if (!m_object.is_object())
            return nullptr;
        const auto it = m_object.find(key);
        if (it == m_object.end())
            problem(key, "is missing");
        return it == m_object.end() ? nullptr : &*it;
    }
    template <class T>
    void take(const std::string& key, T& to)
    {
        if (const Json* j = child(key))
            read(*j, key, to);
    }
    template <class E>
    void take(const std::string& key, const Names<E>& names, E& to)
    {
        std::string text, right;
        take(key, text);
        for (const auto& [value, name] : names) {
            right += (right.empty() ? "" : ", ") + std::string(name);
            if (text == name) {
                to = value;
                return;
            }
        }
        if (!text.empty())
            problem(key, fmt::format("is '{}', but must be one of {}", text, right));
    }
    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : key.empty() ? m_path : m_path + "." + key; }
    void problem(const std::string& key, std::string message) { m_issues.push_back({Issue::Severity::Error, pathOf(key), std::move(message)}); }

private:
    void wrong(const Json& j, const std::string& key, const char* right) { problem(key, fmt::format("is {}, but must be {}", j.dump().substr(0, 60), right)); }
    void read(const Json& j, const std::string& key, std::string& to) { j.is_string() ? void(to = j.get<std::string>()) : wrong(j, key, "text"); }
    void read(const Json& j, const std::string& key, double& to) { j.is_number() ? void(to = j.get<double>()) : wrong(j, key, "a number"); }
    void read(const Json& j, const std::string& key, std::int64_t& to)
    {
        const bool fits = j.is_number_integer() && (!j.is_number_unsigned() || j.get<std::uint64_t>() <= std::uint64_t(INT64_MAX));
        fits ? void(to = j.get<std::int64_t>()) : wrong(j, key, "a whole number");
    }
    void read(const Json& j, const std::string& key, int& to)
    {
        std::int64_t wide = 0;
        const std::size_t before = m_issues.size();
        read(j, key, wide);
        if (m_issues.size() > before)
            return;
        wide >= INT32_MIN&& wide <= INT32_MAX ? void(to = static_cast<int>(wide)) : wrong(j, key, "a smaller number");
    }
    template <class T>
    void read(const Json& j, const std::string& key, std::vector<T>& to)
    {
        if (!j.is_array())
            return wrong(j, key, "a list");
        for (std::size_t i = 0; i < j.size(); ++i) {
            to.emplace_back();
            read(j[i], fmt::format("{}[{}]", key, i), to.back());
        }
    }
    void read(const Json& j, const std::string& key, std::pair<int, int>& to)
    {
        if (!j.is_array() || j.size() != 2)
            return wrong(j, key, "two indices of systems");
        read(j[0], key + "[0]", to.first);
        read(j[1], key + "[1]", to.second);
    }
    void read(const Json& j, const std::string& key, ComparedSystem& to)
    {
        Reader system(j, pathOf(key), m_issues);
        system.take("key", to.key);
        system.take("name", to.name);
    }

    const Json& m_object;
    std::string m_path;
    Issues& m_issues;
    std::vector<std::string> m_known;
};

class Checker {
public:
    explicit Checker(Issues& issues) : m_issues(issues) {}
    using Arguments = decltype(Issue::arguments);
    void require(bool isRight, const std::string& path, IssueCode code, std::string message, Arguments arguments = {})
    {
        if (!isRight)
            m_issues.push_back({Issue::Severity::Error, path, std::move(message), code.name(), std::move(arguments)});
    }
    void range(const char* path, double value, double low, double high, bool isLowExcluded = false)
    {
        const char* least = isLowExcluded ? "above" : "at least";
        require((isLowExcluded ? value > low : value >= low) && value <= high, path, "outside", fmt::format("is {}, but must be {} {} and at most {}", value, least, low, high),
                {{"value", fmt::format("{}", value)}, {isLowExcluded ? "above" : "least", fmt::format("{}", low)}, {"most", fmt::format("{}", high)}});
    }
    /// `nameOf(item)` tells the reader which one it is.
    template <class T, class Key, class Name>
    void unique(const std::string& path, IssueCode code, const std::vector<T>& list, Key key, Name nameOf)
    {
        std::set<std::decay_t<decltype(key(list[0]))>> seen;
        for (std::size_t i = 0; i < list.size(); ++i)
            require(seen.insert(key(list[i])).second, fmt::format("{}[{}]", path, i), code, "is there twice", {{"which", fmt::format("{}", nameOf(list[i]))}});
    }

private:
    Issues& m_issues;
};

void checkSystems(const ComparisonDefinition& d, Checker& check)
{
    check.require(d.systems.size() >= 2, "systems", "few-systems", fmt::format("holds {}, but a comparison needs two systems at least", d.systems.size()));
    for (std::size_t i = 0; i < d.systems.size(); ++i) {
        const Checker::Arguments number = {{"number", std::to_string(i + 1)}};
        check.require(!d.systems[i].key.empty(), fmt::format("systems[{}].key", i), "system-without-key", "is empty", number);
        check.require(!d.systems[i].name.empty(), fmt::format("systems[{}].name", i), "system-without-name", "is empty", number);
    }
    const auto nameOf = [](const ComparedSystem& s) { return s.name; };
    check.unique(
        "systems.key", "same-system", d.systems, [](const ComparedSystem& s) { return s.key; }, nameOf);
    check.unique("systems.name", "same-name", d.systems, nameOf, nameOf);
    const int count = static_cast<int>(d.systems.size());
    for (std::size_t i = 0; i < d.pairs.size(); ++i) {
        const auto [first, second] = d.pairs[i];
        check.require(first >= 0 && second >= 0 && first < count && second < count && first != second, fmt::format("pairs[{}]", i), "wrong-pair",
                      fmt::format("is {} and {}, but must be two different indices below {}", first, second, count));
    }
    check.unique(
        "pairs", "pair-twice", d.pairs,
        [](const std::pair<int, int>& p) {
            return std::minmax({p.first, p.second});
        },
        [](const std::pair<int, int>& p) { return fmt::format("{}-{}", p.first + 1, p.second + 1); });
}

void checkSeeds(const ComparisonDefinition& d, Checker& check)
{
    check.require(!d.seeds.empty(), "seeds", "no-seeds", "is empty, but a comparison needs reserved noise seeds");
    const auto itself = [](std::int64_t s) { return s; };
    check.unique("seeds", "seed-twice", d.seeds, itself, itself);
    check.unique("common_seeds", "seed-twice", d.commonSeeds, itself, itself);
    const std::set<std::int64_t> known(d.seeds.begin(), d.seeds.end());
    for (std::size_t i = 0; i < d.commonSeeds.size(); ++i)
        check.require(known.count(d.commonSeeds[i]) == 1, fmt::format("common_seeds[{}]", i), "foreign-seed", fmt::format("is {}, which is none of the seeds", d.commonSeeds[i]),
                      {{"which", std::to_string(d.commonSeeds[i])}});
}

/// The whole sentence names every problem; who reads another language is told of the first: where it is, and by which rule, if any.
RunWarning whyUnusable(const Issues& issues)
{
    const auto first = std::find_if(issues.begin(), issues.end(), [](const Issue& i) { return i.severity == Issue::Severity::Error; });
    RunWarning cause{"unusable-comparison", 0, {{"field", first->path}, {"rule", first->code}}, "this is no comparison that can be used:\n" + toText(issues)};
    cause.arguments.insert(cause.arguments.end(), first->arguments.begin(), first->arguments.end());
    return cause;
}

/// As many seeds as would be needed if every vote agreed.
std::int64_t fewestSeeds(const ComparisonDefinition& d)
{
    SequentialTest test({d.claim, d.prior, d.alpha / static_cast<double>(testedPairs(d).size())});
    for (int i = 0; i < 100000 && test.verdict() == Verdict::Undecided; ++i)
        test.add(true);
    return test.decidedAt();
}

}  // namespace

std::vector<std::pair<int, int>> testedPairs(const ComparisonDefinition& d)
{
    if (!d.pairs.empty())
        return d.pairs;
    std::vector<std::pair<int, int>> out;
    for (int i = 0; i < static_cast<int>(d.systems.size()); ++i)
        for (int j = i + 1; j < static_cast<int>(d.systems.size()); ++j)
            out.emplace_back(i, j);
    return out;
}

Issues validate(const ComparisonDefinition& d)
{
    Issues issues;
    Checker check(issues);
    check.require(d.question.find_first_not_of(" \t\n") != std::string::npos, "question", "empty", "is empty");
    checkSystems(d, check);
    if (d.claim.kind == ClaimKind::NotWorse)
        check.range("claim.margin", d.claim.margin, 0, 0.49, true);
    if (d.claim.kind == ClaimKind::Estimate)
        check.range("claim.half_width", d.claim.halfWidth, 0, 0.49, true);
    check.range("prior", d.prior, 0, 1000, true);
    check.range("alpha", d.alpha, 0, 0.5, true);
    check.range("ridge", d.ridge, 0, 10);
    check.range("exclusion.min_response_ms", d.exclusion.minResponseMs, 0, 60000);
    check.range("exclusion.max_failed_checks", d.exclusion.maxFailedChecks, 0, 1000);
    check.range("session_length", d.sessionLength, 1, 10000);
    check.range("checks_per_session", d.checksPerSession, 0, 1000);
    checkSeeds(d, check);
    const auto itself = [](const std::string& rater) { return rater; };
    check.unique("counted_raters", "rater-twice", d.countedRaters, itself, itself);
    for (std::size_t i = 0; i < d.countedRaters.size(); ++i)
        check.require(!d.countedRaters[i].empty(), fmt::format("counted_raters[{}]", i), "empty", "is empty");
    if (!hasErrors(issues) && d.kind == ComparisonKind::Confirmatory)
        if (const std::int64_t fewest = fewestSeeds(d); static_cast<std::int64_t>(d.seeds.size()) < fewest)
            issues.push_back({Issue::Severity::Warning,
                              "seeds",
                              fmt::format("are {}, but even if every vote agreed the claim would take {}", d.seeds.size(), fewest),
                              IssueCode("few-seeds").name(),
                              {{"seeds", std::to_string(d.seeds.size())}, {"fewest", std::to_string(fewest)}}});
    return issues;
}

Json toJson(const ComparisonDefinition& d)
{
    Json systems = Json::array(), pairs = Json::array();
    for (const ComparedSystem& s : d.systems)
        systems.push_back({{"key", s.key}, {"name", s.name}});
    for (const auto& [first, second] : d.pairs)
        pairs.push_back(Json::array({first, second}));
    return {{"format", kFormat},
            {"question", d.question},
            {"kind", nameOf(kKinds, d.kind)},
            {"systems", systems},
            {"claim", {{"kind", nameOf(kClaims, d.claim.kind)}, {"margin", d.claim.margin}, {"half_width", d.claim.halfWidth}}},
            {"pairs", pairs},
            {"prior", d.prior},
            {"alpha", d.alpha},
            {"ridge", d.ridge},
            {"exclusion", {{"min_response_ms", d.exclusion.minResponseMs}, {"max_failed_checks", d.exclusion.maxFailedChecks}}},
            {"seeds", d.seeds},
            {"common_seeds", d.commonSeeds},
            {"counted_raters", d.countedRaters},
            {"session_length", d.sessionLength},
            {"checks_per_session", d.checksPerSession}};
}

ComparisonDefinition comparisonFromJson(const Json& json)
{
    ComparisonDefinition d;
    Issues issues;
    {
        Reader in(json, "", issues);
        int format = kFormat;
        in.take("format", format);
        if (format != kFormat)
            in.problem("format", fmt::format("is {}, but this program reads {}", format, kFormat));
        in.take("question", d.question);
        in.take("kind", kKinds, d.kind);
        in.take("systems", d.systems);
        if (const Json* claim = in.child("claim")) {
            Reader inClaim(*claim, "claim", issues);
            inClaim.take("kind", kClaims, d.claim.kind);
            inClaim.take("margin", d.claim.margin);
            inClaim.take("half_width", d.claim.halfWidth);
        }
        in.take("pairs", d.pairs);
        in.take("prior", d.prior);
        in.take("alpha", d.alpha);
        in.take("ridge", d.ridge);
        if (const Json* exclusion = in.child("exclusion")) {
            Reader inExclusion(*exclusion, "exclusion", issues);
            inExclusion.take("min_response_ms", d.exclusion.minResponseMs);
            inExclusion.take("max_failed_checks", d.exclusion.maxFailedChecks);
        }
        in.take("seeds", d.seeds);
        in.take("common_seeds", d.commonSeeds);
        in.take("counted_raters", d.countedRaters);
        in.take("session_length", d.sessionLength);
        in.take("checks_per_session", d.checksPerSession);
    }
    if (!hasErrors(issues))
        issues = validate(d);
    if (hasErrors(issues))
        throw Error(ErrorCode::BadOption, whyUnusable(issues));
    return d;
}

std::string canonicalText(const ComparisonDefinition& definition)
{
    return nlohmann::json(toJson(definition)).dump();  // nlohmann::json keeps its keys sorted
}

std::string comparisonHash(const ComparisonDefinition& definition) { return sha256OfText(canonicalText(definition)); }

}  // namespace potstill
