// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"
#include "forms/form_spec.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <string>

class QBoxLayout;

namespace ochain {

class NewNodeStrip;
class RowPicker;

/// The editors of a form, one a field, with what helps to fill them: rows found by a part of their name, texts used
/// before, and the offer to make the node that nobody is called yet. Says at each how it reads or what is wrong with
/// it.
class FormFields final : public QObject {
    Q_OBJECT
public:
    /// @param spec  must outlive it
    /// @param form  whose children the editors are
    FormFields(const FormSpec& spec, QWidget& form);
    ~FormFields() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Puts a field's editor into a layout, and below it the place where a node is offered.
    void layInto(QBoxLayout& layout, Field field) const;
    [[nodiscard]] bool has(Field field) const { return m_rows.contains(field); }
    [[nodiscard]] FieldRow* row(Field field) const { return m_rows.at(field); }

    void retranslate();
    /// What choices there are now.
    void fillChoices();
    /// Shows a value, of which nothing is said.
    void show(Field field, const QString& text);
    /// Says how a field reads, and names what is in it that cannot be seen.
    void say(Field field, const QString& echo);
    /// Says each problem at its field if it has been typed into, else where one types: what it does to a tranche, say.
    void placeProblems(const Problems& problems, const RowDraft& draft, Field at);
    /// Offers to make a node of the name typed, if that nobody bears it is what reading the field has found out.
    /// @param tier  key of the tier proposed for it; empty: none
    void offerNode(Field field, const Sentence& problem, const std::string& tier);
    void withdrawNode(Field field);
    [[nodiscard]] bool isOffering(Field field) const;
    /// Proposes another tier for the node that is offered, unless one has been chosen.
    /// @param tier  its key; empty: none
    void proposeTier(Field field, const std::string& tier);

signals:
    void edited(ochain::Field field, const QString& text);
    /// The field was left or Enter was pressed.
    void left(ochain::Field field);
    void restoreAsked(ochain::Field field);
    /// A row was picked by its name for a field that names one.
    void picked(ochain::Field field, const QString& text);
    void nodeWanted(ochain::Field field, const ochain::NewNode& node);

private:
    void connectRow(Field field);
    void setProposals();
    void createPickers();
    void pick(Field field, const QString& key);

    const FormSpec& m_spec;
    QPointer<Document> m_document;
    std::map<Field, FieldRow*> m_rows;
    std::map<Field, NewNodeStrip*> m_strips;
    std::map<Field, std::unique_ptr<RowPicker>> m_pickers;
};

} // namespace ochain
