#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

const QString kRoot = POTSTILL_SOURCE;

/// What each folder may include, besides itself (the table of CONTRIBUTING.md).
const QHash<QString, QStringList>& allowed()
{
    static const QHash<QString, QStringList> table = {
        {"engine/core", {}},
        {"engine/tensor", {"engine/core"}},
        {"engine/io", {"engine/core", "engine/tensor"}},
        {"engine/rating", {"engine/core", "engine/io"}},
        {"engine/imaging", {"engine/core"}},
        {"engine/gallery", {"engine/core", "engine/io", "engine/imaging"}},
        {"engine/data", {"engine/core", "engine/tensor", "engine/io", "engine/imaging"}},
        {"engine/nn", {"engine/core", "engine/tensor"}},
        {"engine/diffusion", {"engine/core", "engine/tensor", "engine/nn"}},
        {"engine/model", {"engine/core", "engine/tensor", "engine/io", "engine/nn", "engine/diffusion"}},
        {"engine/distill", {"engine/core", "engine/tensor", "engine/data", "engine/nn", "engine/diffusion", "engine/model"}},
        {"engine/metrics", {"engine/core", "engine/tensor", "engine/io", "engine/data", "engine/nn", "engine/diffusion"}},
        {"engine/train",
         {"engine/core", "engine/tensor", "engine/io", "engine/imaging", "engine/data", "engine/nn", "engine/diffusion", "engine/model", "engine/distill", "engine/metrics"}},
        {"engine/jobs",
         {"engine/core", "engine/tensor", "engine/io", "engine/imaging", "engine/data", "engine/nn", "engine/diffusion", "engine/model", "engine/distill", "engine/metrics",
          "engine/train"}},
        {"widgets", {"engine/core"}},
        {"app", {"widgets", "engine/core", "engine/jobs", "engine/io", "engine/imaging", "engine/rating", "engine/gallery"}},
    };
    return table;
}

QString folderOf(const QString& path)
{
    const QStringList parts = path.split('/');
    return parts.value(0) == "engine" ? parts.value(0) + '/' + parts.value(1) : parts.value(0);
}

struct Source {
    QString path, text;
};

QList<Source> sources()
{
    QList<Source> out;
    for (const char* top : {"engine", "widgets", "app"}) {
        QDirIterator files(kRoot + '/' + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                out.append({QDir(kRoot).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return out;
}

}  // namespace

class SourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void includesFollowTheFolderTable()
    {
        const QRegularExpression include("^#include \"([^\"]+)\"", QRegularExpression::MultilineOption);
        int seen = 0;
        for (const Source& s : sources()) {
            const QString folder = folderOf(s.path);
            QVERIFY2(allowed().contains(folder), qPrintable(s.path + ": its folder is not in the table"));
            for (auto it = include.globalMatch(s.text); it.hasNext();) {
                const QString target = it.next().captured(1);
                if (target.endsWith(".moc"))
                    continue;
                const QString other = folderOf(target);
                ++seen;
                QVERIFY2(target.contains('/'), qPrintable(s.path + ": includes are full paths from the root, not " + target));
                QVERIFY2(other == folder || allowed()[folder].contains(other), qPrintable(s.path + " may not include " + target));
            }
        }
        QVERIFY(seen > 200);
    }
    void foreignLibrariesStayWhereTheyBelong()
    {
        for (const Source& s : sources()) {
            const QString folder = folderOf(s.path);
            const bool isEngine = folder.startsWith("engine/"),
                       isTorchFree = QStringList{"engine/core", "engine/rating", "engine/imaging", "engine/gallery", "widgets", "app"}.contains(folder);
            QVERIFY2(!isEngine || !s.text.contains("#include <Q"), qPrintable(s.path + ": no Qt in the engine"));
            QVERIFY2(!isTorchFree || !s.text.contains(QRegularExpression("#include <(torch|ATen|c10)/")), qPrintable(s.path + ": no LibTorch here"));
            QVERIFY2(folder == "engine/imaging" || !s.text.contains("#include <opencv2/"), qPrintable(s.path + ": OpenCV belongs into engine/imaging"));
            QVERIFY2(!s.path.startsWith("app/cli/") || !s.text.contains("#include <Q"), qPrintable(s.path + ": no Qt in the headless program"));
            QVERIFY2(s.path.startsWith("widgets/") || !s.text.contains(QRegularExpression("#include <Q(tCharts|Chart|LineSeries)")),
                     qPrintable(s.path + ": QtCharts stays behind widgets"));
        }
    }
    void allRandomnessComesThroughTheGenerator()
    {
        const QRegularExpression foreign(
            "torch::(manual_seed|randn|rand|randint|randperm|randn_like|rand_like)\\b|at::(randn|rand)\\b|std::(mt19937|random_device)|\\.(normal_|uniform_|bernoulli_)\\(");
        for (const Source& s : sources())
            QVERIFY2(!s.text.contains(foreign), qPrintable(s.path + ": random numbers come from engine/tensor/rng.h or engine/core/counterrng.h"));
    }
    void filesStaySmall()
    {
        for (const Source& s : sources())
            QVERIFY2(s.text.count('\n') <= 700, qPrintable(QString("%1 has %2 lines; above 700 it holds two things").arg(s.path).arg(s.text.count('\n'))));
    }
    void whatTheStudioIncludesIsFreeOfTorch()
    {
        QHash<QString, QString> texts;
        QStringList waiting;
        for (const Source& s : sources()) {
            texts.insert(s.path, s.text);
            if (s.path.startsWith("app/") || s.path.startsWith("widgets/"))
                waiting.append(s.path);
        }
        const QRegularExpression include("^#include \"([^\"]+)\"", QRegularExpression::MultilineOption), torch("#include <(torch|ATen|c10)/");
        QSet<QString> seen;
        while (!waiting.isEmpty()) {
            const QString path = waiting.takeLast();
            if (seen.contains(path))
                continue;
            seen.insert(path);
            QVERIFY2(!texts.value(path).contains(torch), qPrintable(path + ": the studio or the command line includes it, so no LibTorch here"));
            for (auto it = include.globalMatch(texts.value(path)); it.hasNext();)
                waiting.append(it.next().captured(1));
        }
        for (const char* header : {"engine/jobs/jobs.h", "engine/jobs/comparison.h", "engine/jobs/estimate.h", "engine/io/runfolder.h"})
            QVERIFY2(seen.contains(header), header);
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "sources_test.moc"
