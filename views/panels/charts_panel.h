// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ochain {

class ChartView;
class FlowView;
class Segments;
class StatePage;

/// The charts as tabs, and the state of the whole while there is no file: loading, failed, none.
class ChartsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ChartsPanel(QWidget* parent = nullptr);

    /// Builds the charts of a document; null takes them away. The document must outlive the next call.
    void setDocument(Document* document);
    /// The chart shown; null if there is none.
    [[nodiscard]] ChartView* current() const;
    [[nodiscard]] StatePage* statePage() const noexcept { return m_state; }
    /// What each view remembers, by its name, and which one is shown.
    [[nodiscard]] QMap<QString, QString> states() const;
    void setStates(const QMap<QString, QString>& states);
    /// Whether changes are seen to move.
    void setAnimated(bool isAnimated);
    /// Whether the flow shows guarantees, as outlines.
    [[nodiscard]] bool hasGuarantees() const;
    void setGuarantees(bool isShown);
    /// Fills a menu with all that can be done to the chart shown.
    void fillMenu(QMenu& menu);
    [[nodiscard]] int currentTab() const;
    /// What the view shown is called.
    [[nodiscard]] QString currentTitle() const;
    void showTab(int index);
    /// Shows the tab of a view, by its name. @return it; null if there is none
    ChartView* showView(const QString& view);

signals:
    void lensWanted(const ochain::ViewLens& lens);
    void exportWanted();
    /// A chart stands on the screen as it was asked for.
    void figureShown();
    void figureWanted(const ochain::FigureCell& cell);
    void dealsWanted(const std::vector<ochain::DealId>& deals, const QString& title);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(ChartView* view);
    void retranslate();
    void dress(ChartView* view) const;
    void followSecondLens();

    QPointer<Document> m_document;
    QTabBar* m_tabs;
    Segments* m_compared; ///< whether what is compared is seen as its difference
    QPushButton* m_export;
    QStackedWidget* m_stack;
    StatePage* m_state;
    QList<ChartView*> m_views;
    FlowView* m_flow = nullptr; ///< of m_views
    QMap<QString, QString> m_states;
    bool m_isAnimated = false;
};

} // namespace ochain
