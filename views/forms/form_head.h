// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ochain {

/// The head of a form: what the row is called, what kind of thing it is, and for a new row the way to give it up.
class FormHead final : public QWidget {
    Q_OBJECT
public:
    FormHead(Table table, QWidget* parent);

    void showTexts(const QString& title, const QString& subtitle);
    void setNew(bool isNew);
    /// While a row is being entered the head keeps its height, so that the fields below it stay where they are.
    void keepHeight(bool isKept);
    void retranslate();

signals:
    /// The user gives the new row up.
    void dropAsked();

private:
    Table m_table;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_drop;
};

} // namespace ochain
