// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "action_table.h"
#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <vector>

class QActionGroup;
class QMainWindow;

namespace ochain {

/// Makes menus and actions of the window from the table of actions, and keeps their texts and states right.
class Actions final : public QObject {
    Q_OBJECT
public:
    /// @param parts  whom they give their orders to; must outlive the actions
    Actions(QMainWindow& window, const WindowParts& parts);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void retranslate();

private:
    void addRow(const ActionRow& row);
    [[nodiscard]] QAction* addMenu(const ActionRow& row);
    [[nodiscard]] QAction* addAction(const ActionRow& row);
    void update();
    void showStates();
    void showObject(QAction& action, const ActionRow& row) const;

    QMainWindow& m_window;
    WindowParts m_parts;
    QPointer<Document> m_document;
    std::vector<QAction*> m_actions; ///< one a row of the table; of a menu the one that opens it
    std::array<QMenu*, kMenus> m_menus{};
    std::array<QActionGroup*, kMenus> m_groups{}; ///< of menus of which one action is chosen
};

} // namespace ochain
