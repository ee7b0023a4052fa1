#include "app/rating/ratingpack.h"

#include "app/rating/ratingfiles.h"
#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "widgets/imagegrid.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QUuid>

#include <set>

#include <zip.h>

namespace potstill {

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;  // name, content

/// The same pixels without the recipe that our own files carry.
std::string withoutRecipe(const QByteArray& png, QSize& largest)
{
    const QImage image = qimageFromImage(imageFromQImage(QImage::fromData(png, "PNG")));
    if (image.isNull())
        throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "an image of the comparison is no PNG").toStdString());
    largest = largest.expandedTo(image.size());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        throw Error(ErrorCode::Internal, "an image could not be encoded as PNG");
    return bytes.toStdString();
}

Json pageTexts()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("RatingPack", text).toStdString(); };
    return {{"language", QLocale().bcp47Name().toStdString()},
            {"startTitle", tr(QT_TRANSLATE_NOOP("RatingPack", "Which image is better?"))},
            {"startText", tr(QT_TRANSLATE_NOOP("RatingPack",
                                               "You will see pairs of images. Answer with the arrow keys or by clicking. You can close this page and go on later. Nothing is sent "
                                               "anywhere: at the end you save one file and send it back."))},
            {"begin", tr(QT_TRANSLATE_NOOP("RatingPack", "Begin"))},
            {"name", tr(QT_TRANSLATE_NOOP("RatingPack", "Your name"))},
            {"left", tr(QT_TRANSLATE_NOOP("RatingPack", "Left"))},
            {"right", tr(QT_TRANSLATE_NOOP("RatingPack", "Right"))},
            {"progress", tr(QT_TRANSLATE_NOOP("RatingPack", "Pairs answered"))},
            {"missing", tr(QT_TRANSLATE_NOOP("RatingPack", "An image of this pair is missing. Unpack the whole pack and open the page again."))},
            {"doneTitle", tr(QT_TRANSLATE_NOOP("RatingPack", "That was the last pair. Thank you."))},
            {"doneText", tr(QT_TRANSLATE_NOOP("RatingPack", "Save your votes as a file and send it to whoever gave you this pack. Backspace takes the last answer back."))},
            {"saved", tr(QT_TRANSLATE_NOOP("RatingPack", "The file is in your downloads. Send it to whoever gave you this pack."))},
            {"save", tr(QT_TRANSLATE_NOOP("RatingPack", "Save votes"))},
            {"hints", Json::array({Json::array({"←  1", tr(QT_TRANSLATE_NOOP("RatingPack", "Left"))}), Json::array({"↓  Space", tr(QT_TRANSLATE_NOOP("RatingPack", "Equal"))}),
                                   Json::array({"↑  0", tr(QT_TRANSLATE_NOOP("RatingPack", "Both bad"))}), Json::array({"→  2", tr(QT_TRANSLATE_NOOP("RatingPack", "Right"))})})}};
}

void writeFolder(const Files& files, const QString& target)
{
    const QDir folder(target);
    if (folder.exists() && !folder.isEmpty())
        throw Error(ErrorCode::BadOption, QCoreApplication::translate("Ratings", "%1: this folder has other files in it; name a new one").arg(target).toStdString());
    for (const auto& [name, content] : files) {
        const std::filesystem::path path = std::filesystem::path(target.toStdString()) / name;
        makeFolders(path.parent_path());
        writeFileAtomically(path, content);
    }
}

void writeZip(const Files& files, const QString& target)
{
    const std::string part = target.toStdString() + ".part";
    int code = 0;
    zip_t* archive = zip_open(part.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    const auto fail = [&](const std::string& why) -> void {
        if (archive)
            zip_discard(archive);
        std::filesystem::remove(part);
        throw Error(ErrorCode::Io, target.toStdString() + ": " + why);
    };
    if (!archive)
        fail(QCoreApplication::translate("Ratings", "cannot be written (error %1 of libzip)").arg(code).toStdString());
    for (const auto& [name, content] : files) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (!source || zip_file_add(archive, ("rating-pack/" + name).c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            fail(zip_strerror(archive));
        }
    }
    if (zip_close(archive) != 0)
        fail(zip_strerror(archive));
    archive = nullptr;
    std::error_code error;
    std::filesystem::rename(part, target.toStdString(), error);
    if (error)
        fail(error.message());
}

/// Exactly the text that the page signs too.
std::string signedText(const PackVotes& v)
{
    std::string text = "potstill-pack-votes 1\n" + v.pack.toStdString() + '\n' + v.packSha256.toStdString() + '\n' + v.rater.toStdString() + '\n';
    for (const PackVotes::Vote& vote : v.votes)
        text +=
            std::to_string(vote.position) + ',' + std::string(answerName(vote.answer)) + ',' + std::to_string(qint64(vote.responseMs)) + ',' + std::to_string(vote.timeMs) + '\n';
    return text;
}

}  // namespace

PackIdentity writePack(const SessionRecord& session, const QString& imageFolder, const QString& target)
{
    Files files;
    Json pairs = Json::array();
    QSize largest;
    for (const ShownPair& p : session.pairs) {
        Json pair = Json::object();
        for (const auto& [side, image] : {std::pair{std::string("left"), p.left}, std::pair{std::string("right"), p.right}}) {
            if (image.file.isEmpty()) {
                pair[side + "_text"] = image.text.toStdString();
                continue;
            }
            const QByteArray png = verifiedImage(imageFolder, image);
            if (png.isEmpty())
                throw Error(ErrorCode::NotFound, QCoreApplication::translate("Ratings", "%1 vanished or was changed in %2").arg(image.file, imageFolder).toStdString());
            // Numbered by pair, so that a repeated image cannot be told by its name.
            const std::string name = "images/" + QString("%1").arg(p.position + 1, 4, 10, QChar('0')).toStdString() + '-' + side + ".png";
            pair[side] = name;
            files.emplace_back(name, withoutRecipe(png, largest));
        }
        if (!p.caption().isEmpty())
            pair["caption"] = p.caption().toStdString();
        pairs.push_back(std::move(pair));
    }
    std::string hashes;
    for (const auto& [name, bytes] : files)
        hashes += name + ' ' + sha256OfText(bytes) + '\n';
    const PackIdentity identity{QUuid::createUuid().toString(QUuid::WithoutBraces), packHash(session.question.toStdString(), pairs, hashes)};
    Json pack = {{"format", "potstill-pack"},
                 {"version", 1},
                 {"id", identity.id.toStdString()},
                 {"sha256", identity.sha256.toStdString()},
                 {"question", session.question.toStdString()},
                 {"width", largest.width()},
                 {"height", largest.height()},
                 {"pairs", std::move(pairs)}};
    files.emplace_back("pack.json", pack.dump(1));
    pack["texts"] = pageTexts();
    pack["texts"]["startTitle"] = session.question.toStdString();
    files.emplace_back("pack.js", "window.potstillPack = " + pack.dump() + ";\n");
    files.emplace_back("index.html", readFile(resourceFolder() / "rating" / "pack.html"));
    target.endsWith(".zip", Qt::CaseInsensitive) ? writeZip(files, target) : writeFolder(files, target);
    return identity;
}

QString packHash(const std::string& question, const Json& pairs, const std::string& imageHashes)
{
    return QString::fromStdString(sha256OfText(question + '\n' + pairs.dump() + '\n' + imageHashes));
}

bool isPackVotes(const Json& json) { return json.is_object() && json.value("format", Json()) == Json("potstill-pack-votes"); }

Json toJson(const PackVotes& v)
{
    Json votes = Json::array();
    for (const PackVotes::Vote& vote : v.votes)
        votes.push_back({{"pair", vote.position}, {"answer", answerName(vote.answer)}, {"response_ms", qint64(vote.responseMs)}, {"time_ms", vote.timeMs}});
    return {{"format", "potstill-pack-votes"},      {"version", 1},
            {"pack", v.pack.toStdString()},         {"pack_sha256", v.packSha256.toStdString()},
            {"rater", v.rater.toStdString()},       {"votes", std::move(votes)},
            {"sha256", sha256OfText(signedText(v))}};
}

PackVotes packVotesFromJson(const Json& json, const QString& source)
{
    PackVotes out;
    std::string hash;
    try {
        if (json.at("version") != 1)
            throw Error(ErrorCode::Unsupported, QCoreApplication::translate("Ratings", "%1: was written by a later version of a rating pack").arg(source).toStdString());
        out.pack = QString::fromStdString(json.at("pack").get<std::string>());
        out.packSha256 = QString::fromStdString(json.at("pack_sha256").get<std::string>());
        out.rater = QString::fromStdString(json.at("rater").get<std::string>());
        hash = json.at("sha256").get<std::string>();
        for (const Json& v : json.at("votes"))
            out.votes.push_back({v.at("pair").get<int>(), answerFromName(v.at("answer").get<std::string>()), v.at("response_ms").get<double>(), v.at("time_ms").get<qint64>()});
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::BadFile, QCoreApplication::translate("Ratings", "%1: is no whole file of votes; ask for it again").arg(source).toStdString());
    }
    if (sha256OfText(signedText(out)) != hash)
        throw Error(ErrorCode::BadFile,
                    QCoreApplication::translate("Ratings", "%1: was changed after it was saved, so its votes are not taken; ask for the file as the page saved it")
                        .arg(source)
                        .toStdString());
    return out;
}

}  // namespace potstill
