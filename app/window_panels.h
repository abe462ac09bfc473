// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QDockWidget;

namespace ochain {

class ChainTreePanel;
class ChartsPanel;
class FindPopup;
class HomePanel;
class Inspector;
class LensBar;
class ScenarioBand;
class SidePanel;
class StatusPanel;
class TablesPanel;
class WhatIfPanel;
class WhyPanel;

/// The panels of the window, for those who show something in several of them. The window makes and owns them.
struct WindowPanels {
    LensBar* lensBar = nullptr;
    ChartsPanel* charts = nullptr;
    HomePanel* home = nullptr; ///< with the tree
    ChainTreePanel* tree = nullptr;
    TablesPanel* tables = nullptr;
    Inspector* inspector = nullptr;
    WhyPanel* why = nullptr;
    WhatIfPanel* whatIf = nullptr;
    ScenarioBand* band = nullptr; ///< over the inspector
    SidePanel* side = nullptr;    ///< holds all three
    StatusPanel* status = nullptr;
    FindPopup* find = nullptr;
    QDockWidget* chainDock = nullptr;
    QDockWidget* tablesDock = nullptr;
    QDockWidget* inspectorDock = nullptr;
};

} // namespace ochain
