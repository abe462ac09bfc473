// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/names.h"
#include "forms/row_draft.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace ochain {

/// Offers to make a node of a name nobody bears, on the spot: where it stands in the chain and what it is.
class NewNodeStrip final : public QFrame {
    Q_OBJECT
public:
    explicit NewNodeStrip(const QString& name, QWidget* parent = nullptr);

    /// @param tier  proposed to begin with: that of the other end's neighbours, say; may be empty
    void offer(const Chain& chain, const QString& nodeName, const std::string& tier, Language language);
    [[nodiscard]] bool isOffering() const { return !isHidden(); }
    void withdraw() { hide(); }

signals:
    void wanted(const ochain::NewNode& node);

private:
    void fillTiers(const Chain& chain, const std::string& tier, Language language);
    void fillKinds(const Chain& chain);

    QLabel* m_text;
    QComboBox* m_tier;
    QComboBox* m_kind;
    QPushButton* m_create;
    QString m_name;
    std::string m_key;
};

} // namespace ochain
