#include "app/pages/runcurves.h"
#include "app/pages/systemcolors.h"
#include "app/rating/ratingreport.h"
#include "engine/io/jsonfile.h"
#include "engine/rating/report.h"
#include "tests/app/rating/comparisons.h"
#include "widgets/theme.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace potstill;

class SystemQualityTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

private Q_SLOTS:
    void aComparedTeacherIsTheReference()
    {
        const QString teacher = m_dir.filePath("runs/00002-teacher"), student = m_dir.filePath("runs/00003-student");
        for (const QString& run : {teacher, student})
            QVERIFY(QDir().mkpath(run + "/checkpoints/000001000") && QDir().mkpath(run + "/evaluations"));
        writeJsonFile(student.toStdString() + "/config.json", {{"options", {{"teacher", "runs/00002-teacher"}}}});
        writeJsonFile(student.toStdString() + "/evaluations/a.json",
                      {{"images_seen", 1000},
                       {"columns", {{{"column", "2 steps"}, {"nfe", 2}, {"fd_classifier", 4.0}}, {{"column", "teacher 20 NFE"}, {"nfe", 20}, {"fd_classifier", 1.5}}}}});
        ComparisonData data;
        data.comparison = draftOf("teacher", 2, 4, 4);
        data.comparison.plan.systems[0].model = (student + "/checkpoints/000001000").toStdString();
        data.comparison.plan.systems[1].model = teacher.toStdString();
        data.comparison.definition.systems[0].key = R"({"nfe": 2, "images_seen": 1000})";
        data.comparison.definition.systems[1].key = R"({"nfe": 20})";
        const std::vector<SystemQuality> quality = qualityOf(data, {});
        QCOMPARE(quality.size(), std::size_t(2));  // not there twice
        QVERIFY(!quality[0].isTeacher && quality[1].isTeacher);
        QCOMPARE(quality[0].figures.at("fd_classifier"), 4.0);
        QCOMPARE(quality[1].figures.at("fd_classifier"), 1.5);
    }
    void everyTeacherHasItsOwnFigures()
    {
        ComparisonData data;
        data.comparison = draftOf("teachers", 3, 4, 4);
        for (int i = 0; i < 2; ++i) {
            const QString teacher = m_dir.filePath("two/runs/%1-teacher").arg(i), student = m_dir.filePath("two/runs/%1-student").arg(i);
            QVERIFY(QDir().mkpath(teacher) && QDir().mkpath(student + "/checkpoints/000001000") && QDir().mkpath(student + "/evaluations"));
            writeJsonFile(student.toStdString() + "/config.json", {{"options", {{"teacher", teacher.toStdString()}}}});
            const Json column = {{"column", "teacher 20 NFE"}, {"nfe", 20}, {"fd_classifier", 1.0 + i}};
            writeJsonFile(student.toStdString() + "/evaluations/a.json", {{"images_seen", 1000}, {"columns", Json::array({column})}});
            data.comparison.plan.systems[std::size_t(i)].model = (student + "/checkpoints/000001000").toStdString();
            data.comparison.definition.systems[std::size_t(i)].key = R"({"nfe": 2, "images_seen": 1000})";
        }
        data.comparison.plan.systems[2].model = m_dir.filePath("two/runs/1-teacher").toStdString();
        data.comparison.definition.systems[2].key = R"({"nfe": 20})";
        const std::vector<SystemQuality> quality = qualityOf(data, {});
        QCOMPARE(quality.size(), std::size_t(4));
        QVERIFY(quality[2].isTeacher);
        QCOMPARE(quality[2].figures.at("fd_classifier"), 2.0);
        QCOMPARE(quality[3].name, QString("Teacher 0-teacher, 20 NFE"));
        QCOMPARE(quality[3].figures.at("fd_classifier"), 1.0);
    }
    void whatDifferentEncodersMeasuredIsKeptApart()
    {
        const QString project = m_dir.filePath("encoders");
        for (int i = 0; i < 2; ++i) {
            const QString run = project + QString("/runs/0000%1-student").arg(i);
            QVERIFY(QDir().mkpath(run + "/evaluations"));
            const Json column = {{"column", "1 step"}, {"nfe", 1}, {"fd_encoder", 1.0 + i}, {"precision", 0.5}, {"encoder_hash", std::string(64, char('a' + i))}};
            writeJsonFile((run + "/evaluations/a.json").toStdString(), {{"images_seen", 1000}, {"columns", Json::array({column})}});
        }
        const std::vector<SystemQuality> quality = qualityOf({}, {}, project);
        QCOMPARE(quality.size(), std::size_t(2));
        QCOMPARE(quality[0].figures, (std::map<std::string, double>{{"fd_encoder@aaaaaaaaaaaa", 1.0}, {"precision@aaaaaaaaaaaa", 0.5}}));
        QCOMPARE(quality[1].figures, (std::map<std::string, double>{{"fd_encoder@bbbbbbbbbbbb", 2.0}, {"precision@bbbbbbbbbbbb", 0.5}}));
        QVERIFY(!isHigherBetter("fd_encoder@aaaaaaaaaaaa") && isHigherBetter("precision@aaaaaaaaaaaa"));
        // Of no use for those who measure otherwise.
        QCOMPARE(figureKey({{"encoder_hash", std::string(64, 'a')}}, "milliseconds_per_image"), std::string("milliseconds_per_image"));
        QCOMPARE(figureKey({{"extractor", "classifier"}}, "precision"), std::string("precision"));
    }
    void otherEvaluatedStepsStandBesideTheComparedOnes()
    {
        const QString project = m_dir.filePath("steps"), run = project + "/runs/00002-student";
        QVERIFY(QDir().mkpath(run + "/checkpoints/000001000") && QDir().mkpath(run + "/evaluations"));
        Json columns = Json::array();
        for (const int nfe : {1, 2, 3})
            columns.push_back({{"column", "steps"}, {"nfe", nfe}, {"fd_classifier", 10.0 / nfe}});
        writeJsonFile((run + "/evaluations/a.json").toStdString(), {{"images_seen", 1000}, {"columns", columns}});
        ComparisonData data;
        data.comparison = draftOf("steps", 2, 4, 4);
        for (std::size_t s = 0; s < 2; ++s)
            data.comparison.plan.systems[s].model = (run + "/checkpoints/000001000").toStdString();
        data.comparison.definition.systems[0].key = R"({"nfe": 1, "images_seen": 1000})";
        data.comparison.definition.systems[1].key = R"({"nfe": 2, "images_seen": 1000})";
        const std::vector<SystemQuality> quality = qualityOf(data, {}, project);
        QCOMPARE(quality.size(), std::size_t(3));  // those that were compared are not there twice
        QVERIFY(quality[1].isCompared && !quality[2].isCompared);
        QCOMPARE(quality[2].nfe, 3);
        // One run: one colour, told apart by dashes.
        const std::vector<int> colors = systemColors(quality);
        QCOMPARE(Theme::seriesColorOf(false, colors[0]), Theme::seriesColorOf(false, runColorIndex(run)));
        QCOMPARE(Theme::seriesColorOf(false, colors[0]), Theme::seriesColorOf(false, colors[1]));
        QVERIFY(Theme::seriesDashes(colors[0]) != Theme::seriesDashes(colors[1]));
        // The first two runs and a bundled model beside them: a colour each.
        std::vector<SystemQuality> three(3);
        three[0].run = "/p/runs/00000-a", three[1].run = "/p/runs/00001-b", three[2].run = "/resources/models/sprites-v";
        QCOMPARE(systemColors(three), (std::vector<int>{0, 1, 2}));
        // A pair has the colour of its first system, a second pair of that one other dashes.
        std::vector<PairResult> pairs(3);
        pairs[0].second = 1, pairs[1].second = 2, pairs[2].first = 1, pairs[2].second = 2;
        QCOMPARE(colorsOfPairs(pairs, {4, 2 + Theme::kSeriesCount, 0}), (std::vector<int>{4, 4 + Theme::kSeriesCount, 2}));
    }
    void figuresAreOfSamplesMadeAlike()
    {
        const QString run = m_dir.filePath("alike/runs/00002-student");
        QVERIFY(QDir().mkpath(run + "/checkpoints/000001000") && QDir().mkpath(run + "/evaluations"));
        // Six calls: six steps, and later three guided ones.
        const auto evaluate = [&](const char* name, double guidance, double fd) {
            const Json column = {{"column", "steps"}, {"nfe", 6}, {"fd_classifier", fd}, {"made", {{"weights", "ema"}, {"sampler", "model's own"}, {"guidance", guidance}}}};
            writeJsonFile((run + "/evaluations/" + name).toStdString(), {{"images_seen", 1000}, {"columns", Json::array({column})}});
        };
        evaluate("plain.json", 0, 5);
        evaluate("guided.json", 4, 3);
        ComparisonData data;
        data.comparison = draftOf("alike", 2, 4, 4);
        for (std::size_t s = 0; s < 2; ++s)
            data.comparison.plan.systems[s].model = (run + "/checkpoints/000001000").toStdString();
        data.comparison.definition.systems[0].key = R"({"nfe": 6, "images_seen": 1000, "weights": "ema", "sampler": "ddim", "guidance": 0.0})";
        data.comparison.definition.systems[1].key = R"({"nfe": 6, "images_seen": 1000, "weights": "ema", "sampler": "ddim", "guidance": 4.0})";
        const std::vector<SystemQuality> quality = qualityOf(data, {});
        QCOMPARE(quality[0].figures.at("fd_classifier"), 5.0);
        QCOMPARE(quality[1].figures.at("fd_classifier"), 3.0);
        data.comparison.definition.systems[1].key = R"({"nfe": 6, "images_seen": 1000, "weights": "raw"})";
        QVERIFY(qualityOf(data, {})[1].figures.empty());
    }
    void teachersOfOtherGuidanceAreOthers()
    {
        const QString teacher = m_dir.filePath("guided/runs/00002-teacher"), student = m_dir.filePath("guided/runs/00003-student");
        for (const QString& run : {teacher, student})
            QVERIFY(QDir().mkpath(run + "/checkpoints/000001000") && QDir().mkpath(run + "/evaluations"));
        writeJsonFile(student.toStdString() + "/config.json", {{"options", {{"teacher", teacher.toStdString()}}}});
        const auto evaluate = [&](const char* name, const Json& made, double fd) {
            const Json column = {{"column", "teacher 20 NFE"}, {"nfe", 20}, {"fd_classifier", fd}, {"made", made}};
            writeJsonFile((student + "/evaluations/" + name).toStdString(), {{"images_seen", 1000}, {"columns", Json::array({column})}});
        };
        evaluate("plain.json", {{"guidance", 0.0}, {"teacher_guidance", 0.0}}, 3);
        evaluate("guided.json", {{"guidance", 0.0}, {"teacher_guidance", 4.0}}, 2);
        ComparisonData data;
        data.comparison = draftOf("guided", 2, 4, 4);
        data.comparison.plan.systems[0].model = (student + "/checkpoints/000001000").toStdString();
        data.comparison.plan.systems[1].model = teacher.toStdString();
        data.comparison.definition.systems[0].key = R"({"nfe": 2, "images_seen": 1000})";
        data.comparison.definition.systems[1].key = R"({"nfe": 20, "guidance": 0.0})";
        const std::vector<SystemQuality> quality = qualityOf(data, {});
        QCOMPARE(quality.size(), std::size_t(3));
        QCOMPARE(quality[1].figures.at("fd_classifier"), 3.0);
        QCOMPARE(quality[2].name, QString("Teacher, 20 NFE, guidance 4"));
        QCOMPARE(quality[2].figures.at("fd_classifier"), 2.0);
        // An evaluation of before it was recorded counts where nothing says more.
        QVERIFY(QFile::remove(student + "/evaluations/plain.json") && QFile::remove(student + "/evaluations/guided.json"));
        evaluate("old.json", {{"guidance", 0.0}}, 5);
        QCOMPARE(qualityOf(data, {}).size(), std::size_t(2));
        QCOMPARE(qualityOf(data, {})[1].figures.at("fd_classifier"), 5.0);
    }
    void twoSystemsHaveAShareOfWins()
    {
        RatingDatabase database(m_dir.filePath("share.sqlite"));
        lockedComparison(database, draftOf("share", 2, 60, 20));
        rateSession(database, "share", "Ada", 19, true);
        ComparisonData data = database.load("share");
        // Not every vote is for the first, so that the share has a bound.
        data.votes[0].vote.answer = data.votes[0].vote.answer == Answer::Left ? Answer::Right : Answer::Left;
        const Analysis analysis = analyse(data.comparison.definition, data.votes, data.raters, analysisForReader(20));
        const std::vector<SystemQuality> quality = qualityOf(data, analysis);
        QVERIFY2(quality[0].preference > 80 && quality[0].preference < 100, qPrintable(QString::number(quality[0].preference)));
        QVERIFY(std::abs(quality[0].preference + quality[1].preference - 100) < 1e-6);
        const QString html = QString::fromStdString(reportHtml(data.comparison.definition, analysis, "share"));
        const QString strengths = html.section("<h2>Strengths</h2>", 1).section("</table>", 0, 0);
        QVERIFY2(!strengths.contains("Elo") && strengths.contains("Share of wins") && strengths.contains("%"), qPrintable(strengths));
    }
    void figuresAreRankedAsDefined()
    {
        QCOMPARE(paretoFront({{1, 5}, {2, 4}, {2, 6}, {3, 6}}, true), (std::vector<std::size_t>{0, 2}));
        QCOMPARE(paretoFront({{1, 5}, {2, 4}, {2, 6}, {3, 6}}, false), (std::vector<std::size_t>{0, 1}));
        QCOMPARE(spearman({{1, 10}, {2, 20}, {3, 30}}), 1.0);
        QCOMPARE(spearman({{1, 3}, {2, 2}, {3, 1}}), -1.0);
        QVERIFY(std::isnan(spearman({{1, 1}, {2, 1}, {3, 1}})));
        QVERIFY(std::isnan(spearman({{1, 1}, {2, 2}})));
    }
};

QTEST_MAIN(SystemQualityTest)
#include "systemquality_test.moc"
