// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QLineEdit;

namespace ochain {

class ChoiceList;
class FindModel;

/// Lets a line edit find a row of the chain by typing a part of its name or key, in either language. Only what is
/// chosen from the list is picked; whether a text that stays is the exact name of a row is for its owner to judge.
class RowPicker final : public QObject {
    Q_OBJECT
public:
    /// @param edit      the picker's parent
    /// @param document  must outlive the picker
    /// @param table     nodes, tiers, deals or sources
    RowPicker(QLineEdit& edit, Document& document, Table table);
    ~RowPicker() override;

    void retranslate();
    /// How to go on if none of the rows offered is meant.
    void setHint(const QString& text);

signals:
    /// A row was chosen from the list; its key.
    void picked(const QString& key);

private:
    void offer(const QString& text);

    std::unique_ptr<FindModel> m_model;
    QPointer<ChoiceList> m_list; ///< a child of the line edit, which may go first
};

/// Whether a field is found by typing a part of a name.
[[nodiscard]] bool isPicked(const FieldSpec& field);

} // namespace ochain
