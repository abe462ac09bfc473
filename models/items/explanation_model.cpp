// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/explanation_model.h"

#include "document/names.h"
#include "figures/figure_parts.h"
#include "formats/web_address.h"
#include "items/cells.h"
#include "items/explained_lines.h"
#include "items/roles.h"
#include "language/punctuation.h"

#include <algorithm>
#include <cmath>

namespace ochain {

struct ExplanationModel::Private {
    SharedSnapshot snapshot;
    // one of the two; the lines point into it
    std::optional<Explanation> told;
    std::optional<ToldDifference> moved;
    Day today = kNoDay;
    std::vector<ExplainedLine> lines;
    std::vector<int> top;

    [[nodiscard]] const Chain& chainOf(const ExplainedLine& line) const
    {
        return line.isEarlier ? moved->against->chain : snapshot->chain;
    }
    [[nodiscard]] const FigureCell& cell() const { return moved ? moved->cell : told->cell; }
    [[nodiscard]] std::int64_t sum() const
    {
        return moved ? moved->told.value.value - moved->told.against.value : told->figure.value;
    }
    [[nodiscard]] ExplainedViews views() const
    {
        if (moved)
            return moved->views();
        const FigureView view{snapshot->chain, snapshot->rollups.lens(), told->cell};
        return {view, view, {}, {}};
    }
    /// Lays the lines out anew.
    void lay();
    [[nodiscard]] const ExplainedLine& at(const QModelIndex& index) const
    {
        return lines[static_cast<std::size_t>(index.internalId())];
    }
    [[nodiscard]] const std::vector<int>& below(const QModelIndex& parent) const
    {
        return parent.isValid() ? at(parent).below : top;
    }
    [[nodiscard]] std::optional<std::int64_t> amountOf(const ExplainedLine& line) const;
    [[nodiscard]] QVariant amountData(const ExplainedLine& line, int role) const;
    [[nodiscard]] QString nameOfLine(const ExplainedLine& line) const;
    [[nodiscard]] QString nameOfPart(const Part& part) const;
    [[nodiscard]] QString aside(const ExplainedLine& line) const;
    [[nodiscard]] QString inFull(const ExplainedLine& line) const;
    [[nodiscard]] QVariant row(const ExplainedLine& line) const;
};

namespace {

using Line = ExplanationModel::Line;

/// Large ones whole and grouped, small ones as far as they say something.
QString numberText(double value)
{
    constexpr double kLarge = 1000;
    constexpr double kTooLarge = 1e18; // for an integer
    const bool isWhole = std::abs(value) >= kLarge && std::abs(value) < kTooLarge;
    return isWhole ? countText(std::llround(value)) : QString::number(value, 'g', 6);
}

bool isRowLine(const Part& part)
{
    return part.kind == PartKind::Deal || part.kind == PartKind::Piece || part.kind == PartKind::PartOf;
}

bool hasSameLines(const std::vector<ExplainedLine>& some, const std::vector<ExplainedLine>& others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const ExplainedLine& a, const ExplainedLine& b) { return a.key == b.key; });
}

} // namespace

std::optional<std::int64_t> ExplanationModel::Private::amountOf(const ExplainedLine& line) const
{
    if (line.kind == Line::Part)
        return line.part->amount;
    return line.kind == Line::Sum ? std::optional(sum()) : std::nullopt;
}

QVariant ExplanationModel::Private::amountData(const ExplainedLine& line, int role) const
{
    if (role == NumericRole)
        return true;
    const bool isAbsent = line.kind == Line::Undisclosed || line.kind == Line::UndisclosedDeal;
    if (role == AbsentRole)
        return isAbsent;
    const std::optional<std::int64_t> amount = amountOf(line);
    if (!amount)
        return isAbsent && role == Qt::DisplayRole ? QVariant(absentText()) : QVariant();
    const Unit unit = views().unit();
    switch (role) {
    case Qt::DisplayRole:
        return moved ? deltaText(*amount, unit) : amountText(*amount, unit);
    case Qt::ToolTipRole:
        return amountTextInFull(*amount, unit);
    case PlainRole:
        return plainText(*amount, unit);
    case SortRole:
        return QVariant::fromValue<qlonglong>(*amount);
    case UndisclosedRole:
        return line.kind == Line::Sum && told ? static_cast<int>(told->figure.undisclosed) : 0;
    default:
        return {};
    }
}

/// Of a deal of a company the other party alone: that it is of this one is said above.
QString ExplanationModel::Private::nameOfPart(const Part& part) const
{
    const FigureCell& of = part.isEarlier ? moved->cellAgainst : cell();
    const bool isOfNode = !of.deal.isSet() && of.group.kind == Group::Kind::Node;
    const ExplainedViews both = views();
    if (part.kind != PartKind::Deal || !isOfNode)
        return labelOf(both, part);
    const Chain& chain = both.chainOf(part);
    const Deal& deal = chain.deals()[part.deal];
    const bool isSupplied = isIn(chain, deal.customer, of.group);
    if (isSupplied && isIn(chain, deal.supplier, of.group))
        return labelOf(both, part);
    return closer(nameOf(chain, isSupplied ? deal.supplier : deal.customer), nameOf(chain, deal.kind));
}

QString ExplanationModel::Private::nameOfLine(const ExplainedLine& line) const
{
    switch (line.kind) {
    case Line::Part:
        return nameOfPart(*line.part);
    case Line::Input:
        return QStringLiteral("%1 = %2").arg(visibleText(line.input->series), numberText(line.input->value));
    case Line::Source: {
        const Chain& chain = chainOf(line);
        const Source& source = chain.sources()[line.source.source];
        const QString publisher = visibleText(chain.text(source.publisher));
        return source.published.isSet() ? closer(publisher, dateText(source.published)) : publisher;
    }
    case Line::Sources:
        return tr("%n sources", nullptr, static_cast<int>(line.below.size()));
    case Line::Sum:
        return moved ? tr("Difference") : tr("Sum");
    case Line::Undisclosed:
        return tr("%1 without an amount", "deals").arg(dealsWords(told->figure.undisclosed));
    case Line::UndisclosedDeal:
        break;
    }
    Part part;
    part.deal = line.deal;
    return nameOfPart(part);
}

QString ExplanationModel::Private::aside(const ExplainedLine& line) const
{
    if (line.kind == Line::Source)
        return sourceAside(line.source);
    if (line.kind == Line::Input)
        return dayText(line.input->day);
    if (line.kind != Line::Part || !isRowLine(*line.part))
        return {};
    QStringList words;
    if (line.part->basis != Basis::Reported)
        words << basisWord(line.part->basis);
    if (line.part->sides != PartSides::Both)
        words << (line.part->sides == PartSides::ValueOnly ? tr("nothing before", "of a deal")
                                                           : tr("nothing any more", "of a deal"));
    return words.join(QStringLiteral(" · "));
}

/// The whole of what is cut short or left out beside the amount.
QString ExplanationModel::Private::inFull(const ExplainedLine& line) const
{
    if (line.kind == Line::Source)
        return citationText(chainOf(line), line.source.source);
    if (line.kind == Line::Part) { // the basis has no room beside a long name
        const QString label = labelOf(views(), *line.part);
        return aside(line).isEmpty() ? label : closer(label, aside(line));
    }
    return line.deal.isSet() ? nameOf(chainOf(line), line.deal) : nameOfLine(line);
}

/// None of what only the chain compared with has: nothing here can select it.
QVariant ExplanationModel::Private::row(const ExplainedLine& line) const
{
    if (line.isEarlier)
        return {};
    if (line.kind == Line::Source)
        return toVariant({Table::Sources, line.source.source.value});
    const DealId deal = line.kind == Line::Part ? line.part->deal : line.deal;
    return deal.isSet() ? toVariant({Table::Deals, deal.value}) : QVariant();
}

ExplanationModel::ExplanationModel(QObject* parent) : QAbstractItemModel(parent), m_private(std::make_unique<Private>())
{}

ExplanationModel::~ExplanationModel() = default;

void ExplanationModel::Private::lay()
{
    static const std::vector<DealId> none;
    ExplainedLines all =
        linesOf(views(), moved ? moved->told.parts : told->parts, moved ? none : told->undisclosed, today);
    lines = std::move(all.all);
    top = std::move(all.top);
}

void ExplanationModel::show(SharedSnapshot snapshot, Explanation told, Day today)
{
    auto next = std::make_unique<Private>();
    next->snapshot = std::move(snapshot);
    next->told = std::move(told);
    next->today = today;
    take(std::move(next));
}

void ExplanationModel::show(ToldDifference told, Day today)
{
    auto next = std::make_unique<Private>();
    next->snapshot = told.value;
    next->moved = std::move(told);
    next->today = today;
    take(std::move(next));
}

void ExplanationModel::take(std::unique_ptr<Private> next)
{
    next->lay();
    if (hasSameLines(m_private->lines, next->lines)) {
        m_private = std::move(next);
        announce({}, rowRoles());
        return;
    }
    beginResetModel();
    m_private = std::move(next);
    endResetModel();
}

void ExplanationModel::clear()
{
    beginResetModel();
    m_private = std::make_unique<Private>();
    endResetModel();
}

bool ExplanationModel::isEmpty() const noexcept
{
    return !m_private->told && !m_private->moved;
}

const Explanation* ExplanationModel::shown() const noexcept
{
    return m_private->told ? &*m_private->told : nullptr;
}

const ToldDifference* ExplanationModel::moved() const noexcept
{
    return m_private->moved ? &*m_private->moved : nullptr;
}

ExplainedViews ExplanationModel::views() const
{
    return m_private->views();
}

const FigureCell& ExplanationModel::cell() const noexcept
{
    return m_private->cell();
}

ExplainedSentence ExplanationModel::sentence(Hidden hidden) const
{
    if (m_private->moved)
        return {sentenceOf(m_private->views(), m_private->moved->told), {}, {}};
    return sentenceOf(m_private->views(), *m_private->told, hidden);
}

Line ExplanationModel::lineOf(const QModelIndex& index) const
{
    return m_private->at(index).kind;
}

bool ExplanationModel::hasParts(const QModelIndex& index) const
{
    const Private& d = *m_private;
    const std::vector<int>& below = d.below(index);
    return std::any_of(below.begin(), below.end(),
                       [&d](int line) { return d.lines[static_cast<std::size_t>(line)].kind == Line::Part; });
}

QString ExplanationModel::addressOf(const QModelIndex& index) const
{
    const ExplainedLine& line = m_private->at(index);
    if (line.kind != Line::Source)
        return {};
    return QString::fromStdString(
        m_private->chainOf(line).value({Table::Sources, line.source.source.value}, source_field::Url));
}

void ExplanationModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
    announce({}, textRoles());
}

void ExplanationModel::announce(const QModelIndex& parent, const QList<int>& roles)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, kColumnCount - 1, parent), roles);
    for (int row = 0; row < rows; ++row)
        announce(index(row, 0, parent), roles);
}

QModelIndex ExplanationModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(m_private->below(parent)[static_cast<std::size_t>(row)]));
}

QModelIndex ExplanationModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const int above = m_private->at(child).above;
    if (above < 0)
        return {};
    return createIndex(m_private->lines[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int ExplanationModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(m_private->below(parent).size());
}

int ExplanationModel::columnCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : kColumnCount;
}

QVariant ExplanationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const ExplainedLine& line = d.at(index);
    switch (role) {
    case KeyRole:
        return line.key;
    case RowRefRole:
        return d.row(line);
    case BasisRole:
        return line.kind == Line::Part ? QVariant(static_cast<int>(line.part->basis)) : QVariant();
    case AssumedRole:
        return line.kind == Line::Part && line.part->basis == Basis::Assumed ? 1.0 : 0.0;
    case UrlRole: {
        const QString text = addressOf(index);
        return webAddress(text.toStdString()) ? text : QString();
    }
    default:
        break;
    }
    if (index.column() == static_cast<int>(Column::Amount))
        return d.amountData(line, role);
    if (role == Qt::DisplayRole || role == PlainRole)
        return d.nameOfLine(line);
    if (role == AsideRole)
        return d.aside(line);
    if (role == Qt::ToolTipRole)
        return d.inFull(line);
    if (role == Qt::AccessibleTextRole) // what is quiet on the screen is said too
        return d.aside(line).isEmpty() ? d.nameOfLine(line) : closer(d.nameOfLine(line), d.aside(line));
    return {};
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    const bool isAmount = section == static_cast<int>(Column::Amount);
    if (role == Qt::DisplayRole)
        return !isAmount ? tr("Made of") : m_private->moved ? tr("Difference") : tr("Amount");
    if (role == NumericRole)
        return isAmount;
    if (role != ContentRole || !isAmount || isEmpty())
        return {};
    const Unit unit = m_private->views().unit();
    return static_cast<int>(unit == Unit::Money      ? ColumnContent::Money
                            : unit == Unit::Capacity ? ColumnContent::Capacity
                                                     : ColumnContent::Count);
}

} // namespace ochain
