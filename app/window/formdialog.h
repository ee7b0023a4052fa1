#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace potstill {

/// A dialog that asks for what shall be done with a run: fields, what is said of them, Cancel and the button that does it. Not modal: the studio goes on beside it.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& name, const QString& run, const QString& title, QWidget* parent);

    /// There is one dialog of a name: the open one comes to the front where it is about that run, and goes where it is about another. False = a new one is wanted.
    static bool raiseOpen(QWidget* window, const QString& name, const QString& run);

    void addRow(const QString& label, QWidget* field, const QString& name, const QString& help);
    /// An empty text below the fields. role: as style sheets know it.
    QLabel* addText(const QString& name, const QString& role);
    /// Cancel and what accepts the dialog; the last in the order of Tab.
    QPushButton* addButtons(const QString& name, const QString& text);
    const QString& run() const { return m_run; }

private:
    QString m_run;
    QFormLayout* m_form;
    QVBoxLayout* m_layout;
};

}  // namespace potstill
