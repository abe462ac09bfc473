// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/names.h"

#include <QComboBox>

#include <functional>
#include <string>

namespace ochain {

/// The choice of the company or tier that a chart is about.
class GroupBox final : public QComboBox {
    Q_OBJECT
public:
    GroupBox(const QString& name, QWidget* parent);

    /// Lists layers and root tiers, then the companies that have deals, those with most first; not before it can be
    /// seen.
    /// @param document  must outlive the box
    /// @param chosen  key of the group shown now; listed too if it is a node
    void fill(const Document& document, const std::string& chosen);

signals:
    /// The user has chosen a group, by its key.
    void groupChosen(const std::string& key);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void list(const Document& document, const std::string& chosen);

    std::function<void()> m_late; ///< what is listed once it is shown
};

} // namespace ochain
