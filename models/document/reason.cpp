// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/reason.h"

#include "document/names.h"
#include "language/language.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace ochain {

namespace {

constexpr std::array<std::string_view, kTableCount> kSingular{
    "tier",   "node",     "kind of deal", "status",   "boundary", "deal",    "phase", "metric",   "event",
    "source", "citation", "claim",        "scenario", "override", "setting", "view",  "dismissal"};

/// "capacity_mw" as a person says it: "capacity".
QString spoken(const FieldSpec& field)
{
    QString name = toQString(field.name);
    for (const QLatin1String unit : {QLatin1String("_mw"), QLatin1String("_usd"), QLatin1String("_pct"),
                                     QLatin1String("_bp"), QLatin1String("_en")})
        if (name.endsWith(unit))
            name.chop(unit.size());
    if (name.endsWith(QLatin1String("_zh")))
        name.replace(name.size() - 3, 3, QStringLiteral(" in Chinese"));
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

std::string_view after(const RowChange& change, Field field)
{
    const auto found = std::find_if(change.fields.begin(), change.fields.end(),
                                    [field](const FieldChange& f) { return f.field == field; });
    if (found == change.fields.end())
        return {};
    return found->after.empty() ? found->before : found->after;
}

QString nodeNamed(const Chain& chain, std::string_view key)
{
    const QString name = nameIn(Language::English, chain, RowRef{Table::Nodes, chain.find(Table::Nodes, key)});
    return name.isEmpty() ? toQString(key) : name;
}

QString subject(const Chain& chain, const RowChange& change)
{
    const std::uint32_t row = chain.find(change.table, change.key);
    if (row != kNoRow)
        return nameIn(Language::English, chain, RowRef{change.table, row});
    if (change.table == Table::Deals)
        return nodeNamed(chain, after(change, deal_field::Supplier)) + QStringLiteral(" → ") +
               nodeNamed(chain, after(change, deal_field::Customer));
    if (change.table == Table::Tranches) {
        QString deal = nameIn(Language::English, chain,
                              RowRef{Table::Deals, chain.find(Table::Deals, after(change, tranche_field::Deal))});
        if (!deal.isEmpty())
            return deal;
    }
    return toQString(change.key);
}

QString fieldsOf(const RowChange& change)
{
    constexpr std::size_t kMostNamed = 3;
    if (change.fields.size() > kMostNamed)
        return QStringLiteral("%1 fields").arg(change.fields.size());
    QStringList names;
    for (const FieldChange& field : change.fields)
        names += spoken(fieldSpec(change.table, field.field));
    return names.join(QStringLiteral(", "));
}

/// The change that the others come with: of the earliest table in this order.
const RowChange& primary(const Edit& edit)
{
    constexpr std::array kOrder{Table::Deals,  Table::Nodes,    Table::Tiers,  Table::Metrics,
                                Table::Events, Table::Tranches, Table::Claims, Table::Sources};
    for (const Table table : kOrder)
        for (const RowChange& change : edit.changes)
            if (change.table == table)
                return change;
    return edit.changes.front();
}

} // namespace

std::string defaultReason(const Chain& chain, const Edit& edit)
{
    if (edit.changes.empty())
        return {};
    const RowChange& change = primary(edit);
    const QString table = toQString(kSingular[static_cast<std::size_t>(change.table)]);
    QString text;
    switch (change.op) {
    case Op::Insert:
        text = QStringLiteral("Add %1 %2").arg(table, subject(chain, change));
        break;
    case Op::Erase:
        text = QStringLiteral("Delete %1 %2").arg(table, subject(chain, change));
        break;
    case Op::Update:
        text = QStringLiteral("Set %1 of %2").arg(fieldsOf(change), subject(chain, change));
        break;
    }
    const std::size_t rest = edit.changes.size() - 1;
    if (rest > 0)
        text += rest == 1 ? QStringLiteral(" and 1 more row") : QStringLiteral(" and %1 more rows").arg(rest);
    return text.toStdString();
}

} // namespace ochain
