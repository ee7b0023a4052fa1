#include "app/pages/exportpanel.h"

#include "app/pages/galleryprint.h"
#include "app/session/background.h"
#include "app/window/settings.h"
#include "engine/gallery/animationexport.h"
#include "widgets/icon.h"
#include "widgets/optionform.h"
#include "widgets/progressline.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace potstill {

/// An entry of the list of formats; the PDFs are drawn by the studio itself.
struct ExportPanel::Kind {
    ExportFormat format;
    bool isPdf;
    const char* id;
    const char* title;
};

namespace {

constexpr QSize kLeastPreview(120, 160);
/// More are not needed to show what it will look like.
constexpr std::size_t kPreviewItems = 240;

/// Messages of a pool thread, on the way to the panel.
class PanelObserver final : public RunObserver {
public:
    PanelObserver(QObject* context, std::function<void(double, QString)> show) : m_context(context), m_show(std::move(show)) {}
    void onProgress(const Progress& p) override
    {
        const double done = p.imagesTotal > 0 ? double(p.imagesSeen) / double(p.imagesTotal) : -1;
        const QString text = ExportPanel::tr("%1 of %2").arg(p.imagesSeen).arg(p.imagesTotal);
        QMetaObject::invokeMethod(
            qApp,
            [context = m_context, show = m_show, done, text] {
                if (context)
                    show(done, text);
            },
            Qt::QueuedConnection);
    }

private:
    QPointer<QObject> m_context;
    std::function<void(double, QString)> m_show;
};

QPushButton* button(const char* objectName, const QString& text, const QString& help, const char* iconName = nullptr)
{
    auto* b = new QPushButton(text);
    if (iconName)
        b->setIcon(icon(iconName));
    b->setObjectName(objectName);
    b->setToolTip(help);
    return b;
}

/// Without a frame, and as high as what it holds where there is room for that.
class FittingArea final : public QScrollArea {
public:
    FittingArea() { setFrameShape(QFrame::NoFrame); }
    QSize sizeHint() const override
    {
        const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(width()) : widget()->sizeHint().height();
        return {QScrollArea::sizeHint().width(), height};
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
            updateGeometry();
        return QScrollArea::event(event);
    }
};

}  // namespace

static const std::vector<ExportPanel::Kind>& kinds();

ExportPanel::ExportPanel(Source source, QWidget* parent) : QWidget(parent), m_source(std::move(source))
{
    setObjectName("gallery.exportPanel");
    askTarget = [this](const QString& suggestion, const QString& filter, bool isFolder) {
        return isFolder ? QFileDialog::getSaveFileName(this, tr("New folder for the export"), suggestion, QString(), nullptr, QFileDialog::ShowDirsOnly)
                        : QFileDialog::getSaveFileName(this, tr("Export as"), suggestion, filter);
    };
    openTarget = [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    m_kind = new QComboBox;
    m_kind->setObjectName("gallery.format");
    m_kind->setAccessibleName(tr("Format"));
    m_kind->setToolTip(tr("What is written"));
    for (const Kind& k : kinds())
        m_kind->addItem(tr(k.title), QString(k.id));
    m_scope = new QComboBox;
    m_scope->setObjectName("gallery.scope");
    m_scope->setAccessibleName(tr("Images"));
    m_scope->setToolTip(tr("Which images of the gallery are written"));
    m_scope->addItems({tr("All"), tr("Those shown"), tr("Those selected")});
    m_form = new OptionForm;
    m_form->setObjectName("gallery.options");
    auto* top = new QFormLayout;
    top->setHorizontalSpacing(12);
    for (const auto& [text, field] : {std::pair(tr("Format"), m_kind), std::pair(tr("Images"), m_scope)}) {
        auto* label = new QLabel(text);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setBuddy(field);
        top->addRow(label, field);
        connect(m_form, &OptionForm::labelWidthChanged, label, [label](int width) { label->setMinimumWidth(width); });
    }

    m_preview = new QLabel;
    m_preview->setObjectName("gallery.preview");
    m_preview->setAccessibleName(tr("Preview of the export"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setWordWrap(true);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);  // the picture follows the room, not the room the picture
    m_preview->setMinimumSize(kLeastPreview);
    m_preview->installEventFilter(this);
    auto* scroll = new FittingArea;
    scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget;
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 0, 0);
    innerLayout->addWidget(m_form);
    innerLayout->addStretch(1);
    scroll->setWidget(inner);
    m_zip = new QCheckBox(tr("Pack into a ZIP"));
    m_zip->setObjectName("gallery.zip");
    m_zip->setToolTip(tr("One file instead of a folder"));

    m_export = button("gallery.export", tr("Export…"), tr("Write the images in this format"));
    m_export->setProperty("primary", true);
    m_browser = button("gallery.browser", tr("Open in browser"), tr("Write the page to a temporary folder and open it"), "eye");
    m_cancel = button("gallery.cancel", tr("Cancel"), tr("Stop the export; nothing is left of it"));
    m_open = button("gallery.open", tr("Open"), tr("Open what was written"), "folder");
    m_progress = new ProgressLine;
    m_progress->setObjectName("gallery.progress");
    m_status = new QLabel;
    m_status->setObjectName("gallery.exportStatus");
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* b : {m_export, m_browser, m_cancel, m_open})
        buttons->addWidget(b);
    buttons->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Export"));
    title->setProperty("role", "title");
    layout->addWidget(title);
    layout->addLayout(top);
    layout->addWidget(m_preview, 1);
    layout->addWidget(scroll);
    layout->addWidget(m_zip);
    layout->addWidget(m_status);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);

    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &ExportPanel::showPreview);
    recall();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportPanel::showKind);
    connect(m_kind, &QComboBox::activated, this, [this] { Settings().setExportFormat(m_kind->currentData().toString()); });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportPanel::refresh);
    connect(m_form, &OptionForm::documentChanged, this, [this] {
        m_document = m_form->document();
        Settings().setExportOptions(QByteArray::fromStdString(m_document.dump()));
        refresh();
    });
    connect(m_export, &QPushButton::clicked, this, &ExportPanel::exportNow);
    connect(m_browser, &QPushButton::clicked, this, &ExportPanel::openInBrowser);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_control)
            m_control->requestStop(StopRequest::Abort);
    });
    connect(m_open, &QPushButton::clicked, this, [this] { openTarget(m_target); });
    connect(&Theme::instance(), &Theme::changed, this, &ExportPanel::refresh);
    setBusy(false);
    m_open->hide();
    showKind();
}

ExportPanel::~ExportPanel()
{
    if (m_control)
        m_control->requestStop(StopRequest::Abort);
}

static const std::vector<ExportPanel::Kind>& kinds()
{
    static const std::vector<ExportPanel::Kind> all = {
        {ExportFormat::Html, false, "html", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Web page (HTML)")},
        {ExportFormat::Folder, false, "folder", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Folder of PNGs with index")},
        {ExportFormat::Sheet, false, "sheet", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Contact sheet (PNG)")},
        {ExportFormat::Sheet, true, "sheetpdf", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Contact sheet (PDF)")},
        {ExportFormat::Figure, false, "figure", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Figure for a paper (SVG)")},
        {ExportFormat::Figure, true, "figurepdf", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Figure for a paper (PDF)")},
        {ExportFormat::Gif, false, "gif", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Animation (GIF)")},
        {ExportFormat::WebP, false, "webp", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Animation (WebP)")},
        {ExportFormat::Mp4, false, "mp4", QT_TRANSLATE_NOOP("potstill::ExportPanel", "Video (MP4)")},
    };
    return all;
}

/// What was exported last time, as far as this version knows it.
void ExportPanel::recall()
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(Settings().exportFormat())));
    const Json options = Json::parse(Settings().exportOptions().toStdString(), nullptr, false);
    if (options.is_object() && !hasErrors(checkAgainstSchema(options, ExportOptions::table().schema())))
        m_document = options;
}

const ExportPanel::Kind& ExportPanel::kind() const { return kinds()[std::size_t(m_kind->currentIndex())]; }

ExportPanel::Scope ExportPanel::scope() const { return Scope(m_scope->currentIndex()); }

ExportOptions ExportPanel::options() const { return ExportOptions::table().fromJson(m_document); }

void ExportPanel::showKind()
{
    QStringList shown;
    for (const std::string& field : exportFields(kind().format))
        shown.append(QString::fromStdString(field));
    m_form->setSchema(ExportOptions::table().schema(), {}, shown);
    m_form->setDocument(m_document);
    m_browser->setVisible(kind().format == ExportFormat::Html && !isExporting());
    m_zip->setVisible(!kind().isPdf);
    const bool lacksFfmpeg = kind().format == ExportFormat::Mp4 && findFfmpeg().empty();
    m_export->setEnabled(!lacksFfmpeg);
    say(lacksFfmpeg ? tr("MP4 is written by the program ffmpeg, which is not installed here. GIF and WebP need nothing.") : QString());
    refresh();
}

void ExportPanel::refresh() { m_delay.start(); }

bool ExportPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_preview && event->type() == QEvent::Resize)
        refresh();
    return QWidget::eventFilter(watched, event);
}

void ExportPanel::showPreview()
{
    Gallery gallery = m_source(scope());
    m_export->setEnabled(!gallery.items.empty() && !(kind().format == ExportFormat::Mp4 && findFfmpeg().empty()));
    m_browser->setEnabled(!gallery.items.empty());
    if (gallery.items.empty()) {
        m_preview->setText(scope() == Scope::Selected ? tr("No image is selected") : tr("No image"));
        return;
    }
    if (gallery.items.size() > kPreviewItems)
        gallery.items.resize(kPreviewItems);
    const int asked = ++m_previewAsked;
    const double ratio = devicePixelRatioF();
    const QSize size = m_preview->size() * ratio;
    Issues issues = checkAgainstSchema(m_document, ExportOptions::table().schema());
    if (hasErrors(issues))
        return;
    runInBackground<QImage>(
        this,
        [gallery = std::move(gallery), format = kind().format, options = options(), size, isDark = Theme::instance().isDark()] {
            return exportPreview(gallery, format, options, size, isDark);
        },
        [this, asked, ratio](QImage image) {
            if (asked != m_previewAsked)
                return;
            image.setDevicePixelRatio(ratio);
            m_preview->setPixmap(QPixmap::fromImage(image));
        },
        [this, asked](const QString& message) {
            if (asked == m_previewAsked)
                m_preview->setText(message);
        },
        Duration::Long);
}

void ExportPanel::exportNow()
{
    const Gallery gallery = m_source(scope());
    const bool isZip = m_zip->isChecked() && !kind().isPdf;
    const QString ending = isZip ? ".zip" : kind().isPdf ? ".pdf" : QString::fromStdString(exportFileEnding(kind().format));
    const QString name = QString::fromStdString(slugOf(gallery.title)) + ending;
    QString target = askTarget(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name), QString("*%1").arg(ending), ending.isEmpty());
    if (target.isEmpty())
        return;
    if (!ending.isEmpty() && !target.endsWith(ending, Qt::CaseInsensitive))
        target += ending;
    start(target, false);
}

void ExportPanel::openInBrowser()
{
    // A fresh folder each time: the browser may still show the last one.
    const QString base = QDir(QStandardPaths::writableLocation(QStandardPaths::TempLocation)).filePath(QString("potstill-page-%1").arg(QCoreApplication::applicationPid()));
    QString target = base;
    for (int n = 2; QFileInfo::exists(target); ++n)
        target = QString("%1-%2").arg(base).arg(n);
    start(target, true);
}

void ExportPanel::start(const QString& target, bool opensAfterwards)
{
    if (isExporting())
        return;
    m_target = target;
    m_control = std::make_shared<RunControl>();
    m_open->hide();
    setBusy(true);
    say(QString());
    auto observer = std::make_shared<PanelObserver>(this, [this](double done, const QString& text) {
        m_progress->setProgress(done);
        m_progress->setText(text);
    });
    runInBackground<ExportResult>(
        this,
        [gallery = m_source(scope()), kind = kind(), options = options(), target = target.toStdString(), control = m_control, observer] {
            if (kind.isPdf)
                return kind.format == ExportFormat::Sheet ? exportSheetPdf(gallery, options, target, *control, *observer)
                                                          : exportFigurePdf(gallery, options, target, *control, *observer);
            return exportGallery(gallery, kind.format, options, target, *control, *observer, exportHelpers());
        },
        [this, opensAfterwards](ExportResult result) { finish(result, opensAfterwards); },
        [this](const QString& message) {
            m_control.reset();
            setBusy(false);
            say(message, "danger");
        },
        Duration::Long);
}

void ExportPanel::finish(const ExportResult& result, bool opensAfterwards)
{
    m_control.reset();
    setBusy(false);
    if (!result.complete) {
        say(tr("Cancelled; nothing was left."));
        return;
    }
    m_target = QString::fromStdString(result.files.front().string());
    if (QFileInfo::exists(m_target + "/index.html"))
        m_target += "/index.html";
    QString text = tr("%n image(s) written to %1.", nullptr, int(result.written)).arg(QDir::toNativeSeparators(QString::fromStdString(result.files.front().string())));
    if (result.files.size() > 1)
        text = tr("%n page(s) were written, the first of them %1.", nullptr, int(result.files.size())).arg(QDir::toNativeSeparators(m_target));
    if (!result.missing.empty())
        text += ' ' + tr("%n image(s) are gone and were left out, the first of them: %1", nullptr, int(result.missing.size())).arg(QString::fromStdString(result.missing.front()));
    say(text, result.missing.empty() ? "secondary" : "warning");
    m_open->show();
    if (opensAfterwards)
        openTarget(m_target);
}

void ExportPanel::say(const QString& text, const char* role)
{
    m_status->setProperty("role", role);
    repolish(m_status);
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void ExportPanel::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setProgress(0);
    m_progress->setText(QString());
    m_cancel->setVisible(busy);
    m_export->setVisible(!busy);
    m_browser->setVisible(!busy && kind().format == ExportFormat::Html);
    m_kind->setEnabled(!busy);
}

}  // namespace potstill
