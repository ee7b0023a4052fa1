#pragma once

#include "engine/core/options.h"
#include "engine/rating/sequential.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace potstill {

/// One of the things that are compared.
struct ComparedSystem {
    std::string key;   ///< what it is, exactly: for example checkpoint hash, time list and sampler; unique in a comparison
    std::string name;  ///< for people: "Student, 3 steps"; unique in a comparison
    bool operator==(const ComparedSystem&) const = default;
};

/// Which votes are left out, said before the first one.
struct ExclusionRule {
    double minResponseMs = 300;  ///< faster answers are left out; 0 = none
    int maxFailedChecks = 1;     ///< a session of a rater with more failed check pairs is left out. Identical and known-bad pairs can fail;
                                 ///< repeated and mirrored ones have no right answer and only give the repeat rate
    bool operator==(const ExclusionRule&) const = default;
};

enum class ComparisonKind {
    Confirmatory,  ///< balanced pairs; each noise seed counts once for each pair of systems
    Exploratory,   ///< pairs may be chosen by what they tell; findings are said to be exploratory
};

/// Everything about a comparison that is fixed before the first vote.
struct ComparisonDefinition {
    std::string question = "Which image is better?";
    ComparisonKind kind = ComparisonKind::Confirmatory;
    std::vector<ComparedSystem> systems;
    Claim claim;
    std::vector<std::pair<int, int>> pairs;  ///< the claim is about the first of each beside the second; left empty: every pair, lower index first
    double prior = 5;                        ///< a of the beta mixture
    double alpha = 0.05;                     ///< of all pairs together
    double ridge = 1e-3;                     ///< of the strengths
    ExclusionRule exclusion;
    std::vector<std::int64_t> seeds;         ///< reserved noise seeds; a vote on another one does not count
    std::vector<std::int64_t> commonSeeds;   ///< those of `seeds` that every rater is shown, for agreement
    std::vector<std::string> countedRaters;  ///< whose votes count for the test; empty = everyone. Of several votes on a seed the earliest counts
    int sessionLength = 30;                  ///< pairs of a session, without check pairs
    int checksPerSession = 4;
    bool operator==(const ComparisonDefinition&) const = default;
};

/// Every problem, by path ("systems", "claim.margin"); warnings where the definition is lawful but unwise (fewer seeds than the claim is likely to take).
Issues validate(const ComparisonDefinition& definition);
/// The pairs that are tested: those given, or every one.
std::vector<std::pair<int, int>> testedPairs(const ComparisonDefinition& definition);

Json toJson(const ComparisonDefinition& definition);
/// Throws Error(BadOption) with every unknown key (and the nearest known one), wrong type, missing key and value out of range.
ComparisonDefinition comparisonFromJson(const Json& json);
/// JSON with its keys sorted, without spaces, every key present: the same text for equal definitions.
std::string canonicalText(const ComparisonDefinition& definition);
/// SHA-256 of the canonical text in hexadecimal, as `sha256sum` gives it.
std::string comparisonHash(const ComparisonDefinition& definition);

}  // namespace potstill
