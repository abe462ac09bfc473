// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "rollups/worked_example.h"

#include <QObject>
#include <QString>
#include <QTest>

using namespace ochain;
using namespace ochain::test;

namespace {

Fields in2027()
{
    return {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}};
}

Fields in2027(const char* value)
{
    Fields fields = in2027();
    fields.emplace_back(deal_field::ValueUsd, value);
    return fields;
}

/// What stands before an amount: of money in 2027.
QString textOf(const Example& example, const std::string& node, Measure measure, const std::string& period = "2027")
{
    return boundedText(example.value(node, measure, period), example.hidden(node, measure, period), Unit::Money,
                       HiddenStyle::Brackets);
}

MoneyFigure moneyOf(const Example& example, const std::string& group)
{
    FigureOptions options;
    options.group = group;
    options.period = {PeriodKind::Year, 2027, 0};
    return buildMoney(example.chain(), example.rollups(), options);
}

QString answerOf(const Example& example, const std::string& group)
{
    return moneyOf(example, group).head.notes.value(0);
}

} // namespace

/// Bounds and conclusions are claimed only where nothing undisclosed could overturn them (data/README.md, section 4).
class TestBounds final : public QObject {
    Q_OBJECT

private slots:
    void aDifferenceHasTheBoundThatHolds_data()
    {
        QTest::addColumn<bool>("hidesRevenue");
        QTest::addColumn<bool>("hidesSpend");
        QTest::addColumn<QString>("net");
        QTest::addColumn<QString>("gap");
        QTest::addColumn<QString>("funding");
        // 5 in, 8 out
        QTest::newRow("all is disclosed") << false << false << "−$3B"
                                          << "$3B"
                                          << "−$3B";
        QTest::newRow("revenue is missing") << true << false << "≥ −$3B (1)"
                                            << "≤ $3B (1)"
                                            << "≥ −$3B (1)";
        QTest::newRow("spend is missing") << false << true << "≤ −$3B (1)"
                                          << "≥ $3B (1)"
                                          << "≤ −$3B (1)";
        QTest::newRow("both are missing") << true << true << "−$3B (1+1)"
                                          << "$3B (1+1)"
                                          << "−$3B (1+1)";
    }
    void aDifferenceHasTheBoundThatHolds()
    {
        QFETCH(bool, hidesRevenue);
        QFETCH(bool, hidesSpend);
        Example example;
        example.deal("sold", "openai", "amd", "api", in2027("5000000000"));
        example.deal("bought", "oracle", "openai", "lease", in2027("8000000000"));
        if (hidesRevenue)
            example.deal("sold-more", "openai", "nvidia", "api", in2027());
        if (hidesSpend)
            example.deal("bought-more", "broadcom", "openai", "hardware", in2027());
        example.look();
        QVERIFY(example.isFine());
        QTEST(textOf(example, "openai", M::Net), "net");
        QTEST(textOf(example, "openai", M::Gap), "gap");
        QTEST(textOf(example, "openai", M::Funding), "funding");
    }

    void aSumCanOnlyBecomeMore()
    {
        Example example;
        example.deal("bought", "oracle", "openai", "lease", in2027("8000000000"));
        example.deal("bought-more", "broadcom", "openai", "hardware", in2027());
        example.look();
        QCOMPARE(textOf(example, "openai", M::Spend), QStringLiteral("≥ $8B (1)"));
        QCOMPARE(textOf(example, "oracle", M::Backlog, "2026"), QStringLiteral("–")); // before the calendar
        QCOMPARE(textOf(example, "broadcom", M::Revenue), QStringLiteral("(1)"));
    }

    void aGapOfNothingIsOpenOnlyToWhatGoesOut()
    {
        Example example;
        example.deal("sold", "openai", "amd", "api", in2027("5000000000"));
        example.deal("sold-more", "openai", "nvidia", "api", in2027());
        example.look();
        QCOMPARE(textOf(example, "openai", M::Gap), QStringLiteral("–")); // more revenue opens none
        example.deal("bought", "oracle", "openai", "lease", in2027());
        example.look();
        QCOMPARE(textOf(example, "openai", M::Gap), QStringLiteral("(1)"));
    }

    void fundingRemembersWhatWasHiddenBefore()
    {
        Example example;
        example.deal("early", "oracle", "openai", "lease", {{deal_field::Starts, "2025"}, {deal_field::Ends, "2025"}});
        example.deal("sold", "openai", "amd", "api", in2027("5000000000"));
        example.look();
        QCOMPARE(textOf(example, "openai", M::Net), QStringLiteral("$5B"));
        QCOMPARE(textOf(example, "openai", M::Funding), QStringLiteral("≤ $5B (1)"));
    }

    void whatBindsMayBeLessWhereALayerIsHidden()
    {
        Example example;
        example.deal("cloud", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2028"}, {deal_field::CapacityMw, "4500"}});
        example.deal("more-cloud", "oracle", "openai", "lease", in2027());
        example.look();
        QCOMPARE(example.hidden("openai", M::Binding, "2027"), (Hidden{1, 0}));
        example.deal("chips", "nvidia", "openai", "hardware", in2027());
        example.look();
        QCOMPARE(example.hidden("openai", M::Binding, "2027"), (Hidden{1, 1}));
    }

    void thatEveryPeriodPaysIsSaidOnlyIfNothingCouldOverturnIt_data()
    {
        QTest::addColumn<Fields>("more");
        QTest::addColumn<QString>("supplier");
        QTest::addColumn<int>("overlaps");
        QTest::addColumn<bool>("isSaid");
        const auto unique = static_cast<int>(Overlaps::Unique);
        QTest::newRow("nothing is hidden") << Fields{} << QString() << unique << true;
        QTest::newRow("spend is hidden") << in2027() << QStringLiteral("oracle") << unique << false;
        QTest::newRow("spend has no dates")
            << Fields{{deal_field::ValueUsd, "1"}} << QStringLiteral("oracle") << unique << false;
        QTest::newRow("revenue is hidden") << in2027() << QStringLiteral("openai") << unique << true;
        QTest::newRow("the lens shows overlaps")
            << Fields{} << QString() << static_cast<int>(Overlaps::Overlap) << false;
    }
    void thatEveryPeriodPaysIsSaidOnlyIfNothingCouldOverturnIt()
    {
        QFETCH(Fields, more);
        QFETCH(QString, supplier);
        QFETCH(int, overlaps);
        QFETCH(bool, isSaid);
        Example example;
        example.deal("sold", "openai", "amd", "api", in2027("5000000000"));
        if (!supplier.isEmpty())
            example.deal("more", supplier.toStdString(),
                         std::string(supplier == QLatin1String("openai") ? "nvidia" : "openai"), "api", more);
        example.look(overlapLens(static_cast<Overlaps>(overlaps)));
        QVERIFY(example.isFine());
        QCOMPARE(answerOf(example, "openai") ==
                     QStringLiteral("Of the deals in this chain: every period pays for itself."),
                 isSaid);
    }

    void ofNothingNothingIsConcluded()
    {
        Example example;
        example.deal("capacity", "nvidia", "amd", "hardware",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "7"}});
        example.look();
        QCOMPARE(answerOf(example, "openai"), QString());
        example.deal("sold", "openai", "amd", "api", in2027());
        example.look();
        QVERIFY(!answerOf(example, "openai").contains(QStringLiteral("pays for itself")));
    }

    void whatIsStillToBeFoundIsSaidOnlyIfNoMoneyCouldStillComeIn()
    {
        Example example;
        example.deal("bought", "oracle", "openai", "lease", in2027("8000000000"));
        example.look();
        QCOMPARE(
            answerOf(example, "openai"),
            QStringLiteral("Of the deals in this chain: largest gap: $8B in 2027; still to be found by 2027: $8B."));
        example.deal("sold", "openai", "amd", "api", in2027());
        example.look();
        QCOMPARE(
            answerOf(example, "openai"),
            QStringLiteral("Of the deals in this chain: largest gap known: ≤ $8B in 2027; lowest funding position: ≥ "
                           "−$8B in 2027."));
    }

    void barsCarryTheBoundsOfTheTables()
    {
        Example example;
        example.deal("sold", "openai", "amd", "api", in2027("5000000000"));
        example.deal("sold-more", "openai", "nvidia", "api", in2027());
        example.deal("bought", "oracle", "openai", "lease", in2027());
        example.look();
        const MoneyFigure figure = moneyOf(example, "openai");
        QVERIFY(figure.current);
        const MoneyWords& words = figure.words[*figure.current];
        QCOMPARE(words.incoming, QStringLiteral("≥ $5B"));
        QCOMPARE(words.outgoing, QStringLiteral("(1)"));
        QCOMPARE(words.gap, QString());
        QCOMPARE(words.funding, QStringLiteral("$5B (1+1)"));
    }

    void capacityOfThePeriodCarriesItsBound()
    {
        const ochain::testing::Shipped shipped;
        const CapacityFigure figure =
            buildCapacity(shipped.chain, shipped.rollups, ochain::testing::Shipped::at(ochain::testing::year(2030)));
        for (const CapacityPanel& panel : figure.panels) {
            const Figure rollup = shipped.rollups.figure(shipped.group("openai-group"), Measure::CapacityIn,
                                                         panel.layer, ochain::testing::year(2030));
            QCOMPARE(panel.now.startsWith(QStringLiteral("≥ ")), rollup.undisclosed > 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestBounds)
#include "tst_bounds.moc"
