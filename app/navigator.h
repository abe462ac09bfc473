// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"
#include "panels/home_panel.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace ochain {

class BusyWork;

struct WindowPanels;

/// Where one looks: the lens, the row that is selected, and the panel that shows it or has the keyboard.
class Navigator final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the navigator.
    Navigator(const WindowPanels& panels, BusyWork& work, QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);

    void setLens(const ViewLens& lens);
    /// Selects a row, or the one it belongs to, and shows a field of it in the inspector.
    /// @param field  negative: none in particular
    void selectRow(RowRef row, int field = -1);
    /// Shows a row to be edited: a row that one looks at first gets the keyboard too.
    void editRow(RowRef row, int field);
    void editSelected();
    /// Each status is judged by the others: the form of one has the weights of all.
    void showWeights();
    /// The one deal behind a mark, or a choice of several.
    void showDeals(const std::vector<DealId>& deals, const QString& title);
    /// Shows a tab at the left and gives it the keyboard.
    void enterHome(HomePanel::Tab tab);
    /// Brings the form to the front.
    void showInspector();
    /// Tells a figure apart, beside what it stands in.
    void explain(const FigureCell& cell);
    /// The same of the figure that has the keyboard, else of what is selected.
    void explainHere();
    void openFind();
    void focusFilter();
    /// Gives the keyboard to the next panel that is to be seen.
    void focusNextPanel();

private:
    [[nodiscard]] std::optional<FigureCell> figureHere() const;

    const WindowPanels& m_panels;
    BusyWork& m_work;
    QPointer<Document> m_document;
};

} // namespace ochain
