// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/deal_line.h"

#include <QString>

#include <vector>

class QRegularExpression;
class QRegularExpressionMatch;

namespace ochain {

/// A part of a line.
struct LineSpan {
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const LineSpan&) const = default;
};

/// A line of which readers take what they know; what is taken nobody reads again. Several readings of a field are put
/// side by side, and stand only if all say the same.
class DealLineText {
public:
    DealLineText(const Chain& chain, QString line);

    [[nodiscard]] const Chain& chain() const noexcept { return m_chain; }
    /// The line with a sign for each that is taken.
    [[nodiscard]] const QString& open() const noexcept { return m_open; }
    static constexpr QChar kTaken{0xFFFC};
    [[nodiscard]] QString at(LineSpan span) const { return m_line.mid(span.from, span.length); }
    /// The next match of a pattern in what is open. @param from  where to begin
    [[nodiscard]] QRegularExpressionMatch match(const QRegularExpression& pattern, qsizetype from = 0) const;

    void take(LineSpan span);
    /// Takes a part as what is typed into a field. What the field refuses is left over with the reason.
    void read(Field field, LineSpan span, const QString& typed);
    void leave(LineSpan span, std::optional<Sentence> why, Field field = 0,
               const std::vector<std::uint32_t>& nodes = {});

    /// What the line says, once all have read it.
    [[nodiscard]] DealLine result(bool hasArrow, const QString& address);

private:
    struct Found {
        LineSpan span;
        DealLinePart part;
    };
    struct Left {
        LineSpan span;
        DealLineRest rest;
    };
    void settle(Field field, DealLine& line);
    void leaveWhatIsOpen();
    [[nodiscard]] std::string beside(Field field) const;

    const Chain& m_chain;
    QString m_line;
    QString m_open;
    std::vector<Found> m_found;
    std::vector<Left> m_left;
};

} // namespace ochain
