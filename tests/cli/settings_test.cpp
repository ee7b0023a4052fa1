#include "tests/cli/support.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using cli::Result;
using cli::run;

namespace {

QJsonObject objectOf(const Result& r) { return QJsonDocument::fromJson(r.out.toUtf8()).object(); }

}  // namespace

/// --config, --set, named options, --dry-run and --json, which all verbs with settings take alike.
class SettingsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(name); }
    QString put(const char* name, const QJsonObject& json) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(json).toJson());
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(path("kept")));
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        for (const char* name : {"a.png", "b.png"})
            QVERIFY(image.save(path("kept") + '/' + name));
    }
    void aDryRunPrintsSettingsAndEstimateAndMakesNothing_data()
    {
        QTest::addColumn<QStringList>("verb");
        QTest::addColumn<QString>("key");  // a setting of the verb
        QTest::newRow("sample") << QStringList{"sample", "--model", "bundled:sprites-v"} << "steps";
        QTest::newRow("evaluate") << QStringList{"evaluate", "--model", "bundled:sprites-v"} << "count";
        QTest::newRow("export") << QStringList{"export", "--model", "bundled:sprites-v"} << "licence";
        QTest::newRow("dataset") << QStringList{"dataset", "--data", path("kept")} << "data";
        QTest::newRow("bench") << QStringList{"bench", "--networks", "S"} << "rounds";
        QTest::newRow("reproduce") << QStringList{"reproduce", "imagine-flash-ablation", "--budget", "tiny", "--seeds", "1"} << "budget";
        QTest::newRow("gallery") << QStringList{"gallery", path("kept"), "--to", "sheet"} << "dpi";
        QTest::newRow("train") << QStringList{"train", "--data", "sprites", "--set", "data.image_size=16"} << "training";
    }
    void aDryRunPrintsSettingsAndEstimateAndMakesNothing()
    {
        QFETCH(QStringList, verb);
        QFETCH(QString, key);
        const QString out = path("dry");
        const QStringList place = verb.first() == "bench" ? QStringList() : QStringList{verb.first() == "train" ? "--project" : "--out", out};
        const Result r = run(verb + place + QStringList{"--dry-run", "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        const QJsonObject json = objectOf(r);
        QVERIFY2(json["options"].toObject().contains(key), qPrintable(r.out));
        QVERIFY2(json["estimate"].toObject()["memory_bytes"].toDouble() > 0, qPrintable(r.out));
        QVERIFY(json["estimate"].toObject().contains("disk_bytes"));
        QVERIFY(!QFileInfo::exists(out));
        // What was printed is a file for --config.
        const Result again = run(verb + QStringList{"--config", put("printed.json", json), "--dry-run", "--json"});
        QVERIFY2(again.code == 0, qPrintable(again.err));
        QCOMPARE(objectOf(again)["options"].toObject(), json["options"].toObject());
    }
    void laterOnesWin()
    {
        const QString config = put("sample.json", {{"model", "bundled:sprites-v"}, {"steps", QJsonArray{2, 3}}, {"guidance", 2.5}, {"eta", 0.5}});
        const Result r = run({"sample", "--config", config, "--guidance", "1.5", "--eta", "0.25", "--set", "eta=1", "--seeds", "0-3,9", "--dry-run", "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        const QJsonObject options = objectOf(r)["options"].toObject();
        QCOMPARE(options["steps"].toArray(), (QJsonArray{2, 3}));
        QCOMPARE(options["guidance"].toDouble(), 1.5);
        QCOMPARE(options["eta"].toDouble(), 1.0);
        QCOMPARE(options["seeds"].toArray(), (QJsonArray{0, 1, 2, 3, 9}));
    }
    void aConfigIsSampled()
    {
        const QString config = put("ladder.json", {{"model", "bundled:sprites-v"}, {"steps", QJsonArray{2}}, {"seeds", QJsonArray{4, 5}}, {"classes", QJsonArray{3}}});
        const Result r = run({"sample", "--config", config, "--out", path("ladder"), "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QCOMPARE(objectOf(r)["rows"].toInt(), 2);
        QVERIFY(QFile::exists(path("ladder") + "/step2-seed000005.png"));
    }
    void aPresetPreparesTheImagesOfADataSet()
    {
        const Result r = run({"dataset", "--data", path("kept"), "--preset", "sprites-v", "--dry-run", "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        const QJsonObject data = objectOf(r)["options"].toObject()["data"].toObject();
        QCOMPARE(data["image_size"].toInt(), 16);
        QCOMPARE(data["source"].toString(), path("kept"));
        QCOMPARE(run({"dataset", "--data", path("kept"), "--preset", "sprites-w", "--dry-run"}).code, 2);
    }
    void aFlagAloneMeansTrue()
    {
        for (const QStringList& half : {QStringList{"--half"}, QStringList{"--half", "true"}, QStringList{"--set", "half=yes"}}) {
            const Result r = run(QStringList{"export", "--model", "bundled:sprites-v"} + half + QStringList{"--dry-run", "--json"});
            QVERIFY2(r.code == 0, qPrintable(r.err));
            QVERIFY(objectOf(r)["options"].toObject()["half"].toBool());
        }
    }
    void badInputEndsWithTwoAndNamesIt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        const QStringList sample{"sample", "--model", "bundled:sprites-v", "--out", path("no")}, evaluate{"evaluate", "--model", "bundled:sprites-v"};
        QTest::newRow("no such setting") << sample + QStringList{"--set", "guidence=2"} << "guidance";
        QTest::newRow("out of range") << sample + QStringList{"--set", "eta=2"} << "between 0 and 1";
        QTest::newRow("named, out of range") << sample + QStringList{"--eta", "2"} << "--eta";
        QTest::newRow("no number") << sample + QStringList{"--batch", "many"} << "--batch";
        QTest::newRow("no assignment") << sample + QStringList{"--set", "eta"} << "path.to.option=value";
        QTest::newRow("backwards") << sample + QStringList{"--seeds", "9-3"} << "runs backwards";
        QTest::newRow("too many") << sample + QStringList{"--seeds", "0-99999999"} << "million";
        QTest::newRow("no model") << QStringList{"sample", "--out", path("no")} << "--model";
        QTest::newRow("no out") << sample.mid(0, 3) << "--out";
        QTest::newRow("no such sampler") << sample + QStringList{"--sampler", "magic", "--dry-run"} << "dpmpp_2m";
        QTest::newRow("no such file") << sample + QStringList{"--config", path("absent.json")} << "absent.json";
        QTest::newRow("a file with another verb's settings") << sample + QStringList{"--config", put("bench.json", {{"rounds", 3}})} << "rounds";
        QTest::newRow("a resumed run has its teacher") << QStringList{"distill", "--resume", path("kept"), "--teacher", "bundled:sprites-v"} << "--teacher";
        QTest::newRow("too few") << evaluate + QStringList{"--count", "10"} << "--count";
        QTest::newRow("seeds are counted") << evaluate + QStringList{"--set", "seeds=1"} << "no setting 'seeds'";
        QTest::newRow("no such extractor") << evaluate + QStringList{"--extractor", path("absent.pt"), "--dry-run"} << "absent.pt";
        QTest::newRow("no such format") << QStringList{"export", "--model", "bundled:sprites-v", "--to", "onnx", "--out", path("no")} << "diffusers, potstill";
        QTest::newRow("no such network") << QStringList{"bench", "--networks", "XL", "--dry-run"} << "S, M, L";
        QTest::newRow("no such arm") << QStringList{"reproduce", "imagine-flash-ablation", "--arms", "no-sr", "--dry-run"} << "no-srl";
        QTest::newRow("nothing to pack") << QStringList{"dataset", "--data", path("absent"), "--dry-run"} << "absent";
        QTest::newRow("another format's setting") << QStringList{"gallery", path("kept"), "--to", "gif", "--set", "dpi=90", "--dry-run"} << "--dpi";
    }
    void badInputEndsWithTwoAndNamesIt()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, word);
        const Result r = run(arguments);
        QVERIFY2(r.code == 2, qPrintable(QString("%1: %2").arg(r.code).arg(r.err)));
        QVERIFY2(r.err.contains(word), qPrintable(r.err));
        QVERIFY(!QFileInfo::exists(path("no")));
        const QJsonObject error = objectOf(run(arguments + QStringList{"--json"}))["error"].toObject();
        QVERIFY(!error["message"].toString().isEmpty());
    }
    void theTableOfTheAblationIsThatOfItsFigures()
    {
        const auto contentOf = [](const QString& file) {
            QFile f(file);
            return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
        };
        const QString kept = POTSTILL_SOURCE "/tests/claims/imagine-flash-ablation", out = path("ablation"), figure = "/figures/no-bd-30000-seed1-n2000.json";
        const QStringList report = {"reproduce", "imagine-flash-ablation", "--report", "--out", out};
        QVERIFY(QDir().mkpath(out + "/figures"));
        for (const QString& name : QDir(kept + "/figures").entryList({"*.json"}))
            QVERIFY(QFile::copy(kept + "/figures/" + name, out + "/figures/" + name));
        Result r = run(report);
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QCOMPARE(contentOf(out + "/table.md"), contentOf(kept + "/table.md"));
        const QJsonObject table = QJsonDocument::fromJson(contentOf(out + "/table.json")).object();
        for (const char* key : {"reference_hash", "extractor"})
            QCOMPARE(table[key], QJsonDocument::fromJson(contentOf(kept + "/table.json")).object()[key]);
        QVERIFY2(r.out.contains("Extractor: classifier c7a1894d89ca"), qPrintable(r.out));
        QVERIFY2(r.out.contains("| full, fresh noise | 1 step |") && r.out.contains("| 40.4 / – |"), qPrintable(r.out));
        QVERIFY2(r.out.contains("| diversity | recall |") && r.out.contains("| 0.917 ± 0.016 | 0.002 ± 0.007 | 35.5 / 30.2 |"), qPrintable(r.out));
        for (const char* key : {"reference_hash", "extractor"}) {
            QJsonObject other = QJsonDocument::fromJson(contentOf(kept + figure)).object();
            QJsonArray columns = other["columns"].toArray();
            QJsonObject column = columns[0].toObject();
            column[key] = "another";
            columns[0] = column;
            other["columns"] = columns;
            QFile file(out + figure);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QJsonDocument(other).toJson());
            file.close();
            r = run(report);
            QCOMPARE(r.code, 2);
            QVERIFY2(r.err.contains("no-bd-30000-seed1-n2000.json") && r.err.contains("another"), qPrintable(r.err));
        }
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
