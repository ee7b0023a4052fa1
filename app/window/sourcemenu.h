#pragma once

#include <QMenu>

#include <functional>

namespace potstill {

/// The two kinds of places that images are read from, each with a dialog of its own: no dialog of a desktop offers folders and files at once.
class SourceMenu final : public QMenu {
    Q_OBJECT
public:
    explicit SourceMenu(QWidget* parent);

    /// Where the dialogs begin; "" = where the program runs.
    QString from;
    /// Ask for a place, "" = none; tests put their own answers here.
    std::function<QString()> askFolder, askFile;

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void take(const QString& path);
};

}  // namespace potstill
