// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/edit_lines_model.h"
#include "panels/import_preview.h"
#include "shown_texts.h"
#include "window_fixture.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace ochain;

namespace {

/// A window that is asked to import a folder.
struct ImportFixture : WindowFixture {
    /// Puts files into the folder and imports it.
    void import(const QList<std::pair<QString, QByteArray>>& files)
    {
        chooser.answer = folder.filePath(QStringLiteral("in"));
        QDir().mkpath(chooser.answer);
        for (const auto& [name, text] : files) {
            QFile out(QDir(chooser.answer).filePath(name));
            if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
                qFatal("the test cannot write its files");
        }
        trigger("importCsv");
    }
    void importDeals(const QByteArray& csv)
    {
        import({{ QStringLiteral("deals.csv"), csv }});
    }
    [[nodiscard]] ImportPreview* preview() const { return window->findChild<ImportPreview*>(); }
    [[nodiscard]] QString lines() const
    {
        const QAbstractItemModel& model = *find<QTableView>("importLines").model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 1; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            texts << cells.join(u'|');
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] std::string capacity() const
    {
        return chain().value(row(Table::Deals, "amd-openai-6gw"), deal_field::CapacityMw);
    }
    [[nodiscard]] QString message() const { return find<QLabel>("messageText").text(); }
};

constexpr const char* kMore = "key,capacity_mw,announced\namd-openai-6gw,7000,\n";

} // namespace

/// What the window shows before it imports.
class TestImportPreview final : public QObject {
    Q_OBJECT

private slots:
    void nothingIsImportedBeforeItWasSeen()
    {
        ImportFixture f;
        f.importDeals(kMore);
        QVERIFY(f.preview() != nullptr && f.preview()->isVisible());
        QVERIFY(!f.preview()->isModal());
        QCOMPARE(f.find<QLabel>("importCounts").text(), QStringLiteral("1 row changes"));
        QCOMPARE(f.find<QLabel>("importCleared").text(),
                 QStringLiteral("1 field is cleared, because its cell is empty: Announced"));
        QVERIFY(f.find<QLabel>("importCleared").isVisible());
        QCOMPARE(f.lines(), QStringLiteral("amd-openai-6gw|Capacity|6.0 GW|7.0 GW\n"
                                           "amd-openai-6gw|Announced|2025-10-06|cleared"));
        QCOMPARE(f.capacity(), std::string("6000"));
        QVERIFY(!f.document().canUndo());
    }

    void cellsThatWereReadOtherwiseAreListed()
    {
        ImportFixture f;
        f.importDeals("sep=;\nKey;Value_USD;Ends\namd-openai-6gw;up to $100B;Jun-35\n");
        QVERIFY(f.find<QLabel>("importNote").isVisible());
        QCOMPARE(f.find<QLabel>("importNote").text(),
                 QStringLiteral("deals.csv, line 3: value_usd “up to $100B” was read as 100000000000\n"
                                "deals.csv, line 3: ends “Jun-35” was read as 2035-06\n"
                                "deals.csv, line 3: commitment “up to $100B” was read as ceiling"));
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.chain().value(f.row(Table::Deals, "amd-openai-6gw"), deal_field::Commitment),
                 std::string("ceiling"));
        f.trigger("undo");
        QVERIFY(!f.document().canUndo());
    }

    void ofManyCellsTheFirstAreListed()
    {
        ImportFixture f;
        QByteArray csv = "key,publisher,title,published\n";
        for (int i = 0; i < 20; ++i)
            csv += "more-" + QByteArray::number(i) + ",P,T,Jun-25\n";
        f.import({{QStringLiteral("sources.csv"), csv}});
        const QStringList lines = f.find<QLabel>("importNote").text().split(u'\n');
        QCOMPARE(lines.size(), 9);
        QCOMPARE(lines.back(), QStringLiteral("… and 12 more notes on how it was read"));
    }

    void importingIsOneEditThatIsTakenBackAsOne()
    {
        ImportFixture f;
        f.importDeals(kMore);
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), std::string("7000"));
        QCOMPARE(f.message(), QStringLiteral("1 row imported  ·  1 field cleared"));
        QTRY_VERIFY(f.preview() == nullptr);
        f.find<QPushButton>("messageAction").click();
        QCOMPARE(f.capacity(), std::string("6000"));
        QVERIFY(!f.document().canUndo());
    }

    void cancellingAndEscapeChangeNothing()
    {
        ImportFixture f;
        f.importDeals(kMore);
        f.find<QPushButton>("importCancel").click();
        QTRY_VERIFY(f.preview() == nullptr);
        f.importDeals(kMore);
        QTest::keyClick(f.preview(), Qt::Key_Escape);
        QTRY_VERIFY(f.preview() == nullptr);
        QCOMPARE(f.capacity(), std::string("6000"));
        QVERIFY(!f.document().canUndo());
    }

    void returnImports()
    {
        ImportFixture f;
        f.importDeals(kMore);
        QVERIFY(QTest::qWaitForWindowActive(f.preview()));
        QTRY_VERIFY(f.find<QPushButton>("importGo").hasFocus());
        QTest::keyClick(f.preview(), Qt::Key_Return);
        QCOMPARE(f.capacity(), std::string("7000"));
    }

    void noWarningStandsThereWhenNothingIsCleared()
    {
        ImportFixture f;
        f.import({{QStringLiteral("nodes.csv"), "key,tier,name_en\nnewcomer,chips,Newcomer Inc.\n"}});
        QCOMPARE(f.find<QLabel>("importCounts").text(), QStringLiteral("1 row is new"));
        QVERIFY(!f.find<QLabel>("importCleared").isVisible());
        QVERIFY(!f.find<QLabel>("importNote").isVisible());
        QCOMPARE(f.find<QTableView>("importLines").model()->index(0, 0).data().toString(),
                 QStringLiteral("Newcomer Inc."));
    }

    void whatIsNotReadIsTold()
    {
        ImportFixture f;
        f.import({{QStringLiteral("deals.csv"), kMore}, {QStringLiteral("deal.csv"), "key\nx\n"}});
        QVERIFY(f.find<QLabel>("importNote").isVisible());
        QCOMPARE(f.find<QLabel>("importNote").text(),
                 QStringLiteral("Not read, because no table has this name: deal.csv"));
    }

    void whatChangedMeanwhileIsShownAnew()
    {
        ImportFixture f;
        f.importDeals(kMore);
        Edit other;
        other.changes.push_back(
            {Table::Deals, Op::Update, "amd-openai-6gw", 0, {{deal_field::CapacityMw, "6000", "6500"}}});
        QVERIFY(f.document().apply(other));
        f.find<QPushButton>("importGo").click();
        QVERIFY(f.preview() != nullptr && f.preview()->isVisible());
        QVERIFY(f.find<QLabel>("importNote").isVisible());
        QVERIFY(f.lines().contains(QStringLiteral("Capacity|6.5 GW|7.0 GW")));
        QCOMPARE(f.capacity(), std::string("6500"));
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), std::string("7000"));
    }

    void whatChangedElsewhereDoesNotAskAgain()
    {
        ImportFixture f;
        f.importDeals(kMore);
        Edit other;
        const std::string note = f.chain().value(f.row(Table::Nodes, "amd"), node_field::NoteEn);
        other.changes.push_back({Table::Nodes, Op::Update, "amd", 0, {{node_field::NoteEn, note, note + "."}}});
        QVERIFY(f.document().apply(other));
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), std::string("7000"));
    }

    void aSecondImportTakesThePlaceOfTheFirst()
    {
        ImportFixture f;
        f.importDeals(kMore);
        f.importDeals("key,capacity_mw\namd-openai-6gw,8000\n");
        QTRY_COMPARE(f.window->findChildren<ImportPreview*>().size(), 1);
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), std::string("8000"));
    }

    void whatCannotBeImportedIsToldWithoutAPreview_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        QTest::newRow("a wrong column") << QByteArray("key,capacity\nx,1\n")
                                        << QStringLiteral("there is no column “capacity”");
        QTest::newRow("two wrong cells") << QByteArray("key,capacity_mw\namd-openai-6gw,x\noracle-openai-45gw,y\n")
                                         << QStringLiteral("(and 1 more)");
        QTest::newRow("a rule that is broken")
            << QByteArray("key,ends\namd-openai-6gw,2020\n") << QStringLiteral("2020");
        QTest::newRow("nothing new") << QByteArray("key,capacity_mw\namd-openai-6gw,6000\n")
                                     << QStringLiteral("nothing was imported");
    }
    void whatCannotBeImportedIsToldWithoutAPreview()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        ImportFixture f;
        f.importDeals(csv);
        QVERIFY(f.preview() == nullptr);
        QVERIFY2(f.message().contains(says), qPrintable(f.message()));
        QVERIFY(!f.document().canUndo());
    }

    void aVeryLongImportShowsItsBeginningAtOnce()
    {
        ImportFixture f;
        QByteArray sources = "key,publisher,title\n";
        for (int i = 0; i < 30'000; ++i)
            sources += "more-" + QByteArray::number(i) + ",P,T\n";
        f.import({{QStringLiteral("sources.csv"), sources}});
        QCOMPARE(f.find<QLabel>("importCounts").text(), QStringLiteral("30000 rows are new"));
        QCOMPARE(f.find<QTableView>("importLines").model()->rowCount(), 500);
        QCOMPARE(f.find<QLabel>("importMore").text(), QStringLiteral("The first 500 of 90,000 lines"));
        f.find<QPushButton>("importGo").click();
        QVERIFY(f.chain().find(Table::Sources, "more-29999") != kNoRow);
    }

    void aLongImportSaysThatItIsUnderWay_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("many rows") << 2000;
        QTest::newRow("few rows") << 3; // are there before one could read it
    }
    void aLongImportSaysThatItIsUnderWay()
    {
        QFETCH(int, rows);
        ImportFixture f;
        QByteArray sources = "key,publisher,title\n";
        for (int i = 0; i < rows; ++i)
            sources += "more-" + QByteArray::number(i) + ",P,T\n";
        f.import({{QStringLiteral("sources.csv"), sources}});
        const auto& task = f.find<QLabel>("task");
        const auto& cancel = f.find<QPushButton>("cancelWork");
        QString during;
        connect(&f.document(), &Document::changed, &f.document(), [&] {
            during = task.isVisible() ? task.text() : QString();
            QVERIFY(!cancel.isVisible()); // it could not be kept
        });
        f.find<QPushButton>("importGo").click();
        QCOMPARE(during, rows >= 2000 ? QStringLiteral("Importing") : QString());
        QVERIFY(!task.isVisible());
    }

    void thePreviewSpeaksTheLanguageOfTheWindow()
    {
        ImportFixture f;
        f.import({{QStringLiteral("deals.csv"), kMore}, {QStringLiteral("deal.csv"), "key\nx\n"}});
        setLanguage(Language::Chinese);
        QTRY_COMPARE(f.find<QPushButton>("importGo").text(), QStringLiteral("导入"));
        QTRY_VERIFY(f.lines().contains(QStringLiteral("|容量|6.0 GW|7.0 GW")));
        const QAbstractItemModel& lines = *f.find<QTableView>("importLines").model();
        QCOMPARE(lines.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("更改后"));
        QVERIFY(!f.find<QLabel>("importCounts").text().contains(QStringLiteral("row")));
        QVERIFY(f.find<QLabel>("importNote").text().endsWith(QStringLiteral("deal.csv")));
        QVERIFY(!f.find<QLabel>("importNote").text().startsWith(QStringLiteral("Not read")));
        setLanguage(Language::English);
        QTRY_COMPARE(f.find<QPushButton>("importGo").text(), QStringLiteral("Import"));
        QTRY_VERIFY(f.lines().contains(QStringLiteral("|Capacity|6.0 GW|7.0 GW")));
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), std::string("7000"));
    }

    void whatTheFilesSayIsNoMarkup()
    {
        ImportFixture f;
        f.import({{QStringLiteral("nodes.csv"), "key,tier,name_en\nnewcomer,chips,<b>Bold</b>\n"},
                  {QStringLiteral("<b>x.csv"), "key\nx\n"}});
        QCOMPARE(f.find<QLabel>("importNote").textFormat(), Qt::PlainText);
        auto& table = f.find<QTableView>("importLines");
        const QPoint at = table.visualRect(table.model()->index(0, 0)).center();
        const QLabel* label = hover(*table.viewport(), at);
        QVERIFY(label != nullptr);
        QCOMPARE(label->text(), QStringLiteral("<b>Bold</b>"));
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void anExportSaysWhatWentAndWhatStays()
    {
        ImportFixture f;
        f.chooser.answer = f.folder.filePath(QStringLiteral("out"));
        f.trigger("exportCsv");
        QVERIFY(f.message().startsWith(QStringLiteral("All tables are in ")));
        QVERIFY(!f.message().contains(QStringLiteral(".csv")));
        const auto put = [&](const char* name, const QByteArray& text) {
            QFile file(QDir(f.chooser.answer).filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        put("scenarios.csv", "key,name_en\nlow,Low\n");
        put("overrides.csv", "scenario,table,row_key,field,value\nlow,deals,x,capacity_mw,7\n");
        f.trigger("exportCsv");
        QVERIFY2(
            f.message().contains(QStringLiteral("Removed, because the chain has no such rows: overrides.csv  ·  ")),
            qPrintable(f.message()));
        QVERIFY2(f.message().endsWith(QStringLiteral("would read them too: scenarios.csv")), qPrintable(f.message()));
    }

    void anExportForExcelIsChosenWithTheFolder()
    {
        ImportFixture f;
        f.chooser.answer = f.folder.filePath(QStringLiteral("out"));
        const auto begins = [&f](const char* text) {
            QFile file(f.chooser.answer + QStringLiteral("/deals.csv"));
            return file.open(QIODevice::ReadOnly) && file.readAll().startsWith(text);
        };
        f.trigger("exportCsv");
        QVERIFY(begins("key,"));
        f.chooser.chooses = true;
        f.trigger("exportCsv");
        QVERIFY(begins("\xEF\xBB\xBFkey,"));
    }

    void aSpreadsheetGoesOutAndIsLookedAtBeforeItComesIn()
    {
        ImportFixture f;
        f.trigger("exportSheet"); // nobody answers: a change of mind
        QCOMPARE(f.chooser.suggested, f.folder.filePath(QStringLiteral("test.xlsx")));
        f.chooser.answer = f.chooser.suggested;
        f.trigger("exportSheet");
        QVERIFY2(f.message().contains(QStringLiteral(" tables are in ")), qPrintable(f.message()));
        QVERIFY(f.message().endsWith(QStringLiteral("test.xlsx")));
        f.trigger("importSheet");
        QCOMPARE(f.message(), QStringLiteral("The file says all of this already; nothing was imported."));
        const std::string before = f.capacity();
        f.importDeals(kMore);
        f.find<QPushButton>("importGo").click();
        QVERIFY(f.capacity() != before);
        QTRY_VERIFY(f.preview() == nullptr);
        f.chooser.answer = f.chooser.suggested;
        f.trigger("importSheet");
        QVERIFY(f.preview() != nullptr);
        QVERIFY2(f.preview()->windowTitle().endsWith(QStringLiteral("test.xlsx")),
                 qPrintable(f.preview()->windowTitle()));
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.capacity(), before);
    }

    void whatIsNoSpreadsheetIsRefused()
    {
        ImportFixture f;
        f.chooser.answer = f.folder.filePath(QStringLiteral("a.xlsx"));
        QFile file(f.chooser.answer);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("key,tier\n") > 0);
        file.close();
        f.trigger("importSheet");
        QVERIFY2(f.message().contains(QStringLiteral("a.xlsx” cannot be read: it is not a workbook in the form .xlsx")),
                 qPrintable(f.message()));
        QVERIFY(f.preview() == nullptr);
    }

    void theOldFilesPreviewGoesWithIt()
    {
        ImportFixture f;
        f.importDeals(kMore);
        const Document* before = f.window->document();
        f.window->openFile(f.file);
        QTRY_VERIFY(f.window->document() != nullptr && f.window->document() != before);
        QTRY_VERIFY(f.preview() == nullptr);
    }
};

QTEST_MAIN(TestImportPreview)
#include "tst_import_preview.moc"
