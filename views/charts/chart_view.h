// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "charts/chart.h"
#include "document/document.h"

#include <QWidget>

#include <memory>
#include <optional>

class QMenu;

namespace ochain {

/// A chart of the open document in a widget: a slim header with its switches, the picture, tooltips, keyboard and
/// selection. Follows the document's lens, edits and selection by itself. The document must outlive it.
class ChartView : public QWidget {
    Q_OBJECT
public:
    ~ChartView() override;

    /// "flow", "capacity" or "money".
    [[nodiscard]] QString viewName() const;
    [[nodiscard]] const ChartFigure& figure() const;
    /// What is on the screen, with its boxes in the order they have there: to be exported as it is.
    [[nodiscard]] ChartFigure shown() const;
    /// Figures of chains with more deals are built in the background.
    void setMostAtOnce(std::size_t deals);
    /// Whether changes are seen to move.
    void setAnimated(bool isAnimated);
    /// Whether it shows what the lens and the one that it is compared with differ by, while there is one.
    void setCompared(bool isCompared);
    /// Ids lit by the selection: an export fades the rest if it is asked to.
    [[nodiscard]] std::vector<std::string> lit() const;
    void setTheme(Theme theme);
    void retranslate();
    [[nodiscard]] const FigureOptions& options() const noexcept;
    /// Mode, layer, group, grouping and what is expanded, as one line of JSON to remember; restoring ignores what no
    /// longer exists.
    [[nodiscard]] QString saveState() const;
    void restoreState(const QString& text);
    /// Whether a view with a pin holds its group, or its places, fast.
    [[nodiscard]] std::optional<bool> isPinned() const;
    /// Fills a menu with all that can be done to the picture, and to the mark that the keyboard points at.
    void fillMenu(QMenu& menu);
    /// Which figure the mark stands for that the keyboard or the mouse points at; nothing if it is no one figure.
    [[nodiscard]] std::optional<FigureCell> figurePointedAt() const;

signals:
    /// The view wants the lens of the document changed; whoever owns that decides.
    void lensWanted(const ochain::ViewLens& lens);
    /// The user asks for an export of this view (button or context menu); the window shows the dialog.
    void exportRequested();
    /// A mark that stands for a figure was opened with a double click or Enter: tell it apart.
    void figureWanted(const ochain::FigureCell& cell);
    /// Likewise one that stands for no one figure: show its deals.
    void explainRequested(const std::vector<ochain::DealId>& deals, const QString& title);
    /// A figure that was asked for stands on the screen.
    void figureShown();

protected:
    ChartView(Document& document, const QString& view, QWidget* parent);
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] Document& document() const noexcept;
    void setOptions(const FigureOptions& options);
    /// The row of switches above the picture.
    [[nodiscard]] QWidget& header() const;
    /// Adds a switch to that row; finishHeader() once after the last.
    void addSwitch(QWidget* widget);
    void finishHeader();
    /// The same for the choice of the years shown, of a view over years.
    void addYears();
    /// What a pin holds fast.
    enum class Pin {
        Group, ///< of a view of one group, which follows the selection as long as it is not pinned
        Places ///< of boxes, from one picture to the next; not pinned, a picture is the same whatever was shown before
    };
    void addPin(Pin what);
    /// Fills the switches anew: after a change of language or of the options.
    virtual void fillHeader() = 0;
    /// Adds what only this view has to the menu of the picture.
    virtual void addActions(QMenu& menu);

private:
    void outdate();
    void pick(const std::optional<ChartHit>& hit);
    void open(const ChartHit& hit);
    void toggle(const std::string& id);
    void keepOrder(const std::vector<std::string>& ids);
    void orderAfresh();
    void chooseYears(std::optional<int> from, std::optional<int> to);
    void fillYears();
    void fillPin();
    void followSelection();
    void fillMenu(QMenu& menu, const std::optional<ChartHit>& hit);
    void showMenu(const std::optional<ChartHit>& hit, QPoint at);
    [[nodiscard]] QString figuresAsText() const;
    /// As large as on the screen, with its sources.
    void copyPicture() const;
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
