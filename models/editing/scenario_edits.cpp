// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/scenario_edits.h"

#include "chain/edit_builder.h"
#include "chain/field_reader.h"
#include "document/names.h"
#include "editing/row_draft.h"
#include "editing/table_edits.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "language/language.h"
#include "scenarios/scenario_orders.h"

#include <optional>
#include <string>
#include <utility>

namespace ochain {

namespace {

Field scenarioNameField()
{
    return language() == Language::Chinese ? scenario_field::NameZh : scenario_field::NameEn;
}

std::string keyOfScenario(const Chain& chain, ScenarioId scenario)
{
    return std::string(chain.key({Table::Scenarios, scenario.value}));
}

tl::expected<Edit, Problem> ordered(EditBuilder builder, std::optional<Problem> problem, std::string why = {})
{
    if (problem)
        return tl::unexpected(std::move(*problem));
    return std::move(builder).build({}, std::move(why));
}

std::optional<Problem> describe(EditBuilder& builder, const std::string& key, const QString& name, const QString& note)
{
    if (auto problem = builder.set(Table::Scenarios, key, scenarioNameField(), name.toStdString()))
        return problem;
    return builder.set(Table::Scenarios, key, scenario_field::NoteEn, note.toStdString());
}

} // namespace

tl::expected<Edit, Problem> scenarioKept(const Chain& chain, const QString& name, const QString& note,
                                         const Overrides& overrides)
{
    EditBuilder builder(chain);
    const std::string key = freeKey(chain, Table::Scenarios, keyFrom(name, "scenario"));
    std::optional<Problem> problem = builder.add(Table::Scenarios, key);
    if (!problem)
        problem = describe(builder, key, name, note);
    if (!problem)
        problem = orderOverrides(builder, chain, key, overrides);
    return ordered(std::move(builder), std::move(problem), "Keep scenario " + name.toStdString());
}

tl::expected<Edit, Problem> scenarioDescribed(const Chain& chain, ScenarioId scenario, const QString& name,
                                              const QString& note)
{
    EditBuilder builder(chain);
    std::optional<Problem> problem = describe(builder, keyOfScenario(chain, scenario), name, note);
    return ordered(std::move(builder), std::move(problem));
}

tl::expected<Edit, Problem> scenarioChanged(const Chain& chain, ScenarioId scenario, const Overrides& overrides)
{
    EditBuilder builder(chain);
    std::optional<Problem> problem = orderOverrides(builder, chain, keyOfScenario(chain, scenario), overrides);
    const QString name = nameIn(Language::English, chain, RowRef{Table::Scenarios, scenario.value});
    return ordered(std::move(builder), std::move(problem), "Change scenario " + name.toStdString());
}

tl::expected<Edit, Problem> scenarioErased(const Chain& chain, ScenarioId scenario)
{
    EditBuilder builder(chain);
    std::optional<Problem> problem = builder.erase(Table::Scenarios, keyOfScenario(chain, scenario));
    const QString name = nameIn(Language::English, chain, RowRef{Table::Scenarios, scenario.value});
    return ordered(std::move(builder), std::move(problem), "Erase scenario " + name.toStdString());
}

tl::expected<Edit, Problem> madeSo(const Chain& chain, ScenarioId scenario, const Overrides& overrides)
{
    EditBuilder builder(chain);
    std::optional<Problem> problem = orderMakingSo(builder, chain, overrides);
    const QString name = nameIn(Language::English, chain, RowRef{Table::Scenarios, scenario.value});
    return ordered(std::move(builder), std::move(problem),
                   name.isEmpty() ? "Make it so" : "Make it so: " + name.toStdString());
}

namespace {

/// What the scenario overrides, and what an edit of it sets as well.
tl::expected<Overrides, Problem> withEdit(const Document& document, const Edit& edit)
{
    Overrides overrides = document.overrides();
    for (const RowChange& change : edit.changes) {
        const RowRef row{change.table, document.chain().find(change.table, change.key)};
        if (change.op != Op::Update || row.row == kNoRow)
            return tl::unexpected(
                problemAt(Rule::UnknownRow, change.table, change.key, std::nullopt,
                          QT_TRANSLATE_NOOP("Sentence", "a scenario adds no rows and takes none away; end editing it "
                                                        "first, or give a deal the status cancelled")));
        for (const FieldChange& field : change.fields)
            putOverride(overrides, {row, field.field, field.after});
    }
    return overrides;
}

tl::expected<void, Document::Refused> applyOverrides(Document& document, const Overrides& overrides)
{
    if (Problems problems = whatRefuses(document.chain(), overrides); !problems.empty())
        return tl::unexpected(Document::Refused{std::move(problems), {}});
    const auto edit = scenarioChanged(document.chain(), document.lens().scenario, overrides);
    if (!edit)
        return tl::unexpected(Document::Refused{{edit.error()}, {}});
    return document.apply(*edit);
}

} // namespace

std::optional<QString> changeScenario(Document& document, const Overrides& overrides)
{
    const auto applied = applyOverrides(document, overrides);
    return applied ? std::nullopt : std::optional(refusedText(applied.error()));
}

const Chain& editedChain(const Document& document) noexcept
{
    return document.isEditingScenario() ? document.viewed().chain : document.chain();
}

Problems problemsInScenario(const Document& document, const Edit& edit)
{
    const auto overrides = withEdit(document, edit);
    return overrides ? whatRefuses(document.chain(), *overrides) : Problems{overrides.error()};
}

tl::expected<void, Document::Refused> applyToScenario(Document& document, const Edit& edit)
{
    const auto overrides = withEdit(document, edit);
    if (!overrides)
        return tl::unexpected(Document::Refused{{overrides.error()}, {}});
    return applyOverrides(document, *overrides);
}

std::optional<QString> overrideTyped(Document& document, RowRef row, Field field, const QString& text)
{
    const Chain& chain = editedChain(document);
    const ReadResult reading = readTyped(chain, row.table, field, text, besideIn(chain, row));
    if (!reading)
        return sentenceText(reading.error());
    Overrides overrides = document.overrides();
    putOverride(overrides, {row, field, reading->canonical});
    for (const FilledField& filled : reading->also)
        putOverride(overrides, {row, filled.field, filled.canonical});
    return changeScenario(document, overrides);
}

std::optional<QString> giveBack(Document& document, RowRef row, Field field)
{
    Overrides overrides = document.overrides();
    dropOverride(overrides, row, field);
    return changeScenario(document, overrides);
}

QString nameOfCopy(const Chain& chain, ScenarioId scenario)
{
    const QString name = nameIn(language(), chain, RowRef{Table::Scenarios, scenario.value});
    QString copy;
    for (int number = 2; copy.isEmpty() || !rowsCalled(chain, Table::Scenarios, copy).empty(); ++number)
        copy = name + QLatin1Char(' ') + QString::number(number);
    return copy;
}

} // namespace ochain
