// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_judge.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/scenario_edits.h"
#include "editing/typed_text.h"
#include "editing/usual_tier.h"
#include "formats/format.h"
#include "forms/form_fields.h"
#include "forms/impact_place.h"
#include "forms/row_drafts.h"
#include "language/punctuation.h"

#include <QLineEdit>

#include <utility>

namespace ochain {

FieldJudge::FieldJudge(const FormSpec& spec, FormFields& fields, RowDrafts& drafts, ImpactPlace* impact)
    : m_spec(spec), m_fields(fields), m_drafts(drafts), m_impact(impact)
{}

QString FieldJudge::echoText(Field field, const Reading& reading) const
{
    const FieldRow* fieldRow = m_fields.row(field);
    QString read = readFrom(field);
    if (fieldRow->line() == nullptr || fieldRow->rows() != nullptr)
        return read; // a choice reads as what it says, and rows stand there by name
    const Chain& chain = editedChain(*m_document);
    QStringList parts{read, readingText(m_spec.table, fieldRow->text(), reading, m_drafts.draft().unit(chain))};
    parts.removeAll(QString());
    QString text = clausesOf(parts);
    const FieldType type = fieldSpec(m_spec.table, field).type;
    if (!m_drafts.row() || type == FieldType::Text || type == FieldType::Name)
        return text;
    const QString before = shownText(chain, *m_drafts.row(), field);
    if (!before.isEmpty())
        text += (text.isEmpty() ? tr("was %1") : tr("; was %1")).arg(visibleText(before));
    return text;
}

/// What a field that was filled from a line was read from; empty if it says something else by now.
QString FieldJudge::readFrom(Field field) const
{
    const std::optional<DealLine>& line = m_drafts.draft().line();
    const DealLinePart* part = line ? line->part(field) : nullptr;
    const bool isSame =
        part != nullptr && m_drafts.draft().has(field) && m_drafts.draft().typed().at(field) == part->typed;
    return isSame ? tr("filled in from “%1”").arg(visibleText(part->text)) : QString();
}

void FieldJudge::judge(Field field)
{
    std::optional<Tried> tried;
    judge(field, tried);
}

/// @param tried  what the whole draft would do; found out at the first field that asks
void FieldJudge::judge(Field field, std::optional<Tried>& tried)
{
    const ReadResult reading = m_drafts.draft().read(editedChain(*m_document), field);
    if (!reading) {
        m_fields.row(field)->showProblem(sentenceText(reading.error()));
        if (m_fields.isOffering(field))
            m_fields.offerNode(field, reading.error(), {});
        else
            m_fields.offerNode(field, reading.error(), tierFor(field));
        clearImpact();
        return;
    }
    m_fields.withdrawNode(field);
    m_fields.say(field, echoText(field, *reading));
    if (!tried)
        tried = m_drafts.tryOut();
    if (!tried)
        return;
    m_fields.placeProblems(tried->problems, m_drafts.draft(), field);
    if (tried->problems.empty())
        clearMended(field);
    if (tried->impact)
        showImpact(*tried->impact);
    else
        clearImpact();
}

/// What is typed into one field may have put right what was wrong with others.
void FieldJudge::clearMended(Field by)
{
    for (const auto& [field, text] : m_drafts.draft().typed())
        if (field != by && m_fields.row(field)->isWrong())
            if (const ReadResult reading = m_drafts.draft().read(editedChain(*m_document), field))
                m_fields.say(field, echoText(field, *reading));
}

/// Where a new node of a field would stand: where the one stands whose place it takes, or where the kind of the deal
/// has its likes. The key of the tier; empty if neither says.
std::string FieldJudge::tierFor(Field field) const
{
    const Chain& chain = editedChain(*m_document);
    const std::uint32_t named = m_drafts.row() ? chain.find(Table::Nodes, chain.value(*m_drafts.row(), field)) : kNoRow;
    if (named != kNoRow)
        return chain.value({Table::Nodes, named}, node_field::Tier);
    const bool isEnd = field == deal_field::Supplier || field == deal_field::Customer;
    if (m_spec.table != Table::Deals || !isEnd || !m_drafts.draft().has(deal_field::Kind))
        return {};
    const ReadResult kind = m_drafts.draft().read(chain, deal_field::Kind);
    const KindId id = kind ? chain.find<KindId>(kind->canonical) : KindId{};
    const TierId tier = id.isSet() ? usualTier(chain, id, field) : TierId{};
    return tier.isSet() ? std::string(chain.key({Table::Tiers, tier.value})) : std::string();
}

void FieldJudge::proposeTiers()
{
    for (const Field end : {deal_field::Supplier, deal_field::Customer})
        if (m_fields.isOffering(end))
            m_fields.proposeTier(end, tierFor(end));
}

void FieldJudge::judgeAll()
{
    std::vector<Field> fields;
    for (const auto& [field, text] : m_drafts.draft().typed())
        fields.push_back(field);
    std::optional<Tried> tried; // once for all of them
    for (const Field field : fields)
        judge(field, tried);
}

std::map<Field, QString> FieldJudge::fillings(const std::vector<Field>& fields) const
{
    const Chain& chain = editedChain(*m_document);
    const RowDraft& draft = m_drafts.draft();
    std::map<Field, QString> said;
    for (const Field field : fields) {
        const ReadResult reading = draft.read(chain, field);
        if (!reading || reading->also.empty())
            continue;
        said[field] = filledText(m_spec.table, *reading, draft.unit(chain));
        const QString typed = visibleText(draft.typed().at(field).trimmed());
        for (const FilledField& each : reading->also)
            said[each.field] = tr("filled in from “%1”").arg(typed);
    }
    std::erase_if(said, [this](const auto& each) { return !m_fields.has(each.first); });
    return said;
}

void FieldJudge::showImpact(const Impact& impact)
{
    if (m_impact != nullptr)
        m_impact->setImpact(editedChain(*m_document), impact);
}

void FieldJudge::clearImpact()
{
    if (m_impact != nullptr)
        m_impact->clear();
}

} // namespace ochain
