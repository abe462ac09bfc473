// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/chain_target.h"

#include "chain/edit_builder.h"
#include "exchange/csv_export.h"
#include "exchange/csv_import.h"
#include "files/safe_file.h"
#include "fuzz/expect.h"
#include "store/store.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

namespace ochain::fuzz {

namespace {

namespace fs = std::filesystem;

/// A folder that goes with the program.
class OwnFolder {
public:
    OwnFolder() : m_path(fs::temp_directory_path() / ("ochain-fuzz-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_path);
    }
    ~OwnFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

/// Makes a file with a chain and an edit in its journal.
void makeBase(const fs::path& file)
{
    const std::vector<CsvText> texts{
        {"tiers", "key,ordinal,layer\nchips,1,1\ncloud,2,1\n"},
        {"nodes", "key,tier,parent,lat,lon\na,chips,,1.5,-97.74\nb,cloud,,,\nc,cloud,b,,\n"},
        {"deal_kinds", "key,class,profile,money\nhardware,trade,deploy,1\n"},
        {"statuses", "key,weight_bp\nsigned,8000\n"},
        {"deals", "key,supplier,customer,kind,status,starts,ends,capacity_mw,value_usd,basis\n"
                  "d,a,b,hardware,signed,2026,2028,10,1000.5,reported\n"},
        {"tranches", "key,deal,starts,ends,capacity_mw,basis\nd-1,d,2026,2027,4,reported\n"},
        {"events", "key,date,nodes,title_en\ne,2025-06-01,a;b,E\n"},
        {"metrics", "key,series,node,as_of,value,basis\nm,users,b,2025,10,reported\n"},
        {"sources", "key,publisher,title\ns,P,T\n"},
        {"citations", "table,row_key,source,fields\ndeals,d,s,value_usd\n"}};
    CsvImport import = importCsv(Chain(), texts, true);
    Chain chain;
    expect(import.problems.empty() && chain.apply(import.edit).empty(), "the base can be imported");
    expect(Store::create(file, chain).has_value(), "the base can be written");
    const auto store = Store::open(file);
    EditBuilder builder(chain);
    expect(!builder.set(Table::Deals, "d", deal_field::CapacityMw, "11"), "the base can be edited");
    expect(store && (*store)->commit(std::move(builder).build("fuzz", "why"), 0), "the edit can be written");
}

std::string bytesOf(const fs::path& file)
{
    constexpr std::size_t kMost = std::size_t{1} << 24U;
    Result<std::string> bytes = readWhole(file, kMost);
    expect(bytes.has_value(), "the base can be read");
    return std::move(*bytes);
}

std::string damaged(std::string bytes, std::string_view patches)
{
    constexpr std::size_t kPatch = 4;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(patches[i])); };
    for (std::size_t at = 0; at + kPatch <= patches.size(); at += kPatch) {
        const std::size_t place = (byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U) % bytes.size();
        bytes[place] = static_cast<char>(static_cast<unsigned char>(bytes[place]) ^ byte(at + 3));
    }
    return bytes;
}

/// All that is read of a file, by a program that may write and by one that may not.
void readAll(const fs::path& file, Store::Access access)
{
    const Result<std::unique_ptr<Store>> store = Store::open(file, access);
    if (!store) {
        expect(!store.error().message().empty(), "a file that cannot be opened has a sentence");
        return;
    }
    const Result<Loaded> loaded = (*store)->load();
    if (!loaded)
        return;
    static_cast<void>(exportCsv(loaded->chain));
    static_cast<void>((*store)->journal());
    static_cast<void>((*store)->nextUndo());
}

} // namespace

void readChainFile(std::string_view input)
{
    static const OwnFolder kFolder;
    static const std::string kBase = [] {
        const fs::path file = kFolder.path() / "base.ochain";
        makeBase(file);
        return bytesOf(file);
    }();
    const std::string bytes = input.starts_with("SQLite format 3") ? std::string(input) : damaged(kBase, input);
    const fs::path file = kFolder.path() / "chain.ochain";
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const bool mayWrite = input.size() / 4 % 2 == 1; // one way a time, since opening takes most of it
    readAll(file, mayWrite ? Store::Access::ReadWrite : Store::Access::ReadOnly);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(kFolder.path(), ignored))
        if (entry.path().filename() != "base.ochain")
            fs::remove(entry.path(), ignored);
}

} // namespace ochain::fuzz
