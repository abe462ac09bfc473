// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/links_card.h"

#include "editing/linked_rows.h"
#include "editing/row_marks.h"
#include "formats/format.h"
#include "forms/row_words.h"
#include "forms/tab_order.h"
#include "theme/theme.h"
#include "widgets/elided_words.h"
#include "widgets/emptied_layout.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr std::ptrdiff_t kShort = 6;  ///< rows of a group to begin with
constexpr std::ptrdiff_t kLong = 300; ///< and once it is unfolded

/// A link that gives way: cut between words, whole in the tooltip.
class CutLink final : public QPushButton {
public:
    CutLink(const QString& text, QWidget* parent) : QPushButton(parent), m_text(text)
    {
        setObjectName(QStringLiteral("rowLink"));
        setProperty("look", QStringLiteral("plain"));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setToolTip(text);
        setAccessibleName(text);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        setText(literally(elidedAtWord(m_text, fontMetrics(), event->size().width() - 2 * kGrid)));
        QPushButton::resizeEvent(event);
    }

private:
    QString m_text;
};

QString captionOf(Table owner, Table table, std::ptrdiff_t count)
{
    const QString number = countText(count);
    if (owner == Table::Nodes && table == Table::Nodes)
        return LinksCard::tr("INSIDE IT %1").arg(number);
    switch (table) {
    case Table::Deals:
        return LinksCard::tr("DEALS %1").arg(number);
    case Table::Nodes:
        return LinksCard::tr("NODES %1").arg(number);
    case Table::Tiers:
        return LinksCard::tr("TIERS %1").arg(number);
    case Table::Events:
        return LinksCard::tr("EVENTS %1").arg(number);
    default:
        return LinksCard::tr("%1: %2").arg(tableWord(table), number);
    }
}

} // namespace

LinksCard::LinksCard(QWidget* parent) : FormCard(QStringLiteral("link"), parent), m_lines(new QVBoxLayout)
{
    caption()->hide(); // each group has one of its own
    m_lines->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->addLayout(m_lines);
}

void LinksCard::setDocument(Document* document)
{
    if (this->document() != nullptr)
        disconnect(this->document(), nullptr, this, nullptr);
    follow(document);
    m_row.reset();
    m_links = {};
    if (document != nullptr)
        connect(document, &Document::changed, this, &LinksCard::askRefresh);
}

void LinksCard::setRow(std::optional<RowRef> row)
{
    if (row != m_row)
        m_unfolded.clear();
    m_row = row;
    m_isOther = true;
    askRefresh();
}

LinksCard::Link LinksCard::linkTo(RowRef row) const
{
    const Chain& chain = document()->chain();
    Link link{row, rowTitle(chain, row), marksOf(chain, row)};
    if (row.table != Table::Deals || m_row->table != Table::Nodes)
        return link;
    const Deal& deal = chain.deals()[DealId{row.row}]; // the other end is what matters here
    const bool isSupplier = deal.supplier.value == m_row->row;
    link.text = (isSupplier ? QStringLiteral("→ ") : QStringLiteral("← ")) +
                nameOf(chain, isSupplier ? deal.customer : deal.supplier);
    QStringList parts{link.note, nameOf(chain, deal.kind)};
    parts.removeAll(QString());
    link.note = parts.join(QStringLiteral(" · "));
    return link;
}

LinksCard::Links LinksCard::currentLinks() const
{
    Links links;
    if (document() == nullptr || !m_row)
        return links;
    std::vector<RowRef> rows = linkedRows(document()->chain(), *m_row);
    std::stable_sort(rows.begin(), rows.end(), [](RowRef a, RowRef b) {
        const auto rank = [](Table table) { return table == Table::Deals ? -1 : static_cast<int>(table); };
        return rank(a.table) < rank(b.table);
    });
    for (const RowRef row : rows)
        if (++links.counts[row.table] <= kLong)
            links.rows.push_back(linkTo(row));
    return links;
}

void LinksCard::refresh()
{
    Links now = currentLinks();
    if (!std::exchange(m_isOther, false) && now == m_links)
        return; // the keyboard may be on one of them
    m_links = std::move(now);
    rebuild();
}

void LinksCard::rebuild()
{
    m_buttons.clear();
    emptyLayout(*m_lines);
    const std::vector<Link>& rows = m_links.rows;
    for (auto first = rows.cbegin(); first != rows.cend();) {
        const auto last =
            std::find_if(first, rows.cend(), [&first](const Link& link) { return link.row.table != first->row.table; });
        addGroup(first, last);
        first = last;
    }
    putBeforeInTabOrder(*this, m_buttons);
    setVisible(!rows.empty());
}

void LinksCard::addGroup(std::vector<Link>::const_iterator first, std::vector<Link>::const_iterator last)
{
    const Table table = first->row.table;
    const std::ptrdiff_t count = m_links.counts.at(table);
    auto* head = new QLabel(captionOf(m_row->table, table, count), this);
    makeCaption(head);
    head->setContentsMargins(0, m_lines->count() == 0 ? 0 : kGrid, 0, kGrid / 2);
    m_lines->addWidget(head);
    const std::ptrdiff_t shown = std::min(last - first, m_unfolded.count(table) != 0 ? kLong : kShort);
    std::for_each(first, first + shown, [this](const Link& link) { addLine(link); });
    if (shown == count)
        return;
    const auto rest = static_cast<int>(count - shown);
    if (shown >= kLong) {
        auto* note = new WrappedLabel(tr("%n more", nullptr, rest), this);
        makeNote(note);
        m_lines->addWidget(note);
        return;
    }
    auto* more = new QPushButton(tr("%n more", nullptr, rest), this);
    more->setObjectName(QStringLiteral("moreLinks"));
    more->setProperty("look", QStringLiteral("link"));
    connect(more, &QPushButton::clicked, this, [this, table] {
        m_unfolded.insert(table);
        rebuild();
    });
    m_lines->addWidget(more, 0, Qt::AlignLeft);
    m_buttons << more;
}

/// What tells rows of one name apart stands below the name, which needs the room.
void LinksCard::addLine(const Link& link)
{
    auto* line = new QWidget(this);
    auto* layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, link.note.isEmpty() ? 0 : kGrid / 2);
    layout->setSpacing(0);
    auto* button = new CutLink(link.text, line);
    button->setAccessibleDescription(link.note);
    connect(button, &QPushButton::clicked, this, [this, row = link.row] { emit rowWanted(row); });
    layout->addWidget(button);
    m_buttons << button;
    if (!link.note.isEmpty()) {
        auto* note = new WrappedLabel(link.note, line);
        makeNote(note);
        note->setObjectName(QStringLiteral("rowLinkNote"));
        note->setTextFormat(Qt::PlainText);
        note->setContentsMargins(kGrid - 1, 0, 0, 0); // in line with the name
        layout->addWidget(note);
    }
    m_lines->addWidget(line);
}

void LinksCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_isOther = true; // headings change even where no name does
        askRefresh();
    }
    FormCard::changeEvent(event);
}

} // namespace ochain
