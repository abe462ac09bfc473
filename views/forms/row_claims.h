// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/recent_changes.h"
#include "forms/changed_on_line.h"
#include "forms/unsaved_text.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

namespace ochain {

class ClaimsStrip;

/// Below a table of rows: the claims on the fields of the row that is chosen in it, a strip a field.
class RowClaims final : public QWidget {
    Q_OBJECT
public:
    /// @param name    "tranche"; those of the editors begin with it
    /// @param before  from which Tab comes here; must outlive it
    RowClaims(const QString& name, Table table, QWidget& before, QWidget* parent = nullptr);
    ~RowClaims() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows those of a row as they are now; nothing: none is chosen.
    void showRow(std::optional<RowRef> row);
    /// While nobody looks, edits are only remembered.
    void setLookedAt(bool isLookedAt);
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;

signals:
    void notSaved(const QString& why);
    /// The keyboard goes back to the table.
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAt(Field field);

    QString m_name;
    Table m_table;
    QWidget& m_tabBefore;
    QPointer<Document> m_document;
    bool m_isLookedAt = true;
    std::optional<RowRef> m_row;
    RecentChanges m_recent;
    ChangeAnswers m_last;
    std::map<Field, ClaimsStrip*> m_strips; ///< made when first needed
};

} // namespace ochain
