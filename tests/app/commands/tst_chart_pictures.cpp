// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"
#include "picture_reading.h"

#include <QDate>
#include <QFileInfo>
#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace ochain::testing;

/// How pictures of `chart` look and what they carry, by its options.
class TestChartPictures final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void aNameWithoutAnEndingGetsTheOneOfTheFormat_data();
    void aNameWithoutAnEndingGetsTheOneOfTheFormat();
    void titlesAreReplaced();
    void sourcesAreListedAsAsked_data();
    void sourcesAreListedAsAsked();
    void wordsAreFoundUnlessTheyAreOutlines();
    void thePngSaysItsResolution();
    void nothingFadesUnlessAsked();
    void whatNoFontHasIsReported();
    void sizesHaveNames();
    void theDayOfTodayIsTold_data();
    void theDayOfTodayIsTold();
    void framesLookTheSame();
    void whatDoesNotGoTogetherIsRefused_data();
    void whatDoesNotGoTogetherIsRefused();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome chart(const QString& out, const QStringList& options = {}, const char* view = "flow") const
    {
        return run(QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--view"), QString::fromLatin1(view),
                               QStringLiteral("--out"), path(out)} +
                   options);
    }
    /// The words of a picture of the options, as an SVG parser finds them.
    [[nodiscard]] SvgContents drawn(const QStringList& options, const char* view = "flow") const
    {
        const Outcome outcome = chart(QStringLiteral("x.svg"), options, view);
        if (outcome.status != 0)
            qWarning("%s", outcome.err.constData());
        return svgContents(contents(path(QStringLiteral("x.svg"))));
    }

    QTemporaryDir m_chain;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestChartPictures::initTestCase()
{
    m_file = m_chain.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestChartPictures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestChartPictures::aNameWithoutAnEndingGetsTheOneOfTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("begins");
    const QString format = QStringLiteral("--format");
    QTest::newRow("png by itself") << QStringLiteral("x") << QStringList() << QStringLiteral("x.png")
                                   << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("x") << QStringList{format, QStringLiteral("svg")} << QStringLiteral("x.svg")
                         << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("x") << QStringList{format, QStringLiteral("pdf")} << QStringLiteral("x.pdf")
                         << QByteArray("%PDF");
    QTest::newRow("a dot in the name") << QStringLiteral("Q3.2026") << QStringList{format, QStringLiteral("pdf")}
                                       << QStringLiteral("Q3.2026.pdf") << QByteArray("%PDF");
    QTest::newRow("its own ending") << QStringLiteral("x.svg") << QStringList{format, QStringLiteral("svg")}
                                    << QStringLiteral("x.svg") << QByteArray("<?xml");
}

void TestChartPictures::aNameWithoutAnEndingGetsTheOneOfTheFormat()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QFETCH(QString, written);
    QFETCH(QByteArray, begins);
    const Outcome outcome = chart(name, options);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, path(written).toUtf8() + '\n'); // names what was written
    QVERIFY(contents(path(written)).startsWith(begins));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(written));
}

void TestChartPictures::titlesAreReplaced()
{
    const QStringList words{QStringLiteral("--title"), QStringLiteral("  My\n own title "),
                            QStringLiteral("--subtitle"), QStringLiteral("我的副标题")};
    const SvgContents svg = drawn(words);
    QCOMPARE(svg.title, QStringLiteral("My own title"));
    QCOMPARE(svg.description, QStringLiteral("我的副标题"));
    QVERIFY(svg.allText().startsWith(QStringLiteral("My own title\n我的副标题\n")));
    QVERIFY(!svg.allText().contains(QLatin1String("Who pays whom")));
    QVERIFY(svg.evidence.contains(QLatin1String("My own title")));
    QCOMPARE(chart(QStringLiteral("x.pdf"), words).status, 0);
    QCOMPARE(pdfInfo(path(QStringLiteral("x.pdf")), QStringLiteral("Title")), QStringLiteral("My own title"));
}

void TestChartPictures::sourcesAreListedAsAsked_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("hasTitles");
    QTest::addColumn<bool>("hasLine");
    const QString option = QStringLiteral("--sources");
    QTest::newRow("by themselves") << QStringList() << true << false;
    QTest::newRow("full") << QStringList{option, QStringLiteral("full")} << true << false;
    QTest::newRow("short") << QStringList{option, QStringLiteral("short")} << false << true;
    QTest::newRow("none") << QStringList{option, QStringLiteral("none")} << false << false;
}

void TestChartPictures::sourcesAreListedAsAsked()
{
    QFETCH(QStringList, options);
    QFETCH(bool, hasTitles);
    QFETCH(bool, hasLine);
    for (const char* view : {"flow", "capacity", "money"}) {
        const SvgContents svg = drawn(options, view);
        QCOMPARE(svg.allText().contains(QLatin1String("Sources, those of the largest")), hasTitles);
        QCOMPARE(svg.allText().contains(QLatin1String("Sources: 1 ")), hasLine);
        QVERIFY(svg.evidence.contains(QLatin1String("\"sources\":[{\"number\":1")));
    }
}

void TestChartPictures::wordsAreFoundUnlessTheyAreOutlines()
{
    for (const bool isOutlined : {false, true}) {
        const QStringList options = isOutlined ? QStringList{QStringLiteral("--outlines")} : QStringList();
        QCOMPARE(drawn(options).allText().contains(QLatin1String("Who pays whom in 2028?")), !isOutlined);
        QCOMPARE(chart(QStringLiteral("x.pdf"), options).status, 0);
        QCOMPARE(pdfText(path(QStringLiteral("x.pdf"))).contains(QLatin1String("Who pays whom in 2028?")), !isOutlined);
    }
}

void TestChartPictures::thePngSaysItsResolution()
{
    QCOMPARE(chart(QStringLiteral("two.png")).status, 0);
    QCOMPARE(dotsPerMetre(contents(path(QStringLiteral("two.png")))), std::pair(7559U, 7559U)); // 192 dpi
    QCOMPARE(chart(QStringLiteral("one.png"), {QStringLiteral("--size"), QStringLiteral("640x400")}).status, 0);
    QCOMPARE(dotsPerMetre(contents(path(QStringLiteral("one.png")))), std::pair(3780U, 3780U)); // 96 dpi
}

void TestChartPictures::nothingFadesUnlessAsked()
{
    const QStringList small{QStringLiteral("--size"), QStringLiteral("800x500")};
    const auto picture = [&](const QStringList& options) {
        const Outcome outcome = chart(QStringLiteral("x.png"), small + options);
        if (outcome.status != 0)
            qWarning("%s", outcome.err.constData());
        return QImage(path(QStringLiteral("x.png"))).convertToFormat(QImage::Format_RGB32);
    };
    const QString group = QStringLiteral("--group"), fade = QStringLiteral("--fade"),
                  select = QStringLiteral("--select");
    const QImage plain = picture({group, QStringLiteral("microsoft")});
    QVERIFY(!plain.isNull());
    const QImage faded = picture({group, QStringLiteral("microsoft"), fade});
    QVERIFY(faded != plain);
    QCOMPARE(picture({group, QStringLiteral("microsoft"), fade, select, QStringLiteral("microsoft")}), faded);
    const QImage other = picture({group, QStringLiteral("microsoft"), fade, select, QStringLiteral("oracle")});
    QVERIFY(other != plain && other != faded);
    QVERIFY(picture({group, QStringLiteral("microsoft"), fade, select, QStringLiteral("oracle,microsoft")}) != other);
}

void TestChartPictures::whatNoFontHasIsReported()
{
    const Outcome outcome =
        chart(QStringLiteral("x.png"), {QStringLiteral("--title"), QStringLiteral("Odd \U0010FFFC and \U0010FFFD")});
    QCOMPARE(outcome.status, 0); // the picture is there
    QVERIFY(QFileInfo::exists(path(QStringLiteral("x.png"))));
    QCOMPARE(outcome.err, QByteArray("ochain: no font has U+10FFFC, U+10FFFD: a box stands in their place\n"));
}

void TestChartPictures::sizesHaveNames()
{
    QCOMPARE(chart(QStringLiteral("x.png"), {QStringLiteral("--size"), QStringLiteral("a4half")}).err, QByteArray());
    QCOMPARE(QImage(path(QStringLiteral("x.png"))).size(), QSize(794, 561));
    QCOMPARE(chart(QStringLiteral("x.pdf"), {QStringLiteral("--size"), QStringLiteral("a4half")}).err, QByteArray());
    const QStringList page =
        pdfInfo(path(QStringLiteral("x.pdf")), QStringLiteral("Page size")).split(QLatin1Char(' '));
    QVERIFY(std::abs(page.value(0).toDouble() - 595.5) < 0.05 && std::abs(page.value(2).toDouble() - 420.75) < 0.05);
}

void TestChartPictures::theDayOfTodayIsTold_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("as known today (%1)");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("截至今日（%1）所知");
}

void TestChartPictures::theDayOfTodayIsTold()
{
    QFETCH(QString, language);
    QFETCH(QString, words);
    const QString today = words.arg(QDate::currentDate().toString(Qt::ISODate));
    for (const char* view : {"flow", "capacity", "money"}) {
        const SvgContents svg = drawn({QStringLiteral("--lang"), language}, view);
        QVERIFY2(svg.description.contains(today), qPrintable(svg.description));
        QVERIFY2(svg.texts.value(1).text.contains(today), qPrintable(svg.texts.value(1).text));
    }
}

void TestChartPictures::framesLookTheSame()
{
    const Outcome outcome =
        run({QStringLiteral("chart"), m_file, QStringLiteral("--view"), QStringLiteral("flow"),
             QStringLiteral("--frames"), path(QStringLiteral("frames")), QStringLiteral("--frames-format"),
             QStringLiteral("svg"), QStringLiteral("--as-of"), QStringLiteral("2026-01-01"), QStringLiteral("--title"),
             QStringLiteral("Step by step \U0010FFFC"), QStringLiteral("--sources"), QStringLiteral("none"),
             QStringLiteral("--fade"), QStringLiteral("--select"), QStringLiteral("oracle")});
    QCOMPARE(outcome.err, QByteArray("ochain: no font has U+10FFFC: a box stands in its place\n"));
    QCOMPARE(outcome.status, 0);
    const SvgContents first = svgContents(contents(path(QStringLiteral("frames/0001.svg"))));
    QVERIFY(first.title.startsWith(QLatin1String("Step by step")));
    QVERIFY(!first.allText().contains(QLatin1String("Sources")));
}

void TestChartPictures::whatDoesNotGoTogetherIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* options, const char* says) {
        QTest::newRow(name) << QString::fromUtf8(options).split(QLatin1Char('|')) << QByteArray(says);
    };
    row("another format", "--format|pdf", "--format pdf: ");
    row("no such format", "--format|gif", "--format");
    row("a selection that does nothing", "--select|oracle", "--select requires --fade");
    row("nothing selected", "--fade", "--fade: nothing is selected; name what stands out with --select or --group");
    row("nobody", "--fade|--select|nobody", "--select: there is no node, tier or deal “nobody”");
    row("an empty title", "--title|", "--title: the value is empty");
    row("no such list", "--sources|some", "--sources");
    row("no such size", "--size|postcard",
        "--size: “postcard” is no size; write slide, a4half, large, or WIDTHxHEIGHT");
    QTest::newRow("a title without end") << QStringList{QStringLiteral("--title"), QString(301, u'x')}
                                         << QByteArray("--title: that is longer than 300 characters");
}

void TestChartPictures::whatDoesNotGoTogetherIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const Outcome outcome = chart(QStringLiteral("x.png"), options);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("x.png"))));
}

QTEST_MAIN(TestChartPictures)
#include "tst_chart_pictures.moc"
