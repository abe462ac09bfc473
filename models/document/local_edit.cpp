// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/local_edit.h"

#include "chain/calendar.h"

#include <algorithm>
#include <string>

namespace ochain {

namespace {

/// Whether a date lies so that adding or taking it cannot be what makes the calendar begin or end.
bool liesInside(Date date, const Calendar& calendar)
{
    return !date.isSet() || (date.year() > calendar.firstYear() && date.year() < calendar.lastYear());
}

bool liesInside(const std::string& text, const Calendar& calendar)
{
    const auto date = parseDate(text);
    return date && liesInside(*date, calendar);
}

bool keepsCalendar(const Chain& chain, const RowChange& change, const Calendar& calendar)
{
    const auto isDate = [&change](Field field) {
        return change.table == Table::Tranches
                   ? field == tranche_field::Starts || field == tranche_field::Ends
                   : field == deal_field::Announced || field == deal_field::Starts || field == deal_field::Ends;
    };
    return std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& field) {
        if (isDate(field.field))
            return liesInside(field.before, calendar) && liesInside(field.after, calendar);
        // Status and kind decide which of a deal's dates the calendar has to cover.
        const DealId deal = change.table == Table::Deals ? chain.find<DealId>(change.key) : DealId{};
        if (!deal.isSet() || (field.field != deal_field::Status && field.field != deal_field::Kind))
            return true;
        const Deal& row = chain.deals()[deal];
        return liesInside(row.announced, calendar) && liesInside(row.starts, calendar) &&
               liesInside(row.ends, calendar);
    });
}

} // namespace

bool isLocal(const Chain& chain, const Edit& edit)
{
    const Calendar calendar = chain.calendar();
    return std::all_of(edit.changes.begin(), edit.changes.end(), [&](const RowChange& change) {
        switch (change.table) {
        case Table::Tiers:
        case Table::DealKinds:
        case Table::Statuses:
            return false;
        case Table::Nodes:
            return std::none_of(change.fields.begin(), change.fields.end(), [&change](const FieldChange& field) {
                return change.op == Op::Update &&
                       (field.field == node_field::Tier || field.field == node_field::Parent);
            });
        case Table::Deals:
        case Table::Tranches:
            return keepsCalendar(chain, change, calendar);
        default:
            return true;
        }
    });
}

} // namespace ochain
