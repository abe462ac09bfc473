// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include "store/stored_digests.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

#include <sqlite3.h>

namespace ochain::testing {

namespace fs = std::filesystem;

namespace {

template <class T>
T orAbort(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "test set-up failed: %s\n", result.error().message().c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void mustHold(const Problems& problems)
{
    for (const Problem& problem : problems)
        std::fprintf(stderr, "%s\n", problem.text().c_str());
    if (!problems.empty())
        std::abort();
}

} // namespace

const std::vector<CsvText>& dataset()
{
    static const std::vector<CsvText> texts = orAbort(readCsvFolder(OCHAIN_DATASET));
    return texts;
}

Chain chainFrom(const std::vector<CsvText>& texts)
{
    Chain chain;
    CsvImport import = importCsv(chain, texts, false);
    mustHold(import.problems);
    mustHold(chain.apply(import.edit));
    return chain;
}

const Chain& shippedChain()
{
    static const Chain chain = chainFrom(dataset());
    return chain;
}

Chain smallChain(int deals)
{
    std::string csv =
        "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,formula,profile,equity_pct,part_of,basis,note_en\n";
    for (int i = 1; i <= deals; ++i)
        csv += "deal-" + std::to_string(i) + ",a,b,chips,signed,2025,2026,2027,10,,,,,,assumed,\n";
    return chainFrom(
        {{"tiers", "key,parent,ordinal,layer,name_en,name_zh\nchips,,1,1,Chips,芯片\n"},
         {"nodes",
          "key,tier,kind,parent,name_en,name_zh,country,lat,lon,note_en\na,chips,company,,A,,,,,\nb,chips,company,,B,,,,,\n"},
         {"deal_kinds", "key,class,profile,money,name_en,name_zh\nchips,trade,deploy,1,Chips,芯片\n"},
         {"statuses", "key,weight_bp,name_en,name_zh\nsigned,8000,Signed,已签约\n"},
         {"deals", csv}});
}

void makeFile(const fs::path& file, const Chain& chain)
{
    orAbort(Store::create(file, chain));
}

std::unique_ptr<Store> opened(const fs::path& file, Store::Access access)
{
    return orAbort(Store::open(file, access));
}

Loaded loaded(Store& store)
{
    return orAbort(store.load());
}

Edit commit(Store& store, Chain& chain, const Edit& edit, std::int64_t basedOn)
{
    Edit committed = orAbort(store.commit(edit, basedOn));
    mustHold(chain.apply(committed));
    return committed;
}

Edit setField(const Chain& chain, Table table, std::string_view key, std::string_view field, std::string_view text)
{
    EditBuilder builder(chain);
    if (const std::optional<Problem> problem = builder.set(table, key, *fieldNamed(table, field), text))
        mustHold({*problem});
    return std::move(builder).build("tester", "because");
}

std::string fieldOf(const Chain& chain, Table table, std::string_view key, std::string_view field)
{
    const std::uint32_t row = chain.find(table, key);
    return row == kNoRow ? std::string("(no row)") : chain.value({table, row}, *fieldNamed(table, field));
}

std::string allText(const Chain& chain)
{
    std::string all;
    for (const CsvText& text : exportCsv(chain))
        all += "== " + text.name + "\n" + text.text;
    return all;
}

std::string runSql(const fs::path& file, const std::string& sql)
{
    sqlite3* database = nullptr;
    std::string first;
    const auto take = [](void* out, int columns, char** values, char**) {
        auto& text = *static_cast<std::string*>(out);
        if (text.empty() && columns > 0 && values[0] != nullptr)
            text = values[0];
        return 0;
    };
    char* message = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql.c_str(), take, &first, &message) != SQLITE_OK) {
        std::fprintf(stderr, "%s: %s\n", sql.c_str(), message == nullptr ? "cannot open" : message);
        std::abort();
    }
    sqlite3_close(database);
    return first;
}

void runSqlWithDigests(const fs::path& file, const std::string& sql)
{
    runSql(file, sql);
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database, "PRAGMA ignore_check_constraints = ON; BEGIN", nullptr, nullptr, nullptr);
    writeDigests(database);
    if (sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
        std::abort();
    sqlite3_close(database);
}

std::string wrongDigests(const fs::path& file)
{
    const std::int64_t last = std::stoll(runSql(file, "SELECT ifnull(max(seq), 0) FROM edits"));
    sqlite3* database = nullptr;
    sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    std::string wrong;
    {
        StoredDigests stored(database);
        const DigestState state = stored.upTo(last);
        for (std::size_t place = 0; place < kDigestCount; ++place)
            if (state.tables[place] != computeDigest(database, place))
                wrong.append(digestedTable(place)).append(" ");
        sqlite3_exec(database, "PRAGMA ignore_check_constraints = ON; BEGIN", nullptr, nullptr, nullptr);
        if (last > 0 && rewriteJournalDigests(database, 1) != state.journal)
            wrong += "journal";
        sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    sqlite3_close(database);
    return wrong;
}

std::string sentencesOf(const Problems& problems)
{
    std::string all;
    for (const Problem& problem : problems)
        all += problem.text() + '\n';
    return all;
}

fs::path path(const QString& name)
{
    return fs::path(QFile::encodeName(name).toStdString());
}

QByteArray bytesOf(const fs::path& file)
{
    QFile in(QString::fromStdString(file.string()));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void writeBytes(const fs::path& file, const QByteArray& bytes)
{
    QFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        std::abort();
}

} // namespace ochain::testing
