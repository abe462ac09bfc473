// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/row_draft.h"

#include "document/names.h"
#include "editing/new_source.h"
#include "editing/typed_text.h"
#include "language/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace ochain {

namespace {

constexpr qsizetype kLongestKeyPart = 60;

/// What the engine does not ask of a new row, but a person would miss.
struct Needs {
    std::vector<std::vector<Field>> oneOfEach; ///< at least one field of each group
    std::vector<Field> key;                    ///< its key is made from those of them that are there
    bool isNamed = false;                      ///< the key fields are one name in several languages: the first will do
    const char* fallback = "row";
    bool isNumbered = false; ///< rows of a whole: -1, -2, …
};

const Needs& needsOf(Table table)
{
    static const std::map<Table, Needs> needs{
        {Table::Deals, {{}, {deal_field::Supplier, deal_field::Customer, deal_field::Kind}, false, "deal"}},
        {Table::Tranches, {{}, {tranche_field::Deal}, false, "tranche", true}},
        {Table::Nodes,
         {{{node_field::NameEn, node_field::NameZh}}, {node_field::NameEn, node_field::NameZh}, true, "node"}},
        {Table::Metrics, {{{metric_field::Value}}, {metric_field::Series, metric_field::AsOf}, false, "metric"}},
        {Table::Events,
         {{{event_field::TitleEn, event_field::TitleZh}}, {event_field::TitleEn, event_field::TitleZh}, true, "event"}},
        {Table::Sources,
         {{{source_field::Publisher, source_field::Title}},
          {source_field::Publisher, source_field::Title},
          false,
          "source"}},
    };
    static const Needs kNothing;
    const auto found = needs.find(table);
    return found == needs.end() ? kNothing : found->second;
}

/// Whether a field takes one of a set, found by typing.
bool isChosen(const FieldSpec& field)
{
    return field.type == FieldType::Reference || field.type == FieldType::References ||
           field.type == FieldType::Choice || field.type == FieldType::Flag;
}

/// The node that a selection is about: itself, or whose metric it is.
NodeId nodeMeant(const Chain& chain, std::optional<RowRef> selected)
{
    if (!selected || !chain.isAlive(*selected))
        return {};
    if (selected->table == Table::Nodes)
        return NodeId{selected->row};
    return selected->table == Table::Metrics ? chain.metrics()[MetricId{selected->row}].node : NodeId{};
}

TierId tierMeant(const Chain& chain, std::optional<RowRef> selected)
{
    if (selected && selected->table == Table::Tiers && chain.isAlive(*selected))
        return TierId{selected->row};
    const NodeId node = nodeMeant(chain, selected);
    return node.isSet() ? chain.nodes()[node].tier : TierId{};
}

} // namespace

RowDraft RowDraft::newRow(const Chain& chain, Table table, std::optional<RowRef> selected)
{
    RowDraft draft(table);
    const NodeId node = nodeMeant(chain, selected);
    const TierId tier = tierMeant(chain, selected);
    if (const std::optional<Field> basis = fieldNamed(table, "basis"))
        draft.type(*basis, QStringLiteral("reported"));
    if (table == Table::Deals)
        draft.type(deal_field::Status, QStringLiteral("announced"));
    if (table == Table::Nodes)
        draft.type(node_field::Kind, QStringLiteral("company"));
    if (table == Table::Nodes && tier.isSet())
        draft.type(node_field::Tier, addressOf(chain, {Table::Tiers, tier.value}));
    if (table == Table::Metrics && node.isSet())
        draft.type(metric_field::Node, addressOf(chain, {Table::Nodes, node.value}));
    if (table == Table::Events && node.isSet())
        draft.type(event_field::Nodes, toQString(chain.key({Table::Nodes, node.value})));
    draft.m_given = draft.m_typed;
    return draft;
}

bool RowDraft::isTyped(Field field) const
{
    const auto typed = m_typed.find(field);
    const auto given = m_given.find(field);
    return typed != m_typed.end() && (given == m_given.end() || given->second != typed->second);
}

void RowDraft::drop(Field field)
{
    m_typed.erase(field);
    m_newNodes.erase(field);
    m_stored.erase(field);
    m_overtakers.erase(field);
    if (const auto given = m_given.find(field); given != m_given.end())
        m_typed[field] = given->second;
}

void RowDraft::rememberStored(const Chain& chain)
{
    const RowRef row{m_table, isNew() ? kNoRow : chain.find(m_table, m_key)};
    if (row.row == kNoRow)
        return;
    for (const auto& [field, text] : m_typed)
        if (!m_stored.contains(field))
            m_stored.emplace(field, chain.value(row, field));
}

void RowDraft::acceptStored(const Chain& chain, Field field)
{
    m_stored.erase(field);
    m_overtakers.erase(field);
    rememberStored(chain);
}

bool RowDraft::isOvertaken(const Chain& chain, Field field) const
{
    const auto stored = m_stored.find(field);
    const RowRef row{m_table, isNew() ? kNoRow : chain.find(m_table, m_key)};
    if (stored == m_stored.end() || row.row == kNoRow)
        return false;
    return chain.value(row, field) != stored->second && !isStored(chain, field);
}

bool RowDraft::isStored(const Chain& chain, Field field) const
{
    const RowRef row{m_table, isNew() ? kNoRow : chain.find(m_table, m_key)};
    if (row.row == kNoRow || !has(field))
        return false;
    const ReadResult reading = read(chain, field);
    return reading && reading->canonical == chain.value(row, field);
}

void RowDraft::follow(const Edit& edit)
{
    for (const RowChange& change : edit.changes) {
        if (change.table != m_table || change.key != m_key || change.op != Op::Update)
            continue;
        for (const FieldChange& field : change.fields) {
            if (has(field.field))
                m_overtakers.insert_or_assign(field.field, Overtaker{visibleText(edit.author), edit.timeMs});
            if (field.field == 0)
                m_key = field.after;
        }
    }
}

std::optional<Overtaker> RowDraft::overtaker(Field field) const
{
    const auto found = m_overtakers.find(field);
    return found == m_overtakers.end() ? std::nullopt : std::optional(found->second);
}

RowDraft RowDraft::takenOver(const std::string& key, const std::vector<Field>& fields) const
{
    RowDraft rest(m_table, key);
    for (const auto& [field, text] : m_typed)
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            rest.type(field, text);
    return rest;
}

QString RowDraft::unit(const Chain& chain) const
{
    if (m_table != Table::Metrics)
        return {};
    const auto typed = m_typed.find(metric_field::Unit);
    if (typed != m_typed.end() && !(isNew() && typed->second.trimmed().isEmpty()))
        return typed->second.trimmed();
    return isNew() ? toQString(inherited(chain, metric_field::Unit))
                   : unitOfRow(chain, {Table::Metrics, chain.find(Table::Metrics, m_key)});
}

/// A new figure of a series that is there already is called and counted as the last one, unless one says otherwise.
std::string RowDraft::inherited(const Chain& chain, Field field) const
{
    const bool isShared = field == metric_field::Unit || field == metric_field::NameEn || field == metric_field::NameZh;
    const auto series = m_typed.find(metric_field::Series);
    if (m_table != Table::Metrics || !isNew() || !isShared || series == m_typed.end())
        return {};
    RowRef last{Table::Metrics, kNoRow};
    if (const SeriesId id = chain.findSeries(series->second.trimmed().toStdString()); id.isSet())
        chain.forEachMetric(id, [&](MetricId metric, const Metric&) {
            const RowRef row{Table::Metrics, metric.value};
            if (last.row == kNoRow || chain.rowid(row) > chain.rowid(last))
                last = row;
        });
    return last.row == kNoRow ? std::string() : chain.value(last, field);
}

ReadResult RowDraft::read(const Chain& chain, Field field) const
{
    const QString text = m_typed.at(field).trimmed();
    const auto made = m_newNodes.find(field);
    if (made == m_newNodes.end())
        return readAlone(chain, field, text);
    const NewNode& node = made->second;
    if (fieldSpec(m_table, field).type == FieldType::Reference && text == node.name)
        return Reading{node.key, QCoreApplication::translate("ochain::RowForm", "%1, new").arg(text)};
    // One of several: the others must be there.
    QStringList names = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (QString& name : names)
        name = name.trimmed();
    const bool isWanted = names.removeAll(node.name) > 0;
    ReadResult reading = readTyped(chain, m_table, field, names.join(QLatin1Char(';')));
    if (reading && isWanted)
        reading->canonical += (reading->canonical.empty() ? "" : ";") + node.key;
    return reading;
}

/// What stands in a field beside the one that is read: as it was typed, else as the chain has it.
std::string RowDraft::beside(const Chain& chain, Field field) const
{
    if (m_table == Table::Metrics && field == metric_field::Unit)
        return unit(chain).toStdString();
    if (has(field)) {
        const ReadResult reading = read(chain, field);
        return reading ? reading->canonical : std::string();
    }
    const RowRef row{m_table, isNew() ? kNoRow : chain.find(m_table, m_key)};
    return row.row == kNoRow ? std::string() : chain.value(row, field);
}

/// A field by itself. What was typed into another field stands, whatever this one says of it.
ReadResult RowDraft::readAlone(const Chain& chain, Field field, const QString& text) const
{
    ReadResult reading = readTyped(chain, m_table, field, text, [&](Field other) { return beside(chain, other); });
    if (reading)
        std::erase_if(reading->also, [this](const FilledField& filled) {
            return isTyped(filled.field) && !m_typed.at(filled.field).trimmed().isEmpty();
        });
    return reading;
}

std::vector<Field> RowDraft::readableFields(const Chain& chain) const
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_typed)
        if (read(chain, field))
            fields.push_back(field);
    return fields;
}

bool RowDraft::isThere(const Chain& chain, Field field) const
{
    if (!has(field))
        return false;
    const ReadResult reading = read(chain, field);
    return reading && !reading->canonical.empty();
}

bool RowDraft::isComplete(const Chain& chain) const
{
    const TableSpec& spec = tableSpec(m_table);
    for (Field field = 1; field < spec.fieldCount(); ++field)
        if (spec.fields[field].required && !isThere(chain, field))
            return false;
    // A name that is still being typed may become any: the row waits for it.
    for (const auto& [field, text] : m_typed)
        if (isChosen(spec.fields[field]) && !read(chain, field))
            return false;
    const std::vector<std::vector<Field>>& groups = needsOf(m_table).oneOfEach;
    return std::all_of(groups.begin(), groups.end(), [&](const std::vector<Field>& group) {
        return std::any_of(group.begin(), group.end(), [&](Field field) { return isThere(chain, field); });
    });
}

std::string RowDraft::keyOfNew(const Chain& chain) const
{
    const Needs& needs = needsOf(m_table);
    std::string key;
    for (const Field field : needs.key) {
        if (!isThere(chain, field))
            continue;
        const QString text = toQString(read(chain, field)->canonical);
        const std::string part = keyFrom(text.left(kLongestKeyPart), "");
        key += (key.empty() || part.empty() ? "" : "-") + part;
        if (needs.isNamed && !key.empty())
            break;
    }
    if (key.empty())
        key = needs.fallback;
    if (!needs.isNumbered)
        return freeKey(chain, m_table, key);
    int number = 1;
    while (chain.find(m_table, key + '-' + std::to_string(number)) != kNoRow)
        ++number;
    return key + '-' + std::to_string(number);
}

std::optional<Problem> RowDraft::addNewNodes(EditBuilder& builder, const std::vector<Field>& fields) const
{
    std::optional<Problem> problem;
    const auto order = [&problem](std::optional<Problem> result) {
        if (!problem && result)
            problem = std::move(result);
    };
    std::set<std::string> added; // both ends of a deal may be the same new one
    for (const Field field : fields) {
        const auto made = m_newNodes.find(field);
        if (made == m_newNodes.end() || !has(field) || !m_typed.at(field).contains(made->second.name) ||
            !added.insert(made->second.key).second)
            continue;
        const NewNode& node = made->second;
        order(builder.add(Table::Nodes, node.key));
        order(builder.set(Table::Nodes, node.key, node_field::Tier, node.tier));
        order(builder.set(Table::Nodes, node.key, node_field::Kind, node.kind));
        order(builder.set(Table::Nodes, node.key, node_field::NameEn, node.name.toStdString()));
        if (language() == Language::Chinese)
            order(builder.set(Table::Nodes, node.key, node_field::NameZh, node.name.toStdString()));
    }
    return problem;
}

void RowDraft::takeLine(DealLine line)
{
    m_address = line.address;
    m_lineFields.clear();
    for (const DealLinePart& part : line.parts) {
        type(part.field, part.typed);
        m_lineFields.append(m_lineFields.empty() ? "" : ";").append(fieldSpec(m_table, part.field).name);
    }
    m_line = std::move(line);
}

void RowDraft::settleRest(std::optional<Field> field)
{
    if (m_line)
        std::erase_if(m_line->rest, [field](const DealLineRest& rest) {
            return !field || (rest.field == *field && !rest.offers.empty());
        });
}

/// The source of the line, found by its address or made from it.
std::optional<Problem> RowDraft::citeAddress(EditBuilder& builder, const Chain& chain, const std::string& key) const
{
    std::string source;
    if (const std::optional<std::uint32_t> row = rowCalled(chain, Table::Sources, m_address))
        source = chain.key({Table::Sources, *row});
    else if (std::optional<Problem> problem = orderNewSource(builder, chain, m_address, {}, source))
        return problem;
    return builder.addRow(Table::Citations, {{citation_field::Table, std::string(tableSpec(m_table).name)},
                                             {citation_field::RowKey, key},
                                             {citation_field::Source, source},
                                             {citation_field::Fields, m_lineFields}});
}

tl::expected<Edit, Problem> RowDraft::edit(const Chain& chain, const std::vector<Field>& fields) const
{
    EditBuilder builder(chain);
    std::optional<Problem> problem = addNewNodes(builder, fields);
    const auto order = [&problem](std::optional<Problem> result) {
        if (!problem && result)
            problem = std::move(result);
    };
    const std::string key = isNew() ? keyOfNew(chain) : m_key;
    if (isNew())
        order(builder.add(m_table, key));
    std::vector<FilledField> filled; // after the others: a new row begins with a basis that nobody typed
    for (const Field field : fields) {
        if (!has(field))
            continue;
        const ReadResult reading = read(chain, field);
        if (!reading)
            continue;
        order(builder.set(m_table, key, field, reading->canonical));
        filled.insert(filled.end(), reading->also.begin(), reading->also.end());
    }
    for (const FilledField& each : filled)
        order(builder.set(m_table, key, each.field, each.canonical));
    for (const Field field : {metric_field::Unit, metric_field::NameEn, metric_field::NameZh})
        if (const std::string value = inherited(chain, field); !value.empty() && !isThere(chain, field))
            order(builder.set(m_table, key, field, value));
    if (isNew() && !m_address.isEmpty())
        order(citeAddress(builder, chain, key));
    if (problem)
        return tl::unexpected(*problem);
    return std::move(builder).build({}, {});
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

} // namespace ochain
