// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"
#include "charts/figure_builder.h"
#include "panels/charts_panel.h"
#include "panels/restore_panel.h"
#include "store/store_testing.h"
#include "window_fixture.h"

using namespace ochain;

namespace {

constexpr int kDeals = 25'000; ///< more than 20,000: figures are built on another thread too

/// A window and a file so large that it works on other threads while it draws.
struct LargeFixture : WindowFixture {
    LargeFixture() : large(folder.filePath(QStringLiteral("large.ochain")))
    {
        testing::makeFile(large.toStdString(), testing::smallChain(kDeals));
    }
    void openLarge() const
    {
        window->openFile(large);
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(document().file().string()), large, 120'000);
    }
    void draw() const
    {
        QVERIFY(!window->grab().isNull());
        QCoreApplication::processEvents();
    }
    /// Draws until the figure of the view on screen has come.
    void waitForFigure() const
    {
        const ChartView* view = window->findChild<ChartsPanel*>()->current();
        QTRY_VERIFY_WITH_TIMEOUT((draw(), !view->findChild<FigureBuilder*>()->isBusy()), 120'000);
    }
    void edit(int number) const
    {
        const std::string key = "deal-" + std::to_string(number);
        QVERIFY(document().apply(
            testing::setField(chain(), Table::Deals, key, "capacity_mw", std::to_string(number + 50))));
    }
    QString large;
};

} // namespace

/// What the window has going on beside it while it draws; to be run under the thread sanitizer.
class TestWindowThreads final : public QObject {
    Q_OBJECT

private slots:
    void itDrawsWhileALargeFileIsRead()
    {
        const LargeFixture f;
        f.window->openFile(f.large);
        do
            f.draw();
        while (f.window->isLoading());
        f.openLarge();
        f.waitForFigure();
        QCOMPARE(f.chain().deals().size(), std::size_t(kDeals));
    }

    void itDrawsWhileFiguresAreBuiltAndEditsComeIn()
    {
        const LargeFixture f;
        f.openLarge();
        for (const char* view : {"showCapacity", "showMoney", "showFlow"}) {
            f.trigger(view);
            f.draw();
            f.edit(1); // in the middle of it
            f.draw();
            f.trigger("nextPeriod");
            f.waitForFigure();
        }
        f.edit(2);
        f.waitForFigure();
        QCOMPARE(testing::fieldOf(f.chain(), Table::Deals, "deal-2", "capacity_mw"), std::string("52"));
    }

    void itDrawsWhileEarlierStatesAreCompared()
    {
        const LargeFixture f;
        f.openLarge();
        f.edit(1);
        f.trigger("restore");
        auto* panel = f.window->findChild<RestorePanel*>();
        for (int number = 2; number < 5; ++number) {
            QVERIFY(!panel->grab().isNull());
            f.draw();
            f.edit(number); // what was being compared is compared anew
        }
        panel->close();
        f.draw();
    }

    void anotherFileOrTheEndMayComeInTheMiddle()
    {
        LargeFixture f;
        f.openLarge();
        f.edit(1);
        f.trigger("showMoney");
        f.trigger("restore");
        f.window->openFile(f.file);
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(f.document().file().string()), f.file, 120'000);
        f.window->openFile(f.large);
        f.draw();
        f.window.reset();
    }
};

QTEST_MAIN(TestWindowThreads)
#include "tst_window_threads.moc"
