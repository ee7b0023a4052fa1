#include "engine/model/model.h"
#include "engine/train/methods.h"
#include "engine/train/workshop.h"
#include "tests/train/tinyruns.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace potstill;
using torch::Tensor;
namespace fs = std::filesystem;

namespace {

/// A diffusers folder whose scheduler keeps noise in the last step, or clips.
void writeTeacher(const fs::path& folder, const Json& scheduler)
{
    UNetConfig c;
    c.sampleSize = 16;
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
    c.blockOutChannels = {8, 8};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.addAttention = false;
    Model m;
    m.network = std::make_shared<UNet>(c);
    m.network->init(Rng(5), false);
    m.parametrisation = Parametrisation::Eps;
    m.schedule = NoiseSchedule::linear();
    m.imageSize = 16;
    exportDiffusers(m, folder, {});
    fs::remove(folder / "potstill.json");
    writeJsonFile(folder / "scheduler/scheduler_config.json", scheduler);
}

}  // namespace

class WorkshopTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path at(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }
    Workshop studentOf(const fs::path& teacher)
    {
        Json d = merged(defaultsOf(runSchema()), tiny::student(teacher, 64));
        d["imagine_flash"]["adversarial"] = false;
        d["imagine_flash"]["noise_correction"] = false;
        d["data"]["source"] = "";
        d["data"]["labels"] = false;
        RunControl control;
        RunObserver silent;
        return buildWorkshop(RunOptions::table().fromJson(d), at("project"), control, silent);
    }

private Q_SLOTS:
    void aStudentOfAnImportIsSampledAsItIsTrained_data()
    {
        QTest::addColumn<QString>("scheduler");
        QTest::newRow("PNDM") << R"({"_class_name": "PNDMScheduler", "set_alpha_to_one": false, "steps_offset": 1})";
        QTest::newRow("DDIM that clips") << R"({"_class_name": "DDIMScheduler", "clip_sample": true, "set_alpha_to_one": false})";
        QTest::newRow("DDPM that thresholds") << R"({"_class_name": "DDPMScheduler", "thresholding": true})";
    }
    void aStudentOfAnImportIsSampledAsItIsTrained()
    {
        QFETCH(QString, scheduler);
        const fs::path folder = at(QTest::currentDataTag());
        writeTeacher(folder, Json::parse(scheduler.toStdString()));
        const Workshop shop = studentOf(folder);
        torch::NoGradGuard noGrad;
        const Tensor noise = Rng(4).normal({2, 3, 16, 16});
        // The path of the training: its own DDIM steps, the last of which is the clean prediction itself.
        const auto student = shop.model.denoiser();
        const TimeGrid& grid = shop.model.studentGrid;
        Tensor x = shop.model.schedule.startScale() * noise;
        for (std::size_t i = 0; i < grid.size(); ++i) {
            const Prediction p = student->predict(x, torch::full({2}, grid[i]), {});
            x = ddimStep(p, i + 1 < grid.size() ? grid[i + 1] : 0.0, shop.model.schedule);
        }
        const Tensor sampled = sample(*student, noise, {}, grid, shop.model.sampler);
        QVERIFY2(torch::allclose(sampled, x, 1e-4, 1e-4), qPrintable(QString::number((sampled - x).abs().max().item<double>())));
        QVERIFY(makeTimeGrid(shop.model.schedule, shop.model.spacing, 4, shop.model.trainSteps, shop.model.stepsOffset).front() == 1.0);
    }
    void everyMethodHasItsSection()
    {
        const Json document = RunOptions::table().toJson({});
        for (const MethodEntry& method : methods())
            QVERIFY2(valueAt(document, method.section).is_object(), method.name.c_str());
    }
    void withoutTheAdversarialTermNoImagesAreNeeded()
    {
        const fs::path folder = at("blind");
        writeTeacher(folder, {{"_class_name", "DDIMScheduler"}});
        const Workshop shop = studentOf(folder);
        BatchLoader loader(shop.data, 4, false, 0, BatchLoader::Part::Training, 0, 0);
        const Batch batch = loader.next();
        QCOMPARE(batch.images.sizes().vec(), (std::vector<std::int64_t>{4, 3, 16, 16}));
        Rng rng(1);
        shop.method->prepare(batch.images.sizes(), [] {});
        const LossResult result = shop.method->phases()[0].loss({batch, rng, 0, 0, [] {}});
        QVERIFY(std::isfinite(result.loss.item<double>()));
        const auto diversity = std::find_if(result.scalars.begin(), result.scalars.end(), [](const auto& scalar) { return scalar.first == "diversity"; });
        QVERIFY(diversity != result.scalars.end());  // the teacher stands in for the data
        const double spread = diversity->second.item<double>();
        QVERIFY2(spread > 0 && spread < 1000, qPrintable(QString::number(spread)));
    }
};

QTEST_GUILESS_MAIN(WorkshopTest)
#include "workshop_test.moc"
