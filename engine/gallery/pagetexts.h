#pragma once

#include <string>

namespace potstill {

/// The words of an exported page; the studio puts those of its language here.
struct PageTexts {
    std::string language = "en";  ///< BCP 47
    std::string previous = "Previous", next = "Next", close = "Back to all", recipe = "Recipe";
    std::string previousPage = "Previous page", nextPage = "Next page", pages = "Pages";
    std::string images = "images";  ///< "120 images"
    std::string image = "Image";    ///< "Image 7": where nothing else is known of it
};

}  // namespace potstill
