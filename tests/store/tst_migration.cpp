// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_files.h"
#include "store/store_testing.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anOldFileIsBroughtUpToDate();
    void aMigratedFileHasTheSchemaOfANewOne();
    void anOldFileIsKeptBeside();
    void copiesAreNeverOverwritten();
    void anOldFileReadsWithoutMigration();
    void aNewerFileIsRefused();
    void aFileNotMadeToItsEndIsRefused();
    void aForeignOldFileIsNotTouched();
    void aDamagedOldFileIsNotVouchedFor();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->filePath(QLatin1String(name))); }
    /// A file of version 1 with the rows of the small chain and one edit in its journal.
    void makeOldFile();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMigration::makeOldFile()
{
    const fs::path donor = file("donor");
    makeFile(donor, smallChain());
    std::string sql(schemaFiles()[0].text);
    sql += "; PRAGMA application_id = " + std::to_string(0x4F43484E) + "; PRAGMA user_version = 1; ATTACH '" +
           donor.string() + "' AS donor;";
    for (const char* table : {"tiers", "nodes", "deal_kinds", "statuses", "deals"})
        sql += std::string("INSERT INTO main.") + table + " SELECT * FROM donor." + table + ";";
    sql += "INSERT INTO edits VALUES (1, 5, 'me', 'before', 'change', NULL);"
           "INSERT INTO changes VALUES (1, 0, 0, 'deals', 'update', 'deal-1', 1, 'capacity_mw', '9', '10')";
    runSql(file(), sql);
    fs::remove(donor);
    QCOMPARE(runSql(file(), "SELECT count(*) FROM sqlite_schema WHERE name = 'claims'"), std::string("0"));
}

void TestMigration::anOldFileIsBroughtUpToDate()
{
    makeOldFile();
    const auto store = opened(file());
    Loaded result = loaded(*store);
    QVERIFY(result.problems.empty());
    QCOMPARE(result.seq, std::int64_t{1});
    QVERIFY(allText(result.chain) == allText(smallChain()));
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("3"));
    QCOMPARE(wrongDigests(file()), std::string());
    QCOMPARE(store->nextUndo()->of, std::int64_t{1});
    EditBuilder builder(result.chain);
    QVERIFY(!builder.add(Table::Scenarios, "low"));
    QVERIFY(!builder.set(Table::Scenarios, "low", scenario_field::NameEn, "Low"));
    commit(*store, result.chain, std::move(builder).build("", ""), 1);
    QCOMPARE(loaded(*store).chain.size(Table::Scenarios), std::size_t{1});
}

void TestMigration::aMigratedFileHasTheSchemaOfANewOne()
{
    makeOldFile();
    static_cast<void>(opened(file()));
    makeFile(file("new"), smallChain());
    const std::string schema =
        "SELECT group_concat(type || name || sql, char(10)) FROM (SELECT * FROM sqlite_schema ORDER BY name)";
    QCOMPARE(QString::fromStdString(runSql(file(), schema)), QString::fromStdString(runSql(file("new"), schema)));
}

void TestMigration::anOldFileIsKeptBeside()
{
    makeOldFile();
    const std::string rows = runSql(file(), "SELECT group_concat(key || capacity_kw) FROM deals");
    static_cast<void>(opened(file()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{QStringLiteral("chain.ochain"), QStringLiteral("chain.ochain.v1.bak")}));
    QCOMPARE(runSql(file("chain.ochain.v1.bak"), "PRAGMA user_version"), std::string("1"));
    QCOMPARE(runSql(file("chain.ochain.v1.bak"), "PRAGMA integrity_check"), std::string("ok"));
    QCOMPARE(runSql(file("chain.ochain.v1.bak"), "SELECT group_concat(key || capacity_kw) FROM deals"), rows);
}

void TestMigration::copiesAreNeverOverwritten()
{
    writeBytes(file("chain.ochain.v1.bak"), "precious");
    makeOldFile();
    static_cast<void>(opened(file()));
    QCOMPARE(bytesOf(file("chain.ochain.v1.bak")), QByteArray("precious"));
    QCOMPARE(runSql(file("chain.ochain.v1-2.bak"), "PRAGMA user_version"), std::string("1"));
}

void TestMigration::anOldFileReadsWithoutMigration()
{
    makeOldFile();
    const QByteArray before = bytesOf(file());
    const auto store = opened(file(), Store::Access::ReadOnly);
    const Loaded result = loaded(*store);
    QVERIFY(result.problems.empty());
    QVERIFY(allText(result.chain) == allText(smallChain()));
    QVERIFY(store->isReadOnly());
    QCOMPARE(bytesOf(file()), before);
    QVERIFY(!fs::exists(file("chain.ochain.v1.bak")));
}

void TestMigration::aNewerFileIsRefused()
{
    makeFile(file(), smallChain());
    runSql(file(), "PRAGMA user_version = 4");
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Newer);
    QVERIFY2(messageOf(store).find("newer O-chain (file version 4, this program knows 3)") != std::string::npos,
             messageOf(store).c_str());
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("4"));
}

void TestMigration::aFileNotMadeToItsEndIsRefused()
{
    makeFile(file(), smallChain());
    runSql(file(), "PRAGMA user_version = 0");
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::NotOurs);
}

void TestMigration::aForeignOldFileIsNotTouched()
{
    makeOldFile();
    runSql(file(), "CREATE TABLE mine (x)");
    const QByteArray before = bytesOf(file());
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::NotOurs);
    QCOMPARE(bytesOf(file()), before);
    QVERIFY(!fs::exists(file("chain.ochain.v1.bak")));
}

void TestMigration::aDamagedOldFileIsNotVouchedFor()
{
    makeOldFile();
    const int root =
        std::stoi(runSql(file(), "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_deals_1'"));
    QByteArray bytes = bytesOf(file());
    bytes[(root - 1) * 4096 + 4] = static_cast<char>(bytes[(root - 1) * 4096 + 4] - 1); // an entry fewer in the index
    writeBytes(file(), bytes);
    const auto store = opened(file());
    QVERIFY(store->isReadOnly());
    const Loaded state = loaded(*store);
    QCOMPARE(state.problems.front().rule, Rule::Damaged);
    QVERIFY(allText(state.chain) == allText(smallChain()));
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("1"));
}

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
