// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/calendar.h"

#include <QTest>

using namespace ochain;

class TestCalendar : public QObject {
    Q_OBJECT

private slots:
    void aCalendarCoversWholeYearsWithoutGaps()
    {
        const Calendar calendar(2024, 2026);
        QCOMPARE(calendar.years(), 3);
        QCOMPARE(calendar.quarters(), 12);
        QCOMPARE(calendar.firstYear(), 2024);
        QCOMPARE(calendar.lastYear(), 2026);
        QCOMPARE(calendar.starts(), dayNumber(2024, 1, 1));
        QCOMPARE(calendar.ends(), dayNumber(2027, 1, 1));
        for (Quarter q = 0; q + 1 < calendar.quarters(); ++q)
            QCOMPARE(calendar.endOf(q), calendar.startOf(q + 1));
        QCOMPARE(calendar.endOf(0) - calendar.startOf(0), 91); // a leap year's first quarter
        QCOMPARE(calendar.endOf(4) - calendar.startOf(4), 90);
    }

    void everyDayLiesInTheQuarterWhoseBoundsHoldIt()
    {
        const Calendar calendar(kMinYear, kMaxYear);
        for (Day day = calendar.starts(); day < calendar.ends(); ++day) {
            const Quarter q = calendar.quarterOf(day);
            if (calendar.startOf(q) > day || calendar.endOf(q) <= day)
                QFAIL(qPrintable(QStringLiteral("day %1 in quarter %2").arg(day).arg(q)));
        }
    }

    void daysOutsideFallBeforeTheFirstOrBehindTheLastQuarter()
    {
        const Calendar calendar(2026, 2026);
        QVERIFY(calendar.quarterOf(calendar.starts() - 1) < 0);
        QCOMPARE(calendar.quarterOf(calendar.starts()), 0);
        QCOMPARE(calendar.quarterOf(calendar.ends() - 1), 3);
        QVERIFY(calendar.quarterOf(calendar.ends()) >= calendar.quarters());
        QVERIFY(calendar.quarterOf(dayNumber(kMinYear, 1, 1)) < 0);
        QVERIFY(calendar.quarterOf(dayNumber(kMaxYear, 12, 31)) >= calendar.quarters());
    }

    void anEmptyCalendarHasNothing()
    {
        QVERIFY(Calendar().isEmpty());
        QVERIFY(Calendar(2026, 2025).isEmpty());
        QCOMPARE(Calendar().quarters(), 0);
        QCOMPARE(Calendar().years(), 0);
        QVERIFY(Calendar(2026, 2025) == Calendar());
        QVERIFY(!(Calendar(2026, 2026) == Calendar(2027, 2027)));
    }

    void periodsAreWrittenAsTheCommandLineReadsThem()
    {
        QCOMPARE(formatPeriod({PeriodKind::Year, 2027, 0}), std::string("2027"));
        QCOMPARE(formatPeriod({PeriodKind::Quarter, 2027, 3}), std::string("2027Q3"));
        QCOMPARE(formatPeriod(kTotal), std::string("total"));
        QCOMPARE(formatPeriod(kUnscheduled), std::string("unscheduled"));
        QCOMPARE(formatPeriod(kLater), std::string("later"));
    }

    void periodsAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("quarter");
        QTest::newRow("a year") << QByteArray("2027") << 0;
        QTest::newRow("a quarter") << QByteArray("2027Q3") << 3;
        QTest::newRow("with a space") << QByteArray("2027 Q1") << 1;
        QTest::newRow("with a hyphen") << QByteArray("2027-Q4") << 4;
        QTest::newRow("in small letters") << QByteArray("2027q2") << 2;
    }
    void periodsAreReadInEveryForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, quarter);
        const Result<Period> period = parsePeriod(text.toStdString());
        QVERIFY(period.has_value());
        QVERIFY(*period == (Period{quarter == 0 ? PeriodKind::Year : PeriodKind::Quarter, 2027, quarter}));
    }

    void whatIsNoPeriodIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "27", "2027Q", "2027Q0", "2027Q5", "2027Q33", "2027  Q3", "2027-3", "1899", "2200",
                                 "20x7", "2027 ", "total", "later"})
            QTest::newRow(text[0] == '\0' ? "nothing" : text) << QByteArray(text);
    }
    void whatIsNoPeriodIsRefusedWithASentence()
    {
        QFETCH(QByteArray, text);
        const Result<Period> period = parsePeriod(text.toStdString());
        QVERIFY(!period.has_value());
        QCOMPARE(period.error().kind, ErrorKind::InvalidInput);
        QVERIFY(period.error().message().find(text.toStdString()) != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
