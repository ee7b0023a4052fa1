#include "widgets/issuelist.h"
#include "widgets/optionform.h"
#include "widgets/sectioncard.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>
#include <QWheelEvent>
#include <QtTest>

using namespace potstill;

namespace {

enum class Noise { Own, Teacher };

struct Flash {
    bool shift = true;
    double gammaMin = 0.25;
    double rate = 3e-4;
    Noise renoise = Noise::Own;
    static const FieldTable<Flash>& table()
    {
        static const FieldTable<Flash> fields = [] {
            FieldTable<Flash> t("Imagine Flash", "The method.");
            t.flag("shift", &Flash::shift).label("Shifted reconstruction").link("https://arxiv.org/abs/2405.05224");
            t.number("gamma_min", &Flash::gammaMin).label("Shift at t = 0").symbol("γ min").range(0, 1).usedWhen("flash.shift", {true});
            t.number("rate", &Flash::rate).label("Learning rate").above(0).advanced();
            t.choice("renoise", &Flash::renoise, {{Noise::Own, "own", "Own noise"}, {Noise::Teacher, "teacher", "Teacher's noise"}}).label("Noise").help("Which noise.");
            return t;
        }();
        return fields;
    }
};

struct Run {
    std::string name = "student";
    std::string source;
    std::int64_t images = 200000;
    std::int64_t seed = 1;
    std::vector<double> grid = {1.0, 0.5};
    Flash flash;
    static const FieldTable<Run>& table()
    {
        static const FieldTable<Run> fields = [] {
            FieldTable<Run> t("Run", "All.");
            t.text("name", &Run::name).label("Name");
            t.path("source", &Run::source).label("Source");
            t.integer("images", &Run::images).label("Training length").unit("images").atLeast(1);
            t.integer("seed", &Run::seed).label("Seed").expert();
            t.list("grid", &Run::grid).label("Time grid").range(0, 1);
            t.section("flash", &Run::flash);
            return t;
        }();
        return fields;
    }
};

void type(QWidget* editor, const QString& text)
{
    auto* edit = editor->findChild<QLineEdit*>();
    if (!edit)
        edit = qobject_cast<QLineEdit*>(editor);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

}  // namespace

class OptionFormTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QWidget> m_window;
    OptionForm* m_form = nullptr;

    template <class W>
    W* child(const char* name)
    {
        return m_form->findChild<W*>(QString::fromUtf8(name));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_form = new OptionForm(m_window.get());
        m_form->setSchema(Run::table().schema());
        m_form->resize(560, 600);
        m_window->resize(600, 640);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void documentComesBackAsGiven()
    {
        Json document = defaultsOf(Run::table().schema());
        document["images"] = std::int64_t(9'000'000'000);
        document["unknown_to_form"] = {{"kept", true}};
        QSignalSpy spy(m_form, &OptionForm::documentChanged);
        m_form->setDocument(document);
        QCOMPARE(QString::fromStdString(m_form->document().dump()), QString::fromStdString(document.dump()));
        QCOMPARE(spy.size(), 0);
        QCOMPARE(child<QWidget>("field.images")->findChild<QLineEdit*>()->text().remove(QChar(0x202F)), QStringLiteral("9000000000"));
    }
    void everyKindIsEdited()
    {
        m_form->setDocument(Json::object());
        QSignalSpy spy(m_form, &OptionForm::documentChanged);
        type(child<QWidget>("field.images"), QStringLiteral("12k"));
        QCOMPARE(m_form->document()["images"].get<std::int64_t>(), 12000);
        type(child<QWidget>("field.grid"), QStringLiteral("1, 0.75, 0.5"));
        QCOMPARE(m_form->document()["grid"].size(), 3u);
        QCOMPARE(m_form->document()["grid"][1].get<double>(), 0.75);
        type(child<QWidget>("field.name"), QStringLiteral("flash 3"));
        QCOMPARE(QString::fromStdString(m_form->document()["name"].get<std::string>()), QStringLiteral("flash 3"));
        m_form->setMoreShown(true);
        type(child<QWidget>("field.flash.rate"), QStringLiteral("2.5e-5"));
        QCOMPARE(m_form->document()["flash"]["rate"].get<double>(), 2.5e-5);
        QTest::mouseClick(child<QCheckBox>("field.flash.shift"), Qt::LeftButton, Qt::NoModifier, QPoint(9, 12));
        QCOMPARE(m_form->document()["flash"]["shift"].get<bool>(), false);
        auto* combo = child<QComboBox>("field.flash.renoise");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(QString::fromStdString(m_form->document()["flash"]["renoise"].get<std::string>()), QStringLiteral("teacher"));
        m_form->setPathChooser([](const QString&, const QString&) { return QStringLiteral("/data/sprites"); });
        QTest::mouseClick(child<QToolButton>("browse.source"), Qt::LeftButton);
        QCOMPARE(QString::fromStdString(m_form->document()["source"].get<std::string>()), QStringLiteral("/data/sprites"));
        QVERIFY(spy.size() >= 7);
        const Run run = Run::table().fromJson(m_form->document());
        QCOMPARE(run.images, 12000);
        QVERIFY(run.flash.renoise == Noise::Teacher);
    }
    void unusedFieldsDisappear()
    {
        m_form->setDocument(Json::object());
        QTRY_VERIFY(child<QWidget>("field.flash.gamma_min")->isVisible());
        m_form->setValue(QStringLiteral("flash.shift"), false);
        QVERIFY(!child<QWidget>("field.flash.gamma_min")->isVisible());
        m_form->setUnusedShown(true);
        QVERIFY(child<QWidget>("field.flash.gamma_min")->isVisible());
        QVERIFY(!child<QWidget>("field.flash.gamma_min")->isEnabled());
    }
    void moreUnfoldsAndFocusFindsAField()
    {
        QVERIFY(!child<QWidget>("field.flash.rate")->isVisible());
        QTest::mouseClick(child<QToolButton>("more.flash"), Qt::LeftButton);
        QVERIFY(child<QWidget>("field.flash.rate")->isVisible());
        QVERIFY(m_form->focusField(QStringLiteral("seed")));
        QVERIFY(child<QWidget>("field.seed")->isVisible());
        QTRY_VERIFY(child<QWidget>("field.seed")->hasFocus());
        m_form->setExpertShown(false);
        QVERIFY(!child<QWidget>("field.seed")->isVisible());
        QVERIFY(!m_form->focusField(QStringLiteral("no.such")));
    }
    void issuesStandBesideTheirField()
    {
        m_form->setDocument(Json::object());
        m_form->setIssues({{Issue::Severity::Error, "images", "0 is too few; at least 1"}, {Issue::Severity::Warning, "flash.gamma_min", "0.25 is unusual"}});
        QVERIFY(child<QLabel>("issue.images")->isVisible());
        QCOMPARE(child<QLabel>("issue.images")->text(), QStringLiteral("0 is too few; at least 1"));
        QCOMPARE(m_form->errorCount(), 1);
        QCOMPARE(m_form->warningCount(), 1);
        m_form->setIssues({});
        QVERIFY(!child<QLabel>("issue.images")->isVisible());
        type(child<QWidget>("field.flash.gamma_min"), QStringLiteral("3"));
        QVERIFY2(child<QLabel>("issue.flash.gamma_min")->text().contains(QLatin1Char('3')), "a value out of range is named at once");
        QCOMPARE(m_form->document()["flash"]["gamma_min"].get<double>(), 3.0);
        type(child<QWidget>("field.flash.gamma_min"), QStringLiteral("abc"));
        QCOMPARE(m_form->errorCount(), 1);
        QCOMPARE(m_form->document()["flash"]["gamma_min"].get<double>(), 3.0);
    }
    void resetGoesBackToTheDefault()
    {
        m_form->setDocument({{"images", 5}});
        QVERIFY(child<QToolButton>("reset.images")->isVisible());
        QVERIFY(!child<QToolButton>("reset.name")->isVisible());
        QTest::mouseClick(child<QToolButton>("reset.images"), Qt::LeftButton);
        QCOMPARE(m_form->document()["images"].get<std::int64_t>(), 200000);
        QVERIFY(!child<QToolButton>("reset.images")->isVisible());
    }
    void editsAreUndoneAsOneStepPerField()
    {
        QUndoStack stack;
        m_form->setUndoStack(&stack);
        m_form->setDocument(Json::object());
        type(child<QWidget>("field.name"), QStringLiteral("abc"));
        QCOMPARE(stack.count(), 1);
        m_form->setValue(QStringLiteral("flash.gamma_min"), 0.5);
        QCOMPARE(stack.count(), 2);
        QSignalSpy spy(m_form, &OptionForm::documentChanged);
        stack.undo();
        QCOMPARE(m_form->value(QStringLiteral("flash.gamma_min")).get<double>(), 0.25);
        stack.undo();
        QVERIFY(!m_form->document().contains("name"));
        QCOMPARE(spy.size(), 2);
        stack.redo();
        QCOMPARE(QString::fromStdString(m_form->document()["name"].get<std::string>()), QStringLiteral("abc"));
        m_form->setUndoStack(nullptr);
    }
    void wheelTurnsNothingWithoutFocus()
    {
        m_form->setDocument(Json::object());
        QWidget* images = child<QWidget>("field.images");
        child<QWidget>("field.name")->setFocus();
        const auto turn = [images] {
            QWheelEvent wheel(QPointF(10, 10), images->mapToGlobal(QPointF(10, 10)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(images, &wheel);
        };
        turn();
        QVERIFY(!m_form->document().contains("images"));
        images->setFocus();
        turn();
        QVERIFY(m_form->document().contains("images"));
        QVERIFY(m_form->document()["images"].get<std::int64_t>() > 200000);
    }
    void readOnlyFormChangesNothing()
    {
        m_form->setDocument({{"name", "fixed"}});
        m_form->setReadOnly(true);
        type(child<QWidget>("field.name"), QStringLiteral("x"));
        QCOMPARE(QString::fromStdString(m_form->document()["name"].get<std::string>()), QStringLiteral("fixed"));
        QVERIFY(!child<QToolButton>("reset.name")->isVisible());
    }
    void partsOfOneDocumentAreShown()
    {
        m_form->setSchema(Run::table().schema(), {QStringLiteral("flash.renoise")}, {QStringLiteral("flash")});
        QVERIFY(m_form->hasField(QStringLiteral("flash.shift")));
        QVERIFY(!m_form->hasField(QStringLiteral("flash.renoise")));
        QVERIFY(!m_form->hasField(QStringLiteral("name")));
    }
    void editorsHaveNamesForScreenReaders()
    {
        for (const char* name : {"field.images", "field.flash.renoise", "field.flash.shift", "field.name"})
            QVERIFY(!child<QWidget>(name)->accessibleName().isEmpty());
        QVERIFY(child<QWidget>("field.images")->accessibleDescription().contains(QStringLiteral("images")));
    }
    void issueListJumps()
    {
        IssueList list;
        const OptionSchema schema = Run::table().schema();
        list.setIssues({{Issue::Severity::Warning, "name", "long"}, {Issue::Severity::Error, "images", "none"}}, &schema);
        QCOMPARE(list.item(0)->text(), QStringLiteral("Training length: none"));
        QSignalSpy spy(&list, &IssueList::issueActivated);
        list.show();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, list.visualItemRect(list.item(0)).center());
        QCOMPARE(spy.at(0).at(0).toString(), QStringLiteral("images"));
    }
    void cardUnfoldsAndCounts()
    {
        SectionCard card(QStringLiteral("Method"));
        auto* content = new QLabel(QStringLiteral("inside"));
        card.setContent(content);
        card.setSummary(QStringLiteral("Imagine Flash, 3 steps"));
        card.setIssueCount(2, 1);
        card.resize(400, 60);
        card.show();
        QVERIFY(!content->isVisible());
        QSignalSpy spy(&card, &SectionCard::unfoldedChanged);
        QTest::mouseClick(card.findChild<QToolButton*>(QStringLiteral("unfold")), Qt::LeftButton);
        QVERIFY(content->isVisible());
        QCOMPARE(spy.size(), 1);
        QVERIFY(card.accessibleDescription().contains(QLatin1Char('2')));
    }
};

QTEST_MAIN(OptionFormTest)
#include "optionform_test.moc"
