// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_reader.h"
#include "exchange/csv_testing.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// The text of tiers.csv with these rows.
std::string tiers(const std::string& rows)
{
    return "key,parent,ordinal,layer,name_en,name_zh\n" + rows;
}

/// The problems of an import of one text into an empty chain, one to a line.
QString problemsOf(const std::string& name, const std::string& text)
{
    QString all;
    for (const Problem& problem : importCsv(Chain(), {{name, text}}, false).problems)
        all += QString::fromStdString(problem.sentence.text()) + u'\n';
    return all;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void recordsAreSplitByTheRfc_data();
    void recordsAreSplitByTheRfc();
    void theShippedDatasetComesOutByteForByte();
    void aHeaderMustNameEachColumnOnce_data();
    void aHeaderMustNameEachColumnOnce();
    void columnsMayStandInAnyOrder();
    void eachProblemNamesFileAndLine_data();
    void eachProblemNamesFileAndLine();
    void importingAgainChangesNothing();
    void importingUpdatesRowsByKeyAndAddsNewOnes();
    void replacingErasesWhatTheTextsDoNotHave();
    void citationsAreKnownByWhatTheySay();
    void unknownFilesAreRefused();
    void aFolderIsReadAndWrittenWhole();
    void aMissingFolderHasItsOwnMessage();
    void aTableWithoutScenariosLeavesThemOut();
};

void TestCsv::recordsAreSplitByTheRfc_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("records");
    const auto row = [](const char* name, const char* text, const QStringList& records) {
        QTest::newRow(name) << QByteArray(text) << records;
    };
    row("plain", "a,b\nc,d\n", {QStringLiteral("1: a|b"), QStringLiteral("2: c|d")});
    row("no newline at the end", "a,b", {QStringLiteral("1: a|b")});
    row("carriage returns", "a,b\r\nc,d\r\n", {QStringLiteral("1: a|b"), QStringLiteral("2: c|d")});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        {QStringLiteral("1: a|b")});
    row("quoted comma, quote and line end", "\"a,\"\"b\nc\",d\ne,f\n",
        {QStringLiteral("1: a,\"b\nc|d"), QStringLiteral("3: e|f")});
    row("blank lines", "a,b\n\n\nc,d\n", {QStringLiteral("1: a|b"), QStringLiteral("4: c|d")});
    row("blanks belong to the field", " a , b\n", {QStringLiteral("1:  a | b")});
    row("empty fields", ",,\n", {QStringLiteral("1: ||")});
    row("quote inside a field", "a,b\nc\"d,e\n", {QStringLiteral("1: a|b"), QStringLiteral("fault in line 2")});
    row("text behind a closing quote", "a,b\n\"c\"d,e\n",
        {QStringLiteral("1: a|b"), QStringLiteral("fault in line 2")});
    row("quote never closed", "a,b\n\"c,d\n,e\n", {QStringLiteral("1: a|b"), QStringLiteral("fault in line 2")});
    row("not UTF-8", "a,b\nc,\xE4\n", {QStringLiteral("fault in line 2")});
}

void TestCsv::recordsAreSplitByTheRfc()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, records);
    QCOMPARE(split(text.toStdString()), records);
}

void TestCsv::theShippedDatasetComesOutByteForByte()
{
    const std::vector<CsvText> out = exportCsv(shippedChain());
    QCOMPARE(out.size(), dataset().size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        QCOMPARE(out[i].name, dataset()[i].name);
        QVERIFY2(out[i].text == dataset()[i].text, out[i].name.c_str());
    }
    QVERIFY(shippedChain().size(Table::Deals) > 150);
}

void TestCsv::aHeaderMustNameEachColumnOnce_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("message");
    QTest::newRow("the key is missing") << QStringLiteral("parent,ordinal,layer,name_en")
                                        << QStringLiteral("tiers.csv, line 1: columns are missing: key;");
    QTest::newRow("unknown") << QStringLiteral("key,parent,ordinal,layer,name_en,name_zh,colour")
                             << QStringLiteral("tiers.csv, line 1: there is no column “colour”");
    QTest::newRow("twice") << QStringLiteral("key,parent,ordinal,layer,name_en,name_zh,key")
                           << QStringLiteral("tiers.csv, line 1: the column “key” is there twice");
    QTest::newRow("twice but for its case") << QStringLiteral("key,parent,ordinal,layer,name_en,name_zh,Key")
                                            << QStringLiteral("tiers.csv, line 1: the column “key” is there twice");
    QTest::newRow("none at all") << QString() << QStringLiteral("tiers.csv, line 1: the header row is missing");
}

void TestCsv::aHeaderMustNameEachColumnOnce()
{
    QFETCH(QString, header);
    QFETCH(QString, message);
    const QString problems = problemsOf("tiers", (header.isEmpty() ? header : header + u'\n').toStdString());
    QVERIFY2(problems.contains(message), qPrintable(problems));
}

void TestCsv::columnsMayStandInAnyOrder()
{
    const Chain chain = chainFrom({{"tiers", "name_en,layer,key,name_zh,ordinal,parent\nChips,1,chips,芯片,3,\n"}});
    QCOMPARE(fieldOf(chain, Table::Tiers, "chips", "name_en"), std::string("Chips"));
    QCOMPARE(fieldOf(chain, Table::Tiers, "chips", "ordinal"), std::string("3"));
}

void TestCsv::eachProblemNamesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* rows, const QString& message) {
        QTest::newRow(name) << QByteArray(rows) << message;
    };
    row("too few fields", "a,,1,0,A,\nb,,1,0\n",
        QStringLiteral("tiers.csv, line 3: the row has 4 fields where the header has 6"));
    row("no number", "a,,x,0,A,\n", QStringLiteral("tiers.csv, line 2: "));
    row("no flag", "a,,1,yes,A,\n", QStringLiteral("tiers.csv, line 2: "));
    row("malformed key", "\n\nA b,,1,0,A,\n", QStringLiteral("tiers.csv, line 4: "));
    row("key twice", "a,,1,0,A,\na,,2,0,B,\n", QStringLiteral("tiers.csv, line 3: “a” is there twice"));
    row("ordinal missing", "a,,,0,,\n", QStringLiteral("tiers.csv, line 2: ordinal is missing"));
    row("broken quoting", "a,,1,0,A,\nb,,1,0,\"B\"x,\n", QStringLiteral("tiers.csv, line 3: a quotation mark"));
}

void TestCsv::eachProblemNamesFileAndLine()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, message);
    const QString problems = problemsOf("tiers", tiers(rows.toStdString()));
    QVERIFY2(problems.contains(message), qPrintable(problems));
}

void TestCsv::importingAgainChangesNothing()
{
    for (const bool replace : {false, true}) {
        const CsvImport again = importCsv(shippedChain(), dataset(), replace);
        QVERIFY(again.problems.empty());
        QVERIFY(again.edit.changes.empty());
    }
}

void TestCsv::importingUpdatesRowsByKeyAndAddsNewOnes()
{
    Chain chain = chainFrom({{"tiers", tiers("a,,1,0,A,\nb,a,2,1,B,\n")}});
    CsvImport import = importCsv(chain, {{"tiers", tiers("b,,2,1,Bee,\nc,b,3,0,C,\n")}}, false);
    QVERIFY(import.problems.empty());
    QCOMPARE(import.edit.changes.size(), std::size_t{2});
    QVERIFY(chain.apply(import.edit).empty());
    QCOMPARE(exportCsv(chain).front().text, tiers("a,,1,0,A,\nb,,2,1,Bee,\nc,b,3,0,C,\n"));
}

void TestCsv::replacingErasesWhatTheTextsDoNotHave()
{
    Chain chain = shippedChain();
    std::vector<CsvText> texts = exportCsv(smallChain());
    CsvImport import = importCsv(chain, texts, true);
    QVERIFY(import.problems.empty());
    const Problems problems = chain.apply(import.edit);
    QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().text().c_str());
    QCOMPARE(chain.size(Table::Deals), std::size_t{3});
    QCOMPARE(chain.size(Table::Nodes), std::size_t{2});
    QCOMPARE(chain.size(Table::Citations), std::size_t{0});
    QCOMPARE(fieldOf(chain, Table::Tiers, "chips", "name_en"), std::string("Chips"));
}

void TestCsv::citationsAreKnownByWhatTheySay()
{
    Chain chain = shippedChain();
    const std::size_t before = chain.size(Table::Citations);
    CsvImport import = importCsv(
        chain,
        {{"citations",
          "table,row_key,source,fields\nnodes,openai-foundation,openai-structure,name_en\nnodes,openai-foundation,cna-oracle-45gw,\n"}},
        false);
    QVERIFY(import.problems.empty());
    QCOMPARE(import.edit.changes.size(), std::size_t{2});
    QCOMPARE(import.edit.changes.front().op, Op::Update);
    QVERIFY(chain.apply(import.edit).empty());
    QCOMPARE(chain.size(Table::Citations), before + 1);
    QCOMPARE(fieldOf(chain, Table::Citations, "nodes/openai-foundation/openai-structure", "fields"),
             std::string("name_en"));
}

void TestCsv::unknownFilesAreRefused()
{
    QVERIFY(problemsOf("contracts", "key\n").contains(QStringLiteral("there is no table “contracts”")));
}

void TestCsv::aFolderIsReadAndWrittenWhole()
{
    QTemporaryDir folder;
    const std::filesystem::path out = path(folder.filePath(QStringLiteral("a/b")));
    QVERIFY(writeCsvFolder(out, dataset()));
    QVERIFY(writeCsvFolder(out, dataset())); // over what is there
    const Result<std::vector<CsvText>> in = readCsvFolder(out);
    QVERIFY2(in, messageOf(in).c_str());
    QCOMPARE(in->size(), dataset().size());
    for (std::size_t i = 0; i < in->size(); ++i)
        QVERIFY((*in)[i].text == dataset()[i].text);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(out), {}),
             static_cast<std::ptrdiff_t>(dataset().size())); // nothing half-written stays
}

void TestCsv::aMissingFolderHasItsOwnMessage()
{
    QTemporaryDir folder;
    const Result<std::vector<CsvText>> missing = readCsvFolder(path(folder.filePath(QStringLiteral("none"))));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    const Result<std::vector<CsvText>> empty = readCsvFolder(path(folder.path()));
    QVERIFY(!empty);
    QVERIFY(empty.error().message().find("none of the files of a chain") != std::string::npos);
}

void TestCsv::aTableWithoutScenariosLeavesThemOut()
{
    for (const CsvText& text : exportCsv(shippedChain()))
        QVERIFY(text.name != "scenarios" && text.name != "overrides");
    std::vector<CsvText> texts = exportCsv(smallChain());
    texts.push_back({"scenarios", "key,name_en,name_zh,note_en\nlow,Low,,\n"});
    texts.push_back({"overrides", "scenario,table,row_key,field,value\nlow,deals,deal-1,capacity_mw,5\n"});
    const Chain chain = chainFrom(texts);
    QCOMPARE(exportCsv(chain).back().text, texts.back().text);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
