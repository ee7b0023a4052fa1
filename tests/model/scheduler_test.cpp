#include "engine/io/jsonfile.h"
#include "engine/model/diffusersscheduler.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <set>

using namespace potstill;
using torch::Tensor;

namespace {

/// The network of tests/parity/make_scheduler_cases.py.
class ParityDenoiser final : public Denoiser {
public:
    explicit ParityDenoiser(const ImportedScheduler& imported) : m_imported(imported) {}
    Prediction predict(const Tensor& xt, const Tensor& t, const Condition&) override
    {
        const NoiseSchedule& schedule = m_imported.schedule;
        const double time = t[0].item<double>(), i = schedule.networkTime(time);
        calls.push_back(i);
        if (m_imported.parametrisation == Parametrisation::Edm) {
            const Tensor input = xt / std::sqrt(schedule.sigma(time) * schedule.sigma(time) + schedule.sigmaData() * schedule.sigmaData());
            return predictionFromOutput(Parametrisation::Edm, 0.4 * torch::tanh(input + 0.2) + 0.1 * std::cos(i / 200), xt, t, schedule);
        }
        const double a = std::cos(M_PI / 2 * (i + 1) / 1001), s = std::sin(M_PI / 2 * (i + 1) / 1001);
        const Tensor x0 = a * a * xt + 0.5 * s * torch::tanh(xt + 0.1), eps = (xt - a * x0) / s;
        const Tensor out = m_imported.parametrisation == Parametrisation::Eps ? eps : m_imported.parametrisation == Parametrisation::X0 ? x0 : a * eps - s * x0;
        Prediction p = predictionFromOutput(m_imported.parametrisation, out, xt, t, schedule);
        p.variance = torch::tanh(3 * xt);
        return p;
    }
    const NoiseSchedule& schedule() const override { return m_imported.schedule; }

    std::vector<double> calls;

private:
    const ImportedScheduler& m_imported;
};

Tensor tensorOf(const Json& values) { return torch::tensor(values.get<std::vector<double>>(), torch::kFloat64).view({1, 3, 4, 4}); }

std::string refusalOf(const Json& config)
{
    try {
        importScheduler(config, "case.json");
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

}  // namespace

class SchedulerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importedSchedulersSampleWhatDiffusersSamples()
    {
        const Json file = readJsonFile(POTSTILL_CASES);
        std::map<std::string, std::pair<int, double>> worst;
        QStringList failures;
        for (const Json& c : file.at("cases")) {
            const ImportedScheduler imported = importScheduler(c.at("config"), "case");
            SamplerOptions options = imported.sampler;
            options.eta = c.at("eta").get<double>();
            const TimeGrid grid = makeTimeGrid(imported.schedule, imported.spacing, c.at("steps").get<int>(), imported.trainSteps, imported.stepsOffset);
            ParityDenoiser denoiser(imported);
            const auto fresh = [&](int stage) { return tensorOf(file.at("fresh").at(static_cast<std::size_t>(stage - 1))); };
            const Tensor made = sample(denoiser, tensorOf(file.at("noise")), {}, grid, options, fresh), wanted = tensorOf(c.at("result"));
            const double error = ((made - wanted).norm() / wanted.norm()).item<double>();
            // Karras levels of a table are interpolated in log sigma on both sides, in float32 there.
            const auto calls = c.at("calls").get<std::vector<double>>();
            bool isSameCalls = calls.size() == denoiser.calls.size();
            for (std::size_t i = 0; isSameCalls && i < calls.size(); ++i)
                isSameCalls = std::abs(calls[i] - denoiser.calls[i]) < 1e-2;  // diffusers interpolates the timesteps of Karras levels in float32: 0.005 of 1000
            auto& [count, most] = worst[c.at("config").at("_class_name").get<std::string>()];
            ++count;
            most = std::max(most, error);
            if (!isSameCalls || !(error < 1e-4))
                failures << QString("error %1 %2 calls %3 not %4")
                                .arg(error)
                                .arg(QString::fromStdString(c.at("config").dump()), QString::fromStdString(Json(denoiser.calls).dump()),
                                     QString::fromStdString(Json(calls).dump()));
        }
        for (const auto& [name, figure] : worst)
            qInfo("%-28s %2d cases, largest relative error %.1e", name.c_str(), figure.first, figure.second);
        QVERIFY2(failures.isEmpty(), qPrintable("\n" + failures.join('\n')));
        QCOMPARE(worst.size(), std::size_t(7));
    }
    void schedulersWithoutACounterpartComeToTheSameImage()
    {
        const Json file = readJsonFile(POTSTILL_CASES);
        QVERIFY(file.at("near").size() > 10);
        // All of them solve the same equation. At 100 steps those of second order differ by some thousandths, those of first order by some per cent: a quarter more than the worst case of each.
        const std::map<std::string, double> bounds = {{"UniPCMultistepScheduler", 0.0015}, {"DEISMultistepScheduler", 0.0032},  {"DPMSolverSinglestepScheduler", 0.0055},
                                                      {"LMSDiscreteScheduler", 0.025},     {"KDPM2DiscreteScheduler", 0.00125}, {"PNDMScheduler", 0.013}};
        std::set<std::string> seen;
        for (const Json& c : file.at("near")) {
            const ImportedScheduler imported = importScheduler(c.at("config"), "case");
            const std::string name = c.at("config").at("_class_name").get<std::string>(), kind(samplerName(imported.sampler.kind));
            QVERIFY2(imported.note && imported.note->argument("scheduler") == name && imported.note->argument("sampler") == kind, name.c_str());
            const TimeGrid grid = makeTimeGrid(imported.schedule, imported.spacing, c.at("steps").get<int>(), imported.trainSteps, imported.stepsOffset);
            ParityDenoiser denoiser(imported);
            const Tensor made = sample(denoiser, tensorOf(file.at("noise")), {}, grid, imported.sampler), wanted = tensorOf(c.at("result"));
            const double error = ((made - wanted).norm() / wanted.norm()).item<double>();
            qInfo("%-32s as %-10s relative difference %.1e", name.c_str(), kind.c_str(), error);
            QVERIFY2(bounds.contains(name), name.c_str());
            QVERIFY2(error < bounds.at(name), qPrintable(QString("%1: %2").arg(QString::fromStdString(name)).arg(error)));
            seen.insert(name);
        }
        QCOMPARE(seen.size(), bounds.size());
        for (const char* same : {"DDPMScheduler", "EulerAncestralDiscreteScheduler", "DDIMParallelScheduler"})
            QVERIFY2(importScheduler({{"_class_name", same}}, "case").note == std::nullopt, same);
    }
    void aScoreModelFindsTheImagesThatItsScoreIsOf()
    {
        // Images in [0, 1] with mean 0.6 and standard deviation 0.2: the score at noise sigma is -(x - 0.6) / (0.04 + sigma^2).
        class Score final : public Denoiser {
        public:
            explicit Score(const NoiseSchedule& schedule) : m_schedule(schedule) {}
            Prediction predict(const Tensor& xt, const Tensor& t, const Condition&) override
            {
                countCalls(1);
                const double sigma = m_schedule.networkTime(t[0].item<double>());
                return predictionFromOutput(Parametrisation::Score, -((xt + 1) / 2 - 0.6) / (0.04 + sigma * sigma), xt, t, m_schedule);
            }
            const NoiseSchedule& schedule() const override { return m_schedule; }

        private:
            const NoiseSchedule& m_schedule;
        };
        const ImportedScheduler imported = importScheduler({{"_class_name", "ScoreSdeVeScheduler"}, {"num_train_timesteps", 2000}, {"snr", 0.17}, {"sigma_max", 348}}, "case");
        QVERIFY(imported.parametrisation == Parametrisation::Score && imported.note->code == "score-sampler");
        const NoiseSchedule& schedule = imported.schedule;
        QCOMPARE(schedule.networkTime(1.0), 348.0);  // what the network was trained to be told
        QVERIFY(std::abs(schedule.networkTime(0.5) - std::sqrt(0.01 * 348)) < 1e-9);
        QVERIFY(std::abs(schedule.timeFromLogSnr(schedule.logSnr(0.3)) - 0.3) < 1e-9);
        const NoiseSchedule back = NoiseSchedule::fromJson(schedule.toJson());
        QCOMPARE(back.networkTime(0.25), schedule.networkTime(0.25));
        Score denoiser(schedule);
        const TimeGrid grid = makeTimeGrid(schedule, imported.spacing, 40, imported.trainSteps);
        const Tensor images = sample(denoiser, Rng(4).normal({4000, 1, 2, 2}).to(torch::kFloat64), {}, grid, imported.sampler);
        // In [-1, 1]: mean 0.2, standard deviation 0.4. 16,000 values have a standard error of 0.003; 40 steps widen them by 0.004 or so.
        QVERIFY2(std::abs(images.mean().item<double>() - 0.2) < 0.015, qPrintable(QString::number(images.mean().item<double>())));
        QVERIFY2(std::abs(images.std().item<double>() - 0.4) < 0.02, qPrintable(QString::number(images.std().item<double>())));
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
        QVERIFY_THROWS_EXCEPTION(Error, exportScheduler(NoiseSchedule::rectifiedFlow(), Parametrisation::Flow, {}));
    }
    void aTableOfAnotherLengthKeepsItsLength()
    {
        const NoiseSchedule s = NoiseSchedule::fromBetas(std::vector<double>(250, 0.02));
        const Json config = exportScheduler(s, Parametrisation::V, {});
        QCOMPARE(config.at("num_train_timesteps").get<int>(), 250);
        QCOMPARE(config.at("trained_betas").size(), std::size_t(250));
        QCOMPARE(importScheduler(config, "export").trainSteps, 250);
    }
    void foreignSettingsAreNamed()
    {
        const std::pair<Json, const char*> bad[] = {{{{"_class_name", "FancyScheduler"}}, "UniPCMultistepScheduler"},
                                                    {{{"_class_name", "UniPCMultistepScheduler"}, {"use_flow_sigmas", true}}, "use_flow_sigmas"},
                                                    {{{"_class_name", "ScoreSdeVeScheduler"}, {"sigma_min", 0}}, "sigma_min 0"},
                                                    {{{"prediction_type", "flow"}}, "prediction_type 'flow'"},
                                                    {{{"beta_schedule", "wavy"}}, "beta_schedule 'wavy'"},
                                                    {{{"timestep_spacing", "odd"}}, "timestep_spacing 'odd'"},
                                                    {{{"variance_type", "huge"}}, "variance_type 'huge'"},
                                                    {{{"num_train_timesteps", 1}}, "num_train_timesteps is 1"},
                                                    {{{"trained_betas", {0.1, 0.2}}}, "trained_betas holds 2"},
                                                    {{{"_class_name", "DPMSolverMultistepScheduler"}, {"solver_order", 4}}, "solver_order 4"},
                                                    {{{"_class_name", "DPMSolverMultistepScheduler"}, {"algorithm_type", "sde-dpmsolver++"}}, "algorithm_type 'sde-dpmsolver++'"},
                                                    {{{"_class_name", "DPMSolverMultistepScheduler"}, {"use_lu_lambdas", true}}, "use_lu_lambdas"}};
        for (const auto& [config, word] : bad)
            QVERIFY2(refusalOf(config).find(word) != std::string::npos, qPrintable(QString::fromStdString(config.dump() + ": " + refusalOf(config))));
    }
    void moreStepsThanTheTableHasAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, makeTimeGrid(NoiseSchedule::linear(), GridSpacing::Leading, 1001));
        QCOMPARE(makeTimeGrid(NoiseSchedule::linear(), GridSpacing::Leading, 1000).size(), std::size_t(1000));
    }
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "scheduler_test.moc"
