#include "widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QtTest>

using namespace potstill;

namespace {

QWidget* block(int width, QSizePolicy::Policy policy = QSizePolicy::Fixed)
{
    auto* w = new QPushButton;
    w->setFixedHeight(20);
    w->setMinimumWidth(width);
    if (policy == QSizePolicy::Fixed)
        w->setMaximumWidth(width);
    w->setSizePolicy(policy, QSizePolicy::Fixed);
    return w;
}

}  // namespace

class FlowLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsWrapAndNeverOverlap()
    {
        QWidget box;
        auto* flow = new FlowLayout(&box);
        QList<QWidget*> blocks;
        for (int width : {100, 150, 80, 120, 90}) {
            blocks.append(block(width));
            flow->addWidget(blocks.back());
        }
        box.show();
        int lines = 0;
        for (int width : {700, 400, 200, 150}) {
            box.resize(width, flow->heightForWidth(width));
            QTRY_COMPARE(flow->geometry().width(), width);
            for (qsizetype i = 0; i < blocks.size(); ++i) {
                QVERIFY2(box.rect().contains(blocks[i]->geometry()), qPrintable(QString("%1 at %2").arg(i).arg(width)));
                for (qsizetype j = i + 1; j < blocks.size(); ++j)
                    QVERIFY(!blocks[i]->geometry().intersects(blocks[j]->geometry()));
            }
            QVERIFY(flow->heightForWidth(width) >= lines);
            lines = flow->heightForWidth(width);
        }
        QCOMPARE(flow->heightForWidth(700), 20);
        QCOMPARE(flow->minimumSize(), QSize(150, 20));
    }
    void whatWantsToGrowTakesTheRestOfItsLine()
    {
        QWidget box;
        auto* flow = new FlowLayout(&box);
        QWidget* first = block(100, QSizePolicy::Expanding);
        QWidget* second = block(100);
        flow->addWidget(first);
        flow->addWidget(second);
        box.resize(500, 20);
        box.show();
        QTRY_COMPARE(first->width(), 500 - 100 - flow->spacing());
        QCOMPARE(second->geometry().right(), 499);
        second->hide();
        QTRY_COMPARE(first->width(), 500);
    }
    void aGroupStaysTogether()
    {
        QWidget box;
        auto* flow = new FlowLayout(&box);
        QWidget *a = block(100), *b = block(100), *c = block(100);
        flow->addWidget(a);
        flow->addGroup({b, c});
        box.resize(260, 60);
        box.show();
        QTRY_VERIFY(b->parentWidget()->y() > a->y());
        QCOMPARE(b->y(), c->y());
    }
};

QTEST_MAIN(FlowLayoutTest)
#include "flowlayout_test.moc"
