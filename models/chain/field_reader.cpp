// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/field_reader.h"

#include "chain/row_fields.h"
#include "chain/table_dispatch.h"
#include "chain/text_form.h"
#include "chain/wiring.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ochain {

namespace {

bool isWord(std::string_view text, bool isKey)
{
    const auto isFine = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               (!isKey && c >= 'A' && c <= 'Z');
    };
    return !text.empty() && text.size() <= 200 && std::all_of(text.begin(), text.end(), isFine) &&
           text.front() != '-' && (!isKey || text.front() != '_');
}

/// The choices that have a name: an unset one is written as nothing.
std::string namesOf(std::span<const std::string_view> choices)
{
    std::string names;
    for (const std::string_view choice : choices)
        if (!choice.empty())
            names.append(names.empty() ? "" : ", ").append(choice);
    return names;
}

std::optional<Error> formError(const FieldSpec& spec, std::string_view text)
{
    const auto errorOf = [](const auto& result) { return result ? std::nullopt : std::optional(result.error()); };
    switch (spec.type) {
    case FieldType::Date:
        return errorOf(parseDate(text));
    case FieldType::Usd:
        return errorOf(parseUsd(text));
    case FieldType::Megawatts:
        return errorOf(parseMegawatts(text));
    case FieldType::Percent:
        return errorOf(parsePercent(text));
    case FieldType::Decimal:
        return errorOf(parseDecimal(text));
    case FieldType::Integer:
        return errorOf(parseInteger(text));
    case FieldType::Weight: {
        const Result<std::int32_t> number = parseInteger(text);
        if (number && (*number < 0 || *number > kWhole.value))
            return failure(ErrorKind::InvalidInput,
                           QT_TRANSLATE_NOOP("Sentence", "“{0}” is not within 0 and 10000 basis points"), text)
                .value();
        return errorOf(number);
    }
    default:
        return std::nullopt;
    }
}

/// Sets a member from text that has the right form.
class MemberReader {
public:
    MemberReader(Chain& chain, TextPool& texts, const FieldSpec& spec, RowRef of, std::string_view text)
        : m_chain(chain), m_texts(texts), m_spec(spec), m_of(of), m_text(text)
    {}

    void operator()(Text& text) { text = m_texts.add(m_text); }
    void operator()(SeriesId& id) { id = m_text.empty() ? SeriesId{} : Wiring::internSeries(m_chain, m_text); }
    template <class Tag>
    void operator()(Id<Tag>& id)
    {
        id.value = reference(m_spec.target);
    }
    void operator()(Date& date) { date = parseDate(m_text).value_or(Date{}); }
    void operator()(Cents& amount) { amount = parseUsd(m_text).value_or(Cents{}); }
    void operator()(Kilowatts& amount) { amount = parseMegawatts(m_text).value_or(Kilowatts{}); }
    void operator()(BasisPoints& share)
    {
        share = m_spec.type == FieldType::Percent ? parsePercent(m_text).value_or(BasisPoints{})
                                                  : BasisPoints{parseInteger(m_text).value_or(0)};
    }
    void operator()(std::int32_t& number) { number = parseInteger(m_text).value_or(0); }
    void operator()(double& number) { number = parseDecimal(m_text).value_or(kNoNumber); }
    void operator()(bool& flag) { flag = m_text == "1"; }
    template <class Choice>
    requires std::is_enum_v<Choice>
    void operator()(Choice& choice)
    {
        const auto found = std::find(m_spec.choices.begin(), m_spec.choices.end(), m_text);
        choice = static_cast<Choice>(found == m_spec.choices.end() ? 0 : found - m_spec.choices.begin());
    }
    void operator()(std::vector<NodeId>& nodes)
    {
        nodes.clear();
        for (std::string_view rest = m_text; !rest.empty();) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            const NodeId node = m_chain.find<NodeId>(rest.substr(0, end));
            if (!node.isSet())
                m_read = FieldRead::UnknownReference;
            nodes.push_back(node);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    void operator()(TableOf<RowRef> of) { of.ref.table = tableNamed(m_text).value_or(Table::Tiers); }
    void operator()(RowOf<RowRef> of) { of.ref.row = reference(of.ref.table); }
    void operator()(FieldOf<Field> field)
    {
        const Table table = m_of.table == Table::Claims ? m_chain.claims()[ClaimId{m_of.row}].of.table
                                                        : m_chain.overrides()[OverrideId{m_of.row}].of.table;
        const std::optional<Field> found = fieldNamed(table, m_text);
        field.field = found.value_or(0);
        if (!found)
            m_read = FieldRead::UnknownReference;
    }

    [[nodiscard]] FieldRead read() const noexcept { return m_read; }

private:
    std::uint32_t reference(Table table)
    {
        if (m_text.empty())
            return kNoRow;
        const std::uint32_t row = m_chain.find(table, m_text);
        if (row == kNoRow)
            m_read = FieldRead::UnknownReference;
        return row;
    }

    Chain& m_chain;
    TextPool& m_texts;
    const FieldSpec& m_spec;
    RowRef m_of;
    std::string_view m_text;
    FieldRead m_read = FieldRead::Done;
};

/// The first of several keys that is no row's.
std::string_view missingOf(const Chain& chain, Table target, std::string_view keys)
{
    while (!keys.empty()) {
        const std::string_view key = keys.substr(0, keys.find(';'));
        if (chain.find(target, key) == kNoRow)
            return key;
        keys.remove_prefix(std::min(key.size() + 1, keys.size()));
    }
    return keys;
}

} // namespace

std::string excerptOf(std::string_view text)
{
    constexpr std::size_t kMost = 60;
    std::size_t size = std::min(kMost, text.size());
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size; // no half character
    return shown(text.substr(0, size)) + (size < text.size() ? "…" : "");
}

std::optional<Sentence> textProblem(std::string_view text, bool isNote)
{
    switch (textFault(text, isNote)) {
    case TextFault::NotUtf8:
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "the text is not UTF-8; write it as UTF-8 and try again"), {}};
    case TextFault::Control:
        return Sentence{
            QT_TRANSLATE_NOOP("Sentence", "the text has a control character, which nobody would see: “{0}”; remove it"),
            {excerptOf(text)}};
    case TextFault::LineBreak:
        return Sentence{QT_TRANSLATE_NOOP("Sentence",
                                          "the text has a tab or a line break, which only notes may have: “{0}”; write "
                                          "a blank instead"),
                        {excerptOf(text)}};
    case TextFault::None:
        break;
    }
    return std::nullopt;
}

bool isNote(Table table, Field field) noexcept
{
    const std::string_view name = fieldSpec(table, field).name;
    // A claim or an override may be about a note; what its own field holds is checked with it.
    return name.starts_with("note_") || ((table == Table::Claims || table == Table::Overrides) && name == "value");
}

namespace {

/// What is wrong with a text of which only certain words or signs are taken: a key, a name, a flag, a choice.
std::optional<Problem> checkWord(Table table, std::string_view key, Field field, std::string_view text)
{
    const FieldSpec& spec = fieldSpec(table, field);
    const auto at = [&](Rule rule, const char* format, auto&&... args) {
        return problemAt(rule, table, key, field, format, args...);
    };
    switch (spec.type) {
    case FieldType::Key:
        if (!isWord(text, true))
            return at(Rule::MalformedKey,
                      QT_TRANSLATE_NOOP(
                          "Sentence",
                          "“{0}” is no key; use lower-case letters, digits, - and _, beginning with a letter or digit"),
                      text);
        break;
    case FieldType::Name:
        if (!isWord(text, false))
            return at(
                Rule::MalformedValue,
                QT_TRANSLATE_NOOP("Sentence",
                                  "“{0}” is no name; use letters, digits, - and _, beginning with a letter or digit"),
                text);
        break;
    case FieldType::Flag:
        if (text != "0" && text != "1")
            return at(Rule::MalformedValue, QT_TRANSLATE_NOOP("Sentence", "“{0}” is neither 0 nor 1"), text);
        break;
    case FieldType::Choice:
        if (std::find(spec.choices.begin(), spec.choices.end(), text) == spec.choices.end())
            return at(Rule::MalformedValue, QT_TRANSLATE_NOOP("Sentence", "“{0}” is not one of: {1}"), text,
                      namesOf(spec.choices));
        break;
    case FieldType::TableName:
        if (const std::optional<Table> named = tableNamed(text); !named || !isCited(*named))
            return at(
                Rule::UnknownTable,
                QT_TRANSLATE_NOOP("Sentence",
                                  "there is no table “{0}” whose rows have sources; name one such as deals or nodes"),
                text);
        break;
    default:
        break;
    }
    return std::nullopt;
}

std::optional<Problem> checkDegrees(Table table, std::string_view key, Field field, std::string_view text)
{
    if (table != Table::Nodes || (field != node_field::Lat && field != node_field::Lon))
        return std::nullopt;
    const double most = field == node_field::Lat ? 90 : 180;
    if (std::abs(parseDecimal(text).value_or(0)) <= most)
        return std::nullopt;
    return problemAt(Rule::OutOfRange, table, key, field,
                     QT_TRANSLATE_NOOP("Sentence", "“{0}” is not within −{1} and {1} degrees"), text,
                     formatDecimal(most));
}

} // namespace

std::optional<Problem> checkForm(Table table, std::string_view key, Field field, std::string_view text)
{
    const FieldSpec& spec = fieldSpec(table, field);
    const auto at = [&](Rule rule, const char* format, auto&&... args) {
        return problemAt(rule, table, key, field, format, args...);
    };
    if (text.empty())
        return spec.required
                   ? std::optional(at(Rule::Required, QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"),
                                      spec.name))
                   : std::nullopt;
    if (text.size() > kMaxTextBytes)
        return at(Rule::TextTooLong, QT_TRANSLATE_NOOP("Sentence", "the text has {0} bytes; shorten it to {1} at most"),
                  std::to_string(text.size()), std::to_string(kMaxTextBytes));
    if (const std::optional<Sentence> fault = textProblem(text, isNote(table, field)))
        return Problem{Rule::MalformedValue, table, shown(key), field, *fault};
    if (std::optional<Problem> problem = checkWord(table, key, field, text))
        return problem;
    if (std::optional<Error> error = formError(spec, text))
        return Problem{Rule::MalformedValue, table, std::string(key), field, std::move(error->sentence)};
    return checkDegrees(table, key, field, text);
}

FieldRead readField(Chain& chain, RowRef ref, Field field, std::string_view text)
{
    MemberReader reader(chain, TableDispatch::texts(chain), fieldSpec(ref.table, field), ref, text);
    TableDispatch::visit(chain, ref.table,
                         [&](auto& rows, auto id) { visitField(rows.edit(decltype(id){ref.row}), field, reader); });
    return reader.read();
}

Problem danglingReference(const Chain& chain, Table table, std::string_view key, Field field, std::string_view text)
{
    const FieldSpec& spec = fieldSpec(table, field);
    std::string_view name = spec.name;
    if (spec.type == FieldType::References) {
        name.remove_suffix(1); // of the nodes, the one
        text = missingOf(chain, spec.target, text);
    }
    return problemAt(Rule::DanglingReference, table, key, field,
                     QT_TRANSLATE_NOOP("Sentence", "there is no {0} “{1}”; correct the name or add it first"), name,
                     text);
}

} // namespace ochain
