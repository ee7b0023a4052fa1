#pragma once

#include "app/rating/ratingrecords.h"

#include <map>

namespace potstill {

/// What is known of one compared system beside its votes.
struct SystemQuality {
    QString name;
    QString run;             ///< folder of its run or model; "" where that is not on this machine
    bool isTeacher = false;  ///< of another system: what that one is held against
    bool isCompared = true;  ///< one of the definition's systems
    int steps = 0;
    int nfe = 0;                            ///< network calls of an image; 0 = not known
    std::int64_t imagesSeen = -1;           ///< of its checkpoint; -1 = not known
    std::map<std::string, double> figures;  ///< those of `evaluate` for this checkpoint and NFE, for example "fd_classifier" and "milliseconds_per_image"
    bool hasPreference = false;
    double preference = 0, low = 0, high = 0;  ///< with its interval, where hasPreference: the strength in points of Elo; of two systems the share of wins in percent
};

/// Reads the runs' evaluations: not for the GUI thread. In the order of the definition's systems; after them what nobody was asked about: the project's runs at every number
/// of network calls that `evaluate` measured, and the teachers that it measured beside them. What cannot be read is left out. `project` "" = the compared runs alone.
std::vector<SystemQuality> qualityOf(const ComparisonData& data, const Analysis& analysis, const QString& project = {});
/// Another one after every evaluation that is stored in the project, by whatever program. Not for the GUI thread.
QByteArray evaluationsMark(const QString& project);

/// Indices of the points that no other one beats in both: fewer `cost` and more (`isHigherBetter`) or less `value`. In order of cost.
std::vector<std::size_t> paretoFront(const std::vector<std::pair<double, double>>& costAndValue, bool isHigherBetter);
/// For a figure of `evaluate`, or its figureKey().
bool isHigherBetter(const std::string& figure);
/// A figure of a column of `evaluate` as tables and charts know it. What a teacher's encoder measured carries the beginning of its hash, as in "precision@1a2b3c4d5e6f": what different networks measured is
/// never set beside one another.
std::string figureKey(const Json& column, const std::string& figure);
/// The figure of such a key: "precision".
std::string figureOf(const std::string& key);
/// Rank correlation; NaN for fewer than three points or where one side does not vary.
double spearman(const std::vector<std::pair<double, double>>& points);

}  // namespace potstill
