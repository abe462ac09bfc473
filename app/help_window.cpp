// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help_window.h"

#include "action_table.h"
#include "language/language.h"
#include "theme/theme.h"
#include "theme/tones.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace ochain {

namespace {

constexpr int kListWidth = 216;
constexpr QSize kSize(880, 640);
constexpr double kLineHeight = 140; ///< percent

QString keysText(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

/// The keys of an action; empty if it has none or there is no such action.
QString keysOf(const QString& action)
{
    for (const ActionRow& row : actionRows())
        if (row.name != nullptr && action == QLatin1String(row.name) && row.keys.key() != Qt::Key_unknown)
            return keysText(row.keys);
    return {};
}

/// Puts keys in: {key:find} those of an action, {keys:Ctrl+Up} others as this system writes them.
QString withKeys(QString text)
{
    static const QRegularExpression mark(QStringLiteral("\\{(keys?):([^}]*)\\}"));
    for (QRegularExpressionMatch at = mark.match(text); at.hasMatch(); at = mark.match(text)) {
        const bool isAction = at.captured(1) == QLatin1String("key");
        const QString keys =
            isAction ? keysOf(at.captured(2)) : QKeySequence(at.captured(2)).toString(QKeySequence::NativeText);
        text.replace(at.capturedStart(), at.capturedLength(), keys);
    }
    return text;
}

/// Whether a menu opens from another.
bool isOpenedFrom(Menu outer, Menu inner)
{
    const std::span<const ActionRow> rows = actionRows();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const ActionRow& row) { return row.in == outer && row.opens == inner; });
}

QString keysPage()
{
    const auto line = [](const QString& keys, const QString& what) {
        return QStringLiteral("| %1 | %2 |\n").arg(keys, what);
    };
    QString text = QStringLiteral("# %1\n").arg(QCoreApplication::translate("Help", "Keyboard shortcuts"));
    const auto begin = [&](const QString& title) {
        text += QStringLiteral("\n## %1\n\n").arg(title);
        text += line(QCoreApplication::translate("Help", "keys"), QCoreApplication::translate("Help", "what they do"));
        text += QStringLiteral("|---|---|\n");
    };
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    for (const ActionRow& menu : actionRows()) {
        if (menu.in != Menu::Bar)
            continue;
        begin(actionText(menu.text).remove(mnemonic));
        for (const ActionRow& action : actionRows())
            if ((action.in == menu.opens || isOpenedFrom(menu.opens, action.in)) &&
                action.keys.key() != Qt::Key_unknown)
                text += line(keysText(action.keys), actionText(action.text).remove(mnemonic));
    }
    begin(QCoreApplication::translate("Help", "In fields, tables and charts"));
    text += line(QStringLiteral("F2"), QCoreApplication::translate("Help", "Edit a cell"));
    text +=
        line(QCoreApplication::translate("Help", "Enter, Tab"), QCoreApplication::translate("Help", "Commit a field"));
    text += line(QStringLiteral("Esc"), QCoreApplication::translate("Help", "Restore a field"));
    text += line(QStringLiteral("← → ↑ ↓"), QCoreApplication::translate("Help", "Go from mark to mark of a chart"));
    text += line(QCoreApplication::translate("Help", "Space, Enter"),
                 QCoreApplication::translate("Help", "Select a mark; open it"));
    text += line(keysText(Qt::CTRL | Qt::Key_Up) + QStringLiteral(" ") + keysText(Qt::CTRL | Qt::Key_Down),
                 QCoreApplication::translate("Help", "Move a box of the flow"));
    text += line(keysText(Qt::ALT | Qt::Key_Up) + QStringLiteral(" ") + keysText(Qt::ALT | Qt::Key_Down),
                 QCoreApplication::translate("Help", "Move a saved view"));
    return text;
}

/// A page as it lies in the resources.
QString stored(const QString& page)
{
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(languageName(language()), page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString& text)
{
    return text.section(QLatin1Char('\n'), 0, 0).mid(2);
}

/// Headings, lines and tables as the rest of the program has them.
void dress(QTextDocument& document, const QPalette& palette)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level > 1 ? 2 * kGrid : 0);
        format.setBottomMargin(cursor.currentTable() == nullptr ? kGrid : 0);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        QFont font = bodyFont();
        font.setBold(true);
        font.setPixelSize(level == 1 ? kTitleSize : kHeadingSize);
        QTextCharFormat letters; // instead of those of Markdown, which are larger than any of ours
        letters.setFont(font);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(letters);
    }
    const QList<QTextFrame*> frames = document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames)
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellSpacing(0);
            format.setCellPadding(kGrid / 2.0);
            format.setMargin(0);
            format.setBottomMargin(kGrid);
            format.setBorderBrush(tonesOf(palette).line);
            format.setColumnWidthConstraints(
                {QTextLength(QTextLength::PercentageLength, 30), QTextLength(QTextLength::PercentageLength, 70)});
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            table->setFormat(format);
        }
}

} // namespace

const QStringList& helpPages()
{
    static const QStringList pages{QStringLiteral("start"),    QStringLiteral("questions"), QStringLiteral("views"),
                                   QStringLiteral("tables"),   QStringLiteral("why"),       QStringLiteral("whatif"),
                                   QStringLiteral("filters"),  QStringLiteral("lens"),      QStringLiteral("compare"),
                                   QStringLiteral("entering"), QStringLiteral("amounts"),   QStringLiteral("keys"),
                                   QStringLiteral("figures"),  QStringLiteral("files"),     QStringLiteral("commands")};
    return pages;
}

QString helpText(const QString& page)
{
    return page == QLatin1String("keys") ? keysPage() : withKeys(stored(page));
}

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent), m_words(new QLineEdit(this)), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(QStringLiteral("helpWords"));
    m_words->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("helpList"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(2 * kGrid);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGrid);
    left->addWidget(m_words);
    left->addWidget(m_list, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addLayout(left);
    layout->addWidget(m_text, 1);
    m_words->setFixedWidth(kListWidth);
    m_list->setFixedWidth(kListWidth);
    resize(kSize);
    connect(m_words, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::fill);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { showPage(link.toString()); });
    retranslate();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Help"));
    m_words->setPlaceholderText(tr("Search the help…"));
    m_words->setAccessibleName(tr("Search the help"));
    m_list->setAccessibleName(tr("Pages of the help"));
    m_text->setAccessibleName(tr("Page of the help"));
    const QString now = page();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString& name : helpPages()) {
        auto* item = new QListWidgetItem(titleOf(helpText(name)), m_list);
        item->setData(Qt::UserRole, name);
        item->setSizeHint(QSize(0, kRowHeight));
        if (name == now)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentItem() == nullptr)
        m_list->setCurrentRow(0);
    search();
    fill();
}

QString HelpWindow::page() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void HelpWindow::showPage(const QString& name)
{
    const auto row = static_cast<int>(helpPages().indexOf(name));
    if (row < 0)
        return;
    m_list->item(row)->setHidden(false); // also where it has none of the words searched for
    m_list->setCurrentRow(row);
}

void HelpWindow::fill()
{
    m_text->document()->setDefaultFont(bodyFont());
    m_text->setMarkdown(helpText(page()));
    dress(*m_text->document(), palette());
    m_text->moveCursor(QTextCursor::Start);
    light();
}

void HelpWindow::search()
{
    const QStringList words = m_words->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const QString text = helpText(item->data(Qt::UserRole).toString());
        const bool isFound = std::all_of(words.begin(), words.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!isFound);
        if (isFound && first < 0)
            first = row;
    }
    if (first >= 0 && m_list->currentItem() != nullptr && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
    light();
}

/// Marks the words searched for, and brings the first into view.
void HelpWindow::light()
{
    QList<QTextEdit::ExtraSelection> lit;
    const QStringList words = m_words->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words)
        for (QTextCursor at = m_text->document()->find(word); !at.isNull(); at = m_text->document()->find(word, at)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = at;
            mark.format.setBackground(tonesOf(palette()).selection);
            lit << mark;
        }
    m_text->setExtraSelections(lit);
    if (!lit.isEmpty()) {
        QTextCursor first = lit.constFirst().cursor;
        first.clearSelection();
        m_text->setTextCursor(first);
        m_text->ensureCursorVisible();
    }
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
    QDialog::changeEvent(event);
}

void openHelp(QWidget* window, const QString& page)
{
    auto* help = window->findChild<HelpWindow*>(QStringLiteral("helpWindow"));
    if (help == nullptr)
        help = new HelpWindow(window);
    help->showPage(page);
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace ochain
