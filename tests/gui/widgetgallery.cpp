// Every widget with made-up data, to be looked at. widgetgallery [--dark] [--size WxH] [--tab N] [--shot FILE.png]
#include "widgets/emptystate.h"
#include "widgets/icon.h"
#include "widgets/imagecompare.h"
#include "widgets/imagegrid.h"
#include "widgets/issuelist.h"
#include "widgets/linechart.h"
#include "widgets/meterlabel.h"
#include "widgets/optionform.h"
#include "widgets/progressline.h"
#include "widgets/rail.h"
#include "widgets/scrubber.h"
#include "widgets/sectioncard.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoStack>

#include <cmath>

using namespace potstill;

namespace {

enum class Renoise { Own, Teacher };

struct FlashOptions {
    std::int64_t steps = 3;
    bool shifted = true;
    double gammaMin = 0.25, gammaMax = 0.85, rate = 3e-5;
    Renoise renoise = Renoise::Own;
    static const FieldTable<FlashOptions>& table()
    {
        static const FieldTable<FlashOptions> fields = [] {
            FieldTable<FlashOptions> t("Imagine Flash", "Backward distillation with shifted reconstruction.");
            t.integer("steps", &FlashOptions::steps).label("Student steps").symbol("N").range(1, 8).help("How many evaluations the student takes.");
            t.flag("shifted", &FlashOptions::shifted).label("Shifted reconstruction").link("https://arxiv.org/abs/2405.05224");
            t.number("gamma_min", &FlashOptions::gammaMin).label("Shift at t = 0").symbol("γ min").range(0, 1).usedWhen("flash.shifted", {true});
            t.number("gamma_max", &FlashOptions::gammaMax).label("Shift at t = 1").symbol("γ max").range(0, 1).usedWhen("flash.shifted", {true});
            t.choice("renoise", &FlashOptions::renoise, {{Renoise::Own, "own", "Own noise"}, {Renoise::Teacher, "teacher", "Teacher's noise"}}).label("Noise for the shift");
            t.number("rate", &FlashOptions::rate).label("Learning rate").above(0).advanced();
            return t;
        }();
        return fields;
    }
};

struct DemoOptions {
    std::string source = "bundled:sprites", name = "student 2";
    std::int64_t images = 2'000'000;
    std::vector<double> grid = {1.0, 0.667, 0.333};
    FlashOptions flash;
    static const FieldTable<DemoOptions>& table()
    {
        static const FieldTable<DemoOptions> fields = [] {
            FieldTable<DemoOptions> t("Run", "");
            t.text("name", &DemoOptions::name).label("Name");
            t.path("source", &DemoOptions::source).label("Data").help("Folder, ZIP, packed file or a bundled set.");
            t.integer("images", &DemoOptions::images).label("Training length").unit("images").atLeast(1);
            t.list("grid", &DemoOptions::grid).label("Time grid").symbol("τ").range(0, 1).advanced();
            t.section("flash", &DemoOptions::flash);
            return t;
        }();
        return fields;
    }
};

// A shape on a ground, with noise that shrinks with the steps.
Image sprite(int seed, double noise)
{
    constexpr int size = 32;
    Image image(size, size, 3);
    std::uint32_t state = std::uint32_t(seed) * 2654435761u + 17u;
    const auto random = [&] {
        state = state * 1664525u + 1013904223u;
        return double(state >> 8) / double(1 << 24);
    };
    const QColor shape = QColor::fromHsvF(float(random()), 0.75f, 0.95f);
    const QColor ground = QColor::fromHsvF(float(random()), 0.35f, 0.3f);
    const double cx = 10 + 12 * random();
    const double cy = 10 + 12 * random();
    const double radius = 6 + 5 * random();
    const int kind = int(random() * 3);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double dx = x - cx;
            const double dy = y - cy;
            const double distance = kind == 0 ? std::hypot(dx, dy) : kind == 1 ? std::max(std::abs(dx), std::abs(dy)) : std::abs(dx) + std::abs(dy);
            const QColor& color = distance < radius ? shape : ground;
            const int channels[3] = {color.red(), color.green(), color.blue()};
            for (int c = 0; c < 3; ++c)
                image.row(y)[3 * x + c] = std::uint8_t(std::clamp(channels[c] + (random() - 0.5) * 255 * noise, 0.0, 255.0));
        }
    return image;
}

std::vector<SeriesPoint> loss(int seed, int count, double floor)
{
    std::vector<SeriesPoint> out;
    std::uint32_t state = std::uint32_t(seed);
    for (int i = 0; i < count; ++i) {
        state = state * 1664525u + 1013904223u;
        const double noise = double(state >> 8) / double(1 << 24) - 0.5;
        out.push_back({i * 1.2e6 / count, (floor + 0.9 * std::exp(-5.0 * i / count)) * (1 + 0.5 * noise)});
    }
    return out;
}

QWidget* configurePage(QUndoStack& undo)
{
    auto* splitter = new QSplitter;
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto* column = new QWidget;
    auto* cards = new QVBoxLayout(column);
    cards->setContentsMargins(24, 24, 24, 24);
    cards->setSpacing(8);
    auto* data = new SectionCard(QStringLiteral("Data"));
    data->setIconName(QStringLiteral("dataset"));
    data->setSummary(QStringLiteral("sprites, 32 × 32, 9 classes, 60 000 images"));
    auto* teacher = new SectionCard(QStringLiteral("Teacher"));
    teacher->setIconName(QStringLiteral("teacher"));
    teacher->setSummary(QStringLiteral("sprites-v, v prediction, 4.1 M parameters"));
    auto* method = new SectionCard(QStringLiteral("Method"));
    method->setIconName(QStringLiteral("configure"));
    method->setSummary(QStringLiteral("Imagine Flash, 3 steps"));
    auto* form = new OptionForm;
    form->setUndoStack(&undo);
    form->setSchema(DemoOptions::table().schema());
    form->setDocument({{"images", 0}, {"flash", {{"gamma_min", 0.9}}}});
    form->setIssues({{Issue::Severity::Warning, "flash.gamma_min", "0.9 is above the shift at t = 1 (0.85); a shift that falls with t is unusual."}});
    method->setContent(form);
    method->setUnfolded(true);
    method->setIssueCount(form->errorCount(), form->warningCount());
    for (SectionCard* card : {data, teacher, method})
        cards->addWidget(card);
    auto* issues = new IssueList;
    const OptionSchema schema = DemoOptions::table().schema();
    issues->setIssues({{Issue::Severity::Error, "images", "0 is too few; at least 1"}, {Issue::Severity::Warning, "flash.gamma_min", "0.9 is above the shift at t = 1"}}, &schema);
    QObject::connect(issues, &IssueList::issueActivated, form, &OptionForm::focusField);
    cards->addWidget(issues);
    auto* buttons = new QHBoxLayout;
    auto* start = new QPushButton(icon(QStringLiteral("run"), IconTone::OnAccent), QStringLiteral("Start training"));
    start->setProperty("primary", true);
    auto* queue = new QPushButton(icon(QStringLiteral("queue")), QStringLiteral("Add to queue"));
    auto* discard = new QPushButton(QStringLiteral("Discard"));
    discard->setProperty("flat", true);
    buttons->addStretch(1);
    buttons->addWidget(discard);
    buttons->addWidget(queue);
    buttons->addWidget(start);
    cards->addSpacing(8);
    cards->addLayout(buttons);
    cards->addStretch(1);
    area->setWidget(column);
    splitter->addWidget(area);

    auto* right = new QWidget;
    right->setProperty("ground", "panel");
    auto* plots = new QVBoxLayout(right);
    plots->setContentsMargins(24, 24, 24, 24);
    plots->setSpacing(16);
    auto* gamma = new LineChart;
    gamma->setCompact(true);
    gamma->setTitle(QStringLiteral("Shift"));
    gamma->setXAxis({QStringLiteral("t"), {}});
    gamma->setYAxis({QStringLiteral("γ(t)"), {}});
    std::vector<SeriesPoint> curve;
    std::vector<SeriesPoint> alpha;
    for (int i = 0; i <= 100; ++i) {
        curve.push_back({i / 100.0, 0.25 + 0.6 * i / 100.0});
        alpha.push_back({i / 100.0, std::cos(i / 100.0 * 1.5)});
    }
    gamma->setSeries(QStringLiteral("gamma"), QStringLiteral("γ"), curve);
    gamma->setXRange(0, 1);
    gamma->setYRange(0, 1);
    auto* schedule = new LineChart;
    schedule->setCompact(true);
    schedule->setTitle(QStringLiteral("Noise schedule and the student's grid"));
    schedule->setXAxis({QStringLiteral("t"), {}});
    schedule->setYAxis({QStringLiteral("α(t)"), {}});
    schedule->setSeries(QStringLiteral("alpha"), QStringLiteral("α"), alpha, {.colorIndex = 2});
    schedule->setMarkers({{1.0, QStringLiteral("1"), 1}, {0.667, QStringLiteral("2"), 1}, {0.333, QStringLiteral("3"), 1}});
    auto* meters = new QHBoxLayout;
    meters->setSpacing(24);
    const QList<std::tuple<QString, QString, QString>> facts = {{QStringLiteral("Memory"), QStringLiteral("GB"), QStringLiteral("1.2")},
                                                                {QStringLiteral("Disk"), QStringLiteral("MB"), QStringLiteral("310")},
                                                                {QStringLiteral("Time"), QString(), QStringLiteral("1:48")}};
    for (const auto& [caption, unit, value] : facts) {
        auto* meter = new MeterLabel(caption, unit);
        meter->setText(value);
        meters->addWidget(meter);
    }
    meters->addStretch(1);
    auto* samples = new ImageGrid;
    samples->setShape(3, 8);
    for (int row = 0; row < 3; ++row)
        for (int c = 0; c < 8; ++c)
            samples->setImage(row, c, sprite(row * 8 + c, 0.02));
    plots->addWidget(samples, 3);
    plots->addWidget(schedule, 2);
    plots->addWidget(gamma, 2);
    plots->addLayout(meters);
    splitter->addWidget(right);
    splitter->setSizes({560, 560});
    return splitter;
}

QWidget* trainPage()
{
    auto* page = new QWidget;
    page->setProperty("ground", "panel");
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    auto* grid = new ImageGrid;
    grid->setShape(4, 12);
    grid->setFitRows(true);
    for (int row = 0; row < 4; ++row)
        for (int c = 0; c < 12; ++c)
            if (row * 12 + c < 44)
                grid->setImage(row, c, sprite(row * 12 + c, 0.06));
            else if (row * 12 + c < 46)
                grid->setPending(row, c);
    auto* scrubber = new Scrubber;
    QList<ScrubberEvent> events;
    for (int i = 0; i < 60; ++i)
        events.append({i * 20000, i % 10 == 0 ? QStringLiteral("checkpoint") : QString(), i % 10 == 0});
    scrubber->setEvents(events);
    scrubber->setTotalImages(2'000'000);
    scrubber->setCurrentIndex(41);
    auto* tabs = new QTabWidget;
    auto* chart = new LineChart;
    chart->setXAxis({QStringLiteral("Seen"), QStringLiteral("images")});
    chart->setYAxis({QStringLiteral("Distillation loss"), {}});
    chart->setLogY(true);
    chart->setSmoothing(0.98);
    chart->setSeries(QStringLiteral("one"), QStringLiteral("student 1"), loss(1, 20000, 0.12), {.colorIndex = 0});
    chart->setSeries(QStringLiteral("two"), QStringLiteral("student 2, no shift"), loss(2, 20000, 0.2), {.colorIndex = 1});
    chart->setSeries(QStringLiteral("three"), QStringLiteral("consistency"), loss(3, 12000, 0.28), {.colorIndex = 2});
    chart->setMarkers({{600000, QStringLiteral("checkpoint"), -1}});
    tabs->addTab(chart, QStringLiteral("Loss"));
    tabs->addTab(new EmptyState(QStringLiteral("diagnose"), QStringLiteral("Nothing to diagnose"), QStringLiteral("Networks, rates and gradients are measured every 1,000 steps.")),
                 QStringLiteral("Diagnose"));
    layout->addWidget(grid, 5);
    layout->addWidget(scrubber);
    layout->addWidget(tabs, 4);
    return page;
}

QWidget* comparePage()
{
    auto* page = new QWidget;
    page->setProperty("ground", "panel");
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    auto* controls = new QHBoxLayout;
    auto* seed = new QLineEdit(QStringLiteral("1000"));
    seed->setFixedWidth(96);
    auto* kinds = new QComboBox;
    kinds->addItems({QStringLiteral("All classes"), QStringLiteral("Circles"), QStringLiteral("Squares")});
    controls->addWidget(new QLabel(QStringLiteral("Seed")));
    controls->addWidget(seed);
    controls->addSpacing(8);
    controls->addWidget(new QLabel(QStringLiteral("Class")));
    controls->addWidget(kinds);
    controls->addStretch(1);
    auto* zoomOut = new QToolButton;
    zoomOut->setIcon(icon(QStringLiteral("zoom-out")));
    auto* zoomIn = new QToolButton;
    zoomIn->setIcon(icon(QStringLiteral("zoom-in")));
    controls->addWidget(zoomOut);
    controls->addWidget(zoomIn);
    layout->addLayout(controls);
    auto* grid = new ImageGrid;
    grid->setSelectionLimit(2);
    grid->setShape(24, 5);
    grid->setColumns({{QStringLiteral("1 step"), QStringLiteral("1 NFE · 14 ms")},
                      {QStringLiteral("2 steps"), QStringLiteral("2 NFE · 27 ms")},
                      {QStringLiteral("3 steps"), QStringLiteral("3 NFE · 41 ms")},
                      {QStringLiteral("teacher"), QStringLiteral("3 NFE · 44 ms")},
                      {QStringLiteral("teacher"), QStringLiteral("50 NFE · 702 ms")}});
    QStringList rows;
    for (int row = 0; row < 24; ++row) {
        rows << QStringLiteral("noise %1").arg(row);
        for (int c = 0; c < 5; ++c)
            grid->setImage(row, c, sprite(row + 100, c == 4 ? 0.0 : c == 3 ? 0.5 : 0.4 / (c + 1) / (c + 1)));
    }
    grid->setRowHeadings(rows);
    grid->setZoom(3);
    grid->setMarked(1, 2, true);
    grid->setSelectedCells({{2, 0}, {4, 0}});
    QObject::connect(zoomIn, &QToolButton::clicked, grid, &ImageGrid::zoomIn);
    QObject::connect(zoomOut, &QToolButton::clicked, grid, &ImageGrid::zoomOut);
    auto* compare = new ImageCompare;
    compare->setCloseButtonShown(true);
    compare->setImages(sprite(100, 0.1), QStringLiteral("3 steps"), sprite(100, 0), QStringLiteral("teacher, 50 NFE"));
    compare->setMode(ImageCompare::Mode::Wipe);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(grid);
    splitter->addWidget(compare);
    splitter->setSizes({480, 320});
    layout->addWidget(splitter, 1);
    return page;
}

QWidget* controlsPage()
{
    auto* page = new QWidget;
    auto* layout = new QGridLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(16);
    auto* icons = new QWidget;
    auto* iconGrid = new QGridLayout(icons);
    iconGrid->setSpacing(12);
    int n = 0;
    for (const QString& name : iconNames()) {
        auto* label = new QLabel;
        label->setPixmap(icon(name).pixmap(QSize(24, 24), qApp->devicePixelRatio()));
        label->setToolTip(name);
        iconGrid->addWidget(label, n / 18, n % 18);
        ++n;
    }
    layout->addWidget(icons, 0, 0, 1, 3);
    auto* left = new QVBoxLayout;
    for (const char* role : {"title", "", "secondary", "caption", "success", "warning", "danger"}) {
        auto* label = new QLabel(QStringLiteral("The quick brown fox %1").arg(QString::fromLatin1(role)));
        label->setProperty("role", QString::fromLatin1(role));
        left->addWidget(label);
    }
    auto* check = new QCheckBox(QStringLiteral("Checked"));
    check->setChecked(true);
    auto* partial = new QCheckBox(QStringLiteral("Partly"));
    partial->setTristate(true);
    partial->setCheckState(Qt::PartiallyChecked);
    auto* off = new QCheckBox(QStringLiteral("Disabled"));
    off->setEnabled(false);
    auto* radio = new QRadioButton(QStringLiteral("One"));
    radio->setChecked(true);
    for (QWidget* widget : QList<QWidget*>{check, new QCheckBox(QStringLiteral("Off")), partial, off, radio, new QRadioButton(QStringLiteral("Two"))})
        left->addWidget(widget);
    left->addStretch(1);
    layout->addLayout(left, 1, 0);
    auto* middle = new QVBoxLayout;
    auto* primary = new QPushButton(QStringLiteral("Primary"));
    primary->setProperty("primary", true);
    auto* danger = new QPushButton(QStringLiteral("Delete for good"));
    danger->setProperty("danger", true);
    auto* disabled = new QPushButton(QStringLiteral("Disabled"));
    disabled->setEnabled(false);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(QStringLiteral("Search runs"));
    edit->addAction(icon(QStringLiteral("search"), IconTone::Secondary), QLineEdit::LeadingPosition);
    auto* line = new ProgressLine;
    line->setProgress(0.62);
    line->setText(QStringLiteral("62 %  1:20 left"));
    auto* paused = new ProgressLine;
    paused->setState(ProgressLine::State::Paused);
    paused->setProgress(0.3);
    paused->setText(QStringLiteral("Paused"));
    for (QWidget* widget : QList<QWidget*>{primary, new QPushButton(QStringLiteral("Normal")), danger, disabled, slider, edit, line, paused})
        middle->addWidget(widget);
    middle->addStretch(1);
    layout->addLayout(middle, 1, 1);
    auto* table = new QTableWidget(6, 3);
    table->setHorizontalHeaderLabels({QStringLiteral("Run"), QStringLiteral("Loss"), QStringLiteral("Images")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int row = 0; row < 6; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(icon(QStringLiteral("student")), QStringLiteral("student %1").arg(row + 1)));
        table->setItem(row, 1, new QTableWidgetItem(QStringLiteral("0.%1").arg(120 + row * 17)));
        table->setItem(row, 2, new QTableWidgetItem(siText(200000.0 * (row + 1))));
    }
    table->selectRow(2);
    layout->addWidget(table, 1, 2);
    auto* empty = new EmptyState(QStringLiteral("gallery"), QStringLiteral("Nothing kept yet"),
                                 QStringLiteral("Press G on any image, row or ladder to keep it here.\nKept images remember how they were made."), QStringLiteral("Open Compare"));
    empty->setSecondAction(QStringLiteral("Learn more"));
    layout->addWidget(empty, 2, 0, 1, 3);
    layout->setColumnStretch(2, 1);
    return page;
}

void addDocks(QMainWindow& window)
{
    auto* dock = new QDockWidget(QStringLiteral("Runs"));
    auto* tree = new QTreeWidget;
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    auto* sprites = new QTreeWidgetItem(tree, {QStringLiteral("sprites")});
    sprites->setIcon(0, icon(QStringLiteral("dataset"), IconTone::Secondary));
    auto* teacher = new QTreeWidgetItem(sprites, {QStringLiteral("teacher  ·  done")});
    teacher->setIcon(0, icon(QStringLiteral("done"), IconTone::Success));
    auto* student = new QTreeWidgetItem(teacher, {QStringLiteral("student 1  ·  running")});
    student->setIcon(0, icon(QStringLiteral("run"), IconTone::Accent));
    auto* failed = new QTreeWidgetItem(teacher, {QStringLiteral("student 2  ·  failed")});
    failed->setIcon(0, icon(QStringLiteral("error"), IconTone::Danger));
    tree->expandAll();
    tree->setCurrentItem(student);
    dock->setWidget(tree);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    window.resizeDocks({dock}, {220}, Qt::Horizontal);
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto valueOf = [&](const QString& key) {
        const qsizetype at = arguments.indexOf(key);
        return at < 0 ? QString() : arguments.value(at + 1);
    };
    applyTheme(app, arguments.contains(QStringLiteral("--dark")) ? ThemeChoice::Dark : ThemeChoice::Light);
    QUndoStack undo;
    QMainWindow window;
    auto* central = new QWidget;
    auto* layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* rail = new Rail;
    auto* stack = new QStackedWidget;
    rail->addPage(QStringLiteral("configure"), QStringLiteral("Configure"));
    rail->addPage(QStringLiteral("train"), QStringLiteral("Train"));
    rail->addPage(QStringLiteral("compare"), QStringLiteral("Compare"));
    rail->addPage(QStringLiteral("results"), QStringLiteral("Results"));
    rail->setBadge(1, QStringLiteral("2"));
    QAbstractButton* night = rail->addFootButton(QStringLiteral("moon"), QStringLiteral("Theme"));
    QObject::connect(night, &QAbstractButton::clicked, &app, [&app] { applyTheme(app, Theme::instance().isDark() ? ThemeChoice::Light : ThemeChoice::Dark); });
    stack->addWidget(configurePage(undo));
    stack->addWidget(trainPage());
    stack->addWidget(comparePage());
    stack->addWidget(controlsPage());
    layout->addWidget(rail);
    layout->addWidget(stack, 1);
    window.setCentralWidget(central);
    QObject::connect(rail, &Rail::currentChanged, stack, &QStackedWidget::setCurrentIndex);

    QMenu* edit = window.menuBar()->addMenu(QStringLiteral("&Edit"));
    QAction* undoAction = undo.createUndoAction(&window);
    undoAction->setShortcut(QKeySequence::Undo);
    undoAction->setIcon(icon(QStringLiteral("undo")));
    edit->addAction(undoAction);
    edit->addSeparator();
    QAction* checkable = edit->addAction(QStringLiteral("Follow the newest"));
    checkable->setCheckable(true);
    checkable->setChecked(true);
    edit->addMenu(QStringLiteral("Recent"))->addAction(QStringLiteral("demo"));
    auto* bar = window.addToolBar(QStringLiteral("Run"));
    bar->setMovable(false);
    bar->addAction(icon(QStringLiteral("still"), IconTone::Accent), QStringLiteral("demo"));
    bar->addWidget(new QLabel(QStringLiteral("  Distil shapes · imagine-flash   ")));
    auto* progress = new ProgressLine;
    progress->setProgress(0.62);
    progress->setText(QStringLiteral("62 %   1:20 left"));
    bar->addWidget(progress);
    for (const char* name : {"pause", "stop", "save", "sample"})
        bar->addAction(icon(QString::fromLatin1(name)), QString::fromLatin1(name));
    addDocks(window);
    window.statusBar()->showMessage(QStringLiteral("cpu · 2 threads   1.2 of 24 GB   312 images/s   saved 12 s ago"));

    const QStringList size = valueOf(QStringLiteral("--size")).split(QLatin1Char('x'));
    window.resize(size.size() == 2 ? QSize(size[0].toInt(), size[1].toInt()) : QSize(1440, 900));
    rail->setCurrentIndex(valueOf(QStringLiteral("--tab")).toInt());
    window.show();
    if (const QString file = valueOf(QStringLiteral("--shot")); !file.isEmpty())
        QTimer::singleShot(700, &window, [&window, file] {
            window.grab().save(file);
            QApplication::quit();
        });
    return app.exec();
}
