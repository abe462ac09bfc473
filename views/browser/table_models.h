// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/names.h"
#include "items/deals_model.h"
#include "items/deals_proxy.h"
#include "items/events_model.h"
#include "items/history_model.h"
#include "items/problems_model.h"
#include "items/table_proxy.h"
#include "items/whole_table_model.h"

#include <memory>

namespace ochain {

/// The tables, in the order of their tabs.
enum class TableTab { Deals, Nodes, Metrics, Events, Sources, ProblemList, History };
inline constexpr int kTableTabs = static_cast<int>(TableTab::History) + 1;

/// Whether the cells of a table are edited in place and selected one by one, as in a spreadsheet.
[[nodiscard]] constexpr bool isOfCells(TableTab tab) noexcept
{
    return tab != TableTab::Events && tab != TableTab::ProblemList && tab != TableTab::History;
}

/// A model with the proxy that sorts and filters it.
template <class Model>
struct ProxiedModel {
    template <class... Args>
    explicit ProxiedModel(Args&&... args) : rows(std::forward<Args>(args)...), proxy(rows)
    {}
    Model rows;
    TableProxy proxy;
};

/// The models of one document, each made when it is first asked for.
class TableModels {
public:
    explicit TableModels(Document& document)
        : deals(document), dealsProxy(deals), problems(document), m_document(document)
    {}

    DealsModel deals;
    DealsProxy dealsProxy;
    ProxiedModel<ProblemsModel> problems; ///< how many there are is told at once

    [[nodiscard]] ProxiedModel<EventsModel>& events() { return made(m_events); }
    [[nodiscard]] ProxiedModel<HistoryModel>& history() { return made(m_history); }
    /// @param tab  Nodes, Metrics or Sources
    [[nodiscard]] ProxiedModel<WholeTableModel>& whole(TableTab tab)
    {
        std::unique_ptr<ProxiedModel<WholeTableModel>>& slot = slotOf(tab);
        if (!slot)
            slot = std::make_unique<ProxiedModel<WholeTableModel>>(m_document, tableOf(tab));
        return *slot;
    }
    /// The table of which a tab shows all rows.
    [[nodiscard]] static Table tableOf(TableTab tab)
    {
        switch (tab) {
        case TableTab::Nodes:
            return Table::Nodes;
        case TableTab::Metrics:
            return Table::Metrics;
        case TableTab::Events:
            return Table::Events;
        case TableTab::Sources:
            return Table::Sources;
        default:
            return Table::Deals;
        }
    }

    /// What `use` gives of the proxy of a tab.
    template <class Use>
    auto withProxy(TableTab tab, Use&& use)
    {
        switch (tab) {
        case TableTab::Deals:
            return use(dealsProxy);
        case TableTab::Events:
            return use(events().proxy);
        case TableTab::ProblemList:
            return use(problems.proxy);
        case TableTab::History:
            return use(history().proxy);
        default:
            return use(whole(tab).proxy);
        }
    }

    void retranslate()
    {
        deals.retranslate();
        problems.rows.retranslate();
        if (m_events)
            m_events->rows.retranslate();
        if (m_history)
            m_history->rows.retranslate();
        for (const auto* whole : {&m_nodes, &m_metrics, &m_sources})
            if (*whole)
                (*whole)->rows.retranslate();
    }

private:
    template <class Model>
    Model& made(std::unique_ptr<Model>& slot)
    {
        if (!slot)
            slot = std::make_unique<Model>(m_document);
        return *slot;
    }
    std::unique_ptr<ProxiedModel<WholeTableModel>>& slotOf(TableTab tab)
    {
        return tab == TableTab::Nodes ? m_nodes : tab == TableTab::Metrics ? m_metrics : m_sources;
    }

    Document& m_document;
    std::unique_ptr<ProxiedModel<EventsModel>> m_events;
    std::unique_ptr<ProxiedModel<HistoryModel>> m_history;
    std::unique_ptr<ProxiedModel<WholeTableModel>> m_nodes, m_metrics, m_sources;
};

} // namespace ochain
