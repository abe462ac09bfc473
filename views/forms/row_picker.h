// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/names.h"
#include <QObject>

#include <memory>

class QCompleter;
class QLineEdit;

namespace ochain {

class FindModel;

/// Lets a line edit find a row of the chain by typing a part of its name or key, in either language.
class RowPicker final : public QObject {
    Q_OBJECT
public:
    /// @param edit      the picker's parent
    /// @param document  must outlive the picker
    /// @param table     nodes, tiers, deals or sources
    RowPicker(QLineEdit& edit, Document& document, Table table);
    ~RowPicker() override;

    void setLanguage(Language language);

signals:
    /// A row was chosen from the list; its key.
    void picked(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool pickForEnter();
    QLineEdit& m_edit;
    std::unique_ptr<FindModel> m_model;
    QCompleter* m_completer;
};

} // namespace ochain
