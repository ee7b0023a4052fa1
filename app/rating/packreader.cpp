#include "app/rating/packreader.h"

#include "engine/io/atomicfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>
#include <functional>
#include <memory>

#include <zip.h>

namespace potstill {

namespace {

constexpr zip_uint64_t kLargestFile = 256ull << 20;

/// Gives the content of a file of the pack by its name in it.
using Reader = std::function<std::string(const std::string& name)>;

[[noreturn]] void refuse(const QString& path, const QString& why) { throw Error(ErrorCode::BadFile, (path + ": " + why).toStdString()); }

Reader folderReader(const QString& folder)
{
    return [root = std::filesystem::path(folder.toStdString())](const std::string& name) { return readFile(root / name, kLargestFile); };
}

Reader zipReader(const QString& path)
{
    int code = 0;
    const std::shared_ptr<zip_t> archive(zip_open(path.toUtf8().constData(), ZIP_RDONLY, &code), [](zip_t* zip) {
        if (zip)
            zip_discard(zip);
    });
    if (!archive)
        refuse(path, QCoreApplication::translate("Ratings", "cannot be opened as a ZIP"));
    std::string prefix;
    const std::string description = "pack.json";
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i)
        if (const char* entry = zip_get_name(archive.get(), zip_uint64_t(i), ZIP_FL_ENC_GUESS); entry)
            if (const std::string name = entry; name.ends_with('/' + description))
                prefix = name.substr(0, name.size() - description.size());
    return [archive, prefix, path](const std::string& name) {
        zip_stat_t facts;
        const std::string entry = prefix + name;
        if (zip_stat(archive.get(), entry.c_str(), 0, &facts) != 0 || !(facts.valid & ZIP_STAT_SIZE) || facts.size > kLargestFile)
            refuse(path, QCoreApplication::translate("Ratings", "there is no %1 in it that can be read").arg(QString::fromStdString(name)));
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive.get(), entry.c_str(), 0), zip_fclose);
        std::string content(facts.size, '\0');
        if (!file || zip_fread(file.get(), content.data(), facts.size) != zip_int64_t(facts.size))
            refuse(path, QCoreApplication::translate("Ratings", "%1 in it cannot be read").arg(QString::fromStdString(name)));
        return content;
    };
}

bool isOwnName(const std::string& name) { return name.starts_with("images/") && name.find('/', 7) == std::string::npos && name.ends_with(".png"); }

}  // namespace

OpenPack openPack(const QString& path)
{
    const QFileInfo given(path);
    const bool isZip = path.endsWith(".zip", Qt::CaseInsensitive) && given.isFile();
    const Reader read = isZip ? zipReader(path) : folderReader(given.isDir() ? path : given.path());
    OpenPack out;
    try {
        const QString isNone = QCoreApplication::translate("Ratings", "is no rating pack");
        const Json pack = Json::parse(read("pack.json"));
        if (pack.at("format") != "potstill-pack")
            refuse(path, isNone);
        if (pack.at("version") != 1)
            throw Error(ErrorCode::Unsupported, QCoreApplication::translate("Ratings", "%1: was made by a later version of Potstill").arg(path).toStdString());
        out.identity = {QString::fromStdString(pack.at("id").get<std::string>()), QString::fromStdString(pack.at("sha256").get<std::string>())};
        // It names a file, and fromString() ignores what follows a UUID.
        if (const QUuid id = QUuid::fromString(out.identity.id); id.isNull() || id.toString(QUuid::WithoutBraces) != out.identity.id)
            refuse(path, isNone);
        const std::string question = pack.at("question").get<std::string>();
        out.question = QString::fromStdString(question);
        std::string hashes;
        for (const Json& p : pack.at("pairs")) {
            OpenPack::Pair pair;
            for (const auto& [side, image, text] : {std::tuple{"left", &pair.left, &pair.leftText}, std::tuple{"right", &pair.right, &pair.rightText}}) {
                if (p.contains(std::string(side) + "_text")) {
                    *text = QString::fromStdString(p.at(std::string(side) + "_text").get<std::string>());
                    continue;
                }
                const std::string name = p.at(side).get<std::string>();
                if (!isOwnName(name))
                    refuse(path, QCoreApplication::translate("Ratings", "names a file that is not of the pack"));
                *image = QByteArray::fromStdString(read(name));
                hashes += name + ' ' + sha256OfText({image->constData(), std::size_t(image->size())}) + '\n';
            }
            pair.caption = QString::fromStdString(p.value("caption", ""));
            out.pairs.push_back(std::move(pair));
        }
        if (packHash(question, pack.at("pairs"), hashes) != out.identity.sha256 || out.pairs.empty())
            refuse(path, QCoreApplication::translate("Ratings", "was changed since it was made; ask for it again"));
    } catch (const Json::exception&) {
        refuse(path, QCoreApplication::translate("Ratings", "is no whole rating pack; ask for it again"));
    }
    return out;
}

}  // namespace potstill
