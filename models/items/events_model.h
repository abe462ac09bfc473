// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <memory>

namespace ochain {

/// All events in the order they were entered, one row each. CountsRole tells whether an event is known under the lens.
/// Follows the document edit by edit without resets. The document must outlive it.
class EventsModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Date, Kind, Title, Nodes, Note };
    static constexpr int kColumnCount = static_cast<int>(Column::Note) + 1;

    explicit EventsModel(Document& document, QObject* parent = nullptr);
    ~EventsModel() override;

    /// The place of an event; invalid if there is none. O(1).
    [[nodiscard]] QModelIndex indexOf(RowRef row) const;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    void follow(const Changed& changed);
    void followLens(const ViewLens& before);
    void announceNode(NodeId node);

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
