// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "items/roles.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

#include <tl/expected.hpp>

class QAbstractItemModel;

namespace ochain {

// The filter language of all tables: words, "phrases", -negated, column:word, column=text, value>1bn, starts<2027.

inline constexpr int kAnyColumn = -1; ///< of a word alone: names and notes
inline constexpr int kKeyColumn = -2; ///< keys, which hide behind names

/// A column as a filter knows it.
struct FilterColumn {
    int column = kAnyColumn;
    ColumnContent content = ColumnContent::Text;
    QStringList names; ///< as it is shown now, then others: in the other language, the field's own
};

/// Those of a model, with one for the keys of its rows.
[[nodiscard]] std::vector<FilterColumn> filterColumns(const QAbstractItemModel& model);
/// The column called so, whatever the case, with blanks or without; null if there is none.
[[nodiscard]] const FilterColumn* filterColumnNamed(const std::vector<FilterColumn>& columns, const QString& name);

/// One condition; a row has to meet all.
struct FilterTerm {
    enum class Test : std::uint8_t {
        Contains, ///< the text
        Equals,   ///< the text
        Within,   ///< a value from `least` to `most`; a row without a value is in no such span
        Missing,  ///< no value
    };
    int column = kAnyColumn;
    bool isNegated = false;
    Test test = Test::Contains;
    QString text{};
    std::int64_t least = 0; ///< in the unit of FilterSpan, as is `most`; both belong to it
    std::int64_t most = 0;
    bool operator==(const FilterTerm&) const = default;
};

/// Whether a value meets a condition of the test Within or Missing, not yet turned round.
[[nodiscard]] bool holdsFor(const FilterTerm& term, std::optional<std::int64_t> value) noexcept;

struct FilterQuery {
    std::vector<FilterTerm> terms;
    QString reading; ///< how the amounts and dates in it read, where that is not how they were typed; translated
};

/// What of a filter cannot be read, where it stands, and what to write instead.
struct FilterProblem {
    qsizetype at = 0;
    qsizetype length = 0;
    Sentence sentence;
};

using FilterResult = tl::expected<FilterQuery, FilterProblem>;
/// Reads a filter as it was typed. A quotation that is not closed runs to the end.
/// @return or the first problem; then nothing of it shall be applied
[[nodiscard]] FilterResult readFilter(const QString& text, const std::vector<FilterColumn>& columns);

/// What became of a filter that was typed: it is applied, or the one before it stays.
struct FilterVerdict {
    std::optional<FilterProblem> problem;
    QString reading; ///< FilterQuery::reading
};

} // namespace ochain
