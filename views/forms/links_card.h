// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/form_card.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <map>
#include <set>
#include <vector>

class QVBoxLayout;

namespace ochain {

/// The rows that hang together with a row, as links: of a node its deals, what is inside it, its events.
class LinksCard final : public FormCard {
    Q_OBJECT
public:
    explicit LinksCard(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;

protected:
    void changeEvent(QEvent* event) override;
    void refresh() override;

private:
    struct Link {
        RowRef row;
        QString text;
        QString note;
        bool operator==(const Link&) const = default;
    };
    struct Links {
        std::vector<Link> rows;                 ///< grouped by table, of each no more than can be shown
        std::map<Table, std::ptrdiff_t> counts; ///< how many there are
        bool operator==(const Links&) const = default;
    };
    [[nodiscard]] Links currentLinks() const;
    [[nodiscard]] Link linkTo(RowRef row) const;
    void rebuild();
    void addGroup(std::vector<Link>::const_iterator first, std::vector<Link>::const_iterator last);
    void addLine(const Link& link);

    std::optional<RowRef> m_row;
    Links m_links;              ///< as shown
    bool m_isOther = false;     ///< it is shown of another row, or in another language
    std::set<Table> m_unfolded; ///< groups of which all rows are shown
    QVBoxLayout* m_lines;
    QList<QWidget*> m_buttons; ///< links and unfolders from top to bottom
};

} // namespace ochain
