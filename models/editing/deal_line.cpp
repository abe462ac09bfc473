// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/deal_line.h"

#include "editing/deal_line_figures.h"
#include "editing/deal_line_parties.h"
#include "editing/deal_line_text.h"
#include "editing/deal_line_words.h"
#include "formats/web_address.h"

#include <QRegularExpression>

#include <algorithm>

namespace ochain {

namespace {

constexpr qsizetype kLongestLine = 2000; ///< a text that is longer is no line about a deal

/// The one address in a line; what is no address that can be opened, or a second one, is left over.
QString readAddress(DealLineText& line)
{
    static const QRegularExpression shape(QStringLiteral("https?://[^\\s\\x{FFFC}<>\"，。；）]+(?<![.,;:)\\]])"),
                                          QRegularExpression::CaseInsensitiveOption);
    QString address;
    for (QRegularExpressionMatch match = line.match(shape); match.hasMatch(); match = line.match(shape)) {
        const LineSpan span{match.capturedStart(), match.capturedLength()};
        const auto url = webAddress(match.captured().toStdString());
        if (!url)
            line.leave(span, url.error());
        else if (!address.isEmpty())
            line.leave(span, std::nullopt);
        else {
            address = match.captured();
            line.take(span);
        }
    }
    return address;
}

} // namespace

const DealLinePart* DealLine::part(Field field) const
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [field](const DealLinePart& each) { return each.field == field; });
    return found == parts.end() ? nullptr : &*found;
}

DealLine readDealLine(const Chain& chain, const QString& line)
{
    if (line.size() > kLongestLine)
        return {};
    DealLineText text(chain, line.simplified());
    const QString address = readAddress(text);
    DealLineParties parties(text);
    const bool hasArrow = parties.readNames();
    readDatesOf(text);
    readAmountsOf(text);
    readWordsOf(text);
    parties.leaveUnknown();
    return text.result(hasArrow, address);
}

} // namespace ochain
