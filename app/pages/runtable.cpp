#include "app/pages/runtable.h"

#include "app/pages/recipedifference.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "widgets/linechart.h"
#include "widgets/theme.h"

#include <QHeaderView>

#include <cmath>
#include <set>

namespace potstill {

namespace fs = std::filesystem;

namespace {

/// "imagine_flash.gamma_min" -> value, for every setting of a document.
void flatten(const Json& json, const std::string& prefix, std::map<std::string, Json>& out)
{
    for (const auto& [key, value] : json.items()) {
        const std::string name = prefix.empty() ? key : prefix + '.' + key;
        if (value.is_object())
            flatten(value, name, out);
        else
            out[name] = value;
    }
}

QString settingName(const std::string& path)
{
    const QString text = QString::fromStdString(path.substr(path.rfind('.') + 1)).replace('_', ' ');
    return text.left(1).toUpper() + text.mid(1);
}

QString seriesName(const std::string& key)
{
    if (key == "teacher_distance")
        return RunTable::tr("Distance to the teacher");
    if (key == "held_out_loss")
        return RunTable::tr("Held-out loss");
    if (key == "images_per_s")
        return RunTable::tr("Images per second");
    return settingName(key);
}

/// The figures that say how good a run is, best known first.
bool isQuality(const std::string& key) { return key == "teacher_distance" || key == "held_out_loss" || key == "loss" || key == "images_per_s"; }

QString number(double value) { return std::isfinite(value) ? QString::number(value, 'g', 4) : QString(QChar(0x2013)); }

class NumberItem final : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem& other) const override
    {
        const int column = treeWidget()->sortColumn();
        bool isA = false, isB = false;
        const double a = data(column, Qt::UserRole).toDouble(&isA), b = other.data(column, Qt::UserRole).toDouble(&isB);
        return isA && isB ? a < b : text(column) < other.text(column);
    }
};

}  // namespace

RunFacts readRunFacts(const NamedModel& run)
{
    RunFacts out{run.name, run.path, {}, 0, {}, {}};
    try {
        const fs::path folder = run.path.toStdString();
        const RunSummary s = readRunSummary(folder);
        out.imagesSeen = s.imagesSeen;
        if (const Json config = readJsonFile(folder / "config.json"); config.contains("options"))
            out.options = config.at("options");
        for (const StatPoint& p : StatsLog::read(folder))
            for (const auto& [name, value] : p.values)
                if (std::isfinite(value))
                    out.figures[name] = value;
        fs::path newest;
        std::error_code none;
        for (const fs::directory_entry& e : fs::directory_iterator(folder / "evaluations", none))
            if (newest.empty() || e.last_write_time() > fs::last_write_time(newest))
                newest = e.path();
        if (!newest.empty())
            for (const Json& column : readJsonFile(newest).at("columns"))
                if (column.value("column", "").rfind("teacher", 0) != 0)
                    out.evaluation = column;  // the most steps of the model itself
    } catch (const std::exception&) {
        // what could be read is shown; the Runs dock names what is wrong with a run
    }
    return out;
}

RunTable::RunTable(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName("compare.runTable");
    setAccessibleName(tr("Runs, the settings in which they differ and their figures"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSortingEnabled(true);
    setFont(Theme::instance().tabularFont());
}

void RunTable::setRuns(const std::vector<RunFacts>& runs)
{
    std::vector<std::map<std::string, Json>> settings(runs.size());
    std::set<std::string> all, different, figures, evaluated;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].options.is_object())
            flatten(runs[i].options, {}, settings[i]);
        for (const auto& [key, value] : settings[i])
            all.insert(key);
        for (const auto& [key, value] : runs[i].figures)
            if (isQuality(key))
                figures.insert(key);
        if (runs[i].evaluation.is_object())
            for (const auto& [key, value] : runs[i].evaluation.items())
                if (value.is_number())
                    evaluated.insert(key);
    }
    const auto valueOf = [&](std::size_t run, const std::string& key) { return settings[run].contains(key) ? settings[run].at(key) : Json(); };
    for (const std::string& key : all)
        for (std::size_t i = 1; i < runs.size(); ++i)
            if (valueOf(i, key) != valueOf(0, key))
                different.insert(key);

    setSortingEnabled(false);
    clear();
    QStringList headings = {tr("Run"), tr("Images seen")};
    for (const std::string& key : figures)
        headings.append(seriesName(key));
    for (const std::string& key : evaluated)
        headings.append(settingName(key));
    for (const std::string& key : different)
        headings.append(settingName(key));
    setColumnCount(int(headings.size()));
    setHeaderLabels(headings);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto* item = new NumberItem(this);
        int column = 0;
        const auto put = [&](const QString& text, const QVariant& sortKey = {}) {
            item->setText(column, text);
            item->setData(column, Qt::UserRole, sortKey);
            if (sortKey.isValid())
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(column++, text);
        };
        put(runs[i].name);
        put(siText(double(runs[i].imagesSeen)), double(runs[i].imagesSeen));
        for (const std::string& key : figures)
            runs[i].figures.contains(key) ? put(number(runs[i].figures.at(key)), runs[i].figures.at(key)) : put(QString(QChar(0x2013)));
        for (const std::string& key : evaluated) {
            const Json value = runs[i].evaluation.is_object() ? runs[i].evaluation.value(key, Json()) : Json();
            value.is_number() ? put(number(value.get<double>()), value.get<double>()) : put(QString(QChar(0x2013)));
        }
        for (const std::string& key : different)
            put(recipeValueText(valueOf(i, key)), valueOf(i, key).is_number() ? QVariant(valueOf(i, key).get<double>()) : QVariant());
    }
    for (int c = 0; c < columnCount(); ++c) {
        resizeColumnToContents(c);
        setColumnWidth(c, std::min(columnWidth(c) + 8, 260));
    }
    setSortingEnabled(true);
    sortByColumn(0, Qt::AscendingOrder);
}

}  // namespace potstill
