// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "graphs/graph_import.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace ochain {

class ChoiceBox;

/// Asks for what the file of a graph may not say: the kind of its deals, the tier of new nodes, what its weights are.
/// Not modal.
class GraphImportDialog final : public QDialog {
    Q_OBJECT
public:
    /// @param file   for the title
    /// @param chain  whose kinds and tiers can be chosen; must outlive the dialog
    GraphImportDialog(const QString& file, const Chain& chain, QWidget* parent);

signals:
    void chosen(const ochain::GraphOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    [[nodiscard]] GraphOptions options() const;

    const Chain& m_chain;
    QString m_file;
    QLabel* m_direction;
    QLabel* m_kindLabel;
    QLabel* m_tierLabel;
    QLabel* m_weightLabel;
    ChoiceBox* m_kind;
    ChoiceBox* m_tier;
    QComboBox* m_weight;
    QPushButton* m_cancel;
    QPushButton* m_go;
};

} // namespace ochain
