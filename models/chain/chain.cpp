// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/chain.h"

#include "chain/checks.h"
#include "chain/editor.h"
#include "chain/limits.h"
#include "chain/row_fields.h"
#include "chain/table_dispatch.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace ochain {

namespace {

/// Writes the member of a row as the text of its field.
class FieldText {
public:
    FieldText(const Chain& chain, const FieldSpec& spec, RowRef of) : m_chain(chain), m_spec(spec), m_of(of) {}

    void operator()(Text text) { m_text = m_chain.text(text); }
    void operator()(TierId id) { reference(Table::Tiers, id.value); }
    void operator()(NodeId id) { reference(Table::Nodes, id.value); }
    void operator()(KindId id) { reference(Table::DealKinds, id.value); }
    void operator()(StatusId id) { reference(Table::Statuses, id.value); }
    void operator()(BoundaryId id) { reference(Table::Boundaries, id.value); }
    void operator()(DealId id) { reference(Table::Deals, id.value); }
    void operator()(SourceId id) { reference(Table::Sources, id.value); }
    void operator()(ScenarioId id) { reference(Table::Scenarios, id.value); }
    void operator()(SeriesId id) { m_text = id.isSet() ? m_chain.seriesName(id) : std::string_view(); }
    void operator()(Date date) { m_text = formatDate(date); }
    void operator()(Cents amount) { m_text = formatUsd(amount); }
    void operator()(Kilowatts amount) { m_text = formatMegawatts(amount); }
    void operator()(BasisPoints share)
    {
        m_text = m_spec.type == FieldType::Percent ? formatPercent(share) : std::to_string(share.value);
    }
    void operator()(std::int32_t number) { m_text = std::to_string(number); }
    void operator()(double number) { m_text = formatDecimal(number); }
    void operator()(bool flag) { m_text = flag ? "1" : "0"; }
    template <class Choice>
    requires std::is_enum_v<Choice>
    void operator()(Choice choice) { m_text = m_spec.choices[static_cast<std::size_t>(choice)]; }
    void operator()(const std::vector<NodeId>& nodes)
    {
        for (const NodeId node : nodes)
            m_text.append(m_text.empty() ? "" : ";").append(m_chain.key({Table::Nodes, node.value}));
    }
    void operator()(TableOf<const RowRef> of) { m_text = tableSpec(of.ref.table).name; }
    void operator()(RowOf<const RowRef> of) { reference(of.ref.table, of.ref.row); }
    void operator()(FieldOf<const Field> field)
    {
        const Table table = m_of.table == Table::Claims ? m_chain.claims()[ClaimId{m_of.row}].of.table
                                                        : m_chain.overrides()[OverrideId{m_of.row}].of.table;
        m_text = fieldSpec(table, field.field).name;
    }

    [[nodiscard]] std::string take() && { return std::move(m_text); }

private:
    void reference(Table table, std::uint32_t row)
    {
        if (row != kNoRow)
            m_text = m_chain.key({table, row});
    }

    const Chain& m_chain;
    const FieldSpec& m_spec;
    RowRef m_of;
    std::string m_text;
};

} // namespace

SeriesId Chain::findSeries(std::string_view name) const
{
    const std::uint32_t found =
        m_seriesByName.find(name, [&](std::uint32_t series) { return seriesName(SeriesId{series}) == name; });
    return found == kNoRow || m_series[found].count == 0 ? SeriesId{} : SeriesId{found};
}

std::size_t Chain::size(Table table) const noexcept
{
    return TableDispatch::visit(*this, table, [](const auto& rows, auto) { return rows.size(); });
}

std::uint32_t Chain::slotCount(Table table) const noexcept
{
    return TableDispatch::visit(*this, table, [](const auto& rows, auto) { return rows.slotCount(); });
}

bool Chain::isAlive(RowRef ref) const noexcept
{
    return TableDispatch::visit(*this, ref.table,
                                [&](const auto& rows, auto id) { return rows.isAlive(decltype(id){ref.row}); });
}

std::uint32_t Chain::find(Table table, std::string_view key) const
{
    return TableDispatch::visit(*this, table, [&](const auto& rows, auto) {
        return rows.index().find(key, [&](std::uint32_t row) { return text(rows.all()[row].head.key) == key; });
    });
}

std::string_view Chain::key(RowRef ref) const noexcept
{
    return TableDispatch::visit(*this, ref.table,
                                [&](const auto& rows, auto) { return text(rows.all()[ref.row].head.key); });
}

std::int64_t Chain::rowid(RowRef ref) const noexcept
{
    return TableDispatch::visit(*this, ref.table,
                                [&](const auto& rows, auto) { return rows.all()[ref.row].head.rowid; });
}

std::string Chain::value(RowRef ref, Field field) const
{
    FieldText writer(*this, fieldSpec(ref.table, field), ref);
    TableDispatch::visit(*this, ref.table,
                         [&](const auto& rows, auto) { visitField(rows.all()[ref.row], field, writer); });
    return std::move(writer).take();
}

std::vector<std::uint32_t> Chain::inOrder(Table table) const
{
    return TableDispatch::visit(*this, table, [](const auto& rows, auto) {
        std::vector<std::uint32_t> order;
        order.reserve(rows.size());
        rows.forEach([&](auto id, const auto&) { order.push_back(id.value); });
        const auto& all = rows.all();
        const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return all[a].head.rowid < all[b].head.rowid; };
        if (!std::is_sorted(order.begin(), order.end(), earlier))
            std::sort(order.begin(), order.end(), earlier);
        return order;
    });
}

std::vector<LayerNumber> Chain::layerNumbers() const
{
    std::vector<LayerNumber> numbers;
    numbers.reserve(m_layers.size() + 1);
    for (std::uint32_t i = 0; i < m_layers.size(); ++i)
        numbers.push_back(LayerNumber{i});
    numbers.push_back(kNoLayer);
    return numbers;
}

TierId Chain::rootOf(TierId tier) const noexcept
{
    while (m_tiers[tier].parent.isSet())
        tier = m_tiers[tier].parent;
    return tier;
}

Profile Chain::profileOf(const Deal& deal) const noexcept
{
    return deal.profile == Profile::Inherit ? m_kinds[deal.kind].profile : deal.profile;
}

std::optional<int> Chain::horizon() const
{
    const std::uint32_t row = find(Table::Settings, kHorizonKey);
    if (row == kNoRow)
        return std::nullopt;
    const Result<std::int32_t> year = parseInteger(text(m_settings[SettingId{row}].value));
    return year && isHorizon(*year) ? std::optional<int>(*year) : std::nullopt;
}

std::pair<int, int> Chain::yearSpan() const noexcept
{
    const auto& counts = m_years.counts;
    const auto isUsed = [](std::uint32_t count) { return count != 0; };
    const auto first = std::find_if(counts.begin(), counts.end(), isUsed);
    if (first == counts.end())
        return {0, -1};
    const auto lastOf = [&](const std::vector<std::uint32_t>& years) {
        const auto last = std::find_if(years.rbegin(), years.rend(), isUsed);
        return kMinYear + static_cast<int>(years.rend() - last) - 1;
    };
    const int firstYear = kMinYear + static_cast<int>(first - counts.begin());
    if (const std::optional<int> named = horizon())
        return {firstYear, std::max(firstYear, *named)};
    const int announced = lastOf(m_years.announced); // before kMinYear when no deal was
    const int last = lastOf(counts);
    return {firstYear, announced < kMinYear ? last : std::max(firstYear, std::min(last, announced + kYearsAhead))};
}

Calendar Chain::calendar() const
{
    const auto [first, last] = yearSpan();
    return last < first ? Calendar() : Calendar(first, last);
}

Problems Chain::validate(const Edit& edit, const std::function<bool()>& goesOn) const
{
    Chain snapshot(*this); // which is not needed any more, so that nothing is taken back
    return Editor(snapshot, edit).run(goesOn);
}

Problems Chain::apply(Edit& edit)
{
    Editor editor(*this, edit);
    Problems problems = editor.run({});
    if (!problems.empty()) {
        editor.rollBack();
        return problems;
    }
    editor.finish();
    for (std::size_t i = 0; i < edit.changes.size(); ++i) {
        RowChange& change = edit.changes[i];
        if (change.op == Op::Insert && change.rowid == 0)
            change.rowid = editor.rowids()[i];
    }
    return {};
}

Problems Chain::errors() const
{
    return errorsOf(*this);
}

} // namespace ochain
