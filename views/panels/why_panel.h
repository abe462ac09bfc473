// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/explain.h"
#include "document/document.h"
#include "figures/tree_figure.h"
#include "items/explained_copy.h"
#include "items/told_difference.h"

#include <QPointer>
#include <QStackedWidget>

#include <cstddef>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace ochain {

class AddressStrip;
class StatePage;
class WhyChoice;
class WhyTree;

/// Why a figure is what it is, or why it moved: a sentence, and below it a tree whose lines add up to it, down to the
/// sources. Follows what is selected, edits, the lens and what that is compared with while it is seen; what is open
/// stays open.
class WhyPanel final : public QStackedWidget {
    Q_OBJECT
public:
    explicit WhyPanel(QWidget* parent = nullptr);
    ~WhyPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows a figure; nothing: the one that says most about what is selected.
    void explain(const std::optional<FigureCell>& cell);
    [[nodiscard]] const std::optional<FigureCell>& cell() const noexcept { return m_cell; }
    void focusTree();
    /// Puts what is shown on the clipboard.
    void copy(CopyAs as = CopyAs::Text) const;
    /// What is shown, as far as it is open, as a picture; nothing while no figure is.
    [[nodiscard]] std::optional<TreeFigure> picture() const;
    /// Figures of more deals are told apart on another thread.
    void setMostAtOnce(std::size_t deals) noexcept { m_mostAtOnce = deals; }

signals:
    /// What is shown shall become a file.
    void exportWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A figure told apart, or what it moved by; neither where memory was wanting.
    struct Outcome {
        std::optional<Explanation> told;
        std::optional<ToldDifference> moved;
    };
    struct Work;

    void connectTree();
    void followSelection();
    void followLens(const ViewLens& before);
    void outdate();
    void refresh();
    void followSecondLens();
    void tellApart();
    void startWork(const std::optional<ToldDifference>& asked);
    void take(Outcome outcome);
    void show(Explanation told);
    void show(ToldDifference told);
    [[nodiscard]] bool isShown(const FigureCell& cell) const;
    void showSentence();
    void showEmpty();
    void showFailed();
    void ask(const QString& address);
    void select(const RowRef& row);
    void openMenu(QPoint at);
    void retranslate();
    [[nodiscard]] bool isThere(const FigureCell& cell) const;
    [[nodiscard]] std::size_t dealsOf(const FigureCell& cell) const;
    [[nodiscard]] FigureCell cellOf(RowRef row) const;

    QPointer<Document> m_document;
    std::unique_ptr<Work> m_work;
    StatePage* m_state;
    QWidget* m_page;
    WhyChoice* m_choice;
    QPushButton* m_export;
    QLabel* m_title;
    QLabel* m_made;
    WhyTree* m_tree;
    QLabel* m_hint;
    AddressStrip* m_address;
    std::optional<FigureCell> m_cell;
    ExplainedSentence m_sentence;
    Hidden m_hidden; ///< of the figure shown
    std::size_t m_mostAtOnce = 5000;
    bool m_isStale = false;
    bool m_isPicking = false; ///< the selection comes from a line of the tree
};

} // namespace ochain
