// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/questions_model.h"
#include "items/roles.h"
#include "items_testing.h"
#include "language/language.h"
#include "speaking.h"

#include <QDate>
#include <QObject>
#include <QSignalSpy>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// The questions of the small chain, watched.
struct Asked {
    Asked() : document(file.open()), model(*document), watch(model), answered(&model, &QuestionsModel::answered) {}
    void begin()
    {
        model.begin();
        wait();
    }
    /// For the answers that are on their way.
    void wait()
    {
        if (!QTest::qWaitFor([this] { return !model.isBusy(); }))
            qFatal("no answer came");
    }
    [[nodiscard]] QModelIndex at(const char* key) const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data(KeyRole).toString() == QLatin1String(key))
                return model.index(row, 0);
        return {};
    }
    [[nodiscard]] QString answer(const char* key) const { return at(key).data(QuestionsModel::AnswerRole).toString(); }

    ChainFile file;
    std::unique_ptr<Document> document;
    QuestionsModel model;
    Watch watch;
    QSignalSpy answered;
};

} // namespace

/// When questions are answered, and what the list says of it.
class TestQuestionsModel final : public QObject {
    Q_OBJECT

private slots:
    void nothingIsAnsweredBeforeTheChartStands()
    {
        Asked asked;
        QVERIFY(setField(*asked.document, "deals", "amd-openai", "capacity_mw", "7000"));
        QVERIFY(!asked.model.isBusy());
        QCOMPARE(asked.answer("binds"), QString());
        QVERIFY(asked.model.placeOf(asked.at("binds")) == nullptr);
        asked.begin();
        QVERIFY(!asked.answer("binds").isEmpty());
        QVERIFY(asked.model.placeOf(asked.at("binds")) != nullptr);
    }

    void headingsSayWhomItIsOfAndCannotBeChosen()
    {
        Asked asked;
        QStringList headings;
        for (int row = 0; row < asked.model.rowCount(); ++row) {
            const QModelIndex index = asked.model.index(row, 0);
            const bool isHeading = index.data(QuestionsModel::HeadingRole).toBool();
            QCOMPARE(index.flags().testFlag(Qt::ItemIsSelectable), !isHeading);
            if (isHeading)
                headings << index.data().toString();
        }
        QCOMPARE(headings, (QStringList{QStringLiteral("OpenAI Foundation"), QStringLiteral("The whole chain")}));
    }

    void theyFollowTheGroupSelectedLast()
    {
        Asked asked;
        asked.begin();
        asked.document->select(rowOf(asked.document->chain(), "nodes", "oracle"));
        asked.wait();
        QCOMPARE(asked.model.index(0, 0).data().toString(), QStringLiteral("Oracle"));
        QCOMPARE(asked.model.placeOf(asked.at("binds"))->chart->group, std::string("oracle"));
        asked.document->select(rowOf(asked.document->chain(), "deals", "amd-openai"));
        asked.document->select(std::nullopt);
        QVERIFY(!asked.model.isBusy());
        QCOMPARE(asked.watch.upheavals() + asked.watch.inserts() + asked.watch.removals(), 0);
    }

    void anEditChangesTheAnswersThatItMovesAndNoOthers()
    {
        Asked asked;
        asked.begin();
        const QString old = asked.answer("changed");
        asked.watch.clear();
        asked.answered.clear();
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        QVERIFY(setField(*asked.document, "deals", "amd-openai", "announced", today.toStdString()));
        QVERIFY(!asked.answer("changed").isEmpty()); // what is there stays until the other comes
        asked.wait();
        QCOMPARE(asked.answered.size(), 1);
        QVERIFY(asked.answer("changed") != old);
        QCOMPARE(asked.watch.changedRows(), QStringList{asked.at("changed").data().toString()});
        QVERIFY(asked.document->undo());
        asked.wait();
        QCOMPARE(asked.answer("changed"), old);
    }

    void severalEditsInARowAreAskedAboutOnce()
    {
        Asked asked;
        asked.begin();
        asked.answered.clear();
        for (const char* capacity : {"7000", "8000", "9000"})
            QVERIFY(setField(*asked.document, "deals", "amd-openai", "capacity_mw", capacity));
        asked.wait();
        QCOMPARE(asked.answered.size(), 1);
    }

    void theLensIsFollowedButNotThePeriod()
    {
        Asked asked;
        asked.begin();
        asked.answered.clear();
        ViewLens lens = asked.document->lens();
        lens.period.year -= 1;
        QVERIFY(asked.document->setLens(lens));
        QVERIFY(!asked.model.isBusy());
        lens.lens.commitments = Commitments::Firm;
        QVERIFY(asked.document->setLens(lens));
        asked.wait();
        QCOMPARE(asked.answered.size(), 1);
        QCOMPARE(asked.model.index(0, 0).data().toString(), QStringLiteral("OpenAI Foundation · only what is firm"));
    }

    void theyAreReadOutWithTheirAnswers()
    {
        Asked asked;
        asked.begin();
        const QModelIndex index = asked.at("old");
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
                 index.data().toString() + QLatin1Char(' ') + asked.answer("old"));
    }

    void anotherLanguageAsksAnew()
    {
        Asked asked;
        asked.begin();
        const QString english = asked.answer("old");
        const Speaking chinese(Language::Chinese);
        asked.model.retranslate();
        asked.wait();
        QVERIFY(asked.answer("old") != english);
        QCOMPARE(asked.at("old").data().toString(), QStringLiteral("哪些信息旧了？"));
    }
};

QTEST_MAIN(TestQuestionsModel)
#include "tst_questions_model.moc"
