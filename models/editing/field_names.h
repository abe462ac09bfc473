// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ochain {

/// A field as forms and tables call it: "Capacity" for capacity_mw; translated.
[[nodiscard]] QString fieldLabel(Table table, Field field);
/// The same in English, as tr() takes it in the context "Field".
[[nodiscard]] const char* fieldTitle(Table table, Field field);
/// Several fields as a citation names them, "capacity_mw;announced": "Capacity, Announced".
[[nodiscard]] QString fieldLabels(Table table, const QString& names);
/// A name of a column without what people leave out of it: case, blanks, punctuation.
[[nodiscard]] QString foldedColumnName(const QString& name);
/// A row of a table in one word or two: "Deal", "Kind of deal"; translated.
[[nodiscard]] QString tableLabel(Table table);
/// A value of a choice or a flag in words: "assumed", "deployed bit by bit", "yes"; translated. Other texts stay as
/// they are.
[[nodiscard]] QString choiceLabel(const FieldSpec& spec, std::string_view value);
/// What a value of a choice is found under: as it is stored, and in words in every language.
[[nodiscard]] QStringList choiceNames(std::string_view value);
/// What a choice or a flag can be: what is stored, and in words; empty for other types.
[[nodiscard]] QList<std::pair<QString, QString>> choicesOf(const FieldSpec& spec);
/// The value that a person means by one of these words, whatever the case; nothing if it is none of them.
[[nodiscard]] std::optional<std::string> choiceMeant(const FieldSpec& spec, const QString& text);

} // namespace ochain
