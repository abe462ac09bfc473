// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/recent_changes.h"
#include "forms/changed_on_line.h"
#include "forms/form_spec.h"
#include "forms/unsaved_text.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <optional>
#include <vector>

namespace ochain {

class ClaimsStrip;
class FormFields;

/// The claims on the fields of a form, each in a strip under its field.
class FieldHistories final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    FieldHistories(const FormSpec& spec, FormFields& fields, QObject* parent);
    ~FieldHistories() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows them as they are now.
    /// @param row  that the form shows; nothing for a new one
    void show(std::optional<RowRef> row);
    /// Takes in what an edit has replaced; to be called before show().
    void follow(const Edit& edit);
    /// Answers that were typed and not saved.
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;

signals:
    /// The file could not take an edit.
    void notSaved(const QString& why);

private:
    ClaimsStrip& stripAt(Field field);
    void showAt(Field field);

    const FormSpec& m_spec;
    FormFields& m_fields;
    QPointer<Document> m_document;
    std::optional<RowRef> m_row;
    RecentChanges m_recent;
    ChangeAnswers m_last;
    std::map<Field, ClaimsStrip*> m_strips; ///< made when first needed
};

} // namespace ochain
