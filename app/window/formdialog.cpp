#include "app/window/formdialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace potstill {

FormDialog::FormDialog(const QString& name, const QString& run, const QString& title, QWidget* parent) : QDialog(parent), m_run(run)
{
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_form = new QFormLayout;
    m_form->setLabelAlignment(Qt::AlignRight);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(24, 16, 24, 16);
    m_layout->setSpacing(12);
    m_layout->addLayout(m_form);
}

bool FormDialog::raiseOpen(QWidget* window, const QString& name, const QString& run)
{
    for (FormDialog* dialog : window->findChildren<FormDialog*>(name)) {
        if (!dialog->isVisible())
            continue;
        if (dialog->run() == run) {
            dialog->raise();
            dialog->activateWindow();
            return true;
        }
        dialog->reject();
    }
    return false;
}

void FormDialog::addRow(const QString& label, QWidget* field, const QString& name, const QString& help)
{
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setToolTip(help);
    m_form->addRow(label, field);
}

QLabel* FormDialog::addText(const QString& name, const QString& role)
{
    auto* text = new QLabel;
    text->setObjectName(name);
    text->setProperty("role", role);
    text->setWordWrap(true);
    m_layout->addWidget(text);
    return text;
}

QPushButton* FormDialog::addButtons(const QString& name, const QString& text)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* button = buttons->addButton(text, QDialogButtonBox::AcceptRole);
    button->setObjectName(name);
    button->setProperty("primary", true);
    m_layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return button;
}

}  // namespace potstill
