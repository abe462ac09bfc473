// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/conflict_strip.h"
#include "forms/form_spec.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <vector>

namespace ochain {

class FormFields;
class RowDrafts;

/// The fields of a form that others changed while they were being typed over. Shows both at each, and lets nobody's
/// value replace the other's unless that is chosen.
class FieldConflicts final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    FieldConflicts(const FormSpec& spec, FormFields& fields, RowDrafts& drafts, QObject* parent);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document) { m_document = document; }
    /// Shows them as they are now.
    void show();
    [[nodiscard]] bool isAt(Field field) const;
    /// Those of the fields that may be taken over.
    [[nodiscard]] std::vector<Field> without(std::vector<Field> fields) const;

signals:
    /// Settled for what was typed, which is to be taken over now.
    void mineTaken(ochain::Field field);
    /// Settled for what the field holds, which is to be shown again.
    void theirsKept(ochain::Field field);
    /// It could not be settled.
    void notKept(ochain::Field field, const ochain::Document::Refused& why);

private:
    ConflictStrip& stripAt(Field field);
    [[nodiscard]] ConflictStrip::Sides sidesAt(Field field) const;
    void takeMine(Field field);
    void keepBoth(Field field);

    const FormSpec& m_spec;
    FormFields& m_fields;
    RowDrafts& m_drafts;
    QPointer<Document> m_document;
    std::map<Field, ConflictStrip*> m_strips; ///< made when first needed
};

} // namespace ochain
