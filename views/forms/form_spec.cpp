// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/form_spec.h"

#include "widgets/row_picker.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace ochain {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ochain::RowForm", text);
}

/// Placeholders of single fields; the others have one by their type.
const char* ownPlaceholder(Table table, Field field)
{
    static const std::map<std::pair<Table, Field>, const char*> texts{
        {{Table::Deals, deal_field::Formula}, QT_TRANSLATE_NOOP("ochain::RowForm", "dollars a year, of metric series")},
        {{Table::Deals, deal_field::EquityPct}, QT_TRANSLATE_NOOP("ochain::RowForm", "none")},
        {{Table::Deals, deal_field::PartOf}, QT_TRANSLATE_NOOP("ochain::RowForm", "of no larger deal")},
        {{Table::Nodes, node_field::Kind}, QT_TRANSLATE_NOOP("ochain::RowForm", "company, site, chip …")},
        {{Table::Nodes, node_field::Parent}, QT_TRANSLATE_NOOP("ochain::RowForm", "in nothing larger")},
        {{Table::Nodes, node_field::Country}, QT_TRANSLATE_NOOP("ochain::RowForm", "two letters, as US")},
        {{Table::Nodes, node_field::Lat}, QT_TRANSLATE_NOOP("ochain::RowForm", "degrees north")},
        {{Table::Nodes, node_field::Lon}, QT_TRANSLATE_NOOP("ochain::RowForm", "degrees east")},
        {{Table::Tiers, tier_field::Parent}, QT_TRANSLATE_NOOP("ochain::RowForm", "a stream of its own")},
        {{Table::Metrics, metric_field::Series}, QT_TRANSLATE_NOOP("ochain::RowForm", "as formulas name it")},
        {{Table::Metrics, metric_field::Unit}, QT_TRANSLATE_NOOP("ochain::RowForm", "USD, percent, people …")},
        {{Table::Metrics, metric_field::Known}, QT_TRANSLATE_NOOP("ochain::RowForm", "on that day")},
        {{Table::Metrics, metric_field::Value}, QT_TRANSLATE_NOOP("ochain::RowForm", "$10B, 4 %, 800M")},
        {{Table::Metrics, metric_field::Low}, QT_TRANSLATE_NOOP("ochain::RowForm", "unknown")},
        {{Table::Metrics, metric_field::High}, QT_TRANSLATE_NOOP("ochain::RowForm", "unknown")},
        {{Table::Events, event_field::Kind}, QT_TRANSLATE_NOOP("ochain::RowForm", "deal, launch, report …")},
        {{Table::Events, event_field::Nodes}, QT_TRANSLATE_NOOP("ochain::RowForm", "add by typing a name")},
        {{Table::Sources, source_field::Url}, "https://…"},
    };
    const auto found = texts.find({table, field});
    return found == texts.end() ? nullptr : found->second;
}

const char* placeholderOfType(const FieldSpec& field)
{
    switch (field.type) {
    case FieldType::Date:
        return QT_TRANSLATE_NOOP("ochain::RowForm", "unknown");
    case FieldType::Usd:
    case FieldType::Megawatts:
        return QT_TRANSLATE_NOOP("ochain::RowForm", "undisclosed");
    case FieldType::Reference:
        return isPicked(field) ? QT_TRANSLATE_NOOP("ochain::RowForm", "type a name")
                               : QT_TRANSLATE_NOOP("ochain::RowForm", "choose");
    default:
        return "";
    }
}

} // namespace

const std::vector<FormSpec>& allForms()
{
    static const std::vector<FormSpec> forms{
        {Table::Deals,
         {deal_field::Supplier, deal_field::Customer, deal_field::Kind, deal_field::Status, deal_field::CapacityMw,
          deal_field::ValueUsd, deal_field::Announced, deal_field::Starts, deal_field::Ends, deal_field::PartOf,
          deal_field::Formula, deal_field::EquityPct, deal_field::Profile, deal_field::Commitment, deal_field::Boundary,
          deal_field::Basis, deal_field::NoteEn},
         true},
        {Table::Nodes,
         {node_field::NameEn, node_field::NameZh, node_field::Tier, node_field::Kind, node_field::Parent,
          node_field::Country, node_field::Lat, node_field::Lon, node_field::NoteEn},
         true},
        {Table::Metrics,
         {metric_field::Node, metric_field::Series, metric_field::Unit, metric_field::AsOf, metric_field::Value,
          metric_field::Low, metric_field::High, metric_field::Known, metric_field::Basis, metric_field::NameEn,
          metric_field::NameZh, metric_field::NoteEn},
         true},
        {Table::Events,
         {event_field::Date, event_field::Kind, event_field::TitleEn, event_field::TitleZh, event_field::Nodes,
          event_field::NoteEn},
         false},
        {Table::Tiers,
         {tier_field::NameEn, tier_field::NameZh, tier_field::Parent, tier_field::Ordinal, tier_field::Layer},
         true},
        {Table::Statuses, {status_field::WeightBp, status_field::NameEn, status_field::NameZh}, true},
        {Table::DealKinds,
         {kind_field::NameEn, kind_field::NameZh, kind_field::Class, kind_field::Profile, kind_field::Money},
         true},
        {Table::Sources,
         {source_field::Publisher, source_field::Title, source_field::Url, source_field::Published, source_field::Kind},
         false},
        {Table::Boundaries,
         {boundary_field::ToItBp, boundary_field::NameEn, boundary_field::NameZh, boundary_field::NoteEn},
         true},
    };
    return forms;
}

FieldRow::Kind editorKind(const FieldSpec& field)
{
    switch (field.type) {
    case FieldType::Choice:
    case FieldType::Flag:
        return FieldRow::Kind::Choice;
    case FieldType::References:
        return FieldRow::Kind::Rows;
    case FieldType::Reference:
        return isPicked(field) ? FieldRow::Kind::Line : FieldRow::Kind::Choice;
    default:
        if (field.name.starts_with("title"))
            return FieldRow::Kind::Wrapped;
        return field.name == "note_en" ? FieldRow::Kind::Text : FieldRow::Kind::Line;
    }
}

bool hasProposals(Table table, Field field)
{
    return fieldSpec(table, field).type == FieldType::Name ||
           (table == Table::Metrics && field == metric_field::Unit) ||
           (table == Table::Nodes && field == node_field::Country) ||
           (table == Table::Sources && field == source_field::Publisher);
}

QString placeholder(Table table, Field field)
{
    const char* own = ownPlaceholder(table, field);
    const char* text = own != nullptr ? own : placeholderOfType(fieldSpec(table, field));
    return *text == '\0' ? QString() : translated(text);
}

QString newRowTitle(Table table)
{
    switch (table) {
    case Table::Deals:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "New deal"));
    case Table::Nodes:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "New node"));
    case Table::Metrics:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "New metric"));
    default:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "New event"));
    }
}

QString newRowHint(Table table)
{
    switch (table) {
    case Table::Deals:
        return translated(
            QT_TRANSLATE_NOOP("ochain::RowForm", "Saved as soon as it has a supplier, a customer and a kind."));
    case Table::Nodes:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Saved as soon as it has a name and a tier."));
    case Table::Metrics:
        return translated(
            QT_TRANSLATE_NOOP("ochain::RowForm", "Saved as soon as it has a party, a series and a value."));
    default:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Saved as soon as it has a title."));
    }
}

QString dropNewText(Table table)
{
    switch (table) {
    case Table::Deals:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Give up this new deal"));
    case Table::Nodes:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Give up this new node"));
    case Table::Metrics:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Give up this new metric"));
    default:
        return translated(QT_TRANSLATE_NOOP("ochain::RowForm", "Give up this new event"));
    }
}

} // namespace ochain
