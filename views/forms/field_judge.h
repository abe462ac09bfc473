// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/typed_text.h"
#include "forms/form_spec.h"

#include <QCoreApplication>
#include <QPointer>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ochain {

class FormFields;
class ImpactPlace;
class RowDrafts;

/// What is said at the fields of a form about what is typed there: how it reads, what it would break, what it fills,
/// and below them what it would move.
class FieldJudge final {
    Q_DECLARE_TR_FUNCTIONS(ochain::FieldJudge)
public:
    /// All must outlive it.
    /// @param impact  null where no edit moves a figure
    FieldJudge(const FormSpec& spec, FormFields& fields, RowDrafts& drafts, ImpactPlace* impact);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document) { m_document = document; }
    void judge(Field field);
    /// All that is typed, by one trial.
    void judgeAll();
    /// The kind of the deal says where those stand who are still to be created for it.
    void proposeTiers();
    /// What is said, once fields are saved, of those that fill others and of those that they fill: the latter may be
    /// out of sight.
    [[nodiscard]] std::map<Field, QString> fillings(const std::vector<Field>& fields) const;
    void showImpact(const Impact& impact);
    void clearImpact();

private:
    [[nodiscard]] QString readFrom(Field field) const;
    [[nodiscard]] QString echoText(Field field, const Reading& reading) const;
    [[nodiscard]] std::string tierFor(Field field) const;
    void judge(Field field, std::optional<Tried>& tried);
    void clearMended(Field by);

    const FormSpec& m_spec;
    FormFields& m_fields;
    RowDrafts& m_drafts;
    ImpactPlace* m_impact;
    QPointer<Document> m_document;
};

} // namespace ochain
