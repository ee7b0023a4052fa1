#pragma once

#include "engine/gallery/exportgallery.h"

#include <QImage>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace potstill {

class OptionForm;
class ProgressLine;

/// The right side of the Gallery page: what leaves the house, how, and a preview of it. Exports run on a pool thread with progress and cancel.
class ExportPanel final : public QWidget {
    Q_OBJECT
public:
    /// What "Images" offers: all, those that the filter shows, those that are selected.
    enum class Scope { All, Shown, Selected };
    using Source = std::function<Gallery(Scope)>;

    explicit ExportPanel(Source source, QWidget* parent = nullptr);
    ~ExportPanel() override;

    /// The images or their captions are others now: a new preview, soon.
    void refresh();
    bool isExporting() const { return m_control != nullptr; }
    /// Asks for the file or folder to write; "" = none. Tests put their own answer here.
    std::function<QString(const QString& suggestion, const QString& filter, bool isFolder)> askTarget;
    /// Opens a file or folder with the program that the desktop has for it; tests watch it.
    std::function<void(const QString& path)> openTarget;

    struct Kind;

protected:
    /// The preview has another size: it is drawn anew.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Kind& kind() const;
    ExportOptions options() const;
    Scope scope() const;
    void recall();
    void showKind();
    void showPreview();
    void exportNow();
    void openInBrowser();
    void start(const QString& target, bool opensAfterwards);
    void finish(const ExportResult& result, bool opensAfterwards);
    void say(const QString& text, const char* role = "secondary");
    void setBusy(bool busy);

    Source m_source;
    Json m_document = Json::object();
    std::shared_ptr<RunControl> m_control;
    QTimer m_delay;
    QString m_target;
    int m_previewAsked = 0;

    QComboBox *m_kind, *m_scope;
    OptionForm* m_form;
    QCheckBox* m_zip;
    QLabel *m_preview, *m_status;
    QPushButton *m_export, *m_browser, *m_cancel, *m_open;
    ProgressLine* m_progress;
};

}  // namespace potstill
