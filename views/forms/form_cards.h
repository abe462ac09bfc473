// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/unsaved_text.h"

#include <QObject>

#include <optional>
#include <vector>

class QWidget;

namespace ochain {

class FormCard;

/// The cards of a form: what belongs to the row shown, above its fields and below them.
class FormCards final : public QObject {
    Q_OBJECT
public:
    /// @param table  of the form's rows
    /// @param form   whose children the cards are; the parent
    FormCards(Table table, QWidget& form);

    /// From top to bottom.
    [[nodiscard]] const std::vector<FormCard*>& above() const noexcept { return m_above; }
    [[nodiscard]] const std::vector<FormCard*>& below() const noexcept { return m_below; }

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Without a row there are no cards.
    void setRow(std::optional<RowRef> row);
    void setLookedAt(bool isLookedAt);
    /// What was typed into them and not added.
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;

signals:
    /// The file could not take an edit; what was typed stays.
    void notSaved(const QString& why);
    /// What was typed into a cell was not taken, and is said here alone.
    void refused(const QString& why);
    /// The user wants to see another row.
    void rowWanted(const ochain::RowRef& row);

private:
    void add(FormCard* card, bool isAbove);

    std::vector<FormCard*> m_above;
    std::vector<FormCard*> m_below;
    std::vector<FormCard*> m_all;
};

} // namespace ochain
