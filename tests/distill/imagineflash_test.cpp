#include "engine/distill/diversity.h"
#include "engine/distill/imagineflash.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace potstill;

namespace {

Model tinyTeacher(Parametrisation parametrisation, const NoiseSchedule& schedule)
{
    UNetConfig c;
    c.sampleSize = 8;
    c.downBlockTypes = {"DownBlock2D", "DownBlock2D"};
    c.upBlockTypes = {"UpBlock2D", "UpBlock2D"};
    c.blockOutChannels = {8, 8};
    c.layersPerBlock = 1;
    c.normNumGroups = 4;
    c.addAttention = false;
    c.numClassEmbeds = 4;  // three classes and "no class"
    Model m;
    m.network = std::make_shared<UNet>(c);
    m.network->init(Rng(5), false);
    m.parametrisation = parametrisation;
    m.schedule = schedule;
    m.hasNoClass = true;
    m.imageSize = 8;
    return m;
}

Batch someBatch(std::uint64_t seed)
{
    Rng rng(seed);
    return {rng.normal({6, 3, 8, 8}).clamp(-1, 1), rng.integers(3, {6})};
}

struct Step {
    LossResult result;
    std::vector<torch::Tensor> gradients;
};

Step runPhase(Method& method, std::size_t phase, const Batch& batch, std::uint64_t seed = 9)
{
    Rng rng(seed);
    Step out;
    auto phases = method.phases();
    for (torch::Tensor& p : phases[phase].parameters)
        p.mutable_grad().reset();
    out.result = phases[phase].loss({batch, rng, 0, 0, [] {}});
    out.result.loss.backward();
    for (const torch::Tensor& p : phases[phase].parameters)
        out.gradients.push_back(p.grad().defined() ? p.grad().clone() : torch::Tensor());
    return out;
}

bool sameGradients(const Step& a, const Step& b)
{
    for (std::size_t i = 0; i < a.gradients.size(); ++i)
        if (a.gradients[i].defined() != b.gradients[i].defined() || (a.gradients[i].defined() && !torch::equal(a.gradients[i], b.gradients[i])))
            return false;
    return true;
}

/// NaN where a step says nothing of it.
double scalarOf(const Step& step, const std::string& name)
{
    for (const auto& [key, value] : step.result.scalars)
        if (key == name)
            return value.item<double>();
    return std::numeric_limits<double>::quiet_NaN();
}

ImagineFlashOptions plain()
{
    ImagineFlashOptions o;
    o.adversarial = false;
    o.teacherSteps = 2;
    return o;
}

}  // namespace

class ImagineFlashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noDataReachesTheStudentUnderBackwardDistillation()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        for (bool adversarial : {false, true}) {
            ImagineFlashOptions o = plain();
            o.adversarial = adversarial;
            auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
            Batch poisoned = someBatch(2);
            poisoned.images.fill_(std::numeric_limits<float>::quiet_NaN());
            const Step clean = runPhase(*method, 0, someBatch(1)), blind = runPhase(*method, 0, poisoned);
            QVERIFY(torch::equal(clean.result.loss, blind.result.loss));
            QVERIFY(sameGradients(clean, blind));
        }
    }
    void forwardDistillationDoesUseTheData()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.backwardDistillation = false;
        auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        QVERIFY(!torch::equal(runPhase(*method, 0, someBatch(1)).result.loss, runPhase(*method, 0, someBatch(2)).result.loss));
    }
    void theGradientIsThatOfTheLastCallAgainstAConstantTarget()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        const ImagineFlashOptions o = plain();
        auto student = teacher.network->copy(true);
        auto method = makeImagineFlash(o, teacher, student, Rng(1));
        const Step step = runPhase(*method, 0, someBatch(1));

        // The same by hand: the path down and the target as constants, one call with gradient.
        Rng rng(9);
        NetworkDenoiser s(student, teacher.parametrisation, teacher.schedule);
        const TimeGrid grid = o.timeGrid();
        const torch::Tensor index = rng.integers(3, {6});
        const Condition condition{rng.integers(3, {6})};
        torch::Tensor xt, t = torch::empty({6});
        for (int i = 0; i < 6; ++i)
            t[i] = grid[static_cast<std::size_t>(index[i].item<std::int64_t>())];
        Prediction last;
        torch::Tensor target;
        xt = rng.normal({6, 3, 8, 8});
        {
            torch::NoGradGuard noGrad;
            for (int i = 0; i < 6; ++i) {
                torch::Tensor x = xt.slice(0, i, i + 1);
                for (std::int64_t stage = 0; stage < index[i].item<std::int64_t>(); ++stage)
                    x = ddimStep(s.predict(x, torch::full({1}, grid[static_cast<std::size_t>(stage)]), {condition.classes.slice(0, i, i + 1)}),
                                 grid[static_cast<std::size_t>(stage + 1)], teacher.schedule);
                xt.slice(0, i, i + 1).copy_(x.clone());
            }
        }
        last = s.predict(xt, t, condition);
        {
            torch::NoGradGuard noGrad;
            torch::Tensor g = t.clone();
            for (int i = 0; i < 6; ++i)
                g[i] = o.gamma(t[i].item<double>());
            target = solveToClean(*teacher.denoiser(), addNoise(last.x0, last.eps, g, teacher.schedule), g, condition, 2, SamplerKind::Dpm2M);
        }
        for (const auto& [name, w] : student->namedWeights())
            torch::Tensor(w).mutable_grad().reset();
        (last.x0 - target).square().mean().backward();
        double worst = 0;
        std::size_t i = 0;
        for (const auto& [name, w] : student->namedWeights()) {
            if (w.grad().defined())
                worst = std::max(worst, (w.grad() - step.gradients[i]).abs().max().item<double>() / (w.grad().abs().max().item<double>() + 1e-6));
            ++i;
        }
        QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));  // one image at a time sums in another order than the batch
        for (const auto& [name, w] : teacher.network->namedWeights())
            QVERIFY(!w.grad().defined());
    }
    void pseudoHuberIsTheRootOfTheSquaredErrorOfEachImage()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        const Step squared = runPhase(*makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1)), 0, someBatch(1));
        o.reconstruction = Reconstruction::PseudoHuber;
        const Step huber = runPhase(*makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1)), 0, someBatch(1));
        const double c = 0.00054;
        QVERIFY(torch::allclose(huber.result.perSample, (squared.result.perSample + c * c).sqrt() - c, 1e-5, 1e-7));
        QVERIFY(torch::allclose(huber.result.loss, huber.result.perSample.mean()));
        QVERIFY(!sameGradients(squared, huber));
    }
    void allEightCombinationsTrain_data()
    {
        QTest::addColumn<int>("parametrisation");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("v") << int(Parametrisation::V) << "cosine";
        QTest::newRow("eps") << int(Parametrisation::Eps) << "linear";
        QTest::newRow("x0") << int(Parametrisation::X0) << "cosine";
        QTest::newRow("flow") << int(Parametrisation::Flow) << "flow";
        QTest::newRow("edm") << int(Parametrisation::Edm) << "edm";
    }
    void allEightCombinationsTrain()
    {
        QFETCH(int, parametrisation);
        QFETCH(QString, schedule);
        const NoiseSchedule s = schedule == "linear" ? NoiseSchedule::linear()
                                : schedule == "flow" ? NoiseSchedule::rectifiedFlow()
                                : schedule == "edm"  ? NoiseSchedule::edm()
                                                     : NoiseSchedule::cosine();
        const Model teacher = tinyTeacher(Parametrisation(parametrisation), s);
        for (int bits = 0; bits < 8; ++bits) {
            ImagineFlashOptions o = plain();
            o.backwardDistillation = bits & 1;
            o.srl = bits & 2;
            o.adversarial = bits & 4;
            auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
            QCOMPARE(method->phases().size(), std::size_t(o.adversarial ? 2 : 1));
            for (std::size_t phase = 0; phase < method->phases().size(); ++phase) {
                const Step step = runPhase(*method, phase, someBatch(1));
                QVERIFY(std::isfinite(step.result.loss.item<double>()));
                double norm = 0;
                for (const torch::Tensor& g : step.gradients)
                    norm += g.defined() ? g.norm().item<double>() : 0;
                QVERIFY(norm > 0);
            }
        }
    }
    void theHeadsSeeWhatTheNetworkWouldBeGiven_data()
    {
        QTest::addColumn<int>("parametrisation");
        QTest::newRow("v") << int(Parametrisation::V);
        QTest::newRow("edm") << int(Parametrisation::Edm);
        QTest::newRow("score") << int(Parametrisation::Score);
    }
    void theHeadsSeeWhatTheNetworkWouldBeGiven()
    {
        QFETCH(int, parametrisation);
        const auto p = Parametrisation(parametrisation);
        const Model teacher = tinyTeacher(p, p == Parametrisation::Edm     ? NoiseSchedule::edm()
                                             : p == Parametrisation::Score ? NoiseSchedule::scoreSde(0.02, 2)
                                                                           : NoiseSchedule::cosine());
        const NoiseSchedule& s = teacher.schedule;
        ImagineFlashOptions o = plain();
        o.adversarial = true;
        o.steps = 1;
        auto student = teacher.network->copy(true);
        auto method = makeImagineFlash(o, teacher, student, Rng(1));
        double said = 0;
        const Step step = runPhase(*method, 0, someBatch(1));
        for (const auto& [name, value] : step.result.scalars)
            if (name == "adversarial")
                said = value.item<double>();

        // The same by hand, with the draws in their order: stage, class, start, level of the heads, noise on the student's image.
        torch::NoGradGuard noGrad;
        EncoderDiscriminator heads(teacher.network, o.discriminator());
        heads.init(Rng(1).fork("discriminator"));
        Rng rng(9);
        (void)rng.integers(1, {6});
        const torch::Tensor classes = rng.integers(3, {6}), xt = s.startScale() * rng.normal({6, 3, 8, 8});
        const torch::Tensor x0 = NetworkDenoiser(student, p, s).x0(xt, torch::ones({6}), {classes});
        const torch::Tensor t = o.adversarialTimeMin + (o.adversarialTimeMax - o.adversarialTimeMin) * rng.uniform({6}), sigma = s.sigma(t);
        const torch::Tensor noised = s.alpha(t) * x0 + sigma * rng.normal({6, 3, 8, 8});
        const torch::Tensor given = p == Parametrisation::Edm ? noised / (sigma.square() + 0.25).sqrt() : p == Parametrisation::Score ? (noised + 1) / 2 : noised;
        const auto term = [&](const torch::Tensor& seen) { return torch::log1p(torch::exp(-heads.forward(seen, s.networkTime(t), classes))).mean().item<double>(); };
        QVERIFY2(std::abs(said - term(given)) < 1e-5 * said, qPrintable(QString("%1 %2").arg(said).arg(term(given))));  // float32, softplus written in another way
        if (p != Parametrisation::V)
            QVERIFY(std::abs(said - term(noised)) > 1e-4 * said);
    }
    void spreadIsThatOfPairsOfOneGroup()
    {
        Rng rng(3);
        const torch::Tensor groups = torch::tensor({0, 1, 2, 0, 1, 2, 2}, torch::kInt64);
        const torch::Tensor pictures = rng.uniform({3, 1, 4, 4}) * 2 - 1;
        QCOMPARE(spreadWithin(pictures.index_select(0, groups), groups).item<double>(), 0.0);  // three pictures, each again and again: diverse only as a batch
        QVERIFY(spreadWithin(pictures.index_select(0, groups), torch::zeros_like(groups)).item<double>() > 0.1);

        // By hand: the pairs are (0, 3), (1, 4), (2, 5), (2, 6), (5, 6).
        const torch::Tensor x = rng.uniform({7, 1, 4, 4}) * 2 - 1;
        double sum = 0;
        for (const auto& [a, b] : std::vector<std::pair<int, int>>{{0, 3}, {1, 4}, {2, 5}, {2, 6}, {5, 6}})
            sum += (x[a] - x[b]).square().mean().item<double>();
        QVERIFY(std::abs(spreadWithin(x, groups).item<double>() - sum / 5) < 1e-5);  // float32
        QVERIFY(std::isnan(spreadWithin(x, torch::arange(7)).item<double>()));

        // As they are shown: values outside of [-1, 1] are clipped.
        QCOMPARE(spreadWithin(torch::tensor({-100.f, 100.f}).reshape({2, 1, 1, 1}), torch::zeros({2}, torch::kInt64)).item<double>(), 4.0);
    }
    void onePictureForEachClassIsNoDiversity()
    {
        const Model teacher = tinyTeacher(Parametrisation::X0, NoiseSchedule::cosine());
        const Batch batch{torch::zeros({24, 3, 8, 8}), torch::zeros({24}, torch::kInt64)};
        const ImagineFlashOptions o = plain();
        const auto diversityOf = [&](const std::shared_ptr<UNet>& student) {
            auto method = makeImagineFlash(o, teacher, student, Rng(1));
            method->prepare({5, 3, 8, 8}, [] {});
            return scalarOf(runPhase(*method, 0, batch), "diversity");
        };
        const auto collapsed = teacher.network->copy(true);
        {
            torch::NoGradGuard noGrad;
            for (const auto& [name, weight] : collapsed->namedWeights())
                if (name == "conv_in.weight")
                    torch::Tensor(weight).zero_();  // sees its class and its time, but no noise
            const torch::Tensor classes = torch::tensor({0, 1, 2}, torch::kInt64);
            const torch::Tensor pictures = NetworkDenoiser(collapsed, teacher.parametrisation, teacher.schedule).x0(Rng(4).normal({3, 3, 8, 8}), torch::ones({3}), {classes});
            QVERIFY(pictures.std(0, false).mean().item<double>() > 1e-4);  // the classes still differ
        }
        const double none = diversityOf(collapsed), some = diversityOf(teacher.network->copy(true));
        QVERIFY2(none < 1e-6, qPrintable(QString::number(none)));
        QVERIFY2(some > 0.05, qPrintable(QString::number(some)));  // that of the teacher itself
    }
    void diversityIsMeasuredWithoutATrace()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        const ImagineFlashOptions o = plain();
        auto measuring = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1)), silent = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        int polls = 0;
        measuring->prepare({48, 3, 8, 8}, [&] { ++polls; });
        QCOMPARE(polls, 2 * 8);                                                                           // two parts of at least eight teacher steps
        const Batch batch{Rng(5).normal({24, 3, 8, 8}).clamp(-1, 1), torch::zeros({24}, torch::kInt64)};  // at least two of 24 share class and stage
        const Step with = runPhase(*measuring, 0, batch), without = runPhase(*silent, 0, batch);
        QVERIFY(torch::equal(with.result.loss, without.result.loss));
        QVERIFY(sameGradients(with, without));
        QVERIFY(std::isnan(scalarOf(without, "diversity")));
        // Nothing of the data is in it, and another batch size gives the same reference.
        const double measured = scalarOf(with, "diversity");
        QVERIFY(measured > 0);
        QCOMPARE(scalarOf(runPhase(*measuring, 0, {-batch.images, batch.labels}), "diversity"), measured);
        auto inOtherParts = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        inOtherParts->prepare({7, 3, 8, 8}, [] {});
        QVERIFY(std::abs(scalarOf(runPhase(*inOtherParts, 0, batch), "diversity") - measured) < 1e-4 * measured);  // float32 in other groups
    }
    void headsStayUntouchedWhileTheStudentLearns()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.adversarial = true;
        auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        runPhase(*method, 0, someBatch(1));
        const std::vector<Phase> phases = method->phases();
        for (const torch::Tensor& p : phases[1].parameters)
            QVERIFY(!p.grad().defined());
    }
    void onlyTheHeadsOwnPhaseMovesTheirState()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.adversarial = true;
        o.discriminatorSpectralNorm = true;
        o.discriminatorMixing = FeatureMixing::Kind::Scales;
        auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        const auto state = [&] {
            std::vector<torch::Tensor> out;
            for (const torch::Tensor& buffer : method->auxiliaries().front().second->buffers())
                out.push_back(buffer.clone());
            return out;
        };
        const auto same = [](const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const torch::Tensor& x, const torch::Tensor& y) { return torch::equal(x, y); });
        };
        const auto before = state();
        QVERIFY(!before.empty());
        runPhase(*method, 0, someBatch(1));
        Rng rng(3);
        method->views(Rng(4).normal({2, 3, 8, 8}), torch::zeros({2}, torch::kInt64), rng, [] {});
        QVERIFY(same(before, state()));
        runPhase(*method, 1, someBatch(1));
        QVERIFY(!same(before, state()));
    }
    void theShiftedTargetDiffersFromThePlainOne()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        auto shifted = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        o.srl = false;
        auto direct = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        QVERIFY(!torch::equal(runPhase(*shifted, 0, someBatch(1)).result.loss, runPhase(*direct, 0, someBatch(1)).result.loss));
    }
    void freshNoiseIsNotTheStudentsOwn()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        auto own = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        o.renoise = Renoise::Fresh;
        auto fresh = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        QVERIFY(!torch::equal(runPhase(*own, 0, someBatch(1)).result.loss, runPhase(*fresh, 0, someBatch(1)).result.loss));
        // Fresh noise is drawn anew: another generator, another target of the same prediction.
        o.steps = 1;
        fresh = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        QVERIFY(!torch::equal(runPhase(*fresh, 0, someBatch(1), 9).result.loss, runPhase(*fresh, 0, someBatch(1), 10).result.loss));
    }
    void gammaIsTheCurveOfItsSettings()
    {
        ImagineFlashOptions o;
        o.gammaMin = 0.1;
        o.gammaMax = 0.7;
        QCOMPARE(o.gamma(0), 0.1);
        QCOMPARE(o.gamma(1), 0.7);
        QCOMPARE(o.gamma(0.5), 0.4);
        o.gammaExponent = 2;
        QCOMPARE(o.gamma(0.5), 0.1 + 0.6 * 0.25);
        o.gammaIdentity = true;
        QCOMPARE(o.gamma(0.3), 0.3);
    }
    void theTargetIsThatOfTheGuidedTeacher()
    {
        Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.srl = false;
        o.steps = 1;
        o.teacherGuidance = 2.5;
        auto method = makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1));
        Rng rng(3);
        const torch::Tensor noise = Rng(4).normal({2, 3, 8, 8}), classes = torch::tensor({0, 2}, torch::kInt64);
        int polls = 0;
        const NetworkViews views = method->views(noise, classes, rng, [&] { ++polls; });
        torch::NoGradGuard noGrad;
        const auto inner = teacher.denoiser();
        GuidedDenoiser guided(*inner, 2.5, 3);
        const torch::Tensor expected = solveToClean(guided, noise, torch::ones({2}), {classes}, o.teacherSteps, o.teacherSolver);
        QCOMPARE(guided.nfe(), std::int64_t(2 * o.teacherSteps));
        QVERIFY(torch::equal(views.images[2], expected));
        const torch::Tensor unguided = solveToClean(*teacher.denoiser(), noise, torch::ones({2}), {classes}, o.teacherSteps, o.teacherSolver);
        QVERIFY(!torch::allclose(expected, unguided));
        QCOMPARE(polls, 1 + o.teacherSteps);
    }
    void theTargetIsClippedWhereTheTeacherIs()
    {
        Model teacher = tinyTeacher(Parametrisation::Eps, NoiseSchedule::linear());
        ImagineFlashOptions o = plain();
        Rng rng(3);
        const torch::Tensor noise = Rng(4).normal({2, 3, 8, 8}), classes = torch::tensor({0, 2}, torch::kInt64);
        const auto target = [&] {
            return makeImagineFlash(o, teacher, teacher.network->copy(true), Rng(1))->views(noise, classes, rng, [] {}).images[2].abs().max().item<double>();
        };
        QVERIFY(target() > 1);
        teacher.sampler.clipX0 = true;
        for (SamplerKind solver : {SamplerKind::Ddim, SamplerKind::Dpm2M}) {
            o.teacherSolver = solver;
            QVERIFY(target() <= 1);
        }
        teacher.sampler.clipX0 = false;
        teacher.sampler.dynamicThreshold = true;
        QVERIFY(target() <= 1);
    }
    void aClippedStudentAndTheTeacherGoOnFromTheClippedImage()
    {
        const Model teacher = tinyTeacher(Parametrisation::Eps, NoiseSchedule::linear());
        ImagineFlashOptions o = plain();
        o.clipX0 = true;
        auto student = teacher.network->copy(true);
        Rng rng(3);
        const torch::Tensor noise = Rng(4).normal({2, 3, 8, 8}), classes = torch::tensor({0, 2}, torch::kInt64), t = torch::ones({2});
        const NetworkViews views = makeImagineFlash(o, teacher, student, Rng(1))->views(noise, classes, rng, [] {});
        torch::NoGradGuard noGrad;
        NetworkDenoiser s(student, teacher.parametrisation, teacher.schedule);
        const torch::Tensor xt = teacher.schedule.startScale() * noise;
        const Prediction free = s.predict(xt, t, {classes});
        QVERIFY(free.x0.abs().max().item<double>() > 1);
        Prediction clipped = free;
        clipped.x0 = free.x0.clamp(-1, 1);
        clipped.eps = (xt - teacher.schedule.alpha(t) * clipped.x0) / teacher.schedule.sigma(t);
        QVERIFY(torch::allclose(views.images[3], ddimStep(clipped, o.timeGrid()[1], teacher.schedule)));
        const torch::Tensor g = torch::full({2}, o.gamma(1));
        const torch::Tensor seen = addNoise(clipped.x0, clipped.eps, g, teacher.schedule);
        QVERIFY(torch::allclose(views.images[2], solveToClean(*teacher.denoiser(), seen, g, {classes}, o.teacherSteps, o.teacherSolver), 1e-4, 1e-4));
        QVERIFY(torch::equal(views.images[1], free.x0));  // the loss holds the unlimited image against the teacher's: a clipped one has no gradient where it is clipped
    }
    void eachPhaseMovesItsOwnNetworkAlone()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.adversarial = true;
        auto student = teacher.network->copy(true);
        auto method = makeImagineFlash(o, teacher, student, Rng(1));
        const Step first = runPhase(*method, 0, someBatch(1));
        QVERIFY(std::any_of(first.gradients.begin(), first.gradients.end(), [](const torch::Tensor& g) { return g.defined() && g.abs().max().item<double>() > 0; }));
        for (const auto& [name, w] : student->namedWeights())
            torch::Tensor(w).mutable_grad().reset();
        const Step second = runPhase(*method, 1, someBatch(1));
        for (const torch::Tensor& g : second.gradients)
            QVERIFY(g.defined());
        for (const auto& [name, w] : student->namedWeights())
            QVERIFY2(!w.grad().defined(), name.c_str());
        for (const auto& [name, w] : teacher.network->namedWeights())
            QVERIFY2(!w.grad().defined(), name.c_str());
    }
    void theNetworksStandSideBySide()
    {
        const Model teacher = tinyTeacher(Parametrisation::V, NoiseSchedule::cosine());
        ImagineFlashOptions o = plain();
        o.adversarial = true;
        auto student = teacher.network->copy(true);
        auto method = makeImagineFlash(o, teacher, student, Rng(1));
        const Step before = runPhase(*method, 1, (runPhase(*method, 0, someBatch(1)), someBatch(1)));
        Rng rng(3);
        const torch::Tensor noise = Rng(4).normal({5, 3, 8, 8}), classes = torch::zeros({5}, torch::kInt64);
        const NetworkViews views = method->views(noise, classes, rng, [] {});
        QCOMPARE(views.columns.size(), std::size_t(9));  // input, student, teacher at three times
        QCOMPARE(views.images.size(), views.columns.size());
        QVERIFY(torch::equal(views.images[0], noise));
        NetworkDenoiser s(student, teacher.parametrisation, teacher.schedule);
        torch::NoGradGuard noGrad;
        const Prediction first = s.predict(noise, torch::ones({5}), {classes});
        QVERIFY(torch::equal(views.images[1], first.x0));
        QVERIFY(torch::allclose(views.images[3], ddimStep(first, o.timeGrid()[1], teacher.schedule)));
        QVERIFY2(views.columns[1].find("% real") != std::string::npos, views.columns[1].c_str());
        // Looking changes nothing of the training.
        torch::AutoGradMode withGradients(true);
        QVERIFY(sameGradients(before, runPhase(*method, 1, (runPhase(*method, 0, someBatch(1)), someBatch(1)))));
    }
    void badCurvesAndGridsAreNamed()
    {
        ImagineFlashOptions o;
        o.gammaMin = 0.9;
        o.gammaMax = 0.5;
        QCOMPARE(o.validate().front().path, std::string("imagine_flash.gamma_min"));
        o = {};
        o.grid = {1.0, 0.5};
        QCOMPARE(o.validate().front().path, std::string("imagine_flash.grid"));
        o.grid = {1.0, 0.5, 0.7};
        QCOMPARE(o.validate().front().path, std::string("imagine_flash.grid"));
        o.grid = {0.9, 0.5, 0.2};
        QCOMPARE(o.validate().front().path, std::string("imagine_flash.grid"));
    }
    void theEvenGridIsTheDefault()
    {
        const TimeGrid grid = ImagineFlashOptions{}.timeGrid();
        QCOMPARE(grid.size(), std::size_t(3));
        QCOMPARE(grid[0], 1.0);
        QVERIFY(std::abs(grid[2] - 1.0 / 3) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(ImagineFlashTest)
#include "imagineflash_test.moc"
