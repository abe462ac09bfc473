// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/deal_line_text.h"

#include "editing/field_names.h"
#include "editing/typed_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace ochain {

namespace {

/// What joins the words of a line and says nothing by itself.
const QRegularExpression& joiningWords()
{
    static const QRegularExpression words(
        QStringLiteral(
            "^(?:[\\s,;:.|()\\[\\]·，；：。、（）—–-]+|(?:for|of|with|worth|in|a|an|the|deal|contract|agreement|and|at|"
            "on|to|by|will|supply|supplies|is|its|capacity|value|services?)(?![a-z])|的|价值|总额|合同|协议|交易|金额|容量|"
            "期限|为|达成|服务|供应|提供|与|和)+"),
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

} // namespace

DealLineText::DealLineText(const Chain& chain, QString line) : m_chain(chain), m_line(std::move(line)), m_open(m_line)
{}

QRegularExpressionMatch DealLineText::match(const QRegularExpression& pattern, qsizetype from) const
{
    return pattern.match(m_open, from);
}

void DealLineText::take(LineSpan span)
{
    for (qsizetype i = span.from; i < span.from + span.length; ++i)
        m_open[i] = kTaken;
}

std::string DealLineText::beside(Field field) const
{
    const auto found =
        std::find_if(m_found.begin(), m_found.end(), [field](const Found& each) { return each.part.field == field; });
    return found == m_found.end() ? std::string() : found->part.reading.canonical;
}

void DealLineText::read(Field field, LineSpan span, const QString& typed)
{
    ReadResult reading = readTyped(m_chain, Table::Deals, field, typed, [this](Field other) { return beside(other); });
    if (reading && !reading->canonical.empty()) {
        m_found.push_back({span, {field, at(span), typed, std::move(*reading)}});
        take(span);
    } else
        leave(span, reading ? std::nullopt : std::optional(std::move(reading.error())));
}

void DealLineText::leave(LineSpan span, std::optional<Sentence> why, Field field,
                         const std::vector<std::uint32_t>& nodes)
{
    DealLineRest rest{at(span), std::move(why), field};
    for (const std::uint32_t node : nodes)
        rest.offers.emplace_back(m_chain.key({Table::Nodes, node}));
    m_left.push_back({span, std::move(rest)});
    take(span);
}

/// One reading of a field, or several that say the same, is the field's; of several that differ none is.
void DealLineText::settle(Field field, DealLine& line)
{
    std::vector<const Found*> all;
    for (const Found& found : m_found)
        if (found.part.field == field)
            all.push_back(&found);
    std::sort(all.begin(), all.end(), [](const Found* a, const Found* b) { return a->span.from < b->span.from; });
    const auto differs = [&](const Found* found) {
        return found->part.reading.canonical != all.front()->part.reading.canonical;
    };
    const auto other = std::find_if(all.begin(), all.end(), differs);
    if (all.empty())
        return;
    if (other == all.end()) {
        line.parts.push_back(all.front()->part);
        return;
    }
    const std::string one = all.front()->part.text.toStdString();
    const std::string another = (*other)->part.text.toStdString();
    for (const Found* found : all)
        m_left.push_back({found->span,
                          {found->part.text,
                           Sentence{QT_TRANSLATE_NOOP("Sentence", "“{0}” and “{1}” both say the same field, {2}"),
                                    {one, another, fieldLabel(Table::Deals, field).toStdString()}},
                           field}});
}

/// What nobody has read, without the words that only join.
void DealLineText::leaveWhatIsOpen()
{
    for (qsizetype from = 0; from < m_open.size();) {
        const qsizetype end = m_open.indexOf(kTaken, from) < 0 ? m_open.size() : m_open.indexOf(kTaken, from);
        const QString piece = m_open.mid(from, end - from);
        const qsizetype joined = joiningWords().match(piece).capturedLength();
        LineSpan span{from + joined, piece.size() - joined};
        while (span.length > 0 && !m_open[span.from + span.length - 1].isLetterOrNumber() &&
               m_open[span.from + span.length - 1] != QLatin1Char('%'))
            --span.length;
        if (span.length > 0)
            m_left.push_back({span, {at(span), std::nullopt}});
        from = end + 1;
    }
}

DealLine DealLineText::result(bool hasArrow, const QString& address)
{
    DealLine line;
    line.hasArrow = hasArrow;
    line.address = address;
    for (Field field = 0; field < tableSpec(Table::Deals).fieldCount(); ++field)
        settle(field, line);
    leaveWhatIsOpen();
    std::sort(m_left.begin(), m_left.end(), [](const Left& a, const Left& b) { return a.span.from < b.span.from; });
    for (Left& left : m_left)
        line.rest.push_back(std::move(left.rest));
    return line;
}

} // namespace ochain
