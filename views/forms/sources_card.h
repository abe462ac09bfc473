// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/form_card.h"

#include <QList>

#include <memory>

class QBoxLayout;
class QFrame;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ochain {

class EditBuilder;
class RowPicker;
class SourcesModel;

/// The sources of a row: opened in the browser, added by typing, made on the spot if they are new, taken away. Which
/// fields a source supports is part of the citation.
class SourcesCard final : public FormCard {
    Q_OBJECT
public:
    explicit SourcesCard(QWidget* parent = nullptr);
    ~SourcesCard() override;

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;
    [[nodiscard]] std::vector<UnsavedText> unsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void lookedAtChanged() override;

private:
    void createAdder();
    void createNew();
    void retranslate();
    void rebuild();
    void addLine(int row, QList<QWidget*>& buttons);
    QToolButton* addAddress(const QModelIndex& source, QWidget& line, QBoxLayout& words);
    void fillFields();
    [[nodiscard]] std::string chosenFields() const;
    void judge();
    void judgeNew();
    void clearLines();
    void cite();
    void goToNew();
    void citeKey(const std::string& sourceKey);
    void createAndCite();
    void remove(const QString& citationKey);
    void applyAndClear(Edit edit);
    [[nodiscard]] std::optional<Problem> orderCitation(EditBuilder& builder, const std::string& source) const;

    std::unique_ptr<SourcesModel> m_model;
    std::unique_ptr<RowPicker> m_picker;
    QVBoxLayout* m_lines;
    QLineEdit* m_add;
    QToolButton* m_fields;
    QFrame* m_new;
    QLineEdit* m_title;
    QLineEdit* m_publisher;
    QLineEdit* m_url;
    QLineEdit* m_published;
    QPushButton* m_create;
};

} // namespace ochain
