// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"
#include "picture_reading.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

/// Pictures of saved views: all that one holds, and what is given beside it.
class TestSavedPictures final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_file = path(QStringLiteral("chain.ochain"));
        QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
        write(
            path(QStringLiteral("views.csv")),
            "key,name_en,ordinal,state\n"
            "money,Money,2,"
            R"("{""version"":1,""view"":""money"",""period"":""2027"",""basis"":""weighted"",""commitment"":""firm"",)"
            R"(""group"":""oracle"",""from"":""2026"",""to"":""2030"",""granularity"":""quarter""}")"
            "\n"
            "tiers,Tiers,1,"
            R"("{""version"":1,""view"":""flow"",""period"":""2029Q2"",""as-of"":""2025-12-31"",""mode"":""capacity"",)"
            R"(""layer"":""cloud-dc"",""by"":""tier"",""expanded"":[""tier:chips"",""tier:gone""]}")"
            "\n"
            "late,Late,3,"
            R"("{""version"":1,""view"":""capacity"",""period"":""2199"",""boundary"":""it"",""overlap"":""gross""}")"
            "\n"
            "gone,Gone,4,"
            R"("{""version"":1,""view"":""money"",""period"":""2028"",""group"":""enron""}")"
            "\n"
            "newer,Newer,5,\"{\"\"version\"\":7}\"\n"
            "broken,Broken,6,{\n"
            "empty,Empty,7,\n");
        const Outcome imported = run({QStringLiteral("import"), m_file, path(QStringLiteral("views.csv"))});
        QCOMPARE(imported.err, QByteArray());
        QCOMPARE(imported.status, 0);
    }

    void allThatAViewHoldsIsInThePicture_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("told"); // a part of what the picture tells of itself
        const auto row = [](const char* name, const QString& options, const char* told) {
            QTest::newRow(name) << options.split(QLatin1Char(' ')) << QString::fromUtf8(told);
        };
        row("money", QStringLiteral("--saved money"),
            R"({"view":"money","period":"2027","basis":"weighted","commitment":"firm","group":"oracle","from":"2026","to":"2030","granularity":"quarter"})");
        row("flow, without what is gone since", QStringLiteral("--saved tiers"),
            R"({"view":"flow","period":"2029Q2","as-of":"2025-12-31","mode":"capacity","layer":"cloud-dc","by":"tier","expanded":["tier:chips"]})");
        row("a period after the calendar", QStringLiteral("--saved late"),
            R"({"view":"capacity","period":"2032","boundary":"it","overlap":"gross","group":"openai-group"})");
        row("another period", QStringLiteral("--saved money --at 2029"),
            R"({"period":"2029","basis":"weighted","group":"oracle"})");
        row("another period by --period", QStringLiteral("--saved money --period 2029"),
            R"({"period":"2029","basis":"weighted","group":"oracle"})");
        row("another group", QStringLiteral("--saved money --group amd"), R"({"period":"2027","group":"amd"})");
        row("another lens", QStringLiteral("--saved money --basis headline --assumed out"),
            R"({"basis":"headline","assumed":"out","commitment":"firm"})");
        row("other years", QStringLiteral("--saved money --from 2028"), R"({"from":"2028","granularity":"quarter"})");
        row("other boxes", QStringLiteral("--saved tiers --by company"),
            R"({"by":"company","expanded":[],"layer":"cloud-dc"})");
        row("money in place of capacity", QStringLiteral("--saved tiers --mode money"),
            R"({"by":"tier","mode":"money","expanded":["tier:chips"]})");
    }
    void allThatAViewHoldsIsInThePicture()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, told);
        const Outcome outcome = chart(options);
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
        const QJsonObject lens = lensOf(contents(path(QStringLiteral("x.svg"))));
        QVERIFY(!lens.isEmpty());
        const QJsonObject expected = QJsonDocument::fromJson(told.toUtf8()).object();
        QVERIFY(!expected.isEmpty());
        for (auto each = expected.begin(); each != expected.end(); ++each)
            QVERIFY2(lens.value(each.key()) == each.value(),
                     qPrintable(each.key() + QStringLiteral(": ") + QString::fromUtf8(QJsonDocument(lens).toJson())));
        QVERIFY(!lens.contains(QLatin1String("to")) || expected.contains(QLatin1String("to")) ||
                !options.contains(QLatin1String("--from")));
    }

    void howItLooksIsUpToWhoDrawsIt()
    {
        const Outcome outcome = chart({QStringLiteral("--saved"), QStringLiteral("money"), QStringLiteral("--theme"),
                                       QStringLiteral("dark"), QStringLiteral("--lang"), QStringLiteral("zh_CN"),
                                       QStringLiteral("--title"), QStringLiteral("Note")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(svgContents(contents(path(QStringLiteral("x.svg")))).allText().contains(QLatin1String("Note")));
    }

    void framesAreOfTheViewToo()
    {
        const Outcome outcome =
            run({QStringLiteral("chart"), m_file, QStringLiteral("--saved"), QStringLiteral("tiers"),
                 QStringLiteral("--frames"), path(QStringLiteral("frames")), QStringLiteral("--as-of"),
                 QStringLiteral("2025-11-15"), QStringLiteral("--size"), QStringLiteral("400x300")});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
    }

    void whatCannotBeDrawnIsSaid_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("says");
        QTest::newRow("an unknown key lists what there is, in their order")
            << "--saved nowhere" << QStringLiteral("this file has tiers, money, late, gone, newer, broken, empty");
        QTest::newRow("a view beside it") << "--saved money --view flow" << QStringLiteral("--view");
        QTest::newRow("neither") << "--theme light" << QStringLiteral("--saved");
        QTest::newRow("no key") << "--saved=" << QStringLiteral("--saved");
        QTest::newRow("of a newer O-chain") << "--saved newer" << QStringLiteral("newer O-chain");
        QTest::newRow("broken") << "--saved broken" << QStringLiteral("cannot be read");
        QTest::newRow("nothing held") << "--saved empty" << QStringLiteral("cannot be read");
        QTest::newRow("a group that is gone") << "--saved gone" << QStringLiteral("enron");
        QTest::newRow("what the view has not") << "--saved money --by tier" << QStringLiteral("--by");
    }
    void whatCannotBeDrawnIsSaid()
    {
        QFETCH(QString, options);
        QFETCH(QString, says);
        QFile::remove(path(QStringLiteral("x.svg")));
        const Outcome outcome = chart(options.split(QLatin1Char(' ')));
        QCOMPARE(outcome.status, 2);
        QVERIFY2(QString::fromUtf8(outcome.err).contains(says), outcome.err.constData());
        QVERIFY(!QFile::exists(path(QStringLiteral("x.svg"))));
    }

    void aFileWithoutViewsSaysSo()
    {
        const QString file = path(QStringLiteral("plain.ochain"));
        QCOMPARE(run({QStringLiteral("init"), file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
        const Outcome outcome = run({QStringLiteral("chart"), file, QStringLiteral("--saved"), QStringLiteral("a"),
                                     QStringLiteral("--out"), path(QStringLiteral("y.svg"))});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("no saved views"), outcome.err.constData());
    }

    void theyGoOutAndComeInAsCsv()
    {
        QCOMPARE(run({QStringLiteral("export"), m_file, path(QStringLiteral("out"))}).status, 0);
        const QString file = path(QStringLiteral("again.ochain"));
        QCOMPARE(run({QStringLiteral("init"), file, QStringLiteral("--from"), path(QStringLiteral("out"))}).status, 0);
        const Outcome outcome = run({QStringLiteral("diff"), m_file, file});
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY2(!outcome.out.contains("views"), outcome.out.constData());
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Outcome chart(const QStringList& options) const
    {
        return run(
            QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--out"), path(QStringLiteral("x.svg"))} +
            options);
    }
    /// What a picture tells of the view it shows.
    [[nodiscard]] static QJsonObject lensOf(const QByteArray& svg)
    {
        return QJsonDocument::fromJson(svgContents(svg).evidence.toUtf8())
            .object()
            .value(QLatin1String("lens"))
            .toObject();
    }

    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestSavedPictures)
#include "tst_saved_pictures.moc"
