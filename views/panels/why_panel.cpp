// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/why_panel.h"

#include "document/beside_work.h"
#include "items/explanation_model.h"
#include "items/headline.h"
#include "language/punctuation.h"
#include "panels/address_strip.h"
#include "panels/why_tree.h"
#include "theme/theme.h"
#include "widgets/state_page.h"
#include "widgets/wrapped_label.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace ochain {

/// Dies before the document that it reads.
struct WhyPanel::Work {
    explicit Work(const Document& document) : beside(document) {}
    BesideWork<Outcome> beside;
};

WhyPanel::WhyPanel(QWidget* parent)
    : QStackedWidget(parent), m_state(new StatePage(this)), m_page(new QWidget(this)),
      m_title(new WrappedLabel(m_page)), m_made(new WrappedLabel(m_page)), m_tree(new WhyTree(m_page)),
      m_hint(new WrappedLabel(m_page)), m_address(new AddressStrip(m_page))
{
    setObjectName(QStringLiteral("whyPanel"));
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_made->setObjectName(QStringLiteral("whyMade"));
    for (QLabel* label : {m_title, m_made, m_hint})
        label->setTextFormat(Qt::PlainText);
    makeHeading(m_title);
    makeNote(m_made);
    makeNote(m_hint);
    connectTree();
    auto* words = new QVBoxLayout;
    words->setContentsMargins(2 * kGrid, 12, 2 * kGrid, kGrid);
    words->setSpacing(kGrid / 2);
    words->addWidget(m_title);
    words->addWidget(m_made);
    auto* hint = new QVBoxLayout;
    hint->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 12);
    hint->addWidget(m_hint);
    auto* layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(0, 0, 12, 0); // amounts end where words do
    lines->addWidget(m_tree);
    layout->addLayout(lines, 1);
    layout->addLayout(hint);
    layout->addWidget(m_address);
    addWidget(m_state);
    addWidget(m_page);
    connect(m_address, &AddressStrip::dismissed, this, [this] {
        m_hint->show();
        if (m_address->isAncestorOf(QApplication::focusWidget()))
            focusTree();
    });
    connect(m_state, &StatePage::actionChosen, this, [this] {
        const bool isWaiting = m_work && m_work->beside.isWanted();
        isWaiting ? showFailed() : refresh();
    });
    retranslate();
    showEmpty();
}

WhyPanel::~WhyPanel() = default;

void WhyPanel::connectTree()
{
    m_tree->setObjectName(QStringLiteral("whyTree"));
    m_tree->installEventFilter(this);
    connect(m_tree, &WhyTree::addressWanted, this, &WhyPanel::ask);
    connect(m_tree, &WhyTree::rowWanted, this, &WhyPanel::select);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &WhyPanel::openMenu);
}

void WhyPanel::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_work.reset();
    m_document = document;
    m_cell.reset();
    m_tree->clear();
    showEmpty();
    if (document == nullptr)
        return;
    m_work = std::make_unique<Work>(*document);
    connect(document, &Document::changed, this, &WhyPanel::outdate);
    connect(document, &Document::viewedChanged, this, &WhyPanel::outdate);
    connect(document, &Document::lensChanged, this, &WhyPanel::followLens);
    connect(document, &Document::selectionChanged, this, &WhyPanel::followSelection);
}

/// Whether what the figure is of is in the chain.
bool WhyPanel::isThere(const FigureCell& cell) const
{
    const Chain& chain = m_document->chain();
    if (cell.deal.isSet())
        return chain.deals().isAlive(cell.deal);
    return cell.group.kind == Group::Kind::Node ? chain.nodes().isAlive(NodeId{cell.group.row})
                                                : chain.tiers().isAlive(TierId{cell.group.row});
}

std::size_t WhyPanel::dealsOf(const FigureCell& cell) const
{
    if (cell.deal.isSet())
        return 1;
    const Rollups& rollups = m_document->viewed().rollups;
    return static_cast<std::size_t>(rollups.figure(cell.group, Measure::Deals, kNoLayer, kTotal).value);
}

/// The figure of another row that is nearest to the one that is shown: the same measure where there is one.
FigureCell WhyPanel::cellOf(RowRef row) const
{
    const bool isOfCapacity = m_cell && isCapacity(m_cell->measure);
    const std::optional<Group> group = Group::of(row);
    if (!group)
        return headlineOf(*m_document, DealId{row.row}, isOfCapacity);
    const bool isKept = m_cell && !m_cell->deal.isSet() && !isCount(m_cell->measure) &&
                        m_document->viewed().rollups.has(*group, m_cell->measure, m_cell->layer);
    if (!isKept)
        return headlineOf(*m_document, *group);
    return {*group, m_cell->measure, m_cell->layer, m_document->lens().period, {}};
}

void WhyPanel::explain(const std::optional<FigureCell>& cell)
{
    if (!m_document)
        return;
    if (!cell)
        return followSelection();
    m_cell = cell;
    refresh();
}

void WhyPanel::followSelection()
{
    if (m_isPicking)
        return;
    const std::optional<RowRef> row = m_document->selection().row;
    const bool hasFigures = row && m_document->chain().isAlive(*row) && (Group::of(*row) || row->table == Table::Deals);
    if (hasFigures)
        m_cell = cellOf(*row);
    outdate();
}

void WhyPanel::followLens(const ViewLens& before)
{
    if (m_cell && m_cell->period == before.period)
        m_cell->period = m_document->lens().period;
    outdate();
}

/// Nobody waits for a figure that is not seen.
void WhyPanel::outdate()
{
    m_isStale = true;
    if (isVisible())
        refresh();
}

void WhyPanel::refresh()
{
    m_isStale = false;
    if (m_work)
        m_work->beside.cancel();
    if (!m_document || !m_cell || !isThere(*m_cell)) {
        m_cell.reset();
        m_tree->clear();
        return showEmpty();
    }
    tellApart();
}

void WhyPanel::tellApart()
{
    if (dealsOf(*m_cell) > m_mostAtOnce)
        return startWork();
    const auto [chain, rollups] = m_document->viewed();
    if (std::optional<Explanation> told = ochain::explain(chain, rollups, *m_cell))
        show(std::move(*told));
}

void WhyPanel::startWork()
{
    const Explanation* before = m_tree->lines().shown();
    if (before == nullptr || !isSameFigure(before->cell, *m_cell)) { // else what is known of it stays until then
        m_state->showText(tr("Telling the figure apart"), tr("%1 deals").arg(countText(qint64(dealsOf(*m_cell)))),
                          tr("Cancel"));
        setCurrentWidget(m_state);
    }
    const auto work = [cell = *m_cell](const Snapshot& snapshot, const Progress& progress) -> std::optional<Outcome> {
        try {
            std::optional<Explanation> told = ochain::explain(snapshot.chain, snapshot.rollups, cell, progress);
            return told ? std::optional(Outcome{std::move(told)}) : std::nullopt;
        } catch (const std::bad_alloc&) {
            return Outcome{};
        }
    };
    m_work->beside.start(work, [this](Outcome outcome) {
        if (outcome.told)
            show(std::move(*outcome.told));
        else
            showFailed();
    });
}

void WhyPanel::show(Explanation told)
{
    const Explanation* before = m_tree->lines().shown();
    if (before == nullptr || !isSameFigure(before->cell, told.cell))
        m_address->dismiss();
    const Rollups& rollups = m_document->viewed().rollups;
    m_hidden = told.cell.deal.isSet()
                   ? Hidden{told.figure.undisclosed, 0}
                   : rollups.hidden(told.cell.group, told.cell.measure, told.cell.layer, told.cell.period);
    m_tree->take(m_document->viewedSnapshot(), std::move(told));
    showSentence();
    setCurrentWidget(m_page);
}

void WhyPanel::showSentence()
{
    if (m_tree->lines().shown() == nullptr)
        return;
    m_sentence = m_tree->lines().sentence(m_hidden);
    QStringList more{m_sentence.made, m_sentence.hidden};
    more.removeAll(QString());
    m_title->setText(m_sentence.figure);
    m_made->setText(clausesOf(more));
    m_made->setVisible(!more.isEmpty());
    m_tree->setAccessibleDescription(m_sentence.whole());
}

void WhyPanel::showEmpty()
{
    m_state->showText(tr("No figure chosen"),
                      tr("Double-click a figure in the tree, a table or a chart, or press Alt+Enter on it, to see the "
                         "deals it is made of, down to their sources."));
    setCurrentWidget(m_state);
}

void WhyPanel::showFailed()
{
    m_work->beside.cancel();
    m_state->showText(tr("Not told apart"), tr("The figure was given up, or memory was wanting for it."),
                      tr("Try again"));
    setCurrentWidget(m_state);
}

void WhyPanel::focusTree()
{
    if (currentWidget() == m_page)
        m_tree->setFocus(Qt::OtherFocusReason);
}

void WhyPanel::copy(CopyAs as) const
{
    if (m_tree->lines().shown() != nullptr)
        QGuiApplication::clipboard()->setText(copied(m_tree->lines(), m_sentence, as));
}

void WhyPanel::ask(const QString& address)
{
    m_address->ask(address);
    m_hint->setHidden(m_address->isVisible()); // it has a note of its own
}

void WhyPanel::select(const RowRef& row)
{
    m_isPicking = true; // the figure stays, of which it is a part
    m_document->select(row);
    m_isPicking = false;
}

void WhyPanel::openMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QString text = m_tree->activationText(); !text.isEmpty()) {
        menu->addAction(text, m_tree, &WhyTree::activateCurrent);
        menu->addSeparator();
    }
    menu->addAction(tr("Copy as text"), this, [this] { copy(CopyAs::Text); });
    menu->addAction(tr("Copy as Markdown"), this, [this] { copy(CopyAs::Markdown); });
    menu->addAction(tr("Copy as a table"), this, [this] { copy(CopyAs::Tsv); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void WhyPanel::retranslate()
{
    setAccessibleName(tr("Why"));
    m_tree->setAccessibleName(tr("What the figure is made of"));
    m_hint->setText(tr("Enter opens a source or selects a deal · ←/→ open and close · Ctrl+C copies"));
    m_tree->retranslate();
    showSentence();
    if (!m_cell)
        showEmpty();
}

void WhyPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

void WhyPanel::showEvent(QShowEvent* event)
{
    QStackedWidget::showEvent(event);
    if (m_document && !m_cell)
        followSelection();
    else if (m_isStale)
        refresh();
}

bool WhyPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isEscape = watched == m_tree && event->type() == QEvent::KeyPress &&
                          static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (isEscape && m_address->isVisible()) {
        m_address->dismiss();
        return true;
    }
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace ochain
