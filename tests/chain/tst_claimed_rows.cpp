// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/test_chain.h"
#include "rollups/notes.h"

#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::test;

namespace {

/// A claim on a field of a row: "table/row/field/as_of/value".
struct Said {
    Table table = Table::Deals;
    std::string row, field, asOf, value;
    bool isAdopted = true;
};

/// A lease from 2027 to 2029 with one tranche that has no dates of its own but what a test gives it.
class Claimed : public TestChain {
public:
    explicit Claimed(const Texts& fields = {})
    {
        node("oracle", "cloud");
        node("openai", "models");
        deal("d", "oracle", "openai", "lease",
             {{deal_field::CapacityMw, "10"},
              {deal_field::ValueUsd, "100"},
              {deal_field::Announced, "2025-01"},
              {deal_field::Starts, "2027"},
              {deal_field::Ends, "2029"}});
        tranche("t", "d", fields);
    }

    /// What the claims break together, as one edit: "rule row" of each problem.
    QStringList claim(const std::vector<Said>& all)
    {
        EditBuilder builder(chain);
        for (const Said& said : all)
            if (const auto problem =
                    builder.addRow(Table::Claims, {{claim_field::Table, std::string(tableSpec(said.table).name)},
                                                   {claim_field::RowKey, said.row},
                                                   {claim_field::Field, said.field},
                                                   {claim_field::AsOf, said.asOf},
                                                   {claim_field::Value, said.value},
                                                   {claim_field::Source, "press"},
                                                   {claim_field::Adopted, said.isAdopted ? "1" : "0"}}))
                throw std::runtime_error(problem->text());
        Edit edit = std::move(builder).build("test", "");
        return told(chain.apply(edit));
    }
    static QStringList told(const Problems& problems)
    {
        QStringList all;
        for (const Problem& problem : problems)
            all += QString::fromStdString(std::string(ruleName(problem.rule)) + ' ' + problem.row);
        return all;
    }
    [[nodiscard]] QStringList notes() const
    {
        QStringList all;
        for (const Problem& note : notesOf(chain, dayNumber(2026, 1, 1)))
            if (note.rule == Rule::ClaimsDisagree)
                all += QString::fromStdString(note.row + ": " + note.sentence.text());
        return all;
    }
};

} // namespace

Q_DECLARE_METATYPE(std::vector<Said>)

class TestClaimedRows final : public QObject {
    Q_OBJECT
private slots:
    void eachDayOfAClaimMustBeSound_data()
    {
        QTest::addColumn<std::vector<Said>>("claims");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char* name, const std::vector<Said>& claims, const char* told) {
            QTest::newRow(name) << claims << (*told == '\0' ? QStringList() : QStringList{QLatin1String(told)});
        };
        const Said early{Table::Deals, "d", "ends", "2025-05", "2026"};
        row("an end before the row's start", {early}, "end-before-start deals/d/ends/2025-05/press/2026");
        row("a start behind the row's end", {{Table::Deals, "d", "starts", "2025-05", "2030"}},
            "end-before-start deals/d/starts/2025-05/press/2030");
        row("with its start", {early, {Table::Deals, "d", "starts", "2025-05", "2026"}}, "");
        row("the start follows later", {early, {Table::Deals, "d", "starts", "2025-06", "2026"}}, "");
        row("the start was corrected before the end",
            {{Table::Deals, "d", "starts", "2025-04", "2028"}, {Table::Deals, "d", "ends", "2025-05", "2026"}},
            "end-before-start deals/d/ends/2025-05/press/2026");
        row("always known", {{Table::Deals, "d", "ends", "", "2026"}}, "end-before-start deals/d/ends//press/2026");
        row("a rival that nobody adopted", {{Table::Deals, "d", "ends", "2025-05", "2026", false}}, "");
        row("the same day", {{Table::Deals, "d", "ends", "2025-05", "2027-01"}}, "");
        row("a tranche", {{Table::Tranches, "t", "ends", "2025-05", "2026"}},
            "piece-end-before-start tranches/t/ends/2025-05/press/2026");
        row("a tranche with both dates",
            {{Table::Tranches, "t", "starts", "2025-05", "2028"}, {Table::Tranches, "t", "ends", "2025-06", "2027"}},
            "end-before-start tranches/t/ends/2025-06/press/2027");
        row("a status for whose announcement stands in",
            {{Table::Deals, "d", "starts", "2030", "2027"}, // not known yet in between
             {Table::Deals, "d", "status", "2025-05", "operating"},
             {Table::Deals, "d", "ends", "2025-05", "2024"}},
            "piece-end-before-start deals/d/status/2025-05/press/operating");
    }

    void eachDayOfAClaimMustBeSound()
    {
        QFETCH(std::vector<Said>, claims);
        QFETCH(QStringList, told);
        Claimed chain;
        const std::size_t before = chain.chain.size(Table::Claims);
        QCOMPARE(chain.claim(claims), told);
        QCOMPARE(chain.chain.size(Table::Claims), before + (told.isEmpty() ? claims.size() : 0));
        QVERIFY(chain.chain.errors().empty());
    }

    void erasingAClaimThatMadeAnotherSoundIsRefused()
    {
        Claimed chain;
        QVERIFY(chain
                    .claim({{Table::Deals, "d", "ends", "2025-05", "2026"},
                            {Table::Deals, "d", "starts", "2025-04", "2026"}})
                    .isEmpty());
        const Problems problems =
            chain.chain.validate(chain.erasureOf(Table::Claims, "deals/d/starts/2025-04/press/2026"));
        QCOMPARE(Claimed::told(problems),
                 QStringList{QStringLiteral("end-before-start deals/d/ends/2025-05/press/2026")});
    }

    void movingARowsOwnDateIsJudgedByItsClaimsToo()
    {
        Claimed chain;
        QVERIFY(chain.claim({{Table::Deals, "d", "ends", "2025-05", "2028"}}).isEmpty());
        QVERIFY(!chain.chain.validate(chain.changeOf(Table::Deals, "d", deal_field::Starts, "2029")).empty());
        QVERIFY(chain.chain.validate(chain.changeOf(Table::Deals, "d", deal_field::Starts, "2028-06")).empty());
    }

    void whatHistoryMayHaveBeenIsNoted_data()
    {
        QTest::addColumn<std::vector<Said>>("claims");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::vector<Said>& claims, const char* says) {
            QTest::newRow(name) << claims << QString::fromLatin1(says);
        };
        row("a lower total", {{Table::Deals, "d", "capacity_mw", "2025-05", "2"}}, "hold more");
        row("a lower price", {{Table::Deals, "d", "value_usd", "2025-05", "20"}}, "hold more");
        row("a later start", {{Table::Deals, "d", "starts", "2025-05", "2028"}}, "outside");
        row("a total that is enough", {{Table::Deals, "d", "capacity_mw", "2025-05", "8"}}, "");
    }

    void whatHistoryMayHaveBeenIsNoted()
    {
        QFETCH(std::vector<Said>, claims);
        QFETCH(QString, says);
        Claimed chain({{tranche_field::CapacityMw, "5"},
                       {tranche_field::ValueUsd, "50"},
                       {tranche_field::Starts, "2027-06"},
                       {tranche_field::Ends, "2028-06"}});
        QCOMPARE(chain.claim(claims), QStringList());
        const QStringList notes = chain.notes();
        QCOMPARE(notes.size(), says.isEmpty() ? 0 : 1);
        QVERIFY2(says.isEmpty() || notes.front().contains(says), qPrintable(notes.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestClaimedRows)
#include "tst_claimed_rows.moc"
