// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_files.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anOldFileIsBroughtUpToDate_data();
    void anOldFileIsBroughtUpToDate();
    void aMigrationVouchesForNothing();
    void aMigratedFileHasTheSchemaOfANewOne();
    void anOldFileIsKeptBeside();
    void copiesAreNeverOverwritten();
    void anOldFileReadsWithoutMigration();
    void aNewerFileIsRefused();
    void aFileNotMadeToItsEndIsRefused();
    void aForeignOldFileIsNotTouched();
    void aDamagedOldFileIsNotVouchedFor();
    void aMigrationTellsHowFarItIsAndCanBeGivenUp();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->filePath(QLatin1String(name))); }
    /// A file of an earlier version with the rows of the small chain and one edit in its journal.
    void makeOldFile(int version = 1);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// The columns of a table that are stored, separated by commas.
std::string columnsOf(const fs::path& file, const std::string& table)
{
    return runSql(file, "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('" + table + "')");
}

void TestMigration::makeOldFile(int version)
{
    // What a program of today writes, in the tables of that time: rows without a later column have the digests of now.
    const fs::path donor = file("donor");
    Chain chain = smallChain();
    makeFile(donor, chain);
    {
        const auto store = opened(donor);
        Edit edit = setField(chain, Table::Deals, "deal-1", "note_en", "before");
        commit(*store, chain, edit, 0);
    }
    std::string sql;
    for (int v = 1; v <= version; ++v)
        sql.append(schemaFiles()[static_cast<std::size_t>(v - 1)].text).append(";");
    runSql(file(), sql + "PRAGMA application_id = " + std::to_string(0x4F43484E) +
                       "; PRAGMA user_version = " + std::to_string(version));
    sql = "ATTACH '" + donor.string() + "' AS donor;";
    std::string tables = runSql(file(), "SELECT group_concat(name, ' ') FROM sqlite_schema WHERE type = 'table'") + " ";
    for (std::size_t end = 0; (end = tables.find(' ')) != std::string::npos; tables.erase(0, end + 1)) {
        const std::string table = tables.substr(0, end);
        const std::string columns = columnsOf(file(), table);
        sql.append("INSERT INTO main.").append(table).append(" (").append(columns).append(") SELECT ");
        sql.append(columns).append(" FROM donor.").append(table);
        sql += table == "digests" ? " WHERE \"table\" NOT IN ('boundaries', 'settings', 'views', 'dismissals');" : ";";
    }
    runSql(file(), sql);
    fs::remove(donor);
    fs::remove_all(file("donor-backups"));
}

void TestMigration::anOldFileIsBroughtUpToDate_data()
{
    QTest::addColumn<int>("version");
    for (const int version : {1, 2, 3})
        QTest::addRow("version %d", version) << version;
}

void TestMigration::anOldFileIsBroughtUpToDate()
{
    QFETCH(int, version);
    makeOldFile(version);
    const auto store = opened(file());
    Loaded result = loaded(*store);
    QVERIFY2(result.problems.empty(), sentencesOf(result.problems).c_str());
    QCOMPARE(result.seq, std::int64_t{1});
    QCOMPARE(result.chain.size(Table::Deals), smallChain().size(Table::Deals));
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("4"));
    QCOMPARE(runSql(file(), "PRAGMA foreign_key_check"), std::string());
    QCOMPARE(wrongDigests(file()), std::string());
    QCOMPARE(store->nextUndo()->of, std::int64_t{1});
    EditBuilder builder(result.chain);
    QVERIFY(!builder.add(Table::Boundaries, "it"));
    QVERIFY(!builder.set(Table::Boundaries, "it", boundary_field::ToItBp, "10000"));
    QVERIFY(!builder.set(Table::Deals, "deal-1", deal_field::Boundary, "it"));
    QVERIFY(!builder.set(Table::Deals, "deal-1", deal_field::Commitment, "firm"));
    QVERIFY(!builder.add(Table::Settings, "horizon"));
    QVERIFY(!builder.set(Table::Settings, "horizon", setting_field::Value, "2040"));
    QVERIFY(!builder.addRow(Table::Dismissals, {{dismissal_field::Rule, "no-citation"},
                                                {dismissal_field::Table, "deals"},
                                                {dismissal_field::RowKey, "deal-2"}}));
    commit(*store, result.chain, std::move(builder).build("", ""), 1);
    QVERIFY(allText(loaded(*store).chain) == allText(result.chain));
    QCOMPARE(wrongDigests(file()), std::string());
}

/// What another program changed in an old file is told after the migration as it would have been before.
void TestMigration::aMigrationVouchesForNothing()
{
    makeOldFile(3);
    runSql(file(), "UPDATE deals SET capacity_kw = 11 WHERE key = 'deal-2'");
    const auto store = opened(file());
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("4"));
    const Loaded state = loaded(*store);
    QVERIFY(!state.problems.empty());
    QCOMPARE(state.problems.front().rule, Rule::ChangedElsewhere);
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
    QCOMPARE(result.chain.size(Table::Deals), smallChain().size(Table::Deals));
    QVERIFY(store->isReadOnly());
    QCOMPARE(bytesOf(file()), before);
    QVERIFY(!fs::exists(file("chain.ochain.v1.bak")));
}

void TestMigration::aNewerFileIsRefused()
{
    makeFile(file(), smallChain());
    runSql(file(), "PRAGMA user_version = 5");
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Newer);
    QVERIFY2(messageOf(store).find("newer O-chain (file version 5, this program knows 4)") != std::string::npos,
             messageOf(store).c_str());
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("5"));
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
    QCOMPARE(state.chain.size(Table::Deals), smallChain().size(Table::Deals));
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("1"));
}

void TestMigration::aMigrationTellsHowFarItIsAndCanBeGivenUp()
{
    makeOldFile();
    runSql(file(), "WITH RECURSIVE n(i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                   "INSERT INTO sources (id, key, publisher, title) SELECT i, 's' || i, 'P', 'T' FROM n");
    const QByteArray before = bytesOf(file());
    std::vector<double> told;
    const auto giveUpAfter = [&](std::size_t tellings) {
        told.clear();
        return Store::open(file(), Store::Access::ReadWrite, [&told, tellings](double share) {
            told.push_back(share);
            return told.size() < tellings;
        });
    };
    for (std::size_t tellings = 1; tellings < 1000; ++tellings) {
        const auto store = giveUpAfter(tellings);
        if (store)
            break;
        QCOMPARE(store.error().kind, ErrorKind::Cancelled);
        QCOMPARE(told.size(), tellings);
        QVERIFY(bytesOf(file()) == before);
        for (const fs::directory_entry& entry : fs::directory_iterator(file().parent_path()))
            QCOMPARE(entry.path().filename().string(), std::string("chain.ochain"));
    }
    QVERIFY(told.size() > 5);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QVERIFY(told.front() < 0.1);
    QVERIFY(told.back() > 0.7 && told.back() <= 1);
    QCOMPARE(runSql(file(), "PRAGMA user_version"), std::string("4"));
    QCOMPARE(wrongDigests(file()), std::string());
}

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
