// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace ochain {

class SavedViewsModel;
class WholeList;

/// My views: those kept in the file, to be opened, renamed, moved and erased, and a line to save another. What one
/// holds is up to whoever listens: the panel knows names and places.
class SavedViewsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SavedViewsPanel(QWidget* parent = nullptr);
    ~SavedViewsPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Asks for the name of what is to be saved, in place; saveWanted() follows.
    void askName(const QString& suggestion);
    /// Saves a view under a name and ends the asking.
    void save(const QString& name, const QString& state);
    void replace(ViewId view, const QString& state);
    /// Fills a menu with the views, to be opened, and with what can be done to the one chosen in the list.
    void fillMenu(QMenu& menu);
    [[nodiscard]] WholeList* list() const noexcept { return m_list; }

signals:
    void viewWanted(ochain::ViewId view);
    /// The button was pressed: askName() is up to whoever knows a name to begin with.
    void namingWanted();
    void saveWanted(const QString& name);
    /// What a view holds shall be what is looked at now.
    void replaceWanted(ochain::ViewId view);
    void erased(const QString& name);
    void refused(const QString& why);
    /// The keyboard is at this place of the panel.
    void movedTo(const QRect& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void createName();
    void createList();
    void layOut();
    void showState();
    void saveTyped();
    void endNaming();
    void moveCurrent(int steps);
    void eraseCurrent();
    [[nodiscard]] bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void fillRowMenu(QMenu& menu);
    void showMenu(const QPoint& at);
    void retranslate();

    QPointer<Document> m_document;
    std::unique_ptr<SavedViewsModel> m_model;
    QLabel* m_title;
    QPushButton* m_save;
    QLineEdit* m_name;
    QLabel* m_hint;
    WholeList* m_list;
};

} // namespace ochain
