// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/amount.h"
#include "chain/date.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <cmath>
#include <functional>
#include <type_traits>

using namespace ochain;

class TestAmount final : public QObject {
    Q_OBJECT
private slots:
    void dollarsAreReadToTheCentAndWrittenBack_data();
    void dollarsAreReadToTheCentAndWrittenBack();
    void textsThatAreNoAmountAreRefused_data();
    void textsThatAreNoAmountAreRefused();
    void decimalsKeepFifteenDigits_data();
    void decimalsKeepFifteenDigits();
    void quantitiesOfTwoUnitsDoNotMix();
    void weightingRoundsHalfToEven_data();
    void weightingRoundsHalfToEven();
    void datesAreReadAsEntered_data();
    void datesAreReadAsEntered();
    void datesThatAreNoneAreRefused_data();
    void datesThatAreNoneAreRefused();
    void everyDayComesBackFromItsNumber();
};

void TestAmount::dollarsAreReadToTheCentAndWrittenBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("absent") << QByteArray() << qint64{Cents::kAbsent} << QByteArray();
    QTest::newRow("zero is not absent") << QByteArray("0") << qint64{0} << QByteArray("0");
    QTest::newRow("minus zero") << QByteArray("-0") << qint64{0} << QByteArray("0");
    QTest::newRow("cents") << QByteArray("0.05") << qint64{5} << QByteArray("0.05");
    QTest::newRow("trailing zeros") << QByteArray("12.50") << qint64{1250} << QByteArray("12.5");
    QTest::newRow("zeros only") << QByteArray("7.000000") << qint64{700} << QByteArray("7");
    QTest::newRow("leading zeros") << QByteArray("007") << qint64{700} << QByteArray("7");
    QTest::newRow("most") << QByteArray("1000000000000000") << qint64{kMaxCents.value}
                          << QByteArray("1000000000000000");
}

void TestAmount::dollarsAreReadToTheCentAndWrittenBack()
{
    QFETCH(QByteArray, text);
    const Result<Cents> cents = parseUsd(text.toStdString());
    QVERIFY(cents.has_value());
    QTEST(qint64{cents->value}, "cents");
    QTEST(QByteArray::fromStdString(formatUsd(*cents)), "canonical");
}

void TestAmount::textsThatAreNoAmountAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"-1", "1e9", "0x10", " 5", "5 ", "5.", ".5", "1,000", "+5", "0.001", "1000000000000000.01",
                             "99999999999999999999", "nan", "inf", "$5", "--5", "1.2.3", "٣"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAmount::textsThatAreNoAmountAreRefused()
{
    QFETCH(QByteArray, text);
    const Result<Cents> cents = parseUsd(text.toStdString());
    QVERIFY(!cents.has_value());
    QVERIFY(cents.error().message().find(text.toStdString()) != std::string::npos);
}

void TestAmount::decimalsKeepFifteenDigits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical"); // "-" refused
    QTest::newRow("trillion and a half") << QByteArray("1500000000000") << QByteArray("1500000000000");
    QTest::newRow("share") << QByteArray("0.04") << QByteArray("0.04");
    QTest::newRow("negative longitude") << QByteArray("-99.7331") << QByteArray("-99.7331");
    QTest::newRow("fifteen digits") << QByteArray("123456789.012345") << QByteArray("123456789.012345");
    QTest::newRow("sixteen digits") << QByteArray("1234567890.123456") << QByteArray("-");
    QTest::newRow("zeros behind do not count") << QByteArray("1.50000000000000000000") << QByteArray("1.5");
    // As many digits as are read, however many a double has: else what was exported could not be imported.
    QTest::newRow("large") << QByteArray("100000000000008000000") << QByteArray("100000000000008000000");
    QTest::newRow("large and negative") << QByteArray("-1234500000000000000000")
                                        << QByteArray("-1234500000000000000000");
    QTest::newRow("just large") << QByteArray("1000000000000000") << QByteArray("1000000000000000");
    QTest::newRow("negative zero") << QByteArray("-0.0") << QByteArray("0");
    QTest::newRow("infinity") << QByteArray("inf") << QByteArray("-");
}

void TestAmount::decimalsKeepFifteenDigits()
{
    QFETCH(QByteArray, text);
    const Result<double> number = parseDecimal(text.toStdString());
    QTEST(number ? QByteArray::fromStdString(formatDecimal(*number)) : QByteArray("-"), "canonical");
}

void TestAmount::quantitiesOfTwoUnitsDoNotMix()
{
    static_assert(std::is_same_v<decltype(Cents{1} + Cents{2}), Cents>);
    static_assert(!std::is_invocable_v<std::plus<>, Cents, Kilowatts>);
    static_assert(!std::is_invocable_v<std::less<>, Cents, Kilowatts>);
    static_assert(!std::is_convertible_v<Cents, std::int64_t> && !std::is_convertible_v<std::int64_t, Cents>);
    static_assert(!std::is_assignable_v<Cents&, Kilowatts>);
    static_assert(sizeof(Cents) == sizeof(std::int64_t) && sizeof(BasisPoints) == sizeof(std::int32_t));
    QVERIFY(Cents{}.isAbsent() && !Cents{0}.isAbsent());
    QCOMPARE((Cents{5} - Cents{7}).value, -2);
    QCOMPARE(-Cents{5}, Cents{-5});
    Kilowatts sum;
    addGiven(sum, Kilowatts{});
    QVERIFY(sum.isAbsent());
    addGiven(sum, Kilowatts{3});
    addGiven(sum, Kilowatts{});
    QCOMPARE(sum, Kilowatts{3});
}

void TestAmount::weightingRoundsHalfToEven_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<int>("weight");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("whole") << qint64{12345} << 10000 << qint64{12345};
    QTest::newRow("none") << qint64{12345} << 0 << qint64{0};
    QTest::newRow("half down to even") << qint64{1} << 5000 << qint64{0};
    QTest::newRow("half up to even") << qint64{3} << 5000 << qint64{2};
    QTest::newRow("above half") << qint64{3} << 5001 << qint64{2};
    QTest::newRow("beyond 64 bits on the way") << qint64{kMaxCents.value} << 9999 << qint64{99'990'000'000'000'000};
}

void TestAmount::weightingRoundsHalfToEven()
{
    QFETCH(qint64, amount);
    QFETCH(int, weight);
    QTEST(qint64{weighted(Cents{amount}, BasisPoints{weight}).value}, "expected");
}

void TestAmount::datesAreReadAsEntered_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("dayAfterLast");
    QTest::newRow("year") << QByteArray("2026") << QByteArray("2026-01-01") << QByteArray("2027-01-01");
    QTest::newRow("month") << QByteArray("2026-07") << QByteArray("2026-07-01") << QByteArray("2026-08-01");
    QTest::newRow("December") << QByteArray("2026-12") << QByteArray("2026-12-01") << QByteArray("2027-01-01");
    QTest::newRow("day") << QByteArray("2026-07-22") << QByteArray("2026-07-22") << QByteArray("2026-07-23");
    QTest::newRow("leap day") << QByteArray("2028-02-29") << QByteArray("2028-02-29") << QByteArray("2028-03-01");
}

void TestAmount::datesAreReadAsEntered()
{
    QFETCH(QByteArray, text);
    const Result<Date> date = parseDate(text.toStdString());
    QVERIFY(date.has_value());
    QCOMPARE(QByteArray::fromStdString(formatDate(*date)), text);
    QTEST(QByteArray::fromStdString(formatDate(dateOf(firstDay(*date)))), "first");
    QTEST(QByteArray::fromStdString(formatDate(dateOf(endDay(*date)))), "dayAfterLast");
}

void TestAmount::datesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"26", "2026-13", "2026-00", "2026-1", "2026-02-30", "2027-02-29", "2026/07", "2026-07-",
                             "2026-07-00", "1899", "2200", "20260722", "2026-07-22T00:00", " 2026"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAmount::datesThatAreNoneAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseDate(text.toStdString()).has_value());
}

void TestAmount::everyDayComesBackFromItsNumber()
{
    for (Day day = dayNumber(kMinYear, 1, 1); day < dayNumber(kMaxYear + 1, 1, 1); ++day) {
        const Date date = dateOf(day);
        QVERIFY(isValid(date));
        QCOMPARE(firstDay(date), day);
        QCOMPARE(endDay(date), day + 1);
    }
}

QTEST_APPLESS_MAIN(TestAmount)
#include "tst_amount.moc"
