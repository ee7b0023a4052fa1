#include "app/pages/comparisonform.h"

#include "app/pages/rolelabel.h"
#include "app/pages/systemrows.h"
#include "app/session/background.h"
#include "engine/core/issuecodes.h"
#include "engine/rating/planning.h"
#include "widgets/issuetext.h"
#include "widgets/named.h"
#include "widgets/theme.h"
#include "widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace potstill {

namespace {

QSpinBox* spin(const char* objectName, const QString& name, const QString& help, int low, int high)
{
    auto* box = named(new QSpinBox, objectName, name, help);
    box->setRange(low, high);
    box->setKeyboardTracking(false);
    return box;
}

QDoubleSpinBox* percent(const char* objectName, const QString& name, const QString& help, double low, double high)
{
    auto* box = named(new QDoubleSpinBox, objectName, name, help);
    box->setRange(low, high);
    box->setDecimals(1);
    box->setSuffix(" %");
    box->setKeyboardTracking(false);
    return box;
}

QWidget* inLine(std::initializer_list<QWidget*> widgets)
{
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* w : widgets)
        layout->addWidget(w);
    layout->addStretch(1);
    return box;
}

/// How many of the seeds everybody judges unless another number is chosen: enough for agreement, few enough that the other votes are of new seeds.
int usualCommonBlock(int seeds) { return std::min(30, seeds / 10); }

/// Until their images are made and their weights known, the plan says what the systems are.
std::vector<ComparedSystem> plannedSystems(const std::vector<PlannedSystem>& plans, const std::vector<std::string>& names)
{
    std::vector<ComparedSystem> out;
    for (std::size_t i = 0; i < plans.size(); ++i)
        out.push_back({toJson(plans[i]).dump(), names.at(i)});
    return out;
}

QFormLayout* formOf(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

}  // namespace

ComparisonForm::ComparisonForm(QWidget* parent) : QWidget(parent)
{
    setObjectName("comparisonForm");
    m_name = new QLineEdit;
    m_name->setObjectName("rate.name");
    m_name->setAccessibleName(tr("Name"));
    m_name->setToolTip(tr("How the comparison is listed"));
    m_question = new QLineEdit;
    m_question->setObjectName("rate.question");
    m_question->setAccessibleName(tr("Question"));
    m_question->setToolTip(tr("What raters are asked of every pair"));
    m_systems = new SystemRows;
    m_claim = new QComboBox;
    m_claim->setObjectName("rate.claim");
    m_claim->setAccessibleName(tr("Claim"));
    m_claim->setToolTip(tr("What the votes shall show"));
    m_claim->addItem(tr("The first is better"), int(ClaimKind::Better));
    m_claim->addItem(tr("The first is not worse by a margin"), int(ClaimKind::NotWorse));
    m_claim->addItem(tr("Estimate the share of wins"), int(ClaimKind::Estimate));
    m_width = percent("rate.margin", tr("Margin"), tr("How far below one half the share of wins may lie, or how wide the interval may be to each side"), 1, 49);
    m_widthLabel = new QLabel(tr("points"));
    m_widthLabel->setProperty("role", "secondary");
    m_seeds = spin("rate.seeds", tr("Noise seeds"), tr("Each is judged once for every pair of systems; they are reserved and appear on no other page"), 1, kMaxSeeds);
    m_length = spin("rate.sessionLength", tr("Pairs of a session"), tr("After so many pairs a session ends"), 1, 1000);
    m_checks = spin("rate.checks", tr("Hidden checks"), tr("Pairs among them that check the rater: the same image twice, a pair again, a pair mirrored, an image that was spoilt"),
                    0, 100);
    m_common = spin("rate.common", tr("Common block"), tr("Seeds that every rater is shown, from which agreement is computed"), 0, kMaxSeeds);

    auto* basic = new QWidget;
    QFormLayout* form = formOf(basic);
    addRow(form, "name", tr("Name"), m_name);
    addRow(form, "question", tr("Question"), m_question);
    addRow(form, "systems", tr("Systems"), m_systems);
    addRow(form, "claim", tr("Claim"), inLine({m_claim, m_width, m_widthLabel}));
    addRow(form, "seeds", tr("Noise seeds"), inLine({m_seeds}));
    addRow(form, "session_length", tr("Pairs of a session"), inLine({m_length}));
    addRow(form, "checks_per_session", tr("Hidden checks"), inLine({m_checks}));

    m_kind = new QComboBox;
    m_kind->setObjectName("rate.kind");
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setToolTip(tr("How the pairs are chosen; only balanced pairs confirm a claim"));
    m_kind->addItem(tr("Confirmatory: balanced pairs"), int(ComparisonKind::Confirmatory));
    m_kind->addItem(tr("Exploratory: the pairs that tell most"), int(ComparisonKind::Exploratory));
    m_alpha = percent("rate.alpha", tr("Error rate"), tr("Largest probability of a false finding, over all pairs and all moments"), 0.1, 49);
    m_prior = new QDoubleSpinBox;
    m_prior->setObjectName("rate.prior");
    m_prior->setAccessibleName(tr("Prior"));
    m_prior->setToolTip(tr("a of the beta mixture of the sequential test"));
    m_prior->setRange(0.5, 100);
    m_ridge = new QDoubleSpinBox;
    m_ridge->setObjectName("rate.ridge");
    m_ridge->setAccessibleName(tr("Ridge"));
    m_ridge->setToolTip(tr("Penalty on the strengths of the systems: keeps them finite where one won every vote; 0 = none"));
    m_ridge->setRange(0, 10);
    m_ridge->setDecimals(6);
    m_ridge->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_minResponse = spin("rate.minResponse", tr("Shortest answer"), tr("Faster answers are left out"), 0, 10'000);
    m_minResponse->setSuffix(tr(" ms"));
    m_maxFailed = spin("rate.maxFailed", tr("Failed checks allowed"), tr("A session with more is left out"), 0, 100);
    m_counted = new QLineEdit;
    m_counted->setObjectName("rate.countedRaters");
    m_counted->setAccessibleName(tr("Raters who count"));
    m_counted->setPlaceholderText(tr("everyone"));
    m_counted->setToolTip(tr("Names, separated by commas; others are shown what was judged already, for agreement alone"));
    m_advanced = new QWidget;
    QFormLayout* more = formOf(m_advanced);
    addRow(more, "kind", tr("Kind"), inLine({m_kind}));
    addRow(more, "common_seeds", tr("Common block"), inLine({m_common}));
    addRow(more, "alpha", tr("Error rate"), inLine({m_alpha}));
    addRow(more, "prior", tr("Prior"), inLine({m_prior}));
    addRow(more, "ridge", tr("Ridge"), inLine({m_ridge}));
    addRow(more, "exclusion.min_response_ms", tr("Shortest answer"), inLine({m_minResponse}));
    addRow(more, "exclusion.max_failed_checks", tr("Failed checks allowed"), inLine({m_maxFailed}));
    addRow(more, "counted_raters", tr("Raters who count"), m_counted);
    m_advanced->hide();
    m_more = new QCheckBox(tr("Show all settings"));
    m_more->setObjectName("rate.more");
    m_more->setToolTip(tr("Samplers and guidance, error rate, prior, ridge, exclusion rule and who counts"));
    m_forecast = new QLabel;
    m_forecast->setObjectName("rate.forecast");
    m_forecast->setProperty("role", "secondary");
    m_problems = new QLabel;
    m_problems->setObjectName("rate.problems");
    m_problems->setProperty("role", "danger");
    for (QLabel* label : {m_forecast, m_problems})
        label->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(basic);
    layout->addWidget(m_more);
    layout->addWidget(m_advanced);
    layout->addWidget(m_forecast);
    layout->addWidget(m_problems);

    for (QWidget* editor : std::initializer_list<QWidget*>{m_claim, m_width, m_seeds, m_length, m_checks, m_common, m_kind, m_alpha, m_prior, m_ridge, m_minResponse, m_maxFailed})
        guardWheel(editor);
    connect(m_seeds, &QSpinBox::valueChanged, this, [this, before = m_seeds->value()](int seeds) mutable {
        if (!m_isFilling && m_common->value() == usualCommonBlock(before)) {
            const QSignalBlocker ofTheSameEdit(m_common);
            m_common->setValue(usualCommonBlock(seeds));
        }
        before = seeds;
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, &ComparisonForm::conclude);
    connect(m_more, &QCheckBox::toggled, this, [this](bool on) {
        m_advanced->setVisible(on);
        m_systems->showAll(on);
        showProblems();
    });
    for (QLineEdit* e : {m_name, m_question, m_counted})
        connect(e, &QLineEdit::textEdited, this, [this, e] { takeEdit(e); });
    for (QSpinBox* s : {m_seeds, m_length, m_checks, m_common, m_minResponse, m_maxFailed})
        connect(s, &QSpinBox::valueChanged, this, [this, s] { takeEdit(s); });
    for (QDoubleSpinBox* s : {m_width, m_alpha, m_prior, m_ridge})
        connect(s, &QDoubleSpinBox::valueChanged, this, [this, s] { takeEdit(s); });
    for (QComboBox* c : {m_claim, m_kind})
        connect(c, &QComboBox::currentIndexChanged, this, [this, c] {
            m_width->setVisible(m_claim->currentData().toInt() != int(ClaimKind::Better));
            m_widthLabel->setVisible(m_width->isVisibleTo(this));
            takeEdit(c);
        });
    connect(m_systems, &SystemRows::edited, this, &ComparisonForm::takeEdit);
}

/// A field, and below it what is wrong with it.
void ComparisonForm::addRow(QFormLayout* form, const std::string& path, const QString& label, QWidget* field)
{
    auto* problem = roleLabel("danger", qPrintable("rate.problem." + QString::fromStdString(path)));
    problem->setTextFormat(Qt::PlainText);
    problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem->hide();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field);
    layout->addWidget(problem);
    form->addRow(label, box);
    m_fields.push_back({path, label, problem});
}

void ComparisonForm::setProject(const QString& folder) { m_systems->setProject(folder); }
void ComparisonForm::setRuns(const std::vector<RunSummary>& runs) { m_systems->setRuns(runs); }

void ComparisonForm::setReadOnly(bool readOnly)
{
    m_systems->setReadOnly(readOnly);
    setEnabled(!readOnly);
}

void ComparisonForm::setComparison(const ComparisonRecord& draft)
{
    m_isFilling = true;
    m_delay.stop();
    m_base = draft;
    const ComparisonDefinition& d = draft.definition;
    m_name->setText(draft.name);
    m_question->setText(QString::fromStdString(d.question));
    m_systems->setSystems(draft.plan.systems, d.systems);
    m_claim->setCurrentIndex(m_claim->findData(int(d.claim.kind)));
    m_width->setValue(100 * (d.claim.kind == ClaimKind::Estimate ? d.claim.halfWidth : d.claim.margin));
    m_width->setVisible(d.claim.kind != ClaimKind::Better);
    m_widthLabel->setVisible(d.claim.kind != ClaimKind::Better);
    m_kind->setCurrentIndex(m_kind->findData(int(d.kind)));
    m_seeds->setValue(int(d.seeds.size()));
    m_seeds->setEnabled(!draft.isImported);  // a pair of texts each
    m_common->setValue(int(d.commonSeeds.size()));
    m_length->setValue(d.sessionLength);
    m_checks->setValue(d.checksPerSession);
    m_alpha->setValue(100 * d.alpha);
    m_prior->setValue(d.prior);
    m_ridge->setValue(d.ridge);
    m_minResponse->setValue(int(d.exclusion.minResponseMs));
    m_maxFailed->setValue(d.exclusion.maxFailedChecks);
    QStringList counted;
    for (const std::string& r : d.countedRaters)
        counted.append(QString::fromStdString(r));
    m_counted->setText(counted.join(", "));
    m_isFilling = false;
    check();
    forecast();
}

ComparisonRecord ComparisonForm::comparison() const
{
    ComparisonRecord c = m_base;
    ComparisonDefinition& d = c.definition;
    c.name = m_name->text().simplified();
    d.question = m_question->text().simplified().toStdString();
    c.plan.systems = m_systems->plans();
    const std::vector<std::string> names = m_systems->names();
    if (c.isImported)
        for (std::size_t i = 0; i < names.size(); ++i)
            d.systems[i].name = names[i];
    else
        d.systems = plannedSystems(c.plan.systems, names);
    d.claim.kind = ClaimKind(m_claim->currentData().toInt());
    (d.claim.kind == ClaimKind::Estimate ? d.claim.halfWidth : d.claim.margin) = m_width->value() / 100;
    d.kind = ComparisonKind(m_kind->currentData().toInt());
    if (!c.isImported)
        d.seeds = reservedSeeds(c.id, m_seeds->value());
    d.commonSeeds.assign(d.seeds.begin(), d.seeds.begin() + std::min(m_common->value(), int(d.seeds.size())));
    d.sessionLength = m_length->value();
    d.checksPerSession = m_checks->value();
    if (!c.isImported)
        c.plan.checkSeeds = reservedSeeds(c.id, std::min(kMaxCheckSeeds, 4 * d.checksPerSession), kCheckSeedOffset);
    d.alpha = m_alpha->value() / 100;
    d.prior = m_prior->value();
    d.ridge = m_ridge->value();
    d.exclusion = {double(m_minResponse->value()), m_maxFailed->value()};
    d.countedRaters.clear();
    for (const QString& r : m_counted->text().split(',', Qt::SkipEmptyParts))
        if (!r.simplified().isEmpty())
            d.countedRaters.push_back(r.simplified().toStdString());
    return c;
}

/// nullptr: never a part of another edit.
void ComparisonForm::takeEdit(const QWidget* editor)
{
    if (m_isFilling)
        return;
    const bool goesOn = editor && editor == m_editor && m_delay.isActive();
    if (!goesOn)
        ++m_step;
    m_editor = editor;
    m_delay.start();
    Q_EMIT edited(comparison(), m_step);
}

void ComparisonForm::conclude()
{
    check();
    if (!m_isValid)
        return;
    forecast();
    Q_EMIT settled(comparison());
}

/// Whether something was edited of which settled() has not told yet.
bool ComparisonForm::takeTyped()
{
    for (QAbstractSpinBox* box : findChildren<QAbstractSpinBox*>())
        box->interpretText();
    const bool isEdited = m_delay.isActive();
    m_delay.stop();
    check();
    return isEdited;
}

bool ComparisonForm::settle()
{
    if (takeTyped())
        conclude();
    return m_isValid;
}

std::optional<ComparisonRecord> ComparisonForm::takePending() { return takeTyped() && m_isValid ? std::optional(comparison()) : std::nullopt; }

void ComparisonForm::check()
{
    const ComparisonRecord c = comparison();
    m_issues = validate(c.definition);
    if (c.name.isEmpty())
        m_issues.push_back({Issue::Severity::Error, "name", "is empty", IssueCode("empty").name()});
    const bool before = std::exchange(m_isValid, !hasErrors(m_issues));
    showProblems();
    if (before != m_isValid)
        Q_EMIT validityChanged(m_isValid);
}

/// Beside their field; below the form with its label while it is hidden, and what is about none.
void ComparisonForm::showProblems()
{
    Issues left = m_issues, elsewhere;
    const auto take = [&left](const std::string& path) {
        Issues taken;
        std::erase_if(left, [&](const Issue& i) {
            // "systems.name[1]" is about "systems".
            const bool isAbout = i.path.compare(0, path.size(), path) == 0 && (i.path.size() == path.size() || i.path[path.size()] == '.' || i.path[path.size()] == '[');
            if (isAbout)
                taken.push_back(i);
            return isAbout;
        });
        return taken;
    };
    const auto show = [](QLabel* label, const Issues& issues, const QStringList& lines) {
        label->setText(lines.join('\n'));
        label->setVisible(!lines.isEmpty());
        label->setProperty("role", hasErrors(issues) ? "danger" : "warning");
        repolish(label);
    };
    QStringList below;
    for (const Field& f : m_fields) {
        const Issues own = take(f.path);
        QStringList lines;
        for (const Issue& i : own)
            lines.append(issueText(i, nullptr, {}));
        show(f.problem, own, lines);
        if (!m_advanced->isAncestorOf(f.problem) || !m_advanced->isHidden())
            continue;
        elsewhere.insert(elsewhere.end(), own.begin(), own.end());
        for (const QString& line : lines)
            below.append(tr("%1: %2").arg(f.label, line));
    }
    for (const Issue& i : left)
        below.append(issueText(i, nullptr, {}));
    elsewhere.insert(elsewhere.end(), left.begin(), left.end());
    show(m_problems, elsewhere, below);
}

QString ComparisonForm::forecastText(const VoteForecast& f, double share)
{
    const std::int64_t limit = ForecastOptions().limit;
    const QString votes = f.decided < 0.5   ? tr("more than %L1 untied votes").arg(limit)
                          : f.decided < 0.8 ? tr("about %L1 untied votes (one time of five more than %L2)").arg(f.median).arg(limit)
                                            : tr("about %L1 untied votes (four times of five no more than %L2)").arg(f.median).arg(f.percentile80);
    return share > 0.5 ? tr("If the first truly wins %1 % of the untied votes, the claim takes %2.").arg(100 * share).arg(votes)
                       : tr("If both are equally good, this takes %1.").arg(votes);
}

void ComparisonForm::forecast()
{
    const ComparisonRecord c = comparison();
    const int pairs = int(testedPairs(c.definition).size()), run = ++m_forecastRun;
    // Each of several pairs is tested against the common error rate.
    const SequentialOptions options{c.definition.claim, c.definition.prior, c.definition.alpha / std::max(1, pairs)};
    const double share = c.definition.claim.kind == ClaimKind::Better ? 0.6 : 0.5;
    runInBackground<VoteForecast>(
        this, [options, share] { return forecastVotes(options, share); },
        [this, run, share, pairs, seeds = qint64(c.definition.seeds.size())](const VoteForecast& f) {
            if (run != m_forecastRun)
                return;
            QString text = forecastText(f, share);
            if (pairs > 1)
                text += ' ' + tr("So many for each of the %1 pairs of systems.").arg(pairs);
            if (seeds < f.median)
                text += ' ' + tr("%L1 noise seeds give at most %L1 votes.").arg(seeds);
            m_forecast->setText(text);
        },
        [this, run](const QString& message) {
            if (run == m_forecastRun)
                m_forecast->setText(message);
        });
}

ComparisonRecord ComparisonForm::newDraft(const QString& name, const std::vector<PlannedSystem>& systems, const QStringList& systemNames, int seeds)
{
    ComparisonRecord c;
    c.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    c.name = name;
    c.definition.question = tr("Which image is better?").toStdString();
    c.plan.systems = systems;
    std::vector<std::string> names;
    for (const QString& name : systemNames)
        names.push_back(name.toStdString());
    c.definition.systems = plannedSystems(systems, names);
    c.definition.seeds = reservedSeeds(c.id, seeds);
    c.definition.commonSeeds.assign(c.definition.seeds.begin(), c.definition.seeds.begin() + usualCommonBlock(seeds));
    c.plan.checkSeeds = reservedSeeds(c.id, 4 * c.definition.checksPerSession, kCheckSeedOffset);
    return c;
}

}  // namespace potstill
