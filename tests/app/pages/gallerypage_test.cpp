#include "app/pages/galleryfilter.h"
#include "app/pages/galleryitems.h"
#include "app/pages/gallerypage.h"
#include "app/pages/galleryprint.h"
#include "app/session/background.h"
#include "app/window/mainwindow.h"
#include "app/window/runsdock.h"
#include "engine/io/atomicfile.h"
#include "engine/io/runfolder.h"
#include "engine/io/runtrash.h"
#include "tests/gallery/samples.h"
#include "widgets/imagegrid.h"
#include "widgets/optionform.h"
#include "tests/app/support.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

/// A shown page on a project of its own.
struct Studio {
    GalleryPage page;
    ImageGrid* grid;
    QString project;

    explicit Studio(const QString& folder) : project(folder)
    {
        grid = child<ImageGrid>(page, "gallery.grid");
        page.resize(1200, 800);
        page.setProject(folder);
        page.show();
    }
    const std::vector<GalleryItemPtr>& items() { return page.document().gallery().items; }
    QString seeds()
    {
        QStringList out;
        for (const GalleryItemPtr& item : items())
            out.append(QString::number(item->recipe["seed"].get<int>()));
        return out.join(' ');
    }
    void click(int item) { QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, centre(item)); }
    QPoint centre(int item) { return grid->cellRect(item / grid->columnCount(), item % grid->columnCount()).center().toPoint(); }
    void type(const char* field, const QString& text)
    {
        auto* edit = child<QLineEdit>(page, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    Gallery onDisk() { return loadGallery(galleriesOf(project.toStdString()).at(0)); }
};

std::vector<GalleryItem> numbered(int count)
{
    std::vector<GalleryItem> items;
    for (int i = 0; i < count; ++i)
        items.push_back(sampleItem(i));
    return items;
}

}  // namespace

class GalleryPageTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_file = 0;
    QString fresh() const
    {
        static int count = 0;
        return m_dir.filePath(QString("project%1").arg(++count));
    }

private Q_SLOTS:
    void init() { qputenv("POTSTILL_SETTINGS", m_dir.filePath(QString("%1.ini").arg(++m_file)).toUtf8()); }
    void cleanup() { finishBackgroundWork(); }

    void theLastGalleryAndItsExportAreFoundAgain()
    {
        const QString project = fresh();
        for (const char* title : {"A first one", "B another"})
            createGallery(project.toStdString(), title);
        {
            Studio s(project);
            auto* galleries = child<QComboBox>(s.page, "gallery.galleries");
            QTRY_COMPARE(s.page.document().title(), QString("A first one"));
            galleries->setCurrentIndex(1);
            Q_EMIT galleries->activated(1);
            QTRY_COMPARE(s.page.document().title(), QString("B another"));
            auto* format = child<QComboBox>(s.page, "gallery.format");
            format->setCurrentIndex(format->findData("figure"));
            Q_EMIT format->activated(format->currentIndex());
            auto* options = child<OptionForm>(s.page, "gallery.options");
            options->setValue("width_mm", 85.0);
            options->setValue("column_headings", Json::array({"1 step"}));
            options->setValue("row_headings", Json::array({"noise 7", "noise 8"}));
        }
        Studio s(project);
        QTRY_COMPARE(s.page.document().title(), QString("B another"));
        QCOMPARE(child<QComboBox>(s.page, "gallery.format")->currentData().toString(), QString("figure"));
        const auto* options = child<OptionForm>(s.page, "gallery.options");
        QCOMPARE(options->value("width_mm").get<double>(), 85.0);
        QVERIFY(options->value("column_headings") == Json::array({"1 step"}));
        QVERIFY(options->value("row_headings") == Json::array({"noise 7", "noise 8"}));
    }

    void imagesWaitForAGalleryThatCouldNotBeMade()
    {
        const QString project = fresh();
        QVERIFY(QDir().mkpath(project));
        QFile inTheWay(project + "/galleries");
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Studio s(project);
        s.page.add(numbered(1));
        auto* status = child<QLabel>(s.page, "gallery.status");
        QTRY_VERIFY2(status->text().contains("galleries"), qPrintable(status->text()));
        QVERIFY(!s.page.document().isOpen());
        QVERIFY(inTheWay.remove());
        s.page.add({sampleItem(1)});
        QTRY_COMPARE(s.seeds(), QString("0 1"));
    }
    void theFirstImageMakesTheFirstGallery()
    {
        Studio s(fresh());
        QVERIFY(!s.page.document().isOpen());
        s.page.add(numbered(3));
        QTRY_COMPARE(s.seeds(), QString("0 1 2"));
        QTRY_VERIFY(!s.grid->image(0, 2).isNull());
        QCOMPARE(s.grid->image(0, 2), qimageFromImage(*picture(2)));
        QTRY_COMPARE(int(s.onDisk().items.size()), 3);
        // The same again adds nothing.
        s.page.add(numbered(4));
        QTRY_COMPARE(s.seeds(), QString("0 1 2 3"));
        QTRY_VERIFY(child<QLabel>(s.page, "gallery.status")->text().contains("already"));
    }
    void imagesThatComeEarlyWaitForTheirGallery()
    {
        const QString project = fresh();
        Gallery gallery = createGallery(project.toStdString(), "there already");
        fill(gallery, numbered(1));
        Studio s(project);
        s.page.add({sampleItem(5)});  // before it was read
        s.page.add({sampleItem(6)});
        QTRY_COMPARE(s.seeds(), QString("0 5 6"));
        QCOMPARE(int(galleriesOf(project.toStdString()).size()), 1);
    }
    void editsAreUndoneAndSavedByThemselves()
    {
        Studio s(fresh());
        s.page.add(numbered(5));
        QTRY_COMPARE(int(s.items().size()), 5);
        QTRY_VERIFY(!s.grid->image(0, 4).isNull());
        s.click(1);
        s.type("gallery.caption", "the best one");
        QCOMPARE(s.items()[1]->caption, std::string("the best one"));
        s.type("gallery.tags", "paper,  best , paper");
        QCOMPARE(s.items()[1]->tags, (std::vector<std::string>{"paper", "best"}));
        QTRY_COMPARE(int(s.onDisk().items.size()), 5);
        QTRY_COMPARE(s.onDisk().items.at(1)->tags.size(), std::size_t(2));
        s.grid->setFocus();
        QTest::keyClick(s.grid, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(s.seeds(), QString("0 2 1 3 4"));
        QTest::keyClick(s.grid, Qt::Key_End, Qt::AltModifier);
        QCOMPARE(s.seeds(), QString("0 2 3 4 1"));
        QTest::keyClick(s.grid, Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(s.seeds(), QString("1 0 2 3 4"));
        QTest::keyClick(s.grid, Qt::Key_Delete);
        QCOMPARE(s.seeds(), QString("0 2 3 4"));
        for (int i = 0; i < 4; ++i)
            QTest::mouseClick(child<QToolButton>(s.page, "gallery.undo"), Qt::LeftButton);
        QCOMPARE(s.seeds(), QString("0 1 2 3 4"));
        QCOMPARE(s.items()[1]->tags.size(), std::size_t(2));
        s.page.undoStack()->undo();
        s.page.undoStack()->undo();
        QVERIFY(s.items()[1]->caption.empty());
        s.page.undoStack()->redo();
        QTRY_COMPARE(s.onDisk().items.at(1)->caption, std::string("the best one"));
        QTRY_VERIFY(s.onDisk().items.at(1)->tags.empty());
    }
    void severalAreMovedTogether()
    {
        Studio s(fresh());
        s.page.add(numbered(6));
        QTRY_VERIFY(!s.grid->image(0, 5).isNull());
        s.click(1);
        QTest::mouseClick(s.grid->viewport(), Qt::LeftButton, Qt::ControlModifier, s.centre(3));
        Q_EMIT s.grid->cellsDropped(6);  // where a drag ends
        QCOMPARE(s.seeds(), QString("0 2 4 5 1 3"));
        QCOMPARE(s.grid->selectedCells(), QList<QPoint>({{4, 0}, {5, 0}}));
        QTest::mouseClick(child<QToolButton>(s.page, "gallery.earlier"), Qt::LeftButton);
        QCOMPARE(s.seeds(), QString("0 2 4 1 3 5"));
        s.page.undoStack()->undo();
        s.page.undoStack()->undo();
        QCOMPARE(s.seeds(), QString("0 1 2 3 4 5"));
    }
    void filtersShowWhatMatches()
    {
        Studio s(fresh());
        std::vector<GalleryItem> items = numbered(9);
        for (std::size_t i = 0; i < 3; ++i) {
            items[i].recipe["class_name"] = "heart";
            items[i].recipe["model"] = "second run";
        }
        items[8].tags = {"Paper"};
        s.page.add(items);
        QTRY_COMPARE(child<QLabel>(s.page, "gallery.count")->text(), QString("9 image(s)"));
        auto* classes = child<QComboBox>(s.page, "gallery.class");
        QCOMPARE(classes->count(), 3);
        classes->setCurrentIndex(classes->findData("heart"));
        Q_EMIT classes->activated(classes->currentIndex());
        QCOMPARE(child<QLabel>(s.page, "gallery.count")->text(), QString("3 of 9 image(s)"));
        classes->setCurrentIndex(0);
        Q_EMIT classes->activated(0);
        child<QLineEdit>(s.page, "gallery.search")->setText("paper star");
        QCOMPARE(child<QLabel>(s.page, "gallery.count")->text(), QString("1 of 9 image(s)"));
        child<QComboBox>(s.page, "gallery.scope")->setCurrentIndex(int(ExportPanel::Scope::Shown));
        QCOMPARE(filterChoices(s.page.document().gallery()).steps, QStringList({"1", "2", "3"}));
    }
    void galleriesAreRenamedDeletedAndBroughtBack()
    {
        Studio s(fresh());
        s.page.add(numbered(2));
        QTRY_COMPARE(int(s.items().size()), 2);
        QTest::mouseClick(child<QToolButton>(s.page, "gallery.rename"), Qt::LeftButton);
        s.type("gallery.title", "Sterne");
        QCOMPARE(s.page.document().title(), QString("Sterne"));
        QTRY_COMPARE(s.onDisk().title, std::string("Sterne"));
        auto* list = child<QComboBox>(s.page, "gallery.galleries");
        QTRY_COMPARE(list->currentText(), QString("Sterne"));
        QTest::mouseClick(child<QToolButton>(s.page, "gallery.new"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 2);
        QTRY_COMPARE(int(s.items().size()), 0);
        list->setCurrentIndex(list->findText("Sterne"));
        Q_EMIT list->activated(list->currentIndex());
        QTRY_COMPARE(int(s.items().size()), 2);
        QTest::mouseClick(child<QToolButton>(s.page, "gallery.delete"), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 1);
        QTRY_COMPARE(int(galleriesOf(s.project.toStdString()).size()), 1);
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.bringBack"), Qt::LeftButton);
        QTRY_COMPARE(int(s.items().size()), 2);
        QTRY_COMPARE(list->count(), 2);
    }
    void aGalleryThatAnEarlierSessionRemovedComesBackToItsPlace()
    {
        const QString project = fresh();
        Project::openOrCreate(project.toStdString());
        const Gallery gallery = createGallery(project.toStdString(), "best");
        RunTrash(project.toStdString()).put(gallery.folder);
        MainWindow window;
        QVERIFY(window.openProject(project));
        window.show();
        auto* galleries = child<QComboBox>(window, "gallery.galleries");
        finishBackgroundWork();
        QCOMPARE(galleries->count(), 0);
        Q_EMIT window.findChild<RunsDock*>()->diskUseRequested();
        auto* list = child<QTreeWidget>(window, "disk.list");
        QTreeWidgetItem* lying = nullptr;
        QTRY_VERIFY((lying = list->findItems("galleries/best", Qt::MatchContains).value(0)));
        lying->setCheckState(0, Qt::Checked);
        child<QPushButton>(window, "disk.bringBack")->click();
        QTRY_COMPARE(galleries->count(), 1);
        QCOMPARE(galleriesOf(project.toStdString()), std::vector<fs::path>{gallery.folder});
    }
    void aDamagedGalleryIsNamedAndLeftAlone()
    {
        const QString project = fresh();
        const Gallery gallery = createGallery(project.toStdString(), "bad");
        writeFileAtomically(gallery.folder / "gallery.json", "{\"version\": 1, \"title\": 3}");
        Studio s(project);
        QTRY_VERIFY(child<QLabel>(s.page, "gallery.status")->text().contains("'title'"));
        QVERIFY(!s.page.document().isOpen());
        QCOMPARE(readFile(gallery.folder / "gallery.json"), std::string("{\"version\": 1, \"title\": 3}"));
    }
    void twoStudiosKeepEachOthersImages()
    {
        // Another program adds to the same gallery between our saves, and takes one of its own away again.
        Studio s(fresh());
        s.page.add(ladder(1));
        QTRY_COMPARE(int(s.items().size()), 3);
        GalleryDocument& ours = const_cast<GalleryDocument&>(s.page.document());
        const auto folder = ours.gallery().folder;
        QTRY_VERIFY(QFile::exists(ours.folder() + "/gallery.json"));
        QTRY_COMPARE(loadGallery(folder).items.size(), std::size_t(3));
        Gallery other = loadGallery(folder);
        GalleryItem item;
        item.image = std::make_shared<const Image>(8, 8, 3);
        item.caption = "of the other";
        other.items.push_back(storeImage(folder, item));
        saveGallery(other);
        ours.setTitle("Renamed");
        QTRY_COMPARE(loadGallery(folder).title, std::string("Renamed"));
        QCOMPARE(loadGallery(folder).items.size(), std::size_t(4));
        QTRY_COMPARE(int(s.items().size()), 4);
        // What is removed here stays removed.
        std::vector<GalleryItemPtr> fewer(s.items().begin(), s.items().begin() + 2);
        ours.setItems("Remove", fewer);
        QTRY_COMPARE(loadGallery(folder).items.size(), std::size_t(2));
        QTest::qWait(800);
        QCOMPARE(loadGallery(folder).items.size(), std::size_t(2));
    }
    void everyFormatIsExported_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("file");
        QTest::newRow("html") << "html"
                              << "page/index.html";
        QTest::newRow("folder") << "folder"
                                << "page/index.csv";
        QTest::newRow("sheet") << "sheet"
                               << "page.png";
        QTest::newRow("sheet PDF") << "sheetpdf"
                                   << "page.pdf";
        QTest::newRow("figure") << "figure"
                                << "page.svg";
        QTest::newRow("figure PDF") << "figurepdf"
                                    << "page.pdf";
        QTest::newRow("GIF") << "gif"
                             << "page.gif";
        QTest::newRow("WebP") << "webp"
                              << "page.webp";
    }
    void everyFormatIsExported()
    {
        QFETCH(QString, format);
        QFETCH(QString, file);
        Studio s(fresh());
        s.page.add(ladder(2));
        QTRY_COMPARE(int(s.items().size()), 6);
        QTemporaryDir out;
        s.page.exportPanel().askTarget = [&](const QString& suggestion, const QString&, bool) {
            return out.filePath("page") + (suggestion.contains('.') ? "." + suggestion.section('.', -1) : QString());
        };
        auto* kinds = child<QComboBox>(s.page, "gallery.format");
        kinds->setCurrentIndex(kinds->findData(format));
        auto* preview = child<QLabel>(s.page, "gallery.preview");
        QTRY_VERIFY(!preview->pixmap().isNull());
        QTRY_VERIFY(child<QPushButton>(s.page, "gallery.export")->isEnabled());
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.export"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(s.page, "gallery.exportStatus")->text().contains("6 image(s) written"), 20000);
        QVERIFY(QFile::exists(out.filePath(file)));
        QVERIFY(child<QPushButton>(s.page, "gallery.open")->isVisible());
        QString opened;
        s.page.exportPanel().openTarget = [&](const QString& path) { opened = path; };
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.open"), Qt::LeftButton);
        QVERIFY2(out.filePath(file).startsWith(opened) && !opened.isEmpty(), qPrintable(opened));
        if (file.endsWith(".pdf")) {
            QFile pdf(out.filePath(file));
            QVERIFY(pdf.open(QIODevice::ReadOnly));
            const QByteArray bytes = pdf.readAll();
            QVERIFY(bytes.startsWith("%PDF-"));
            QVERIFY2(bytes.contains("/FontFile"), "the text is not text");
        }
    }
    void thePreviewFillsTheRoomThatThereIs()
    {
        Studio s(fresh());
        s.page.add(ladder(2));
        QTRY_COMPARE(int(s.items().size()), 6);
        auto* kinds = child<QComboBox>(s.page, "gallery.format");
        kinds->setCurrentIndex(kinds->findData("html"));
        auto* preview = child<QLabel>(s.page, "gallery.preview");
        const auto isFilled = [preview] { return preview->pixmap().deviceIndependentSize().toSize() == preview->size(); };
        s.page.resize(1200, 600);
        QTRY_VERIFY(isFilled());
        const int low = preview->height();
        s.page.resize(1200, 1000);
        QTRY_VERIFY(preview->height() > low && isFilled());
        // The settings are as high as they need to be, and their names stand in one column with those above.
        const QWidget* captions = child<OptionForm>(s.page, "gallery.options")->editor("captions");
        QVERIFY(captions && !captions->visibleRegion().isEmpty());
        QCOMPARE(captions->mapTo(&s.page, QPoint()).x(), kinds->mapTo(&s.page, QPoint()).x());
        s.page.resize(1200, 600);
        QTRY_VERIFY(preview->height() <= low && isFilled());
        // A sheet of paper is seen whole.
        s.page.resize(1200, 1000);
        kinds->setCurrentIndex(kinds->findData("sheetpdf"));
        QTRY_VERIFY(!preview->pixmap().isNull() && !isFilled());
        QTRY_VERIFY(preview->pixmap().height() <= preview->height() && preview->pixmap().width() <= preview->width());
    }
    void thePageOpensInTheBrowser()
    {
        Studio s(fresh());
        s.page.add(numbered(2));
        QTRY_COMPARE(int(s.items().size()), 2);
        QString opened;
        s.page.exportPanel().openTarget = [&](const QString& path) { opened = path; };
        QTRY_VERIFY(child<QPushButton>(s.page, "gallery.browser")->isEnabled());
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.browser"), Qt::LeftButton);
        QTRY_VERIFY(opened.endsWith("index.html"));
        QVERIFY(QFile::exists(opened));
        fs::remove_all(fs::path(opened.toStdString()).parent_path());
    }
    void aLongExportCanBeCancelled()
    {
        const QString project = fresh();
        Gallery gallery = createGallery(project.toStdString(), "long");
        fill(gallery, numbered(50));
        const std::vector<GalleryItemPtr> some = gallery.items;
        for (int n = 0; n < 800; ++n)
            gallery.items.insert(gallery.items.end(), some.begin(), some.end());
        saveGallery(gallery);
        Studio s(project);
        QTRY_COMPARE_WITH_TIMEOUT(int(s.items().size()), 40050, 30000);
        QTemporaryDir out;
        s.page.exportPanel().askTarget = [&](const QString&, const QString&, bool) { return out.filePath("page"); };
        auto* kinds = child<QComboBox>(s.page, "gallery.format");
        kinds->setCurrentIndex(kinds->findData("folder"));
        QTRY_VERIFY(child<QPushButton>(s.page, "gallery.export")->isEnabled());
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.export"), Qt::LeftButton);
        QTRY_VERIFY(QDir(out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 1);
        QTest::mouseClick(child<QPushButton>(s.page, "gallery.cancel"), Qt::LeftButton);
        QTRY_VERIFY(child<QLabel>(s.page, "gallery.exportStatus")->text().contains("Cancelled"));
        QVERIFY(QDir(out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }
    void samplesOfATableKeepTheirHeadings()
    {
        SampleTable table;
        table.columns = {"1 step", "2 steps"};
        table.rows = {"seed 0", "seed 1"};
        for (int i = 0; i < 4; ++i)
            table.cells.push_back({*picture(i), 1, 1.0, {{"seed", i}}});
        table.cells[3].image = {};
        const std::vector<GalleryItem> items = galleryItems(table, {{1, 1}, {1, 0}, {0, 0}, {0, 1}, {7, 7}});
        QCOMPARE(items.size(), std::size_t(3));
        QCOMPARE(items[1].column, std::string("2 steps"));
        QCOMPARE(items[1].row, std::string("seed 0"));
        QVERIFY(items[0].group == items[1].group && !items[0].group.empty());
        QVERIFY(items[2].groupKind == GroupKind::None);
        QVERIFY(*items[2].image == *picture(2));
    }
    void gOnAGridHandsItsCellsOver()
    {
        ImageGrid grid;
        grid.setShape(2, 2);
        grid.setRowHeadings({"a", "b"});
        grid.setColumns({{"x", {}}, {"y", {}}});
        for (int i = 0; i < 4; ++i)
            grid.setImage(i / 2, i % 2, *picture(i));
        std::vector<GalleryItem> taken;
        collectOnG(
            &grid,
            [](const QPoint& at) {
                return Json{{"seed", at.x()}};
            },
            [&](std::vector<GalleryItem> items) { taken = std::move(items); });
        grid.show();
        QVERIFY(QTest::qWaitForWindowActive(&grid));
        grid.setFocus();
        grid.setSelectedCells({{1, 1}, {0, 1}});
        QTest::keyClick(&grid, Qt::Key_G);
        QCOMPARE(taken.size(), std::size_t(2));
        QCOMPARE(taken[1].row, std::string("b"));
        QCOMPARE(taken[1].column, std::string("y"));
        QCOMPARE(taken[1].recipe["seed"].get<int>(), 1);
        QVERIFY(*taken[0].image == *picture(2));
    }
    void theWindowBringsKeysAndUndo()
    {
        MainWindow window;
        QVERIFY(window.openProject(fresh()));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
        QTRY_COMPARE(child<QStackedWidget>(window, "pages")->currentIndex(), int(MainWindow::Gallery));
        // G on the samples of Train.
        auto* samples = child<ImageGrid>(window, "train.grid");
        samples->setShape(1, 2);
        samples->setImage(0, 0, *picture(0));
        samples->setImage(0, 1, *picture(1));
        samples->setSelectedCells({{0, 0}, {1, 0}});
        Q_EMIT samples->findChild<QShortcut*>()->activated();
        const auto count = [&] { return int(window.galleryPage().document().gallery().items.size()); };
        QTRY_COMPARE(count(), 2);
        auto* grid = child<ImageGrid>(window, "gallery.grid");
        QTRY_VERIFY(!grid->image(0, 1).isNull());
        grid->setSelectedCells({{1, 0}});
        QTest::mouseClick(child<QToolButton>(window, "gallery.remove"), Qt::LeftButton);
        QCOMPARE(count(), 1);
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(count(), 2);
    }
    void everyControlHasAName()
    {
        Studio s(fresh());
        s.page.add(numbered(2));
        QTRY_COMPARE(int(s.items().size()), 2);
        for (QWidget* w : s.page.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(w);
            if (!w->isVisible() || w->focusPolicy() == Qt::NoFocus || w->objectName().startsWith("qt_") || !(button || qobject_cast<QLineEdit*>(w) || qobject_cast<QComboBox*>(w)))
                continue;
            const bool isNamed = !w->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || w->parentWidget()->inherits("QAbstractSpinBox");
            QVERIFY2(isNamed, qPrintable(w->metaObject()->className() + (" '" + w->objectName() + "'")));
        }
    }
};

QTEST_MAIN(GalleryPageTest)
#include "gallerypage_test.moc"
