// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/graph_import_dialog.h"

#include "document/names.h"
#include "theme/theme.h"
#include "widgets/choice_box.h"
#include "widgets/wrapped_label.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr QSize kDialogSize(480, 260);

QList<std::pair<QString, QString>> rowsToChoose(const Chain& chain, Table table)
{
    QList<std::pair<QString, QString>> rows;
    for (const std::uint32_t row : chain.inOrder(table))
        rows.append({toQString(chain.key({table, row})), nameOf(chain, RowRef{table, row})});
    return rows;
}

} // namespace

GraphImportDialog::GraphImportDialog(const QString& file, const Chain& chain, QWidget* parent)
    : QDialog(parent), m_chain(chain), m_file(file), m_direction(new WrappedLabel(this)), m_kindLabel(new QLabel(this)),
      m_tierLabel(new QLabel(this)), m_weightLabel(new QLabel(this)), m_kind(new ChoiceBox(this)),
      m_tier(new ChoiceBox(this)), m_weight(new QComboBox(this)), m_cancel(new QPushButton(this)),
      m_go(new QPushButton(this))
{
    setObjectName(QStringLiteral("graphImportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_kind->setObjectName(QStringLiteral("graphKind"));
    m_tier->setObjectName(QStringLiteral("graphTier"));
    m_weight->setObjectName(QStringLiteral("graphWeight"));
    m_weight->addItems({QString(), QString()});
    m_cancel->setAutoDefault(false);
    m_go->setObjectName(QStringLiteral("graphGo"));
    m_go->setProperty("look", QStringLiteral("primary"));
    m_go->setDefault(true);
    layOut();
    retranslate();
    resize(kDialogSize);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_go, &QPushButton::clicked, this, [this] { emit chosen(options()); });
}

void GraphImportDialog::layOut()
{
    auto* form = new QGridLayout;
    form->setSpacing(kGrid);
    int row = 0;
    for (const auto& [label, field] :
         {std::pair<QLabel*, QWidget*>(m_kindLabel, m_kind), std::pair<QLabel*, QWidget*>(m_tierLabel, m_tier),
          std::pair<QLabel*, QWidget*>(m_weightLabel, m_weight)}) {
        label->setBuddy(field);
        form->addWidget(label, row, 0);
        form->addWidget(field, row++, 1);
    }
    form->setColumnStretch(1, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kGrid);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_direction);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addLayout(foot);
}

void GraphImportDialog::retranslate()
{
    setWindowTitle(tr("Import from %1").arg(visibleText(QFileInfo(m_file).fileName())));
    m_direction->setText(
        tr("Each edge becomes a deal from its supplier (source) to its customer (target). What the file says "
           "itself goes before what is chosen here."));
    m_kindLabel->setText(tr("Kind of the deals"));
    m_tierLabel->setText(tr("Tier of new nodes"));
    m_weightLabel->setText(tr("Weights are"));
    for (const auto& [box, table] : {std::pair(m_kind, Table::DealKinds), std::pair(m_tier, Table::Tiers)}) {
        const QString value = box->value();
        box->setItems(rowsToChoose(m_chain, table));
        box->setValue(value);
        box->setWords(tr("as the file says"));
    }
    m_weight->setItemText(0, tr("dollars of value"));
    m_weight->setItemText(1, tr("megawatts of capacity"));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Look at it"));
}

void GraphImportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

GraphOptions GraphImportDialog::options() const
{
    return {m_kind->value().toStdString(), m_tier->value().toStdString(),
            m_weight->currentIndex() == 0 ? Field{deal_field::ValueUsd} : Field{deal_field::CapacityMw}};
}

} // namespace ochain
