#include "engine/rating/votefile.h"

#include "engine/io/atomicfile.h"
#include "engine/rating/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace potstill {

namespace {

const std::vector<std::string> kColumns = {"caption",    "image_0_uid", "image_1_uid", "label_0", "label_1",     "model_0", "model_1", "user_id",
                                           "created_at", "both_bad",    "seed",        "session", "response_ms", "check",   "expected"};
constexpr std::size_t kNeeded = 9;
/// Columns of Pick-a-Pic's own files that say nothing here; has_label alone is looked at.
const std::vector<std::string> kPassedOver = {"are_different", "best_image_uid",         "has_label", "image_0_url", "image_1_url", "jpg_0",
                                              "jpg_1",         "num_example_per_prompt", "ranking_id"};

/// One row as text, from whichever format, and where it stands.
struct Row {
    std::string where;                          ///< "votes.csv, line 7"
    std::map<std::string, std::string> fields;  ///< by column

    [[noreturn]] void fail(const std::string& column, const std::string& message) const
    {
        throw Error(ErrorCode::BadFile, fmt::format("{}, column {}: {}", where, column, message));
    }
    std::string text(const std::string& column) const
    {
        const auto it = fields.find(column);
        return it == fields.end() ? "" : it->second;
    }
    template <class T>
    T number(const std::string& column, const char* right) const
    {
        const std::string value = text(column);
        T out{};
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
        if (error != std::errc() || end != value.data() + value.size())
            fail(column, fmt::format("'{}' must be {}", value.substr(0, 60), right));
        return out;
    }
    bool flag(const std::string& column) const
    {
        std::string value = text(column);
        std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
        if (value == "true" || value == "1")
            return true;
        if (!value.empty() && value != "false" && value != "0")
            fail(column, fmt::format("'{}' must be true or false", value.substr(0, 60)));
        return false;
    }
};

void checkColumns(const std::set<std::string>& columns, const std::string& where)
{
    const auto isIn = [](const std::vector<std::string>& list, const std::string& c) { return std::find(list.begin(), list.end(), c) != list.end(); };
    for (const std::string& c : columns)
        if (!isIn(kColumns, c) && !isIn(kPassedOver, c)) {
            const std::string near = nearestMatch(c, kColumns);
            throw Error(ErrorCode::BadFile, fmt::format("{}: column '{}' is not known{}", where, c, near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
        }
    for (std::size_t i = 0; i < kNeeded; ++i)
        if (columns.count(kColumns[i]) == 0)
            throw Error(ErrorCode::BadFile, fmt::format("{}: column '{}' is missing", where, kColumns[i]));
}

Answer answerOf(const Row& row)
{
    const double left = row.number<double>("label_0", "1, 0 or 0.5"), right = row.number<double>("label_1", "1, 0 or 0.5");
    const bool isTie = left == 0.5 && right == 0.5, isBothBad = row.flag("both_bad");
    if (!isTie && !(left == 1 && right == 0) && !(left == 0 && right == 1))
        row.fail("label_1", fmt::format("the labels are {} and {}, but must be 1 and 0, 0 and 1, or 0.5 and 0.5", left, right));
    if (isBothBad && !isTie)
        row.fail("both_bad", "it is true, so that both labels must be 0.5");
    return isBothBad ? Answer::BothBad : isTie ? Answer::Tie : left == 1 ? Answer::Left : Answer::Right;
}

/// A value that some function reads from its name; its error is given the row and column.
template <class F>
auto named(const Row& row, const std::string& column, F fromName)
{
    try {
        return fromName(row.text(column));
    } catch (const Error& e) {
        row.fail(column, e.what());
    }
}

VoteRecord recordOf(const Row& row)
{
    VoteRecord r;
    r.caption = row.text("caption");
    const std::array<std::pair<const char*, std::string VoteRecord::*>, 6> texts = {{{"image_0_uid", &VoteRecord::image0},
                                                                                     {"image_1_uid", &VoteRecord::image1},
                                                                                     {"model_0", &VoteRecord::model0},
                                                                                     {"model_1", &VoteRecord::model1},
                                                                                     {"user_id", &VoteRecord::user},
                                                                                     {"created_at", &VoteRecord::createdAt}}};
    for (const auto& [column, member] : texts) {
        r.*member = row.text(column);
        if ((r.*member).empty())
            row.fail(column, "it is empty");
    }
    if (!millisecondsFromTime(r.createdAt))
        row.fail("created_at", fmt::format("'{}' must be a time in UTC such as 2026-01-31T12:00:00.000Z", r.createdAt.substr(0, 60)));
    r.answer = answerOf(row);
    if (!row.text("seed").empty())
        r.seed = row.number<std::int64_t>("seed", "a whole number");
    if (!row.text("session").empty())
        r.session = row.number<std::int64_t>("session", "a whole number");
    if (!row.text("response_ms").empty())
        r.responseMs = row.number<double>("response_ms", "a number of milliseconds");
    if (!(r.responseMs >= 0 && r.responseMs < 1e12))
        row.fail("response_ms", fmt::format("{} must be 0 or more milliseconds", r.responseMs));
    if (!row.text("check").empty())
        r.check = named(row, "check", checkKindFromName);
    if (!row.text("expected").empty())
        r.expected = named(row, "expected", answerFromName);
    if (r.check == CheckKind::KnownBad && r.expected != Answer::Left && r.expected != Answer::Right)
        row.fail("expected", "a known-bad pair needs the side that is right, left or right");
    return r;
}

/// Pick-a-Pic keeps rows that nobody judged.
bool isJudged(const Row& row) { return row.text("has_label").empty() || row.flag("has_label"); }

std::string textOf(const Json& value, const Row& row, const std::string& column)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return "";
    if (value.is_structured())
        row.fail(column, "it is a list or an object, but must be text, a number, true, false or null");
    return value.dump();
}

std::string number(double value) { return fmt::format("{}", value); }

/// The columns in the order of kColumns.
std::vector<std::string> fieldsOf(const VoteRecord& r)
{
    const double left = r.answer == Answer::Left ? 1 : r.answer == Answer::Right ? 0 : 0.5;
    return {r.caption,
            r.image0,
            r.image1,
            number(left),
            number(1 - left),
            r.model0,
            r.model1,
            r.user,
            r.createdAt,
            r.answer == Answer::BothBad ? "true" : "false",
            r.seed ? std::to_string(*r.seed) : "",
            std::to_string(r.session),
            r.responseMs > 0 ? number(r.responseMs) : "",
            std::string(checkKindName(r.check)),
            r.check == CheckKind::KnownBad ? std::string(answerName(r.expected)) : ""};
}

std::string endingOf(const std::filesystem::path& path)
{
    const std::string ending = path.extension().string();
    if (ending != ".csv" && ending != ".json")
        throw Error(ErrorCode::BadFile, fmt::format("{} must end in .csv or .json", path.string()));
    return ending;
}

/// Numbers of the different names in their order.
std::map<std::string, int> numbered(const std::vector<VoteRecord>& records, std::initializer_list<std::string VoteRecord::*> members, std::vector<std::string>& names)
{
    std::map<std::string, int> out;
    for (const VoteRecord& r : records)
        for (const auto member : members)
            out[r.*member] = 0;
    for (auto& [name, index] : out) {
        index = static_cast<int>(names.size());
        names.push_back(name);
    }
    return out;
}

}  // namespace

std::vector<VoteRecord> votesFromCsv(std::string_view text, const std::string& source)
{
    const std::vector<CsvRow> rows = csvRows(text, source);
    if (rows.empty())
        throw Error(ErrorCode::BadFile, source + " is empty; its first line must name the columns");
    const std::vector<std::string>& heading = rows.front().fields;
    const std::string first = fmt::format("{}, line {}", source, rows.front().line);
    const std::set<std::string> columns(heading.begin(), heading.end());
    if (columns.size() != heading.size())
        throw Error(ErrorCode::BadFile, first + ": a column is there twice");
    checkColumns(columns, first);
    std::vector<VoteRecord> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Row row{fmt::format("{}, line {}", source, rows[i].line), {}};
        if (rows[i].fields.size() != heading.size())
            throw Error(ErrorCode::BadFile, fmt::format("{}: {} fields, but the heading has {}", row.where, rows[i].fields.size(), heading.size()));
        for (std::size_t c = 0; c < heading.size(); ++c)
            row.fields[heading[c]] = rows[i].fields[c];
        if (isJudged(row))
            out.push_back(recordOf(row));
    }
    return out;
}

std::vector<VoteRecord> votesFromJson(std::string_view text, const std::string& source)
{
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& e) {
        throw Error(ErrorCode::BadFile, fmt::format("{} is no JSON: {}", source, e.what()));
    }
    if (!json.is_array())
        throw Error(ErrorCode::BadFile, source + " must be a list of votes, [{...}, ...]");
    std::vector<VoteRecord> out;
    for (std::size_t i = 0; i < json.size(); ++i) {
        Row row{fmt::format("{}, row {}", source, i + 1), {}};
        if (!json[i].is_object())
            throw Error(ErrorCode::BadFile, row.where + " is no object");
        std::set<std::string> columns;
        for (const auto& [column, value] : json[i].items()) {
            columns.insert(column);
            row.fields[column] = textOf(value, row, column);
        }
        checkColumns(columns, row.where);
        if (isJudged(row))
            out.push_back(recordOf(row));
    }
    return out;
}

std::vector<VoteRecord> readVoteFile(const std::filesystem::path& path)
{
    const bool isCsv = endingOf(path) == ".csv";
    const std::string text = readFile(path);
    return isCsv ? votesFromCsv(text, path.string()) : votesFromJson(text, path.string());
}

std::string votesToCsv(const std::vector<VoteRecord>& records)
{
    std::string out = csvLine(kColumns);
    for (const VoteRecord& r : records)
        out += csvLine(fieldsOf(r));
    return out;
}

std::string votesToJson(const std::vector<VoteRecord>& records)
{
    Json out = Json::array();
    for (const VoteRecord& r : records) {
        const std::vector<std::string> fields = fieldsOf(r);
        Json row;
        for (std::size_t c = 0; c < kColumns.size(); ++c)
            row[kColumns[c]] = fields[c];
        for (const char* label : {"label_0", "label_1"})
            row[label] = std::stod(row[label].get<std::string>());
        row["both_bad"] = r.answer == Answer::BothBad;
        row["seed"] = r.seed ? Json(*r.seed) : Json();
        row["session"] = r.session;
        row["response_ms"] = r.responseMs > 0 ? Json(r.responseMs) : Json();
        out.push_back(std::move(row));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void writeVoteFile(const std::filesystem::path& path, const std::vector<VoteRecord>& records)
{
    writeFileAtomically(path, endingOf(path) == ".csv" ? votesToCsv(records) : votesToJson(records));
}

std::optional<std::int64_t> millisecondsFromTime(std::string_view time)
{
    using namespace std::chrono;
    std::size_t at = 0;
    const auto digits = [&](std::size_t n) -> std::optional<int> {
        int value = 0;
        for (std::size_t i = 0; i < n; ++i, ++at) {
            if (at >= time.size() || time[at] < '0' || time[at] > '9')
                return std::nullopt;
            value = 10 * value + (time[at] - '0');
        }
        return value;
    };
    const auto skip = [&](std::string_view any) { return at < time.size() && any.find(time[at]) != std::string_view::npos && ++at > 0; };
    std::array<int, 6> parts{};
    constexpr std::array<std::string_view, 6> kBefore = {"", "-", "-", "T ", ":", ":"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !skip(kBefore[i]))
            return std::nullopt;
        const auto value = digits(i == 0 ? 4 : 2);
        if (!value)
            return std::nullopt;
        parts[i] = *value;
    }
    std::int64_t milli = 0;
    if (skip(".")) {
        const std::size_t began = at;
        for (std::int64_t unit = 100; at < time.size() && time[at] >= '0' && time[at] <= '9'; ++at, unit /= 10)
            milli += unit * (time[at] - '0');
        if (at == began)
            return std::nullopt;
    }
    const std::string_view rest = time.substr(at);
    const year_month_day date{year(parts[0]), month(static_cast<unsigned>(parts[1])), day(static_cast<unsigned>(parts[2]))};
    if (!(rest.empty() || rest == "Z" || rest == "+00:00") || !date.ok() || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
        return std::nullopt;
    return duration_cast<milliseconds>(sys_days(date).time_since_epoch() + hours(parts[3]) + minutes(parts[4]) + seconds(parts[5])).count() + milli;
}

std::string timeFromMilliseconds(std::int64_t ms)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(ms)};
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

VoteTable voteTable(const std::vector<VoteRecord>& records)
{
    VoteTable out;
    const auto systems = numbered(records, {&VoteRecord::model0, &VoteRecord::model1}, out.systems), raters = numbered(records, {&VoteRecord::user}, out.raters);
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> units;  // of votes without a seed: -1, -2, ...
    for (const VoteRecord& r : records) {
        RatedVote v;
        const auto& [less, more] = std::minmax(r.image0, r.image1);
        v.vote = {systems.at(r.model0), systems.at(r.model1), r.answer, raters.at(r.user), 0, r.session};
        v.vote.seed = r.seed ? *r.seed : units.try_emplace({r.caption, less, more}, -1 - static_cast<std::int64_t>(units.size())).first->second;
        v.check = r.check;
        v.expected = r.expected;
        v.responseMs = r.responseMs;
        v.timeMs = millisecondsFromTime(r.createdAt).value_or(0);
        out.votes.push_back(v);
    }
    return out;
}

}  // namespace potstill
