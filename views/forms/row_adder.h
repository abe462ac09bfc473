// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace ochain {

class ChoiceBox;
class Proposals;

/// The lines below a table by which a row is added to it: a line a field, the basis of the row, and the button. How
/// they read, what the row would move or what is wrong is said while one types.
class RowAdder final : public QWidget {
    Q_OBJECT
public:
    /// What is asked of a new row.
    struct Asked {
        QString name; ///< "tranche": object names
        Table table = Table::Tranches;
        std::optional<Field> owner; ///< the field that names the row which the new one belongs to
        std::vector<Field> fields;
        QString basis; ///< that a new row begins with; empty: none
    };
    RowAdder(Asked asked, QWidget* parent);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Begins anew, for a row that the new ones belong to.
    void setOwner(std::optional<RowRef> owner);
    /// Empties the lines.
    void clear();
    /// Says once more what is to be said of what stands in the lines.
    void judge();
    /// @param add     the button
    /// @param newRow  "New phase: %1", of the fields
    void retranslate(const QString& add, const QString& newRow);
    /// All that Tab comes to, from the first on.
    [[nodiscard]] QList<QWidget*> stops() const;
    [[nodiscard]] QList<const QLineEdit*> lines() const;

signals:
    /// How the lines read, or what is wrong with them; empty if there is nothing to say.
    void noted(const QString& text, bool isWrong);
    /// The row is to be added.
    void wanted(const ochain::Edit& edit);

private:
    void layOut();
    void add();
    [[nodiscard]] RowDraft addition() const;
    [[nodiscard]] QString basisProblem(const RowDraft& draft) const;
    [[nodiscard]] QString markLines(const RowDraft& draft, QStringList& echoes);

    Asked m_asked;
    QPointer<Document> m_document;
    std::optional<RowRef> m_owner;
    std::map<Field, QLineEdit*> m_lines;
    std::map<Field, Proposals*> m_proposals;
    ChoiceBox* m_basis;
    QPushButton* m_add;
};

} // namespace ochain
