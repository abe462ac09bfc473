// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "figures/chart_figure.h"
#include "figures_testing.h"
#include "rollups/snapshot.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

constexpr int kEdits = 10'000;
constexpr int kBetweenSnapshots = 20;

/// What a figure says, to be compared.
QString saidBy(const char* view, const Snapshot& snapshot)
{
    FigureOptions options = Shipped::at(year(2028));
    options.group = "openai-group";
    const Result<ChartFigure> figure = buildFigure(view, snapshot.chain, snapshot.rollups, options);
    if (!figure)
        return QStringLiteral("refused");
    QStringList lines{headOf(*figure).title};
    for (const QStringList& row : headOf(*figure).table.rows)
        lines << row.join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n'));
}

/// One more megawatt or dollar for one of the deals that have any.
Edit nextEdit(const Chain& chain, int number)
{
    EditBuilder builder(chain);
    const std::uint32_t slotCount = chain.deals().slotCount();
    for (std::uint32_t tried = 0; tried < slotCount; ++tried) {
        const DealId id{static_cast<std::uint32_t>(number * 7 + static_cast<int>(tried)) % slotCount};
        const Deal& deal = chain.deals()[id];
        const bool isWhole = deal.firstTranche == kNoRow && deal.firstPart == kNoRow && !deal.partOf.isSet();
        if (!chain.deals().isAlive(id) || !isWhole || deal.hasClaims || deal.capacity.isAbsent())
            continue;
        static_cast<void>(builder.set(Table::Deals, std::string(chain.key({Table::Deals, id.value})),
                                      deal_field::CapacityMw, formatMegawatts(deal.capacity + Kilowatts{1'000})));
        break;
    }
    return std::move(builder).build("test", "");
}

} // namespace

class TestFigureThreads final : public QObject {
    Q_OBJECT

private slots:
    /// Each builds figures of the newest snapshot again and again; what they said must be what that snapshot says when
    /// all is quiet. To be run under the thread sanitizer.
    void fourThreadsBuildFiguresWhileTenThousandEditsGoThrough()
    {
        constexpr std::array kViews = {"flow", "capacity", "money"};
        const Shipped shipped;
        Snapshot now{shipped.chain, shipped.rollups};
        std::mutex guard;
        SharedSnapshot newest = std::make_shared<const Snapshot>(now);
        struct Said {
            SharedSnapshot of;
            const char* view = nullptr;
            QString text;
        };
        std::vector<Said> said;
        std::atomic<bool> isOver = false;
        const auto build = [&](std::size_t first) {
            for (std::size_t i = first; !isOver; ++i) {
                SharedSnapshot mine;
                {
                    const std::scoped_lock lock(guard);
                    mine = newest;
                }
                const char* const view = kViews[i % kViews.size()];
                QString text = saidBy(view, *mine);
                const std::scoped_lock lock(guard);
                said.push_back({std::move(mine), view, std::move(text)});
            }
        };
        std::vector<std::thread> builders;
        for (std::size_t builder = 0; builder < 4; ++builder)
            builders.emplace_back(build, builder);
        int taken = 0;
        for (int edit = 0; edit < kEdits; ++edit) {
            taken += now.rollups.apply(now.chain, nextEdit(now.chain, edit)) ? 1 : 0;
            if (edit % kBetweenSnapshots != 0)
                continue;
            auto next = std::make_shared<const Snapshot>(now);
            const std::scoped_lock lock(guard);
            newest = std::move(next);
        }
        isOver = true;
        for (std::thread& builder : builders)
            builder.join();
        QCOMPARE(taken, kEdits);
        QVERIFY2(said.size() >= 4, qPrintable(QString::number(said.size())));
        std::set<const Snapshot*> seen;
        for (const Said& each : said) {
            seen.insert(each.of.get());
            QCOMPARE(each.text, saidBy(each.view, *each.of));
        }
        QVERIFY(seen.size() > 1);
    }
};

QTEST_GUILESS_MAIN(TestFigureThreads)
#include "tst_figure_threads.moc"
