// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <cstdint>

class QStackedWidget;
class QTabBar;

namespace ochain {

/// The pages at the right of the window.
enum class SidePage : std::uint8_t { Edit, Why, WhatIf };

/// Pages of which one is seen, with a tab each: what is selected is edited on one and explained on another; on the
/// third is what it would be otherwise.
class SidePanel final : public QWidget {
    Q_OBJECT
public:
    /// Takes the pages over.
    SidePanel(QWidget* edit, QWidget* why, QWidget* whatIf, QWidget* parent = nullptr);

    void showPage(SidePage page);
    [[nodiscard]] SidePage page() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTabBar* m_tabs;
    QStackedWidget* m_pages;
};

} // namespace ochain
