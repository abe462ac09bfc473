// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/saved_views.h"
#include "items/roles.h"
#include "items/saved_views_model.h"
#include "items_testing.h"
#include "language/language.h"
#include "speaking.h"

#include <QMimeData>
#include <QObject>
#include <QSignalSpy>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

QString stateOfFlow()
{
    return QStringLiteral(R"({"version":1,"view":"flow","period":"2028"})");
}

/// A document with the views a, b, c and d.
struct Saved {
    Saved() : document(file.open()), model(*document), watch(model)
    {
        for (const char* name : {"a", "b", "c", "d"})
            model.save(QString::fromLatin1(name), stateOfFlow());
        watch.clear();
    }
    [[nodiscard]] QString names() const
    {
        QString text;
        for (int row = 0; row < model.rowCount(); ++row)
            text += model.index(row, 0).data().toString();
        return text;
    }
    [[nodiscard]] QModelIndex at(const char* name) const
    {
        return model.index(static_cast<int>(names().indexOf(QLatin1String(name))), 0);
    }
    ChainFile file;
    std::unique_ptr<Document> document;
    SavedViewsModel model;
    Watch watch;
};

} // namespace

/// The views that are kept in the file, as a list that is edited.
class TestSavedViews final : public QObject {
    Q_OBJECT

private slots:
    void aViewComesLastUnderAKeyOfItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::newRow("words") << "Chips by supplier"
                               << "chips-by-supplier";
        QTest::newRow("one that is taken") << "A"
                                           << "a-2";
        QTest::newRow("letters that no key has") << QStringLiteral("芯片") << "view";
    }
    void aViewComesLastUnderAKeyOfItsName()
    {
        QFETCH(QString, name);
        Saved saved;
        const QModelIndex index = saved.model.save(name, stateOfFlow());
        QCOMPARE(index.row(), 4);
        QCOMPARE(index.data().toString(), name);
        QTEST(index.data(KeyRole).toString(), "key");
        QCOMPARE(saved.watch.inserts(), 1);
        QCOMPARE(saved.watch.changes() + saved.watch.upheavals() + saved.watch.moves(), 0);
    }

    void aMoveIsOneEditAndUndoneAsOne_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("names");
        QTest::newRow("down by one") << "b" << 2 << "acbd";
        QTest::newRow("up by one") << "b" << 0 << "bacd";
        QTest::newRow("to the end") << "a" << 3 << "bcda";
        QTest::newRow("to the beginning") << "d" << 0 << "dabc";
    }
    void aMoveIsOneEditAndUndoneAsOne()
    {
        QFETCH(QString, what);
        QFETCH(int, to);
        Saved saved;
        const std::int64_t before = saved.document->lastSeq();
        QVERIFY(saved.model.move(saved.at(what.toLatin1().constData()), to));
        QTEST(saved.names(), "names");
        QCOMPARE(saved.document->lastSeq(), before + 1);
        QCOMPARE(saved.watch.moves(), 1);
        QCOMPARE(saved.watch.inserts() + saved.watch.removals() + saved.watch.upheavals(), 0);
        QVERIFY(saved.document->undo());
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
        QVERIFY(saved.document->redo());
        QTEST(saved.names(), "names");
    }

    void dropsGoBetweenTheRowsTheyFallOn_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("gap"); // in front of which row
        QTest::addColumn<QString>("names");
        QTest::newRow("down") << 0 << 3 << "bcad";
        QTest::newRow("up") << 3 << 1 << "adbc";
        QTest::newRow("behind the last") << 1 << 4 << "acdb";
    }
    void dropsGoBetweenTheRowsTheyFallOn()
    {
        QFETCH(int, from);
        QFETCH(int, gap);
        Saved saved;
        QVERIFY(saved.model.moveRows({}, from, 1, {}, gap));
        QTEST(saved.names(), "names");
    }

    void whatIsNoMoveChangesNothing()
    {
        Saved saved;
        const std::int64_t before = saved.document->lastSeq();
        QVERIFY(!saved.model.move(saved.at("a"), -1));
        QVERIFY(!saved.model.move(saved.at("d"), 4));
        QVERIFY(!saved.model.move(saved.at("b"), 1));
        QMimeData foreign;
        foreign.setText(QStringLiteral("a"));
        QVERIFY(!saved.model.canDropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
        QCOMPARE(saved.document->lastSeq(), before);
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
    }

    void aNameIsEditedInPlaceAndUndone()
    {
        Saved saved;
        QVERIFY(saved.model.setData(saved.at("b"), QStringLiteral("  e  "), Qt::EditRole));
        QCOMPARE(saved.names(), QStringLiteral("aecd"));
        QCOMPARE(saved.watch.changedRows(), QStringList{QStringLiteral("e")});
        QVERIFY(saved.document->undo());
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
    }

    void anEmptyNameIsNoName()
    {
        Saved saved;
        const std::int64_t before = saved.document->lastSeq();
        QVERIFY(!saved.model.setData(saved.at("b"), QStringLiteral("  "), Qt::EditRole));
        QCOMPARE(saved.document->lastSeq(), before);
    }

    void eachLanguageHasItsOwnName()
    {
        Saved saved;
        const QModelIndex index = saved.at("b");
        {
            const Speaking chinese(Language::Chinese);
            QVERIFY(saved.model.setData(index, QStringLiteral("乙"), Qt::EditRole));
            QCOMPARE(index.data().toString(), QStringLiteral("乙"));
        }
        saved.model.retranslate();
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
    }

    void anErasedViewComesBackWhereItWas()
    {
        Saved saved;
        QVERIFY(saved.model.erase(saved.at("b")));
        QCOMPARE(saved.names(), QStringLiteral("acd"));
        QCOMPARE(saved.watch.removals(), 1);
        QVERIFY(saved.document->undo());
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
        QCOMPARE(saved.document->chain().value(rowOf(saved.document->chain(), "views", "b"), view_field::State),
                 stateOfFlow().toStdString());
    }

    void whatOneHoldsIsReplacedAndComesBack()
    {
        Saved saved;
        const QString other = QStringLiteral(R"({"version":1,"view":"money","period":"2030"})");
        const RowRef row = rowOf(saved.document->chain(), "views", "c");
        QVERIFY(saved.model.replace(saved.at("c"), other));
        QCOMPARE(saved.document->chain().value(row, view_field::State), other.toStdString());
        QVERIFY(saved.document->undo());
        QCOMPARE(saved.document->chain().value(row, view_field::State), stateOfFlow().toStdString());
    }

    void theyStandInTheFileAndInItsHistory()
    {
        Saved saved;
        QVERIFY(saved.model.move(saved.at("d"), 0));
        const std::unique_ptr<Document> again = saved.file.open();
        SavedViewsModel model(*again);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("d"));
        const Result<std::vector<JournalEntry>> history = again->history(1);
        QVERIFY(history && !history->empty());
        QCOMPARE(history->front().edit.why, std::string("Move view d"));
    }

    void whatIsRefusedIsSaidAndChangesNothing()
    {
        Saved saved;
        QSignalSpy refused(&saved.model, &SavedViewsModel::refused);
        QVERIFY(!saved.model.save(QString(QChar(0x07)), stateOfFlow()).isValid());
        QCOMPARE(refused.size(), 1);
        QVERIFY(!refused.front().front().toString().isEmpty());
        QCOMPARE(saved.names(), QStringLiteral("abcd"));
    }
};

QTEST_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
