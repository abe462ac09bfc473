// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "figures/shown_view.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <string>

namespace ochain {

class Messages;
class Navigator;

struct WindowPanels;

/// Where one looks as a whole: goes where an answer, a saved view or a picture leads, and saves where one is.
class ViewActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    ViewActions(const WindowPanels& panels, Messages& messages, Navigator& navigator, QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    /// Shows a chart, if the place has one, and a table likewise.
    void open(const Place& place);
    /// @return the group or the scenario that it is of and the file does not have; empty if all is there
    std::string openChart(const ShownView& chart);
    /// Opens a saved view, or says what is wrong with it.
    void openSaved(ViewId view);
    /// Asks for the name under which what is looked at shall be kept.
    void askName();

private:
    [[nodiscard]] Place placeNow() const;
    [[nodiscard]] QString suggestion() const;
    void save(const QString& name);
    void replace(ViewId view);

    const WindowPanels& m_panels;
    Messages& m_messages;
    Navigator& m_navigator;
    QPointer<Document> m_document;
};

} // namespace ochain
