// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "store/store.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of the store share. Failures abort the test program with the sentence: they are not what is tested.
namespace ochain::testing {

/// The chain of tests (tests/dataset), as its files say it.
[[nodiscard]] const std::vector<CsvText>& dataset();
/// The chain that CSV texts make.
[[nodiscard]] Chain chainFrom(const std::vector<CsvText>& texts);
[[nodiscard]] const Chain& shippedChain();
/// A chain with two nodes, "a" and "b", and `deals` deals "deal-1" … from a to b, each of 10 MW.
[[nodiscard]] Chain smallChain(int deals = 3);

/// A new file with a chain in it; its folder must exist.
void makeFile(const std::filesystem::path& file, const Chain& chain);
[[nodiscard]] std::unique_ptr<Store> opened(const std::filesystem::path& file,
                                            Store::Access access = Store::Access::ReadWrite);
[[nodiscard]] Loaded loaded(Store& store);
/// Commits an edit and applies it to the chain.
Edit commit(Store& store, Chain& chain, const Edit& edit, std::int64_t basedOn);
[[nodiscard]] Edit setField(const Chain& chain, Table table, std::string_view key, std::string_view field,
                            std::string_view text);
[[nodiscard]] std::string fieldOf(const Chain& chain, Table table, std::string_view key, std::string_view field);
/// All tables as one text, to compare chains by.
[[nodiscard]] std::string allText(const Chain& chain);

/// Runs SQL on a file through SQLite itself, as another program would. @return the first column of the first row
std::string runSql(const std::filesystem::path& file, const std::string& sql);

/// The same, as a program would that keeps the digests too: what it writes is taken for what O-chain wrote.
void runSqlWithDigests(const std::filesystem::path& file, const std::string& sql);
/// The tables whose digest, as the file has it, is not that of the rows in it, and "journal"; "" if all fit.
[[nodiscard]] std::string wrongDigests(const std::filesystem::path& file);
[[nodiscard]] std::string sentencesOf(const Problems& problems);

[[nodiscard]] std::filesystem::path path(const QString& name);
[[nodiscard]] QByteArray bytesOf(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const QByteArray& bytes);
/// A Result's sentence for QVERIFY2; "" if it holds a value.
template <class T>
[[nodiscard]] std::string messageOf(const Result<T>& result)
{
    return result ? std::string() : result.error().message();
}

} // namespace ochain::testing

namespace QTest {
/// Lets QCOMPARE show what stood in strings that differ.
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest
