// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_reader.h"

#include "chain/field_reader.h"
#include "chain/text_form.h"

#include <string>

#include <fmt/format.h>

namespace ochain {

std::string_view RowReader::text(Field field) noexcept
{
    const Cell& cell = *m_cell++;
    if (cell.type == SQLITE_NULL) {
        requireNot(field);
        return {};
    }
    if (cell.type != SQLITE_TEXT) {
        fail(field, Rule::MalformedValue);
        return {};
    }
    const std::string_view text = m_batch->text(cell);
    if (text.size() > kMaxTextBytes) {
        fail(field, Rule::TextTooLong);
        return {};
    }
    const bool isName = fieldSpec(m_table, field).type == FieldType::Name;
    if (text.empty() || textFault(text, isNote(m_table, field)) != TextFault::None ||
        (isName && checkForm(m_table, {}, field, text))) {
        fail(field, Rule::MalformedValue);
        return {};
    }
    return text;
}

double RowReader::decimal(Field field) noexcept
{
    const Cell& cell = *m_cell++;
    if (cell.type == SQLITE_NULL) {
        requireNot(field);
        return kNoNumber;
    }
    if (cell.type != SQLITE_FLOAT && cell.type != SQLITE_INTEGER) {
        fail(field, Rule::MalformedValue);
        return kNoNumber;
    }
    const double most = m_table != Table::Nodes ? 1e60 : field == node_field::Lat ? 90 : 180;
    const double number = cell.type == SQLITE_FLOAT ? cell.real : static_cast<double>(cell.integer);
    if (!(number >= -most && number <= most))
        fail(field, Rule::OutOfRange);
    return number;
}

Sentence RowReader::fault() const
{
    const Cell& cell = *m_badCell;
    const FieldSpec& spec = fieldSpec(m_table, m_badField);
    const std::string field(spec.name);
    if (m_rule == Rule::Required)
        return {QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"), {field}};
    if (m_rule == Rule::OutOfRange)
        return {QT_TRANSLATE_NOOP("Sentence", "{0} is {1}, which is out of range; correct it"),
                {field, cell.type == SQLITE_FLOAT ? fmt::format("{}", cell.real) : std::to_string(cell.integer)}};
    if (cell.type == SQLITE_TEXT && m_batch->text(cell).empty())
        return {QT_TRANSLATE_NOOP("Sentence", "{0} holds an empty text; give it one, or clear it to NULL"), {field}};
    if (m_rule == Rule::UnknownField)
        return {QT_TRANSLATE_NOOP("Sentence", "the table has no field “{0}”; correct its name"),
                {shown(m_batch->text(cell))}};
    if (cell.type == SQLITE_TEXT)
        if (const std::optional<Problem> problem = checkForm(m_table, {}, m_badField, m_batch->text(cell)))
            return problem->sentence;
    return {QT_TRANSLATE_NOOP("Sentence", "{0} holds a value of another type; correct it"), {field}};
}

} // namespace ochain
