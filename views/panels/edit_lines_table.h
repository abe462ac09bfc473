// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

#include <QTableView>

#include <cstddef>

namespace ochain {

class EditLinesModel;

/// The lines of an edit for reading before it is made: sorted by any column, copied with Ctrl+C as a spreadsheet takes
/// it. What goes stands in bold and in the colour of what needs care.
class EditLinesTable final : public QTableView {
    Q_OBJECT
public:
    explicit EditLinesTable(const QString& name, QWidget* parent = nullptr);

    /// @param chain  as it is before the edit
    /// @param most   lines; more are left out
    /// @return how many lines are shown
    std::size_t showEdit(const Edit& edit, const Chain& chain, std::size_t most);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy() const;

    EditLinesModel* m_lines;
};

} // namespace ochain
