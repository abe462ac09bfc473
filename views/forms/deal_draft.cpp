// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/deal_draft.h"

#include "document/names.h"
#include "document/reason.h"

#include <QCoreApplication>

#include <algorithm>

namespace ochain {

namespace {

Table tableOf(Field field)
{
    return fieldSpec(Table::Deals, field).target;
}

bool isReference(Field field)
{
    return fieldSpec(Table::Deals, field).type == FieldType::Reference;
}

bool isNamed(const Chain& chain, Text nameEn, Text nameZh, const QString& text)
{
    return toQString(chain.text(nameEn)).compare(text, Qt::CaseInsensitive) == 0 ||
           toQString(chain.text(nameZh)).compare(text, Qt::CaseInsensitive) == 0;
}

template <class Rows, class Same>
std::optional<std::uint32_t> onlyOne(const Rows& rows, Same&& same)
{
    std::optional<std::uint32_t> found;
    bool isTwice = false;
    rows.forEach([&](auto id, const auto& row) {
        if (!same(id, row))
            return;
        isTwice = isTwice || found.has_value();
        found = id.value;
    });
    return isTwice ? std::nullopt : found;
}

} // namespace

DealDraft DealDraft::newDeal()
{
    DealDraft draft;
    draft.type(deal_field::Status, QStringLiteral("announced"));
    draft.type(deal_field::Basis, QStringLiteral("reported"));
    return draft;
}

void DealDraft::drop(Field field)
{
    m_typed.erase(field);
    m_newNodes.erase(field);
}

ReadResult DealDraft::read(const Chain& chain, Field field, Language language) const
{
    const QString text = m_typed.at(field).trimmed();
    if (!isReference(field))
        return readField(Table::Deals, field, text, language);
    if (text.isEmpty())
        return Reading{};
    const auto made = m_newNodes.find(field);
    if (made != m_newNodes.end() && made->second.name == text)
        return Reading{made->second.key, QCoreApplication::translate("ochain::DealForm", "%1, new").arg(text)};
    const Table table = tableOf(field);
    const std::optional<std::uint32_t> row = rowCalled(chain, table, text);
    if (!row) {
        const char* format =
            table == Table::Deals
                ? QT_TRANSLATE_NOOP("Sentence", "No deal is called \"{0}\". Choose one from the list.")
                : QT_TRANSLATE_NOOP("Sentence",
                                    "Nobody in the chain is called \"{0}\". Choose from the list, or create it below.");
        return tl::unexpected(Sentence{format, {text.toStdString()}});
    }
    return Reading{std::string(chain.key(RowRef{table, *row})), nameOf(chain, RowRef{table, *row}, language)};
}

bool DealDraft::isComplete(const Chain& chain, Language language) const
{
    const auto isThere = [&](Field field) {
        if (!has(field))
            return false;
        const ReadResult reading = read(chain, field, language);
        return reading && !reading->canonical.empty();
    };
    return isThere(deal_field::Supplier) && isThere(deal_field::Customer) && isThere(deal_field::Kind) &&
           isThere(deal_field::Status) && isThere(deal_field::Basis);
}

std::string DealDraft::keyOfNew(const Chain& chain, Language language) const
{
    std::string key;
    for (const Field field : {deal_field::Supplier, deal_field::Customer, deal_field::Kind}) {
        const ReadResult reading = read(chain, field, language);
        key += (key.empty() ? "" : "-") + (reading ? reading->canonical : std::string("x"));
    }
    return freeKey(chain, Table::Deals, key);
}

tl::expected<Edit, Problem> DealDraft::edit(const Chain& chain, const std::vector<Field>& fields, Language language,
                                            const std::string& why) const
{
    EditBuilder builder(chain);
    std::optional<Problem> problem;
    const auto order = [&problem](std::optional<Problem> result) {
        if (!problem && result)
            problem = std::move(result);
    };
    const std::string key = isNew() ? keyOfNew(chain, language) : m_key;
    for (const Field field : fields) {
        const auto made = m_newNodes.find(field);
        const auto text = m_typed.find(field);
        if (made == m_newNodes.end() || text == m_typed.end() || text->second.trimmed() != made->second.name)
            continue;
        const NewNode& node = made->second;
        order(builder.add(Table::Nodes, node.key));
        order(builder.set(Table::Nodes, node.key, node_field::Tier, node.tier));
        order(builder.set(Table::Nodes, node.key, node_field::Kind, node.kind));
        order(builder.set(Table::Nodes, node.key, node_field::NameEn, node.name.toStdString()));
        if (language == Language::Chinese)
            order(builder.set(Table::Nodes, node.key, node_field::NameZh, node.name.toStdString()));
    }
    if (isNew())
        order(builder.add(Table::Deals, key));
    for (const Field field : fields) {
        if (!has(field))
            continue;
        if (const ReadResult reading = read(chain, field, language))
            order(builder.set(Table::Deals, key, field, reading->canonical));
    }
    if (problem)
        return tl::unexpected(*problem);
    Edit edit = std::move(builder).build(systemAuthor(), why);
    if (edit.why.empty())
        edit.why = defaultReason(chain, edit);
    return edit;
}

std::string keyFrom(const QString& name, std::string_view fallback)
{
    std::string key;
    const QString lower = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar letter : lower) {
        const char16_t code = letter.unicode();
        const bool isPlain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (isPlain)
            key += static_cast<char>(code);
        else if (letter.category() != QChar::Mark_NonSpacing && !key.empty() && key.back() != '-')
            key += '-';
    }
    while (!key.empty() && key.back() == '-')
        key.pop_back();
    return key.empty() ? std::string(fallback) : key;
}

std::string freeKey(const Chain& chain, Table table, std::string key)
{
    if (chain.find(table, key) == kNoRow)
        return key;
    for (int number = 2;; ++number) {
        std::string candidate = key + '-' + std::to_string(number);
        if (chain.find(table, candidate) == kNoRow)
            return candidate;
    }
}

std::optional<std::uint32_t> rowCalled(const Chain& chain, Table table, const QString& text)
{
    const QString name = text.trimmed();
    if (const std::uint32_t row = chain.find(table, name.toStdString()); row != kNoRow)
        return row;
    switch (table) {
    case Table::Nodes:
        return onlyOne(chain.nodes(),
                       [&](NodeId, const Node& node) { return isNamed(chain, node.nameEn, node.nameZh, name); });
    case Table::DealKinds:
        return onlyOne(chain.kinds(),
                       [&](KindId, const DealKind& kind) { return isNamed(chain, kind.nameEn, kind.nameZh, name); });
    case Table::Statuses:
        return onlyOne(chain.statuses(), [&](StatusId, const Status& status) {
            return isNamed(chain, status.nameEn, status.nameZh, name);
        });
    case Table::Deals:
        return onlyOne(chain.deals(), [&](DealId id, const Deal&) {
            return nameOf(chain, id, Language::English) == name || nameOf(chain, id, Language::Chinese) == name;
        });
    case Table::Sources:
        return onlyOne(chain.sources(), [&](SourceId, const Source& source) {
            return toQString(chain.text(source.title)) == name ||
                   (!name.isEmpty() && toQString(chain.text(source.url)) == name);
        });
    default:
        return std::nullopt;
    }
}

QString shownText(const Chain& chain, RowRef row, Field field, Language language)
{
    QString text = toQString(chain.value(row, field));
    const FieldSpec& spec = fieldSpec(row.table, field);
    if (text.isEmpty())
        return text;
    switch (spec.type) {
    case FieldType::Reference: {
        if (spec.target == Table::DealKinds || spec.target == Table::Statuses)
            return text; // shown by a choice, which goes by keys
        if (spec.target == Table::Deals)
            return text; // two deals may have the same ends
        const std::uint32_t target = chain.find(spec.target, text.toStdString());
        return target == kNoRow ? text : nameOf(chain, RowRef{spec.target, target}, language);
    }
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Percent: {
        const ReadResult reading = readField(row.table, field, text, language);
        if (!reading)
            return text;
        const ReadResult again = readField(row.table, field, reading->echo, language);
        return again && again->canonical == reading->canonical ? reading->echo : text; // rounding must not lose digits
    }
    default:
        return text;
    }
}

tl::expected<Edit, Problem> duplicateOf(const Chain& chain, DealId deal, std::string* newKey)
{
    const RowRef from{Table::Deals, deal.value};
    *newKey = freeKey(chain, Table::Deals, std::string(chain.key(from)) + "-copy");
    EditBuilder builder(chain);
    std::optional<Problem> problem;
    const auto order = [&problem](std::optional<Problem> result) {
        if (!problem && result)
            problem = std::move(result);
    };
    const auto copyRow = [&](RowRef row, const std::string& key) {
        order(builder.add(row.table, key));
        const std::size_t fields = tableSpec(row.table).fields.size();
        for (Field field = 1; field < fields; ++field)
            if (const std::string value = chain.value(row, field); !value.empty())
                order(builder.set(row.table, key, field, value));
    };
    copyRow(from, *newKey);
    const auto copyCitations = [&](RowRef row, const std::string& key) {
        chain.forEachCitation(row, [&](CitationId, const Citation& citation) {
            order(builder.addRow(
                Table::Citations,
                {{citation_field::Table, std::string(tableSpec(row.table).name)},
                 {citation_field::RowKey, key},
                 {citation_field::Source, std::string(chain.key(RowRef{Table::Sources, citation.source.value}))},
                 {citation_field::Fields, std::string(chain.text(citation.fields))}}));
        });
    };
    copyCitations(from, *newKey);
    int number = 0;
    chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        const RowRef row{Table::Tranches, id.value};
        const std::string key = freeKey(chain, Table::Tranches, *newKey + '-' + std::to_string(++number));
        copyRow(row, key);
        order(builder.set(Table::Tranches, key, tranche_field::Deal, *newKey));
        copyCitations(row, key);
    });
    if (problem)
        return tl::unexpected(*problem);
    Edit edit = std::move(builder).build(systemAuthor(), {});
    edit.why = defaultReason(chain, edit);
    return edit;
}

} // namespace ochain
