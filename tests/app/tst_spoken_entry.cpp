// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_hands.h"
#include "hands.h"
#include "items/roles.h"
#include "speaking.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

void enterSpoken(const WindowFixture& f, const char* editor, const QString& text)
{
    enterField(f, QString::fromLatin1(editor));
    type(text);
    press(Qt::Key_Return);
}

std::string valueOf(const WindowFixture& f, Field field)
{
    return f.document().selection().row ? f.chain().value(*f.document().selection().row, field) : std::string();
}

QString noteAt(const WindowFixture& f, const char* editor)
{
    const QLabel& note = f.find<QLabel>((std::string(editor) + "Note").c_str());
    return note.isHidden() ? QString() : note.text();
}

} // namespace

/// Amounts as news tell them, typed into forms and cells: what they say of other fields is filled in, shown, and taken
/// back as one step.
class TestSpokenEntry final : public QObject {
    Q_OBJECT

private slots:
    void whatAnAmountSaysIsShownBeforeAndAfterItIsSaved()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealValue"));
        type(QStringLiteral("up to ~$100B"));
        QCOMPARE(noteAt(f, "dealValue"), QStringLiteral("reads as $100B; also fills in Basis: estimated, Commitment: "
                                                        "ceiling (“up to”)"));
        press(Qt::Key_Return);
        QCOMPARE(valueOf(f, deal_field::ValueUsd), std::string("100000000000"));
        QCOMPARE(valueOf(f, deal_field::Commitment), std::string("ceiling"));
        QCOMPARE(valueOf(f, deal_field::Basis), std::string("estimated"));
        QCOMPARE(shownIn(f.find<QWidget>("dealCommitment")), QStringLiteral("ceiling (“up to”)"));
        for (const char* filled : {"dealCommitment", "dealBasis"})
            QCOMPARE(noteAt(f, filled), QStringLiteral("filled in from “up to ~$100B”"));
        QCOMPARE(noteAt(f, "dealValue"),
                 QStringLiteral("also fills in Basis: estimated, Commitment: ceiling (“up to”)"));
        f.trigger("undo");
        QCOMPARE(valueOf(f, deal_field::ValueUsd), std::string());
        QCOMPARE(valueOf(f, deal_field::Commitment), std::string());
        QCOMPARE(valueOf(f, deal_field::Basis), std::string("reported"));
        for (const char* field : {"dealValue", "dealCommitment", "dealBasis"})
            QCOMPARE(noteAt(f, field), QString());
        QVERIFY(!f.document().canUndo()); // one step
    }

    void anEndWaitsForTheStart()
    {
        WindowFixture f;
        const std::size_t before = f.chain().deals().size();
        f.trigger("newDeal");
        for (const auto& [editor, text] : {std::pair("dealSupplier", "amd"),
                                           {"dealCustomer", "oracle"},
                                           {"dealKind", "hardware"},
                                           {"dealStatus", "signed"},
                                           {"dealValue", "$38B over seven years"}})
            enterSpoken(f, editor, QString::fromLatin1(text));
        QCOMPARE(f.chain().deals().size(), before + 1);
        QCOMPARE(valueOf(f, deal_field::ValueUsd), std::string());
        QCOMPARE(noteAt(f, "dealValue"),
                 QStringLiteral("“$38B over seven years” has no end without a start; write first "
                                "when it starts, or the amount alone"));
        enterField(f, QStringLiteral("dealStarts"));
        type(QStringLiteral("Jul-27"));
        QCOMPARE(noteAt(f, "dealValue"), QStringLiteral("reads as $38B; also fills in Ends: 2034-06"));
        press(Qt::Key_Return);
        QCOMPARE(valueOf(f, deal_field::Starts), std::string("2027-07"));
        QCOMPARE(valueOf(f, deal_field::ValueUsd), std::string("38000000000"));
        QCOMPARE(valueOf(f, deal_field::Ends), std::string("2034-06"));
        QCOMPARE(shownIn(f.find<QWidget>("dealEnds")), QStringLiteral("2034-06"));
        f.trigger("undo"); // the deal as it was entered
        QCOMPARE(f.chain().deals().size(), before);
    }

    void aRangeOfADealIsRefusedWithWhatToDo()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterSpoken(f, "dealCapacity", QStringLiteral("10-15GW"));
        QVERIFY2(noteAt(f, "dealCapacity").contains(QStringLiteral("“up to 15.0 GW” as a ceiling")),
                 qPrintable(noteAt(f, "dealCapacity")));
        QCOMPARE(f.find<QWidget>("dealCapacity").property("state").toString(), QStringLiteral("wrong"));
        QVERIFY(!f.document().canUndo());
    }

    void aRangeOfAMetricFillsItsLowAndItsHigh()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Metrics, "chip-deals-gw"));
        enterSpoken(f, "metricValue", QStringLiteral("20-30GW"));
        QCOMPARE(valueOf(f, metric_field::Value), std::string("25000"));
        QCOMPARE(valueOf(f, metric_field::Low), std::string("20000"));
        QCOMPARE(valueOf(f, metric_field::High), std::string("30000"));
        QCOMPARE(shownIn(f.find<QWidget>("metricLow")), QStringLiteral("20.0 GW"));
        f.trigger("undo");
        QCOMPARE(valueOf(f, metric_field::Low), std::string());
        QVERIFY(!f.document().canUndo());
    }

    void aCellIsOneStepToo()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& table = shown<QTableView>(f, "dealsTable");
        const QAbstractItemModel& model = *table.model();
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                if (const QModelIndex cell = model.index(row, column);
                    cell.data(KeyRole).toString() == QLatin1String(kDeal) && cell.data(FieldRole).isValid() &&
                    cell.data(FieldRole).toInt() == deal_field::ValueUsd)
                    table.setCurrentIndex(cell);
        table.setFocus();
        QLineEdit& editor = editCell(f, "dealsTable");
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("~$5B"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::ValueUsd), std::string("5000000000"));
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::Basis), std::string("estimated"));
        f.trigger("undo");
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::Basis), std::string("reported"));
        QVERIFY(!f.document().canUndo());
    }

    void aPhaseThatIsAddedTakesWhatItSays()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "aws-openai"));
        typeInto(f, "newTrancheStarts", QStringLiteral("2027"), Qt::Key_Tab);
        typeInto(f, "newTrancheValue", QStringLiteral("up to $10B over two years"), Qt::Key_Return);
        const RowRef made = f.row(Table::Tranches, "aws-openai-1");
        QCOMPARE(f.chain().value(made, tranche_field::ValueUsd), std::string("10000000000"));
        QCOMPARE(f.chain().value(made, tranche_field::Ends), std::string("2028"));
        QCOMPARE(f.chain().value(made, tranche_field::Commitment), std::string("ceiling"));
        f.trigger("undo");
        QVERIFY(!f.document().canUndo());
    }

    void inChineseItIsSaidInChinese()
    {
        WindowFixture f;
        const testing::Speaking chinese(Language::Chinese);
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealValue"));
        type(QStringLiteral("最多一千億美元"));
        const QString note = noteAt(f, "dealValue");
        QVERIFY2(note.contains(QStringLiteral("1000亿美元")) && note.contains(QStringLiteral("约束力：上限")) &&
                     !note.contains(QLatin1String("fills")),
                 qPrintable(note));
        press(Qt::Key_Return);
        QCOMPARE(valueOf(f, deal_field::ValueUsd), std::string("100000000000"));
        QCOMPARE(valueOf(f, deal_field::Commitment), std::string("ceiling"));
        QVERIFY2(noteAt(f, "dealCommitment").contains(QStringLiteral("“最多一千億美元”")),
                 qPrintable(noteAt(f, "dealCommitment")));
    }
};

QTEST_MAIN(TestSpokenEntry)
#include "tst_spoken_entry.moc"
