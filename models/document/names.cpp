// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/names.h"

namespace ochain {

namespace {

template <class Row>
QString named(const Chain& chain, const Row& row, Language language)
{
    const std::string_view chinese = chain.text(row.nameZh);
    if (language == Language::Chinese && !chinese.empty())
        return toQString(chinese);
    const std::string_view english = chain.text(row.nameEn);
    return toQString(english.empty() ? chain.text(row.head.key) : english);
}

QString titled(const Chain& chain, const Event& event, Language language)
{
    const std::string_view chinese = chain.text(event.titleZh);
    return toQString(language == Language::Chinese && !chinese.empty() ? chinese : chain.text(event.titleEn));
}

QString titled(const Chain& chain, const Source& source)
{
    const std::string_view title = chain.text(source.title);
    if (!title.empty())
        return toQString(title);
    const std::string_view publisher = chain.text(source.publisher);
    return toQString(publisher.empty() ? chain.text(source.head.key) : publisher);
}

} // namespace

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString nameOf(const Chain& chain, TierId tier, Language language)
{
    return chain.tiers().isAlive(tier) ? named(chain, chain.tiers()[tier], language) : QString();
}

QString nameOf(const Chain& chain, NodeId node, Language language)
{
    return chain.nodes().isAlive(node) ? named(chain, chain.nodes()[node], language) : QString();
}

QString nameOf(const Chain& chain, KindId kind, Language language)
{
    return chain.kinds().isAlive(kind) ? named(chain, chain.kinds()[kind], language) : QString();
}

QString nameOf(const Chain& chain, StatusId status, Language language)
{
    return chain.statuses().isAlive(status) ? named(chain, chain.statuses()[status], language) : QString();
}

QString nameOf(const Chain& chain, Group group, Language language)
{
    return group.kind == Group::Kind::Tier ? nameOf(chain, TierId{group.row}, language)
                                           : nameOf(chain, NodeId{group.row}, language);
}

QString nameOf(const Chain& chain, DealId deal, Language language)
{
    if (!chain.deals().isAlive(deal))
        return {};
    const Deal& row = chain.deals()[deal];
    return nameOf(chain, row.supplier, language) + QStringLiteral(" → ") + nameOf(chain, row.customer, language);
}

QString nameOf(const Chain& chain, RowRef row, Language language)
{
    if (!chain.isAlive(row))
        return {};
    switch (row.table) {
    case Table::Tiers:
        return nameOf(chain, TierId{row.row}, language);
    case Table::Nodes:
        return nameOf(chain, NodeId{row.row}, language);
    case Table::DealKinds:
        return nameOf(chain, KindId{row.row}, language);
    case Table::Statuses:
        return nameOf(chain, StatusId{row.row}, language);
    case Table::Deals:
        return nameOf(chain, DealId{row.row}, language);
    case Table::Tranches:
        return nameOf(chain, chain.tranches()[TrancheId{row.row}].deal, language);
    case Table::Metrics:
        return named(chain, chain.metrics()[MetricId{row.row}], language);
    case Table::Events:
        return titled(chain, chain.events()[EventId{row.row}], language);
    case Table::Sources:
        return titled(chain, chain.sources()[SourceId{row.row}]);
    case Table::Scenarios:
        return named(chain, chain.scenarios()[ScenarioId{row.row}], language);
    case Table::Citations:
    case Table::Claims:
    case Table::Overrides:
        break;
    }
    return toQString(chain.key(row));
}

} // namespace ochain
