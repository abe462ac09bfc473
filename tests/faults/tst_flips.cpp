// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDebug>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QRandomGenerator>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fmt/format.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

/// What came of a file that one bit was flipped in.
enum class Outcome { Same, Told, Lost };

struct Tally {
    int same = 0, told = 0, lost = 0;

    void take(Outcome outcome) { ++(outcome == Outcome::Same ? same : outcome == Outcome::Told ? told : lost); }
    void print(const char* what) const
    {
        qInfo("%s: %d tries, %d the same, %d told, %d lost", what, same + told + lost, same, told, lost);
    }
};

/// Every row and every edit as one text.
std::string contentOf(Store& store, const Chain& chain)
{
    std::string all = allText(chain);
    const Result<std::vector<JournalEntry>> entries = store.journal();
    if (!entries)
        return all + messageOf(entries);
    for (const JournalEntry& entry : *entries) {
        const Edit& edit = entry.edit;
        all += fmt::format("== {} {} {} {} {} {} {}\n", edit.seq, edit.timeMs, edit.author, edit.why,
                           static_cast<int>(edit.kind), edit.of, entry.isUndone);
        for (const RowChange& change : edit.changes)
            for (const FieldChange& field : change.fields)
                all +=
                    fmt::format("{} {} {} {} {} {} {}\n", static_cast<int>(change.table), static_cast<int>(change.op),
                                change.key, change.rowid, field.field, field.before, field.after);
    }
    return all;
}

} // namespace

/// One bit of a file flipped, over and over: the same content comes out of it or a message, never other content.
/// OCHAIN_SEED moves the places, OCHAIN_LONG takes more of them.
class TestFlips : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void ofTheShippedFile();
    void ofTheTreesOfALargeFile();

private:
    /// Flips a bit where the file lies, opens it, and flips it back.
    Outcome tryOut(qint64 at, int bit, Store::Access access);
    Outcome look(Store::Access access);
    void remember();

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
    std::string m_content;
    quint32 m_seed = 1;
};

void TestFlips::initTestCase()
{
    m_seed = qEnvironmentVariableIsSet("OCHAIN_SEED")
                 ? static_cast<quint32>(qEnvironmentVariableIntValue("OCHAIN_SEED"))
                 : 1U;
}

void TestFlips::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = path(m_folder->path()) / "chain.ochain";
}

void TestFlips::remember()
{
    const auto store = opened(m_file, Store::Access::ReadOnly);
    const Loaded state = loaded(*store);
    QCOMPARE(sentencesOf(state.problems), std::string());
    m_content = contentOf(*store, state.chain);
}

Outcome TestFlips::look(Store::Access access)
{
    const Result<std::unique_ptr<Store>> store = Store::open(m_file, access);
    if (!store)
        return messageOf(store).size() > 20 ? Outcome::Told : Outcome::Lost;
    const Result<Loaded> state = (*store)->load();
    if (!state || !state->problems.empty())
        return Outcome::Told;
    return contentOf(**store, state->chain) == m_content ? Outcome::Same : Outcome::Lost;
}

Outcome TestFlips::tryOut(qint64 at, int bit, Store::Access access)
{
    const QByteArray before = access == Store::Access::ReadWrite ? bytesOf(m_file) : QByteArray();
    const auto flip = [&] {
        QFile file(QString::fromStdString(m_file.string()));
        char byte = 0;
        if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !file.seek(at) || !file.getChar(&byte) ||
            !file.seek(at) || !file.putChar(static_cast<char>(byte ^ static_cast<char>(1 << bit))))
            qFatal("the file cannot be changed");
    };
    flip();
    const Outcome outcome = look(access);
    if (outcome == Outcome::Lost)
        qWarning("byte %lld, bit %d: other content, and nothing said", static_cast<long long>(at), bit);
    if (access != Store::Access::ReadWrite) {
        flip();
        return outcome;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(m_file.parent_path()))
        fs::remove(entry.path());
    writeBytes(m_file, before);
    return outcome;
}

void TestFlips::ofTheShippedFile()
{
    makeFile(m_file, shippedChain());
    {
        const auto store = opened(m_file);
        Chain chain = shippedChain();
        std::int64_t seq = 0;
        for (const char* megawatts : {"6100", "6200", "6300", "6400"})
            seq = commit(*store, chain, setField(chain, Table::Deals, "amd-openai-6gw", "capacity_mw", megawatts), seq)
                      .seq;
        seq = commit(*store, chain, *store->nextUndo(), seq).seq;
        commit(*store, chain, *store->nextRedo(), seq);
    }
    remember();
    const auto size = static_cast<qint64>(fs::file_size(m_file));
    const int wanted = testing::tries(3000, static_cast<int>(size / 16));
    const qint64 step = std::max<qint64>(16, size / wanted);
    constexpr int kSeldom = 25; ///< opened for writing, as an edit does it
    Tally tally;
    int tries = 0;
    for (qint64 at = m_seed % step; at < size; at += step, ++tries)
        tally.take(tryOut(at, static_cast<int>((at + tries) % 8),
                          tries % kSeldom == 0 ? Store::Access::ReadWrite : Store::Access::ReadOnly));
    tally.print("bits of the shipped file");
    QVERIFY(tries >= wanted - wanted / 30);
    QVERIFY(tally.same > tries / 20);
    QVERIFY(tally.told > tries / 4);
    QCOMPARE(tally.lost, 0);
}

void TestFlips::ofTheTreesOfALargeFile()
{
    makeFile(m_file, smallChain());
    runSqlWithDigests(m_file,
                      "WITH RECURSIVE n(i) AS (VALUES (4) UNION ALL SELECT i + 1 FROM n WHERE i < 45000) INSERT "
                      "INTO deals (id, key, supplier, customer, kind, status, basis, note_en) "
                      "SELECT i, 'deal-' || i, 1, 2, 1, 1, 'assumed', printf('%0150d', i) FROM n");
    QVERIFY(fs::file_size(m_file) > (8U << 20U));
    remember();
    const QByteArray bytes = bytesOf(m_file);
    constexpr qint64 kPage = 4096;
    std::vector<qint64> trees; // pages of b-trees but the first, by their flag
    for (qint64 page = 1; page < bytes.size() / kPage; ++page)
        if (QByteArray("\x02\x05\x0A\x0D").contains(bytes[page * kPage]))
            trees.push_back(page);
    QVERIFY(trees.size() > 1000);
    constexpr std::array<int, 8> kPlaces{3, 4, 8, 9, 10, 11, 12, 13}; // number of cells, pointers
    QRandomGenerator random(m_seed);
    const int tries = testing::tries(120, 2000);
    Tally tally;
    for (int i = 0; i < tries; ++i) {
        const qint64 page = trees[random.bounded(static_cast<quint32>(trees.size()))];
        const int place = kPlaces[random.bounded(static_cast<quint32>(kPlaces.size()))];
        tally.take(tryOut(page * kPage + place, static_cast<int>(random.bounded(8U)), Store::Access::ReadOnly));
    }
    tally.print("bits of trees of a large file");
    QVERIFY(tally.told > tries / 4);
    QCOMPARE(tally.lost, 0);
}

QTEST_GUILESS_MAIN(TestFlips)
#include "tst_flips.moc"
