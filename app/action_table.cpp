// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "action_table.h"

#include "about_page.h"
#include "browser/chain_tree_panel.h"
#include "browser/selected_cells.h"
#include "browser/tables_panel.h"
#include "compare_actions.h"
#include "csv_actions.h"
#include "edit_actions.h"
#include "editing/row_commands.h"
#include "file_actions.h"
#include "graph_actions.h"
#include "help_window.h"
#include "language/language.h"
#include "navigator.h"
#include "panels/charts_panel.h"
#include "panels/lens_bar.h"
#include "panels/questions_panel.h"
#include "panels/saved_views_panel.h"
#include "picture_actions.h"
#include "restore_actions.h"
#include "table_actions.h"
#include "view_actions.h"
#include "what_if_actions.h"
#include "window_look.h"
#include "window_panels.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace ochain {

namespace {

bool isOpen(const Document* document)
{
    return document != nullptr;
}

bool canEdit(const Document* document)
{
    return document != nullptr && !document->isReadOnly();
}

/// Whether a row is selected that something can be done to.
bool isSelected(const Document* document, bool (*can)(Table))
{
    if (document == nullptr)
        return false;
    const std::optional<RowRef>& row = document->selection().row;
    return row.has_value() && can(row->table);
}

bool canEditRow(const Document* document)
{
    return isSelected(document, [](Table) { return true; });
}

bool canDuplicateRow(const Document* document)
{
    return canEdit(document) && isSelected(document, canDuplicate);
}

bool canDeleteRow(const Document* document)
{
    return canEdit(document) && isSelected(document, canDelete);
}

bool canUndo(const Document* document)
{
    return canEdit(document) && document->canUndo();
}

bool canRedo(const Document* document)
{
    return canEdit(document) && document->canRedo();
}

bool hasWeights(const Document* document)
{
    return document != nullptr && document->chain().size(Table::Statuses) > 0;
}

template <int tab>
void showChart(const WindowParts& to)
{
    to.panels.charts->showTab(tab);
}

template <TableTab tab>
void showTable(const WindowParts& to)
{
    to.panels.tables->showTab(tab);
}

template <HomePanel::Tab tab>
void enterHome(const WindowParts& to)
{
    to.navigator.enterHome(tab);
}

template <Table table>
void beginNew(const WindowParts& to)
{
    to.edits.beginNew(table);
}

/// Ctrl+D is of spreadsheets too: over cells of several rows it fills down.
void duplicateOrFillDown(const WindowParts& to)
{
    if (to.panels.tables->hasKeyboard() && !columnsToFillDown(to.panels.tables->table()).empty())
        to.cells.fillDown();
    else
        to.edits.duplicateSelected();
}

template <LensBar::Stance stance>
void chooseStance(const WindowParts& to)
{
    to.panels.lensBar->chooseStance(stance);
}

template <LensBar::Stance stance>
bool isStance(const WindowParts& parts)
{
    return parts.panels.lensBar->stance() == stance;
}

template <ThemeChoice choice>
void setTheme(const WindowParts& to)
{
    to.look.setTheme(choice);
}

template <ThemeChoice choice>
bool isTheme(const WindowParts& parts)
{
    return parts.look.theme() == choice;
}

template <Language chosen>
void speak(const WindowParts& to)
{
    to.look.setLanguage(chosen);
}

template <Language chosen>
bool isLanguage(const WindowParts& /*parts*/)
{
    return language() == chosen;
}

template <Comparable with>
void compareWith(const WindowParts& to)
{
    to.compare.compareWith(with);
}

template <Comparable with>
bool isComparedWith(const WindowParts& parts)
{
    return parts.compare.isComparedWith(with);
}

constexpr QKeyCombination ctrlShift(Qt::Key key)
{
    return QKeyCombination(Qt::CTRL | Qt::SHIFT, key);
}

// A row takes as many lines as it needs, and all begin alike. Each language is named in its own.
// clang-format off
constexpr ActionRow kRows[] = {
    {.in = Menu::Bar, .opens = Menu::File, .text = QT_TRANSLATE_NOOP("Action", "&File")},
    {.in = Menu::File, .name = "new", .text = QT_TRANSLATE_NOOP("Action", "&New file…"), .icon = "file",
     .run = [](const WindowParts& to) { to.files.createFile(); }},
    {.in = Menu::File, .name = "open", .text = QT_TRANSLATE_NOOP("Action", "&Open…"), .keys = Qt::CTRL | Qt::Key_O,
     .icon = "open", .run = [](const WindowParts& to) { to.files.chooseFile(); }},
    {.in = Menu::File, .opens = Menu::Recent, .text = QT_TRANSLATE_NOOP("Action", "Open &recent"),
     .fill = [](const WindowParts& to, QMenu& menu) { to.files.fillRecent(menu); }},
    {.in = Menu::File, .name = "openOwn", .text = QT_TRANSLATE_NOOP("Action", "Open my &O-chain"),
     .run = [](const WindowParts& to) { to.files.openOwnCopy(); }},
    {.in = Menu::File, .name = "saveCopy", .text = QT_TRANSLATE_NOOP("Action", "&Save a copy…"),
     .keys = ctrlShift(Qt::Key_S), .icon = "copy", .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.files.saveCopy(); }},
    {.in = Menu::File, .name = "restore", .text = QT_TRANSLATE_NOOP("Action", "Restore an &earlier state…"),
     .isEnabled = isOpen, .run = [](const WindowParts& to) { to.restore.showBackups(); }},
    {.in = Menu::File, .isApart = true, .name = "importCsv", .text = QT_TRANSLATE_NOOP("Action", "&Import CSV…"),
     .icon = "import", .isEnabled = canEdit, .run = [](const WindowParts& to) { to.csv.importFolder(); }},
    {.in = Menu::File, .name = "importSheet", .text = QT_TRANSLATE_NOOP("Action", "Import sprea&dsheet…"),
     .isEnabled = canEdit, .run = [](const WindowParts& to) { to.csv.importFile(); }},
    {.in = Menu::File, .name = "importGraph", .text = QT_TRANSLATE_NOOP("Action", "Import &graph…"),
     .isEnabled = canEdit, .run = [](const WindowParts& to) { to.graphs.importGraph(); }},
    {.in = Menu::File, .isApart = true, .name = "exportCsv", .text = QT_TRANSLATE_NOOP("Action", "E&xport CSV…"), .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.csv.exportFolder(); }},
    {.in = Menu::File, .name = "exportSheet", .text = QT_TRANSLATE_NOOP("Action", "Export spreads&heet…"),
     .isEnabled = isOpen, .run = [](const WindowParts& to) { to.csv.exportWorkbook(); }},
    {.in = Menu::File, .name = "exportGraph", .text = QT_TRANSLATE_NOOP("Action", "Ex&port graph…"),
     .isEnabled = isOpen, .run = [](const WindowParts& to) { to.graphs.exportGraph(); }},
    {.in = Menu::File, .name = "exportChart", .text = QT_TRANSLATE_NOOP("Action", "Export &chart…"),
     .keys = Qt::CTRL | Qt::Key_E, .icon = "export", .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.pictures.exportChart(); }},
    {.in = Menu::File, .isApart = true, .name = "quit", .text = QT_TRANSLATE_NOOP("Action", "&Quit"),
     .keys = Qt::CTRL | Qt::Key_Q, .run = [](const WindowParts& to) { to.window.close(); }},

    {.in = Menu::Bar, .opens = Menu::Edit, .text = QT_TRANSLATE_NOOP("Action", "&Edit")},
    {.in = Menu::Edit, .name = "undo", .text = QT_TRANSLATE_NOOP("Action", "&Undo"), .keys = Qt::CTRL | Qt::Key_Z,
     .icon = "undo", .isEnabled = canUndo, .run = [](const WindowParts& to) { to.edits.undo(); },
     .object = &Document::undoText, .textWithObject = QT_TRANSLATE_NOOP("Action", "&Undo: %1")},
    {.in = Menu::Edit, .name = "redo", .text = QT_TRANSLATE_NOOP("Action", "&Redo"), .keys = ctrlShift(Qt::Key_Z),
     .icon = "redo", .isEnabled = canRedo, .run = [](const WindowParts& to) { to.edits.redo(); },
     .object = &Document::redoText, .textWithObject = QT_TRANSLATE_NOOP("Action", "&Redo: %1")},
    {.in = Menu::Edit, .name = "undoChosen", .text = QT_TRANSLATE_NOOP("Action", "Undo the edit chosen in the hi&story"),
     .isEnabled = canEdit, .run = [](const WindowParts& to) { to.panels.tables->undoChosen(); }},
    {.in = Menu::Edit, .isApart = true, .name = "newDeal", .text = QT_TRANSLATE_NOOP("Action", "&New deal"),
     .keys = Qt::CTRL | Qt::Key_N, .icon = "plus", .isEnabled = canEdit, .run = beginNew<Table::Deals>},
    {.in = Menu::Edit, .name = "newNode", .text = QT_TRANSLATE_NOOP("Action", "New n&ode"),
     .keys = ctrlShift(Qt::Key_N), .icon = "plus", .isEnabled = canEdit, .run = beginNew<Table::Nodes>},
    {.in = Menu::Edit, .name = "newMetric", .text = QT_TRANSLATE_NOOP("Action", "New &metric"),
     .keys = ctrlShift(Qt::Key_M), .icon = "plus", .isEnabled = canEdit, .run = beginNew<Table::Metrics>},
    {.in = Menu::Edit, .name = "newEvent", .text = QT_TRANSLATE_NOOP("Action", "New &event"),
     .keys = ctrlShift(Qt::Key_E), .icon = "plus", .isEnabled = canEdit, .run = beginNew<Table::Events>},
    {.in = Menu::Edit, .isApart = true, .name = "editRow",
     .text = QT_TRANSLATE_NOOP("Action", "Ed&it in the inspector"), .keys = Qt::CTRL | Qt::Key_Return,
     .isEnabled = canEditRow, .run = [](const WindowParts& to) { to.navigator.editSelected(); }},
    {.in = Menu::Edit, .name = "duplicateRow", .text = QT_TRANSLATE_NOOP("Action", "&Duplicate"),
     .keys = Qt::CTRL | Qt::Key_D, .icon = "duplicate", .isEnabled = canDuplicateRow,
     .run = duplicateOrFillDown},
    {.in = Menu::Edit, .name = "deleteRow", .text = QT_TRANSLATE_NOOP("Action", "De&lete"), .keys = Qt::Key_Delete,
     .icon = "trash", .isEnabled = canDeleteRow, .run = [](const WindowParts& to) { to.edits.deleteSelected(); }},
    {.in = Menu::Edit, .name = "weights", .text = QT_TRANSLATE_NOOP("Action", "Status &weights"),
     .isEnabled = hasWeights, .run = [](const WindowParts& to) { to.navigator.showWeights(); }},
    {.in = Menu::Edit, .name = "why", .text = QT_TRANSLATE_NOOP("Action", "W&hy this figure"),
     .keys = Qt::ALT | Qt::Key_Return, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.navigator.explainHere(); }},
    {.in = Menu::Edit, .name = "whatIf", .text = QT_TRANSLATE_NOOP("Action", "Wh&at if…"),
     .keys = Qt::ALT | Qt::Key_W, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.whatIf.askHere(); }},
    {.in = Menu::Edit, .isApart = true, .name = "copy", .text = QT_TRANSLATE_NOOP("Action", "&Copy with headers"),
     .keys = Qt::CTRL | Qt::Key_C, .icon = "copy", .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.edits.copy(); }},
    {.in = Menu::Edit, .name = "paste", .text = QT_TRANSLATE_NOOP("Action", "&Paste into the table"),
     .keys = Qt::CTRL | Qt::Key_V, .icon = "import", .isEnabled = canEdit,
     .run = [](const WindowParts& to) { to.cells.paste(); }},
    {.in = Menu::Edit, .name = "fillDown", .text = QT_TRANSLATE_NOOP("Action", "Fill do&wn over the selected rows"),
     .isEnabled = canEdit, .run = [](const WindowParts& to) { to.cells.fillDown(); }},
    {.in = Menu::Edit, .name = "clearCells", .text = QT_TRANSLATE_NOOP("Action", "Cl&ear the selected cells"),
     .isEnabled = canEdit, .run = [](const WindowParts& to) { to.cells.clearCells(); }},
    {.in = Menu::Edit, .name = "find", .text = QT_TRANSLATE_NOOP("Action", "&Find…"), .keys = Qt::CTRL | Qt::Key_K,
     .icon = "search", .isEnabled = isOpen, .run = [](const WindowParts& to) { to.navigator.openFind(); }},
    {.in = Menu::Edit, .name = "filter", .text = QT_TRANSLATE_NOOP("Action", "F&ilter the table"),
     .keys = Qt::CTRL | Qt::Key_F, .icon = "filter", .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.navigator.focusFilter(); }},

    {.in = Menu::Bar, .opens = Menu::View, .text = QT_TRANSLATE_NOOP("Action", "&View")},
    {.in = Menu::View, .ofPanel = [](const WindowPanels& panels) { return panels.chainDock->toggleViewAction(); }},
    {.in = Menu::View, .ofPanel = [](const WindowPanels& panels) { return panels.tablesDock->toggleViewAction(); }},
    {.in = Menu::View, .ofPanel = [](const WindowPanels& panels) { return panels.inspectorDock->toggleViewAction(); }},
    {.in = Menu::View, .isApart = true, .name = "showQuestions", .text = QT_TRANSLATE_NOOP("Action", "&Questions"),
     .keys = Qt::ALT | Qt::Key_Q, .run = enterHome<HomePanel::Tab::Questions>},
    {.in = Menu::View, .name = "showChain", .text = QT_TRANSLATE_NOOP("Action", "Cha&in tree"),
     .keys = Qt::ALT | Qt::Key_T, .run = enterHome<HomePanel::Tab::Chain>},
    {.in = Menu::View, .name = "saveView", .text = QT_TRANSLATE_NOOP("Action", "Sa&ve this view…"),
     .keys = ctrlShift(Qt::Key_B), .isEnabled = canEdit, .run = [](const WindowParts& to) { to.views.askName(); }},
    {.in = Menu::View, .opens = Menu::Saved, .text = QT_TRANSLATE_NOOP("Action", "M&y views"), .isEnabled = isOpen,
     .fill = [](const WindowParts& to, QMenu& menu) { to.panels.home->questions()->savedViews()->fillMenu(menu); }},
    {.in = Menu::View, .isApart = true, .name = "showFlow", .text = QT_TRANSLATE_NOOP("Action", "&Flow"),
     .keys = Qt::CTRL | Qt::Key_1, .run = showChart<0>},
    {.in = Menu::View, .name = "showCapacity", .text = QT_TRANSLATE_NOOP("Action", "&Capacity"),
     .keys = Qt::CTRL | Qt::Key_2, .run = showChart<1>},
    {.in = Menu::View, .name = "showMoney", .text = QT_TRANSLATE_NOOP("Action", "&Money"), .keys = Qt::CTRL | Qt::Key_3,
     .run = showChart<2>},
    {.in = Menu::View, .name = "showDeals", .text = QT_TRANSLATE_NOOP("Action", "&Deals"), .keys = Qt::CTRL | Qt::Key_4,
     .run = showTable<TableTab::Deals>},
    {.in = Menu::View, .name = "showEvents", .text = QT_TRANSLATE_NOOP("Action", "&Events"),
     .keys = Qt::CTRL | Qt::Key_5, .run = showTable<TableTab::Events>},
    {.in = Menu::View, .name = "showProblems", .text = QT_TRANSLATE_NOOP("Action", "&Problems"),
     .keys = Qt::CTRL | Qt::Key_6, .run = showTable<TableTab::ProblemList>},
    {.in = Menu::View, .name = "showHistory", .text = QT_TRANSLATE_NOOP("Action", "&History"),
     .keys = Qt::CTRL | Qt::Key_7, .run = showTable<TableTab::History>},
    {.in = Menu::View, .name = "showNodes", .text = QT_TRANSLATE_NOOP("Action", "N&odes"),
     .keys = Qt::CTRL | Qt::Key_8, .run = showTable<TableTab::Nodes>},
    {.in = Menu::View, .name = "showMetrics", .text = QT_TRANSLATE_NOOP("Action", "Me&trics"),
     .keys = Qt::CTRL | Qt::Key_9, .run = showTable<TableTab::Metrics>},
    {.in = Menu::View, .name = "showSources", .text = QT_TRANSLATE_NOOP("Action", "So&urces"),
     .keys = Qt::CTRL | Qt::Key_0, .run = showTable<TableTab::Sources>},
    {.in = Menu::View, .name = "nextPanel", .text = QT_TRANSLATE_NOOP("Action", "&Next panel"), .keys = Qt::Key_F6,
     .run = [](const WindowParts& to) { to.navigator.focusNextPanel(); }},
    {.in = Menu::View, .isApart = true, .name = "guarantees", .text = QT_TRANSLATE_NOOP("Action", "Guarantees as outlines in the flow"),
     .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.charts->setGuarantees(!to.panels.charts->hasGuarantees()); },
     .isOn = [](const WindowParts& parts) { return parts.panels.charts->hasGuarantees(); }},
    {.in = Menu::View, .opens = Menu::Picture, .text = QT_TRANSLATE_NOOP("Action", "The c&hart"),
     .isEnabled = isOpen, .fill = [](const WindowParts& to, QMenu& menu) { to.panels.charts->fillMenu(menu); }},
    {.in = Menu::View, .opens = Menu::TreeColumns, .text = QT_TRANSLATE_NOOP("Action", "Columns of the t&ree"),
     .isEnabled = isOpen, .fill = [](const WindowParts& to, QMenu& menu) { to.panels.tree->fillColumns(menu); }},
    {.in = Menu::View, .opens = Menu::TableColumns, .text = QT_TRANSLATE_NOOP("Action", "Columns of the ta&ble"),
     .isEnabled = isOpen, .fill = [](const WindowParts& to, QMenu& menu) { to.panels.tables->fillColumns(menu); }},
    {.in = Menu::View, .opens = Menu::Theme, .isApart = true, .isExclusive = true,
     .text = QT_TRANSLATE_NOOP("Action", "&Theme")},
    {.in = Menu::Theme, .name = "theme_system", .text = QT_TRANSLATE_NOOP("Action", "As the &system"),
     .run = setTheme<ThemeChoice::System>, .isOn = isTheme<ThemeChoice::System>},
    {.in = Menu::Theme, .name = "theme_light", .text = QT_TRANSLATE_NOOP("Action", "&Light"),
     .run = setTheme<ThemeChoice::Light>, .isOn = isTheme<ThemeChoice::Light>},
    {.in = Menu::Theme, .name = "theme_dark", .text = QT_TRANSLATE_NOOP("Action", "&Dark"),
     .run = setTheme<ThemeChoice::Dark>, .isOn = isTheme<ThemeChoice::Dark>},
    {.in = Menu::View, .opens = Menu::Language, .isExclusive = true, .text = QT_TRANSLATE_NOOP("Action", "&Language")},
    {.in = Menu::Language, .name = "language_en", .text = "English", .run = speak<Language::English>,
     .isOn = isLanguage<Language::English>},
    {.in = Menu::Language, .name = "language_zh_CN", .text = "简体中文", .run = speak<Language::Chinese>,
     .isOn = isLanguage<Language::Chinese>},
    {.in = Menu::View, .name = "animate", .text = QT_TRANSLATE_NOOP("Action", "&Animate changes"),
     .run = [](const WindowParts& to) { to.look.setAnimated(!to.look.isAnimated()); },
     .isOn = [](const WindowParts& parts) { return parts.look.isAnimated(); }},
    {.in = Menu::View, .name = "resetLook", .text = QT_TRANSLATE_NOOP("Action", "&Reset the panels"),
     .run = [](const WindowParts& to) { to.look.reset(); }},

    {.in = Menu::Bar, .opens = Menu::Lens, .text = QT_TRANSLATE_NOOP("Action", "&Lens")},
    {.in = Menu::Lens, .name = "nextPeriod", .text = QT_TRANSLATE_NOOP("Action", "Next period"),
     .keys = Qt::ALT | Qt::Key_Right, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->stepPeriod(1); }},
    {.in = Menu::Lens, .name = "previousPeriod", .text = QT_TRANSLATE_NOOP("Action", "Previous period"),
     .keys = Qt::ALT | Qt::Key_Left, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->stepPeriod(-1); }},
    {.in = Menu::Lens, .name = "nextKnowledge", .text = QT_TRANSLATE_NOOP("Action", "Next day of news"),
     .keys = Qt::ALT | Qt::Key_Up, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->stepKnowledge(1); }},
    {.in = Menu::Lens, .name = "previousKnowledge", .text = QT_TRANSLATE_NOOP("Action", "Previous day of news"),
     .keys = Qt::ALT | Qt::Key_Down, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->stepKnowledge(-1); }},
    {.in = Menu::Lens, .name = "replay", .text = QT_TRANSLATE_NOOP("Action", "Replay the news"),
     .keys = Qt::ALT | Qt::Key_P, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->toggleReplay(); }},
    {.in = Menu::Lens, .name = "play", .text = QT_TRANSLATE_NOOP("Action", "Play periods"),
     .keys = Qt::CTRL | Qt::Key_P, .isEnabled = isOpen,
     .run = [](const WindowParts& to) { to.panels.lensBar->togglePlay(); }},
    {.in = Menu::Lens, .isApart = true, .name = "lensStated", .text = QT_TRANSLATE_NOOP("Action", "Amounts as stated"),
     .keys = Qt::ALT | Qt::Key_1, .isEnabled = isOpen, .run = chooseStance<LensBar::Stance::Stated>,
     .isOn = isStance<LensBar::Stance::Stated>},
    {.in = Menu::Lens, .name = "lensWeighted", .text = QT_TRANSLATE_NOOP("Action", "Amounts weighted by status"),
     .keys = Qt::ALT | Qt::Key_2, .isEnabled = isOpen, .run = chooseStance<LensBar::Stance::Weighted>,
     .isOn = isStance<LensBar::Stance::Weighted>},
    {.in = Menu::Lens, .name = "lensFirm", .text = QT_TRANSLATE_NOOP("Action", "Only what is firm"),
     .keys = Qt::ALT | Qt::Key_3, .isEnabled = isOpen, .run = chooseStance<LensBar::Stance::Firm>,
     .isOn = isStance<LensBar::Stance::Firm>},
    {.in = Menu::Lens, .name = "lensRest", .text = QT_TRANSLATE_NOOP("Action", "Lens…"), .keys = Qt::CTRL | Qt::Key_L,
     .isEnabled = isOpen, .run = [](const WindowParts& to) { to.panels.lensBar->openRest(); }},
    {.in = Menu::Lens, .opens = Menu::Compare, .isApart = true, .text = QT_TRANSLATE_NOOP("Action", "&Compare with"),
     .isEnabled = isOpen},
    {.in = Menu::Compare, .name = "compareYearEnd",
     .text = QT_TRANSLATE_NOOP("Action", "What was known at the end of the &year before"), .keys = Qt::ALT | Qt::Key_4, .isEnabled = isOpen,
     .run = compareWith<Comparable::YearEnd>, .isOn = isComparedWith<Comparable::YearEnd>},
    {.in = Menu::Compare, .name = "compareNinetyDays",
     .text = QT_TRANSLATE_NOOP("Action", "What was known &90 days before"), .keys = Qt::ALT | Qt::Key_5, .isEnabled = isOpen,
     .run = compareWith<Comparable::NinetyDays>, .isOn = isComparedWith<Comparable::NinetyDays>},
    {.in = Menu::Compare, .isApart = true, .name = "comparePeriod",
     .text = QT_TRANSLATE_NOOP("Action", "The &period before"), .keys = Qt::ALT | Qt::Key_6, .isEnabled = isOpen,
     .run = compareWith<Comparable::PeriodBefore>, .isOn = isComparedWith<Comparable::PeriodBefore>},
    {.in = Menu::Compare, .isApart = true, .name = "compareStated",
     .text = QT_TRANSLATE_NOOP("Action", "Amounts as &stated"), .keys = Qt::ALT | Qt::Key_7, .isEnabled = isOpen,
     .run = compareWith<Comparable::Stated>, .isOn = isComparedWith<Comparable::Stated>},
    {.in = Menu::Compare, .name = "compareWeighted",
     .text = QT_TRANSLATE_NOOP("Action", "Amounts &weighted by status"), .keys = Qt::ALT | Qt::Key_8, .isEnabled = isOpen,
     .run = compareWith<Comparable::Weighted>, .isOn = isComparedWith<Comparable::Weighted>},
    {.in = Menu::Compare, .name = "compareFirm",
     .text = QT_TRANSLATE_NOOP("Action", "Only what is &firm"), .keys = Qt::ALT | Qt::Key_9, .isEnabled = isOpen,
     .run = compareWith<Comparable::Firm>, .isOn = isComparedWith<Comparable::Firm>},
    {.in = Menu::Compare, .name = "compareBase", .text = QT_TRANSLATE_NOOP("Action", "The &file as it is"),
     .keys = Qt::ALT | Qt::Key_B, .isEnabled = isOpen, .run = compareWith<Comparable::Base>,
     .isOn = isComparedWith<Comparable::Base>},
    {.in = Menu::Compare, .isApart = true, .name = "compareHeld",
     .text = QT_TRANSLATE_NOOP("Action", "The lens as it is &now, and then another"), .isEnabled = isOpen,
     .run = compareWith<Comparable::Held>, .isOn = isComparedWith<Comparable::Held>},
    {.in = Menu::Compare, .name = "compareSwap", .text = QT_TRANSLATE_NOOP("Action", "Change &over"),
     .isEnabled = isOpen, .run = [](const WindowParts& to) { to.compare.swap(); }},
    {.in = Menu::Compare, .name = "compareStop", .text = QT_TRANSLATE_NOOP("Action", "Stop &comparing"),
     .keys = Qt::ALT | Qt::Key_0, .isEnabled = isOpen, .run = [](const WindowParts& to) { to.compare.stop(); }},

    {.in = Menu::Bar, .opens = Menu::Help, .text = QT_TRANSLATE_NOOP("Action", "&Help")},
    {.in = Menu::Help, .name = "help", .text = QT_TRANSLATE_NOOP("Action", "O-chain in five &minutes"),
     .keys = Qt::Key_F1, .run = [](const WindowParts& to) { openHelp(&to.window, QStringLiteral("start")); }},
    {.in = Menu::Help, .name = "shortcuts", .text = QT_TRANSLATE_NOOP("Action", "&Keyboard shortcuts"),
     .run = [](const WindowParts& to) { openHelp(&to.window, QStringLiteral("keys")); }},
    {.in = Menu::Help, .name = "figures", .text = QT_TRANSLATE_NOOP("Action", "What the &figures mean"),
     .run = [](const WindowParts& to) { openHelp(&to.window, QStringLiteral("figures")); }},
    {.in = Menu::Help, .name = "about", .text = QT_TRANSLATE_NOOP("Action", "&About O-chain"),
     .run = [](const WindowParts& to) { openAboutPage(&to.window); }},
};
// clang-format on

} // namespace

std::span<const ActionRow> actionRows()
{
    return kRows;
}

QString actionText(const char* text)
{
    return QCoreApplication::translate("Action", text);
}

} // namespace ochain
