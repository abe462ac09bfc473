// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "store/store_testing.h"
#include "workbooks/import_source.h"
#include "workbooks/xlsx_sheet.h"
#include "workbooks/xlsx_testing.h"
#include "workbooks/xml_pieces.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// What is said first of a file; empty if it can be read.
std::string refusalOf(const std::string& bytes)
{
    const tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(bytes);
    if (!found)
        return found.error().text();
    const CsvImport import = importTables(smallChain(2), found->tables, false);
    return import.problems.empty() ? std::string() : import.problems.front().sentence.text();
}

std::string head()
{
    return rowOf({"key", "capacity_mw"});
}

Parts withPart(const Book& book, std::size_t part, const std::string& text)
{
    Parts parts = partsOf(book);
    parts[part].second = text;
    return parts;
}

constexpr std::size_t kBook = 1;
constexpr std::size_t kRelations = 2;
constexpr std::size_t kStyles = 3;
constexpr std::size_t kTexts = 4;
constexpr std::size_t kSheet = 5;

/// A number of megabytes that packs to next to nothing.
std::string blanks(std::size_t megabytes)
{
    return std::string(megabytes * 1'000'000, ' ');
}

} // namespace

/// Workbooks that nobody means well with, and files that are none.
class TestXlsxHostile final : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoWorkbookIsRefusedWithWhatToDo_data();
    void whatIsNoWorkbookIsRefusedWithWhatToDo();
    void everyPartMayBeDamaged_data();
    void everyPartMayBeDamaged();
    void aFileCutAnywhereIsRefused();
    void aByteChangedAnywhereIsReadOrRefused();
    void whatUnpacksToTooMuchIsRefused();
    void macrosAndOtherFilesAreNotLookedAt();
    void aMillionRowsAreRead();
    void moreRowsThanASheetHasAreRefused();
    void aSharedTextThatIsUsedTooOftenIsRefused();
    void piecesAreTheSameHoweverTheTextIsCut();
    void filesOfOtherProgramsAreRefusedByName();
};

void TestXlsxHostile::whatIsNoWorkbookIsRefusedWithWhatToDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const std::string& bytes, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(says);
    };
    const Book book{head()};
    row("nothing", "", "it is not a workbook in the form .xlsx; save it as .xlsx");
    row("a text", "key,capacity_mw\n", "it is not a workbook in the form .xlsx");
    row("an old or a protected workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more",
        "it is a workbook of the old form .xls, or one with a password; save it as .xlsx without a password");
    row("a package that is encrypted", packed(partsOf(book), "secret"), "it is protected by a password");
    row("an OpenDocument file", packed({{"mimetype", "application/x"}, {"content.xml", "<a/>"}}),
        "it is an OpenDocument file (.ods); save it as .xlsx");
    row("a binary workbook", packed({{"xl/workbook.bin", "x"}}), "it is a binary workbook (.xlsb); save it as .xlsx");
    row("another package", packed({{"word/document.xml", "<a/>"}}), "it is a package of another kind, no workbook");
    row("the beginning of a package", "PK\x03\x04 and no more", "the file is damaged or was not copied whole");
    std::string many = "PK";
    for (int i = 0; i < 20'001; ++i)
        many += "PK\x01\x02";
    row("more parts than are read", many, "it has more than 20000 parts");
}

void TestXlsxHostile::whatIsNoWorkbookIsRefusedWithWhatToDo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const std::string refusal = refusalOf(bytes.toStdString());
    QVERIFY2(refusal.starts_with(says.toStdString()), refusal.c_str());
}

void TestXlsxHostile::everyPartMayBeDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const Parts& parts, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(packed(parts)) << QByteArray(says);
    };
    const Book book{head(), "<si><t>x</t></si>"};
    const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    row("no XML for a book", withPart(book, kBook, "none"), "its part xl/workbook.xml is damaged");
    row("a book with entities", withPart(book, kBook, bomb + "<workbook/>"), "its part xl/workbook.xml is damaged");
    row("no sheets", withPart(book, kBook, "<workbook/>"), "none of its sheets is named as a table");
    row("sheets without parts", withPart(book, kRelations, "<a/>"), "none of its sheets is named as a table");
    row("no XML for styles", withPart(book, kStyles, "<styleSheet"), "its part xl/styles.xml is damaged");
    row("no XML for texts", withPart(book, kTexts, "<sst><si>"), "the file is damaged here");
    row("a text that is no XML", withPart(book, kTexts, "<sst><si><t></si></sst>"),
        "its part xl/sharedStrings.xml is damaged");
    row("texts with entities", withPart(book, kTexts, bomb + "<sst/>"), "the file declares a type of document");
    row("a sheet with entities", withPart(book, kSheet, bomb + "<worksheet/>"),
        "deals, row 1: the file declares a type");
    row("a deep sheet", withPart(book, kSheet, deep), "deals, row 1: the file is damaged here");
    row("a sheet that is closed twice", withPart(book, kSheet, "<worksheet></worksheet></worksheet>"),
        "deals, row 1: the file is damaged here");
    row("a sheet that is no XML", withPart(book, kSheet, "none"), "deals, row 1: the file is damaged here");
    row("a sheet in UTF-16", withPart(book, kSheet, "\xFF\xFE<"), "deals, row 1: the file is damaged here");
    row("a row that is no XML", withPart(book, kSheet, "<worksheet><sheetData><row><c></row></sheetData></worksheet>"),
        "deals, row 1: the file is damaged here");
    row("an empty sheet", withPart(book, kSheet, "<worksheet><sheetData/></worksheet>"),
        "deals, row 1: the header row is missing; begin the sheet");
    row("an endless row",
        withPart(book, kSheet, "<worksheet><sheetData><row>" + blanks(9) + "</row></sheetData></worksheet>"),
        "deals, row 1: a row or a text has more than 8000000 bytes");
    row("an endless tag", withPart(book, kSheet, "<worksheet " + blanks(2) + "/>"),
        "deals, row 1: the file is damaged here");
    Parts outside = partsOf(book);
    outside[kRelations].second = "<R><Relationship Id=\"s1\" Type=\"a/worksheet\" Target=\"../../etc/passwd\"/></R>";
    row("a part outside", outside, "deals, row 1: the file is damaged");
    outside[kRelations].second =
        "<R><Relationship Id=\"s1\" TargetMode=\"External\" Type=\"a/worksheet\" Target=\"file:///etc/passwd\"/></R>";
    row("another file", outside, "none of its sheets is named as a table");
}

void TestXlsxHostile::everyPartMayBeDamaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const std::string refusal = refusalOf(bytes.toStdString());
    QVERIFY2(refusal.starts_with(says.toStdString()), refusal.substr(0, 300).c_str());
}

void TestXlsxHostile::aFileCutAnywhereIsRefused()
{
    const std::string bytes = bytesOf(Book{head() + rowOf({"deal-1", "7"})});
    QCOMPARE(refusalOf(bytes), std::string());
    const auto step = static_cast<std::size_t>(tries(7, 1));
    for (std::size_t size = 0; size < bytes.size(); size += step)
        QVERIFY(!refusalOf(bytes.substr(0, size)).empty());
}

void TestXlsxHostile::aByteChangedAnywhereIsReadOrRefused()
{
    const std::string bytes = bytesOf(Book{head() + rowOf({"deal-1", "7"})});
    int refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        refused += refusalOf(changed).empty() ? 0 : 1;
    }
    QVERIFY(refused > static_cast<int>(bytes.size()) / 2); // else nothing is checked
}

void TestXlsxHostile::whatUnpacksToTooMuchIsRefused()
{
    const Parts parts =
        withPart(Book{head()}, kSheet, "<worksheet>" + blanks(kMaxXlsxPart / 1'000'000) + "</worksheet>");
    const std::string bytes = packed(parts);
    QVERIFY(bytes.size() < 2'000'000);
    const std::string refusal = refusalOf(bytes);
    QVERIFY2(refusal.find("unpacked it has more than 500000000 bytes") != std::string::npos, refusal.c_str());
}

void TestXlsxHostile::macrosAndOtherFilesAreNotLookedAt()
{
    Parts parts = partsOf(Book{head() + rowOf({"deal-1", "7"})});
    parts.push_back({"xl/vbaProject.bin", "a macro"});
    parts.push_back({"xl/externalLinks/externalLink1.xml", "<broken"});
    parts.push_back({"../../outside", "a name that leads out"});
    QCOMPARE(refusalOf(packed(parts)), std::string());
}

void TestXlsxHostile::aMillionRowsAreRead()
{
    const int rows = tries(100'000, 1'048'575);
    std::string xml = head();
    for (int i = 0; i < rows; ++i)
        xml += "<row><c t=\"str\"><v>deal-1</v></c><c><v>7</v></c></row>"; // the second is there twice, and so on
    const tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(bytesOf(Book{xml}));
    QVERIFY(found);
    int read = 0;
    const auto take = [&read](CsvRecord&) { return ++read > 0; };
    QVERIFY(!found->tables.front()->read(Table::Deals, take));
    QCOMPARE(read, rows + 1);
}

void TestXlsxHostile::moreRowsThanASheetHasAreRefused()
{
    const std::string refusal = refusalOf(bytesOf(Book{head() + "<row r=\"1048577\"/>"}));
    QVERIFY2(refusal.ends_with("a sheet has at most 1048576 rows"), refusal.c_str());
}

void TestXlsxHostile::aSharedTextThatIsUsedTooOftenIsRefused()
{
    Book book{head(), "<si><t>" + std::string(900'000, 'x') + "</t></si>"};
    for (int i = 0; i < 600; ++i)
        book.rows += "<row><c t=\"s\"><v>0</v></c></row>";
    const tl::expected<XlsxTables, Sentence> found = tablesOfXlsx(bytesOf(book));
    QVERIFY(found);
    const std::optional<CsvFault> fault = found->tables.front()->read(Table::Deals, [](CsvRecord&) { return true; });
    QVERIFY(fault);
    const std::string text = fault->sentence.text();
    QVERIFY2(text.find("more than 500000000 bytes of text") != std::string::npos, text.c_str());
}

void TestXlsxHostile::piecesAreTheSameHoweverTheTextIsCut()
{
    const std::string text = "<?xml v='>'?><!-- <row> --><a:s b=\"/>\"><d><row x='<' y='>'>1<row/></row ><!----><row/>"
                             "<![CDATA[<row>]]><e><row>no</row></e></d></a:s>\n";
    for (std::size_t size = 1; size <= text.size(); ++size) {
        std::string all;
        XmlPieces pieces("row", 3, [&all](std::string_view piece) {
            all.append(piece).append("|");
            return true;
        });
        for (std::size_t at = 0; at < text.size(); at += size)
            QVERIFY(!pieces.add(std::string_view(text).substr(at, size)));
        QVERIFY(!pieces.finish());
        QCOMPARE(all, std::string("<row x='<' y='>'>1<row/></row >|<row/>|"));
    }
}

void TestXlsxHostile::filesOfOtherProgramsAreRefusedByName()
{
    QTemporaryDir folder;
    for (const char* name : {"a.xls", "a.ods", "a.XLSB", "a.numbers"}) {
        const auto file = path(folder.filePath(QLatin1String(name)));
        std::ofstream(file) << "x";
        const Result<ImportSource> source = readImportSource(file);
        QVERIFY(!source);
        QVERIFY2(messageOf(source).find("are not read; save it as .xlsx") != std::string::npos,
                 messageOf(source).c_str());
    }
    const auto file = path(folder.filePath(QStringLiteral("huge.xlsx")));
    std::ofstream(file) << "PK";
    std::filesystem::resize_file(file, kMaxXlsxFile + 1); // a hole, which takes no room
    QVERIFY(!readImportSource(file));
}

QTEST_APPLESS_MAIN(TestXlsxHostile)
#include "tst_xlsx_hostile.moc"
