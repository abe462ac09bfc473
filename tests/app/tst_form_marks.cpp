// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "form_hands.h"
#include "hands.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

bool isMarked(const QWidget& field)
{
    return field.property("state").toString() == QLatin1String("wrong");
}

/// An edit that comes from elsewhere in the program.
void rename(const WindowFixture& f, Table table, const char* key, Field field, const char* name)
{
    EditBuilder builder(f.chain());
    QVERIFY(!builder.set(table, key, field, name));
    QVERIFY(f.document().apply(std::move(builder).build("test", "another name")));
}

} // namespace

/// A wrong text is marked as long as it stands there, and nothing that is not wrong is; forms that nobody sees cost
/// nothing.
class TestFormMarks final : public QObject {
    Q_OBJECT

private slots:
    void aMarkGoesWithTheWrongText()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        QLineEdit& line = f.enter("dealCapacity");
        line.setCursorPosition(static_cast<int>(line.text().size()));
        type(QStringLiteral("x"));
        QVERIFY(isMarked(line));
        press(Qt::Key_Backspace); // as it was
        QVERIFY(!isMarked(line));
        QVERIFY(!f.find<QLabel>("dealCapacityNote").isVisible());
    }

    void whatAnotherFieldPutsRightIsNotMarkedAnyMore()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "nvidia-norway")); // ends 2026-12
        QLineEdit& starts = f.enter("dealStarts");
        type(QStringLiteral("2030"));
        press(Qt::Key_Tab);
        QVERIFY(isMarked(starts));
        QLineEdit& ends = f.enter("dealEnds");
        type(QStringLiteral("2033"));
        QVERIFY(!isMarked(starts));
        QVERIFY(!isMarked(ends));
        press(Qt::Key_Backspace); // 203 is no year
        QVERIFY(isMarked(ends));
    }

    void theNoteOfALineBelowATableOutlivesAnEditOfACell()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        typeInto(f, "newTrancheStarts", QStringLiteral("2026-11"), Qt::Key_Tab);
        typeInto(f, "newTrancheCapacity", QStringLiteral("500MW"));
        auto& wrong = f.enter("newTrancheCapacity");
        type(QStringLiteral("plenty"));
        press(Qt::Key_Tab);
        QLabel& note = shown<QLabel>(f, "trancheNote");
        const QString said = note.text();
        QVERIFY2(said.contains(QStringLiteral("plenty")), qPrintable(said));
        auto& table = shown<QTableView>(f, "tranchesTable");
        table.setFocus();
        table.setCurrentIndex(table.model()->index(0, 0));
        QLineEdit& editor = editCell(f, "tranchesTable");
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("2026-12"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QTRY_VERIFY(table.findChild<QLineEdit*>(QStringLiteral("cellEditor")) == nullptr);
        QVERIFY(isMarked(wrong));
        QCOMPARE(note.text(), said);
        QVERIFY(note.isVisible());
        QCOMPARE(note.property("role").toString(), QStringLiteral("error"));
        QTest::mouseClick(&shown<QPushButton>(f, "removeTranche"), Qt::LeftButton);

        QVERIFY(isMarked(wrong));
        QCOMPARE(note.text(), said);
    }

    void anotherRowBeginsWithoutMarks()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& line = f.enter("newTrancheCapacity");
        type(QStringLiteral("plenty"));
        QVERIFY(isMarked(line));
        f.document().select(f.row(Table::Deals, "oracle-openai-45gw"));
        QCOMPARE(line.text(), QString());
        QVERIFY(!isMarked(line));
    }

    void whatIsWrongWithADatedChangeStaysMarked()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        typeInto(f, "dealCapacity", QStringLiteral("7GW"));
        QTest::mouseClick(&shown<QPushButton>(f, "dealCapacityChangedOn"), Qt::LeftButton);
        type(QStringLiteral("2026-02-24"));
        press(Qt::Key_Return);
        type(QStringLiteral("nobody"));
        press(Qt::Key_Return);
        auto& source = f.find<QLineEdit>("dealCapacityChangeSource");
        QVERIFY(isMarked(source));
        auto& day = f.enter("dealCapacityChangeDay");
        type(QStringLiteral("2026-02-25"));
        QVERIFY(isMarked(source));
        QVERIFY(!isMarked(day));
        QCOMPARE(f.find<QLabel>("dealCapacityChangeNote").property("role").toString(), QStringLiteral("error"));
        f.enter("dealCapacityChangeSource");
        type(QStringLiteral("nasdaq-amd"));
        QVERIFY(!isMarked(source));
    }

    void whenANewSourceWasPublishedStaysMarkedUntilItCanBeRead()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& line = shown<QLineEdit>(f, "addSource");
        line.setFocus();
        type(QStringLiteral("https://www.example.com/x"));
        auto& published = shown<QLineEdit>(f, "newSourcePublished");
        published.setFocus();
        type(QStringLiteral("soon"));
        QVERIFY(isMarked(published));
        auto& publisher = shown<QLineEdit>(f, "newSourcePublisher");
        publisher.setFocus();
        type(QStringLiteral("Somebody"));
        QVERIFY(isMarked(published));
        QCOMPARE(shown<QLabel>(f, "sourceNote").property("role").toString(), QStringLiteral("error"));
        // taking another source away leaves what is typed
        QTest::mouseClick(&shown<QToolButton>(f, "removeSource"), Qt::LeftButton);
        QCOMPARE(line.text(), QStringLiteral("https://www.example.com/x"));
        QCOMPARE(publisher.text(), QStringLiteral("Somebody"));
        QVERIFY(isMarked(published));
    }

    void aFormThatNobodySeesIsNotFilledAtEachEdit()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "broadcom-openai-10gw"));
        f.document().select(f.row(Table::Nodes, "broadcom"));
        auto& kind = f.find<QComboBox>("dealKind");
        QSignalSpy filled(kind.model(), &QAbstractItemModel::rowsInserted);
        auto& phases = f.find<QTableView>("tranchesTable");
        QSignalSpy moved(phases.model(), &QAbstractItemModel::rowsInserted);
        rename(f, Table::Nodes, "broadcom", node_field::NameEn, "Broadcom Inc.");
        rename(f, Table::DealKinds, "hardware", kind_field::NameEn, "Chips and racks");
        EditBuilder builder(f.chain());
        QVERIFY(!builder.add(Table::Tranches, "unseen"));
        QVERIFY(!builder.set(Table::Tranches, "unseen", tranche_field::Deal, "broadcom-openai-10gw"));
        QVERIFY(!builder.set(Table::Tranches, "unseen", tranche_field::ValueUsd, "100"));
        QVERIFY(!builder.set(Table::Tranches, "unseen", tranche_field::Basis, "assumed"));
        QVERIFY(!builder.set(Table::Tranches, "unseen", tranche_field::Starts, "2027"));
        const auto added = f.document().apply(std::move(builder).build("test", "a phase"));
        QVERIFY2(added, added ? "" : added.error().problems.front().text().c_str());
        QCOMPARE(filled.size(), 0);
        QCOMPARE(moved.size(), 0);
        // seen again it shows all of that
        f.document().select(f.row(Table::Deals, "broadcom-openai-10gw"));
        QCOMPARE(kind.currentText(), QStringLiteral("Chips and racks"));
        QCOMPARE(f.find<QLabel>("dealTitle").text(), QStringLiteral("Broadcom Inc. → OpenAI Group PBC"));
        QVERIFY(phases.model()->rowCount() > 0);
        QCOMPARE(f.find<QLineEdit>("dealSupplier").text(), QStringLiteral("Broadcom Inc."));
    }

    void aFormHiddenWithItsDockCatchesUpWhenItIsShown()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.find<QWidget>("inspectorDock").hide();
        rename(f, Table::Nodes, "amd", node_field::NameEn, "AMD Inc.");
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("AMD"));
        f.find<QWidget>("inspectorDock").show();
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("AMD Inc."));
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("AMD Inc."));
    }
};

QTEST_MAIN(TestFormMarks)
#include "tst_form_marks.moc"
