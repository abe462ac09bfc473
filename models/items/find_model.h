// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/roles.h"
#include "items/row_list_model.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <vector>

namespace ochain {

/// The quick find: nodes, tiers, deals, metrics, events, sources and statuses whose key or name in either language
/// matches what was typed, best first: the name itself, its beginning, the beginning of a word, inside it, then the
/// letters in order. ItemKindRole, RowRefRole and MatchRole say what a row is. The document must outlive it.
class FindModel final : public RowListModel<QAbstractListModel> {
    Q_OBJECT
public:
    static constexpr int kMost = 60; ///< rows shown at most

    explicit FindModel(Document& document, QObject* parent = nullptr);
    ~FindModel() override;

    [[nodiscard]] QString query() const;
    /// Looks for a text; of an empty one nothing is found. Rows that are found again stay.
    void setQuery(const QString& query);
    /// How many rows the last search compared with what was typed.
    [[nodiscard]] std::size_t lastLooked() const noexcept;
    /// Only rows of one kind, for the supplier and customer fields of forms; nothing: all kinds.
    void setOnly(std::optional<ItemKind> kind);
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void follow(const Changed& changed);
    void show(std::vector<RowRef> rows, const QList<int>& roles);

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
