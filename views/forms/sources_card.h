// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QFrame>
#include <QPointer>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ochain {

class RowPicker;
class SourcesModel;

/// The sources of a row: opened in the browser, added by typing, made on the spot if they are new, taken away. Which
/// fields a source supports is part of the citation.
class SourcesCard final : public QFrame {
    Q_OBJECT
public:
    explicit SourcesCard(QWidget* parent = nullptr);
    ~SourcesCard() override;

    void setDocument(Document* document);
    void setRow(std::optional<RowRef> row);

signals:
    void notSaved(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createAdder();
    void retranslate();
    void rebuild();
    void addLine(int row);
    void fillFields();
    [[nodiscard]] std::string chosenFields() const;
    void judge();
    void cite();
    void citeKey(const std::string& sourceKey);
    void createAndCite();
    void remove(const QString& citationKey);
    void apply(Edit edit);
    void showNote(const QString& text, bool isWrong);

    QPointer<Document> m_document;
    std::unique_ptr<SourcesModel> m_model;
    std::unique_ptr<RowPicker> m_picker;
    QLabel* m_caption;
    QVBoxLayout* m_lines;
    QLineEdit* m_add;
    QToolButton* m_fields;
    QLabel* m_note;
    QFrame* m_new;
    QLineEdit* m_publisher;
    QLineEdit* m_url;
    QLineEdit* m_published;
    QPushButton* m_create;
};

} // namespace ochain
