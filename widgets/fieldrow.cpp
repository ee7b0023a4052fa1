#include "widgets/fieldrow.h"

#include "widgets/icon.h"
#include "widgets/issuetext.h"
#include "widgets/numberfield.h"
#include "widgets/optionform.h"
#include "widgets/theme.h"
#include "widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace potstill {
namespace {

QString textFromValue(const Json& value, FieldKind kind)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number())
        return NumberField::textFromNumber(value, kind == FieldKind::Integer || kind == FieldKind::IntegerList ? NumberField::Kind::Integer : NumberField::Kind::Number);
    if (value.is_boolean())
        return value.get<bool>() ? FieldRow::tr("on") : FieldRow::tr("off");
    QStringList parts;
    if (value.is_array())
        for (const Json& item : value)
            parts << textFromValue(item, kind);
    return parts.join(QStringLiteral(", "));
}

}  // namespace

FieldRow::FieldRow(const FieldInfo& info, const QString& path, QWidget* parent) : QWidget(parent), m_info(info), m_path(path)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    rows->addLayout(line);

    const QString name = optionText(info.label.empty() ? info.key : info.label);
    m_label = new QLabel(name, this);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->setWordWrap(true);
    line->addWidget(m_label);
    line->addSpacing(4);
    m_editor = makeEditor(line);
    m_editor->setObjectName(QStringLiteral("field.") + path);
    m_editor->setAccessibleName(name);
    m_editor->setToolTip(toolTipText());
    m_label->setToolTip(m_editor->toolTip());
    m_editor->installEventFilter(this);
    guardWheel(m_editor);
    m_label->setBuddy(m_editor);

    QStringList aside;
    if (!info.unit.empty())
        aside << optionText(info.unit);
    if (!info.symbol.empty())
        aside << QString::fromStdString(info.symbol);
    QString description = optionText(info.help);
    if (!aside.isEmpty()) {
        auto* unit = new QLabel(aside.join(QStringLiteral("  ·  ")), this);
        unit->setProperty("role", "caption");
        unit->setToolTip(m_editor->toolTip());
        line->addWidget(unit);
        description += QStringLiteral(" (%1)").arg(aside.join(QStringLiteral(", ")));
    }
    m_editor->setAccessibleDescription(description);
    const bool isWide = info.kind == FieldKind::Path || info.kind == FieldKind::Text || info.isList();
    if (!isWide)
        line->addStretch(1);

    if (!info.link.empty()) {
        auto* link = new QToolButton(this);
        link->setObjectName(QStringLiteral("link.") + path);
        link->setIcon(icon(QStringLiteral("link"), IconTone::Secondary));
        link->setAutoRaise(true);
        link->setToolTip(tr("Open the paper: %1").arg(QString::fromStdString(info.link)));
        link->setAccessibleName(tr("Open the paper on %1").arg(name));
        const QUrl url(QString::fromStdString(info.link));
        connect(link, &QToolButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
        line->addWidget(link);
    }
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("reset.") + path);
    m_reset->setIcon(icon(QStringLiteral("reset"), IconTone::Secondary));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Reset to %1").arg(textFromValue(info.defaultValue, info.kind)));
    m_reset->setAccessibleName(tr("Reset %1").arg(name));
    QSizePolicy keepsRoom = m_reset->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsRoom);
    connect(m_reset, &QToolButton::clicked, this, &FieldRow::resetRequested);
    line->addWidget(m_reset);

    m_issueLine = new QWidget(this);
    auto* issueLayout = new QHBoxLayout(m_issueLine);
    issueLayout->setContentsMargins(0, 0, 0, 4);
    issueLayout->setSpacing(4);
    m_issueIcon = new QLabel(m_issueLine);
    m_issueIcon->setAlignment(Qt::AlignTop);
    m_issueText = new QLabel(m_issueLine);
    m_issueText->setObjectName(QStringLiteral("issue.") + path);
    m_issueText->setWordWrap(true);
    m_issueText->setTextFormat(Qt::PlainText);
    m_issueText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    issueLayout->addWidget(m_issueIcon);
    issueLayout->addWidget(m_issueText, 1);
    rows->addWidget(m_issueLine);
    m_issueLine->hide();
}

QWidget* FieldRow::makeEditor(QHBoxLayout* layout)
{
    switch (m_info.kind) {
    case FieldKind::Bool: {
        auto* box = new QCheckBox(this);
        connect(box, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(on); });
        layout->addWidget(box);
        return box;
    }
    case FieldKind::Integer:
    case FieldKind::Number: {
        auto* field = new NumberField(m_info.kind == FieldKind::Integer ? NumberField::Kind::Integer : NumberField::Kind::Number, this);
        field->setBounds(m_info.min, m_info.max);
        connect(field, &NumberField::edited, this, [this, field] {
            const auto number = field->value();
            m_textProblem = number ? QString() : m_info.kind == FieldKind::Integer ? tr("A whole number is needed.") : tr("A number is needed.");
            showIssues();
            if (number && *number != m_value)
                Q_EMIT edited(*number);
        });
        connect(field, &QAbstractSpinBox::editingFinished, this, [this, field] {
            if (!field->value()) {
                m_textProblem.clear();
                field->setValue(m_value);
                showIssues();
            }
        });
        layout->addWidget(field);
        return field;
    }
    case FieldKind::Choice: {
        auto* box = new QComboBox(this);
        for (const Choice& choice : m_info.choices)
            box->addItem(optionText(choice.label.empty() ? choice.value : choice.label), QString::fromStdString(choice.value));
        box->setMinimumWidth(132);
        connect(box, &QComboBox::activated, this, [this, box](int index) { Q_EMIT edited(box->itemData(index).toString().toStdString()); });
        layout->addWidget(box);
        return box;
    }
    default: break;
    }
    auto* edit = new QLineEdit(this);
    edit->setMinimumWidth(132);
    if (m_info.isList())
        edit->setPlaceholderText(tr("values, separated by commas"));
    connect(edit, &QLineEdit::textEdited, this, &FieldRow::emitText);
    connect(edit, &QLineEdit::editingFinished, this, [this] {
        if (m_textProblem.isEmpty())
            return;
        m_textProblem.clear();
        setValue(m_value);
        showIssues();
    });
    layout->addWidget(edit, 1);
    if (m_info.kind == FieldKind::Path) {
        m_browse = new QToolButton(this);
        m_browse->setObjectName(QStringLiteral("browse.") + m_path);
        m_browse->setIcon(icon(QStringLiteral("folder"), IconTone::Secondary));
        m_browse->setAutoRaise(true);
        m_browse->setToolTip(tr("Choose…"));
        m_browse->setAccessibleName(tr("Choose a file or folder for %1").arg(optionText(m_info.label)));
        connect(m_browse, &QToolButton::clicked, this, &FieldRow::browseRequested);
        layout->addWidget(m_browse);
    }
    return edit;
}

void FieldRow::emitText(const QString& text)
{
    Json value = text.toStdString();
    m_textProblem.clear();
    if (m_info.isList()) {
        value = Json::array();
        const NumberField::Kind kind = m_info.kind == FieldKind::IntegerList ? NumberField::Kind::Integer : NumberField::Kind::Number;
        const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString& part : parts) {
            const QString item = part.trimmed();
            if (item.isEmpty())
                continue;
            if (m_info.kind == FieldKind::TextList) {
                value.push_back(item.toStdString());
                continue;
            }
            const auto number = NumberField::numberFromText(item, kind);
            if (!number) {
                m_textProblem = tr("'%1' is not a number; separate numbers with commas.").arg(item);
                break;
            }
            value.push_back(*number);
        }
    }
    showIssues();
    if (m_textProblem.isEmpty() && value != m_value)
        Q_EMIT edited(value);
}

int FieldRow::labelWidth() const { return m_label->fontMetrics().horizontalAdvance(m_label->text()) + 2; }

void FieldRow::setLabelWidth(int width)
{
    m_label->setFixedWidth(width);
    m_issueLine->layout()->setContentsMargins(width + 12, 0, 0, 4);
}

void FieldRow::setValue(const Json& value)
{
    m_value = value;
    if (auto* box = qobject_cast<QCheckBox*>(m_editor)) {
        box->setChecked(value.is_boolean() && value.get<bool>());
    } else if (auto* field = qobject_cast<NumberField*>(m_editor)) {
        if (const auto now = field->value(); !now || *now != value || !field->hasFocus())
            field->setValue(value);
    } else if (auto* combo = qobject_cast<QComboBox*>(m_editor)) {
        combo->setCurrentIndex(combo->findData(textFromValue(value, m_info.kind)));
    } else if (auto* edit = qobject_cast<QLineEdit*>(m_editor)) {
        const QString text = textFromValue(value, m_info.kind);
        // What is being typed stays as typed ("1, 2," is on its way to "1, 2, 3").
        if (!edit->hasFocus() || !edit->isModified())
            edit->setText(text);
    }
    refreshReset();
}

void FieldRow::setIssues(const Issues& issues)
{
    m_issues = issues;
    showIssues();
}

void FieldRow::showIssues()
{
    QStringList lines;
    bool hasError = !m_textProblem.isEmpty();
    if (hasError)
        lines << m_textProblem;
    for (const Issue& issue : m_issues) {
        lines << issueText(issue, &m_info, m_value);
        hasError = hasError || issue.severity == Issue::Severity::Error;
    }
    const QString kind = lines.isEmpty() ? QString() : hasError ? QStringLiteral("error") : QStringLiteral("warning");
    if (m_editor->property("issue").toString() != kind) {
        m_editor->setProperty("issue", kind);
        m_editor->update();
        m_issueText->setProperty("role", hasError ? "danger" : "warning");
        repolish(m_issueText);
        m_issueIcon->setPixmap(icon(hasError ? QStringLiteral("error") : QStringLiteral("warning"), hasError ? IconTone::Danger : IconTone::Warning).pixmap(14, 14));
    }
    m_issueText->setText(lines.join(QLatin1Char('\n')));
    m_issueLine->setVisible(!lines.isEmpty());
}

void FieldRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (auto* edit = qobject_cast<QLineEdit*>(m_editor))
        edit->setReadOnly(readOnly);
    else if (auto* field = qobject_cast<NumberField*>(m_editor))
        field->setReadOnly(readOnly);
    else
        m_editor->setEnabled(!readOnly);
    if (m_browse)
        m_browse->setEnabled(!readOnly);
    refreshReset();
}

void FieldRow::refreshReset() { m_reset->setVisible(!m_readOnly && m_value != m_info.defaultValue); }

bool FieldRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        if (auto* edit = qobject_cast<QLineEdit*>(m_editor)) {
            edit->setModified(false);
            setValue(m_value);
        }
    return QWidget::eventFilter(watched, event);
}

QString FieldRow::toolTipText() const
{
    QString text = QStringLiteral("<p><b>%1</b>").arg(optionText(m_info.label).toHtmlEscaped());
    if (!m_info.symbol.empty())
        text += QStringLiteral(" &nbsp;<i>%1</i>").arg(QString::fromStdString(m_info.symbol).toHtmlEscaped());
    text += QStringLiteral("</p>");
    if (!m_info.help.empty())
        text += QStringLiteral("<p>%1</p>").arg(optionText(m_info.help).toHtmlEscaped());
    const auto shown = [this](double bound) {
        return m_info.kind == FieldKind::Integer ? NumberField::textFromNumber(Json(static_cast<std::int64_t>(bound)), NumberField::Kind::Integer)
                                                 : NumberField::textFromNumber(Json(bound), NumberField::Kind::Number);
    };
    QStringList facts;
    if (std::isfinite(m_info.min) && std::isfinite(m_info.max))
        facts << tr("%1 to %2").arg(shown(m_info.min), shown(m_info.max));
    else if (std::isfinite(m_info.min))
        facts << (m_info.minIsExcluded ? tr("above %1") : tr("at least %1")).arg(shown(m_info.min));
    const QString byDefault = textFromValue(m_info.defaultValue, m_info.kind);
    if (!byDefault.isEmpty())
        facts << tr("default %1").arg(byDefault);
    if (!facts.isEmpty())
        text += QStringLiteral("<p>%1</p>").arg(facts.join(QStringLiteral(", ")).toHtmlEscaped());
    return text;
}

}  // namespace potstill
