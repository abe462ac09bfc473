// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/cell_sums.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

class QTableView;
class QTimer;

namespace ochain {

class Document;

/// Says of the cells selected in a table how many there are and what they add up to. Of very many it adds up bit by
/// bit, so that the window goes on meanwhile.
class CellSummary final : public QObject {
    Q_OBJECT
public:
    explicit CellSummary(QObject* parent = nullptr);

    /// Looks at the selection of a table from now on; whoever shows it calls it again when the table has another model.
    /// @param table, document  may be null; must outlive the next call
    void watch(const QTableView* table, const Document* document);

signals:
    /// "12 cells in 4 rows · sum $620B"; empty where less than two rows are selected.
    void summed(const QString& text);

private:
    struct Column {
        int column = 0;
        ColumnContent content = ColumnContent::Text;
    };
    struct Block {
        int row = 0; ///< the next to be taken
        int last = 0;
        QList<Column> columns; ///< of figures
    };
    void begin();
    void goOn();
    void tell(const QString& sums);

    QPointer<const QTableView> m_table;
    QPointer<const Document> m_document;
    QList<QMetaObject::Connection> m_watched;
    QTimer* m_slices;
    QList<Block> m_blocks;
    std::unique_ptr<CellSums> m_sums;
    qint64 m_cells = 0;
    qint64 m_rows = 0;
};

} // namespace ochain
