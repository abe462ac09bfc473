// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QContextMenuEvent;
class QMenu;

namespace ochain {

class EditActions;
class Messages;
class Navigator;

struct WindowPanels;

/// A field of a row, wherever it is seen.
struct SeenField {
    RowRef row;
    Field field = 0;
};

/// Asks "what if?" of the field on which the keyboard is, or of that whose menu is opened: in a form, in a table of the
/// window or in one of a form.
class WhatIfActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    WhatIfActions(const WindowPanels& panels, Messages& messages, EditActions& edits, Navigator& navigator,
                  QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    /// Brings What if to the front; with a line for the field on which the keyboard is, if it is on one.
    void askHere();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask(const SeenField& seen);
    [[nodiscard]] std::optional<SeenField> fieldAt(QWidget* widget) const;
    [[nodiscard]] bool openMenu(QWidget& widget, const QContextMenuEvent& asked);

    const WindowPanels& m_panels;
    QPointer<Document> m_document;
};

} // namespace ochain
