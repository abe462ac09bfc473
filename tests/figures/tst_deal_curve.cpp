// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/deal_curve.h"
#include "rollups/worked_example.h"

#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::test;

namespace {

DealCurve curveOf(Example& example, const char* deal, const Lens& lens = {})
{
    example.look(lens);
    return dealCurve(example.chain(), example.rollups(), example.chain().find<DealId>(deal));
}

QString yearsOf(const DealCurve& curve)
{
    QStringList years;
    for (int year = curve.firstYear; year <= curve.lastYear(); ++year)
        years << curveYearText(curve, year);
    return years.join(QStringLiteral("; "));
}

} // namespace

/// What one deal gives over time.
class TestDealCurve final : public QObject {
    Q_OBJECT

private slots:
    void whatItGivesIsWhatTheRollupsHave_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("shown");
        QTest::newRow("deployed") << QStringLiteral("deploy")
                                  << QStringLiteral("2027: 999 MW at its end, $2B; 2028: 2.0 GW at its end, $2B; 2029: "
                                                    "2.0 GW at its end, $0");
        QTest::newRow("in term") << QStringLiteral("term")
                                 << QStringLiteral("2027: 2.0 GW at its end, $2B; 2028: 2.0 GW at its end, $2B; 2029: "
                                                   "0 MW at its end, $0");
        QTest::newRow("no capacity") << QStringLiteral("none") << QStringLiteral("2027: $2B; 2028: $2B; 2029: $0");
    }
    void whatItGivesIsWhatTheRollupsHave()
    {
        QFETCH(QString, profile);
        QFETCH(QString, shown);
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2027"},
                      {deal_field::Ends, "2028"},
                      {deal_field::ValueUsd, "4000000000"},
                      {deal_field::CapacityMw, "2000"},
                      {deal_field::Profile, profile.toStdString()}});
        example.deal("later", "oracle", "openai", "lease", {{deal_field::Starts, "2031"}, {deal_field::Ends, "2032"}});
        const DealCurve curve = curveOf(example, "d");
        QCOMPARE(yearsOf(curve), shown);
        QCOMPARE(curve.unplaced, QString());
    }

    void phasesAndWhatTheyLeaveAddUp()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2028"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "3000"}});
        example.tranche(
            "d-1", "d",
            {{tranche_field::Starts, "2028"}, {tranche_field::Ends, "2028"}, {tranche_field::CapacityMw, "1000"}});
        example.deal("later", "oracle", "openai", "lease", {{deal_field::Starts, "2031"}, {deal_field::Ends, "2031"}});
        const DealCurve curve = curveOf(example, "d");
        QCOMPARE(curve.firstYear, 2028);
        QCOMPARE(curve.lastYear(), 2030);
        QCOMPARE(curve.kilowatts, (std::vector<std::int64_t>{3'000'000, 3'000'000, 3'000'000, 3'000'000, 2'000'000,
                                                             2'000'000, 2'000'000, 2'000'000, 0, 0, 0, 0}));
        QVERIFY(curve.cents.empty());
    }

    void aGuaranteeStandsAndIsNotPaid()
    {
        Example example;
        example.deal("d", "fund", "openai", "guarantee",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2028"}, {deal_field::ValueUsd, "1000000000"}});
        const DealCurve curve = curveOf(example, "d");
        QVERIFY(curve.isGuarantee);
        QCOMPARE(yearsOf(curve).section(QStringLiteral("; "), 0, 0), QStringLiteral("2027: $1B guaranteed at its end"));
    }

    void whatNoYearHasIsSaid_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("no dates") << QString() << QStringLiteral("5000000000")
                                  << QStringLiteral("Without dates, so in no year: $5B.");
        QTest::newRow("no amount") << QStringLiteral("2027") << QString() << QStringLiteral("No amount is known.");
    }
    void whatNoYearHasIsSaid()
    {
        QFETCH(QString, starts);
        QFETCH(QString, value);
        QFETCH(QString, said);
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Starts, starts.toStdString()}, {deal_field::ValueUsd, value.toStdString()}});
        const DealCurve curve = curveOf(example, "d");
        QCOMPARE(curve.years(), 0);
        QCOMPARE(curve.unplaced, said);
    }

    void theLensIsLookedThrough()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Announced, "2026-03"},
                      {deal_field::Starts, "2027"},
                      {deal_field::Ends, "2027"},
                      {deal_field::CapacityMw, "1000"}});
        Lens weighted;
        weighted.basis = FigureBasis::Weighted;
        QCOMPARE(curveOf(example, "d", weighted).kilowattsAtEndOf(2027), 800'000);
        Lens before;
        before.knownAsOf = dayNumber(2026, 1, 1);
        const DealCurve unknown = curveOf(example, "d", before);
        QCOMPARE(unknown.years(), 0);
        QCOMPARE(unknown.unplaced, QStringLiteral("The lens leaves this deal out."));
    }
};

QTEST_APPLESS_MAIN(TestDealCurve)
#include "tst_deal_curve.moc"
