#pragma once

#include "app/rating/ratingpack.h"

namespace potstill {

/// A pack of somebody else's comparison, to be rated in the program itself.
struct OpenPack {
    PackIdentity identity;
    QString question;
    struct Pair {
        QByteArray left, right;  ///< PNG; empty where there is a text
        QString leftText, rightText, caption;
    };
    std::vector<Pair> pairs;
};

/// `path`: the ZIP, the folder, or a file of it (index.html, pack.json). Throws Error(BadFile) naming the file where it is no pack, is not whole or was changed
/// since it was made.
OpenPack openPack(const QString& path);

}  // namespace potstill
