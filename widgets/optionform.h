#pragma once

#include "engine/core/options.h"

#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QSpacerItem;
class QToolButton;
class QUndoStack;
class QVBoxLayout;

namespace potstill {

class FieldRow;

/// A form made from an option schema. It edits a JSON document, which may hold more than the form shows; several forms can each show a part of
/// the same document (see `shown`). Basic fields come first; "More" unfolds the others, without the expert ones after setExpertShown(false).
/// Object names: "field.<path>" for the editor, "reset.<path>", "issue.<path>", "link.<path>", "more.<section>".
class OptionForm final : public QWidget {
    Q_OBJECT
public:
    /// Asks for a file or folder; returns "" to leave the value as it is.
    using PathChooser = std::function<QString(const QString& path, const QString& current)>;

    explicit OptionForm(QWidget* parent = nullptr);
    ~OptionForm() override;

    /// `hidden` and `shown` hold paths of fields or sections ("imagine_flash", "training.seed"). `shown` empty = everything.
    void setSchema(const OptionSchema& schema, const QStringList& hidden = {}, const QStringList& shown = {});
    const OptionSchema& schema() const { return m_schema; }

    /// Shows a document; missing keys show their default. Neither signals nor enters the undo stack.
    void setDocument(const Json& document);
    /// The document as given, with what was edited.
    const Json& document() const { return m_document; }
    /// The value shown at a path: the document's or the default.
    Json value(const QString& path) const;
    /// As if a person had entered it: undoable, signals.
    void setValue(const QString& path, const Json& value);

    /// Replaces all issues; those of fields of this form appear beside them.
    void setIssues(const Issues& issues);
    int errorCount() const;
    int warningCount() const;

    /// Edits go through the stack; successive edits of one field merge. nullptr = no undo.
    void setUndoStack(QUndoStack* stack);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    void setExpertShown(bool shown);
    void setMoreShown(bool shown);
    void setPathChooser(PathChooser chooser);
    /// What to do with a field that other values make useless; hidden unless told otherwise.
    void setUnusedShown(bool shown);

    bool hasField(const QString& path) const;
    /// The editor of a field, or nullptr.
    QWidget* editor(const QString& path) const;
    /// Unfolds, scrolls to and focuses a field; false if the form does not show it.
    bool focusField(const QString& path);
    void resetField(const QString& path);
    void resetAll();

Q_SIGNALS:
    /// A person (or undo, redo) changed a value.
    void documentChanged();
    void fieldChanged(const QString& path);
    /// Of the column of labels, in pixels, for what shall stand in one line with it; the fields begin 12 pixels to its right.
    void labelWidthChanged(int width);

private:
    class EditCommand;

    void buildSection(const OptionSchema& section, const QString& prefix, QVBoxLayout* layout, int depth);
    bool isShown(const QString& path) const;
    bool isUsed(const FieldInfo& info) const;
    void commit(const QString& path, const Json& value);
    void apply(const QString& path, const Json& value);
    void refreshVisibility();
    void refreshIssues();
    void fitLabels();
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    OptionSchema m_schema;
    QStringList m_hidden;
    QStringList m_shown;
    Json m_document = Json::object();
    Issues m_issues;
    QPointer<QUndoStack> m_undoStack;
    PathChooser m_pathChooser;
    std::vector<FieldRow*> m_rows;
    struct Section {
        QString path;
        QString title;
        QWidget* heading = nullptr;
        QToolButton* more = nullptr;
        QSpacerItem* moreIndent = nullptr;
        bool unfolded = false;
    };
    std::vector<Section> m_sections;
    int m_labelWidth = 0;
    bool m_readOnly = false;
    bool m_expertShown = true;
    bool m_unusedShown = false;
};

/// A text of the option tables in the language of the studio (translation context "Options").
QString optionText(const std::string& english);

}  // namespace potstill
