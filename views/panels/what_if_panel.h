// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace ochain {

class ScenarioStrip;
class StatePage;
class WhatIfLine;

/// What if: the fields that are overridden in what is viewed, a line each. What is moved here shows in every figure at
/// once and is written nowhere, until it is kept as a scenario or made so; while a scenario is edited, it goes into
/// that.
class WhatIfPanel final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfPanel(QWidget* parent = nullptr);
    ~WhatIfPanel() override;

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Adds a line for a field, with what it has now, and puts the keyboard there; a line that is there gets it.
    void add(RowRef row, Field field);
    /// Puts the keyboard where something can be done.
    void takeKeyboard();
    /// What was moved while the scenario is edited goes into it now.
    void commitPending();

signals:
    /// Another scenario is to be viewed.
    void lensWanted(const ochain::ViewLens& lens);
    /// Something was written, in words.
    void done(const QString& what);
    void refused(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createHead();
    void createButtons();
    void layOut();
    void showAll();
    void followEdit();
    void showHead();
    void showLines();
    void listScenarios();
    void orderTabs();
    void addLine(const FieldOverride& overriding, int number);
    void tryOut(const Overrides& overrides, WhatIfLine* from);
    void settle();
    void askName(bool isNew);
    void keep(const QString& name, const QString& note);
    void makeSo();
    void duplicate();
    void erase();
    void fillMenu(QMenu& menu);
    void openMenu();
    void view(ScenarioId scenario);
    [[nodiscard]] bool apply(const tl::expected<Edit, Problem>& edit);
    void retranslate();

    QPointer<Document> m_document;
    QComboBox* m_scenarios;
    QLabel* m_note;
    StatePage* m_empty;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list = nullptr;
    std::vector<WhatIfLine*> m_lines;
    ScenarioStrip* m_strip;
    QPushButton* m_keep;
    QPushButton* m_discard;
    QPushButton* m_makeSo;
    QPushButton* m_edit;
    QToolButton* m_more;
    QTimer* m_settling;      ///< keys that follow one another are one edit
    bool m_isNaming = false; ///< the strip asks for a new one
    ScenarioId m_asked;      ///< that was viewed when it was opened
};

} // namespace ochain
