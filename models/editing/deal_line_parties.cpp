// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/deal_line_parties.h"

#include "document/names.h"
#include "editing/near_names.h"
#include "editing/typed_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace ochain {

namespace {

bool standsAlone(const QString& text, LineSpan span)
{
    return isEndOfWord(text, span.from) && isEndOfWord(text, span.from + span.length);
}

LineSpan trimmedSpan(const QString& text, LineSpan span)
{
    const auto isEdge = [&text](qsizetype at) {
        return text[at].isSpace() || text[at] == DealLineText::kTaken ||
               QStringLiteral(",;:|，；：。").contains(text[at]);
    };
    while (span.length > 0 && isEdge(span.from)) {
        ++span.from;
        --span.length;
    }
    while (span.length > 0 && isEdge(span.from + span.length - 1))
        --span.length;
    return span;
}

Field otherEnd(Field end)
{
    return end == deal_field::Supplier ? Field{deal_field::Customer} : Field{deal_field::Supplier};
}

} // namespace

/// The names of nodes in a part of the line that is open, the longest where several overlap, in their order.
std::vector<DealLineParties::Name> DealLineParties::namesIn(LineSpan where) const
{
    const QString text = m_line.open().mid(where.from, where.length);
    std::vector<Name> all;
    forEachNodeName(m_line.chain(), [&](std::uint32_t node, const QString& name) {
        for (qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(name, at + 1, Qt::CaseInsensitive))
            if (standsAlone(text, {at, name.size()}))
                all.push_back({{where.from + at, name.size()}, {node}});
    });
    std::stable_sort(all.begin(), all.end(),
                     [](const Name& a, const Name& b) { return a.span.length > b.span.length; });
    std::vector<Name> longest;
    for (const Name& each : all) {
        const auto overlapping = std::find_if(longest.begin(), longest.end(), [&each](const Name& other) {
            return each.span.from < other.span.from + other.span.length &&
                   other.span.from < each.span.from + each.span.length;
        });
        if (overlapping == longest.end())
            longest.push_back(each);
        else if (overlapping->span == each.span && std::find(overlapping->nodes.begin(), overlapping->nodes.end(),
                                                             each.nodes.front()) == overlapping->nodes.end())
            overlapping->nodes.push_back(each.nodes.front());
    }
    std::sort(longest.begin(), longest.end(), [](const Name& a, const Name& b) { return a.span.from < b.span.from; });
    return longest;
}

void DealLineParties::take(Field end, const Name& name)
{
    if (name.nodes.size() == 1)
        m_line.read(end, name.span, addressOf(m_line.chain(), {Table::Nodes, name.nodes.front()}));
    else
        m_line.leave(name.span, notOneCalled(Table::Nodes, m_line.at(name.span), name.nodes.size()), end, name.nodes);
}

bool DealLineParties::readNames()
{
    return readArrow() || readVerb();
}

bool DealLineParties::readArrow()
{
    static const QRegularExpression arrow(QStringLiteral("→|⟶|⇒|➔|➜|➝|—>|–>|-+>|=+>|(?<back>←|⟵|⇐|<-+)"));
    const QRegularExpressionMatch match = m_line.match(arrow);
    if (!match.hasMatch() || m_line.match(arrow, match.capturedEnd()).hasMatch())
        return false;
    const bool isBack = !match.captured(QStringLiteral("back")).isEmpty();
    const Field before = isBack ? Field{deal_field::Customer} : Field{deal_field::Supplier};
    const LineSpan left = trimmedSpan(m_line.open(), {0, match.capturedStart()});
    const LineSpan right =
        trimmedSpan(m_line.open(), {match.capturedEnd(), m_line.open().size() - match.capturedEnd()});
    const std::vector<Name> leftNames = namesIn(left);
    const std::vector<Name> rightNames = namesIn(right);
    m_line.take({match.capturedStart(), match.capturedLength()});
    if (!leftNames.empty() && leftNames.back().span.from + leftNames.back().span.length == left.from + left.length)
        take(before, leftNames.back());
    else
        m_unknown[before] = left;
    if (!rightNames.empty() && rightNames.front().span.from == right.from)
        take(otherEnd(before), rightNames.front());
    else
        m_unknown[otherEnd(before)] = right;
    return true;
}

bool DealLineParties::readVerb()
{
    static const QRegularExpression forth(
        QStringLiteral(
            "^\\s*(?:(?:will|has agreed to|agreed to|agrees to|is to)\\s+)?(?:to|supply|supplies|supplying|supplied|sells?(?: \\w+)? to|"
            "sold to|provides?|leases to|rents to|lends to|invests in|向|给|供应|出售给|租给|贷给|投资)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression back(
        QStringLiteral("^\\s*(?:buys from|bought from|rents from|leases from|orders from|购自|从)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression boughtBehind(QStringLiteral("^\\s*(?:(?<verb>采购|购买|订购)|租用)"));
    const std::vector<Name> names = namesIn({0, m_line.open().size()});
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const LineSpan& one = names[i].span;
        const LineSpan& other = names[i + 1].span;
        const QString between = m_line.open().mid(one.from + one.length, other.from - one.from - one.length);
        const bool isForth = forth.match(between).hasMatch();
        if (!isForth && !back.match(between).hasMatch())
            continue;
        const qsizetype end = other.from + other.length;
        const QRegularExpressionMatch bought = boughtBehind.match(m_line.open().mid(end));
        const bool isBought = bought.hasMatch();
        const Field first = isForth && !isBought ? Field{deal_field::Supplier} : Field{deal_field::Customer};
        m_line.take({one.from + one.length, between.size()});
        m_line.take({end, bought.capturedLength(u"verb")}); // to rent is a kind of deal too
        take(first, names[i]);
        take(otherEnd(first), names[i + 1]);
        return true;
    }
    return false;
}

void DealLineParties::leaveUnknown()
{
    for (const auto& [end, where] : m_unknown) {
        const QString text = m_line.open().mid(where.from, where.length);
        const bool isLeft = m_unknown.size() == 2 ? where.from == std::min(m_unknown.begin()->second.from,
                                                                           m_unknown.rbegin()->second.from)
                                                  : !text.contains(DealLineText::kTaken);
        const qsizetype cut = isLeft ? text.lastIndexOf(DealLineText::kTaken) : text.indexOf(DealLineText::kTaken);
        LineSpan span = where;
        if (cut >= 0)
            span = isLeft ? LineSpan{where.from + cut + 1, where.length - cut - 1} : LineSpan{where.from, cut};
        span = trimmedSpan(m_line.open(), span);
        if (span.length == 0)
            continue;
        const QString name = m_line.at(span);
        m_line.leave(span, notOneCalled(Table::Nodes, name, 0), end, nodesNear(m_line.chain(), name));
    }
}

} // namespace ochain
