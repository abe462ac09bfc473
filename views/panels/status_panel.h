// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "items/undisclosed_deals.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace ochain {

/// The line at the foot of the window: whether all is saved, what the last edit moved or what became known on the day
/// that the clock was taken to, whichever was last (a click opens the whole list),
/// how many deals there are and how many keep their money to themselves, and the file.
class StatusPanel final : public QWidget {
    Q_OBJECT
public:
    explicit StatusPanel(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// What stands in memory stands in the file.
    void showSaved();
    /// An edit could not be written.
    void showNotSaved(const QString& why);
    /// What the cells selected in a table add up to; empty where there is nothing to be said.
    void showSums(const QString& text);
    /// Says a sentence until there is something else to say: an edit, another day.
    void say(const QString& text);
    /// Work under way: its share done, 0 to 1; cancelled() when the user stops it. A negative share ends it.
    void showProgress(const QString& what, double share);
    /// Work under way that cannot say how far it is, nor be stopped; showProgress() ends it.
    void showBusy(const QString& what);

signals:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What the line says beside how things stand.
    enum class Told : std::uint8_t { Nothing, Moved, News, Said };

    void layOut();
    void showState();
    void followLens(const ViewLens& before);
    void showTold();
    void showMoved();
    void showNews();
    void showSaid();
    [[nodiscard]] int room() const;
    void showCounts();
    void openList();
    void retranslate();

    QPointer<Document> m_document;
    std::unique_ptr<UndisclosedDeals> m_undisclosed;
    QLabel* m_saved;
    QPushButton* m_moved;
    QLabel* m_counts;
    QLabel* m_sums; ///< in their place
    QLabel* m_task;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_file;
    QTimer* m_counting;
    QString m_whyNotSaved; ///< empty: all is saved
    bool m_hasEdited = false;
    Told m_told = Told::Nothing;
    QStringList m_news; ///< of the day of the clock
    QString m_said;     ///< see say()
};

} // namespace ochain
