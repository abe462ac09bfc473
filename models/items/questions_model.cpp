// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/questions_model.h"

#include "items/cells.h"

#include <utility>

namespace ochain {

QuestionsModel::QuestionsModel(const Document& document, QObject* parent)
    : RowListModel(parent), m_document(document), m_work(document)
{
    constexpr int kPauseMs = 100;
    m_again.setSingleShot(true);
    m_again.setInterval(kPauseMs);
    connect(&m_again, &QTimer::timeout, this, &QuestionsModel::ask);
    connect(&document, &Document::changed, this, &QuestionsModel::outdate);
    connect(&document, &Document::viewedChanged, this, &QuestionsModel::outdate);
    connect(&document, &Document::lensChanged, this, [this](const ViewLens& before) {
        if (!before.hasFiguresOf(m_document.lens())) // no answer is of the period looked at
            outdate();
    });
    connect(&document, &Document::selectionChanged, this, &QuestionsModel::followSelection);
    followSelection();
    const Answers unanswered = askedNow();
    m_group = unanswered.group; // and of no other, if another lens would have another be the usual one
    m_rows = rowsOf(unanswered);
}

QuestionsModel::~QuestionsModel() = default;

Answers QuestionsModel::askedNow() const
{
    return asked(m_document.viewed().chain, m_document.viewed().rollups, m_group);
}

std::vector<QuestionsModel::Row> QuestionsModel::rowsOf(const Answers& answers)
{
    std::vector<Row> rows;
    const auto add = [&](bool isOfGroup, const QString& heading) {
        const QString key = isOfGroup ? QStringLiteral("heading:group") : QStringLiteral("heading:chain");
        rows.push_back({key, heading, {}, true});
        for (const Answered& each : answers.all)
            if (each.isOfGroup == isOfGroup)
                rows.push_back({QString::fromStdString(each.key), each.question, each.answer, false});
    };
    add(true, answers.of.isEmpty() ? tr("A company") : answers.of);
    add(false, tr("The whole chain"));
    return rows;
}

void QuestionsModel::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    outdate();
}

void QuestionsModel::outdate()
{
    if (m_hasBegun)
        m_again.start();
}

/// A group stays the one asked about until another is selected, as in the views of one group.
void QuestionsModel::followSelection()
{
    const std::optional<RowRef> row = m_document.selection().row;
    if (!row || !m_document.chain().isAlive(*row) || !Group::of(*row))
        return;
    const std::string key(m_document.chain().key(*row));
    if (key == m_group)
        return;
    m_group = key;
    outdate();
}

/// The one place where answers are worked out: not on this thread, and again if the document has changed meanwhile.
void QuestionsModel::ask()
{
    const auto work = [group = m_group, day = today()](const Snapshot& now, const Progress& progress) {
        return ochain::answered(now.chain, now.rollups, group, day, progress);
    };
    m_work.start(work, [this](const Answers& answers) {
        show(rowsOf(answers));
        emit answered();
    });
}

void QuestionsModel::show(std::vector<Row> rows)
{
    const auto textOf = [](const Row& row) { return row.answer ? row.answer->text + row.answer->note : QString(); };
    leadOver(
        m_rows, std::move(rows), announcer(), [](const Row& row) { return row.key; },
        [&](const Row& was, const Row& is) { return was.text != is.text || textOf(was) != textOf(is); },
        [this](int first, int last) {
            announceRows(
                first, last,
                {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole, AnswerRole});
        });
}

void QuestionsModel::retranslate()
{
    show(rowsOf(askedNow()));
    outdate();
}

const Place* QuestionsModel::placeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool leads = row.answer && (row.answer->place.chart || row.answer->place.table);
    return leads ? &row.answer->place : nullptr;
}

int QuestionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QuestionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString answer = row.answer ? row.answer->text : QString();
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.isHeading ? row.text : tr("%1 %2", "question, answer").arg(row.text, answer);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return row.answer ? row.answer->note : QString();
    case AnswerRole:
        return answer;
    case HeadingRole:
        return row.isHeading;
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

Qt::ItemFlags QuestionsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace ochain
