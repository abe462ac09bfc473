// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/claim_history.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ochain {

/// The claims on a field, a line each: day and value, source and note; those that were its value in order of date, then
/// the rivals. A rival can be adopted, any of them erased.
class ClaimLines final : public QWidget {
    Q_OBJECT
public:
    /// @param name  of the field's editor; those of the lines begin with it
    explicit ClaimLines(const QString& name, QWidget* parent = nullptr);

    void setClaims(const Chain& chain, RowRef row, Field field, const ClaimHistory& history, bool isReadOnly);
    /// Its buttons, as Tab reaches them.
    [[nodiscard]] const QList<QWidget*>& buttons() const noexcept { return m_buttons; }

signals:
    void adoptionWanted(ochain::ClaimId claim);
    void erasureWanted(ochain::ClaimId claim);

private:
    void clear();
    void addLine(const Chain& chain, ClaimId id, bool isNow);
    void addButtons(const QString& about, ClaimId id, bool isAdopted, QWidget& line, QBoxLayout& layout);

    QString m_name;
    bool m_isReadOnly = false;
    QVBoxLayout* m_layout;
    QList<QWidget*> m_buttons;
};

} // namespace ochain
