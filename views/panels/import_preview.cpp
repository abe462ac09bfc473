// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/import_preview.h"

#include "editing/edit_lines.h"
#include "editing/field_names.h"
#include "formats/format.h"
#include "language/punctuation.h"
#include "panels/edit_lines_table.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QDir>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

namespace ochain {

namespace {

constexpr std::size_t kMostLines = 500; ///< more than one reads; a table of them is there at once
constexpr QSize kSize(880, 520);

QString fieldsText(const std::vector<ClearedField>& fields)
{
    constexpr std::size_t kMost = 8;
    QStringList names;
    for (std::size_t i = 0; i < fields.size() && i < kMost; ++i) {
        const QString name = fieldLabel(fields[i].table, fields[i].field);
        names << (fields[i].count == 1 ? name : withAside(name, QString::number(fields[i].count)));
    }
    if (fields.size() > kMost)
        names << QStringLiteral("…");
    return names.join(ImportPreview::tr(", "));
}

} // namespace

ImportPreview::ImportPreview(const QString& folder, QWidget* parent)
    : QDialog(parent), m_folder(folder), m_counts(new WrappedLabel(this)), m_note(new WrappedLabel(this)),
      m_clearedBand(new QFrame(this)), m_cleared(new WrappedLabel(m_clearedBand)),
      m_table(new EditLinesTable(QStringLiteral("importLines"), this)), m_more(new QLabel(this)),
      m_cancel(new QPushButton(this)), m_import(new QPushButton(this))
{
    setObjectName(QStringLiteral("importPreview"));
    setAttribute(Qt::WA_DeleteOnClose);
    createControls();
    retranslate();
    resize(kSize);
}

void ImportPreview::retranslate()
{
    setWindowTitle(tr("Import from %1").arg(visibleText(QDir(m_folder).dirName())));
    m_table->setAccessibleName(tr("What would change"));
    m_cancel->setText(tr("Cancel"));
    m_import->setText(tr("Import"));
}

void ImportPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ImportPreview::createControls()
{
    m_counts->setObjectName(QStringLiteral("importCounts"));
    makeHeading(m_counts);
    m_note->setObjectName(QStringLiteral("importNote"));
    m_note->setTextFormat(Qt::PlainText); // it has names of files
    m_clearedBand->setProperty("look", QStringLiteral("warning"));
    m_cleared->setObjectName(QStringLiteral("importCleared"));
    auto* sign = new QLabel(m_clearedBand);
    sign->setPixmap(lineIcon(QStringLiteral("warning")).pixmap(16, 16));
    auto* band = new QHBoxLayout(m_clearedBand);
    band->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    band->setSpacing(kGrid);
    band->addWidget(sign, 0, Qt::AlignTop);
    band->addWidget(m_cleared, 1);
    m_more->setObjectName(QStringLiteral("importMore"));
    makeNote(m_more);
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    m_import->setObjectName(QStringLiteral("importGo"));
    m_import->setProperty("look", QStringLiteral("primary"));
    m_import->setDefault(true);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kGrid);
    foot->addWidget(m_more, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_import);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_counts);
    layout->addWidget(m_note);
    layout->addWidget(m_clearedBand);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_import, &QPushButton::clicked, this, &ImportPreview::importAsked);
}

void ImportPreview::showEdit(const Edit& edit, const Chain& chain, const QString& note)
{
    const EditCounts counts = countsOf(edit);
    m_counts->setText(countsText(counts));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_cleared->setText(clearedText(counts));
    m_clearedBand->setVisible(counts.cleared > 0);
    const std::size_t shown = m_table->showEdit(edit, chain, kMostLines);
    m_more->setText(counts.lines > shown ? tr("The first %1 of %2 lines")
                                               .arg(countText(static_cast<std::int64_t>(shown)),
                                                    countText(static_cast<std::int64_t>(counts.lines)))
                                         : QString());
    m_import->setFocus();
}

QString ImportPreview::countsText(const EditCounts& counts)
{
    const auto number = [](std::size_t count) { return static_cast<int>(std::min<std::size_t>(count, INT_MAX)); };
    QStringList parts;
    if (counts.changed > 0)
        parts << tr("%n rows change", nullptr, number(counts.changed));
    if (counts.added > 0)
        parts << tr("%n rows are new", nullptr, number(counts.added));
    if (counts.erased > 0)
        parts << tr("%n rows are deleted", nullptr, number(counts.erased));
    if (counts.moved > 0)
        parts << tr("%n rows get another place", nullptr, number(counts.moved));
    return parts.join(QStringLiteral("  ·  "));
}

QString ImportPreview::clearedText(const EditCounts& counts)
{
    return tr("%n fields are cleared, because their cells are empty: %1", nullptr, static_cast<int>(counts.cleared))
        .arg(fieldsText(counts.clearedFields));
}

} // namespace ochain
