#include "app/pages/samplepanel.h"

#include "app/pages/previewheading.h"
#include "app/session/background.h"
#include "widgets/icon.h"
#include "widgets/imagegrid.h"
#include "widgets/scrubber.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace potstill {

namespace {

ImageGrid* makeGrid(const char* objectName, const QString& name)
{
    auto* grid = new ImageGrid;
    grid->setObjectName(objectName);
    grid->setAccessibleName(name);
    grid->setFitRows(true);
    return grid;
}

QLabel* caption()
{
    auto* label = new QLabel;
    label->setProperty("role", "caption");
    return label;
}

}  // namespace

SamplePanel::SamplePanel(QWidget* parent) : QWidget(parent)
{
    const auto button = [](const char* objectName, const char* iconName, const QString& text, const QString& help) {
        auto* b = new QToolButton;
        b->setObjectName(objectName);
        if (iconName)
            b->setIcon(icon(iconName));
        b->setText(text);
        b->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        b->setToolTip(help);
        b->setAccessibleName(help);
        return b;
    };
    m_grid = makeGrid("train.grid", tr("Samples of fixed noise"));
    m_pinnedGrid = makeGrid("train.pinnedGrid", tr("Samples of the pinned moment"));
    m_title = caption();
    m_title->setObjectName("train.moment");
    m_pinnedTitle = caption();
    m_pinnedTitle->setObjectName("train.pinnedMoment");
    m_raw = button("train.raw", nullptr, tr("Raw weights"), tr("Show the raw weights instead of the averaged ones"));
    m_raw->setCheckable(true);
    m_networks = button("train.networks", nullptr, tr("Networks"), tr("Show student, teacher and discriminator at the same input instead of samples"));
    m_networks->setCheckable(true);
    m_pin = button("train.pin", "side-by-side", tr("Pin this moment"), tr("Keep this moment on the left and compare others with it"));
    m_unpin = button("train.unpin", "close", {}, tr("Put the pinned moment away"));
    m_scrubber = new Scrubber;
    m_scrubber->setObjectName("train.scrubber");

    m_pinnedSide = new QWidget;
    auto* pinnedTop = new QHBoxLayout;
    pinnedTop->addWidget(m_pinnedTitle, 1);
    pinnedTop->addWidget(m_unpin);
    auto* pinnedLayout = new QVBoxLayout(m_pinnedSide);
    pinnedLayout->setContentsMargins(0, 0, 0, 0);
    pinnedLayout->setSpacing(4);
    pinnedLayout->addLayout(pinnedTop);
    pinnedLayout->addWidget(m_pinnedGrid, 1);
    m_pinnedSide->hide();

    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_networks);
    top->addWidget(m_raw);
    top->addWidget(m_pin);
    auto* side = new QVBoxLayout;
    side->setSpacing(4);
    side->addLayout(top);
    side->addWidget(m_grid, 1);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(m_pinnedSide, 1);
    sides->addLayout(side, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(sides, 1);
    layout->addWidget(m_scrubber);

    connect(m_scrubber, &Scrubber::currentChanged, this, [this](int index) { request(index, false); });
    for (const auto& [one, other] : {std::pair(m_raw, m_networks), std::pair(m_networks, m_raw)})
        connect(one, &QToolButton::toggled, this, [this, other = other](bool on) {
            if (on)
                other->setChecked(false);
            requestBoth();
        });
    connect(m_pin, &QToolButton::clicked, this, &SamplePanel::pin);
    connect(m_unpin, &QToolButton::clicked, this, &SamplePanel::unpin);
    clear();
}

void SamplePanel::clear()
{
    m_previews.clear();
    m_isOfStudent = false;
    m_sheet = {};
    m_wanted.clear();
    m_grid->clear();
    m_scrubber->setEvents({});
    unpin();
    refreshTitles();
}

void SamplePanel::setPreviews(const QList<StoredPreview>& previews, qint64 totalImages)
{
    m_scrubber->setTotalImages(totalImages);
    if (previews == m_previews)
        return;
    m_previews = previews;
    QList<ScrubberEvent> events;
    for (const StoredPreview& p : m_previews)
        events.append({p.images, {}, false});
    m_scrubber->setEvents(events);
    requestBoth();
}

void SamplePanel::showMoment(qint64 images, Side side)
{
    m_scrubber->goToImages(images);
    const int index = m_scrubber->currentIndex();
    if (side == Side::Networks && index >= 0 && index < m_previews.size() && !m_previews[index].networksFile.isEmpty())
        m_networks->setChecked(true);
}

QString SamplePanel::fileOf(const StoredPreview& preview) const
{
    const QString other = m_networks->isChecked() ? preview.networksFile : m_raw->isChecked() ? preview.rawFile : QString();
    return other.isEmpty() ? preview.file : other;
}

int SamplePanel::pinnedIndex() const
{
    for (int i = 0; i < m_previews.size(); ++i)
        if (m_previews[i].images == m_pinned)
            return i;
    return -1;
}

void SamplePanel::requestBoth()
{
    request(m_scrubber->currentIndex(), false);
    if (m_pinned >= 0)
        request(pinnedIndex(), true);
}

void SamplePanel::request(int index, bool isPinned)
{
    refreshTitles();
    if (index < 0 || index >= m_previews.size())
        return;
    const StoredPreview& preview = m_previews[index];
    const QString file = fileOf(preview);
    QString& wanted = isPinned ? m_wantedPinned : m_wanted;
    if (wanted == file)
        return;
    wanted = file;
    runInBackground<Sheet>(
        this, [file] { return readSheet(file); },
        [this, isPinned](const Sheet& sheet) {
            if (sheet.file != (isPinned ? m_wantedPinned : m_wanted))
                return;  // the time line has moved on
            fill(isPinned ? m_pinnedGrid : m_grid, sheet);
        });
}

QString SamplePanel::headingText(const QString& english)
{
    using Kind = PreviewHeading::Kind;
    const auto [kind, value] = previewHeading(english);
    switch (kind) {
    case Kind::Steps: return tr("%n step(s)", nullptr, value.toInt());
    case Kind::Teacher: return tr("teacher, %n step(s)", nullptr, value.toInt());
    case Kind::TeacherCalls: return tr("teacher, %1 NFE").arg(value);
    case Kind::Input: return tr("input, t = %1").arg(value);
    case Kind::Student: return tr("student");
    case Kind::Judged: return tr("student, %1 % real").arg(value);
    case Kind::Answer: return tr("teacher's answer");
    case Kind::Calls:
    case Kind::Other: break;
    }
    return english;
}

SamplePanel::Sheet SamplePanel::readSheet(const QString& file)
{
    Sheet out;
    out.file = file;
    QFile description(file.chopped(4) + ".json");
    const QImage sheet(file);
    if (sheet.isNull() || !description.open(QIODevice::ReadOnly)) {
        out.problem = tr("%1 cannot be read").arg(QFileInfo(file).fileName());
        return out;
    }
    out.description = Json::parse(description.readAll().toStdString(), nullptr, false);
    const auto textsOf = [&](const char* list) {
        QStringList texts;
        for (const Json& text : out.description.is_object() ? out.description.value(list, Json::array()) : Json::array())
            texts.append(text.is_string() ? QString::fromStdString(text.get<std::string>()) : QString());
        return texts;
    };
    for (const QString& heading : textsOf("columns"))
        out.steps.append(headingText(heading));
    out.noises = textsOf("rows");
    if (out.steps.isEmpty() || out.noises.isEmpty()) {
        out.problem = tr("%1 has no description").arg(QFileInfo(file).fileName());
        return out;
    }
    const int width = sheet.width() / int(out.steps.size()), height = sheet.height() / int(out.noises.size());
    for (int step = 0; step < out.steps.size(); ++step)
        for (int noise = 0; noise < out.noises.size(); ++noise)
            out.cells.append(sheet.copy(step * width, noise * height, width, height));
    return out;
}

void SamplePanel::fill(ImageGrid* grid, const Sheet& sheet)
{
    if (!sheet.problem.isEmpty()) {
        grid->setShape(1, 1);
        grid->setText(0, 0, sheet.problem);
        return;
    }
    // Noises from left to right, steps from top to bottom: the window is wide, and a student has few steps.
    const int steps = int(sheet.steps.size()), noises = int(sheet.noises.size());
    grid->setShape(steps, noises);
    grid->setRowHeadings(sheet.steps);
    QList<GridColumn> headings;
    for (const QString& noise : sheet.noises)
        headings.append({noise, {}});
    grid->setColumns(headings);
    for (int step = 0; step < steps; ++step)
        for (int noise = 0; noise < noises; ++noise)
            grid->setQImage(step, noise, sheet.cells[step * noises + noise]);
    if (grid == m_pinnedGrid) {
        m_pinnedSheet = sheet.description;
        return;
    }
    m_sheet = sheet.description;
    m_isOfStudent = steps > 1;
    Q_EMIT shown();
}

void SamplePanel::pin()
{
    const int index = m_scrubber->currentIndex();
    if (index < 0 || index >= m_previews.size())
        return;
    m_pinned = m_previews[index].images;
    m_pinnedSide->show();
    m_wantedPinned.clear();
    request(index, true);
}

void SamplePanel::unpin()
{
    m_pinned = -1;
    m_wantedPinned.clear();
    m_pinnedSheet = {};
    m_pinnedSide->hide();
    m_pinnedGrid->clear();
}

void SamplePanel::refreshTitles()
{
    const int index = m_scrubber->currentIndex();
    const bool isThere = index >= 0 && index < m_previews.size();
    m_pin->setEnabled(isThere);
    m_raw->setEnabled(isThere && !m_previews[index].rawFile.isEmpty());
    m_networks->setVisible(isThere && !m_previews[index].networksFile.isEmpty());
    const QString file = isThere ? fileOf(m_previews[index]) : QString();
    const int pinned = m_pinned < 0 ? -1 : pinnedIndex();
    const QString pinnedFile = pinned >= 0 ? fileOf(m_previews[pinned]) : QString();
    m_title->setText(!isThere                                 ? QString()
                     : file == m_previews[index].networksFile ? tr("%L1 images: the networks at the same inputs, on the student's own path").arg(m_previews[index].images)
                     : file == m_previews[index].rawFile      ? tr("%L1 images, raw weights").arg(m_previews[index].images)
                                                              : tr("%L1 images, averaged weights").arg(m_previews[index].images));
    m_pinnedTitle->setText(m_pinned < 0                                    ? QString()
                           : pinned < 0                                    ? tr("Pinned: %L1 images").arg(m_pinned)
                           : pinnedFile == m_previews[pinned].networksFile ? tr("Pinned: %L1 images, the networks at the same inputs").arg(m_pinned)
                           : pinnedFile == m_previews[pinned].rawFile      ? tr("Pinned: %L1 images, raw weights").arg(m_pinned)
                                                                           : tr("Pinned: %L1 images, averaged weights").arg(m_pinned));
}

}  // namespace potstill
