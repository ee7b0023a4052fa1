#include "engine/io/safetensors.h"
#include "engine/nn/unet.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <set>

using namespace potstill;

namespace {

const std::filesystem::path kCases = std::filesystem::path(TEST_FOLDER) / "unet";

/// Largest difference over the largest reference value; `floor` keeps gradients that are zero but for rounding from being compared with themselves.
double relativeError(const torch::Tensor& got, const torch::Tensor& reference, double floor = 0)
{
    const torch::Tensor a = got.detach().to(torch::kFloat64), b = reference.to(torch::kFloat64);
    return (a - b).abs().max().item<double>() / std::max(b.abs().max().item<double>(), floor);
}

UNetConfig configOf(const std::filesystem::path& folder)
{
    std::ifstream file(folder / "config.json");
    return UNetConfig::fromJson(Json::parse(file));
}

}  // namespace

/// Networks that diffusers made (make_unet_cases.py), computed again.
class ParityUNetTest : public QObject {
    Q_OBJECT

    static void cases()
    {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : std::filesystem::directory_iterator(kCases))
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }

    /// Outputs, gradients of the input and of all weights of mean(out * w).
    void compare(torch::Dtype dtype, torch::MemoryFormat format, double outputTolerance, double gradientTolerance)
    {
        QFETCH(QString, folder);
        const std::filesystem::path path = folder.toStdString();
        UNet net(configOf(path));
        net.to(dtype);
        net.setMemoryFormat(format);
        loadWeights(net, SafetensorsFile(path / "weights.safetensors").all(), "weights.safetensors");
        const SafetensorsFile reference(path / "reference.safetensors");
        const torch::Tensor x = reference.tensor("x").to(dtype).clone().requires_grad_();
        const torch::Tensor classes = reference.contains("classes") ? reference.tensor("classes") : torch::Tensor();
        const auto check = [&](const std::string& what, double error, double tolerance) {
            QVERIFY2(error <= tolerance, qPrintable(QString("%1: relative error %2").arg(QString::fromStdString(what)).arg(error)));
        };
        {
            torch::NoGradGuard noGrad;  // takes the in-place branches
            const torch::Tensor before = x.clone();
            check("output without gradients", relativeError(net.forward(x, reference.tensor("time"), classes), reference.tensor("out")), outputTolerance);
            QVERIFY(torch::equal(x, before));
        }
        const torch::Tensor out = net.forward(x, reference.tensor("time"), classes);
        check("output", relativeError(out, reference.tensor("out")), outputTolerance);
        (out * reference.tensor("w").to(dtype)).mean().backward();
        check("gradient of the input", relativeError(x.grad(), reference.tensor("grad.x")), gradientTolerance);

        double largest = 0;
        for (const auto& [name, entry] : reference.all())
            if (name.rfind("grad.", 0) == 0)
                largest = std::max(largest, entry.abs().max().item<double>());
        std::size_t compared = 0;
        for (const auto& [name, weight] : net.namedWeights()) {
            if (!reference.contains("grad." + name)) {
                QVERIFY2(!weight.requires_grad(), name.c_str());
                continue;
            }
            const torch::Tensor expected = reference.tensor("grad." + name);
            const torch::Tensor flat = weight.grad().contiguous().flatten();
            const torch::Tensor kept = torch::cat({flat.slice(0, 0, flat.numel(), (flat.numel() + 23) / 24), flat.norm().unsqueeze(0)});
            check(name, relativeError(kept, expected, 1e-3 * largest), gradientTolerance);
            ++compared;
        }
        QVERIFY(compared > 20);
    }

private Q_SLOTS:
    // Threads cost more than they bring on networks of this size.
    void initTestCase() { at::set_num_threads(1); }

    void thereAreCasesOfEveryBlock()
    {
        std::set<std::string> blocks;
        for (const auto& entry : std::filesystem::directory_iterator(kCases)) {
            const UNetConfig c = configOf(entry.path());
            blocks.insert(c.downBlockTypes.begin(), c.downBlockTypes.end());
            blocks.insert(c.upBlockTypes.begin(), c.upBlockTypes.end());
        }
        QCOMPARE(blocks.size(), std::size_t{10});
    }

    void doublePrecision_data() { cases(); }
    /// Sines of the time are float32 in the Python library too; all else is exact to rounding.
    void doublePrecision() { compare(torch::kFloat64, torch::MemoryFormat::Contiguous, 1e-6, 1e-6); }

    void singlePrecision_data() { cases(); }
    void singlePrecision() { compare(torch::kFloat32, torch::MemoryFormat::Contiguous, 1e-5, 1e-4); }

    void channelsLast_data() { cases(); }
    void channelsLast() { compare(torch::kFloat32, torch::MemoryFormat::ChannelsLast, 1e-5, 1e-4); }
};

QTEST_GUILESS_MAIN(ParityUNetTest)
#include "unet_test.moc"
