// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "document/names.h"
#include "form_hands.h"
#include "hands.h"
#include "items/roles.h"
#include "other_process.h"
#include "session/author.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

std::string nameIn(const WindowFixture& f, const char* node)
{
    return fieldOf(f, Table::Nodes, node, node_field::NameEn);
}

QString banner(const WindowFixture& f)
{
    const auto& text = f.find<QLabel>("messageText");
    return text.isVisible() ? text.text() : QString();
}

bool isAsked(const WindowFixture& f, const char* editor)
{
    const auto* strip = f.window->findChild<QWidget*>(QString::fromLatin1(editor) + QStringLiteral("Conflict"));
    return strip != nullptr && strip->isVisible();
}

QString asked(const WindowFixture& f, const char* editor)
{
    return f.find<QLabel>((QByteArray(editor) + "ConflictText").constData()).text();
}

void typeOver(const WindowFixture& f, Table table, const char* key, const char* editor, const QString& text)
{
    f.document().select(f.row(table, key));
    enterField(f, QString::fromLatin1(editor));
    type(text);
}

std::vector<std::pair<std::string, bool>> claimsOf(const WindowFixture& f, RowRef row, Field field)
{
    std::vector<std::pair<std::string, bool>> claims;
    f.chain().forEachClaim(row, [&](ClaimId, const Claim& claim) {
        if (claim.field == field)
            claims.emplace_back(f.chain().text(claim.value), claim.isAdopted);
    });
    std::sort(claims.begin(), claims.end());
    return claims;
}

/// A cell of a table of rows, by the key of its row and its field; invalid if it is not there.
QModelIndex cellOf(const QTableView& table, const char* key, Field field)
{
    const QAbstractItemModel& model = *table.model();
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (const QModelIndex cell = model.index(row, column);
                cell.data(KeyRole).toString() == QLatin1String(key) && cell.data(FieldRole).isValid() &&
                cell.data(FieldRole).toInt() == static_cast<int>(field))
                return cell;
    return {};
}

/// Waits until what others did has come in.
template <class Condition>
void untilIn(const Condition& condition)
{
    QTRY_VERIFY_WITH_TIMEOUT(condition(), 10000);
}

/// Types over a cell and leaves the editor open while others change the same value.
QLineEdit& typeIntoCapacityWhileOthersSetIt(const WindowFixture& f)
{
    auto& table = f.find<QTableView>("dealsTable");
    table.setCurrentIndex(cellOf(table, kDeal, deal_field::CapacityMw));
    table.setFocus();
    QLineEdit& editor = editCell(f, "dealsTable");
    editor.selectAll();
    QTest::keyClicks(&editor, QStringLiteral("8 GW"));
    othersSet(f, "deals:amd-openai-6gw.capacity_mw=7000");
    untilIn([&] { return fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw) == "7000"; });
    return editor;
}

} // namespace

class TestConflicts final : public QObject {
    Q_OBJECT

private slots:
    void nobodysValueReplacesTheOthersUnasked_data()
    {
        QTest::addColumn<bool>("hasComeIn");
        QTest::newRow("found when the field is left") << false;
        QTest::newRow("seen while one types") << true;
    }
    void nobodysValueReplacesTheOthersUnasked()
    {
        QFETCH(bool, hasComeIn);
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_en=THEIRS");
        if (hasComeIn)
            QTRY_VERIFY(isAsked(f, "nodeName"));
        press(Qt::Key_Return);
        QCOMPARE(nameIn(f, "amd"), std::string("THEIRS"));
        QVERIFY(isAsked(f, "nodeName"));
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("MINE"));
        const QString text = asked(f, "nodeName");
        for (const QString& part :
             {QStringLiteral("THEIRS"), QStringLiteral("MINE"), QString::fromStdString(systemAuthor()),
              QString::number(QDate::currentDate().year())})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!f.find<QWidget>("nodeNameKeepBoth").isVisible()); // a name has no claims
    }

    void leavingByTabOrTheMouseReplacesNothingEither_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"Tab", "another field", "another row", "closing"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void leavingByTabOrTheMouseReplacesNothingEither()
    {
        QFETCH(QString, way);
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_en=THEIRS");
        if (way == QLatin1String("Tab"))
            press(Qt::Key_Tab);
        else if (way == QLatin1String("another field"))
            f.enter("nodeLat");
        else if (way == QLatin1String("another row"))
            f.document().select(f.row(Table::Nodes, "oracle"));
        else
            QVERIFY(!f.window->close());
        QCOMPARE(nameIn(f, "amd"), std::string("THEIRS"));
        if (way == QLatin1String("another row")) {
            f.document().select(f.row(Table::Nodes, "amd"));
            QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("MINE"));
        }
        QVERIFY(isAsked(f, "nodeName"));
    }

    void theKeyboardChooses_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("theirs") << 1 << QStringLiteral("THEIRS");
        QTest::newRow("mine") << 2 << QStringLiteral("MINE");
    }
    void theKeyboardChooses()
    {
        QFETCH(int, tabs);
        QFETCH(QString, chosen);
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_en=THEIRS");
        press(Qt::Key_Return);
        for (int i = 0; i < tabs; ++i)
            press(Qt::Key_Tab);
        press(Qt::Key_Return);
        QCOMPARE(QString::fromStdString(nameIn(f, "amd")), chosen);
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), chosen);
        QVERIFY(!isAsked(f, "nodeName"));
        QVERIFY(f.find<QLineEdit>("nodeName").hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(f.window->close()); // nothing is left to ask
    }

    void escKeepsTheirs()
    {
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_en=THEIRS");
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("THEIRS"));
        QVERIFY(!isAsked(f, "nodeName"));
    }

    void bothCanStayAsRivals_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("editor");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("mine");
        const auto add = [](const char* name, Table table, const char* key, const char* editor, Field field,
                            const char* order, const char* typed, const char* theirs, const char* mine) {
            QTest::newRow(name) << static_cast<int>(table) << QString::fromLatin1(key) << QString::fromLatin1(editor)
                                << static_cast<int>(field) << QString::fromLatin1(order) << QString::fromLatin1(typed)
                                << QString::fromLatin1(theirs) << QString::fromLatin1(mine);
        };
        add("a capacity", Table::Deals, kDeal, "dealCapacity", deal_field::CapacityMw,
            "deals:amd-openai-6gw.capacity_mw=7000", "8 GW", "7000", "8000");
        add("a date", Table::Deals, kDeal, "dealAnnounced", deal_field::Announced,
            "deals:amd-openai-6gw.announced=2025-10-07", "2025-10-08", "2025-10-07", "2025-10-08");
        add("a metric", Table::Metrics, "plus-price", "metricValue", metric_field::Value, "metrics:plus-price.value=21",
            "22", "21", "22");
    }
    void bothCanStayAsRivals()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(int, field);
        QFETCH(QString, order);
        QFETCH(QString, typed);
        QFETCH(QString, theirs);
        QFETCH(QString, mine);
        WindowFixture f;
        const QByteArray name = editor.toLatin1();
        const RowRef row = f.row(static_cast<Table>(table), key.toLatin1().constData());
        const auto before = claimsOf(f, row, static_cast<Field>(field)).size();
        typeOver(f, static_cast<Table>(table), key.toLatin1().constData(), name.constData(), typed);
        othersSet(f, order.toLatin1().constData());
        press(Qt::Key_Return);
        QVERIFY(isAsked(f, name.constData()));
        QTest::mouseClick(&f.find<QPushButton>((name + "KeepBoth").constData()), Qt::LeftButton);
        QCOMPARE(QString::fromStdString(f.chain().value(row, static_cast<Field>(field))), theirs);
        const auto claims = claimsOf(f, row, static_cast<Field>(field));
        QCOMPARE(claims.size(), before + 2);
        for (const QString& value : {theirs, mine})
            QVERIFY(std::find(claims.begin(), claims.end(), std::pair(value.toStdString(), false)) != claims.end());
        QVERIFY(!isAsked(f, name.constData()));
        f.trigger("undo"); // as one edit
        QCOMPARE(claimsOf(f, row, static_cast<Field>(field)).size(), before);
    }

    void aChoiceIsNotReplacedEither()
    {
        WindowFixture f;
        typeOver(f, Table::Deals, kDeal, "dealStatus", QStringLiteral("ann"));
        othersSet(f, "deals:amd-openai-6gw.status=completed");
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::Status), std::string("completed"));
        QVERIFY(isAsked(f, "dealStatus"));
        QVERIFY2(asked(f, "dealStatus").contains(nameOf(f.chain(), f.row(Table::Statuses, "completed"))),
                 qPrintable(asked(f, "dealStatus"))); // in words
    }

    void whatCannotBeReadIsAskedAboutToo()
    {
        WindowFixture f;
        typeOver(f, Table::Deals, kDeal, "dealCapacity", QStringLiteral("plenty"));
        othersSet(f, "deals:amd-openai-6gw.capacity_mw=7000");
        QTRY_VERIFY(isAsked(f, "dealCapacity"));
        QVERIFY(!f.find<QPushButton>("dealCapacityTakeMine").isEnabled());
        QVERIFY(!f.find<QPushButton>("dealCapacityKeepBoth").isEnabled());
        QCOMPARE(f.find<QLineEdit>("dealCapacity").text(), QStringLiteral("plenty"));
    }

    void theSameTypedTwiceIsNoConflict()
    {
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("SAME"));
        othersSet(f, "nodes:amd.name_en=SAME");
        press(Qt::Key_Return);
        press(Qt::Key_Tab);
        QVERIFY(!isAsked(f, "nodeName"));
        QCOMPARE(nameIn(f, "amd"), std::string("SAME"));
        QVERIFY(f.window->close());
    }

    void anotherFieldOfTheRowIsNoConflict()
    {
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_zh=超威");
        press(Qt::Key_Return);
        QCOMPARE(nameIn(f, "amd"), std::string("MINE"));
        QVERIFY(!isAsked(f, "nodeName"));
    }

    void aDraftOfAnotherRowIsAskedAboutWhereItIsShown()
    {
        WindowFixture f;
        typeOver(f, Table::Deals, kDeal, "dealCapacity", QStringLiteral("plenty"));
        press(Qt::Key_Tab);
        f.document().select(f.row(Table::Nodes, "amd"));
        othersSet(f, "deals:amd-openai-6gw.capacity_mw=7000");
        untilIn([&] { return fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw) == "7000"; });
        f.document().select(f.row(Table::Deals, kDeal));
        QVERIFY(isAsked(f, "dealCapacity"));
        QVERIFY2(asked(f, "dealCapacity").contains(QString::fromStdString(systemAuthor())),
                 qPrintable(asked(f, "dealCapacity")));
    }

    void whatWasTypedAboutARowThatOthersDeleteIsKept()
    {
        WindowFixture f;
        typeOver(f, Table::Deals, "oracle-openai-45gw", "dealCapacity", QStringLiteral("plenty"));
        others(f, {QStringLiteral("edit"), QStringLiteral("--erase"), QStringLiteral("deals:oracle-openai-45gw")});
        untilIn([&] { return !f.chain().find<DealId>("oracle-openai-45gw").isSet(); });
        QTRY_VERIFY2(banner(f).contains(QLatin1String("plenty")), qPrintable(banner(f)));
        QVERIFY2(banner(f).contains(QString::fromStdString(systemAuthor())), qPrintable(banner(f)));
        QVERIFY(!f.window->close()); // it would be lost
        press(Qt::Key_Escape);
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton);
        QVERIFY(f.chain().find<DealId>("oracle-openai-45gw").isSet());
        QCOMPARE(f.find<QLineEdit>("dealCapacity").text(), QStringLiteral("plenty"));
    }

    void aRowThatOthersChangedIsNotDeletedUnseen_data()
    {
        QTest::addColumn<bool>("hasComeIn");
        QTest::addColumn<QString>("order");
        QTest::newRow("before they are known") << false << QStringLiteral("deals:oracle-openai-45gw.capacity_mw=4600");
        QTest::newRow("after they came in") << true << QStringLiteral("deals:oracle-openai-45gw.capacity_mw=4600");
    }
    void aRowThatOthersChangedIsNotDeletedUnseen()
    {
        QFETCH(bool, hasComeIn);
        QFETCH(QString, order);
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "oracle-openai-45gw"));
        othersSet(f, order.toLatin1().constData());
        if (hasComeIn)
            untilIn([&] { return fieldOf(f, Table::Deals, "oracle-openai-45gw", deal_field::CapacityMw) == "4600"; });
        f.trigger("deleteRow");
        QVERIFY(f.chain().find<DealId>("oracle-openai-45gw").isSet());
        QVERIFY2(banner(f).contains(QString::fromStdString(systemAuthor())), qPrintable(banner(f)));
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton);
        QVERIFY(!f.chain().find<DealId>("oracle-openai-45gw").isSet());
    }

    void aCellIsNotReplacedEither()
    {
        WindowFixture f;
        QLineEdit& editor = typeIntoCapacityWhileOthersSetIt(f);
        QCOMPARE(editor.text(), QStringLiteral("8 GW")); // not typed over by what came in
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("7000"));
        const QString said = f.find<QLabel>("cellNote").text();
        for (const QString& part :
             {QStringLiteral("7.0 GW"), QStringLiteral("8 GW"), QString::fromStdString(systemAuthor())})
            QVERIFY2(said.contains(part), qPrintable(said));
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("8000"));
    }

    void aCellLeftByTheMouseIsNotReplacedAndSaysSo()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        typeIntoCapacityWhileOthersSetIt(f);
        f.find<QWidget>("tableFilter").setFocus(Qt::MouseFocusReason);
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("7000"));
        QVERIFY2(banner(f).contains(QLatin1String("8 GW")), qPrintable(banner(f)));
    }

    void theChoiceIsAskedInChineseToo()
    {
        WindowFixture f;
        typeOver(f, Table::Nodes, "amd", "nodeName", QStringLiteral("MINE"));
        othersSet(f, "nodes:amd.name_en=THEIRS");
        press(Qt::Key_Return);
        f.trigger("language_zh_CN");
        QTRY_VERIFY(!asked(f, "nodeName").contains(QLatin1String("Which")));
        QVERIFY(asked(f, "nodeName").contains(QLatin1String("THEIRS")));
        setLanguage(Language::English);
    }
};

QTEST_MAIN(TestConflicts)
#include "tst_conflicts.moc"
