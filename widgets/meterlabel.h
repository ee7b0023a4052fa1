#pragma once

#include <QString>
#include <QWidget>

namespace potstill {

/// A figure with its unit over a caption, in digits of equal width: "312 images/s". Keeps its width while the number changes.
class MeterLabel final : public QWidget {
    Q_OBJECT
public:
    explicit MeterLabel(QWidget* parent = nullptr);
    MeterLabel(const QString& caption, const QString& unit, QWidget* parent = nullptr);

    void setCaption(const QString& caption);
    void setUnit(const QString& unit);
    /// Shown with an SI prefix, at most three digits; NaN shows a dash.
    void setValue(double value);
    /// Instead of a number, for example "1:20".
    void setText(const QString& text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    QString m_caption;
    QString m_unit;
    QString m_text;
};

}  // namespace potstill
