// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_words.h"

#include "editing/row_marks.h"
#include "formats/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ochain {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ochain::RowWords", text);
}

QString spaced(const Chain& chain, Text text)
{
    return visibleText(chain.text(text)).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QStringList nodeParts(const Chain& chain, const Node& node)
{
    QStringList parts{nameOf(chain, node.tier), spaced(chain, node.kind)};
    if (node.parent.isSet())
        parts << translated(QT_TRANSLATE_NOOP("ochain::RowWords", "inside %1")).arg(nameOf(chain, node.parent));
    return parts << visibleText(chain.text(node.country));
}

} // namespace

QString tableWord(Table table)
{
    switch (table) {
    case Table::Tiers:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Tier"));
    case Table::Nodes:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Node"));
    case Table::DealKinds:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Kind of deal"));
    case Table::Statuses:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Status"));
    case Table::Deals:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Deal"));
    case Table::Tranches:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Phase"));
    case Table::Metrics:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Metric"));
    case Table::Events:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Event"));
    default:
        return translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Source"));
    }
}

QString rowTitle(const Chain& chain, RowRef row)
{
    const QString name = nameOf(chain, row);
    return name.isEmpty() ? visibleText(chain.key(row)) : name;
}

QString rowSubtitle(const Chain& chain, RowRef row)
{
    QStringList parts;
    switch (row.table) {
    case Table::Deals: {
        const Deal& deal = chain.deals()[DealId{row.row}];
        parts << nameOf(chain, deal.kind) << nameOf(chain, deal.status) << marksOf(chain, row);
        break;
    }
    case Table::Nodes:
        parts = nodeParts(chain, chain.nodes()[NodeId{row.row}]);
        break;
    case Table::Tiers:
        parts << (chain.tiers()[TierId{row.row}].isLayer
                      ? translated(QT_TRANSLATE_NOOP("ochain::RowWords", "Tier, a capacity layer"))
                      : tableWord(row.table));
        break;
    case Table::Metrics:
        parts << tableWord(row.table) << nameOf(chain, chain.metrics()[MetricId{row.row}].node);
        break;
    case Table::Events: {
        const Event& event = chain.events()[EventId{row.row}];
        parts << tableWord(row.table) << (event.date.isSet() ? dateText(event.date) : QString())
              << spaced(chain, event.kind);
        break;
    }
    default:
        parts << tableWord(row.table);
        break;
    }
    parts << visibleText(chain.key(row));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace ochain
