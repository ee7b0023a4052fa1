#include "app/rating/ratingfiles.h"

#include "app/rating/ratingpack.h"
#include "engine/io/atomicfile.h"
#include "engine/rating/csv.h"
#include "widgets/issuetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <map>
#include <set>

namespace potstill {

namespace {

using TextRow = std::map<std::string, std::string>;

QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

ImageRecord foreignImage(int system, std::int64_t seed, const std::string& uid, const std::string& caption)
{
    ImageRecord i;
    i.system = system;
    i.seed = seed;
    i.sha256 = QString::fromStdString(uid);
    i.caption = QString::fromStdString(caption);
    return i;
}

ImportResult importPack(RatingDatabase& database, const Json& json, const QString& file, const QString& hash)
{
    const PackVotes pack = packVotesFromJson(json, file);
    const auto sessionId = database.sessionOfPack(pack.pack, pack.packSha256);
    if (!sessionId)
        throw Error(ErrorCode::NotFound, QCoreApplication::translate("Ratings", "%1: its pack was not made in this project").arg(file).toStdString());
    const SessionRecord session = database.session(*sessionId);
    std::vector<RatingDatabase::ForeignVote> votes;
    for (const PackVotes::Vote& v : pack.votes) {
        if (v.position < 0 || v.position >= int(session.pairs.size()))
            throw Error(ErrorCode::BadFile,
                        QCoreApplication::translate("Ratings", "%1: names pair %2, but its pack has %3").arg(file).arg(v.position).arg(session.pairs.size()).toStdString());
        votes.push_back({session.pairs[std::size_t(v.position)].id, v.answer, v.responseMs, v.timeMs});
    }
    const auto added = database.importPackVotes(session.id, pack.rater, votes, hash, QFileInfo(file).fileName());
    return added ? ImportResult{ImportResult::Kind::PackVotes, *added, pack.rater, session.comparison, int(votes.size()) - *added} : ImportResult{};
}

ImportResult importVotes(RatingDatabase& database, const std::vector<VoteRecord>& records, const QString& file, const QString& hash)
{
    const VoteTable table = voteTable(records);
    ComparisonRecord c;
    c.id = newId();
    c.name = QFileInfo(file).completeBaseName();
    c.state = ComparisonState::Closed;
    // Nobody wrote a rule down before the first of these votes, so none may claim to confirm or leave answers out.
    c.definition.kind = ComparisonKind::Exploratory;
    c.definition.exclusion.minResponseMs = 0;
    std::set<std::int64_t> seeds;
    std::vector<RatingDatabase::ForeignPair> pairs;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const VoteRecord& r = records[i];
        const RatedVote& v = table.votes[i];
        if (v.check == CheckKind::None)
            seeds.insert(v.vote.seed);
        pairs.push_back({foreignImage(v.vote.left, v.vote.seed, r.image0, r.caption), foreignImage(v.vote.right, v.vote.seed, r.image1, r.caption), v.check, v.expected,
                         RatingDatabase::ForeignVote{0, v.vote.answer, v.responseMs, v.timeMs}, QString::fromStdString(r.user), r.session});
    }
    for (const std::string& s : table.systems)
        c.definition.systems.push_back({s, s});
    c.definition.seeds.assign(seeds.begin(), seeds.end());
    if (const Issues issues = validate(c.definition); hasErrors(issues))
        throw Error(ErrorCode::BadFile,
                    (QCoreApplication::translate("Ratings", "%1: its votes cannot be used as a comparison:").arg(file) + '\n' + issuesText(issues)).toStdString());
    const auto made = database.importPairs(c, pairs, hash, QFileInfo(file).fileName());
    return made ? ImportResult{ImportResult::Kind::Votes, int(records.size()), {}, made->id} : ImportResult{};
}

ImportResult importTexts(RatingDatabase& database, const std::vector<TextRow>& rows, const QString& file, const QString& hash)
{
    std::set<std::string> models;
    int number = 0;
    for (const TextRow& row : rows) {
        ++number;
        for (const char* column : {"text_0", "text_1", "model_0", "model_1"})
            if (!row.count(column) || row.at(column).empty())
                throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "%1, row %2, column %3: is empty").arg(file).arg(number).arg(column).toStdString());
        if (row.at("model_0") == row.at("model_1"))
            throw Error(
                ErrorCode::BadFile,
                QCoreApplication::translate("Ratings", "%1, row %2: both texts are of “%3”").arg(file).arg(number).arg(QString::fromStdString(row.at("model_0"))).toStdString());
        models.insert({row.at("model_0"), row.at("model_1")});
    }
    if (rows.size() > std::size_t(kMaxSeeds))
        throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "%1: has %2 pairs; %3 are the most").arg(file).arg(rows.size()).arg(kMaxSeeds).toStdString());
    const std::vector<std::string> systems(models.begin(), models.end());
    const auto numberOf = [&](const std::string& model) { return int(std::lower_bound(systems.begin(), systems.end(), model) - systems.begin()); };
    ComparisonRecord c;
    c.id = newId();
    c.name = QFileInfo(file).completeBaseName();
    c.definition.question = QCoreApplication::translate("Ratings", "Which text is better?").toStdString();
    for (const std::string& s : systems)
        c.definition.systems.push_back({s, s});
    c.definition.seeds = reservedSeeds(c.id, int(rows.size()));
    c.definition.sessionLength = std::min(c.definition.sessionLength, int(rows.size()));
    if (const Issues issues = validate(c.definition); hasErrors(issues))
        throw Error(ErrorCode::BadFile,
                    (QCoreApplication::translate("Ratings", "%1: its pairs cannot be used as a comparison:").arg(file) + '\n' + issuesText(issues)).toStdString());
    std::vector<RatingDatabase::ForeignPair> pairs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto text = [&](const char* column, const char* model) {
            const auto caption = rows[i].find("caption");
            ImageRecord r = foreignImage(numberOf(rows[i].at(model)), c.definition.seeds[i], sha256OfText(rows[i].at(column)), caption == rows[i].end() ? "" : caption->second);
            r.text = QString::fromStdString(rows[i].at(column));
            return r;
        };
        RatingDatabase::ForeignPair pair;
        pair.left = text("text_0", "model_0");
        pair.right = text("text_1", "model_1");
        pairs.push_back(std::move(pair));
    }
    const auto made = database.importPairs(c, pairs, hash, QFileInfo(file).fileName());
    return made ? ImportResult{ImportResult::Kind::Texts, int(rows.size()), {}, made->id} : ImportResult{};
}

std::vector<TextRow> textRowsFromJson(const Json& json, const QString& file)
{
    std::vector<TextRow> out;
    for (const Json& row : json) {
        TextRow fields;
        for (const auto& [key, value] : row.items()) {
            if (!value.is_string())
                throw Error(
                    ErrorCode::BadFile,
                    QCoreApplication::translate("Ratings", "%1, row %2, column %3: must be a text").arg(file).arg(out.size() + 1).arg(QString::fromStdString(key)).toStdString());
            fields[key] = value.get<std::string>();
        }
        out.push_back(std::move(fields));
    }
    return out;
}

std::vector<TextRow> textRowsFromCsv(const std::vector<CsvRow>& rows, const QString& file)
{
    std::vector<TextRow> out;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (rows[r].fields.size() != rows[0].fields.size())
            throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "%1, line %2: has %3 fields, the heading has %4")
                                                .arg(file)
                                                .arg(rows[r].line)
                                                .arg(rows[r].fields.size())
                                                .arg(rows[0].fields.size())
                                                .toStdString());
        TextRow fields;
        for (std::size_t f = 0; f < rows[r].fields.size(); ++f)
            fields[rows[0].fields[f]] = rows[r].fields[f];
        out.push_back(std::move(fields));
    }
    return out;
}

}  // namespace

QByteArray verifiedImage(const QString& folder, const ImageRecord& image)
{
    QFile file(folder + '/' + image.file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return sha256OfText({bytes.constData(), std::size_t(bytes.size())}) == image.sha256.toStdString() ? bytes : QByteArray();
}

ImportResult importRatingFile(RatingDatabase& database, const QString& file)
{
    const std::string source = file.toStdString(), content = readFile(source);
    const QString hash = QString::fromStdString(sha256OfText(content));
    if (file.endsWith(".csv", Qt::CaseInsensitive)) {
        const std::vector<CsvRow> rows = csvRows(content, source);
        if (!rows.empty() && std::find(rows[0].fields.begin(), rows[0].fields.end(), "text_0") != rows[0].fields.end())
            return importTexts(database, textRowsFromCsv(rows, file), file, hash);
        return importVotes(database, votesFromCsv(content, source), file, hash);
    }
    const Json json = Json::parse(content, nullptr, false);
    if (isPackVotes(json))
        return importPack(database, json, file, hash);
    if (json.is_array() && !json.empty() && json[0].is_object() && json[0].contains("text_0"))
        return importTexts(database, textRowsFromJson(json, file), file, hash);
    return importVotes(database, votesFromJson(content, source), file, hash);
}

std::vector<VoteRecord> voteRecords(const RatingDatabase& database, const QString& comparison)
{
    std::vector<VoteRecord> out;
    const ComparisonDefinition definition = database.comparison(comparison).definition;
    std::map<qint64, std::string> names;
    QSqlQuery q = database.sqlite().run(
        "SELECT caption, left_image, right_image, left_name, right_name, rater, time_ms, answer, noise_seed, session, response_ms, check_kind, expected "
        "FROM vote_rows WHERE comparison = ? AND in_force ORDER BY id",
        {comparison});
    const auto text = [&](int i) { return q.value(i).toString().toStdString(); };
    while (q.next()) {
        VoteRecord r;
        r.caption = text(0);
        r.image0 = text(1);
        r.image1 = text(2);
        r.model0 = text(3);
        r.model1 = text(4);
        const auto [name, isNew] = names.try_emplace(q.value(5).toLongLong());
        if (isNew)
            name->second = database.nameIn(definition, name->first).toStdString();
        r.user = name->second;
        r.createdAt = timeFromMilliseconds(q.value(6).toLongLong());
        r.answer = answerFromName(text(7));
        r.seed = q.value(8).toLongLong();
        r.session = q.value(9).toLongLong();
        r.responseMs = q.value(10).toDouble();
        r.check = checkKindFromName(text(11));
        r.expected = answerFromName(text(12));
        out.push_back(std::move(r));
    }
    return out;
}

int exportRatingFile(RatingDatabase& database, const QString& comparison, const QString& file)
{
    const std::vector<VoteRecord> records = voteRecords(database, comparison);
    writeVoteFile(file.toStdString(), records);
    return int(records.size());
}

}  // namespace potstill
