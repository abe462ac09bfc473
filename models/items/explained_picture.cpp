// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/explained_picture.h"

#include "figures/evidence.h"
#include "figures/lens_words.h"
#include "items/roles.h"

#include <QStringList>

namespace ochain {

namespace {

using Line = ExplanationModel::Line;

class TreePicture {
public:
    TreePicture(const ExplanationModel& model, const std::function<bool(const QModelIndex&)>& isOpen)
        : m_model(model), m_isOpen(isOpen), m_sources(model.views().value.chain)
    {}

    void addBelow(const QModelIndex& parent, int level)
    {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex name = m_model.index(row, static_cast<int>(ExplanationModel::Column::Name), parent);
            const Line kind = m_model.lineOf(name);
            if (kind == Line::Source || kind == Line::Sources)
                continue; // they are numbered below
            add(name, kind, level);
            if (m_isOpen(name))
                addBelow(name, level + 1);
        }
    }
    [[nodiscard]] TreeFigure take()
    {
        m_figure.head.sources = m_sources.lines();
        return std::move(m_figure);
    }

private:
    void add(const QModelIndex& name, Line kind, int level)
    {
        const QModelIndex amount = name.siblingAtColumn(static_cast<int>(ExplanationModel::Column::Amount));
        TreeLine line{name.data(KeyRole).toString().toStdString(),
                      level,
                      name.data().toString(),
                      name.data(AsideRole).toString(),
                      amount.data().toString(),
                      kind == Line::Sum,
                      kind == Line::Input || kind == Line::Undisclosed || kind == Line::UndisclosedDeal,
                      {}};
        if (const std::optional<RowRef> row = rowRefOf(name); row && row->table == Table::Deals)
            line.sources = m_sources.of(DealId{row->row});
        m_figure.head.table.rows.push_back({QString::number(level + 1), line.name, amount.data(PlainRole).toString()});
        m_figure.lines.push_back(std::move(line));
    }

    const ExplanationModel& m_model;
    const std::function<bool(const QModelIndex&)>& m_isOpen;
    SourceNumbers m_sources;
    TreeFigure m_figure;
};

} // namespace

TreeFigure pictureOf(const ExplanationModel& model, const ExplainedSentence& sentence,
                     const std::function<bool(const QModelIndex&)>& isOpen, FigureOptions options)
{
    TreePicture picture(model, isOpen);
    picture.addBelow({}, 0);
    TreeFigure figure = picture.take();
    const ExplainedViews views = model.views();
    QStringList said{sentence.made, sentence.hidden, lensWords(views.value.chain, views.value.lens, options)};
    said.removeAll(QString());
    ChartHead& head = figure.head;
    head.view = QStringLiteral("why");
    head.title = sentence.figure;
    head.subtitle = said.join(QStringLiteral(" · "));
    options.period = views.value.cell.period;
    head.lensJson = lensJson(head.view, views.value.lens, options);
    head.table.columns = QStringList{ExplainedWords::tr("Level"), model.headerData(0, Qt::Horizontal).toString(),
                                     model.headerData(1, Qt::Horizontal).toString()};
    head.table.isNumber = {true, false, true};
    return figure;
}

} // namespace ochain
