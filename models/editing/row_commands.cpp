// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/row_commands.h"

#include "chain/edit_builder.h"
#include "document/names.h"
#include "editing/linked_rows.h"
#include "editing/row_draft.h"
#include "editing/table_edits.h"
#include "language/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ochain {

namespace {

constexpr std::size_t kMostNamed = 3;

/// Orders to a builder, of which the first that fails is remembered.
class Orders {
public:
    explicit Orders(const Chain& chain) : m_chain(chain), m_builder(chain) {}

    EditBuilder& builder() { return m_builder; }
    void give(std::optional<Problem> result)
    {
        if (!m_problem && result)
            m_problem = std::move(result);
    }
    void copyRow(RowRef row, const std::string& key)
    {
        give(m_builder.add(row.table, key));
        for (Field field = 1; field < tableSpec(row.table).fieldCount(); ++field)
            if (const std::string value = m_chain.value(row, field); !value.empty())
                give(m_builder.set(row.table, key, field, value));
        m_chain.forEachCitation(row, [&](CitationId, const Citation& citation) {
            give(m_builder.addRow(
                Table::Citations,
                {{citation_field::Table, std::string(tableSpec(row.table).name)},
                 {citation_field::RowKey, key},
                 {citation_field::Source, std::string(m_chain.key(RowRef{Table::Sources, citation.source.value}))},
                 {citation_field::Fields, std::string(m_chain.text(citation.fields))}}));
        });
    }
    tl::expected<Edit, Problem> take() &&
    {
        if (m_problem)
            return tl::unexpected(*m_problem);
        return std::move(m_builder).build({}, {});
    }

private:
    const Chain& m_chain;
    EditBuilder m_builder;
    std::optional<Problem> m_problem;
};

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("ochain::RowCommands", text, nullptr, count);
}

void copyTranches(const Chain& chain, DealId deal, const std::string& newKey, Orders& orders)
{
    int number = 0;
    chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        const std::string key = freeKey(chain, Table::Tranches, newKey + '-' + std::to_string(++number));
        orders.copyRow({Table::Tranches, id.value}, key);
        orders.give(orders.builder().set(Table::Tranches, key, tranche_field::Deal, newKey));
    });
}

/// Each name is marked in its own language, whichever the window speaks.
std::string copyMark(Language of)
{
    return Dictionary(of).translate("ochain::RowCommands", " (copy)", "after a name").toStdString();
}

/// Two of one name could not be told apart where one types.
void markNamesAsCopy(const Chain& chain, RowRef row, const std::string& newKey, Orders& orders)
{
    for (const auto& [field, of] :
         {std::pair<std::string_view, Language>{"name_en", Language::English}, {"name_zh", Language::Chinese}}) {
        const std::optional<Field> name = fieldNamed(row.table, field);
        const std::string value = name ? chain.value(row, *name) : std::string();
        if (!value.empty())
            orders.give(orders.builder().set(row.table, newKey, *name, value + copyMark(of)));
    }
}

} // namespace

bool canDuplicate(Table table) noexcept
{
    return table == Table::Deals || table == Table::Nodes || table == Table::Metrics || table == Table::Events;
}

bool canDelete(Table table) noexcept
{
    return canDuplicate(table) || table == Table::Tiers || table == Table::Sources;
}

tl::expected<Edit, Problem> duplicateOf(const Chain& chain, RowRef row, std::string* newKey)
{
    *newKey = freeKey(chain, row.table, std::string(chain.key(row)) + "-copy");
    Orders orders(chain);
    orders.copyRow(row, *newKey);
    if (row.table == Table::Deals)
        copyTranches(chain, DealId{row.row}, *newKey, orders);
    if (row.table == Table::Nodes)
        markNamesAsCopy(chain, row, *newKey, orders);
    return std::move(orders).take();
}

tl::expected<Edit, Problem> deletionOf(const Chain& chain, RowRef row)
{
    Orders orders(chain);
    if (row.table == Table::Nodes)
        for (const std::uint32_t metric : metricsOf(chain, row))
            orders.give(orders.builder().erase(Table::Metrics, chain.key({Table::Metrics, metric})));
    orders.give(orders.builder().erase(row.table, chain.key(row)));
    return std::move(orders).take();
}

QString whyNotDeleted(const Chain& chain, RowRef row, const Document::Refused& refused)
{
    std::vector<RowRef> rows = rowsInTheWay(chain, row);
    if (row.table == Table::Nodes) // what hangs on its metrics
        for (const std::uint32_t metric : metricsOf(chain, row))
            for (const RowRef deal : rowsInTheWay(chain, {Table::Metrics, metric}))
                if (std::find(rows.begin(), rows.end(), deal) == rows.end())
                    rows.push_back(deal);
    if (refused.error || rows.empty())
        return refusedText(refused);
    QStringList names;
    for (std::size_t i = 0; i < std::min(kMostNamed, rows.size()); ++i)
        names << nameOf(chain, rows[i]);
    if (rows.size() > kMostNamed)
        names << translated(QT_TRANSLATE_N_NOOP("ochain::RowCommands", "%n more"),
                            static_cast<int>(rows.size() - kMostNamed));
    return translated(
               QT_TRANSLATE_NOOP("ochain::RowCommands",
                                 "%1 cannot be deleted while others refer to it: %2. Change or delete those first."))
        .arg(nameOf(chain, row), names.join(translated(QT_TRANSLATE_NOOP("ochain::RowCommands", "; "))));
}

} // namespace ochain
