// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/events_model.h"
#include "items/history_model.h"
#include "items/problems_model.h"
#include "items/roles.h"
#include "items/sources_model.h"
#include "items/table_proxy.h"
#include "items/tranches_model.h"
#include "items/tsv.h"
#include "items/whole_table_model.h"

#include <QTest>

using namespace ochain;
using namespace ochain::testing;

class TestTables : public QObject {
    Q_OBJECT

private slots:
    void eventsFollowEditsRowByRow();
    void eventsNotKnownYetDoNotCount();
    void problemsAreTakenAgainAfterAnEdit();
    void problemsOfADamagedFileStand();
    void historyGrowsOnTopAndMarksWhatIsUndone();
    void historyFetchesOlderEditsAsOneScrolls();
    void editsOfOthersAppearInHistory();
    void sourcesOfADealAreThoseOfItsTranchesToo();
    void onlyWebAddressesCanBeOpened();
    void tranchesEndWithWhatTheyLeaveOver();
    void tranchesFollowTheirDealAndCanBeEdited();
    void aDeletedDealLeavesNoTranchesAndSources();
    void smallTablesSortWithAbsentValuesLast();
    void copiedCellsHaveHeadersAndPlainNumbers();
    void aWholeTableFollowsEditsRowByRow();
    void aWholeTableIsEditedInItsCells();
};

void TestTables::eventsFollowEditsRowByRow()
{
    const ChainFile file;
    const auto document = file.open();
    EventsModel model(*document);
    Watch watch(model);
    QCOMPARE(asText(model, {0, 2, 3}),
             QStringLiteral("2025-10-06 | DevDay | OpenAI, ChatGPT\n2025-10-28 | Recapitalisation | OpenAI\n"));
    QVERIFY(setField(*document, "events", "devday", "title_en", "Dev Day 2025"));
    QCOMPARE(watch.changes(), 1);
    QCOMPARE(watch.changedRows(), QStringList({QStringLiteral("2025-10-06")}));
    watch.clear();
    QVERIFY(setField(*document, "nodes", "chatgpt", "name_en", "ChatGPT app"));
    QCOMPARE(watch.changes(), 1);
    QVERIFY(document->apply(EditText(document->chain())
                                .add("events", "gtc", {{"date", "2026-03"}, {"kind", "product"}, {"title_en", "GTC"}})
                                .edit()));
    QCOMPARE(watch.inserts(), 1);
    QCOMPARE(model.indexOf(rowOf(document->chain(), "events", "gtc")).row(), 2);
    QVERIFY(document->undo());
    QCOMPARE(watch.removals(), 1);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(watch.upheavals(), 0);
}

void TestTables::eventsNotKnownYetDoNotCount()
{
    const ChainFile file;
    const auto document = file.open();
    EventsModel model(*document);
    TableProxy proxy(model);
    const Watch watch(model);
    const Watch proxyWatch(proxy);
    proxy.setOnlyCounting(true);
    QCOMPARE(proxy.rowCount(), 2);
    ViewLens lens = document->lens();
    lens.lens.knownAsOf = dayNumber(2025, 10, 10);
    QVERIFY(document->setLens(lens));
    QCOMPARE(proxy.rowCount(), 1);
    lens.lens.knownAsOf = kNoDay;
    QVERIFY(document->setLens(lens));
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setFilterText(QStringLiteral("chat dev"));
    QCOMPARE(proxy.rowCount(), 1);
    QCOMPARE(proxyWatch.resets(), 0);
}

void TestTables::problemsAreTakenAgainAfterAnEdit()
{
    const ChainFile file;
    const auto document = file.open();
    ProblemsModel model(*document);
    Watch watch(model);
    QCOMPARE(model.errorCount(), 0);
    const int before = model.noteCount();
    QVERIFY(before > 0); // figures without a citation
    QCOMPARE(model.rowCount(), before);
    QVERIFY(!model.isStale());

    QSignalSpy refreshed(&model, &ProblemsModel::refreshed);
    QVERIFY(document->apply(EditText(document->chain())
                                .add("nodes", "lonely", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Lonely"}})
                                .edit()));
    QVERIFY(model.isStale());
    QTRY_VERIFY(!model.isStale());
    QCOMPARE(refreshed.size(), 2);
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(watch.inserts(), 1);
    QCOMPARE(watch.removals(), 0);
    const QModelIndex lonely = find(model, rowOf(document->chain(), "nodes", "lonely"));
    QVERIFY(lonely.isValid());
    QCOMPARE(lonely.data(SeverityRole).toInt(), static_cast<int>(Severity::Note));
    QVERIFY(!lonely.siblingAtColumn(static_cast<int>(ProblemsModel::Column::Message)).data().toString().isEmpty());
    QVERIFY(document->undo());
    model.refresh();
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(watch.removals(), 1);
    QCOMPARE(watch.resets(), 0);
}

void TestTables::problemsOfADamagedFileStand()
{
    const ChainFile file;
    {
        const auto document = file.open();
        ProblemsModel model(*document);
        QCOMPARE(model.errorCount(), 0);
    }
    // Another program writes what nothing of ours would: the check of the table is asked to look away.
    QVERIFY(runSql(
        file.path(),
        "PRAGMA ignore_check_constraints = ON; UPDATE deals SET starts = 20310000, ends = 20260000 WHERE key = 'amd-openai'"));
    const auto document = file.open();
    ProblemsModel model(*document);
    const Watch watch(model);
    QVERIFY(model.errorCount() > 0);
    QCOMPARE(model.index(0, 0).data(SeverityRole).toInt(), static_cast<int>(Severity::Error));
}

void TestTables::historyGrowsOnTopAndMarksWhatIsUndone()
{
    const ChainFile file;
    const auto document = file.open();
    HistoryModel model(*document);
    Watch watch(model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "8000"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(watch.inserts(), 2);
    QVERIFY(model.index(0, static_cast<int>(HistoryModel::Column::Changes))
                .data()
                .toString()
                .contains(QStringLiteral("Capacity 7.0 GW → 8.0 GW")));
    QVERIFY(document->undo());
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(1, 0).data(UndoneRole).toBool());
    QVERIFY(!model.index(2, 0).data(UndoneRole).toBool());
    QVERIFY(document->redo());
    QVERIFY(!model.index(2, 0).data(UndoneRole).toBool());
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    QCOMPARE(watch.upheavals(), 0);
    // A model made now says the same.
    HistoryModel fresh(*document);
    QCOMPARE(fresh.rowCount(), model.rowCount());
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row, 0).data(SeqRole), fresh.index(row, 0).data(SeqRole));
        QCOMPARE(model.index(row, 0).data(UndoneRole), fresh.index(row, 0).data(UndoneRole));
    }
}

void TestTables::historyFetchesOlderEditsAsOneScrolls()
{
    constexpr int kEdits = 450;
    const ChainFile file;
    {
        const auto document = file.open();
        for (int i = 0; i < kEdits; ++i)
            QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", std::to_string(7000 + i)));
    }
    const auto document = file.open();
    HistoryModel model(*document);
    QVERIFY(model.rowCount() < kEdits);
    QVERIFY(model.canFetchMore({}));
    const Watch watch(model); // its tester fetches more
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "1000"));
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), kEdits + 1);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.index(row, 0).data(SeqRole).toLongLong() < model.index(row - 1, 0).data(SeqRole).toLongLong());
    QCOMPARE(watch.resets(), 0);
}

void TestTables::editsOfOthersAppearInHistory()
{
    const ChainFile file;
    const auto mine = file.open();
    const auto theirs = file.open();
    HistoryModel model(*mine);
    QVERIFY(setField(*theirs, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(mine->catchUp(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestTables::sourcesOfADealAreThoseOfItsTranchesToo()
{
    const ChainFile file;
    const auto document = file.open();
    SourcesModel model(*document);
    Watch watch(model);
    model.setRow(rowOf(document->chain(), "deals", "amd-openai"));
    QCOMPARE(asText(model, {0, 1, 3}),
             QStringLiteral("AMD | Form 8-K | Capacity, Announced\nPress | OpenAI signs everybody | Starts\n"
                            "Press | OpenAI signs everybody | Capacity\n"));
    watch.clear();
    QVERIFY(document->apply(EditText(document->chain()).erase("citations", "deals/amd-openai/press").edit()));
    QCOMPARE(watch.removals(), 1);
    QCOMPARE(watch.inserts(), 0);
    QVERIFY(document->undo());
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(setField(*document, "sources", "amd-8k", "title", "8-K"));
    QVERIFY(watch.changes() > 0);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("8-K"));
    model.setRow(rowOf(document->chain(), "nodes", "amd"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(watch.resets(), 0);
}

void TestTables::onlyWebAddressesCanBeOpened()
{
    const ChainFile file;
    const auto document = file.open();
    SourcesModel model(*document);
    const Watch watch(model);
    model.setRow(rowOf(document->chain(), "deals", "amd-openai"));
    QCOMPARE(model.index(0, 0).data(UrlRole).toString(), QStringLiteral("https://ir.amd.com/8k"));
    QVERIFY(setField(*document, "sources", "amd-8k", "url", ""));
    QCOMPARE(model.index(0, 0).data(UrlRole).toString(), QString());
    for (const char* other :
         {"http://ir.amd.com/8k", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,hello", "ftp://amd.com",
          "mailto:a@amd.com", "//amd.com", "amd.com", "https://", "https:///8k", "HTTP://amd.com", "vscode://open",
          "https://ir.amd.com@evil.example", "https://a:b@amd.com", "https://ir.amd.com/\xE2\x80\xAEk8"})
        if (setField(*document, "sources", "amd-8k", "url", other)) // the rules may refuse it at once
            QVERIFY2(model.index(0, 0).data(UrlRole).toString().isEmpty(), other);
    QVERIFY(setField(*document, "sources", "amd-8k", "url", "HTTPS://ir.amd.com/8k"));
    QCOMPARE(model.index(0, 0).data(UrlRole).toString(), QStringLiteral("https://ir.amd.com/8k"));
}

void TestTables::tranchesEndWithWhatTheyLeaveOver()
{
    const ChainFile file;
    const auto document = file.open();
    TranchesModel model(*document);
    Watch watch(model);
    model.setDeal(document->chain().find<DealId>("amd-openai"));
    QCOMPARE(asText(model, {0, 1, 2}), QStringLiteral("2026-07 | 2027-06 | 1.0 GW\n2026-07 | 2030-10 | 5.0 GW\n"));
    QVERIFY(model.index(0, 0).data(AssumedRole).toDouble() > 0);
    QVERIFY(!rowRefOf(model.index(1, 0)));
    QVERIFY((model.flags(model.index(1, 0)) & Qt::ItemIsEditable) == 0);
    watch.clear();
    QVERIFY(setField(*document, "tranches", "amd-openai-1", "capacity_mw", "6000"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(watch.removals(), 1);
    QVERIFY(document->undo());
    QCOMPARE(model.rowCount(), 2);
    model.setDeal(document->chain().find<DealId>("nvidia-openai"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(watch.resets(), 0);
}

void TestTables::tranchesFollowTheirDealAndCanBeEdited()
{
    const ChainFile file;
    const auto document = file.open();
    TranchesModel model(*document);
    Watch watch(model);
    model.setDeal(document->chain().find<DealId>("amd-openai"));
    watch.clear();
    QVERIFY(model.setData(model.index(0, 2), QStringLiteral("2 GW")));
    QCOMPARE(fieldOf(document->chain(), "tranches", "amd-openai-1", "capacity_mw"), std::string("2000"));
    QCOMPARE(watch.changes(), 2); // the tranche and the remainder
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("4.0 GW"));
    QSignalSpy refused(&model, &TranchesModel::refused);
    QVERIFY(!model.setData(model.index(0, 2), QStringLiteral("9 GW")));
    QCOMPARE(refused.size(), 1);
    watch.clear();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("tranches", "amd-openai-2",
                                     {{"deal", "amd-openai"},
                                      {"starts", "2027-07"},
                                      {"ends", "2028"},
                                      {"capacity_mw", "1000"},
                                      {"basis", "assumed"}})
                                .edit()));
    QCOMPARE(watch.inserts(), 1);
    QCOMPARE(model.index(2, 2).data().toString(), QStringLiteral("3.0 GW"));
    QVERIFY(setField(*document, "deals", "amd-openai", "ends", "2029"));
    QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("2029"));
    QCOMPARE(watch.resets(), 0);
}

void TestTables::aDeletedDealLeavesNoTranchesAndSources()
{
    const ChainFile file;
    const auto document = file.open();
    TranchesModel tranches(*document);
    SourcesModel sources(*document);
    const Watch watch(tranches);
    const Watch sourcesWatch(sources);
    tranches.setDeal(document->chain().find<DealId>("amd-openai"));
    sources.setRow(rowOf(document->chain(), "deals", "amd-openai"));
    QVERIFY(document->apply(EditText(document->chain()).erase("deals", "amd-openai").edit()));
    QCOMPARE(tranches.rowCount(), 0);
    QCOMPARE(sources.rowCount(), 0);
    QVERIFY(!tranches.deal().isSet());
    QVERIFY(!sources.row());
}

void TestTables::smallTablesSortWithAbsentValuesLast()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("events", "someday", {{"date", "2030"}, {"kind", "product"}, {"title_en", "AGI"}})
                                .edit()));
    TranchesModel model(*document);
    TableProxy proxy(model);
    const Watch watch(proxy);
    model.setDeal(document->chain().find<DealId>("amd-openai"));
    QVERIFY(setField(*document, "tranches", "amd-openai-1", "ends", ""));
    proxy.sort(1, Qt::AscendingOrder);
    QCOMPARE(proxy.index(0, 1).data().toString(), QStringLiteral("2030-10"));
    proxy.sort(1, Qt::DescendingOrder);
    QCOMPARE(proxy.index(0, 1).data().toString(), QStringLiteral("2030-10"));
    EventsModel events(*document);
    TableProxy byDate(events);
    byDate.sort(0, Qt::DescendingOrder);
    QCOMPARE(asText(byDate, {2}), QStringLiteral("AGI\nRecapitalisation\nDevDay\n"));
}

void TestTables::copiedCellsHaveHeadersAndPlainNumbers()
{
    const ChainFile file;
    const auto document = file.open();
    TranchesModel model(*document);
    model.setDeal(document->chain().find<DealId>("amd-openai"));
    QVERIFY(setField(*document, "tranches", "amd-openai-1", "note_en", "first\tgigawatt\nof six"));
    const QModelIndexList cells{model.index(1, 2), model.index(0, 5), model.index(0, 2), model.index(0, 0),
                                model.index(0, 0)};
    QCOMPARE(toTsv(cells),
             QStringLiteral("Starts\tCapacity (MW)\tNote\n2026-07\t1000\tfirst gigawatt of six\n\t5000\t\n"));
    QVERIFY(setField(*document, "tranches", "amd-openai-1", "note_en", "=HYPERLINK(\"x\")"));
    QCOMPARE(toTsv({model.index(0, 5)}), QStringLiteral("Note\n'=HYPERLINK(\"x\")\n")); // no spreadsheet runs it
    QCOMPARE(toTsv({}), QString());
}

void TestTables::aWholeTableFollowsEditsRowByRow()
{
    const ChainFile file;
    const auto document = file.open();
    WholeTableModel model(*document, Table::Nodes);
    Watch watch(model);
    const int rows = model.rowCount();
    QCOMPARE(static_cast<std::size_t>(rows), document->chain().size(Table::Nodes));
    QVERIFY(setField(*document, "nodes", "amd", "name_en", "AMD Inc."));
    QVERIFY(watch.changedRows().contains(QStringLiteral("AMD Inc.")));
    watch.clear();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("nodes", "lonely", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Lonely"}})
                                .edit()));
    QCOMPARE(watch.inserts(), 1);
    QCOMPARE(model.indexOf(rowOf(document->chain(), "nodes", "lonely")).row(), rows);
    QVERIFY(document->undo());
    QCOMPARE(watch.removals(), 1);
    watch.clear();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(watch.changes(), 0);
    QVERIFY(setField(*document, "tiers", "chips", "name_en", "Accelerators")); // which its nodes show
    QVERIFY(watch.changes() > 0);
    QCOMPARE(watch.upheavals(), 0);
}

void TestTables::aWholeTableIsEditedInItsCells()
{
    const ChainFile file;
    const auto document = file.open();
    WholeTableModel model(*document, Table::Nodes);
    const QSignalSpy refused(&model, &WholeTableModel::refused);
    const QModelIndex amd = model.indexOf(rowOf(document->chain(), "nodes", "amd"));
    const auto column = [&](Field field) {
        for (int at = 0; at < model.columnCount(); ++at)
            if (model.headerData(at, Qt::Horizontal, FieldRole).toInt() == field)
                return at;
        return -1;
    };
    const QModelIndex tier = amd.siblingAtColumn(column(node_field::Tier));
    QVERIFY(model.setData(tier, QStringLiteral("Cloud")));
    QCOMPARE(tier.data().toString(), QStringLiteral("Cloud"));
    QVERIFY(!model.setData(tier, QStringLiteral("Nowhere")));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(tier.data().toString(), QStringLiteral("Cloud"));
    QVERIFY(!model.headerData(column(node_field::NameEn), Qt::Horizontal, HiddenRole).toBool());
    QVERIFY(model.headerData(column(node_field::NameZh), Qt::Horizontal, HiddenRole).toBool());
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
