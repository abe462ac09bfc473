// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_hands.h"
#include "hands.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace ochain;

namespace {

/// A new deal into whose first field a line is pasted.
struct PasteFixture : WindowFixture {
    explicit PasteFixture(const QString& line)
    {
        QGuiApplication::clipboard()->setText(line);
        trigger("newDeal");
        press(Qt::Key_V, Qt::ControlModifier);
    }
    [[nodiscard]] std::size_t deals() const { return chain().deals().size(); }
    [[nodiscard]] std::string ofSelected(Field field) const
    {
        const std::optional<RowRef>& row = document().selection().row;
        return row && row->table == Table::Deals ? chain().value(*row, field) : std::string();
    }
    [[nodiscard]] QString text(const char* line) const { return find<QLineEdit>(line).text(); }
    [[nodiscard]] QString note(const char* field) const
    {
        return find<QLabel>((QByteArray(field) + "Note").constData()).text();
    }
    [[nodiscard]] bool isWaiting() const { return find<QWidget>("readLine").isVisible(); }
};

QString wholeLine()
{
    return QStringLiteral("Oracle → OpenAI Group PBC cloud 4.5GW ~$300B 2027-2031 signed 2025-07-22 2 million units "
                          "https://example.com/oracle-openai\n");
}

} // namespace

/// A line pasted into an empty new deal.
class TestPastedDeal final : public QObject {
    Q_OBJECT

private slots:
    void whatIsSureIsFilledInAndNothingIsSaved()
    {
        PasteFixture f(QStringLiteral("Oracle → OpenAI Group PBC cloud 4.5GW ~$300B 2027-2031 signed 2025-07-22"));
        const std::size_t before = f.deals();
        QVERIFY(f.isWaiting());
        QCOMPARE(f.text("dealSupplier"), QStringLiteral("Oracle"));
        QCOMPARE(f.text("dealCustomer"), QStringLiteral("OpenAI Group PBC"));
        QCOMPARE(f.find<QComboBox>("dealKind").currentText(), QStringLiteral("Cloud and compute"));
        QCOMPARE(f.text("dealStarts"), QStringLiteral("2027"));
        QCOMPARE(f.note("dealSupplier"), QStringLiteral("filled in from “Oracle”"));
        QVERIFY2(f.note("dealValue").startsWith(QStringLiteral("filled in from “~$300B”; reads as $300B")),
                 qPrintable(f.note("dealValue")));
        for (int i = 0; i < 12; ++i) // one looks at it field by field
            press(Qt::Key_Tab);
        QCOMPARE(f.deals(), before);
        QVERIFY(f.isWaiting());
    }

    void enterTakesItIntoTheChainAsOneEdit()
    {
        PasteFixture f(wholeLine());
        const std::size_t before = f.deals();
        QCOMPARE(f.find<QLabel>("readLineSource").text(),
                 QStringLiteral("Source, added with the deal: https://example.com/oracle-openai"));
        press(Qt::Key_Return);
        QCOMPARE(f.deals(), before + 1);
        QVERIFY(!f.isWaiting());
        QCOMPARE(f.ofSelected(deal_field::ValueUsd), std::string("300000000000"));
        QCOMPARE(f.ofSelected(deal_field::Basis), std::string("estimated"));
        QCOMPARE(f.ofSelected(deal_field::Announced), std::string("2025-07-22"));
        QCOMPARE(f.ofSelected(deal_field::Status), std::string("signed"));
        int cited = 0;
        f.chain().forEachCitation(*f.document().selection().row, [&](CitationId, const Citation& citation) {
            ++cited;
            QCOMPARE(f.chain().value({Table::Sources, citation.source.value}, source_field::Url),
                     std::string("https://example.com/oracle-openai"));
            QVERIFY(f.chain().text(citation.fields).find("value_usd") != std::string_view::npos);
        });
        QCOMPARE(cited, 1);
        f.trigger("undo");
        QCOMPARE(f.deals(), before);
        QVERIFY(!f.document().canUndo());
    }

    void escapeAndUndoGiveTheEmptyFormBack_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("isControl");
        QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape) << false;
        QTest::newRow("Ctrl+Z") << static_cast<int>(Qt::Key_Z) << true;
    }
    void escapeAndUndoGiveTheEmptyFormBack()
    {
        QFETCH(int, key);
        QFETCH(bool, isControl);
        PasteFixture f(wholeLine());
        QVERIFY(f.isWaiting());
        press(static_cast<Qt::Key>(key), isControl ? Qt::ControlModifier : Qt::NoModifier);
        QVERIFY(!f.isWaiting());
        for (const char* line : {"dealSupplier", "dealCustomer", "dealValue", "dealStarts"})
            QCOMPARE(f.text(line), QString());
        QVERIFY(!f.document().canUndo() && !f.document().canRedo());
        press(Qt::Key_V, Qt::ControlModifier); // and it may be pasted again
        QVERIFY(f.isWaiting());
    }

    void whatWasLeftOverIsSaidAndGoesIntoTheNote()
    {
        PasteFixture f(QStringLiteral("Oracle → OpenAI Group PBC 4.5GW 2 million units"));
        QCOMPARE(f.find<QLabel>("readLineRest").text(), QStringLiteral("Left over: “2 million units”"));
        f.find<QPushButton>("readLineNote").click();
        QCOMPARE(f.find<QPlainTextEdit>("dealNote").toPlainText(), QStringLiteral("2 million units"));
        QVERIFY(!f.find<QLabel>("readLineRest").isVisible());
        QVERIFY(f.isWaiting());
    }

    void whoMayBeMeantIsOfferedAndNotTaken()
    {
        PasteFixture f(QStringLiteral("Oracle → OpenAI cloud 4.5GW"));
        const std::size_t before = f.deals();
        QCOMPARE(f.text("dealCustomer"), QString());
        QVERIFY2(
            f.find<QLabel>("readLineRest").text().contains(QStringLiteral("Nobody in the chain is called \"OpenAI\"")),
            qPrintable(f.find<QLabel>("readLineRest").text()));
        press(Qt::Key_Return);
        QCOMPARE(f.deals(), before); // something is missing
        press(Qt::Key_Escape);
        PasteFixture again(QStringLiteral("Oracle → OpenAI cloud 4.5GW"));
        auto& offer = again.find<QPushButton>("readLineOffer");
        QCOMPARE(offer.text(), QStringLiteral("Customer: OpenAI Group PBC"));
        offer.click();
        QCOMPARE(again.text("dealCustomer"), QStringLiteral("OpenAI Group PBC"));
        QVERIFY(!again.find<QLabel>("readLineRest").isVisible());
        QVERIFY(again.isWaiting());
        again.find<QPushButton>("readLineEnter").click();
        QCOMPARE(again.ofSelected(deal_field::CapacityMw), std::string("4500"));
    }

    void anyOtherTextIsPastedAsItIs_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"Oracle", "Oracle → someone else", "$300B 2027-2031 cloud"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void anyOtherTextIsPastedAsItIs()
    {
        QFETCH(QString, line);
        PasteFixture f(line);
        QVERIFY(!f.isWaiting());
        QCOMPARE(f.text("dealSupplier"), line);
    }

    void aFormThatIsNotEmptyTakesThePasteAsText()
    {
        WindowFixture f;
        f.trigger("newDeal");
        enterField(f, QStringLiteral("dealValue"));
        type(QStringLiteral("$1B"));
        QGuiApplication::clipboard()->setText(wholeLine());
        enterField(f, QStringLiteral("dealSupplier"));
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!f.find<QWidget>("readLine").isVisible());
        QVERIFY(f.find<QLineEdit>("dealSupplier").text().startsWith(QStringLiteral("Oracle → OpenAI")));
    }

    void anotherRowMayBeLookedAtMeanwhile()
    {
        PasteFixture f(wholeLine());
        const std::size_t before = f.deals();
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        QCOMPARE(f.deals(), before);
        f.trigger("newDeal");
        QVERIFY(f.isWaiting());
        QCOMPARE(f.text("dealCustomer"), QStringLiteral("OpenAI Group PBC"));
    }
};

QTEST_MAIN(TestPastedDeal)
#include "tst_pasted_deal.moc"
