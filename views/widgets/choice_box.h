// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

class QStandardItemModel;

namespace ochain {

class ChoiceList;

/// One of a few values, found by typing: what is typed, spaces included, narrows the list under it, and only an exact
/// word or a row chosen from the list is a choice. Anything else stays as it was typed, for its owner to judge.
class ChoiceBox final : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);
    ~ChoiceBox() override;

    /// The data of the item that the text names exactly (by its words or its data, whatever the case), else the text.
    [[nodiscard]] QString value() const;
    /// Whether the text names an item exactly.
    [[nodiscard]] bool isChosen() const;
    /// Shows the item of that data, or what was typed and is none. No signals.
    void setValue(const QString& value);
    /// @param items  data and text of each; what is shown stays
    void setItems(const QList<std::pair<QString, QString>>& items);
    void setWords(const QString& placeholder);
    /// What a text that names no item would be as a new one: its data and how the list offers it; no data: nothing.
    using Maker = std::function<std::pair<QString, QString>(const QString& text)>;
    /// Offers below the items to take what is typed as a new one: a finished word is told from half of one by choosing
    /// that.
    void setMaker(Maker maker) { m_maker = std::move(maker); }

    void showPopup() override;
    void hidePopup() override;

signals:
    void typed();
    /// An item was chosen, by arrow key, wheel or from the list.
    void chosen();
    /// The box was left or Enter pressed with what was typed.
    void left();
    /// Enter was pressed with nothing half typed: on to whatever the box is a part of.
    void entered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int itemNamed(const QString& text) const;
    void offer(const QString& text);
    void append(const QString& words, const QVariant& value);
    void choose(int item);

    QList<std::pair<QString, QString>> m_items; ///< as they were set
    Maker m_maker;
    std::unique_ptr<QStandardItemModel> m_offered;
    ChoiceList* m_list = nullptr;
};

} // namespace ochain
