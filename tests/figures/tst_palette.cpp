// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/palette.h"

#include "figures_testing.h"

#include <QObject>
#include <QTest>

#include <set>

using namespace ochain;

class TestPalette final : public QObject {
    Q_OBJECT

private slots:
    void wordsStandOutFromPaper_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void wordsStandOutFromPaper()
    {
        QFETCH(bool, isDark);
        const Surfaces& colours = surfacesOf(isDark ? Theme::Dark : Theme::Light);
        for (const Rgb word : {colours.ink, colours.inkSoft, colours.accent, colours.warning})
            QVERIFY(contrast(word, colours.surface) >= 4.5);
        QVERIFY(contrast(colours.accent, colours.accentSoft) >= 4.5);
    }

    void edgesStandOutFromPaperAndWordsFromRibbons()
    {
        const testing::Shipped shipped;
        for (const TierId tier : shipped.chain.tierOrder()) {
            const MarkColours marks = coloursOf(shipped.chain, tier);
            for (const Theme theme : {Theme::Light, Theme::Dark}) {
                const Surfaces& surfaces = surfacesOf(theme);
                const std::string name(shipped.chain.text(shipped.chain.tiers()[tier].head.key));
                QVERIFY2(contrast(marks.edge.in(theme), surfaces.surface) >= 3.0, name.c_str());
                QVERIFY2(contrast(surfaces.ink, marks.soft.in(theme)) >= 4.5, name.c_str());
            }
        }
    }

    void eachLeafTierOfAFamilyHasAShadeOfItsOwn()
    {
        const testing::Shipped shipped;
        std::set<Rgb> shades;
        const char* leaves[] = {"land",    "power",   "construction",    "accelerators", "memory",  "foundry",
                                "network", "systems", "cloud-providers", "dc-sites",     "capital", "content"};
        for (const char* leaf : leaves)
            shades.insert(coloursOf(shipped.chain, shipped.chain.find<TierId>(leaf)).mark.light);
        QCOMPARE(shades.size(), std::size(leaves));
    }

    void rootsHaveTheAnchorsAndTheRestIsGrey()
    {
        const testing::Shipped shipped;
        const auto markOf = [&](const char* tier) {
            return coloursOf(shipped.chain, shipped.chain.find<TierId>(tier)).mark.light;
        };
        QCOMPARE(markOf("upstream"), Rgb(0x0072B2));
        QCOMPARE(markOf("midstream"), Rgb(0x009E73));
        QCOMPARE(markOf("downstream"), Rgb(0xE69F00));
        QCOMPARE(coloursOf(shipped.chain, shipped.chain.find<TierId>("authorities")), outsideColours());
    }
};

QTEST_APPLESS_MAIN(TestPalette)
#include "tst_palette.moc"
