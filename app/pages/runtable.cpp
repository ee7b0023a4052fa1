#include "app/pages/runtable.h"

#include "app/pages/qualitycharts.h"
#include "app/pages/recipedifference.h"
#include "app/window/pagekeys.h"
#include "engine/io/jsonfile.h"
#include "engine/io/runfolder.h"
#include "engine/jobs/jobs.h"
#include "widgets/icon.h"
#include "widgets/linechart.h"
#include "widgets/numberfield.h"
#include "widgets/numbertext.h"
#include "widgets/optionform.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <limits>
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

/// As the form has it, where every setting of a run has a label of its own; of one that is none any more (a run of an earlier version), its path.
QString settingName(const std::string& path)
{
    const FieldInfo* field = runSchema().find(path);
    return field && !field->label.empty() ? optionText(field->label) : QString::fromStdString(path);
}

/// As the reader writes it, all digits that it has.
QString numberOf(const Json& value)
{
    return value.is_number_integer() ? QLocale().toString(value.get<qlonglong>())
                                     : NumberField::textFromNumber(value, NumberField::Kind::Number).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

/// A value as the form of its setting shows it: the name of a choice, numbers with their unit; what no setting explains as in recipes.
QString settingText(const std::string& path, const Json& value)
{
    const FieldInfo* field = runSchema().find(path);
    if (!field)
        return recipeValueText(value);
    const auto withUnit = [field](const QString& numbers) { return field->unit.empty() ? numbers : RunTable::tr("%1 %2").arg(numbers, optionText(field->unit)); };
    if (value.is_number())
        return withUnit(numberOf(value));
    if (value.is_array()) {
        QStringList parts;
        for (const Json& item : value)
            parts.append(item.is_number() ? numberOf(item) : recipeValueText(item));
        return parts.isEmpty() ? RunTable::tr("none") : withUnit(parts.join(QLocale().decimalPoint() == "," ? "; " : ", "));
    }
    for (const Choice& choice : field->choices)
        if (value == choice.value && !choice.label.empty())
            return optionText(choice.label);
    return recipeValueText(value);
}

QString seriesName(const std::string& key)
{
    if (key == "teacher_distance")
        return RunTable::tr("Distance to the teacher");
    if (key == "held_out_loss")
        return RunTable::tr("Held-out loss");
    if (key == "images_per_s")
        return RunTable::tr("Images per second");
    return key == "loss" ? RunTable::tr("Loss") : QString::fromStdString(key);
}

/// The figures that say how good a run is, best known first.
bool isQuality(const std::string& key) { return key == "teacher_distance" || key == "held_out_loss" || key == "loss" || key == "images_per_s"; }

QString number(double value) { return std::isfinite(value) ? numberText(value, 'g', 4) : QString(QChar(0x2013)); }

/// The content of evaluations/'s newest file; no columns without one.
Json newestEvaluation(const fs::path& run)
{
    fs::path newest;
    std::error_code none;
    for (const fs::directory_entry& e : fs::directory_iterator(run / "evaluations", none))
        if (newest.empty() || e.last_write_time() > fs::last_write_time(newest))
            newest = e.path();
    return newest.empty() ? Json{{"columns", Json::array()}} : readJsonFile(newest);
}

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
    RunFacts out{run.name, run.path, {}, 0, {}, {}, 0};
    try {
        const fs::path folder = run.path.toStdString();
        const RunSummary s = readRunSummary(folder);
        out.imagesSeen = s.imagesSeen;
        if (const Json config = readJsonFile(folder / "config.json"); config.contains("options"))
            out.options = config.at("options");
        for (StatPoint& p : StatsLog::read(folder)) {
            std::erase_if(p.values, [](const auto& v) { return !isQuality(v.first) || !std::isfinite(v.second); });
            if (!p.values.empty())
                out.points.push_back(std::move(p));
        }
        const Json evaluation = newestEvaluation(folder);
        out.evaluatedAt = evaluation.value("images_seen", std::int64_t(0));
        for (const Json& column : evaluation.at("columns"))
            if (column.value("column", "").rfind("teacher", 0) != 0)
                out.evaluation = column;  // the most steps of the model itself
    } catch (const std::exception&) {
        // what could be read is shown; the Runs dock names what is wrong with a run
    }
    return out;
}

std::vector<RunFacts> readEvaluation(const NamedModel& run)
{
    std::vector<RunFacts> out;
    try {
        const Json evaluation = newestEvaluation(run.path.toStdString());
        const auto images = evaluation.value("images_seen", std::int64_t(0));
        for (const Json& column : evaluation.at("columns"))
            out.push_back({RunTable::tr("%1 · %2").arg(run.name, QString::fromStdString(column.value("column", ""))), run.path, {}, images, {}, column, images});
    } catch (const std::exception&) {
        out.clear();  // a damaged evaluation is one that is not there
    }
    return out;
}

std::map<std::string, double> figuresOf(const std::vector<RunFacts>& runs, std::size_t run, FiguresAt at)
{
    double images = std::numeric_limits<double>::infinity(), seconds = images;
    for (const RunFacts& r : runs)
        if (!r.points.empty()) {
            images = std::min(images, double(r.points.back().imagesSeen));
            seconds = std::min(seconds, r.points.back().wallSeconds);
        }
    std::map<std::string, double> out;
    for (const StatPoint& p : runs[run].points)
        if (at == FiguresAt::End || (at == FiguresAt::EqualImages ? double(p.imagesSeen) <= images : p.wallSeconds <= seconds))
            for (const auto& [name, value] : p.values)
                out[name] = value;
    return out;
}

RunTable::RunTable(QWidget* parent, const QString& name) : QWidget(parent), m_at(new QComboBox), m_close(new QToolButton), m_tree(new QTreeWidget)
{
    m_at->setObjectName(name + ".figuresAt");
    m_at->setAccessibleName(tr("When the figures are read"));
    m_at->setToolTip(tr("At which moment of the runs the figures are compared"));
    m_at->addItem(tr("Figures at the end of each run"), int(FiguresAt::End));
    m_at->addItem(tr("Figures after equally many images"), int(FiguresAt::EqualImages));
    m_at->addItem(tr("Figures after equal time"), int(FiguresAt::EqualTime));
    m_close->setObjectName(name + ".closeRuns");
    m_close->setIcon(icon("close"));
    m_close->setAccessibleName(tr("Close the table"));
    // On the Compare page the key that opens it closes it too.
    PageKeys::explain(m_close, m_close->accessibleName(), name == QStringLiteral("compare") ? QStringLiteral("compare.runs") : QString());
    m_tree->setObjectName(name + ".runTable");
    m_tree->setAccessibleName(tr("Runs, the settings in which they differ and their figures"));
    m_tree->setAccessibleDescription(tr("A row for each run; a click on a heading sorts"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setSortingEnabled(true);
    m_tree->setFont(Theme::instance().tabularFont());
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_at);
    bar->addStretch(1);
    bar->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    connect(m_at, &QComboBox::currentIndexChanged, this, &RunTable::fill);
    connect(m_close, &QToolButton::clicked, this, &RunTable::closeRequested);
}

void RunTable::setRuns(const std::vector<RunFacts>& runs)
{
    m_runs = runs;
    fill();
}

void RunTable::fill()
{
    const std::vector<RunFacts>& runs = m_runs;
    const auto at = FiguresAt(m_at->currentData().toInt());
    const bool isFollowed = std::any_of(runs.begin(), runs.end(), [](const RunFacts& r) { return !r.points.empty(); });
    m_at->setVisible(isFollowed);
    // An evaluation is of one checkpoint. Beside figures after equally many images it stands where all are of as many; after how much time that was is not known.
    std::set<std::int64_t> moments;
    for (const RunFacts& r : runs)
        if (r.evaluation.is_object())
            moments.insert(r.evaluatedAt);
    const bool areEvaluationsShown = !isFollowed || at == FiguresAt::End || (at == FiguresAt::EqualImages && moments.size() == 1);
    std::vector<std::map<std::string, double>> values;
    for (std::size_t i = 0; i < runs.size(); ++i)
        values.push_back(figuresOf(runs, i, at));
    std::vector<std::map<std::string, Json>> settings(runs.size());
    std::vector<std::map<std::string, double>> measured(runs.size());
    std::set<std::string> all, different, figures, evaluated;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].options.is_object())
            flatten(runs[i].options, {}, settings[i]);
        for (const auto& [key, value] : settings[i])
            all.insert(key);
        for (const auto& [key, value] : values[i])
            figures.insert(key);
        if (areEvaluationsShown && runs[i].evaluation.is_object())
            for (const auto& [key, value] : runs[i].evaluation.items())
                if (value.is_number())
                    measured[i][*evaluated.insert(figureKey(runs[i].evaluation, key)).first] = value.get<double>();
    }
    const auto valueOf = [&](std::size_t run, const std::string& key) { return settings[run].contains(key) ? settings[run].at(key) : Json(); };
    for (const std::string& key : all)
        for (std::size_t i = 1; i < runs.size(); ++i)
            if (valueOf(i, key) != valueOf(0, key))
                different.insert(key);

    const bool isMomentShown =
        areEvaluationsShown && std::any_of(runs.begin(), runs.end(), [](const RunFacts& r) { return r.evaluation.is_object() && r.evaluatedAt != r.imagesSeen; });

    m_tree->setSortingEnabled(false);
    m_tree->clear();
    QStringList headings = {tr("Run"), tr("Images seen")};
    for (const std::string& key : figures)
        headings.append(seriesName(key));
    if (isMomentShown)
        headings.append(tr("Evaluated after images"));
    for (const std::string& key : evaluated)
        headings.append(QualityCharts::figureText(key));
    for (const std::string& key : different)
        headings.append(settingName(key));
    m_tree->setColumnCount(int(headings.size()));
    m_tree->setHeaderLabels(headings);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        auto* item = new NumberItem(m_tree);
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
            values[i].contains(key) ? put(number(values[i].at(key)), values[i].at(key)) : put(QString(QChar(0x2013)));
        if (isMomentShown)
            runs[i].evaluation.is_object() ? put(siText(double(runs[i].evaluatedAt)), double(runs[i].evaluatedAt)) : put(QString(QChar(0x2013)));
        for (const std::string& key : evaluated)
            measured[i].contains(key) ? put(number(measured[i].at(key)), measured[i].at(key)) : put(QString(QChar(0x2013)));
        for (const std::string& key : different)
            put(settingText(key, valueOf(i, key)), valueOf(i, key).is_number() ? QVariant(valueOf(i, key).get<double>()) : QVariant());
    }
    for (int c = 0; c < m_tree->columnCount(); ++c) {
        m_tree->resizeColumnToContents(c);
        m_tree->setColumnWidth(c, std::min(m_tree->columnWidth(c) + 8, 260));
    }
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(0, Qt::AscendingOrder);
}

}  // namespace potstill
