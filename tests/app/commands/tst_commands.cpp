// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1Char>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

namespace {

/// Figures by "group measure layer period".
QMap<QString, qint64> figures(const QStringList& arguments)
{
    const Outcome outcome = run(QStringList{QStringLiteral("rollup")} + arguments +
                                QStringList{QStringLiteral("--format"), QStringLiteral("json")});
    QMap<QString, qint64> figures;
    const QJsonArray rows = QJsonDocument::fromJson(outcome.out).object().value(QLatin1String("rows")).toArray();
    for (const auto& row : rows)
        figures[QStringLiteral("%1 %2 %3 %4")
                    .arg(row[QLatin1String("group")].toString(), row[QLatin1String("measure")].toString(),
                         row[QLatin1String("layer")].toString(), row[QLatin1String("period")].toString())] =
            row[QLatin1String("value")].toInteger();
    return figures;
}

} // namespace

class TestCommands final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void chipsForOpenAiAre26GigawattsAndNeverAddedToCloud();
    void whatWasKnownInSeptember2025WasTenGigawatts();
    void azureStandsInMicrosoftsBacklog();
    void oneGigawattMoreHasNoDateAndUndoRestoresEveryFigure();
    void anEditWithOneBadOrderChangesNothing();
    void exportAndImportGiveTheSameBytes();
    void importUpdatesByKeyAndReplaceErasesTheRest();
    void everyFormatHasTheSameFigures();
    void checkTellsProblemsByExitStatus();
    void theLogHasEveryEdit();
    void theShippedChainMakesEveryChart_data();
    void theShippedChainMakesEveryChart();
    void aPictureHasTheSizeAskedFor();
    void anEmptyChainMakesEveryChart();
    void periodsOfAChartAreThoseAskedFor();
    void aTrancheMayEndInTheMonthItsDealEndsIn();
    void aPartWithAFormulaTakesNothing();
    void whatAccruedBeforeTheCalendarIsNoBacklog();
    void aFileMayStandBehindTheOptions();
    void badUseExitsWithTwoAndSaysHowToMendIt_data();
    void badUseExitsWithTwoAndSaysHowToMendIt();

private:
    QTemporaryDir m_folder;
    QString m_file;

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList openAi(const QStringList& more = {}) const
    {
        return QStringList{m_file, QStringLiteral("--group"), QStringLiteral("openai-group"),
                           QStringLiteral("--period"), QStringLiteral("year")} +
               more;
    }
};

void TestCommands::init()
{
    m_file = path("chain.ochain");
    QFile::remove(m_file);
    const Outcome made =
        run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)});
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.status, 0);
}

void TestCommands::chipsForOpenAiAre26GigawattsAndNeverAddedToCloud()
{
    const QMap<QString, qint64> all = figures(openAi());
    QCOMPARE(all.value(QStringLiteral("openai-group capacity_in chips total")), 26'000'000);
    QVERIFY(all.value(QStringLiteral("openai-group capacity_in cloud-dc total")) > 0);
    QVERIFY(!all.contains(QStringLiteral("openai-group capacity_in  total")) ||
            all.value(QStringLiteral("openai-group capacity_in  total")) < 26'000'000);
    QVERIFY(all.contains(QStringLiteral("openai-group binding cloud-dc 2030")));
    QCOMPARE(all.value(QStringLiteral("openai-group binding cloud-dc 2030")),
             all.value(QStringLiteral("openai-group capacity_in cloud-dc 2030")));
}

void TestCommands::whatWasKnownInSeptember2025WasTenGigawatts()
{
    const QMap<QString, qint64> then = figures(openAi({QStringLiteral("--as-of"), QStringLiteral("2025-09-30")}));
    QCOMPARE(then.value(QStringLiteral("openai-group capacity_in chips total")), 10'000'000);
}

void TestCommands::azureStandsInMicrosoftsBacklog()
{
    const QMap<QString, qint64> before =
        figures({m_file, QStringLiteral("--group"), QStringLiteral("microsoft"), QStringLiteral("--measure"),
                 QStringLiteral("backlog"), QStringLiteral("--period"), QStringLiteral("year")});
    QVERIFY(before.value(QStringLiteral("microsoft backlog  2025")) >= 25'000'000'000'000);
}

void TestCommands::oneGigawattMoreHasNoDateAndUndoRestoresEveryFigure()
{
    const QStringList everything{m_file, QStringLiteral("--by"), QStringLiteral("node"), QStringLiteral("--period"),
                                 QStringLiteral("quarter")};
    const QMap<QString, qint64> before = figures(everything);
    const Outcome edited = run({QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                                QStringLiteral("deals:amd-openai-6gw.capacity_mw=7GW"), QStringLiteral("--why"),
                                QStringLiteral("the press says seven")});
    QCOMPARE(edited.err, QByteArray());
    QCOMPARE(edited.status, 0);
    const QMap<QString, qint64> after = figures(openAi());
    QCOMPARE(after.value(QStringLiteral("openai-group capacity_in chips total")), 27'000'000);
    QCOMPARE(after.value(QStringLiteral("openai-group capacity_in chips unscheduled")),
             before.value(QStringLiteral("openai-group capacity_in chips unscheduled")) + 1'000'000);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(figures(everything), before);
    QCOMPARE(run({QStringLiteral("redo"), m_file}).status, 0);
    QCOMPARE(figures(openAi()), after);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(figures(everything), before);
    const Outcome nothing = run({QStringLiteral("undo"), m_file});
    QCOMPARE(nothing.status, 2);
    QVERIFY(!nothing.err.isEmpty());
}

void TestCommands::anEditWithOneBadOrderChangesNothing()
{
    const QMap<QString, qint64> before = figures(openAi());
    const Outcome edited = run({QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                                QStringLiteral("deals:amd-openai-6gw.capacity_mw=9000"), QStringLiteral("--set"),
                                QStringLiteral("deals:amd-openai-6gw.ends=2025")});
    QCOMPARE(edited.status, 2);
    QVERIFY(edited.err.contains("amd-openai-6gw"));
    QVERIFY(edited.err.contains("ends"));
    QCOMPARE(figures(openAi()), before);
}

void TestCommands::exportAndImportGiveTheSameBytes()
{
    const QString folder = path("exported");
    QCOMPARE(run({QStringLiteral("export"), m_file, folder}).status, 0);
    const QStringList names = QDir(QStringLiteral(OCHAIN_DATASET)).entryList({QStringLiteral("*.csv")}, QDir::Files);
    QVERIFY(names.size() >= 11);
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files), names);
    for (const QString& name : names)
        QVERIFY2(contents(folder + QLatin1Char('/') + name) == contents(QStringLiteral(OCHAIN_DATASET "/") + name),
                 qPrintable(name));
    const QString again = path("again.ochain");
    QFile::remove(again);
    QCOMPARE(run({QStringLiteral("init"), again, QStringLiteral("--from"), folder}).status, 0);
    const QString second = path("exported-again");
    QCOMPARE(run({QStringLiteral("export"), again, second}).status, 0);
    for (const QString& name : names)
        QVERIFY2(contents(second + QLatin1Char('/') + name) == contents(folder + QLatin1Char('/') + name),
                 qPrintable(name));
}

void TestCommands::importUpdatesByKeyAndReplaceErasesTheRest()
{
    const QString file = path("import.ochain");
    QFile::remove(file);
    QCOMPARE(run({QStringLiteral("init"), file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
    const QString folder = path("statuses");
    QVERIFY(QDir().mkpath(folder));
    write(folder + QStringLiteral("/statuses.csv"), "key,weight_bp,name_en,name_zh\nsigned,7500,Signed,已签约\n");
    QCOMPARE(run({QStringLiteral("import"), file, folder}).status, 0);
    QCOMPARE(run({QStringLiteral("export"), file, path("updated")}).status, 0);
    QVERIFY(contents(path("updated") + QStringLiteral("/statuses.csv")).contains("signed,7500,"));
    QVERIFY(contents(path("updated") + QStringLiteral("/statuses.csv")).contains("announced,5000,"));
    const Outcome replaced =
        run({QStringLiteral("import"), file, QStringLiteral(OCHAIN_DATASET), QStringLiteral("--replace")});
    QCOMPARE(replaced.err, QByteArray());
    QCOMPARE(run({QStringLiteral("export"), file, path("replaced")}).status, 0);
    QVERIFY(contents(path("replaced") + QStringLiteral("/statuses.csv")).contains("signed,8000,"));
}

void TestCommands::everyFormatHasTheSameFigures()
{
    const Outcome csv =
        run(QStringList{QStringLiteral("rollup")} + openAi({QStringLiteral("--format"), QStringLiteral("csv")}));
    QCOMPARE(csv.status, 0);
    QMap<QString, qint64> fromCsv;
    const QList<QByteArray> lines = csv.out.trimmed().split('\n');
    QCOMPARE(lines.front(), QByteArray("group,measure,layer,period,value,undisclosed"));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].split(',');
        fromCsv[QString::fromUtf8(cells[0] + ' ' + cells[1] + ' ' + cells[2] + ' ' + cells[3])] = cells[4].toLongLong();
    }
    QCOMPARE(fromCsv, figures(openAi()));
    const Outcome table =
        run(QStringList{QStringLiteral("rollup")} + openAi({QStringLiteral("--format"), QStringLiteral("table")}));
    QCOMPARE(table.status, 0);
    QVERIFY(table.out.contains("26.0 GW"));
}

void TestCommands::checkTellsProblemsByExitStatus()
{
    const Outcome clean = run({QStringLiteral("check"), m_file, QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(clean.status, 0);
    const QJsonArray problems = QJsonDocument::fromJson(clean.out).object().value(QLatin1String("problems")).toArray();
    QVERIFY(!problems.isEmpty());
    for (const auto& problem : problems)
        QCOMPARE(problem[QLatin1String("severity")].toString(), QStringLiteral("note"));
    QCOMPARE(run({QStringLiteral("check"), m_file, QStringLiteral("--strict")}).status, 1);
    write(path("text.ochain"), "this is no chain at all, but a text that is long enough to be looked at\n");
    QCOMPARE(run({QStringLiteral("check"), path("text.ochain")}).status, 2);
}

void TestCommands::theLogHasEveryEdit()
{
    const QString file = path("log.ochain");
    QFile::remove(file);
    QCOMPARE(run({QStringLiteral("init"), file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
    QCOMPARE(run({QStringLiteral("edit"), file, QStringLiteral("--add"), QStringLiteral("nodes:acme"),
                  QStringLiteral("--set"), QStringLiteral("nodes:acme.tier=cloud-providers"), QStringLiteral("--why"),
                  QStringLiteral("a newcomer")})
                 .status,
             0);
    QCOMPARE(
        run({QStringLiteral("edit"), file, QStringLiteral("--set"), QStringLiteral("nodes:acme.name_en=Acme, Inc.")})
            .status,
        0);
    QCOMPARE(run({QStringLiteral("undo"), file}).status, 0);
    const Outcome log = run({QStringLiteral("log"), file, QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonArray edits = QJsonDocument::fromJson(log.out).object().value(QLatin1String("edits")).toArray();
    QCOMPARE(edits.size(), 3);
    QCOMPARE(edits[0][QLatin1String("why")].toString(), QStringLiteral("a newcomer"));
    QVERIFY(!edits[0][QLatin1String("time")].toString().isEmpty());
    QVERIFY(!edits[0][QLatin1String("author")].toString().isEmpty());
    const QJsonValue added = edits[0][QLatin1String("changes")][0];
    QCOMPARE(added[QLatin1String("table")].toString(), QStringLiteral("nodes"));
    QCOMPARE(added[QLatin1String("row")].toString(), QStringLiteral("acme"));
    QVERIFY(added[QLatin1String("old")].isNull());
    QCOMPARE(edits[2][QLatin1String("changes")][0][QLatin1String("old")].toString(), QStringLiteral("Acme, Inc."));
}

void TestCommands::theShippedChainMakesEveryChart_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("suffix");
    for (const char* view : {"flow", "capacity", "money"})
        for (const char* suffix : {"png", "svg", "pdf"})
            QTest::addRow("%s as %s", view, suffix) << QString::fromLatin1(view) << QString::fromLatin1(suffix);
}

void TestCommands::theShippedChainMakesEveryChart()
{
    QFETCH(QString, view);
    QFETCH(QString, suffix);
    const QString out = path("chart.") + suffix;
    QFile::remove(out);
    const Outcome outcome = run({QStringLiteral("chart"), m_file, QStringLiteral("--view"), view,
                                 QStringLiteral("--out"), out, QStringLiteral("--size"), QStringLiteral("1280x720")});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QByteArray picture = contents(out);
    const QByteArray magic = suffix == QLatin1String("png")   ? "\x89PNG"
                             : suffix == QLatin1String("svg") ? "<?xml"
                                                              : "%PDF";
    QVERIFY(picture.startsWith(magic));
    QVERIFY(picture.size() > 5000);
}

void TestCommands::aPictureHasTheSizeAskedFor()
{
    const QStringList chart{QStringLiteral("chart"), m_file,          QStringLiteral("--view"), QStringLiteral("money"),
                            QStringLiteral("--out"), path("size.png")};
    QCOMPARE(run(chart + QStringList{QStringLiteral("--size"), QStringLiteral("800x500")}).status, 0);
    QCOMPARE(QImage(path("size.png")).size(), QSize(800, 500));
    const QStringList scaled{QStringLiteral("--size"), QStringLiteral("800x500"), QStringLiteral("--scale"),
                             QStringLiteral("2")};
    QCOMPARE(run(chart + scaled).status, 0);
    QCOMPARE(QImage(path("size.png")).size(), QSize(1600, 1000));
}

void TestCommands::anEmptyChainMakesEveryChart()
{
    QCOMPARE(run({QStringLiteral("init"), path("empty.ochain"), QStringLiteral("--empty")}).status, 0);
    for (const char* view : {"flow", "capacity", "money"}) {
        const Outcome outcome = run({QStringLiteral("chart"), path("empty.ochain"), QStringLiteral("--view"),
                                     QLatin1String(view), QStringLiteral("--out"), path("empty.png")});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
        QVERIFY(!QImage(path("empty.png")).isNull());
    }
}

void TestCommands::periodsOfAChartAreThoseAskedFor()
{
    const auto picture = [&](const QString& view, const QStringList& more) {
        const Outcome outcome = run(QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--view"), view,
                                                QStringLiteral("--out"), path("range.png")} +
                                    more);
        return outcome.status == 0 ? QImage(path("range.png")) : QImage();
    };
    for (const QString& view : {QStringLiteral("capacity"), QStringLiteral("money")}) {
        const QStringList at{QStringLiteral("--at"), QStringLiteral("2028")};
        const QImage whole = picture(view, at);
        const QImage part = picture(view, at + QStringList{QStringLiteral("--from"), QStringLiteral("2027"),
                                                           QStringLiteral("--to"), QStringLiteral("2030")});
        QVERIFY(!whole.isNull() && !part.isNull());
        QVERIFY(whole != part);
    }
}

void TestCommands::aTrancheMayEndInTheMonthItsDealEndsIn()
{
    const auto edit = [&](const char* trancheEnds) {
        return run({QStringLiteral("edit"),  m_file,
                    QStringLiteral("--add"), QStringLiteral("deals:short"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.supplier=amd"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.customer=openai-group"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.kind=hardware"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.status=signed"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.basis=assumed"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.starts=2026"),
                    QStringLiteral("--set"), QStringLiteral("deals:short.ends=2027-02-28"),
                    QStringLiteral("--add"), QStringLiteral("tranches:last"),
                    QStringLiteral("--set"), QStringLiteral("tranches:last.deal=short"),
                    QStringLiteral("--set"), QStringLiteral("tranches:last.value_usd=5"),
                    QStringLiteral("--set"), QStringLiteral("tranches:last.basis=assumed"),
                    QStringLiteral("--set"), QStringLiteral("tranches:last.ends=") + QLatin1String(trancheEnds)});
    };
    QCOMPARE(edit("2027-03").status, 2);
    const Outcome outcome = edit("2027-02");
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void TestCommands::aPartWithAFormulaTakesNothing()
{
    const QString chips = QStringLiteral("openai-group capacity_in chips total");
    const auto add = [&](const char* key, const char* megawatts, const char* partOf) {
        const QString row = QStringLiteral("deals:") + QLatin1String(key);
        QStringList arguments{QStringLiteral("edit"), m_file, QStringLiteral("--add"), row};
        for (const auto& [field, value] :
             {std::pair("supplier", "amd"), std::pair("customer", "openai-group"), std::pair("kind", "hardware"),
              std::pair("status", "signed"), std::pair("basis", "assumed"), std::pair("starts", "2027"),
              std::pair("capacity_mw", megawatts), std::pair("part_of", partOf)})
            arguments << QStringLiteral("--set")
                      << row + QLatin1Char('.') + QLatin1String(field) + QLatin1Char('=') + QLatin1String(value);
        return run(arguments).status;
    };
    QCOMPARE(add("whole", "3000", ""), 0);
    const qint64 before = figures(openAi()).value(chips);
    QCOMPARE(add("part", "1000", "whole"), 0);
    QCOMPARE(figures(openAi()).value(chips), before); // taken from the whole
    const QStringList formula{QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                              QStringLiteral("deals:part.formula=100")};
    QCOMPARE(run(formula).status, 0);
    QCOMPARE(figures(openAi()).value(chips), before + 1'000'000);
    const auto setPart = [&](const char* field) {
        return run({QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                    QStringLiteral("deals:part.") + QLatin1String(field)})
            .status;
    };
    QCOMPARE(setPart("capacity_mw=5000"), 0);
    QVERIFY(!run({QStringLiteral("check"), m_file}).out.contains("its parts add up"));
    QCOMPARE(setPart("formula="), 0);
    QVERIFY(run({QStringLiteral("check"), m_file}).out.contains("its parts add up to 5000 MW"));
}

void TestCommands::whatAccruedBeforeTheCalendarIsNoBacklog()
{
    const QDir folder(path("early"));
    QVERIFY(QDir().mkpath(folder.path()));
    write(folder.filePath(QStringLiteral("tiers.csv")),
          "key,parent,ordinal,layer,name_en,name_zh\nchips,,1,1,Chips,\n");
    write(folder.filePath(QStringLiteral("nodes.csv")), "key,tier,kind,parent,name_en,name_zh,country,lat,lon,note_en\n"
                                                        "a,chips,company,,A,,,,,\nb,chips,company,,B,,,,,\n");
    write(folder.filePath(QStringLiteral("deal_kinds.csv")),
          "key,class,profile,money,name_en,name_zh\nhardware,trade,deploy,1,Hardware,\n");
    write(folder.filePath(QStringLiteral("statuses.csv")), "key,weight_bp,name_en,name_zh\nsigned,10000,Signed,\n");
    write(folder.filePath(QStringLiteral("sources.csv")), "key,publisher,title,url,published\ns,P,T,,2022\n");
    write(folder.filePath(QStringLiteral("deals.csv")),
          "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,formula,profile,equity_pct,"
          "part_of,basis,note_en\nd,a,b,hardware,signed,2022,2025,2026,,7300,,,,,reported,\n");
    // First it was to start in 2024, when 366 days of 1096 lie before the calendar of 2025 to 2026.
    write(folder.filePath(QStringLiteral("claims.csv")),
          "table,row_key,field,as_of,value,source,adopted,note_en\n"
          "deals,d,starts,2023,2024,s,1,\ndeals,d,starts,2024-12,2025,s,1,\n");
    const Outcome made = run({QStringLiteral("init"), path("early.ochain"), QStringLiteral("--from"), folder.path()});
    QCOMPARE(made.err, QByteArray());
    const QMap<QString, qint64> all =
        figures({path("early.ochain"), QStringLiteral("--group"), QStringLiteral("a"), QStringLiteral("--period"),
                 QStringLiteral("year"), QStringLiteral("--as-of"), QStringLiteral("2024-06-30")});
    const qint64 byEndOf2025 = qint64{730'000} * 731 / 1096;
    QCOMPARE(all.value(QStringLiteral("a backlog  2025")), 730'000 - byEndOf2025);
    QCOMPARE(all.value(QStringLiteral("a backlog  2026")), 0);
    QFile::remove(path("early.ochain"));
}

void TestCommands::aFileMayStandBehindTheOptions()
{
    const Outcome before =
        run({QStringLiteral("rollup"), m_file, QStringLiteral("--group"), QStringLiteral("openai-group"),
             QStringLiteral("--measure"), QStringLiteral("revenue,spend")});
    const Outcome behind = run({QStringLiteral("rollup"), QStringLiteral("--group"), QStringLiteral("openai-group"),
                                QStringLiteral("--measure"), QStringLiteral("revenue"), QStringLiteral("--measure"),
                                QStringLiteral("spend"), m_file});
    QCOMPARE(behind.err, QByteArray());
    QCOMPARE(behind.status, 0);
    QCOMPARE(behind.out, before.out);
}

void TestCommands::badUseExitsWithTwoAndSaysHowToMendIt_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    const auto words = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); };
    row("no such file", words("rollup /nonexistent/x.ochain --by tier"), "/nonexistent/x.ochain");
    row("neither group nor by", words("rollup FILE"), "--group");
    row("unknown group", words("rollup FILE --group nobody"), "nobody");
    row("unknown measure", words("rollup FILE --group openai-group --measure profit"), "profit");
    row("unknown layer", words("rollup FILE --group openai-group --layer capital"), "capital");
    row("a month is no day", words("rollup FILE --group openai-group --as-of 2025-09"), "2025-09");
    row("no period", words("rollup FILE --group openai-group --from soon"), "soon");
    row("unknown scenario", words("rollup FILE --group openai-group --scenario dream"), "dream");
    row("unknown table", words("edit FILE --set deal:x.value_usd=1"), "deal");
    row("unknown field", words("edit FILE --set deals:amd-openai-6gw.price=1"), "price");
    row("unknown row", words("edit FILE --set deals:nothing.value_usd=1"), "nothing");
    row("no orders", words("edit FILE"), "--add");
    row("a node in use", words("edit FILE --erase nodes:amd"), "amd");
    row("init over a file", words("init FILE"), "exist");
    row("no folder", words("import FILE /nonexistent/folder"), "/nonexistent/folder");
    row("no kind of picture", words("chart FILE --view flow --out x.bmp"), "x.bmp");
    row("no view", words("chart FILE --view pie --out x.png"), "pie");
    row("a folder that is not there", words("chart FILE --view flow --out /nonexistent/x.png"), "/nonexistent/x.png");
    row("no command", words("rolup FILE"), "rolup");
    row("a later command", words("simulate FILE --group openai-group --measure revenue --period year"), "simulate");
    row("no option", words("--bogus"), "--help");
    row("two files", words("FILE FILE"), "dashboard");
    row("an empty group",
        QStringList{QStringLiteral("rollup"), QStringLiteral("FILE"), QStringLiteral("--group"), QString()}, "empty");
    row("periods exchanged", words("rollup FILE --by tier --from 2031 --to 2030"), "2031");
    row("periods of a chart exchanged", words("chart FILE --view money --out x.png --from 2031 --to 2030"), "2031");
    row("no size", words("chart FILE --view flow --out x.png --size big"), "big");
    row("nothing to redo", words("redo FILE"), "again");
}

void TestCommands::badUseExitsWithTwoAndSaysHowToMendIt()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const QString file = path("use.ochain");
    if (!QFile::exists(file))
        QCOMPARE(run({QStringLiteral("init"), file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
    const QByteArray before = contents(file);
    arguments.replaceInStrings(QStringLiteral("FILE"), file);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    // Opening for writing counts in the header of the file, its first 100 bytes; the pages stay as they were.
    QVERIFY(contents(file).mid(100) == before.mid(100));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
