// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/what_if_panel.h"

#include "document/names.h"
#include "editing/scenario_edits.h"
#include "editing/table_edits.h"
#include "formats/format.h"
#include "panels/scenario_strip.h"
#include "panels/what_if_line.h"
#include "theme/theme.h"
#include "widgets/state_page.h"
#include "widgets/wrapped_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr int kSettlingMs = 500; ///< longer than between two keys

} // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent), m_scenarios(new QComboBox(this)), m_note(new WrappedLabel(this)), m_empty(new StatePage(this)),
      m_scroll(new QScrollArea(this)), m_strip(new ScenarioStrip(this)), m_keep(new QPushButton(this)),
      m_discard(new QPushButton(this)), m_makeSo(new QPushButton(this)), m_edit(new QPushButton(this)),
      m_more(new QToolButton(this)), m_settling(new QTimer(this))
{
    setObjectName(QStringLiteral("whatIfPanel"));
    createHead();
    createButtons();
    layOut();
    m_settling->setSingleShot(true);
    m_settling->setInterval(kSettlingMs);
    connect(m_settling, &QTimer::timeout, this, &WhatIfPanel::settle);
    connect(m_strip, &ScenarioStrip::named, this, &WhatIfPanel::keep);
    connect(m_strip, &ScenarioStrip::ended, this, [this] { m_keep->setFocus(Qt::OtherFocusReason); });
    retranslate();
}

WhatIfPanel::~WhatIfPanel() = default;

void WhatIfPanel::createHead()
{
    m_scenarios->setObjectName(QStringLiteral("whatIfScenarios"));
    m_scenarios->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scenarios->setMinimumContentsLength(12);
    connect(m_scenarios, &QComboBox::activated, this,
            [this](int index) { view(ScenarioId{m_scenarios->itemData(index).value<std::uint32_t>()}); });
    m_note->setObjectName(QStringLiteral("whatIfNote"));
    m_note->setTextFormat(Qt::PlainText);
    makeNote(m_note);
}

void WhatIfPanel::createButtons()
{
    m_keep->setObjectName(QStringLiteral("whatIfKeep"));
    m_keep->setProperty("look", QStringLiteral("primary"));
    m_discard->setObjectName(QStringLiteral("whatIfDiscard"));
    m_makeSo->setObjectName(QStringLiteral("whatIfMakeSo"));
    m_edit->setObjectName(QStringLiteral("whatIfEdit"));
    m_edit->setCheckable(true);
    m_more->setObjectName(QStringLiteral("whatIfMore"));
    m_more->setProperty("look", QStringLiteral("field"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    connect(m_keep, &QPushButton::clicked, this, [this] { askName(true); });
    connect(m_discard, &QPushButton::clicked, this, [this] { m_document->endTrial(); });
    connect(m_makeSo, &QPushButton::clicked, this, &WhatIfPanel::makeSo);
    connect(m_edit, &QPushButton::clicked, this, [this](bool isOn) {
        commitPending();
        m_document->setEditingScenario(isOn);
    });
    connect(m_more, &QToolButton::clicked, this, &WhatIfPanel::openMenu);
}

void WhatIfPanel::layOut()
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(2 * kGrid, 12, 2 * kGrid, kGrid);
    head->setSpacing(kGrid / 2);
    head->addWidget(m_scenarios);
    head->addWidget(m_note);
    auto* page = new QWidget;
    m_list = new QVBoxLayout(page);
    m_list->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    m_list->setSpacing(2 * kGrid);
    m_list->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("whatIfScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    auto* first = new QHBoxLayout;
    first->setSpacing(kGrid);
    first->addWidget(m_keep);
    first->addWidget(m_discard);
    first->addStretch(1);
    auto* second = new QHBoxLayout;
    second->setSpacing(kGrid);
    second->addWidget(m_makeSo);
    second->addWidget(m_edit);
    second->addStretch(1);
    second->addWidget(m_more);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 12);
    foot->setSpacing(kGrid);
    foot->addWidget(m_strip);
    foot->addLayout(first);
    foot->addLayout(second);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
}

void WhatIfPanel::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_settling->stop();
    m_document = document;
    m_strip->hide();
    if (document != nullptr) {
        connect(document, &Document::overridesChanged, this, &WhatIfPanel::showAll);
        connect(document, &Document::lensChanged, this, &WhatIfPanel::showHead);
        connect(document, &Document::changed, this, &WhatIfPanel::followEdit);
    }
    showAll();
}

void WhatIfPanel::showAll()
{
    showHead();
    showLines();
}

/// Names, and what the base has, may be others.
void WhatIfPanel::followEdit()
{
    showAll();
    for (WhatIfLine* line : m_lines)
        line->retranslate();
}

void WhatIfPanel::showHead()
{
    const bool isOpen = m_document != nullptr;
    const bool isTrying = isOpen && m_document->isTrying();
    const bool canEdit = isOpen && !m_document->isReadOnly();
    const bool isOfScenario = isOpen && m_document->lens().scenario.isSet();
    const bool isEditing = isOpen && m_document->isEditingScenario();
    const bool isAny = isOpen && !m_document->overrides().empty();
    listScenarios();
    if (!isOpen || m_document->lens().scenario != m_asked || (m_isNaming && !isTrying))
        m_strip->hide(); // what it asks about is not viewed any more
    QString note =
        isTrying && !isEditing ? tr("Not kept: figures and charts show it, the file does not have it.") : QString();
    if (note.isEmpty() && isOfScenario)
        note = visibleText(m_document->chain().text(m_document->chain().scenarios()[m_document->lens().scenario].note));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_keep->setEnabled(canEdit && isAny && isTrying && !isEditing);
    m_discard->setEnabled(isTrying && !isEditing);
    m_makeSo->setEnabled(canEdit && isAny);
    m_edit->setVisible(isOfScenario);
    m_edit->setEnabled(canEdit && (isEditing || !isTrying));
    m_edit->setChecked(isEditing);
    m_more->setVisible(isOfScenario);
}

void WhatIfPanel::listScenarios()
{
    m_scenarios->clear();
    m_scenarios->setEnabled(m_document != nullptr);
    if (m_document == nullptr)
        return;
    const Chain& chain = m_document->chain();
    m_scenarios->addItem(tr("The file as it is"), QVariant::fromValue(ScenarioId::kNone));
    for (const std::uint32_t row : chain.inOrder(Table::Scenarios))
        m_scenarios->addItem(nameOf(chain, RowRef{Table::Scenarios, row}), QVariant::fromValue(row));
    const int now = std::max(0, m_scenarios->findData(QVariant::fromValue(m_document->lens().scenario.value)));
    m_scenarios->setCurrentIndex(now);
    m_scenarios->setToolTip(m_scenarios->currentText());
}

/// Lines stay as long as their fields do: a hand may be on one.
void WhatIfPanel::showLines()
{
    const Overrides overrides = m_document == nullptr ? Overrides() : m_document->overrides();
    const bool isSame = std::equal(m_lines.begin(), m_lines.end(), overrides.begin(), overrides.end(),
                                   [](const WhatIfLine* line, const FieldOverride& each) {
                                       return line->row() == each.row && line->field() == each.field;
                                   });
    if (!isSame) {
        for (WhatIfLine* line : std::exchange(m_lines, {})) {
            disconnect(line, nullptr, this, nullptr); // hidden it loses the keyboard: what was typed there is given up
            m_list->removeWidget(line);
            line->hide();
            line->deleteLater();
        }
        for (const FieldOverride& each : overrides)
            addLine(each, static_cast<int>(m_lines.size()));
        orderTabs();
    }
    for (std::size_t at = 0; at < m_lines.size(); ++at)
        m_lines[at]->showValue(overrides[at].value);
    m_empty->setVisible(m_lines.empty());
    m_scroll->setVisible(!m_lines.empty());
}

void WhatIfPanel::addLine(const FieldOverride& overriding, int number)
{
    auto* line = new WhatIfLine(*m_document, overriding.row, overriding.field, number, this);
    m_list->insertWidget(number, line);
    m_lines.push_back(line);
    connect(line, &WhatIfLine::valuesWanted, this, [this, line](const Overrides& values) {
        Overrides wanted = m_document->overrides();
        for (const FieldOverride& each : values)
            putOverride(wanted, each);
        tryOut(wanted, line);
    });
    connect(line, &WhatIfLine::settled, m_settling, qOverload<>(&QTimer::start));
    connect(line, &WhatIfLine::removeWanted, this, [this, line] {
        Overrides wanted = m_document->overrides();
        dropOverride(wanted, line->row(), line->field());
        tryOut(wanted, line);
        m_settling->start();
    });
}

/// From the top down, wherever lines have come.
void WhatIfPanel::orderTabs()
{
    QWidget* before = m_scenarios;
    const auto then = [&before](QWidget* next) {
        setTabOrder(before, next);
        before = next;
    };
    for (const WhatIfLine* line : m_lines)
        for (QWidget* stop : line->stops())
            then(stop);
    for (QWidget* button :
         {static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_discard), static_cast<QWidget*>(m_makeSo),
          static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_more)})
        then(button);
}

void WhatIfPanel::tryOut(const Overrides& overrides, WhatIfLine* from)
{
    const Problems problems = m_document->tryOverrides(overrides);
    if (!problems.empty() && from != nullptr)
        from->showProblem(sentenceText(problems.front().sentence));
    else if (!problems.empty())
        emit refused(sentenceText(problems.front().sentence));
}

/// While the scenario is edited, what was tried goes into it.
void WhatIfPanel::settle()
{
    if (m_document == nullptr || !m_document->isEditingScenario() || !m_document->isTrying())
        return;
    if (const auto why = changeScenario(*m_document, m_document->overrides()))
        emit refused(*why);
}

void WhatIfPanel::commitPending()
{
    if (!m_settling->isActive())
        return;
    m_settling->stop();
    settle();
}

void WhatIfPanel::add(RowRef row, Field field)
{
    if (m_document == nullptr || !canBeOverridden(row.table, field) || !m_document->chain().isAlive(row))
        return;
    Overrides wanted = m_document->overrides();
    if (overrideOf(wanted, row, field) == nullptr) {
        putOverride(wanted, {row, field, m_document->viewed().chain.value(row, field)});
        tryOut(wanted, nullptr);
        m_settling->start();
    }
    for (WhatIfLine* line : m_lines)
        if (line->row() == row && line->field() == field) {
            line->takeKeyboard();
            QTimer::singleShot(0, line, [this, line] { m_scroll->ensureWidgetVisible(line); }); // once it is laid out
        }
}

void WhatIfPanel::takeKeyboard()
{
    if (m_lines.empty())
        m_scenarios->setFocus(Qt::OtherFocusReason);
    else
        m_lines.front()->takeKeyboard();
}

void WhatIfPanel::view(ScenarioId scenario)
{
    ViewLens lens = m_document->lens();
    lens.scenario = scenario;
    emit lensWanted(lens);
    showHead(); // back to what is viewed, if the wish was not granted
}

bool WhatIfPanel::apply(const tl::expected<Edit, Problem>& edit)
{
    if (!edit) {
        emit refused(sentenceText(edit.error().sentence));
        return false;
    }
    const auto done = m_document->apply(*edit);
    if (!done)
        emit refused(refusedText(done.error()));
    return done.has_value();
}

void WhatIfPanel::askName(bool isNew)
{
    const ScenarioId scenario = m_document->lens().scenario;
    if (!isNew && !scenario.isSet())
        return;
    m_isNaming = isNew;
    m_asked = scenario;
    const Chain& chain = m_document->chain();
    if (!scenario.isSet())
        return m_strip->ask({}, {});
    const QString name = isNew ? nameOfCopy(chain, scenario) : nameOf(chain, RowRef{Table::Scenarios, scenario.value});
    m_strip->ask(name, toQString(chain.text(chain.scenarios()[scenario].note)));
}

void WhatIfPanel::keep(const QString& name, const QString& note)
{
    const Chain& chain = m_document->chain();
    if (!m_isNaming) {
        if (apply(scenarioDescribed(chain, m_document->lens().scenario, name, note)))
            m_strip->end();
        return;
    }
    const auto edit = scenarioKept(chain, name, note, m_document->overrides());
    const std::string key = edit ? edit->changes.front().key : std::string();
    if (!apply(edit))
        return; // what was typed stays, and why it was refused is said
    m_strip->end();
    view(ScenarioId{chain.find(Table::Scenarios, key)});
    emit done(tr("Kept: %1").arg(name));
}

void WhatIfPanel::makeSo()
{
    m_settling->stop();
    if (!apply(madeSo(m_document->chain(), m_document->lens().scenario, m_document->overrides())))
        return m_settling->start(); // it stays tried
    m_document->endTrial();
    view({});
    emit done(tr("Made so: the chain has it now, and Undo takes it back as one edit"));
}

void WhatIfPanel::duplicate()
{
    if (!m_document || !m_document->lens().scenario.isSet()) // gone while the menu was open
        return;
    const Chain& chain = m_document->chain();
    const ScenarioId scenario = m_document->lens().scenario;
    const auto edit =
        scenarioKept(chain, nameOfCopy(chain, scenario), toQString(chain.text(chain.scenarios()[scenario].note)),
                     overridesOf(chain, scenario));
    const std::string key = edit ? edit->changes.front().key : std::string();
    if (apply(edit))
        view(ScenarioId{chain.find(Table::Scenarios, key)});
}

void WhatIfPanel::erase()
{
    if (!m_document || !m_document->lens().scenario.isSet())
        return;
    const QString name = m_scenarios->currentText();
    if (apply(scenarioErased(m_document->chain(), m_document->lens().scenario)))
        emit done(tr("Erased: %1").arg(name));
}

void WhatIfPanel::fillMenu(QMenu& menu)
{
    const bool canEdit = !m_document->isReadOnly();
    const auto put = [&](const QString& text, const char* name, auto&& run) {
        QAction* action = menu.addAction(text, this, std::forward<decltype(run)>(run));
        action->setObjectName(QString::fromLatin1(name));
        action->setEnabled(canEdit);
    };
    put(tr("Rename and describe…"), "scenarioDescribe", [this] { askName(false); });
    put(tr("Duplicate"), "scenarioDuplicate", [this] { duplicate(); });
    menu.addSeparator();
    put(tr("Erase"), "scenarioErase", [this] { erase(); });
}

void WhatIfPanel::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("scenarioMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void WhatIfPanel::retranslate()
{
    setAccessibleName(tr("What if"));
    m_scenarios->setAccessibleName(tr("Scenario viewed"));
    m_empty->showText(tr("What if?"),
                      tr("Choose What if… from the menu of a field in the form, or of a cell in a table, and "
                         "move its slider: every figure follows, and the file stays as it is."));
    m_keep->setText(tr("Keep as scenario…"));
    m_discard->setText(tr("Discard"));
    m_discard->setToolTip(tr("Back to what was viewed before"));
    m_makeSo->setText(tr("Make it so"));
    m_makeSo->setToolTip(tr("Change the chain itself, as one edit"));
    m_edit->setText(tr("Edit scenario"));
    m_edit->setToolTip(tr("What is moved here and typed into forms goes into the scenario"));
    m_more->setText(QStringLiteral("⋯"));
    m_more->setAccessibleName(tr("More about the scenario"));
    m_more->setToolTip(tr("Rename, duplicate or erase the scenario"));
    m_strip->retranslate();
    for (WhatIfLine* line : m_lines)
        line->retranslate();
    showAll();
}

void WhatIfPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ochain
