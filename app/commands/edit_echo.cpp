// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/edit_echo.h"

#include "chain/text_form.h"
#include "editing/cell_reader.h"
#include "editing/edit_lines.h"
#include "editing/typed_text.h"
#include "editing/value_text.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ochain {

namespace {

std::string count(std::size_t number, std::string_view one)
{
    return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string placeOf(Table table, std::string_view key)
{
    return fmt::format("{}:{}", tableSpec(table).name, shown(key));
}

std::string placeOf(Table table, std::string_view key, Field field)
{
    return fmt::format("{}.{}", placeOf(table, key), fieldSpec(table, field).name);
}

/// Values of notes may have lines; in a list each stays one.
std::string oneLine(const QString& text)
{
    return shown(text.toStdString());
}

/// Gives take() line by line what an edit does: it may have millions.
void forEachText(const Edit& edit, const Chain& chain, const std::function<std::string(const EditLine&)>& fieldText,
                 const std::function<void(const std::string&)>& take)
{
    forEachLine(edit, chain, [&](const EditLine& line, const RowChange&) {
        if (line.kind == EditLine::Kind::Added || line.kind == EditLine::Kind::Erased)
            take(fmt::format("{}: {}\n", placeOf(line.table, line.row),
                             line.kind == EditLine::Kind::Added ? "added" : "erased"));
        else
            take(fmt::format("{}: {}\n", placeOf(line.table, line.row, line.field), fieldText(line)));
        return true;
    });
}

} // namespace

std::string echoText(const Edit& edit, const Chain& chain)
{
    std::string text;
    forEachText(
        edit, chain,
        [](const EditLine& line) { return fmt::format("{}, was {}", oneLine(line.after), oneLine(line.before)); },
        [&text](const std::string& line) { text += line; });
    return text;
}

void printPlan(const Edit& edit, const Chain& chain)
{
    forEachText(
        edit, chain,
        [](const EditLine& line) {
            return fmt::format("{} → {}{}", oneLine(line.before), oneLine(line.after),
                               line.kind == EditLine::Kind::Cleared ? " (cleared)" : "");
        },
        [](const std::string& line) { fmt::print("{}", line); });
}

void printDifference(const Edit& edit, const Chain& chain)
{
    const auto print = [&chain](RowChange change) {
        Edit one;
        one.changes.push_back(std::move(change));
        forEachText(
            one, chain,
            [](const EditLine& line) { return fmt::format("{} → {}", oneLine(line.before), oneLine(line.after)); },
            [](const std::string& line) { fmt::print("{}", line); });
    };
    for (const RowChange& change : edit.changes) {
        print(change);
        if (change.op != Op::Erase)
            continue;
        RowChange fields = change; // as if it lost one after the other
        fields.op = Op::Update;
        std::erase_if(fields.fields, [&change](const FieldChange& field) {
            return tableSpec(change.table).isKeyed && field.field == 0;
        });
        print(std::move(fields));
    }
}

std::string historyText(const Edit& edit, const Chain& chain)
{
    std::string text;
    for (const RowChange& change : edit.changes) {
        if (change.table != Table::Claims || change.op != Op::Insert)
            continue;
        const auto valueOf = [&change](Field field) {
            const auto found = std::find_if(change.fields.begin(), change.fields.end(),
                                            [field](const FieldChange& each) { return each.field == field; });
            return found == change.fields.end() ? std::string() : found->after;
        };
        const auto [table, field] = placeOfValue(Table::Claims, change.key, claim_field::Value);
        const std::string key = valueOf(claim_field::RowKey);
        const QString unit = unitOfRow(chain, RowRef{table, chain.find(table, key)});
        const std::string asOf = valueOf(claim_field::AsOf);
        const std::string source = valueOf(claim_field::Source);
        text += fmt::format("{}: {} {}{}\n", placeOf(table, key, field),
                            oneLine(valueText(table, field, valueOf(claim_field::Value), unit)),
                            asOf.empty() ? "always" : "from " + asOf + " on", source.empty() ? "" : ", " + source);
    }
    return text;
}

std::string unchangedText(const Chain& chain, Table table, std::string_view key, Field field)
{
    const RowRef row{table, chain.find(table, key)};
    const ValuePlace place = placeOfValue(table, key, field);
    const QString value = valueText(place.table, place.field, chain.value(row, field), unitOfRow(chain, row));
    return fmt::format("{}: {}, as it was", placeOf(table, key, field), oneLine(value));
}

std::string summaryOf(const Edit& edit)
{
    const EditCounts counts = countsOf(edit);
    std::vector<std::string> parts;
    if (counts.changed > 0)
        parts.push_back(fmt::format("{} in {}", count(counts.fields, "field"), count(counts.changed, "row")));
    for (const auto& [rows, what] : {std::pair(counts.added, "added"), std::pair(counts.erased, "erased"),
                                     std::pair(counts.moved, "put in order")})
        if (rows > 0)
            parts.push_back(fmt::format("{} {}", count(rows, "row"), what));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string clearedText(const Edit& edit)
{
    constexpr std::size_t kMostNames = 12;
    const EditCounts counts = countsOf(edit);
    if (counts.cleared == 0)
        return {};
    std::vector<std::string> names;
    for (const ClearedField& cleared : counts.clearedFields) {
        const std::string name =
            fmt::format("{}.{}", tableSpec(cleared.table).name, fieldSpec(cleared.table, cleared.field).name);
        names.push_back(cleared.count == 1 ? name : fmt::format("{} ({})", name, cleared.count));
    }
    const std::size_t more = names.size() - std::min(names.size(), kMostNames);
    names.resize(names.size() - more);
    return fmt::format("{} cleared: {}{}", count(counts.cleared, "field"), fmt::join(names, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
}

void printReads(const std::vector<CsvRead>& reads)
{
    for (const CsvRead& read : reads)
        fmt::print("{}\n", shown(sentenceOn(read).text()));
}

} // namespace ochain
