// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/table_import.h"
#include "store/store_testing.h"
#include "workbooks/import_source.h"
#include "workbooks/xlsx_export.h"
#include "workbooks/xlsx_package.h"
#include "workbooks/xlsx_workbook.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// A part of a workbook as it stands.
std::string partOf(const std::filesystem::path& file, const std::string& part)
{
    const tl::expected<XlsxPackage, Sentence> package = XlsxPackage::open(bytesOf(file).toStdString());
    return package ? package->whole(part).value_or(std::string()) : std::string();
}

/// A chain whose texts a spreadsheet would make something else of.
Chain hostileChain()
{
    return chainFrom(
        {{"tiers", "key,ordinal,layer,name_en\nchips,1,1,'=cmd|calc\n1e5,2,0,2027\n"},
         {"nodes", "key,tier,name_en,lat,lon,note_en\n"
                   "a,chips,'+1,1.5,-97.74,\"'\n=1\"\n007,chips,''=1,,,'t Hooft\n"
                   "b,chips,'@x,0.1,0.000001,\"'-2,3\"\nc,chips,_x0041_,,,\" lead \n\ttrail \"\n"
                   "d,chips,true,,,<b>&amp;</b> https://example.org \n"},
         {"deal_kinds", "key,class,profile,money\nhardware,trade,deploy,1\n"},
         {"statuses", "key,weight_bp\nsigned,8000\n"},
         {"deals", "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,basis\n"
                   "d1,a,b,hardware,signed,1900-02-28,1900-03-01,2199-12-31,0.001,9999999999999.99,reported\n"
                   "d2,a,b,hardware,signed,2026,2026-07,2027-07-31,123456.789,99999999999.01,reported\n"}});
}

} // namespace

/// A chain as a workbook, and back.
class TestXlsxOut final : public QObject {
    Q_OBJECT

private slots:
    void outAndInAgainNothingDiffers_data();
    void outAndInAgainNothingDiffers();
    void cellsHaveTheTypesOfTheirFields();
    void aSheetSaysWhereItComesFrom();
    void nothingInItIsRun();
    void whatNoCellHoldsIsRefusedAndTheOldFileStays();
    void aFileThatCannotBeWrittenIsTold();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file() const { return path(m_folder.filePath(QStringLiteral("chain.xlsx"))); }
};

void TestXlsxOut::outAndInAgainNothingDiffers_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::newRow("shipped") << QByteArray("shipped");
    QTest::newRow("of tests") << QByteArray("tests");
    QTest::newRow("hostile") << QByteArray("hostile");
}

void TestXlsxOut::outAndInAgainNothingDiffers()
{
    QFETCH(QByteArray, chain);
    const Chain before = chain == "shipped" ? shippedChain() : chain == "tests" ? chainFrom(dataset()) : hostileChain();
    const Result<std::size_t> written = exportXlsx(before, file(), {});
    QVERIFY2(written, messageOf(written).c_str());
    QCOMPARE(*written, exportedTables(before).size());
    const Result<ImportSource> source = readImportSource(file());
    QVERIFY2(source, messageOf(source).c_str());
    QVERIFY(source->notRead.empty());
    const CsvImport same = importTables(before, source->tables, true);
    QCOMPARE(sentencesOf(same.problems), std::string());
    QVERIFY(same.edit.changes.empty());
    QVERIFY(same.reads.empty());
    CsvImport anew = importTables(Chain(), source->tables, true);
    Chain after;
    QVERIFY(anew.problems.empty() && after.apply(anew.edit).empty());
    QCOMPARE(allText(after), allText(before));
}

void TestXlsxOut::cellsHaveTheTypesOfTheirFields()
{
    QVERIFY(exportXlsx(hostileChain(), file(), {}));
    const std::string deals = partOf(file(), "xl/worksheets/sheet5.xml");
    const auto has = [&deals](const char* text) { return deals.find(text) != std::string::npos; };
    QVERIFY2(has("><v>61</v></c>"), deals.c_str()); // 1900-03-01, the first day on which all agree
    QVERIFY(!has("><v>59</v></c>"));                // 1900-02-28 is a text
    QVERIFY(has("><v>46599</v></c>"));              // 2027-07-31
    QVERIFY(has("><v>123456.789</v></c>"));
    QVERIFY(has("><v>9999999999999.99</v></c>")); // of 15 digits, as many as spreadsheets keep
    QVERIFY(has("state=\"frozen\""));
    QVERIFY(has("<autoFilter ref=\"A1:R3\""));
    QVERIFY(has("<col min=\"1\""));
    QVERIFY(partOf(file(), "xl/styles.xml").find("formatCode=\"yyyy-mm-dd\"") != std::string::npos);
}

void TestXlsxOut::aSheetSaysWhereItComesFrom()
{
    WorkbookAbout about;
    about.lines = {{"Program", "O-chain"}, {"Lens", "=as known today"}};
    QVERIFY(exportXlsx(chainFrom(dataset()), file(), about));
    const auto book = XlsxWorkbook::open(bytesOf(file()).toStdString());
    QVERIFY(book);
    QCOMPARE((*book)->sheets.back().name, std::string("About"));
    QCOMPARE((*book)->sheets.front().name, std::string("tiers"));
    const std::string texts = partOf(file(), "xl/sharedStrings.xml");
    for (const char* said : {"Lens", "'=as known today", "Publisher", "Address", "https://"})
        QVERIFY2(texts.find(said) != std::string::npos, said);
}

void TestXlsxOut::nothingInItIsRun()
{
    QVERIFY(exportXlsx(hostileChain(), file(), {}));
    for (int sheet = 1; sheet <= 5; ++sheet) {
        const std::string xml = partOf(file(), "xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
        QVERIFY(!xml.empty());
        QVERIFY(xml.find("<f>") == std::string::npos);
        QVERIFY(xml.find("hyperlink") == std::string::npos);
    }
    const std::string texts = partOf(file(), "xl/sharedStrings.xml");
    QVERIFY(texts.find(">'=cmd|calc<") != std::string::npos);
}

void TestXlsxOut::whatNoCellHoldsIsRefusedAndTheOldFileStays()
{
    writeBytes(file(), "old");
    const Chain chain = chainFrom({{"sources", "key,publisher,title\ns,P," + std::string(32'768, 'x') + "\n"}});
    const Result<std::size_t> written = exportXlsx(chain, file(), {});
    QVERIFY(!written);
    QCOMPARE(messageOf(written),
             std::string("title of sources “s” is longer than the 32767 signs that a cell of a workbook "
                         "holds; export a folder of CSV files"));
    QCOMPARE(bytesOf(file()), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing is left beside
}

void TestXlsxOut::aFileThatCannotBeWrittenIsTold()
{
    const Result<std::size_t> written =
        exportXlsx(smallChain(1), path(m_folder.filePath(QStringLiteral("no such folder/a.xlsx"))), {});
    QVERIFY(!written);
    QVERIFY2(messageOf(written).find("no such folder") != std::string::npos, messageOf(written).c_str());
    const Result<std::size_t> onFolder = exportXlsx(smallChain(1), path(m_folder.path()), {});
    QVERIFY2(messageOf(onFolder).find("is a folder") != std::string::npos, messageOf(onFolder).c_str());
}

QTEST_APPLESS_MAIN(TestXlsxOut)
#include "tst_xlsx_out.moc"
