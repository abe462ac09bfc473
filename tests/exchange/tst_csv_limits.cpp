// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_reader.h"
#include "exchange/csv_testing.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include <sys/stat.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// The first problem of an import of one text into an empty chain.
std::string problemOf(const std::string& text)
{
    const CsvImport import = importCsv(Chain(), {{"sources", text}}, false);
    return import.problems.empty() ? std::string() : import.problems.front().sentence.text();
}

std::string withTitle(const std::string& title)
{
    return "key,publisher,title\ns,P," + title + "\nt,P,T\n";
}

} // namespace

/// CSV that is larger than anybody means it, and texts that a spreadsheet would run.
class TestCsvLimits : public QObject {
    Q_OBJECT

private slots:
    void whatIsTooLongIsToldWithFileAndLine_data();
    void whatIsTooLongIsToldWithFileAndLine();
    void whatIsAsLongAsMayBeIsRead();
    void aQuotationMarkNeverClosedIsFoundBeforeTheEnd();
    void aMessageQuotesNoMoreThanItsReaderCanTake();
    void readingEndsWhenNobodyWantsMore();
    void filesThatAreTooLargeAreNotRead();
    void whatIsNoPlainFileIsNotRead();
    void whatASpreadsheetWouldRunIsGuardedAndComesBack();
};

void TestCsvLimits::whatIsTooLongIsToldWithFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const std::string& text, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(says);
    };
    const std::string field(kMaxCsvField + 1, 'x');
    const std::string line(kMaxCsvRecord + 1, 'x');
    row("field", withTitle(field), "sources.csv, line 2: a field has 1000001 bytes; 1000000 are the most");
    row("field in quotation marks", withTitle("\"" + field + "\""),
        "sources.csv, line 2: a field has 1000001 bytes; 1000000 are the most");
    row("line", withTitle(line), "sources.csv, line 2: the record that begins here has more than 4000000 bytes");
    row("line without an end", "key,publisher,title\n" + line, "sources.csv, line 2: the record that begins here");
    row("header", line, "sources.csv, line 1: the record that begins here has more than 4000000 bytes");
    row("line of many fields", withTitle(std::string(kMaxCsvRecord, ',')), "sources.csv, line 2: the record that");
    row("header of many cells", "key" + std::string(100'000, ',') + "\n",
        "sources.csv, line 1: the header has 100001 cells");
}

void TestCsvLimits::whatIsTooLongIsToldWithFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const std::string problem = problemOf(text.toStdString());
    QVERIFY2(problem.starts_with(says.toStdString()), problem.substr(0, 500).c_str());
}

void TestCsvLimits::whatIsAsLongAsMayBeIsRead()
{
    // The table takes less than the reader, and says so of the row; the next one is read as well.
    const CsvImport import = importCsv(Chain(), {{"sources", withTitle(std::string(kMaxCsvField, 'x'))}}, false);
    QCOMPARE(import.problems.size(), std::size_t{1});
    const std::string problem = import.problems.front().sentence.text();
    QVERIFY2(problem.find("the text has 1000000 bytes; shorten it to 100000") != std::string::npos, problem.c_str());
    const std::string most(100'000, 'x');
    QCOMPARE(fieldOf(chainFrom({{"sources", withTitle(most)}}), Table::Sources, "s", "title"), most);
}

void TestCsvLimits::aQuotationMarkNeverClosedIsFoundBeforeTheEnd()
{
    std::string text = "key,publisher,title\ns,P,\"T\n";
    for (int i = 0; i < 1'000'000; ++i)
        text += "t,P,T\n";
    const std::string problem = problemOf(text);
    QVERIFY2(problem.starts_with("sources.csv, line 2: the record that begins here has more than"), problem.c_str());
}

void TestCsvLimits::aMessageQuotesNoMoreThanItsReaderCanTake()
{
    const CsvImport import = importCsv(
        Chain(),
        {{"tiers", "key,ordinal,layer\n" + std::string(90'000, 'K') + "," + std::string(90'000, 'x') + ",1\n"}}, false);
    QVERIFY(!import.problems.empty());
    for (const Problem& problem : import.problems) {
        QVERIFY(problem.sentence.text().size() < 1000);
        QVERIFY(problem.row.size() < 1000);
    }
}

void TestCsvLimits::readingEndsWhenNobodyWantsMore()
{
    int records = 0;
    const std::string text = "a\nb\nc\n\"never closed";
    QVERIFY(!readCsv(text, [&](CsvRecord&) { return ++records < 2; }));
    QCOMPARE(records, 2);
}

void TestCsvLimits::filesThatAreTooLargeAreNotRead()
{
    QTemporaryDir folder;
    const auto file = path(folder.filePath(QStringLiteral("sources.csv")));
    std::ofstream(file) << "key\n";
    std::filesystem::resize_file(file, kMaxCsvBytes + 1); // a hole, which takes no room
    const auto refusal = [&] { return messageOf(readCsvFolder(path(folder.path()))); };
    QVERIFY2(refusal().find("sources.csv” has more than 1000000000 bytes") != std::string::npos, refusal().c_str());
    std::filesystem::resize_file(file, kMaxCsvBytes - 1);
    std::ofstream(path(folder.filePath(QStringLiteral("nodes.csv")))) << "key,tier\n";
    QVERIFY2(refusal().find("sources.csv” the files have more than 1000000000 bytes") != std::string::npos,
             refusal().c_str());
}

void TestCsvLimits::whatIsNoPlainFileIsNotRead()
{
    QTemporaryDir folder;
    const auto file = path(folder.filePath(QStringLiteral("sources.csv")));
    QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
    const Result<std::vector<CsvText>> texts = readCsvFolder(path(folder.path()));
    QVERIFY(!texts);
    QVERIFY2(messageOf(texts).find("is not a plain file") != std::string::npos, messageOf(texts).c_str());
    std::filesystem::remove(file);
    std::filesystem::create_symlink("/dev/zero", file);
    QVERIFY(!readCsvFolder(path(folder.path())));
    QVERIFY(!writeCsvFolder(path(folder.path()), exportCsv(shippedChain())));
}

void TestCsvLimits::whatASpreadsheetWouldRunIsGuardedAndComesBack()
{
    const std::vector<CsvText> texts{
        {"tiers", "key,ordinal,layer,name_en\nchips,1,1,'=cmd|calc\n"},
        {"nodes", "key,tier,name_en,lat,lon,note_en\n"
                  "a,chips,'+1,1.5,-97.74,\"'\n=1\"\nb,chips,''=1,,,'t Hooft\nc,chips,'@x,,,\"'-2,3\"\n"}};
    const Chain chain = chainFrom(texts);
    QCOMPARE(fieldOf(chain, Table::Tiers, "chips", "name_en"), std::string("=cmd|calc"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "a", "name_en"), std::string("+1"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "a", "lon"), std::string("-97.74"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "a", "note_en"), std::string("\n=1"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "b", "name_en"), std::string("'=1"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "b", "note_en"), std::string("'t Hooft"));
    QCOMPARE(fieldOf(chain, Table::Nodes, "c", "note_en"), std::string("-2,3"));
    const std::vector<CsvText> out = exportCsv(chain);
    QVERIFY(out[0].text.find(",'=cmd|calc,") != std::string::npos);
    QVERIFY(out[1].text.find(",-97.74,") != std::string::npos);
    const Chain again = chainFrom(out);
    QCOMPARE(allText(again), allText(chain));
}

QTEST_APPLESS_MAIN(TestCsvLimits)
#include "tst_csv_limits.moc"
