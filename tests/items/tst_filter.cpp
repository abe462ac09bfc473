// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"
#include "speaking.h"

#include "chain/date.h"
#include "formats/format.h"
#include "items/deals_proxy.h"
#include "items/events_model.h"
#include "items/filter_offer.h"
#include "items/history_model.h"
#include "items/problems_model.h"
#include "items/table_proxy.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace ochain;
using namespace ochain::testing;

namespace {

std::vector<FilterColumn> someColumns()
{
    return {{0, ColumnContent::Text, {QStringLiteral("Supplier"), QStringLiteral("供应方")}},
            {1, ColumnContent::Money, {QStringLiteral("Value"), QStringLiteral("金额"), QStringLiteral("value_usd")}},
            {2, ColumnContent::Capacity, {QStringLiteral("Capacity"), QStringLiteral("容量")}},
            {3, ColumnContent::Start, {QStringLiteral("Starts"), QStringLiteral("开始")}},
            {4, ColumnContent::End, {QStringLiteral("Ends"), QStringLiteral("结束")}},
            {5, ColumnContent::Text, {QStringLiteral("Part of"), QStringLiteral("隶属交易")}},
            {6, ColumnContent::Count, {QStringLiteral("Sources")}},
            {7, ColumnContent::Share, {QStringLiteral("Equity")}},
            {kKeyColumn, ColumnContent::Text, {QStringLiteral("Key"), QStringLiteral("键")}}};
}

QString number(std::int64_t bound)
{
    if (bound == INT64_MIN || bound == INT64_MAX)
        return QStringLiteral("*");
    return QString::number(bound);
}

/// "not 1[*, 5]", "0 has amd", "0 is amd", "1 missing"; the column of a word alone is left out.
QString asText(const FilterTerm& term)
{
    const QString column = term.column == kAnyColumn   ? QString()
                           : term.column == kKeyColumn ? QStringLiteral("key ")
                                                       : QString::number(term.column) + QLatin1Char(' ');
    const QString start = (term.isNegated ? QStringLiteral("not ") : QString()) + column;
    switch (term.test) {
    case FilterTerm::Test::Contains:
        return start + QStringLiteral("has %1").arg(term.text);
    case FilterTerm::Test::Equals:
        return start + QStringLiteral("is %1").arg(term.text);
    case FilterTerm::Test::Within:
        return start + QStringLiteral("[%1, %2]").arg(number(term.least), number(term.most));
    case FilterTerm::Test::Missing:
        break;
    }
    return start + QStringLiteral("missing");
}

QString asText(const FilterResult& result)
{
    QStringList terms;
    if (!result)
        return QStringLiteral("at %1+%2: %3")
            .arg(result.error().at)
            .arg(result.error().length)
            .arg(sentenceText(result.error().sentence));
    for (const FilterTerm& term : result->terms)
        terms << asText(term);
    return terms.join(QStringLiteral("; "));
}

QStringList keys(const QAbstractItemModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, static_cast<int>(DealsModel::Column::Key)).data().toString();
    return all;
}

/// A chain of many deals of all sorts between few nodes.
Chain variedChain(int deals)
{
    Chain chain = smallChain();
    EditText text(chain);
    text.set("nodes", "oracle", "name_zh", "甲骨文").set("nodes", "users", "name_en", "");
    text.add("nodes", "amd-labs", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Laboratory"}});
    const std::vector<std::string> nodes{"nvidia", "amd", "mi450", "broadcom", "oracle", "openai", "users", "amd-labs"};
    const std::vector<std::string> kinds{"hardware", "cloud", "equity", "subscription"};
    const std::vector<std::string> statuses{"announced", "signed", "operating", "cancelled"};
    const std::vector<std::string> dates{"",        "2026",       "2026-03",    "2026-03-15", "2027",
                                         "2027-06", "2027-06-30", "2027-12-31", "2028-01"};
    const std::vector<std::string> notes{"", "About five years", "amd inside", "每年一次", "École polytechnique"};
    const std::vector<std::string> bases{"reported", "assumed", "estimated"};
    const std::vector<std::string> commitments{"", "firm", "ceiling"};
    QRandomGenerator random(3);
    const auto any = [&random](const std::vector<std::string>& of) {
        return of[random.bounded(static_cast<quint32>(of.size()))];
    };
    for (int i = 0; i < deals; ++i) {
        const std::string key = "deal-" + std::to_string(i);
        const std::string supplier = any(nodes);
        std::string customer = any(nodes);
        while (customer == supplier)
            customer = any(nodes);
        text.add("deals", key,
                 {{"supplier", supplier},
                  {"customer", customer},
                  {"kind", any(kinds)},
                  {"status", any(statuses)},
                  {"basis", any(bases)},
                  {"commitment", any(commitments)},
                  {"note_en", any(notes)},
                  {"announced", any(dates)}});
        if (random.bounded(2) == 0)
            text.set("deals", key, "value_usd", std::to_string(random.bounded(5) * 500'000'000LL));
        if (random.bounded(2) == 0)
            text.set("deals", key, "capacity_mw", std::to_string(random.bounded(5) * 1000));
        if (random.bounded(2) == 0)
            text.set("deals", key, "ends", any({"2028", "2029-06", "2029-06-15", "2030"}));
    }
    Edit edit = text.edit();
    const Problems problems = chain.apply(edit);
    if (!problems.empty())
        qFatal("%s", problems.front().text().c_str());
    return chain;
}

/// A condition as it is typed, with what it means said in another way.
struct Condition {
    QString typed;
    std::function<bool(const Chain&, const Deal&)> holds;
};

QString text(const Chain& chain, Text of)
{
    return toQString(chain.text(of));
}

template <class Row>
bool isNamed(const Chain& chain, const Row& row, const QString& word)
{
    const QString english = text(chain, row.nameEn);
    const QString chinese = text(chain, row.nameZh);
    const QString shown = english.isEmpty() && chinese.isEmpty() ? text(chain, row.head.key) : english;
    return shown.contains(word, Qt::CaseInsensitive) || chinese.contains(word, Qt::CaseInsensitive);
}

Condition wordAlone(const QString& word)
{
    return {word, [word](const Chain& chain, const Deal& deal) {
                return isNamed(chain, chain.nodes()[deal.supplier], word) ||
                       isNamed(chain, chain.nodes()[deal.customer], word) ||
                       isNamed(chain, chain.kinds()[deal.kind], word) ||
                       isNamed(chain, chain.statuses()[deal.status], word) ||
                       text(chain, deal.note).contains(word, Qt::CaseInsensitive);
            }};
}

std::vector<Condition> conditions()
{
    std::vector<Condition> all;
    for (const char* word : {"AMD", "oracle", "甲骨文", "signed", "cloud", "years", "每年", "éCOLE", "users", "o"})
        all.push_back(wordAlone(QString::fromUtf8(word)));
    const auto add = [&all](const char* typed, std::function<bool(const Chain&, const Deal&)> holds) {
        all.push_back({QString::fromUtf8(typed), std::move(holds)});
    };
    add("supplier:amd", [](const Chain& chain, const Deal& deal) {
        return isNamed(chain, chain.nodes()[deal.supplier], QStringLiteral("amd"));
    });
    add("客户：甲骨文", [](const Chain& chain, const Deal& deal) {
        return isNamed(chain, chain.nodes()[deal.customer], QStringLiteral("甲骨文"));
    });
    add("status=signed", [](const Chain& chain, const Deal& deal) {
        return text(chain, chain.statuses()[deal.status].head.key) == QStringLiteral("signed");
    });
    add("basis:assumed", [](const Chain&, const Deal& deal) { return deal.basis == Basis::Assumed; });
    add("commitment:ceiling", [](const Chain&, const Deal& deal) { return deal.commitment == Commitment::Ceiling; });
    add("note:amd",
        [](const Chain& chain, const Deal& deal) { return text(chain, deal.note).contains(QStringLiteral("amd")); });
    constexpr std::int64_t kBillion = 100'000'000'000; // cents
    add("value>1bn",
        [](const Chain&, const Deal& deal) { return !deal.value.isAbsent() && deal.value.value > kBillion; });
    add("value<=$1B",
        [](const Chain&, const Deal& deal) { return !deal.value.isAbsent() && deal.value.value <= kBillion; });
    add("金额＝10亿", [](const Chain&, const Deal& deal) { return deal.value.value == kBillion; });
    add("value:none", [](const Chain&, const Deal& deal) { return deal.value.isAbsent(); });
    add("capacity >= 2 GW",
        [](const Chain&, const Deal& deal) { return !deal.capacity.isAbsent() && deal.capacity.value >= 2'000'000; });
    add("capacity_mw<1GW",
        [](const Chain&, const Deal& deal) { return !deal.capacity.isAbsent() && deal.capacity.value < 1'000'000; });
    add("announced<2027", [](const Chain&, const Deal& deal) {
        return deal.announced.isSet() && firstDay(deal.announced) < dayNumber(2027, 1, 1);
    });
    add("announced>2026-03", [](const Chain&, const Deal& deal) {
        return deal.announced.isSet() && firstDay(deal.announced) > dayNumber(2026, 3, 31);
    });
    add("announced:2027", [](const Chain&, const Deal& deal) {
        return deal.announced.isSet() && firstDay(deal.announced) >= dayNumber(2027, 1, 1) &&
               firstDay(deal.announced) <= dayNumber(2027, 12, 31);
    });
    add("ends>=Q2 2029", [](const Chain&, const Deal& deal) {
        return deal.ends.isSet() && endDay(deal.ends) - 1 >= dayNumber(2029, 4, 1);
    });
    add("结束≤2029-06", [](const Chain&, const Deal& deal) {
        return deal.ends.isSet() && endDay(deal.ends) - 1 <= dayNumber(2029, 6, 30);
    });
    add("key:deal-1", [](const Chain& chain, const Deal& deal) {
        return text(chain, deal.head.key).contains(QStringLiteral("deal-1"));
    });
    add("key:amd", [](const Chain& chain, const Deal& deal) {
        return text(chain, chain.nodes()[deal.supplier].head.key).contains(QStringLiteral("amd")) ||
               text(chain, chain.nodes()[deal.customer].head.key).contains(QStringLiteral("amd")) ||
               text(chain, deal.head.key).contains(QStringLiteral("amd"));
    });
    return all;
}

QString shown(DealsProxy& proxy, const char* filter)
{
    if (const FilterVerdict verdict = proxy.setFilterText(QString::fromUtf8(filter)); verdict.problem)
        return QStringLiteral("refused: ") + sentenceText(verdict.problem->sentence);
    return keys(proxy).join(QLatin1Char(' '));
}

} // namespace

class TestFilter final : public QObject {
    Q_OBJECT

private slots:
    void whatIsTypedIsRead_data();
    void whatIsTypedIsRead();
    void whatCannotBeReadIsSaidWithItsPlace_data();
    void whatCannotBeReadIsSaidWithItsPlace();
    void howItReadsIsSaid();
    void columnsAndTheirValuesAreOffered_data();
    void columnsAndTheirValuesAreOffered();
    void theDealsAreThoseOfAnEvaluationOneByOne();
    void keysAreFoundBehindKeyOnly();
    void whatCannotBeReadLeavesTheFilterBeforeIt();
    void aRenamedNodeIsFoundByItsNewName();
    void columnsAreNamedInEitherLanguage();
    void theSmallTablesTakeTheSameLanguage();
};

void TestFilter::whatIsTypedIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("terms");
    const auto row = [](const char* typed, const char* terms) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(terms);
    };
    row("", "");
    row("  ", "");
    row("amd oracle", "has amd; has oracle");
    row("amd　甲骨文", "has amd; has 甲骨文");
    row("\"five years\" amd", "has five years; has amd");
    row("“五年 期”", "has 五年 期");
    row("「五年 期」", "has 五年 期");
    row("\"not closed yet", "has not closed yet");
    row("\"\"", "");
    row("19\" rack", "has 19\"; has rack");
    row("-amd", "not has amd");
    row("－amd", "not has amd");
    row("-\"five years\"", "not has five years");
    row("a - b", "has a; has -; has b");
    row("amd-openai", "has amd-openai");
    row("supplier:amd", "0 has amd");
    row("SUPPLIER : amd", "0 has amd");
    row("供应方：英伟达", "0 has 英伟达");
    row("supplier=AMD", "0 is AMD");
    row("supplier:\"Oracle Corp\" x", "0 has Oracle Corp; has x");
    row("-supplier:amd", "not 0 has amd");
    row("\"part of\":amd", "5 has amd");
    row("part-of:amd", "5 has amd");
    row("part_of:amd", "5 has amd");
    row("key:amd-openai", "key has amd-openai");
    row("键：amd", "key has amd");
    row("value>1bn", "1 [100000000001, *]");
    row("value>=1bn", "1 [100000000000, *]");
    row("value<1bn", "1 [*, 99999999999]");
    row("value<=$1B", "1 [*, 100000000000]");
    row("value≤1bn", "1 [*, 100000000000]");
    row("value=1bn", "1 [100000000000, 100000000000]");
    row("value:1bn", "1 [100000000000, 100000000000]");
    row("value:>1bn", "1 [100000000001, *]");
    row("value_usd>1", "1 [101, *]");
    row("金额＞10亿", "1 [100000000001, *]");
    row("金额＞＝十亿", "1 [100000000000, *]");
    row("-value>1bn", "not 1 [100000000001, *]");
    row("value > 1.5 trillion amd", "1 [150000000000001, *]; has amd");
    row("value:none", "1 missing");
    row("金额：未披露", "1 missing");
    row("-value:none", "not 1 missing");
    row("capacity>=2GW", "2 [2000000, *]");
    row("capacity>=2 GW nvidia", "2 [2000000, *]; has nvidia");
    row("capacity<\"2 GW\"", "2 [*, 1999999]");
    row("容量＜200万千瓦", "2 [*, 1999999]");
    row("equity>=10%", "7 [1000, *]");
    row("sources>2", "6 [3, *]");
    row("starts<2027", "3 [*, 20270100]");
    row("starts>2027", "3 [20271232, *]");
    row("starts>=2027-03", "3 [20270301, *]");
    row("starts<=Q3 2026 amd", "3 [*, 20260930]; has amd");
    row("starts:2026-07", "3 [20260701, 20260731]");
    row("ends<=2028-02", "4 [*, 20280229]");
    row("ends>2030 starts > 2026", "4 [20301232, *]; 3 [20261232, *]");
    row("开始：2026年下半年", "3 [20260701, 20261231]");
}

void TestFilter::whatIsTypedIsRead()
{
    QFETCH(QString, typed);
    QFETCH(QString, terms);
    QCOMPARE(asText(readFilter(typed, someColumns())), terms);
}

void TestFilter::whatCannotBeReadIsSaidWithItsPlace_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("quoted");
    const auto row = [](const char* typed, int at, int length, const char* quoted) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << at << length << QString::fromUtf8(quoted);
    };
    row("amd price>5", 4, 5, "“price”");
    row("amd 12:30", 4, 2, "“12”");
    row("https://example.com", 0, 5, "“https”");
    row("value>abc", 6, 3, "“abc”");
    row("value>€5bn", 6, 4, "“€5bn”");
    row("capacity>=4 parsecs", 10, 1, "");
    row("capacity>=4parsecs", 10, 8, "“4parsecs”");
    row("starts<7/8/2026", 7, 8, "2026-07-08");
    row("starts<soon", 7, 4, "“soon”");
    row("value>", 0, 6, "“value>”");
    row("supplier: ", 0, 9, "“supplier:”");
    row("value>none", 6, 4, "“none”");
    row("supplier>amd", 0, 12, "“Supplier”");
    row(">5", 0, 1, "“>”");
    row("amd ->5", 4, 2, "“>”");
}

void TestFilter::whatCannotBeReadIsSaidWithItsPlace()
{
    QFETCH(QString, typed);
    QFETCH(int, at);
    QFETCH(int, length);
    QFETCH(QString, quoted);
    const FilterResult result = readFilter(typed, someColumns());
    if (quoted.isEmpty()) { // what is no unit is a word
        QVERIFY(result);
        return;
    }
    QVERIFY2(!result, qPrintable(asText(result)));
    QCOMPARE(result.error().at, at);
    QCOMPARE(result.error().length, length);
    const QString sentence = sentenceText(result.error().sentence);
    QVERIFY2(sentence.contains(quoted), qPrintable(sentence));
}

void TestFilter::howItReadsIsSaid()
{
    const auto reading = [](const char* typed) { return readFilter(QString::fromUtf8(typed), someColumns())->reading; };
    QCOMPARE(reading("amd supplier:x"), QString());
    QCOMPARE(reading("value>1bn"), QStringLiteral("Value: reads as $1B"));
    QCOMPARE(reading("value>$1B"), QString());
    QCOMPARE(reading("capacity>2 starts<Q3 2026"),
             QStringLiteral("Capacity: reads as 2 MW; Starts: reads as 2026-07 – 2026-09"));
}

void TestFilter::columnsAndTheirValuesAreOffered_data()
{
    QTest::addColumn<QString>("typed"); // | is the cursor
    QTest::addColumn<bool>("isAskedFor");
    QTest::addColumn<QString>("offered");
    const auto row = [](const char* typed, bool isAskedFor, const char* offered) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << isAskedFor << QString::fromUtf8(offered);
    };
    row("|", false, "");
    row("s|", false, "");
    row("su|", false, "0 2 Supplier:");
    row("amd -su|", false, "5 7 Supplier:");
    row("amd va|", false, "4 6 Value>");
    row("供|", false, "0 1 Supplier:");
    row("pa|", false, "0 2 \"Part of\":");
    row("\"part o|", false, "0 7 \"Part of\":");
    row("s|", true, "0 1 Supplier:,Starts>,Sources>");
    row("supplier:|", false, "9 9 AMD ,Oracle ,\"The Users\" ");
    row("supplier:or|", false, "9 11 Oracle ");
    row("supplier:\"the|", false, "9 13 \"The Users\" ");
    row("supplier:Oracle|", false, "9 15 ");
    row("value>|", false, "");
    row("nothing:|", false, "");
    row("su| amd", false, "0 2 Supplier:");
}

void TestFilter::columnsAndTheirValuesAreOffered()
{
    QFETCH(QString, typed);
    QFETCH(bool, isAskedFor);
    QFETCH(QString, offered);
    const auto cursor = typed.indexOf(QLatin1Char('|'));
    const auto valuesOf = [](int column) {
        return column != 0 ? QStringList()
                           : QStringList{QStringLiteral("AMD"), QStringLiteral("Oracle"), QStringLiteral("The Users")};
    };
    const FilterOffer offer = filterOffer(typed.remove(QLatin1Char('|')), cursor, someColumns(), valuesOf, isAskedFor);
    const QString texts = offer.texts.join(QLatin1Char(','));
    QCOMPARE(offer.from == 0 && offer.to == 0 && texts.isEmpty()
                 ? QString()
                 : QStringLiteral("%1 %2 %3").arg(offer.from).arg(offer.to).arg(texts),
             offered);
}

void TestFilter::theDealsAreThoseOfAnEvaluationOneByOne()
{
    const ChainFile file(variedChain(150));
    const auto document = file.open();
    const Chain& chain = document->chain();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    const std::vector<Condition> all = conditions();
    QRandomGenerator random(11);
    int kept = 0;
    for (int i = 0; i < 300; ++i) {
        const bool isAlone = i < static_cast<int>(all.size()); // each once by itself
        std::vector<std::pair<const Condition*, bool>> chosen;
        for (quint32 n = isAlone ? 1 : 1 + random.bounded(3U); n > 0; --n)
            chosen.emplace_back(
                &all[isAlone ? static_cast<std::size_t>(i) : random.bounded(static_cast<quint32>(all.size()))],
                !isAlone && random.bounded(3) == 0);
        QStringList typed;
        for (const auto& [condition, isNegated] : chosen)
            typed << (isNegated ? QStringLiteral("-") : QString()) + condition->typed;
        const QString filter = typed.join(QLatin1Char(' '));
        const FilterVerdict verdict = proxy.setFilterText(filter);
        QVERIFY2(!verdict.problem, qPrintable(filter));
        QStringList expected;
        for (int row = 0; row < model.rowCount(); ++row) {
            const Deal& deal = chain.deals()[model.dealAt(row)];
            if (std::all_of(chosen.begin(), chosen.end(),
                            [&](const auto& each) { return each.first->holds(chain, deal) != each.second; }))
                expected << text(chain, deal.head.key);
        }
        QVERIFY2(keys(proxy) == expected, qPrintable(filter));
        kept += static_cast<int>(expected.size());
        QVERIFY2(!isAlone || (!expected.isEmpty() && expected.size() < model.rowCount()), qPrintable(filter));
    }
    QVERIFY(kept > 1000);
    QCOMPARE(watch.resets(), 0);
}

void TestFilter::keysAreFoundBehindKeyOnly()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "nodes", "mi450", "name_en", "Accelerator"));
    QVERIFY(setField(*document, "deals", "amd-openai", "supplier", "mi450"));
    DealsModel model(*document);
    DealsProxy proxy(model);
    QCOMPARE(shown(proxy, "mi450"), QString());
    QCOMPARE(shown(proxy, "key:mi450"), QStringLiteral("amd-openai"));
    QCOMPARE(shown(proxy, "amd-openai"), QString());
    QCOMPARE(shown(proxy, "key=amd-openai"), QStringLiteral("amd-openai"));
    QCOMPARE(shown(proxy, "key:subscription"), QStringLiteral("users-chatgpt"));
    QCOMPARE(shown(proxy, "-key:openai"), QStringLiteral("users-chatgpt"));
}

void TestFilter::whatCannotBeReadLeavesTheFilterBeforeIt()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    QSignalSpy counts(&proxy, &DealsProxy::countChanged);
    QCOMPARE(shown(proxy, "value>100bn"), QStringLiteral("oracle-openai"));
    QCOMPARE(counts.size(), 1);
    for (const char* wrong : {"value>abc", "colour:red", "amd value>", "status<signed"}) {
        QVERIFY(shown(proxy, wrong).startsWith(QStringLiteral("refused: ")));
        QCOMPARE(keys(proxy), QStringList(QStringLiteral("oracle-openai")));
        QCOMPARE(proxy.filterText(), QStringLiteral("value>100bn"));
    }
    QCOMPARE(counts.size(), 1);
    EventsModel events(*document);
    TableProxy eventsProxy(events);
    QVERIFY(!eventsProxy.setFilterText(QStringLiteral("devday")).problem);
    QVERIFY(eventsProxy.setFilterText(QStringLiteral("date>soon")).problem);
    QCOMPARE(eventsProxy.rowCount(), 1);
}

void TestFilter::aRenamedNodeIsFoundByItsNewName()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    QVERIFY(setField(*document, "deals", "nvidia-openai-equity", "part_of", "nvidia-openai"));
    QCOMPARE(shown(proxy, "part-of:GeForce"), QString());
    QVERIFY(setField(*document, "nodes", "nvidia", "name_en", "GeForce"));
    QCOMPARE(keys(proxy), QStringList(QStringLiteral("nvidia-openai-equity")));
    QVERIFY(setField(*document, "deals", "nvidia-openai", "supplier", "amd"));
    QCOMPARE(keys(proxy), QStringList());
    QCOMPARE(watch.resets(), 0);
}

void TestFilter::columnsAreNamedInEitherLanguage()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    for (const Language each : {Language::English, Language::Chinese}) {
        const Speaking speaking(each);
        model.retranslate();
        QCOMPARE(shown(proxy, "value>100bn"), QStringLiteral("oracle-openai"));
        QCOMPARE(shown(proxy, "金额＞1000亿"), QStringLiteral("oracle-openai"));
        QCOMPARE(shown(proxy, "依据：推算"), shown(proxy, "basis:derived"));
    }
}

void TestFilter::theSmallTablesTakeTheSameLanguage()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    EventsModel events(*document);
    TableProxy eventsProxy(events);
    const Watch watch(eventsProxy);
    const auto rows = [](TableProxy& proxy, const char* filter) {
        const FilterVerdict verdict = proxy.setFilterText(QString::fromUtf8(filter));
        return verdict.problem ? -1 : proxy.rowCount();
    };
    QCOMPARE(rows(eventsProxy, "date<=2025-10-06"), 1);
    QCOMPARE(rows(eventsProxy, "日期＞2025-10-06"), 1);
    QCOMPARE(rows(eventsProxy, "date:2025-10"), 2);
    QCOMPARE(rows(eventsProxy, "parties:chatgpt -kind:governance"), 1);
    QCOMPARE(rows(eventsProxy, "key:devday"), 1);
    QCOMPARE(rows(eventsProxy, "recap"), 1); // of the title
    QCOMPARE(rows(eventsProxy, "value>1"), -1);
    QCOMPARE(eventsProxy.valuesOf(static_cast<int>(EventsModel::Column::Kind)),
             QStringList({QStringLiteral("governance"), QStringLiteral("product")}));

    ProblemsModel problems(*document);
    TableProxy problemsProxy(problems);
    QCOMPARE(rows(problemsProxy, "severity:note"), problems.rowCount());
    QVERIFY(rows(problemsProxy, "key:oracle-openai") > 0);
    QCOMPARE(rows(problemsProxy, "\"oracle-openai\""), 0);

    HistoryModel history(*document);
    TableProxy historyProxy(history);
    QCOMPARE(rows(historyProxy, "key:amd-openai"), 1);
    QCOMPARE(rows(historyProxy, "time>2020"), 1);
    QCOMPARE(rows(historyProxy, "time<2020"), 0);
    QCOMPARE(watch.resets(), 0);
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
