// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hands.h"
#include "window_fixture.h"

#include "chain/edit_builder.h"
#include "items/deals_model.h"
#include "items/roles.h"

#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTableView>

using namespace ochain;

namespace {

/// The filter field with the keyboard in it, and the table it is for.
struct FilterHands {
    WindowFixture f;
    QTableView& table = f.find<QTableView>("dealsTable");
    QLineEdit& line = f.find<QLineEdit>("tableFilter");
    QLabel& note = f.find<QLabel>("filterNote");
    QLabel& count = f.find<QLabel>("filterCount");
    int all = table.model()->rowCount();

    FilterHands() { press(Qt::Key_F, Qt::ControlModifier); }
    [[nodiscard]] int shown() const { return table.model()->rowCount(); }
    [[nodiscard]] QStringList texts(DealsModel::Column column) const
    {
        QStringList texts;
        for (int row = 0; row < shown(); ++row)
            texts << table.model()->index(row, static_cast<int>(column)).data().toString();
        texts.removeDuplicates();
        return texts;
    }
};

/// Deals that say nothing but their value: 0, 1, 2 … dollars.
void addDeals(Document& document, int count)
{
    const Chain& chain = document.chain();
    const auto keyOf = [&chain](Table table, std::size_t place) {
        return std::string(chain.key({table, chain.inOrder(table)[place]}));
    };
    const std::vector<std::pair<Field, std::string>> fields{{deal_field::Supplier, keyOf(Table::Nodes, 0)},
                                                            {deal_field::Customer, keyOf(Table::Nodes, 1)},
                                                            {deal_field::Kind, keyOf(Table::DealKinds, 0)},
                                                            {deal_field::Status, keyOf(Table::Statuses, 0)},
                                                            {deal_field::Basis, "assumed"},
                                                            {deal_field::NoteEn, "filler"}};
    EditBuilder builder(chain);
    for (int i = 0; i < count; ++i) {
        const std::string key = "filler-" + std::to_string(i);
        QVERIFY(!builder.add(Table::Deals, key));
        for (const auto& [field, text] : fields)
            QVERIFY(!builder.set(Table::Deals, key, field, text));
        QVERIFY(!builder.set(Table::Deals, key, deal_field::ValueUsd, std::to_string(i)));
    }
    QVERIFY(document.apply(std::move(builder).build({}, {})));
}

} // namespace

class TestFilterField final : public QObject {
    Q_OBJECT

private slots:
    void aColumnAndItsValueAreCompleted()
    {
        FilterHands hands;
        QVERIFY(hands.line.hasFocus());
        type(QStringLiteral("sta"));
        QCOMPARE(offered(), (QStringList{QStringLiteral("Status:"), QStringLiteral("Starts>")}));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(hands.line.text(), QStringLiteral("Status:"));
        type(QStringLiteral("sig"));
        QCOMPARE(offered(), QStringList(QStringLiteral("Signed ")));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(hands.line.text(), QStringLiteral("Status:Signed "));
        QVERIFY(openList() == nullptr);
        QTRY_VERIFY(hands.shown() < hands.all);
        QCOMPARE(hands.texts(DealsModel::Column::Status), QStringList(QStringLiteral("Signed")));
        QCOMPARE(hands.count.text(), QStringLiteral("%1 of %2 shown").arg(hands.shown()).arg(hands.all));
        press(Qt::Key_Z, Qt::ControlModifier); // what was taken is one step
        QCOMPARE(hands.line.text(), QStringLiteral("Status:sig"));
    }

    void nothingIsTakenUnasked()
    {
        FilterHands hands;
        type(QStringLiteral("st"));
        QVERIFY(openList() != nullptr);
        press(Qt::Key_Return); // no row is lit: on to the table
        QCOMPARE(hands.line.text(), QStringLiteral("st"));
        QVERIFY(hands.table.hasFocus());
        QVERIFY(openList() == nullptr);
    }

    void theColumnsAreListedWhenAskedFor()
    {
        FilterHands hands;
        press(Qt::Key_Down);
        QVERIFY(offered().contains(QStringLiteral("Supplier:")));
        QVERIFY(offered().contains(QStringLiteral("\"Part of\":")));
        QVERIFY(offered().contains(QStringLiteral("Key:")));
        press(Qt::Key_Escape);
        QVERIFY(openList() == nullptr);
    }

    void howAnAmountReadsIsSaid()
    {
        FilterHands hands;
        type(QStringLiteral("capacity>=2GW"));
        QTRY_COMPARE(hands.note.text(), QStringLiteral("Capacity: reads as 2.0 GW"));
        QVERIFY(hands.note.isVisible());
        QVERIFY(hands.shown() > 0 && hands.shown() < hands.all);
        hands.line.selectAll();
        press(Qt::Key_Delete);
        QTRY_COMPARE(hands.shown(), hands.all);
        QVERIFY(!hands.note.isVisible());
    }

    void whatCannotBeReadIsSaidAndFiltersNothing()
    {
        FilterHands hands;
        type(QStringLiteral("oracle"));
        QTRY_VERIFY(hands.shown() < hands.all);
        const int before = hands.shown();
        type(QStringLiteral(" value>abc"));
        QTRY_VERIFY(hands.note.text().contains(QStringLiteral("“abc”")));
        QVERIFY(hands.note.isVisible());
        QCOMPARE(hands.line.property("state").toString(), QStringLiteral("wrong"));
        QCOMPARE(hands.shown(), before); // as it was last read
        QCOMPARE(hands.count.text(), QStringLiteral("%1 of %2 shown").arg(before).arg(hands.all));
        auto& tabs = hands.f.find<QTabBar>("tableTabs");
        tabs.setCurrentIndex(1); // of another table
        QVERIFY(!hands.note.isVisible());
        QCOMPARE(hands.line.property("state").toString(), QString());
        tabs.setCurrentIndex(0);
        QCOMPARE(hands.line.text(), QStringLiteral("oracle value>abc"));
        QVERIFY(hands.note.isVisible());
        hands.line.setFocus();
        hands.line.end(false);
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Backspace);
        type(QStringLiteral("1bn"));
        QTRY_COMPARE(hands.line.property("state").toString(), QString());
    }

    /// It is laid out anew rather than row by row.
    void aLongTableKeepsWhatIsSelected()
    {
        FilterHands hands;
        addDeals(hands.f.document(), 6'000);
        const int all = hands.shown();
        QVERIFY(all > 6'000);
        const RowRef amd = hands.f.row(Table::Deals, "amd-openai-6gw");
        QVERIFY(hands.f.chain().isAlive(amd));
        hands.f.document().select(amd);
        QVERIFY(hands.table.currentIndex().isValid());
        QSignalSpy resets(hands.table.model(), &QAbstractItemModel::modelReset);
        for (const char* filter : {"-note:filler", "value<2000", "amd", "nobody at all", ""}) {
            hands.line.setText(QString::fromLatin1(filter));
            press(Qt::Key_Return);
            press(Qt::Key_F, Qt::ControlModifier);
            QTRY_VERIFY((hands.shown() < all) == (*filter != '\0'));
            QCOMPARE(hands.table.verticalHeader()->count(), hands.shown());
            QVERIFY(hands.f.document().selection().row == amd);
        }
        QCOMPARE(hands.shown(), all);
        QCOMPARE(rowRefOf(hands.table.currentIndex()), std::optional(amd));
        QCOMPARE(resets.size(), 0);
    }

    void aKeyIsFoundBehindKeyOnly()
    {
        FilterHands hands;
        const QString key = QString::fromStdString(
            std::string(hands.f.chain().key({Table::Deals, hands.f.chain().inOrder(Table::Deals).front()})));
        hands.line.setText(QStringLiteral("key=") + key);
        press(Qt::Key_Return);
        QCOMPARE(hands.shown(), 1);
        hands.line.setText(QLatin1Char('"') + key + QLatin1Char('"'));
        QTRY_COMPARE(hands.shown(), 0);
    }
};

QTEST_MAIN(TestFilterField)
#include "tst_filter_field.moc"
