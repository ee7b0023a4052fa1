#include "app/window/handbook.h"

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
    void everyScreenHasAPage()
    {
        Handbook book;
        auto* text = book.findChild<QTextBrowser*>("handbook.text");
        for (const char* page : {"start", "configure", "train", "compare", "rate", "results", "gallery", "files", "imagine-flash", "settings"}) {
            book.showPage(page);
            QVERIFY2(text->toPlainText().size() > 200, page);
        }
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
