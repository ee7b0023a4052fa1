#include "app/pages/trainpage.h"

#include "app/session/background.h"
#include "widgets/emptystate.h"
#include "widgets/imagegrid.h"
#include "widgets/linechart.h"
#include "widgets/scrubber.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

LineChart* makeChart(const char* objectName, const QString& name, const QString& yTitle, const QString& unit = {})
{
    auto* chart = new LineChart;
    chart->setObjectName(objectName);
    chart->setAccessibleName(name);
    chart->setXAxis({TrainPage::tr("Seen"), TrainPage::tr("images")});
    chart->setYAxis({yTitle, unit});
    chart->setEmptyText(TrainPage::tr("Nothing measured yet"));
    return chart;
}

}  // namespace

TrainPage::TrainPage(RunSession& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName("trainPage");
    m_empty = new EmptyState("train", tr("Nothing is being trained"), tr("Configure a student or a teacher and start it, or open a run on the left."), tr("Configure"));
    m_grid = new ImageGrid;
    m_grid->setObjectName("train.grid");
    m_grid->setAccessibleName(tr("Samples of fixed noise"));
    m_grid->setFitRows(true);
    m_scrubber = new Scrubber;
    m_scrubber->setObjectName("train.scrubber");

    m_hint = new QWidget;
    m_hint->setObjectName("train.hint");
    m_hintText = new QLabel(tr("The student learns. Compare what it makes in one, two and three steps with its teacher."));
    m_hintText->setProperty("role", "secondary");
    m_hintButton = new QPushButton(tr("See the ladder"));
    m_hintButton->setObjectName("train.seeLadder");
    auto* hintRow = new QHBoxLayout(m_hint);
    hintRow->setContentsMargins(0, 0, 0, 0);
    hintRow->addWidget(m_hintText, 1);
    hintRow->addWidget(m_hintButton);

    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(8);
    upperLayout->addWidget(m_hint);
    upperLayout->addWidget(m_grid, 1);
    upperLayout->addWidget(m_scrubber);

    m_lossChart = makeChart("train.lossChart", tr("Loss over images seen"), tr("Loss"));
    m_lossChart->setSmoothing(0.9);
    m_lossChart->setLogY(true);
    m_levelChart = makeChart("train.levelChart", tr("Loss by noise level"), tr("Loss"));
    m_levelChart->setLogY(true);
    m_levelChart->setSmoothing(0.8);
    m_rateChart = makeChart("train.rateChart", tr("Speed over images seen"), tr("Speed"), tr("images/s"));
    m_gradientChart = makeChart("train.gradientChart", tr("Size of gradients and updates"), tr("Norm"));
    m_gradientChart->setLogY(true);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName("train.tabs");
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_lossChart, tr("Loss"));
    m_tabs->addTab(m_levelChart, tr("By noise level"));
    m_tabs->addTab(m_rateChart, tr("Speed"));
    m_tabs->addTab(m_gradientChart, tr("Gradients"));

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(upper);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* content = new QWidget;
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(24, 16, 24, 16);
    contentLayout->addWidget(splitter);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_empty, &EmptyState::actionTriggered, this, &TrainPage::configureRequested);
    connect(m_hintButton, &QPushButton::clicked, this, [this] { Q_EMIT ladderRequested(m_runFolder); });
    connect(m_scrubber, &Scrubber::currentChanged, this, &TrainPage::showPreview);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { refreshCharts(); });
    const auto isShown = [this] { return !m_runFolder.isEmpty() && m_session.runFolder() == m_runFolder; };
    connect(&m_session, &RunSession::statsArrived, this, [this, isShown](const std::vector<StatPoint>& points) {
        if (isShown())
            takeStats(points);
    });
    connect(&m_session, &RunSession::previewArrived, this, [this, isShown](const PreviewGrid& grid) {
        if (isShown())
            takePreview(grid);
    });
    refreshHint();
}

void TrainPage::showRun(const QString& runFolder)
{
    if (runFolder == m_runFolder)
        return;
    m_runFolder = runFolder;
    m_series.clear();
    m_previews.clear();
    m_hasStudent = false;
    m_grid->clear();
    m_scrubber->setEvents({});
    for (LineChart* chart : {m_lossChart, m_levelChart, m_rateChart, m_gradientChart})
        chart->clear();
    m_stack->setCurrentIndex(runFolder.isEmpty() ? 0 : 1);
    refreshHint();
    if (runFolder.isEmpty())
        return;
    runInBackground<StoredRun>(
        this, [folder = runFolder.toStdString()] { return readStoredRun(folder); },
        [this, runFolder](StoredRun stored) {
            if (runFolder != m_runFolder)
                return;
            // What arrived live meanwhile is at least as new as the files.
            RunSeries live = std::exchange(m_series, {});
            m_series.add(stored.stats);
            std::vector<StatPoint> again;
            for (const auto& [name, points] : live.all())
                for (const SeriesPoint& p : points)
                    again.push_back({static_cast<std::int64_t>(p.x), 0, {{name, p.y}}});
            m_series.add(again);
            if (stored.previews.size() >= m_previews.size()) {
                m_previews = stored.previews;
                QList<ScrubberEvent> events;
                for (const StoredPreview& p : m_previews)
                    events.append({p.images, {}, false});
                m_scrubber->setEvents(events);
                showPreview(m_scrubber->currentIndex());
            }
            refreshCharts();
        });
}

void TrainPage::takeStats(const std::vector<StatPoint>& points)
{
    m_series.add(points);
    refreshCharts();
}

void TrainPage::takePreview(const PreviewGrid& grid)
{
    if (grid.file.empty())
        return;
    if (!m_previews.isEmpty() && m_previews.back().images == grid.imagesSeen)
        m_previews.removeLast();
    m_previews.append({grid.imagesSeen, QString::fromStdString(grid.file)});
    QList<ScrubberEvent> events;
    for (const StoredPreview& p : m_previews)
        events.append({p.images, {}, false});
    m_scrubber->setEvents(events);
    showPreview(m_scrubber->currentIndex());
}

void TrainPage::showPreview(int index)
{
    if (index < 0 || index >= m_previews.size())
        return;
    const QString file = m_previews[index].file;
    QFile description(file.left(file.size() - 4) + ".json");
    const QImage sheet(file);
    if (sheet.isNull() || !description.open(QIODevice::ReadOnly)) {
        m_grid->setShape(1, 1);
        m_grid->setText(0, 0, tr("%1 cannot be read").arg(QFileInfo(file).fileName()));
        return;
    }
    const QJsonObject facts = QJsonDocument::fromJson(description.readAll()).object();
    const QJsonArray columns = facts["columns"].toArray(), rows = facts["rows"].toArray();
    if (columns.isEmpty() || rows.isEmpty())
        return;
    m_hasStudent = columns.size() > 1;
    refreshHint();
    // Noises from left to right, steps from top to bottom: the window is wide, and a student has few steps.
    const int noises = int(rows.size()), steps = int(columns.size());
    const int width = sheet.width() / steps, height = sheet.height() / noises;
    m_grid->setShape(steps, noises);
    QStringList stepHeadings;
    QList<GridColumn> noiseHeadings;
    for (const QJsonValue& v : columns)
        stepHeadings.append(v.toString());
    for (const QJsonValue& v : rows)
        noiseHeadings.append({v.toString(), {}});
    m_grid->setRowHeadings(stepHeadings);
    m_grid->setColumns(noiseHeadings);
    for (int step = 0; step < steps; ++step)
        for (int noise = 0; noise < noises; ++noise)
            m_grid->setQImage(step, noise, sheet.copy(step * width, noise * height, width, height));
}

void TrainPage::refreshCharts()
{
    const auto& all = m_series.all();
    const auto put = [&](LineChart* chart, const std::string& name, const QString& label, int color, bool smooth = true, bool right = false) {
        const auto it = all.find(name);
        if (it == all.end())
            return;
        SeriesStyle style;
        style.colorIndex = color;
        style.smoothable = smooth;
        style.rightAxis = right;
        chart->setSeries(QString::fromStdString(name), label, it->second, style);
    };
    QWidget* shown = m_tabs->currentWidget();
    if (shown == m_lossChart) {
        put(m_lossChart, "loss", tr("Loss"), 0);
        put(m_lossChart, "held_out_loss", tr("Held-out loss"), 1, false);
        put(m_lossChart, "teacher_distance", tr("Distance to the teacher"), 2, false);
        put(m_lossChart, "discriminator", tr("Discriminator"), 3);
    } else if (shown == m_levelChart) {
        int color = 0;
        for (const std::string& name : m_series.namesWith("loss/t"))
            put(m_levelChart, name, "t = " + QString::fromStdString(name.substr(6)), color++);
    } else if (shown == m_rateChart) {
        put(m_rateChart, "images_per_s", tr("Images per second"), 0, false);
    } else if (shown == m_gradientChart) {
        put(m_gradientChart, "grad_norm", tr("Gradient norm"), 0);
        put(m_gradientChart, "update_ratio", tr("Update to weight"), 1);
        put(m_gradientChart, "diversity", tr("Diversity"), 2);
    }
}

void TrainPage::refreshHint() { m_hint->setVisible(m_hasStudent); }

}  // namespace potstill
