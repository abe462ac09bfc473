// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/what_if_words.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/value_text.h"
#include "formats/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

/// The translation context of what is said in What if.
struct WhatIfTexts {
    Q_DECLARE_TR_FUNCTIONS(WhatIf)
};

/// Whether one of the names in "value_usd;ends" is this.
bool names(std::string_view fields, std::string_view name)
{
    while (!fields.empty()) {
        const std::string_view each = fields.substr(0, fields.find(';'));
        if (each == name)
            return true;
        fields.remove_prefix(std::min(each.size() + 1, fields.size()));
    }
    return false;
}

/// @param field  its name, which is the same for a deal and its phases
QString sourceTextNamed(const Chain& chain, RowRef row, std::string_view field)
{
    SourceId best;
    std::pair<bool, Date> rank; // cited for the field, and when it was published
    chain.forEachCitation(row, [&](CitationId, const Citation& citation) {
        const std::pair<bool, Date> here{names(chain.text(citation.fields), field),
                                         chain.sources()[citation.source].published};
        if (!best.isSet() || here > rank) {
            best = citation.source;
            rank = here;
        }
    });
    if (!best.isSet())
        return {};
    const Source& source = chain.sources()[best];
    QStringList parts{visibleText(chain.text(source.publisher))};
    if (source.published.isSet())
        parts << dateText(source.published);
    return parts.join(WhatIfTexts::tr(", "));
}

QString phaseText(const Chain& chain, TrancheId tranche)
{
    const DealId deal = chain.tranches()[tranche].deal;
    int number = 0;
    int count = 0;
    const std::int64_t rowid = chain.tranches()[tranche].head.rowid;
    chain.forEachTranche(deal, [&](TrancheId, const Tranche& other) {
        ++count;
        number += other.head.rowid <= rowid ? 1 : 0;
    });
    if (count == 1)
        return nameOf(chain, deal);
    return WhatIfTexts::tr("%1, phase %2 of %3", "deal, number, how many")
        .arg(nameOf(chain, deal), QString::number(number), QString::number(count));
}

} // namespace

OverriddenWords overriddenWords(const Chain& base, RowRef row, Field field)
{
    const std::string_view name = fieldSpec(row.table, field).name;
    const bool isPhase = row.table == Table::Tranches;
    const RowRef cited = isPhase ? RowRef{Table::Deals, base.tranches()[TrancheId{row.row}].deal.value} : row;
    QString source = sourceTextNamed(base, row, name);
    if (source.isEmpty() && isPhase)
        source = sourceTextNamed(base, cited, name);
    return {isPhase ? phaseText(base, TrancheId{row.row}) : nameOf(base, row), fieldLabel(row.table, field),
            valueInWords(base, row, field, base.value(row, field)), source};
}

} // namespace ochain
