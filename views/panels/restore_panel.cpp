// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/restore_panel.h"

#include "editing/edit_lines.h"
#include "formats/format.h"
#include "items/backups_model.h"
#include "panels/edit_lines_table.h"
#include "panels/import_preview.h"
#include "theme/theme.h"
#include "widgets/cell_delegate.h"
#include "widgets/column_defaults.h"
#include "widgets/figure_header.h"
#include "widgets/state_page.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr std::size_t kMostLinesToRead = 10'000; ///< a table of them is there in a blink
constexpr int kRowsOfBackups = 5;
constexpr QSize kPanelSize(960, 600);

} // namespace

RestorePanel::RestorePanel(const QString& file, BackupsModel& backups, QWidget* parent)
    : QDialog(parent), m_file(file), m_model(backups), m_backups(new QTableView(this)),
      m_heading(new WrappedLabel(this)), m_note(new WrappedLabel(this)),
      m_lines(new EditLinesTable(QStringLiteral("restoreLines"), this)), m_more(new QLabel(this)),
      m_copy(new QPushButton(this)), m_close(new QPushButton(this)), m_restore(new QPushButton(this))
{
    setObjectName(QStringLiteral("restorePanel"));
    setAttribute(Qt::WA_DeleteOnClose);
    createBackups();
    createFoot();
    layOut();
    retranslate();
    resize(kPanelSize);
    m_backups->setFocus();
    m_backups->selectRow(0);
}

void RestorePanel::createBackups()
{
    m_backups->setObjectName(QStringLiteral("backups"));
    m_backups->setModel(&m_model);
    m_backups->setHorizontalHeader(new FigureHeader(m_backups));
    m_backups->setItemDelegate(new CellDelegate(m_backups));
    m_backups->setShowGrid(false);
    m_backups->setWordWrap(false);
    m_backups->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_backups->setSelectionMode(QAbstractItemView::SingleSelection);
    m_backups->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_backups->setTabKeyNavigation(false); // Tab leaves the table
    m_backups->verticalHeader()->hide();
    m_backups->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = m_backups->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    showColumnDefaults(*header);
    m_backups->setFixedHeight((kRowsOfBackups + 1) * kRowHeight + 2 * m_backups->frameWidth());
    connect(m_backups->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RestorePanel::wanted);
}

void RestorePanel::createFoot()
{
    makeHeading(m_heading);
    m_heading->setObjectName(QStringLiteral("restoreHeading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("restoreNote"));
    m_note->setTextFormat(Qt::PlainText); // it has names of files
    makeNote(m_more);
    m_copy->setObjectName(QStringLiteral("restoreCopy"));
    m_copy->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("restoreClose"));
    m_close->setAutoDefault(false);
    m_restore->setObjectName(QStringLiteral("restoreGo"));
    m_restore->setProperty("look", QStringLiteral("primary"));
    m_restore->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &RestorePanel::copyAsked);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_restore, &QPushButton::clicked, this, &RestorePanel::restoreAsked);
}

/// Without any backup a page says how one comes about.
void RestorePanel::layOut()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kGrid);
    foot->addWidget(m_more, 1);
    foot->addWidget(m_copy);
    foot->addWidget(m_close);
    foot->addWidget(m_restore);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty) {
        auto* page = new StatePage(this);
        page->setObjectName(QStringLiteral("restoreEmpty"));
        layout->addWidget(page, 1);
    }
    for (QWidget* widget : {static_cast<QWidget*>(m_backups), static_cast<QWidget*>(m_heading),
                            static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_lines)}) {
        layout->addWidget(widget, widget == m_lines ? 1 : 0);
        widget->setVisible(!isEmpty);
    }
    for (QPushButton* button : {m_copy, m_restore})
        button->setVisible(!isEmpty);
    layout->addLayout(foot);
}

void RestorePanel::retranslate()
{
    setWindowTitle(tr("Earlier states of %1").arg(QFileInfo(m_file).fileName()));
    m_backups->setAccessibleName(tr("Earlier states"));
    m_lines->setAccessibleName(tr("What would change"));
    m_copy->setText(tr("Open as a copy…"));
    m_close->setText(tr("Close"));
    m_restore->setText(tr("Restore this state"));
    if (auto* page = findChild<StatePage*>(QStringLiteral("restoreEmpty")))
        page->showText(tr("There is no earlier state yet"),
                       tr("The first edit of a day keeps the file as it was before, for seven days, in a folder beside "
                          "it. What you can undo one by one stands in the history."));
}

void RestorePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model.retranslate();
        emit wanted();
    }
    QDialog::changeEvent(event);
}

int RestorePanel::chosen() const
{
    return m_backups->currentIndex().row();
}

void RestorePanel::say(const QString& heading, const QString& note)
{
    m_heading->setText(heading);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void RestorePanel::showWaiting()
{
    say(tr("Comparing…"), {});
    m_more->clear();
    m_restore->setEnabled(false);
    m_copy->setEnabled(true);
}

void RestorePanel::showDifference(const Edit& edit, const Chain& chain, const QString& against)
{
    const EditCounts counts = countsOf(edit);
    if (edit.changes.empty())
        say(tr("Nothing differs"), tr("The file says what it said then."));
    else
        say(tr("Going back to this state: %1").arg(ImportPreview::countsText(counts)), against);
    const std::size_t shown = m_lines->showEdit(edit, chain, kMostLinesToRead);
    m_more->setText(counts.lines > shown ? tr("The first %1 of %2 lines")
                                               .arg(countText(static_cast<std::int64_t>(shown)),
                                                    countText(static_cast<std::int64_t>(counts.lines)))
                                         : QString());
    m_restore->setEnabled(!edit.changes.empty() && against.isEmpty());
    m_copy->setEnabled(true);
}

void RestorePanel::showFault(const Error& error)
{
    say(tr("This state cannot be gone back to"), errorText(error));
    static_cast<void>(m_lines->showEdit({}, {}, 0));
    m_more->clear();
    m_restore->setEnabled(false);
    m_copy->setEnabled(error.kind == ErrorKind::Corrupt); // of which some can be read
}

} // namespace ochain
