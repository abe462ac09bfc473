// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "document/document.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the tests of documents and item models share. Failures in here abort the test program with a sentence: they are
/// not what is tested.
namespace ochain::testing {

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

/// Builds an edit from orders in words: table, key, fields.
class EditText {
public:
    explicit EditText(const Chain& chain) : m_builder(chain) {}
    EditText& add(std::string_view table, std::string_view key, const Fields& fields);
    EditText& set(std::string_view tableName, std::string_view key, std::string_view name, std::string_view text);
    EditText& erase(std::string_view table, std::string_view key);
    [[nodiscard]] Edit edit(std::string why = {}) { return std::move(m_builder).build({}, std::move(why)); }

private:
    EditBuilder m_builder;
};

/// A small chain like the shipped one. Tiers: upstream (chips and cloud are layers), midstream, downstream. Chips:
/// nvidia, amd (with mi450 inside), broadcom; cloud: oracle; midstream: foundation with openai inside; downstream:
/// chatgpt (inside openai, so of another tier), users. Deals: nvidia 10 GW, amd 6 GW (1 GW of it in a tranche),
/// oracle 4.5 GW for $300B and nvidia's $100B of equity, all to openai; users pay chatgpt by a formula. Two events, two
/// sources, three citations.
[[nodiscard]] Chain smallChain();

/// A chain file in a folder of its own, which goes with it.
class ChainFile {
public:
    explicit ChainFile(const Chain& chain = smallChain());
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::unique_ptr<Document> open() const;

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path;
};

/// Sets one field; true if it was done.
bool setField(Document& document, std::string_view table, std::string_view key, std::string_view field,
              std::string_view text);
[[nodiscard]] std::string fieldOf(const Chain& chain, std::string_view tableName, std::string_view key,
                                  std::string_view name);
[[nodiscard]] RowRef rowOf(const Chain& chain, std::string_view table, std::string_view key);
/// A node's or tier's figure in total.
[[nodiscard]] std::int64_t totalOf(const Document& document, std::string_view node, Measure measure,
                                   std::string_view layer = {});
/// Every row of every table and every total of every group: equal texts mean nothing differs.
[[nodiscard]] std::string everything(const Document& document);

/// Runs SQL on a file as another program would; true if it did.
bool runSql(const std::filesystem::path& file, const char* sql);

} // namespace ochain::testing
