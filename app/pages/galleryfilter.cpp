#include "app/pages/galleryfilter.h"

#include <QSet>

#include <algorithm>

namespace potstill {

namespace {

QString recipeText(const GalleryItem& item, const char* key)
{
    if (!item.recipe.is_object() || !item.recipe.contains(key))
        return {};
    const Json& value = item.recipe[key];
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString classOf(const GalleryItem& item)
{
    const QString name = recipeText(item, "class_name");
    return name.isEmpty() ? recipeText(item, "class") : name;
}

bool holds(const GalleryItem& item, const QStringList& words)
{
    if (words.isEmpty())
        return true;
    QString all = QString::fromStdString(item.caption + '\n' + item.row + '\n' + item.column + '\n' + item.recipe.dump(-1, ' ', false, Json::error_handler_t::replace));
    all += '\n' + tagsText(item);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

FilterChoices filterChoices(const Gallery& gallery)
{
    QSet<QString> runs, classes, steps;
    for (const GalleryItemPtr& item : gallery.items) {
        runs.insert(recipeText(*item, "model"));
        classes.insert(classOf(*item));
        steps.insert(recipeText(*item, "steps"));
    }
    const auto sorted = [](QSet<QString> values, bool isNumeric) {
        values.remove(QString());
        QStringList list(values.begin(), values.end());
        std::sort(list.begin(), list.end(), [isNumeric](const QString& a, const QString& b) { return isNumeric ? a.toInt() < b.toInt() : a < b; });
        return list;
    };
    return {sorted(runs, false), sorted(classes, false), sorted(steps, true)};
}

QList<int> GalleryFilter::matching(const Gallery& gallery) const
{
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    QList<int> out;
    for (std::size_t i = 0; i < gallery.items.size(); ++i) {
        const GalleryItem& item = *gallery.items[i];
        if ((run.isEmpty() || recipeText(item, "model") == run) && (className.isEmpty() || classOf(item) == className) && (steps.isEmpty() || recipeText(item, "steps") == steps)
            && holds(item, words))
            out.append(int(i));
    }
    return out;
}

QString tagsText(const GalleryItem& item)
{
    QStringList tags;
    for (const std::string& tag : item.tags)
        tags.append(QString::fromStdString(tag));
    return tags.join(", ");
}

std::vector<std::string> tagsFromText(const QString& text)
{
    QStringList tags;
    for (const QString& part : text.split(','))
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    std::vector<std::string> out;
    for (const QString& tag : tags)
        out.push_back(tag.toStdString());
    return out;
}

std::vector<GalleryItemPtr> edited(std::vector<GalleryItemPtr> items, const QList<int>& indices, const std::function<void(GalleryItem&)>& edit)
{
    for (const int i : indices) {
        auto item = std::make_shared<GalleryItem>(*items[std::size_t(i)]);
        edit(*item);
        items[std::size_t(i)] = std::move(item);
    }
    return items;
}

std::vector<GalleryItemPtr> without(const std::vector<GalleryItemPtr>& items, const QList<int>& indices)
{
    std::vector<GalleryItemPtr> out;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!std::binary_search(indices.begin(), indices.end(), int(i)))
            out.push_back(items[i]);
    return out;
}

std::vector<GalleryItemPtr> moved(const std::vector<GalleryItemPtr>& items, const QList<int>& indices, int before)
{
    std::vector<GalleryItemPtr> out = without(items, indices);
    const auto place = out.begin() + (before - std::count_if(indices.begin(), indices.end(), [before](int i) { return i < before; }));
    std::vector<GalleryItemPtr> chosen;
    for (const int i : indices)
        chosen.push_back(items[std::size_t(i)]);
    out.insert(place, chosen.begin(), chosen.end());
    return out;
}

}  // namespace potstill
