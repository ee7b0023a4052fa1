#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "app/window/modeldesk.h"
#include "app/window/topbar.h"
#include "engine/core/issuecodes.h"
#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/runqueue.h"
#include "engine/rating/comparison.h"
#include "tests/app/support.h"
#include "widgets/issuetext.h"
#include "widgets/progressline.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <set>
#include <stdexcept>

using namespace potstill;

namespace {

/// What a pattern captures in the sources under a folder.
QSet<QString> namesIn(const char* folder, const char* pattern)
{
    QSet<QString> out;
    QDirIterator files(QString(POTSTILL_SOURCE) + '/' + folder, {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        for (auto found = QRegularExpression(pattern).globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
            out.insert(found.next().captured(1));
    }
    return out;
}

ComparisonDefinition definition()
{
    ComparisonDefinition d;
    d.systems = {{"a", "First"}, {"b", "Second"}};
    for (int i = 0; i < 200; ++i)
        d.seeds.push_back(1000 + i);
    return d;
}

class StageJob final : public RunJob {
public:
    JobOutcome run(RunControl& control, RunObserver& observer) override
    {
        for (; !control.isStopping(); control.waitForChange(5)) {
            Progress p;
            p.stage = "pack data";
            observer.onProgress(p);
        }
        return JobOutcome::Stopped;
    }
};

}  // namespace

/// All that the engine says by name is told in the words of the window.
class EngineTextsTest : public QObject {
    Q_OBJECT
private:
    std::set<std::string> m_given;  ///< codes of issues that were seen

    /// The engine finds this problem, and the window says all of its figures.
    void findsAndTells(const Issues& issues, const char* code)
    {
        const auto found = std::find_if(issues.begin(), issues.end(), [&](const Issue& i) { return i.code == code; });
        QVERIFY2(found != issues.end(), qPrintable(QString("%1: %2").arg(code, QString::fromStdString(toText(issues)))));
        m_given.insert(code);
        const FieldInfo* field = runSchema().find(found->path);
        const QString text = issueText(*found, field, Json());
        QVERIFY2(text != QString::fromStdString(found->message) && !text.contains('%'), qPrintable(text));
        for (const auto& [name, value] : found->arguments)
            QVERIFY2(text.contains(QString::fromStdString(value)), qPrintable(QString("%1 has not '%2'").arg(text, QString::fromStdString(value))));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cleanup() { finishBackgroundWork(); }

    void everyCauseThatTheEngineNamesHasAText()
    {
        // A RunWarning as it is written in the sources: code, images where it names them, arguments.
        const QSet<QString> codes = namesIn("engine", "\"([a-z]+(?:-[a-z]+)+|collapse)\",\\s*(?:[^,\"{}]+,\\s*)?\\{");
        QVERIFY2(codes.contains(QSet<QString>{"collapse", "low-disk", "hardly-changes", "disk-full", "folder-without-images", "stopped-for-room"}),
                 "the pattern no longer finds them");
        for (const QString& code : codes) {
            const QString text = WarningTexts::sentence({code.toStdString(), 0, {}, "said by the engine"});
            QVERIFY2(text != "said by the engine" && !text.isEmpty(), qPrintable(code));
        }
    }
    void everyReasonForQuarterTurnsHasAText()
    {
        const RunWarning noModel{"no-model-there", 0, {{"path", "runs/gone"}}, "said by the engine"};
        const auto told = [&](const char* cause) {
            return WarningTexts::sentence({"quarter-turns", 0, {{"cause", cause}, {"takes", "16x16x3"}, {"has", "32x32x1"}, {"failure", noModel.text()}}, ""});
        };
        QSet<QString> texts;
        for (const char* cause : {"unknown", "failure", "shape", "classes"})
            texts.insert(told(cause));
        QCOMPARE(texts.size(), 4);
        QVERIFY2(told("shape").contains("16x16x3") && told("shape").contains("32x32x1"), qPrintable(told("shape")));
        QVERIFY2(told("failure").contains("runs/gone") && !told("failure").contains("said by the engine"), qPrintable(told("failure")));
    }
    void everyStageOfAJobHasAText()
    {
        const QSet<QString> stages = namesIn("engine", "(?:\\bstage = |\\bgoesOn\\(|\\bExportRun \\w+\\()\"([a-z ]+)\"");
        QVERIFY(stages.contains(QSet<QString>{"train", "sample", "pack data", "open model", "export"}));
        for (const QString& stage : stages) {
            const QString text = ModelDesk::stageText(stage.toStdString());
            QVERIFY2(text != stage && (stage == "open model" || text != ModelDesk::stageText("open model")), qPrintable(stage));
        }
    }
    void theTopBarTellsTheStageInWords()
    {
        RunSession session;
        TopBar bar(session);
        QVERIFY(session.start([] { return std::make_unique<StageJob>(); }));
        QTRY_COMPARE(child<ProgressLine>(bar, "top.progress")->text(), ModelDesk::stageText("pack data"));
        session.finish();
        QTRY_VERIFY(!session.isActive());
    }
    void everyRuleIsToldWithItsFigures()
    {
        const auto runBreaks = [this](const char* code, const char* preset, const char* settings) {
            Json document = merged(defaultsOf(runSchema()), presetByName(preset).document);
            for (const QString& assignment : QString(settings).split(' '))
                setFromText(document, runSchema(), assignment.toStdString());
            findsAndTells(validateRun(document), code);
        };
        runBreaks("method-of-teacher", "sprites-v", "method=imagine-flash");
        runBreaks("method-of-student", "demo", "method=diffusion");
        runBreaks("teacher-without-data", "sprites-v", "data.source=");
        runBreaks("student-without-data", "demo", "data.source=");
        runBreaks("student-without-teacher", "demo", "teacher=");
        runBreaks("sprites-size", "sprites-v", "data.image_size=24");
        runBreaks("sprites-channels", "sprites-v", "data.channels=1");
        runBreaks("student-held-out", "demo", "training.keep_best=held_out_loss");
        runBreaks("nothing-held-out", "sprites-v", "training.keep_best=held_out_loss");
        runBreaks("held-out-unseen", "demo", "data.hold_out=0.1");
        runBreaks("teacher-of-none", "sprites-v", "training.keep_best=teacher_distance");
        runBreaks("root-without-warm-up", "sprites-v", "training.lr_schedule=inverse-sqrt training.warmup_images=0");
        runBreaks("no-levels", "sprites-v", "network.multipliers=[]");
        runBreaks("levels-halve", "sprites-v", "network.multipliers=[1,1,1,1,1,1]");
        runBreaks("groups-divide", "sprites-v", "network.norm_groups=5");
        runBreaks("heads-divide", "sprites-v", "network.attention_sizes=[16] network.attention_head_dim=5");
        runBreaks("edm-alone", "sprites-v", "diffusion.schedule=edm");
        runBreaks("flow-alone", "sprites-v", "diffusion.parametrisation=flow");
        runBreaks("own-weights", "sprites-v", "diffusion.parametrisation=flow diffusion.schedule=flow diffusion.weighting=min-snr");
        runBreaks("eps-without-signal", "sprites-v", "diffusion.parametrisation=eps");
        runBreaks("grid-length", "demo", "imagine_flash.grid=[1,0.5]");
        runBreaks("grid-begin", "demo", "imagine_flash.grid=[0.9,0.5,0.2]");
        runBreaks("grid-order", "demo", "imagine_flash.grid=[1,0.5,0.7]");
        runBreaks("shift-order", "demo", "imagine_flash.gamma_min=0.9 imagine_flash.gamma_max=0.4");
        runBreaks("shift-of-nothing", "demo", "imagine_flash.gamma_min=0 imagine_flash.gamma_max=0");
        runBreaks("heads-order", "demo", "imagine_flash.adversarial_time_min=0.8 imagine_flash.adversarial_time_max=0.3");
        runBreaks("fresh-alone", "demo", "imagine_flash.renoise=fresh imagine_flash.adversarial=false");
        const auto comparisonBreaks = [this](const char* code, const std::function<void(ComparisonDefinition&)>& change) {
            ComparisonDefinition d = definition();
            QVERIFY(validate(d).empty());
            change(d);
            findsAndTells(validate(d), code);
        };
        comparisonBreaks("empty", [](auto& d) { d.question = " "; });
        comparisonBreaks("few-systems", [](auto& d) { d.systems.pop_back(); });
        comparisonBreaks("system-without-key", [](auto& d) { d.systems[1].key.clear(); });
        comparisonBreaks("system-without-name", [](auto& d) { d.systems[1].name.clear(); });
        comparisonBreaks("same-system", [](auto& d) { d.systems[1].key = "a"; });
        comparisonBreaks("same-name", [](auto& d) { d.systems[1].name = "First"; });
        comparisonBreaks("wrong-pair", [](auto& d) { d.pairs = {{0, 0}}; });
        comparisonBreaks("pair-twice", [](auto& d) { d.pairs = {{0, 1}, {1, 0}}; });
        comparisonBreaks("outside", [](auto& d) { d.alpha = 0.75; });
        comparisonBreaks("outside", [](auto& d) { d.ridge = 11; });
        comparisonBreaks("no-seeds", [](auto& d) { d.seeds.clear(); });
        comparisonBreaks("seed-twice", [](auto& d) { d.seeds.push_back(1000); });
        comparisonBreaks("foreign-seed", [](auto& d) { d.commonSeeds = {5}; });
        comparisonBreaks("rater-twice", [](auto& d) { d.countedRaters = {"Ada", "Ada"}; });
        comparisonBreaks("few-seeds", [](auto& d) { d.seeds.resize(3); });
        for (const std::string_view code : kIssueCodes)
            QVERIFY2(m_given.count(std::string(code)) == 1, std::string(code).c_str());
    }
    void whatIsWrongWithAComparisonIsALineEach()
    {
        ComparisonDefinition d = definition();
        d.question.clear();
        d.seeds.clear();
        QCOMPARE(issuesText(validate(d)), QString("A text is needed.\nA comparison needs noise seeds of its own."));
        QCOMPARE(issuesText({}), QString());
    }
    void everySettingOfARunHasALabelOfItsOwn()
    {
        std::set<std::string> labels;
        for (const std::string& path : runSchema().paths())
            QVERIFY2(labels.insert(runSchema().find(path)->label).second, path.c_str());
    }
    void whatFailedIsToldByTheNameOfItsCause()
    {
        const QTemporaryDir dir;
        const std::string folder = dir.path().toStdString();
        const auto told = [](const std::function<void()>& work) {
            try {
                work();
            } catch (...) {
                return detail::messageOfCurrentException();
            }
            return QString();
        };
        const QString noProject = told([&] { Project::open(folder); });
        QVERIFY2(noProject.startsWith(dir.path()) && noProject.endsWith("is no project."), qPrintable(noProject));
        const QString noModel = told([] { (void)resolveModelPath("no/model", "."); });
        QVERIFY2(noModel.contains("no/model") && !noModel.contains('['), qPrintable(noModel));
        const auto sweep = [&](const char* text) { return told([=] { (void)sweepFromText(text, runSchema()); }); };
        QCOMPARE(sweep("sead=1"), QString("“sead” is not a setting. Did you mean “seed”?"));
        QCOMPARE(sweep("seed=one"), QString("“seed” cannot be “one”."));
        QCOMPARE(sweep("seed"), QString("“seed” has no values; write seed=first,second."));
        QCOMPARE(sweep("seed=1 seed=2"), QString("“seed” is named twice."));
        Json comparison = toJson(definition());
        comparison["seeds"] = {5, 5};
        QCOMPARE(told([&] { (void)comparisonFromJson(comparison); }), QString("The definition of this comparison does not hold: Noise seed 5 is there twice."));
        comparison.erase("seeds");
        const QString without = told([&] { (void)comparisonFromJson(comparison); });
        QVERIFY2(without.contains("“seeds” is missing"), qPrintable(without));
        const RunWarning image{"unreadable-image", 0, {{"file", "a b.png"}, {"cause", "bad_file"}}, "said by the engine"};
        QCOMPARE(WarningTexts::sentence({"unreadable-images", 0, {{"source", "set"}, {"count", "2"}, {"total", "32"}, {"percent", "5"}, {"first", image.text()}}, ""}),
                 QString("At least 2 of the 32 images in set cannot be read; up to 5 % of them would be left out. The first: a b.png: damaged, or no image"));
        const auto run = Project::openOrCreate(folder + "/project").createRun("damaged", Json{{"options", Json::object()}});
        writeFileAtomically(run / "state.json", "[1]");
        const QString damaged = WarningTexts::sentenceOfLine(QString::fromStdString(readRunSummary(run).failure));
        QVERIFY2(damaged.contains("state.json is damaged"), qPrintable(damaged));
        QCOMPARE(told([] { throw Error(ErrorCode::Io, "as it is"); }), QString("as it is"));
        QCOMPARE(told([] { throw std::runtime_error("of another library"); }), QString("of another library"));
    }
};

QTEST_MAIN(EngineTextsTest)
#include "enginetexts_test.moc"
