// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QLatin1Char>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ochain::testing;

/// `edit --as-of DAY --source KEY`: what is set is no correction, it became so on that day.
class TestDatedEdits final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void oldAndNewValueBecomeTheHistory();
    void theClockReplaysIt_data();
    void theClockReplaysIt();
    void oneUndoTakesAllOfItBack();
    void aFieldThatHasAHistoryGetsTheNewValueOnly();
    void whatWasAbsentHasNoOldValue();
    void aSourceMayBeCalledByItsTitle();
    void aRivalIsAdopted();
    void severalFieldsAreOneEdit();
    void whatDoesNotGoTogetherIsRefused_data();
    void whatDoesNotGoTogetherIsRefused();

private:
    Outcome edit(const QStringList& options) const
    {
        return run(QStringList{QStringLiteral("edit"), m_file} + options);
    }
    Outcome change(const char* what, const char* day, const char* source = "nasdaq-amd") const
    {
        return edit({QStringLiteral("--set"), QString::fromUtf8(what), QStringLiteral("--as-of"),
                     QString::fromLatin1(day), QStringLiteral("--source"), QString::fromUtf8(source)});
    }
    /// The claims on a field as the CSV has them, without table, row and note.
    QList<QByteArray> claimsOn(const QByteArray& place) const
    {
        const QString folder = m_folder->filePath(QStringLiteral("out"));
        run({QStringLiteral("export"), m_file, folder});
        QList<QByteArray> claims;
        for (const QByteArray& line : contents(folder + QStringLiteral("/claims.csv")).split('\n'))
            if (line.startsWith(place + ','))
                claims << line.mid(place.size() + 1).left(line.lastIndexOf(',') - place.size() - 1);
        return claims;
    }
    QByteArray figures(const QStringList& lens) const
    {
        return run(QStringList{QStringLiteral("rollup"), m_file, QStringLiteral("--group"),
                               QStringLiteral("openai-group"), QStringLiteral("--measure"),
                               QStringLiteral("capacity_in"), QStringLiteral("--format"), QStringLiteral("csv")} +
                   lens)
            .out;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

const char* const kCapacity = "deals,amd-openai-6gw,capacity_mw";

} // namespace

void TestDatedEdits::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestDatedEdits::oldAndNewValueBecomeTheHistory()
{
    const Outcome outcome = change("deals:amd-openai-6gw.capacity_mw=7GW", "24 Feb 2026");
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith("edit 1: "), outcome.out.constData());
    QVERIFY2(outcome.out.contains("deals:amd-openai-6gw.capacity_mw: 7.0 GW, was 6.0 GW\n"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("deals:amd-openai-6gw.capacity_mw: 6.0 GW from 2025-10-06 on\n"
                                  "deals:amd-openai-6gw.capacity_mw: 7.0 GW from 2026-02-24 on, nasdaq-amd\n"),
             outcome.out.constData());
    // The old one stands from the day of the announcement on.
    QCOMPARE(claimsOn(kCapacity), (QList<QByteArray>{"2025-10-06,6000,,1", "2026-02-24,7000,nasdaq-amd,1"}));
}

void TestDatedEdits::theClockReplaysIt_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QStringList>("lens");
    QTest::newRow("capacity") << QByteArray("capacity_mw=7GW") << QStringList();
    QTest::newRow("status") << QByteArray("status=cancelled") << QStringList();
    QTest::newRow("commitment") << QByteArray("commitment=firm")
                                << QStringList{QStringLiteral("--commitment"), QStringLiteral("firm")};
}

void TestDatedEdits::theClockReplaysIt()
{
    QFETCH(QByteArray, set);
    QFETCH(QStringList, lens);
    const auto asOf = [&](const char* day) {
        return figures(lens + QStringList{QStringLiteral("--as-of"), QString::fromLatin1(day)});
    };
    const QByteArray before = asOf("2026-02-24");
    QCOMPARE(change(("deals:amd-openai-6gw." + set).constData(), "2026-02-24").err, QByteArray());
    QCOMPARE(asOf("2026-02-23"), before);
    QVERIFY(asOf("2026-02-24") != before);
    QCOMPARE(asOf("2026-02-24"), figures(lens + QStringList{QStringLiteral("--as-of"), QStringLiteral("2026-02-25")}));
}

void TestDatedEdits::oneUndoTakesAllOfItBack()
{
    const QByteArray before = figures({});
    QCOMPARE(change("deals:amd-openai-6gw.capacity_mw=7GW", "2026-02-24").status, 0);
    QVERIFY(figures({}) != before);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(figures({}), before);
    QCOMPARE(claimsOn(kCapacity), QList<QByteArray>());
}

void TestDatedEdits::aFieldThatHasAHistoryGetsTheNewValueOnly()
{
    QCOMPARE(change("deals:amd-openai-6gw.capacity_mw=7GW", "2026-02-24").status, 0);
    QCOMPARE(change("deals:amd-openai-6gw.capacity_mw=8GW", "2026-05-01", "fool-amd").status, 0);
    QCOMPARE(claimsOn(kCapacity),
             (QList<QByteArray>{"2025-10-06,6000,,1", "2026-02-24,7000,nasdaq-amd,1", "2026-05-01,8000,fool-amd,1"}));
}

void TestDatedEdits::whatWasAbsentHasNoOldValue()
{
    QCOMPARE(change("deals:amd-openai-6gw.value_usd=$90B", "2026-02-24").err, QByteArray());
    QCOMPARE(claimsOn("deals,amd-openai-6gw,value_usd"), QList<QByteArray>{"2026-02-24,90000000000,nasdaq-amd,1"});
}

void TestDatedEdits::aSourceMayBeCalledByItsTitle()
{
    QCOMPARE(
        change("deals:amd-openai-6gw.capacity_mw=7GW", "2026-02-24", "OpenAI to deploy 6 gigawatts of AMD GPUs").err,
        QByteArray());
    QCOMPARE(claimsOn(kCapacity).constLast(), QByteArray("2026-02-24,7000,nasdaq-amd,1"));
}

void TestDatedEdits::aRivalIsAdopted()
{
    QCOMPARE(edit({QStringLiteral("--add"),
                   QStringLiteral("claims:deals/amd-openai-6gw/capacity_mw/2026-02-24/nasdaq-amd/7000")})
                 .err,
             QByteArray());
    QCOMPARE(change("deals:amd-openai-6gw.capacity_mw=7GW", "2026-02-24").err, QByteArray());
    QList<QByteArray> claims = claimsOn(kCapacity);
    std::sort(claims.begin(), claims.end());
    QCOMPARE(claims, (QList<QByteArray>{"2025-10-06,6000,,1", "2026-02-24,7000,nasdaq-amd,1"}));
}

void TestDatedEdits::severalFieldsAreOneEdit()
{
    QCOMPARE(
        edit({QStringLiteral("--set"), QStringLiteral("deals:amd-openai-6gw.capacity_mw=7GW"), QStringLiteral("--set"),
              QStringLiteral("deals:amd-openai-6gw.status=building"), QStringLiteral("--as-of"),
              QStringLiteral("2026-02-24"), QStringLiteral("--source"), QStringLiteral("nasdaq-amd")})
            .err,
        QByteArray());
    QCOMPARE(claimsOn(kCapacity).size(), 2);
    QCOMPARE(claimsOn("deals,amd-openai-6gw,status").constLast(), QByteArray("2026-02-24,building,nasdaq-amd,1"));
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(claimsOn(kCapacity) + claimsOn("deals,amd-openai-6gw,status"), QList<QByteArray>());
}

void TestDatedEdits::whatDoesNotGoTogetherIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* options, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char('|')) << QByteArray(says);
    };
    const char* const set = "--set|deals:amd-openai-6gw.capacity_mw=7GW|";
    const auto with = [&](const char* name, const char* options, const char* says) {
        row(name, (QByteArray(set) + options).constData(), says);
    };
    with("no source", "--as-of|2026-02-24",
         "--as-of 2026-02-24: a dated change needs a source; add --source with its key or title");
    with("no day", "--source|nasdaq-amd",
         "--source nasdaq-amd: say with --as-of on which day it became so, or leave --source out");
    with("unknown source", "--as-of|2026-02-24|--source|nobody",
         "--source: there is no source “nobody”; give the key or the title of one, or add it first with edit --add "
         "sources:KEY");
    with("a month", "--as-of|2026-02|--source|nasdaq-amd", "--as-of: ");
    with("no day at all", "--as-of|soon|--source|nasdaq-amd", "--as-of: ");
    with("before it was announced", "--as-of|2025-10-05|--source|nasdaq-amd",
         "deals amd-openai-6gw, capacity_mw: is known from 2025-10-06 on and cannot have changed on 2025-10-05; give a "
         "later day, or correct the date from which on it is known");
    with("with a row added", "--as-of|2026-02-24|--source|nasdaq-amd|--add|nodes:x",
         "--add nodes:x: --as-of dates what --set changes in rows that are there; make this an edit of its own");
    with("with a row erased", "--as-of|2026-02-24|--source|nasdaq-amd|--erase|deals:x",
         "--erase deals:x: --as-of dates what --set changes in rows that are there; make this an edit of its own");
    row("nothing set", "--as-of|2026-02-24|--source|nasdaq-amd",
        "--as-of 2026-02-24: nothing is set; say with --set TABLE:KEY.FIELD=VALUE what it became");
    row("a note", "--set|deals:amd-openai-6gw.note_en=Hm|--as-of|2026-02-24|--source|nasdaq-amd",
        "deals amd-openai-6gw, note_en: has no history: that have dates, amounts, shares, status, commitment, ");
    row("a name", "--set|nodes:amd.name_en=Hm|--as-of|2026-02-24|--source|nasdaq-amd",
        "nodes amd, name_en: has no history: ");
    row("no such deal", "--set|deals:nobody.capacity_mw=7GW|--as-of|2026-02-24|--source|nasdaq-amd",
        "deals nobody: there is no row “nobody”");
}

void TestDatedEdits::whatDoesNotGoTogetherIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const Outcome outcome = edit(options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("ochain: " + says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

QTEST_GUILESS_MAIN(TestDatedEdits)
#include "tst_dated_edits.moc"
