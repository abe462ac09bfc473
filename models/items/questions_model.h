// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/beside_work.h"
#include "document/document.h"
#include "figures/questions.h"
#include "items/row_list_model.h"

#include <QAbstractListModel>
#include <QTimer>

#include <string>
#include <vector>

namespace ochain {

/// The questions that the program answers, each with its answer, below headings that say what they are of. Nothing is
/// worked out before begin(); from then on answers follow edits, the lens and the group that is selected, and are
/// worked out on another thread. Those there are stay until others come.
class QuestionsModel final : public RowListModel<QAbstractListModel> {
    Q_OBJECT
public:
    /// Beside the common roles.
    enum Role : int {
        AnswerRole = Qt::UserRole + 100, ///< QString; empty while it is being worked out
        HeadingRole,                     ///< bool: the row is a heading, and cannot be chosen
    };
    explicit QuestionsModel(const Document& document, QObject* parent = nullptr);
    ~QuestionsModel() override;

    /// Whoever was to be first is done.
    void begin();
    /// Whether an answer is still to come.
    [[nodiscard]] bool isBusy() const noexcept { return m_again.isActive() || m_work.isWanted(); }
    /// Where a row leads; nothing of a heading, and while it has no answer.
    [[nodiscard]] const Place* placeOf(const QModelIndex& index) const;
    /// Texts anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// All answers that were asked for are there.
    void answered();

private:
    struct Row {
        QString key;
        QString text;
        std::optional<Answer> answer;
        bool isHeading = false;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const Answers& answers);
    [[nodiscard]] Answers askedNow() const;
    void outdate();
    void followSelection();
    void ask();
    void show(std::vector<Row> rows);

    const Document& m_document;
    std::string m_group; ///< the one selected last
    std::vector<Row> m_rows;
    bool m_hasBegun = false;
    QTimer m_again;             ///< several changes in a row are asked about once
    BesideWork<Answers> m_work; ///< last, so that it ends before what it reads goes
};

} // namespace ochain
