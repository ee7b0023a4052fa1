#include "app/pages/comparisonform.h"
#include "app/pages/packlist.h"
#include "app/pages/ratepage.h"
#include "app/pages/raterpanel.h"
#include "widgets/accessible.h"
#include "widgets/emptystate.h"
#include "widgets/flowlayout.h"
#include "widgets/icon.h"
#include "widgets/progressline.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace potstill {

namespace {

QPushButton* button(const char* objectName, const char* iconName, const QString& text, const QString& help)
{
    auto* b = new QPushButton(icon(iconName), text);
    b->setObjectName(objectName);
    b->setToolTip(help);
    return b;
}

QPushButton* primary(const char* objectName, const char* iconName, const QString& text, const QString& help)
{
    QPushButton* b = button(objectName, iconName, text, help);
    b->setIcon(icon(iconName, IconTone::OnAccent));
    b->setProperty("primary", true);
    return b;
}

QLabel* label(const char* objectName, const char* role = nullptr)
{
    auto* l = new QLabel;
    l->setObjectName(objectName);
    l->setWordWrap(true);
    if (role)
        l->setProperty("role", role);
    return l;
}

QWidget* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setWidget(content);
    return area;
}

}  // namespace

void RatePage::buildPage()
{
    m_empty = new EmptyState("rate", tr("Nothing to rate yet"), tr("A comparison shows pairs of images blind and asks which is better.\nIt says when the votes are enough."),
                             tr("New comparison"));
    m_empty->setObjectName("rate.empty");
    m_empty->setSecondAction(tr("Rate 20 pairs of the newest student"));
    m_refused =
        new EmptyState("warning", tr("The ratings of this project cannot be opened"), tr("The file stays as it is until you choose."), tr("Set the file aside and begin anew"));
    m_refused->setObjectName("rate.refused");
    m_refused->setSecondAction(tr("Try again"));
    m_status = label("rate.status", "secondary");
    m_status->hide();
    m_takeOver = button("rate.takeOver", "swap", tr("Take over"), tr("Goes on with the session here; the other program leaves it at its next answer"));
    m_takeOver->hide();
    m_undoRemove = button("rate.undoRemove", "undo", tr("Bring the removed draft back"), tr("Undoes the last removal of a draft"));
    m_undoRemove->hide();
    auto* statusLine = new QHBoxLayout;
    statusLine->addWidget(m_status, 1);
    statusLine->addWidget(m_undoRemove);
    statusLine->addWidget(m_takeOver);
    auto* splitter = new QSplitter;
    splitter->addWidget(buildList());
    m_detail = new QStackedWidget;
    m_detail->addWidget(scrolled(buildDraft()));
    m_detail->addWidget(scrolled(buildLocked()));
    auto* side = new QWidget;
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(12);
    sideLayout->addWidget(buildWarnings());
    sideLayout->addWidget(m_detail, 1);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({360, 640});
    splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_refused);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(buildTop());
    layout->addLayout(statusLine);
    layout->addWidget(m_stack, 1);
    connect(m_manageRaters, &QPushButton::toggled, m_profiles, &QWidget::setVisible);
    connect(m_undoRemove, &QPushButton::clicked, this, &RatePage::undoRemove);
    connect(m_takeOver, &QPushButton::clicked, this, [this] { rate(m_takenElsewhere, RatingDatabase::Claim::TakeOver); });
    connect(m_empty, &EmptyState::actionTriggered, this, &RatePage::newDraft);
    connect(m_empty, &EmptyState::secondActionTriggered, this, &RatePage::startQuickWithNewest);
    connect(m_refused, &EmptyState::actionTriggered, &m_store, &RatingStore::setAsideAndReopen);
    connect(m_refused, &EmptyState::secondActionTriggered, this, [this] { m_store.open(m_project); });
}

QWidget* RatePage::buildTop()
{
    auto* top = new QWidget;
    auto* layout = new FlowLayout(top);
    m_raters = new QComboBox;
    m_raters->setObjectName("rate.rater");
    m_raters->setAccessibleName(tr("Rater"));
    m_raters->setToolTip(tr("Who rates; type a new name for a new rater"));
    m_raters->setEditable(true);
    m_raters->setInsertPolicy(QComboBox::NoInsert);
    m_raters->setMinimumContentsLength(16);
    m_raters->lineEdit()->setPlaceholderText(tr("Name"));
    m_raters->lineEdit()->setAccessibleName(tr("Rater"));
    auto* raterLabel = new QLabel(tr("Rater"));
    raterLabel->setProperty("role", "secondary");
    raterLabel->setBuddy(m_raters);
    m_nextRater = button("rate.nextRater", "swap", tr("Next rater"), tr("Lets another person rate: asks for their name"));
    m_manageRaters = button("rate.manageRaters", "menu", tr("Raters"), tr("Rename raters, or merge profiles of one person"));
    m_manageRaters->setCheckable(true);
    m_import = button("rate.import", "folder", tr("Import…"), tr("Votes of a pack, a file of votes (CSV or JSON), or pairs of texts to rate"));
    m_openPack = button("rate.openPack", "rate", tr("Open pack…"), tr("Rates a pack of somebody else's comparison here; your answers become a file to send back"));
    m_openPack->setAccessibleName(tr("Open rating pack"));
    m_quickButton = button("rate.quick", "run", tr("Rate 20 pairs"), tr("The newest student at 3 steps against its teacher's own 3 steps: a difference that 20 votes can decide"));
    m_new = button("rate.new", "add", tr("New comparison"), tr("A draft; nothing is fixed until it is locked"));
    // An empty page offers these two itself.
    m_quickButton->hide();
    m_new->hide();
    layout->addGroup({raterLabel, m_raters}, 8);
    layout->addGroup({m_nextRater, m_manageRaters}, 8)->addStretch(1);
    layout->addGroup({m_quickButton, m_openPack, m_import, m_new}, 8);
    connect(m_quickButton, &QPushButton::clicked, this, &RatePage::startQuickWithNewest);
    connect(m_new, &QPushButton::clicked, this, &RatePage::newDraft);
    connect(m_openPack, &QPushButton::clicked, this, &RatePage::openPack);
    connect(m_import, &QPushButton::clicked, this, &RatePage::importFile);
    connect(m_nextRater, &QPushButton::clicked, this, [this] {
        m_raters->setCurrentText({});
        m_raters->setFocus();
    });
    const auto takeSeat = [this] {
        keepRater();
        refresh();
    };
    connect(m_raters, &QComboBox::activated, this, takeSeat);
    connect(m_raters, &QComboBox::currentTextChanged, this, [this] {
        if (!m_takeOver->isHidden())
            say({});  // it was about another rater
    });
    connect(m_raters->lineEdit(), &QLineEdit::editingFinished, this, takeSeat);
    return top;
}

QWidget* RatePage::buildList()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(8);
    m_list = new QTreeWidget;
    m_list->setObjectName("rate.comparisons");
    m_list->setAccessibleName(tr("Comparisons"));
    m_list->setAccessibleDescription(tr("Drafts, open and closed comparisons of the project with their votes"));
    m_list->setHeaderLabels({tr("Comparison"), tr("State"), tr("Votes")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->setMinimumWidth(44 * m_list->fontMetrics().averageCharWidth());  // three columns in every language
    layout->addWidget(m_list, 1);
    m_profiles = new RaterPanel;
    m_profiles->hide();
    layout->addWidget(m_profiles);
    connect(m_profiles, &RaterPanel::renameRequested, this, [this](qint64 profile, const QString& name) { change([=](RatingDatabase& d) { d.renameRater(profile, name); }); });
    connect(m_profiles, &RaterPanel::mergeRequested, this, [this](qint64 profile, qint64 into) { change([=](RatingDatabase& d) { d.mergeRaters(profile, into); }); });
    connect(m_profiles, &RaterPanel::separateRequested, this, [this](qint64 profile) { change([=](RatingDatabase& d) { d.separateRater(profile); }); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &RatePage::showCurrent);
    return box;
}

QWidget* RatePage::buildWarnings()
{
    m_warningStrip = new QWidget;
    setAccessibleRole(m_warningStrip, QAccessible::AlertMessage);
    m_warningStrip->setAccessibleName(tr("Warnings of the images"));
    m_warnings = label("rate.warnings", "warning");
    m_warnings->setTextFormat(Qt::PlainText);
    auto* close = new QToolButton;
    close->setObjectName("rate.closeWarnings");
    close->setIcon(icon("close"));
    close->setToolTip(tr("Put these warnings away"));
    close->setAccessibleName(close->toolTip());
    auto* row = new QHBoxLayout(m_warningStrip);
    row->setContentsMargins(12, 0, 0, 0);
    row->addWidget(m_warnings, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    m_warningStrip->hide();
    connect(close, &QToolButton::clicked, this, [this] {
        m_preparation.dismissWarnings(current());
        showWarnings();
    });
    return m_warningStrip;
}

QWidget* RatePage::buildDraft()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(16);
    m_form = new ComparisonForm;
    m_preparing = label("rate.preparing", "secondary");
    m_progress = new ProgressLine;
    m_progress->setObjectName("rate.progress");
    m_progress->setAccessibleName(tr("Images made"));
    m_prepare = primary("rate.prepare", "sample", tr("Prepare images"), tr("Makes the images of every system from the reserved seeds; says first how long it takes"));
    m_lock = primary("rate.lock", "lock", tr("Lock"), tr("Fixes the definition before the first vote; it gets a hash and cannot be changed"));
    m_confirm = primary("rate.confirm", "run", tr("Go on"), tr("Makes the rest of the images"));
    m_stop = button("rate.stop", "stop", tr("Stop"), tr("What is made is kept; preparing goes on from there"));
    m_remove = button("rate.remove", "delete", tr("Remove"), tr("Removes the draft; it can be brought back"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* b : {m_prepare, m_lock, m_confirm, m_stop})
        buttons->addWidget(b);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    layout->addWidget(m_form);
    layout->addWidget(m_preparing);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_form, &ComparisonForm::edited, this, &RatePage::takeEdit);
    connect(m_form, &ComparisonForm::settled, this, &RatePage::saveDraft);
    connect(m_form, &ComparisonForm::validityChanged, this, [this](bool isValid) {
        m_prepare->setEnabled(isValid && !m_preparation.isBusy());
        m_lock->setEnabled(isValid);
    });
    connect(m_prepare, &QPushButton::clicked, this, &RatePage::prepare);
    connect(m_lock, &QPushButton::clicked, this, &RatePage::lock);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_confirm->hide();
        m_preparation.confirm();
    });
    connect(m_stop, &QPushButton::clicked, &m_preparation, &ImagePreparation::stop);
    connect(m_remove, &QPushButton::clicked, this, &RatePage::removeCurrent);
    return box;
}

QWidget* RatePage::buildLocked()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(16);
    m_summary = label("rate.summary");
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_finding = label("rate.finding");
    m_rate = primary("rate.rate", "rate", tr("Rate"), tr("Opens the pairs on the whole screen"));
    m_pack = button("rate.pack", "export", tr("Make a pack…"), tr("A folder or ZIP with pairs of its own, to be rated in a browser without installing anything"));
    m_export = button("rate.export", "save", tr("Export votes…"), tr("CSV or JSON in the columns of Pick-a-Pic"));
    m_clone = button("rate.clone", "copy", tr("Clone"), tr("A new draft like this one, with seeds of its own"));
    m_close = button("rate.close", "finish", tr("Finish"), tr("The comparison takes no more votes"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_rate);
    for (QPushButton* b : {m_pack, m_export, m_clone, m_close})
        buttons->addWidget(b);
    buttons->addStretch(1);
    layout->addWidget(m_summary);
    layout->addWidget(m_finding);
    layout->addLayout(buttons);
    m_packs = new PackList;
    layout->addWidget(m_packs);
    layout->addStretch(1);
    connect(m_rate, &QPushButton::clicked, this, [this] { rate(current()); });
    connect(m_pack, &QPushButton::clicked, this, &RatePage::makePack);
    connect(m_export, &QPushButton::clicked, this, &RatePage::exportVotes);
    connect(m_clone, &QPushButton::clicked, this, &RatePage::cloneCurrent);
    connect(m_packs, &PackList::withdrawalRequested, this, &RatePage::withdrawPack);
    connect(m_close, &QPushButton::clicked, this, &RatePage::closeCurrent);
    return box;
}

}  // namespace potstill
