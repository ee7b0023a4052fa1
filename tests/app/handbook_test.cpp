#include "app/window/handbook.h"

#include "engine/gallery/exportoptions.h"
#include "engine/jobs/jobs.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QtTest>

using namespace potstill;

class HandbookTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySettingIsExplained()
    {
        const QString reference = Handbook::settingsReference();
        for (const std::string& path : runSchema().paths()) {
            QVERIFY2(reference.contains(QStringLiteral("<code>%1</code>").arg(QString::fromStdString(path))), path.c_str());
            QVERIFY2(!runSchema().find(path)->help.empty(), path.c_str());
        }
        QVERIFY(reference.contains("arxiv.org"));
    }
    void everySettingOfAnExportIsExplained()
    {
        const QString reference = Handbook::exportReference();
        const OptionSchema schema = ExportOptions::table().schema();
        QVERIFY(schema.paths().size() > 10);
        for (const std::string& path : schema.paths()) {
            QVERIFY2(reference.contains(QStringLiteral("<code>%1</code>").arg(QString::fromStdString(path))), path.c_str());
            QVERIFY2(!schema.find(path)->help.empty(), path.c_str());
        }
    }
    void everyScreenHasAPage()
    {
        Handbook book;
        auto* text = book.findChild<QTextBrowser*>("handbook.text");
        for (const char* page : {"start", "configure", "train", "compare", "rate", "results", "gallery", "files", "imagine-flash", "settings", "exports"}) {
            book.showPage(page);
            QVERIFY2(text->toPlainText().size() > 200, page);
        }
    }
    void resultsNameTheirSources()
    {
        Handbook book;
        book.showPage("results");
        const QString html = book.findChild<QTextBrowser*>("handbook.text")->toHtml();
        for (const char* source : {"10.1080/01621459.1970.10481082", "1810.08240", "10.1111/rssa.12647"})
            QVERIFY2(html.contains(source), source);
    }
    void aSearchReadsAPageOnce()
    {
        Handbook book;
        auto* search = book.findChild<QLineEdit*>("handbook.search");
        search->setText("a");  // the page of settings is read now
        QElapsedTimer clock;
        clock.start();
        constexpr int kKeys = 200;
        for (int i = 0; i < kKeys; ++i)
            search->setText(i % 2 ? "qqq" : "qqqq");
        // Reading the page of settings takes some 20 ms, looking through the text of all pages well under one.
        QVERIFY2(clock.elapsed() < 5 * kKeys, qPrintable(QString::number(clock.elapsed())));
    }
    void searchLeavesWhatFits()
    {
        Handbook book;
        auto* contents = book.findChild<QListWidget*>("handbook.contents");
        QTest::keyClicks(book.findChild<QLineEdit*>("handbook.search"), "krippendorff");
        int visible = 0;
        for (int i = 0; i < contents->count(); ++i)
            visible += !contents->item(i)->isHidden();
        QCOMPARE(visible, 1);
        QVERIFY(book.findChild<QTextBrowser*>("handbook.text")->textCursor().hasSelection());
    }
};

QTEST_MAIN(HandbookTest)
#include "handbook_test.moc"
