#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/jobs/jobs.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

class PresetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPresetFitsTheSchema()
    {
        for (const Preset& p : presets()) {
            Json d = merged(defaultsOf(runSchema()), p.document);
            const Issues issues = validateRun(d);
            QVERIFY2(!hasErrors(issues), (p.name + ": " + toText(issues)).c_str());
        }
    }
    void aMisspelledPresetNamesTheNearest()
    {
        try {
            presetByName("cifar10-smal");
            QFAIL("found");
        } catch (const Error& e) {
            QVERIFY(std::string(e.what()).find("cifar10-small") != std::string::npos);
        }
    }
    void everyFieldHasALabelAndAHelpText()
    {
        for (const std::string& path : runSchema().paths()) {
            const FieldInfo* f = runSchema().find(path);
            QVERIFY2(!f->label.empty() && f->help.size() > 10, path.c_str());
            QVERIFY2(f->usedWhenPath.empty() || runSchema().find(f->usedWhenPath), path.c_str());
        }
    }
    void theBundledModelsSayHowTheyWereMade()
    {
        for (const char* name : {"sprites-v", "sprites-eps"}) {
            const fs::path folder = resourceFolder() / "models" / name;
            const Json options = readJsonFile(folder / "recipe.json").at("options");
            QVERIFY2(!hasErrors(validateRun(options)), toText(validateRun(options)).c_str());
            QCOMPARE(options, merged(options, presetByName(name).document));  // the preset says the same
            QCOMPARE(valueAt(options, "training.images"), readJsonFile(folder / "model.json").at("model").at("images_seen"));
            // Their card is the one that an export has.
            QTemporaryDir dir;
            const fs::path out = fs::path(dir.path().toStdString()) / "out";
            QVERIFY(exportModel({std::string("bundled:") + name, "potstill", "ema", "gpl-3.0-or-later", true}, out));
            QCOMPARE(QString::fromStdString(readFile(out / "README.md")), QString::fromStdString(readFile(folder / "README.md")));
        }
    }
    void curvesFollowTheOptions()
    {
        const auto curves = planCurves(merged(defaultsOf(runSchema()), Json::parse(R"({"kind":"student","method":"imagine-flash","imagine_flash":{"gamma_max":0.5}})")));
        const auto find = [&](const std::string& name) { return std::find_if(curves.begin(), curves.end(), [&](const Curve& c) { return c.name == name; }); };
        QVERIFY(find("gamma") != curves.end());
        QVERIFY(std::abs(find("gamma")->y.back() - 0.5) < 1e-9);
        QCOMPARE(find("grid")->x.size(), std::size_t(3));
        QVERIFY(find("alpha") == curves.end());  // it has no teacher whose schedule it could have
    }
    void aStudentHasItsTeachersSchedule()
    {
        const auto signalAtTheEnd = [](const char* teacher) {
            for (const Curve& c : planCurves({{"kind", "student"}, {"method", "imagine-flash"}, {"teacher", teacher}}))
                if (c.name == "alpha")
                    return c.y.back();
            return -1.0;
        };
        QVERIFY(signalAtTheEnd("bundled:sprites-eps") > 1e-3);          // linear beta
        QVERIFY(std::abs(signalAtTheEnd("bundled:sprites-v")) < 1e-9);  // cosine
        QCOMPARE(signalAtTheEnd("bundled:no-such-model"), -1.0);
    }
    void edmHasItsNoiseAlone()
    {
        const auto curves = planCurves({{"kind", "teacher"}, {"method", "diffusion"}, {"diffusion", {{"parametrisation", "edm"}, {"schedule", "edm"}}}});
        QCOMPARE(curves.at(0).name, std::string("sigma"));
        QVERIFY(std::abs(curves[0].y.back() - 80) < 1e-9);
        QVERIFY(curves[0].y.front() < 0.01);
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "presets_test.moc"
