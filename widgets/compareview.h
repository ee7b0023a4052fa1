#pragma once

#include "widgets/imagecompare.h"

#include <QImage>
#include <QWidget>

namespace potstill {

/// The picture of an ImageCompare: paints two images under one zoom and pan.
class CompareView final : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(QWidget* parent);

    void setImages(const QImage& left, const QString& leftName, const QImage& right, const QString& rightName);
    void setMode(ImageCompare::Mode mode);
    void setZoom(int zoom);
    void setWipe(double position);
    void setFlipped(bool flipped);
    void swap();
    void fit();
    void zoomBy(int steps);

    ImageCompare::Mode mode() const { return m_mode; }
    int zoom() const { return m_zoom; }
    double wipe() const { return m_wipe; }
    bool isFlipped() const { return m_flipped; }
    double meanDifference() const { return m_meanDifference; }
    int largestDifference() const { return m_largestDifference; }
    double scale() const;
    QSize sizeHint() const override { return {640, 320}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void modeRequested(ImageCompare::Mode mode);
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRectF pane(int index) const;
    QRectF imageRect(const QRectF& pane, const QImage& image) const;
    void paintImage(QPainter& painter, const QRectF& pane, const QRectF& clip, const QImage& image, const QString& name, Qt::Alignment side);
    void clampPan();
    void describe();

    QImage m_left, m_right, m_difference;
    QString m_leftName, m_rightName;
    ImageCompare::Mode m_mode = ImageCompare::Mode::SideBySide;
    int m_zoom = 0;
    QPointF m_pan;  // of the image's middle from the pane's, in image pixels
    double m_wipe = 0.5;
    bool m_flipped = false;
    double m_meanDifference = -1;
    int m_largestDifference = -1;
    QPointF m_last;
    bool m_dragsWipe = false;
};

}  // namespace potstill
