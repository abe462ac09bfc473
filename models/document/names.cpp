// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/names.h"

#include "chain/visible.h"

#include <algorithm>

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

bool runsLeft(const QString& text)
{
    const QList<uint> letters = text.toUcs4();
    return std::any_of(letters.begin(), letters.end(), [](uint letter) {
        const QChar::Direction direction = QChar::direction(letter);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

/// Between two Hebrew or Arabic names an arrow would point from the customer to the supplier: each is held in its
/// place.
QString shownDeal(const Chain& chain, const Deal& deal)
{
    const QString supplier = nameOf(chain, deal.supplier);
    const QString customer = nameOf(chain, deal.customer);
    const QString mark = runsLeft(supplier) || runsLeft(customer) ? QString(QChar(0x200E)) : QString();
    return mark + supplier + mark + QStringLiteral(" → ") + mark + customer + mark;
}

} // namespace

QString toQString(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const bool hasMark = utf8.starts_with("\xEF\xBB\xBF"); // which Qt takes for a mark of the order of bytes
    return hasMark ? QChar(QChar::ByteOrderMark) + text : text;
}

QString visibleText(std::string_view utf8)
{
    return toQString(visible(utf8));
}

QString visibleText(const QString& text)
{
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; };
    return std::all_of(text.begin(), text.end(), isPlain) ? text : toQString(visible(text.toStdString()));
}

QString nameOf(const Chain& chain, TierId tier)
{
    return nameOf(chain, RowRef{Table::Tiers, tier.value});
}

QString nameOf(const Chain& chain, NodeId node)
{
    return nameOf(chain, RowRef{Table::Nodes, node.value});
}

QString nameOf(const Chain& chain, KindId kind)
{
    return nameOf(chain, RowRef{Table::DealKinds, kind.value});
}

QString nameOf(const Chain& chain, StatusId status)
{
    return nameOf(chain, RowRef{Table::Statuses, status.value});
}

QString nameOf(const Chain& chain, Group group)
{
    return nameOf(chain, RowRef{group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, group.row});
}

QString nameOf(const Chain& chain, DealId deal)
{
    return nameOf(chain, RowRef{Table::Deals, deal.value});
}

QString nameOf(const Chain& chain, RowRef row)
{
    const bool isOfDeal = row.table == Table::Deals || row.table == Table::Tranches;
    if (!isOfDeal || !chain.isAlive(row))
        return visibleText(nameIn(language(), chain, row));
    const DealId deal = row.table == Table::Deals ? DealId{row.row} : chain.tranches()[TrancheId{row.row}].deal;
    return shownDeal(chain, chain.deals()[deal]);
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
    case Table::Boundaries:
        return named(chain, chain.boundaries()[BoundaryId{row.row}], chosen);
    case Table::Views:
        return named(chain, chain.views()[ViewId{row.row}], chosen);
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
    case Table::Settings:
    case Table::Dismissals:
        break;
    }
    return toQString(chain.key(row));
}

} // namespace ochain
