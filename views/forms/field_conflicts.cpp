// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_conflicts.h"

#include "editing/rival_claims.h"
#include "editing/scenario_edits.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "forms/field_words.h"
#include "forms/form_fields.h"
#include "forms/row_drafts.h"
#include "session/author.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

/// Notes of claims are data, in English and in a time that is the same everywhere.
std::string enteredNote(const QString& author, std::int64_t timeMs)
{
    return QStringLiteral("Entered by %1, %2 UTC.")
        .arg(author, QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
        .toStdString();
}

} // namespace

FieldConflicts::FieldConflicts(const FormSpec& spec, FormFields& fields, RowDrafts& drafts, QObject* parent)
    : QObject(parent), m_spec(spec), m_fields(fields), m_drafts(drafts)
{}

bool FieldConflicts::isAt(Field field) const
{
    return m_document && m_drafts.row() && m_drafts.draft().has(field) &&
           m_drafts.draft().isOvertaken(editedChain(*m_document), field);
}

std::vector<Field> FieldConflicts::without(std::vector<Field> fields) const
{
    fields.erase(std::remove_if(fields.begin(), fields.end(), [this](Field field) { return isAt(field); }),
                 fields.end());
    return fields;
}

void FieldConflicts::show()
{
    for (const Field field : m_spec.fields)
        if (isAt(field))
            stripAt(field).offer(sidesAt(field));
        else if (const auto strip = m_strips.find(field); strip != m_strips.end())
            strip->second->withdraw();
}

ConflictStrip& FieldConflicts::stripAt(Field field)
{
    if (const auto made = m_strips.find(field); made != m_strips.end())
        return *made->second;
    FieldRow* row = m_fields.row(field);
    auto* strip = new ConflictStrip(row->editor()->objectName(), row->parentWidget());
    auto* layout = qobject_cast<QBoxLayout*>(row->parentWidget()->layout());
    layout->insertWidget(layout->indexOf(row) + 1, strip);
    QWidget* before = row->editor();
    for (QWidget* button : strip->buttons()) {
        QWidget::setTabOrder(before, button); // from the field on, or back to it
        before = button;
    }
    connect(strip, &ConflictStrip::mineWanted, this, [this, field] { takeMine(field); });
    connect(strip, &ConflictStrip::theirsWanted, this, [this, field] { emit theirsKept(field); });
    connect(strip, &ConflictStrip::bothWanted, this, [this, field] { keepBoth(field); });
    return *m_strips.emplace(field, strip).first->second;
}

ConflictStrip::Sides FieldConflicts::sidesAt(Field field) const
{
    const Chain& chain = editedChain(*m_document);
    const RowDraft& draft = m_drafts.draft();
    ConflictStrip::Sides sides;
    sides.theirs = shownInWords(chain, m_spec.table, field, shownText(chain, *m_drafts.row(), field));
    sides.mine = shownInWords(chain, m_spec.table, field, draft.typed().at(field));
    if (const std::optional<Overtaker> other = draft.overtaker(field)) {
        sides.author = other->author;
        sides.time = momentText(other->timeMs);
    }
    sides.isMineReadable = draft.read(chain, field).has_value();
    sides.canBeRivals = canHaveClaims(m_spec.table, field);
    return sides;
}

void FieldConflicts::takeMine(Field field)
{
    m_drafts.draft().acceptStored(editedChain(*m_document), field);
    emit mineTaken(field);
}

/// Both become claims that nobody has adopted; the row keeps what the other one wrote.
void FieldConflicts::keepBoth(Field field)
{
    const Chain& chain = editedChain(*m_document);
    const RowDraft& draft = m_drafts.draft();
    const ReadResult mine = draft.read(chain, field);
    if (!mine)
        return;
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    const Overtaker other = draft.overtaker(field).value_or(Overtaker{QStringLiteral("unknown"), now});
    const tl::expected<Edit, Problem> edit =
        rivalsOf(chain, *m_drafts.row(), field,
                 {{chain.value(*m_drafts.row(), field), enteredNote(other.author, other.timeMs)},
                  {mine->canonical, enteredNote(toQString(systemAuthor()), now)}});
    if (!edit) {
        emit notKept(field, {{edit.error()}, std::nullopt});
        return;
    }
    if (const auto applied = m_document->apply(*edit); !applied)
        emit notKept(field, applied.error());
    else
        emit theirsKept(field);
}

} // namespace ochain
