// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace ochain {

/// The pages of the help by name, in the order in which they are listed; "keys" is made from the table of actions, the
/// others are Markdown in resources/help, one file a language.
[[nodiscard]] const QStringList& helpPages();
/// A page in the language of the moment, as Markdown; in it {key:find} has become the keys of that action.
[[nodiscard]] QString helpText(const QString& page);

/// Help beside the window, in pages, that can be searched: words above the list leave the pages that have them all, and
/// light them in the page shown. Esc closes it.
class HelpWindow final : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent);

    void showPage(const QString& name);
    [[nodiscard]] QString page() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void search();
    void light();

    QLineEdit* m_words;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

/// Opens the help of a window at a page, or brings it to the front.
void openHelp(QWidget* window, const QString& page);

} // namespace ochain
