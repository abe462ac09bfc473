// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/change_words.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/value_text.h"
#include "formats/format.h"
#include "language/language.h"
#include "language/punctuation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace ochain {

namespace {

/// What an edit is about, before what comes with it.
constexpr std::array kOrder{Table::Deals,     Table::Nodes,      Table::Tiers,    Table::Metrics,   Table::Events,
                            Table::Tranches,  Table::Claims,     Table::Sources,  Table::Citations, Table::Statuses,
                            Table::DealKinds, Table::Dismissals, Table::Overrides};

std::size_t rankOf(Table table)
{
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), table) - kOrder.begin());
}

QString changeText(const char* text)
{
    return QCoreApplication::translate("ochain::ChangeWords", text);
}

/// What a field had when the row came or went; "" where the change says nothing of it.
std::string_view given(const RowChange& change, std::string_view name)
{
    for (const FieldChange& field : change.fields)
        if (fieldSpec(change.table, field.field).name == name)
            return field.after.empty() ? std::string_view(field.before) : std::string_view(field.after);
    return {};
}

RowRef rowOf(const Chain& chain, Table table, std::string_view key)
{
    return {table, chain.find(table, key)};
}

/// Keys of citations, claims and the like name the table and the row that they are of, one behind the other.
std::optional<std::pair<Table, std::string>> ownerIn(const std::string& key)
{
    const QStringList parts = toQString(key).split(QLatin1Char('/'));
    for (qsizetype at = 0; at + 1 < parts.size(); ++at)
        if (const std::optional<Table> table = tableNamed(parts[at].toStdString()))
            return std::pair(*table, parts[at + 1].toStdString());
    return std::nullopt;
}

QString nameOfEnd(const Chain& chain, const RowChange& change, std::string_view end)
{
    const std::string_view key = given(change, end);
    const QString name = nameOf(chain, rowOf(chain, Table::Nodes, key));
    return name.isEmpty() ? visibleText(key) : name;
}

/// As the edit that brought or took a row called it; empty if it does not say.
QString nameTold(const Chain& chain, const RowChange& change)
{
    if (change.table == Table::Deals && !given(change, "supplier").empty())
        return QStringLiteral("%1 → %2").arg(nameOfEnd(chain, change, "supplier"),
                                             nameOfEnd(chain, change, "customer"));
    const bool isChinese = language() == Language::Chinese;
    for (const std::string_view name : {isChinese ? "name_zh" : "name_en", isChinese ? "title_zh" : "title_en",
                                        "name_en", "title_en", "title", "publisher"})
        if (const std::string_view text = given(change, name); !text.empty())
            return visibleText(text);
    return {};
}

/// Of a row that belongs to another and has no name of its own; empty for all others.
QString nameOfPart(const Chain& chain, const Edit& edit, const RowChange& change)
{
    QString owner;
    if (const auto of = ownerIn(change.key)) {
        owner = nameOf(chain, rowOf(chain, of->first, of->second));
        for (const RowChange& other : edit.changes) // it may have gone along
            if (owner.isEmpty() && other.table == of->first && other.key == of->second)
                owner = nameTold(chain, other);
        if (owner.isEmpty())
            owner = visibleText(of->second);
    } else if (change.table == Table::Tranches) {
        const RowRef row = rowOf(chain, change.table, change.key);
        const RowRef deal = rowOf(chain, Table::Deals, given(change, "deal"));
        owner = nameOf(chain, row.row != kNoRow ? row : deal);
    }
    return owner.isEmpty()
               ? QString()
               : changeText(QT_TRANSLATE_NOOP("ochain::ChangeWords", "%1 of %2")).arg(tableLabel(change.table), owner);
}

QString nameOfReferred(const Chain& chain, const FieldSpec& spec, const std::string& keys)
{
    QStringList names;
    const QStringList parts = toQString(keys).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString name = nameOf(chain, rowOf(chain, spec.target, part.toStdString()));
        names << (name.isEmpty() ? visibleText(part) : name);
    }
    return names.isEmpty() ? absentText() : listOf(names);
}

/// A text that says table, row or field by its name in the file.
QString nameOfPlace(const RowChange& change, const FieldSpec& spec, const std::string& text)
{
    const auto of = ownerIn(change.key);
    const std::optional<Table> table = spec.type == FieldType::TableName ? tableNamed(text)
                                       : of                              ? std::optional(of->first)
                                                                         : std::nullopt;
    if (spec.type == FieldType::TableName)
        return table ? tableLabel(*table) : visibleText(text);
    return table ? fieldLabels(*table, toQString(text)) : visibleText(text);
}

QString valueOf(const Chain& chain, const RowChange& change, Field field, const std::string& text)
{
    const FieldSpec& spec = fieldSpec(change.table, field);
    if (spec.type == FieldType::Reference || spec.type == FieldType::References)
        return nameOfReferred(chain, spec, text);
    if (!text.empty() &&
        (spec.type == FieldType::TableName || spec.type == FieldType::FieldName || spec.type == FieldType::FieldNames))
        return nameOfPlace(change, spec, text);
    const auto [table, meant] = placeOfValue(change.table, change.key, field);
    const auto of = table == change.table ? std::nullopt : ownerIn(change.key);
    const RowRef row = rowOf(chain, table, of ? of->second : change.key); // of a metric the unit stands there
    // A line of the text would look like one of the history.
    return valueInWords(chain, row, meant, text).replace(QLatin1Char('\n'), QStringLiteral(" ↵ "));
}

QString fieldInWords(const Chain& chain, const RowChange& change, const FieldChange& field)
{
    return QStringLiteral("%1 %2 → %3")
        .arg(fieldLabel(change.table, field.field), valueOf(chain, change, field.field, field.before),
             valueOf(chain, change, field.field, field.after));
}

bool hasForm(Table table)
{
    switch (table) {
    case Table::Boundaries:
    case Table::Scenarios:
    case Table::Overrides:
    case Table::Settings:
    case Table::Views:
    case Table::Dismissals:
        return false;
    default:
        return true;
    }
}

/// Its name with what it is, but for parts, whose name says it.
QString nameWithTable(const Chain& chain, const Edit& edit, const RowChange& change)
{
    const QString name = nameOfChanged(chain, edit, change);
    return nameOfPart(chain, edit, change).isEmpty()
               ? changeText(QT_TRANSLATE_NOOP("ochain::ChangeWords", "%1 %2")).arg(tableLabel(change.table), name)
               : name;
}

} // namespace

QString nameOfChanged(const Chain& chain, const Edit& edit, const RowChange& change)
{
    if (QString part = nameOfPart(chain, edit, change); !part.isEmpty())
        return part;
    QString name = nameOf(chain, rowOf(chain, change.table, change.key));
    if (!name.isEmpty())
        return name;
    const QString as = nameTold(chain, change);
    return as.isEmpty() ? visibleText(change.key) : as;
}

QString changeInWords(const Chain& chain, const Edit& edit, const RowChange& change)
{
    if (change.op == Op::Insert)
        return changeText(QT_TRANSLATE_NOOP("ochain::ChangeWords", "%1 added")).arg(nameWithTable(chain, edit, change));
    if (change.op == Op::Erase)
        return changeText(QT_TRANSLATE_NOOP("ochain::ChangeWords", "%1 deleted"))
            .arg(nameWithTable(chain, edit, change));
    if (change.movedTo != 0)
        return changeText(QT_TRANSLATE_NOOP("ochain::ChangeWords", "%1 moved to another place"))
            .arg(nameWithTable(chain, edit, change));
    QStringList fields;
    for (const FieldChange& field : change.fields)
        fields << fieldInWords(chain, change, field);
    return told(nameOfChanged(chain, edit, change), clausesOf(fields));
}

std::vector<const RowChange*> mainChanges(const Edit& edit, std::size_t most)
{
    std::vector<const RowChange*> changes;
    changes.reserve(std::min(most, edit.changes.size()));
    if (edit.changes.empty() || most == 0)
        return changes;
    const auto first =
        std::min_element(edit.changes.begin(), edit.changes.end(),
                         [](const RowChange& a, const RowChange& b) { return rankOf(a.table) < rankOf(b.table); });
    changes.push_back(&*first);
    for (const RowChange& change : edit.changes)
        if (changes.size() < most && &change != &*first)
            changes.push_back(&change);
    return changes;
}

RowRef shownFor(const Chain& chain, RowRef row)
{
    switch (row.table) {
    case Table::Tranches:
        return {Table::Deals, chain.tranches()[TrancheId{row.row}].deal.value};
    case Table::Citations:
        return shownFor(chain, chain.citations()[CitationId{row.row}].of);
    case Table::Claims:
        return shownFor(chain, chain.claims()[ClaimId{row.row}].of);
    case Table::Overrides:
        return shownFor(chain, chain.overrides()[OverrideId{row.row}].of);
    case Table::Dismissals:
        return shownFor(chain, chain.dismissals()[DismissalId{row.row}].of);
    default:
        return row;
    }
}

std::optional<RowRef> rowAbout(const Chain& chain, const Edit& edit)
{
    std::optional<RowRef> found;
    std::size_t rank = kOrder.size();
    for (const RowChange& change : edit.changes) {
        const std::size_t at = rankOf(change.table);
        if (at >= rank)
            continue;
        RowRef row = rowOf(chain, change.table, change.key);
        if (row.row == kNoRow) // what is gone may have belonged to what is not
            if (const auto of = ownerIn(change.key))
                row = rowOf(chain, of->first, of->second);
        if (row.row == kNoRow && change.table == Table::Tranches)
            row = rowOf(chain, Table::Deals, given(change, "deal"));
        if (row.row == kNoRow || !chain.isAlive(row) || !hasForm(shownFor(chain, row).table))
            continue;
        found = shownFor(chain, row);
        rank = at;
    }
    return found;
}

} // namespace ochain
