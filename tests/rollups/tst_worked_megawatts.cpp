// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

/// Whose megawatts they are, and which of them bind, worked out by hand from data/README.md, sections 3 and 4.
class TestWorkedMegawatts : public QObject {
    Q_OBJECT

private slots:
    void aFacilityMegawattStandsBesideAnItOne()
    {
        Example example;
        const auto lease = [&example](const char* key, const char* boundary) {
            example.deal(key, "oracle", "openai", "lease",
                         {{deal_field::Starts, "2026"},
                          {deal_field::Ends, "2026"},
                          {deal_field::CapacityMw, "100"},
                          {deal_field::Boundary, boundary}});
        };
        lease("inside", "it");
        lease("around", "facility");
        lease("unsaid", "");
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{300'000});
        example.look(itLens());
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{100'000 + 77'000 + 100'000});
        QCOMPARE(example.value("oracle", M::CapacityOut, "total", "cloud"), std::int64_t{277'000});
    }

    void conversionRoundsHalfToEvenAndComesBeforeTheWeight_data()
    {
        QTest::addColumn<QString>("megawatts");
        QTest::addColumn<qint64>("it");
        QTest::addColumn<qint64>("weighted"); // of it, at 80 %
        const auto row = [](const char* megawatts, qint64 it, qint64 weighted) {
            QTest::newRow(megawatts) << QString::fromLatin1(megawatts) << it << weighted;
        };
        row("0.001", 0, 0); // 0.5
        row("0.003", 2, 2); // 1.5; weighted first it would be 2, then 1
        row("0.005", 2, 2); // 2.5
        row("0.007", 4, 3); // 3.5; 3.2
        row("0.014", 7, 6); // 5.6; weighted first it would be 11, then 6
    }

    void conversionRoundsHalfToEvenAndComesBeforeTheWeight()
    {
        QFETCH(const QString, megawatts);
        QFETCH(const qint64, it);
        QFETCH(const qint64, weighted);
        Example example;
        example.row(Table::Boundaries, "half", {{boundary_field::ToItBp, "5000"}});
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::CapacityMw, megawatts.toStdString()}, {deal_field::Boundary, "half"}});
        example.look(itLens());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), it);
        example.look(itLens(weightedLens()));
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), weighted);
    }

    void aTranchesOwnBoundaryCountsBeforeTheDeals()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::CapacityMw, "10"}, {deal_field::Boundary, "facility"}});
        example.tranche("t", "d", {{tranche_field::CapacityMw, "4"}, {tranche_field::Boundary, "it"}});
        example.tranche("u", "d", {{tranche_field::CapacityMw, "1"}});
        example.look(itLens());
        QVERIFY(example.isFine());
        // 4 MW, 77 % of 1 MW and of the 5 MW that are left
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{4'000 + 770 + 3'850});
    }

    void aPartTakesFromAWholeAtAnotherBoundaryAsStated_data()
    {
        QTest::addColumn<int>("overlaps");
        QTest::addColumn<qint64>("stated");
        QTest::addColumn<qint64>("it");
        const auto row = [](const char* name, Overlaps overlaps, qint64 stated, qint64 it) {
            QTest::newRow(name) << static_cast<int>(overlaps) << stated << it;
        };
        row("unique", Overlaps::Unique, 1'000'000, 862'000); // 77 % of the 600 MW left, and 400 MW
        row("gross", Overlaps::Gross, 1'400'000, 1'170'000);
        row("overlap", Overlaps::Overlap, 400'000, 308'000);
    }

    void aPartTakesFromAWholeAtAnotherBoundaryAsStated()
    {
        QFETCH(const int, overlaps);
        QFETCH(const qint64, stated);
        QFETCH(const qint64, it);
        Example example;
        example.deal("whole", "oracle", "openai", "lease",
                     {{deal_field::CapacityMw, "1000"}, {deal_field::Boundary, "facility"}});
        example.deal("part", "oracle", "openai", "lease",
                     {{deal_field::CapacityMw, "400"}, {deal_field::Boundary, "it"}, {deal_field::PartOf, "whole"}});
        const Lens lens = overlapLens(static_cast<Overlaps>(overlaps));
        example.look(lens);
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), stated);
        example.look(itLens(lens));
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), it);
    }

    void aBoundaryIsKnownSinceItWasSaid_data()
    {
        QTest::addColumn<int>("year"); // known at the end of
        QTest::addColumn<qint64>("it");
        QTest::newRow("before anybody said") << 2024 << qint64{10'000};
        QTest::newRow("thought to be IT load") << 2025 << qint64{10'000};
        QTest::newRow("it was the building") << 2026 << qint64{7'700};
    }

    void aBoundaryIsKnownSinceItWasSaid()
    {
        QFETCH(const int, year);
        QFETCH(const qint64, it);
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::CapacityMw, "10"}, {deal_field::Boundary, "facility"}});
        example.claim("deals", "d", "boundary", "2025", "it", "1");
        example.claim("deals", "d", "boundary", "2026", "facility", "1");
        example.look(itLens(knownAsOf(year, 12, 31)));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), it);
    }

    void thePowerOfOneSiteBindsThatSiteAndNotTheGroup_data()
    {
        QTest::addColumn<QString>("kind"); // of Abilene
        QTest::addColumn<QString>("bindsStargate");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<QString>("bindsCloud"); // the tier
        QTest::newRow("a site") << QStringLiteral("site") << QStringLiteral("chips") << qint64{1'000'000}
                                << QStringLiteral("chips");
        QTest::newRow("a project") << QStringLiteral("project") << QStringLiteral("power") << qint64{200'000}
                                   << QStringLiteral("power");
    }

    void thePowerOfOneSiteBindsThatSiteAndNotTheGroup()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, bindsStargate);
        QFETCH(const qint64, least);
        QFETCH(const QString, bindsCloud);
        Example example = stargate(kind.toStdString());
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("stargate", M::CapacityIn, "2026", "power"), std::int64_t{200'000}); // it is there
        QCOMPARE(QString::fromStdString(example.binding("stargate", "2026")), bindsStargate);
        QCOMPARE(example.value("stargate", M::Binding, "2026"), least);
        QCOMPARE(QString::fromStdString(example.binding("abilene", "2026")), QStringLiteral("power"));
        QCOMPARE(example.value("abilene", M::Binding, "2026"), std::int64_t{200'000});
        // a hall in the site: what reaches it reaches the site, seen from the group, and just itself, seen from itself
        QCOMPARE(QString::fromStdString(example.binding("hall", "2026")), QStringLiteral("power"));
        const auto cloud = example.rollups().binding(Group::of(example.chain().find<TierId>("cloud")),
                                                     Period{PeriodKind::Year, 2026, 0});
        QVERIFY(cloud.has_value());
        QCOMPARE(QString::fromUtf8(example.chain().key({Table::Tiers, example.chain().tierOf(cloud->layer).value})),
                 bindsCloud);
    }

    void whatOneSiteDoesNotTellHidesNothingOfWhatBindsTheGroup()
    {
        Example example = stargate("site");
        example.deal("secret", "nvidia", "abilene", "hardware", {{deal_field::Starts, "2026"}});
        example.deal("dark", "oracle", "abilene", "lease", {{deal_field::Starts, "2026"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.undisclosed("stargate", M::CapacityIn, "2026", "chips"), 1U);
        QCOMPARE(example.undisclosed("stargate", M::Binding, "2026"), 0U);
        QCOMPARE(example.hidden("stargate", M::Binding, "2026"), (Hidden{0, 0}));
        // of the site itself chips could come to bind, and so could the cloud
        QCOMPARE(example.hidden("abilene", M::Binding, "2026"), (Hidden{0, 2}));
        example.deal("open", "nvidia", "stargate", "hardware", {{deal_field::Starts, "2026"}});
        example.look();
        QCOMPARE(example.undisclosed("stargate", M::CapacityIn, "2026", "chips"), 2U);
        QCOMPARE(example.undisclosed("stargate", M::Binding, "2026"), 1U);
        QCOMPARE(example.hidden("stargate", M::Binding, "2026"), (Hidden{1, 0}));
    }

private:
    /// Stargate with chips of 1 GW for all of it, and 200 MW of power for Abilene, half of it for a hall there.
    static Example stargate(const std::string& kindOfAbilene)
    {
        Example example;
        example.row(Table::Tiers, "power", {{tier_field::Ordinal, "0"}, {tier_field::Layer, "1"}});
        const auto node = [&example](const char* key, const char* tier, const std::string& kind, const char* parent) {
            example.row(Table::Nodes, key,
                        {{node_field::Tier, tier}, {node_field::Kind, kind}, {node_field::Parent, parent}});
        };
        node("utility", "power", "company", "");
        node("stargate", "cloud", "project", "");
        node("abilene", "cloud", kindOfAbilene, "stargate");
        node("hall", "cloud", "", "abilene");
        const auto deal = [&example](const char* key, const char* supplier, const char* customer,
                                     const char* megawatts) {
            example.deal(
                key, supplier, customer, "lease",
                {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::CapacityMw, megawatts}});
        };
        deal("grid", "utility", "abilene", "100");
        deal("backup", "utility", "hall", "100");
        deal("chips", "nvidia", "stargate", "1000");
        return example;
    }
};

QTEST_APPLESS_MAIN(TestWorkedMegawatts)
#include "tst_worked_megawatts.moc"
