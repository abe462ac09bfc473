// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/word_test.h"

#include "document/names.h"
#include "items/cells.h"

#include <algorithm>

namespace ochain {

namespace {

bool hasOnlyAsciiCase(const QString& word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar letter) {
        return letter.unicode() < 128 || (!letter.isSurrogate() && letter.toUpper() == letter.toLower());
    });
}

} // namespace

WordTest::WordTest(const QString& word, bool isWhole)
    : m_word(word), m_lower(word.toLower().toStdString()), m_isWhole(isWhole), m_isBytewise(hasOnlyAsciiCase(word))
{}

bool WordTest::operator()(std::string_view utf8) const
{
    if (!m_isBytewise)
        return (*this)(toQString(utf8));
    return (!m_isWhole || utf8.size() == m_lower.size()) && containsWord(utf8, m_lower);
}

bool WordTest::operator()(const QString& text) const
{
    return m_isWhole ? text.compare(m_word, Qt::CaseInsensitive) == 0 : text.contains(m_word, Qt::CaseInsensitive);
}

} // namespace ochain
