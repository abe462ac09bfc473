// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ochain {

class ChainTreePanel;
class QuestionsPanel;

/// What stands at the left: the questions, and the chain as a tree, as tabs.
class HomePanel final : public QWidget {
    Q_OBJECT
public:
    enum class Tab : int { Questions, Chain };
    explicit HomePanel(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    [[nodiscard]] QuestionsPanel* questions() const noexcept { return m_questions; }
    [[nodiscard]] ChainTreePanel* tree() const noexcept { return m_tree; }
    [[nodiscard]] Tab tab() const;
    void showTab(Tab tab);
    /// The same, and gives it the keyboard.
    void enter(Tab tab);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QuestionsPanel* m_questions;
    ChainTreePanel* m_tree;
};

} // namespace ochain
