#include "engine/core/resources.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/safetensors.h"
#include "engine/model/model.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

Model smallModel(Parametrisation parametrisation, NoiseSchedule schedule)
{
    UNetConfig c;
    c.sampleSize = 16;
    c.downBlockTypes = {"DownBlock2D", "AttnDownBlock2D"};
    c.upBlockTypes = {"AttnUpBlock2D", "UpBlock2D"};
    c.blockOutChannels = {16, 32};
    c.layersPerBlock = 1;
    c.normNumGroups = 8;
    c.attentionHeadDim = 16;
    c.numClassEmbeds = 4;
    Model m;
    m.network = std::make_shared<UNet>(c);
    m.network->init(Rng(11), false);
    m.network->eval();
    m.parametrisation = parametrisation;
    m.schedule = std::move(schedule);
    m.hasNoClass = true;
    m.imageSize = 16;
    m.classNames = {"disc", "square", "star"};
    m.name = "small";
    return m;
}

}  // namespace

/// What we export is what diffusers samples from it: with checked-in images of make_export_golden.py, and where POTSTILL_PEER_PYTHON is set (tools/bench_peers.sh says how it is made) by the Python
/// library itself, with the very program that the model card shows.
class ExportParityTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExportSamplesWhatDiffusersSampledOfIt_data()
    {
        QTest::addColumn<QString>("bundled");
        QTest::addColumn<bool>("isStudent");
        QTest::newRow("teacher, v, cosine") << "sprites-v" << false;
        QTest::newRow("teacher, eps, linear") << "sprites-eps" << false;
        QTest::newRow("student, v, cosine") << "sprites-v" << true;
        QTest::newRow("student, eps, linear, noise correction") << "sprites-eps" << true;
    }
    void anExportSamplesWhatDiffusersSampledOfIt()
    {
        QFETCH(QString, bundled);
        QFETCH(bool, isStudent);
        Model model = loadModel(resourceFolder() / "models" / bundled.toStdString(), torch::kCPU);
        if (isStudent)
            model.studentGrid = {1, 0.7, 0.4};
        model.sampler.noiseCorrection = isStudent && model.parametrisation == Parametrisation::Eps;
        QTemporaryDir dir;
        const fs::path folder = fs::path(dir.path().toStdString()) / "export";
        exportDiffusers(model, folder, {});

        // The images below are those of these texts.
        const SafetensorsFile golden(fs::path(TEST_FOLDER) / "export.safetensors");
        const std::string name = QTest::currentDataTag();
        const Json texts = Json::parse(golden.metadata().at(name));
        const QString card = QString::fromStdString(readFile(folder / "README.md"));
        const QString hint = "exports have changed: run make_export_golden.py again";
        QVERIFY2(card.contains(QString::fromStdString("```python\n" + texts.at(0).get<std::string>() + "```")), qPrintable(hint));
        QVERIFY2(readJsonFile(folder / "unet/config.json") == Json::parse(texts.at(1).get<std::string>()), qPrintable(hint));
        QVERIFY2(readJsonFile(folder / "scheduler/scheduler_config.json") == Json::parse(texts.at(2).get<std::string>()), qPrintable(hint));

        const Model back = loadModel(folder, torch::kCPU);
        const torch::Tensor noise = golden.tensor("noise");
        const TimeGrid grid = isStudent ? back.studentGrid : makeTimeGrid(back.schedule, GridSpacing::Trailing, 50);
        const torch::Tensor start = isStudent ? noise : noise / back.schedule.startScale();  // a pipeline of diffusers starts from the noise itself
        const auto denoiser = back.denoiser();
        const torch::Tensor images = (sample(*denoiser, start, {torch::tensor({0, 1, 2, 3}, torch::kInt64)}, grid, back.sampler).clamp(-1, 1) + 1) / 2;
        const double error = (images - golden.tensor(name)).abs().max().item<double>();
        // diffusers keeps its table of alphas in float32; its own images in float64 differ by 1e-6.
        QVERIFY2(error < 2e-4, qPrintable(QString::number(error)));
    }
    void diffusersSamplesWhatWeSample_data()
    {
        QTest::addColumn<bool>("isStudent");
        QTest::addColumn<bool>("isEps");
        QTest::newRow("teacher, v, cosine") << false << false;
        QTest::newRow("teacher, eps, linear") << false << true;
        QTest::newRow("student, v, cosine") << true << false;
        QTest::newRow("student, eps, linear, noise correction") << true << true;
    }
    void diffusersSamplesWhatWeSample()
    {
        const QString python = qEnvironmentVariable("POTSTILL_PEER_PYTHON");
        if (python.isEmpty())
            QSKIP("POTSTILL_PEER_PYTHON is not set: a Python with torch and diffusers would open the export here");
        QFETCH(bool, isStudent);
        QFETCH(bool, isEps);
        Model model = smallModel(isEps ? Parametrisation::Eps : Parametrisation::V, isEps ? NoiseSchedule::linear() : NoiseSchedule::cosine());
        if (isStudent)
            model.studentGrid = {1, 0.7, 0.4};
        model.sampler.noiseCorrection = isStudent && isEps;
        QTemporaryDir dir;
        const fs::path folder = fs::path(dir.path().toStdString()) / "export", file = fs::path(dir.path().toStdString()) / "expected.safetensors";
        exportDiffusers(model, folder, {});

        const torch::Tensor noise = Rng(12).normal({4, 3, 16, 16});
        const TimeGrid grid = isStudent ? model.studentGrid : makeTimeGrid(model.schedule, GridSpacing::Trailing, 50);
        const auto denoiser = model.denoiser();
        const torch::Tensor start = isStudent ? noise : noise / model.schedule.startScale();  // a pipeline of diffusers starts from the noise itself
        const torch::Tensor images = sample(*denoiser, start, {torch::tensor({0, 1, 2, 0}, torch::kInt64)}, grid, model.sampler);
        writeSafetensors(file, {{"noise", noise}, {"images", (images.clamp(-1, 1) + 1) / 2}}, {});

        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(python,
                      {QStringLiteral(TEST_FOLDER "/check_export.py"), QString::fromStdString(folder.string()), QString::fromStdString(file.string()), QStringLiteral("2e-4")});
        QVERIFY(process.waitForFinished(120'000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
        qInfo("%s", said.trimmed().split('\n').last().constData());
    }
};

QTEST_GUILESS_MAIN(ExportParityTest)
#include "export_test.moc"
