// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/naive_formula.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

namespace ochain::naive {
namespace {

class Parser {
public:
    using Named = std::function<std::optional<double>(const std::string&)>;

    Parser(std::string text, Named named) : m_text(std::move(text)), m_named(std::move(named)) {}

    std::optional<double> all()
    {
        const double result = sum();
        skipSpaces();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return result;
    }

private:
    double sum()
    {
        double left = product();
        while (!m_failed) {
            if (take('+'))
                left = left + product();
            else if (take('-'))
                left = left - product();
            else
                break;
        }
        return left;
    }

    double product()
    {
        double left = sign();
        while (!m_failed) {
            if (take('*'))
                left = left * sign();
            else if (take('/'))
                left = left / sign();
            else
                break;
        }
        return left;
    }

    double sign()
    {
        if (take('-'))
            return -sign();
        if (take('+'))
            return sign();
        return power();
    }

    double power()
    {
        const double base = atom();
        if (!m_failed && take('^'))
            return std::pow(base, sign());
        return base;
    }

    double atom()
    {
        if (take('(')) {
            const double inner = sum();
            m_failed = m_failed || !take(')');
            return inner;
        }
        if (m_at < m_text.size() &&
            (std::isdigit(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '.'))
            return number();
        return name();
    }

    double number()
    {
        double value = 0;
        const char* const end = m_text.data() + m_text.size();
        const auto [stop, error] = std::from_chars(m_text.data() + m_at, end, value);
        m_failed = m_failed || error != std::errc{};
        m_at = static_cast<std::size_t>(stop - m_text.data());
        return value;
    }

    double name()
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() &&
               (std::isalnum(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '_'))
            ++m_at;
        const std::optional<double> value = m_at > from ? m_named(m_text.substr(from, m_at - from)) : std::nullopt;
        m_failed = m_failed || !value;
        return value.value_or(0);
    }

    bool take(char wanted)
    {
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        skipSpaces();
        return true;
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }

    std::string m_text;
    Named m_named;
    std::size_t m_at = 0;
    bool m_failed = false;
};

} // namespace

std::optional<double> valueOn(const Series& series, std::int64_t day)
{
    if (series.empty())
        return std::nullopt;
    if (day <= series.begin()->first)
        return series.begin()->second;
    if (day >= series.rbegin()->first)
        return series.rbegin()->second;
    if (series.contains(day))
        return series.at(day);
    const auto after = series.upper_bound(day);
    const auto before = std::prev(after);
    const double x0 = before->second;
    const double x1 = after->second;
    return x0 +
           (x1 - x0) * static_cast<double>(day - before->first) / static_cast<double>(after->first - before->first);
}

std::optional<double> evaluate(const std::string& formula,
                               const std::function<std::optional<double>(const std::string&)>& named)
{
    return Parser(formula, named).all();
}

std::set<std::string> namesIn(const std::string& formula)
{
    std::set<std::string> names;
    const auto result = evaluate(formula, [&names](const std::string& name) {
        names.insert(name);
        return 1.0;
    });
    return result ? names : std::set<std::string>{};
}

bool isFormula(const std::string& text)
{
    return evaluate(text, [](const std::string&) { return 1.0; }).has_value();
}

std::optional<double> decimal(const std::string& text)
{
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool isDecimal(const std::string& text)
{
    return decimal(text).has_value();
}

} // namespace ochain::naive
