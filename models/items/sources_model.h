// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/table_model.h"

#include <memory>
#include <optional>

namespace ochain {

/// The citations of one row (of a deal: of its tranches too) with their sources: UrlRole opens one. RowRefRole is the
/// source, KeyRole the key of the citation. The document must outlive it.
class SourcesModel final : public TableModel {
    Q_OBJECT
public:
    enum class Column : int { Publisher, Title, Published, Fields };
    static constexpr int kColumnCount = static_cast<int>(Column::Fields) + 1;

    explicit SourcesModel(Document& document, QObject* parent = nullptr);
    ~SourcesModel() override;

    void setRow(std::optional<RowRef> row);
    [[nodiscard]] std::optional<RowRef> row() const noexcept;
    /// While nobody looks at it, edits cost it nothing; looked at again, it is led over to what stands then.
    void setLookedAt(bool isLookedAt);
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const ColumnSpec& column(int section) const override;

private:
    void follow(const Changed& changed);
    void show(const Changed& changed);

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
