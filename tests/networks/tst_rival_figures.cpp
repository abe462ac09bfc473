// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/test_chain.h"
#include "networks/rival_figures.h"

#include <QTest>

#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

using namespace ochain;
using namespace ochain::test;

namespace {

/// A chain with deals of which sources say different things.
class RivalExample {
public:
    RivalExample()
    {
        m_chain.node("amd", "gpus");
        m_chain.node("openai", "models");
        for (const auto& [key, kind] : {std::pair("filed", "filing"), std::pair("paper", "press")})
            m_chain.add(Table::Sources, key, {{source_field::Kind, kind}});
    }
    void deal(const std::string& key, const Texts& fields) { m_chain.deal(key, "amd", "openai", "lease", fields); }
    void say(Table table, const std::string& row, const std::string& field, const std::string& value,
             const std::string& source, bool isAdopted)
    {
        EditBuilder builder(m_chain.chain);
        if (builder.addRow(Table::Claims, {{claim_field::Table, std::string(tableSpec(table).name)},
                                           {claim_field::RowKey, row},
                                           {claim_field::Field, field},
                                           {claim_field::Value, value},
                                           {claim_field::Source, source},
                                           {claim_field::Adopted, isAdopted ? "1" : "0"}}))
            throw std::runtime_error(row);
        m_chain.apply(std::move(builder).build("test", ""));
    }
    [[nodiscard]] TestChain& chain() noexcept { return m_chain; }

    /// "deal capacity_mw 350000 to 351486" a line.
    [[nodiscard]] std::string told(std::optional<Group> group = {}) const
    {
        std::string text;
        for (const RivalFigure& figure : rivalFiguresOf(m_chain.chain, group).figures)
            text += fmt::format("{}{} {} {:.0f} to {:.0f}{}\n", m_chain.chain.key(figure.row),
                                figure.claim.isSet() ? " rival" : "", fieldSpec(figure.row.table, figure.field).name,
                                figure.stated.value_or(-1), figure.reconciled.adjusted,
                                figure.reconciled.isSuspect() ? " suspect" : "");
        return text;
    }

private:
    TestChain m_chain;
};

} // namespace

#define COMPARE_TOLD(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

/// What sources say apart.
class TestRivalFigures final : public QObject {
    Q_OBJECT

private slots:
    void aFilingWeighsMoreThanThePress()
    {
        RivalExample example;
        example.deal("deal", {{deal_field::CapacityMw, "350"}});
        example.say(Table::Deals, "deal", "capacity_mw", "350", "filed", true);
        example.say(Table::Deals, "deal", "capacity_mw", "400", "paper", false);
        // 350 ± 7 and 400 ± 40: 350 + 50 · 49 ÷ (49 + 1600)
        COMPARE_TOLD(example.told(), "deal capacity_mw 350000 to 351486\n"
                                     "deal rival capacity_mw 400000 to 351486\n");
    }

    void aRowWithoutAFigureTakesThatOfItsRivals()
    {
        RivalExample example;
        example.deal("deal", {});
        example.say(Table::Deals, "deal", "value_usd", "900", "paper", false);
        const RivalFigures found = rivalFiguresOf(example.chain().chain);
        COMPARE_TOLD(example.told(), "deal value_usd -1 to 90000\ndeal rival value_usd 90000 to 90000\n");
        QVERIFY(found.figures.front().reconciled.isDetermined);
        QCOMPARE(found.figures.front().reconciled.influence, 0.0);
    }

    void whatIsFarOffIsSuspect()
    {
        RivalExample example;
        example.deal("deal", {{deal_field::ValueUsd, "100"}});
        example.say(Table::Deals, "deal", "value_usd", "100", "filed", true);
        example.say(Table::Deals, "deal", "value_usd", "1000", "paper", false);
        QVERIFY(example.told().find("rival value_usd 100000 to 10036 suspect") != std::string::npos);
    }

    /// A metric with a range is as exact as that.
    void aRangeSaysHowExactAMetricIs()
    {
        RivalExample example;
        example.chain().metric("users-2026", "users",
                               {{metric_field::Unit, "users"},
                                {metric_field::AsOf, "2026"},
                                {metric_field::Value, "100"},
                                {metric_field::Low, "70"},
                                {metric_field::High, "130"}});
        example.say(Table::Metrics, "users-2026", "value", "120", "paper", false);
        // 100 ± 10 and 120 ± 12: 100 + 20 · 100 ÷ 244
        COMPARE_TOLD(example.told(), "users-2026 value 100 to 108\nusers-2026 rival value 120 to 108\n");
    }

    /// Two phases that come to the total still do when the total is another.
    void phasesAreHeldToTheirDeal()
    {
        RivalExample example;
        example.deal("deal", {{deal_field::ValueUsd, "100"}, {deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}});
        for (const auto& [key, year] : {std::pair("first", "2026"), std::pair("second", "2027")})
            example.chain().tranche(
                key, "deal",
                {{tranche_field::Starts, year}, {tranche_field::Ends, year}, {tranche_field::ValueUsd, "50"}});
        example.say(Table::Deals, "deal", "value_usd", "110", "paper", false);
        const RivalFigures found = rivalFiguresOf(example.chain().chain);
        QCOMPARE(found.figures.size(), std::size_t{4});
        double deal = 0, phases = 0;
        for (const RivalFigure& figure : found.figures)
            if (figure.row.table == Table::Tranches)
                phases += figure.reconciled.adjusted;
            else
                deal = figure.reconciled.adjusted; // the rival's is the same
        QVERIFY(std::abs(phases - deal) < 1e-6);
        QVERIFY(deal > 10'000 && deal < 11'000);
        QVERIFY(found.residual < 1e-9);
    }

    void onlyAGroupIsToldIfAsked()
    {
        RivalExample example;
        example.deal("deal", {{deal_field::CapacityMw, "350"}});
        example.say(Table::Deals, "deal", "capacity_mw", "400", "paper", false);
        example.chain().node("other", "models");
        COMPARE_TOLD(example.told(Group::of(example.chain().nodeId("other"))), "");
        QVERIFY(!example.told(Group::of(example.chain().nodeId("amd"))).empty());
        QVERIFY(!example.told(Group::of(example.chain().tierId("models"))).empty());
    }

    void historyIsNoRival()
    {
        RivalExample example;
        example.deal("deal", {{deal_field::CapacityMw, "350"}});
        example.chain().claim("deal", "capacity_mw", "2025", "100");
        example.chain().claim("deal", "capacity_mw", "2026", "350");
        COMPARE_TOLD(example.told(), "");
    }
};

QTEST_APPLESS_MAIN(TestRivalFigures)
#include "tst_rival_figures.moc"
