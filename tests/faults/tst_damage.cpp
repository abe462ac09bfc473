// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDebug>
#include <QObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QRegularExpressionMatch>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <map>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// Files that a disk, a cable or somebody with a hex editor has spoiled: whatever is in them, opening ends with a clear
/// result.
class TestDamage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aCutFileIsReadAsFarAsItGoes();
    void flippedBitsNeverBreakTheProgram();
    void aSpoiledPageCostsItsRowsOnly();
    void spoiledJournalsOfTheDatabaseNeverBreakTheProgram();
    void aDamagedFileTakesNoCommit();

private:
    /// Opens whatever this is and uses all that can be had from it.
    enum class Outcome { Refused, WithProblems, Fine };
    Outcome tryOut(const QByteArray& bytes);
    QTemporaryDir m_folder;
    fs::path m_file;
    QByteArray m_bytes;
    std::string m_text;
};

void TestDamage::initTestCase()
{
    m_file = path(m_folder.path()) / "chain.ochain";
    makeFile(m_file, shippedChain());
    m_bytes = bytesOf(m_file);
    m_text = allText(shippedChain());
    QVERIFY(m_bytes.size() > 100'000);
}

TestDamage::Outcome TestDamage::tryOut(const QByteArray& bytes)
{
    for (const char* suffix : {"-wal", "-shm", "-journal", ".v1.bak"})
        fs::remove(m_file.string() + suffix);
    writeBytes(m_file, bytes);
    Result<std::unique_ptr<Store>> store = Store::open(m_file);
    if (!store) {
        if (messageOf(store).size() < 20)
            qFatal("no sentence");
        return Outcome::Refused;
    }
    Result<Loaded> state = (*store)->load();
    if (!state)
        return Outcome::Refused;
    const bool isFine = state->problems.empty() && !(*store)->isReadOnly();
    static_cast<void>(allText(state->chain));
    static_cast<void>(state->chain.errors());
    static_cast<void>((*store)->journal());
    static_cast<void>((*store)->nextUndo());
    if (const std::uint32_t deal =
            state->chain.inOrder(Table::Deals).empty() ? kNoRow : state->chain.inOrder(Table::Deals).front();
        deal != kNoRow) {
        const std::string key(state->chain.key({Table::Deals, deal}));
        const Result<Edit> committed =
            (*store)->commit(setField(state->chain, Table::Deals, key, "note_en", "changed"), state->seq);
        if (committed && (*store)->isReadOnly())
            qFatal("a read-only file took a commit");
    }
    return isFine ? Outcome::Fine : Outcome::WithProblems;
}

void TestDamage::aCutFileIsReadAsFarAsItGoes()
{
    int readInPart = 0;
    for (qsizetype size = m_bytes.size() - 1; size > 0; size = size * 9 / 10 - 1) {
        const Outcome outcome = tryOut(m_bytes.left(size));
        QVERIFY(outcome != Outcome::Fine);
        readInPart += outcome == Outcome::WithProblems ? 1 : 0;
    }
    QVERIFY2(readInPart >= 5, qPrintable(QString::number(readInPart)));
    // A third of it gone: what can be read is there, what cannot is named, and nothing can be changed.
    writeBytes(m_file, m_bytes.left(m_bytes.size() * 2 / 3));
    const auto store = opened(m_file);
    QVERIFY(store->isReadOnly());
    const Loaded state = loaded(*store);
    QVERIFY(state.chain.size(Table::Nodes) > 50);
    QVERIFY(std::any_of(state.problems.begin(), state.problems.end(),
                        [](const Problem& problem) { return problem.rule == Rule::Damaged; }));
}

void TestDamage::flippedBitsNeverBreakTheProgram()
{
    const int rounds = testing::tries(300, 5000);
    QRandomGenerator random(20'251'028);
    std::map<Outcome, int> outcomes;
    for (int round = 0; round < rounds; ++round) {
        QByteArray bytes = m_bytes;
        const int flips = 1 << random.bounded(6);
        // Every other time only where trees have their roots and branches: headers and the first pages.
        const auto range =
            static_cast<int>(round % 2 == 0 ? bytes.size() : std::min<qsizetype>(bytes.size(), 40 * 4096));
        for (int i = 0; i < flips; ++i) {
            const int at =
                round % 3 == 0 ? random.bounded(range / 4096) * 4096 + random.bounded(120) : random.bounded(range);
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 << random.bounded(8)));
        }
        ++outcomes[tryOut(bytes)];
    }
    qInfo("refused %d, with problems %d, fine %d", outcomes[Outcome::Refused], outcomes[Outcome::WithProblems],
          outcomes[Outcome::Fine]);
    QVERIFY(outcomes[Outcome::Refused] > 0);
    QVERIFY(outcomes[Outcome::WithProblems] > rounds / 4);
}

void TestDamage::aSpoiledPageCostsItsRowsOnly()
{
    // A file too large to be looked through whole: the scan itself meets the page.
    const fs::path large = m_file.string() + ".large";
    makeFile(large, smallChain());
    runSql(
        large,
        "WITH RECURSIVE n(i) AS (VALUES (4) UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO deals (id, key, "
        "supplier, customer, kind, status, basis, note_en) "
        "SELECT i, 'deal-' || i, 1, 2, 1, 1, 'assumed', printf('%0150d', i) FROM n");
    const std::string page =
        runSql(large, "SELECT pageno FROM dbstat WHERE name = 'deals' AND pagetype = 'leaf' LIMIT 1 OFFSET 100");
    QByteArray bytes = bytesOf(large);
    QVERIFY(bytes.size() > (8 << 20));
    const qsizetype at = (QString::fromStdString(page).toLongLong() - 1) * 4096;
    bytes.replace(at, 4096, QByteArray(4096, '\x5A'));
    writeBytes(large, bytes);
    const auto store = opened(large);
    const Loaded state = loaded(*store);
    QVERIFY(state.chain.size(Table::Deals) > 59'800);
    QVERIFY(state.chain.size(Table::Deals) < 60'000);
    QCOMPARE(state.problems.size(), std::size_t{1});
    QCOMPARE(state.problems.front().rule, Rule::Damaged);
    static const QRegularExpression rows(QStringLiteral("rows number ([0-9]+) to ([0-9]+) cannot be read"));
    const QRegularExpressionMatch match = rows.match(QString::fromStdString(state.problems.front().text()));
    QVERIFY(match.hasMatch());
    QCOMPARE(static_cast<std::size_t>(match.captured(2).toInt() - match.captured(1).toInt() + 1),
             60'000 - state.chain.size(Table::Deals));
    QVERIFY(store->isReadOnly());
}

void TestDamage::spoiledJournalsOfTheDatabaseNeverBreakTheProgram()
{
    // A log that a kill left behind, spoiled: SQLite takes what is whole of it.
    const fs::path donor = m_file.string() + ".donor";
    makeFile(donor, smallChain());
    QByteArray wal;
    QByteArray main;
    {
        const auto store = opened(donor);
        Chain chain = smallChain();
        for (int i = 0; i < 20; ++i)
            commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", std::to_string(20 + i)), i);
        wal = bytesOf(donor.string() + "-wal");
        main = bytesOf(donor);
    }
    QRandomGenerator random(5);
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = round % 4 == 0 ? wal.left(random.bounded(static_cast<int>(wal.size()))) : wal;
        for (int i = 0; i < 4 && !bytes.isEmpty(); ++i) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 << random.bounded(8)));
        }
        fs::remove(donor.string() + "-shm");
        writeBytes(donor, main);
        writeBytes(donor.string() + "-wal", bytes);
        const auto store = opened(donor);
        const Loaded state = loaded(*store);
        QVERIFY(state.problems.empty());
        QVERIFY(state.seq <= 20);
        const std::string megawatts = fieldOf(state.chain, Table::Deals, "deal-1", "capacity_mw");
        QCOMPARE(megawatts,
                 state.seq == 0 ? std::string("10") : std::to_string(19 + state.seq)); // a prefix, nothing between
    }
}

void TestDamage::aDamagedFileTakesNoCommit()
{
    writeBytes(m_file, m_bytes.left(m_bytes.size() * 3 / 4));
    const auto store = opened(m_file);
    const Result<Edit> committed =
        store->commit(setField(shippedChain(), Table::Deals, "amd-openai-6gw", "capacity_mw", "7000"), 0);
    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, ErrorKind::ReadOnly);
    QVERIFY2(messageOf(committed).find("is damaged") != std::string::npos, messageOf(committed).c_str());
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
