// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/questions.h"

#include "figures/chain_answers.h"
#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "figures/group_answers.h"
#include "figures/lens_words.h"
#include "figures/usual_group.h"

namespace ochain {

namespace {

constexpr Question kQuestions[] = {
    {"binds", true, bindingQuestion, bindingAnswer},
    {"covers", true,
     [](const Asking&) { return FigureWords::tr("Does revenue cover the commitments, and from when?"); }, coverAnswer},
    {"firm", true, [](const Asking&) { return FigureWords::tr("How much is firm?"); }, firmAnswer},
    {"changed", false, newsQuestion, newsAnswer},
    {"old", false, [](const Asking&) { return FigureWords::tr("What is old?"); }, ageAnswer},
};

Asking askingOf(const Chain& chain, const Rollups& rollups, const std::string& group, Day today,
                const Progress& progress)
{
    std::optional<Group> found = groupNamed(chain, group);
    if (!found)
        found = groupNamed(chain, usualGroup(chain, rollups));
    return {chain, rollups, found, today, progress};
}

Answers headOf(const Asking& asking)
{
    Answers answers;
    if (!asking.group)
        return answers;
    const Table table = asking.group->kind == Group::Kind::Node ? Table::Nodes : Table::Tiers;
    answers.group = asking.chain.key({table, asking.group->row});
    QStringList words{nameOf(asking.chain, *asking.group)};
    words << unusualWords(asking.rollups.lens());
    answers.of = words.join(QStringLiteral(" · "));
    return answers;
}

} // namespace

std::span<const Question> questions()
{
    return kQuestions;
}

Answers asked(const Chain& chain, const Rollups& rollups, const std::string& group)
{
    const Progress progress;
    const Asking asking = askingOf(chain, rollups, group, kNoDay, progress);
    Answers answers = headOf(asking);
    for (const Question& question : questions())
        answers.all.push_back({question.key, question.words(asking), question.isOfGroup, {}});
    return answers;
}

std::optional<Answers> answered(const Chain& chain, const Rollups& rollups, const std::string& group, Day today,
                                const Progress& progress)
{
    const Asking asking = askingOf(chain, rollups, group, today, progress);
    Answers answers = headOf(asking);
    for (const Question& question : questions()) {
        std::optional<Answer> answer = asking.isWanted() ? question.answer(asking) : std::nullopt;
        if (!answer)
            return std::nullopt;
        answers.all.push_back({question.key, question.words(asking), question.isOfGroup, std::move(answer)});
    }
    return answers;
}

} // namespace ochain
