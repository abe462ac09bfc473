// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/formula.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <muParser.h>

namespace ochain {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isNameStart(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isSpace(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isOperator(char c) noexcept
{
    return c == '+' || c == '-' || c == '*' || c == '/' || c == '^';
}

/// What reading an expression yields: the operands, and the expression with operand number n written as "vn". Numbers
/// become variables too, so that muParser, whose reading of numbers hangs on the locale, never sees one.
struct Reading {
    std::string expression;
    std::vector<std::string> names;
    std::vector<double> numbers;
    struct Operand {
        bool isName = false;
        std::size_t index = 0; ///< into names or numbers
    };
    std::vector<Operand> operands;
};

/// Checks an expression and takes it apart, left to right: it always knows whether an operand or an operator has to
/// come.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<Reading> read()
    {
        if (m_text.size() > kMaxFormulaLength)
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP("Sentence", "the formula has {0} characters; {1} are the most, split it into series"),
                std::to_string(m_text.size()), std::to_string(kMaxFormulaLength));
        for (m_at = 0; m_at < m_text.size();) {
            if (isSpace(m_text[m_at])) {
                ++m_at;
                continue;
            }
            const std::optional<Error> error = m_wantsOperand ? readOperand() : readOperator();
            if (error)
                return tl::unexpected<Error>(*error);
        }
        if (m_wantsOperand)
            return tl::unexpected<Error>(m_reading.operands.empty() && m_open.empty() ? emptyError() : operandError());
        if (!m_open.empty())
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP("Sentence", "the “(” at character {0} of the formula is never closed; add “)”"),
                std::to_string(m_open.back() + 1));
        return std::move(m_reading);
    }

private:
    static Error make(const char* format, std::vector<std::string> args)
    {
        return Error{ErrorKind::InvalidInput, Sentence{format, std::move(args)}, {}};
    }
    static Error emptyError()
    {
        return make(
            QT_TRANSLATE_NOOP("Sentence", "the formula is empty; write dollars per year, such as users * price * 12"),
            {});
    }
    [[nodiscard]] std::string position() const { return std::to_string(m_at + 1); }
    [[nodiscard]] Error operandError() const
    {
        return make(
            QT_TRANSLATE_NOOP("Sentence", "at character {0} the formula lacks a number, a metric series or “(”"),
            {position()});
    }
    /// The whole UTF-8 character at the reading place.
    [[nodiscard]] std::string character() const
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
            ++end;
        return std::string(m_text.substr(m_at, end - m_at));
    }
    [[nodiscard]] Error strangerError() const
    {
        return make(
            QT_TRANSLATE_NOOP("Sentence",
                              "“{1}” at character {0} has no place in a formula; use numbers, metric series, + - * / ^ "
                              "and parentheses"),
            {position(), character()});
    }

    std::optional<Error> readOperand()
    {
        const char c = m_text[m_at];
        if (isDigit(c) || c == '.')
            return readNumber();
        if (isNameStart(c)) {
            readName();
            return std::nullopt;
        }
        if (c == '(')
            return openParenthesis();
        if ((c == '-' || c == '+') && !m_isSigned) {
            m_isSigned = true;
            m_reading.expression += c;
            ++m_at;
            return std::nullopt;
        }
        return isOperator(c) || c == ')' ? operandError() : strangerError();
    }

    std::optional<Error> readOperator()
    {
        const char c = m_text[m_at];
        if (c == ')') {
            if (m_open.empty())
                return make(QT_TRANSLATE_NOOP("Sentence",
                                              "the “)” at character {0} of the formula closes nothing; take it out"),
                            {position()});
            m_open.pop_back();
        } else if (isOperator(c)) {
            m_wantsOperand = true;
            m_isSigned = false;
        } else if (isDigit(c) || c == '.' || isNameStart(c) || c == '(') {
            return make(QT_TRANSLATE_NOOP("Sentence", "at character {0} the formula lacks an operator before “{1}”"),
                        {position(), character()});
        } else {
            return strangerError();
        }
        m_reading.expression += c;
        ++m_at;
        return std::nullopt;
    }

    std::optional<Error> openParenthesis()
    {
        m_open.push_back(m_at);
        if (m_open.size() > static_cast<std::size_t>(kMaxFormulaNesting))
            return make(
                QT_TRANSLATE_NOOP("Sentence",
                                  "at character {0} the formula nests more than {1} parentheses; split it into series"),
                {position(), std::to_string(kMaxFormulaNesting)});
        m_isSigned = false;
        m_reading.expression += '(';
        ++m_at;
        return std::nullopt;
    }

    std::optional<Error> readNumber()
    {
        const char* const begin = m_text.data() + m_at;
        const char* const end = m_text.data() + m_text.size();
        double number = 0;
        const auto [stop, problem] = std::from_chars(begin, end, number);
        if (problem == std::errc::result_out_of_range)
            return make(
                QT_TRANSLATE_NOOP("Sentence", "the number at character {0} of the formula is too large or too small"),
                {position()});
        if (problem != std::errc() || !std::isfinite(number))
            return make(QT_TRANSLATE_NOOP("Sentence", "at character {0} the formula has a malformed number"),
                        {position()});
        m_reading.numbers.push_back(number);
        addOperand({false, m_reading.numbers.size() - 1});
        m_at += static_cast<std::size_t>(stop - begin);
        return std::nullopt;
    }

    void readName()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && (isNameStart(m_text[end]) || isDigit(m_text[end])))
            ++end;
        const std::string_view name = m_text.substr(m_at, end - m_at);
        std::vector<std::string>& names = m_reading.names;
        const auto found = std::find(names.begin(), names.end(), name);
        const auto index = static_cast<std::size_t>(found - names.begin());
        if (found == names.end())
            names.emplace_back(name);
        addOperand({true, index});
        m_at = end;
    }

    void addOperand(Reading::Operand operand)
    {
        m_reading.expression += 'v';
        m_reading.expression += std::to_string(m_reading.operands.size());
        m_reading.operands.push_back(operand);
        m_wantsOperand = false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_wantsOperand = true;
    bool m_isSigned = false; ///< the operand to come has its sign already
    std::vector<std::size_t> m_open;
    Reading m_reading;
};

} // namespace

struct Formula::Private {
    Reading reading;
    std::vector<double> values; ///< by operand; muParser reads them here
    mu::Parser parser;
};

Result<Formula> Formula::parse(std::string_view text)
{
    Result<Reading> reading = Reader(text).read();
    if (!reading)
        return tl::unexpected<Error>(std::move(reading.error()));
    auto state = std::make_unique<Private>();
    state->reading = std::move(*reading);
    state->values.assign(state->reading.operands.size(), 1.0);
    try {
        mu::Parser& parser = state->parser;
        parser.ClearFun();
        parser.ClearConst();
        parser.EnableOptimizer(false); // it folds and reorders, which changes last digits
        for (std::size_t i = 0; i < state->values.size(); ++i)
            parser.DefineVar(fmt::format("v{}", i), &state->values[i]);
        parser.SetExpr(state->reading.expression);
        (void)parser.Eval(); // compiles it
    } catch (const mu::Parser::exception_type& problem) {
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "the formula cannot be read: {0}"),
                       problem.GetMsg());
    }
    return Formula(std::move(state));
}

Formula::Formula(std::unique_ptr<Private> state) : m_private(std::move(state))
{}
Formula::Formula(Formula&&) noexcept = default;
Formula& Formula::operator=(Formula&&) noexcept = default;
Formula::~Formula() = default;

const std::vector<std::string>& Formula::names() const noexcept
{
    return m_private->reading.names;
}

double Formula::evaluate(std::span<const double> values)
{
    const Reading& reading = m_private->reading;
    assert(values.size() == reading.names.size());
    for (std::size_t i = 0; i < reading.operands.size(); ++i) {
        const Reading::Operand operand = reading.operands[i];
        m_private->values[i] = operand.isName ? values[operand.index] : reading.numbers[operand.index];
    }
    try {
        return m_private->parser.Eval();
    } catch (const mu::Parser::exception_type&) {
        return std::nan(""); // muParser may refuse a division by zero, which is no number here
    }
}

} // namespace ochain
