// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/form_spec.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <optional>

class QPushButton;

namespace ochain {

class FormFields;

/// Under each field of a form that is overridden in what is viewed: what it has there, or while the scenario is edited
/// what the base has, and then a click gives it back.
class OverrideMarks final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    OverrideMarks(const FormSpec& spec, FormFields& fields, QObject* parent);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows them as they are now.
    /// @param row  that the form shows; nothing for a new one
    void show(std::optional<RowRef> row);

signals:
    /// The scenario could not give a field back.
    void notSaved(const QString& why);

private:
    QPushButton& markAt(Field field);
    void fill(QPushButton& mark, const FieldOverride& overriding) const;
    void giveBackAt(Field field);

    const FormSpec& m_spec;
    FormFields& m_fields;
    QPointer<Document> m_document;
    std::optional<RowRef> m_row;
    std::map<Field, QPushButton*> m_marks; ///< made when first needed
};

} // namespace ochain
