// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

/// The rows of a text in another order; the header stays.
std::string reordered(const std::string& csv, const std::function<void(std::vector<std::string>&)>& reorder)
{
    std::vector<std::string> rows;
    const std::size_t header = csv.find('\n') + 1;
    for (std::size_t at = header; at < csv.size();) {
        std::size_t end = at;
        for (bool isQuoted = false; end < csv.size() && (csv[end] != '\n' || isQuoted); ++end)
            isQuoted = isQuoted != (csv[end] == '"');
        rows.push_back(csv.substr(at, end + 1 - at));
        at = end + 1;
    }
    reorder(rows);
    std::string text = csv.substr(0, header);
    for (const std::string& row : rows)
        text += row;
    return text;
}

std::string& textOf(std::vector<CsvText>& texts, std::string_view name)
{
    return std::find_if(texts.begin(), texts.end(), [&](const CsvText& text) { return text.name == name; })->text;
}

std::string joined(const std::vector<CsvText>& texts)
{
    std::string all;
    for (const CsvText& text : texts)
        all += "== " + text.name + "\n" + text.text;
    return all;
}

/// The tiers as one reads them: what is alike follows the order of entry.
std::string tiersOf(const Chain& chain)
{
    std::string all;
    for (const TierId tier : chain.tierOrder())
        all.append(chain.key({Table::Tiers, tier.value})).append(" ");
    return all;
}

QByteArray sentences(const Problems& problems)
{
    QByteArray all;
    for (const Problem& problem : problems)
        all += QByteArray::fromStdString(problem.text()) + '\n';
    return all;
}

} // namespace

/// An import that makes a chain equal to a folder, the order of the rows included.
class TestReplace : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theFileThenSaysJustWhatTheFolderSays_data();
    void theFileThenSaysJustWhatTheFolderSays();
    void rowsInOrderStayWhereTheyAre();
    void whatBelongedToARowThatGoesMayBelongToAnother();
    void aTableWithoutAFileIsLeftAlone();
    void anEmptyFileWithItsHeaderClearsTheTable();
    void lineEndsOfOtherSystemsAreReadWithinFields();

private:
    fs::path file() const { return path(m_folder->path()) / "chain.ochain"; }
    /// Imports into the file as one edit, looks at file and memory, takes it back and does it again.
    void replaceAndUndo(const Chain& before, const std::vector<CsvText>& texts);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestReplace::replaceAndUndo(const Chain& before, const std::vector<CsvText>& texts)
{
    makeFile(file(), before);
    const auto store = opened(file());
    Chain chain = loaded(*store).chain;
    CsvImport import = importCsv(chain, texts, true);
    QVERIFY2(import.problems.empty(), sentences(import.problems).constData());
    const Problems problems = chain.validate(import.edit);
    QVERIFY2(problems.empty(), sentences(problems).constData());
    commit(*store, chain, import.edit, 0);
    const auto bothSay = [&](const std::string& expected) {
        QCOMPARE(joined(exportCsv(chain)), expected);
        const Loaded again = loaded(*store);
        QVERIFY2(again.problems.empty(), sentences(again.problems).constData());
        QCOMPARE(joined(exportCsv(again.chain)), expected);
        QCOMPARE(tiersOf(again.chain), tiersOf(chain));
        QCOMPARE(runSql(file(), "PRAGMA foreign_key_check"), std::string());
        QCOMPARE(runSql(file(), "PRAGMA integrity_check"), std::string("ok"));
    };
    bothSay(joined(texts));
    commit(*store, chain, *store->nextUndo(), 1);
    bothSay(joined(exportCsv(before)));
    commit(*store, chain, *store->nextRedo(), 2);
    bothSay(joined(texts));
    QVERIFY(importCsv(chain, texts, true).edit.changes.empty());
}

void TestReplace::theFileThenSaysJustWhatTheFolderSays_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<QString>("reorder");
    QTest::newRow("backwards") << 0 << QStringLiteral("reverse");
    QTest::newRow("the last first") << 0 << QStringLiteral("rotate");
    QTest::newRow("some gone") << 0 << QStringLiteral("erase");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("shuffled %d", seed) << seed << QStringLiteral("shuffle");
}

void TestReplace::theFileThenSaysJustWhatTheFolderSays()
{
    QFETCH(int, seed);
    QFETCH(QString, reorder);
    QRandomGenerator random(static_cast<quint32>(seed));
    std::vector<CsvText> texts = dataset();
    for (CsvText& text : texts)
        text.text = reordered(text.text, [&](std::vector<std::string>& rows) {
            if (reorder == QStringLiteral("reverse"))
                std::reverse(rows.begin(), rows.end());
            else if (reorder == QStringLiteral("rotate"))
                std::rotate(rows.begin(), rows.end() - 1, rows.end());
            else if (reorder == QStringLiteral("shuffle"))
                std::shuffle(rows.begin(), rows.end(), random);
            else if (text.name == "citations" || text.name == "claims") // nothing refers to them
                rows.erase(rows.begin() + 1);
        });
    if (seed > 0) { // from the shipped order, and from another
        std::vector<CsvText> others = dataset();
        for (CsvText& text : others)
            text.text = reordered(text.text, [&](auto& rows) { std::shuffle(rows.begin(), rows.end(), random); });
        replaceAndUndo(chainFrom(others), texts);
        return;
    }
    replaceAndUndo(shippedChain(), texts);
}

void TestReplace::rowsInOrderStayWhereTheyAre()
{
    std::vector<CsvText> texts = exportCsv(smallChain(4));
    textOf(texts, "nodes") += "c,chips,company,,C,,,,,\n";
    CsvImport import = importCsv(smallChain(4), texts, true);
    QCOMPARE(import.edit.changes.size(), std::size_t{1});
    QCOMPARE(import.edit.changes.front().op, Op::Insert);
    // A new row in the middle: those behind it make room.
    std::string& nodes = textOf(texts, "nodes");
    nodes = reordered(
        nodes, [](std::vector<std::string>& rows) { std::rotate(rows.begin() + 1, rows.end() - 1, rows.end()); });
    import = importCsv(smallChain(4), texts, true);
    QCOMPARE(std::count_if(import.edit.changes.begin(), import.edit.changes.end(),
                           [](const RowChange& change) { return change.movedTo != 0; }),
             std::ptrdiff_t{1});
    replaceAndUndo(smallChain(4), texts);
}

void TestReplace::whatBelongedToARowThatGoesMayBelongToAnother()
{
    std::vector<CsvText> texts = exportCsv(smallChain(2));
    texts.insert(std::find_if(texts.begin(), texts.end(), [](const CsvText& text) { return text.name == "tranches"; }),
                 CsvText{});
    std::erase_if(texts, [](const CsvText& text) { return text.name.empty(); });
    textOf(texts, "tranches") += "t,deal-1,,,5,,,,assumed,\n";
    const Chain before = chainFrom(texts);
    textOf(texts, "tranches") = csvHeaderOf(tableSpec(Table::Tranches)) + "\nt,deal-2,,,5,,,,assumed,\n";
    textOf(texts, "deals") =
        reordered(textOf(texts, "deals"), [](std::vector<std::string>& rows) { rows.erase(rows.begin()); });
    replaceAndUndo(before, texts);
}

void TestReplace::aTableWithoutAFileIsLeftAlone()
{
    std::vector<CsvText> texts = dataset();
    std::erase_if(texts, [](const CsvText& text) { return text.name == "claims"; });
    const CsvImport import = importCsv(shippedChain(), texts, true);
    QVERIFY2(import.problems.empty(), sentences(import.problems).constData());
    QVERIFY(import.edit.changes.empty());
    // What it refers to cannot go from under it.
    Chain chain = shippedChain();
    const CsvImport emptied = importCsv(chain, {{"sources", csvHeaderOf(tableSpec(Table::Sources)) + "\n"}}, true);
    QVERIFY(emptied.problems.empty());
    const Problems problems = chain.validate(emptied.edit);
    QVERIFY(!problems.empty());
    QCOMPARE(problems.front().rule, Rule::StillReferenced);
}

void TestReplace::anEmptyFileWithItsHeaderClearsTheTable()
{
    std::vector<CsvText> texts = dataset();
    for (CsvText& text : texts)
        if (text.name == "claims")
            text.text.resize(text.text.find('\n') + 1);
    replaceAndUndo(shippedChain(), texts);
}

void TestReplace::lineEndsOfOtherSystemsAreReadWithinFields()
{
    const Chain chain = chainFrom(
        {{"tiers", "key,parent,ordinal,layer,name_en,name_zh\r\nchips,,1,1,Chips,\r\n"},
         {"nodes",
          "key,tier,kind,parent,name_en,name_zh,country,lat,lon,note_en\r\na,chips,,,A,,,,,\"two\r\nlines\"\r\n"}});
    QCOMPARE(fieldOf(chain, Table::Nodes, "a", "note_en"), std::string("two\nlines"));
}

QTEST_APPLESS_MAIN(TestReplace)
#include "tst_replace.moc"
