// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/figure_cell.h"
#include "document/document.h"
#include "figures/shown_view.h"

#include <QPointer>
#include <QScrollArea>

#include <memory>
#include <optional>

namespace ochain {

class QuestionsModel;
class SavedViewsPanel;
class WholeList;

/// Home: what the program answers from the open chain, and below it the views that are kept in the file.
class QuestionsPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit QuestionsPanel(QWidget* parent = nullptr);
    ~QuestionsPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// The first chart stands: now the questions may be answered.
    void begin();
    [[nodiscard]] SavedViewsPanel* savedViews() const noexcept { return m_views; }
    /// Null while there is no document.
    [[nodiscard]] QuestionsModel* model() const noexcept { return m_model.get(); }
    void takeKeyboard();
    /// Whether the questions have it.
    [[nodiscard]] bool hasKeyboard() const;
    /// The figure behind the answer that the keyboard is on; nothing if it is of several, or of none.
    [[nodiscard]] std::optional<FigureCell> currentFigure() const;

signals:
    /// The user wants to see what an answer is drawn from.
    void placeWanted(const ochain::Place& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void open(const QModelIndex& index);
    void scrollTo(const QWidget& part, const QRect& place);
    void retranslate();

    QPointer<Document> m_document;
    std::unique_ptr<QuestionsModel> m_model;
    WholeList* m_list;
    SavedViewsPanel* m_views;
};

} // namespace ochain
