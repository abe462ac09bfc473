// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"
#include "scenarios/value_scale.h"

#include <QTest>

using namespace ochain;
using namespace ochain::test;

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

/// A deal, a metric with a range and one without, and a status.
Example rows()
{
    Example example;
    example.deal("lease", "oracle", "openai", "lease",
                 {{deal_field::Starts, "2027"},
                  {deal_field::Ends, "2030"},
                  {deal_field::Announced, "2025-01-31"},
                  {deal_field::ValueUsd, "300000000000"},
                  {deal_field::CapacityMw, "0.5"}});
    example.metric("paying", "paying",
                   {{metric_field::AsOf, "2026"},
                    {metric_field::Value, "5"},
                    {metric_field::Low, "4"},
                    {metric_field::High, "8"}});
    example.metric("loss", "loss", {{metric_field::AsOf, "2026"}, {metric_field::Value, "-8"}});
    return example;
}

} // namespace

class TestValueScale final : public QObject {
    Q_OBJECT

private slots:
    void aDateMovesByMonthsAndStaysAsPreciseAsItCan_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("months");
        QTest::addColumn<bool>("isEnd");
        QTest::addColumn<QString>("moved");
        QTest::addRow("by nothing") << "2027" << 0 << false << "2027";
        QTest::addRow("a year by a year") << "2027" << 12 << false << "2028";
        QTest::addRow("a year that starts, by a month") << "2027" << 1 << false << "2027-02";
        QTest::addRow("a year that ends, by a month") << "2027" << 1 << true << "2028-01";
        QTest::addRow("a year that ends, back by a month") << "2027" << -1 << true << "2027-11";
        QTest::addRow("a month") << "2026-12" << 1 << false << "2027-01";
        QTest::addRow("a day the month has not") << "2025-01-31" << 1 << false << "2025-02-28";
        QTest::addRow("a day, back over new year") << "2025-01-15" << -1 << false << "2024-12-15";
    }
    void aDateMovesByMonthsAndStaysAsPreciseAsItCan()
    {
        QFETCH(const QString, date);
        QFETCH(const int, months);
        QFETCH(const bool, isEnd);
        QFETCH(const QString, moved);
        QCOMPARE(text(formatDate(movedByMonths(*parseDate(date.toStdString()), months, isEnd))), moved);
    }

    void aSliderGoesAsFarAsMakesSense_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("values"); // at its first, base and last place
        const auto row = [](const char* name, Table table, const char* key, Field field, const char* values) {
            QTest::addRow("%s", name) << int(table) << key << int{field} << values;
        };
        row("money", Table::Deals, "lease", deal_field::ValueUsd, "0 300000000000 600000000000");
        row("a small capacity", Table::Deals, "lease", deal_field::CapacityMw, "0 0.5 1");
        row("a start", Table::Deals, "lease", deal_field::Starts, "2025 2027 2029");
        row("a day", Table::Deals, "lease", deal_field::Announced, "2023-01-31 2025-01-31 2027-01-31");
        row("a metric with a range", Table::Metrics, "paying", metric_field::Value, "4 5 8");
        row("a negative metric", Table::Metrics, "loss", metric_field::Value, "-16 -8 0");
        row("a weight", Table::Statuses, "announced", status_field::WeightBp, "0 5000 10000");
    }
    void aSliderGoesAsFarAsMakesSense()
    {
        QFETCH(const int, table);
        QFETCH(const QString, key);
        QFETCH(const int, field);
        QFETCH(const QString, values);
        const Example example = rows();
        QVERIFY(example.isFine());
        const Chain& chain = example.chain();
        const RowRef of{static_cast<Table>(table), chain.find(static_cast<Table>(table), key.toStdString())};
        const auto scale = ValueScale::of(chain, of, static_cast<Field>(field), {});
        QVERIFY(scale.has_value());
        const int base = scale->placeOf(chain.value(of, static_cast<Field>(field)));
        const std::string ends = scale->valueAt(0) + ' ' + scale->valueAt(base) + ' ' + scale->valueAt(scale->last());
        QCOMPARE(text(ends), values);
        for (int place = 0; place <= scale->last(); ++place) {
            QCOMPARE(scale->placeOf(scale->valueAt(place)), place);
            QVERIFY2(
                canonical(of.table, key.toStdString(), static_cast<Field>(field), scale->valueAt(place)).has_value(),
                scale->valueAt(place).c_str());
        }
    }

    void aFieldWithoutABaseGoesByWhatItIsOverriddenWith()
    {
        Example undisclosed;
        undisclosed.deal("secret", "oracle", "openai", "lease", {});
        const RowRef row{Table::Deals, undisclosed.chain().find(Table::Deals, "secret")};
        QVERIFY(!ValueScale::of(undisclosed.chain(), row, deal_field::ValueUsd, {}));
        const auto scale = ValueScale::of(undisclosed.chain(), row, deal_field::ValueUsd, "1000");
        QVERIFY(scale.has_value());
        QCOMPARE(text(scale->valueAt(scale->last())), QStringLiteral("2000"));
    }

    void whatIsNoAmountAndNoDateHasNone()
    {
        const Example example = rows();
        const RowRef lease{Table::Deals, example.chain().find(Table::Deals, "lease")};
        QVERIFY(!ValueScale::of(example.chain(), lease, deal_field::Status, {}));
        QVERIFY(!ValueScale::of(example.chain(), lease, deal_field::NoteEn, "x"));
    }
};

QTEST_APPLESS_MAIN(TestValueScale)
#include "tst_value_scale.moc"
