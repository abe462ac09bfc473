// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "hands.h"

#include <QLabel>
#include <QPushButton>

using namespace ochain;

namespace {

/// A field of a row, or of a new one.
struct Place {
    Table table = Table::Deals;
    const char* key = "";
    const char* editor = "";
};

const Place kSupplier{Table::Deals, "amd-openai-6gw", "dealSupplier"};
const Place kNewSupplier{Table::Deals, "", "dealSupplier"};
const Place kPartOf{Table::Deals, "amd-openai-6gw", "dealPartOf"};
const Place kMetricNode{Table::Metrics, "plus-price", "metricNode"};
const Place kTier{Table::Nodes, "amd", "nodeTier"};
const Place kParent{Table::Nodes, "amd", "nodeParent"};
const Place kTierParent{Table::Tiers, "accelerators", "tierParent"};
const Place kParties{Table::Events, "openai-founded", "eventNodes"};

void addPlaces()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("editor");
    QTest::addColumn<QString>("typed");
}

QTestData& add(const Place& place, const char* typed, const char* what = "")
{
    const QByteArray name = QByteArray(place.editor) + ' ' + typed + ' ' + what;
    return QTest::newRow(name.constData()) << static_cast<int>(place.table) << QString::fromLatin1(place.key)
                                           << QString::fromLatin1(place.editor) << QString::fromUtf8(typed);
}

/// Opens the form of a row, or of a new one, and puts the keyboard into a field.
QWidget& open(const WindowFixture& f, int table, const QString& key, const QString& editor)
{
    const auto of = static_cast<Table>(table);
    if (key.isEmpty())
        f.trigger("newDeal");
    else
        f.document().select(RowRef{of, f.chain().find(of, key.toStdString())});
    return enterField(f, editor);
}

std::string valueOf(const WindowFixture& f, const Place& place, Field field)
{
    return f.chain().value(f.row(place.table, place.key), field);
}

/// A second node of a name that is there already.
void addTwin(const WindowFixture& f, const char* key, const char* name)
{
    EditBuilder builder(f.chain());
    QVERIFY(!builder.add(Table::Nodes, key));
    QVERIFY(!builder.set(Table::Nodes, key, node_field::Tier, "accelerators"));
    QVERIFY(!builder.set(Table::Nodes, key, node_field::Kind, "company"));
    QVERIFY(!builder.set(Table::Nodes, key, node_field::NameEn, name));
    QVERIFY(f.document().apply(std::move(builder).build("test", "a twin")));
}

} // namespace

class TestNameFields final : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotExactIsNotTaken_data()
    {
        addPlaces();
        QTest::addColumn<int>("last");
        for (const Qt::Key last : {Qt::Key_Tab, Qt::Key_Return, Qt::Key_Backtab}) {
            const char* what = last == Qt::Key_Tab ? "and Tab" : last == Qt::Key_Return ? "and Enter" : "and Shift+Tab";
            for (const auto& [place, typed] : {std::pair{kNewSupplier, "Intel"},
                                               {kNewSupplier, "Micron"},
                                               {kSupplier, "NVIDI"},
                                               {kSupplier, "r"},
                                               {kPartOf, "oracle"},
                                               {kMetricNode, "25"},
                                               {kMetricNode, "orac"},
                                               {kTier, "cl"},
                                               {kTier, "cloud prov"},
                                               {kParent, "softb"},
                                               {kTierParent, "up"},
                                               {kParties, "oracl"}})
                add(place, typed, what) << static_cast<int>(last);
        }
    }
    void whatIsNotExactIsNotTaken()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        QFETCH(int, last);
        WindowFixture f;
        QWidget& field = open(f, table, key, editor);
        type(typed);
        press(static_cast<Qt::Key>(last));
        QVERIFY(openList() == nullptr);
        QCOMPARE(shownIn(field), typed); // unfinished, marked, and told what to do
        QCOMPARE(field.property("state").toString(), QStringLiteral("wrong"));
        const auto& note = f.find<QLabel>((editor + QStringLiteral("Note")).toLatin1().constData());
        QVERIFY2(note.isVisible() && note.text().contains(QLatin1String("hoose")), qPrintable(note.text()));
        QVERIFY(!f.document().canUndo());
    }

    void anExactNameOrKeyIsTakenByTabOrEnter_data()
    {
        addPlaces();
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("last");
        for (const Qt::Key last : {Qt::Key_Tab, Qt::Key_Return}) {
            const char* what = last == Qt::Key_Tab ? "and Tab" : "and Enter";
            for (const auto& [place, typed, value] : {std::tuple{kSupplier, "nvidia", "nvidia"},
                                                      {kSupplier, "NVidia", "nvidia"},
                                                      {kSupplier, "英伟达", "nvidia"},
                                                      {kSupplier, "SoftBank", "softbank"},
                                                      {kMetricNode, "oracle", "oracle"},
                                                      {kTier, "CLOUD-PROVIDERS", "cloud-providers"},
                                                      {kParent, "SoftBank Group", "softbank"}})
                add(place, typed, what) << QString::fromLatin1(value) << static_cast<int>(last);
        }
    }
    void anExactNameOrKeyIsTakenByTabOrEnter()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        QFETCH(int, last);
        WindowFixture f;
        const QWidget& field = open(f, table, key, editor);
        type(typed);
        press(static_cast<Qt::Key>(last));
        QCOMPARE(field.property("state").toString(), QString());
        const Table of = static_cast<Table>(table);
        const std::string name = editor == QLatin1String("dealSupplier") ? "supplier"
                                 : editor == QLatin1String("metricNode") ? "node"
                                 : editor == QLatin1String("nodeTier")   ? "tier"
                                                                         : "parent";
        QCOMPARE(
            QString::fromStdString(f.chain().value({of, f.chain().find(of, key.toStdString())}, *fieldNamed(of, name))),
            value);
    }

    void aRowLitByArrowKeysIsTakenByEnterOrTab_data()
    {
        QTest::addColumn<int>("last");
        QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Tab") << static_cast<int>(Qt::Key_Tab);
    }
    void aRowLitByArrowKeysIsTakenByEnterOrTab()
    {
        QFETCH(int, last);
        WindowFixture f;
        open(f, static_cast<int>(kTier.table), QString::fromLatin1(kTier.key), QString::fromLatin1(kTier.editor));
        type(QStringLiteral("cloud"));
        QVERIFY(openList() != nullptr);
        QVERIFY(openList()->selectionModel()->selectedIndexes().isEmpty());
        QVERIFY(!openList()->currentIndex().isValid());
        const auto wanted = static_cast<int>(offered().indexOf(QStringLiteral("Cloud providers")));
        QVERIFY2(wanted >= 0, qPrintable(offered().join(QLatin1Char('/'))));
        for (int row = 0; row <= wanted; ++row)
            press(Qt::Key_Down);
        QCOMPARE(openList()->currentIndex().data().toString(), QStringLiteral("Cloud providers"));
        press(static_cast<Qt::Key>(last));
        QCOMPARE(valueOf(f, kTier, node_field::Tier), std::string("cloud-providers"));
    }

    void typingOnPutsTheLightOut()
    {
        WindowFixture f;
        QWidget& field = open(f, static_cast<int>(Table::Deals), QString::fromLatin1(kSupplier.key),
                              QString::fromLatin1(kSupplier.editor));
        type(QStringLiteral("open"));
        press(Qt::Key_Down);
        type(QStringLiteral("a"));
        press(Qt::Key_Tab);
        QCOMPARE(shownIn(field), QStringLiteral("opena"));
        QVERIFY(!f.document().canUndo());
    }

    void aClickInTheListTakesWhatItHits()
    {
        WindowFixture f;
        open(f, static_cast<int>(Table::Deals), QString::fromLatin1(kSupplier.key),
             QString::fromLatin1(kSupplier.editor));
        type(QStringLiteral("nvid"));
        clickInList(QStringLiteral("NVIDIA"));
        QCOMPARE(valueOf(f, kSupplier, deal_field::Supplier), std::string("nvidia"));
    }

    void escRestoresWhatTheFieldHeld()
    {
        WindowFixture f;
        const QWidget& field = open(f, static_cast<int>(Table::Deals), QString::fromLatin1(kSupplier.key),
                                    QString::fromLatin1(kSupplier.editor));
        type(QStringLiteral("nvid"));
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QVERIFY(openList() == nullptr);
        QCOMPARE(shownIn(field), QStringLiteral("AMD"));
        QCOMPARE(field.property("state").toString(), QString());
        QVERIFY(!f.document().canUndo());
    }

    void nothingIsSavedWhileANameIsHalfTyped_data()
    {
        QTest::addColumn<QString>("then");
        for (const char* then : {"another field", "another row", "language", "an edit of others", "closing"})
            QTest::newRow(then) << QString::fromLatin1(then);
    }
    void nothingIsSavedWhileANameIsHalfTyped()
    {
        QFETCH(QString, then);
        WindowFixture f;
        QWidget& field = open(f, static_cast<int>(Table::Metrics), QString::fromLatin1(kMetricNode.key),
                              QString::fromLatin1(kMetricNode.editor));
        const std::string before = valueOf(f, kMetricNode, metric_field::Node);
        const auto seq = f.document().history(1)->size();
        type(QStringLiteral("25"));
        press(Qt::Key_Escape);
        enterField(f, QString::fromLatin1(kMetricNode.editor));
        type(QStringLiteral("25"));
        if (then == QLatin1String("another field"))
            enterField(f, QStringLiteral("metricValue"));
        else if (then == QLatin1String("another row"))
            f.document().select(f.row(Table::Nodes, "oracle"));
        else if (then == QLatin1String("language"))
            f.trigger("language_zh_CN");
        else if (then == QLatin1String("an edit of others")) {
            const auto other = Document::open(f.file.toStdString());
            QVERIFY(other);
            EditBuilder builder((*other)->chain());
            QVERIFY(!builder.set(Table::Nodes, "oracle", node_field::NameEn, "Oracle Inc."));
            QVERIFY((*other)->apply(std::move(builder).build("other", "test")));
            QTRY_COMPARE(f.chain().value(f.row(Table::Nodes, "oracle"), node_field::NameEn),
                         std::string("Oracle Inc."));
            QCOMPARE(shownIn(field), QStringLiteral("25"));
            QCOMPARE(valueOf(f, kMetricNode, metric_field::Node), before);
            return;
        } else {
            f.window->close();
            f.open();
        }
        QCOMPARE(valueOf(f, kMetricNode, metric_field::Node), before);
        QCOMPARE(f.document().history(1)->size(), seq);
    }

    void aNewRowWaitsForEveryNameThatIsHalfTyped()
    {
        WindowFixture f;
        const std::size_t nodes = f.chain().nodes().size();
        f.document().select(f.row(Table::Tiers, "accelerators"));
        f.trigger("newNode");
        enterField(f, QStringLiteral("nodeParent"));
        type(QStringLiteral("softb"));
        enterField(f, QStringLiteral("nodeName"));
        type(QStringLiteral("Lab"));
        press(Qt::Key_Return);
        QCOMPARE(f.chain().nodes().size(), nodes);
        enterField(f, QStringLiteral("nodeParent"));
        type(QStringLiteral("softbank"));
        press(Qt::Key_Return);
        QCOMPARE(f.chain().nodes().size(), nodes + 1);
    }

    void twoOfOneNameAreToldApartAndNeitherIsTaken()
    {
        WindowFixture f;
        addTwin(f, "nvidia-twin", "NVIDIA");
        const QWidget& field = open(f, static_cast<int>(Table::Deals), QString::fromLatin1(kSupplier.key),
                                    QString::fromLatin1(kSupplier.editor));
        type(QStringLiteral("NVIDIA"));
        press(Qt::Key_Tab);
        QCOMPARE(valueOf(f, kSupplier, deal_field::Supplier), std::string("amd"));
        QCOMPARE(field.property("state").toString(), QStringLiteral("wrong"));
        const auto& note = f.find<QLabel>("dealSupplierNote");
        QVERIFY2(note.text().contains(QLatin1String("2")) && note.text().contains(QLatin1String("key")),
                 qPrintable(note.text()));
        QVERIFY(!f.find<QWidget>("newSupplier").isVisible()); // it is not new
        enterField(f, QString::fromLatin1(kSupplier.editor));
        type(QStringLiteral("nvidia-twin"));
        press(Qt::Key_Tab);
        QCOMPARE(valueOf(f, kSupplier, deal_field::Supplier), std::string("nvidia-twin"));
    }

    void aNameNobodyBearsIsOfferedAsNewAndReachedByTab()
    {
        WindowFixture f;
        const std::size_t nodes = f.chain().nodes().size();
        f.trigger("newDeal");
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        QVERIFY(openList() != nullptr); // what is near is shown
        press(Qt::Key_Tab);
        QTRY_VERIFY(f.find<QWidget>("newSupplier").isVisible());
        QVERIFY(f.find<QWidget>("newSupplier").isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("newSupplierTier"));
        type(QStringLiteral("foundry"));
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("newSupplierKind"));
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("newSupplierCreate"));
        press(Qt::Key_Space);
        enterField(f, QStringLiteral("dealCustomer"));
        type(QStringLiteral("oracle"));
        press(Qt::Key_Tab);
        enterField(f, QStringLiteral("dealKind"));
        type(QStringLiteral("hardware"));
        press(Qt::Key_Tab);
        QCOMPARE(f.chain().nodes().size(), nodes + 1);
        QCOMPARE(f.chain().value(f.row(Table::Nodes, "intel"), node_field::Tier), std::string("foundry"));
        QCOMPARE(f.chain().value(f.row(Table::Nodes, "intel"), node_field::Kind), std::string("company"));
    }
};

QTEST_MAIN(TestNameFields)
#include "tst_name_fields.moc"
