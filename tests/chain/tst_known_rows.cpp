// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/known_rows.h"
#include "chain/test_chain.h"

#include <QDate>
#include <QTest>

using namespace ochain;
using namespace ochain::test;

namespace {

/// A lease that was talked of, signed for a part, and paused; what was said of its boundary was mended.
class Told : public TestChain {
public:
    Told()
    {
        node("oracle", "cloud");
        node("openai", "models");
        deal("d", "oracle", "openai", "lease",
             {{deal_field::Status, "paused"},
              {deal_field::EquityPct, "9"},
              {deal_field::Commitment, "firm"},
              {deal_field::Boundary, "facility"}});
        tranche("t", "d", {{tranche_field::Commitment, "option"}, {tranche_field::Boundary, "it"}});
        claim("d", "status", "2025-03", "rumoured");
        claim("d", "status", "2025-06", "signed");
        claim("d", "status", "2026-04-09", "paused");
        claim("d", "commitment", "2025-03", "ceiling");
        claim("d", "commitment", "2025-06", "conditional");
        claim("d", "commitment", "2025-09", "");
        claim("d", "commitment", "2026", "firm");
        claim("d", "boundary", "2025-06", "it");
        claim("d", "boundary", "2025-09", "fence"); // no boundary of this chain: passed over
        claim("d", "boundary", "2026", "facility");
        claim("d", "equity_pct", "2025-06", "10");
        claim("d", "equity_pct", "2026", "9");
        claim(Table::Tranches, "t", "commitment", "2025-06", "firm");
        claim(Table::Tranches, "t", "commitment", "2026", "option");
        claim(Table::Tranches, "t", "boundary", "2025-06", "facility");
        claim(Table::Tranches, "t", "boundary", "2025-09", "");
        claim(Table::Tranches, "t", "boundary", "2026", "it");
    }
};

} // namespace

/// Rows as they were known on a day (data/README.md, section 5).
class TestKnownRows final : public QObject {
    Q_OBJECT
private slots:
    void termsAreHistoryToo_data()
    {
        QTest::addColumn<QDate>("day"); // none: without the clock
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("commitment");
        QTest::addColumn<QString>("boundary");
        QTest::addColumn<int>("equity"); // in basis points, -1: absent
        QTest::addColumn<QString>("tranche");
        QTest::addColumn<QString>("trancheBoundary");
        const auto row = [](const char* name, QDate day, const char* status, const char* commitment,
                            const char* boundary, int equity, const char* tranche, const char* trancheBoundary) {
            QTest::newRow(name) << day << QString::fromLatin1(status) << QString::fromLatin1(commitment)
                                << QString::fromLatin1(boundary) << equity << QString::fromLatin1(tranche)
                                << QString::fromLatin1(trancheBoundary);
        };
        row("before anything was said", QDate(2025, 2, 28), "paused", "", "", -1, "", ""); // it needs a status
        row("talks", QDate(2025, 3, 1), "rumoured", "ceiling", "", -1, "", "");
        row("signed", QDate(2025, 6, 1), "signed", "conditional", "it", 1000, "firm", "facility");
        row("taken back", QDate(2025, 10, 31), "signed", "", "it", 1000, "firm", "");
        row("paused", QDate(2026, 4, 9), "paused", "firm", "facility", 900, "option", "it");
        row("today", QDate(), "paused", "firm", "facility", 900, "option", "it");
    }

    void termsAreHistoryToo()
    {
        QFETCH(const QDate, day);
        QFETCH(const QString, status);
        QFETCH(const QString, commitment);
        QFETCH(const QString, boundary);
        QFETCH(const int, equity);
        QFETCH(const QString, tranche);
        QFETCH(const QString, trancheBoundary);
        const Told told;
        const Day asOf = day.isValid() ? dayNumber(day.year(), day.month(), day.day()) : kNoDay;
        const KnownDeal deal = knownDeal(told.chain, told.dealId("d"), asOf);
        QCOMPARE(key(told, {Table::Statuses, deal.status.value}), status);
        QCOMPARE(word(deal.commitment), commitment);
        QCOMPARE(key(told, {Table::Boundaries, deal.boundary.value}), boundary);
        const BasisPoints stake = knownEquity(told.chain, told.dealId("d"), asOf);
        QCOMPARE(stake.isAbsent() ? -1 : static_cast<int>(stake.value), equity);
        const KnownTranche piece = knownTranche(told.chain, told.chain.find<TrancheId>("t"), asOf);
        QCOMPARE(word(piece.commitment), tranche);
        QCOMPARE(key(told, {Table::Boundaries, piece.boundary.value}), trancheBoundary);
    }

private:
    static QString key(const Told& told, RowRef row)
    {
        return row.row == kNoRow ? QString() : QString::fromUtf8(told.chain.key(row));
    }
    static QString word(Commitment commitment)
    {
        return QString::fromUtf8(kCommitmentNames[static_cast<std::size_t>(commitment)]);
    }
};

QTEST_APPLESS_MAIN(TestKnownRows)
#include "tst_known_rows.moc"
