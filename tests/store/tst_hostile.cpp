// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

/// A row or two in every table.
Chain fullChain()
{
    return chainFrom(
        {{"tiers", "key,parent,ordinal,layer,name_en,name_zh\nt,,1,1,T,\nu,t,2,0,U,\n"},
         {"nodes", "key,tier,kind,parent,name_en,name_zh,country,lat,lon,note_en\n"
                   "a,t,company,,A,,,,,\nb,u,company,a,B,,,,,\n"},
         {"deal_kinds", "key,class,profile,money,name_en,name_zh\nchips,trade,deploy,1,Chips,\n"},
         {"statuses", "key,weight_bp,name_en,name_zh\nsigned,8000,Signed,\n"},
         {"boundaries", "key,to_it_bp,name_en,name_zh,note_en\nit,10000,IT,,\nmeter,7300,Meter,,\n"},
         {"deals", "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,formula,profile,"
                   "equity_pct,part_of,basis,note_en\nd,a,b,chips,signed,2025,2026,2027,10,100,,,,,assumed,\n"
                   "e,a,b,chips,signed,2025,2026,2027,10,,,,,,assumed,\n"},
         {"tranches", "key,deal,starts,ends,capacity_mw,value_usd,basis,note_en\nt,d,,,,,assumed,\n"},
         {"metrics", "key,series,node,name_en,name_zh,unit,as_of,known,value,low,high,basis,note_en\n"
                     "m,users,a,Users,,,2025,,1,,,assumed,\n"},
         {"events", "key,date,kind,nodes,title_en,title_zh,note_en\nv,2025,launch,b;a,V,,\n"},
         {"sources", "key,publisher,title,url,published\ns,P,T,,2025\n"},
         {"citations", "table,row_key,source,fields\ndeals,d,s,value_usd\n"},
         {"claims", "table,row_key,field,as_of,value,source,adopted,note_en\ndeals,d,value_usd,2025,100,s,1,\n"},
         {"scenarios", "key,name_en,name_zh,note_en\nlow,Low,,\n"},
         {"overrides", "scenario,table,row_key,field,value\nlow,deals,d,value_usd,7\n"},
         {"settings", "key,value,note_en\nhorizon,2035,\nother,1,\n"},
         {"views", "key,name_en,name_zh,ordinal,state\nv,V,,1,x\nw,W,,2,y\n"},
         {"dismissals", "rule,table,row_key,note_en\nno-citation,deals,d,\nno-citation,nodes,a,\n"}});
}

QByteArray sentences(const Problems& problems)
{
    QByteArray all;
    for (const Problem& problem : problems)
        all += QByteArray::fromStdString(problem.text()) + '\n';
    return all;
}

/// The CHECKs of the schema: "table.column" for those of a column, "table: expression" for those of a table.
QSet<QString> checksOf(const fs::path& file)
{
    static const QRegularExpression column(QStringLiteral("^ {4}\"?([a-z_]+)\"? (TEXT|INTEGER|REAL)"));
    static const QRegularExpression whole(QStringLiteral("^ {4}CHECK \\((.*)\\),?$"));
    QSet<QString> checks;
    const auto all = QString::fromStdString(
        runSql(file, "SELECT group_concat(sql, char(10)) FROM sqlite_schema WHERE type = 'table'"));
    QString table;
    QString last;
    for (const QString& line : all.split(u'\n')) {
        if (line.startsWith(QStringLiteral("CREATE TABLE ")))
            table = line.section(u' ', 2, 2).remove(u'"'); // of a table that got another's name
        else if (const auto match = whole.match(line); match.hasMatch())
            checks.insert(table + QStringLiteral(": ") + match.captured(1));
        else {
            if (const auto named = column.match(line); named.hasMatch())
                last = named.captured(1);
            if (line.contains(QStringLiteral("CHECK (")))
                checks.insert(table + u'.' + last);
        }
    }
    return checks;
}

} // namespace

/// Files that no program wrote which keeps the schema's CHECKs, and journals that say what cannot be.
class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatACheckForbidsIsNamed_data();
    void whatACheckForbidsIsNamed();
    void everyCheckOfTheSchemaIsLookedAt();
    void aDanglingReferenceIsToldOnce_data();
    void aDanglingReferenceIsToldOnce();
    void aRowThatIsLeftOutIsToldFromOneThatIsNotThere();
    void undoOfAJournalThatDoesNotFitChangesNothing_data();
    void undoOfAJournalThatDoesNotFitChangesNothing();
    void anEditWhoseReasonNobodyCouldReadIsRefused_data();
    void anEditWhoseReasonNobodyCouldReadIsRefused();

private:
    fs::path file() const { return path(m_folder->path()) / "chain.ochain"; }
    /// A file with a row in every table and one edit in its journal: the capacity of d went from 10 to 11 MW.
    void makeFull();
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_bytes; ///< of that file
};

void TestHostile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestHostile::makeFull()
{
    if (m_bytes.isEmpty()) {
        makeFile(file(), fullChain());
        Chain chain = fullChain();
        commit(*opened(file()), chain, setField(chain, Table::Deals, "d", "capacity_mw", "11"), 0);
        m_bytes = bytesOf(file());
    }
    writeBytes(file(), m_bytes);
}

namespace {

void row(const char* check, const QByteArray& sql, const QString& place, const char* rule, const char* says)
{
    QTest::newRow(check) << sql << place << QByteArray(rule) << QByteArray(says);
}

/// What is not of a single field by its type: amounts, rows as a whole, the journal and the digests.
void rowsOfWhatChecksHold()
{
    const QString deal = QStringLiteral("deals e, ");
    row("deals.capacity_kw", "UPDATE deals SET capacity_kw = -1 WHERE id = 2", deal + QStringLiteral("capacity_mw"),
        "out-of-range", "-1, which is out of range");
    row("deals.value_cents", "UPDATE deals SET value_cents = 100000000000000001 WHERE id = 2",
        deal + QStringLiteral("value_usd"), "out-of-range", "out of range");
    row("deals.equity_bp", "UPDATE deals SET equity_bp = 10001 WHERE id = 2", deal + QStringLiteral("equity_pct"),
        "out-of-range", "out of range");
    row("tranches.capacity_kw", "UPDATE tranches SET capacity_kw = 1000000001",
        QStringLiteral("tranches t, capacity_mw"), "out-of-range", "out of range");
    row("tranches.value_cents", "UPDATE tranches SET value_cents = -5", QStringLiteral("tranches t, value_usd"),
        "out-of-range", "out of range");
    row("tiers: parent <> id", "UPDATE tiers SET parent = 2 WHERE id = 2", QStringLiteral("tiers u, parent"),
        "cycle-of-parents", "contain itself");
    row("nodes: parent <> id", "UPDATE nodes SET parent = 2 WHERE id = 2", QStringLiteral("nodes b, parent"),
        "cycle-of-parents", "contain itself");
    row("deals: supplier <> customer", "UPDATE deals SET supplier = 2 WHERE id = 2", deal + QStringLiteral("customer"),
        "self-deal", "two parties");
    row("deals: part_of <> id", "UPDATE deals SET part_of = 2 WHERE id = 2", deal + QStringLiteral("part_of"),
        "cycle-of-part-of", "contain itself");
    row("deals: value_cents IS NULL OR formula IS NULL", "UPDATE deals SET value_cents = 1, formula = '1' WHERE id = 2",
        deal + QStringLiteral("formula"), "value-beside-formula", "clear one");
    row("event_nodes.n", "UPDATE event_nodes SET n = -1 WHERE n = 1", QStringLiteral("events #1, nodes"),
        "out-of-range", "places count from 0");
    row("edits.seq", "INSERT INTO edits (seq, time, author, why, kind, of) VALUES (-1, 0, '', '', 'change', NULL)",
        QStringLiteral("edit -1 of the journal"), "damaged", "a number");
    row("edits.kind", "UPDATE edits SET kind = 'guess'", QStringLiteral("edit 1 of the journal"), "damaged", "a kind");
    row("edits: (kind = 'change') = (of IS NULL)", "UPDATE edits SET of = 1", QStringLiteral("edit 1 of the journal"),
        "damaged", "another edit");
    row("edits.of", "UPDATE edits SET accepts = '', tables = x'00', digest = x'00'",
        QStringLiteral("edit 1 of the journal"), "changed-elsewhere", "not what was written");
    row("digests.table", "UPDATE digests SET \"table\" = 'contracts' WHERE \"table\" = 'deals'",
        QStringLiteral("the digests"), "damaged", "cannot be read");
    row("digests.sum", "UPDATE digests SET sum = x'00' WHERE \"table\" = 'deals'", QStringLiteral("the digests"),
        "damaged", "cannot be read");
    row("digests.rows", "UPDATE digests SET rows = -1 WHERE \"table\" = 'nodes'", QStringLiteral("nodes"),
        "changed-elsewhere", "where -1 were last written");
    row("changes.table", "UPDATE changes SET \"table\" = 'contracts'", QStringLiteral("edit 1 of the journal"),
        "damaged", "a table");
    row("changes.op", "UPDATE changes SET op = 'guess'", QStringLiteral("edit 1 of the journal"), "damaged",
        "in a way that there is not");
}

} // namespace

void TestHostile::whatACheckForbidsIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("place"); ///< what the sentence begins with: table, row and field
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("says");
    for (const TableSpec& spec : allTables()) {
        const QString table = QString::fromStdString(std::string(spec.name));
        const QByteArray update = "UPDATE " + table.toUtf8() + " SET ";
        // Of two rows the last one, to which fewest others refer.
        const QByteArray where = " WHERE id = (SELECT max(id) FROM " + table.toUtf8() + ")";
        row(qPrintable(table + QStringLiteral(".id")), update + "id = 9007199254740992" + where,
            table + QStringLiteral(" #9007199254740992"), "out-of-range", "out of range");
        row(qPrintable(table + QStringLiteral(".id, below")), update + "id = -1" + where,
            table + QStringLiteral(" #-1"), "out-of-range", "out of range");
        for (const FieldSpec& field : spec.fields) {
            const QString name = QString::fromStdString(std::string(field.name));
            const QString check = table + u'.' + name;
            const QByteArray column =
                "\"" + (field.type == FieldType::RowKey ? QByteArray("row_id") : name.toUtf8()) + "\"";
            const auto sets = [&](const char* what, const QByteArray& value, const char* rule, const char* says) {
                row(qPrintable(what[0] == '\0' ? check : check + QStringLiteral(", ") + QLatin1String(what)),
                    update + column + " = " + value + where, table + QStringLiteral(" *, ") + name, rule, says);
            };
            switch (field.type) {
            case FieldType::Key:
                sets("", "'Big'", "malformed-key", "is no key");
                sets("blank", "'a b'", "malformed-key", "is no key");
                sets("sign in front", "'-a'", "malformed-key", "is no key");
                sets("too long", "printf('%.*c', 201, 'a')", "malformed-key", "is no key");
                sets("empty", "''", "malformed-value", "an empty text");
                break;
            case FieldType::Text:
            case FieldType::Formula:
            case FieldType::FieldNames:
                sets("", "''", "malformed-value", "an empty text");
                sets("control character", "'a' || char(27) || '[2J'", "malformed-value", "control character");
                break;
            case FieldType::Name:
                sets("", "'a b'", "malformed-value", "is no name");
                sets("sign in front", "'-a'", "malformed-value", "is no name");
                sets("too long", "printf('%.*c', 201, 'a')", "malformed-value", "is no name");
                break;
            case FieldType::FieldName:
                sets("", "'a b'", "unknown-field", "has no field “a b”");
                break;
            case FieldType::TableName:
                sets("", "'citations'", "unknown-table", "there is no table “citations”");
                break;
            case FieldType::Date:
                sets("", "20261301", "out-of-range", "out of range");
                sets("no such day", "20260230", "out-of-range", "out of range");
                sets("year", "18991231", "out-of-range", "out of range");
                break;
            case FieldType::Weight:
                sets("", "10001", "out-of-range", "out of range");
                break;
            case FieldType::Integer:
                sets("", "2147483648", "out-of-range", "2147483648, which is out of range");
                break;
            case FieldType::Flag:
                sets("", "2", "out-of-range", "2, which is out of range");
                break;
            case FieldType::Decimal:
                sets("", spec.table == Table::Nodes ? "180.5" : "1e61", "out-of-range", "out of range");
                break;
            case FieldType::Choice:
                sets("", "'odd'", "malformed-value", "“odd” is not one of: ");
                break;
            case FieldType::Usd:
            case FieldType::Megawatts:
            case FieldType::Percent:
            case FieldType::Reference:
            case FieldType::References:
            case FieldType::RowKey:
                break;
            }
        }
    }
    rowsOfWhatChecksHold();
}

void TestHostile::whatACheckForbidsIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, place);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, says);
    makeFull();
    runSql(file(), "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql.toStdString());
    const QRegularExpression begins(
        u'^' + QRegularExpression::escape(place).replace(QStringLiteral("\\*"), QStringLiteral("[^,]*")) +
        (place.startsWith(QStringLiteral("edit ")) || place == QStringLiteral("the digests") ? QString()
                                                                                             : QStringLiteral(": ")));
    for (const Store::Access access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        const Loaded result = loaded(*opened(file(), access));
        const auto told = std::count_if(result.problems.begin(), result.problems.end(), [&](const Problem& problem) {
            const QString text = QString::fromStdString(problem.text());
            return begins.match(text).hasMatch() && text.contains(QString::fromUtf8(says)) &&
                   QByteArray::fromStdString(std::string(ruleName(problem.rule))) == rule;
        });
        QVERIFY2(told == 1, sentences(result.problems).constData());
        QVERIFY2(!sentences(result.problems).contains("CHECK"), sentences(result.problems).constData());
        QVERIFY2(!sentences(result.problems).contains("file is damaged"), sentences(result.problems).constData());
    }
}

void TestHostile::everyCheckOfTheSchemaIsLookedAt()
{
    makeFull();
    const QSet<QString> checks = checksOf(file());
    QVERIFY(checks.size() > 100);
    // The rows of the test above are named after what they break.
    QProcess self;
    self.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-datatags")});
    QVERIFY(self.waitForFinished());
    const QString tags = QString::fromUtf8(self.readAllStandardOutput());
    for (const QString& check : checks)
        QVERIFY2(tags.contains(QStringLiteral(" whatACheckForbidsIsNamed ") + check + u'\n'), qPrintable(check));
}

void TestHostile::aDanglingReferenceIsToldOnce_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* sql, const char* place) {
        QTest::newRow(sql) << QByteArray(sql) << QByteArray(place);
    };
    row("UPDATE nodes SET tier = 99 WHERE id = 2", "nodes b, tier: ");
    row("UPDATE nodes SET parent = 99 WHERE id = 2", "nodes b, parent: ");
    row("UPDATE deals SET supplier = 99 WHERE id = 2", "deals e, supplier: ");
    row("UPDATE deals SET status = 99 WHERE id = 2", "deals e, status: ");
    row("UPDATE deals SET part_of = 99 WHERE id = 2", "deals e, part_of: ");
    row("UPDATE tranches SET deal = 99", "tranches t, deal: ");
    row("UPDATE metrics SET node = 99", "metrics m, node: ");
    row("UPDATE event_nodes SET node = 99 WHERE n = 0", "events v, nodes: ");
    row("UPDATE event_nodes SET event = 99 WHERE n = 0", "events #99, nodes: ");
    row("UPDATE citations SET source = 99", "citations deals/d, source: ");
    row("UPDATE citations SET row_id = 99", "citations #1, row_key: ");
    row("UPDATE claims SET row_id = 99", "claims #1, row_key: ");
    row("UPDATE overrides SET scenario = 99", "overrides deals/d, scenario: ");
    row("UPDATE overrides SET row_id = 99", "overrides #1, row_key: ");
}

void TestHostile::aDanglingReferenceIsToldOnce()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, place);
    makeFull();
    runSql(file(), "PRAGMA foreign_keys = OFF; " + sql.toStdString());
    const QByteArray said = sentences(loaded(*opened(file())).problems);
    QVERIFY2(said.startsWith(place), said.constData());
    QVERIFY2(said.contains("99"), said.constData());
    QList<QByteArray> places; // what refers to the row that is left out is told of too, once
    for (const QByteArray& line : said.trimmed().split('\n')) {
        QVERIFY2(!places.contains(line.left(line.indexOf(": "))), said.constData());
        places.append(line.left(line.indexOf(": ")));
    }
}

void TestHostile::aRowThatIsLeftOutIsToldFromOneThatIsNotThere()
{
    makeFull();
    runSqlWithDigests(file(), "PRAGMA ignore_check_constraints = ON; UPDATE sources SET key = 'The Press'");
    const QByteArray said = sentences(loaded(*opened(file())).problems);
    QCOMPARE(said.count('\n'), 3);
    QVERIFY2(said.startsWith("sources The Press, key: “The Press” is no key"), said.constData());
    QCOMPARE(said.count("row number 1 of sources, which had to be left out"), 2); // a citation and a claim
}

void TestHostile::undoOfAJournalThatDoesNotFitChangesNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* sql, const char* says) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(says);
    };
    row("another value by now", "UPDATE changes SET new = '12'", "the field is “11” by now, no longer “12”");
    row("no number", "UPDATE changes SET old = 'many'", "many");
    row("out of range", "UPDATE changes SET old = '-5'", "-5");
    row("unknown field", "UPDATE changes SET field = 'colour'", "field “colour”");
    row("unknown row", "UPDATE changes SET key = 'nobody'", "there is no row “nobody”");
    row("number of another row", "UPDATE changes SET row_id = 2", "number 1 by now, no longer 2");
    row("number of no row", "UPDATE changes SET row_id = -7", "row number “-7”");
    row("key that is no key", "UPDATE changes SET field = 'key', old = 'Not A Key', new = 'd'", "Not A Key");
    row("place that is taken", "UPDATE changes SET field = 'id', old = '2', new = '1', row_id = 2", "in the place of");
    row("place out of range", "UPDATE changes SET field = 'id', new = '9223372036854775807'", "row number");
    row("an insert of what is there", "UPDATE changes SET op = 'erase'", "is missing");
    row("an erase of half a row", "UPDATE changes SET op = 'insert'", "look at the row again");
    row("the same field twice",
        "INSERT INTO changes SELECT seq, n, 1, \"table\", op, key, row_id, field, old, new FROM changes", "twice");
    row("two rows in one change",
        "INSERT INTO changes SELECT seq, n, 1, \"table\", op, 'e', 2, field, old, new FROM changes", "two rows");
    row("undoing itself",
        "INSERT INTO edits (seq, time, author, why, kind, of) VALUES (2, 0, '', '', 'undo', 2); UPDATE changes SET key = 'nobody'",
        "nobody");
    row("in a circle",
        "INSERT INTO edits (seq, time, author, why, kind, of) VALUES (2, 0, '', '', 'undo', 1); INSERT INTO edits (seq, time, author, why, kind, of) VALUES (3, 0, '', '', 'redo', 2); "
        "UPDATE edits SET kind = 'redo', of = 3 WHERE seq = 1",
        "nothing to undo");
    row("no change, the number is another's", "UPDATE edits SET seq = 7; DELETE FROM changes",
        "says nothing that it changed");
    row("changes of another number", "UPDATE edits SET seq = 7", "changes of an edit 1 that is not there");
    row("a number behind which there is none, its changes elsewhere", "UPDATE edits SET seq = 9223372036854775807",
        "behind which there is no other");
    row("a number behind which there is none",
        "UPDATE edits SET seq = 9223372036854775807; "
        "UPDATE changes SET seq = 9223372036854775807",
        "behind which there is no other");
    row("a reason that no terminal should show", "UPDATE edits SET why = char(27) || '[2J'", "the reason");
    row("an author in another encoding", "UPDATE edits SET author = CAST(x'ff' AS TEXT)", "the author");
}

void TestHostile::undoOfAJournalThatDoesNotFitChangesNothing()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, says);
    makeFull();
    runSqlWithDigests(file(), "PRAGMA foreign_keys = OFF; " + sql.toStdString());
    const auto store = opened(file());
    Loaded state = loaded(*store);
    const std::string before = allText(state.chain);
    const Result<Edit> undo = store->nextUndo();
    QByteArray said = sentences(state.problems);
    if (!said.isEmpty())
        QVERIFY(store->isReadOnly()); // told by loading already
    else
        said = QByteArray::fromStdString(messageOf(undo));
    if (undo && state.problems.empty()) {
        said = sentences(state.chain.validate(*undo));
        if (said.isEmpty()) {
            const Result<Edit> done = store->commit(*undo, state.seq);
            QVERIFY(!done);
            said = QByteArray::fromStdString(messageOf(done));
        }
    }
    QVERIFY2(said.contains(says), said.constData());
    QCOMPARE(allText(state.chain), before);
    QCOMPARE(allText(loaded(*store).chain), before);
    QCOMPARE(store->lastSeq().value_or(-1), state.seq);
}

void TestHostile::anEditWhoseReasonNobodyCouldReadIsRefused_data()
{
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("no UTF-8") << QByteArray("because \xE4");
    QTest::newRow("escape") << QByteArray("\x1B[31mred");
    QTest::newRow("C1") << QByteArray("\xC2\x9B"
                                      "31m");
    QTest::newRow("line break") << QByteArray("one\ntwo");
}

void TestHostile::anEditWhoseReasonNobodyCouldReadIsRefused()
{
    QFETCH(QByteArray, why);
    makeFull();
    const auto store = opened(file());
    Loaded state = loaded(*store);
    Edit edit = setField(state.chain, Table::Deals, "d", "capacity_mw", "12");
    edit.why = why.toStdString();
    const Result<Edit> done = store->commit(edit, state.seq);
    QVERIFY(!done);
    QVERIFY2(messageOf(done).starts_with("the reason: "), messageOf(done).c_str());
    QCOMPARE(allText(loaded(*store).chain), allText(state.chain));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
