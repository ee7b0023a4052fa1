#include "widgets/optionform.h"

#include "widgets/fieldrow.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QUndoCommand>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace potstill {
namespace {

void eraseAt(Json& document, const QString& path)
{
    const QStringList parts = path.split(QLatin1Char('.'));
    Json* at = &document;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        const auto it = at->find(parts[i].toStdString());
        if (it == at->end() || !it->is_object())
            return;
        at = &*it;
    }
    at->erase(parts.last().toStdString());
}

bool isAtOrUnder(const QString& path, const QStringList& prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString& prefix) { return path == prefix || path.startsWith(prefix + QLatin1Char('.')); });
}

Issues withoutRepeats(const Issues& issues)
{
    Issues out;
    for (const Issue& issue : issues)
        if (std::none_of(out.begin(), out.end(), [&](const Issue& other) { return other.path == issue.path && other.message == issue.message; }))
            out.push_back(issue);
    return out;
}

}  // namespace

QString optionText(const std::string& english) { return english.empty() ? QString() : QCoreApplication::translate("Options", english.c_str()); }

class OptionForm::EditCommand final : public QUndoCommand {
public:
    EditCommand(OptionForm* form, QString path, Json before, bool wasPresent, Json after)
        : m_form(form), m_path(std::move(path)), m_before(std::move(before)), m_after(std::move(after)), m_wasPresent(wasPresent)
    {
        const FieldInfo* info = form->m_schema.find(m_path.toStdString());
        setText(tr("change of %1").arg(info ? optionText(info->label) : m_path));
    }
    int id() const override { return 0x0f0e; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const EditCommand*>(other);
        if (next->m_form != m_form || next->m_path != m_path)
            return false;
        m_after = next->m_after;
        setObsolete(m_wasPresent && m_after == m_before);
        return true;
    }
    void undo() override
    {
        if (!m_form)
            return;
        if (!m_wasPresent)
            eraseAt(m_form->m_document, m_path);
        else
            setValueAt(m_form->m_document, m_path.toStdString(), m_before);
        m_form->apply(m_path, m_form->value(m_path));
    }
    void redo() override
    {
        if (!m_form)
            return;
        setValueAt(m_form->m_document, m_path.toStdString(), m_after);
        m_form->apply(m_path, m_after);
    }

private:
    QPointer<OptionForm> m_form;
    QString m_path;
    Json m_before;
    Json m_after;
    bool m_wasPresent;
};

OptionForm::OptionForm(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_pathChooser = [this](const QString&, const QString& current) { return QFileDialog::getExistingDirectory(this, tr("Choose a folder"), current); };
}

OptionForm::~OptionForm() = default;

void OptionForm::setSchema(const OptionSchema& schema, const QStringList& hidden, const QStringList& shown)
{
    m_schema = schema;
    m_hidden = hidden;
    m_shown = shown;
    m_rows.clear();
    m_sections.clear();
    auto* layout = static_cast<QVBoxLayout*>(this->layout());
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        if (QLayout* line = item->layout())
            while (QLayoutItem* inner = line->takeAt(0)) {
                delete inner->widget();
                delete inner;
            }
        delete item;
    }
    buildSection(m_schema, QString(), layout, 0);
    m_labelWidth = 0;
    fitLabels();
    for (FieldRow* row : m_rows) {
        row->setReadOnly(m_readOnly);
        row->setValue(value(row->path()));
    }
    refreshVisibility();
    refreshIssues();
}

void OptionForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitLabels();
}

void OptionForm::fitLabels()
{
    // One column of labels for the whole form, in a narrow one not so wide that the fields have no room; long labels wrap.
    constexpr int kLeastWidth = 96;
    int labelWidth = kLeastWidth;
    for (const FieldRow* row : m_rows)
        labelWidth = std::max(labelWidth, row->labelWidth());
    labelWidth = std::min({labelWidth, fontMetrics().averageCharWidth() * 26, std::max(kLeastWidth, width() * 3 / 8)});
    if (labelWidth == m_labelWidth)
        return;
    m_labelWidth = labelWidth;
    // The button stands under the fields, its icon at their left edge.
    for (const Section& section : m_sections)
        if (section.moreIndent)
            section.moreIndent->changeSize(labelWidth + 4, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    for (FieldRow* row : m_rows)
        row->setLabelWidth(labelWidth);
    Q_EMIT labelWidthChanged(labelWidth);
}

void OptionForm::buildSection(const OptionSchema& section, const QString& prefix, QVBoxLayout* layout, int depth)
{
    std::vector<const FieldInfo*> basic;
    std::vector<const FieldInfo*> further;
    for (const FieldInfo& field : section.fields)
        if (isShown(prefix + QString::fromStdString(field.key)))
            (field.level == FieldLevel::Basic ? basic : further).push_back(&field);
    std::stable_sort(further.begin(), further.end(), [](const FieldInfo* a, const FieldInfo* b) { return a->level < b->level; });

    Section entry;
    entry.path = prefix.chopped(prefix.isEmpty() ? 0 : 1);
    entry.title = section.label.empty() ? tr("general settings") : optionText(section.label);
    if (depth > 0 && !(basic.empty() && further.empty()) && !section.label.empty()) {
        auto* heading = new QLabel(optionText(section.label), this);
        QFont font = Theme::instance().font(FontSize::Body);
        font.setWeight(QFont::DemiBold);
        heading->setFont(font);
        heading->setToolTip(optionText(section.help));
        heading->setContentsMargins(0, m_rows.empty() ? 0 : 12, 0, 2);
        layout->addWidget(heading);
        entry.heading = heading;
    }
    const auto addRow = [&](const FieldInfo& info) {
        auto* row = new FieldRow(info, prefix + QString::fromStdString(info.key), this);
        connect(row, &FieldRow::edited, this, [this, row](const Json& value) { commit(row->path(), value); });
        connect(row, &FieldRow::resetRequested, this, [this, row] { resetField(row->path()); });
        connect(row, &FieldRow::browseRequested, this, [this, row] {
            const Json now = value(row->path());
            const QString chosen = m_pathChooser(row->path(), now.is_string() ? QString::fromStdString(now.get<std::string>()) : QString());
            if (!chosen.isEmpty())
                setValue(row->path(), chosen.toStdString());
        });
        layout->addWidget(row);
        m_rows.push_back(row);
    };
    for (const FieldInfo* info : basic)
        addRow(*info);
    if (!further.empty()) {
        entry.more = new QToolButton(this);
        entry.more->setObjectName(QStringLiteral("more.") + entry.path);
        entry.more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry.more->setAutoRaise(true);
        entry.more->setText(tr("More"));
        const QString path = entry.path;
        connect(entry.more, &QToolButton::clicked, this, [this, path] {
            for (Section& s : m_sections)
                if (s.path == path)
                    s.unfolded = !s.unfolded;
            refreshVisibility();
        });
        auto* line = new QHBoxLayout;
        line->setSpacing(0);
        entry.moreIndent = new QSpacerItem(0, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
        line->addItem(entry.moreIndent);
        line->addWidget(entry.more);
        line->addStretch(1);
        layout->addLayout(line);
        for (const FieldInfo* info : further)
            addRow(*info);
    }
    m_sections.push_back(entry);
    for (const OptionSchema& child : section.sections)
        buildSection(child, prefix + QString::fromStdString(child.key) + QLatin1Char('.'), layout, depth + 1);
}

bool OptionForm::isShown(const QString& path) const { return !isAtOrUnder(path, m_hidden) && (m_shown.isEmpty() || isAtOrUnder(path, m_shown)); }

bool OptionForm::isUsed(const FieldInfo& info) const
{
    if (info.usedWhenPath.empty())
        return true;
    const FieldInfo* ruler = m_schema.find(info.usedWhenPath);
    if (ruler && ruler != &info && !isUsed(*ruler))
        return false;
    const Json now = value(QString::fromStdString(info.usedWhenPath));
    return now.is_null() || std::find(info.usedWhenValues.begin(), info.usedWhenValues.end(), now) != info.usedWhenValues.end();
}

void OptionForm::setDocument(const Json& document)
{
    m_document = document.is_object() ? document : Json::object();
    for (FieldRow* row : m_rows)
        row->setValue(value(row->path()));
    refreshVisibility();
    refreshIssues();
}

Json OptionForm::value(const QString& path) const
{
    const std::string key = path.toStdString();
    Json present = valueAt(m_document, key);
    if (!present.is_null())
        return present;
    const FieldInfo* info = m_schema.find(key);
    return info ? info->defaultValue : Json();
}

void OptionForm::setValue(const QString& path, const Json& value)
{
    if (value != this->value(path))
        commit(path, value);
}

void OptionForm::commit(const QString& path, const Json& value)
{
    const Json present = valueAt(m_document, path.toStdString());
    if (m_undoStack) {
        m_undoStack->push(new EditCommand(this, path, present, !present.is_null(), value));
        return;
    }
    setValueAt(m_document, path.toStdString(), value);
    apply(path, value);
}

void OptionForm::apply(const QString& path, const Json& value)
{
    for (FieldRow* row : m_rows)
        if (row->path() == path)
            row->setValue(value);
    refreshVisibility();
    refreshIssues();
    Q_EMIT fieldChanged(path);
    Q_EMIT documentChanged();
}

void OptionForm::setIssues(const Issues& issues)
{
    m_issues = issues;
    refreshIssues();
}

void OptionForm::refreshIssues()
{
    // Types, ranges and choices are known here; what the engine found in the whole joins them.
    Issues all = m_issues;
    for (const FieldRow* row : m_rows) {
        const Json present = valueAt(m_document, row->path().toStdString());
        if (present.is_null())
            continue;
        Json alone = Json::object();
        setValueAt(alone, row->path().toStdString(), present);
        for (const Issue& issue : checkAgainstSchema(alone, m_schema)) {
            const bool isKnown = std::any_of(m_issues.begin(), m_issues.end(), [&](const Issue& i) { return i.path == issue.path && i.severity == issue.severity; });
            if (!isKnown)
                all.push_back(issue);
        }
    }
    all = withoutRepeats(all);
    for (FieldRow* row : m_rows) {
        Issues own;
        for (const Issue& issue : all)
            if (issue.path == row->path().toStdString())
                own.push_back(issue);
        row->setIssues(own);
    }
}

int OptionForm::errorCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const FieldRow* row) { return row->editor()->property("issue").toString() == QLatin1String("error"); }));
}

int OptionForm::warningCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const FieldRow* row) { return row->editor()->property("issue").toString() == QLatin1String("warning"); }));
}

void OptionForm::refreshVisibility()
{
    for (const Section& section : m_sections) {
        bool hasRow = false;
        bool hasFurther = false;
        for (FieldRow* row : m_rows) {
            const qsizetype dot = row->path().lastIndexOf(QLatin1Char('.'));
            if ((dot < 0 ? QString() : row->path().left(dot)) != section.path)
                continue;
            const bool used = isUsed(row->info());
            const FieldLevel level = row->info().level;
            const bool allowed = (used || m_unusedShown) && (level != FieldLevel::Expert || m_expertShown);
            hasRow = hasRow || allowed;
            hasFurther = hasFurther || (allowed && level != FieldLevel::Basic);
            row->setVisible(allowed && (level == FieldLevel::Basic || section.unfolded));
            row->setEnabled(used);
        }
        if (section.heading)
            section.heading->setVisible(hasRow);
        if (section.more) {
            section.more->setVisible(hasFurther);
            section.more->setText(section.unfolded ? tr("Less") : tr("More"));
            section.more->setAccessibleName(section.unfolded ? tr("Less: %1").arg(section.title) : tr("More: %1").arg(section.title));
            section.more->setToolTip(section.unfolded ? tr("Hide the settings that are seldom needed") : tr("Show the settings that are seldom needed"));
            section.more->setIcon(icon(section.unfolded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), IconTone::Secondary));
        }
    }
    updateGeometry();
}

void OptionForm::setUndoStack(QUndoStack* stack) { m_undoStack = stack; }

void OptionForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (FieldRow* row : m_rows)
        row->setReadOnly(readOnly);
}

void OptionForm::setExpertShown(bool shown)
{
    m_expertShown = shown;
    refreshVisibility();
}

void OptionForm::setMoreShown(bool shown)
{
    for (Section& section : m_sections)
        section.unfolded = shown;
    refreshVisibility();
}

void OptionForm::setUnusedShown(bool shown)
{
    m_unusedShown = shown;
    refreshVisibility();
}

void OptionForm::setPathChooser(PathChooser chooser) { m_pathChooser = std::move(chooser); }

bool OptionForm::hasField(const QString& path) const { return editor(path) != nullptr; }

QWidget* OptionForm::editor(const QString& path) const
{
    for (const FieldRow* row : m_rows)
        if (row->path() == path)
            return row->editor();
    return nullptr;
}

bool OptionForm::focusField(const QString& path)
{
    QWidget* field = editor(path);
    if (!field)
        return false;
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    for (Section& section : m_sections)
        if (section.path == (dot < 0 ? QString() : path.left(dot)))
            section.unfolded = section.unfolded || section.more;
    refreshVisibility();
    for (QWidget* at = parentWidget(); at; at = at->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(at)) {
            area->ensureWidgetVisible(field, 16, 48);
            break;
        }
    field->setFocus(Qt::OtherFocusReason);
    return true;
}

void OptionForm::resetField(const QString& path)
{
    if (const FieldInfo* info = m_schema.find(path.toStdString()))
        setValue(path, info->defaultValue);
}

void OptionForm::resetAll()
{
    if (m_undoStack)
        m_undoStack->beginMacro(tr("reset of all settings"));
    for (const FieldRow* row : m_rows)
        resetField(row->path());
    if (m_undoStack)
        m_undoStack->endMacro();
}

void OptionForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_rows.empty())
        return;
    const std::vector<Section> before = m_sections;
    setSchema(OptionSchema(m_schema), QStringList(m_hidden), QStringList(m_shown));
    for (std::size_t i = 0; i < std::min(before.size(), m_sections.size()); ++i)
        m_sections[i].unfolded = before[i].unfolded;
    refreshVisibility();
}

}  // namespace potstill
