// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newest_schema.h"
#include "schema_files.h"
#include "store/made_schema.h"
#include "store/migrations.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// Runs SQL on a database made by the schema's files; whether it was accepted.
class Database {
public:
    Database()
    {
        sqlite3_open(":memory:", &m_database);
        sqlite3_exec(m_database, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
        for (const EmbeddedFile& file : schemaFiles())
            if (!run(std::string(file.text)))
                qFatal("%s", sqlite3_errmsg(m_database));
        const char* rows =
            "INSERT INTO tiers (id, key, ordinal, layer, name_en) VALUES (1, 't', 1, 1, 'T');"
            "INSERT INTO nodes (id, key, tier, kind, name_en) VALUES (1, 'a', 1, 'x', 'A'), (2, 'b', 1, 'x', 'B');"
            "INSERT INTO deal_kinds (id, key, class, profile, money, name_en) VALUES (1, 'k', 'trade', 'term', 1, 'K');"
            "INSERT INTO statuses (id, key, weight_bp, name_en) VALUES (1, 's', 5000, 'S');"
            "INSERT INTO sources (id, key) VALUES (1, 'src');"
            "INSERT INTO scenarios (id, key, name_en) VALUES (1, 'low', 'Low');"
            "INSERT INTO deals (id, key, supplier, customer, kind, status, basis) VALUES (1, 'd', 1, 2, 1, 1, 'assumed')";
        if (!run(rows))
            qFatal("%s", sqlite3_errmsg(m_database));
    }
    ~Database() { sqlite3_close(m_database); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    bool run(const std::string& sql)
    {
        return sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

private:
    sqlite3* m_database = nullptr;
};

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void theSchemaWrittenDownIsTheOneMade()
    {
        const Schema made = madeSchema(kSchemaVersion);
        QVERIFY(made.size() > 20);
        QCOMPARE(schemaIn(newestSchema().front().text), made);
        Schema odd{{{"table", "a 3 b"}, "t\n12 \n"}, {{"index", ""}, ""}};
        QCOMPARE(schemaIn(textOf(odd)), odd);
    }
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void valuesInRangeAreTaken_data();
    void valuesInRangeAreTaken();
    void aForeignSchemaIsRefusedByName_data();
    void aForeignSchemaIsRefusedByName();
    void everyFieldHasItsColumn();
    void whatIsRequiredIsNotNull();
};

void TestSchema::valuesOutOfRangeAreRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* sql) { QTest::newRow(sql) << QByteArray(sql); };
    row("UPDATE nodes SET key = 'b' WHERE id = 1");
    row("UPDATE nodes SET key = 'Big' WHERE id = 1");
    row("UPDATE nodes SET key = '-a' WHERE id = 1");
    row("UPDATE nodes SET key = '' WHERE id = 1");
    row("UPDATE nodes SET key = NULL WHERE id = 1");
    row("UPDATE nodes SET tier = 9 WHERE id = 1");
    row("UPDATE nodes SET tier = NULL WHERE id = 1");
    row("UPDATE nodes SET parent = 1 WHERE id = 1");
    row("UPDATE nodes SET kind = 'a b' WHERE id = 1");
    row("UPDATE nodes SET name_zh = '' WHERE id = 1");
    row("UPDATE nodes SET lat = 90.5 WHERE id = 1");
    row("UPDATE nodes SET lon = -180.5 WHERE id = 1");
    row("UPDATE nodes SET lat = 'north' WHERE id = 1");
    row("DELETE FROM nodes WHERE id = 1");
    row("DELETE FROM tiers WHERE id = 1");
    row("UPDATE tiers SET layer = 2");
    row("UPDATE tiers SET ordinal = 2147483648");
    row("UPDATE deal_kinds SET class = 'barter'");
    row("UPDATE deal_kinds SET profile = NULL");
    row("UPDATE deal_kinds SET money = -1");
    row("UPDATE statuses SET weight_bp = 10001");
    row("UPDATE statuses SET weight_bp = 0.5");
    row("UPDATE deals SET customer = 1");
    row("UPDATE deals SET part_of = 1");
    row("UPDATE deals SET capacity_kw = -1");
    row("UPDATE deals SET capacity_kw = 1000000001");
    row("UPDATE deals SET value_cents = 100000000000000001");
    row("UPDATE deals SET value_cents = 1, formula = '1'");
    row("UPDATE deals SET equity_bp = 10001");
    row("UPDATE deals SET profile = 'inherit'");
    row("UPDATE deals SET basis = 'rumour'");
    row("UPDATE deals SET starts = 2026");
    row("UPDATE deals SET starts = 20261300");
    row("UPDATE deals SET starts = 20260132");
    row("UPDATE deals SET starts = 20260001");
    row("UPDATE deals SET starts = 18991231");
    row("UPDATE deals SET starts = 22000101");
    row("UPDATE deals SET starts = '2026-01-01'");
    row("INSERT INTO tranches (key, deal, basis) VALUES ('x', 9, 'assumed')");
    row("INSERT INTO events (id, key, title_en) VALUES (1, 'e', 'E'); INSERT INTO event_nodes VALUES (1, 0, 9)");
    row("INSERT INTO metrics (key, series, node, name_en, basis, value) VALUES ('m', 'm', 1, 'M', 'assumed', 1e61)");
    row("INSERT INTO citations (\"table\", row_id, source) VALUES ('deals', 9, 1)");
    row("INSERT INTO citations (\"table\", row_id, source) VALUES ('contracts', 1, 1)");
    row("INSERT INTO citations (\"table\", row_id, source) VALUES ('deals', 1, 1), ('deals', 1, 1)");
    row("INSERT INTO claims (\"table\", row_id, field, adopted) VALUES ('tranches', 1, 'starts', 1)");
    row("INSERT INTO claims (\"table\", row_id, field, adopted) VALUES ('deals', 1, 'starts', 1), ('deals', 1, 'starts', 0)");
    row("INSERT INTO overrides (scenario, \"table\", row_id, field) VALUES (9, 'deals', 1, 'starts')");
    row("INSERT INTO edits (seq, time, author, why, kind) VALUES (1, 0, '', '', 'undo')");
    row("INSERT INTO edits (seq, time, author, why, kind, of) VALUES (2, 0, '', '', 'undo', 1)");
    row("INSERT INTO changes VALUES (1, 0, 0, 'deals', 'update', 'd', 1, 'starts', '', '')");
}

void TestSchema::valuesOutOfRangeAreRefused()
{
    QFETCH(QByteArray, sql);
    Database database;
    QVERIFY(!database.run(sql.toStdString()));
}

void TestSchema::valuesInRangeAreTaken_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* sql) { QTest::newRow(sql) << QByteArray(sql); };
    row("UPDATE deals SET capacity_kw = 0, value_cents = 100000000000000000, equity_bp = 10000, starts = 20260000, ends = 20261231, announced = 20260700");
    row("UPDATE deals SET formula = 'users * 12', profile = 'term', note_en = 'n'");
    row("UPDATE nodes SET lat = -90, lon = 180, parent = 2 WHERE id = 1");
    row("INSERT INTO deals (id, key, supplier, customer, kind, status, part_of, basis) VALUES (2, 'e', 1, 2, 1, 1, 1, 'reported')");
    row("BEGIN; INSERT INTO tranches (key, deal, basis) VALUES ('x', 2, 'assumed'); "
        "INSERT INTO deals (id, key, supplier, customer, kind, status, basis) VALUES (2, 'e', 1, 2, 1, 1, 'reported'); COMMIT");
    row("INSERT INTO citations (\"table\", row_id, source, fields) VALUES ('deals', 1, 1, 'starts;ends'), ('nodes', 1, 1, NULL)");
    row("INSERT INTO claims (\"table\", row_id, field, adopted, as_of) VALUES ('deals', 1, 'starts', 1, 20250000), ('deals', 1, 'starts', 1, 20260000)");
    row("INSERT INTO edits (seq, time, author, why, kind, of) VALUES (1, 0, '', '', 'change', NULL), (2, 0, '', '', 'undo', 1);"
        "INSERT INTO changes VALUES (1, 0, 0, 'deals', 'update', 'd', 1, 'starts', '', '2026')");
}

void TestSchema::valuesInRangeAreTaken()
{
    QFETCH(QByteArray, sql);
    Database database;
    QVERIFY(database.run(sql.toStdString()));
}

void TestSchema::aForeignSchemaIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("trigger") << QByteArray("CREATE TRIGGER sneak AFTER UPDATE ON deals BEGIN DELETE FROM nodes; END")
                             << QByteArray("trigger sneak does not belong");
    QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT 1") << QByteArray("view v does not belong");
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE f USING fts5(x)")
                                   << QByteArray("does not belong");
    QTest::newRow("table") << QByteArray("CREATE TABLE mine (x)") << QByteArray("table mine does not belong");
    QTest::newRow("index") << QByteArray("CREATE INDEX i ON deals (basis)") << QByteArray("index i does not belong");
    QTest::newRow("column") << QByteArray("ALTER TABLE deals ADD COLUMN colour TEXT")
                            << QByteArray("table deals was changed");
    QTest::newRow("index missing") << QByteArray("DROP INDEX deals_supplier")
                                   << QByteArray("index deals_supplier is missing");
    QTest::newRow("statistics") << QByteArray("ANALYZE") << QByteArray("table sqlite_stat1 does not belong");
    QTest::newRow("what passes for statistics")
        << QByteArray("PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('view', 'sqlite_stat1', "
                      "'sqlite_stat1', 0, 'CREATE VIEW sqlite_stat1 AS SELECT 1')")
        << QByteArray("view sqlite_stat1 does not belong");
    QTest::newRow("a counter") << QByteArray("CREATE TABLE t (x INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE t")
                               << QByteArray("table sqlite_sequence does not belong");
    QTest::newRow("table missing") << QByteArray("DROP TABLE overrides") << QByteArray("is missing");
}

void TestSchema::aForeignSchemaIsRefusedByName()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, message);
    QTemporaryDir folder;
    const std::filesystem::path file = path(folder.filePath(QStringLiteral("x.ochain")));
    makeFile(file, smallChain());
    runSql(file, sql.toStdString());
    const QByteArray before = bytesOf(file);
    const Result<std::unique_ptr<Store>> store = Store::open(file);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::NotOurs);
    QVERIFY2(messageOf(store).find(message.toStdString()) != std::string::npos, messageOf(store).c_str());
    QCOMPARE(bytesOf(file), before);
}

void TestSchema::everyFieldHasItsColumn()
{
    QTemporaryDir folder;
    const std::filesystem::path file = path(folder.filePath(QStringLiteral("x.ochain")));
    makeFile(file, smallChain());
    for (const TableSpec& table : allTables()) {
        const std::string columns =
            runSql(file, "SELECT group_concat(name) FROM pragma_table_info('" + std::string(table.name) + "')");
        const std::string expected = [&] {
            std::string all = "id";
            std::string later; // columns that came with a later schema stand behind the others
            for (const FieldSpec& field : table.fields) {
                if (field.type == FieldType::References)
                    continue;
                const bool isLater = field.name == "commitment" || field.name == "boundary";
                (isLater ? later : all)
                    .append(",")
                    .append(field.type == FieldType::Megawatts ? "capacity_kw"
                            : field.type == FieldType::Usd     ? "value_cents"
                            : field.type == FieldType::Percent ? "equity_bp"
                            : field.type == FieldType::RowKey  ? "row_id"
                                                               : field.name);
            }
            return all + later;
        }();
        QCOMPARE(columns, expected);
    }
}

void TestSchema::whatIsRequiredIsNotNull()
{
    QTemporaryDir folder;
    const std::filesystem::path file = path(folder.filePath(QStringLiteral("x.ochain")));
    makeFile(file, smallChain());
    for (const TableSpec& table : allTables()) {
        std::string required;
        for (const FieldSpec& field : table.fields)
            if (field.required)
                required.append(required.empty() ? "" : ",")
                    .append(field.type == FieldType::RowKey ? "row_id" : field.name);
        const std::string notNull = runSql(file, "SELECT group_concat(name) FROM pragma_table_info('" +
                                                     std::string(table.name) + "') WHERE \"notnull\"");
        QCOMPARE(notNull, required);
    }
}

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
