#include "engine/io/jsonfile.h"
#include "engine/model/diffusersscheduler.h"

#include <QtTest>

using namespace potstill;
using torch::Tensor;

namespace {

/// The network of tests/parity/make_scheduler_cases.py.
class ParityDenoiser final : public Denoiser {
public:
    explicit ParityDenoiser(const ImportedScheduler& imported) : m_imported(imported) {}
    Prediction predict(const Tensor& xt, const Tensor& t, const Condition&) override
    {
        const double timestep = std::nearbyint(m_imported.schedule.networkTime(t[0].item<double>()));
        return predictionFromOutput(m_imported.parametrisation, 0.6 * torch::tanh(xt) * (1 - timestep / 1200) + 0.05, xt, t, m_imported.schedule);
    }
    const NoiseSchedule& schedule() const override { return m_imported.schedule; }

private:
    const ImportedScheduler& m_imported;
};

Tensor tensorOf(const Json& values) { return torch::tensor(values.get<std::vector<double>>(), torch::kFloat64).view({1, 3, 4, 4}); }

}  // namespace

class SchedulerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importedSchedulersSampleWhatDiffusersSamples()
    {
        int cases = 0;
        for (const Json& c : readJsonFile(POTSTILL_CASES)) {
            const ImportedScheduler imported = importScheduler(c.at("config"), "case");
            const int steps = c.at("steps").get<int>();
            const TimeGrid grid = makeTimeGrid(imported.schedule, imported.spacing, steps, imported.trainSteps, imported.stepsOffset);
            const std::string name = c.at("config").at("_class_name").get<std::string>() + " " + c.at("config").dump();
            std::vector<int> timesteps;
            for (double t : grid)
                timesteps.push_back(static_cast<int>(std::lround(imported.schedule.networkTime(t))));
            QVERIFY2(timesteps == c.at("timesteps").get<std::vector<int>>(), qPrintable(QString::fromStdString(name + " timesteps " + Json(timesteps).dump() + " not " + c.at("timesteps").dump())));
            ParityDenoiser denoiser(imported);
            const auto fresh = [&](int stage) { return tensorOf(c.at("fresh").at(static_cast<std::size_t>(stage - 1))); };
            // The case begins with x_T itself, ours with x_T / sigma(T).
            const Tensor noise = tensorOf(c.at("noise")) / imported.schedule.sigma(grid.front());
            const Tensor made = sample(denoiser, noise, {}, grid, imported.sampler, fresh), wanted = tensorOf(c.at("result"));
            const double error = ((made - wanted).norm() / wanted.norm()).item<double>();
            QVERIFY2(error < 1e-4, qPrintable(QString::number(error) + " " + QString::fromStdString(name)));
            ++cases;
        }
        QVERIFY(cases >= 18);
    }
    void anExportedScheduleIsReadBackTheSame()
    {
        for (const auto& [p, s] : {std::pair{Parametrisation::V, NoiseSchedule::cosine()}, std::pair{Parametrisation::Eps, NoiseSchedule::linear()}}) {
            const ImportedScheduler back = importScheduler(exportScheduler(s, p, {}), "export");
            QVERIFY(back.parametrisation == p);
            for (int i = 0; i < 1000; i += 111)
                QVERIFY(std::abs(back.schedule.alpha((i + 1) / 1000.0) - s.alpha((i + 1) / 1000.0)) < 1e-9);
        }
        QVERIFY_THROWS_EXCEPTION(Error, exportScheduler(NoiseSchedule::edm(), Parametrisation::Edm, {}));
    }
    void foreignSchedulersAreNamed()
    {
        for (const Json& bad : {Json{{"_class_name", "FancyScheduler"}}, Json{{"prediction_type", "flow"}}, Json{{"beta_schedule", "laplace"}}, Json{{"timestep_spacing", "odd"}}})
            QVERIFY_THROWS_EXCEPTION(Error, importScheduler(bad, "case"));
    }
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "scheduler_test.moc"
