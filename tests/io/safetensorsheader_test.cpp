#include "engine/core/error.h"
#include "engine/io/safetensorsheader.h"

#include <QtTest>

using namespace potstill;

namespace {

std::string lengthBytes(std::uint64_t length)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(length >> (8 * i) & 0xff);
    return bytes;
}

std::string head(const std::string& json) { return lengthBytes(json.size()) + json; }

std::string tensor(const std::string& name, const std::string& dtype, const std::string& shape, const std::string& offsets)
{
    return "\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
}

}  // namespace

class SafetensorsHeaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEntriesInOrderOfTheirOffsets()
    {
        const std::string text = head("{\"__metadata__\":{\"k\":\"v\"}," + tensor("b", "F32", "[2,1]", "[4,12]") + "," + tensor("a", "I16", "[2]", "[0,4]") + "}   ");
        const SafetensorsHeader header = parseSafetensorsHeader(text, text.size() + 12, "f");
        QCOMPARE(header.entries.size(), std::size_t(2));
        QCOMPARE(header.entries[0].name, std::string("a"));
        QVERIFY((header.entries[1].shape == std::vector<std::int64_t>{2, 1}));
        QCOMPARE(header.metadata.at("k"), std::string("v"));
        QCOMPARE(header.dataBegin, std::uint64_t(text.size()));
        const std::string scalar = head("{" + tensor("s", "F64", "[]", "[0,8]") + "," + tensor("none", "U8", "[0,3]", "[8,8]") + "}");
        QCOMPARE(parseSafetensorsHeader(scalar, scalar.size() + 8, "f").entries.size(), std::size_t(2));
        QVERIFY(parseSafetensorsHeader(head("{}"), 10, "f").entries.empty());
    }

    void eachBrokenRuleHasItsOwnMessage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("dataBytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const std::string& json, int dataBytes, const char* message) {
            QTest::newRow(name) << QByteArray(json.data(), static_cast<qsizetype>(json.size())) << dataBytes << QString(message);
        };
        const std::string good = tensor("a", "F32", "[2]", "[0,8]");
        row("begins otherwise", " {}", 0, "does not begin with '{'");
        row("empty", "", 0, "does not begin with '{'");
        row("not JSON", "{\"a\"", 0, "not valid JSON");
        row("text behind", "{} {}", 0, "not valid JSON");
        row("not UTF-8", "{\"\xff\":{}}", 0, "not valid UTF-8");
        row("overlong UTF-8", "{\"\xc0\xaf\":{}}", 0, "not valid UTF-8");
        row("lone surrogate", "{\"\\ud800\":{}}", 0, "not valid JSON");
        row("key twice", "{" + good + "," + good + "}", 8, "the key 'a' occurs twice");
        row("metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}", 0, "the key '__metadata__' occurs twice");
        row("metadata key twice", "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"}}", 0, "the key 'x' of __metadata__ occurs twice");
        row("metadata number", "{\"__metadata__\":{\"x\":1}}", 0, "'x' in __metadata__ is a number");
        row("metadata list", "{\"__metadata__\":[]}", 0, "'__metadata__' is a list");
        row("tensor is text", "{\"a\":\"b\"}", 0, "the value of 'a' is a text");
        row("dtype twice", "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\"}}", 0, "tensor 'a': the key 'dtype' occurs twice");
        row("no dtype", "{\"a\":{\"shape\":[],\"data_offsets\":[0,1]}}", 1, "tensor 'a': dtype is missing");
        row("no shape", "{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}", 1, "tensor 'a': shape is missing");
        row("no offsets", "{\"a\":{\"dtype\":\"U8\",\"shape\":[1]}}", 1, "tensor 'a': data_offsets is missing");
        row("other key", "{\"a\":{\"dtypo\":\"U8\"}}", 0, "unknown key 'dtypo'");
        row("unknown dtype", "{" + tensor("a", "F31", "[2]", "[0,8]") + "}", 8, "dtype 'F31' is not one");
        row("dtype that torch does not have", "{" + tensor("a", "F6_E2M3", "[4]", "[0,3]") + "}", 3, "dtype 'F6_E2M3' is not one");
        row("half a byte", "{" + tensor("a", "F4", "[3]", "[0,1]") + "}", 1, "needs 12 bits");
        row("bytes for F4", "{" + tensor("a", "F4", "[4]", "[0,4]") + "}", 4, "needs 2 bytes, but data_offsets give 4");
        row("dtype is number", "{\"a\":{\"dtype\":1}}", 0, "dtype is a number");
        row("negative dimension", "{" + tensor("a", "F32", "[-2]", "[0,8]") + "}", 8, "shape holds -2");
        row("fraction", "{" + tensor("a", "F32", "[2.5]", "[0,8]") + "}", 8, "shape holds 2.5");
        row("huge dimension", "{" + tensor("a", "F32", "[18446744073709551615]", "[0,8]") + "}", 8, "is too large");
        row("too many dimensions",
            "{"
                + tensor(
                    "a", "U8",
                    "[1" +
                        [] {
                            std::string s;
                            for (int i = 0; i < 64; ++i)
                                s += ",1";
                            return s;
                        }()
                        + "]",
                    "[0,1]")
                + "}",
            1, "more than 64 dimensions");
        row("nested shape", "{" + tensor("a", "F32", "[[2]]", "[0,8]") + "}", 8, "shape is or holds a list");
        row("one offset", "{" + tensor("a", "F32", "[2]", "[0]") + "}", 8, "data_offsets has 1 numbers");
        row("three offsets", "{" + tensor("a", "F32", "[2]", "[0,8,9]") + "}", 8, "more than two");
        row("offset text", "{" + tensor("a", "F32", "[2]", "[0,\"8\"]") + "}", 8, "data_offsets is or holds a text");
        row("overflowing product", "{" + tensor("a", "F32", "[4294967296,4294967296,4]", "[0,8]") + "}", 8, "does not fit 64 bits");
        row("wrong size", "{" + tensor("a", "F32", "[3]", "[0,8]") + "}", 8, "needs 12 bytes, but data_offsets give 8");
        row("backwards", "{" + tensor("a", "F32", "[2]", "[8,0]") + "}", 8, "before they begin");
        row("past the end", "{" + tensor("a", "F32", "[2]", "[0,8]") + "}", 7, "the file holds 7 bytes of data");
        row("overlap", "{" + good + "," + tensor("b", "F32", "[2]", "[4,12]") + "}", 12, "tensor 'b' overlaps tensor 'a'");
        row("same place", "{" + good + "," + tensor("b", "F32", "[2]", "[0,8]") + "}", 8, "overlaps");
        row("hole", "{" + good + "," + tensor("b", "F32", "[1]", "[12,16]") + "}", 16, "4 bytes between tensor 'a' and tensor 'b'");
        row("hole at the start", "{" + tensor("b", "F32", "[1]", "[4,8]") + "}", 8, "4 bytes between the header and tensor 'b'");
        row("rest", "{" + good + "}", 9, "the last 1 bytes of the file belong to no tensor");
    }
    void eachBrokenRuleHasItsOwnMessage()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, dataBytes);
        QFETCH(QString, message);
        const std::string text = head(json.toStdString());
        try {
            (void)parseSafetensorsHeader(text, text.size() + static_cast<std::size_t>(dataBytes), "model.safetensors");
            QFAIL("no error");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::BadFile);
            const QString what = e.what();
            QVERIFY2(what.contains(message) && what.startsWith("model.safetensors: "), e.what());
        }
    }

    void lengthsThatCannotBe()
    {
        const auto message = [](const std::string& text, std::uint64_t size) {
            try {
                (void)parseSafetensorsHeader(text, size, "f");
            } catch (const Error& e) {
                return QString(e.what());
            }
            return QString();
        };
        QVERIFY(message("", 0).contains("too few"));
        QVERIFY(message("1234567", 7).contains("too few"));
        QVERIFY(message(lengthBytes(~std::uint64_t(0)) + "{}", 10).contains("at most 100000000"));
        QVERIFY(message(lengthBytes(kMaxSafetensorsHeader) + "{}", 10).contains("cut short"));
        QVERIFY(message(lengthBytes(3) + "{}", 10).contains("cut short"));
    }
    void deepNestingIsRefusedAtOnce() { QVERIFY_THROWS_EXCEPTION(Error, parseSafetensorsHeader(head("{\"a\":" + std::string(1000000, '[')), 1 << 21, "f")); }
};

QTEST_GUILESS_MAIN(SafetensorsHeaderTest)
#include "safetensorsheader_test.moc"
