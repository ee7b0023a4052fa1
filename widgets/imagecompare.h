#pragma once

#include "engine/core/image.h"

#include <QImage>
#include <QWidget>

class QAbstractButton;

namespace potstill {

class CompareView;
class ElidedLabel;

/// Two images under one viewport: side by side, wipe (drag the line), flip (hold Space), or their difference as a heat map.
/// Wheel zooms, drag pans, 0 fits; keys for the modes are those of the page on which it stands. Painted in whole pixels.
class ImageCompare final : public QWidget {
    Q_OBJECT
public:
    enum class Mode { SideBySide, Wipe, Flip, Difference };

    explicit ImageCompare(QWidget* parent = nullptr);

    void setImages(const Image& left, const QString& leftName, const Image& right, const QString& rightName);
    void setImages(const QImage& left, const QString& leftName, const QImage& right, const QString& rightName);
    void clear();
    void setMode(Mode mode);
    Mode mode() const;
    /// What the tool tips name, one for each mode; "" = none.
    void setModeKeys(const QStringList& keys);
    /// Logical pixels per image pixel; 0 = fit.
    void setZoom(int zoom);
    int zoom() const;
    /// 0 to 1, from the left.
    void setWipe(double position);
    double wipe() const;
    bool isFlipped() const;
    void setFlipped(bool flipped);
    /// Mean and largest absolute difference of the 8-bit values; -1 where sizes differ.
    double meanDifference() const;
    int largestDifference() const;
    /// A button with "x" at the right end; off by default.
    void setCloseButtonShown(bool shown);

Q_SIGNALS:
    void modeChanged(ImageCompare::Mode mode);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    CompareView* m_view;
    QList<QAbstractButton*> m_modeButtons;
    QStringList m_modeKeys;
    QAbstractButton* m_zoomOut;
    QAbstractButton* m_zoomIn;
    QAbstractButton* m_fit;
    QAbstractButton* m_swap;
    QAbstractButton* m_close;
    ElidedLabel* m_figures;
};

/// The absolute difference of two images of one size as a heat map (dark = equal), largest channel difference per pixel; null where sizes differ.
QImage differenceImage(const QImage& a, const QImage& b);

}  // namespace potstill
