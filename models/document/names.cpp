// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/names.h"

namespace ochain {

namespace {

template <class Row>
QString named(const Chain& chain, const Row& row, Language chosen)
{
    const std::string_view chinese = chain.text(row.nameZh);
    if (chosen == Language::Chinese && !chinese.empty())
        return toQString(chinese);
    const std::string_view english = chain.text(row.nameEn);
    return toQString(english.empty() ? chain.text(row.head.key) : english);
}

QString titled(const Chain& chain, const Event& event, Language chosen)
{
    const std::string_view chinese = chain.text(event.titleZh);
    return toQString(chosen == Language::Chinese && !chinese.empty() ? chinese : chain.text(event.titleEn));
}

QString titled(const Chain& chain, const Source& source)
{
    const std::string_view title = chain.text(source.title);
    if (!title.empty())
        return toQString(title);
    const std::string_view publisher = chain.text(source.publisher);
    return toQString(publisher.empty() ? chain.text(source.head.key) : publisher);
}

QString nameOfDeal(Language chosen, const Chain& chain, const Deal& deal)
{
    return nameIn(chosen, chain, {Table::Nodes, deal.supplier.value}) + QStringLiteral(" → ") +
           nameIn(chosen, chain, {Table::Nodes, deal.customer.value});
}

} // namespace

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString nameOf(const Chain& chain, TierId tier)
{
    return nameIn(language(), chain, {Table::Tiers, tier.value});
}

QString nameOf(const Chain& chain, NodeId node)
{
    return nameIn(language(), chain, {Table::Nodes, node.value});
}

QString nameOf(const Chain& chain, KindId kind)
{
    return nameIn(language(), chain, {Table::DealKinds, kind.value});
}

QString nameOf(const Chain& chain, StatusId status)
{
    return nameIn(language(), chain, {Table::Statuses, status.value});
}

QString nameOf(const Chain& chain, Group group)
{
    return nameIn(language(), chain, {group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, group.row});
}

QString nameOf(const Chain& chain, DealId deal)
{
    return nameIn(language(), chain, {Table::Deals, deal.value});
}

QString nameOf(const Chain& chain, RowRef row)
{
    return nameIn(language(), chain, row);
}

QString nameIn(Language chosen, const Chain& chain, RowRef row)
{
    if (!chain.isAlive(row))
        return {};
    switch (row.table) {
    case Table::Tiers:
        return named(chain, chain.tiers()[TierId{row.row}], chosen);
    case Table::Nodes:
        return named(chain, chain.nodes()[NodeId{row.row}], chosen);
    case Table::DealKinds:
        return named(chain, chain.kinds()[KindId{row.row}], chosen);
    case Table::Statuses:
        return named(chain, chain.statuses()[StatusId{row.row}], chosen);
    case Table::Deals:
        return nameOfDeal(chosen, chain, chain.deals()[DealId{row.row}]);
    case Table::Tranches:
        return nameIn(chosen, chain, {Table::Deals, chain.tranches()[TrancheId{row.row}].deal.value});
    case Table::Metrics:
        return named(chain, chain.metrics()[MetricId{row.row}], chosen);
    case Table::Events:
        return titled(chain, chain.events()[EventId{row.row}], chosen);
    case Table::Sources:
        return titled(chain, chain.sources()[SourceId{row.row}]);
    case Table::Scenarios:
        return named(chain, chain.scenarios()[ScenarioId{row.row}], chosen);
    case Table::Citations:
    case Table::Claims:
    case Table::Overrides:
        break;
    }
    return toQString(chain.key(row));
}

} // namespace ochain
