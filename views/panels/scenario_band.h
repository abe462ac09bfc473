// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace ochain {

/// Over the form while a scenario is edited: that what is typed goes into it, and how that ends.
class ScenarioBand final : public QFrame {
    Q_OBJECT
public:
    explicit ScenarioBand(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);

signals:
    /// Before editing ends: what is still to go into the scenario has to go now.
    void ending();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    QPointer<Document> m_document;
    QLabel* m_text;
    QPushButton* m_end;
};

} // namespace ochain
