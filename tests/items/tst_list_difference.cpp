// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/list_difference.h"

#include "items_testing.h"

#include "items/roles.h"
#include "items/row_list_model.h"
#include "items/table_proxy.h"

#include <QAbstractListModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

struct Row {
    int key = 0;
    int text = 0;
    bool operator==(const Row&) const = default;
};

/// A list that is led from one state to the next, as the models of the program are.
class Rows final : public RowListModel<QAbstractListModel> {
public:
    void show(std::vector<Row> wanted)
    {
        leadOver(
            m_rows, std::move(wanted), announcer(), [](const Row& row) { return row.key; }, std::not_equal_to<Row>(),
            [this](int first, int last) { announceRows(first, last, rowRoles()); });
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == SortRole)
            ++m_asked;
        return role == Qt::DisplayRole || role == SortRole ? QVariant(QString::number(row.text))
               : role == KeyRole                           ? QVariant(row.key)
                                                           : QVariant();
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    std::vector<Row> m_rows;
    mutable int m_asked = 0;
};

std::vector<Row> rowsOf(const QString& keys)
{
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(keys.size()));
    for (const QChar key : keys)
        rows.push_back({key.unicode(), key.unicode()});
    return rows;
}

/// "-2 >0,3 +1-2": what a list of these letters goes through to become another.
QString stepsOf(const QString& before, const QString& after)
{
    const std::vector<Row> old = rowsOf(before);
    const std::vector<int> places = placesBefore(old, rowsOf(after), [](const Row& row) { return row.key; });
    QStringList texts;
    for (const ListStep& step : stepsBetween(static_cast<int>(old.size()), places)) {
        QString text = QLatin1Char("-+>"[static_cast<int>(step.kind)]) + QString::number(step.first);
        if (step.last != step.first)
            text += QLatin1Char('-') + QString::number(step.last);
        if (step.kind == ListStep::Kind::Move)
            text += QLatin1Char(',') + QString::number(step.before);
        texts += text;
    }
    return texts.join(QLatin1Char(' '));
}

} // namespace

class TestListDifference : public QObject {
    Q_OBJECT

private slots:
    void aListBecomesAnotherInFewSteps_data();
    void aListBecomesAnotherInFewSteps();
    void randomListsFollowUnderTheModelTester();
    void whatStaysIsNeverTouched();
    void rowsSortByKeysThatAreMadeOnce();
};

void TestListDifference::aListBecomesAnotherInFewSteps_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("steps");
    const auto row = [](const char* name, const char* before, const char* after, const char* steps) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << QString::fromLatin1(steps);
    };
    row("nothing", "", "", "");
    row("the same", "abc", "abc", "");
    row("all new", "", "abc", "+0-2");
    row("all gone", "abc", "", "-0-2");
    row("others", "abc", "xy", "-0-2 +0-1");
    row("one comes inside", "ac", "abc", "+1");
    row("two runs go", "abcde", "c", "-3-4 -0-1");
    row("one goes up", "abcd", "dabc", ">3,0");
    row("one goes down", "abcd", "bcda", ">0,4");
    row("a block goes up", "abcde", "deabc", ">3-4,0");
    row("neighbours change places", "abcd", "acbd", ">2,1");
    row("all at once", "abcd", "xdba", "-2 >2,0 >2,1 +0");
    row("twins", "aa", "aaa", "+2");
    row("a twin goes", "aba", "ab", "-2");
}

void TestListDifference::aListBecomesAnotherInFewSteps()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, steps);
    QCOMPARE(stepsOf(before, after), steps);
}

void TestListDifference::randomListsFollowUnderTheModelTester()
{
    QRandomGenerator random(9);
    Rows model;
    Watch watch(model);
    TableProxy proxy(model);
    Watch proxyWatch(proxy);
    proxy.sort(0, Qt::DescendingOrder);
    for (int round = 0; round < 600; ++round) {
        std::vector<Row> wanted(random.bounded(12U));
        for (Row& row : wanted)
            row = {random.bounded(14), random.bounded(3)}; // some keys twice
        model.show(wanted);
        QCOMPARE(model.rows(), wanted);
        QCOMPARE(proxy.rowCount(), static_cast<int>(wanted.size()));
        for (int row = 1; row < proxy.rowCount(); ++row)
            QVERIFY(proxy.index(row - 1, 0).data().toInt() >= proxy.index(row, 0).data().toInt());
    }
    QCOMPARE(watch.resets(), 0);
    QCOMPARE(proxyWatch.resets(), 0);
}

/// Persistent indexes follow their rows, and just those rows are announced that say something else.
void TestListDifference::whatStaysIsNeverTouched()
{
    QRandomGenerator random(90);
    Rows model;
    Watch watch(model);
    std::vector<Row> wanted;
    wanted.reserve(30);
    for (int key = 0; key < 30; ++key)
        wanted.push_back({key, 0});
    for (int round = 0; round < 200; ++round) {
        model.show(wanted);
        std::vector<std::pair<QPersistentModelIndex, int>> held;
        held.reserve(model.rows().size());
        for (int row = 0; row < model.rowCount(); ++row)
            held.emplace_back(model.index(row), model.rows()[static_cast<std::size_t>(row)].key);
        std::shuffle(wanted.begin(), wanted.end(), random);
        const std::size_t changed = random.bounded(static_cast<quint32>(wanted.size()));
        wanted[changed].text += 1;
        watch.clear();
        model.show(wanted);
        QCOMPARE(watch.changes(), 1);
        QCOMPARE(watch.spy()[0][0].value<QModelIndex>().row(), static_cast<int>(changed));
        QCOMPARE(watch.inserts() + watch.removals(), 0);
        for (const auto& [index, key] : held)
            QCOMPARE(index.data(KeyRole).toInt(), key);
    }
}

void TestListDifference::rowsSortByKeysThatAreMadeOnce()
{
    Rows model;
    TableProxy proxy(model);
    const Watch watch(proxy);
    std::vector<Row> rows;
    rows.reserve(500);
    for (int key = 0; key < 500; ++key)
        rows.push_back({key, key * 7919 % 499});
    model.show(rows);
    const int before = model.asked();
    proxy.sort(0, Qt::AscendingOrder);
    QCOMPARE(model.asked() - before, 500);
    proxy.sort(0, Qt::DescendingOrder);
    QCOMPARE(model.asked() - before, 500);
    rows[100].text = 1'000;
    model.show(rows);
    QCOMPARE(model.asked() - before, 501);
}

QTEST_GUILESS_MAIN(TestListDifference)
#include "tst_list_difference.moc"
