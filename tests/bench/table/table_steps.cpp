// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/table/table_steps.h"

#include "chain/edit_builder.h"
#include "items/deals_proxy.h"

#include <QHeaderView>
#include <QTableView>

#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

using Column = DealsModel::Column;

constexpr double kMostSortMs = 500;
constexpr double kMostFilterMs = 100;
constexpr double kNoTarget = 0;
constexpr int kPastedDeals = 10'000;

/// The table, and what a person does to it.
class TableHand {
public:
    TableHand(Document& document, int times)
        : m_document(document), m_model(listened()), m_proxy(m_model), m_times(times)
    {
        QObject::connect(&m_document, &Document::changed, &m_view,
                         [this] { m_followed = static_cast<double>(m_clock.nsecsElapsed()) / 1e6; });
        // As the window has it.
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        m_view.setWordWrap(false);
        m_view.verticalHeader()->hide();
        m_view.horizontalHeader()->setHighlightSections(false);
        m_view.setModel(&m_proxy);
        m_view.horizontalHeader()->setSelectionModel(new QItemSelectionModel(&m_proxy, &m_view)); // FigureHeader
        m_view.setSortingEnabled(true);
        m_view.resize(1200, 500);
        m_view.show();
        sortBy(-1, Qt::AscendingOrder);
    }

    std::vector<TableStep> run()
    {
        sortByEach();
        filterKeys("unsorted", -1);
        filterKeys("sorted", static_cast<int>(Column::Value));
        filterPeriod();
        edit();
        stepPeriod();
        retranslate();
        selectAll();
        paste();
        return std::move(m_steps);
    }

private:
    StepTime take(const std::function<void()>& step)
    {
        return m_gaps.take(step, [this] { return !m_proxy.isBusy(); });
    }
    StepTime sortBy(int column, Qt::SortOrder order)
    {
        return take([&] { m_view.horizontalHeader()->setSortIndicator(column, order); });
    }
    StepTime filter(const char* typed)
    {
        return take([&] {
            if (m_proxy.setFilterText(QString::fromLatin1(typed)).problem)
                throw std::runtime_error(fmt::format("the filter {} cannot be read", typed));
        });
    }
    TableStep& add(std::string name, std::string text, double mostMs)
    {
        return m_steps.emplace_back(TableStep{std::move(name), std::move(text), mostMs, {}});
    }

    void sortByEach()
    {
        for (int column = 0; column < DealsModel::kColumnCount; ++column) {
            const std::string title = m_model.headerData(column, Qt::Horizontal).toString().toStdString();
            TableStep& step = add(fmt::format("sort_{}", column), "sort by " + title, kMostSortMs);
            for (int time = 0; time < m_times; ++time) {
                step.times.push_back(sortBy(column, Qt::AscendingOrder));
                step.times.push_back(sortBy(column, Qt::DescendingOrder));
                sortBy(-1, Qt::AscendingOrder);
            }
        }
    }
    void filterKeys(const char* name, int column)
    {
        sortBy(column, Qt::DescendingOrder);
        TableStep& step =
            add(fmt::format("filter_{}", name), fmt::format("a key of a filter, {}", name), kMostFilterMs);
        for (int time = 0; time < m_times; ++time)
            for (const char* typed : {"1", "12", "123", "12", "", "value>1bn", "value>1bn 7", "-note:x", ""})
                step.times.push_back(filter(typed));
    }
    void filterPeriod()
    {
        add("filter_period_first", "the first filter by the period", kNoTarget)
            .times.push_back(filter("\"money in period\">1m"));
        TableStep& step = add("filter_period", "a key of a filter by the period", kMostFilterMs);
        for (int time = 0; time < m_times; ++time)
            for (const char* typed : {"\"money in period\">10m", "", "\"money in period\">1m"})
                step.times.push_back(filter(typed));
        filter("");
    }
    void edit()
    {
        sortBy(static_cast<int>(Column::Value), Qt::DescendingOrder);
        TableStep& step = add("edit_sorted", "the table follows an edit that moves a row, sorted", kNoTarget);
        for (int time = 0; time < 5 * m_times; ++time)
            step.times.push_back(takeEdit([&] {
                EditBuilder builder(m_document.chain());
                const DealId deal = m_model.dealAt(m_model.rowCount() / 2 + time);
                apply(builder, deal, std::to_string(1'000'000LL * (time + 1)));
            }));
    }
    void apply(EditBuilder& builder, DealId deal, const std::string& dollars)
    {
        const std::string key(m_document.chain().key({Table::Deals, deal.value}));
        if (builder.set(Table::Deals, key, deal_field::ValueUsd, dollars) ||
            !m_document.apply(std::move(builder).build("bench", "")))
            throw std::runtime_error("an edit is refused");
    }
    void stepPeriod()
    {
        sortBy(static_cast<int>(Column::PeriodMoney), Qt::DescendingOrder);
        TableStep& step = add("period_sorted", "another year, sorted by its money", kMostSortMs);
        for (int time = 0; time < m_times; ++time)
            step.times.push_back(take([&] {
                ViewLens lens = m_document.lens();
                lens.period.year += time % 2 == 0 ? 1 : -1;
                m_document.setLens(lens);
            }));
    }
    void retranslate()
    {
        sortBy(static_cast<int>(Column::Supplier), Qt::AscendingOrder);
        TableStep& step = add("retranslate_sorted", "texts anew, sorted by supplier", kMostSortMs);
        for (int time = 0; time < m_times; ++time)
            step.times.push_back(take([&] { m_model.retranslate(); }));
    }
    void selectAll()
    {
        sortBy(-1, Qt::AscendingOrder);
        add("select_all", "all selected", kNoTarget).times.push_back(take([&] { m_view.selectAll(); }));
        add("sort_all_selected", "sort by value, all selected", kMostSortMs)
            .times.push_back(sortBy(static_cast<int>(Column::Value), Qt::AscendingOrder));
        add("filter_all_selected", "a key of a filter, all selected", kMostFilterMs).times.push_back(filter("12"));
        filter("");
        m_view.clearSelection();
    }
    /// Many values at once, as an edit of many rows makes them.
    void paste()
    {
        EditBuilder builder(m_document.chain());
        for (int row = 0, edited = 0; row < m_model.rowCount() && edited < kPastedDeals; ++row) {
            const RowRef deal{Table::Deals, m_model.dealAt(row).value};
            const Cents value = m_document.chain().deals()[DealId{deal.row}].value;
            if (value.isAbsent())
                continue;
            const std::string grown = formatUsd(Cents{value.value / 100 * (101 + row % 20)}); // tranches still fit in
            if (builder.set(Table::Deals, std::string(m_document.chain().key(deal)), deal_field::ValueUsd, grown))
                throw std::runtime_error("an edit cannot be put together");
            ++edited;
        }
        Edit edit = std::move(builder).build("bench", "");
        add("paste_sorted", fmt::format("the table follows an edit of {} rows, sorted", kPastedDeals), kNoTarget)
            .times.push_back(takeEdit([&] {
                if (!m_document.apply(std::move(edit)))
                    throw std::runtime_error("the edit of many rows is refused");
            }));
    }

    [[nodiscard]] Document& listened()
    {
        QObject::connect(&m_document, &Document::changed, &m_beforeTable, [this] { m_clock.start(); });
        return m_document;
    }
    /// An edit, of which only what the table does with it counts as time.
    StepTime takeEdit(const std::function<void()>& edit)
    {
        StepTime time = take(edit);
        time.untilThere = m_followed;
        return time;
    }

    Document& m_document;
    QElapsedTimer m_clock;
    double m_followed = 0; ///< milliseconds in which the table followed the last edit
    QObject m_beforeTable; ///< hears of an edit before the table does
    DealsModel m_model;
    DealsProxy m_proxy;
    int m_times;
    QTableView m_view;
    LoopGaps m_gaps;
    std::vector<TableStep> m_steps;
};

} // namespace

std::vector<TableStep> takeTableSteps(Document& document, int times)
{
    return TableHand(document, times).run();
}

} // namespace ochain::bench
