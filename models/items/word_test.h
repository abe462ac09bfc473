// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace ochain {

/// Whether a text has a word in it, or is it as a whole, whatever the case. Texts of the chain are looked through as
/// they are, unless the word has letters whose case is not ASCII's.
class WordTest {
public:
    WordTest(const QString& word, bool isWhole);

    [[nodiscard]] bool operator()(std::string_view utf8) const;
    [[nodiscard]] bool operator()(const QString& text) const;

private:
    QString m_word;
    std::string m_lower;
    bool m_isWhole;
    bool m_isBytewise; ///< no letter of it needs Unicode to change its case
};

} // namespace ochain
