// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QMenu;
class QTreeView;

namespace ochain {

class ChainTreeModel;
class StatePage;

/// The chain as a tree with the figures of the lens. Selecting a row selects it everywhere; what is selected elsewhere
/// is shown here. Expansion, columns and scroll stay through edits; the first two are remembered.
class ChainTreePanel final : public QWidget {
    Q_OBJECT
public:
    explicit ChainTreePanel(QWidget* parent = nullptr);
    ~ChainTreePanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Keys of what is expanded, as "tiers/chips".
    [[nodiscard]] QStringList expanded() const;
    void setExpanded(const QStringList& keys);
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray& state);
    [[nodiscard]] QTreeView* tree() const noexcept { return m_tree; }
    /// Copies the selected rows with headers.
    void copy() const;
    /// Which columns there are, to be chosen.
    void fillColumns(QMenu& menu) const;
    /// The figure that the keyboard is on; of a name that which says most about it.
    [[nodiscard]] std::optional<FigureCell> currentFigure() const;

signals:
    /// After a double click on a figure.
    void figureWanted(const ochain::FigureCell& cell);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showDefaultColumns();
    void expandFirst();
    void followSelection();
    void followSecondLens();
    void select(const QModelIndex& index);
    void openFigure(const QModelIndex& index);
    void retranslate();

    QPointer<Document> m_document;
    std::unique_ptr<ChainTreeModel> m_model;
    QTreeView* m_tree;
    StatePage* m_empty;
    QByteArray m_columns;   ///< to be restored when there is a model
    QStringList m_expanded; ///< likewise
};

} // namespace ochain
