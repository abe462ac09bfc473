// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "editing/field_names.h"
#include "editing/linked_rows.h"
#include "editing/metric_text.h"
#include "items/roles.h"
#include "items/rows_model.h"
#include "speaking.h"

#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;

namespace {

std::vector<Field> metricColumns()
{
    return {metric_field::Series, metric_field::AsOf, metric_field::Value, metric_field::Basis};
}

bool addMetric(Document& document, std::string_view key, std::string_view node, std::string_view value)
{
    return document
        .apply(EditText(document.chain())
                   .add("metrics", key,
                        {{"series", "price"},
                         {"node", node},
                         {"unit", "USD/month"},
                         {"as_of", "2026"},
                         {"value", value},
                         {"basis", "assumed"}})
                   .edit())
        .has_value();
}

QStringList names(const Chain& chain, const std::vector<RowRef>& rows)
{
    QStringList texts;
    for (const RowRef row : rows)
        texts << nameOf(chain, row);
    return texts;
}

} // namespace

class TestRowsModel final : public QObject {
    Q_OBJECT

private slots:
    void metricsOfANodeFollowEditsRowByRow()
    {
        const ChainFile file;
        const auto document = file.open();
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        Watch watch(model);
        model.setOwner(rowOf(document->chain(), "nodes", "chatgpt"));
        QCOMPARE(asText(model, {0, 1, 2, 3}), QStringLiteral("paying_users | 2026 | 35M | estimated\n"));
        QVERIFY(addMetric(*document, "plus-price", "chatgpt", "20"));
        QVERIFY(addMetric(*document, "chip-price", "nvidia", "40000"));
        QCOMPARE(asText(model, {0, 2}), QStringLiteral("paying_users | 35M\nprice | $20\n"));
        watch.clear();
        QVERIFY(setField(*document, "metrics", "plus-price", "value", "23.5"));
        QCOMPARE(watch.changedRows(), QStringList{QStringLiteral("price")});
        QVERIFY(setField(*document, "metrics", "chip-price", "node", "chatgpt")); // it comes over
        QCOMPARE(watch.inserts(), 1);
        QVERIFY(document->undo());
        QCOMPARE(watch.removals(), 1);
        QCOMPARE(watch.upheavals(), 0);
    }

    void rowsThatChangePlacesAreShownOnceAndStaySelected()
    {
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(addMetric(*document, "plus-price", "chatgpt", "20"));
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        const Watch watch(model);
        const RowRef owner = rowOf(document->chain(), "nodes", "chatgpt");
        model.setOwner(owner);
        const auto rows = metricsOf(document->chain(), owner);
        QCOMPARE(rows.size(), std::size_t(2));
        const RowRef first{Table::Metrics, rows[0]};
        const RowRef second{Table::Metrics, rows[1]};
        const auto move = [&](RowRef from, RowRef to) {
            RowChange change;
            change.table = Table::Metrics;
            change.op = Op::Update;
            change.key = std::string(document->chain().key(from));
            change.rowid = document->chain().rowid(from);
            change.movedTo = document->chain().rowid(to);
            return change;
        };
        Edit edit;
        edit.changes = {move(first, second), move(second, first)};
        document->select(first);
        const QString before = asText(model, {0});
        QVERIFY(document->apply(edit).has_value());
        QCOMPARE(model.rowCount(), 2);
        QStringList lines = before.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        std::reverse(lines.begin(), lines.end());
        QCOMPARE(asText(model, {0}).split(QLatin1Char('\n'), Qt::SkipEmptyParts), lines);
        QVERIFY(document->selection().row == first);
        QVERIFY(document->undo().has_value());
        QCOMPARE(asText(model, {0}), before);
        QVERIFY(document->selection().row == first);
    }

    void cellsAreEditedAsPeopleType_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical"); ///< empty: refused
        const auto add = [](const char* name, Field field, const char* typed, const char* canonical) {
            QTest::newRow(name) << static_cast<int>(field) << QString::fromUtf8(typed) << QString::fromUtf8(canonical);
        };
        add("a figure", metric_field::Value, "50M", "50000000");
        add("a date", metric_field::AsOf, "2H 2026", "2026-07");
        add("a choice in words", metric_field::Basis, "Assumed", "assumed");
        add("no figure", metric_field::Value, "many", "");
        add("no choice", metric_field::Basis, "guessed", "");
        add("a series a formula needs", metric_field::Series, "other_users", "");
    }
    void cellsAreEditedAsPeopleType()
    {
        QFETCH(int, field);
        QFETCH(QString, typed);
        QFETCH(QString, canonical);
        const ChainFile file;
        const auto document = file.open();
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        const Watch watch(model);
        model.setOwner(rowOf(document->chain(), "nodes", "chatgpt"));
        const QModelIndex cell = model.index(0, model.columnOf(static_cast<Field>(field)));
        const std::string before = document->chain().value(*rowRefOf(cell), static_cast<Field>(field));
        QSignalSpy refused(&model, &RowsModel::refused);
        QCOMPARE(model.setData(cell, typed), !canonical.isEmpty());
        QCOMPARE(refused.size(), canonical.isEmpty() ? 1 : 0);
        QCOMPARE(document->chain().value(*rowRefOf(cell), static_cast<Field>(field)),
                 canonical.isEmpty() ? before : canonical.toStdString());
    }

    void whatACellOffersToEditReadsAsItself()
    {
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(addMetric(*document, "plus-price", "chatgpt", "1234.56789"));
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        const Watch watch(model);
        model.setOwner(rowOf(document->chain(), "nodes", "chatgpt"));
        const std::string before = everything(*document);
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(model.setData(model.index(row, column), model.index(row, column).data(Qt::EditRole)));
        QCOMPARE(everything(*document), before);
        QVERIFY(!document->canUndo() || document->undoText().contains(QLatin1String("plus-price")));
    }

    void aFileOpenForReadingOnlyIsNotEdited()
    {
        const ChainFile file;
        QVERIFY(runSql(file.path(), "PRAGMA ignore_check_constraints = ON; "
                                    "UPDATE deals SET starts = 20310000, ends = 20260000 WHERE key = 'amd-openai'"));
        const auto document = file.open();
        QVERIFY(document->isReadOnly());
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        const Watch watch(model);
        model.setOwner(rowOf(document->chain(), "nodes", "chatgpt"));
        QVERIFY((model.flags(model.index(0, 2)) & Qt::ItemIsEditable) == 0);
        QVERIFY(!model.setData(model.index(0, 2), QStringLiteral("50M")));
    }

    void anErasedOwnerLeavesNoRows()
    {
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(addMetric(*document, "chip-price", "mi450", "40000"));
        RowsModel model(*document, Table::Metrics, metricColumns(), metricsOf);
        Watch watch(model);
        model.setOwner(rowOf(document->chain(), "nodes", "mi450"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(
            document->apply(EditText(document->chain()).erase("metrics", "chip-price").erase("nodes", "mi450").edit()));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.owner());
        QCOMPARE(watch.resets(), 0);
    }

    void weightsAreShownAndTakenAsShares()
    {
        const ChainFile file;
        const auto document = file.open();
        RowsModel model(*document, Table::Statuses, {status_field::NameEn, status_field::WeightBp},
                        [](const Chain& chain, RowRef) { return chain.inOrder(Table::Statuses); });
        const Watch watch(model);
        model.setOwner(rowOf(document->chain(), "statuses", "signed"));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("90 %"));
        QVERIFY(model.setData(model.index(1, 1), QStringLiteral("85 %")));
        QCOMPARE(fieldOf(document->chain(), "statuses", "signed", "weight_bp"), std::string("8500"));
        QVERIFY(!model.setData(model.index(1, 1), QStringLiteral("120 %")));
    }

    void rowsThatHangTogetherAreFound_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("linked");
        const auto add = [](const char* table, const char* key, const QStringList& linked) {
            QTest::newRow(key) << QString::fromUtf8(table) << QString::fromUtf8(key) << linked;
        };
        add("nodes", "chatgpt", {QStringLiteral("ChatGPT → Users"), QStringLiteral("DevDay")});
        add("nodes", "nvidia", {QStringLiteral("NVIDIA → OpenAI"), QStringLiteral("NVIDIA → OpenAI")});
        add("nodes", "foundation", {QStringLiteral("OpenAI")});
        add("tiers", "upstream", {QStringLiteral("Chips"), QStringLiteral("Cloud")});
        add("statuses", "operating", {QStringLiteral("ChatGPT → Users")});
        add("metrics", "users-2026", {QStringLiteral("ChatGPT → Users"), QStringLiteral("ChatGPT")});
        add("events", "devday", {QStringLiteral("OpenAI"), QStringLiteral("ChatGPT")});
        add("sources", "amd-8k", {QStringLiteral("AMD → OpenAI")});
    }
    void rowsThatHangTogetherAreFound()
    {
        QFETCH(QString, table);
        QFETCH(QString, key);
        QFETCH(QStringList, linked);
        const Chain chain = smallChain();
        QCOMPARE(names(chain, linkedRows(chain, rowOf(chain, table.toStdString(), key.toStdString()))), linked);
    }

    void figuresAreWrittenInTheirUnit_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto add = [](double value, const char* unit, const char* english, const char* chinese) {
            QTest::addRow("%g %s", value, unit)
                << value << QString::fromUtf8(unit) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
        };
        add(13e9, "USD", "$13B", "130亿美元");
        add(20, "USD/month", "$20", "20美元");
        add(0.05, "USD/image", "$0.05", "0.05美元");
        add(-2.5e9, "USD", "−$2.5B", "−25亿美元");
        add(4, "percent", "4 %", "4 %");
        add(8e8, "people", "800M", "8亿");
        add(30000, "MW", "30.0 GW", "30.0 GW");
        add(1e20, "tokens", "100000000000000000000", "100000000000000000000");
        add(0, "people", "0", "0");
    }
    void figuresAreWrittenInTheirUnit()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QCOMPARE(metricText(value, unit), english);
        QCOMPARE(testing::spoken(Language::Chinese, [&] { return metricText(value, unit); }), chinese);
    }

    void choicesHaveWords()
    {
        for (const TableSpec& spec : allTables())
            for (const FieldSpec& field : spec.fields)
                for (const auto& [value, words] : choicesOf(field)) {
                    QVERIFY2(!words.isEmpty(), field.name.data());
                    QCOMPARE(choiceMeant(field, words), std::optional(value.toStdString()));
                }
    }
};

QTEST_GUILESS_MAIN(TestRowsModel)
#include "tst_rows_model.moc"
