// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_hands.h"
#include "hands.h"
#include "items/roles.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPushButton>

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

/// Somebody else is writing into the file and does not come to an end: nothing of ours gets in.
struct Lock {
    explicit Lock(const WindowFixture& f) : file(f.file.toStdString(), SQLite::OPEN_READWRITE)
    {
        file.exec("BEGIN IMMEDIATE");
    }
    SQLite::Database file;
};

QDialog* dialog(const WindowFixture& f)
{
    auto* found = f.window->findChild<QDialog*>(QStringLiteral("unsavedDialog"));
    return found != nullptr && found->isVisible() ? found : nullptr;
}

QStringList textsOf(const WindowFixture& f, const char* name)
{
    QStringList texts;
    const QList<QLabel*> labels = f.window->findChildren<QLabel*>(QString::fromLatin1(name));
    for (const QLabel* label : labels)
        texts << label->text();
    return texts;
}

void answer(const WindowFixture& f, const char* button)
{
    QTest::mouseClick(&f.find<QPushButton>(button), Qt::LeftButton);
}

void typePlenty(const WindowFixture& f)
{
    f.document().select(f.row(Table::Deals, kDeal));
    enterField(f, QStringLiteral("dealCapacity"));
    type(QStringLiteral("plenty"));
}

} // namespace

class TestLeaving final : public QObject {
    Q_OBJECT

private slots:
    void withNothingTypedTheWindowCloses()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealCapacity"));
        QVERIFY(f.window->close());
        QVERIFY(!f.window->isVisible());
    }

    void whatCanBeSavedIsSavedUnasked()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealCapacity"));
        type(QStringLiteral("7 GW"));
        f.trigger("quit");
        QVERIFY(!f.window->isVisible());
        f.open();
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("7000"));
    }

    void halfTypedTextIsAskedAbout_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"Ctrl+Q", "the window's own button", "another file"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void halfTypedTextIsAskedAbout()
    {
        QFETCH(QString, way);
        WindowFixture f;
        const Document* before = &f.document();
        typePlenty(f);
        if (way == QLatin1String("another file")) {
            const QString other = f.folder.filePath(QStringLiteral("other.ochain"));
            QVERIFY(QFile::copy(f.file, other));
            f.window->openFile(other);
        } else if (way == QLatin1String("Ctrl+Q")) {
            QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier);
        } else {
            f.window->close();
        }
        QTRY_VERIFY(dialog(f) != nullptr);
        QVERIFY(f.window->isVisible());
        QCOMPARE(&f.document(), before);
        const QString what = textsOf(f, "unsavedText").join(QLatin1Char('\n'));
        QVERIFY2(what.contains(QLatin1String("plenty")) && what.contains(QLatin1String("AMD")), qPrintable(what));
        QVERIFY2(textsOf(f, "unsavedWhy").join(QLatin1Char('\n')).contains(QLatin1String("plenty")), "says why");
        QVERIFY(QTest::qWaitForWindowActive(dialog(f)));
        QTest::keyClick(dialog(f), Qt::Key_Escape); // back to the field
        QVERIFY(f.window->isVisible());
        QCOMPARE(&f.document(), before);
        auto& field = f.find<QLineEdit>("dealCapacity");
        QCOMPARE(field.text(), QStringLiteral("plenty"));
        QTRY_VERIFY(field.hasFocus());
    }

    void discardedItCloses()
    {
        WindowFixture f;
        typePlenty(f);
        f.trigger("quit");
        answer(f, "unsavedDiscard");
        QTRY_VERIFY(!f.window->isVisible());
        f.open();
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string("6000"));
    }

    void discardedAnotherFileTakesItsPlace()
    {
        WindowFixture f;
        typePlenty(f);
        const QString other = f.folder.filePath(QStringLiteral("other.ochain"));
        QVERIFY(QFile::copy(f.file, other));
        f.window->openFile(other);
        QTRY_VERIFY(dialog(f) != nullptr);
        answer(f, "unsavedDiscard");
        QTRY_COMPARE(QString::fromStdString(f.document().file().string()), other);
    }

    void aFileThatTakesNothingIsSaidAndNothingIsLost()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        auto lock = std::make_unique<Lock>(f);
        enterField(f, QStringLiteral("nodeName"));
        type(QStringLiteral("AMD Inc."));
        f.trigger("quit");
        QVERIFY(f.window->isVisible());
        QTRY_VERIFY(dialog(f) != nullptr);
        QVERIFY(textsOf(f, "unsavedText").join(QLatin1Char('\n')).contains(QLatin1String("AMD Inc.")));
        const QString why = textsOf(f, "unsavedWhy").join(QLatin1Char('\n'));
        QCOMPARE(why, f.find<QLabel>("messageText").text()); // what the file said
        answer(f, "unsavedSave");                            // still nothing gets in
        QVERIFY(dialog(f) != nullptr);
        QVERIFY(f.window->isVisible());
        lock.reset();
        answer(f, "unsavedSave");
        QTRY_VERIFY(!f.window->isVisible());
        f.open();
        QCOMPARE(fieldOf(f, Table::Nodes, "amd", node_field::NameEn), std::string("AMD Inc."));
    }

    void draftsOfRowsThatAreNotShownCountToo()
    {
        WindowFixture f;
        typePlenty(f);
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("quit");
        QVERIFY(f.window->isVisible());
        QTRY_VERIFY(dialog(f) != nullptr);
        answer(f, "unsavedBack");
        QCOMPARE(f.document().selection().row, std::optional(f.row(Table::Deals, kDeal)));
        QTRY_VERIFY(f.find<QLineEdit>("dealCapacity").hasFocus());
        QCOMPARE(f.find<QLineEdit>("dealCapacity").text(), QStringLiteral("plenty"));
    }

    void whatCouldNotBeSavedElsewhereIsSavedWhenItCan()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        auto lock = std::make_unique<Lock>(f);
        enterField(f, QStringLiteral("nodeName"));
        type(QStringLiteral("AMD Inc."));
        press(Qt::Key_Tab);
        f.document().select(f.row(Table::Nodes, "oracle"));
        lock.reset();
        f.trigger("quit");
        QTRY_VERIFY(dialog(f) != nullptr);
        answer(f, "unsavedSave");
        QTRY_VERIFY(!f.window->isVisible());
        f.open();
        QCOMPARE(fieldOf(f, Table::Nodes, "amd", node_field::NameEn), std::string("AMD Inc."));
    }

    void aNewRowThatIsNotCompleteIsAskedAbout()
    {
        WindowFixture f;
        f.trigger("newDeal");
        f.trigger("quit");
        QVERIFY(!f.window->isVisible()); // nobody has typed anything
        f.open();
        f.trigger("newDeal");
        enterField(f, QStringLiteral("dealCapacity"));
        type(QStringLiteral("3 GW"));
        f.trigger("quit");
        QTRY_VERIFY(dialog(f) != nullptr);
        QVERIFY(textsOf(f, "unsavedText").join(QLatin1Char('\n')).contains(QLatin1String("3 GW")));
        QVERIFY(textsOf(f, "unsavedWhy").join(QLatin1Char('\n')).contains(QLatin1String("supplier")));
        answer(f, "unsavedBack");
        QCOMPARE(f.find<QLineEdit>("dealCapacity").text(), QStringLiteral("3 GW"));
    }

    void linesBelowATableAreAskedAbout()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& line = shown<QLineEdit>(f, "addSource");
        line.setFocus();
        QTest::keyClicks(&line, QStringLiteral("A source nobody knows"));
        f.trigger("quit");
        QTRY_VERIFY(dialog(f) != nullptr);
        QVERIFY(textsOf(f, "unsavedText").join(QLatin1Char('\n')).contains(QLatin1String("nobody knows")));
    }

    void aCellThatCannotBeTakenIsAskedAbout_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("closes");
        QTest::newRow("no capacity") << QStringLiteral("plenty") << false;
        QTest::newRow("a capacity") << QStringLiteral("7 GW") << true;
    }
    void aCellThatCannotBeTakenIsAskedAbout()
    {
        QFETCH(QString, typed);
        QFETCH(bool, closes);
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& table = f.find<QTableView>("dealsTable");
        for (int column = 0; column < table.model()->columnCount(); ++column)
            if (const QModelIndex at = table.model()->index(table.currentIndex().row(), column);
                at.data(FieldRole).isValid() && at.data(FieldRole).toInt() == static_cast<int>(deal_field::CapacityMw))
                table.setCurrentIndex(at);
        table.setFocus();
        QLineEdit& editor = editCell(f, "dealsTable");
        editor.selectAll();
        QTest::keyClicks(&editor, typed);
        QCOMPARE(f.window->close(), closes);
        if (!closes)
            QVERIFY(textsOf(f, "unsavedText").join(QLatin1Char('\n')).contains(typed));
        f.open();
        QCOMPARE(fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw), std::string(closes ? "7000" : "6000"));
    }

    void theSystemsOrderToEndIsNotHeldUp()
    {
        WindowFixture f;
        typePlenty(f);
        f.window->askNothing();
        QVERIFY(f.window->close());
    }
};

QTEST_MAIN(TestLeaving)
#include "tst_leaving.moc"
