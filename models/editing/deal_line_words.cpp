// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/deal_line_words.h"

#include "document/names.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

/// Words that people use for a key, as a pattern.
using UsualWords = std::pair<const char*, const char*>;

constexpr std::array kKindWords{
    UsualWords{"power", "electricity|ppa|电力|供电"},
    UsualWords{"land", "土地"},
    UsualWords{"construction", "建设工程|施工"},
    UsualWords{"lease", "leases?|rents?|租赁|租用"},
    UsualWords{"hardware", "chips?|gpus?|servers?|accelerators?|芯片|服务器|加速器|硬件"},
    UsualWords{"foundry", "wafers?|代工"},
    UsualWords{"memory", "hbm|dram|内存|存储"},
    UsualWords{"cloud", "cloud|compute|computing|云服务|云计算|算力"},
    UsualWords{"licence", "licen[cs]es?|licensing|授权"},
    UsualWords{"subscription", "subscriptions?|订阅"},
    UsualWords{"advertising", "advertisements?|ads|广告"},
    UsualWords{"equity", "stake|investment|股权|股份|投资|入股"},
    UsualWords{"debt", "loans?|bonds?|贷款|借款|债券|债务"},
    UsualWords{"warrant", "warrants?|认股权证"},
    UsualWords{"guarantee", "guarantees?|backstops?|担保"},
};
constexpr std::array kStatusWords{
    UsualWords{"rumoured", "rumou?red|reportedly|传闻|据传"},
    UsualWords{"announced", "announces|宣布|公布"},
    UsualWords{"signed", "signs|签署|签约|签订"},
    UsualWords{"building", "under construction|在建|建设中"},
    UsualWords{"operating", "operational|in operation|运营中|已投运"},
    UsualWords{"completed", "closed|已完成"},
    UsualWords{"cancelled", "cancell?ed|terminated|已?取消"},
    UsualWords{"paused", "paused|on hold|暂停"},
};
constexpr std::array kCommitmentWords{
    UsualWords{"firm", "firm commitment|legally binding|有约束力"},
    UsualWords{"conditional", "conditional|附条件"},
    UsualWords{"ceiling", "letter of intent|loi|意向书"},
};

template <std::size_t size>
QString usualWords(const std::array<UsualWords, size>& all, std::string_view key)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [key](const UsualWords& each) { return each.first == key; });
    return found == all.end() ? QString() : QString::fromUtf8(found->second);
}

/// A pattern for whole words; Chinese has no ends of words.
QRegularExpression wholeWords(const QString& words)
{
    return QRegularExpression(QStringLiteral("(?<![a-z0-9_-])(?:%1)(?![a-z0-9_])").arg(words),
                              QRegularExpression::CaseInsensitiveOption);
}

/// A word of the line and the key that it stands for.
struct NamedWord {
    LineSpan span;
    QString key;
};

void findAll(const DealLineText& line, const QString& key, const QString& words, std::vector<NamedWord>& found)
{
    const QRegularExpression shape = wholeWords(words);
    for (QRegularExpressionMatch match = line.match(shape); match.hasMatch();
         match = line.match(shape, match.capturedEnd()))
        found.push_back({{match.capturedStart(), match.capturedLength()}, key});
}

/// The longest word wins where two stand at one place.
void readLongest(DealLineText& line, Field field, std::vector<NamedWord>& found)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const NamedWord& a, const NamedWord& b) { return a.span.length > b.span.length; });
    for (const NamedWord& each : found)
        if (!QStringView(line.open()).mid(each.span.from, each.span.length).contains(DealLineText::kTaken))
            line.read(field, each.span, each.key);
}

template <std::size_t size>
void readRows(DealLineText& line, Field field, Table table, const std::array<UsualWords, size>& usual)
{
    std::vector<NamedWord> found;
    for (const std::uint32_t row : line.chain().inOrder(table)) {
        const RowRef ref{table, row};
        const std::string_view key = line.chain().key(ref);
        QStringList words;
        for (const QString& name : {toQString(key), nameIn(Language::English, line.chain(), ref),
                                    nameIn(Language::Chinese, line.chain(), ref)})
            words << QRegularExpression::escape(name);
        if (const QString more = usualWords(usual, key); !more.isEmpty())
            words << more;
        findAll(line, toQString(key), words.join(QLatin1Char('|')), found);
    }
    readLongest(line, field, found);
}

} // namespace

void readWordsOf(DealLineText& line)
{
    readRows(line, deal_field::Kind, Table::DealKinds, kKindWords);
    readRows(line, deal_field::Status, Table::Statuses, kStatusWords);
    std::vector<NamedWord> found;
    for (const UsualWords& each : kCommitmentWords)
        findAll(line, QString::fromLatin1(each.first), QString::fromUtf8(each.second), found);
    readLongest(line, deal_field::Commitment, found);
}

} // namespace ochain
