// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/row_summary.h"

#include "figures/format.h"
#include "forms/deal_draft.h"
#include "forms/field_names.h"
#include "forms/sources_card.h"
#include "theme/language.h"
#include "theme/theme.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr std::array kMoney{Measure::Revenue,    Measure::Spend, Measure::Net,     Measure::CapitalIn,
                            Measure::CapitalOut, Measure::Gap,   Measure::Funding, Measure::Backlog};

/// The amount without the count of undisclosed deals, which the tooltip has.
QString brief(const Figure& figure, Unit unit, Language language)
{
    return figureText(figure, unit, language).section(QLatin1Char('('), 0, 0).section(QChar(0xFF08), 0, 0).trimmed();
}

QString inFull(const Figure& now, const Figure& total, Unit unit, Language language)
{
    return figureTextInFull(now, unit, language) + QStringLiteral("  ·  ") + figureTextInFull(total, unit, language);
}

} // namespace

RowSummary::RowSummary(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_subtitle(new QLabel(this)), m_note(new QLabel(this)),
      m_sources(new SourcesCard(this))
{
    setObjectName(QStringLiteral("rowSummary"));
    m_title->setObjectName(QStringLiteral("summaryTitle"));
    makeTitle(m_title);
    makeNote(m_subtitle);
    for (QLabel* label : {m_title, m_subtitle, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* page = new QWidget;
    auto* body = new QVBoxLayout(page);
    body->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    body->setSpacing(kGrid);
    body->addWidget(m_title);
    body->addWidget(m_subtitle);
    body->addWidget(m_note);
    m_lines = new QGridLayout;
    m_lines->setHorizontalSpacing(kGrid);
    m_lines->setVerticalSpacing(kGrid / 2);
    m_lines->setColumnStretch(0, 1);
    body->addLayout(m_lines);
    body->addWidget(m_sources);
    body->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_sources, &SourcesCard::notSaved, this, &RowSummary::notSaved);
}

void RowSummary::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_row.reset();
    m_sources->setDocument(document);
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &RowSummary::refresh);
    connect(document, &Document::lensChanged, this, &RowSummary::refresh);
}

void RowSummary::showRow(RowRef row)
{
    m_row = row;
    m_sources->setVisible(row.table != Table::Sources);
    m_sources->setRow(row);
    refresh();
}

void RowSummary::refresh()
{
    if (m_document == nullptr || !m_row || !m_document->chain().isAlive(*m_row))
        return;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = 0;
    showHead();
    if (m_row->table == Table::Nodes)
        showFigures(Group::of(NodeId{m_row->row}));
    else if (m_row->table == Table::Tiers)
        showFigures(Group::of(TierId{m_row->row}));
    else
        showFields();
}

void RowSummary::showHead()
{
    const Chain& chain = m_document->chain();
    const Language language = currentLanguage();
    m_title->setText(nameOf(chain, *m_row, language));
    QStringList parts;
    QString note;
    if (m_row->table == Table::Nodes) {
        const Node& node = chain.nodes()[NodeId{m_row->row}];
        parts << nameOf(chain, node.tier, language)
              << toQString(chain.text(node.kind)).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (node.parent.isSet())
            parts << tr("inside %1").arg(nameOf(chain, node.parent, language));
        if (const QString country = toQString(chain.text(node.country)); !country.isEmpty())
            parts << country;
        note = toQString(chain.text(node.note));
    } else if (m_row->table == Table::Tiers) {
        parts << (chain.tiers()[TierId{m_row->row}].isLayer ? tr("Tier, a capacity layer") : tr("Tier"));
    }
    parts << toQString(chain.key(*m_row));
    m_subtitle->setText(parts.join(QStringLiteral("  ·  ")));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void RowSummary::showFigures(Group group)
{
    const Chain& chain = m_document->chain();
    const Rollups& rollups = m_document->rollups();
    const Language language = currentLanguage();
    const Period period = m_document->lens().period;
    const std::uint32_t noLayer = static_cast<std::uint32_t>(chain.layers().size());
    addHeading(tr("MONEY  ·  %1  ·  total").arg(periodText(period, language)));
    for (const Measure measure : kMoney) {
        const Figure now = rollups.figure(group, measure, noLayer, period);
        const Figure total = rollups.figure(group, measure, noLayer, kTotal);
        if (now == Figure{} && total == Figure{})
            continue;
        const bool hasTotal = measure != Measure::Gap && measure != Measure::Funding && measure != Measure::Backlog;
        QString text = brief(now, Unit::Money, language);
        if (hasTotal)
            text += QStringLiteral("  ·  ") + brief(total, Unit::Money, language);
        addLine(measureText(measure), text, inFull(now, total, Unit::Money, language));
    }
    addHeading(tr("CAPACITY  ·  at the end of %1  ·  total").arg(periodText(period, language)));
    const std::optional<BindingFigure> binding = rollups.binding(group, period);
    for (const Measure measure : {Measure::CapacityIn, Measure::CapacityOut}) {
        for (std::uint32_t layer = 0; layer <= noLayer; ++layer) {
            if (!rollups.has(group, measure, layer))
                continue;
            QString name = tr("%1, %2").arg(layerName(chain, layer, language),
                                            measure == Measure::CapacityIn ? tr("in") : tr("out"));
            if (measure == Measure::CapacityIn && binding && binding->layer == layer)
                name += tr(" (binds)");
            const Figure now = rollups.figure(group, measure, layer, period);
            const Figure total = rollups.figure(group, measure, layer, kTotal);
            addLine(name,
                    brief(now, Unit::Capacity, language) + QStringLiteral("  ·  ") +
                        brief(total, Unit::Capacity, language),
                    inFull(now, total, Unit::Capacity, language));
        }
    }
    addHeading(tr("DEALS"));
    for (const Measure measure : {Measure::Deals, Measure::DealsUndisclosedMoney, Measure::DealsUndisclosedCapacity})
        addLine(measureText(measure), countText(rollups.figure(group, measure, noLayer, kTotal).value, language));
}

void RowSummary::showFields()
{
    const Chain& chain = m_document->chain();
    const std::size_t count = tableSpec(m_row->table).fields.size();
    for (Field field = 1; field < count; ++field) {
        const QString text = shownText(chain, *m_row, field, currentLanguage());
        if (!text.isEmpty())
            addLine(fieldLabel(m_row->table, field), text);
    }
}

void RowSummary::addLine(const QString& what, const QString& value, const QString& tip)
{
    auto* left = new QLabel(what, this);
    left->setTextFormat(Qt::PlainText);
    left->setWordWrap(true);
    auto* right = new QLabel(value, this);
    right->setTextFormat(Qt::PlainText);
    right->setWordWrap(true);
    right->setToolTip(tip);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_lines->addWidget(left, m_count, 0, Qt::AlignTop);
    m_lines->addWidget(right, m_count, 1, Qt::AlignTop);
    ++m_count;
}

void RowSummary::addHeading(const QString& text)
{
    auto* label = new QLabel(text, this);
    makeCaption(label);
    label->setContentsMargins(0, m_count == 0 ? 0 : kGrid, 0, 0);
    m_lines->addWidget(label, m_count, 0, 1, 2);
    ++m_count;
}

void RowSummary::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ochain
