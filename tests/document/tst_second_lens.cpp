// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"

#include "document/second_lens.h"

#include <QSignalSpy>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr OtherLens weighted(int periodsBack = 0)
{
    Lens lens;
    lens.basis = FigureBasis::Weighted;
    return {lens, periodsBack};
}

/// What openai spends in all, under rollups computed from scratch.
std::int64_t spendOf(const Chain& chain, const Lens& lens)
{
    Rollups rollups;
    rollups.compute(chain, lens);
    return rollups.figure(Group::of(chain.find<NodeId>("openai")), Measure::Spend, kNoLayer, kTotal).value;
}

std::int64_t spendOf(const Snapshot& snapshot)
{
    return snapshot.rollups.figure(Group::of(snapshot.chain.find<NodeId>("openai")), Measure::Spend, kNoLayer, kTotal)
        .value;
}

} // namespace

/// The lens that the one of the window is compared with.
class TestSecondLens final : public QObject {
    Q_OBJECT

private slots:
    void thereIsNoneToBeginWith()
    {
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(!document->second().isOn());
        QVERIFY(!document->second().snapshot());
        QVERIFY(!document->second().against(document->lens().period));
    }

    void itsFiguresAreThoseOfItsLens()
    {
        const ChainFile file;
        const auto document = file.open();
        SecondLens& second = document->second();
        const QSignalSpy changes(&second, &SecondLens::changed);
        second.set(weighted());
        QCOMPARE(changes.size(), 1);
        QVERIFY(second.snapshot());
        QCOMPARE(spendOf(*second.snapshot()), spendOf(document->chain(), weighted().lens));
        QVERIFY(spendOf(*second.snapshot()) != spendOf(*document->snapshot()));
        second.set(weighted()); // the same again changes nothing
        QCOMPARE(changes.size(), 1);
        second.set({});
        QCOMPARE(changes.size(), 2);
        QVERIFY(!second.snapshot());
    }

    void itFollowsEditsAndTheirWayBack()
    {
        const ChainFile file;
        const auto document = file.open();
        SecondLens& second = document->second();
        second.set(weighted());
        const std::int64_t before = spendOf(*second.snapshot());
        std::int64_t duringTheChange = 0;
        connect(document.get(), &Document::changed, this, [&] { duringTheChange = spendOf(*second.snapshot()); });
        QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
        const std::int64_t after = spendOf(document->chain(), weighted().lens);
        QVERIFY(after != before);
        QCOMPARE(duringTheChange, after); // whoever follows the change may ask for it
        QVERIFY(document->undo());
        QCOMPARE(spendOf(*second.snapshot()), before);
    }

    void aLargeChainIsComputedBesideTheWindow()
    {
        const ChainFile file;
        const auto document = file.open();
        SecondLens& second = document->second();
        second.setMostAtOnce(0);
        second.set(weighted());
        const QSignalSpy changes(&second, &SecondLens::changed);
        QVERIFY(!second.snapshot());
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(second.snapshot());
        QCOMPARE(spendOf(*second.snapshot()), spendOf(document->chain(), weighted().lens));
    }

    void itsPeriodIsOneOfTheCalendar_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<int>("back");
        QTest::addColumn<QString>("against");
        QTest::newRow("the same") << "2027" << 0 << "2027";
        QTest::newRow("a year before") << "2027" << 1 << "2026";
        QTest::newRow("a quarter before") << "2027Q3" << 1 << "2027Q2";
        QTest::newRow("over the turn of the year") << "2027Q1" << 2 << "2026Q3";
        QTest::newRow("a year after") << "2027" << -1 << "2028";
        QTest::newRow("before the calendar") << "2026" << 60 << "";
    }
    void itsPeriodIsOneOfTheCalendar()
    {
        QFETCH(QString, period);
        QFETCH(int, back);
        QFETCH(QString, against);
        const ChainFile file;
        const auto document = file.open();
        document->second().set(weighted(back));
        const std::optional<Period> found = document->second().against(*parsePeriod(period.toStdString()));
        QCOMPARE(found ? QString::fromStdString(formatPeriod(*found)) : QString(), against);
    }

    void allPeriodsAtOnceHaveNoneBeforeThem()
    {
        const ChainFile file;
        const auto document = file.open();
        document->second().set(weighted(1));
        QVERIFY(!document->second().against(kTotal));
        document->second().set(weighted());
        QVERIFY(document->second().against(kTotal) == kTotal);
    }

    void theChainBeforeTheLastEditIsThatOfItsUndo()
    {
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(!document->beforeLastEdit());
        QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
        const std::int64_t now = spendOf(*document->snapshot());
        const SharedSnapshot before = document->beforeLastEdit();
        QVERIFY(before);
        QCOMPARE(fieldOf(before->chain, "deals", "oracle-openai", "value_usd"), std::string("300000000000"));
        QCOMPARE(spendOf(*document->snapshot()), now); // nothing was undone
        QVERIFY(document->undo());
        QCOMPARE(spendOf(*document->snapshot()), spendOf(*before));
    }
};

QTEST_GUILESS_MAIN(TestSecondLens)
#include "tst_second_lens.moc"
