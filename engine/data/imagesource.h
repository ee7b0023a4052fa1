#pragma once

#include "engine/core/runwarning.h"
#include "engine/data/dataset.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace potstill {

/// One encoded image in a folder or ZIP.
struct SourceImage {
    std::string name;  ///< path inside the source, '/' between folders
    std::uint64_t bytes = 0;
    std::int64_t stamp = 0;  ///< time of the last change
    std::int64_t label = -1;
    std::uint64_t entry = 0;  ///< number in the ZIP
};

/// What a folder or ZIP holds, found without reading the images. Sorted by name.
struct ImageSource {
    std::filesystem::path path;
    bool isZip = false;
    std::vector<SourceImage> images;
    std::vector<std::string> classNames;
    std::vector<RunWarning> notes;  ///< what was passed over

    /// SHA-256 over path, names, sizes and times of change.
    std::string hash() const;
};

/// Lists the source. Throws Error(NotFound | BadFile | Unsupported) when there is nothing to train on, saying what would be right.
ImageSource scanImageSource(const DataOptions& options);
/// Fills ImageSource::images and classNames from a ZIP: labels of dataset.json ({"labels": [[name, class], ...]} as EDM writes it), else class folders.
void scanZip(ImageSource& source, bool labels);
/// Classes by folder: with two or more folders at the first level that is not a mere wrapper, each is a class and holds images or folders of images.
void labelByFolder(ImageSource& source);

/// Reads images of a source; one per thread.
class SourceReader {
public:
    explicit SourceReader(const ImageSource& source);
    ~SourceReader();
    /// Throws Error when the file has vanished or cannot be read; the message begins with its name.
    std::vector<std::uint8_t> read(const SourceImage& image);

private:
    struct Zip;
    const ImageSource& m_source;
    std::unique_ptr<Zip> m_zip;
};

/// The same text as valid UTF-8, so that it can stand in JSON: file names need not be.
std::string validUtf8(const std::string& text);

}  // namespace potstill
