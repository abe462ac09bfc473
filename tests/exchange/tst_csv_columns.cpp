// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollups.h"
#include "store/store_testing.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr const char* kClaims = "table,row_key,field,as_of,value,source,adopted,note_en\n";

/// A small chain with a deal that has a source, and a history of claims for its capacity.
Chain cited()
{
    std::vector<CsvText> texts = exportCsv(smallChain(2));
    texts.push_back({"sources", "key,publisher,title,url,published\ns,P,T,,2025\n"});
    texts.push_back({"citations", "table,row_key,source,fields\ndeals,deal-1,s,capacity_mw\n"});
    texts.push_back({"claims", std::string(kClaims) + "deals,deal-1,capacity_mw,2025-02,8,s,1,first\n"
                                                      "deals,deal-1,capacity_mw,2025-06,10,s,1,\n"});
    return chainFrom(texts);
}

QString sentences(const Problems& problems)
{
    QString all;
    for (const Problem& problem : problems)
        all += QString::fromStdString(problem.sentence.text()) + u'\n';
    return all;
}

/// "deals deal-1 capacity_mw: 10 → 7", one line a field.
QString changes(const Edit& edit)
{
    QStringList lines;
    for (const RowChange& change : edit.changes) {
        const QString row = QStringLiteral("%1 %2").arg(QString::fromUtf8(tableSpec(change.table).name.data()),
                                                        QString::fromStdString(change.key));
        if (change.op == Op::Erase)
            lines << row + QStringLiteral(" erased");
        if (change.op != Op::Erase)
            for (const FieldChange& field : change.fields)
                lines << QStringLiteral("%1 %2: %3 → %4")
                             .arg(row, QString::fromUtf8(fieldSpec(change.table, field.field).name.data()),
                                  QString::fromStdString(field.before), QString::fromStdString(field.after));
    }
    return lines.join(u'\n');
}

} // namespace

/// Which columns a CSV text may leave out, and what that does.
class TestCsvColumns : public QObject {
    Q_OBJECT

private slots:
    void aColumnThatIsNotThereLeavesItsFieldsAlone_data();
    void aColumnThatIsNotThereLeavesItsFieldsAlone();
    void aRowThatCannotBeMadeNamesWhatIsMissing_data();
    void aRowThatCannotBeMadeNamesWhatIsMissing();
    void theColumnsThatTellARowAreRequired_data();
    void theColumnsThatTellARowAreRequired();
    void aWrongNameOfAColumnIsToldWithTheRightOne_data();
    void aWrongNameOfAColumnIsToldWithTheRightOne();
    void foldersOfEarlierProgramsAreRead();
    void replacingLeavesAbsentColumnsAlone();
    void whatWasKnownThenStaysKnownThen();
    void aColumnComesInAsOneEditAndGoesAsOne();
};

void TestCsvColumns::aColumnThatIsNotThereLeavesItsFieldsAlone_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("does");
    const auto row = [](const char* name, const char* table, const char* csv, const char* does) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromUtf8(csv) << QString::fromUtf8(does);
    };
    row("one column", "deals", "key,capacity_mw\ndeal-1,7\n", "deals deal-1 capacity_mw: 10 → 7");
    row("the key behind it", "deals", "capacity_mw,key\n7,deal-1\n", "deals deal-1 capacity_mw: 10 → 7");
    row("an empty cell clears", "deals", "key,capacity_mw,starts\ndeal-1,10,\n", "deals deal-1 starts: 2026 → ");
    row("the key alone", "deals", "key\ndeal-1\n", "");
    row("a new row has the rest empty", "nodes", "key,tier\nc,chips\n", "nodes c key:  → c\nnodes c tier:  → chips");
    row("a citation", "citations", "source,table,row_key\ns,deals,deal-1\n", "");
    row("a citation's fields", "citations", "fields,source,table,row_key\n,s,deals,deal-1\n",
        "citations deals/deal-1/s fields: capacity_mw → ");
    row("a claim's note", "claims",
        "table,row_key,field,as_of,value,source,note_en\ndeals,deal-1,capacity_mw,2025-02,8,s,\n",
        "claims deals/deal-1/capacity_mw/2025-02/s/8 note_en: first → ");
    row("a claim no longer adopted", "claims",
        "table,row_key,field,as_of,value,source,adopted\ndeals,deal-1,capacity_mw,2025-02,8,s,0\n",
        "claims deals/deal-1/capacity_mw/2025-02/s/8 adopted: 1 → 0");
}

void TestCsvColumns::aColumnThatIsNotThereLeavesItsFieldsAlone()
{
    QFETCH(QString, table);
    QFETCH(QString, csv);
    QFETCH(QString, does);
    const CsvImport import = importCsv(cited(), {{table.toStdString(), csv.toStdString()}}, false);
    QCOMPARE(sentences(import.problems), QString());
    QCOMPARE(changes(import.edit), does);
}

void TestCsvColumns::aRowThatCannotBeMadeNamesWhatIsMissing_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* table, const char* csv, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromUtf8(csv) << QString::fromUtf8(says);
    };
    row("a deal without parties", "deals", "key,capacity_mw,basis\ndeal-1,7,assumed\nx,5,assumed\n",
        "deals.csv, line 3: “x” is not in the chain, and a new row must have columns that the file does not have: supplier, "
        "customer, kind, status; correct the name of the row, or add the columns\n");
    row("a claim that nobody adopts or not", "claims",
        "table,row_key,field,as_of,value,source\ndeals,deal-2,capacity_mw,2025,7,s\n",
        "claims.csv, line 2: “deals/deal-2/capacity_mw/2025/s/7” is not in the chain, and a new row must have columns "
        "that the file does not have: adopted; correct the name of the row, or add the columns\n");
    row("a required field is not cleared", "deals", "capacity_mw,status,key\n7,,deal-1\n",
        "deals.csv, line 2: status is missing; it must be given\n");
    row("a short row clears nothing", "deals", "key,capacity_mw,starts\ndeal-1,7\n",
        "deals.csv, line 2: the row has 2 fields where the header has 3; write “,” for each one that is empty\n");
    row("a row too long", "deals", "key,note_en\ndeal-1,big, and new\n",
        "deals.csv, line 2: the row has 3 fields where the header has 2; put texts with “,” in them in quotation marks\n");
    row("a short row between semicolons", "deals", "key;capacity_mw;starts\ndeal-1;7\n",
        "deals.csv, line 2: the row has 2 fields where the header has 3; write “;” for each one that is empty\n");
    row("something in a column without a name", "deals", "key,note_en,,\ndeal-1,A,,B\n",
        "deals.csv, line 2: “B” stands in column 4, which has no name; give it the name of a column, or remove it\n");
    row("another currency", "deals", "key,value_usd\ndeal-1,€5 billion\n",
        "deals.csv, line 2: “€5 billion” is no number of US dollars; write them in plain digits, such as 4500 or "
        "0.5\n");
}

void TestCsvColumns::aRowThatCannotBeMadeNamesWhatIsMissing()
{
    QFETCH(QString, table);
    QFETCH(QString, csv);
    QFETCH(QString, says);
    QCOMPARE(sentences(importCsv(cited(), {{table.toStdString(), csv.toStdString()}}, false).problems), says);
}

void TestCsvColumns::theColumnsThatTellARowAreRequired_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char* table, const char* header, const char* missing) {
        QTest::newRow(table) << QString::fromLatin1(table) << QString::fromLatin1(header)
                             << QString::fromLatin1(missing);
    };
    row("deals", "supplier,capacity_mw", "key");
    row("citations", "table,fields", "row_key, source");
    row("claims", "table,row_key,field,value,adopted", "as_of, source");
    row("overrides", "table,row_key,field,value", "scenario");
}

void TestCsvColumns::theColumnsThatTellARowAreRequired()
{
    QFETCH(QString, table);
    QFETCH(QString, header);
    QFETCH(QString, missing);
    const std::string text = header.toStdString() + "\na,b\n";
    QCOMPARE(sentences(importCsv(cited(), {{table.toStdString(), text}}, false).problems),
             QStringLiteral("%1.csv, line 1: columns are missing: %2; a row is known by them, so add them\n")
                 .arg(table, missing));
}

void TestCsvColumns::aWrongNameOfAColumnIsToldWithTheRightOne_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* header, const char* says) {
        QTest::newRow(name) << QString::fromUtf8(header) << QString::fromUtf8(says);
    };
    row("a blank within it", "key,capacity mw", "write “capacity_mw”");
    row("a no-break space within it", "key,capacity\u00A0mw", "write “capacity_mw”");
    row("a sign that one does not see", "key,starts\u200B", "there is no column “starts\u200B”; write “starts”");
    row("a second byte order mark", "\uFEFF\uFEFF\uFEFFkey,starts", "write “key”");
    row("a letter too few", "key,capcity_mw", "there is no column “capcity_mw”; if “capacity_mw” is meant");
    row("another letter too few", "key,anounced", "if “announced” is meant");
    row("none at all", "key,colour", "There are key, supplier, customer, kind, ");
    row("a column twice", "key,starts,starts", "the column “starts” is there twice");
    row("a column twice but for its case", "key,starts,Starts ", "the column “starts” is there twice");
    row("a line for spreadsheets with another sign", "sep=|", "the line “sep=” names no separator that is read");
}

void TestCsvColumns::aWrongNameOfAColumnIsToldWithTheRightOne()
{
    QFETCH(QString, header);
    QFETCH(QString, says);
    const QString problems =
        sentences(importCsv(cited(), {{"deals", header.toStdString() + "\ndeal-1,2\n"}}, false).problems);
    QVERIFY2(problems.contains(says), qPrintable(problems));
    QCOMPARE(problems.count(u'\n'), 1);
    QVERIFY(problems.startsWith(QStringLiteral("deals.csv, line 1: ")));
}

/// A text without some of its columns, which must be plain: nothing in it is quoted.
std::string withoutColumns(const std::string& text, const QStringList& gone)
{
    QStringList lines = QString::fromStdString(text).split(u'\n');
    const QStringList header = lines.front().split(u',');
    for (QString& line : lines) {
        QStringList cells = line.split(u',');
        for (qsizetype i = header.size(); i-- > 0 && cells.size() == header.size();)
            if (gone.contains(header[i]))
                cells.removeAt(i);
        line = cells.join(u',');
    }
    return lines.join(u'\n').toStdString();
}

/// The last release knew no commitments, boundaries, kinds of sources, locators and who said it.
void TestCsvColumns::foldersOfEarlierProgramsAreRead()
{
    const std::vector<CsvText> texts = exportCsv(cited());
    std::vector<CsvText> early;
    for (const CsvText& text : texts) {
        QStringList gone{QStringLiteral("commitment"), QStringLiteral("boundary"), QStringLiteral("locator"),
                         QStringLiteral("said_by")};
        if (text.name == "sources")
            gone << QStringLiteral("kind");
        early.push_back({text.name, withoutColumns(text.text, gone)});
    }
    QVERIFY(early[4].text.find("boundary") == std::string::npos);
    const CsvImport import = importCsv(Chain(), early, false);
    QCOMPARE(sentences(import.problems), QString());
    const Chain again = chainFrom(early);
    const std::vector<CsvText> out = exportCsv(again);
    QCOMPARE(out.size(), texts.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        QCOMPARE(out[i].text, texts[i].text);
}

void TestCsvColumns::replacingLeavesAbsentColumnsAlone()
{
    const CsvImport import = importCsv(cited(), {{"deals", "key,capacity_mw\ndeal-2,7\n"}}, true);
    QCOMPARE(sentences(import.problems), QString());
    QCOMPARE(changes(import.edit), QStringLiteral("deals deal-2 capacity_mw: 10 → 7\ndeals deal-1 erased"));
}

void TestCsvColumns::whatWasKnownThenStaysKnownThen()
{
    // A field that is set or cleared keeps its history, as with any edit: claims are rows of their own.
    for (const char* csv : {"key,capacity_mw\ndeal-1,16\n", "key,capacity_mw\ndeal-1,\n"}) {
        Chain imported = cited();
        CsvImport import = importCsv(imported, {{"deals", csv}}, false);
        QVERIFY(imported.apply(import.edit).empty());
        Chain edited = cited();
        const std::string value = std::string(csv).substr(std::string(csv).rfind(',') + 1);
        Edit edit = setField(edited, Table::Deals, "deal-1", "capacity_mw", value.substr(0, value.size() - 1));
        QVERIFY(edited.apply(edit).empty());
        QCOMPARE(allText(imported), allText(edited));
        QCOMPARE(imported.size(Table::Claims), std::size_t{2});
        Rollups then;
        Lens lens;
        lens.knownAsOf = dayNumber(2025, 3, 1);
        QVERIFY(then.compute(imported, lens, {}));
        const Group group = Group::of(imported.find<NodeId>("b"));
        QCOMPARE(then.figure(group, Measure::CapacityIn, LayerNumber{0}, kTotal).value, 8000 + 10'000);
    }
}

void TestCsvColumns::aColumnComesInAsOneEditAndGoesAsOne()
{
    QTemporaryDir folder;
    const auto file = path(folder.filePath(QStringLiteral("chain.ochain")));
    makeFile(file, cited());
    const auto store = opened(file);
    Chain chain = loaded(*store).chain;
    const std::string before = allText(chain);
    const CsvImport import =
        importCsv(chain, {{"deals", "key,capacity_mw\ndeal-1,\ndeal-2,7\n"}, {"nodes", "key,tier\nc,chips\n"}}, false);
    commit(*store, chain, import.edit, 0);
    QVERIFY(allText(loaded(*store).chain) != before);
    commit(*store, chain, *store->nextUndo(), 1);
    QCOMPARE(allText(chain), before);
    QCOMPARE(allText(loaded(*store).chain), before);
}

QTEST_APPLESS_MAIN(TestCsvColumns)
#include "tst_csv_columns.moc"
