#pragma once

#include "app/rating/sqlite.h"

#include <memory>

namespace potstill {

constexpr int kRatingSchemaVersion = 3;

/// Opens ratings.sqlite, makes it where there is none, brings an older one to this version (in one transaction). A file that is no database of ours or is
/// damaged throws Error(BadFile), one of a later version Error(Unsupported); neither is touched: its header is read before SQLite sees it. An older one that cannot be written to gets
/// what later versions added in memory.
std::unique_ptr<Sqlite> openRatings(const QString& file, Sqlite::Access access);

/// Renames a database that cannot be used (with its log), so that a new one can be begun. Returns the new name. Throws Error(Io).
QString setRatingsAside(const QString& file);

}  // namespace potstill
