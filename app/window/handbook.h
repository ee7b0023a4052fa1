#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace potstill {

/// The handbook (F1): one page a screen from resources/handbook, then a reference of every setting, made from the option tables. Not modal.
class Handbook final : public QDialog {
    Q_OBJECT
public:
    explicit Handbook(QWidget* parent = nullptr);
    /// Shows the page whose file name ends with `name` ("train", "compare" ...).
    void showPage(const QString& name);
    /// Every setting with its path, range, default and help, as HTML.
    static QString settingsReference();
    /// The same for what leaves the Gallery.
    static QString exportReference();

private:
    struct Page {
        QString name, title, html;
        QString plain;  ///< what the search looks at; made from html at the first search where it is not known before
    };
    void addPage(Page page);
    const QString& plainText(int page);
    void filter(const QString& words);

    QList<Page> m_list;
    QListWidget* m_contents;
    QLineEdit* m_search;
    QTextBrowser* m_text;
};

}  // namespace potstill
