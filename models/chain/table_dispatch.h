// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <utility>

namespace ochain {

/// Reaches the row set of a table that is known only at run time; for the files of this room.
class TableDispatch {
public:
    [[nodiscard]] static TextPool& texts(Chain& chain) noexcept { return chain.m_texts; }
    /// Calls f(rows, RowId{}) with the table's row set; the unset id tells its type.
    template <class SomeChain, class F>
    static decltype(auto) visit(SomeChain& chain, Table table, F&& f)
    {
        switch (table) {
        case Table::Tiers:
            return f(chain.m_tiers, TierId{});
        case Table::Nodes:
            return f(chain.m_nodes, NodeId{});
        case Table::DealKinds:
            return f(chain.m_kinds, KindId{});
        case Table::Statuses:
            return f(chain.m_statuses, StatusId{});
        case Table::Boundaries:
            return f(chain.m_boundaries, BoundaryId{});
        case Table::Deals:
            return f(chain.m_deals, DealId{});
        case Table::Tranches:
            return f(chain.m_tranches, TrancheId{});
        case Table::Metrics:
            return f(chain.m_metrics, MetricId{});
        case Table::Events:
            return f(chain.m_events, EventId{});
        case Table::Sources:
            return f(chain.m_sources, SourceId{});
        case Table::Citations:
            return f(chain.m_citations, CitationId{});
        case Table::Claims:
            return f(chain.m_claims, ClaimId{});
        case Table::Scenarios:
            return f(chain.m_scenarios, ScenarioId{});
        case Table::Overrides:
            return f(chain.m_overrides, OverrideId{});
        case Table::Settings:
            return f(chain.m_settings, SettingId{});
        case Table::Views:
            return f(chain.m_views, ViewId{});
        case Table::Dismissals:
            break;
        }
        return f(chain.m_dismissals, DismissalId{});
    }
};

} // namespace ochain
