// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

namespace {

constexpr qint64 kGigawatt = 1'000'000;            ///< in kilowatts
constexpr qint64 kBillion = 1'000'000'000LL * 100; ///< dollars, in cents

Lens onDay(const QDate& day)
{
    return day.isValid() ? knownAsOf(day.year(), day.month(), day.day()) : Lens{};
}

} // namespace

/// Who is bound to an amount, and since when that is known, worked out by hand from data/README.md, sections 1, 3
/// and 5.
class TestWorkedCommitments : public QObject {
    Q_OBJECT

private slots:
    void ofAmdsSixGigawattsOneIsFirm_data()
    {
        QTest::addColumn<QString>("rest"); // what the other five are
        QTest::addColumn<int>("commitments");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("in2027");
        // the first gigawatt is deployed by June 2027; of the rest 184 of 1219 days have gone by the end of that year
        const qint64 rest = 5 * kGigawatt * 184 / 1219;
        const auto row = [](const char* name, const char* ofRest, Commitments commitments, qint64 total,
                            qint64 in2027) {
            QTest::newRow(name) << QString::fromLatin1(ofRest) << static_cast<int>(commitments) << total << in2027;
        };
        row("a ceiling, all", "ceiling", Commitments::All, 6 * kGigawatt, kGigawatt + rest);
        row("a ceiling, firm", "ceiling", Commitments::Firm, kGigawatt, kGigawatt);
        row("a ceiling, unsaid", "ceiling", Commitments::Unsaid, 0, 0);
        row("unsaid, all", "", Commitments::All, 6 * kGigawatt, kGigawatt + rest);
        row("unsaid, firm", "", Commitments::Firm, kGigawatt, kGigawatt);
        row("unsaid, unsaid", "", Commitments::Unsaid, 5 * kGigawatt, rest);
    }

    void ofAmdsSixGigawattsOneIsFirm()
    {
        QFETCH(const QString, rest);
        QFETCH(const int, commitments);
        QFETCH(const qint64, total);
        QFETCH(const qint64, in2027);
        Example example;
        example.deal(
            "amd-6gw", "amd", "openai", "hardware",
            {{deal_field::Starts, "2026-10"}, {deal_field::Ends, "2030-10"}, {deal_field::CapacityMw, "6000"}});
        example.tranche("first", "amd-6gw",
                        {{tranche_field::Ends, "2027-06"},
                         {tranche_field::CapacityMw, "1000"},
                         {tranche_field::Commitment, "firm"}});
        example.tranche("rest", "amd-6gw",
                        {{tranche_field::Starts, "2027-07"},
                         {tranche_field::CapacityMw, "5000"},
                         {tranche_field::Commitment, rest.toStdString()}});
        example.look(committedLens(static_cast<Commitments>(commitments)));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), total);
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "chips"), in2027);
        QCOMPARE(example.value("amd", M::CapacityOut, "total", "chips"), total);
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{total == 0 ? 0 : 1});
    }

    void whatTranchesLeaveIsAsFirmAsTheDeal()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api", {{deal_field::ValueUsd, "10"}, {deal_field::Commitment, "firm"}});
        example.tranche("t", "d", {{tranche_field::ValueUsd, "4"}, {tranche_field::Commitment, "option"}});
        example.tranche("u", "d", {{tranche_field::ValueUsd, "1"}}); // has the deal's
        example.look(firmLens());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{600});
    }

    void aPartThatIsNotFirmTakesFromItsWholeAllTheSame()
    {
        Example example;
        const auto lease = [&example](const char* key, const char* usd, const char* commitment, const char* partOf) {
            example.deal(
                key, "oracle", "openai", "lease",
                {{deal_field::ValueUsd, usd}, {deal_field::Commitment, commitment}, {deal_field::PartOf, partOf}});
        };
        lease("whole", "100", "firm", "");
        lease("option", "30", "option", "whole");
        lease("unsaid", "20", "", "whole");
        example.look(firmLens());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{5'000});
        Lens gross = firmLens();
        gross.overlaps = Overlaps::Gross;
        example.look(gross);
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{10'000});
    }

    void amazonsTrancheIsConditionalAndThenPaid_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<qint64>("all");
        QTest::addColumn<qint64>("firm");
        QTest::addColumn<qint64>("unscheduled"); // of all
        QTest::addColumn<qint64>("firmDeals");
        QTest::newRow("before a word of it") << QDate(2025, 12, 15) << qint64{0} << qint64{0} << qint64{0} << qint64{0};
        QTest::newRow("talks") << QDate(2025, 12, 31) << 10 * kBillion << qint64{0} << 10 * kBillion << qint64{0};
        QTest::newRow("agreed") << QDate(2026, 2, 27) << 50 * kBillion << 15 * kBillion << 35 * kBillion << qint64{1};
        QTest::newRow("not yet told") << QDate(2026, 7, 30) << 50 * kBillion << 15 * kBillion << 35 * kBillion
                                      << qint64{1};
        QTest::newRow("paid") << QDate(2026, 7, 31) << 50 * kBillion << 50 * kBillion << qint64{0} << qint64{1};
        QTest::newRow("today") << QDate() << 50 * kBillion << 50 * kBillion << qint64{0} << qint64{1};
    }

    void amazonsTrancheIsConditionalAndThenPaid()
    {
        QFETCH(const QDate, day);
        QFETCH(const qint64, all);
        QFETCH(const qint64, firm);
        QFETCH(const qint64, unscheduled);
        QFETCH(const qint64, firmDeals);
        const Example example = amazon(onDay(day));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapitalIn, "total"), all);
        QCOMPARE(example.value("openai", M::CapitalIn, "unscheduled"), unscheduled);
        const Example bound = amazon(firmLens(onDay(day)));
        QCOMPARE(bound.value("openai", M::CapitalIn, "total"), firm);
        QCOMPARE(bound.value("openai", M::CapitalIn, "unscheduled"), std::int64_t{0});
        QCOMPARE(bound.value("openai", M::Deals, "total"), firmDeals);
        if (day.isValid())
            return;
        QCOMPARE(bound.value("openai", M::CapitalIn, "2026Q1"), 15 * kBillion);
        QCOMPARE(bound.value("openai", M::CapitalIn, "2026Q2"), 137 * kBillion / 10);
        QCOMPARE(bound.value("openai", M::CapitalIn, "2026Q3"), 213 * kBillion / 10);
    }

    void nvidiasLetterIsReplaced_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<qint64>("all");
        QTest::addColumn<qint64>("firm");
        QTest::addColumn<qint64>("deals");
        QTest::newRow("before the letter") << QDate(2025, 9, 21) << qint64{0} << qint64{0} << qint64{0};
        QTest::newRow("the end of 2025") << QDate(2025, 12, 31) << 26 * kGigawatt << kGigawatt << qint64{3};
        QTest::newRow("the letter falls") << QDate(2026, 2, 27) << 21 * kGigawatt << kGigawatt << qint64{3};
        QTest::newRow("a new figure") << QDate(2026, 8, 26) << 28 * kGigawatt << kGigawatt << qint64{3};
        QTest::newRow("today") << QDate() << 28 * kGigawatt << kGigawatt << qint64{3};
    }

    void nvidiasLetterIsReplaced()
    {
        QFETCH(const QDate, day);
        QFETCH(const qint64, all);
        QFETCH(const qint64, firm);
        QFETCH(const qint64, deals);
        Example example;
        const auto chips = [&example](const char* key, const char* supplier, const Fields& fields) {
            example.deal(key, supplier, "openai", "hardware", fields);
        };
        chips("letter", "nvidia",
              {{deal_field::Status, "cancelled"},
               {deal_field::Announced, "2025-09-22"},
               {deal_field::CapacityMw, "10000"},
               {deal_field::Commitment, "ceiling"}});
        example.claim("deals", "letter", "status", "2025-09-22", "announced", "1");
        example.claim("deals", "letter", "status", "2026-02-27", "cancelled", "1");
        chips("compute", "nvidia", {{deal_field::Announced, "2026-02-27"}, {deal_field::CapacityMw, "12000"}});
        example.claim("deals", "compute", "capacity_mw", "2026-02-27", "5000", "1");
        example.claim("deals", "compute", "capacity_mw", "2026-08-26", "12000", "1");
        chips("amd-6gw", "amd", {{deal_field::Announced, "2025-10-06"}, {deal_field::CapacityMw, "6000"}});
        example.tranche("first", "amd-6gw", {{tranche_field::CapacityMw, "1000"}, {tranche_field::Commitment, "firm"}});
        chips("broadcom-10gw", "broadcom", {{deal_field::Announced, "2025-10-13"}, {deal_field::CapacityMw, "10000"}});
        example.look(onDay(day));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), all);
        QCOMPARE(example.value("openai", M::Deals, "total"), deals);
        example.look(firmLens(onDay(day)));
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), firm);
    }

    void aFormulaIsAsFirmAsItsDeal_data()
    {
        QTest::addColumn<QString>("commitment");
        QTest::addColumn<qint64>("revenue");
        QTest::addColumn<qint64>("capacity");
        QTest::addColumn<qint64>("deals");
        const qint64 firstQuarter = 2464; // 100 x 90 / 365.25 x 100
        QTest::newRow("firm") << QStringLiteral("firm") << firstQuarter << qint64{2'000} << qint64{1};
        QTest::newRow("conditional") << QStringLiteral("conditional") << qint64{0} << qint64{2'000} << qint64{1};
        QTest::newRow("unsaid") << QString() << qint64{0} << qint64{2'000} << qint64{1};
    }

    void aFormulaIsAsFirmAsItsDeal()
    {
        QFETCH(const QString, commitment);
        QFETCH(const qint64, revenue);
        QFETCH(const qint64, capacity);
        QFETCH(const qint64, deals);
        Example example;
        example.metric("u", "users", {{metric_field::AsOf, "2026"}, {metric_field::Value, "100"}});
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::Formula, "users"},
                      {deal_field::Commitment, commitment.toStdString()}});
        example.tranche("site", "d", {{tranche_field::CapacityMw, "2"}, {tranche_field::Commitment, "firm"}});
        example.tranche("more", "d", {{tranche_field::CapacityMw, "3"}, {tranche_field::Commitment, "option"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("oracle", M::Revenue, "2026Q1"), std::int64_t{2464});
        example.look(firmLens());
        QCOMPARE(example.value("oracle", M::Revenue, "2026Q1"), revenue);
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), capacity);
        QCOMPARE(example.value("openai", M::Deals, "total"), deals);
        QCOMPARE(example.undisclosed("oracle", M::Revenue, "total"), 0U); // a conditional amount is disclosed
    }

    void aDealCountsIfAPieceOfItDoes_data()
    {
        QTest::addColumn<QString>("commitment"); // of the deal
        QTest::addColumn<QString>("usd");        // of the deal
        QTest::addColumn<QString>("tranche");    // commitment of one of 4 dollars, none if it is "-"
        QTest::addColumn<qint64>("deals");
        QTest::addColumn<qint64>("undisclosed");
        const auto row = [](const char* name, const char* commitment, const char* usd, const char* tranche,
                            qint64 deals, qint64 undisclosed) {
            QTest::newRow(name) << QString::fromLatin1(commitment) << QString::fromLatin1(usd)
                                << QString::fromLatin1(tranche) << deals << undisclosed;
        };
        row("firm", "firm", "10", "-", 1, 0);
        row("firm, without an amount", "firm", "", "-", 1, 1);
        row("conditional", "conditional", "10", "-", 0, 0);
        row("conditional, without an amount", "conditional", "", "-", 0, 0);
        row("nobody has said", "", "", "-", 0, 0);
        row("a firm tranche of a ceiling", "ceiling", "10", "firm", 1, 0);
        row("an option within a firm deal", "firm", "10", "option", 1, 0);
        row("an option that is all of a firm deal", "firm", "4", "option", 0, 0);
        row("an option that is all a firm deal is known for", "firm", "", "option", 0, 0);
    }

    void aDealCountsIfAPieceOfItDoes()
    {
        QFETCH(const QString, commitment);
        QFETCH(const QString, usd);
        QFETCH(const QString, tranche);
        QFETCH(const qint64, deals);
        QFETCH(const qint64, undisclosed);
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::ValueUsd, usd.toStdString()}, {deal_field::Commitment, commitment.toStdString()}});
        if (tranche != QStringLiteral("-"))
            example.tranche("t", "d",
                            {{tranche_field::ValueUsd, "4"}, {tranche_field::Commitment, tranche.toStdString()}});
        example.look(firmLens());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Deals, "total"), deals);
        QCOMPARE(example.value("openai", M::DealsUndisclosedMoney, "total"), undisclosed);
        QCOMPARE(static_cast<qint64>(example.undisclosed("openai", M::Spend, "total")), undisclosed);
    }

    void aPausedSiteCountsForLessAndIsNotCancelled_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<qint64>("weighted");
        QTest::newRow("before the pause") << QDate(2026, 4, 8) << qint64{80'000};
        QTest::newRow("paused") << QDate(2026, 4, 9) << qint64{20'000};
        QTest::newRow("today") << QDate() << qint64{20'000};
    }

    void aPausedSiteCountsForLessAndIsNotCancelled()
    {
        QFETCH(const QDate, day);
        QFETCH(const qint64, weighted);
        Example example;
        example.row(Table::Nodes, "narvik", {{node_field::Tier, "cloud"}, {node_field::Kind, "site"}});
        example.deal("d", "narvik", "openai", "lease",
                     {{deal_field::Status, "paused"},
                      {deal_field::Announced, "2025"},
                      {deal_field::Starts, "2027"},
                      {deal_field::CapacityMw, "100"},
                      {deal_field::Commitment, "firm"}});
        example.claim("deals", "d", "status", "2025-09", "signed", "1");
        example.claim("deals", "d", "status", "2026-04-09", "paused", "1");
        example.look(firmLens(onDay(day)));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"), std::int64_t{100'000});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
        Lens lens = onDay(day);
        lens.basis = FigureBasis::Weighted;
        example.look(lens);
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"), weighted);
    }

    void whereClaimsGiveAValueAndAFormulaTheFormulaCounts()
    {
        Example example;
        example.metric("u", "users", {{metric_field::AsOf, "2025"}, {metric_field::Value, "100"}});
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Announced, "2025"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::Formula, "users"}});
        example.claim("deals", "d", "value_usd", "2025-02", "7", "1");
        example.claim("deals", "d", "formula", "2025-06", "users", "1");
        example.look(knownAsOf(2025, 5, 31));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{700});
        example.look(knownAsOf(2025, 6, 1)); // 2464 + 2491 + 2519 + 2519
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{9'993});
    }

private:
    /// The stake as the dataset tells it, with its history.
    static Example amazon(const Lens& lens)
    {
        Example example;
        example.row(Table::Nodes, "amazon", {{node_field::Tier, "cloud"}});
        example.deal("stake", "amazon", "openai", "equity",
                     {{deal_field::Status, "completed"},
                      {deal_field::Announced, "2025-12-16"},
                      {deal_field::ValueUsd, "50000000000"},
                      {deal_field::Commitment, "firm"}});
        const auto tranche = [&example](const char* key, const char* starts, const char* ends, const char* usd) {
            example.tranche(key, "stake",
                            {{tranche_field::Starts, starts},
                             {tranche_field::Ends, ends},
                             {tranche_field::ValueUsd, usd},
                             {tranche_field::Commitment, "firm"}});
        };
        tranche("first", "2026-03-31", "2026-03-31", "15000000000");
        tranche("second", "2026-04", "2026-06", "13700000000");
        tranche("third", "2026-07", "2026-07", "21300000000");
        const auto said = [&example](const char* key, const char* field, const char* day, const char* value) {
            const bool isDeal = key == std::string("stake");
            example.claim(isDeal ? "deals" : "tranches", key, field, day, value, "1");
        };
        said("stake", "status", "2025-12-16", "rumoured");
        said("stake", "value_usd", "2025-12-16", "10000000000");
        said("stake", "commitment", "2025-12-16", "ceiling");
        said("stake", "status", "2026-02-27", "signed");
        said("stake", "value_usd", "2026-02-27", "50000000000");
        said("stake", "commitment", "2026-02-27", "conditional");
        said("first", "value_usd", "2026-02-27", "15000000000");
        said("first", "commitment", "2026-02-27", "firm");
        said("second", "value_usd", "2026-02-27", "35000000000");
        said("second", "commitment", "2026-02-27", "conditional");
        said("stake", "status", "2026-07-31", "completed");
        said("stake", "commitment", "2026-07-31", "firm");
        said("second", "value_usd", "2026-07-31", "13700000000");
        said("second", "starts", "2026-07-31", "2026-04");
        said("second", "ends", "2026-07-31", "2026-06");
        said("second", "commitment", "2026-07-31", "firm");
        said("third", "value_usd", "2026-07-31", "21300000000");
        said("third", "commitment", "2026-07-31", "firm");
        example.look(lens);
        return example;
    }
};

QTEST_APPLESS_MAIN(TestWorkedCommitments)
#include "tst_worked_commitments.moc"
