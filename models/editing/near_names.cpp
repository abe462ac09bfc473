// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/near_names.h"

#include "document/names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace ochain {

namespace {

constexpr qsizetype kLongestName = 80; ///< of what is compared letter by letter

/// How many letters have to be put in, taken out or exchanged to make one of the other (Levenshtein).
qsizetype lettersBetween(const QString& a, const QString& b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j + 1 < row.size(); ++j) {
            const qsizetype exchanged = diagonal + (a[i] == b[static_cast<qsizetype>(j)] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

bool hasAsWords(const QString& name, const QString& text)
{
    const qsizetype at = name.indexOf(text);
    return at >= 0 && isEndOfWord(name, at) && isEndOfWord(name, at + text.size());
}

bool isNear(const QString& name, const QString& text)
{
    constexpr qsizetype kShort = 5;
    if (text.size() < 2)
        return false;
    if (hasAsWords(name, text))
        return true;
    const qsizetype most = text.size() < kShort ? 1 : 2;
    return text.size() <= kLongestName && name.size() <= kLongestName && std::abs(name.size() - text.size()) <= most &&
           lettersBetween(name, text) <= most;
}

int dealsOf(const Chain& chain, NodeId node)
{
    int deals = 0;
    chain.forEachSupplied(node, [&deals](DealId, const Deal&) { ++deals; });
    chain.forEachBought(node, [&deals](DealId, const Deal&) { ++deals; });
    return deals;
}

} // namespace

bool isEndOfWord(const QString& text, qsizetype at)
{
    const auto isOfWord = [](QChar letter) {
        return letter.isLetterOrNumber() && letter.script() != QChar::Script_Han;
    };
    return at == 0 || at == text.size() || !isOfWord(text[at - 1]) || !isOfWord(text[at]);
}

void forEachNodeName(const Chain& chain, const std::function<void(std::uint32_t node, const QString& name)>& take)
{
    for (const std::uint32_t row : chain.inOrder(Table::Nodes)) {
        const RowRef ref{Table::Nodes, row};
        for (const QString& name :
             {toQString(chain.key(ref)), nameIn(Language::English, chain, ref), nameIn(Language::Chinese, chain, ref)})
            if (name.size() > 1)
                take(row, name);
    }
}

std::vector<std::uint32_t> nodesNear(const Chain& chain, const QString& text)
{
    constexpr std::size_t kMost = 4;
    const QString wanted = text.trimmed().toCaseFolded();
    std::map<std::uint32_t, int> near;
    forEachNodeName(chain, [&](std::uint32_t node, const QString& name) {
        if (!near.contains(node) && isNear(name.toCaseFolded(), wanted))
            near[node] = dealsOf(chain, NodeId{node});
    });
    std::vector<std::uint32_t> nodes;
    nodes.reserve(near.size());
    for (const auto& [node, deals] : near)
        nodes.push_back(node);
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&near](std::uint32_t a, std::uint32_t b) { return near.at(a) > near.at(b); });
    nodes.resize(std::min(nodes.size(), kMost));
    return nodes;
}

} // namespace ochain
