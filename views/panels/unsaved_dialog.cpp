// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/unsaved_dialog.h"

#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

namespace {

constexpr QSize kSize(520, 320);
constexpr std::size_t kMostTexts = 50;
constexpr qsizetype kMostLetters = 300;

QLabel* wrapped(const QString& text)
{
    auto* label = new WrappedLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

UnsavedDialog::UnsavedDialog(QWidget* parent)
    : QDialog(parent), m_title(new WrappedLabel(this)), m_scroll(new QScrollArea(this)), m_back(new QPushButton(this)),
      m_save(new QPushButton(this)), m_discard(new QPushButton(this))
{
    setObjectName(QStringLiteral("unsavedDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(m_title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_back->setObjectName(QStringLiteral("unsavedBack"));
    m_back->setProperty("look", QStringLiteral("primary"));
    m_back->setDefault(true);
    m_save->setObjectName(QStringLiteral("unsavedSave"));
    m_discard->setObjectName(QStringLiteral("unsavedDiscard"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_back);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
    QWidget::setTabOrder(m_back, m_save);
    QWidget::setTabOrder(m_save, m_discard);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &UnsavedDialog::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &UnsavedDialog::discardWanted);
    retranslate();
    resize(kSize);
    m_back->setFocus();
}

void UnsavedDialog::setTexts(const std::vector<UnsavedText>& texts, const QString& whyOfFile)
{
    m_scroll->setWidget(createList(texts, whyOfFile)); // which deletes the one before
}

QWidget* UnsavedDialog::createList(const std::vector<UnsavedText>& texts, const QString& whyOfFile) const
{
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, kGrid, 0);
    layout->setSpacing(2);
    const std::size_t shown = std::min(texts.size(), kMostTexts);
    for (std::size_t i = 0; i < shown; ++i) {
        const UnsavedText& each = texts[i];
        const QString text = each.text.size() > kMostLetters ? each.text.left(kMostLetters) + QChar(0x2026) : each.text;
        QLabel* what = wrapped(tr("%1, %2: “%3”").arg(each.row, each.field, text));
        what->setObjectName(QStringLiteral("unsavedText"));
        layout->addWidget(what);
        QLabel* why = wrapped(each.why.isEmpty() ? whyOfFile : each.why);
        why->setObjectName(QStringLiteral("unsavedWhy"));
        why->setProperty("role", QStringLiteral("error"));
        why->setContentsMargins(0, 0, 0, kGrid);
        why->setVisible(!why->text().isEmpty());
        layout->addWidget(why);
    }
    if (texts.size() > shown)
        layout->addWidget(wrapped(tr("and %n more", nullptr, static_cast<int>(texts.size() - shown))));
    layout->addStretch(1);
    return list;
}

void UnsavedDialog::retranslate()
{
    setWindowTitle(tr("Not saved"));
    m_title->setText(tr("What you typed here is not saved and would be lost:"));
    m_back->setText(tr("Back to the field"));
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Discard"));
}

void UnsavedDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ochain
