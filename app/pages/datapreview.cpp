#include "app/pages/datapreview.h"

#include "app/pages/rolelabel.h"
#include "app/pages/warningtexts.h"
#include "app/session/background.h"
#include "app/session/runmailbox.h"
#include "engine/core/runcontrol.h"
#include "widgets/elidedlabel.h"
#include "widgets/imagegrid.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

constexpr int kImages = 40, kColumns = 10, kSkippedHeight = 96;

/// What was passed over and what was done to the images; "" = nothing.
QString notesText(const DatasetPreview& preview)
{
    const Json& facts = preview.facts;
    const auto count = [&](const char* key) { return facts.value(key, 0); };
    QStringList lines;
    for (const RunWarning& note : preview.notes)
        lines.append(WarningTexts::sentence(note));
    if (const int n = count("turned_by_exif"))
        lines.append(DataPreview::tr("%n image(s) turned as their EXIF data say", nullptr, n));
    if (const int n = count("transparent"))
        lines.append(DataPreview::tr("%n transparent image(s) laid on %1", nullptr, n).arg(QString::fromStdString(facts.value("background", ""))));
    if (const int n = count("from_16_bit"))
        lines.append(DataPreview::tr("%n image(s) of 16 bit taken at 8", nullptr, n));
    if (const int n = count("from_grey"))
        lines.append(DataPreview::tr("%n grey image(s) taken as colour", nullptr, n));
    return lines.join("; ");
}

}  // namespace

DataPreview::DataPreview(QWidget* parent) : QWidget(parent)
{
    m_images = new ImageGrid;
    m_images->setObjectName("configure.images");
    m_images->setAccessibleName(tr("Images of the data set"));
    m_images->setMinimumHeight(180);
    m_facts = roleLabel("secondary", "configure.dataFacts");
    m_notes = new ElidedLabel;
    m_notes->setObjectName("configure.dataNotes");
    m_notes->setProperty("role", "caption");
    m_skippedTitle = roleLabel("danger", "configure.skippedTitle");
    m_skipped = new QListWidget;
    m_skipped->setObjectName("configure.skipped");
    m_skipped->setAccessibleName(tr("Files that cannot be read"));
    m_skipped->setToolTip(tr("The run goes on without them"));
    m_skipped->setMaximumHeight(kSkippedHeight);
    m_skipped->setTextElideMode(Qt::ElideMiddle);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel("title", "configure.dataTitle", tr("What it learns from")));
    layout->addWidget(m_images, 1);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes);
    layout->addWidget(m_skippedTitle);
    layout->addWidget(m_skipped);
    showNotes({});
    showSkipped({});
}

DataPreview::~DataPreview() { stop(); }

void DataPreview::stop()
{
    if (m_control)
        m_control->requestStop(StopRequest::Abort);
}

void DataPreview::show(const Json& data)
{
    const QString key = QString::fromStdString(data.dump());
    if (std::exchange(m_shown, key) == key)
        return;
    stop();
    m_control = std::make_shared<RunControl>();
    m_facts->setText(tr("Looking at the data…"));
    showNotes({});
    showSkipped({});
    runInBackground<DatasetPreview>(
        this,
        [data, control = m_control] {
            RunMailbox quiet;
            return previewDataset(data, kImages, 0, *control, quiet);
        },
        [this, key](const DatasetPreview& preview) {
            if (key == m_shown)
                take(preview);
        },
        [this, key](const QString& message) {
            if (key != m_shown)
                return;
            m_images->setShape(0, 0);
            m_facts->setText(message);
        },
        Duration::Long);
}

void DataPreview::take(const DatasetPreview& preview)
{
    const int count = int(preview.images.size());
    m_images->setShape((count + kColumns - 1) / kColumns, kColumns);
    for (int i = 0; i < count; ++i) {
        m_images->setImage(i / kColumns, i % kColumns, preview.images[std::size_t(i)]);
        m_images->setToolTip(i / kColumns, i % kColumns, QString::fromStdString(preview.labels[std::size_t(i)]));
    }
    QStringList classes;
    for (std::size_t c = 0; c < preview.classNames.size(); ++c)
        classes.append(QString::fromStdString(preview.classNames[c]) + (c < preview.classCounts.size() ? QString(" %1").arg(preview.classCounts[c]) : QString()));
    const QString size = preview.size < 0 ? tr("Endless, drawn by the program") : tr("%L1 images").arg(preview.size);
    m_facts->setText(classes.isEmpty() ? size : tr("%1. %n class(es): %2", nullptr, int(classes.size())).arg(size, classes.join(", ")));
    showNotes(notesText(preview));
    showSkipped(preview);
}

void DataPreview::showNotes(const QString& notes)
{
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
}

void DataPreview::showSkipped(const DatasetPreview& preview)
{
    m_skipped->clear();
    for (const RunWarning& warning : preview.skipped) {
        auto* item = new QListWidgetItem(WarningTexts::sentence(warning), m_skipped);
        item->setToolTip(item->text());
    }
    const int listed = m_skipped->count();
    m_skippedTitle->setText(preview.skippedCount > listed
                                ? tr("%n image(s) cannot be read and are skipped; the first %1 are listed.", nullptr, int(preview.skippedCount)).arg(listed)
                                : tr("%n image(s) cannot be read and are skipped:", nullptr, int(preview.skippedCount)));
    m_skippedTitle->setVisible(listed > 0);
    m_skipped->setVisible(listed > 0);
}

}  // namespace potstill
