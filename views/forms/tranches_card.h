// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QFrame>
#include <QPointer>

#include <array>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ochain {

class TranchesModel;

/// The phases of a deal: edited in place, added and taken away.
class TranchesCard final : public QFrame {
    Q_OBJECT
public:
    explicit TranchesCard(QWidget* parent = nullptr);
    ~TranchesCard() override;

    void setDocument(Document* document);
    void setDeal(DealId deal);

signals:
    void notSaved(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createAdder();
    void layOut();
    void retranslate();
    void fitHeight();
    [[nodiscard]] tl::expected<Edit, QString> additionEdit() const;
    void judgeAddition();
    void add();
    void removeCurrent();
    void apply(Edit edit);
    void showNote(const QString& text, bool isWrong);

    QPointer<Document> m_document;
    DealId m_deal;
    std::unique_ptr<TranchesModel> m_model;
    QLabel* m_caption;
    QTableView* m_table;
    QLabel* m_note;
    std::array<QLineEdit*, 4> m_fields{}; ///< starts, ends, capacity, value
    QComboBox* m_basis;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace ochain
