// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/claim_history.h"
#include "form_hands.h"
#include "forms/row_form.h"
#include "hands.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";
const char* const kWarrant = "amd-openai-warrant"; // 10 %, with 9 % as a rival of the same day

/// "2025-10-06 6000, 2026-02-24 7000 nasdaq-amd", the rivals behind a bar.
QString historyOf(const WindowFixture& f, Table table, const char* key, Field field)
{
    const ClaimHistory history = claimsOn(f.chain(), f.row(table, key), field);
    const auto text = [&](const std::vector<ClaimId>& claims) {
        QStringList texts;
        for (const ClaimId id : claims) {
            const Claim& claim = f.chain().claims()[id];
            QStringList parts{QString::fromStdString(formatDate(claim.asOf)),
                              QString::fromUtf8(f.chain().text(claim.value).data(),
                                                static_cast<qsizetype>(f.chain().text(claim.value).size()))};
            if (claim.source.isSet())
                parts << QString::fromStdString(std::string(f.chain().key({Table::Sources, claim.source.value})));
            texts << parts.join(QLatin1Char(' '));
        }
        return texts.join(QStringLiteral(", "));
    };
    const QString rivals = text(history.rivals);
    return text(history.adopted) + (rivals.isEmpty() ? QString() : QStringLiteral(" | ") + rivals);
}

void click(const WindowFixture& f, const char* name)
{
    QTest::mouseClick(&shown<QAbstractButton>(f, name), Qt::LeftButton);
}

bool isShown(const WindowFixture& f, const char* name)
{
    const auto* widget = f.window->findChild<QWidget*>(QString::fromLatin1(name));
    return widget != nullptr && widget->isVisible();
}

void raiseTo(const WindowFixture& f, const QString& capacity)
{
    f.document().select(f.row(Table::Deals, kDeal));
    typeInto(f, "dealCapacity", capacity);
}

/// Answers by the keyboard alone.
void answer(const QString& day, const QString& source)
{
    type(day);
    press(Qt::Key_Return);
    type(source);
    press(Qt::Key_Return);
}

} // namespace

class TestClaims final : public QObject {
    Q_OBJECT

private slots:
    void anEditBecomesADatedChange()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        QVERIFY(f.find<QLineEdit>("dealCapacityChangeDay").hasFocus());
        answer(QStringLiteral("24 Feb 2026"), QStringLiteral("nasdaq-amd"));
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::CapacityMw),
                 QStringLiteral("2025-10-06 6000, 2026-02-24 7000 nasdaq-amd"));
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("7000"));
        QVERIFY(f.find<QLineEdit>("dealCapacity").hasFocus());
        QVERIFY(!isShown(f, "dealCapacityChangedOn"));
        QCOMPARE(shown<QPushButton>(f, "dealCapacityHistory").text(), QStringLiteral("1 change"));
        f.trigger("undo"); // the claims, and the question is there again
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::CapacityMw), QString());
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("7000"));
        QVERIFY(isShown(f, "dealCapacityChangedOn"));
        f.trigger("undo"); // the edit itself, and nothing is left to ask about
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("6000"));
        QVERIFY(!isShown(f, "dealCapacityChangedOn"));
    }

    void nobodyIsAskedAboutWhatHasNoHistory()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        typeInto(f, "nodeName", QStringLiteral("Advanced Micro"));
        QVERIFY(!isShown(f, "nodeNameChangedOn"));
        f.document().select(f.row(Table::Deals, kDeal));
        QVERIFY(!isShown(f, "dealCapacityChangedOn")); // nobody has edited it
    }

    void whatIsMissingIsSaidAndEscGoesBack()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        const auto note = [&] { return f.find<QLabel>("dealCapacityChangeNote").text(); };
        answer(QStringLiteral("2026"), {});
        QVERIFY2(!note().isEmpty() && f.find<QLineEdit>("dealCapacityChangeDay").hasFocus(), qPrintable(note()));
        f.find<QLineEdit>("dealCapacityChangeDay").selectAll();
        answer(QStringLiteral("2026-02-24"), QStringLiteral("nobody we know"));
        QVERIFY2(note().contains(QStringLiteral("choose a source")), qPrintable(note()));
        QVERIFY(f.find<QLineEdit>("dealCapacityChangeSource").hasFocus());
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::CapacityMw), QString());
        press(Qt::Key_Escape);
        QVERIFY(f.find<QLineEdit>("dealCapacity").hasFocus());
        QVERIFY(!isShown(f, "dealCapacityChangeDay"));
        QVERIFY(isShown(f, "dealCapacityChangedOn"));
    }

    void aDayBeforeTheAnnouncementIsRefused()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        answer(QStringLiteral("2025-10-05"), QStringLiteral("nasdaq-amd"));
        const QString note = f.find<QLabel>("dealCapacityChangeNote").text();
        QVERIFY2(note.contains(QStringLiteral("2025-10-06")), qPrintable(note));
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::CapacityMw), QString());
    }

    void theNextFieldBeginsWithTheSameAnswers()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        answer(QStringLiteral("2026-02-24"), QStringLiteral("nasdaq-amd"));
        typeInto(f, "dealValue", QStringLiteral("$90B"));
        click(f, "dealValueChangedOn");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::ValueUsd),
                 QStringLiteral("2026-02-24 90000000000 nasdaq-amd"));
    }

    void anAddressBecomesASource()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        answer(QStringLiteral("2026-02-24"), QStringLiteral("https://www.example.com/news/amd-raises"));
        QCOMPARE(historyOf(f, Table::Deals, kDeal, deal_field::CapacityMw),
                 QStringLiteral("2025-10-06 6000, 2026-02-24 7000 example-com-amd-raises"));
        QCOMPARE(fieldOf(f, Table::Sources, "example-com-amd-raises", source_field::Url),
                 std::string("https://www.example.com/news/amd-raises"));
    }

    void aRivalIsAdopted()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kWarrant));
        auto& fold = shown<QPushButton>(f, "dealEquityHistory");
        QCOMPARE(fold.text(), QStringLiteral("since 2025-10-06, 1 rival"));
        QVERIFY(!isShown(f, "dealEquityAdopt"));
        fold.setFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
        click(f, "dealEquityAdopt");
        QCOMPARE(historyOf(f, Table::Deals, kWarrant, deal_field::EquityPct),
                 QStringLiteral("2025-10-06 9 nasdaq-amd | 2025-10-06 10 nasdaq-amd"));
        QCOMPARE(fieldOf(f, Table::Deals, kWarrant, deal_field::EquityPct), std::string("9"));
        f.trigger("undo");
        QCOMPARE(historyOf(f, Table::Deals, kWarrant, deal_field::EquityPct),
                 QStringLiteral("2025-10-06 10 nasdaq-amd | 2025-10-06 9 nasdaq-amd"));
        QCOMPARE(fieldOf(f, Table::Deals, kWarrant, deal_field::EquityPct), std::string("10"));
    }

    void aClaimIsErasedAndComesBack()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kWarrant));
        click(f, "dealEquityHistory");
        const QString before = historyOf(f, Table::Deals, kWarrant, deal_field::EquityPct);
        const QList<QToolButton*> erasers =
            f.window->findChildren<QToolButton*>(QStringLiteral("dealEquityEraseClaim"));
        QCOMPARE(erasers.size(), 2);
        QTest::mouseClick(erasers.last(), Qt::LeftButton);
        QCOMPARE(historyOf(f, Table::Deals, kWarrant, deal_field::EquityPct),
                 QStringLiteral("2025-10-06 10 nasdaq-amd"));
        QCOMPARE(shown<QPushButton>(f, "dealEquityHistory").text(), QStringLiteral("since 2025-10-06"));
        f.trigger("undo");
        QCOMPARE(historyOf(f, Table::Deals, kWarrant, deal_field::EquityPct), before);
    }

    void aTrancheHasAHistoryToo()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& table = shown<QTableView>(f, "tranchesTable");
        int column = -1;
        for (int i = 0; i < table.model()->columnCount(); ++i)
            if (table.model()->headerData(i, Qt::Horizontal).toString() == QLatin1String("Capacity"))
                column = i;
        table.setFocus(Qt::TabFocusReason);
        table.setCurrentIndex(table.model()->index(0, column));
        QLineEdit& editor = editCell(f, "tranchesTable");
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("0.5GW"));
        QTest::keyClick(&editor, Qt::Key_Return);
        click(f, "trancheCapacityChangedOn");
        answer(QStringLiteral("2026-02-24"), QStringLiteral("nasdaq-amd"));
        QCOMPARE(historyOf(f, Table::Tranches, "amd-openai-6gw-1", tranche_field::CapacityMw),
                 QStringLiteral("2025-10-06 1000, 2026-02-24 500 nasdaq-amd"));
        QVERIFY(table.hasFocus());
    }

    void answersThatAreNotSavedAreAskedAboutAtTheEnd()
    {
        WindowFixture f;
        raiseTo(f, QStringLiteral("7GW"));
        click(f, "dealCapacityChangedOn");
        type(QStringLiteral("2026-02-24"));
        const auto& form = f.find<RowForm>("dealForm");
        QCOMPARE(form.unsaved().size(), std::size_t{1});
        QCOMPARE(form.unsaved().front().text, QStringLiteral("2026-02-24"));
        press(Qt::Key_Escape);
        QVERIFY(form.unsaved().empty());
    }
};

QTEST_MAIN(TestClaims)
#include "tst_claims.moc"
