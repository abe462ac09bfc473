// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/long_work.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace ochain;

class TestLongWork final : public QObject {
    Q_OBJECT

private slots:
    void theResultComesBackFromTheEventLoop()
    {
        LongWork<std::unique_ptr<int>> work; // what cannot be copied will do
        std::thread::id worker;
        int result = 0;
        work.start(
            [&worker](const Progress&) {
                worker = std::this_thread::get_id();
                return std::make_unique<int>(7);
            },
            [&result](std::unique_ptr<int> seven) { result = *seven; });
        QVERIFY(work.isBusy());
        QCOMPARE(result, 0);
        QTRY_COMPARE(result, 7);
        QVERIFY(!work.isBusy());
        QVERIFY(worker != std::this_thread::get_id());
    }

    void itTellsHowFarItIs()
    {
        LongWork<int> work;
        std::vector<double> told;
        QSemaphore isTold;
        bool isDone = false;
        work.start(
            [&isTold](const Progress& progress) {
                progress(0.5);
                isTold.acquire();
                return 0;
            },
            [&isDone](int) { isDone = true; },
            [&](double share) {
                told.push_back(share);
                isTold.release();
            });
        QTRY_VERIFY(isDone);
        QVERIFY(!told.empty());
        QCOMPARE(told.back(), 0.5);
    }

    void whatIsCancelledDoesNotArrive()
    {
        LongWork<int> work;
        std::atomic<bool> hasEnded = false;
        bool isDone = false;
        const auto untilCancelled = [&hasEnded](const Progress& progress) {
            while (progress(0.1))
                std::this_thread::yield();
            hasEnded = true;
            return 0;
        };
        work.start(untilCancelled, [&isDone](int) { isDone = true; });
        work.cancel();
        QVERIFY(!work.isBusy());
        work.start(untilCancelled, [&isDone](int) { isDone = true; });
        work.stop();
        QVERIFY(hasEnded || !isDone);
        QTest::qWait(20);
        QVERIFY(!isDone);
    }

    void onlyWhatWasStartedLastArrives()
    {
        LongWork<int> work;
        std::vector<int> results;
        for (int i = 0; i < 20; ++i)
            work.start([i](const Progress&) { return i; }, [&results](int result) { results.push_back(result); });
        QTRY_VERIFY(!work.isBusy());
        QTest::qWait(20);
        QCOMPARE(results, std::vector<int>{19});
    }

    void whatIsDoneWithinTheWaitArrivesBeforeItEnds()
    {
        LongWork<int> work;
        int result = 0;
        work.start([](const Progress&) { return 7; }, [&result](int seven) { result += seven; });
        QVERIFY(work.wait(20'000));
        QCOMPARE(result, 7);
        QTest::qWait(20);
        QCOMPARE(result, 7); // not twice

        QSemaphore mayEnd;
        work.start(
            [&mayEnd](const Progress&) {
                mayEnd.acquire();
                return 1;
            },
            [&result](int one) { result += one; });
        QVERIFY(!work.wait(1));
        mayEnd.release();
        QTRY_COMPARE(result, 8);
    }

    void itMayGoAwayWhileItWorks()
    {
        std::atomic<int> ended = 0;
        for (int i = 0; i < 20; ++i) {
            LongWork<int> work;
            work.start(
                [&ended](const Progress& progress) {
                    while (progress(0))
                        std::this_thread::yield();
                    return ++ended;
                },
                [](int) { QFAIL("it was cancelled"); });
            if (i % 2 == 0)
                QTest::qWait(1);
        }
        const int then = ended;
        QTest::qWait(20);
        QCOMPARE(ended.load(), then); // nothing went on
    }
};

QTEST_GUILESS_MAIN(TestLongWork)
#include "tst_long_work.moc"
