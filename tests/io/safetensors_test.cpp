#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "engine/io/jsonfile.h"
#include "engine/io/safetensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <torch/types.h>

#include <fstream>
#include <memory>

using namespace potstill;
namespace fs = std::filesystem;

namespace {

/// The tensors of tests/parity/safetensors_reference.py.
TensorMap referenceTensors()
{
    const torch::Tensor count = torch::arange(6, torch::kInt64).reshape({2, 3});
    TensorMap result;
    for (const auto& [name, type] : std::map<std::string, torch::ScalarType>{{"f64", torch::kFloat64},
                                                                             {"f32", torch::kFloat32},
                                                                             {"f16", torch::kFloat16},
                                                                             {"bf16", torch::kBFloat16},
                                                                             {"f8_e4m3", torch::kFloat8_e4m3fn},
                                                                             {"f8_e5m2", torch::kFloat8_e5m2}})
        result[name] = ((count - 2).to(torch::kFloat32) / 2).to(type);
    for (const auto& [name, type] : std::map<std::string, torch::ScalarType>{{"i64", torch::kInt64}, {"i32", torch::kInt32}, {"i16", torch::kInt16}, {"i8", torch::kInt8}})
        result[name] = (count - 2).to(type);
    for (const auto& [name, type] : std::map<std::string, torch::ScalarType>{{"u8", torch::kUInt8}, {"u16", torch::kUInt16}, {"u32", torch::kUInt32}, {"u64", torch::kUInt64}})
        result[name] = count.to(type);
    result["bool"] = count % 2 == 0;
    result["c64"] = torch::complex(count.to(torch::kFloat32), 0.5 - count.to(torch::kFloat32));
    result["scalar"] = torch::tensor(2.5f);
    result["empty"] = torch::zeros({0, 4});
    result["n\xc3\xa4me \"quoted\""] = torch::tensor({1.0f, -1.0f});
    return result;
}

bool isSame(const torch::Tensor& a, const torch::Tensor& b)
{
    if (a.scalar_type() != b.scalar_type() || a.sizes() != b.sizes())
        return false;
    return a.numel() == 0 || std::memcmp(a.contiguous().data_ptr(), b.contiguous().data_ptr(), a.nbytes()) == 0;
}

QString messageOf(ErrorCode code, const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e.code() == code ? QString(e.what()) : QString("wrong code: %1").arg(e.what());
    }
    return "no error";
}

}  // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void readsWhatTheReferenceLibraryWrote()
    {
        const SafetensorsFile file(fs::path(TEST_FOLDER) / "reference.safetensors");
        const TensorMap wanted = referenceTensors();
        QCOMPARE(file.header().entries.size(), wanted.size());
        QCOMPARE(file.metadata().at("format"), std::string("pt"));
        for (const auto& [name, tensor] : wanted)
            QVERIFY2(isSame(file.tensor(name), tensor), name.c_str());
    }
    void writesTheBytesOfTheReferenceLibrary()
    {
        const fs::path path = folder() / "ours.safetensors";
        const std::string hash = writeSafetensors(path, referenceTensors(), {{"format", "pt"}});
        QCOMPARE(readFile(path), readFile(fs::path(TEST_FOLDER) / "reference.safetensors"));
        QCOMPARE(hash, sha256OfFile(path));
    }
    void scalesOfMicroscalingFormatsKeepTheirBytes()
    {
        const torch::Tensor scales = torch::tensor({0, 1, 127, 128, 254, 255}, torch::kUInt8).view(torch::kFloat8_e8m0fnu);
        writeSafetensors(folder() / "x", {{"scale", scales}});
        const SafetensorsFile file(folder() / "x");
        QCOMPARE(file.header().entries.at(0).dtype, std::string("F8_E8M0"));
        QVERIFY(isSame(file.tensor("scale"), scales));
    }
    void twoFloat4LieInAByte()
    {
        const torch::Tensor packed = torch::tensor({0, 1, 127, 128, 254, 255}, torch::kUInt8).view({3, 2}).view(torch::ScalarType::Float4_e2m1fn_x2);
        writeSafetensors(folder() / "x", {{"weight", packed}, {"zeros", torch::zeros({2}, torch::kBool)}});
        const SafetensorsFile file(folder() / "x");
        const SafetensorsEntry& entry = file.header().entries.at(0);  // F4 comes before BOOL
        QCOMPARE(entry.dtype, std::string("F4"));
        QVERIFY((entry.shape == std::vector<std::int64_t>{3, 4}));
        QVERIFY(isSame(file.tensor("weight"), packed));
    }
    void anOddNumberOfFloat4IsRefused()
    {
        const std::string json = R"({"a":{"dtype":"F4","shape":[2,3],"data_offsets":[0,3]}})";
        std::string content;
        for (int i = 0; i < 8; ++i)
            content += static_cast<char>(json.size() >> (8 * i) & 0xff);
        writeFileAtomically(folder() / "x", content + json + "abc");
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile(folder() / "x").tensor("a"));
    }
    void finiteFloat8KeepTheirBytes()
    {
        const torch::Tensor bytes = torch::tensor({0, 1, 127, 129, 254, 255}, torch::kUInt8);
        for (const auto& [name, type] : {std::pair("F8_E4M3FNUZ", torch::kFloat8_e4m3fnuz), std::pair("F8_E5M2FNUZ", torch::kFloat8_e5m2fnuz)}) {
            writeSafetensors(folder() / "x", {{"a", bytes.view(type)}});
            const SafetensorsFile file(folder() / "x");
            QCOMPARE(file.header().entries.at(0).dtype, std::string(name));
            QVERIFY(isSame(file.tensor("a"), bytes.view(type)));
        }
    }
    void stridedTensorsAreWrittenInRowOrder()
    {
        const torch::Tensor x = torch::arange(12, torch::kFloat32).reshape({3, 4});
        writeSafetensors(folder() / "x", {{"t", x.t()}, {"slice", x.slice(1, 1, 3)}, {"grad", x.clone().requires_grad_()}});
        const TensorMap read = SafetensorsFile(folder() / "x").all();
        QVERIFY(torch::equal(read.at("t"), x.t()));
        QVERIFY(torch::equal(read.at("slice"), x.slice(1, 1, 3)));
        QVERIFY(!read.at("grad").requires_grad());
    }
    void tensorsOutliveTheFileObjectAndItsFile()
    {
        torch::Tensor tensor;
        {
            writeSafetensors(folder() / "x", {{"a", torch::full({1000}, 3.0f)}});
            const SafetensorsFile file(folder() / "x");
            tensor = file.tensor("a");
        }
        fs::remove(folder() / "x");
        QCOMPARE(tensor.sum().item<float>(), 3000.0f);
    }
    void writingToATensorLeavesTheFileAsItWas()
    {
        writeSafetensors(folder() / "x", {{"a", torch::zeros({4})}});
        const std::string before = sha256OfFile(folder() / "x");
        SafetensorsFile(folder() / "x").tensor("a").add_(1);
        QCOMPARE(sha256OfFile(folder() / "x"), before);
    }
    void unalignedDataIsCopied()
    {
        // A header of odd length, as the format allows.
        const std::string json = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} )";
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(json.size() | 1);
        bytes += json.size() % 2 ? json : json + " ";
        const float values[2] = {1.5f, -2.0f};
        bytes.append(reinterpret_cast<const char*>(values), 8);
        writeFileAtomically(folder() / "odd", bytes);
        const torch::Tensor a = SafetensorsFile(folder() / "odd").tensor("a");
        QVERIFY(torch::equal(a, torch::tensor({1.5f, -2.0f})));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(a.data_ptr()) % 4, std::uintptr_t(0));
    }
    void defectsAreNamed()
    {
        writeSafetensors(folder() / "x", {{"a", torch::zeros({4})}});
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { SafetensorsFile(folder() / "x").tensor("b"); }).contains("tensor 'b' is missing"));
        fs::resize_file(folder() / "x", fs::file_size(folder() / "x") - 3);
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { SafetensorsFile(folder() / "x"); }).contains("cut short"));
        QVERIFY(messageOf(ErrorCode::NotFound, [&] { SafetensorsFile(folder() / "absent"); }).contains("absent"));
        QVERIFY(messageOf(ErrorCode::Io, [&] { SafetensorsFile f(folder()); }).contains("not a regular file"));
        writeFileAtomically(folder() / "empty", "");
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { SafetensorsFile(folder() / "empty"); }).contains("too few"));
        QVERIFY(messageOf(ErrorCode::Unsupported, [&] { writeSafetensors(folder() / "y", {{"z", torch::zeros({1}, torch::kComplexDouble)}}); }).contains("ComplexDouble"));
        QVERIFY(!fs::exists(folder() / "y"));
        std::string bytes = [&] {
            writeSafetensors(folder() / "b", {{"flag", torch::ones({4}, torch::kBool)}});
            return readFile(folder() / "b");
        }();
        bytes.back() = 7;
        writeFileAtomically(folder() / "b", bytes);
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { SafetensorsFile(folder() / "b").tensor("flag"); }).contains("other than 0 and 1"));
    }
    void weightsOfAFolder()
    {
        QVERIFY(messageOf(ErrorCode::NotFound, [&] { readWeights(folder(), "model"); }).contains("holds no weights"));
        std::ofstream(folder() / "model.bin") << "pickle";
        QVERIFY(messageOf(ErrorCode::Unsupported, [&] { readWeights(folder(), "model"); }).contains("convert_pickle.py"));
        writeSafetensors(folder() / "model.fp16.safetensors", {{"half", torch::zeros({1}, torch::kFloat16)}});
        QCOMPARE(readWeights(folder(), "model").tensors.count("half"), std::size_t(1));
        writeSafetensors(folder() / "model-1.safetensors", {{"a", torch::zeros({1})}});
        writeSafetensors(folder() / "model-2.safetensors", {{"b", torch::ones({1})}});
        writeJsonFile(folder() / "model.safetensors.index.json", {{"weight_map", {{"a", "model-1.safetensors"}, {"b", "model-2.safetensors"}}}});
        QCOMPARE(readWeights(folder(), "model").tensors.size(), std::size_t(2));
        QVERIFY((readWeights(folder(), "model").files == std::vector<fs::path>{folder() / "model-1.safetensors", folder() / "model-2.safetensors"}));
        writeJsonFile(folder() / "model.safetensors.index.json", {{"weight_map", {{"a", "model-1.safetensors"}, {"c", "model-2.safetensors"}}}});
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { readWeights(folder(), "model"); }).contains("tensor 'c' is missing"));
        writeJsonFile(folder() / "model.safetensors.index.json", {{"weight_map", {{"a", "../model-1.safetensors"}}}});
        QVERIFY(messageOf(ErrorCode::BadFile, [&] { readWeights(folder(), "model"); }).contains("same folder"));
        writeSafetensors(folder() / "model.safetensors", {{"whole", torch::zeros({1})}});
        QCOMPARE(readWeights(folder(), "model").tensors.count("whole"), std::size_t(1));
        QVERIFY((readWeights(folder(), "model").files == std::vector<fs::path>{folder() / "model.safetensors"}));
    }
    void shardsOf16Bits_data()
    {
        QTest::addColumn<QString>("index");
        QTest::newRow("diffusers") << "model.safetensors.index.fp16.json";
        QTest::newRow("older diffusers") << "model.safetensors.fp16.index.json";
        QTest::newRow("other tools") << "model.fp16.safetensors.index.json";
    }
    void shardsOf16Bits()
    {
        QFETCH(QString, index);
        writeSafetensors(folder() / "model.fp16-1.safetensors", {{"a", torch::zeros({1}, torch::kFloat16)}});
        writeSafetensors(folder() / "model.fp16-2.safetensors", {{"b", torch::ones({1}, torch::kFloat16)}});
        writeJsonFile(folder() / index.toStdString(), {{"weight_map", {{"b", "model.fp16-2.safetensors"}, {"a", "model.fp16-1.safetensors"}}}});
        const FolderWeights weights = readWeights(folder(), "model");
        QCOMPARE(weights.tensors.size(), std::size_t(2));
        QVERIFY(weights.tensors.at("b").scalar_type() == torch::kFloat16);
        QVERIFY((weights.files == std::vector<fs::path>{folder() / "model.fp16-1.safetensors", folder() / "model.fp16-2.safetensors"}));
    }

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
