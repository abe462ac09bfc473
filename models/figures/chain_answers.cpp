// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/chain_answers.h"

#include "chain/known_rows.h"
#include "chain/source_age.h"
#include "figures/figure_words.h"
#include "formats/format.h"

#include <algorithm>
#include <set>

namespace ochain {

namespace {

constexpr int kRecentDays = 90;

/// Asks now and then, in a walk over many rows, whether the answer is still wanted.
class Wanted {
public:
    explicit Wanted(const Asking& asking) : m_asking(asking) {}
    [[nodiscard]] bool again()
    {
        constexpr std::uint32_t kEvery = 1024;
        if (m_isSo && ++m_seen % kEvery == 0)
            m_isSo = m_asking.isWanted();
        return m_isSo;
    }
    [[nodiscard]] bool isSo() const noexcept { return m_isSo; }

private:
    const Asking& m_asking;
    std::uint32_t m_seen = 0;
    bool m_isSo = true;
};

bool isAbout(const Claim& claim, Table table, std::initializer_list<Field> fields)
{
    return claim.of.table == table && std::find(fields.begin(), fields.end(), claim.field) != fields.end();
}

bool isOfAmountOrStatus(const Claim& claim)
{
    return isAbout(claim, Table::Deals, {deal_field::CapacityMw, deal_field::ValueUsd, deal_field::Status}) ||
           isAbout(claim, Table::Tranches, {tranche_field::CapacityMw, tranche_field::ValueUsd});
}

template <class Amount>
void compare(Amount before, Amount after, News& news)
{
    if (before.isAbsent() || after.isAbsent())
        return;
    news.raised += after.value > before.value ? 1 : 0;
    news.cut += after.value < before.value ? 1 : 0;
}

bool isCancelled(const Chain& chain, StatusId status)
{
    return status.isSet() && chain.statuses()[status].role == StatusRole::Cancelled;
}

void compareRow(const Chain& chain, RowRef row, Day after, Day until, News& news)
{
    if (row.table == Table::Tranches) {
        const KnownTranche was = knownTranche(chain, TrancheId{row.row}, after);
        const KnownTranche is = knownTranche(chain, TrancheId{row.row}, until);
        compare(was.capacity, is.capacity, news);
        compare(was.value, is.value, news);
        return;
    }
    const KnownDeal was = knownDeal(chain, DealId{row.row}, after);
    const KnownDeal is = knownDeal(chain, DealId{row.row}, until);
    compare(was.capacity, is.capacity, news);
    compare(was.value, is.value, news);
    news.cancelled += !isCancelled(chain, was.status) && isCancelled(chain, is.status) ? 1 : 0;
}

QStringList wordsOf(const News& news)
{
    QStringList words;
    const auto say = [&words](std::size_t count, const QString& text) {
        if (count > 0)
            words << text;
    };
    say(news.announced, FigureWords::tr("%n deals announced", nullptr, static_cast<int>(news.announced)));
    say(news.raised, FigureWords::tr("%n figures raised", nullptr, static_cast<int>(news.raised)));
    say(news.cut, FigureWords::tr("%n figures cut", nullptr, static_cast<int>(news.cut)));
    say(news.cancelled, FigureWords::tr("%n deals cancelled", nullptr, static_cast<int>(news.cancelled)));
    return words;
}

/// What the deals table is to show: those announced after a day, newest first.
ShownTable announcedAfter(Day after, Day until, bool isPast)
{
    ShownTable table;
    table.name = QStringLiteral("deals");
    table.filter = QStringLiteral("announced>%1").arg(dayText(after));
    if (isPast)
        table.filter += QStringLiteral(" announced<=%1").arg(dayText(until));
    table.sortedBy = QStringLiteral("Announced");
    table.isDescending = true;
    return table;
}

/// Open deals by the age of their newest source, oldest first.
ShownTable olderThan(const Chain& chain, int days)
{
    ShownTable table;
    table.name = QStringLiteral("deals");
    table.filter = QStringLiteral("\"source age, days\">%1").arg(days);
    chain.statuses().forEach([&](StatusId id, const Status& status) {
        if (status.role == StatusRole::Completed || status.role == StatusRole::Cancelled)
            table.filter += QStringLiteral(" -status=\"%1\"").arg(nameOf(chain, id));
    });
    table.sortedBy = QStringLiteral("Source age, days");
    table.isDescending = true;
    return table;
}

} // namespace

std::optional<News> newsBetween(const Asking& asking, Day after, Day until)
{
    const auto isNew = [&](Date date) { return date.isSet() && firstDay(date) > after && firstDay(date) <= until; };
    Wanted wanted(asking);
    News news;
    asking.chain.deals().forEach([&](DealId, const Deal& deal) {
        if (wanted.again() && isNew(deal.announced))
            ++news.announced;
    });
    std::set<RowRef> changed;
    asking.chain.claims().forEach([&](ClaimId, const Claim& claim) {
        if (wanted.again() && claim.isAdopted && isNew(claim.asOf) && isOfAmountOrStatus(claim))
            changed.insert(claim.of);
    });
    for (const RowRef& row : changed)
        if (wanted.again())
            compareRow(asking.chain, row, after, until, news);
    return wanted.isSo() ? std::optional(news) : std::nullopt;
}

QString newsQuestion(const Asking& asking)
{
    const Day known = asking.rollups.lens().knownAsOf;
    return known == kNoDay
               ? FigureWords::tr("What changed in the last %n days?", nullptr, kRecentDays)
               : FigureWords::tr("What changed in the %n days up to %1?", nullptr, kRecentDays).arg(dayText(known));
}

std::optional<Answer> newsAnswer(const Asking& asking)
{
    const Day known = asking.rollups.lens().knownAsOf;
    const Day until = known == kNoDay ? asking.today : known;
    const std::optional<News> news = newsBetween(asking, until - kRecentDays, until);
    if (!news)
        return std::nullopt;
    const QStringList words = wordsOf(*news);
    Answer answer{words.isEmpty() ? FigureWords::tr("Nothing of any deal") : words.join(FigureWords::tr(", ")), {}, {}};
    answer.place.table = announcedAfter(until - kRecentDays, until, known != kNoDay);
    return answer;
}

std::optional<Answer> ageAnswer(const Asking& asking)
{
    const Day yearAgo = yearBefore(asking.today);
    Wanted wanted(asking);
    int old = 0;
    asking.chain.deals().forEach([&](DealId id, const Deal&) {
        if (wanted.again())
            old += isOpenWithoutSourceSince(asking.chain, id, yearAgo) ? 1 : 0;
    });
    if (!wanted.isSo())
        return std::nullopt;
    Answer answer{old == 0 ? FigureWords::tr("No open deal has a newest source of over twelve months ago")
                           : FigureWords::tr("%n open deals without a source of the last twelve months", nullptr, old),
                  {},
                  {}};
    answer.place.table = olderThan(asking.chain, asking.today - yearAgo);
    return answer;
}

} // namespace ochain
