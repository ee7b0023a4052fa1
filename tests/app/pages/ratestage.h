#pragma once

#include "app/pages/ratepage.h"
#include "app/pages/votingview.h"
#include "tests/app/rating/comparisons.h"
#include "tests/app/support.h"

#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include <functional>
#include <initializer_list>
#include <optional>

// The Rate page as its tests drive it.
namespace potstill {

inline void click(QWidget& parent, const char* name)
{
    auto* button = child<QPushButton>(parent, name);
    QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), name, 120'000);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// A project with one locked comparison "a", whose images are there, and a vote of each of these raters; its folder.
inline QString ratedProject(const QTemporaryDir& dir, const char* name, const QStringList& raters = {}, int seeds = 40, int length = 6)
{
    const QString project = dir.filePath(name);
    QDir().mkpath(project);
    RatingDatabase database(project + "/ratings.sqlite");
    lockWithImages(database, draftOf("a", 2, seeds, length), project + "/comparisons/a");
    for (const QString& rater : raters) {
        const SessionRecord session = database.startSession("a", database.rater(rater).id);
        database.addVote(session.pairs[0].id, Answer::Left, 900, 1'700'000'000'000);
        database.endSession(session.id);
    }
    return project;
}

/// The Rate page of a project, with somebody to rate.
struct RateStage {
    RunSession runs;
    RatePage page{runs};
    QString opened, saved;  ///< what a file dialog is answered with
    QString problem;        ///< the last one
    explicit RateStage(const QString& project, const QString& rater = "Ada")
    {
        QDir().mkpath(project);
        QObject::connect(&page, &RatePage::problem, &page, [this](const QString& p) { problem = p; });
        page.askFile = [this](const QString&, const QString&, bool saves) { return saves ? saved : opened; };
        page.resize(1366, 768);
        page.show();
        page.setProject(project);
        QTRY_COMPARE(page.store().state(), RatingStore::State::Ready);
        child<QComboBox>(page, "rate.rater")->setCurrentText(rater);
    }
    template <class T>
    T ask(std::function<T(RatingDatabase&)> work)
    {
        std::optional<T> answer;
        page.store().ask<T>(&page, work, [&](T value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            qFatal("the store did not answer");
        return *answer;
    }
    ComparisonData load(const QString& id)
    {
        return ask<ComparisonData>([id](RatingDatabase& d) { return d.load(id); });
    }
    QTreeWidget* list() { return child<QTreeWidget>(page, "rate.comparisons"); }
    void select(const QString& id)
    {
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            if (list()->topLevelItem(i)->data(0, Qt::UserRole).toString() == id)
                list()->setCurrentItem(list()->topLevelItem(i));
        QCOMPARE(page.current(), id);
    }
    /// Presses keys, each when its pair is painted.
    void press(std::initializer_list<int> keys)
    {
        QTRY_VERIFY_WITH_TIMEOUT(page.votingView().isVisible(), 30'000);
        for (const int key : keys) {
            QTRY_VERIFY(page.votingView().isArmed());
            QTest::keyClick(&page.votingView(), Qt::Key(key));
        }
    }
    void answer(int votes)
    {
        for (int i = 0; i < votes; ++i)
            press({i % 3 ? Qt::Key_Left : Qt::Key_Right});
    }
};

}  // namespace potstill
