#pragma once

#include <QDialog>

namespace potstill {

/// What a run wrote while it trained: the newest line in view.
class RunLogDialog final : public QDialog {
    Q_OBJECT
public:
    RunLogDialog(const QString& runFolder, const QString& name, QWidget* parent = nullptr);
};

}  // namespace potstill
