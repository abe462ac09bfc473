// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// Nodes, each with a note of three lines: no record begins where a line number is round.
std::string nodes(int count, const std::string& lineEnd)
{
    std::string text = "key,tier,note_en" + lineEnd;
    for (int i = 0; i < count; ++i)
        text.append("n-")
            .append(std::to_string(i))
            .append(",chips,\"1")
            .append(lineEnd)
            .append("2")
            .append(lineEnd)
            .append("3\"")
            .append(lineEnd);
    return text;
}

std::string sources(int count)
{
    std::string text = "key,publisher,title\n";
    for (int i = 0; i < count; ++i)
        text += "s-" + std::to_string(i) + ",P,T\n";
    return text;
}

} // namespace

/// How far an import is, while it reads.
class TestCsvProgress : public QObject {
    Q_OBJECT

private slots:
    void theShareRisesOverAllTables_data();
    void theShareRisesOverAllTables();
    void noStepComesAfterOneThatCancelled();
};

void TestCsvProgress::theShareRisesOverAllTables_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("line feeds") << QByteArray("\n");
    QTest::newRow("both") << QByteArray("\r\n");
    QTest::newRow("carriage returns") << QByteArray("\r");
}

void TestCsvProgress::theShareRisesOverAllTables()
{
    QFETCH(QByteArray, lineEnd);
    const std::vector<CsvText> texts{{"tiers", "key,ordinal,layer\nchips,1,1\n"},
                                     {"nodes", nodes(10'000, lineEnd.toStdString())},
                                     {"sources", sources(20'000)}};
    std::vector<double> shares;
    const CsvImport import = importCsv(Chain(), texts, false, [&](double share) {
        shares.push_back(share);
        return true;
    });
    QCOMPARE(import.problems.size(), std::size_t{0});
    QVERIFY(shares.size() >= 20); // it is asked often enough, however many lines a record has
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() > 0 && shares.front() < 0.2);
    QVERIFY(shares.back() > 0.8 && shares.back() <= 1);
}

void TestCsvProgress::noStepComesAfterOneThatCancelled()
{
    const std::vector<CsvText> texts{
        {"sources", sources(10'000)}, {"tiers", "key,ordinal,layer\nchips,1,1\n"}, {"nodes", nodes(10'000, "\n")}};
    int steps = 0;
    const CsvImport import = importCsv(Chain(), texts, false, [&](double) {
        ++steps;
        return false;
    });
    QVERIFY(import.isCancelled);
    QCOMPARE(steps, 1);
}

QTEST_APPLESS_MAIN(TestCsvProgress)
#include "tst_csv_progress.moc"
