#include "engine/core/error.h"
#include "engine/nn/classifier.h"

#include <ATen/Parallel.h>
#include <torch/nn/functional/loss.h>
#include <torch/optim/adam.h>
#include <QtTest>

using namespace potstill;

class ClassifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Threads cost more than they bring on networks of this size.
    void initTestCase() { at::set_num_threads(1); }

    void givesLogitsAndPooledFeatures()
    {
        Classifier::Config c;
        c.classes = 5;
        c.width = 8;
        Classifier net(c);
        net.init(Rng(1));
        const auto out = net.forward(Rng(2).normal({3, 3, 16, 16}));
        QVERIFY(out.logits.sizes() == torch::IntArrayRef({3, 5}));
        QVERIFY(out.features.sizes() == torch::IntArrayRef({3, 32}));
        QVERIFY(out.logits.isfinite().all().item<bool>() && out.features.std().item<double>() > 0.05);
    }
    void initIsAFunctionOfTheGenerator()
    {
        Classifier a({}), b({}), other({});
        a.init(Rng(1));
        b.init(Rng(1));
        other.init(Rng(2));
        const torch::Tensor x = Rng(3).normal({2, 3, 16, 16});
        QVERIFY(torch::equal(a.forward(x).logits, b.forward(x).logits));
        QVERIFY(!torch::equal(a.forward(x).logits, other.forward(x).logits));
    }
    void learnsToTellBrightFromDark()
    {
        Classifier::Config c{8, 1, 2, 8};
        Classifier net(c);
        net.init(Rng(1));
        torch::optim::Adam adam(net.parameters(), torch::optim::AdamOptions(3e-3));
        Rng rng(4);
        double loss = 0;
        for (int step = 0; step < 40; ++step) {
            const torch::Tensor labels = rng.integers(2, {16});
            const torch::Tensor x = 0.5 * rng.normal({16, 1, 8, 8}) + (labels.to(torch::kFloat32) - 0.5).view({-1, 1, 1, 1});
            const torch::Tensor l = torch::nn::functional::cross_entropy(net.forward(x).logits, labels);
            adam.zero_grad();
            l.backward();
            adam.step();
            loss = l.item<double>();
        }
        QVERIFY2(loss < 0.1, qPrintable(QString::number(loss)));
    }
    void configurationRoundTrips()
    {
        const Classifier::Config c{32, 1, 3, 16};
        QVERIFY(Classifier::Config::fromJson(c.toJson()) == c);
        QVERIFY_THROWS_EXCEPTION(Error, Classifier::Config::fromJson(Json{{"width", 8}}));
        QVERIFY_THROWS_EXCEPTION(Error, Classifier({16, 3, 2, 12}));
    }
};

QTEST_GUILESS_MAIN(ClassifierTest)
#include "classifier_test.moc"
