// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "document/names.h"
#include "form_hands.h"
#include "hands.h"
#include "items/deals_model.h"
#include "items/deals_proxy.h"
#include "items/rows_model.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

std::string ofDeal(const WindowFixture& f, Field field)
{
    return f.chain().value(f.row(Table::Deals, kDeal), field);
}

std::size_t citations(const WindowFixture& f)
{
    return f.chain().size(Table::Citations);
}

} // namespace

/// Kinds, tiers and other choices out of a few, and sources: found by typing too.
class TestChoices final : public QObject {
    Q_OBJECT

private slots:
    void aChoiceHalfTypedIsMarkedAndNotSaved_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("last");
        const auto add = [](Table table, const char* key, const char* editor, const char* typed) {
            for (const Qt::Key last : {Qt::Key_Tab, Qt::Key_Return})
                QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                             .arg(QLatin1String(editor), QLatin1String(typed))
                                             .arg(last == Qt::Key_Tab ? QLatin1String("Tab") : QLatin1String("Enter"))))
                    << static_cast<int>(table) << QString::fromLatin1(key) << QString::fromLatin1(editor)
                    << QString::fromLatin1(typed) << static_cast<int>(last);
        };
        add(Table::Deals, kDeal, "dealKind", "cl");
        add(Table::Deals, kDeal, "dealKind", "c");
        add(Table::Deals, kDeal, "dealKind", "cloud and");
        add(Table::Deals, kDeal, "dealStatus", "s");
        add(Table::Deals, kDeal, "dealStatus", "oper");
        add(Table::Deals, kDeal, "dealBasis", "e");
        add(Table::Deals, kDeal, "dealProfile", "stands for");
        add(Table::Metrics, "plus-price", "metricBasis", "assum");
        add(Table::Tiers, "accelerators", "tierLayer", "ye");
        add(Table::DealKinds, "hardware", "dealKindClass", "cap");
    }
    void aChoiceHalfTypedIsMarkedAndNotSaved()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        QFETCH(int, last);
        WindowFixture f;
        const auto of = static_cast<Table>(table);
        f.document().select(RowRef{of, f.chain().find(of, key.toStdString())});
        const QWidget& field = enterField(f, editor);
        type(typed);
        QVERIFY(!offered().isEmpty());
        press(static_cast<Qt::Key>(last));
        QVERIFY(openList() == nullptr);
        QVERIFY(!f.document().canUndo());
        QCOMPARE(shownIn(field), typed);
        QCOMPARE(field.property("state").toString(), QStringLiteral("wrong"));
        const auto& note = f.find<QLabel>((editor + QStringLiteral("Note")).toLatin1().constData());
        QVERIFY2(note.isVisible() && note.text().contains(QLatin1String("hoose")), qPrintable(note.text()));
        f.trigger("language_zh_CN");
        QCOMPARE(shownIn(field), typed);
        f.document().select(f.row(Table::Nodes, "oracle"));
        f.window->close();
        QVERIFY(!f.document().canUndo());
    }

    void typingNarrowsAChoiceSpacesIncluded()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealKind"));
        type(QStringLiteral("app"));
        QVERIFY2(offered().contains(QStringLiteral("App integration")), qPrintable(offered().join(QLatin1Char('/'))));
        QCOMPARE(offered().value(0), QStringLiteral("App integration"));
        type(QStringLiteral(" "));
        QCOMPARE(offered(), QStringList{QStringLiteral("App integration")});
        type(QStringLiteral("integration"));
        press(Qt::Key_Tab);
        QCOMPARE(ofDeal(f, deal_field::Kind), std::string("app_integration"));
    }

    void anExactWordOrKeyIsTaken_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a name") << QStringLiteral("Cloud and compute") << QStringLiteral("cloud");
        QTest::newRow("a name in small letters") << QStringLiteral("revenue share") << QStringLiteral("revenue_share");
        QTest::newRow("a key") << QStringLiteral("CLOUD") << QStringLiteral("cloud");
        QTest::newRow("a name in the other language") << QStringLiteral("云与算力") << QStringLiteral("cloud");
    }
    void anExactWordOrKeyIsTaken()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        const QWidget& field = enterField(f, QStringLiteral("dealKind"));
        type(typed);
        press(Qt::Key_Tab);
        QCOMPARE(QString::fromStdString(ofDeal(f, deal_field::Kind)), kind);
        QCOMPARE(field.property("state").toString(), QString());
    }

    void aChoiceIsMadeByArrowsOrMouse()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        const QWidget& field = enterField(f, QStringLiteral("dealKind"));
        type(QStringLiteral("cl"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(ofDeal(f, deal_field::Kind), std::string("cloud"));
        QCOMPARE(shownIn(field), QStringLiteral("Cloud and compute"));
        enterField(f, QStringLiteral("dealKind"));
        type(QStringLiteral("l"));
        clickInList(QStringLiteral("Lease"));
        QCOMPARE(ofDeal(f, deal_field::Kind), std::string("lease"));
        type(QStringLiteral("l"));
        press(Qt::Key_Escape);
        QCOMPARE(shownIn(field), QStringLiteral("Lease"));
        press(Qt::Key_F4); // the whole list
        QVERIFY(openList() != nullptr);
        QVERIFY(offered().size() > 10);
    }

    void theNewNodeStripTakesNoHalfTypedTier()
    {
        WindowFixture f;
        const std::size_t nodes = f.chain().nodes().size();
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        press(Qt::Key_Tab);
        auto& tier = f.find<QComboBox>("newSupplierTier");
        QVERIFY(tier.hasFocus());
        type(QStringLiteral("cl"));
        press(Qt::Key_Tab);
        QTest::mouseClick(&f.find<QPushButton>("newSupplierCreate"), Qt::LeftButton);
        QCOMPARE(f.chain().nodes().size(), nodes);
        QCOMPARE(tier.property("state").toString(), QStringLiteral("wrong"));
        enterField(f, QStringLiteral("newSupplierTier"));
        type(QStringLiteral("cloud"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        const QString lit = openList()->currentIndex().data().toString();
        press(Qt::Key_Return);
        QCOMPARE(tier.currentText(), lit);
    }

    void theNewNodeStripProposesTheTierOfTheNodeBeforeAndElseNone()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        press(Qt::Key_Tab);
        QCOMPARE(f.find<QComboBox>("newSupplierTier").currentText(), QStringLiteral("GPUs and AI accelerators"));
        press(Qt::Key_Escape);
        f.trigger("newDeal");
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        press(Qt::Key_Tab);
        auto& tier = f.find<QComboBox>("newSupplierTier");
        const auto& note = f.find<QLabel>("newSupplierTierNote");
        QVERIFY(tier.hasFocus());
        QCOMPARE(tier.currentText(), QString());
        QVERIFY(!note.isVisible()); // nothing is wrong yet
        press(Qt::Key_Return);
        QVERIFY(note.isVisible());
        QCOMPARE(tier.property("state").toString(), QStringLiteral("wrong"));
        QTest::mouseClick(&f.find<QPushButton>("newSupplierCreate"), Qt::LeftButton);
        QVERIFY(f.find<QWidget>("newSupplier").isVisible()); // nothing has been created
        QVERIFY(tier.hasFocus());
        type(QStringLiteral("foundry"));
        QVERIFY(!note.isVisible());
        press(Qt::Key_Return);
        press(Qt::Key_Return); // the first has closed the list
        QVERIFY(!f.find<QWidget>("newSupplier").isVisible());
        QCOMPARE(f.find<QLineEdit>("dealSupplier").property("state").toString(), QString());
    }

    void theNewNodeStripTakesNoHalfTypedKind()
    {
        WindowFixture f;
        const std::size_t nodes = f.chain().nodes().size();
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        auto& kind = enterField(f, QStringLiteral("newSupplierKind"));
        type(QStringLiteral("comp"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(shownIn(kind), QStringLiteral("comp")); // no word is put into one's mouth
        QTest::mouseClick(&f.find<QPushButton>("newSupplierCreate"), Qt::LeftButton);
        QCOMPARE(f.chain().nodes().size(), nodes);
        QCOMPARE(kind.property("state").toString(), QStringLiteral("wrong"));
        QVERIFY(f.find<QLabel>("newSupplierKindNote").text().contains(QLatin1String("comp")));
        QVERIFY(kind.hasFocus());
        enterField(f, QStringLiteral("newSupplierKind"));
        type(QStringLiteral("legal_entity"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(f.chain().nodes().size(), nodes + 1);
        QCOMPARE(f.chain().value(f.row(Table::Nodes, "intel"), node_field::Kind), std::string("legal_entity"));
    }

    void aNewKindIsTakenOnceItIsChosenAsSuch()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        auto& kind = enterField(f, QStringLiteral("newSupplierKind"));
        type(QStringLiteral("comp"));
        QCOMPARE(offered(), (QStringList{QStringLiteral("company"), QStringLiteral("New kind: comp")}));
        type(QStringLiteral("any"));
        QCOMPARE(offered(), QStringList{QStringLiteral("company")}); // which it is
        enterField(f, QStringLiteral("newSupplierKind"));
        type(QStringLiteral("Power Broker"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(shownIn(kind), QStringLiteral("power-broker"));
        QCOMPARE(kind.property("state").toString(), QString());
        press(Qt::Key_Return);
        QCOMPARE(f.chain().value(f.row(Table::Nodes, "intel"), node_field::Kind), std::string("power-broker"));
    }

    void aSourceIsCitedOnlyByItsTitleOrKeyOrFromTheList()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        const std::size_t before = citations(f);
        auto& line = shown<QLineEdit>(f, "addSource");
        line.setFocus();
        type(QStringLiteral("r"));
        press(Qt::Key_Tab);
        QCOMPARE(citations(f), before);
        QCOMPARE(line.text(), QStringLiteral("r"));
        line.setFocus();
        line.selectAll();
        type(QStringLiteral("openai"));
        press(Qt::Key_Return);
        QCOMPARE(citations(f), before);
        line.setFocus();
        line.selectAll();
        type(QStringLiteral("CNA-oracle-45gw"));
        press(Qt::Key_Tab);
        QCOMPARE(citations(f), before + 1);
        QCOMPARE(line.text(), QString());
        line.setFocus();
        type(QStringLiteral("oracle"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(citations(f), before + 2);
    }

    void aTitleThatTwoSourcesHaveIsSaidAndCitesNeither()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        const std::size_t before = citations(f);
        const RowRef first = f.row(Table::Sources, "enb-abilene-gas");
        auto& line = shown<QLineEdit>(f, "addSource");
        line.setFocus();
        type(nameOf(f.chain(), first));
        press(Qt::Key_Return);
        QCOMPARE(citations(f), before);
        QVERIFY2(shown<QLabel>(f, "sourceNote").text().contains(QLatin1String("key")),
                 qPrintable(shown<QLabel>(f, "sourceNote").text()));
        QVERIFY(!shown<QWidget>(f, "sourcesCard").findChild<QWidget*>(QStringLiteral("newSource"))->isVisible());
    }

    void aCellTakesNoHalfTypedChoice()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "chatgpt-plus"));
        auto& table = shown<QTableView>(f, "metricsTable");
        const auto* model = qobject_cast<const RowsModel*>(table.model());
        table.setFocus();
        table.setCurrentIndex(
            model->indexOf(f.row(Table::Metrics, "plus-price")).siblingAtColumn(model->columnOf(metric_field::Basis)));
        press(Qt::Key_F2);
        type(QStringLiteral("e"));
        press(Qt::Key_Return);
        QCOMPARE(f.chain().value(f.row(Table::Metrics, "plus-price"), metric_field::Basis), std::string("reported"));
        QVERIFY(table.findChild<QComboBox*>(QStringLiteral("cellEditor")) != nullptr); // stays open, marked
        type(QStringLiteral("stimated"));
        press(Qt::Key_Return);
        QTRY_COMPARE(f.chain().value(f.row(Table::Metrics, "plus-price"), metric_field::Basis),
                     std::string("estimated"));
    }

    void aCellOfTheDealsTableKeepsAnUnfinishedName_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::newRow("supplier") << static_cast<int>(DealsModel::Column::Supplier) << QStringLiteral("nvid");
        QTest::newRow("kind") << static_cast<int>(DealsModel::Column::Kind) << QStringLiteral("cl");
        QTest::newRow("status") << static_cast<int>(DealsModel::Column::Status) << QStringLiteral("s");
    }
    void aCellOfTheDealsTableKeepsAnUnfinishedName()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        f.document().select(f.row(Table::Deals, kDeal));
        table.setFocus();
        table.setCurrentIndex(table.currentIndex().siblingAtColumn(column));
        press(Qt::Key_F2);
        auto* editor = table.findChild<QWidget*>(QStringLiteral("cellEditor"));
        QVERIFY(editor != nullptr);
        type(typed);
        QVERIFY(!offered().isEmpty());
        press(Qt::Key_Return);
        QVERIFY(!f.document().canUndo());
        QCOMPARE(editor->property("state").toString(), QStringLiteral("wrong"));
        press(Qt::Key_Escape);
        QVERIFY(!f.document().canUndo());
    }

    void aCellOfTheDealsTableTakesWhatIsChosenFromItsList()
    {
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        f.document().select(f.row(Table::Deals, kDeal));
        table.setFocus();
        table.setCurrentIndex(table.currentIndex().siblingAtColumn(static_cast<int>(DealsModel::Column::Supplier)));
        press(Qt::Key_F2);
        type(QStringLiteral("nvid"));
        press(Qt::Key_Down);
        QCOMPARE(openList()->currentIndex().data().toString(), QStringLiteral("NVIDIA"));
        press(Qt::Key_Return);
        QTRY_COMPARE(ofDeal(f, deal_field::Supplier), std::string("nvidia"));
        table.setCurrentIndex(table.currentIndex().siblingAtColumn(static_cast<int>(DealsModel::Column::Kind)));
        press(Qt::Key_F2);
        type(QStringLiteral("lea"));
        clickInList(QStringLiteral("Lease"));
        QTRY_COMPARE(ofDeal(f, deal_field::Kind), std::string("lease"));
        QTRY_VERIFY(!f.find<QLabel>("cellNote").isVisible());
    }
};

QTEST_MAIN(TestChoices)
#include "tst_choices.moc"
