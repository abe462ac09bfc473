// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QPointer>
#include <QStackedWidget>

namespace ochain {

class DealForm;
class RowSummary;
class StatePage;

/// What is selected, in full: the form of a deal, the figures of a node or tier, the fields of anything else.
class Inspector final : public QStackedWidget {
    Q_OBJECT
public:
    explicit Inspector(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    [[nodiscard]] DealForm& form() const noexcept { return *m_form; }
    void beginNewDeal();
    /// Puts the keyboard into a field of the deal shown.
    void focusField(int field);

signals:
    void notSaved(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void retranslate();

    QPointer<Document> m_document;
    StatePage* m_empty;
    DealForm* m_form;
    RowSummary* m_summary;
};

} // namespace ochain
