// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_import.h"
#include "exchange/csv_number.h"
#include "exchange/import_outcome.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// Two columns of the deals of a small chain, as a spreadsheet saves them.
CsvImport imported(const QByteArray& text)
{
    return importCsv(smallChain(2), {{"deals", text.toStdString()}}, false);
}

} // namespace

/// CSV as spreadsheets save it: their separators, marks, blanks, emptied rows and columns, and their numbers.
class TestCsvSpreadsheets final : public QObject {
    Q_OBJECT

private slots:
    void theFormIsFoundByTheHeader_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("commas", "key,capacity_mw\ndeal-1,7\n");
        row("semicolons", "key;capacity_mw\ndeal-1;7\n");
        row("tabs", "key\tcapacity_mw\ndeal-1\t7\n");
        row("quoted names", "\"key\";\"capacity_mw\"\r\n\"deal-1\";\"7\"\r\n");
        row("a line that names it", "sep=;\nkey;capacity_mw\ndeal-1;7\n");
        row("in capitals", "SEP=\t\nkey\tcapacity_mw\ndeal-1\t7\n");
        row("a line that names another", "sep=;\nkey,capacity_mw\ndeal-1,7\n");
        row("a mark before that line", "\xEF\xBB\xBFsep=,\nkey,capacity_mw\ndeal-1,7\n");
        row("carriage returns", "key,capacity_mw\rdeal-1,7\r");
        row("capitals", "Key,Capacity_MW\ndeal-1,7\n");
        row("blanks", "key , capacity_mw\ndeal-1,7\n");
        row("a no-break space", "key,capacity_mw\xC2\xA0 \ndeal-1,7\n");
        row("columns without a name", "key,,capacity_mw,,\ndeal-1,,7,,\n");
        row("cells behind the last column", "key,capacity_mw\ndeal-1,7,,\n");
        row("emptied rows", ",\nkey,capacity_mw\n,\ndeal-1,7\n,\n , \n");
    }
    void theFormIsFoundByTheHeader()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(outcome(imported(text)), QStringLiteral("deal-1 capacity_mw 7"));
        QVERIFY(imported(text).reads.empty());
    }

    void linesAreCountedWithThatWhichNamesTheSeparator()
    {
        QCOMPARE(outcome(imported("sep=;\nkey;capacity_mw\n;\ndeal-1;x\n")),
                 QStringLiteral("deals.csv, line 4: “x” is no number of megawatts; write them in plain digits, such as "
                                "4500 or 0.5"));
    }

    void aNumberThatCanBeReadInOneWayIsRead_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("hasDecimalComma");
        QTest::addColumn<QString>("ways");
        const auto row = [](const char* cell, bool hasDecimalComma, const char* ways) {
            QTest::addRow("%s%s", cell, hasDecimalComma ? ", decimal comma" : "")
                << QString::fromUtf8(cell) << hasDecimalComma << QString::fromUtf8(ways);
        };
        row("1500", false, "1500");
        row("1,500", false, "1500");
        row("1,500,000.25", false, "1500000.25");
        row("$1,500.00", false, "$1500.00");
        row("4,5", false, "");
        row("1.500,5", false, "");
        row("1,50,000", false, "");
        row("0,500", false, "");
        row("4.5", false, "4.5");
        row("1'500.5", false, "1500.5");
        row("1 500 MW", false, "1500 MW");
        row("1\u202F500", false, "1500");
        row("4,5", true, "4.5");
        row("0,500", true, "0.500");
        row("1,500", true, "1.500|1500");
        row("1.500", true, "1.500|1500");
        row("1.500.000", true, "1500000");
        row("1,500,000", true, "1500000");
        row("1.500,5", true, "1500.5");
        row("1,500.5", true, "1500.5");
        row("1\u00A0500,5", true, "1500.5");
        row("1,5E+11", true, "1.5E+11");
        row("12.5", true, "12.5");
        row("no digits", true, "no digits");
    }
    void aNumberThatCanBeReadInOneWayIsRead()
    {
        QFETCH(QString, cell);
        QFETCH(bool, hasDecimalComma);
        QStringList ways;
        for (const std::string& way : plainNumbers(cell.toStdString(), hasDecimalComma))
            ways << QString::fromStdString(way);
        QTEST(ways.join(u'|'), "ways");
    }

    void numbersAreReadAsTheirFileHasThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, const char* says) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(says);
        };
        row("thousands", "key,capacity_mw\ndeal-1,\"1,500\"\n", "deal-1 capacity_mw 1500");
        row("a decimal comma", "key;capacity_mw\ndeal-1;4,5\n", "deal-1 capacity_mw 4.5");
        row("thousands with a point", "key;value_usd\ndeal-1;1.500.000,50\n", "deal-1 value_usd 1500000.5");
        row("either", "key;capacity_mw\ndeal-1;1.500\n",
            "deals.csv, line 2: “1.500” may be read in two ways, as 1.5 or as 1500; write the one that is meant");
        row("one of them out of range", "key;equity_pct\ndeal-1;1,250\n", "");
        row("a decimal comma between commas", "key,capacity_mw\ndeal-1,\"4,5\"\n",
            "deals.csv, line 2: “4,5” has separators that make no number in this file; write decimals with a point (with "
            "a comma only where columns are separated by semicolons), and thousands without a separator");
    }
    void numbersAreReadAsTheirFileHasThem()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const CsvImport import = imported(text);
        if (says.isEmpty())
            QCOMPARE(outcome(import), QStringLiteral("deal-1 equity_pct 1.25"));
        else
            QCOMPARE(outcome(import), says);
        QCOMPARE(import.reads.size(), std::size_t(import.problems.empty() ? 1 : 0));
    }

    void whatWasReadOtherwiseIsListed()
    {
        const CsvImport import = imported("key,capacity_mw,value_usd\ndeal-1,\"1,500\",5\ndeal-2,7.0,\"2,000\"\n");
        QVERIFY(import.problems.empty());
        const std::vector<CsvRead> reads{{Table::Deals, 2, "deal-1", deal_field::CapacityMw, "1,500", "1500"},
                                         {Table::Deals, 3, "deal-2", deal_field::ValueUsd, "2,000", "2000"}};
        QVERIFY(import.reads == reads);
    }
};

QTEST_APPLESS_MAIN(TestCsvSpreadsheets)
#include "tst_csv_spreadsheets.moc"
