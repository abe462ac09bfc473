// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"

#include <QtGlobal>

#include <sqlite3.h>

namespace ochain::testing {

namespace {

void require(bool isTrue, const std::string& what)
{
    if (!isTrue)
        qFatal("%s", what.c_str());
}

void require(const std::optional<Problem>& problem)
{
    if (problem)
        qFatal("%s", problem->text().c_str());
}

Table table(std::string_view name)
{
    const auto found = tableNamed(name);
    require(found.has_value(), std::string(name));
    return *found;
}

Field field(Table of, std::string_view name)
{
    const auto found = fieldNamed(of, name);
    require(found.has_value(), std::string(name));
    return *found;
}

LayerNumber layerNamed(const Chain& chain, std::string_view key)
{
    return key.empty() ? kNoLayer : chain.layerOf(chain.find<TierId>(key));
}

} // namespace

EditText& EditText::add(std::string_view tableName, std::string_view key, const Fields& fields)
{
    require(m_builder.add(table(tableName), key));
    for (const auto& [name, text] : fields)
        set(tableName, key, name, text);
    return *this;
}

EditText& EditText::set(std::string_view tableName, std::string_view key, std::string_view name, std::string_view text)
{
    require(m_builder.set(table(tableName), key, field(table(tableName), name), text));
    return *this;
}

EditText& EditText::erase(std::string_view tableName, std::string_view key)
{
    require(m_builder.erase(table(tableName), key));
    return *this;
}

Chain smallChain()
{
    Chain chain;
    EditText text(chain);
    text.add("tiers", "upstream", {{"ordinal", "1"}, {"layer", "0"}, {"name_en", "Upstream"}, {"name_zh", "上游"}})
        .add("tiers", "chips",
             {{"parent", "upstream"}, {"ordinal", "1"}, {"layer", "1"}, {"name_en", "Chips"}, {"name_zh", "芯片"}})
        .add("tiers", "cloud",
             {{"parent", "upstream"}, {"ordinal", "2"}, {"layer", "1"}, {"name_en", "Cloud"}, {"name_zh", "云"}})
        .add("tiers", "midstream", {{"ordinal", "2"}, {"layer", "0"}, {"name_en", "Midstream"}, {"name_zh", "中游"}})
        .add("tiers", "downstream", {{"ordinal", "3"}, {"layer", "0"}, {"name_en", "Downstream"}, {"name_zh", "下游"}});
    const auto node = [&text](std::string_view key, std::string_view tier, std::string_view parent,
                              std::string_view name) {
        text.add("nodes", key, {{"tier", tier}, {"kind", "company"}, {"parent", parent}, {"name_en", name}});
    };
    node("nvidia", "chips", "", "NVIDIA");
    node("amd", "chips", "", "AMD");
    node("mi450", "chips", "amd", "MI450");
    node("broadcom", "chips", "", "Broadcom");
    node("oracle", "cloud", "", "Oracle");
    node("foundation", "midstream", "", "OpenAI Foundation");
    node("openai", "midstream", "foundation", "OpenAI");
    node("chatgpt", "downstream", "openai", "ChatGPT");
    node("users", "downstream", "", "Users");
    text.set("nodes", "nvidia", "name_zh", "英伟达");
    text.add("deal_kinds", "hardware",
             {{"class", "trade"}, {"profile", "deploy"}, {"money", "1"}, {"name_en", "Hardware"}})
        .add("deal_kinds", "cloud",
             {{"class", "trade"}, {"profile", "term"}, {"money", "1"}, {"name_en", "Cloud and compute"}})
        .add("deal_kinds", "equity", {{"class", "capital"}, {"profile", "none"}, {"money", "1"}, {"name_en", "Equity"}})
        .add("deal_kinds", "subscription",
             {{"class", "trade"}, {"profile", "none"}, {"money", "1"}, {"name_en", "Subscription"}});
    const auto status = [&text](std::string_view key, std::string_view weight, std::string_view name) {
        text.add("statuses", key, {{"weight_bp", weight}, {"name_en", name}});
    };
    status("announced", "5000", "Announced");
    status("signed", "9000", "Signed");
    status("operating", "10000", "Operating");
    status("completed", "10000", "Completed");
    status("cancelled", "0", "Cancelled");
    text.add("metrics", "users-2026",
             {{"series", "paying_users"},
              {"node", "chatgpt"},
              {"name_en", "Paying users"},
              {"unit", "people"},
              {"as_of", "2026"},
              {"value", "35000000"},
              {"basis", "estimated"}});
    text.add("deals", "nvidia-openai",
             {{"supplier", "nvidia"},
              {"customer", "openai"},
              {"kind", "hardware"},
              {"status", "announced"},
              {"announced", "2025-09-22"},
              {"starts", "2026-07"},
              {"ends", "2030"},
              {"capacity_mw", "10000"},
              {"basis", "reported"}})
        .add("deals", "amd-openai",
             {{"supplier", "amd"},
              {"customer", "openai"},
              {"kind", "hardware"},
              {"status", "signed"},
              {"announced", "2025-10-06"},
              {"starts", "2026-07"},
              {"ends", "2030-10"},
              {"capacity_mw", "6000"},
              {"basis", "reported"}})
        .add("deals", "oracle-openai",
             {{"supplier", "oracle"},
              {"customer", "openai"},
              {"kind", "cloud"},
              {"status", "signed"},
              {"announced", "2025-07-22"},
              {"starts", "2027"},
              {"ends", "2031"},
              {"capacity_mw", "4500"},
              {"value_usd", "300000000000"},
              {"basis", "reported"},
              {"note_en", "About five years"}})
        .add("deals", "nvidia-openai-equity",
             {{"supplier", "nvidia"},
              {"customer", "openai"},
              {"kind", "equity"},
              {"status", "announced"},
              {"announced", "2025-09-22"},
              {"value_usd", "100000000000"},
              {"basis", "reported"}})
        .add("deals", "users-chatgpt",
             {{"supplier", "chatgpt"},
              {"customer", "users"},
              {"kind", "subscription"},
              {"status", "operating"},
              {"starts", "2026"},
              {"formula", "paying_users*20*12"},
              {"basis", "derived"}});
    text.add("tranches", "amd-openai-1",
             {{"deal", "amd-openai"},
              {"starts", "2026-07"},
              {"ends", "2027-06"},
              {"capacity_mw", "1000"},
              {"basis", "assumed"}});
    text.add("events", "devday",
             {{"date", "2025-10-06"}, {"kind", "product"}, {"nodes", "openai;chatgpt"}, {"title_en", "DevDay"}})
        .add("events", "recap",
             {{"date", "2025-10-28"}, {"kind", "governance"}, {"nodes", "openai"}, {"title_en", "Recapitalisation"}});
    text.add("sources", "amd-8k",
             {{"publisher", "AMD"},
              {"title", "Form 8-K"},
              {"url", "https://ir.amd.com/8k"},
              {"published", "2025-10-06"}})
        .add("sources", "press",
             {{"publisher", "Press"}, {"title", "OpenAI signs everybody"}, {"url", "https://example.com/a"}});
    text.add("citations", "deals/amd-openai/amd-8k", {{"fields", "capacity_mw;announced"}})
        .add("citations", "deals/amd-openai/press", {{"fields", "starts"}})
        .add("citations", "tranches/amd-openai-1/press", {{"fields", "capacity_mw"}});
    Edit edit = text.edit();
    const Problems problems = chain.apply(edit);
    require(problems.empty(), problems.empty() ? std::string() : problems.front().text());
    return chain;
}

ChainFile::ChainFile(const Chain& chain) : m_path(m_folder.filePath(QStringLiteral("test.ochain")).toStdString())
{
    const auto made = Store::create(m_path, chain);
    require(made.has_value(), made ? std::string() : made.error().message());
}

std::unique_ptr<Document> ChainFile::open() const
{
    auto document = Document::open(m_path);
    require(document.has_value(), document ? std::string() : document.error().message());
    return std::move(*document);
}

bool setField(Document& document, std::string_view table, std::string_view key, std::string_view field,
              std::string_view text)
{
    return document.apply(EditText(document.chain()).set(table, key, field, text).edit()).has_value();
}

std::string fieldOf(const Chain& chain, std::string_view tableName, std::string_view key, std::string_view name)
{
    return chain.value(rowOf(chain, tableName, key), field(table(tableName), name));
}

RowRef rowOf(const Chain& chain, std::string_view tableName, std::string_view key)
{
    return {table(tableName), chain.find(table(tableName), key)};
}

std::int64_t totalOf(const Document& document, std::string_view node, Measure measure, std::string_view layer)
{
    const Chain& chain = document.chain();
    const NodeId id = chain.find<NodeId>(node);
    const Group group = id.isSet() ? Group::of(id) : Group::of(chain.find<TierId>(node));
    return document.rollups().figure(group, measure, layerNamed(chain, layer), kTotal).value;
}

std::string everything(const Document& document)
{
    const Chain& chain = document.chain();
    std::string text;
    for (const TableSpec& spec : allTables())
        for (const std::uint32_t row : chain.inOrder(spec.table)) {
            text += std::string(spec.name) + ' ' + std::to_string(chain.rowid({spec.table, row}));
            for (Field f = 0; f < spec.fieldCount(); ++f)
                text += '|' + chain.value({spec.table, row}, f);
            text += '\n';
        }
    const auto add = [&](Group group) {
        for (std::size_t m = 0; m < kMeasureCount; ++m)
            for (const LayerNumber layer : chain.layerNumbers())
                for (const Figure& figure :
                     document.rollups().figures(group, static_cast<Measure>(m), layer, PeriodKind::Year))
                    text += std::to_string(figure.value) + '/' + std::to_string(figure.undisclosed) + ' ';
        text += '\n';
    };
    for (const std::uint32_t node : chain.inOrder(Table::Nodes))
        add(Group::of(NodeId{node}));
    for (const TierId tier : chain.tierOrder())
        add(Group::of(tier));
    return text;
}

bool runSql(const std::filesystem::path& file, const char* sql)
{
    sqlite3* database = nullptr;
    const bool isDone = sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
                        sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!isDone)
        qWarning("%s", sqlite3_errmsg(database));
    sqlite3_close(database);
    return isDone;
}

} // namespace ochain::testing
