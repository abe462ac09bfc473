// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/names.h"
#include "forms/row_draft.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ochain {

class ChoiceBox;

/// Offers to make a node of a name nobody bears, on the spot: where it stands in the chain and what it is.
class NewNodeStrip final : public QFrame {
    Q_OBJECT
public:
    explicit NewNodeStrip(const QString& name, QWidget* parent = nullptr);

    /// @param tier  proposed to begin with: that of the other end's neighbours, say; may be empty
    void offer(const Chain& chain, const QString& nodeName, const std::string& tier, Language language);
    [[nodiscard]] bool isOffering() const { return !isHidden(); }
    void withdraw();

signals:
    void wanted(const ochain::NewNode& node);

private:
    void create();
    bool judge();
    void fillTiers(const Chain& chain, const std::string& tier, Language language);
    void fillKinds(const Chain& chain);

    QLabel* m_text;
    QLabel* m_problem;
    ChoiceBox* m_tier;
    ChoiceBox* m_kind;
    QPushButton* m_create;
    QString m_name;
    std::string m_key;
    const Chain* m_chain = nullptr; ///< while it offers
};

} // namespace ochain
