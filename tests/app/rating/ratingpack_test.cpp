#include "app/rating/ratingfiles.h"
#include "app/rating/ratingpack.h"
#include "app/rating/spoiling.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "tests/app/rating/comparisons.h"

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace potstill;

namespace {

QString browser()
{
    for (const char* name : {"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"})
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    return {};
}

/// Presses keys as each pair is ready: in the first visit those of the first list, then the page is opened anew for the second one. Says on the console what
/// it saw, with the file that would be downloaded.
const char* const kDriver = R"(
(async function () {
  const press = (key, more) => document.dispatchEvent(new KeyboardEvent("keydown", Object.assign({ key: key, bubbles: true, cancelable: true }, more)));
  const wait = async test => { for (let i = 0; i < 1500 && !test(); ++i) await new Promise(r => setTimeout(r, 10)); if (!test()) throw new Error("waited in vain for " + test); };
  const $ = id => document.getElementById(id), visits = KEYS, visit = Number(sessionStorage.visit || 0);
  const seen = JSON.parse(sessionStorage.seen || "[]");
  let saved = "";
  URL.createObjectURL = blob => { blob.text().then(t => { saved = t; }); return "#"; };
  try {
    const asked = !$("start").hidden;
    if (asked) {
      press("ArrowLeft");
      $("rater").value = "  Grace   H. ";
      $("start").requestSubmit();
    }
    await wait(() => document.body.dataset.armed !== undefined);
    const first = Number(document.body.dataset.armed), width = document.querySelector("#pair img").getBoundingClientRect().width;
    let at = first;
    for (const key of visits[visit]) {
      await wait(() => Number(document.body.dataset.armed) === at || !$("done").hidden);
      if (key === "undo") { delete document.body.dataset.armed; press("z", { ctrlKey: true }); --at; continue; }
      $("left").dispatchEvent(new MouseEvent("click", { detail: 2 }));  // the second of a double click must not count either
      press(key, { repeat: true });
      press(key);
      press(key);  // the next pair is not on the screen yet: must not count
      ++at;
    }
    seen.push({ asked: asked, first: first, width: width });
    if (visit + 1 < visits.length) {
      sessionStorage.visit = visit + 1;
      sessionStorage.seen = JSON.stringify(seen);
      location.reload();
      return;
    }
    $("save").click();
    await wait(() => saved);
    console.log("REPORT " + encodeURIComponent(JSON.stringify({ visits: seen, file: saved, language: document.documentElement.lang })));
  } catch (e) { console.log("REPORT " + encodeURIComponent(JSON.stringify({ error: String(e) }))); }
})();
)";

/// Runs the page of a pack with the driver in it; what the driver reported, or an object with "error".
Json rateInBrowser(const QString& page, const Json& keys, const QString& profile)
{
    QFile in(page), out(QFileInfo(page).path() + "/driven.html");
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        qFatal("no page");
    const QByteArray script = QByteArray(kDriver).replace("KEYS", QByteArray::fromStdString(keys.dump()));
    out.write(in.readAll().replace("</body>", "<script>" + script + "</script></body>"));
    out.close();
    // The port keeps it running in real time; nobody connects to it.
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(browser(), {"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr", "--remote-debugging-port=0",
                              "--user-data-dir=" + profile, "--window-size=1280,1100", QUrl::fromLocalFile(out.fileName()).toString()});
    QByteArray said;
    static const QRegularExpression report("REPORT ([^\" ]+)\"");
    QRegularExpressionMatch match;
    QElapsedTimer clock;
    clock.start();
    while (!match.hasMatch() && clock.elapsed() < 90'000 && (process.waitForReadyRead(1000) || process.state() != QProcess::NotRunning)) {
        said += process.readAll();
        match = report.match(QString::fromUtf8(said));
    }
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    if (!match.hasMatch())
        return {{"error", "the browser said: " + said.toStdString()}};
    return Json::parse(QByteArray::fromPercentEncoding(match.captured(1).toUtf8()).toStdString());
}

}  // namespace

class RatingPackTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    /// A locked comparison with images on disk.
    SessionRecord sessionWithImages(RatingDatabase& database, const QString& folder, int length, int checks) const
    {
        lockWithImages(database, draftOf("a", 2, 40, length, checks), folder);
        return database.reserveSession("a");
    }
    QString newFolder(const char* name) const
    {
        QDir().mkpath(m_dir.filePath(name));
        return m_dir.filePath(name);
    }

private Q_SLOTS:
    void aPackIsRatedInABrowserAndMergedOnce()
    {
        if (browser().isEmpty())
            QSKIP("no chromium here: install chromium or chromium-headless-shell to run the page of a rating pack");
        const QString folder = newFolder("browser");
        RatingDatabase database(folder + "/ratings.sqlite");
        const SessionRecord session = sessionWithImages(database, folder + "/images", 6, 2);
        QCOMPARE(session.pairs.size(), std::size_t(8));
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const PackIdentity pack = writePack(session, folder + "/images", folder + "/pack");
        database.addPack(pack.id, session.id, pack.sha256);

        // Left after three pairs; the page is opened again and goes on.
        const Json report =
            rateInBrowser(folder + "/pack/index.html", {{"ArrowLeft", "2", " "}, {"0", "ArrowDown", "undo", "ArrowRight", "1", "ArrowUp", "ArrowLeft"}}, folder + "/profile");
        QVERIFY2(!report.contains("error"), report.dump().c_str());
        QCOMPARE(report["language"].get<std::string>(), std::string("de"));
        QCOMPARE(report["visits"][0]["asked"].get<bool>(), true);
        QCOMPARE(report["visits"][0]["width"].get<double>(), 32.0 * 18);  // a whole number: (1280 - 96) / 2 / 32
        QCOMPARE(report["visits"][1]["asked"].get<bool>(), false);
        QCOMPARE(report["visits"][1]["first"].get<int>(), 3);
        const std::string file = report["file"].get<std::string>();

        const QString votes = folder + "/votes.json";
        writeFileAtomically(votes.toStdString(), file);
        const ImportResult result = importRatingFile(database, votes);
        QVERIFY(result.kind == ImportResult::Kind::PackVotes);
        QCOMPARE(result.rater, QString("Grace H."));
        QCOMPARE(result.count, 8);
        const std::vector<Answer> expected = {Answer::Left, Answer::Right, Answer::Tie, Answer::BothBad, Answer::Right, Answer::Left, Answer::BothBad, Answer::Left};
        const SessionRecord merged = database.session(session.id);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(merged.pairs[i].answer == expected[i], qPrintable(QString::number(i)));
        QVERIFY(importRatingFile(database, votes).kind == ImportResult::Kind::Known);
        QCOMPARE(database.load("a").votes.size(), std::size_t(8));
        // A changed answer does not fit the hash.
        Json tampered = Json::parse(file);
        tampered["votes"][0]["answer"] = "right";
        writeJsonFile(votes.toStdString(), tampered);
        try {
            importRatingFile(database, votes);
            QFAIL("a tampered file was taken");
        } catch (const Error& e) {
            QVERIFY2(QString::fromUtf8(e.what()).contains("changed"), e.what());
        }
    }
    void aPageSaysInWhichLanguageItIs()
    {
        const QString folder = newFolder("language");
        RatingDatabase database(folder + "/ratings.sqlite");
        const SessionRecord session = sessionWithImages(database, folder + "/images", 2, 0);
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        for (const auto& [locale, language] : {std::pair{QLocale(QLocale::German, QLocale::Germany), "de"}, std::pair{QLocale(QLocale::Chinese, QLocale::China), "zh"}}) {
            QLocale::setDefault(locale);
            writePack(session, folder + "/images", folder + '/' + language);
            const std::string script = readFile((folder + '/' + language + "/pack.js").toStdString());
            QVERIFY2(script.find("\"language\":\"" + std::string(language)) != std::string::npos, script.c_str());
        }
    }
    void packsTellNothingAndShareNothing()
    {
        const QString folder = newFolder("blind");
        RatingDatabase database(folder + "/ratings.sqlite");
        const SessionRecord first = sessionWithImages(database, folder + "/images", 10, 2), second = database.reserveSession("a");
        std::set<std::int64_t> seeds;
        for (const SessionRecord* s : {&first, &second})
            for (const ShownPair& p : s->pairs)
                if (p.check == CheckKind::None)
                    QVERIFY(seeds.insert(p.left.seed).second);
        writePack(first, folder + "/images", folder + "/pack");
        int files = 0;
        QDirIterator all(folder + "/pack", QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile f(all.next());
            QVERIFY(f.open(QIODevice::ReadOnly));
            const QByteArray content = f.readAll();
            ++files;
            for (const char* secret : {"System A", "System B", "recipe, which", "known_bad", "identical", "weights"})
                QVERIFY2(!content.contains(secret), qPrintable(f.fileName() + ": " + secret));
        }
        QCOMPARE(files, int(first.pairs.size()) * 2 + 3);
        QVERIFY_EXCEPTION_THROWN(writePack(second, folder + "/images", folder + "/pack"), Error);  // there is one already
        writePack(second, folder + "/images", folder + "/pack.zip");
        QFile zip(folder + "/pack.zip");
        QVERIFY(zip.open(QIODevice::ReadOnly) && zip.read(2) == "PK");
        QVERIFY(zip.readAll().contains("rating-pack/index.html"));
        // An image that vanished or was changed is named.
        const QString victim = folder + "/images/" + second.pairs[0].left.file;
        QVERIFY(QFile::remove(victim));
        try {
            writePack(second, folder + "/images", folder + "/pack2");
            QFAIL("a pack without an image");
        } catch (const Error& e) {
            QVERIFY2(QString::fromUtf8(e.what()).contains(second.pairs[0].left.file), e.what());
        }
    }
    void votesLeaveAndComeBackInThePickAPicColumns()
    {
        const QString folder = newFolder("columns");
        RatingDatabase database(folder + "/ratings.sqlite");
        lockedComparison(database, draftOf("a", 2, 40, 10, 2));
        const SessionRecord session = database.startSession("a", database.rater("Ada").id);
        const Answer answers[] = {Answer::Left, Answer::Right, Answer::Tie, Answer::BothBad};
        for (std::size_t i = 0; i < session.pairs.size(); ++i)
            database.addVote(session.pairs[i].id, answers[i % 4], 1000 + double(i), 1'700'000'000'000 + qint64(i) * 1000);
        const ComparisonData original = database.load("a");
        RatingDatabase other(folder + "/other.sqlite");
        for (const char* ending : {"csv", "json"}) {
            const QString file = folder + "/votes." + ending;
            QCOMPARE(exportRatingFile(database, "a", file), 12);
            const ImportResult result = importRatingFile(other, file);
            QVERIFY(result.kind == ImportResult::Kind::Votes);
            const ComparisonData copy = other.load(result.comparison);
            QVERIFY(copy.comparison.state == ComparisonState::Closed);
            QVERIFY(copy.comparison.definition.kind == ComparisonKind::Exploratory);
            QCOMPARE(copy.comparison.definition.exclusion.minResponseMs, 0.0);
            QCOMPARE(copy.votes.size(), original.votes.size());
            for (std::size_t i = 0; i < copy.votes.size(); ++i) {
                QVERIFY(copy.votes[i].vote.answer == original.votes[i].vote.answer);
                QCOMPARE(copy.votes[i].vote.left, original.votes[i].vote.left);
                QCOMPARE(copy.votes[i].vote.seed, original.votes[i].vote.seed);
                QCOMPARE(copy.votes[i].responseMs, original.votes[i].responseMs);
                QCOMPARE(copy.votes[i].timeMs, original.votes[i].timeMs);
                QVERIFY(copy.votes[i].check == original.votes[i].check);
            }
            QVERIFY(importRatingFile(other, file).kind == ImportResult::Kind::Known);
        }
        const std::string csv = readFile((folder + "/votes.csv").toStdString());
        QVERIFY(csv.rfind("caption,image_0_uid,image_1_uid,label_0,label_1,model_0,model_1,user_id,created_at", 0) == 0);
        QVERIFY(csv.find("both_bad") != std::string::npos);
    }
    void importedTextsAreRatedTheSameWay()
    {
        const QString folder = newFolder("texts");
        RatingDatabase database(folder + "/ratings.sqlite");
        const QString file = folder + "/sums.csv";
        std::string csv = "caption,text_0,text_1,model_0,model_1\n";
        for (int i = 0; i < 12; ++i)
            csv += "\"a sum, please\",37+48=" + std::to_string(80 + i) + ",\"right: 85\n" + std::to_string(i) + "\",student,teacher\n";
        writeFileAtomically(file.toStdString(), csv);
        const ImportResult result = importRatingFile(database, file);
        QVERIFY(result.kind == ImportResult::Kind::Texts);
        QCOMPARE(result.count, 12);
        QVERIFY(database.comparison(result.comparison).state == ComparisonState::Draft);
        QVERIFY(database.comparison(result.comparison).hasTexts);
        QVERIFY(importRatingFile(database, file).kind == ImportResult::Kind::Known);
        // The draft was removed: the same file brings it back.
        database.setTrashed(result.comparison, true);
        const ImportResult again = importRatingFile(database, file);
        QVERIFY(again.kind == ImportResult::Kind::Texts);
        QCOMPARE(again.comparison, result.comparison);
        QCOMPARE(database.comparisons().size(), std::size_t(1));
        database.lock(result.comparison);
        const SessionRecord session = database.startSession(result.comparison, database.rater("Ada").id);
        QVERIFY(session.pairs.size() >= 12);
        for (const ShownPair& p : session.pairs) {
            QCOMPARE(p.left.caption, QString("a sum, please"));
            QVERIFY(!p.left.text.isEmpty() && p.left.file.isEmpty());
            QVERIFY(p.left.text.startsWith(p.left.system == 0 ? "37+48=" : "right: 85\n"));
            database.addVote(p.id, Answer::Left, 900, p.position);
        }
        QCOMPARE(database.comparison(result.comparison).votes, 12);
        writeFileAtomically((folder + "/empty.csv").toStdString(), "caption,text_0,text_1,model_0,model_1\na,,b,x,y\n");
        QVERIFY_EXCEPTION_THROWN(importRatingFile(database, folder + "/empty.csv"), Error);
    }
    void aSpoiltImageIsWorseAndAlwaysTheSame()
    {
        QImage image(32, 32, QImage::Format_RGB32);
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                image.setPixel(x, y, qRgb(8 * x, 8 * y, 128));
        const QImage spoilt = spoiltImage(image, 5);
        QVERIFY(spoilt == spoiltImage(image, 5));
        QVERIFY(spoilt != spoiltImage(image, 6));
        double difference = 0;
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                difference += std::abs(qRed(image.pixel(x, y)) - qRed(spoilt.pixel(x, y)));
        QVERIFY2(difference / 1024 > 40, qPrintable(QString::number(difference / 1024)));
    }
};

QTEST_GUILESS_MAIN(RatingPackTest)
#include "ratingpack_test.moc"
