// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/block_edit.h"

#include "document/names.h"
#include "document_testing.h"
#include "editing/field_names.h"
#include "editing/name_index.h"
#include "editing/typed_text.h"
#include "speaking.h"
#include "store/store_testing.h"

#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

using namespace ochain;

namespace {

/// A table that shows some fields, from left to right, and a column that is worked out.
BlockPlace placeIn(const Chain& chain, Table table, const std::vector<Field>& fields,
                   const std::vector<std::string>& keys)
{
    BlockPlace place;
    place.table = table;
    for (const Field field : fields)
        place.columns << BlockColumn{{fieldLabel(table, field), toQString(fieldSpec(table, field).name)}, field};
    place.columns << BlockColumn{{QStringLiteral("Money in period")}, std::nullopt};
    for (const std::string& key : keys)
        place.rows.push_back(chain.find(table, key));
    return place;
}

BlockPlace dealsFrom(const Chain& chain, const std::vector<std::string>& keys)
{
    BlockPlace place = placeIn(chain, Table::Deals,
                               {deal_field::Supplier, deal_field::Customer, deal_field::Kind, deal_field::Status,
                                deal_field::CapacityMw, deal_field::ValueUsd, deal_field::Starts, deal_field::Ends},
                               keys);
    place.hidden << BlockColumn{{QStringLiteral("Key"), QStringLiteral("键")}, deal_field::Key};
    return place;
}

/// "amd-openai-6gw.capacity_mw 6000>7000", one a field, and "+key" of rows that are new.
QStringList changesOf(const Edit& edit)
{
    QStringList changes;
    for (const RowChange& change : edit.changes) {
        if (change.op == Op::Insert)
            changes << QLatin1Char('+') + toQString(change.key);
        for (const FieldChange& field : change.fields)
            if (field.field != 0)
                changes << QStringLiteral("%1.%2 %3>%4")
                               .arg(toQString(change.key), toQString(fieldSpec(change.table, field.field).name),
                                    toQString(field.before), toQString(field.after));
    }
    return changes;
}

QStringList texts(std::initializer_list<const char*> all)
{
    QStringList list;
    for (const char* each : all)
        list << QString::fromUtf8(each);
    return list;
}

QStringList refusalsOf(const BlockEdit& block)
{
    QStringList refusals;
    for (const RefusedCell& cell : block.refused)
        refusals << QStringLiteral("%1 %2: %3").arg(cell.line).arg(cell.column, toQString(cell.why.text()));
    return refusals;
}

} // namespace

class TestBlockEdit final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setLanguage(Language::English); }

    void aTextOfTheClipboardIsLinesOfCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("lines");
        using Lines = std::initializer_list<std::initializer_list<const char*>>;
        const auto row = [](const char* name, const char* text, Lines lines) {
            QList<QStringList> cells;
            for (const auto& line : lines) {
                cells << QStringList();
                for (const char* cell : line)
                    cells.last() << QString::fromUtf8(cell);
            }
            QTest::newRow(name) << QString::fromUtf8(text) << cells;
        };
        row("nothing", "", {});
        row("one cell", "300", {{"300"}});
        row("a block", "a\tb\nc\td\n", {{"a", "b"}, {"c", "d"}});
        row("line ends of Windows", "a\tb\r\nc\td\r\n", {{"a", "b"}, {"c", "d"}});
        row("line ends of old", "a\rb\r", {{"a"}, {"b"}});
        row("empty cells", "\ta\t\n\t\t\nb", {{"", "a", ""}, {"", "", ""}, {"b"}});
        row("an empty cell in a column", "a\n\nb\n", {{"a"}, {""}, {"b"}});
        row("a line end in a cell", "\"a\nb\"\tc\n", {{"a\nb", "c"}});
        row("quotation marks in a cell", "\"say \"\"no\"\"\"\tc", {{"say \"no\"", "c"}});
        row("inches", "\"5\" rack\t19\" rack", {{"\"5\" rack", "19\" rack"}});
        row("empty lines behind", "a\n\t\n\n\n", {{"a"}, {"", ""}});
        row("guarded", "'=1+1\t'-x", {{"=1+1", "-x"}});
        row("blanks around", " a \t b", {{"a", "b"}});
    }
    void aTextOfTheClipboardIsLinesOfCells()
    {
        QFETCH(QString, text);
        QFETCH(QList<QStringList>, lines);
        QCOMPARE(pastedLines(text), lines);
    }

    void aBlockIsReadAsAWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("changes");
        const auto row = [](const char* name, const char* text, int column,
                            std::initializer_list<const char*> changes) {
            QTest::newRow(name) << QString::fromUtf8(text) << column << texts(changes);
        };
        row("a cell", "7GW", 4, {"amd-openai-6gw.capacity_mw 6000>7000"});
        row("two rows", "7GW\n11GW", 4,
            {"amd-openai-6gw.capacity_mw 6000>7000", "nvidia-openai-10gw.capacity_mw 10000>11000"});
        row("two columns", "7GW\t$90B", 4,
            {"amd-openai-6gw.capacity_mw 6000>7000", "amd-openai-6gw.value_usd >90000000000"});
        row("what is there already", "6GW\n10000", 4, {});
        row("an empty cell clears", "\t", 4, {"amd-openai-6gw.capacity_mw 6000>"});
        row("with what an amount says besides", "up to $90B", 5,
            {"amd-openai-6gw.value_usd >90000000000", "amd-openai-6gw.commitment *>ceiling"});
        row("by header", "Value\tCapacity\n$90B\t7GW\n", 0,
            {"amd-openai-6gw.value_usd >90000000000", "amd-openai-6gw.capacity_mw 6000>7000"});
        row("by names of fields", "value_usd\tcapacity_mw\n90000000000\t7000\n", 0,
            {"amd-openai-6gw.value_usd >90000000000", "amd-openai-6gw.capacity_mw 6000>7000"});
        row("units in the header", "Value ($bn)\tCapacity (GW)\n90\t7\n", 0,
            {"amd-openai-6gw.value_usd >90000000000", "amd-openai-6gw.capacity_mw 6000>7000"});
        row("by key", "Key\tCapacity\nnvidia-openai-10gw\t11GW\namd-openai-6gw\t7GW\n", 0,
            {"nvidia-openai-10gw.capacity_mw 10000>11000", "amd-openai-6gw.capacity_mw 6000>7000"});
        row("a new row by key", "Key\tSupplier\tCustomer\tKind\nx-y\tAMD\tOracle\thardware\n", 0,
            {"+x-y", "x-y.supplier >amd", "x-y.customer >oracle", "x-y.kind >hardware", "x-y.status >announced",
             "x-y.basis >reported"});
        row("new rows by header", "Supplier\tCustomer\tKind\tValue\nAMD\tOracle\thardware\t$1B\n", 0,
            {"+amd-oracle-hardware", "amd-oracle-hardware.supplier >amd", "amd-oracle-hardware.customer >oracle",
             "amd-oracle-hardware.kind >hardware", "amd-oracle-hardware.value_usd >1000000000",
             "amd-oracle-hardware.status >announced", "amd-oracle-hardware.basis >reported"});
    }
    void aBlockIsReadAsAWhole()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QStringList, changes);
        Chain chain = testing::shippedChain();
        BlockPlace place = dealsFrom(chain, {"amd-openai-6gw", "nvidia-openai-10gw"});
        place.column = column;
        BlockEdit block = readBlock(chain, place, pastedLines(text));
        QCOMPARE(refusalsOf(block), QStringList());
        QStringList found = changesOf(block.edit);
        found.replaceInStrings(QRegularExpression(QStringLiteral("(commitment) \\w*>")), QStringLiteral("\\1 *>"));
        std::sort(found.begin(), found.end());
        std::sort(changes.begin(), changes.end());
        QCOMPARE(found, changes);
        const Problems problems = chain.apply(block.edit);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().sentence.text().c_str());
    }

    void rowsOfOneBlockGetKeysOfTheirOwn()
    {
        Chain chain = testing::shippedChain();
        const QString text = QStringLiteral("Supplier\tCustomer\tKind\nAMD\tOracle\thardware\nAMD\tOracle\thardware\n");
        BlockEdit block = readBlock(chain, dealsFrom(chain, {}), pastedLines(text));
        QCOMPARE(block.added, 2);
        QCOMPARE(changesOf(block.edit).filter(QStringLiteral("+")),
                 QStringList({QStringLiteral("+amd-oracle-hardware"), QStringLiteral("+amd-oracle-hardware-2")}));
        QVERIFY(chain.apply(block.edit).empty());
    }

    void whatIsWorkedOutIsPassedOverAndSaid()
    {
        const Chain& chain = testing::shippedChain();
        const QString text = QStringLiteral("Capacity\tMoney in period\n7GW\t$1B\n");
        const BlockEdit block = readBlock(chain, dealsFrom(chain, {"amd-openai-6gw"}), pastedLines(text));
        QCOMPARE(block.passedOver, QStringList(QStringLiteral("Money in period")));
        QCOMPARE(changesOf(block.edit), QStringList(QStringLiteral("amd-openai-6gw.capacity_mw 6000>7000")));
    }

    void aWholeIsNotOverwrittenWithWhatItsPhasesAddUpTo()
    {
        Chain chain = testing::shippedChain();
        EditBuilder builder(chain);
        std::vector<std::string> phases;
        const DealId amd = chain.find<DealId>("amd-openai-6gw");
        chain.forEachTranche(amd, [&](TrancheId id, const Tranche&) {
            phases.emplace_back(chain.key({Table::Tranches, id.value}));
        });
        for (const std::string& phase : phases)
            QVERIFY(!builder.erase(Table::Tranches, phase));
        QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, ""));
        QVERIFY(!builder.add(Table::Tranches, "all-of-it"));
        QVERIFY(!builder.set(Table::Tranches, "all-of-it", tranche_field::Deal, "amd-openai-6gw"));
        QVERIFY(!builder.set(Table::Tranches, "all-of-it", tranche_field::CapacityMw, "6000"));
        QVERIFY(!builder.set(Table::Tranches, "all-of-it", tranche_field::Basis, "reported"));
        Edit edit = std::move(builder).build("test", "phases");
        QVERIFY(chain.apply(edit).empty());
        BlockPlace place = dealsFrom(chain, {"amd-openai-6gw"});
        place.column = 4;
        QVERIFY(readBlock(chain, place, pastedLines(QStringLiteral("6GW"))).edit.changes.empty());
        QVERIFY(!readBlock(chain, place, pastedLines(QStringLiteral("7GW"))).edit.changes.empty());
    }

    void whatCannotBeTakenIsRefusedWithItsPlaceAndNothingElseIsDone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("refused"); // the beginning of each
        const auto row = [](const char* name, const char* text, int column,
                            std::initializer_list<const char*> refused) {
            QTest::newRow(name) << QString::fromUtf8(text) << column << texts(refused);
        };
        row("a cell among others", "7GW\nmuch", 4, {"2 Capacity: "});
        row("each", "much\nmore", 4, {"1 Capacity: ", "2 Capacity: "});
        row("nobody of that name", "Nobody Inc.\tOracle", 0, {"1 Supplier: Nobody in the chain"});
        row("beyond the last column", "$1B\t2027\t2028\tx\ty", 5, {"1 : “y” stands beyond the last column"});
        row("a header with a name that is none", "Capacity\tWhatever\n7GW\tx", 4, {"1 : the first line names columns"});
        row("beyond the last row", "7GW\n8GW\n9GW\n", 4, {"3 Supplier: this line is a new row"});
        row("a row twice", "Key\tCapacity\namd-openai-6gw\t7GW\namd-openai-6gw\t8GW\n", 0, {"3 : “amd-openai-6gw” is"});
        row("money of another currency", "Value (EUR)\n90\n", 0, {"2 Value: "});
        row("a range", "10-15GW", 4, {"1 Capacity: "});
    }
    void whatCannotBeTakenIsRefusedWithItsPlaceAndNothingElseIsDone()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        QFETCH(QStringList, refused);
        const Chain& chain = testing::shippedChain();
        BlockPlace place = dealsFrom(chain, {"amd-openai-6gw", "nvidia-openai-10gw"});
        place.column = column;
        const BlockEdit block = readBlock(chain, place, pastedLines(text));
        const QStringList found = refusalsOf(block);
        QVERIFY2(found.size() == refused.size(), qPrintable(found.join(QLatin1Char('\n'))));
        for (qsizetype i = 0; i < refused.size(); ++i)
            QVERIFY2(found[i].startsWith(refused[i]), qPrintable(found[i]));
        QVERIFY(block.edit.changes.empty());
    }

    void nodesMetricsAndSourcesArePastedAlike()
    {
        Chain chain = testing::shippedChain();
        const auto paste = [&](Table table, const std::vector<Field>& fields, const char* text) {
            BlockEdit block = readBlock(chain, placeIn(chain, table, fields, {}), pastedLines(QString::fromUtf8(text)));
            const Problems problems = chain.apply(block.edit);
            return refusalsOf(block) + QStringList(problems.empty() ? QString() : QStringLiteral("refused")) +
                   QStringList(QString::number(block.added));
        };
        const QStringList untaken = paste(Table::Nodes, {node_field::NameEn, node_field::Tier},
                                          "Acme Power\tNo such tier\nBolt\taccelerators\n");
        QCOMPARE(untaken.last(), QStringLiteral("0"));
        QVERIFY2(untaken.first().startsWith(QStringLiteral("1 Tier: ")), qPrintable(untaken.first()));
        QCOMPARE(paste(Table::Nodes, {node_field::NameEn, node_field::Tier}, "Acme Power\taccelerators\n"),
                 QStringList({QString(), QStringLiteral("1")}));
        QCOMPARE(paste(Table::Metrics,
                       {metric_field::Series, metric_field::Node, metric_field::Value, metric_field::Unit},
                       "acme_users\tAcme Power\t3 million\tpeople\n"),
                 QStringList({QString(), QStringLiteral("1")}));
        QCOMPARE(paste(Table::Sources, {source_field::Publisher, source_field::Title, source_field::Url},
                       "Acme\tAnnual report\thttps://example.org/acme\n"),
                 QStringList({QString(), QStringLiteral("1")}));
    }

    void oneTextFillsManyCells()
    {
        Chain chain = testing::shippedChain();
        const auto row = [&](const char* key) { return chain.find(Table::Deals, key); };
        BlockEdit block =
            fillCells(chain, Table::Deals,
                      {{row("amd-openai-6gw"), deal_field::Ends}, {row("nvidia-openai-10gw"), deal_field::Ends}},
                      QStringLiteral("2033"));
        QCOMPARE(block.updated, 2);
        QVERIFY(chain.apply(block.edit).empty());
        QCOMPARE(chain.value({Table::Deals, row("nvidia-openai-10gw")}, deal_field::Ends), std::string("2033"));
    }

    void theTopmostCellGoesDown()
    {
        const Chain& chain = testing::shippedChain();
        const std::uint32_t amd = chain.find(Table::Deals, "amd-openai-6gw");
        const std::uint32_t nvidia = chain.find(Table::Deals, "nvidia-openai-10gw");
        const BlockEdit block = copyDown(chain, Table::Deals, {{deal_field::CapacityMw, amd, {nvidia}}});
        QCOMPARE(changesOf(block.edit), QStringList(QStringLiteral("nvidia-openai-10gw.capacity_mw 10000>6000")));
    }

    void namesAreFoundAsOneByOne()
    {
        const Chain& chain = testing::shippedChain();
        for (const Table table : {Table::Nodes, Table::Tiers, Table::DealKinds, Table::Sources}) {
            const NameIndex index(chain, table);
            for (std::uint32_t row = 0; row < chain.slotCount(table); ++row) {
                if (!chain.isAlive({table, row}))
                    continue;
                const QStringList names{nameIn(Language::English, chain, {table, row}),
                                        nameIn(Language::Chinese, chain, {table, row}),
                                        nameIn(Language::English, chain, {table, row}).toUpper(),
                                        toQString(chain.key({table, row})), QStringLiteral("nobody")};
                for (const QString& name : names)
                    QCOMPARE(index.rowCalled(name), rowCalled(chain, table, name));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockEdit)
#include "tst_block_edit.moc"
