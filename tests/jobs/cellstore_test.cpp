#include "engine/jobs/cellstore.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

StoredCell cellOf(std::uint8_t grey, int size = 4)
{
    StoredCell cell{Image(size, size, 3), 3, 1.25};
    std::fill(cell.image.pixels.begin(), cell.image.pixels.end(), grey);
    return cell;
}

std::vector<fs::path> filesOf(const fs::path& folder)
{
    std::vector<fs::path> out;
    for (const fs::directory_entry& e : fs::directory_iterator(folder))
        out.push_back(e.path());
    return out;
}

}  // namespace

class CellStoreTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    fs::path folder(const char* name) const { return m_dir.filePath(name).toStdString(); }

private Q_SLOTS:
    void aCellComesBackWithItsFigures()
    {
        CellStore(folder("kept")).write("a", cellOf(7));
        const CellStore later(folder("kept"));
        const auto cell = later.read("a");
        QVERIFY(cell);
        QVERIFY(cell->image == cellOf(7).image);
        QCOMPARE(cell->nfe, 3);
        QCOMPARE(cell->milliseconds, 1.25);
        QVERIFY(!later.read("b"));
        QCOMPARE(filesOf(folder("kept")).size(), std::size_t(1));  // nothing half-written lies about
    }
    void damagedFilesCountAsAbsentAndAreWrittenAnew()
    {
        CellStore store(folder("damaged"));
        store.write("a", cellOf(7));
        const fs::path file = filesOf(folder("damaged")).front();
        {
            std::fstream f(file, std::ios::binary | std::ios::in | std::ios::out);
            f.seekp(-1, std::ios::end);
            f.put('\x55');
        }
        QVERIFY(!store.read("a"));
        fs::resize_file(file, 20);
        QVERIFY(!store.read("a"));
        store.write("a", cellOf(9));
        QVERIFY(store.read("a") && store.read("a")->image == cellOf(9).image);
    }
    void theOldestGoOutOverTheLimit()
    {
        CellStore store(folder("full"), 40'000);
        const auto age = [&](int minutes) {
            for (const fs::path& f : filesOf(folder("full")))
                if (fs::last_write_time(f) > fs::file_time_type::clock::now() - std::chrono::minutes(1))
                    fs::last_write_time(f, fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
        };
        store.write("old", cellOf(1, 64));  // 12 KB each
        age(30);
        store.write("used", cellOf(2, 64));
        age(20);
        store.write("new", cellOf(3, 64));
        age(10);
        QVERIFY(store.read("old") && store.read("used"));
        age(5);
        QVERIFY(store.read("old"));  // and is in use since
        store.write("newest", cellOf(4, 64));
        QVERIFY(!store.read("new"));
        QVERIFY(store.read("old") && store.read("newest"));
    }
    void whereNothingCanBeWrittenNothingIsKept()
    {
        const fs::path file = folder("file");
        std::ofstream(file) << "not a folder";
        CellStore store(file / "cells");
        store.write("a", cellOf(1));
        QVERIFY(!store.read("a"));
        QCOMPARE(fs::file_size(file), std::uintmax_t(12));
    }
};

QTEST_GUILESS_MAIN(CellStoreTest)
#include "cellstore_test.moc"
