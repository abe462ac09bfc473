// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/row_marks.h"

#include "chain/deal_terms.h"
#include "editing/typed_text.h"
#include "formats/format.h"

#include <QStringList>

namespace ochain {

namespace {

QStringList dealMarks(const Chain& chain, DealId id)
{
    const Amounts amounts = totalsOf(chain, id);
    const Date announced = chain.deals()[id].announced;
    return {amounts.capacity.isAbsent() ? QString() : capacityText(amounts.capacity),
            amounts.value.isAbsent() ? QString() : moneyText(amounts.value),
            announced.isSet() ? dateText(announced) : QString()};
}

} // namespace

QString marksOf(const Chain& chain, RowRef row)
{
    QStringList marks;
    switch (row.table) {
    case Table::Deals:
        marks = dealMarks(chain, DealId{row.row});
        break;
    case Table::Metrics:
        marks = {shownText(chain, row, metric_field::AsOf), shownText(chain, row, metric_field::Value)};
        break;
    case Table::Events:
        marks = {shownText(chain, row, event_field::Date)};
        break;
    case Table::Sources:
        marks = {visibleText(chain.value(row, source_field::Publisher)),
                 shownText(chain, row, source_field::Published)};
        break;
    default:
        break;
    }
    marks.removeAll(QString());
    return marks.join(QStringLiteral(" · "));
}

} // namespace ochain
