// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLatin1Char>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ochain::testing;

/// `chart --frames DIR`: how the chain became known, a picture a step.
class TestFrames final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void everyDayIsAPictureAndALineOfTheIndex_data();
    void everyDayIsAPictureAndALineOfTheIndex();
    void theFirstIsThePictureOfThatDay();
    void otherFormatsAreDrawnToo();
    void whatDoesNotGoTogetherIsRefused_data();
    void whatDoesNotGoTogetherIsRefused();
    void nothingIsLostOfWhatIsInAFolder();
    void aKillLeavesNoHalfPicture();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList chart(const QStringList& options) const
    {
        return QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--size"), QStringLiteral("480x320")} +
               options;
    }
    [[nodiscard]] Outcome frames(const char* view, const QStringList& options) const
    {
        return run(chart(QStringList{QStringLiteral("--view"), QString::fromLatin1(view), QStringLiteral("--frames"),
                                     path("frames")} +
                         options));
    }
    [[nodiscard]] QList<QByteArray> index() const
    {
        QList<QByteArray> lines = contents(path("frames/index.csv")).split('\n');
        lines.removeLast(); // behind the last line
        return lines;
    }

    QTemporaryDir m_chain;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestFrames::initTestCase()
{
    m_file = m_chain.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestFrames::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFrames::everyDayIsAPictureAndALineOfTheIndex_data()
{
    QTest::addColumn<QByteArray>("view");
    for (const char* view : {"flow", "capacity", "money"})
        QTest::newRow(view) << QByteArray(view);
}

void TestFrames::everyDayIsAPictureAndALineOfTheIndex()
{
    QFETCH(QByteArray, view);
    const Outcome outcome = frames(view.constData(), {QStringLiteral("--as-of"), QStringLiteral("2025-09-01")});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QList<QByteArray> lines = index();
    QCOMPARE(lines.front(), QByteArray("frame,file,day,what"));
    QVERIFY(lines.size() > 3);
    QByteArray before("2025-08-31");
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].split(',');
        QCOMPARE(cells[0], QByteArray::number(i));
        QCOMPARE(cells[1], QByteArray::number(i).rightJustified(4, '0') + ".png");
        QVERIFY(before < cells[2]); // as text, for they are whole days
        before = cells[2];
        QCOMPARE(QImage(path("frames/") + QString::fromLatin1(cells[1])).size(), QSize(480, 320));
    }
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) {
        return line.contains(",2025-10-06,") && line.contains("AMD") && line.contains("6.0 GW");
    }));
    QCOMPARE(QDir(path("frames")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             lines.size()); // as many pictures as lines below the head, and the index; nothing else
}

void TestFrames::theFirstIsThePictureOfThatDay()
{
    const QStringList lens{QStringLiteral("--as-of"), QStringLiteral("2025-10-06"), QStringLiteral("--basis"),
                           QStringLiteral("weighted")};
    QCOMPARE(frames("flow", lens).err, QByteArray());
    QCOMPARE(run(chart(QStringList{QStringLiteral("--view"), QStringLiteral("flow"), QStringLiteral("--out"),
                                   path("one.png")} +
                       lens))
                 .err,
             QByteArray());
    QVERIFY(index().at(1).startsWith("1,0001.png,2025-10-06,"));
    QCOMPARE(QImage(path("frames/0001.png")), QImage(path("one.png")));
}

void TestFrames::otherFormatsAreDrawnToo()
{
    QCOMPARE(frames("money", {QStringLiteral("--as-of"), QStringLiteral("2025-10-06"),
                              QStringLiteral("--frames-format"), QStringLiteral("svg")})
                 .err,
             QByteArray());
    QVERIFY(contents(path("frames/0001.svg")).contains("<svg"));
    QVERIFY(!QFileInfo::exists(path("frames/0001.png")));
}

void TestFrames::whatDoesNotGoTogetherIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* options, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char('|'), Qt::SkipEmptyParts)
                            << QByteArray(says);
    };
    row("a picture and steps", "--frames|DIR|--out|x.png", "--out");
    row("neither", "", "--out");
    row("a format without steps", "--out|x.png|--frames-format|svg", "--frames");
    row("no such format", "--frames|DIR|--frames-format|gif", "--frames-format");
    row("nothing later", "--frames|DIR|--as-of|2190-01-01",
        "--frames: nothing became known from 2190-01-01 on; there is no step to draw");
    row("nowhere", "--frames|nowhere/to/be/found", "--frames nowhere/to/be/found: the folder cannot be made: ");
    row("a file", "--frames|FILE", "this is no folder; name a new or an empty one");
    row("what the view has not", "--frames|DIR|--by|deal", "--by is for the flow; leave it out, or draw --view flow");
}

void TestFrames::whatDoesNotGoTogetherIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    options.replaceInStrings(QStringLiteral("DIR"), path("frames"));
    options.replaceInStrings(QStringLiteral("FILE"), m_file);
    const Outcome outcome = run(chart(QStringList{QStringLiteral("--view"), QStringLiteral("money")} + options));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(path("frames"))); // no folder is made for nothing
}

void TestFrames::nothingIsLostOfWhatIsInAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("frames")));
    write(path("frames/0001.png"), "mine");
    const Outcome outcome = frames("money", {});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("there is something in this folder; empty it, or name a new one"),
             outcome.err.constData());
    QCOMPARE(contents(path("frames/0001.png")), QByteArray("mine"));
    QVERIFY(QFile::remove(path("frames/0001.png")));
    QCOMPARE(frames("money", {QStringLiteral("--as-of"), QStringLiteral("2025-10-06")}).status,
             0); // an empty one is fine
}

void TestFrames::aKillLeavesNoHalfPicture()
{
    QProcess process;
    process.start(QStringLiteral(OCHAIN_PROGRAM), chart({QStringLiteral("--view"), QStringLiteral("flow"),
                                                         QStringLiteral("--frames"), path("frames")}));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("frames/0003.png")), 60'000);
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    const QStringList pictures = QDir(path("frames")).entryList({QStringLiteral("*.png")});
    QVERIFY(pictures.size() >= 3);
    for (const QString& picture : pictures)
        QCOMPARE(QImage(path("frames/") + picture).size(), QSize(480, 320));
}

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
