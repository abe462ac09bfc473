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

namespace ochain {

/// The models of one document with their proxies; sources are declared before what stands on them.
struct TableModels {
    explicit TableModels(Document& document)
        : deals(document), events(document), problems(document), history(document), dealsProxy(deals),
          eventsProxy(events), problemsProxy(problems), historyProxy(history)
    {}
    void retranslate()
    {
        deals.retranslate();
        events.retranslate();
        problems.retranslate();
        history.retranslate();
    }

    /// What `use` gives of the proxy of a tab.
    template <class Use>
    auto withProxy(int tab, Use&& use)
    {
        if (tab == 0)
            return use(dealsProxy);
        return use(tab == 1 ? eventsProxy : tab == 2 ? problemsProxy : historyProxy);
    }

    DealsModel deals;
    EventsModel events;
    ProblemsModel problems;
    HistoryModel history;
    DealsProxy dealsProxy;
    TableProxy eventsProxy;
    TableProxy problemsProxy;
    TableProxy historyProxy;
};

} // namespace ochain
