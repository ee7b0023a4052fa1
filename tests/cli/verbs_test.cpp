#include "tests/cli/support.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using cli::Result;
using cli::run;

namespace {

QStringList tiny(const QString& project, const QString& images)
{
    return {"--project", project,
            "--images",  images,
            "--threads", "1",
            "--device",  "cpu",
            "--set",     "training.batch=16",
            "--set",     "training.preview_rows=2",
            "--set",     "training.preview_steps=2",
            "--set",     "training.checkpoint_every=64",
            "--set",     "training.preview_every=64",
            "--set",     "training.min_free_disk_gb=0.001",
            "--json"};
}

QStringList tinyTeacher(const QString& project, const QString& images)
{
    return QStringList{"train",
                       "--data",
                       "sprites",
                       "--set",
                       "data.image_size=16",
                       "--set",
                       "network.channels=8",
                       "--set",
                       "network.multipliers=1,1",
                       "--set",
                       "network.layers_per_block=1",
                       "--set",
                       "network.norm_groups=4"}
           + tiny(project, images);
}

QString runOf(const Result& r) { return QJsonDocument::fromJson(r.out.toUtf8()).object()["run"].toString(); }

}  // namespace

class VerbsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_teacher, m_student;
    QString path(const char* name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void everyVerbExplainsItself_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* v : {"train", "distill", "sample", "evaluate", "describe", "export", "import", "dataset", "selftest", "bench", "reproduce", "demo", "gallery", "settings",
                              "votes", "queue"})
            QTest::newRow(v) << v;
    }
    void everyVerbExplainsItself()
    {
        QFETCH(QString, verb);
        const Result r = run({verb, "--help"});
        QCOMPARE(r.code, 0);
        QVERIFY(r.out.size() > 60);
    }
    void galleriesLeaveTheHouse()
    {
        // Two images of ours, as `sample --out` leaves them.
        QVERIFY(QDir().mkpath(path("kept")));
        QJsonArray images;
        for (int i = 0; i < 2; ++i) {
            QImage image(8, 8, QImage::Format_RGB32);
            image.fill(i ? Qt::red : Qt::blue);
            QVERIFY(image.save(path("kept") + QString("/%1.png").arg(i)));
            images.append(QJsonObject{{"file", QString("%1.png").arg(i)}, {"row", 0}, {"column", i}, {"seed", 7}});
        }
        QFile index(path("kept") + "/index.json");
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write(QJsonDocument(QJsonObject{{"columns", QJsonArray{"1 step", "2 steps"}}, {"rows", QJsonArray{"seed 7"}}, {"images", images}}).toJson());
        index.close();
        const QList<QPair<QString, QString>> exports = {{"html", "page"}, {"folder", "pngs"}, {"sheet", "sheet.png"}, {"figure", "figure.svg"},
                                                        {"gif", "a.gif"}, {"webp", "a.webp"}, {"zip", "page.zip"}};
        for (const auto& [format, out] : exports) {
            const Result r = run({"gallery", path("kept"), "--to", format, "--out", path("left") + '/' + out, "--json"});
            QVERIFY2(r.code == 0, qPrintable(format + ": " + r.err));
            QCOMPARE(QJsonDocument::fromJson(r.out.toUtf8()).object()["images"].toInt(), 2);
            QVERIFY(QFileInfo::exists(path("left") + '/' + out));
        }
        QVERIFY(QFileInfo::exists(path("left") + "/page/index.html"));
        QCOMPARE(run({"gallery", path("kept"), "--to", "html", "--out", path("left") + "/page"}).code, 2);  // there is something already
        QCOMPARE(run({"gallery", path("kept"), "--to", "sheet", "--dpi", "9", "--out", path("left") + "/b.png"}).code, 2);
        const Result r = run({"gallery", path("kept"), "--to", "gif", "--dpi", "90", "--out", path("left") + "/b.gif"});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("--dpi"), qPrintable(r.err));
        QCOMPARE(run({"gallery", path("none"), "--to", "gif", "--out", path("left") + "/b.gif"}).code, 2);
    }
    void badUsageEndsWithTwoAndNamesIt()
    {
        Result r = run({"trian"});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("train"), qPrintable(r.err));
        r = run({"train", "--projct", "x"});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("--project"), qPrintable(r.err));
        r = run({"train", "--project", path("x"), "--set", "training.imges=5"});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("training.images"), qPrintable(r.err));
        r = run({"train", "--project", path("x"), "--set", "training.images=-5"});
        QCOMPARE(r.code, 2);
        r = run({"train", "--project", path("x"), "--data", "/nowhere/at/all"});
        QCOMPARE(r.code, 2);
        QVERIFY(r.err.contains("/nowhere/at/all"));
        r = run({"train"});
        QCOMPARE(r.code, 2);
        r = run({"train", "--preset", "demo", "--project", path("x")});
        QCOMPARE(r.code, 2);
        r = run({"reproduce", "imagine-flash-ablation", "--samples", "143", "--out", path("x")});  // too few for evaluate
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("--samples"), qPrintable(r.err));
        r = run({"describe", "/nowhere"});
        QCOMPARE(r.code, 2);
        QVERIFY(!QDir(path("x")).exists());
    }
    void aDryRunPrintsSettingsAndMakesNothing()
    {
        const Result r = run(QStringList{"train", "--data", "sprites", "--preset", "cifar10-small", "--dry-run", "--json", "--project", path("dry")});
        QCOMPARE(r.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(r.out.toUtf8()).object();
        QCOMPARE(json["options"].toObject()["data"].toObject()["image_size"].toInt(), 32);
        QVERIFY(json["estimate"].toObject()["memory_bytes"].toDouble() > 1e6);
        QVERIFY(!QDir(path("dry")).exists());
    }
    void aTeacherIsTrainedAndExtended()
    {
        const Result r = run(tinyTeacher(path("p"), "64"));
        QVERIFY2(r.code == 0, qPrintable(r.err));
        m_teacher = runOf(r);
        QVERIFY(QDir(m_teacher).exists("config.json"));
        QCOMPARE(run({"train", "--resume", m_teacher}).code, 2);  // it is done
        QCOMPARE(run({"train", "--resume", m_teacher, "--images", "128", "--device", "cuda:77"}).code, 2);
        QCOMPARE(run({"train", "--resume", m_teacher, "--images", "128", "--seed", "3"}).code, 2);
        const Result more = run({"train", "--resume", m_teacher, "--images", "128", "--device", "cpu", "--threads", "2"});
        QVERIFY2(more.code == 0, qPrintable(more.err));
        QFile changed(m_teacher + "/extend.json");
        QVERIFY(changed.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(changed.readAll()).object(), (QJsonObject{{"images", 128}, {"device", "cpu"}, {"threads", 2}}));
    }
    void whatIsNamedForTheWindowIsPrintedAsASentence()
    {
        const Result r =
            run(tinyTeacher(path("diverging"), "640")
                + QStringList{"--set", "training.learning_rate=1e30", "--set", "training.clip_norm=0", "--set", "training.warmup_images=0", "--set", "training.max_non_finite=2"});
        QCOMPARE(r.code, 1);
        QVERIFY2(r.err.contains("steps in a row") && !r.err.contains("[non-finite"), qPrintable(r.err));
        const Result described = run({"describe", QDir(path("diverging") + "/runs").entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).value(0).filePath(), "--json"});
        const QString failure = QJsonDocument::fromJson(described.out.toUtf8()).object()["failure"].toString();
        QVERIFY2(failure.endsWith("helps"), qPrintable(described.out + described.err));
    }
    void theMachineIsKeptAwakeWhileARunIsOn_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("project");
        QTest::newRow("train") << tinyTeacher(path("awake"), "16") << path("awake");
        QTest::newRow("demo") << QStringList{"demo", "--images", "16", "--out", path("shown")} << path("shown") + "/project";
    }
    void theMachineIsKeptAwakeWhileARunIsOn()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, project);
        // A stand-in that says when it began, and how many checkpoints there were when what it guards ended: the first and the last of the run.
        const QString inhibit = path("systemd-inhibit"), log = path("awake.log");
        QFile::remove(log);
        QFile script(inhibit);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(QString("#!/bin/sh\n"
                             "echo \"$1\" >> '%1'\n"
                             "while [ \"${1#--}\" != \"$1\" ]; do shift; done\n"
                             "\"$@\"\n"
                             "echo \"ended $(ls -d '%2'/runs/*/checkpoints/* | wc -l)\" >> '%1'\n")
                         .arg(log, project)
                         .toUtf8());
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", path(".").toUtf8() + ":" + before);
        const Result r = run(arguments);
        qputenv("PATH", before);
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QFile said(log);
        QVERIFY(said.open(QIODevice::ReadOnly));
        QCOMPARE(said.readAll(), QByteArray("--what=sleep:idle\nended 2\n"));
    }
    void aProjectIsMadeInTheFolderOneStandsIn()
    {
        const Result r = run(tinyTeacher("new", "16"), 240000, path("."));
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QVERIFY(QDir(path("new")).exists("project.json"));
    }
    void aStudentIsDistilled()
    {
        const Result r = run(QStringList{"distill", "--teacher", m_teacher, "--method", "imagine-flash", "--set", "imagine_flash.srl=false", "--set",
                                         "imagine_flash.teacher_steps=2", "--set", "imagine_flash.discriminator_width=8"}
                             + tiny(path("p"), "64"));
        QVERIFY2(r.code == 0, qPrintable(r.err));
        m_student = runOf(r);
        const QJsonObject described = QJsonDocument::fromJson(run({"describe", m_student, "--json"}).out.toUtf8()).object();
        QCOMPARE(described["kind"].toString(), QString("run"));
        QCOMPARE(described["state"].toString(), QString("finished"));
        QCOMPARE(described["options"].toObject()["imagine_flash"].toObject()["srl"].toBool(true), false);
    }
    void aDryRunOfAStudentPrintsWhatTheRunWouldKeep()
    {
        const Result r = run({"distill", "--teacher", m_teacher + "/checkpoints/000000128", "--set", "data.flip=true", "--dry-run", "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        const QJsonObject data = QJsonDocument::fromJson(r.out.toUtf8()).object()["options"].toObject()["data"].toObject();
        QCOMPARE(data["image_size"].toInt(), 16);  // 32 by default
        QCOMPARE(data["source"].toString(), QString("sprites"));
        QVERIFY(data["flip"].toBool());
    }
    void aFolderOfImagesIsDescribed()
    {
        for (const char* name : {"cat", "dog"}) {
            QVERIFY(QDir().mkpath(path("photos") + '/' + name));
            QImage image(8, 8, QImage::Format_RGB32);
            image.fill(Qt::red);
            QVERIFY(image.save(path("photos") + '/' + name + "/1.jpg"));
        }
        const Result r = run({"describe", path("photos"), "--json"});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        const QJsonObject facts = QJsonDocument::fromJson(r.out.toUtf8()).object();
        QCOMPARE(facts["kind"].toString(), QString("dataset"));
        QCOMPARE(facts["class_counts"].toArray(), (QJsonArray{1, 1}));
    }
    void imagesAreNotGuessedForAForeignTeacher()
    {
        QCOMPARE(run({"export", "--model", m_teacher, "--to", "diffusers", "--out", path("foreign")}).code, 0);
        const Result r = run({"distill", "--teacher", path("foreign"), "--preset", "demo", "--project", path("p5")});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("--data"), qPrintable(r.err));
        QVERIFY(!QDir(path("p5")).exists());
    }
    void theLadderIsWritten()
    {
        const Result r = run({"sample", "--model", m_student, "--steps", "1,2,3", "--seeds", "0-3", "--teacher-steps", "4", "--out", path("ladder")});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QFile index(path("ladder") + "/index.json");
        QVERIFY(index.open(QIODevice::ReadOnly));
        const QJsonArray images = QJsonDocument::fromJson(index.readAll()).object()["images"].toArray();
        QCOMPARE(images.size(), 16);
        for (const QJsonValue& v : images) {
            const QImage image(path("ladder") + "/" + v.toObject()["file"].toString());
            QCOMPARE(image.size(), QSize(16, 16));
            QVERIFY(image.text("potstill").contains("\"seed\""));
            QVERIFY(image.text("parameters").contains("Steps:"));
        }
        QVERIFY(QFile::exists(path("ladder") + "/grid.png"));
        QCOMPARE(run({"sample", "--model", m_student, "--classes", "9", "--out", path("no")}).code, 2);
        QCOMPARE(run({"sample", "--model", m_student, "--seeds", "3-x", "--out", path("no")}).code, 2);
    }
    void anExportOpensAgain()
    {
        QCOMPARE(run({"export", "--model", m_teacher, "--to", "diffusers", "--out", path("diffusers")}).code, 0);
        QVERIFY(QFile::exists(path("diffusers") + "/README.md"));
        QCOMPARE(run({"export", "--model", m_teacher, "--to", "diffusers", "--out", path("diffusers")}).code, 2);  // not over what is there
        const Result r = run({"sample", "--model", path("diffusers"), "--sampler", "ddim", "--steps", "3", "--seeds", "0-1", "--classes", "3,5", "--out", path("again")});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QCOMPARE(run({"sample", "--model", m_teacher, "--sampler", "ddim", "--steps", "3", "--seeds", "0-1", "--classes", "3,5", "--out", path("original")}).code, 0);
        const QString file = "/step3-seed000001.png";
        QCOMPARE(QImage(path("again") + file), QImage(path("original") + file));
        const Result imported = run({"import", path("diffusers"), "--project", path("p2"), "--json"});
        QVERIFY2(imported.code == 0, qPrintable(imported.err));
        QVERIFY2(QFileInfo::exists(runOf(imported) + "/config.json"), qPrintable(imported.out));
    }
    void anInterruptStopsSavesAndEndsWithThree()
    {
        QProcess process;
        process.start(POTSTILL_CLI, tinyTeacher(path("p3"), "10000000"));
        QVERIFY(process.waitForStarted());
        const QString runs = path("p3") + "/runs";
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(runs).entryList({"*"}, QDir::Dirs | QDir::NoDotAndDotDot).isEmpty(), 30000);
        const QString folder = runs + "/" + QDir(runs).entryList({"*"}, QDir::Dirs | QDir::NoDotAndDotDot).first();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + "/stats.jsonl"), 30000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 3);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("and saving"), said.constData());
        QVERIFY(!QDir(folder + "/checkpoints").entryList({"0*"}, QDir::Dirs).isEmpty());
    }
    void aSecondInterruptLeavesWithoutSaving()
    {
        // Steps of many passes take seconds, with nothing between them: the second interrupt comes before the first is obeyed.
        QStringList arguments = tinyTeacher(path("p5"), "100000000") + QStringList{"--set", "training.accumulate=256"};
        arguments.replaceInStrings("_every=64", "_every=100000000");
        QProcess process;
        process.start(POTSTILL_CLI, arguments);
        QVERIFY(process.waitForStarted());
        QByteArray said;
        const auto says = [&](const char* text) { return (said += process.readAllStandardError()).contains(text); };
        const QString runs = path("p5") + "/runs";
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(runs).entryList({"0*"}, QDir::Dirs).isEmpty(), 30000);
        const QString folder = runs + "/" + QDir(runs).entryList({"0*"}, QDir::Dirs).first();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(folder + "/stats.jsonl").size() > 0, 60000);
        ::kill(pid_t(process.processId()), SIGINT);
        QTRY_VERIFY_WITH_TIMEOUT(says("once more aborts"), 30000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(says("aborting"));
        QCOMPARE(QDir(folder + "/checkpoints").entryList({"0*"}, QDir::Dirs), QStringList("000000000"));
        const QJsonObject described = QJsonDocument::fromJson(run({"describe", folder, "--json"}).out.toUtf8()).object();
        QCOMPARE(described["state"].toString(), QString("stopped"));
        const Result again = run({"train", "--resume", folder, "--images", "12288", "--json"});
        QVERIFY2(again.code == 0, qPrintable(again.err));
    }
    void anInterruptEndsAMeasurement()
    {
        QProcess process;
        process.start(POTSTILL_CLI, {"bench", "--networks", "S", "--threads", "1", "--seconds", "1000", "--rounds", "1"});
        QVERIFY(process.waitForStarted());
        const auto catchesInterrupts = [&] {
            QFile status(QString("/proc/%1/status").arg(process.processId()));
            const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
            const qsizetype at = text.indexOf("SigCgt:");
            return at >= 0 && (text.mid(at + 7, text.indexOf('\n', at) - at - 7).trimmed().toULongLong(nullptr, 16) >> (SIGINT - 1) & 1);
        };
        QTRY_VERIFY_WITH_TIMEOUT(catchesInterrupts(), 30000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("stopping") && !said.contains("saving"), said.constData());
    }
    void aKilledRunResumes()
    {
        const QString project = path("p4");
        QString folder;
        for (int round = 0; round < 4; ++round) {
            QProcess process;
            process.start(POTSTILL_CLI, folder.isEmpty() ? tinyTeacher(project, "2000") : QStringList{"train", "--resume", folder});
            QVERIFY(process.waitForStarted());
            const QString runs = project + "/runs";
            QTRY_VERIFY_WITH_TIMEOUT(!QDir(runs).entryList({"0*"}, QDir::Dirs).isEmpty(), 30000);
            folder = runs + "/" + QDir(runs).entryList({"0*"}, QDir::Dirs).first();
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + "/config.json"), 30000);
            process.waitForFinished(300 + QRandomGenerator::global()->bounded(700));
            ::kill(pid_t(process.processId()), SIGKILL);
            process.waitForFinished();
            const QJsonObject described = QJsonDocument::fromJson(run({"describe", folder, "--json"}).out.toUtf8()).object();
            for (const QJsonValue& c : described["checkpoints"].toArray())
                QCOMPARE(c.toObject()["problem"].toString(), QString());
        }
        const Result last = run({"train", "--resume", folder, "--json"});
        QVERIFY2(last.code == 0 || last.err.contains("finished"), qPrintable(last.err));
    }
    void aVoteFileIsAnalysed()
    {
        QFile file(path("votes.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("caption,image_0_uid,image_1_uid,label_0,label_1,model_0,model_1,user_id,created_at,both_bad,seed\n");
        for (int i = 0; i < 60; ++i) {  // "a" wins three of four, on sides in turn
            const bool isSwapped = i % 2 == 1, wins = i % 4 != 3;
            const QString left = wins != isSwapped ? "1" : "0", right = left == "1" ? "0" : "1";
            file.write(QString("c,l%1,r%1,%2,%3,%4,%5,anna,2026-01-01T00:%6:00Z,false,%1\n")
                           .arg(i)
                           .arg(left, right, isSwapped ? "b" : "a", isSwapped ? "a" : "b")
                           .arg(i, 2, 10, QChar('0'))
                           .toUtf8());
        }
        file.close();
        Result r = run({"votes", path("votes.csv"), "--report", path("report.html")});
        QVERIFY2(r.code == 0, qPrintable(r.err));
        QVERIFY2(r.out.startsWith("Exploratory: “a” is preferred to “b”: “a” won 75 % of 60 untied votes"), qPrintable(r.out));
        QFile report(path("report.html"));
        QVERIFY(report.open(QIODevice::ReadOnly) && report.readAll().contains("“a” is preferred to “b”"));
        const QJsonObject json = QJsonDocument::fromJson(run({"votes", path("votes.csv"), "--systems", "b,a", "--claim", "not-worse", "--json"}).out.toUtf8()).object();
        const QJsonObject pair = json["pairs"].toArray().first().toObject();
        QCOMPARE(pair["first"].toString(), QString("b"));
        QCOMPARE(pair["counted"].toObject()["losses"].toInt(), 45);
        r = run({"votes", path("votes.csv"), "--systems", "b,z"});
        QCOMPARE(r.code, 2);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("caption,image_0_uid\n") > 0);
        file.close();
        r = run({"votes", path("votes.csv")});
        QCOMPARE(r.code, 2);
        QVERIFY2(r.err.contains("votes.csv, line 1: column 'image_1_uid' is missing"), qPrintable(r.err));
    }
    void theQueueIsWorkedOffWithItsFailures()
    {
        const QString project = path("queued");
        QVERIFY2(run(tinyTeacher(project, "32")).code == 0, "no project");
        QFile config(QDir(project + "/runs").entryInfoList({"0*"}, QDir::Dirs).first().filePath() + "/config.json");
        QVERIFY(config.open(QIODevice::ReadOnly));
        QJsonObject good = QJsonDocument::fromJson(config.readAll()).object()["options"].toObject(), bad = good;
        bad["device"] = "abacus";
        const QJsonObject sweep{{"path", "seed"}, {"values", QJsonArray{5, 6}}};
        const QJsonArray entries{QJsonObject{{"id", "a"}, {"name", "bad"}, {"document", bad}},
                                 QJsonObject{{"id", "b"}, {"name", "swept"}, {"document", good}, {"sweep", QJsonArray{sweep}}}};
        QFile queue(project + "/queue.json");
        QVERIFY(queue.open(QIODevice::WriteOnly));
        queue.write(QJsonDocument(QJsonObject{{"format", 1}, {"entries", entries}}).toJson());
        queue.close();
        const Result listed = run({"queue", "--project", project, "--list", "--json"});
        QCOMPARE(listed.code, 0);
        QCOMPARE(QJsonDocument::fromJson(listed.out.toUtf8()).array().at(1).toObject()["runs_left"].toInt(), 2);
        const Result r = run({"queue", "--project", project, "--json"});
        QCOMPARE(r.code, 1);  // one of them failed
        const QJsonObject json = QJsonDocument::fromJson(r.out.toUtf8()).object();
        QCOMPARE(json["done"].toInt(), 2);
        QCOMPARE(json["failed"].toInt(), 1);
        QVERIFY2(r.err.contains("abacus"), qPrintable(r.err));
        QCOMPARE(QDir(project + "/runs").entryList({"*swept*"}, QDir::Dirs).size(), 2);
    }
    void checkpointsAreChosenByNameAndDamagedOnesAreSaid()
    {
        const QString project = path("chosen");
        const Result first = run(tinyTeacher(project, "128") + QStringList{"--set", "training.keep_best=loss"});
        QVERIFY2(first.code == 0, qPrintable(first.err));
        const QString model = runOf(first);
        int samples = 0;
        const auto sample = [&](const QStringList& more) {
            return run(
                QStringList{"sample", "--model", model, "--steps", "1", "--seeds", "0", "--device", "cpu", "--threads", "1", "--out", project + QString("/s%1").arg(samples++)}
                + more);
        };
        for (const char* name : {"newest", "best", "64", "000000128"}) {
            const Result r = sample({"--checkpoint", name});
            QVERIFY2(r.code == 0, qPrintable(QString(name) + ": " + r.err));
        }
        const Result unknown = sample({"--checkpoint", "65"});
        QVERIFY2(unknown.code != 0 && unknown.err.contains("'65'") && unknown.err.contains("128, 64"), qPrintable(unknown.err));
        // The newest takes a defect.
        QFile weights(model + "/checkpoints/000000128/ema.safetensors");
        QVERIFY(weights.open(QIODevice::ReadWrite) && weights.seek(weights.size() - 1));
        char last = 0;
        QVERIFY(weights.getChar(&last) && weights.seek(weights.size() - 1) && weights.putChar(char(last ^ 1)));
        weights.close();
        const Result passed = sample({});
        QCOMPARE(passed.code, 0);
        QVERIFY2(passed.err.contains("000000128 is damaged and was passed over"), qPrintable(passed.err));
        const Result asked = sample({"--checkpoint", "128"});
        QVERIFY2(asked.code != 0 && asked.err.contains("000000128") && asked.err.contains("hash differs"), qPrintable(asked.err));
        const Result exported = run({"export", "--model", model, "--to", "potstill", "--out", project + "/exported"});
        QCOMPARE(exported.code, 0);
        QVERIFY2(exported.err.contains("000000128 is damaged"), qPrintable(exported.err));
        QVERIFY(run({"export", "--model", model, "--checkpoint", "128", "--to", "potstill", "--out", project + "/refused"}).code != 0);
        QVERIFY(!QFileInfo::exists(project + "/refused"));
    }
    void aBranchThatWaitsGoesOnFromItsCheckpoint()
    {
        const QString project = path("branched");
        const Result first = run(tinyTeacher(project, "32"));
        QVERIFY2(first.code == 0, qPrintable(first.err));
        const QString origin = QDir(runOf(first)).dirName();
        QFile config(project + "/runs/" + origin + "/config.json");
        QVERIFY(config.open(QIODevice::ReadOnly));
        QJsonObject document = QJsonDocument::fromJson(config.readAll()).object()["options"].toObject(), training = document["training"].toObject();
        training["images"] = 64;
        document["training"] = training;
        const QString checkpoint = "runs/" + origin + "/checkpoints/000000032";
        const QJsonArray entries{QJsonObject{{"id", "a"}, {"name", "branch"}, {"document", document}, {"branch_of", checkpoint}},
                                 QJsonObject{{"id", "b"}, {"name", "lost"}, {"document", document}, {"branch_of", checkpoint + "9"}}};
        QFile queue(project + "/queue.json");
        QVERIFY(queue.open(QIODevice::WriteOnly));
        queue.write(QJsonDocument(QJsonObject{{"format", 1}, {"entries", entries}}).toJson());
        queue.close();
        const Result listed = run({"queue", "--project", project, "--list", "--json"});
        QCOMPARE(QJsonDocument::fromJson(listed.out.toUtf8()).array().at(0).toObject()["branch_of"].toString(), checkpoint);
        const Result r = run({"queue", "--project", project, "--json"});
        QCOMPARE(QJsonDocument::fromJson(r.out.toUtf8()).object()["done"].toInt(), 1);
        QVERIFY2(r.err.contains("0000000329"), qPrintable(r.err));
        const QStringList made = QDir(project + "/runs").entryList({"*branch", "*lost"}, QDir::Dirs);
        QCOMPARE(made.size(), 1);  // one that cannot begin leaves no run behind
        QFile meta(project + "/runs/" + made[0] + "/meta.json");
        QVERIFY(meta.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(meta.readAll()).object()["branched_from"].toObject()["run"].toString(), origin);
    }
    void theSelftestPasses() { QCOMPARE(run({"selftest"}).code, 0); }
    void picklesAreRefusedWithTheConverter()
    {
        QFile file(path("weights.bin"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x80\x02");
        file.close();
        const Result r = run({"describe", path("weights.bin")});
        QCOMPARE(r.code, 2);
        QVERIFY(r.err.contains("convert_pickle.py"));
    }
};

QTEST_GUILESS_MAIN(VerbsTest)
#include "verbs_test.moc"
