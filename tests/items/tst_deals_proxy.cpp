// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"
#include "speaking.h"

#include "items/deals_proxy.h"
#include "items/roles.h"

#include <QCollator>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

using namespace ochain;
using namespace ochain::testing;
using Column = DealsModel::Column;

namespace {

const std::vector<std::string>& nodeKeys()
{
    static const std::vector<std::string> keys{"nvidia", "amd", "mi450", "broadcom", "oracle", "users"};
    return keys;
}

/// Draws orders for edits, columns and filters.
class Dice {
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    [[nodiscard]] int below(int count) { return static_cast<int>(m_random.bounded(static_cast<quint32>(count))); }
    template <class T>
    [[nodiscard]] const T& any(const std::vector<T>& of)
    {
        return of[static_cast<std::size_t>(below(static_cast<int>(of.size())))];
    }

private:
    QRandomGenerator m_random;
};

std::string textOf(Dice& dice)
{
    static const std::vector<std::string> kTexts{"",
                                                 "a",
                                                 "About five years",
                                                 "About five years and three months",
                                                 "About five years and three days",
                                                 "每年一次",
                                                 "École polytechnique"};
    return dice.any(kTexts);
}

void addDeal(EditText& text, Dice& dice, const std::string& key)
{
    const std::string supplier = dice.any(nodeKeys());
    std::string customer = dice.any(nodeKeys());
    while (customer == supplier)
        customer = dice.any(nodeKeys());
    text.add("deals", key,
             {{"supplier", supplier},
              {"customer", customer},
              {"kind", dice.any(std::vector<std::string>{"hardware", "cloud", "equity"})},
              {"status", dice.any(std::vector<std::string>{"announced", "signed", "operating"})},
              {"announced", dice.any(std::vector<std::string>{"", "2025", "2026-03", "2026-03-15"})},
              {"basis", "assumed"}});
    if (const std::string note = textOf(dice); !note.empty())
        text.set("deals", key, "note_en", note);
    if (dice.below(3) > 0)
        text.set("deals", key, "value_usd", std::to_string(dice.below(9) * 1'000'000'000LL));
    if (dice.below(3) > 0)
        text.set("deals", key, "starts", "2027").set("deals", key, "ends", "2029");
}

Chain manyDeals(int deals)
{
    Chain chain = smallChain();
    EditText text(chain);
    Dice dice(5);
    for (int i = 0; i < deals; ++i)
        addDeal(text, dice, "deal-" + std::to_string(i));
    Edit edit = text.edit();
    if (!chain.apply(edit).empty())
        qFatal("the chain breaks a rule");
    return chain;
}

std::string anyDeal(const Chain& chain, Dice& dice)
{
    return std::string(chain.key({Table::Deals, dice.any(chain.inOrder(Table::Deals))}));
}

/// One edit, of one row or of many.
Edit anyEdit(const Document& document, Dice& dice, int number)
{
    const Chain& chain = document.chain();
    EditText text(chain);
    const std::string deal = anyDeal(chain, dice);
    switch (dice.below(9)) {
    case 0:
        for (int i = dice.below(30); i >= 0; --i)
            addDeal(text, dice, "new-" + std::to_string(number) + "-" + std::to_string(i));
        break;
    case 1:
        text.erase("deals", deal);
        break;
    case 2:
        text.set("deals", deal, "value_usd", std::to_string(dice.below(9) * 1'000'000'000LL));
        break;
    case 3:
        text.set("deals", deal, "note_en", textOf(dice));
        break;
    case 4:
        text.set("deals", deal, "key", "renamed-" + std::to_string(dice.below(1000)) + "-" + std::to_string(number));
        break;
    case 5:
        text.set("deals", deal, "part_of", anyDeal(chain, dice));
        break;
    case 6:
        text.set("nodes", dice.any(nodeKeys()), "name_en", "Name " + std::to_string(dice.below(100)));
        break;
    case 7: {
        std::map<std::string, bool> chosen;
        for (int i = 0; i < 40; ++i)
            chosen[anyDeal(chain, dice)] = true;
        for (const auto& [key, is] : chosen)
            text.set("deals", key, "value_usd", std::to_string(dice.below(99) * 1'000'000LL));
        break;
    }
    default:
        text.set("deals", deal, "starts", "2027").set("deals", deal, "ends", "2030");
        break;
    }
    return text.edit();
}

/// What a row sorts by in a column, made from nothing: nothing where there is no value.
using Sorted = std::optional<std::variant<qlonglong, std::string, QCollatorSortKey>>;

Sorted sortedBy(const DealsModel& model, int row, int column)
{
    const Chain& chain = model.document().chain();
    const Deal& deal = chain.deals()[model.dealAt(row)];
    const QVariant cell = model.index(row, column).data(SortRole);
    const auto asBytes = [](std::string_view text) { return text.empty() ? Sorted() : Sorted(std::string(text)); };
    switch (static_cast<Column>(column)) {
    case Column::Supplier:
    case Column::Status: {
        QCollator collator(language() == Language::Chinese ? QLocale(QLocale::Chinese) : QLocale(QLocale::English));
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        collator.setNumericMode(true);
        return collator.sortKey(model.index(row, column).data().toString());
    }
    case Column::PartOf:
        return deal.partOf.isSet() ? asBytes(chain.key({Table::Deals, deal.partOf.value})) : Sorted();
    case Column::Note:
        return asBytes(chain.text(deal.note));
    case Column::Key:
        return asBytes(chain.text(deal.head.key));
    default: {
        const bool isHidden = cell.toLongLong() == 0 && model.index(row, column).data(UndisclosedRole).toInt() > 0;
        return cell.isValid() && !isHidden ? Sorted(cell.toLongLong()) : Sorted();
    }
    }
}

bool isSmaller(const Sorted& a, const Sorted& b)
{
    if (const auto* key = std::get_if<QCollatorSortKey>(&*a))
        return key->compare(std::get<QCollatorSortKey>(*b)) < 0;
    return *a < *b;
}

const std::vector<int>& sortableColumns()
{
    static const std::vector<int> columns{
        -1,
        static_cast<int>(Column::Supplier),
        static_cast<int>(Column::Status),
        static_cast<int>(Column::Value),
        static_cast<int>(Column::PeriodMoney),
        static_cast<int>(Column::Sources),
        static_cast<int>(Column::PartOf),
        static_cast<int>(Column::Note),
        static_cast<int>(Column::Key),
    };
    return columns;
}

/// A filter, and whether a row meets it by what its cells say.
struct Condition {
    QString typed;
    std::function<bool(const DealsModel& model, int row)> holds;
};

const std::vector<Condition>& conditions()
{
    const auto says = [](Column column, const char* word) {
        return [=](const DealsModel& model, int row) {
            return model.index(row, static_cast<int>(column))
                .data()
                .toString()
                .contains(QString::fromLatin1(word), Qt::CaseInsensitive);
        };
    };
    const auto isMore = [](Column column, qlonglong than) {
        return [=](const DealsModel& model, int row) {
            const QVariant value = model.index(row, static_cast<int>(column)).data(SortRole);
            return value.isValid() && value.toLongLong() > than;
        };
    };
    static const std::vector<Condition> all{
        {QString(), [](const DealsModel&, int) { return true; }},
        {QStringLiteral("note:years"), says(Column::Note, "years")},
        {QStringLiteral("supplier:name"), says(Column::Supplier, "name")},
        {QStringLiteral("value>2bn"), isMore(Column::Value, 200'000'000'000LL)},
        {QStringLiteral("\"money in period\">1bn"), isMore(Column::PeriodMoney, 100'000'000'000LL)},
        {QStringLiteral("note=nothing"), [](const DealsModel&, int) { return false; }},
    };
    return all;
}

/// What the proxy has to show, from nothing.
QStringList expectedKeys(const DealsModel& model, const DealsProxy& proxy, const Condition& condition)
{
    const Chain& chain = model.document().chain();
    std::vector<std::pair<Sorted, int>> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Deal& deal = chain.deals()[model.dealAt(row)];
        const auto isAbout = [&](NodeId node) {
            return node.value == proxy.only()->row || chain.nodes()[node].parent.value == proxy.only()->row;
        };
        if ((!proxy.only() || isAbout(deal.supplier) || isAbout(deal.customer)) && condition.holds(model, row))
            rows.emplace_back(proxy.sortColumn() < 0 ? Sorted() : sortedBy(model, row, proxy.sortColumn()), row);
    }
    const bool isDown = proxy.sortOrder() == Qt::DescendingOrder;
    std::stable_sort(rows.begin(), rows.end(), [isDown](const auto& a, const auto& b) {
        if (!a.first || !b.first)
            return a.first.has_value() && !b.first.has_value();
        return isDown ? isSmaller(b.first, a.first) : isSmaller(a.first, b.first);
    });
    QStringList keys;
    for (const auto& [sorted, row] : rows)
        keys << model.index(row, static_cast<int>(Column::Key)).data().toString();
    return keys;
}

QStringList keysOf(const QAbstractItemModel& model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << model.index(row, static_cast<int>(Column::Key)).data().toString();
    return keys;
}

/// Follows deals through a proxy by persistent indexes.
class Followed {
public:
    Followed(const DealsProxy& proxy, const Document& document) : m_proxy(proxy), m_document(document) {}

    /// Takes some rows of those shown in addition.
    void take(Dice& dice)
    {
        for (int i = 0; i < 5 && m_proxy.rowCount() > 0; ++i) {
            const QModelIndex index =
                m_proxy.index(dice.below(m_proxy.rowCount()), dice.below(DealsModel::kColumnCount));
            m_all.push_back({index, rowOf(index), index.column()});
        }
    }
    /// Whether each that is there stands where its deal does.
    [[nodiscard]] bool areRight() const
    {
        return std::all_of(m_all.begin(), m_all.end(), [this](const One& one) {
            return !one.index.isValid() || (rowOf(one.index) == one.rowid && one.index.column() == one.column);
        });
    }
    /// Those that are there.
    [[nodiscard]] int count() const
    {
        return static_cast<int>(
            std::count_if(m_all.begin(), m_all.end(), [](const One& one) { return one.index.isValid(); }));
    }

private:
    struct One {
        QPersistentModelIndex index;
        std::int64_t rowid = 0;
        int column = 0;
    };
    [[nodiscard]] std::int64_t rowOf(const QModelIndex& index) const
    {
        return m_document.chain().rowid(*rowRefOf(index));
    }

    const DealsProxy& m_proxy;
    const Document& m_document;
    std::vector<One> m_all;
};

void stepLens(Document& document, Dice& dice)
{
    ViewLens lens = document.lens();
    lens.period = {PeriodKind::Year, 2026 + dice.below(5), 0};
    if (dice.below(4) == 0)
        lens.lens.withAssumed = !lens.lens.withAssumed;
    QVERIFY(document.setLens(lens));
}

} // namespace

class TestDealsProxy : public QObject {
    Q_OBJECT

private slots:
    void itShowsWhatSortingAndFilteringFromNothingGives_data();
    void itShowsWhatSortingAndFilteringFromNothingGives();
    void whatIsAskedForLastIsShown();
    void aLongTableShowsItsRowsUntilTheOthersAreThere();
    void persistentIndexesStayWithTheirDeals_data();
    void persistentIndexesStayWithTheirDeals();
    void anEditMovesItsRowAlone();
    void manyRowsOfAnEditAreLaidOutAtOnce();
    void aFilterKeepsTheRowsThatStay();
    void textsFindRoomBetweenOthers();
    void aLanguageSortsNamesAnew();
};

void TestDealsProxy::itShowsWhatSortingAndFilteringFromNothingGives_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("isAtOnce");
    for (int seed = 1; seed <= 4; ++seed) {
        QTest::addRow("at once, %d", seed) << seed << true;
        QTest::addRow("on a thread, %d", seed) << seed << false;
    }
}

void TestDealsProxy::itShowsWhatSortingAndFilteringFromNothingGives()
{
    QFETCH(int, seed);
    QFETCH(bool, isAtOnce);
    const ChainFile file(manyDeals(120));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    proxy.setMostAtOnce(isAtOnce ? 1'000'000 : 0);
    Watch watch(proxy);
    Dice dice(static_cast<quint32>(seed));
    Followed followed(proxy, *document);
    std::size_t condition = 0;
    int followedInAll = 0;
    for (int step = 0; step < 250; ++step) {
        switch (dice.below(8)) {
        case 0:
            proxy.sort(dice.any(sortableColumns()), dice.below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 1:
            condition = static_cast<std::size_t>(dice.below(static_cast<int>(conditions().size())));
            QVERIFY(!proxy.setFilterText(conditions()[condition].typed).problem);
            break;
        case 2:
            proxy.setOnly(dice.below(3) > 0 ? std::nullopt
                                            : std::optional(rowOf(document->chain(), "nodes", dice.any(nodeKeys()))));
            break;
        case 3:
            stepLens(*document, dice);
            break;
        case 4:
            static_cast<void>(document->undo()); // perhaps there is nothing left to undo
            break;
        default:
            static_cast<void>(document->apply(anyEdit(*document, dice, step))); // some are refused: a cycle of wholes
            break;
        }
        QVERIFY(followed.areRight());
        if (!isAtOnce && dice.below(3) > 0)
            continue; // the next one comes while this one is on its way
        QTRY_VERIFY(!proxy.isBusy());
        const QStringList expected = expectedKeys(model, proxy, conditions()[condition]);
        QVERIFY2(keysOf(proxy) == expected,
                 qPrintable(QStringLiteral("step %1, column %2, filter %3:\n%4\nrather than\n%5")
                                .arg(step)
                                .arg(proxy.sortColumn())
                                .arg(proxy.filterText(), keysOf(proxy).join(QLatin1Char(' ')),
                                     expected.join(QLatin1Char(' ')))));
        QVERIFY(followed.areRight());
        followed.take(dice);
        followedInAll += followed.count();
        for (int row = 0; row < proxy.rowCount(); ++row)
            QCOMPARE(proxy.mapFromSource(proxy.mapToSource(proxy.index(row, 1))), proxy.index(row, 1));
    }
    QVERIFY(followedInAll > 200); // how many are shown at a time hangs on what is on its way
    QCOMPARE(watch.resets(), 0);
}

void TestDealsProxy::whatIsAskedForLastIsShown()
{
    const ChainFile file(manyDeals(300));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    proxy.setMostAtOnce(0);
    const Watch watch(proxy);
    QSignalSpy filtered(&proxy, &DealsProxy::filtered);
    proxy.sort(static_cast<int>(Column::Key));
    for (const char* typed : {"n", "no", "note:", "note:a", "note:years"})
        static_cast<void>(proxy.setFilterText(QString::fromLatin1(typed)));
    QVERIFY(proxy.isBusy());
    QTRY_VERIFY(!proxy.isBusy());
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[1]));
}

void TestDealsProxy::aLongTableShowsItsRowsUntilTheOthersAreThere()
{
    const ChainFile file(manyDeals(300));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    proxy.setMostAtOnce(0);
    Watch watch(proxy);
    const QStringList before = keysOf(proxy);
    proxy.sort(static_cast<int>(Column::Key), Qt::DescendingOrder);
    QCOMPARE(proxy.sortColumn(), static_cast<int>(Column::Key));
    QCOMPARE(keysOf(proxy), before);
    // An edit meanwhile goes into the rows that are shown, and into those to come.
    EditText text(document->chain());
    Dice dice(1);
    addDeal(text, dice, "zz-last");
    text.erase("deals", "deal-7");
    QVERIFY(document->apply(text.edit()));
    QCOMPARE(keysOf(proxy).constLast(), QStringLiteral("zz-last"));
    QVERIFY(!keysOf(proxy).contains(QStringLiteral("deal-7")));
    QCOMPARE(watch.upheavals(), 0);
    QTRY_VERIFY(!proxy.isBusy());
    QCOMPARE(keysOf(proxy).constFirst(), QStringLiteral("zz-last"));
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    QCOMPARE(watch.upheavals(), 1);
    // What would be the same is no news.
    watch.clear();
    proxy.sort(static_cast<int>(Column::Key), Qt::DescendingOrder);
    QVERIFY(!proxy.isBusy());
}

void TestDealsProxy::persistentIndexesStayWithTheirDeals_data()
{
    QTest::addColumn<bool>("isAtOnce");
    QTest::newRow("at once") << true;
    QTest::newRow("on a thread") << false;
}

void TestDealsProxy::persistentIndexesStayWithTheirDeals()
{
    QFETCH(bool, isAtOnce);
    const ChainFile file(manyDeals(200));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    proxy.setMostAtOnce(isAtOnce ? 1'000'000 : 0);
    const Watch watch(proxy);
    Dice dice(2);
    Followed followed(proxy, *document);
    for (int i = 0; i < 20; ++i)
        followed.take(dice);
    for (const int column : sortableColumns()) {
        proxy.sort(column, Qt::DescendingOrder);
        QTRY_VERIFY(!proxy.isBusy());
        QVERIFY(followed.areRight());
        QCOMPARE(followed.count(), 100);
        for (const char* value : {"1", "999000000000", ""})
            QVERIFY(setField(*document, "deals", "deal-9", "value_usd", value));
        QVERIFY(followed.areRight());
        QCOMPARE(followed.count(), 100);
    }
}

void TestDealsProxy::anEditMovesItsRowAlone()
{
    const ChainFile file(manyDeals(50));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    Watch watch(proxy);
    const auto moves = [&](const char* field, const char* text) {
        watch.clear();
        const bool isDone = setField(*document, "deals", "deal-20", field, text);
        return isDone && watch.upheavals() + watch.inserts() + watch.removals() == 0 ? watch.moves() : -1;
    };
    proxy.sort(static_cast<int>(Column::Value), Qt::DescendingOrder);
    QCOMPARE(moves("value_usd", "900000000000"), 1);
    QCOMPARE(keysOf(proxy).constFirst(), QStringLiteral("deal-20"));
    QCOMPARE(moves("value_usd", "900000000001"), 0);
    QCOMPARE(watch.changes(), 1);
    QCOMPARE(moves("value_usd", ""), 1);
    proxy.sort(static_cast<int>(Column::Note));
    QCOMPARE(moves("note_en", "A new beginning"), 1);
    QCOMPARE(moves("value_usd", "5"), 0);
    QCOMPARE(moves("note_en", ""), 1);
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    QVERIFY(!proxy.setFilterText(QStringLiteral("value>2bn")).problem);
    watch.clear();
    QVERIFY(setField(*document, "deals", "deal-20", "value_usd", "3000000000"));
    QCOMPARE(watch.inserts(), 1);
    QVERIFY(setField(*document, "deals", "deal-20", "value_usd", "5"));
    QCOMPARE(watch.removals(), 1);
    QCOMPARE(watch.upheavals() + watch.moves(), 0);
}

void TestDealsProxy::manyRowsOfAnEditAreLaidOutAtOnce()
{
    const ChainFile file(manyDeals(6'000));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Value));
    QTRY_VERIFY(!proxy.isBusy());
    EditText text(document->chain());
    Dice dice(9);
    for (int i = 0; i < 1'000; ++i)
        addDeal(text, dice, "new-" + std::to_string(i));
    for (int i = 0; i < 1'000; ++i)
        text.set("deals", "deal-" + std::to_string(i), "value_usd", std::to_string(dice.below(99) * 77'000'000LL));
    watch.clear();
    QVERIFY(document->apply(text.edit()));
    QCOMPARE(proxy.rowCount(), model.rowCount());
    QCOMPARE(watch.upheavals(), 1);
    QCOMPARE(watch.moves() + watch.inserts() + watch.removals(), 0);
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    watch.clear();
    QVERIFY(document->undo());
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    QCOMPARE(watch.moves() + watch.inserts() + watch.removals(), 0);
    QCOMPARE(watch.resets(), 0);
}

void TestDealsProxy::aFilterKeepsTheRowsThatStay()
{
    const ChainFile file(manyDeals(100));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Note));
    watch.clear();
    // All notes with a word in them stand side by side but for a few.
    QVERIFY(!proxy.setFilterText(QStringLiteral("note:years")).problem);
    QVERIFY(watch.removals() > 0);
    QCOMPARE(watch.upheavals() + watch.inserts() + watch.moves(), 0);
    QVERIFY(!proxy.setFilterText(QString()).problem);
    QVERIFY(watch.inserts() > 0);
    QCOMPARE(watch.upheavals() + watch.moves(), 0);
}

void TestDealsProxy::textsFindRoomBetweenOthers()
{
    const ChainFile file(manyDeals(30));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Note));
    // Each between the last one and the one before, more often than there is room for.
    std::string low = "m";
    std::string high = "n";
    QVERIFY(setField(*document, "deals", "deal-1", "note_en", low));
    QVERIFY(setField(*document, "deals", "deal-2", "note_en", high));
    for (int i = 3; i < 30; ++i) {
        low += i % 2 == 0 ? "z" : "m";
        QVERIFY(setField(*document, "deals", "deal-" + std::to_string(i), "note_en", low));
        QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    }
    QCOMPARE(watch.resets(), 0);
}

void TestDealsProxy::aLanguageSortsNamesAnew()
{
    const ChainFile file(manyDeals(40));
    const auto document = file.open();
    QVERIFY(setField(*document, "nodes", "amd", "name_zh", "阿"));
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Supplier));
    const QStringList english = keysOf(proxy);
    const Speaking chinese(Language::Chinese);
    model.retranslate();
    QCOMPARE(keysOf(proxy), expectedKeys(model, proxy, conditions()[0]));
    QVERIFY(keysOf(proxy) != english);
    QCOMPARE(proxy.headerData(0, Qt::Horizontal).toString(), model.headerData(0, Qt::Horizontal).toString());
}

QTEST_GUILESS_MAIN(TestDealsProxy)
#include "tst_deals_proxy.moc"
