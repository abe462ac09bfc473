// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/undisclosed_deals.h"
#include "items_testing.h"

#include <QObject>
#include <QTest>

#include <functional>

using namespace ochain;
using namespace ochain::testing;

using Change = std::function<bool(Document&)>;

namespace {

Change set(const std::string& table, const std::string& key, const std::string& field, const std::string& text)
{
    return [=](Document& document) { return setField(document, table, key, field, text); };
}

Change make(const std::function<void(EditText&)>& fill)
{
    return [fill](Document& document) {
        EditText text(document.chain());
        fill(text);
        return document.apply(text.edit()).has_value();
    };
}

} // namespace

class TestUndisclosedDeals final : public QObject {
    Q_OBJECT

private slots:
    void editsAreFollowed_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("difference");
        QTest::newRow("an amount comes") << set("deals", "amd-openai", "value_usd", "1000") << -1;
        QTest::newRow("an amount goes") << set("deals", "oracle-openai", "value_usd", "") << 1;
        QTest::newRow("cancelled") << set("deals", "amd-openai", "status", "cancelled") << -1;
        QTest::newRow("a new deal without an amount") << make([](EditText& edit) {
            edit.add("deals", "new",
                     {{"supplier", "broadcom"},
                      {"customer", "openai"},
                      {"kind", "hardware"},
                      {"status", "signed"},
                      {"basis", "reported"}});
        }) << 1;
        QTest::newRow("a deal is erased") << make([](EditText& edit) { edit.erase("deals", "nvidia-openai"); }) << -1;
        QTest::newRow("something else") << set("nodes", "amd", "name_en", "Advanced Micro Devices") << 0;
    }
    void editsAreFollowed()
    {
        QFETCH(Change, change);
        QFETCH(int, difference);
        const ChainFile file;
        const auto document = file.open();
        UndisclosedDeals followed(*document);
        const std::int64_t before = followed.count().value_or(0);
        QVERIFY(before > 0);
        connect(document.get(), &Document::changed, this, [&](const Changed& changed) { followed.follow(changed); });
        QVERIFY(change(*document));
        QCOMPARE(followed.count(), UndisclosedDeals(*document).count());
        QCOMPARE(followed.count(), before + difference);
        QVERIFY(document->undo().has_value());
        QCOMPARE(followed.count(), before);
        QVERIFY(document->redo().has_value());
        QCOMPARE(followed.count(), before + difference);
    }

    void anotherLensCountsAnew()
    {
        const ChainFile file;
        const auto document = file.open();
        UndisclosedDeals followed(*document);
        (void)followed.count();
        ViewLens lens = document->lens();
        lens.lens.knownAsOf = firstDay(*parseDate("2001-01-01"));
        QVERIFY(document->setLens(lens));
        followed.forget();
        QCOMPARE(followed.count(), UndisclosedDeals(*document).count());
    }

    void aLargeChainIsCountedMeanwhile()
    {
        const ChainFile file;
        const auto document = file.open();
        UndisclosedDeals followed(*document);
        followed.setMostAtOnce(0);
        QSignalSpy counted(&followed, &UndisclosedDeals::counted);
        QVERIFY(!followed.count());
        QVERIFY(setField(*document, "deals", "amd-openai", "value_usd", "1000")); // begins anew
        QVERIFY(!followed.count());
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(followed.count(), UndisclosedDeals(*document).count());
        followed.forget();
        QVERIFY(!followed.count());
        QTRY_COMPARE(counted.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestUndisclosedDeals)
#include "tst_undisclosed_deals.moc"
