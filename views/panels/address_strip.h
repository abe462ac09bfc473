// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QSet>
#include <QUrl>

class QLabel;
class QPushButton;

namespace ochain {

/// The address of a source, in place: it is shown first, and opened in the browser when the user says so; one that was
/// agreed to once is opened without being asked about again.
class AddressStrip final : public QFrame {
    Q_OBJECT
public:
    explicit AddressStrip(QWidget* parent = nullptr);

    /// Shows an address with the question; of the one that is asked about already, the answer is yes.
    /// @param address  as the file has it: what may not be opened is shown with why
    void ask(const QString& address);
    void dismiss();

signals:
    /// The question is over, and about to go: a keyboard that is here may go back to where it came from.
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openNow();
    void showAddress();

    QLabel* m_text;
    QLabel* m_note;
    QPushButton* m_open;
    QPushButton* m_leave;
    QString m_address; ///< asked about; empty: none
    QUrl m_url;        ///< empty: it is not to be opened
    QSet<QUrl> m_agreed;
};

} // namespace ochain
