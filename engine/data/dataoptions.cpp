#include "engine/data/dataset.h"

namespace potstill {

const FieldTable<DataOptions>& DataOptions::table()
{
    static const FieldTable<DataOptions> fields = [] {
        using D = DataOptions;
        FieldTable<D> t("Data", "Where training images come from and how they are prepared.");
        t.path("source", &D::source)
            .label("Source")
            .help(
                "'sprites' for the pictures that the program draws itself, or a folder of images (one folder per class, or all in one), a packed set (.safetensors), or a ZIP with "
                "dataset.json. "
                "JPEG, PNG, WebP, BMP and TIFF are read.");
        t.integer("image_size", &D::imageSize)
            .label("Image size")
            .unit("pixels")
            .range(8, 1024)
            .help("Images are cropped to a square about their centre and resized to this many pixels a side. Sprites are drawn at 16, 32 or 64.");
        t.integer("channels", &D::channels)
            .label("Colour channels")
            .range(1, 3)
            .advanced()
            .help("3 for colour, 1 for grey. Colour images become grey by their brightness; grey ones are spread over three channels.");
        t.flag("labels", &D::labels)
            .label("Use classes")
            .help("Class folders, or the labels of a packed set or ZIP, tell the network what to draw. Off = all images are of one kind.");
        t.flag("flip", &D::flip).label("Flip at random").help("Mirrors every other image left to right while training. Not for text or anything that has a handedness.");
        t.number("hold_out", &D::holdOut)
            .label("Held-out share")
            .range(0, 0.5)
            .advanced()
            .help("Share of the images that is never trained on; its loss is shown beside the training loss. A gap that grows means that the network learns the images by heart.");
        t.text("background", &D::background).label("Background").advanced().help("Colour behind transparent pixels, as #rrggbb.");
        t.integer("max_images", &D::maxImages)
            .label("Images at most")
            .unit("images")
            .range(0, 1e9)
            .advanced()
            .help("Uses only so many images, evenly spread over the set. 0 = all.");
        return t;
    }();
    return fields;
}

}  // namespace potstill
