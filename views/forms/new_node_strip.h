// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "editing/row_draft.h"

#include <QFrame>

#include <cstdint>
#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace ochain {

class ChoiceBox;

/// Offers to make a node of a name nobody bears, on the spot: where it stands in the chain and what it is.
class NewNodeStrip final : public QFrame {
    Q_OBJECT
public:
    explicit NewNodeStrip(const QString& name, QWidget* parent = nullptr);

    /// @param tier  proposed to begin with: that of the node which the new one takes the place of, say; empty: the user
    ///              has to choose one
    void offer(const Chain& chain, const QString& nodeName, const std::string& tier);
    /// Proposes another tier while it offers, unless the user has chosen one.
    /// @param tier  its key; empty: none
    void propose(const std::string& tier);
    [[nodiscard]] bool isOffering() const { return !isHidden(); }
    void withdraw();

signals:
    void wanted(const ochain::NewNode& node);

private:
    void layOut();
    void connectBoxes();
    void create();
    bool judgeTier(bool isAsked);
    bool judgeKind(bool isAsked);
    [[nodiscard]] std::vector<std::uint32_t> tiersMeant() const;
    void fillTiers(const Chain& chain, const std::string& tier);
    void fillKinds(const Chain& chain);

    QLabel* m_text;
    ChoiceBox* m_tier;
    QLabel* m_tierNote;
    ChoiceBox* m_kind;
    QLabel* m_kindNote;
    QPushButton* m_create;
    QString m_name;
    std::string m_key;
    const Chain* m_chain = nullptr; ///< while it offers
    bool m_isTierChosen = false;    ///< by the user, who may have left it empty again
};

} // namespace ochain
