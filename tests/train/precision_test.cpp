#include "tests/train/tinyruns.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/types.h>

#include <cmath>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

Json inBFloat16(Json document)
{
    document["training"]["precision"] = "bfloat16";
    return document;
}

CheckpointContent newest(const fs::path& run) { return readCheckpoint(*newestGoodCheckpoint(run)); }

double meanLoss(const std::vector<StatPoint>& points, std::int64_t from, std::int64_t to)
{
    double sum = 0;
    int n = 0;
    for (const StatPoint& p : points)
        if (const double loss = tiny::valueOf(p, "loss"); std::isfinite(loss) && p.imagesSeen > from && p.imagesSeen <= to) {
            sum += loss;
            ++n;
        }
    return sum / n;
}

}  // namespace

/// Mixed precision, on the CPU: bfloat16 while the networks compute, 32 bit for all that is kept.
class PrecisionTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path at(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }

private Q_SLOTS:
    void theLossIsThatOfFloat32ButForItsRounding()
    {
        Json d = tiny::teacher(2048);
        d["training"]["learning_rate"] = 2e-3;
        d["training"]["checkpoint_every"] = 2048;
        std::vector<StatPoint> full, half;
        tiny::run(at("full"), d, 0, &full);
        tiny::run(at("half"), inBFloat16(d), 0, &half);
        const double first = meanLoss(full, 0, 256), firstHalf = meanLoss(half, 0, 256), last = meanLoss(full, 1024, 2048), lastHalf = meanLoss(half, 1024, 2048);
        const QString figures = QString("%1 %2, then %3 %4").arg(first).arg(firstHalf).arg(last).arg(lastHalf);
        QVERIFY2(first != firstHalf, "nothing was computed in bfloat16");
        // The same images and noise: 8 bits of mantissa move a squared error by a per cent or so.
        QVERIFY2(std::abs(firstHalf - first) < 0.03 * first, qPrintable(figures));
        QVERIFY2(std::abs(lastHalf - last) < 0.1 * last, qPrintable(figures));
        QVERIFY2(lastHalf < 0.95 * firstHalf, qPrintable(figures));
    }
    void whatIsKeptIsFloat32()
    {
        const CheckpointContent content = newest(tiny::run(at("kept"), inBFloat16(tiny::teacher(64))));
        for (const TensorMap* part : {&content.model, &content.ema, &content.optimizer}) {
            QVERIFY(!part->empty());
            for (const auto& [name, tensor] : *part)
                QVERIFY2(tensor.scalar_type() == torch::kFloat32, name.c_str());
        }
        // Masters of 32 bit: the weights are not numbers of bfloat16.
        const torch::Tensor& weight = content.model.at("conv_in.weight");
        QVERIFY(!torch::equal(weight, weight.to(torch::kBFloat16).to(torch::kFloat32)));
    }
    void aRunResumesExactly_data()
    {
        QTest::addColumn<bool>("isStudent");
        QTest::newRow("teacher") << false;
        QTest::newRow("student") << true;
    }
    void aRunResumesExactly()
    {
        QFETCH(bool, isStudent);
        const fs::path project = at(isStudent ? "student" : "teacher");
        const Json d = inBFloat16(isStudent ? tiny::student(tiny::run(project, tiny::teacher(32)), 192) : tiny::teacher(192));
        const fs::path whole = tiny::run(project, d), parts = tiny::run(project, d, 96);
        QVERIFY(readRunSummary(parts).state == RunState::Stopped);
        QVERIFY(tiny::resume(parts) == JobOutcome::Finished);
        const CheckpointContent a = newest(whole), b = newest(parts);
        QVERIFY(tiny::sameTensors(a.model, b.model) && tiny::sameTensors(a.ema, b.ema) && tiny::sameTensors(a.optimizer, b.optimizer));
    }
    void everyWeightOfAStudentLearns()
    {
        // A student walks to its noise level without gradients and is then asked with them, in one step: what was cast to bfloat16 on the way must not be taken for the second.
        Json d = inBFloat16(tiny::student(tiny::run(at("learns"), tiny::teacher(32)), 64));
        d["imagine_flash"]["bd"] = true;
        d["imagine_flash"]["steps"] = 3;
        const CheckpointContent content = newest(tiny::run(at("learns"), d));
        int seen = 0;
        for (const auto& [name, moment] : content.optimizer)
            if (name.rfind("student.exp_avg_sq.", 0) == 0) {
                QVERIFY2(moment.max().item<float>() > 0, name.c_str());
                ++seen;
            }
        QCOMPARE(static_cast<std::size_t>(seen), content.model.size());
    }
};

QTEST_GUILESS_MAIN(PrecisionTest)
#include "precision_test.moc"
