// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/format.h"
#include "speaking.h"

#include <QObject>
#include <QString>
#include <QTest>

using namespace ochain;
using ochain::testing::spoken;

namespace {

constexpr Cents usd(std::int64_t dollars)
{
    return {dollars * 100};
}

} // namespace

class TestFormat final : public QObject {
    Q_OBJECT

private slots:
    void moneyHasThreeDigits_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* name, Cents cents, const char* english, const char* chinese) {
            QTest::newRow(name) << qint64(cents.value) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
        };
        row("trillions", usd(1'500'000'000'000), "$1.5T", "1.5万亿美元");
        row("billions", usd(250'000'000'000), "$250B", "2500亿美元");
        row("millions", usd(38'200'000), "$38.2M", "3820万美元");
        row("rounded up into the next unit", usd(999'950'000), "$1B", "10亿美元");
        row("rounded up at the top", usd(999'999'999'999), "$1T", "1万亿美元");
        row("half goes up", usd(12'250'000'000), "$12.3B", "123亿美元");
        row("below half goes down", usd(12'249'999'999), "$12.2B", "122亿美元");
        row("thousands", usd(12'500), "$12.5K", "1.25万美元");
        row("dollars", usd(20), "$20", "20美元");
        row("cents", Cents{50}, "$0.50", "0.50美元");
        row("zero", Cents{0}, "$0", "0美元");
        row("negative", -usd(16'900'000'000), "−$16.9B", "−169亿美元");
        row("the least number", Cents{INT64_MIN}, "−$92,200T", "−92200万亿美元");
    }
    void moneyHasThreeDigits()
    {
        QFETCH(qint64, cents);
        QTEST(moneyText(Cents{cents}), "english");
        QTEST(spoken(Language::Chinese, [&] { return moneyText(Cents{cents}); }), "chinese");
    }

    void everyDigitIsThereInFull()
    {
        QCOMPARE(moneyTextInFull(usd(250'000'000'000)), QStringLiteral("$250,000,000,000.00"));
        QCOMPARE(moneyTextInFull(Cents{-123'456}), QStringLiteral("−$1,234.56"));
        QCOMPARE(spoken(Language::Chinese, [&] { return moneyTextInFull(usd(1'000)); }),
                 QStringLiteral("1,000.00美元"));
        QCOMPARE(capacityTextInFull(Kilowatts{1'383'000}), QStringLiteral("1,383 MW"));
        QCOMPARE(capacityTextInFull(Kilowatts{360'500}), QStringLiteral("360.5 MW"));
    }

    void capacityIsInGigawattsFromOneOn_data()
    {
        QTest::addColumn<qint64>("kilowatts");
        QTest::addColumn<QString>("text");
        QTest::newRow("chips of the worked example") << qint64(26'000'000) << QStringLiteral("26.0 GW");
        QTest::newRow("cloud of the worked example") << qint64(4'500'000) << QStringLiteral("4.5 GW");
        QTest::newRow("megawatts") << qint64(350'000) << QStringLiteral("350 MW");
        QTest::newRow("rounded up into gigawatts") << qint64(999'900) << QStringLiteral("1.0 GW");
        QTest::newRow("just below") << qint64(999'400) << QStringLiteral("999 MW");
        QTest::newRow("three digits") << qint64(360'500) << QStringLiteral("361 MW");
        QTest::newRow("small") << qint64(500) << QStringLiteral("0.5 MW");
        QTest::newRow("a kilowatt") << qint64(1) << QStringLiteral("1 kW");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 MW");
        QTest::newRow("less") << qint64(-1'000'000) << QStringLiteral("−1.0 GW");
    }
    void capacityIsInGigawattsFromOneOn()
    {
        QFETCH(qint64, kilowatts);
        QTEST(capacityText(Kilowatts{kilowatts}), "text");
    }

    void aSumWithUndisclosedDealsSaysAtLeast()
    {
        const auto money = [](std::int64_t value, std::uint32_t undisclosed) {
            return figureText({value, undisclosed}, Unit::Money);
        };
        QCOMPARE(money(usd(5'200'000'000).value, 3), QStringLiteral("≥ $5.2B (3 undisclosed)"));
        QCOMPARE(spoken(Language::Chinese, [&] { return money(usd(5'200'000'000).value, 3); }),
                 QStringLiteral("≥ 52亿美元（3项未披露）"));
        QCOMPARE(money(usd(5'200'000'000).value, 0), QStringLiteral("$5.2B"));
        QCOMPARE(money(0, 3), QStringLiteral("3 undisclosed"));
        QCOMPARE(money(0, 0), absentText());
    }

    void anAbsentDateIsADash() { QCOMPARE(dateText({}), QStringLiteral("–")); }

    void sharesHaveNoNeedlessDecimals()
    {
        QCOMPARE(shareText(BasisPoints{2'700}), QStringLiteral("27 %"));
        QCOMPARE(shareText(BasisPoints{450}), QStringLiteral("4.5 %"));
        QCOMPARE(shareText(BasisPoints{27}), QStringLiteral("0.27 %"));
        QCOMPARE(spoken(Language::Chinese, [&] { return shareText(BasisPoints{10'000}); }), QStringLiteral("100%"));
    }

    void differencesHaveASign()
    {
        QCOMPARE(deltaText(1'000'000, Unit::Capacity), QStringLiteral("+1.0 GW"));
        QCOMPARE(deltaText(-usd(20'000'000'000).value, Unit::Money), QStringLiteral("−$20B"));
        QCOMPARE(deltaText(0, Unit::Money), QStringLiteral("±0"));
        QCOMPARE(deltaText(2, Unit::Count), QStringLiteral("+2"));
    }

    void periodsAndDatesReadAsEntered()
    {
        QCOMPARE(periodText({PeriodKind::Year, 2027, 0}), QStringLiteral("2027"));
        QCOMPARE(periodText({PeriodKind::Quarter, 2027, 3}), QStringLiteral("2027 Q3"));
        QCOMPARE(spoken(Language::Chinese,
                        [&] {
                            return periodText({PeriodKind::Quarter, 2027, 3});
                        }),
                 QStringLiteral("2027年第3季度"));
        QCOMPARE(dateText(Date{20260700}), QStringLiteral("2026-07"));
        QCOMPARE(dayText(dayNumber(2025, 12, 31)), QStringLiteral("2025-12-31"));
    }
};

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
