// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/cell_reader.h"
#include "exchange/import_outcome.h"
#include "exchange/table_import.h"
#include "store/store_testing.h"
#include "workbooks/xlsx_sheet.h"
#include "workbooks/xlsx_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

CsvImport imported(const std::string& bytes, const Chain& chain)
{
    const tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(bytes);
    if (found)
        return importTables(chain, found->tables, false, {}, cellReader(chain));
    CsvImport refused;
    refused.problems.push_back({Rule::Damaged, Table::Deals, {}, {}, found.error()});
    return refused;
}

QString outcome(const Book& book)
{
    return testing::outcome(imported(bytesOf(book), smallChain(2)));
}

/// One field of deal-1, its cell as XML.
Book oneCell(const std::string& field, const std::string& cell)
{
    Book book{rowOf({"key", field}) + "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>deal-1</v></c>" + cell + "</row>"};
    book.styles = {"0", "14", "164", "165", "166", "167", "9", "22", "17", "168", "169"};
    book.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                   "<numFmt numFmtId=\"165\" formatCode=\"[$-409]d mmm yy;@\"/>"
                   "<numFmt numFmtId=\"166\" formatCode=\"&quot;day &quot;0.00&quot; MW&quot;\"/>"
                   "<numFmt numFmtId=\"167\" formatCode=\"[Red]#,##0.00_d\"/>"
                   "<numFmt numFmtId=\"168\" formatCode=\"yyyy\"/>"
                   "<numFmt numFmtId=\"169\" formatCode=\"mmm yyyy\"/>";
    book.texts = "<si><t>2027</t></si><si><r><rPr><b/></rPr><t>up to </t></r><r><t>$7B</t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>no text</t></rPh></si>";
    return book;
}

} // namespace

/// Workbooks as spreadsheet programs write them: every kind of cell.
class TestXlsxIn final : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfCellIsRead_data();
    void everyKindOfCellIsRead();
    void aCellThatCannotBeReadIsNamed_data();
    void aCellThatCannotBeReadIsNamed();
    void daysOfOldMacintoshesAreCountedFrom1904();
    void sheetsAreFoundByTheirNames_data();
    void sheetsAreFoundByTheirNames();
    void otherSheetsAreToldAndWhatSaysWhereTheyComeFromIsNot();
    void namesMayHaveTheirNamespacesInFront();
    void whatWasReadOtherwiseIsListedWithItsCell();
    void emptyRowsAndColumnsAreSkippedAndAnAbsentCellClears();
};

void TestXlsxIn::everyKindOfCellIsRead_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, const char* field, const char* cell, const char* value) {
        QTest::newRow(name) << field << cell << value;
    };
    row("number", "capacity_mw", "<c r=\"B5\"><v>7.25</v></c>", "7.25");
    row("number as Excel stores it", "capacity_mw", "<c r=\"B5\"><v>0.10000000000000001</v></c>", "0.1");
    row("number with an exponent", "value_usd", "<c r=\"B5\"><v>3E+11</v></c>", "300000000000");
    row("number without a name of its cell", "capacity_mw", "<c><v>7</v></c>", "7");
    row("number that is like a date's format", "capacity_mw", "<c r=\"B5\" s=\"4\"><v>8</v></c>", "8");
    row("number in red", "capacity_mw", "<c r=\"B5\" s=\"5\"><v>9</v></c>", "9");
    row("shared text", "starts", "<c r=\"B5\" t=\"s\"><v>0</v></c>", "2027");
    row("text of several looks", "value_usd", "<c r=\"B5\" t=\"s\"><v>1</v></c>", "7000000000");
    row("inline text", "note_en", "<c r=\"B5\" t=\"inlineStr\"><is><t> a &amp; b</t></is></c>", " a & b");
    row("signs that are written out", "note_en",
        "<c r=\"B5\" t=\"inlineStr\"><is><t>a_x000A_b_x005F_x0041_ _xD800_ _x41_</t></is></c>",
        "a\nb_x0041_ _xD800_ _x41_");
    row("a line end of Windows", "note_en", "<c r=\"B5\" t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c>", "a\nb");
    row("a blank", "note_en", "<c r=\"B5\" t=\"inlineStr\"><is><t>x</t><t xml:space=\"preserve\"> </t></is></c>", "x ");
    row("result of a formula", "capacity_mw", "<c r=\"B5\"><f>3+4</f><v>7</v></c>", "7");
    row("text of a formula", "note_en", "<c r=\"B5\" t=\"str\"><f>A1</f><v>so</v></c>", "so");
    row("text that would be a formula", "note_en", "<c r=\"B5\" t=\"inlineStr\"><is><t>=1+1</t></is></c>", "=1+1");
    row("guarded text", "note_en", "<c r=\"B5\" t=\"inlineStr\"><is><t>'=1+1</t></is></c>", "=1+1");
    row("day in the system's form", "starts", "<c r=\"B5\" s=\"1\"><v>46225</v></c>", "2026-07-22");
    row("day in a form of its own", "starts", "<c r=\"B5\" s=\"2\"><v>46225</v></c>", "2026-07-22");
    row("day with a language", "starts", "<c r=\"B5\" s=\"3\"><v>46225</v></c>", "2026-07-22");
    row("day and midnight", "starts", "<c r=\"B5\" s=\"7\"><v>46225</v></c>", "2026-07-22");
    row("month", "starts", "<c r=\"B5\" s=\"8\"><v>46204</v></c>", "2026-07");
    row("month in words", "starts", "<c r=\"B5\" s=\"10\"><v>46204</v></c>", "2026-07");
    row("day that is shown as a month", "starts", "<c r=\"B5\" s=\"8\"><v>46225</v></c>", "2026-07-22");
    row("year", "starts", "<c r=\"B5\" s=\"9\"><v>46753</v></c>", "2028");
    row("year as a number", "starts", "<c r=\"B5\"><v>2027</v></c>", "2027");
    row("first of March 1900", "starts", "<c r=\"B5\" s=\"2\"><v>61</v></c>", "1900-03-01");
    row("last of February 1900", "starts", "<c r=\"B5\" s=\"2\"><v>59</v></c>", "1900-02-28");
    row("date that is written out", "starts", "<c r=\"B5\" t=\"d\"><v>2026-07-22T00:00:00Z</v></c>", "2026-07-22");
    row("percentage", "equity_pct", "<c r=\"B5\" s=\"6\"><v>7.0000000000000007E-2</v></c>", "7");
}

void TestXlsxIn::everyKindOfCellIsRead()
{
    QFETCH(QString, field);
    QFETCH(QString, cell);
    QFETCH(QString, value);
    const QString is = outcome(oneCell(field.toStdString(), cell.toStdString()));
    const QString expected = QStringLiteral("deal-1 %1 %2").arg(field, value);
    QVERIFY2(is.startsWith(expected), qPrintable(is));
    QVERIFY2(is == expected || QStringView(is).mid(expected.size()).startsWith(QLatin1String("; ")), qPrintable(is));
}

void TestXlsxIn::aCellThatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* field, const char* cell, const char* says) {
        QTest::newRow(name) << field << cell << says;
    };
    row("error", "capacity_mw", "<c r=\"B5\" t=\"e\"><v>#N/A</v></c>", "deals!B5: the cell has the error #N/A");
    row("formula that was never computed", "capacity_mw", "<c r=\"B5\"><f>A1</f></c>",
        "deals!B5: the formula in the cell");
    row("text where a number stands", "capacity_mw", "<c r=\"B5\" t=\"str\"><v>much</v></c>", "deals!B5: ");
    row("truth where a number stands", "capacity_mw", "<c r=\"B5\" t=\"b\"><v>1</v></c>", "deals!B5: ");
    row("number that is none", "capacity_mw", "<c r=\"B5\"><v>7,5</v></c>", "deals!B5: the cell is damaged");
    row("infinite number", "capacity_mw", "<c r=\"B5\"><v>inf</v></c>", "deals!B5: the cell is damaged");
    row("shared text that is not there", "note_en", "<c r=\"B5\" t=\"s\"><v>2</v></c>",
        "deals!B5: the cell is damaged");
    row("shared text below none", "note_en", "<c r=\"B5\" t=\"s\"><v>-1</v></c>", "deals!B5: the cell is damaged");
    row("day where money stands", "value_usd", "<c r=\"B5\" s=\"1\"><v>46225</v></c>", "deals!B5: ");
    row("share where megawatts stand", "capacity_mw", "<c r=\"B5\" s=\"6\"><v>0.5</v></c>", "deals!B5: ");
    row("day that there never was", "starts", "<c r=\"B5\" s=\"2\"><v>60</v></c>", "deals!B5: ");
    row("day and time", "starts", "<c r=\"B5\" s=\"7\"><v>46225.5</v></c>", "deals!B5: ");
    row("column without a name", "capacity_mw", "<c r=\"D5\"><v>7</v></c>", "deals!D5: “7” stands in column 4");
    row("column that no sheet has", "capacity_mw", "<c r=\"XFE5\"><v>7</v></c>", "deals, row 5: the row has more than");
}

void TestXlsxIn::aCellThatCannotBeReadIsNamed()
{
    QFETCH(QString, field);
    QFETCH(QString, cell);
    QFETCH(QString, says);
    const QString is = outcome(oneCell(field.toStdString(), cell.toStdString()));
    QVERIFY2(is.startsWith(says), qPrintable(is));
}

void TestXlsxIn::daysOfOldMacintoshesAreCountedFrom1904()
{
    Book book = oneCell("starts", "<c r=\"B5\" s=\"2\"><v>44763</v></c>");
    book.properties = "date1904=\"1\"";
    QCOMPARE(outcome(book), QStringLiteral("deal-1 starts 2026-07-22"));
}

void TestXlsxIn::sheetsAreFoundByTheirNames_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QString>("says");
    QTest::newRow("as the table") << "deals"
                                  << "deal-1 capacity_mw 7";
    QTest::newRow("in capitals with blanks") << " Deals "
                                             << "deal-1 capacity_mw 7";
    QTest::newRow("another") << "Sheet1"
                             << "none of its sheets is named as a table of a chain, such as deals or nodes; "
                                "name them so";
    QTest::newRow("two words") << "Deal kinds"
                               << "Deal kinds!B1: there is no column “capacity_mw”; ";
}

void TestXlsxIn::sheetsAreFoundByTheirNames()
{
    QFETCH(QString, sheet);
    QFETCH(QString, says);
    Book book = oneCell("capacity_mw", "<c r=\"B5\"><v>7</v></c>");
    book.sheet = sheet.toStdString();
    const QString is = outcome(book);
    if (sheet == QLatin1String("Deal kinds"))
        QVERIFY2(is.startsWith(QStringLiteral("Deal kinds, row 1: there is no column “capacity_mw”")), qPrintable(is));
    else
        QCOMPARE(is, says);
}

void TestXlsxIn::otherSheetsAreToldAndWhatSaysWhereTheyComeFromIsNot()
{
    Parts parts = partsOf(oneCell("capacity_mw", "<c r=\"B5\"><v>7</v></c>"));
    std::string& book = parts[1].second;
    book.replace(book.find("</sheets>"), 0,
                 "<sheet name=\"Ideas\" state=\"hidden\" r:id=\"s1\"/><sheet name=\"About\" r:id=\"s1\"/>");
    const tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(packed(parts));
    QVERIFY(found);
    QCOMPARE(found->tables.size(), std::size_t{1});
    QCOMPARE(found->notRead, std::vector<std::string>{"Ideas"});
    book.replace(book.find("Ideas"), 5, "DEALS");
    QCOMPARE(outcome(imported(packed(parts), smallChain(2))),
             QStringLiteral("two of its sheets are named as the table deals; rename one"));
}

void TestXlsxIn::namesMayHaveTheirNamespacesInFront()
{
    Parts parts = partsOf(oneCell("capacity_mw", ""));
    parts[5].second =
        "<?xml version=\"1.0\"?><!-- rows > --><x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\">"
        "<x:v>key</x:v></x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>capacity_mw</x:t></x:is></x:c></x:row>"
        "<x:row r=\"2\"><x:c r=\"A2\" t=\"str\"><x:v>deal-1</x:v></x:c><x:c r=\"B2\"><x:v>7</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>";
    QCOMPARE(outcome(imported(packed(parts), smallChain(2))), QStringLiteral("deal-1 capacity_mw 7"));
}

void TestXlsxIn::whatWasReadOtherwiseIsListedWithItsCell()
{
    const CsvImport import = imported(bytesOf(oneCell("value_usd", "<c r=\"B5\" t=\"s\"><v>1</v></c>")), smallChain(2));
    QVERIFY(!import.reads.empty());
    QCOMPARE(sentenceOn(import.reads.front()).text(),
             std::string("deals!B5: value_usd “up to $7B” was read as 7000000000"));
}

void TestXlsxIn::emptyRowsAndColumnsAreSkippedAndAnAbsentCellClears()
{
    const Book book{
        "<row/><row r=\"3\"><c r=\"A3\" t=\"str\"><v>key</v></c><c r=\"C3\" t=\"str\"><v>capacity_mw</v></c>"
        "<c r=\"E3\" s=\"1\"/></row><row r=\"7\"><c r=\"A7\" t=\"str\"><v>deal-1</v></c>"
        "<c r=\"XFD7\" s=\"1\"/></row><row r=\"9\" spans=\"1:3\"><c r=\"A9\"/></row>"};
    QCOMPARE(outcome(book), QStringLiteral("deal-1 capacity_mw "));
}

QTEST_APPLESS_MAIN(TestXlsxIn)
#include "tst_xlsx_in.moc"
